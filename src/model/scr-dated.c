/* Meetings and other dated things as rows. See the header. */
#include "config.h"

#include "scr-dated.h"

#include <string.h>

static const struct
{
  const char *kind;
  const char *day;
  const char *order; /* after the day */
  gboolean has_group;
} sorts[SCR_DATED_N_SORTS] = {
    [SCR_DATED_MEETINGS] = {"meeting", "day", "start title", TRUE},
    [SCR_DATED_ACTIVITIES] = {"activity", "day", "title", TRUE},
    [SCR_DATED_INSPECTIONS] = {"inspection", "day", "title", FALSE},
    [SCR_DATED_MILESTONES] = {"arrangement", "publish_due", "title", FALSE},
    [SCR_DATED_REPORTS] = {"report", "due", "title", FALSE},
};

/**
 * scr_dated_get_kind:
 * @sort: what can be listed
 *
 * Returns: the name of its kind
 */
const char *
scr_dated_get_kind (ScrDatedSort sort)
{
  return sorts[sort].kind;
}

/**
 * scr_dated_get_day_field:
 * @sort: what can be listed
 *
 * Returns: the field that has its day
 */
const char *
scr_dated_get_day_field (ScrDatedSort sort)
{
  return sorts[sort].day;
}

/* What one kind gives: identities, and what decides on their heading. */
typedef struct
{
  ScrDatedSort sort;
  GPtrArray *ids;
  GPtrArray *keys; /* (nullable) */
  guint next;
} Part;

typedef struct
{
  ScrDated *dated;
  const ScrDatedQuery *query;
  ScrSource *source;
  guint heading; /* index of the row under which items go now */
  gboolean has_heading;
  gboolean has_today;
} Maker;

static gboolean
is_listed (const ScrDatedQuery *query, ScrDatedSort sort)
{
  if (sort == SCR_DATED_MEETINGS)
    return TRUE;
  return (query->with & (1u << sort)) != 0 && query->kind == NULL && query->state == NULL
         && (query->group == NULL || sorts[sort].has_group);
}

/* "-day -start title" for the other way round; by day alone the rest turns with it. */
static char *
dup_order (const ScrDatedQuery *query, ScrDatedSort sort)
{
  static const char *const fields[SCR_DATED_N_ORDERS]
      = {[SCR_DATED_BY_TITLE] = "title", [SCR_DATED_BY_GROUP] = "group", [SCR_DATED_BY_STATE] = "state"};
  const char *minus = query->descending ? "-" : "";
  const char *field = fields[query->order];

  if (field != NULL && scr_kind_get_field (scr_kind_find (sorts[sort].kind), field) != NULL)
    return g_strdup_printf ("%s%s %s %s", minus, field, sorts[sort].day, sorts[sort].order);
  return g_strdup_printf ("%s%s %s%s", minus, sorts[sort].day, minus, sorts[sort].order);
}

/* Which field's content is a heading. */
static const char *
get_key_field (const ScrDatedQuery *query, ScrDatedSort sort)
{
  if (query->order == SCR_DATED_BY_DAY)
    return sorts[sort].day;
  if (sort != SCR_DATED_MEETINGS || query->order == SCR_DATED_BY_TITLE)
    return NULL;
  return query->order == SCR_DATED_BY_GROUP ? "group" : "state";
}

static void
ask (Maker *maker, ScrDatedSort sort, Part *part)
{
  const ScrDatedQuery *wanted = maker->query;
  g_autofree char *order = dup_order (wanted, sort);
  ScrQuery query = {.kind = sorts[sort].kind,
                    .partnership = wanted->partnership,
                    .contains = wanted->contains,
                    .order = order};
  const char *key = get_key_field (wanted, sort);
  guint n = 0;

  /* What has no day at all is no dated thing, unless it is a meeting that is still to be given one. */
  if (sort != SCR_DATED_MEETINGS)
    query.conditions[n++] = (ScrCondition) {sorts[sort].day, SCR_IS_FILLED, NULL, 0};
  if (wanted->group != NULL)
    query.conditions[n++] = (ScrCondition) {"group", SCR_IS, wanted->group, 0};
  if (wanted->kind != NULL)
    query.conditions[n++] = (ScrCondition) {"kind", SCR_IS, wanted->kind, 0};
  if (wanted->state != NULL)
    query.conditions[n++] = (ScrCondition) {"state", SCR_IS, wanted->state, 0};
  part->sort = sort;
  part->next = 0;
  part->ids = scr_source_list_ids (maker->source, &query);
  part->keys = key != NULL ? scr_source_list_texts (maker->source, &query, key) : NULL;
}

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_ptr_array_unref (part->ids);
  g_clear_pointer (&part->keys, g_ptr_array_unref);
}

/* --- Rows --- */

/* Takes @id. */
static void
add_row (Maker *maker, ScrDatedRowSort row_sort, ScrDatedSort sort, char *id)
{
  const ScrDatedRow row = {.row = row_sort, .sort = sort, .id = id};

  g_array_append_val (maker->dated->rows, row);
}

static void
begin_heading (Maker *maker, ScrDatedSort sort, const char *id)
{
  if (maker->has_heading
      && strcmp (g_array_index (maker->dated->rows, ScrDatedRow, maker->heading).id, id) == 0)
    return;
  add_row (maker, SCR_DATED_HEADING, sort, g_strdup (id));
  maker->heading = maker->dated->rows->len - 1;
  maker->has_heading = TRUE;
}

