/* What minutes consist of, row by row. See the header.
 *
 * Written as GVariant text: kind, identity, and fields with a text or a number.
 */
#include "config.h"

#include "scr-minutes-content.h"

#include "scr-minutes-parts.h"

#include <string.h>

#define FORMAT "a(ssa{sv})"

/* --- Taking --- */

static GVariant *
value_to_variant (const ScrValue *value)
{
  return value->type == SCR_VALUE_TEXT ? g_variant_new_string (value->text)
                                       : g_variant_new_double (value->number);
}

static void
take_item (GVariantBuilder *rows, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);

  g_variant_builder_open (rows, G_VARIANT_TYPE ("(ssa{sv})"));
  g_variant_builder_add (rows, "s", kind->name);
  g_variant_builder_add (rows, "s", scr_item_get_id (item));
  g_variant_builder_open (rows, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrValue *value = scr_item_get_value_at (item, i);

      if (value->type != SCR_VALUE_NONE && scr_minutes_have_field (kind, kind->fields[i].name))
        g_variant_builder_add (rows, "{sv}", kind->fields[i].name, value_to_variant (value));
    }
  g_variant_builder_close (rows);
  g_variant_builder_close (rows);
}

/**
 * scr_minutes_take_content:
 * @source: where it comes from
 * @meeting_id: identity of a meeting
 *
 * Returns: (transfer full): what its minutes consist of now, for scr_minutes_put_content_back()
 */
char *
scr_minutes_take_content (ScrSource *source, const char *meeting_id)
{
  g_autoptr (GPtrArray) items = scr_minutes_list_parts (source, meeting_id);
  g_autoptr (GVariant) content = NULL;
  GVariantBuilder rows;

  g_variant_builder_init (&rows, G_VARIANT_TYPE (FORMAT));
  for (guint i = 0; i < items->len; i++)
    take_item (&rows, g_ptr_array_index (items, i));
  content = g_variant_ref_sink (g_variant_builder_end (&rows));
  return g_variant_print (content, FALSE);
}

/* --- Putting back --- */

static gboolean
variant_to_value (GVariant *variant, ScrValue *value)
{
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
    scr_value_set_text (value, g_variant_get_string (variant, NULL));
  else if (g_variant_is_of_type (variant, G_VARIANT_TYPE_DOUBLE))
    scr_value_set_number (value, g_variant_get_double (variant));
  else
    return FALSE;
  return TRUE;
}

/* Sets what is different now; a field that is not told was empty. */
static gboolean
put_fields (ScrEdit *edit, const ScrKind *kind, const char *id, ScrItem *now, GVariant *fields)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];
      g_autoptr (GVariant) told = NULL;
      g_auto (ScrValue) value = SCR_VALUE_INIT;

      if (!scr_minutes_have_field (kind, field->name))
        continue;
      told = g_variant_lookup_value (fields, field->name, NULL);
      if (told != NULL && !variant_to_value (told, &value))
        return FALSE;
      if (now == NULL ? told != NULL : !scr_value_equal (&value, scr_item_get_value_at (now, i)))
        scr_edit_set_value (edit, kind->name, id, field->name, &value);
    }
  return TRUE;
}

static gboolean
put_row (ScrSource *source, const char *meeting_id, GVariant *row, GHashTable *told, ScrEdit *edit)
{
  const char *kind_name, *id;
  g_autoptr (GVariant) fields = NULL;
  g_autoptr (ScrItem) now = NULL;
  const ScrKind *kind;

  g_variant_get (row, "(&s&s@a{sv})", &kind_name, &id, &fields);
  kind = scr_kind_find (kind_name);
  if (kind == NULL || !scr_minutes_have_kind (kind))
    return FALSE;
  now = scr_source_get (source, kind_name, id);
  /* The meeting is this one; it is neither made nor taken out of the bin by its minutes. */
  if (strcmp (kind_name, "meeting") == 0)
    return strcmp (id, meeting_id) == 0 && now != NULL && put_fields (edit, kind, id, now, fields);
  g_hash_table_add (told, g_strdup (id));
  if (now == NULL)
    scr_edit_add (edit, kind_name, id);
  else if (scr_item_is_deleted (now))
    scr_edit_restore (edit, kind_name, id);
  return put_fields (edit, kind, id, now, fields);
}

/* What was added since goes into the bin. */
static void
bin_others (ScrSource *source, const char *meeting_id, GHashTable *told, ScrEdit *edit)
{
  g_autoptr (GPtrArray) items = scr_minutes_list_parts (source, meeting_id);

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *kind = scr_item_get_kind (item)->name;

      if (strcmp (kind, "meeting") != 0 && !g_hash_table_contains (told, scr_item_get_id (item)))
        scr_edit_bin (edit, kind, scr_item_get_id (item));
    }
}

/**
 * scr_minutes_put_content_back:
 * @source: the record
 * @meeting_id: identity of a meeting
 * @content: (nullable): what its minutes consisted of
 * @edit: gets what makes them so again
 *
 * Alterations only: what is as it was is left alone.
 *
 * Returns: whether @content could be read; if not, @edit may hold a part of it and is not to be applied
 */
gboolean
scr_minutes_put_content_back (ScrSource *source, const char *meeting_id, const char *content, ScrEdit *edit)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GVariant) rows = NULL;

  if (content != NULL)
    rows = g_variant_parse (G_VARIANT_TYPE (FORMAT), content, NULL, NULL, NULL);
  if (rows == NULL || g_variant_n_children (rows) == 0)
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);

      if (!put_row (source, meeting_id, row, told, edit))
        return FALSE;
    }
  bin_others (source, meeting_id, told, edit);
  return TRUE;
}
