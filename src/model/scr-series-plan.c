/* ScrSeriesPlan - what laying out a series would do. See the header. */
#include "config.h"

#include "scr-series-plan.h"

#include "scr-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * scr_series_meeting_was_held:
 * @meeting: a meeting
 *
 * Returns: whether it took place, with minutes or without
 */
gboolean
scr_series_meeting_was_held (ScrItem *meeting)
{
  const char *state = scr_item_get_text (meeting, "state");

  return state != NULL
         && (g_str_has_prefix (state, "meeting-state.minutes") || strcmp (state, "meeting-state.held") == 0);
}

/**
 * scr_series_meeting_is_cancelled:
 * @meeting: a meeting
 *
 * Returns: whether it will not take place
 */
gboolean
scr_series_meeting_is_cancelled (ScrItem *meeting)
{
  return g_strcmp0 (scr_item_get_text (meeting, "state"), "meeting-state.cancelled") == 0;
}

/**
 * scr_series_meeting_get_occurrence:
 * @meeting: a meeting of a series
 *
 * Returns: (nullable): the day that the rule gave it, also if it was moved; its own day if none is kept
 */
const char *
scr_series_meeting_get_occurrence (ScrItem *meeting)
{
  const char *occurrence = scr_item_get_text (meeting, "occurrence");

  return occurrence != NULL ? occurrence : scr_item_get_text (meeting, "day");
}

static gboolean
was_moved (ScrItem *meeting)
{
  return g_strcmp0 (scr_series_meeting_get_occurrence (meeting), scr_item_get_text (meeting, "day")) != 0;
}

static void
step_free (gpointer data)
{
  ScrSeriesStep *step = data;

  g_free (step->day);
  g_free (step->occurrence);
  g_clear_object (&step->meeting);
  g_free (step);
}

static void
add_step (ScrSeriesPlan *self, ScrSeriesWhat what, const char *day, const char *occurrence, ScrItem *meeting)
{
  ScrSeriesStep *step = g_new0 (ScrSeriesStep, 1);

  step->what = what;
  step->day = g_strdup (day);
  step->occurrence = g_strdup (occurrence);
  step->meeting = meeting != NULL ? g_object_ref (meeting) : NULL;
  g_ptr_array_add (self->steps, step);
  self->n[what]++;
}

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  ScrItem *first = *(ScrItem *const *)a;
  ScrItem *second = *(ScrItem *const *)b;
  int order
      = g_strcmp0 (scr_series_meeting_get_occurrence (first), scr_series_meeting_get_occurrence (second));

  return order != 0 ? order : strcmp (scr_item_get_id (first), scr_item_get_id (second));
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const ScrSeriesStep *first = *(const ScrSeriesStep *const *)a;
  const ScrSeriesStep *second = *(const ScrSeriesStep *const *)b;
  int order = g_strcmp0 (first->day, second->day);

  return order != 0 ? order : (int)first->what - (int)second->what;
}

/* What becomes of a meeting that has its day in the rule. */
static ScrSeriesWhat
classify (ScrItem *meeting)
{
  if (scr_series_meeting_was_held (meeting))
    return SCR_SERIES_HELD;
  if (scr_series_meeting_is_cancelled (meeting))
    return SCR_SERIES_CANCELLED;
  return was_moved (meeting) ? SCR_SERIES_BY_HAND : SCR_SERIES_KEEP;
}

/* Days that a meeting stands for already; what is left of the meetings is returned in order. */
static GPtrArray *
match_exactly (ScrSeriesPlan *self, GPtrArray *meetings, GHashTable *free_days)
{
  GPtrArray *left = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, meetings, NULL, NULL);
  g_ptr_array_sort (sorted, compare_meetings);
  for (guint i = 0; i < sorted->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (sorted, i);
      const char *occurrence = scr_series_meeting_get_occurrence (meeting);

      if (occurrence != NULL && g_hash_table_remove (free_days, occurrence))
        add_step (self, classify (meeting), scr_item_get_text (meeting, "day"), occurrence, meeting);
      else
        g_ptr_array_add (left, meeting);
    }
  return left;
}

