/* Today: what is not known, what is missing, and what is coming up. */
#include "config.h"

#include "scr-day.h"
#include "scr-today-private.h"

#include <string.h>

static gboolean
asks_of_difference (ScrTodayMaker *maker, ScrItem *asking)
{
  g_autoptr (ScrItem) question = scr_source_get_referred (maker->source, asking, "question");

  return question != NULL
         && g_strcmp0 (scr_item_get_text (question, "about"), "question-about.difference") == 0;
}

static gboolean
is_answered (ScrTodayMaker *maker, ScrItem *asking)
{
  const ScrQuery query = {.kind = "answer", .conditions = {{"asking", SCR_IS, scr_item_get_id (asking), 0}}};

  return scr_source_count (maker->source, &query) > 0;
}

/* The last day on which the difference was asked about without an answer, "" if it never was; NULL if it is
 * answered. */
static char *
find_unanswered (ScrTodayMaker *maker, ScrItem *priority)
{
  g_autoptr (GPtrArray) askings
      = scr_source_list_by (maker->source, "asking", "priority", scr_item_get_id (priority));
  const char *last = "";

  for (guint i = 0; i < askings->len; i++)
    {
      ScrItem *asking = g_ptr_array_index (askings, i);
      const char *day = scr_item_get_text (asking, "day");

      if (!asks_of_difference (maker, asking))
        continue;
      if (is_answered (maker, asking))
        return NULL;
      if (day != NULL && strcmp (day, last) > 0)
        last = day;
    }
  return g_strdup (last);
}

static gboolean
is_chosen (ScrItem *priority)
{
  const char *state = scr_item_get_text (priority, "state");

  return g_strcmp0 (state, "priority-state.proposed") != 0 && g_strcmp0 (state, "priority-state.ended") != 0;
}

void
scr_today_add_difference (ScrTodayMaker *maker)
{
  const ScrQuery query = {.kind = "priority", .partnership = maker->partnership};
  g_autoptr (GPtrArray) priorities = scr_source_list (maker->source, &query);

  for (guint i = 0; i < priorities->len; i++)
    {
      ScrItem *priority = g_ptr_array_index (priorities, i);
      g_autofree char *asked = is_chosen (priority) ? find_unanswered (maker, priority) : NULL;
      g_autofree char *day = NULL;
      char *detail;

      if (asked == NULL)
        continue;
      day = *asked != '\0' ? scr_format_day (maker->language, asked, SCR_DAY_SHORT) : NULL;
      detail = day != NULL ? g_strdup_printf (scr_tr (maker->language, "asked %s, not answered"), day)
                           : g_strdup (scr_tr (maker->language, "never asked"));
      detail = scr_today_join (scr_format_partnership (maker->language, maker->source, priority), detail);
      scr_today_add_row (maker, SCR_TODAY_DIFFERENCE, priority,
                         scr_format_title (maker->language, maker->source, priority), detail,
                         "scrutiny-judgement-0-symbolic");
    }
}

void
scr_today_add_gaps (ScrTodayMaker *maker)
{
  const ScrQuery query = {.kind = "gap", .partnership = maker->partnership};
  g_autoptr (GPtrArray) gaps = scr_source_list (maker->source, &query);

  for (guint i = 0; i < gaps->len; i++)
    {
      ScrItem *gap = g_ptr_array_index (gaps, i);
      const char *state = scr_item_get_text (gap, "state");
      const char *due = scr_item_get_text (gap, "due");
      g_autofree char *day = due != NULL ? scr_format_day (maker->language, due, SCR_DAY_SHORT) : NULL;
      char *detail;

      if (g_strcmp0 (state, "gap-state.closed") == 0 || g_strcmp0 (state, "gap-state.accepted") == 0)
        continue;
      /* TRANSLATORS: %s is a day. */
      detail = day != NULL ? g_strdup_printf (scr_tr (maker->language, "Due by %s"), day)
                           : g_strdup (scr_tr (maker->language, "No due day"));
      detail = scr_today_join (scr_format_partnership (maker->language, maker->source, gap), detail);
      scr_today_add_row (maker, SCR_TODAY_GAPS, gap, scr_format_title (maker->language, maker->source, gap),
                         detail, due != NULL ? "alarm-symbolic" : "dialog-warning-symbolic");
    }
}

