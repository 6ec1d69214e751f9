/* The bar for the words by which the timeline and the month are narrowed. See the header. */
#include "config.h"

#include "scr-timeline-words.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
get_entry (GtkWidget *bar)
{
  return gtk_search_bar_get_child (GTK_SEARCH_BAR (bar));
}

static void
on_search_changed (GtkEditable *entry, ScrTimelineFilter *filter)
{
  scr_timeline_filter_set_words (filter, gtk_editable_get_text (entry));
}

/* Other words, or none, were chosen elsewhere. The entry is empty for a moment while it takes them: that is
 * not to be told. */
static void
on_filter_changed (GtkWidget *bar, ScrTimelineFilter *filter)
{
  g_autofree char *words = g_strdup (scr_timeline_filter_get_words (filter));
  GtkEditable *entry = GTK_EDITABLE (get_entry (bar));

  if (g_strcmp0 (gtk_editable_get_text (entry), words != NULL ? words : "") == 0)
    return;
  g_signal_handlers_block_by_func (entry, on_search_changed, filter);
  gtk_editable_set_text (entry, words != NULL ? words : "");
  g_signal_handlers_unblock_by_func (entry, on_search_changed, filter);
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), words != NULL);
}

/**
 * scr_timeline_words_new:
 * @filter: whose words they are
 *
 * Returns: (transfer floating): the bar, which is seen only while there are words or some are being written
 */
GtkWidget *
scr_timeline_words_new (ScrTimelineFilter *filter)
{
  GtkWidget *bar = gtk_search_bar_new ();
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 48);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show only what has these words"), -1);
  g_object_set (entry, "placeholder-text", _ ("Show only what has these words"), NULL);
  gtk_search_bar_set_child (GTK_SEARCH_BAR (bar), entry);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (bar), GTK_EDITABLE (entry));
  gtk_search_bar_set_show_close_button (GTK_SEARCH_BAR (bar), TRUE);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (on_search_changed), filter, 0);
  g_signal_connect_object (filter, "changed", G_CALLBACK (on_filter_changed), bar, G_CONNECT_SWAPPED);
  on_filter_changed (bar, filter);
  return bar;
}

/**
 * scr_timeline_words_open:
 * @bar: the bar
 *
 * Shows it, to write words.
 */
void
scr_timeline_words_open (GtkWidget *bar)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), TRUE);
  gtk_widget_grab_focus (get_entry (bar));
}
