/* Who is expected in two places at once, and whether there is a scrutineer. See scr-clashes.h.
 *
 * People are told apart by the person behind their appointments, or by the appointment where no person is
 * known. Organisations are not: they can send somebody else.
 */
#include "config.h"

#include "scr-clashes-private.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-zone.h"

#include <string.h>

/* How long ago something may have begun that still lasts is known by its last day; how long a meeting lasts
 * past its day, or is on another day elsewhere, by this. */
#define DAYS_AROUND 5

static void
unref_if_any (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static void
unref_array_if_any (gpointer array)
{
  if (array != NULL)
    g_ptr_array_unref (array);
}

void
scr_clashes_begin_people (ScrClashes *self)
{
  const ScrQuery query = {.kind = "appointment", .conditions = {{"role", SCR_IS, "role.scrutineer", 0}}};

  self->scrutineers = scr_source_list (self->source, &query);
  self->memberships = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array_if_any);
  self->attendances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array_if_any);
  self->appointments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_if_any);
}

void
scr_clashes_end_people (ScrClashes *self)
{
  g_ptr_array_unref (self->scrutineers);
  g_hash_table_unref (self->memberships);
  g_hash_table_unref (self->attendances);
  g_hash_table_unref (self->appointments);
}

/* --- Who is expected --- */

/* The items of @kind that belong to @owner, read once. */
static GPtrArray *
list_of (ScrClashes *self, GHashTable *kept, const char *kind, const char *field, const char *owner)
{
  GPtrArray *items = g_hash_table_lookup (kept, owner);

  if (items == NULL)
    {
      items = scr_source_list_by (self->source, kind, field, owner);
      g_hash_table_insert (kept, g_strdup (owner), items);
    }
  return items;
}

/* (nullable): an appointment, or nothing if the identity is that of something else. */
static ScrItem *
get_appointment (ScrClashes *self, const char *id)
{
  gpointer found = NULL;

  if (!g_hash_table_lookup_extended (self->appointments, id, NULL, &found))
    {
      found = scr_source_get (self->source, "appointment", id);
      g_hash_table_insert (self->appointments, g_strdup (id), found);
    }
  return found;
}

/* Adds who stands behind an identity; somebody whose appointment is not in force on @day is not expected. */
static void
expect (ScrClashes *self, GHashTable *people, const char *id, const char *day)
{
  ScrItem *appointment = id != NULL ? get_appointment (self, id) : NULL;
  const char *person;

  if (id == NULL)
    return;
  if (appointment == NULL)
    {
      g_hash_table_add (people, g_strdup (id));
      return;
    }
  if (!scr_day_is_within (day, scr_item_get_text (appointment, "from"),
                          scr_item_get_text (appointment, "until")))
    return;
  person = scr_item_get_text (appointment, "person");
  g_hash_table_add (people, g_strdup (person != NULL ? person : id));
}

static gboolean
is_of (const char *one, const char *other)
{
  return one == NULL || other == NULL || strcmp (one, other) == 0;
}

static void
expect_scrutineers (ScrClashes *self, GHashTable *people, const char *partnership, const char *day)
{
  for (guint i = 0; i < self->scrutineers->len; i++)
    {
      ScrItem *scrutineer = g_ptr_array_index (self->scrutineers, i);

      if (is_of (scr_item_get_text (scrutineer, "partnership"), partnership))
        expect (self, people, scr_item_get_id (scrutineer), day);
    }
}

static void
expect_members (ScrClashes *self, GHashTable *people, const char *group, const char *day)
{
  GPtrArray *memberships;

  if (group == NULL)
    return;
  memberships = list_of (self, self->memberships, "membership", "group", group);
  for (guint i = 0; i < memberships->len; i++)
    {
      ScrItem *membership = g_ptr_array_index (memberships, i);

      if (scr_day_is_within (day, scr_item_get_text (membership, "from"),
                             scr_item_get_text (membership, "until")))
        expect (self, people, scr_item_get_text (membership, "member"), day);
    }
}

/* What is noted of a single meeting: some come who are no members, some said that they cannot. */
static void
expect_attendance (ScrClashes *self, GHashTable *people, const char *meeting, const char *day)
{
  GPtrArray *attendances;

  if (meeting == NULL)
    return;
  attendances = list_of (self, self->attendances, "attendance", "meeting", meeting);
  for (guint i = 0; i < attendances->len; i++)
    {
      ScrItem *attendance = g_ptr_array_index (attendances, i);
      const char *state = scr_item_get_text (attendance, "state");
      const char *who = scr_item_get_text (attendance, "who");
      ScrItem *appointment = who != NULL ? get_appointment (self, who) : NULL;
      const char *person = appointment != NULL ? scr_item_get_text (appointment, "person") : NULL;

      if (g_strcmp0 (state, "attendance-state.apologies") == 0
          || g_strcmp0 (state, "attendance-state.absent") == 0)
        g_hash_table_remove (people, person != NULL ? person : who != NULL ? who : "");
      else
        expect (self, people, who, day);
    }
}

