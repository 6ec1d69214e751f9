/* ScrCoverage - where the scrutineer has been. See the header. */
#include "config.h"

#include "scr-coverage.h"

#include "scr-day.h"
#include "scr-format.h"

#include <string.h>

typedef struct
{
  ScrCoverage *coverage;
  const ScrLanguage *language;
  ScrSource *source;
  const char *partnership; /* (nullable) */
  GPtrArray *years;
  GPtrArray *scrutineers; /* (element-type ScrItem): appointments */
  GHashTable *ids;        /* identities of the scrutineers' appointments */
  GHashTable *counted;    /* "group/meeting" */
  char *earliest;         /* the first day counted for any group */
} Maker;

static void
occasion_free (gpointer data)
{
  ScrOccasion *self = data;

  g_object_unref (self->item);
  g_free (self->day);
  g_free (self->title);
  g_free (self);
}

static void
group_free (gpointer data)
{
  ScrGroupCoverage *self = data;

  g_object_unref (self->group);
  g_free (self->from);
  g_ptr_array_unref (self->occasions);
  g_free (self);
}

/* What says no partnership belongs to all. */
static gboolean
is_of (const char *one, const char *other)
{
  return one == NULL || other == NULL || strcmp (one, other) == 0;
}

/* --- The year --- */

/* The first day of the twelve months that end on @day. */
static char *
begin_twelve_months (const char *day)
{
  int year, month, day_of_month;
  g_autofree char *before = NULL;

  if (!scr_day_get_parts (day, &year, &month, &day_of_month))
    return g_strdup (day);
  before = scr_day_from_parts (year - 1, month, day_of_month);
  if (before == NULL)
    /* 29 February of a year that has none */
    before = scr_day_from_parts (year - 1, month, 28);
  return before != NULL ? scr_day_add (before, 1) : g_strdup (day);
}

/* The latest beginning among a partnership's own years that @day is in, or else among those of all. */
static char *
begin_year (Maker *maker, const char *partnership)
{
  const char *own = NULL, *shared = NULL;

  for (guint i = 0; i < maker->years->len; i++)
    {
      ScrItem *year = g_ptr_array_index (maker->years, i);
      const char *from = scr_item_get_text (year, "from");
      const char *of = scr_item_get_text (year, "partnership");
      const char **best = of != NULL ? &own : &shared;

      if (of != NULL && g_strcmp0 (of, partnership) != 0)
        continue;
      if (from == NULL || g_strcmp0 (scr_item_get_text (year, "state"), "proposal-state.declined") == 0
          || !scr_day_is_within (maker->coverage->day, from, scr_item_get_text (year, "until")))
        continue;
      if (*best == NULL || strcmp (from, *best) > 0)
        *best = from;
    }
  if (own != NULL || shared != NULL)
    return g_strdup (own != NULL ? own : shared);
  return begin_twelve_months (maker->coverage->day);
}

/* --- Groups --- */

static void
add_group (Maker *maker, ScrItem *group)
{
  ScrCoverage *self = maker->coverage;
  const char *partnership = scr_item_get_text (group, "partnership");
  const char *begins = scr_item_get_text (group, "from");
  const char *ends = scr_item_get_text (group, "until");
  g_autofree char *from = begin_year (maker, partnership != NULL ? partnership : maker->partnership);
  ScrGroupCoverage *covered;

  if ((begins != NULL && strcmp (begins, self->day) > 0) || (ends != NULL && strcmp (ends, from) < 0))
    return;
  covered = g_new0 (ScrGroupCoverage, 1);
  covered->group = g_object_ref (group);
  covered->is_in_force = scr_day_is_within (self->day, begins, ends);
  covered->occasions = g_ptr_array_new_with_free_func (occasion_free);
  if (maker->earliest == NULL || strcmp (from, maker->earliest) < 0)
    {
      g_free (maker->earliest);
      maker->earliest = g_strdup (from);
    }
  covered->from = g_steal_pointer (&from);
  g_ptr_array_add (self->groups, covered);
  g_hash_table_insert (self->by_id, (gpointer)scr_item_get_id (group), covered);
}

/* --- Occasions --- */

/* Counts @item for a group, unless @meeting was counted there already. */
static void
add_occasion (Maker *maker, ScrItem *item, const char *group, const char *meeting, const char *day)
{
  ScrGroupCoverage *covered = group != NULL ? g_hash_table_lookup (maker->coverage->by_id, group) : NULL;
  ScrOccasion *occasion;

  if (covered == NULL || day == NULL || !scr_day_is_within (day, covered->from, maker->coverage->day))
    return;
  if (meeting != NULL && !g_hash_table_add (maker->counted, g_strconcat (group, "/", meeting, NULL)))
    return;
  occasion = g_new0 (ScrOccasion, 1);
  occasion->item = g_object_ref (item);
  occasion->day = g_strdup (day);
  occasion->title = scr_format_title (maker->language, maker->source, item);
  g_ptr_array_add (covered->occasions, occasion);
}

