/* A choice among things of the record. See the header. */
#include "scr-record-choice.h"

#define IDS "scr-record-choice-ids"

/**
 * scr_record_choice_new:
 * @source: the record
 * @query: what is offered
 * @title: what is chosen, translated
 * @before: what is offered before it, translated; at least one, %NULL at the end
 *
 * Returns: (transfer floating): the row, the first of @before chosen
 */
GtkWidget *
scr_record_choice_new (ScrSource *source, const ScrQuery *query, const char *title, const char *const *before)
{
  const ScrField *label = scr_kind_get_field (scr_kind_find (query->kind), "label");
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (before);
  g_autoptr (GPtrArray) items = scr_source_list (source, query);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (ids, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *name = scr_item_get_text (item, label != NULL ? "label" : "title");

      gtk_string_list_append (names, name != NULL ? name : "");
      g_ptr_array_add (ids, g_strdup (scr_item_get_id (item)));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_object_set_data_full (G_OBJECT (row), IDS, ids, (GDestroyNotify)g_ptr_array_unref);
  return row;
}

/**
 * scr_record_choice_get:
 * @row: a row
 *
 * Returns: (nullable): the identity of what is chosen; %NULL for what stands before
 */
const char *
scr_record_choice_get (GtkWidget *row)
{
  const GPtrArray *ids = g_object_get_data (G_OBJECT (row), IDS);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  return selected < ids->len ? g_ptr_array_index (ids, selected) : NULL;
}

/**
 * scr_record_choice_set:
 * @row: a row
 * @id: (nullable): what is chosen if it is offered
 */
void
scr_record_choice_set (GtkWidget *row, const char *id)
{
  const GPtrArray *ids = g_object_get_data (G_OBJECT (row), IDS);

  for (guint i = 0; id != NULL && i < ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (ids, i), id) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
}
