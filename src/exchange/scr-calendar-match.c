/* Which meeting an event of a calendar is. See the header. */
#include "config.h"

#include "scr-calendar-match.h"

#include "scr-calendar-write.h"

#include <string.h>

#define OWN_SUFFIX "@scrutiny"
/* One query for each event costs about as much as reading this many meetings. */
#define WORTH_READING 4

/* Something with a title that an event may speak of. */
typedef struct
{
  char *id;
  char *folded;
} Named;

struct _ScrCalendarMatch
{
  ScrSource *source;
  GHashTable *meetings; /* (nullable) (element-type utf8 utf8): identities, by the one in calendars */
  GHashTable *series;   /* (element-type utf8 utf8): the same */
  GHashTable *states;   /* (element-type utf8 utf8) */
  GPtrArray *kinds;     /* (element-type Named) */
  GPtrArray *groups;    /* (element-type Named) */
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
read_identities (ScrSource *source, const char *kind)
{
  const ScrQuery query = {.kind = kind, .where = SCR_ALL};
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) ids = scr_source_list_ids (source, &query);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (ScrItem) item = scr_source_get (source, kind, g_ptr_array_index (ids, i));
      g_autofree char *uid = item != NULL ? scr_calendar_dup_uid (item) : NULL;

      if (uid != NULL && (!scr_item_is_deleted (item) || !g_hash_table_contains (table, uid)))
        g_hash_table_insert (table, g_steal_pointer (&uid), g_strdup (scr_item_get_id (item)));
    }
  return table;
}

/**
 * scr_calendar_match_new:
 * @source: the record
 * @n_events: how many events will be looked for
 *
 * Returns: what finds them
 */
ScrCalendarMatch *
scr_calendar_match_new (ScrSource *source, guint n_events)
{
  const ScrQuery all = {.kind = "meeting", .where = SCR_ALL};
  ScrCalendarMatch *self = g_new0 (ScrCalendarMatch, 1);

  self->source = g_object_ref (source);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kinds = g_ptr_array_new_with_free_func (named_free);
  self->groups = g_ptr_array_new_with_free_func (named_free);
  read_choices (self);
  self->series = read_identities (source, "series");
  if (n_events > 16 && n_events * WORTH_READING > scr_source_count (source, &all))
    self->meetings = read_identities (source, "meeting");
  return self;
}

void
scr_calendar_match_free (ScrCalendarMatch *self)
{
  g_clear_pointer (&self->meetings, g_hash_table_unref);
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

/**
 * scr_calendar_match_find_meeting:
 * @self: what finds them
 * @uid: an identity in calendars
 *
 * Returns: (transfer full) (nullable): the meeting, also one in the bin
 */
ScrItem *
scr_calendar_match_find_meeting (ScrCalendarMatch *self, const char *uid)
{
  const char *id;

  if (self->meetings == NULL)
    return look_for (self, uid);
  id = g_hash_table_lookup (self->meetings, uid);
  return id != NULL ? scr_source_get (self->source, "meeting", id) : NULL;
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