/* Whether a group is one that a scrutineer of @partnership looks at. */
static gboolean
looks_at (Maker *maker, const char *partnership, const char *group)
{
  ScrGroupCoverage *covered = group != NULL ? g_hash_table_lookup (maker->coverage->by_id, group) : NULL;

  return covered != NULL && is_of (partnership, scr_item_get_text (covered->group, "partnership"));
}

static gboolean
is_held (ScrItem *meeting)
{
  const char *state = scr_item_get_text (meeting, "state");

  return state != NULL
         && (g_str_has_prefix (state, "meeting-state.minutes") || strcmp (state, "meeting-state.held") == 0);
}

/* Meetings by identity: those held between the first day counted for any group and the day. */
static GHashTable *
list_held (Maker *maker)
{
  GHashTable *held = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  const ScrQuery query = {
      .kind = "meeting",
      .conditions
      = {{"day", SCR_AT_LEAST, maker->earliest, 0}, {"day", SCR_AT_MOST, maker->coverage->day, 0}},
  };
  g_autoptr (GPtrArray) meetings = scr_source_list (maker->source, &query);

  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);

      if (is_held (meeting))
        g_hash_table_insert (held, (gpointer)scr_item_get_id (meeting), g_object_ref (meeting));
    }
  return held;
}

/* Attendances where @field names @who. A person counts within the term only: who was the chair before did
 * not attend as the scrutineer. */
static void
add_attendances (Maker *maker, GHashTable *held, ScrItem *scrutineer, const char *field, const char *who)
{
  const ScrQuery query = {.kind = "attendance", .conditions = {{field, SCR_IS, who, 0}}};
  gboolean is_stand_in = strcmp (field, "substitute_for") == 0;
  gboolean is_person = strcmp (who, scr_item_get_id (scrutineer)) != 0;
  g_autoptr (GPtrArray) attendances = scr_source_list (maker->source, &query);

  for (guint i = 0; i < attendances->len; i++)
    {
      ScrItem *attendance = g_ptr_array_index (attendances, i);
      const char *state = scr_item_get_text (attendance, "state");
      const char *id = scr_item_get_text (attendance, "meeting");
      ScrItem *meeting = id != NULL ? g_hash_table_lookup (held, id) : NULL;
      gboolean was_there = g_strcmp0 (state, "attendance-state.substitute") == 0
                           || (!is_stand_in && g_strcmp0 (state, "attendance-state.present") == 0);

      if (!was_there || meeting == NULL
          || !looks_at (maker, scr_item_get_text (scrutineer, "partnership"),
                        scr_item_get_text (meeting, "group")))
        continue;
      if (is_person
          && !scr_day_is_within (scr_item_get_text (meeting, "day"), scr_item_get_text (scrutineer, "from"),
                                 scr_item_get_text (scrutineer, "until")))
        continue;
      add_occasion (maker, meeting, scr_item_get_text (meeting, "group"), id,
                    scr_item_get_text (meeting, "day"));
    }
}

/* Whether @who is a scrutineer, as an appointment or as its person; an activity is scrutiny unless it says
 * that somebody else did it. */
static gboolean
is_by_scrutineer (Maker *maker, const char *who)
{
  return who == NULL || g_hash_table_contains (maker->ids, who);
}

/* Activities done at a group. One that took place at a meeting counts as that meeting. */
static void
add_activities (Maker *maker)
{
  const ScrQuery query = {
      .kind = "activity",
      .conditions = {{"state", SCR_IS, "activity-state.done", 0},
                     {"day", SCR_AT_LEAST, maker->earliest, 0},
                     {"day", SCR_AT_MOST, maker->coverage->day, 0}},
  };
  g_autoptr (GPtrArray) activities = scr_source_list (maker->source, &query);

  for (guint i = 0; i < activities->len; i++)
    {
      ScrItem *activity = g_ptr_array_index (activities, i);
      const char *group = scr_item_get_text (activity, "group");

      if (is_by_scrutineer (maker, scr_item_get_text (activity, "who"))
          && looks_at (maker, scr_item_get_text (activity, "partnership"), group))
        add_occasion (maker, activity, group, scr_item_get_text (activity, "meeting"),
                      scr_item_get_text (activity, "day"));
    }
}

/* --- All of it --- */