/* The least distance between two days of the rule: a meeting does not follow further than that. */
static int
get_reach (GPtrArray *days)
{
  int least = 366;

  for (guint i = 1; i < days->len; i++)
    least = MIN (least, scr_day_between (g_ptr_array_index (days, i - 1), g_ptr_array_index (days, i)));
  return least;
}

static const char *
find_nearest (GPtrArray *days, GHashTable *free_days, const char *day, int reach)
{
  const char *nearest = NULL;
  int distance = reach;

  for (guint i = 0; day != NULL && i < days->len; i++)
    {
      const char *candidate = g_ptr_array_index (days, i);
      int away = ABS (scr_day_between (day, candidate));

      if (away < distance && g_hash_table_contains (free_days, candidate))
        {
          nearest = candidate;
          distance = away;
        }
    }
  return nearest;
}

/* What becomes of meetings for which the rule has no day of their own. */
static void
let_follow (ScrSeriesPlan *self,
            GPtrArray *days,
            GHashTable *free_days,
            GPtrArray *left,
            GHashTable *with_content,
            gboolean follow)
{
  int reach = get_reach (days);

  for (guint i = 0; i < left->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (left, i);
      const char *day = scr_item_get_text (meeting, "day");
      const char *occurrence = scr_series_meeting_get_occurrence (meeting);
      ScrSeriesWhat what = classify (meeting);
      const char *to = NULL;

      if (follow)
        to = find_nearest (days, free_days, occurrence, reach);
      if (to != NULL)
        {
          g_hash_table_remove (free_days, to);
          if (what == SCR_SERIES_KEEP)
            add_step (self, SCR_SERIES_SHIFT, to, to, meeting);
          else
            add_step (self, what, day, to, meeting);
        }
      else if (!follow || what != SCR_SERIES_KEEP)
        add_step (self, what, day, occurrence, meeting);
      else if (with_content != NULL && g_hash_table_contains (with_content, scr_item_get_id (meeting)))
        add_step (self, SCR_SERIES_OWN, day, occurrence, meeting);
      else
        add_step (self, SCR_SERIES_REMOVE, day, occurrence, meeting);
    }
}

/* No meetings are made before the last that was held, or that there is: they would be in the past, or were
 * taken out on purpose. */
static const char *
get_last (GPtrArray *meetings, gboolean only_held)
{
  const char *last = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);
      const char *day = scr_series_meeting_get_occurrence (meeting);

      if ((!only_held || scr_series_meeting_was_held (meeting)) && day != NULL
          && (last == NULL || strcmp (day, last) > 0))
        last = day;
    }
  return last;
}

/**
 * scr_series_plan_new:
 * @days: (element-type utf8): the days that the rule gives, in order, without those that are left out
 * @meetings: (element-type ScrItem): the meetings that there are
 * @with_content: (nullable) (element-type utf8): identities of those that have an agenda or papers of their
 * own
 * @mode: whether the series is made, goes on, or was altered
 *
 * Returns: (transfer full): what there is to do
 */
ScrSeriesPlan *
scr_series_plan_new (GPtrArray *days, GPtrArray *meetings, GHashTable *with_content, ScrSeriesMode mode)
{
  ScrSeriesPlan *self = g_new0 (ScrSeriesPlan, 1);
  g_autoptr (GHashTable) free_days = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) left = NULL;
  const char *last = mode != SCR_SERIES_MAKE ? get_last (meetings, mode == SCR_SERIES_ALTER) : NULL;

  self->steps = g_ptr_array_new_with_free_func (step_free);
  for (guint i = 0; i < days->len; i++)
    g_hash_table_add (free_days, g_ptr_array_index (days, i));
  left = match_exactly (self, meetings, free_days);
  let_follow (self, days, free_days, left, with_content, mode == SCR_SERIES_ALTER);
  for (guint i = 0; i < days->len; i++)
    if (g_hash_table_contains (free_days, g_ptr_array_index (days, i))
        && (last == NULL || strcmp (g_ptr_array_index (days, i), last) > 0))
      add_step (self, SCR_SERIES_ADD, g_ptr_array_index (days, i), g_ptr_array_index (days, i), NULL);
  g_ptr_array_sort (self->steps, compare_steps);
  return self;
}

static const char *
find_counterpart (GPtrArray *was, GPtrArray *days, const char *occurrence)
{
  guint index;

  if (occurrence == NULL || !g_ptr_array_find_with_equal_func (was, occurrence, g_str_equal, &index))
    return NULL;
  return index < days->len ? g_ptr_array_index (days, index) : NULL;
}

