/* ScrEdit - what one user action is to do. See the header. */
#include "scr-edit.h"

#include "scr-identity.h"

struct _ScrEdit
{
  char *label;
  char *merge_key;
  GPtrArray *rows;       /* (element-type ScrRowEdit) */
  GHashTable *open_rows; /* id -> the row that further values of that id go to; borrowed */
};

static void
row_edit_free (gpointer data)
{
  ScrRowEdit *row = data;

  g_free (row->id);
  g_free (row->stamp);
  g_array_unref (row->fields);
  g_array_unref (row->values);
  g_free (row);
}

/**
 * scr_edit_new:
 * @label: what the action is called in the list of changes, translated ("Move the meeting to 9 July")
 *
 * Returns: (transfer full): an edit that does nothing yet
 */
ScrEdit *
scr_edit_new (const char *label)
{
  ScrEdit *self = g_new0 (ScrEdit, 1);

  self->label = g_strdup (label);
  self->rows = g_ptr_array_new_with_free_func (row_edit_free);
  self->open_rows = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * scr_edit_free:
 * @self: (nullable): an edit
 */
void
scr_edit_free (ScrEdit *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->open_rows);
  g_ptr_array_unref (self->rows);
  g_free (self->merge_key);
  g_free (self->label);
  g_free (self);
}

/**
 * scr_edit_get_label:
 * @self: an edit
 *
 * Returns: (transfer none): its label
 */
const char *
scr_edit_get_label (const ScrEdit *self)
{
  return self->label;
}

/**
 * scr_edit_set_merge_key:
 * @self: an edit
 * @key: (nullable): what tells that two edits are parts of one action
 *
 * Edits with the same key that follow each other within a few seconds become one change: rapid typing in one field.
 */
void
scr_edit_set_merge_key (ScrEdit *self, const char *key)
{
  g_free (self->merge_key);
  self->merge_key = g_strdup (key);
}

/**
 * scr_edit_get_merge_key:
 * @self: an edit
 *
 * Returns: (transfer none) (nullable): its merge key
 */
const char *
scr_edit_get_merge_key (const ScrEdit *self)
{
  return self->merge_key;
}

static ScrRowEdit *
append_row (ScrEdit *self, ScrOp op, const char *kind_name, const char *id)
{
  const ScrKind *kind = scr_kind_find (kind_name);
  ScrRowEdit *row;

  g_return_val_if_fail (kind != NULL, NULL);
  row = g_new0 (ScrRowEdit, 1);
  row->op = op;
  row->kind = kind;
  row->id = g_strdup (id);
  row->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  row->values = g_array_new (FALSE, TRUE, sizeof (ScrValue));
  g_array_set_clear_func (row->values, (GDestroyNotify) scr_value_clear);
  g_ptr_array_add (self->rows, row);
  if (op == SCR_OP_ADD || op == SCR_OP_SET)
    g_hash_table_insert (self->open_rows, row->id, row);
  return row;
}

/**
 * scr_edit_add:
 * @self: an edit
 * @kind: a kind's name
 * @id: (nullable): the new item's identity; %NULL makes a random one
 *
 * Makes an item. Values set for its identity afterwards belong to it from the start.
 *
 * Returns: (transfer none): its identity
 */
const char *
scr_edit_add (ScrEdit *self, const char *kind, const char *id)
{
  g_autofree char *fresh = id == NULL ? scr_identity_new () : NULL;
  ScrRowEdit *row = append_row (self, SCR_OP_ADD, kind, id != NULL ? id : fresh);

  return row != NULL ? row->id : NULL;
}

/**
 * scr_edit_set_value:
 * @self: an edit
 * @kind: a kind's name
 * @id: an item's identity
 * @field: a field of that kind
 * @value: what it is to hold
 */
void
scr_edit_set_value (ScrEdit *self, const char *kind, const char *id, const char *field, const ScrValue *value)
{
  ScrRowEdit *row = g_hash_table_lookup (self->open_rows, id);
  ScrValue copy = SCR_VALUE_INIT;
  int found;
  guint index;

  if (row == NULL)
    row = append_row (self, SCR_OP_SET, kind, id);
  g_return_if_fail (row != NULL);
  found = scr_kind_get_field_index (row->kind, field);
  g_return_if_fail (found >= 0);
  index = (guint) found;
  for (guint i = 0; i < row->fields->len; i++)
    if (g_array_index (row->fields, guint, i) == index)
      {
        scr_value_copy (&g_array_index (row->values, ScrValue, i), value);
        return;
      }
  scr_value_copy (&copy, value);
  g_array_append_val (row->fields, index);
  g_array_append_val (row->values, copy);
}

/**
 * scr_edit_set_text:
 * @self: an edit
 * @kind: a kind's name
 * @id: an item's identity
 * @field: a field that is not numeric
 * @text: (nullable): its new text; %NULL or "" empties it
 */
void
scr_edit_set_text (ScrEdit *self, const char *kind, const char *id, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  scr_edit_set_value (self, kind, id, field, &value);
}

/**
 * scr_edit_set_number:
 * @self: an edit
 * @kind: a kind's name
 * @id: an item's identity
 * @field: a numeric field
 * @number: its new number (minutes for durations, 1 or 0 for yes or no)
 */
void
scr_edit_set_number (ScrEdit *self, const char *kind, const char *id, const char *field, double number)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_number (&value, number);
  scr_edit_set_value (self, kind, id, field, &value);
}

/**
 * scr_edit_bin:
 * @self: an edit
 * @kind: a kind's name
 * @id: an item's identity
 *
 * Puts the item, and all that belongs to it, into the bin.
 */
void
scr_edit_bin (ScrEdit *self, const char *kind, const char *id)
{
  append_row (self, SCR_OP_BIN, kind, id);
}

/**
 * scr_edit_bin_as_of:
 * @self: an edit
 * @kind: a kind's name
 * @id: an item's identity
 * @stamp: when it went into the bin, ISO 8601 in UTC
 *
 * For bundles: puts this one item into the bin as it was elsewhere, and nothing that belongs to it.
 */
void
scr_edit_bin_as_of (ScrEdit *self, const char *kind, const char *id, const char *stamp)
{
  ScrRowEdit *row = append_row (self, SCR_OP_BIN, kind, id);

  g_return_if_fail (row != NULL);
  row->stamp = g_strdup (stamp);
}

/**
 * scr_edit_restore:
 * @self: an edit
 * @kind: a kind's name
 * @id: an item's identity
 *
 * Takes the item out of the bin, with all that went there at the same time.
 */
void
scr_edit_restore (ScrEdit *self, const char *kind, const char *id)
{
  append_row (self, SCR_OP_RESTORE, kind, id);
}

/**
 * scr_edit_purge:
 * @self: an edit
 * @kind: a kind's name
 * @id: an item's identity
 *
 * Removes the item for good, with all that belongs to it. Undo brings it back.
 */
void
scr_edit_purge (ScrEdit *self, const char *kind, const char *id)
{
  append_row (self, SCR_OP_PURGE, kind, id);
}

/**
 * scr_edit_get_n_rows:
 * @self: an edit
 *
 * Returns: how many row operations it has
 */
guint
scr_edit_get_n_rows (const ScrEdit *self)
{
  return self->rows->len;
}

/**
 * scr_edit_get_row:
 * @self: an edit
 * @index: which, from 0
 *
 * Returns: (transfer none): a row operation
 */
const ScrRowEdit *
scr_edit_get_row (const ScrEdit *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}