/* --- Coming up --- */

static gboolean
is_coming (ScrTodayMaker *maker, const char *day, int days)
{
  g_autofree char *last = scr_day_add (maker->today->day, days);

  return day != NULL && strcmp (day, maker->today->day) >= 0 && strcmp (day, last) <= 0;
}

static void
add_coming_row (ScrTodayMaker *maker, ScrItem *item, char *title, const char *day, const char *icon)
{
  char *detail = scr_today_join (scr_format_partnership (maker->language, maker->source, item),
                                 scr_format_day (maker->language, day, SCR_DAY_SHORT));
  ScrTodayRow *row = scr_today_add_row (maker, SCR_TODAY_COMING, item, title, detail, icon);

  row->day = g_strdup (day);
}

static gboolean
has_successor (ScrTodayMaker *maker, ScrItem *appointment)
{
  const ScrQuery query
      = {.kind = "appointment", .conditions = {{"succeeds", SCR_IS, scr_item_get_id (appointment), 0}}};

  return scr_source_count (maker->source, &query) > 0;
}

static void
add_terms (ScrTodayMaker *maker)
{
  g_autoptr (GPtrArray) appointments = scr_today_list (maker, "appointment", "until", SCR_IS_FILLED, NULL);

  for (guint i = 0; i < appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (appointments, i);
      const char *until = scr_item_get_text (appointment, "until");
      g_autofree char *name = NULL;

      if (!is_coming (maker, until, SCR_TODAY_COMING_DAYS) || has_successor (maker, appointment))
        continue;
      name = scr_format_title (maker->language, maker->source, appointment);
      /* TRANSLATORS: %s is an appointment's title. */
      add_coming_row (maker, appointment, g_strdup_printf (scr_tr (maker->language, "Term ends: %s"), name),
                      until, "avatar-default-symbolic");
    }
}

static void
add_unbooked (ScrTodayMaker *maker)
{
  g_autoptr (GPtrArray) activities = scr_today_list (maker, "activity", "day", SCR_IS_FILLED, NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      ScrItem *activity = g_ptr_array_index (activities, i);
      const char *day = scr_item_get_text (activity, "day");
      const char *state = scr_item_get_text (activity, "state");
      g_autofree char *name = NULL;

      if (!is_coming (maker, day, SCR_TODAY_COMING_DAYS) || g_strcmp0 (state, "activity-state.agreed") != 0)
        continue;
      name = scr_format_title (maker->language, maker->source, activity);
      /* TRANSLATORS: %s is an activity's title. */
      add_coming_row (maker, activity, g_strdup_printf (scr_tr (maker->language, "Not yet booked: %s"), name),
                      day, "view-grid-symbolic");
    }
}

/* A report is told once, however many are to receive it. */
static void
add_unsent (ScrTodayMaker *maker)
{
  const ScrQuery query = {
      .kind = "report", .partnership = maker->partnership, .conditions = {{"due", SCR_IS_FILLED, NULL, 0}}};
  g_autoptr (GPtrArray) reports = scr_source_list (maker->source, &query);

  for (guint i = 0; i < reports->len; i++)
    {
      ScrItem *report = g_ptr_array_index (reports, i);
      const char *state = scr_item_get_text (report, "state");
      const char *due = scr_item_get_text (report, "due");
      g_autofree char *name = NULL;

      if (g_strcmp0 (state, "report-state.draft") != 0 && g_strcmp0 (state, "report-state.ready") != 0)
        continue;
      name = scr_format_title (maker->language, maker->source, report);
      /* TRANSLATORS: %s is a report's title. */
      add_coming_row (maker, report, g_strdup_printf (scr_tr (maker->language, "To send: %s"), name), due,
                      "document-send-symbolic");
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const ScrTodayRow *left = *(const ScrTodayRow *const *)a;
  const ScrTodayRow *right = *(const ScrTodayRow *const *)b;

  return g_strcmp0 (left->day, right->day);
}

void
scr_today_add_coming (ScrTodayMaker *maker)
{
  add_terms (maker);
  add_unbooked (maker);
  add_unsent (maker);
  g_ptr_array_sort (maker->today->sections[SCR_TODAY_COMING], compare_days);
}
