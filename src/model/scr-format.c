/* Fields and titles of items as people read them. See scr-format.h. */
#include "config.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A title may be made of other items' titles, and those again; data may lead round in a circle. */
#define MAX_TITLE_DEPTH 4
#define MAX_PARENTS 8

static char *format_title_at (const ScrLanguage *language, ScrSource *source, ScrItem *item, guint depth);

static char *
format_reference (const ScrLanguage *language,
                  ScrSource *source,
                  const ScrField *field,
                  const char *id,
                  guint depth)
{
  g_autoptr (ScrItem) item = source != NULL ? scr_source_find (source, field, id) : NULL;
  g_autofree char *title = NULL;

  if (source == NULL)
    return g_strdup (id);
  if (item == NULL)
    return g_strdup (scr_tr (language, "No longer in this record"));
  title = format_title_at (language, source, item, depth);
  if (!scr_item_is_deleted (item) || depth > 0)
    return g_steal_pointer (&title);
  /* TRANSLATORS: %s is the title of something that was deleted */
  return g_strdup_printf (scr_tr (language, "%s (in the bin)"), title);
}

static char *
format_numeric (const ScrLanguage *language, const ScrField *field, double number)
{
  if (field->type == SCR_FIELD_BOOL)
    return g_strdup (number != 0 ? scr_tr_context (language, "answer", "Yes")
                                 : scr_tr_context (language, "answer", "No"));
  if (field->type == SCR_FIELD_DURATION)
    return scr_format_duration (language, number);
  return scr_format_number (language, number);
}

static char *
format_value_at (const ScrLanguage *language,
                 ScrSource *source,
                 const ScrField *field,
                 const ScrValue *value,
                 guint depth)
{
  if (value->type == SCR_VALUE_NONE)
    return g_strdup ("");
  if (value->type == SCR_VALUE_NUMBER)
    return format_numeric (language, field, value->number);
  if (scr_field_is_identity (field))
    return format_reference (language, source, field, value->text, depth);
  if (field->type == SCR_FIELD_DAY)
    return scr_format_day (language, value->text, SCR_DAY_LONG);
  return g_strdup (value->text);
}

static void
join_part (const ScrLanguage *language, char **title, char *part)
{
  char *joined;

  if (*part == '\0')
    g_free (part);
  else if (*title == NULL)
    *title = part;
  else
    {
      /* TRANSLATORS: two parts of one title, as in "Learning hub, 9 July 2019" */
      joined = g_strdup_printf (scr_tr_context (language, "parts of a title", "%1$s, %2$s"), *title, part);
      g_free (*title);
      g_free (part);
      *title = joined;
    }
}

static char *
format_title_at (const ScrLanguage *language, ScrSource *source, ScrItem *item, guint depth)
{
  const ScrKind *kind = scr_item_get_kind (item);
  gboolean is_choice = strcmp (kind->name, SCR_KIND_CHOICE) == 0;
  g_autofree char *title = NULL;

  for (guint i = 0; depth < MAX_TITLE_DEPTH && i < kind->n_fields; i++)
    {
      char *part;

      if (!(kind->fields[i].flags & SCR_FIELD_TITLE))
        continue;
      part = format_value_at (language, source, &kind->fields[i], scr_item_get_value_at (item, i), depth + 1);
      join_part (language, &title, part);
    }
  /* The words of choices are shipped, in English; those that people add themselves are found in no catalogue.
   */
  if (title != NULL && is_choice)
    return g_strdup (scr_tr (language, title));
  if (title != NULL)
    return g_steal_pointer (&title);
  /* TRANSLATORS: the title of something that has none; %s is its kind, as in "Untitled: Meeting" */
  return g_strdup_printf (scr_tr (language, "Untitled: %s"), scr_tr (language, kind->label));
}

/**
 * scr_format_value:
 * @language: (nullable): a language
 * @source: (nullable): where the items that it may refer to are; without it, identities stand for titles
 * @field: a field
 * @value: what it holds, or held
 *
 * Returns: (transfer full): the value in words; "" for nothing
 */
char *
scr_format_value (const ScrLanguage *language,
                  ScrSource *source,
                  const ScrField *field,
                  const ScrValue *value)
{
  g_return_val_if_fail (field != NULL && value != NULL, g_strdup (""));

  return format_value_at (language, source, field, value, 0);
}

/**
 * scr_format_field:
 * @language: (nullable): a language
 * @source: (nullable): where the item comes from
 * @item: an item
 * @field: the name of one of its fields
 *
 * Returns: (transfer full): what the field holds, in words; "" for nothing
 */
char *
scr_format_field (const ScrLanguage *language, ScrSource *source, ScrItem *item, const char *field)
{
  const ScrField *found = scr_kind_get_field (scr_item_get_kind (item), field);

  g_return_val_if_fail (found != NULL, g_strdup (""));
  return scr_format_value (language, source, found, scr_item_get_value (item, field));
}

/**
 * scr_format_title:
 * @language: (nullable): a language
 * @source: (nullable): where the item comes from
 * @item: an item
 *
 * Returns: (transfer full): its title: its title fields joined, or words that say it has none. Never empty
 */
char *
scr_format_title (const ScrLanguage *language, ScrSource *source, ScrItem *item)
{
  return format_title_at (language, source, item, 0);
}

static char *
format_own_partnership (const ScrLanguage *language, ScrSource *source, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  const ScrField *field = scr_kind_get_partnership_field (kind);
  g_autoptr (ScrItem) partnership = NULL;

  if (strcmp (kind->name, "partnership") == 0)
    return scr_format_title (language, source, item);
  if (field == NULL)
    return NULL;
  partnership = scr_source_get_referred (source, item, field->name);
  return partnership != NULL ? scr_format_title (language, source, partnership) : NULL;
}

/**
 * scr_format_partnership:
 * @language: (nullable): a language
 * @source: where the item comes from
 * @item: an item
 *
 * Follows what the item belongs to until something says of which partnership it is.
 *
 * Returns: (transfer full) (nullable): the title of the item's partnership, or %NULL if it belongs to all
 */
char *
scr_format_partnership (const ScrLanguage *language, ScrSource *source, ScrItem *item)
{
  g_autoptr (ScrItem) at = g_object_ref (item);

  for (guint i = 0; at != NULL && i <= MAX_PARENTS; i++)
    {
      const ScrField *parent = scr_kind_get_parent_field (scr_item_get_kind (at));
      char *title = format_own_partnership (language, source, at);
      ScrItem *next;

      if (title != NULL)
        return title;
      next = parent != NULL ? scr_source_get_referred (source, at, parent->name) : NULL;
      g_set_object (&at, next);
      g_clear_object (&next);
    }
  return NULL;
}
