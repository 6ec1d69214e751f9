/* ScrHandover - a handover in words. See the header. */
#include "config.h"

#include "scr-handover.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static ScrItem *
get_live (ScrSource *source, ScrItem *handover, const char *field)
{
  ScrItem *item = scr_source_get_referred (source, handover, field);

  if (item != NULL && scr_item_is_deleted (item))
    g_clear_object (&item);
  return item;
}

/* --- The two meetings --- */

static const char *
get_last_day (ScrItem *meeting)
{
  const char *last = scr_item_get_text (meeting, "last_day");

  return last != NULL ? last : scr_item_get_text (meeting, "day");
}

/* Minutes from the end of the one to the beginning of the other on the same day; NAN where times are not
 * known. */
static double
get_minutes_between (ScrItem *last, ScrItem *first)
{
  double length = scr_item_get_number (last, "length");
  int end;
  int start;

  if (!scr_time_to_minutes (scr_item_get_text (last, "start"), &end)
      || !scr_time_to_minutes (scr_item_get_text (first, "start"), &start) || isnan (length))
    return NAN;
  return start - (end + length);
}

static void
tell_same_day (const ScrLanguage *language, ScrHandover *self)
{
  double minutes = get_minutes_between (self->last, self->first);
  g_autofree char *duration = scr_format_duration (language, fabs (minutes));

  self->sentence
      = g_strdup (scr_tr (language, "The old meets for the last time and the new for the first on the "
                                    "same day"));
  self->overlaps = minutes < 0;
  if (isnan (minutes))
    self->gap
        = g_strdup (scr_tr (language, "Their times of day do not say how much time lies between them."));
  else if (minutes == 0)
    self->gap = g_strdup (scr_tr (language, "The new begins when the old ends, without a break."));
  else if (minutes > 0)
    /* TRANSLATORS: %s is a duration: "1 h". */
    self->gap = g_strdup_printf (scr_tr (language, "%s lies between the two meetings."), duration);
  else
    /* TRANSLATORS: %s is a duration: "30 min". */
    self->gap = g_strdup_printf (scr_tr (language, "The new begins %s before the old has ended."), duration);
}

static void
tell_days (const ScrLanguage *language, ScrHandover *self)
{
  int days = scr_day_between (get_last_day (self->last), scr_item_get_text (self->first, "day"));

  if (days == 0)
    {
      tell_same_day (language, self);
      return;
    }
  self->overlaps = days < 0;
  if (days < 0)
    {
      self->sentence = g_strdup (
          scr_tr (language, "The new meets for the first time before the old meets for the last"));
      self->gap = g_strdup_printf (
          scr_tr_plural (language, "They overlap by %d day.", "They overlap by %d days.", (gulong)-days),
          -days);
      return;
    }
  self->sentence = g_strdup_printf (
      scr_tr_plural (language, "The new meets for the first time %d day after the old’s last meeting",
                     "The new meets for the first time %d days after the old’s last meeting", (gulong)days),
      days);
  self->gap
      = days == 1
            ? g_strdup (scr_tr (language, "No day lies between the two meetings."))
            : g_strdup_printf (scr_tr_plural (language, "%d day lies between the two meetings.",
                                              "%d days lie between the two meetings.", (gulong)days - 1),
                               days - 1);
}

static void
tell_meetings (const ScrLanguage *language, ScrHandover *self)
{
  gboolean has_last = self->last != NULL && scr_item_get_text (self->last, "day") != NULL;
  gboolean has_first = self->first != NULL && scr_item_get_text (self->first, "day") != NULL;

  self->is_joined = has_last && has_first;
  if (self->is_joined)
    tell_days (language, self);
  else if (self->last == NULL && self->first == NULL)
    self->sentence = g_strdup (scr_tr (language, "Choose the two meetings that the handover joins"));
  else if (self->first == NULL)
    self->sentence = g_strdup (scr_tr (language, "The first meeting of the new is not yet chosen"));
  else if (self->last == NULL)
    self->sentence = g_strdup (scr_tr (language, "The last meeting of the old is not yet chosen"));
  else
    self->sentence = g_strdup (scr_tr (language, "One of the two meetings has no day yet"));
  if (self->gap == NULL)
    self->gap = g_strdup ("");
}

/* --- Roles --- */