static GHashTable *
new_people (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Who is expected at what is moved, were it on @day. */
static GHashTable *
expect_at_subject (ScrClashes *self, const char *day)
{
  GHashTable *people = new_people ();

  expect_members (self, people, self->group, day);
  if (self->id != NULL && self->who == NULL && self->meeting == NULL)
    expect_attendance (self, people, self->id, day);
  expect (self, people, self->who, day);
  if (self->scrutineer)
    expect_scrutineers (self, people, self->partnership, day);
  return people;
}

/* Who is expected at another meeting or activity. */
static GHashTable *
expect_at_other (ScrClashes *self, ScrItem *other)
{
  GHashTable *people = new_people ();
  const char *day = scr_item_get_text (other, "day");
  const char *partnership = scr_item_get_text (other, "partnership");

  if (strcmp (scr_item_get_kind (other)->name, "activity") == 0)
    {
      expect (self, people, scr_item_get_text (other, "who"), day);
      if (scr_item_get_text (other, "who") == NULL)
        expect_scrutineers (self, people, partnership, day);
      return people;
    }
  expect_members (self, people, scr_item_get_text (other, "group"), day);
  expect_attendance (self, people, scr_item_get_id (other), day);
  if (scr_item_get_bool (other, "scrutineer"))
    expect_scrutineers (self, people, partnership, day);
  return people;
}

/* --- Who is expected twice --- */

static gboolean
is_scrutineer (ScrClashes *self, const char *person)
{
  for (guint i = 0; i < self->scrutineers->len; i++)
    {
      ScrItem *scrutineer = g_ptr_array_index (self->scrutineers, i);

      if (g_strcmp0 (scr_item_get_text (scrutineer, "person"), person) == 0
          || strcmp (scr_item_get_id (scrutineer), person) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A person's or an appointment's name; (nullable). */
static char *
name_person (ScrClashes *self, const char *id)
{
  g_autoptr (ScrItem) person = scr_source_get (self->source, "person", id);

  if (person == NULL)
    person = scr_source_get (self->source, "appointment", id);
  return person != NULL ? scr_format_title (self->language, self->source, person) : NULL;
}

/* "The scrutineer is expected at Deep dive." Takes nothing; adds nothing if nobody is expected twice. */
static void
tell (ScrClashes *self, GHashTable *here, GHashTable *there, ScrItem *other, GPtrArray *found)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  gboolean with_scrutineer = FALSE;
  guint n_others = 0;
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, here);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    {
      char *named;

      if (!g_hash_table_contains (there, person))
        continue;
      if (is_scrutineer (self, person))
        {
          with_scrutineer = TRUE;
          continue;
        }
      named = name_person (self, person);
      if (named == NULL) /* an organisation, or somebody who is no longer in the record */
        continue;
      n_others++;
      g_free (name);
      name = named;
    }
  if (!with_scrutineer && n_others == 0)
    return;
  title = scr_format_title (self->language, self->source, other);
  if (with_scrutineer && n_others > 0)
    g_ptr_array_add (
        found,
        /* TRANSLATORS: %1$u is a number of people, %2$s a meeting or an activity */
        g_strdup_printf (scr_tr_plural (self->language, "The scrutineer and %1$u more are expected at %2$s.",
                                        "The scrutineer and %1$u more are expected at %2$s.", n_others),
                         n_others, title));
  else if (with_scrutineer)
    /* TRANSLATORS: %s is a meeting or an activity */
    g_ptr_array_add (found,
                     g_strdup_printf (scr_tr (self->language, "The scrutineer is expected at %s."), title));
  else if (n_others == 1)
    /* TRANSLATORS: somebody, and a meeting or an activity */
    g_ptr_array_add (found,
                     g_strdup_printf (scr_tr (self->language, "%1$s is expected at %2$s."), name, title));
  else
    /* TRANSLATORS: %1$u is a number of people, %2$s a meeting or an activity */
    g_ptr_array_add (found,
                     g_strdup_printf (scr_tr_plural (self->language, "%1$u person is expected at %2$s.",
                                                     "%1$u people are expected at %2$s.", n_others),
                                      n_others, title));
}

/* Whether something on the same day is no clash, whoever is there. */
static gboolean
is_harmless (ScrClashes *self, ScrItem *other)
{
  const char *id = scr_item_get_id (other);
  const char *state = scr_item_get_text (other, "state");

  if (g_strcmp0 (id, self->id) == 0 || g_strcmp0 (id, self->meeting) == 0)
    return TRUE;
  if (strcmp (scr_item_get_kind (other)->name, "meeting") == 0)
    return g_strcmp0 (state, "meeting-state.cancelled") == 0;
  /* What is done at a meeting is told with it. */
  return g_strcmp0 (state, "activity-state.dropped") == 0 || scr_item_get_text (other, "meeting") != NULL;
}

static void
look_at (ScrClashes *self, const ScrClashTime *time, GHashTable *here, ScrItem *other, GPtrArray *found)
{
  g_autoptr (GHashTable) there = NULL;
  ScrClashTime at;

  if (is_harmless (self, other))
    return;
  scr_clash_time_of_item (other, &at);
  if (at.first == 0)
    return;
  if (at.zone == NULL)
    at.zone = self->zone;
  if (!scr_clash_times_overlap (time, &at))
    return;
  there = expect_at_other (self, other);
  tell (self, here, there, other, found);
}

/* Looks at what begins around the days, and at what began earlier and still lasts. */
static void
look_at_kind (ScrClashes *self,
              const ScrClashTime *time,
              GHashTable *here,
              const char *kind,
              const char *last_field,
              GPtrArray *found)
{
  g_autofree char *from = scr_day_from_number (time->first - DAYS_AROUND);
  g_autofree char *until = scr_day_from_number (time->last + 1);
  ScrQuery query = {
      .kind = kind,
      .conditions = {{"day", SCR_AT_LEAST, from, 0}, {"day", SCR_AT_MOST, until, 0}},
      .order = "day",
  };
  g_autoptr (GPtrArray) near = NULL;
  g_autoptr (GPtrArray) long_ones = NULL;

  if (from == NULL || until == NULL)
    return;
  near = scr_source_list (self->source, &query);
  query.conditions[0].field = last_field;
  query.order = last_field;
  long_ones = scr_source_list (self->source, &query);
  for (guint i = 0; i < near->len; i++)
    look_at (self, time, here, g_ptr_array_index (near, i), found);
  for (guint i = 0; i < long_ones->len; i++)
    if (strcmp (scr_item_get_text (g_ptr_array_index (long_ones, i), "day"), from) < 0)
      look_at (self, time, here, g_ptr_array_index (long_ones, i), found);
}

/* Adds a sentence for each meeting or activity at which somebody is expected at the same time. */
void
scr_clashes_find_people (ScrClashes *self, const ScrClashTime *time, GPtrArray *found)
{
  g_autofree char *day = scr_day_from_number (time->first);
  g_autoptr (GHashTable) here = expect_at_subject (self, day);

  if (g_hash_table_size (here) == 0)
    return;
  look_at_kind (self, time, here, "meeting", "last_day", found);
  look_at_kind (self, time, here, "activity", "until", found);
}

/* --- The scrutineer's term --- */

/* Adds a sentence if no scrutineer's term covers all the days. */
void
scr_clashes_find_outside_term (ScrClashes *self, const char *first, const char *last, GPtrArray *found)
{
  const char *ends = NULL, *begins = NULL;
  g_autofree char *day = NULL;
  gboolean is_any = FALSE;

  for (guint i = 0; i < self->scrutineers->len; i++)
    {
      ScrItem *scrutineer = g_ptr_array_index (self->scrutineers, i);
      const char *from = scr_item_get_text (scrutineer, "from");
      const char *until = scr_item_get_text (scrutineer, "until");

      if (!is_of (scr_item_get_text (scrutineer, "partnership"), self->partnership))
        continue;
      if (scr_day_is_within (first, from, until) && scr_day_is_within (last, from, until))
        return;
      is_any = TRUE;
      if (until != NULL && strcmp (until, last) < 0 && (ends == NULL || strcmp (until, ends) > 0))
        ends = until;
      if (from != NULL && strcmp (from, first) > 0 && (begins == NULL || strcmp (from, begins) < 0))
        begins = from;
    }
  /* Where nobody was ever appointed, every day would be wrong. */
  if (!is_any)
    return;
  day = scr_format_day (self->language, ends != NULL ? ends : begins, SCR_DAY_LONG);
  g_ptr_array_add (
      found, ends != NULL
                 ? g_strdup_printf (scr_tr (self->language, "The scrutineer’s term ends on %s."), day)
                 : g_strdup_printf (scr_tr (self->language, "The scrutineer’s term begins on %s."), day));
}