/* Takes @id. */
static void
add_item (Maker *maker, ScrDatedSort sort, char *id, gboolean to_come)
{
  add_row (maker, SCR_DATED_ITEM, sort, id);
  maker->dated->n_items++;
  if (!maker->has_heading)
    return;
  g_array_index (maker->dated->rows, ScrDatedRow, maker->heading).n++;
  if (to_come)
    g_array_index (maker->dated->rows, ScrDatedRow, maker->heading).n_to_come++;
}

/* Between what was and what comes, once; within its month, if that has anything. */
static void
add_today (Maker *maker, const char *day)
{
  gboolean is_past = day != NULL && strcmp (day, maker->dated->today) < 0;
  gboolean is_reached = day == NULL || (maker->query->descending ? is_past : !is_past);

  if (maker->has_today || !is_reached)
    return;
  add_row (maker, SCR_DATED_TODAY, SCR_DATED_MEETINGS, g_strdup (maker->dated->today));
  maker->has_today = TRUE;
}

/* The first of the parts whose next day comes first; no day comes last. */
static Part *
find_next (Maker *maker, GArray *parts)
{
  Part *best = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);
      const char *day, *best_day;

      if (part->next >= part->ids->len)
        continue;
      day = g_ptr_array_index (part->keys, part->next);
      best_day = best != NULL ? g_ptr_array_index (best->keys, best->next) : NULL;
      if (best == NULL || (day != NULL && best_day == NULL)
          || (day != NULL && best_day != NULL
              && (maker->query->descending ? strcmp (day, best_day) > 0 : strcmp (day, best_day) < 0)))
        best = part;
    }
  return best;
}

/* A month, "2019-06"; what has no day stands under "". */
static gboolean
is_in_month (const char *day, const char *month)
{
  return strncmp (day, month, 7) == 0;
}

static void
lay_by_day (Maker *maker, GArray *parts)
{
  Part *part;

  while ((part = find_next (maker, parts)) != NULL)
    {
      const char *day = g_ptr_array_index (part->keys, part->next);
      char *id = g_steal_pointer (&g_ptr_array_index (part->ids, part->next));
      g_autofree char *month = day != NULL ? g_strndup (day, 7) : g_strdup ("");
      gboolean new_month
          = !maker->has_heading
            || strcmp (g_array_index (maker->dated->rows, ScrDatedRow, maker->heading).id, month) != 0;

      /* Today's row follows the heading of its own month, and stands before that of a later one. */
      if (!new_month || !is_in_month (maker->dated->today, month))
        add_today (maker, day);
      begin_heading (maker, part->sort, month);
      add_today (maker, day);
      add_item (maker, part->sort, id, day != NULL && strcmp (day, maker->dated->today) >= 0);
      part->next++;
    }
  if (maker->dated->n_items > 0)
    add_today (maker, NULL);
}

static void
lay_by_kind (Maker *maker, GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      for (guint k = 0; k < part->ids->len; k++)
        {
          const char *key = part->keys != NULL ? g_ptr_array_index (part->keys, k) : NULL;

          if (part->sort != SCR_DATED_MEETINGS)
            begin_heading (maker, part->sort, sorts[part->sort].kind);
          else if (part->keys != NULL)
            begin_heading (maker, part->sort, key != NULL ? key : "");
          add_item (maker, part->sort, g_steal_pointer (&g_ptr_array_index (part->ids, k)), FALSE);
        }
    }
}

static void
clear_row (gpointer data)
{
  g_free (((ScrDatedRow *)data)->id);
}

/**
 * scr_dated_new:
 * @source: a record
 * @query: what is wanted
 *
 * Returns: (transfer full): the rows
 */
ScrDated *
scr_dated_new (ScrSource *source, const ScrDatedQuery *query)
{
  ScrDated *self = g_new0 (ScrDated, 1);
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (Part));
  Maker maker = {.dated = self, .query = query, .source = source};

  self->today = scr_source_dup_today (source);
  self->rows = g_array_new (FALSE, TRUE, sizeof (ScrDatedRow));
  g_array_set_clear_func (self->rows, clear_row);
  g_array_set_clear_func (parts, clear_part);
  for (guint sort = 0; sort < SCR_DATED_N_SORTS; sort++)
    {
      Part part;

      if (!is_listed (query, (ScrDatedSort)sort))
        continue;
      ask (&maker, (ScrDatedSort)sort, &part);
      g_array_append_val (parts, part);
    }
  if (query->order == SCR_DATED_BY_DAY)
    lay_by_day (&maker, parts);
  else
    lay_by_kind (&maker, parts);
  return self;
}

/**
 * scr_dated_free:
 * @self: (nullable): rows
 */
void
scr_dated_free (ScrDated *self)
{
  if (self == NULL)
    return;
  g_free (self->today);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * scr_dated_find:
 * @self: rows
 * @id: identity of an item
 * @position: (out) (optional): the row that is it
 *
 * Returns: whether there is one
 */
gboolean
scr_dated_find (const ScrDated *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ScrDatedRow *row = scr_dated_get_row (self, i);

      if (row->row != SCR_DATED_ITEM || strcmp (row->id, id) != 0)
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * scr_dated_find_today:
 * @self: rows
 * @position: (out): the row that stands for today
 *
 * Returns: whether there is one
 */
gboolean
scr_dated_find_today (const ScrDated *self, guint *position)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (scr_dated_get_row (self, i)->row == SCR_DATED_TODAY)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
