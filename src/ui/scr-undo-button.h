/* ScrUndoButton - undo, with the name of what it undoes, and a list of the last ten changes.
 *
 * Choosing a change from the list undoes it and every later one. It acts through win.undo and win.undo-until.
 * Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_UNDO_BUTTON (scr_undo_button_get_type ())
G_DECLARE_FINAL_TYPE (ScrUndoButton, scr_undo_button, SCR, UNDO_BUTTON, GtkWidget)

GtkWidget *scr_undo_button_new (ScrContext *context);
void scr_undo_button_set_compact (ScrUndoButton *self, gboolean compact);

G_END_DECLS
