/* ScrApplication - the running program: one window for each open record, one process for each person.
 *
 * Owns the settings. A second start with a file hands it to the first. Every "app." action is its. Main
 * thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-settings.h"
#include "scr-window.h"

G_BEGIN_DECLS

#define SCR_TYPE_APPLICATION (scr_application_get_type ())
G_DECLARE_FINAL_TYPE (ScrApplication, scr_application, SCR, APPLICATION, AdwApplication)

ScrApplication *scr_application_new (void);
ScrSettings *scr_application_get_settings (ScrApplication *self);
ScrWindow *scr_application_open (ScrApplication *self, const char *path, gboolean for_reading);
ScrWindow *scr_application_get_window (ScrApplication *self);
void scr_application_add_actions (ScrApplication *self);

G_END_DECLS
