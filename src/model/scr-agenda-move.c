/* Moves within an agenda. See the header. */
#include "config.h"

#include "scr-agenda-move.h"

#include "scr-order-key.h"

/* --- What stands where --- */

static guint
get_height (const ScrAgenda *agenda, guint index)
{
  const ScrAgendaRow *row = scr_agenda_get_row (agenda, index);
  guint deepest = row->level;

  for (guint i = index + 1; i <= index + row->n_below; i++)
    deepest = MAX (deepest, scr_agenda_get_row (agenda, i)->level);
  return deepest - row->level;
}

static gboolean
is_within (const ScrAgenda *agenda, guint whole, int row)
{
  return row >= (int)whole && row <= (int)(whole + scr_agenda_get_row (agenda, whole)->n_below);
}

/* The parts of @parent in order, without @except. */
static GArray *
list_parts (const ScrAgenda *agenda, int parent, int except)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (int));
  guint i = (guint)(parent + 1);
  guint end = parent >= 0 ? i + scr_agenda_get_row (agenda, (guint)parent)->n_below : agenda->rows->len;

  for (; i < end; i += scr_agenda_get_row (agenda, i)->n_below + 1)
    if ((int)i != except)
      g_array_append_val (parts, i);
  return parts;
}

static guint
find_in (GArray *parts, int row)
{
  guint i = 0;

  while (i < parts->len && g_array_index (parts, int, i) != row)
    i++;
  return i;
}

static int
get_in (GArray *parts, int index)
{
  return index >= 0 && index < (int)parts->len ? g_array_index (parts, int, index) : -1;
}

/* The sibling before (@by is -1) or after (1), -1 if there is none. */
static int
get_sibling (const ScrAgenda *agenda, int row, int by)
{
  g_autoptr (GArray) parts = list_parts (agenda, scr_agenda_get_row (agenda, (guint)row)->parent, -1);

  return get_in (parts, (int)find_in (parts, row) + by);
}

/* --- Spots --- */

/**
 * scr_agenda_get_spot_level:
 * @agenda: an agenda
 * @spot: a place in it
 *
 * Returns: the level of what stands there
 */
guint
scr_agenda_get_spot_level (const ScrAgenda *agenda, const ScrAgendaSpot *spot)
{
  return spot->parent >= 0 ? scr_agenda_get_row (agenda, (guint)spot->parent)->level + 1 : 0;
}

static gboolean
fits (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot)
{
  return !is_within (agenda, index, spot->parent)
         && scr_agenda_get_spot_level (agenda, spot) + get_height (agenda, index) < SCR_AGENDA_LEVELS;
}

/**
 * scr_agenda_is_at:
 * @agenda: an agenda
 * @index: a row
 * @spot: a place
 *
 * Returns: whether the row stands there already
 */
gboolean
scr_agenda_is_at (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot)
{
  return scr_agenda_get_row (agenda, index)->parent == spot->parent
         && (spot->before == (int)index || get_sibling (agenda, (int)index, 1) == spot->before);
}

static void
find_after (const ScrAgenda *agenda, guint index, int other, ScrAgendaSpot *spot)
{
  spot->parent = scr_agenda_get_row (agenda, (guint)other)->parent;
  spot->before = get_sibling (agenda, other, 1);
  if (spot->before == (int)index)
    spot->before = get_sibling (agenda, (int)index, 1);
}

/* The end of the item before its whole, or the beginning of the item after it. */
static gboolean
find_next_door (const ScrAgenda *agenda, guint index, int by, ScrAgendaSpot *spot)
{
  int parent = scr_agenda_get_row (agenda, index)->parent;
  g_autoptr (GArray) parts = NULL;

  spot->parent = parent >= 0 ? get_sibling (agenda, parent, by) : -1;
  if (spot->parent < 0)
    return FALSE;
  parts = list_parts (agenda, spot->parent, -1);
  spot->before = by < 0 ? -1 : get_in (parts, 0);
  return TRUE;
}

/**
 * scr_agenda_find_step:
 * @agenda: an agenda
 * @index: the row that is to move
 * @step: which way
 * @spot: (out): where it comes to stand
 *
 * Up and down keep the level; each takes back the other.
 *
 * Returns: whether it can go that way
 */
