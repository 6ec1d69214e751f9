/* ScrAttendance - who is expected at a meeting and who came. See the header. */
#include "config.h"

#include "scr-attendance.h"

#include "scr-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order in which people are listed. */
static const struct
{
  const char *capacity;
  gboolean counts;
} capacities[] = {
    {"capacity.chair", TRUE},     {"capacity.co-chair", TRUE}, {"capacity.member", TRUE},
    {"capacity.deputy", TRUE},    {"capacity.adviser", FALSE}, {"capacity.scrutineer", FALSE},
    {"capacity.observer", FALSE}, {"capacity.support", FALSE}, {"capacity.guest", FALSE},
};

typedef struct
{
  ScrAttendance *attendance;
  ScrSource *source;
  ScrItem *meeting;
  char *day;
} Maker;

static guint
rank_capacity (const char *capacity)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (capacities) && g_strcmp0 (capacity, capacities[rank].capacity) != 0)
    rank++;
  return rank;
}

/**
 * scr_capacity_counts:
 * @capacity: (nullable): identity of a choice in the list "capacity"
 *
 * Returns: whether who comes in it counts for the quorum
 */
gboolean
scr_capacity_counts (const char *capacity)
{
  guint rank = rank_capacity (capacity);

  return rank < G_N_ELEMENTS (capacities) && capacities[rank].counts;
}

static void
attendee_free (gpointer data)
{
  ScrAttendee *self = data;

  g_object_unref (self->who);
  g_clear_object (&self->entry);
  g_clear_object (&self->substitute);
  g_free (self);
}

/* --- Who is who --- */

static const char *
get_person (ScrItem *item)
{
  return strcmp (scr_item_get_kind (item)->name, "appointment") == 0 ? scr_item_get_text (item, "person")
                                                                     : NULL;
}

/* The same thing; or an appointment and the person who holds it. Two appointments of a person are two. */
static gboolean
is_same (ScrItem *one, ScrItem *other)
{
  return strcmp (scr_item_get_id (one), scr_item_get_id (other)) == 0
         || g_strcmp0 (get_person (one), scr_item_get_id (other)) == 0
         || g_strcmp0 (get_person (other), scr_item_get_id (one)) == 0;
}

/* Whoever is exactly this one goes before whoever is it in another guise. */
static ScrAttendee *
find (Maker *maker, ScrItem *who)
{
  GPtrArray *people = maker->attendance->people;

  for (guint i = 0; i < people->len; i++)
    if (strcmp (scr_item_get_id (((ScrAttendee *)people->pdata[i])->who), scr_item_get_id (who)) == 0)
      return people->pdata[i];
  for (guint i = 0; i < people->len; i++)
    if (is_same (((ScrAttendee *)people->pdata[i])->who, who))
      return people->pdata[i];
  return NULL;
}

static ScrAttendee *
add (Maker *maker, ScrItem *who, const char *capacity, gboolean is_expected)
{
  ScrAttendee *attendee = g_new0 (ScrAttendee, 1);

  attendee->who = g_object_ref (who);
  attendee->capacity = g_intern_string (capacity);
  attendee->is_expected = is_expected;
  g_ptr_array_add (maker->attendance->people, attendee);
  return attendee;
}

/* --- Who is expected --- */

static gboolean
is_in_office (Maker *maker, ScrItem *item)
{
  return strcmp (scr_item_get_kind (item)->name, "appointment") != 0
         || scr_day_is_within (maker->day, scr_item_get_text (item, "from"),
                               scr_item_get_text (item, "until"));
}

/* A membership that says no capacity is one of a member. Who belongs twice is expected in what weighs more.
 */
static void
expect_member (Maker *maker, ScrItem *membership)
{
  const char *capacity = scr_item_get_text (membership, "capacity");
  g_autoptr (ScrItem) who = scr_source_get_referred (maker->source, membership, "member");
  ScrAttendee *known;

  if (who == NULL || scr_item_is_deleted (who) || !is_in_office (maker, who)
      || !scr_day_is_within (maker->day, scr_item_get_text (membership, "from"),
                             scr_item_get_text (membership, "until")))
    return;
  capacity = capacity != NULL ? capacity : "capacity.member";
  known = find (maker, who);
  if (known == NULL)
    add (maker, who, capacity, TRUE);
  else if (rank_capacity (capacity) < rank_capacity (known->capacity))
    known->capacity = g_intern_string (capacity);
}

static gboolean
has_scrutineer (Maker *maker)
{
  for (guint i = 0; i < maker->attendance->people->len; i++)
    {
      const ScrAttendee *attendee = maker->attendance->people->pdata[i];

      if (g_strcmp0 (attendee->capacity, "capacity.scrutineer") == 0
          || (strcmp (scr_item_get_kind (attendee->who)->name, "appointment") == 0
              && g_strcmp0 (scr_item_get_text (attendee->who, "role"), "role.scrutineer") == 0))
        return TRUE;
    }
  return FALSE;
}