/**
 * scr_series_plan_new_moved:
 * @was: (element-type utf8): the days that the rule gave, in order, also those that were left out
 * @days: (element-type utf8): those that it gives now, each for the one in the same place
 * @meetings: (element-type ScrItem): the meetings that there are
 * @in_hand: (nullable): the one of them that somebody moves
 *
 * Each goes with its own turn of the rule, so that a move by a whole turn moves them all too. None is made or
 * taken away. One that was moved by hand before stays on its day, unless it is the one in hand.
 *
 * Returns: (transfer full): what there is to do
 */
ScrSeriesPlan *
scr_series_plan_new_moved (GPtrArray *was, GPtrArray *days, GPtrArray *meetings, ScrItem *in_hand)
{
  ScrSeriesPlan *self = g_new0 (ScrSeriesPlan, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);
      const char *day = scr_item_get_text (meeting, "day");
      const char *occurrence = scr_series_meeting_get_occurrence (meeting);
      const char *to = find_counterpart (was, days, occurrence);
      gboolean is_in_hand
          = in_hand != NULL && g_str_equal (scr_item_get_id (meeting), scr_item_get_id (in_hand));
      ScrSeriesWhat what = classify (meeting);

      if (to == NULL)
        add_step (self, what == SCR_SERIES_KEEP ? SCR_SERIES_OWN : what, day, occurrence, meeting);
      else if (what == SCR_SERIES_HELD)
        add_step (self, what, day, occurrence, meeting);
      else if (is_in_hand || (what == SCR_SERIES_KEEP && strcmp (to, occurrence) != 0))
        add_step (self, SCR_SERIES_SHIFT, to, to, meeting);
      else
        add_step (self, what, day, to, meeting);
    }
  g_ptr_array_sort (self->steps, compare_steps);
  return self;
}

/**
 * scr_series_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
scr_series_plan_free (ScrSeriesPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static void
say (GString *text, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/**
 * scr_series_plan_to_words:
 * @language: (nullable): a language
 * @self: a plan
 *
 * Returns: (transfer full): what will be done, in sentences: "6 meetings are added. 3 that were held stay as
 * they were."
 */
char *
scr_series_plan_to_words (const ScrLanguage *language, const ScrSeriesPlan *self)
{
  GString *text = g_string_new (NULL);
  guint n;

  n = self->n[SCR_SERIES_ADD];
  say (text, n,
       g_strdup_printf (scr_tr_plural (language, "%u meeting is added.", "%u meetings are added.", n), n));
  n = self->n[SCR_SERIES_SHIFT];
  say (text, n,
       g_strdup_printf (scr_tr_plural (language, "%u meeting moves to another day.",
                                       "%u meetings move to another day.", n),
                        n));
  n = self->n[SCR_SERIES_REMOVE];
  say (text, n,
       g_strdup_printf (scr_tr_plural (language, "%u meeting that no longer fits goes into the bin.",
                                       "%u meetings that no longer fit go into the bin.", n),
                        n));
  n = self->n[SCR_SERIES_HELD];
  say (text, n,
       g_strdup_printf (scr_tr_plural (language, "%u that was held stays as it was.",
                                       "%u that were held stay as they were.", n),
                        n));
  n = self->n[SCR_SERIES_BY_HAND];
  say (text, n,
       g_strdup_printf (scr_tr_plural (language, "%u that was moved by hand stays on its day.",
                                       "%u that were moved by hand stay on their days.", n),
                        n));
  n = self->n[SCR_SERIES_OWN];
  say (text, n,
       g_strdup_printf (
           scr_tr_plural (language,
                          "%u with an agenda of its own stays, although the rule gives no day for it.",
                          "%u with an agenda of their own stay, although the rule gives no day for them.", n),
           n));
  n = self->n[SCR_SERIES_CANCELLED];
  say (text, n,
       g_strdup_printf (
           scr_tr_plural (language, "%u that was cancelled stays so.", "%u that were cancelled stay so.", n),
           n));
  if (text->len == 0)
    g_string_append (text, scr_tr (language, "Nothing changes on the calendar."));
  return g_string_free (text, FALSE);
}