static char *
tell_end (const ScrLanguage *language, ScrItem *role)
{
  const char *until = role != NULL ? scr_item_get_text (role, "until") : NULL;
  g_autofree char *day = NULL;

  if (role == NULL)
    return g_strdup ("");
  if (until == NULL)
    return g_strdup (scr_tr (language, "No last day is recorded."));
  day = scr_format_day (language, until, SCR_DAY_LONG);
  /* TRANSLATORS: %s is a day: a role ends on it. */
  return g_strdup_printf (scr_tr (language, "Ends on %s."), day);
}

static char *
tell_beginning (const ScrLanguage *language, ScrItem *role)
{
  const char *from = role != NULL ? scr_item_get_text (role, "from") : NULL;
  g_autofree char *day = NULL;

  if (role == NULL)
    return g_strdup ("");
  if (from == NULL)
    return g_strdup (scr_tr (language, "No first day is recorded."));
  day = scr_format_day (language, from, SCR_DAY_LONG);
  /* TRANSLATORS: %s is a day: a role begins on it. */
  return g_strdup_printf (scr_tr (language, "Begins on %s."), day);
}

/* --- The list --- */

/**
 * scr_handover_task_is_late:
 * @task: a task of a handover
 * @today: a day
 *
 * Returns: whether it was due before @today and is not done
 */
gboolean
scr_handover_task_is_late (ScrItem *task, const char *today)
{
  const char *due = scr_item_get_text (task, "due");

  return due != NULL && !scr_item_get_bool (task, "done") && strcmp (due, today) < 0;
}

static char *
tell_progress (const ScrLanguage *language, const ScrHandover *self)
{
  g_autofree char *done = NULL;
  g_autofree char *late = NULL;

  if (self->n_tasks == 0)
    return g_strdup (scr_tr (language, "Nothing is on the list yet."));
  if (self->n_done == self->n_tasks)
    return g_strdup_printf (
        scr_tr_plural (language, "The %u task is done.", "All %u tasks are done.", self->n_tasks),
        self->n_tasks);
  /* TRANSLATORS: the plural follows the second number. */
  done = g_strdup_printf (
      scr_tr_plural (language, "%1$u of %2$u task is done.", "%1$u of %2$u tasks are done.", self->n_tasks),
      self->n_done, self->n_tasks);
  if (self->n_late == 0)
    return g_steal_pointer (&done);
  late = g_strdup_printf (scr_tr_plural (language, "%u is overdue.", "%u are overdue.", self->n_late),
                          self->n_late);
  return g_strconcat (done, " ", late, NULL);
}

static void
count_tasks (ScrSource *source, ScrItem *handover, ScrHandover *self)
{
  g_autofree char *today = scr_source_dup_today (source);
  g_autoptr (GPtrArray) tasks
      = scr_source_list_by (source, "handover_task", "handover", scr_item_get_id (handover));

  self->n_tasks = tasks->len;
  for (guint i = 0; i < tasks->len; i++)
    {
      if (scr_item_get_bool (tasks->pdata[i], "done"))
        self->n_done++;
      if (scr_handover_task_is_late (tasks->pdata[i], today))
        self->n_late++;
    }
}

/**
 * scr_handover_new:
 * @language: (nullable): a language
 * @source: the record
 * @handover: a handover
 *
 * Returns: (transfer full): what there is to say of it
 */
ScrHandover *
scr_handover_new (const ScrLanguage *language, ScrSource *source, ScrItem *handover)
{
  ScrHandover *self = g_new0 (ScrHandover, 1);

  self->last = get_live (source, handover, "last_meeting");
  self->first = get_live (source, handover, "first_meeting");
  self->from = get_live (source, handover, "from_role");
  self->to = get_live (source, handover, "to_role");
  tell_meetings (language, self);
  count_tasks (source, handover, self);
  self->progress = tell_progress (language, self);
  self->from_words = tell_end (language, self->from);
  self->to_words = tell_beginning (language, self->to);
  return self;
}

/**
 * scr_handover_free:
 * @self: (transfer full) (nullable): what there is to say of a handover
 */
void
scr_handover_free (ScrHandover *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->last);
  g_clear_object (&self->first);
  g_clear_object (&self->from);
  g_clear_object (&self->to);
  g_free (self->sentence);
  g_free (self->gap);
  g_free (self->progress);
  g_free (self->from_words);
  g_free (self->to_words);
  g_free (self);
}
