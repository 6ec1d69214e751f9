/* ScrAgendaTemplatesDialog - the agenda templates of a record: made, named, edited, duplicated, deleted.
 *
 * Their items are edited by the same list as the agenda of a meeting. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_AGENDA_TEMPLATES_DIALOG (scr_agenda_templates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScrAgendaTemplatesDialog,
                      scr_agenda_templates_dialog,
                      SCR,
                      AGENDA_TEMPLATES_DIALOG,
                      AdwWindow)

GtkWindow *scr_agenda_templates_dialog_present (ScrContext *context, GtkWidget *parent);

G_END_DECLS