/* The one in office, of the meeting's partnership or of all; unless the group has one of its own. */
static void
expect_scrutineer (Maker *maker)
{
  const ScrQuery query = {
      .kind = "appointment",
      .partnership = scr_item_get_text (maker->meeting, "partnership"),
      .conditions = {{"role", SCR_IS, "role.scrutineer", 0}},
  };
  g_autoptr (GPtrArray) found = NULL;

  if (!scr_item_get_bool (maker->meeting, "scrutineer") || has_scrutineer (maker))
    return;
  found = scr_source_list (maker->source, &query);
  for (guint i = 0; i < found->len; i++)
    if (is_in_office (maker, found->pdata[i]) && find (maker, found->pdata[i]) == NULL)
      add (maker, found->pdata[i], "capacity.scrutineer", TRUE);
}

static void
expect_group (Maker *maker)
{
  g_autoptr (ScrItem) group = scr_source_get_referred (maker->source, maker->meeting, "group");
  g_autoptr (GPtrArray) memberships = NULL;
  double quorum;

  if (group == NULL)
    return;
  quorum = scr_item_get_number (group, "quorum");
  maker->attendance->quorum = quorum > 0 ? (guint)quorum : 0;
  memberships = scr_source_list_by (maker->source, "membership", "group", scr_item_get_id (group));
  for (guint i = 0; i < memberships->len; i++)
    expect_member (maker, memberships->pdata[i]);
}

/* --- Who came --- */

static gboolean
is_stand_in (ScrItem *entry)
{
  const char *state = scr_item_get_text (entry, "state");

  return g_strcmp0 (state, SCR_ATTENDANCE_SUBSTITUTE) == 0
         || (g_strcmp0 (state, SCR_ATTENDANCE_PRESENT) == 0
             && scr_item_get_text (entry, "substitute_for") != NULL);
}

static void
take_entry (Maker *maker, ScrItem *entry)
{
  g_autoptr (ScrItem) who = scr_source_get_referred (maker->source, entry, "who");
  const char *capacity = scr_item_get_text (entry, "capacity");
  ScrAttendee *attendee;

  if (who == NULL)
    return;
  attendee = find (maker, who);
  if (attendee == NULL)
    attendee = add (maker, who, capacity, FALSE);
  /* Two copies of a record may have recorded the same person: the first counts. */
  if (attendee->entry != NULL)
    return;
  attendee->entry = g_object_ref (entry);
  attendee->state = g_intern_string (scr_item_get_text (entry, "state"));
  if (capacity != NULL)
    attendee->capacity = g_intern_string (capacity);
}

/* Whose seat it was; who stood in for nobody that we know has a seat of the own. */
static void
take_stand_in (Maker *maker, ScrItem *entry)
{
  g_autoptr (ScrItem) held = scr_source_get_referred (maker->source, entry, "substitute_for");
  ScrAttendee *seat;

  if (held == NULL)
    {
      take_entry (maker, entry);
      return;
    }
  seat = find (maker, held);
  if (seat == NULL)
    seat = add (maker, held, scr_item_get_text (entry, "capacity"), FALSE);
  if (seat->substitute == NULL)
    seat->substitute = g_object_ref (entry);
}

static void
take_entries (Maker *maker)
{
  g_autoptr (GPtrArray) entries
      = scr_source_list_by (maker->source, "attendance", "meeting", scr_item_get_id (maker->meeting));

  for (guint i = 0; i < entries->len; i++)
    if (!is_stand_in (entries->pdata[i]))
      take_entry (maker, entries->pdata[i]);
  for (guint i = 0; i < entries->len; i++)
    if (is_stand_in (entries->pdata[i]))
      take_stand_in (maker, entries->pdata[i]);
}

/* --- Counting --- */

/**
 * scr_attendee_is_present:
 * @self: one of those expected or recorded
 *
 * Returns: whether the seat was filled, in person or by a substitute
 */
gboolean
scr_attendee_is_present (const ScrAttendee *self)
{
  return g_strcmp0 (self->state, SCR_ATTENDANCE_PRESENT) == 0
         || g_strcmp0 (self->state, SCR_ATTENDANCE_SUBSTITUTE) == 0;
}

/* Who came in person needed nobody to stand in. */
static void
count (ScrAttendance *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      ScrAttendee *attendee = self->people->pdata[i];

      if (attendee->substitute != NULL && g_strcmp0 (attendee->state, SCR_ATTENDANCE_PRESENT) != 0)
        attendee->state = SCR_ATTENDANCE_SUBSTITUTE;
      attendee->counts = scr_capacity_counts (attendee->capacity);
      if (attendee->state != NULL && strcmp (attendee->state, SCR_ATTENDANCE_INVITED) != 0)
        self->n_recorded++;
      if (attendee->counts)
        {
          self->n_members++;
          self->n_present += scr_attendee_is_present (attendee);
        }
    }
}