gboolean
scr_agenda_find_step (const ScrAgenda *agenda, guint index, ScrAgendaStep step, ScrAgendaSpot *spot)
{
  const ScrAgendaRow *row = scr_agenda_get_row (agenda, index);
  int before, after;

  g_return_val_if_fail (row != NULL, FALSE);
  before = get_sibling (agenda, (int)index, -1);
  after = get_sibling (agenda, (int)index, 1);
  switch (step)
    {
    case SCR_AGENDA_UP:
      if (before < 0)
        return find_next_door (agenda, index, -1, spot);
      *spot = (ScrAgendaSpot) {row->parent, before};
      return TRUE;
    case SCR_AGENDA_DOWN:
      if (after < 0)
        return find_next_door (agenda, index, 1, spot);
      *spot = (ScrAgendaSpot) {row->parent, get_sibling (agenda, after, 1)};
      return TRUE;
    case SCR_AGENDA_IN:
      *spot = (ScrAgendaSpot) {before, -1};
      return before >= 0 && fits (agenda, index, spot);
    case SCR_AGENDA_OUT:
      if (row->parent < 0)
        return FALSE;
      find_after (agenda, index, row->parent, spot);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * scr_agenda_find_beside:
 * @agenda: an agenda
 * @index: the row that is to move
 * @other: another row
 * @side: on which side of it, or inside it
 * @spot: (out): where it comes to stand
 *
 * Returns: whether it can stand there: not within itself, and not deeper than there are levels
 */
gboolean
scr_agenda_find_beside (const ScrAgenda *agenda,
                        guint index,
                        guint other,
                        ScrAgendaSide side,
                        ScrAgendaSpot *spot)
{
  g_return_val_if_fail (index < agenda->rows->len && other < agenda->rows->len, FALSE);
  if (is_within (agenda, index, (int)other))
    return FALSE;
  if (side == SCR_AGENDA_INSIDE)
    *spot = (ScrAgendaSpot) {(int)other, -1};
  else if (side == SCR_AGENDA_BEFORE)
    *spot = (ScrAgendaSpot) {scr_agenda_get_row (agenda, other)->parent, (int)other};
  else
    find_after (agenda, index, (int)other, spot);
  return fits (agenda, index, spot);
}

/**
 * scr_agenda_find_drop:
 * @agenda: an agenda
 * @index: the row that is dragged
 * @gap: between which rows it is held: before row @gap, or after the last
 * @level: at which level it is held; the nearest that is possible there is taken
 * @spot: (out): where it would come to stand
 *
 * Returns: whether it can be dropped there
 */
gboolean
scr_agenda_find_drop (const ScrAgenda *agenda, guint index, guint gap, guint level, ScrAgendaSpot *spot)
{
  const ScrAgendaRow *row = scr_agenda_get_row (agenda, index);
  guint end = index + row->n_below + 1;
  int above, parent, least, most;
  const ScrAgendaRow *below;

  g_return_val_if_fail (row != NULL && gap <= agenda->rows->len, FALSE);
  /* Within itself is where it stands: there it may go in or out. */
  if (gap > index && gap < end)
    gap = end;
  above = gap == end ? (int)index - 1 : (int)gap - 1;
  below = scr_agenda_get_row (agenda, gap == index ? end : gap);
  least = below != NULL ? (int)below->level : 0;
  most = above >= 0 ? (int)scr_agenda_get_row (agenda, (guint)above)->level + 1 : 0;
  most = MIN (most, (int)(SCR_AGENDA_LEVELS - 1 - get_height (agenda, index)));
  if (least > most)
    return FALSE;
  level = (guint)CLAMP ((int)level, least, most);
  for (parent = above; parent >= 0 && scr_agenda_get_row (agenda, (guint)parent)->level >= level;)
    parent = scr_agenda_get_row (agenda, (guint)parent)->parent;
  spot->parent = parent;
  /* What follows at this level under the same whole can only be what stands below the gap. */
  spot->before = below != NULL && below->level == level ? (int)(gap == index ? end : gap) : -1;
  return TRUE;
}

/* --- What is to be written --- */

static void
placing_free (ScrAgendaPlacing *placing)
{
  g_free (placing->id);
  g_free (placing->under);
  g_free (placing->position);
  g_free (placing);
}

static GPtrArray *
placings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)placing_free);
}

static const char *
get_id (const ScrAgenda *agenda, int row)
{
  return row >= 0 ? scr_agenda_get_row (agenda, (guint)row)->id : NULL;
}

static ScrAgendaPlacing *
add_placing (GPtrArray *placings, const ScrAgenda *agenda, int row, int parent, const char *position)
{
  ScrAgendaPlacing *placing = g_new0 (ScrAgendaPlacing, 1);

  placing->id = g_strdup (get_id (agenda, row));
  placing->under = g_strdup (get_id (agenda, parent));
  placing->position = g_strdup (position);
  placing->is_moved = TRUE;
  g_ptr_array_add (placings, placing);
  return placing;
}

