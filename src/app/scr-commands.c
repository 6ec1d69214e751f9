/* Every user command that alters a record. See the header. */
#include "config.h"

#include "scr-commands.h"

#include "scr-format.h"
#include "scr-identity.h"
#include "scr-minutes-lock.h"
#include "scr-order-key.h"
#include "scr-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_title (ScrStore *store, ScrItem *item)
{
  return scr_format_title (NULL, SCR_SOURCE (store), item);
}

static char *
label_for_value (ScrStore *store, ScrItem *item, const ScrField *field)
{
  g_autofree char *title = dup_title (store, item);

  /* TRANSLATORS: name of a change: a field's label, then what it belongs to: "Due day of Send the findings".
   */
  return g_strdup_printf (_ ("%s of %s"), _ (field->label), title);
}

/**
 * scr_command_dup_value_label:
 * @store: the record
 * @item: a thing
 * @field: one of its fields
 *
 * Returns: (transfer full): what a change of it is called: "Due day of Send the findings"
 */
char *
scr_command_dup_value_label (ScrStore *store, ScrItem *item, const char *field)
{
  return label_for_value (store, item, scr_kind_get_field (scr_item_get_kind (item), field));
}

/**
 * scr_command_set_value:
 * @store: the record
 * @item: what is altered
 * @field: one of its fields
 * @value: what it is to hold
 * @typing: whether more of the same may follow at once: rapid typing in one field becomes one change
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_set_value (ScrStore *store,
                       ScrItem *item,
                       const char *field,
                       const ScrValue *value,
                       gboolean typing,
                       GError **error)
{
  const ScrKind *kind = scr_item_get_kind (item);
  const ScrField *described = scr_kind_get_field (kind, field);
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  g_return_val_if_fail (described != NULL, FALSE);
  if (!scr_minutes_check_state (SCR_SOURCE (store), item, field, value, error))
    return FALSE;
  label = label_for_value (store, item, described);
  edit = scr_edit_new (label);
  if (typing)
    {
      key = g_strconcat (scr_item_get_id (item), "/", field, NULL);
      scr_edit_set_merge_key (edit, key);
    }
  scr_edit_set_value (edit, kind->name, scr_item_get_id (item), field, value);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_set_text:
 * @store: the record
 * @item: what is altered
 * @field: one of its fields that is not numeric
 * @text: (nullable): its new text
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_set_text (ScrStore *store, ScrItem *item, const char *field, const char *text, GError **error)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  return scr_command_set_value (store, item, field, &value, FALSE, error);
}

/* --- Order --- */

static const ScrField *
find_order_field (const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SCR_FIELD_ORDER)
      return &kind->fields[i];
  return NULL;
}

/* Items that share a parent, or that have none either, in people's order. */
static GPtrArray *
list_siblings (ScrStore *store, const ScrKind *kind, const char *parent)
{
  const ScrField *parent_field = scr_kind_get_parent_field (kind);
  ScrQuery query = {.kind = kind->name, .order = find_order_field (kind)->name};

  if (parent_field != NULL)
    query.conditions[0] = (ScrCondition) {parent_field->name, parent != NULL ? SCR_IS : SCR_IS_EMPTY, parent, 0};
  return scr_source_list (SCR_SOURCE (store), &query);
}

static const char *
get_position (GPtrArray *siblings, int index)
{
  if (index < 0 || index >= (int)siblings->len)
    return NULL;
  return scr_item_get_text (g_ptr_array_index (siblings, index),
                            find_order_field (scr_item_get_kind (g_ptr_array_index (siblings, index)))->name);
}

static void
put_last (ScrStore *store, ScrEdit *edit, const ScrKind *kind, const char *id, const char *parent)
{
  const ScrField *field = find_order_field (kind);
  g_autoptr (GPtrArray) siblings = NULL;
  g_autofree char *key = NULL;
  int last;

  if (field == NULL)
    return;
  siblings = list_siblings (store, kind, parent);
  /* Those without a key come last in lists, and are passed over here. */
  for (last = (int)siblings->len - 1; last >= 0 && get_position (siblings, last) == NULL; last--)
    continue;
  key = scr_order_key_between (get_position (siblings, last), NULL);
  scr_edit_set_text (edit, kind->name, id, field->name, key);
}

/* New keys for all siblings, when some have none or the gap between two has become too narrow. */
static void
spread (ScrEdit *edit, GPtrArray *siblings)
{
  g_auto (GStrv) keys = scr_order_keys_spread (siblings->len);

  for (guint i = 0; i < siblings->len; i++)
    {
      ScrItem *item = g_ptr_array_index (siblings, i);
      const ScrKind *kind = scr_item_get_kind (item);

      scr_edit_set_text (edit, kind->name, scr_item_get_id (item), find_order_field (kind)->name, keys[i]);
    }
}

