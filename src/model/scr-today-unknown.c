/* Today: what is not known of the difference made, and what is missing in who answers to whom. */
#include "config.h"

#include "scr-day.h"
#include "scr-gaps.h"
#include "scr-today-private.h"

#include <string.h>

/* --- No answer yet about the difference made --- */

static GPtrArray *
list_difference_questions (ScrTodayMaker *maker)
{
  const ScrQuery query
      = {.kind = "question", .conditions = {{"about", SCR_IS, "question-about.difference", 0}}};

  return scr_source_list (maker->source, &query);
}

static gboolean
is_answered (ScrTodayMaker *maker, ScrItem *asking)
{
  const ScrQuery query = {.kind = "answer", .conditions = {{"asking", SCR_IS, scr_item_get_id (asking), 0}}};

  return scr_source_count (maker->source, &query) > 0;
}

/* The last day on which the difference was asked about without an answer, "" if it never was; NULL if one of
 * the askings is answered. */
static char *
find_unanswered (ScrTodayMaker *maker, GPtrArray *questions, ScrItem *priority)
{
  const char *last = "";
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < questions->len; i++)
    {
      const ScrQuery query
          = {.kind = "asking",
             .conditions = {{"priority", SCR_IS, scr_item_get_id (priority), 0},
                            {"question", SCR_IS, scr_item_get_id (g_ptr_array_index (questions, i)), 0}}};
      GPtrArray *askings = scr_source_list (maker->source, &query);

      g_ptr_array_add (kept, askings);
      for (guint k = 0; k < askings->len; k++)
        {
          const char *day = scr_item_get_text (g_ptr_array_index (askings, k), "day");

          if (is_answered (maker, g_ptr_array_index (askings, k)))
            return NULL;
          if (day != NULL && strcmp (day, last) > 0)
            last = day;
        }
    }
  return g_strdup (last);
}

static void
add_unknown (ScrTodayMaker *maker, ScrItem *priority, const char *asked)
{
  g_autofree char *day = scr_format_day (maker->language, asked, SCR_DAY_SHORT);
  char *place = scr_today_place (maker, priority);
  char *words;
  ScrTodayRow *row;

  if (*asked == '\0')
    words = g_strdup (place != NULL ? scr_tr (maker->language, "never asked")
                                    : scr_tr (maker->language, "Never asked"));
  else
    /* TRANSLATORS: %s is a day. */
    words = g_strdup_printf (place != NULL ? scr_tr (maker->language, "asked %s, not answered")
                                           : scr_tr (maker->language, "Asked %s, not answered"),
                             day);
  row = scr_today_add_row (maker, SCR_TODAY_DIFFERENCE, priority,
                           scr_format_title (maker->language, maker->source, priority),
                           scr_today_join (place, words), "scrutiny-judgement-0-symbolic");
  if (*asked != '\0')
    row->day = g_strdup (asked);
}

/* Never asked comes first, then what has waited longest. */
static int
compare_waiting (gconstpointer a, gconstpointer b)
{
  const ScrTodayRow *left = *(const ScrTodayRow *const *)a;
  const ScrTodayRow *right = *(const ScrTodayRow *const *)b;
  int order = g_strcmp0 (left->day, right->day);

  return order != 0 ? order : g_strcmp0 (left->title, right->title);
}

void
scr_today_add_difference (ScrTodayMaker *maker)
{
  const ScrQuery query = {
      .kind = "priority",
      .partnership = maker->partnership,
      .conditions = {{"state", SCR_IS_NOT, "priority-state.proposed", 0},
                     {"state", SCR_IS_NOT, "priority-state.ended", 0}},
  };
  g_autoptr (GPtrArray) priorities = scr_source_list (maker->source, &query);
  g_autoptr (GPtrArray) questions = list_difference_questions (maker);

  for (guint i = 0; i < priorities->len; i++)
    {
      g_autofree char *asked = find_unanswered (maker, questions, g_ptr_array_index (priorities, i));

      if (asked != NULL)
        add_unknown (maker, g_ptr_array_index (priorities, i), asked);
    }
  g_ptr_array_sort (maker->today->sections[SCR_TODAY_DIFFERENCE], compare_waiting);
}

/* --- Open gaps --- */

static char *
describe_gap (ScrTodayMaker *maker, const char *due, int left)
{
  const ScrLanguage *language = maker->language;
  g_autofree char *day = scr_format_day (language, due, SCR_DAY_SHORT);

  if (due == NULL)
    return g_strdup (scr_tr (language, "no day set"));
  if (left == 0)
    return g_strdup (scr_tr (language, "due today"));
  if (left < 0)
    /* TRANSLATORS: %s is a day. */
    return g_strdup_printf (scr_tr (language, "was due by %s"), day);
  if (left > SCR_TODAY_GAP_DAYS)
    /* TRANSLATORS: %s is a day. */
    return g_strdup_printf (scr_tr (language, "due by %s"), day);
  /* TRANSLATORS: a day, and how many days there are until then. */
  return g_strdup_printf (
      scr_tr_plural (language, "due by %s, in %d day", "due by %s, in %d days", (gulong)left), day, left);
}

/* (nullable): the title of the partnership that a gap belongs to; else its state, if somebody keeps it. */
static char *
describe_gap_place (ScrTodayMaker *maker, const ScrGapFound *gap)
{
  g_autoptr (ScrItem) partnership
      = gap->partnership != NULL ? scr_source_get (maker->source, "partnership", gap->partnership) : NULL;

  if (partnership != NULL)
    return scr_format_title (maker->language, maker->source, partnership);
  return gap->kept != NULL ? scr_today_field (maker, gap->kept, "state") : NULL;
}

/* A gap that nobody took in hand opens what it is about. */
static void
add_gap (ScrTodayMaker *maker, const ScrGapFound *gap)
{
  int left = gap->due != NULL ? scr_day_between (maker->today->day, gap->due) : 0;
  gboolean soon = gap->due != NULL && left >= 0 && left <= SCR_TODAY_GAP_DAYS;
  gboolean is_told = gap->kept == NULL || gap->is_gone || gap->is_again;
  char *rest = is_told ? g_strdup (gap->detail) : describe_gap (maker, gap->due, left);
  ScrTodayRow *row
      = scr_today_add_row (maker, SCR_TODAY_GAPS, gap->kept != NULL ? gap->kept : gap->about,
                           g_strdup (gap->title), scr_today_join (describe_gap_place (maker, gap), rest),
                           soon ? "alarm-symbolic" : "dialog-warning-symbolic");

  row->day = g_strdup (gap->due);
}

/* By the day on which they are to be closed; those without a day come last. */
void
scr_today_add_gaps (ScrTodayMaker *maker)
{
  g_autoptr (ScrGaps) gaps
      = scr_gaps_new (maker->language, maker->source, maker->partnership, maker->today->day);

  for (guint i = 0; i < gaps->gaps->len; i++)
    {
      const ScrGapFound *gap = g_ptr_array_index (gaps->gaps, i);

      if (gap->is_open)
        add_gap (maker, gap);
    }
}
