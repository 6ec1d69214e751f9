/* ScrHistoryList - what happened to an item. See the header. Main thread. */
#include "config.h"

#include "scr-history-list.h"

#include "scr-format.h"
#include "scr-labels.h"

#include <glib/gi18n-lib.h>

#define SHOWN_AT_FIRST 3
#define SHOWN_AT_MOST 200

struct _ScrHistoryList
{
  ScrSection parent_instance;

  ScrContext *context;
  ScrStore *store; /* (nullable) */
  GSignalGroup *store_changes; /* of the record that is shown */
  ScrItem *item;
  GtkWidget *all;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (ScrHistoryList, scr_history_list, SCR_TYPE_SECTION)

static void
on_undo (GtkButton *button, ScrHistoryList *self)
{
  gint64 change = *(gint64 *) g_object_get_data (G_OBJECT (button), "change");
  g_autoptr (GError) error = NULL;

  if (!scr_store_undo_change (self->store, change, &error))
    scr_context_fail (self->context, error);
}

static char *
dup_lines (const ScrHistoryEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, g_ptr_array_index (entry->lines, i));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_who_and_when (const ScrHistoryEntry *entry)
{
  g_autofree char *ago = scr_format_ago (NULL, entry->at, g_get_real_time () / G_USEC_PER_SEC);
  const char *author = entry->author != NULL && *entry->author != '\0' ? entry->author : NULL;

  if (entry->undone && author != NULL)
    /* TRANSLATORS: %1$s is who made a change, %2$s when, as in "Partnership manager · 2 days ago · undone" */
    return g_strdup_printf (_ ("%1$s · %2$s · undone"), author, ago);
  if (entry->undone)
    /* TRANSLATORS: %s is when a change was made, as in "2 days ago · undone" */
    return g_strdup_printf (_ ("%s · undone"), ago);
  if (author != NULL)
    /* TRANSLATORS: %1$s is who made a change, %2$s when, as in "Partnership manager · 2 days ago" */
    return g_strdup_printf (_ ("%1$s · %2$s"), author, ago);
  return g_steal_pointer (&ago);
}

static GtkWidget *
make_row (ScrHistoryList *self, const ScrHistoryEntry *entry)
{
  g_autofree char *lines = dup_lines (entry);
  g_autofree char *who = dup_who_and_when (entry);
  g_autofree char *name = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button;

  gtk_widget_add_css_class (row, "scr-history-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (box, "scr-row-box");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), scr_label_new_wrapping (lines, NULL));
  gtk_box_append (GTK_BOX (texts), scr_label_new_wrapping (who, "scr-row-title"));
  gtk_box_append (GTK_BOX (box), texts);
  if (entry->undone)
    gtk_widget_add_css_class (row, "undone");
  if (entry->can_undo)
    {
      button = gtk_button_new_with_label (entry->undone ? _ ("Redo this") : _ ("Undo this"));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "scr-link-button");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (button), "change", g_memdup2 (&entry->change, sizeof entry->change), g_free);
      /* TRANSLATORS: a button's name for screen readers: %1$s is "Undo this" or "Redo this", %2$s the change */
      name = g_strdup_printf (_ ("%1$s: %2$s"), gtk_button_get_label (GTK_BUTTON (button)), lines);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_undo), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, lines, -1);
  return row;
}

static void
reload (ScrHistoryList *self)
{
  const char *kind;
  const char *id;
  guint count;
  guint limit = self->expanded ? SHOWN_AT_MOST : SHOWN_AT_FIRST;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *label = NULL;

  scr_section_clear (SCR_SECTION (self));
  if (self->item == NULL || self->store == NULL)
    return;
  kind = scr_item_get_kind (self->item)->name;
  id = scr_item_get_id (self->item);
  count = scr_store_count_history (self->store, kind, id);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  entries = scr_store_list_history (self->store, kind, id, limit);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (scr_section_get_list (SCR_SECTION (self)),
                         make_row (self, g_ptr_array_index (entries, i)));
  gtk_widget_set_visible (self->all, count > entries->len && !self->expanded);
  /* TRANSLATORS: %u is how many changes there are: the button shows them all */
  label = g_strdup_printf (_ ("All %u"), count);
  gtk_button_set_label (GTK_BUTTON (self->all), label);
}

static void
on_all (ScrHistoryList *self)
{
  self->expanded = TRUE;
  reload (self);
}

static void
on_store_changed (ScrStore *store, ScrChange *change, ScrHistoryList *self)
{
  if (self->item != NULL && scr_change_touches_item (change, scr_item_get_id (self->item)))
    reload (self);
}

static void
follow (ScrHistoryList *self, ScrStore *store)
{
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_changes, store);
}

static void
scr_history_list_dispose (GObject *object)
{
  ScrHistoryList *self = SCR_HISTORY_LIST (object);

  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  g_clear_object (&self->item);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_history_list_parent_class)->dispose (object);
}

static void
scr_history_list_class_init (ScrHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_history_list_dispose;
}

static void
scr_history_list_init (ScrHistoryList *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect (self->store_changes, "changed", G_CALLBACK (on_store_changed), self);
  scr_section_set_title (SCR_SECTION (self), _ ("History"));
  self->all = gtk_button_new ();
  gtk_widget_add_css_class (self->all, "flat");
  gtk_widget_add_css_class (self->all, "scr-link-button");
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (on_all), self);
  scr_section_add_header (SCR_SECTION (self), self->all);
}

/**
 * scr_history_list_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a history of nothing yet
 */
GtkWidget *
scr_history_list_new (ScrContext *context)
{
  ScrHistoryList *self = g_object_new (SCR_TYPE_HISTORY_LIST, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * scr_history_list_set_item:
 * @self: a history
 * @item: (nullable): whose history it tells
 */
void
scr_history_list_set_item (ScrHistoryList *self, ScrItem *item)
{
  if (!g_set_object (&self->item, item))
    return;
  follow (self, item != NULL ? scr_context_get_store (self->context) : NULL);
  self->expanded = FALSE;
  reload (self);
}
