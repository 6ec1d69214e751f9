/* ScrRowRich - text of several lines. See the header. */
#include "config.h"

#include "scr-row-rich.h"

#include "scr-name-guess.h"

#include <string.h>

/* Three lines are offered even when there is nothing; past the greatest height the text scrolls by itself. */
#define LEAST_HEIGHT 66
#define GREATEST_HEIGHT 330

struct _ScrRowRich
{
  ScrRow parent_instance;

  GtkWidget *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (ScrRowRich, scr_row_rich, SCR_TYPE_ROW)

static char *
dup_text (ScrRowRich *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
update_warning (ScrRowRich *self)
{
  g_autofree char *text = dup_text (self);
  ScrNameGuess guess;

  scr_row_set_warning (SCR_ROW (self), scr_name_guess_find (text, &guess) ? scr_name_guess_get_warning (guess.kind) : NULL);
}

static void
on_changed (ScrRowRich *self)
{
  update_warning (self);
  scr_row_edited (SCR_ROW (self), FALSE);
}

static void
scr_row_rich_build (ScrRow *row)
{
  ScrRowRich *self = SCR_ROW_RICH (row);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view), 2);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 3);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 3);
  gtk_widget_add_css_class (self->view, "scr-row-value");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), GREATEST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  scr_row_set_content (row, scrolled, self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
scr_row_rich_show (ScrRow *row, const ScrValue *value)
{
  ScrRowRich *self = SCR_ROW_RICH (row);
  const char *text = value->type == SCR_VALUE_TEXT ? value->text : "";
  g_autofree char *shown = dup_text (self);

  if (strcmp (text, shown) != 0)
    {
      /* What came from the record is not the text widget's to undo. */
      gtk_text_buffer_begin_irreversible_action (self->buffer);
      gtk_text_buffer_set_text (self->buffer, text, -1);
      gtk_text_buffer_end_irreversible_action (self->buffer);
    }
  update_warning (self);
}

static void
scr_row_rich_read (ScrRow *row, ScrValue *value)
{
  g_autofree char *text = dup_text (SCR_ROW_RICH (row));

  g_strchomp (text);
  scr_value_set_text (value, text);
}

static void
scr_row_rich_set_editable (ScrRow *row, gboolean editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (SCR_ROW_RICH (row)->view), editable);
}

/* What the text widget could undo was typed for another item. */
static void
scr_row_rich_item_set (ScrRow *row)
{
  gtk_text_buffer_set_enable_undo (SCR_ROW_RICH (row)->buffer, FALSE);
  gtk_text_buffer_set_enable_undo (SCR_ROW_RICH (row)->buffer, TRUE);
}

static void
scr_row_rich_class_init (ScrRowRichClass *klass)
{
  SCR_ROW_CLASS (klass)->build = scr_row_rich_build;
  SCR_ROW_CLASS (klass)->show = scr_row_rich_show;
  SCR_ROW_CLASS (klass)->read = scr_row_rich_read;
  SCR_ROW_CLASS (klass)->set_editable = scr_row_rich_set_editable;
  SCR_ROW_CLASS (klass)->item_set = scr_row_rich_item_set;
}

static void
scr_row_rich_init (ScrRowRich *self)
{
}

/**
 * scr_row_rich_get_buffer:
 * @self: a row
 *
 * Returns: (transfer none): the text that is typed
 */
GtkTextBuffer *
scr_row_rich_get_buffer (ScrRowRich *self)
{
  return self->buffer;
}
