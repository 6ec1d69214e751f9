/* The versions of a meeting's minutes. See the header.
 *
 * What is shown is read when the window opens: versions that are approved do not alter, and a correction is
 * read as it stands.
 */
#include "config.h"

#include "scr-minutes-versions-window.h"

#include "scr-format.h"
#include "scr-labels.h"
#include "scr-minutes-lock.h"
#include "scr-minutes.h"
#include "scr-rich-text.h"
#include "scr-text-compare.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GPtrArray *versions; /* (element-type ScrItem), newest first */
  GPtrArray *texts;    /* (element-type utf8), one for each */
  GtkWidget *choice;
  GtkWidget *changes; /* a toggle: what the version altered, in place of its text */
  GtkWidget *reason;
  GtkWidget *view;
} Versions;

static void
versions_free (gpointer data)
{
  Versions *self = data;

  g_ptr_array_unref (self->versions);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = scr_item_get_number (*(ScrItem *const *)a, "number");
  double right = scr_item_get_number (*(ScrItem *const *)b, "number");

  return (left < right) - (left > right);
}

static gboolean
is_draft (ScrItem *version)
{
  return g_strcmp0 (scr_item_get_text (version, "state"), SCR_MINUTES_DRAFT) == 0;
}

static void
read_versions (Versions *self, ScrSource *source, ScrItem *meeting)
{
  self->versions = scr_source_list_by (source, "minutes_version", "meeting", scr_item_get_id (meeting));
  g_ptr_array_sort (self->versions, compare_numbers);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->versions->len; i++)
    {
      ScrItem *version = g_ptr_array_index (self->versions, i);
      const char *text = scr_item_get_text (version, "text");

      g_ptr_array_add (self->texts, is_draft (version) ? scr_minutes_dup_text (source, meeting, NULL)
                                                       : g_strdup (text != NULL ? text : ""));
    }
}

static char *
dup_label (ScrSource *source, ScrItem *version)
{
  g_autofree char *state = scr_format_field (NULL, source, version, "state");
  g_autofree char *number = scr_format_field (NULL, source, version, "number");
  const char *on = scr_item_get_text (version, "approved");
  g_autofree char *day = on != NULL ? scr_format_day (NULL, on, SCR_DAY_LONG) : NULL;

  if (day != NULL)
    /* TRANSLATORS: a version of minutes: its number, its state, and the day on which it was approved */
    return g_strdup_printf (_ ("Version %1$s · %2$s · %3$s"), number, state, day);
  /* TRANSLATORS: a version of minutes: its number and its state */
  return g_strdup_printf (_ ("Version %1$s · %2$s"), number, state);
}

/* --- What changed --- */

static void
append_line (GtkTextBuffer *buffer, const ScrTextLine *line)
{
  GtkTextIter end;
  gboolean added = line->change == SCR_LINE_ADDED;
  g_autofree char *words = NULL;

  if (*line->words == '\0')
    return;
  /* TRANSLATORS: %s is a line that a correction of minutes added, or took out */
  words = g_strdup_printf (added ? _ ("+ Added: %s\n") : _ ("− Taken out: %s\n"), line->words);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, words, -1, added ? "added" : "removed", NULL);
}

static void
show_changes (Versions *self, guint index)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  const char *before = index + 1 < self->texts->len ? g_ptr_array_index (self->texts, index + 1) : NULL;
  g_autoptr (GPtrArray) lines = scr_text_compare (before, g_ptr_array_index (self->texts, index));

  gtk_text_buffer_set_text (buffer, "", 0);
  if (scr_text_count_changes (lines) == 0)
    gtk_text_buffer_set_text (buffer, _ ("No line is different from the version before."), -1);
  for (guint i = 0; i < lines->len; i++)
    {
      const ScrTextLine *line = g_ptr_array_index (lines, i);

      if (line->change != SCR_LINE_SAME)
        append_line (buffer, line);
    }
}

static void
show (Versions *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  gboolean has_before = index + 1 < self->versions->len;
  ScrItem *version;
  const char *reason;

  if (index >= self->versions->len)
    return;
  version = g_ptr_array_index (self->versions, index);
  reason = scr_item_get_text (version, "reason");
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  gtk_widget_set_sensitive (self->changes, has_before);
  if (has_before && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changes)))
    show_changes (self, index);
  else
    scr_rich_text_show (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)),
                        g_ptr_array_index (self->texts, index));
}

/* --- Making --- */

static GtkWidget *
make_view (Versions *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer;

  self->view = gtk_text_view_new ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_create_tag (buffer, "added", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "removed", "strikethrough", TRUE, NULL);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 18);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Minutes"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_head (Versions *self, ScrSource *source)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->versions->len; i++)
    {
      g_autofree char *label = dup_label (source, g_ptr_array_index (self->versions, i));

      gtk_string_list_append (labels, label);
    }
  self->choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Version"),
                                  -1);
  self->changes = gtk_toggle_button_new_with_mnemonic (_ ("_What It Changed"));
  gtk_widget_set_halign (self->changes, GTK_ALIGN_START);
  self->reason = scr_label_new_wrapping (NULL, "scr-dim");
  gtk_widget_set_margin_start (head, 18);
  gtk_widget_set_margin_end (head, 18);
  gtk_widget_set_margin_top (head, 6);
  gtk_widget_set_margin_bottom (head, 6);
  gtk_box_append (GTK_BOX (head), self->choice);
  gtk_box_append (GTK_BOX (head), self->changes);
  gtk_box_append (GTK_BOX (head), self->reason);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (show), self);
  g_signal_connect_swapped (self->changes, "toggled", G_CALLBACK (show), self);
  return head;
}

static gboolean
on_escape (GtkWidget *window, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/**
 * scr_minutes_versions_show:
 * @context: what the window hands to its views
 * @parent: where it is asked for
 * @meeting: a meeting
 *
 * Returns: (transfer none): the window, which is shown
 */
GtkWindow *
scr_minutes_versions_show (ScrContext *context, GtkWidget *parent, ScrItem *meeting)
{
  ScrSource *source = SCR_SOURCE (scr_context_get_store (context));
  Versions *self = g_new0 (Versions, 1);
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  read_versions (self, source, meeting);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Versions of Minutes"));
  gtk_window_set_default_size (GTK_WINDOW (window), 540, 600);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_head (self, source));
  gtk_box_append (GTK_BOX (box), make_view (self));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  g_object_set_data_full (G_OBJECT (window), "versions", self, versions_free);
  show (self);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