static int
compare_attendees (gconstpointer a, gconstpointer b)
{
  const ScrAttendee *left = *(const ScrAttendee *const *)a;
  const ScrAttendee *right = *(const ScrAttendee *const *)b;
  int order = (int)rank_capacity (left->capacity) - (int)rank_capacity (right->capacity);
  const char *left_title = scr_item_get_text (left->who, "title");
  const char *right_title = scr_item_get_text (right->who, "title");

  if (order == 0)
    order = g_utf8_collate (left_title != NULL ? left_title : "", right_title != NULL ? right_title : "");
  return order != 0 ? order : strcmp (scr_item_get_id (left->who), scr_item_get_id (right->who));
}

/**
 * scr_attendance_new:
 * @source: a record
 * @meeting: a meeting of it; one without a day counts as on the record's today
 *
 * Returns: (transfer full): who is expected or recorded
 */
ScrAttendance *
scr_attendance_new (ScrSource *source, ScrItem *meeting)
{
  ScrAttendance *self = g_new0 (ScrAttendance, 1);
  Maker maker = {self, source, meeting, g_strdup (scr_item_get_text (meeting, "day"))};

  if (maker.day == NULL)
    maker.day = scr_source_dup_today (source);
  self->people = g_ptr_array_new_with_free_func (attendee_free);
  expect_group (&maker);
  expect_scrutineer (&maker);
  take_entries (&maker);
  count (self);
  g_ptr_array_sort (self->people, compare_attendees);
  g_free (maker.day);
  return self;
}

/**
 * scr_attendance_free:
 * @self: what scr_attendance_new() gave
 */
void
scr_attendance_free (ScrAttendance *self)
{
  g_ptr_array_unref (self->people);
  g_free (self);
}

/**
 * scr_attendance_find:
 * @self: who is expected or recorded
 * @who: identity of a person, appointment or organisation
 *
 * Returns: (nullable): what is known of this one
 */
const ScrAttendee *
scr_attendance_find (const ScrAttendance *self, const char *who)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const ScrAttendee *attendee = self->people->pdata[i];

      if (g_strcmp0 (scr_item_get_id (attendee->who), who) == 0)
        return attendee;
    }
  return NULL;
}

/* --- In words --- */

/**
 * scr_quorum_is_met:
 * @quorum: how many members must be present; 0: none is set
 * @n_present: how many are
 *
 * Returns: whether the meeting can decide
 */
gboolean
scr_quorum_is_met (guint quorum, guint n_present)
{
  return n_present >= quorum;
}

/**
 * scr_quorum_dup_words:
 * @language: (nullable): the language
 * @quorum: how many members must be present; 0: none is set
 * @n_members: how many are expected
 * @n_present: how many are present
 *
 * Returns: (transfer full): whether there is a quorum, in words
 */
char *
scr_quorum_dup_words (const ScrLanguage *language, guint quorum, guint n_members, guint n_present)
{
  if (quorum == 0)
    /* TRANSLATORS: %1$u of %2$u members are present */
    return g_strdup_printf (
        scr_tr_plural (language, "%1$u of %2$u member present", "%1$u of %2$u members present", n_members),
        n_present, n_members);
  if (scr_quorum_is_met (quorum, n_present))
    /* TRANSLATORS: %1$u of %2$u members are present, and that is enough to decide */
    return g_strdup_printf (scr_tr_plural (language, "Quorum met: %1$u of %2$u member",
                                           "Quorum met: %1$u of %2$u members", n_members),
                            n_present, n_members);
  /* TRANSLATORS: %1$u of %2$u members are present; %3$u more would be needed for the quorum of %4$u */
  return g_strdup_printf (scr_tr_plural (language, "%1$u of %2$u member: %3$u short of the quorum of %4$u",
                                         "%1$u of %2$u members: %3$u short of the quorum of %4$u", n_members),
                          n_present, n_members, quorum - n_present, quorum);
}

/**
 * scr_attendance_dup_words:
 * @language: (nullable): the language
 * @self: who is expected or recorded
 *
 * Before anything is recorded nobody is missing yet.
 *
 * Returns: (transfer full): how many are there or expected, and whether that is a quorum, in words
 */
char *
scr_attendance_dup_words (const ScrLanguage *language, const ScrAttendance *self)
{
  if (self->people->len == 0)
    return g_strdup ("");
  if (self->n_recorded > 0)
    return scr_quorum_dup_words (language, self->quorum, self->n_members, self->n_present);
  if (self->quorum == 0)
    return g_strdup_printf (
        scr_tr_plural (language, "%u member expected", "%u members expected", self->n_members),
        self->n_members);
  /* TRANSLATORS: %1$u members are expected; %2$u of them must come for the meeting to decide */
  return g_strdup_printf (scr_tr_plural (language, "%1$u member expected, quorum %2$u",
                                         "%1$u members expected, quorum %2$u", self->n_members),
                          self->n_members, self->quorum);
}
