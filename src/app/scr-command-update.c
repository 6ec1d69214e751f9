/* Altering several fields of an item as one change. See the header. */
#include "config.h"

#include "scr-command-update.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>

/**
 * scr_command_update:
 * @store: the record
 * @item: what is altered
 * @draft: an item of the same kind that no record holds: how its fields are to be
 * @error: return location
 *
 * Gives @item every field of @draft that differs; what orders it stays.
 *
 * Returns: whether the record holds it now; also where nothing differs, which is no change
 */
gboolean
scr_command_update (ScrStore *store, ScrItem *item, ScrItem *draft, GError **error)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), item);
  /* TRANSLATORS: name of a change: %s is the title of what was altered */
  g_autofree char *label = g_strdup_printf (_ ("Change %s"), title);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  g_return_val_if_fail (scr_item_get_kind (draft) == kind, FALSE);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrValue *value = scr_item_get_value_at (draft, i);

      if (kind->fields[i].type != SCR_FIELD_ORDER && !scr_value_equal (value, scr_item_get_value_at (item, i)))
        scr_edit_set_value (edit, kind->name, scr_item_get_id (item), kind->fields[i].name, value);
    }
  return scr_edit_get_n_rows (edit) == 0 || scr_store_apply (store, edit, error);
}