/* @n keys between two siblings, each -1 if there is none; %NULL if there is too little room. */
static GStrv
find_keys_between (const ScrAgenda *agenda, int before, int after, guint n)
{
  const char *low = before >= 0 ? scr_agenda_get_row (agenda, (guint)before)->position : NULL;
  const char *high = after >= 0 ? scr_agenda_get_row (agenda, (guint)after)->position : NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if ((before >= 0 && low == NULL) || (after >= 0 && high == NULL))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      char *key = scr_order_key_between (low, high);

      if (scr_order_key_needs_rebalance (key))
        {
          g_free (key);
          return NULL;
        }
      g_ptr_array_add (keys, key);
      low = key;
    }
  g_ptr_array_add (keys, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

/* Keys for @n items at a spot, and for their siblings if these must make room. */
static GStrv
find_keys (const ScrAgenda *agenda, int except, const ScrAgendaSpot *spot, guint n, GPtrArray *placings)
{
  g_autoptr (GArray) parts = list_parts (agenda, spot->parent, except);
  guint at = spot->before >= 0 ? find_in (parts, spot->before) : parts->len;
  GStrv keys = find_keys_between (agenda, get_in (parts, (int)at - 1), get_in (parts, (int)at), n);
  g_auto (GStrv) all = NULL;

  if (keys != NULL)
    return keys;
  all = scr_order_keys_spread (parts->len + n);
  keys = g_new0 (char *, (gsize)n + 1);
  for (guint i = 0; i < n; i++)
    keys[i] = g_strdup (all[at + i]);
  for (guint i = 0; i < parts->len; i++)
    add_placing (placings, agenda, g_array_index (parts, int, i), spot->parent, all[i < at ? i : i + n])
        ->is_moved
        = FALSE;
  return keys;
}

static ScrAgendaPlacing *
find_placing (GPtrArray *placings, const char *id)
{
  for (guint i = 0; i < placings->len; i++)
    {
      ScrAgendaPlacing *placing = g_ptr_array_index (placings, i);

      if (g_str_equal (placing->id, id))
        return placing;
    }
  return NULL;
}

/* Where what is kept goes round in a circle, or too deep, a move makes it what it is shown as: or else the
 * move of one item would move others. */
static void
mend (const ScrAgenda *agenda, guint except, GPtrArray *placings)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < agenda->rows->len; i++)
    g_hash_table_add (rows, scr_agenda_get_row (agenda, i)->id);
  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);
      ScrAgendaPlacing *placing;

      if (i == except || row->under == NULL || !g_hash_table_contains (rows, row->under)
          || g_strcmp0 (row->under, get_id (agenda, row->parent)) == 0)
        continue;
      placing = find_placing (placings, row->id);
      if (placing != NULL)
        placing->is_moved = TRUE;
      else
        add_placing (placings, agenda, (int)i, row->parent, row->position);
    }
}

/**
 * scr_agenda_plan_move:
 * @agenda: an agenda
 * @index: the row that moves
 * @spot: where to, as the functions above find it
 *
 * Returns: (transfer full) (element-type ScrAgendaPlacing): what is to be written, the moved item first;
 * nothing if it stands there already. Usually that one item alone; where keys have no room, or circles are to
 * be opened, others as well
 */
GPtrArray *
scr_agenda_plan_move (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot)
{
  GPtrArray *placings = placings_new ();
  g_autoptr (GPtrArray) others = placings_new ();
  g_auto (GStrv) keys = NULL;

  g_return_val_if_fail (fits (agenda, index, spot), placings);
  if (scr_agenda_is_at (agenda, index, spot))
    return placings;
  keys = find_keys (agenda, (int)index, spot, 1, others);
  mend (agenda, index, others);
  add_placing (placings, agenda, (int)index, spot->parent, keys[0]);
  g_ptr_array_extend_and_steal (placings, g_steal_pointer (&others));
  return placings;
}

/**
 * scr_agenda_plan_keys:
 * @agenda: an agenda
 * @spot: where new items are to stand, one after the other
 * @n: how many
 * @keys: (out): their keys
 *
 * Returns: (transfer full) (element-type ScrAgendaPlacing): what is to be written of their siblings
 */
GPtrArray *
scr_agenda_plan_keys (const ScrAgenda *agenda, const ScrAgendaSpot *spot, guint n, GStrv *keys)
{
  GPtrArray *placings = placings_new ();

  *keys = find_keys (agenda, -1, spot, n, placings);
  return placings;
}

/* --- What it leads to --- */

/**
 * scr_agenda_new_moved:
 * @agenda: an agenda
 * @index: the row that moves
 * @spot: where to
 *
 * Returns: (transfer full): the agenda as it is after the move
 */
ScrAgenda *
scr_agenda_new_moved (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot)
{
  const ScrAgendaRow *row = scr_agenda_get_row (agenda, index);
  guint n = agenda->rows->len, end = index + row->n_below + 1, at = 0, to;
  g_autofree guint *order = g_new0 (guint, n);
  g_autofree guint *levels = g_new0 (guint, n);
  int shift = (int)scr_agenda_get_spot_level (agenda, spot) - (int)row->level;

  g_return_val_if_fail (fits (agenda, index, spot), NULL);
  if (spot->before >= 0)
    to = (guint)spot->before;
  else if (spot->parent >= 0)
    to = (guint)spot->parent + scr_agenda_get_row (agenda, (guint)spot->parent)->n_below + 1;
  else
    to = n;
  for (guint i = 0; i <= n; i++)
    {
      for (guint part = index; i == to && part < end; part++)
        {
          order[at] = part;
          levels[at++] = (guint)((int)scr_agenda_get_row (agenda, part)->level + shift);
        }
      if (i < n && (i < index || i >= end))
        {
          order[at] = i;
          levels[at++] = scr_agenda_get_row (agenda, i)->level;
        }
    }
  return scr_agenda_new_reordered (agenda, order, levels);
}