static gboolean
place_between (ScrEdit *edit, GPtrArray *siblings, ScrItem *item, int index)
{
  const char *before = get_position (siblings, index - 1);
  const char *after = get_position (siblings, index);
  const ScrKind *kind = scr_item_get_kind (item);
  g_autofree char *key = NULL;

  if ((index > 0 && before == NULL) || (index < (int)siblings->len && after == NULL)
      || (before != NULL && after != NULL && strcmp (before, after) >= 0))
    return FALSE;
  key = scr_order_key_between (before, after);
  if (key == NULL || scr_order_key_needs_rebalance (key))
    return FALSE;
  scr_edit_set_text (edit, kind->name, scr_item_get_id (item), find_order_field (kind)->name, key);
  return TRUE;
}

/**
 * scr_command_move:
 * @store: the record
 * @item: an item of a kind that people order
 * @by: how many places: negative is towards the beginning
 * @error: return location
 *
 * Returns: whether it stands there now; moving beyond an end stops there
 */
gboolean
scr_command_move (ScrStore *store, ScrItem *item, int by, GError **error)
{
  const ScrKind *kind = scr_item_get_kind (item);
  const ScrField *parent = scr_kind_get_parent_field (kind);
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (ScrEdit) edit = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  guint from;
  int to;

  g_return_val_if_fail (find_order_field (kind) != NULL, FALSE);
  siblings = list_siblings (store, kind, parent != NULL ? scr_item_get_text (item, parent->name) : NULL);
  if (!g_ptr_array_find (siblings, item, &from))
    return TRUE;
  to = CLAMP ((int)from + by, 0, (int)siblings->len - 1);
  if (to == (int)from)
    return TRUE;
  title = dup_title (store, item);
  label = g_strdup_printf (_ ("Move %s"), title);
  edit = scr_edit_new (label);
  g_object_ref (item);
  g_ptr_array_remove_index (siblings, from);
  if (!place_between (edit, siblings, item, to))
    {
      g_ptr_array_insert (siblings, to, g_object_ref (item));
      spread (edit, siblings);
    }
  g_object_unref (item);
  return scr_store_apply (store, edit, error);
}

/* --- Adding --- */

/* The first of a list that is in use today. */
static char *
dup_first_choice (ScrStore *store, const char *list, const char *today)
{
  const ScrQuery query
      = {.kind = SCR_KIND_CHOICE, .conditions = {{"list", SCR_IS, list, 0}}, .order = "position"};
  g_autoptr (GPtrArray) choices = scr_source_list (SCR_SOURCE (store), &query);

  for (guint i = 0; i < choices->len; i++)
    {
      ScrItem *choice = g_ptr_array_index (choices, i);
      const char *from = scr_item_get_text (choice, "from");
      const char *until = scr_item_get_text (choice, "until");

      if ((from == NULL || strcmp (from, today) <= 0) && (until == NULL || strcmp (until, today) >= 0))
        return g_strdup (scr_item_get_id (choice));
    }
  return NULL;
}

/* A new thing begins with the first choice of each status list, and belongs where its maker stands. */
static void
set_first_states (ScrStore *store, ScrEdit *edit, const ScrKind *kind, const char *id)
{
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];
      gboolean needed = field->type == SCR_FIELD_STATUS
                        || (field->type == SCR_FIELD_CHOICE && (field->flags & SCR_FIELD_REQUIRED));
      g_autofree char *first = needed ? dup_first_choice (store, field->of, today) : NULL;

      if (first != NULL)
        scr_edit_set_text (edit, kind->name, id, field->name, first);
    }
}

/* A kind whose title is a text must have one; others name themselves by what they join. */
static void
set_title (ScrEdit *edit, const ScrKind *kind, const char *id, const char *title)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];

      g_autofree char *short_title = NULL;

      if (field->type != SCR_FIELD_TEXT || !(field->flags & SCR_FIELD_TITLE))
        continue;
      /* A reference beside the title is shorter; a title too long is for its maker to shorten. */
      if (strcmp (field->name, "title") != 0)
        short_title = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), scr_field_get_max_length (field)));
      scr_edit_set_text (edit, kind->name, id, field->name, short_title != NULL ? short_title : title);
    }
}

static void
set_required_day (ScrStore *store, ScrEdit *edit, const ScrKind *kind, const char *id)
{
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SCR_FIELD_DAY && (kind->fields[i].flags & SCR_FIELD_REQUIRED))
      scr_edit_set_text (edit, kind->name, id, kind->fields[i].name, today);
}

/**
 * scr_command_prepare_add:
 * @store: the record
 * @kind: a kind's name
 * @label: (nullable): name of the change; %NULL names the new item
 * @title: (nullable): its title; %NULL gives it one that says it is new
 * @partnership: (nullable): the partnership it belongs to
 * @preset_field: (nullable): a field that is filled from the start
 * @preset_id: (nullable): with what
 * @id: (out) (transfer full): its identity
 *
 * What scr_command_add() does, for other commands to add to before they apply it. Writes nothing.
 *
 * Returns: (transfer full): the edit
 */
