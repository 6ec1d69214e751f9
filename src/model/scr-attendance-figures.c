/* Attendance over a year, by person and by group. See scr-attendance.h.
 *
 * Meetings that were held count, if somebody's attendance is recorded; of the others only how many there are
 * is told.
 */
#include "config.h"

#include "scr-attendance.h"

#include "scr-day.h"
#include "scr-format.h"

#include <string.h>

typedef struct
{
  ScrAttendanceFigures *figures;
  ScrSource *source;
  GHashTable *groups; /* group's identity, or "", to ScrAttendanceFigure (borrowed) */
  GHashTable *people; /* "group/who" to ScrAttendanceFigure (borrowed) */
} Maker;

static void
figure_free (gpointer data)
{
  ScrAttendanceFigure *self = data;

  g_clear_object (&self->group);
  g_clear_object (&self->who);
  g_free (self);
}

/* The figure of a group, or of somebody in it, begun if it is the first meeting. */
static ScrAttendanceFigure *
get_figure (Maker *maker, ScrItem *group, ScrItem *who)
{
  GHashTable *table = who != NULL ? maker->people : maker->groups;
  g_autofree char *key = g_strconcat (group != NULL ? scr_item_get_id (group) : "", "/",
                                      who != NULL ? scr_item_get_id (who) : "", NULL);
  ScrAttendanceFigure *figure = g_hash_table_lookup (table, key);

  if (figure != NULL)
    return figure;
  figure = g_new0 (ScrAttendanceFigure, 1);
  figure->group = group != NULL ? g_object_ref (group) : NULL;
  figure->who = who != NULL ? g_object_ref (who) : NULL;
  g_hash_table_insert (table, g_steal_pointer (&key), figure);
  g_ptr_array_add (who != NULL ? maker->figures->people : maker->figures->groups, figure);
  return figure;
}

/* Who sent apologies or was absent was expected, whether by membership or not. */
static void
count_attendee (ScrAttendanceFigure *figure, const ScrAttendee *attendee)
{
  const char *state = attendee->state;

  if (attendee->is_expected || attendee->substitute != NULL
      || g_strcmp0 (state, SCR_ATTENDANCE_APOLOGIES) == 0 || g_strcmp0 (state, SCR_ATTENDANCE_ABSENT) == 0)
    {
      figure->expected++;
      figure->filled += scr_attendee_is_present (attendee);
    }
  if (g_strcmp0 (state, SCR_ATTENDANCE_PRESENT) == 0
      || (g_strcmp0 (state, SCR_ATTENDANCE_SUBSTITUTE) == 0 && attendee->substitute == NULL))
    figure->present++;
  else if (g_strcmp0 (state, SCR_ATTENDANCE_SUBSTITUTE) == 0)
    figure->substituted++;
  else if (g_strcmp0 (state, SCR_ATTENDANCE_APOLOGIES) == 0)
    figure->apologies++;
  else if (g_strcmp0 (state, SCR_ATTENDANCE_ABSENT) == 0)
    figure->absent++;
  else
    figure->unknown++;
}

static gboolean
is_held (ScrItem *meeting)
{
  const char *state = scr_item_get_text (meeting, "state");

  return state != NULL
         && (g_str_has_prefix (state, "meeting-state.minutes") || strcmp (state, "meeting-state.held") == 0);
}

static void
count_meeting (Maker *maker, ScrItem *meeting)
{
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (maker->source, meeting);
  g_autoptr (ScrItem) group = NULL;
  ScrAttendanceFigure *whole;

  if (attendance->n_recorded == 0)
    {
      maker->figures->n_unrecorded++;
      return;
    }
  group = scr_source_get_referred (maker->source, meeting, "group");
  whole = get_figure (maker, group, NULL);
  whole->meetings++;
  whole->quorate += attendance->quorum > 0 && scr_quorum_is_met (attendance->quorum, attendance->n_present);
  for (guint i = 0; i < attendance->people->len; i++)
    {
      const ScrAttendee *attendee = attendance->people->pdata[i];
      ScrAttendanceFigure *figure = get_figure (maker, group, attendee->who);

      figure->meetings++;
      count_attendee (figure, attendee);
      count_attendee (whole, attendee);
    }
}

/**
 * scr_attendance_figures_new:
 * @source: a record
 * @partnership: (nullable): only its meetings and those of all
 * @group: (nullable): only the meetings of this group
 * @from: the first day
 * @until: the last day
 *
 * Returns: (transfer full): figures of the meetings held between these days
 */
ScrAttendanceFigures *
scr_attendance_figures_new (ScrSource *source,
                            const char *partnership,
                            const char *group,
                            const char *from,
                            const char *until)
{
  ScrAttendanceFigures *self = g_new0 (ScrAttendanceFigures, 1);
  ScrQuery query = {
      .kind = "meeting",
      .partnership = partnership,
      .conditions = {{"day", SCR_AT_LEAST, from, 0}, {"day", SCR_AT_MOST, until, 0}},
  };
  Maker maker = {self, source, NULL, NULL};
  g_autoptr (GPtrArray) meetings = NULL;

  if (group != NULL)
    query.conditions[2] = (ScrCondition) {"group", SCR_IS, group, 0};
  self->from = g_strdup (from);
  self->until = g_strdup (until);
  self->groups = g_ptr_array_new_with_free_func (figure_free);
  self->people = g_ptr_array_new_with_free_func (figure_free);
  maker.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  maker.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  meetings = scr_source_list (source, &query);
  for (guint i = 0; i < meetings->len; i++)
    if (is_held (meetings->pdata[i]))
      count_meeting (&maker, meetings->pdata[i]);
  g_hash_table_unref (maker.groups);
  g_hash_table_unref (maker.people);
  return self;
}

/**
 * scr_attendance_figures_free:
 * @self: figures
 */
void
scr_attendance_figures_free (ScrAttendanceFigures *self)
{
  g_free (self->from);
  g_free (self->until);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->people);
  g_free (self);
}

/**
 * scr_attendance_figure_get_percent:
 * @self: a figure
 *
 * Returns: how many of a hundred times that somebody was expected the seat was filled, in person or by a
 * substitute, rounded; -1 if nobody was ever expected
 */
int
scr_attendance_figure_get_percent (const ScrAttendanceFigure *self)
{
  return self->expected > 0 ? (int)((self->filled * 200 + self->expected) / (2 * self->expected)) : -1;
}

/**
 * scr_programme_year_get:
 * @first_month: the month in which a year begins, 1 to 12; what is outside counts as January
 * @day: a day
 * @ahead: 0 for the year that the day is in, 1 for the next, -1 for the one before
 * @from: (out): its first day
 * @until: (out): its last day
 *
 * Returns: whether there is such a year
 */
gboolean
scr_programme_year_get (int first_month, const char *day, int ahead, char **from, char **until)
{
  int month = first_month >= 1 && first_month <= 12 ? first_month : 1;
  int year, month_of_day, day_of_month;
  g_autofree char *first = NULL;
  g_autofree char *next = NULL;

  if (!scr_day_get_parts (day, &year, &month_of_day, &day_of_month))
    return FALSE;
  year += ahead - (month_of_day < month);
  first = scr_day_from_parts (year, month, 1);
  next = scr_day_from_parts (year + 1, month, 1);
  if (first == NULL || next == NULL)
    return FALSE;
  *from = g_steal_pointer (&first);
  *until = scr_day_add (next, -1);
  return TRUE;
}
