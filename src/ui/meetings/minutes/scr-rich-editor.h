/* ScrRichEditor - CommonMark text of an item: shown formatted, and edited as text with a small tool bar.
 *
 * What is typed is written like in the form (scr-row-rich): at every pause, on leaving, and never lost. A
 * click, Enter, F2 or typing begins to edit; Esc or leaving shows it formatted again. Main thread. Keys while
 * editing: Ctrl+B bold, Ctrl+I italic.
 */
#pragma once

#include "scr-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_RICH_EDITOR (scr_rich_editor_get_type ())
G_DECLARE_FINAL_TYPE (ScrRichEditor, scr_rich_editor, SCR, RICH_EDITOR, GtkBox)

GtkWidget *scr_rich_editor_new (ScrContext *context, const char *empty);
void scr_rich_editor_set (ScrRichEditor *self, ScrItem *item, const char *field, gboolean editable);
void scr_rich_editor_edit (ScrRichEditor *self);
gboolean scr_rich_editor_is_editing (ScrRichEditor *self);
GtkTextBuffer *scr_rich_editor_get_buffer (ScrRichEditor *self);
char *scr_rich_editor_dup_shown (ScrRichEditor *self);

G_END_DECLS
