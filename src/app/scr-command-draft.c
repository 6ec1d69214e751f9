/* Adding an item whose fields were filled in before. See the header. */
#include "config.h"

#include "scr-command-draft.h"

#include "scr-format.h"
#include "scr-order-key.h"

#include <glib/gi18n-lib.h>

/* After the last of those that share its parent. */
static void
put_last (ScrStore *store, ScrEdit *edit, ScrItem *draft, const ScrField *order)
{
  const ScrKind *kind = scr_item_get_kind (draft);
  const ScrField *parent = scr_kind_get_parent_field (kind);
  const char *owner = parent != NULL ? scr_item_get_text (draft, parent->name) : NULL;
  g_autofree char *backwards = g_strconcat ("-", order->name, NULL);
  ScrQuery query = { .kind = kind->name, .order = backwards, .limit = 1 };
  g_autoptr (GPtrArray) last = NULL;
  g_autofree char *key = NULL;

  if (owner != NULL)
    query.conditions[0] = (ScrCondition){ parent->name, SCR_IS, owner, 0 };
  last = scr_source_list (SCR_SOURCE (store), &query);
  key = scr_order_key_between (last->len > 0 ? scr_item_get_text (g_ptr_array_index (last, 0), order->name) : NULL,
                               NULL);
  scr_edit_set_text (edit, kind->name, scr_item_get_id (draft), order->name, key);
}

/**
 * scr_command_add_draft:
 * @store: the record
 * @draft: an item that no record holds yet
 * @error: return location
 *
 * Makes an item with the identity and the fields of @draft, placed last among its siblings.
 *
 * Returns: (transfer full) (nullable): the new item
 */
ScrItem *
scr_command_add_draft (ScrStore *store, ScrItem *draft, GError **error)
{
  const ScrKind *kind = scr_item_get_kind (draft);
  const char *id = scr_item_get_id (draft);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), draft);
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), title);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  scr_edit_add (edit, kind->name, id);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];

      if (scr_item_get_value_at (draft, i)->type != SCR_VALUE_NONE)
        scr_edit_set_value (edit, kind->name, id, field->name, scr_item_get_value_at (draft, i));
      else if (field->type == SCR_FIELD_ORDER)
        put_last (store, edit, draft, field);
    }
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), kind->name, id);
}
