/* What a change of the record means for a list: whether its answer may be another one, and whether that can be told of a
 * long list without asking again. See scr-item-list.h. */
#include "config.h"

#include "scr-item-list-private.h"

#include <string.h>

/* A list of so many rows is not asked for again without need; a change of so few rows is looked at one by one. */
#define LONG 1000
#define FEW 8

typedef enum
{
  BEFORE = -1,
  SAME = 0,
  AFTER = 1,
  UNSURE = 2,
} Place;

/* As the record sorts: nothing comes last, texts without regard to case. What is sorted by the title of something else
 * is only certain where it is the same. */
static Place
compare_field (ScrItem *a, ScrItem *b, const ScrField *field, gboolean descending)
{
  const ScrValue *first = scr_item_get_value (a, field->name);
  const ScrValue *second = scr_item_get_value (b, field->name);
  int sign;

  if (scr_value_equal (first, second))
    return SAME;
  if (first->type == SCR_VALUE_NONE || second->type == SCR_VALUE_NONE)
    return first->type == SCR_VALUE_NONE ? AFTER : BEFORE;
  if (scr_field_is_identity (field) || first->type != second->type)
    return UNSURE;
  if (first->type == SCR_VALUE_NUMBER)
    sign = first->number < second->number ? -1 : 1;
  else if (field->type == SCR_FIELD_TEXT)
    sign = g_ascii_strcasecmp (first->text, second->text);
  else
    sign = strcmp (first->text, second->text);
  if (sign == 0)
    return SAME;
  return (sign < 0) != descending ? BEFORE : AFTER;
}

static Place
compare_items (ScrItemList *self, ScrItem *a, ScrItem *b)
{
  g_auto (GStrv) names = g_strsplit (self->order != NULL ? self->order : self->kind->order, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean descending = names[i][0] == '-';
      const ScrField *field = scr_kind_get_field (self->kind, names[i] + descending);
      Place place = field != NULL ? compare_field (a, b, field, descending) : SAME;

      if (place != SAME)
        return place;
    }
  return strcmp (scr_item_get_id (a), scr_item_get_id (b)) < 0 ? BEFORE : AFTER;
}

static gboolean
is_in_place (ScrItemList *self, const char *id)
{
  guint position;
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (self->store), self->kind->name, id);
  g_autoptr (ScrItem) before = NULL;
  g_autoptr (ScrItem) after = NULL;

  if (item == NULL || scr_item_is_deleted (item) || !scr_item_list_find (self, id, &position))
    return FALSE;
  before = position > 0 ? g_list_model_get_item (G_LIST_MODEL (self), position - 1) : NULL;
  after = g_list_model_get_item (G_LIST_MODEL (self), position + 1);
  return (before == NULL || compare_items (self, before, item) == BEFORE)
         && (after == NULL || compare_items (self, item, after) == BEFORE);
}

/* Sorting tens of thousands of rows for every word that is typed in one of them would be felt. */
gboolean
scr_item_list_stays_the_same (ScrItemList *self, ScrChange *change)
{
  guint n_rows = scr_change_get_n_rows (change);

  if (self->ids->len < LONG || n_rows > FEW || self->where != SCR_LIVE || self->partnership != NULL
      || self->contains != NULL || self->conditions[0].field != NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      const ScrChangedRow *row = scr_change_get_row (change, i);

      if (row->kind != self->kind && g_ptr_array_find (self->depends, row->kind, NULL))
        return FALSE;
      if (row->kind == self->kind && (row->what != SCR_ROW_ALTERED || !is_in_place (self, row->id)))
        return FALSE;
    }
  return TRUE;
}

static void
add_dependence (ScrItemList *self, const ScrKind *kind)
{
  const ScrField *parent;
  g_auto (GStrv) kinds = NULL;

  if (kind == NULL || g_ptr_array_find (self->depends, kind, NULL))
    return;
  g_ptr_array_add (self->depends, (gpointer) kind);
  /* An item belongs to its parent's partnership, and goes to the bin with it. */
  parent = scr_kind_get_parent_field (kind);
  if (parent == NULL || parent->type != SCR_FIELD_REFERENCE)
    return;
  kinds = g_strsplit (parent->of, " ", -1);
  for (guint i = 0; kinds[i] != NULL; i++)
    add_dependence (self, scr_kind_find (kinds[i]));
}

/* An order by a reference or a choice follows the titles of what is referred to. */
static void
add_order_dependences (ScrItemList *self, const char *order)
{
  g_auto (GStrv) names = g_strsplit (order, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const ScrField *field = scr_kind_get_field (self->kind, names[i] + (names[i][0] == '-'));
      g_auto (GStrv) kinds = NULL;

      if (field == NULL || !scr_field_is_identity (field))
        continue;
      if (field->type != SCR_FIELD_REFERENCE)
        {
          add_dependence (self, scr_kind_find (field->type == SCR_FIELD_FILE ? "attachment" : SCR_KIND_CHOICE));
          continue;
        }
      kinds = g_strsplit (field->of, " ", -1);
      for (guint k = 0; kinds[k] != NULL; k++)
        add_dependence (self, scr_kind_find (kinds[k]));
    }
}

/* A condition on what a reference means follows that. */
static void
add_condition_dependence (ScrItemList *self, const char *name)
{
  g_autofree char *reference = g_strndup (name, strcspn (name, "."));
  const ScrField *field = strchr (name, '.') != NULL ? scr_kind_get_field (self->kind, reference) : NULL;

  if (field != NULL)
    add_dependence (self, scr_kind_find (field->of));
}

void
scr_item_list_find_dependences (ScrItemList *self)
{
  g_ptr_array_set_size (self->depends, 0);
  add_dependence (self, self->kind);
  for (guint i = 0; i < SCR_QUERY_MAX_CONDITIONS && self->conditions[i].field != NULL; i++)
    add_condition_dependence (self, self->conditions[i].field);
  add_order_dependences (self, self->order != NULL ? self->order : self->kind->order);
}
