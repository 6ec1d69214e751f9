/* Which meeting an event of a calendar is. See the header. */
#include "config.h"

#include "scr-calendar-match.h"

#include "scr-calendar-write.h"

#include <string.h>

#define OWN_SUFFIX "@scrutiny"
/* One query for each event costs about as much as reading this many meetings. */
#define WORTH_READING 4
#define FEW 16

/* Something with a title that an event may speak of. */
typedef struct
{
  char *id;
  char *folded;
} Named;

struct _ScrCalendarMatch
{
  ScrSource *source;
  GHashTable *series; /* (element-type utf8 utf8): identities, by the one in calendars */
  GHashTable *states; /* (element-type utf8 utf8) */
  GPtrArray *kinds;   /* (element-type Named) */
  GPtrArray *groups;  /* (element-type Named) */
};

static void
named_free (gpointer data)
{
  Named *named = data;

  g_free (named->id);
  g_free (named->folded);
  g_free (named);
}

static void
add_named (GPtrArray *list, const char *id, const char *title)
{
  Named *named;

  if (title == NULL || *title == '\0')
    return;
  named = g_new0 (Named, 1);
  named->id = g_strdup (id);
  named->folded = g_utf8_casefold (title, -1);
  g_ptr_array_add (list, named);
}

/* The longest first: "Learning hub steering group" before "Learning hub". */
static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *first = *(Named *const *)a, *second = *(Named *const *)b;
  gsize n_first = strlen (first->folded), n_second = strlen (second->folded);

  return n_first != n_second ? (n_first > n_second ? -1 : 1) : strcmp (first->id, second->id);
}

static void
read_choices (ScrCalendarMatch *self)
{
  const ScrQuery kinds = {.kind = SCR_KIND_CHOICE, .conditions = {{"list", SCR_IS, "meeting-kind", 0}}};
  const ScrQuery states = {.kind = SCR_KIND_CHOICE, .conditions = {{"list", SCR_IS, "meeting-state", 0}}};
  const ScrQuery groups = {.kind = "group"};
  g_autoptr (GPtrArray) found_kinds = scr_source_list (self->source, &kinds);
  g_autoptr (GPtrArray) found_states = scr_source_list_ids (self->source, &states);
  g_autoptr (GPtrArray) found_groups = scr_source_list (self->source, &groups);

  for (guint i = 0; i < found_kinds->len; i++)
    {
      ScrItem *item = g_ptr_array_index (found_kinds, i);

      add_named (self->kinds, scr_item_get_id (item), scr_item_get_text (item, "label"));
    }
  for (guint i = 0; i < found_states->len; i++)
    g_hash_table_add (self->states, g_strdup (g_ptr_array_index (found_states, i)));
  for (guint i = 0; i < found_groups->len; i++)
    {
      ScrItem *item = g_ptr_array_index (found_groups, i);

      add_named (self->groups, scr_item_get_id (item), scr_item_get_text (item, "title"));
    }
  g_ptr_array_sort (self->kinds, compare_named);
  g_ptr_array_sort (self->groups, compare_named);
}

/* One that is not in the bin counts before one that is. */
static GHashTable *
read_series (ScrSource *source)
{
  const ScrQuery query = {.kind = "series", .where = SCR_ALL};
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) series = scr_source_list (source, &query);

  for (guint i = 0; i < series->len; i++)
    {
      ScrItem *item = g_ptr_array_index (series, i);
      g_autofree char *uid = scr_calendar_dup_uid (item);

      if (!scr_item_is_deleted (item) || !g_hash_table_contains (table, uid))
        g_hash_table_insert (table, g_steal_pointer (&uid), g_strdup (scr_item_get_id (item)));
    }
  return table;
}

/**
 * scr_calendar_match_new:
 * @source: the record
 *
 * Returns: what finds them
 */
ScrCalendarMatch *
scr_calendar_match_new (ScrSource *source)
{
  ScrCalendarMatch *self = g_new0 (ScrCalendarMatch, 1);

  self->source = g_object_ref (source);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kinds = g_ptr_array_new_with_free_func (named_free);
  self->groups = g_ptr_array_new_with_free_func (named_free);
  read_choices (self);
  self->series = read_series (source);
  return self;
}

void
scr_calendar_match_free (ScrCalendarMatch *self)
{
  g_hash_table_unref (self->series);
  g_hash_table_unref (self->states);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->groups);
  g_object_unref (self->source);
  g_free (self);
}

