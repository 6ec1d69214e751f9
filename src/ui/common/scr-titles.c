/* Finding items by their titles. See the header. */
#include "config.h"

#include "scr-titles.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>

/* Items whose titles are made of other items' titles cannot be asked for in one query: so many are looked through. */
#define LOOKED_THROUGH 2000

/**
 * scr_titles_have_text:
 * @kind: a kind
 *
 * Returns: whether a title of its items is typed, and not only made of what they refer to
 */
gboolean
scr_titles_have_text (const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SCR_FIELD_TITLE) && kind->fields[i].type == SCR_FIELD_TEXT)
      return TRUE;
  return FALSE;
}

static void
find_in_kind (ScrSource *source, const ScrKind *kind, const char *typed, guint limit, GPtrArray *found)
{
  gboolean asked = scr_titles_have_text (kind);
  const ScrQuery query = { .kind = kind->name,
                           .contains = asked && typed != NULL ? typed : NULL,
                           /* The record looks at more than titles: ask for more, keep what fits. */
                           .limit = typed == NULL ? limit : asked ? limit * 4 : LOOKED_THROUGH };
  g_autoptr (GPtrArray) items = scr_source_list (source, &query);
  guint added = 0;

  for (guint i = 0; i < items->len && added < limit; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      g_autofree char *title = scr_format_title (NULL, source, item);

      if (typed != NULL && !g_str_match_string (typed, title, TRUE))
        continue;
      g_ptr_array_add (found, g_object_ref (item));
      added++;
    }
}

/**
 * scr_titles_find:
 * @source: a record
 * @kinds: names of kinds, separated by spaces
 * @typed: (nullable): beginnings of words of the title; empty finds everything
 * @limit: how many of each kind, at the most
 *
 * Returns: (transfer full) (element-type ScrItem): items that are not in the bin, kind by kind
 */
GPtrArray *
scr_titles_find (ScrSource *source, const char *kinds, const char *typed, guint limit)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = g_strsplit (kinds, " ", -1);
  g_autofree char *words = typed != NULL ? g_strstrip (g_strdup (typed)) : NULL;

  if (words != NULL && *words == '\0')
    g_clear_pointer (&words, g_free);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const ScrKind *kind = scr_kind_find (names[i]);

      if (kind != NULL)
        find_in_kind (source, kind, words, limit, found);
    }
  return g_steal_pointer (&found);
}

/* Past so many rows it costs more to look for an identity among them than to show everything anew. */
#define MANY_ROWS 40

/* What such a kind is called depends on things beyond the one that is referred to. */
static gboolean
refers_to_composed_titles (const ScrField *field)
{
  g_auto (GStrv) kinds = field->type == SCR_FIELD_REFERENCE ? g_strsplit (field->of, " ", -1) : NULL;

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    if (!scr_titles_have_text (scr_kind_find (kinds[i])))
      return TRUE;
  return FALSE;
}

/**
 * scr_titles_field_is_touched:
 * @item: an item
 * @field: one of its fields
 * @change: what was altered
 *
 * Returns: whether what people read in @field may be different after @change
 */
gboolean
scr_titles_field_is_touched (ScrItem *item, const ScrField *field, ScrChange *change)
{
  const char *referred = scr_field_is_identity (field) ? scr_item_get_text (item, field->name) : NULL;

  return scr_change_get_n_rows (change) > MANY_ROWS || scr_change_touches_item (change, scr_item_get_id (item))
         || (referred != NULL
             && (scr_change_touches_item (change, referred) || refers_to_composed_titles (field)));
}

/**
 * scr_titles_item_is_touched:
 * @item: an item
 * @change: what was altered
 *
 * Returns: whether anything that people read of @item may be different after @change
 */
gboolean
scr_titles_item_is_touched (ScrItem *item, ScrChange *change)
{
  const ScrKind *kind = scr_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if (scr_titles_field_is_touched (item, &kind->fields[i], change))
      return TRUE;
  return FALSE;
}

/**
 * scr_titles_dup_subtitle:
 * @source: a record
 * @item: an item
 *
 * Returns: (transfer full): its kind, and whose it is: "Activity · Greenwich"
 */
char *
scr_titles_dup_subtitle (ScrSource *source, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autofree char *partnership = scr_format_partnership (NULL, source, item);

  if (partnership == NULL || *partnership == '\0')
    return g_strdup (_ (kind->label));
  /* TRANSLATORS: %1$s is a kind of thing, %2$s a partnership, as in "Activity · Greenwich" */
  return g_strdup_printf (_ ("%1$s · %2$s"), _ (kind->label), partnership);
}

/**
 * scr_titles_dup_summary:
 * @source: a record
 * @item: an item
 * @except: (nullable): a field that need not be told
 *
 * What tells @item from others of its title: the first columns that say something, beside title and partnership.
 *
 * Returns: (transfer full): "8 July 2019 · Agreed", or ""
 */
char *
scr_titles_dup_summary (ScrSource *source, ScrItem *item, const char *except)
{
  const ScrKind *kind = scr_item_get_kind (item);
  GString *summary = g_string_new (NULL);
  guint told = 0;

  for (guint i = 0; i < kind->n_fields && told < 2; i++)
    {
      const ScrField *field = &kind->fields[i];
      g_autofree char *text = NULL;

      if (!(field->flags & SCR_FIELD_COLUMN) || (field->flags & (SCR_FIELD_TITLE | SCR_FIELD_PARTNERSHIP))
          || field->type == SCR_FIELD_BOOL || g_strcmp0 (field->name, except) == 0)
        continue;
      text = scr_format_value (NULL, source, field, scr_item_get_value_at (item, i));
      if (text == NULL || *text == '\0')
        continue;
      if (told++ > 0)
        g_string_append (summary, " · ");
      g_string_append (summary, text);
    }
  return g_string_free (summary, FALSE);
}
