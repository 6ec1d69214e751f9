/* What a plan to take in a calendar holds, in words. See scr-calendar-commands.h. */
#include "config.h"

#include "scr-calendar-commands.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>

/**
 * scr_plan_sort_get_label:
 * @sort: what becomes of a meeting
 *
 * Returns: the word for it
 */
const char *
scr_plan_sort_get_label (ScrPlanSort sort)
{
  static const char *const labels[SCR_PLAN_N_SORTS] = {
      N_ ("New"), N_ ("Altered"), N_ ("Cancelled"), N_ ("Choose"), N_ ("Older"), N_ ("The same"),
  };

  g_return_val_if_fail (sort < SCR_PLAN_N_SORTS, NULL);
  return _ (labels[sort]);
}

/**
 * scr_calendar_dup_when:
 * @entry: an entry of a plan
 * @before: whether as it is in the record, and not as it would be
 *
 * Returns: (transfer full): its day and time: "Wednesday 12 June 2019, 10:00"
 */
char *
scr_calendar_dup_when (const ScrPlanEntry *entry, gboolean before)
{
  const char *const *fields = before ? entry->before : entry->after;
  g_autofree char *day = fields[SCR_PLAN_DAY] != NULL
                             ? scr_format_day (NULL, fields[SCR_PLAN_DAY], SCR_DAY_FULL)
                             : g_strdup ("");
  g_autofree char *last = fields[SCR_PLAN_LAST_DAY] != NULL
                              ? scr_format_day (NULL, fields[SCR_PLAN_LAST_DAY], SCR_DAY_FULL)
                              : NULL;
  g_autofree char *days = last != NULL
                              /* TRANSLATORS: two days, the first and the last */
                              ? g_strdup_printf (_ ("%1$s to %2$s"), day, last)
                              : g_strdup (day);

  if (fields[SCR_PLAN_START] == NULL)
    return g_steal_pointer (&days);
  if (fields[SCR_PLAN_ZONE] != NULL)
    /* TRANSLATORS: a day, a time of day, and a time zone */
    return g_strdup_printf (_ ("%1$s, %2$s (%3$s)"), days, fields[SCR_PLAN_START], fields[SCR_PLAN_ZONE]);
  /* TRANSLATORS: a day and a time of day */
  return g_strdup_printf (_ ("%1$s, %2$s"), days, fields[SCR_PLAN_START]);
}

static char *
say (ScrSource *source, const ScrField *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (text == NULL)
    return g_strdup (_ ("nothing"));
  if (scr_field_is_numeric (field))
    scr_value_set_number (&value, g_ascii_strtod (text, NULL));
  else
    scr_value_set_text (&value, text);
  return scr_format_value (NULL, source, field, &value);
}

/**
 * scr_calendar_dup_change:
 * @source: the record
 * @entry: an entry of a plan
 * @field: one that would be altered
 *
 * Returns: (transfer full): how, in words: "Starts at: 10:00 becomes 12:00"
 */
char *
scr_calendar_dup_change (ScrSource *source, const ScrPlanEntry *entry, ScrPlanField field)
{
  const ScrField *described = scr_kind_get_field (scr_kind_find ("meeting"), scr_plan_field_get_name (field));
  g_autofree char *before = say (source, described, entry->before[field]);
  g_autofree char *after = say (source, described, entry->after[field]);

  /* TRANSLATORS: %1$s is a field's label, the others what it holds, as in "Starts at: 10:00 becomes 12:00" */
  return g_strdup_printf (_ ("%1$s: %2$s becomes %3$s"), _ (described->label), before, after);
}

/* @words with the number for its %u */
static void
add_count (GPtrArray *parts, guint n, const char *words)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (GString) text = g_string_new (words);

  g_string_replace (text, "%u", number, 1);
  if (n > 0)
    g_ptr_array_add (parts, g_strdup (text->str));
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **)parts->pdata);
}

/**
 * scr_calendar_dup_summary:
 * @plan: a plan
 *
 * Returns: (transfer full): how many meetings of each sort there are: "12 new, 3 altered, 40 the same"
 */
char *
scr_calendar_dup_summary (const ScrCalendarPlan *plan)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_count (parts, plan->counts[SCR_PLAN_NEW], ngettext ("%u new", "%u new", plan->counts[SCR_PLAN_NEW]));
  add_count (parts, plan->counts[SCR_PLAN_ALTERED],
             ngettext ("%u altered", "%u altered", plan->counts[SCR_PLAN_ALTERED]));
  add_count (parts, plan->counts[SCR_PLAN_CANCELLED],
             ngettext ("%u cancelled", "%u cancelled", plan->counts[SCR_PLAN_CANCELLED]));
  add_count (parts, plan->counts[SCR_PLAN_CONFLICT],
             ngettext ("%u to choose", "%u to choose", plan->counts[SCR_PLAN_CONFLICT]));
  add_count (parts, plan->counts[SCR_PLAN_OLDER],
             ngettext ("%u older than here", "%u older than here", plan->counts[SCR_PLAN_OLDER]));
  add_count (parts, plan->counts[SCR_PLAN_SAME],
             ngettext ("%u the same", "%u the same", plan->counts[SCR_PLAN_SAME]));
  add_count (parts, plan->read->n_problems,
             ngettext ("%u that cannot be taken", "%u that cannot be taken", plan->read->n_problems));
  return parts->len > 0 ? join (parts) : g_strdup (_ ("no meetings"));
}

/**
 * scr_calendar_dup_left_out:
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): what is in the file but no meeting, in a sentence
 */
char *
scr_calendar_dup_left_out (const ScrCalendarPlan *plan)
{
  const ScrCalendarRead *read = plan->read;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  add_count (parts, read->n_tasks, ngettext ("%u task", "%u tasks", read->n_tasks));
  add_count (parts, read->n_journals, ngettext ("%u journal entry", "%u journal entries", read->n_journals));
  add_count (parts, read->n_others, ngettext ("%u other entry", "%u other entries", read->n_others));
  if (parts->len == 0)
    return NULL;
  all = join (parts);
  /* TRANSLATORS: %s tells what, as in "2 tasks, 1 journal entry" */
  return g_strdup_printf (_ ("The file also holds %s, which are no meetings."), all);
}

/**
 * scr_calendar_dup_problem:
 * @problem: what cannot be taken
 *
 * Returns: (transfer full): where it is, what it is, and why not
 */
char *
scr_calendar_dup_problem (const ScrCalendarProblem *problem)
{
  if (problem->title == NULL)
    /* TRANSLATORS: %2$s is a sentence. */
    return g_strdup_printf (_ ("Line %1$u: %2$s"), problem->line, problem->why);
  /* TRANSLATORS: %3$s is a sentence. */
  return g_strdup_printf (_ ("Line %1$u, “%2$s”: %3$s"), problem->line, problem->title, problem->why);
}
