/* CommonMark in a text view: shown formatted, and marked up while it is edited.
 *
 * Formatting goes through the document that reports are made of, so that screen and paper agree. The
 * functions that edit alter a buffer as a person would by typing: each is one step of the text's own undo.
 * Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void scr_rich_text_show (GtkTextBuffer *buffer, const char *markdown);

typedef enum
{
  SCR_RICH_BOLD,
  SCR_RICH_ITALIC,
  SCR_RICH_HEADING,
  SCR_RICH_LIST,
} ScrRichMark;

void scr_rich_text_toggle (GtkTextBuffer *buffer, ScrRichMark mark);

G_END_DECLS
