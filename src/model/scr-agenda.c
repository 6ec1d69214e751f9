/* ScrAgenda - the order, numbers and levels of an agenda. See the header. */
#include "config.h"

#include "scr-agenda.h"

#include "scr-agenda-times.h"
#include "scr-zone.h"

#include <math.h>
#include <string.h>

/* --- Arranging what is kept --- */

/* An item while it is arranged: by index into one array. */
typedef struct
{
  const ScrAgendaPart *part;
  int whole;       /* index of what it is part of, -1 */
  int first, next; /* its first part, its next sibling */
  int level;       /* -1 until it is known */
} Node;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const ScrAgendaPart *first = ((const Node *)a)->part;
  const ScrAgendaPart *second = ((const Node *)b)->part;
  int order = g_strcmp0 (first->position, second->position);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static void
find_wholes (Node *nodes, guint n)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (by_id, (gpointer)nodes[i].part->id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      const char *under = nodes[i].part->under;

      nodes[i].whole = under != NULL ? (int)GPOINTER_TO_UINT (g_hash_table_lookup (by_id, under)) - 1 : -1;
    }
}

/* Opens every circle at its first member: nodes are sorted, so the one with the least index. */
static void
open_circles (Node *nodes, guint n)
{
  g_autofree guint *walk = g_new0 (guint, n); /* by which walk a node was reached */

  for (guint i = 0; i < n; i++)
    {
      int at = (int)i, first;

      while (at >= 0 && walk[at] == 0)
        {
          walk[at] = i + 1;
          at = nodes[at].whole;
        }
      if (at < 0 || walk[at] != i + 1)
        continue;
      first = at;
      for (int member = nodes[at].whole; member != at; member = nodes[member].whole)
        first = MIN (first, member);
      nodes[first].whole = -1;
    }
}

/* Which node a part of @whole stands under, so that no level is too deep. Wholes may lie far above each
 * other: no recursion. */
static void
set_levels (Node *nodes, guint n)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n; i++)
    {
      for (int at = (int)i; at >= 0 && nodes[at].level < 0; at = nodes[at].whole)
        g_array_append_val (path, at);
      for (; path->len > 0; g_array_set_size (path, path->len - 1))
        {
          Node *node = &nodes[g_array_index (path, int, path->len - 1)];

          if (node->whole >= 0 && nodes[node->whole].level >= SCR_AGENDA_LEVELS - 1)
            node->whole = nodes[node->whole].whole;
          node->level = node->whole >= 0 ? nodes[node->whole].level + 1 : 0;
        }
    }
}

static void
chain (Node *nodes, guint n, int *first)
{
  *first = -1;
  /* From the end, so that each chain keeps the order. */
  for (guint i = n; i > 0; i--)
    {
      Node *node = &nodes[i - 1];
      int *head = node->whole >= 0 ? &nodes[node->whole].first : first;

      node->next = *head;
      *head = (int)i - 1;
    }
}

static void
row_free (ScrAgendaRow *row)
{
  g_clear_object (&row->item);
  g_free (row->id);
  g_free (row->under);
  g_free (row->position);
  g_free (row->number);
  g_free (row->start);
  g_free (row);
}

static void
append_nodes (ScrAgenda *self, Node *nodes, int first)
{
  for (int i = first; i >= 0; i = nodes[i].next)
    {
      const ScrAgendaPart *part = nodes[i].part;
      ScrAgendaRow *row = g_new0 (ScrAgendaRow, 1);

      row->id = g_strdup (part->id);
      row->under = g_strdup (part->under);
      row->position = g_strdup (part->position);
      row->own = part->minutes;
      row->level = (guint)nodes[i].level;
      g_ptr_array_add (self->rows, row);
      /* No deeper than there are levels. */
      append_nodes (self, nodes, nodes[i].first);
    }
}

/* --- What follows from order and levels --- */

