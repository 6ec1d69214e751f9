/* Deleting, restoring, and removing for good. See scr-commands.h. */
#include "config.h"

#include "scr-commands.h"

#include "scr-format.h"
#include "scr-series-commands.h"
#include "scr-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef void (*RowFunc) (ScrEdit *edit, const char *kind, const char *id);

static ScrEdit *
prepare_all (GPtrArray *items, char *label, RowFunc func)
{
  g_autofree char *owned = label;
  ScrEdit *edit = scr_edit_new (owned);

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      func (edit, scr_item_get_kind (item)->name, scr_item_get_id (item));
    }
  return edit;
}

static char *
dup_first_title (ScrStore *store, GPtrArray *items)
{
  return items->len > 0 ? scr_format_title (NULL, SCR_SOURCE (store), g_ptr_array_index (items, 0))
                        : g_strdup ("");
}

/**
 * scr_command_bin:
 * @store: the record
 * @items: (element-type ScrItem): what goes into the bin, with all that belongs to it
 * @error: return location
 *
 * Returns: whether it lies there
 */
gboolean
scr_command_bin (ScrStore *store, GPtrArray *items, GError **error)
{
  g_autofree char *title = dup_first_title (store, items);
  char *label = items->len == 1 ? g_strdup_printf (_ ("Delete %s"), title)
                                : g_strdup_printf (ngettext ("Delete %u item", "Delete %u items", items->len),
                                                   items->len);
  g_autoptr (ScrEdit) edit = prepare_all (items, label, scr_edit_bin);

  scr_series_leave_out (store, edit, items);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_restore:
 * @store: the record
 * @items: (element-type ScrItem): what is taken out of the bin
 * @error: return location
 *
 * Returns: whether it is back
 */
gboolean
scr_command_restore (ScrStore *store, GPtrArray *items, GError **error)
{
  g_autofree char *title = dup_first_title (store, items);
  char *label
      = items->len == 1
            ? g_strdup_printf (_ ("Restore %s"), title)
            : g_strdup_printf (ngettext ("Restore %u item", "Restore %u items", items->len), items->len);
  g_autoptr (ScrEdit) edit = prepare_all (items, label, scr_edit_restore);

  scr_series_take_back (store, edit, items);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_purge:
 * @store: the record
 * @items: (element-type ScrItem): what is removed for good
 * @error: return location
 *
 * Returns: whether it is gone; undo can still bring it back
 */
gboolean
scr_command_purge (ScrStore *store, GPtrArray *items, GError **error)
{
  g_autofree char *title = dup_first_title (store, items);
  char *label
      = items->len == 1
            ? g_strdup_printf (_ ("Delete %s for good"), title)
            : g_strdup_printf (ngettext ("Delete %u item for good", "Delete %u items for good", items->len),
                               items->len);
  g_autoptr (ScrEdit) edit = prepare_all (items, label, scr_edit_purge);

  return scr_store_apply (store, edit, error);
}

/* Whether a choice stands in a field that may not be empty, of something that is not in the bin. */
static gboolean
is_needed (ScrStore *store, ScrItem *choice)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  if (strcmp (scr_item_get_kind (choice)->name, SCR_KIND_CHOICE) != 0)
    return FALSE;
  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      {
        const ScrField *field = &kinds[k]->fields[f];
        const ScrQuery query
            = {.kind = kinds[k]->name, .conditions = {{field->name, SCR_IS, scr_item_get_id (choice), 0}}};

        if ((field->flags & SCR_FIELD_REQUIRED) && scr_field_refers_to (field, SCR_KIND_CHOICE)
            && g_strcmp0 (field->of, scr_item_get_text (choice, "list")) == 0
            && scr_source_count (SCR_SOURCE (store), &query) > 0)
          return TRUE;
      }
  return FALSE;
}

/**
 * scr_command_empty_bin:
 * @store: the record
 * @error: return location
 *
 * Choices that something still needs stay there.
 *
 * Returns: whether nothing else lies in the bin any more
 */
gboolean
scr_command_empty_bin (ScrStore *store, GError **error)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ScrEdit) edit = NULL;

  /* Choices come first among kinds, and go last: what is about to go needs them no more. */
  for (guint i = n_kinds; i > 0; i--)
    {
      const ScrQuery query = {.kind = kinds[i - 1]->name, .where = SCR_BIN};
      g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (store), &query);

      for (guint k = 0; k < items->len; k++)
        if (!is_needed (store, g_ptr_array_index (items, k)))
          g_ptr_array_add (all, g_object_ref (g_ptr_array_index (items, k)));
    }
  edit = prepare_all (all, g_strdup (_ ("Empty the bin")), scr_edit_purge);
  return scr_store_apply (store, edit, error);
}