static void
list_scrutineers (Maker *maker)
{
  const char *const roles[] = {"role.scrutineer", "role.scrutineer-substitute"};

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const ScrQuery query = {.kind = "appointment", .conditions = {{"role", SCR_IS, roles[i], 0}}};
      g_autoptr (GPtrArray) found = scr_source_list (maker->source, &query);

      for (guint k = 0; k < found->len; k++)
        {
          ScrItem *appointment = g_ptr_array_index (found, k);
          const char *person = scr_item_get_text (appointment, "person");

          g_ptr_array_add (maker->scrutineers, g_object_ref (appointment));
          g_hash_table_add (maker->ids, (gpointer)scr_item_get_id (appointment));
          if (person != NULL)
            g_hash_table_add (maker->ids, (gpointer)person);
        }
    }
}

static void
add_meetings (Maker *maker)
{
  g_autoptr (GHashTable) held = list_held (maker);

  for (guint i = 0; i < maker->scrutineers->len; i++)
    {
      ScrItem *scrutineer = g_ptr_array_index (maker->scrutineers, i);
      const char *person = scr_item_get_text (scrutineer, "person");

      add_attendances (maker, held, scrutineer, "who", scr_item_get_id (scrutineer));
      add_attendances (maker, held, scrutineer, "substitute_for", scr_item_get_id (scrutineer));
      if (person == NULL)
        continue;
      add_attendances (maker, held, scrutineer, "who", person);
      add_attendances (maker, held, scrutineer, "substitute_for", person);
    }
}

static int
compare_occasions (gconstpointer a, gconstpointer b)
{
  const ScrOccasion *left = *(const ScrOccasion *const *)a;
  const ScrOccasion *right = *(const ScrOccasion *const *)b;
  int order = strcmp (left->day, right->day);

  return order != 0 ? order : g_strcmp0 (left->title, right->title);
}

static void
fill (Maker *maker)
{
  ScrCoverage *self = maker->coverage;
  const ScrQuery groups_query = {.kind = "group", .partnership = maker->partnership};
  g_autoptr (GPtrArray) groups = scr_source_list (maker->source, &groups_query);

  for (guint i = 0; i < groups->len; i++)
    add_group (maker, g_ptr_array_index (groups, i));
  if (self->groups->len > 0)
    {
      list_scrutineers (maker);
      add_meetings (maker);
      add_activities (maker);
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      ScrGroupCoverage *covered = g_ptr_array_index (self->groups, i);

      g_ptr_array_sort (covered->occasions, compare_occasions);
      if (covered->is_in_force && covered->occasions->len == 0)
        g_ptr_array_add (self->never, covered);
    }
}

/**
 * scr_coverage_new:
 * @language: (nullable): language of the occasions' titles
 * @source: a record
 * @partnership: (nullable): only its groups, and those of all
 * @day: the last day that counts, as the record's today or that of the date slider
 *
 * Counts, for each group, the meetings held where the scrutineer of its partnership (the appointment or its
 * person, a designated substitute, or somebody who stood in) was present, and the activities done there. The
 * year is the programme year of the group's partnership that @day is in; where none is, the twelve months
 * that end on @day. A group of all partnerships counts for whichever scrutineer was there.
 *
 * Returns: (transfer full): where the scrutineer has been
 */
ScrCoverage *
scr_coverage_new (const ScrLanguage *language, ScrSource *source, const char *partnership, const char *day)
{
  const ScrQuery years_query = {.kind = "year"};
  ScrCoverage *self;
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GPtrArray) scrutineers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Maker maker = {.language = language, .source = source, .partnership = partnership};

  g_return_val_if_fail (SCR_IS_SOURCE (source), NULL);
  g_return_val_if_fail (scr_day_is_valid (day), NULL);
  self = g_new0 (ScrCoverage, 1);
  self->day = g_strdup (day);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->never = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  years = scr_source_list (source, &years_query);
  maker.coverage = self;
  maker.years = years;
  maker.scrutineers = scrutineers;
  maker.ids = ids;
  maker.counted = counted;
  fill (&maker);
  g_free (maker.earliest);
  return self;
}

/**
 * scr_coverage_free:
 * @self: (nullable): where the scrutineer has been
 */
void
scr_coverage_free (ScrCoverage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->never);
  g_ptr_array_unref (self->groups);
  g_free (self->day);
  g_free (self);
}

/**
 * scr_coverage_find:
 * @self: where the scrutineer has been
 * @group: a group's identity
 *
 * Returns: (transfer none) (nullable): how the group is covered, or %NULL if it did not exist in the year
 */
const ScrGroupCoverage *
scr_coverage_find (const ScrCoverage *self, const char *group)
{
  return g_hash_table_lookup (self->by_id, group);
}
