/* The preferences: the person's own, and those of the record that is open. Main thread. */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-settings.h"

G_BEGIN_DECLS

#define SCR_TYPE_PREFERENCES (scr_preferences_get_type ())
G_DECLARE_FINAL_TYPE (ScrPreferences, scr_preferences, SCR, PREFERENCES, AdwPreferencesWindow)

GtkWidget *scr_preferences_new (ScrSettings *settings, ScrContext *context);

G_END_DECLS