static void
set_parents (ScrAgenda *self)
{
  int above[SCR_AGENDA_LEVELS] = {-1, -1, -1};

  self->n_top = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      ScrAgendaRow *row = g_ptr_array_index (self->rows, i);

      row->parent = row->level > 0 ? above[row->level - 1] : -1;
      row->n_parts = row->n_below = 0;
      above[row->level] = (int)i;
      self->n_top += row->level == 0;
    }
  for (guint i = self->rows->len; i > 0; i--)
    {
      ScrAgendaRow *row = g_ptr_array_index (self->rows, i - 1);
      ScrAgendaRow *parent = row->parent >= 0 ? g_ptr_array_index (self->rows, row->parent) : NULL;

      if (parent != NULL)
        {
          parent->n_parts++;
          parent->n_below += row->n_below + 1;
        }
    }
}

static void
set_numbers (ScrAgenda *self)
{
  guint counts[SCR_AGENDA_LEVELS] = {0};

  for (guint i = 0; i < self->rows->len; i++)
    {
      ScrAgendaRow *row = g_ptr_array_index (self->rows, i);
      const ScrAgendaRow *parent = row->parent >= 0 ? g_ptr_array_index (self->rows, row->parent) : NULL;

      counts[row->level]++;
      for (guint deeper = row->level + 1; deeper < SCR_AGENDA_LEVELS; deeper++)
        counts[deeper] = 0;
      g_free (row->number);
      row->number = parent != NULL ? g_strdup_printf ("%s.%u", parent->number, counts[row->level])
                                   : g_strdup_printf ("%u", counts[row->level]);
    }
}

static void
finish (ScrAgenda *self)
{
  set_parents (self);
  set_numbers (self);
  scr_agenda_times_set (self);
}

