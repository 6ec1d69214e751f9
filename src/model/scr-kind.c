/* ScrKind - finding descriptions and asking them things. See the header. */
#include "config.h"

#include "scr-kinds.h"

#include <string.h>

typedef struct
{
  GPtrArray *all;
  GHashTable *by_name; /* name -> index + 1 */
} Registry;

static gpointer
build_registry (gpointer unused)
{
  const ScrKind *const *areas[] = { scr_kinds_core,      scr_kinds_map,      scr_kinds_meetings, scr_kinds_programme,
                                    scr_kinds_questions, scr_kinds_disputes, scr_kinds_reports };
  Registry *registry = g_new0 (Registry, 1);

  registry->all = g_ptr_array_new ();
  registry->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint a = 0; a < G_N_ELEMENTS (areas); a++)
    for (guint k = 0; areas[a][k] != NULL; k++)
      {
        g_ptr_array_add (registry->all, (gpointer) areas[a][k]);
        g_hash_table_insert (registry->by_name, (gpointer) areas[a][k]->name, GUINT_TO_POINTER (registry->all->len));
      }
  return registry;
}

/* An index over constant tables, built once: it holds nothing that can change. */
static const Registry *
get_registry (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, build_registry, NULL);
}

/**
 * scr_kinds_get_all:
 * @n_kinds: (out) (optional): how many there are
 *
 * Every kind there is, always in the same order.
 *
 * Returns: (transfer none): the kinds
 */
const ScrKind *const *
scr_kinds_get_all (guint *n_kinds)
{
  const Registry *registry = get_registry ();

  if (n_kinds != NULL)
    *n_kinds = registry->all->len;
  return (const ScrKind *const *) registry->all->pdata;
}

/**
 * scr_kind_find:
 * @name: (nullable): a kind's name
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL if there is none of that name
 */
const ScrKind *
scr_kind_find (const char *name)
{
  const Registry *registry = get_registry ();
  guint index;

  if (name == NULL)
    return NULL;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (registry->by_name, name));
  return index > 0 ? registry->all->pdata[index - 1] : NULL;
}

/**
 * scr_kind_index:
 * @kind: a kind
 *
 * Returns: its place among all kinds, from 0
 */
int
scr_kind_index (const ScrKind *kind)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (get_registry ()->by_name, kind->name)) - 1;
}

/**
 * scr_kind_get_field_index:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: the field's place in @kind, or -1
 */
int
scr_kind_get_field_index (const ScrKind *kind, const char *name)
{
  /* Mostly it is the very same literal, which compilers keep once. */
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].name == name)
      return (int) i;
  for (guint i = 0; i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * scr_kind_get_field:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: (transfer none) (nullable): the field
 */
const ScrField *
scr_kind_get_field (const ScrKind *kind, const char *name)
{
  int index = scr_kind_get_field_index (kind, name);

  return index >= 0 ? &kind->fields[index] : NULL;
}

static const ScrField *
find_flagged (const ScrKind *kind, ScrFieldFlags flag)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & flag)
      return &kind->fields[i];
  return NULL;
}

/**
 * scr_kind_get_parent_field:
 * @kind: a kind
 *
 * Returns: (nullable): the field that says to what an item of @kind belongs
 */
const ScrField *
scr_kind_get_parent_field (const ScrKind *kind)
{
  return find_flagged (kind, SCR_FIELD_PARENT);
}

/**
 * scr_kind_get_partnership_field:
 * @kind: a kind
 *
 * Returns: (nullable): the field that says to which partnership an item of @kind belongs
 */
const ScrField *
scr_kind_get_partnership_field (const ScrKind *kind)
{
  return find_flagged (kind, SCR_FIELD_PARTNERSHIP);
}

/**
 * scr_field_is_identity:
 * @field: a field
 *
 * Returns: whether its values are identities of other items
 */
gboolean
scr_field_is_identity (const ScrField *field)
{
  switch (field->type)
    {
    case SCR_FIELD_CHOICE:
    case SCR_FIELD_STATUS:
    case SCR_FIELD_REFERENCE:
    case SCR_FIELD_FILE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * scr_field_refers_to:
 * @field: a field
 * @kind_name: a kind's name
 *
 * Returns: whether @field may hold the identity of an item of that kind
 */
gboolean
scr_field_refers_to (const ScrField *field, const char *kind_name)
{
  g_auto (GStrv) kinds = NULL;

  if (field->type == SCR_FIELD_FILE)
    return strcmp (kind_name, "attachment") == 0;
  if (field->type == SCR_FIELD_CHOICE || field->type == SCR_FIELD_STATUS)
    return strcmp (kind_name, SCR_KIND_CHOICE) == 0;
  if (field->type != SCR_FIELD_REFERENCE)
    return FALSE;
  kinds = g_strsplit (field->of, " ", -1);
  return g_strv_contains ((const char *const *) kinds, kind_name);
}

/**
 * scr_field_is_numeric:
 * @field: a field
 *
 * Returns: whether its values are numbers: numbers, durations in minutes, and yes or no as 1 or 0
 */
gboolean
scr_field_is_numeric (const ScrField *field)
{
  return field->type == SCR_FIELD_NUMBER || field->type == SCR_FIELD_DURATION || field->type == SCR_FIELD_BOOL;
}

/**
 * scr_field_get_max_length:
 * @field: a field of text
 *
 * Returns: the greatest length of its values, in characters
 */
guint
scr_field_get_max_length (const ScrField *field)
{
  if (field->type == SCR_FIELD_TEXT)
    return field->max > 0 ? (guint) field->max : 200;
  if (field->type == SCR_FIELD_RICH)
    return field->max > 0 ? (guint) field->max : 100000;
  return 64;
}