ScrEdit *
scr_command_prepare_add (ScrStore *store,
                         const char *kind,
                         const char *label,
                         const char *title,
                         const char *partnership,
                         const char *preset_field,
                         const char *preset_id,
                         char **id)
{
  const ScrKind *described = scr_kind_find (kind);
  const ScrField *own;
  const ScrField *parent;
  g_autofree char *named = NULL;
  g_autofree char *untitled = NULL;
  ScrEdit *edit;

  g_return_val_if_fail (described != NULL, NULL);
  own = scr_kind_get_partnership_field (described);
  parent = scr_kind_get_parent_field (described);
  /* TRANSLATORS: %s is the label of a kind of thing, such as "Meeting". */
  untitled = g_strdup_printf (_ ("New: %s"), _ (described->label));
  if (title == NULL || *title == '\0')
    title = untitled;
  named = g_strdup_printf (_ ("Add %s"), title);
  edit = scr_edit_new (label != NULL ? label : named);
  *id = scr_identity_new ();
  scr_edit_add (edit, kind, *id);
  set_title (edit, described, *id, title);
  set_first_states (store, edit, described, *id);
  set_required_day (store, edit, described, *id);
  if (own != NULL && partnership != NULL)
    scr_edit_set_text (edit, kind, *id, own->name, partnership);
  if (preset_field != NULL)
    scr_edit_set_text (edit, kind, *id, preset_field, preset_id);
  put_last (store, edit, described, *id,
            parent != NULL && g_strcmp0 (parent->name, preset_field) == 0 ? preset_id : NULL);
  return edit;
}

/**
 * scr_command_add:
 * @store: the record
 * @kind: a kind's name
 * @title: (nullable): its title; %NULL gives it one that says it is new
 * @partnership: (nullable): the partnership it belongs to
 * @preset_field: (nullable): a field that is filled from the start
 * @preset_id: (nullable): with what
 * @error: return location
 *
 * Makes an item, with the first state of each kind of state and today in days that may not be empty.
 *
 * Returns: (transfer full) (nullable): the new item
 */
ScrItem *
scr_command_add (ScrStore *store,
                 const char *kind,
                 const char *title,
                 const char *partnership,
                 const char *preset_field,
                 const char *preset_id,
                 GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit
      = scr_command_prepare_add (store, kind, NULL, title, partnership, preset_field, preset_id, &id);

  if (edit == NULL || !scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), kind, id);
}

/**
 * scr_command_duplicate:
 * @store: the record
 * @item: what is copied
 * @error: return location
 *
 * Copies one item, without what belongs to it.
 *
 * Returns: (transfer full) (nullable): the copy
 */
ScrItem *
scr_command_duplicate (ScrStore *store, ScrItem *item, GError **error)
{
  const ScrKind *kind = scr_item_get_kind (item);
  const ScrField *parent = scr_kind_get_parent_field (kind);
  g_autofree char *title = dup_title (store, item);
  g_autofree char *label = g_strdup_printf (_ ("Duplicate %s"), title);
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  if (strcmp (kind->name, SCR_KIND_RECORD) == 0)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("The record itself cannot be duplicated from within. Save a copy of it."));
      return NULL;
    }
  scr_edit_add (edit, kind->name, id);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type != SCR_FIELD_ORDER && scr_item_get_value_at (item, i)->type != SCR_VALUE_NONE)
      scr_edit_set_value (edit, kind->name, id, kind->fields[i].name, scr_item_get_value_at (item, i));
  if (scr_kind_get_field (kind, "title") != NULL && scr_item_get_text (item, "title") != NULL)
    {
      g_autofree char *copied = g_strdup_printf (_ ("%s (copy)"), scr_item_get_text (item, "title"));

      if (g_utf8_strlen (copied, -1) <= scr_field_get_max_length (scr_kind_get_field (kind, "title")))
        scr_edit_set_text (edit, kind->name, id, "title", copied);
    }
  put_last (store, edit, kind, id, parent != NULL ? scr_item_get_text (item, parent->name) : NULL);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), kind->name, id);
}

/* --- The record itself --- */

/**
 * scr_command_pin_today:
 * @store: the record
 * @day: (nullable): the day that the record is shown as at, or %NULL for the real day
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_pin_today (ScrStore *store, const char *day, GError **error)
{
  g_autofree char *said = day != NULL ? scr_format_day (NULL, day, SCR_DAY_LONG) : NULL;
  g_autofree char *label
      = day != NULL ? g_strdup_printf (_ ("Show as at %s"), said) : g_strdup (_ ("Show as at today"));
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  scr_edit_set_text (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "today", day);
  return scr_store_apply (store, edit, error);
}
