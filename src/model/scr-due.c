/* How far off a day is. See the header. */
#include "config.h"

#include "scr-due.h"

#include "scr-holidays-read.h"

#include <string.h>

/**
 * scr_dues_new:
 * @source: a record
 *
 * Returns: (transfer full): its today, and what counts as a working day there
 */
ScrDues *
scr_dues_new (ScrSource *source)
{
  ScrDues *self = g_new0 (ScrDues, 1);

  self->today = scr_source_dup_today (source);
  self->nation = scr_holidays_dup_nation (source);
  self->holidays = scr_holidays_read (source);
  return self;
}

/**
 * scr_dues_free:
 * @self: (nullable): a value
 */
void
scr_dues_free (ScrDues *self)
{
  if (self == NULL)
    return;
  g_free (self->today);
  g_free (self->nation);
  scr_holidays_unref (self->holidays);
  g_free (self);
}

/**
 * scr_dues_count_left:
 * @self: a value
 * @due: a day
 *
 * Returns: working days until @due; negative if it is past, 0 on the day itself
 */
int
scr_dues_count_left (const ScrDues *self, const char *due)
{
  int order = strcmp (due, self->today);

  if (order < 0)
    return -MAX (scr_working_days_between (self->holidays, self->nation, due, self->today), 1);
  if (order == 0)
    return 0;
  return MAX (scr_working_days_between (self->holidays, self->nation, self->today, due), 1);
}

/**
 * scr_dues_get_holiday:
 * @self: a value
 * @day: a day
 *
 * Returns: (nullable): the name of the bank holiday that it is
 */
const char *
scr_dues_get_holiday (const ScrDues *self, const char *day)
{
  return scr_holidays_get_name (self->holidays, self->nation, day);
}

/**
 * scr_due_dup_words:
 * @language: (nullable): a language
 * @left: working days that are left; negative if it is late
 *
 * Returns: (transfer full): "3 working days late", "Due today", "Due in 2 working days"
 */
char *
scr_due_dup_words (const ScrLanguage *language, int left)
{
  if (left < 0)
    return g_strdup_printf (
        scr_tr_plural (language, "%d working day late", "%d working days late", (gulong)-left), -left);
  if (left == 0)
    return g_strdup (scr_tr (language, "Due today"));
  return g_strdup_printf (
      scr_tr_plural (language, "Due in %d working day", "Due in %d working days", (gulong)left), left);
}

/**
 * scr_due_get_tone:
 * @left: working days that are left; negative if it is late
 *
 * Returns: the tone of its pill
 */
const char *
scr_due_get_tone (int left)
{
  return left < 0 ? "late" : left <= SCR_DUE_SOON ? "soon" : "waiting";
}
