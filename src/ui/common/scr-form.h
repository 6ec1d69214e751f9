/* ScrForm - all fields of an item to be read and edited, in the groups that its kind's description makes.
 *
 * Showing another item of the same kind keeps the rows, and with them the place of the keyboard. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-row.h"

G_BEGIN_DECLS

#define SCR_TYPE_FORM (scr_form_get_type ())
G_DECLARE_FINAL_TYPE (ScrForm, scr_form, SCR, FORM, AdwBin)

GtkWidget *scr_form_new (ScrContext *context);

void scr_form_set_item (ScrForm *self, ScrItem *item);
ScrItem *scr_form_get_item (ScrForm *self);
ScrRow *scr_form_get_row (ScrForm *self, const char *field);
gboolean scr_form_flush (ScrForm *self);
void scr_form_focus_first (ScrForm *self);

G_END_DECLS