static ScrItem *
look_for (ScrCalendarMatch *self, const char *uid)
{
  const ScrQuery query
      = {.kind = "meeting", .where = SCR_ALL, .conditions = {{"uid", SCR_IS, uid, 0}}, .limit = 8};
  g_autoptr (GPtrArray) found = scr_source_list (self->source, &query);
  g_autoptr (ScrItem) own = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < found->len; i++)
    if (!scr_item_is_deleted (g_ptr_array_index (found, i)))
      return g_object_ref (g_ptr_array_index (found, i));
  if (found->len > 0)
    return g_object_ref (g_ptr_array_index (found, 0));
  if (!g_str_has_suffix (uid, OWN_SUFFIX))
    return NULL;
  id = g_strndup (uid, strlen (uid) - strlen (OWN_SUFFIX));
  own = scr_source_get (self->source, "meeting", id);
  return own != NULL && scr_item_get_text (own, "uid") == NULL ? g_steal_pointer (&own) : NULL;
}

typedef struct
{
  GHashTable *wanted;
  ScrMatchFunc func;
  gpointer user_data;
} Looking;

static gboolean
on_meeting (ScrItem *meeting, gpointer user_data)
{
  const Looking *looking = user_data;
  g_autofree char *uid = scr_calendar_dup_uid (meeting);
  gpointer wanted;

  if (!g_hash_table_steal_extended (looking->wanted, uid, NULL, &wanted))
    return TRUE;
  looking->func (wanted, meeting, looking->user_data);
  return g_hash_table_size (looking->wanted) > 0;
}

/* What is in the bin counts only where nothing else does. */
static void
look_through (ScrCalendarMatch *self, const char *fields, Looking *looking)
{
  static const ScrWhere where[] = {SCR_LIVE, SCR_BIN};

  for (guint i = 0; i < G_N_ELEMENTS (where); i++)
    {
      const ScrQuery query = {.kind = "meeting", .where = where[i], .order = SCR_ANY_ORDER, .fields = fields};

      scr_source_walk (self->source, &query, on_meeting, looking);
    }
}

/**
 * scr_calendar_match_meetings:
 * @self: what finds them
 * @wanted: (element-type utf8 gpointer): what is told of, by identities in calendars; they may be taken out
 * of it
 * @fields: names of the meetings' fields that @func looks at, separated by spaces
 * @func: (scope call): told which meeting each is, in no order; also one in the bin
 * @user_data: for @func
 */
void
scr_calendar_match_meetings (ScrCalendarMatch *self,
                             GHashTable *wanted,
                             const char *fields,
                             ScrMatchFunc func,
                             gpointer user_data)
{
  const ScrQuery all = {.kind = "meeting", .where = SCR_ALL};
  guint n = g_hash_table_size (wanted);
  Looking looking = {wanted, func, user_data};
  GHashTableIter iter;
  gpointer uid, data;

  if (n > FEW && n * WORTH_READING > scr_source_count (self->source, &all))
    {
      look_through (self, fields, &looking);
      return;
    }
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &uid, &data))
    {
      g_autoptr (ScrItem) meeting = look_for (self, uid);

      if (meeting != NULL)
        func (data, meeting, user_data);
    }
}

/**
 * scr_calendar_match_find_series:
 * @self: what finds them
 * @uid: (nullable): an identity in calendars
 *
 * Returns: (nullable): the series' own identity
 */
const char *
scr_calendar_match_find_series (ScrCalendarMatch *self, const char *uid)
{
  return uid != NULL ? g_hash_table_lookup (self->series, uid) : NULL;
}

static const char *
guess (GPtrArray *list, const ScrCalendarEvent *event)
{
  g_autofree char *title = NULL;
  g_autofree char *categories = NULL;

  if (list->len == 0)
    return NULL;
  title = g_utf8_casefold (event->title, -1);
  categories = event->categories != NULL ? g_utf8_casefold (event->categories, -1) : NULL;
  for (guint i = 0; categories != NULL && i < list->len; i++)
    {
      const Named *named = g_ptr_array_index (list, i);

      if (strstr (categories, named->folded) != NULL)
        return named->id;
    }
  for (guint i = 0; i < list->len; i++)
    {
      const Named *named = g_ptr_array_index (list, i);

      if (strstr (title, named->folded) != NULL)
        return named->id;
    }
  return NULL;
}

/**
 * scr_calendar_match_guess_kind:
 * @self: what finds them
 * @event: an event
 *
 * Returns: (nullable): the kind of meeting that its category or title names
 */
const char *
scr_calendar_match_guess_kind (ScrCalendarMatch *self, const ScrCalendarEvent *event)
{
  return guess (self->kinds, event);
}

/**
 * scr_calendar_match_guess_group:
 * @self: what finds them
 * @event: an event
 *
 * Returns: (nullable): the group that its category or title names
 */
const char *
scr_calendar_match_guess_group (ScrCalendarMatch *self, const ScrCalendarEvent *event)
{
  return guess (self->groups, event);
}

/* Whether the record has this state of meetings. */
gboolean
scr_calendar_match_has_state (ScrCalendarMatch *self, const char *state)
{
  return g_hash_table_contains (self->states, state);
}