static ScrAgenda *
agenda_new (const ScrAgendaFrame *frame)
{
  ScrAgenda *self = g_new0 (ScrAgenda, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  self->day = g_strdup (frame->day);
  self->begin = g_strdup (frame->start);
  self->zone = g_strdup (frame->zone);
  self->length = frame->length;
  return self;
}

/**
 * scr_agenda_new_from_parts:
 * @parts: (array length=n_parts): items in any order, with identities that are all different
 * @n_parts: how many
 * @frame: when the meeting is
 *
 * Returns: (transfer full): the agenda, whose rows have no items
 */
ScrAgenda *
scr_agenda_new_from_parts (const ScrAgendaPart *parts, guint n_parts, const ScrAgendaFrame *frame)
{
  g_autofree Node *nodes = g_new (Node, n_parts);
  ScrAgenda *self = agenda_new (frame);
  int first;

  for (guint i = 0; i < n_parts; i++)
    nodes[i] = (Node) {.part = &parts[i], .whole = -1, .first = -1, .next = -1, .level = -1};
  if (n_parts > 0)
    qsort (nodes, n_parts, sizeof *nodes, compare_parts);
  find_wholes (nodes, n_parts);
  open_circles (nodes, n_parts);
  set_levels (nodes, n_parts);
  chain (nodes, n_parts, &first);
  append_nodes (self, nodes, first);
  finish (self);
  return self;
}

/* --- Reading a record --- */

/**
 * scr_agenda_get_item_kind:
 * @owner_kind: the kind of what has an agenda
 *
 * Returns: (nullable): the kind of its items: a meeting has agenda items, an agenda template template items
 */
const char *
scr_agenda_get_item_kind (const ScrKind *owner_kind)
{
  if (g_str_equal (owner_kind->name, "meeting"))
    return "agenda_item";
  return g_str_equal (owner_kind->name, "agenda_template") ? "template_item" : NULL;
}

/**
 * scr_agenda_get_owner_field:
 * @item_kind: the kind of an item of an agenda
 *
 * Returns: (nullable): the field that says whose agenda it is on
 */
const char *
scr_agenda_get_owner_field (const ScrKind *item_kind)
{
  if (g_str_equal (item_kind->name, "agenda_item"))
    return "meeting";
  return g_str_equal (item_kind->name, "template_item") ? "template" : NULL;
}

static int
read_minutes (ScrItem *item, const char *field)
{
  double minutes = scr_item_get_number (item, field);

  return isnan (minutes) || minutes < 0 ? -1 : (int)MIN (minutes, 1e6);
}

/* An event of several days has no length that its agenda could run over. */
static int
read_length (ScrItem *owner)
{
  const char *last = g_str_equal (scr_item_get_kind (owner)->name, "meeting")
                         ? scr_item_get_text (owner, "last_day")
                         : NULL;

  if (last != NULL && g_strcmp0 (last, scr_item_get_text (owner, "day")) > 0)
    return -1;
  return read_minutes (owner, "length");
}

/**
 * scr_agenda_new:
 * @source: the record
 * @owner: a meeting, or an agenda template (whose items have no clock times)
 *
 * Returns: (transfer full): its agenda
 */
ScrAgenda *
scr_agenda_new (ScrSource *source, ScrItem *owner)
{
  const char *kind = scr_agenda_get_item_kind (scr_item_get_kind (owner));
  gboolean is_meeting = kind != NULL && g_str_equal (kind, "agenda_item");
  const ScrQuery query
      = {.kind = kind,
         .conditions = {{is_meeting ? "meeting" : "template", SCR_IS, scr_item_get_id (owner), 0}},
         .order = "position"};
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree ScrAgendaPart *parts = NULL;
  g_autofree char *zone = NULL;
  ScrAgendaFrame frame = {.length = -1};
  ScrAgenda *self;

  g_return_val_if_fail (kind != NULL, NULL);
  items = scr_source_list (source, &query);
  parts = g_new0 (ScrAgendaPart, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      parts[i] = (ScrAgendaPart) {.id = scr_item_get_id (item),
                                  .under = scr_item_get_text (item, "under"),
                                  .position = scr_item_get_text (item, "position"),
                                  .minutes = read_minutes (item, "minutes")};
      g_hash_table_insert (by_id, (gpointer)parts[i].id, item);
    }
  frame.length = read_length (owner);
  if (is_meeting)
    {
      zone = scr_zone_dup_of_item (source, owner);
      frame.zone = zone;
      frame.day = scr_item_get_text (owner, "day");
      frame.start = scr_item_get_text (owner, "start");
    }
  self = scr_agenda_new_from_parts (parts, items->len, &frame);
  for (guint i = 0; i < self->rows->len; i++)
    {
      ScrAgendaRow *row = g_ptr_array_index (self->rows, i);

      row->item = g_object_ref (g_hash_table_lookup (by_id, row->id));
    }
  return self;
}

/**
 * scr_agenda_new_reordered:
 * @self: an agenda
 * @order: (array): for each row of the new agenda, which row of @self it is
 * @levels: (array): at which level it stands there; no row may be more than one level below the one before it
 *
 * What the agenda would be after a move: for showing its outcome while a person still drags.
 *
 * Returns: (transfer full): another agenda with the same items
 */
ScrAgenda *
scr_agenda_new_reordered (const ScrAgenda *self, const guint *order, const guint *levels)
{
  const ScrAgendaFrame frame
      = {.day = self->day, .start = self->begin, .zone = self->zone, .length = self->length};
  ScrAgenda *agenda = agenda_new (&frame);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const ScrAgendaRow *from = g_ptr_array_index (self->rows, order[i]);
      ScrAgendaRow *row = g_new0 (ScrAgendaRow, 1);

      row->id = g_strdup (from->id);
      row->under = g_strdup (from->under);
      row->position = g_strdup (from->position);
      row->own = from->own;
      row->level = levels[i];
      g_set_object (&row->item, from->item);
      g_ptr_array_add (agenda->rows, row);
    }
  finish (agenda);
  return agenda;
}

/**
 * scr_agenda_free:
 * @self: (transfer full): an agenda
 */
void
scr_agenda_free (ScrAgenda *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->end);
  g_free (self->day);
  g_free (self->begin);
  g_free (self->zone);
  g_free (self);
}

/**
 * scr_agenda_get_row:
 * @self: an agenda
 * @index: which row
 *
 * Returns: (transfer none) (nullable): the row, or %NULL after the last
 */
const ScrAgendaRow *
scr_agenda_get_row (const ScrAgenda *self, guint index)
{
  return index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}

/**
 * scr_agenda_find:
 * @self: an agenda
 * @id: (nullable): identity of an item
 *
 * Returns: its row, or -1
 */
int
scr_agenda_find (const ScrAgenda *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    if (g_str_equal (scr_agenda_get_row (self, i)->id, id))
      return (int)i;
  return -1;
}
