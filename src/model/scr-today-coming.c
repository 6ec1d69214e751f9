/* Today: what is coming up: terms that end, activities not booked, reports to send. */
#include "config.h"

#include "scr-day.h"
#include "scr-today-private.h"

#include <string.h>

static void
add_coming_row (ScrTodayMaker *maker,
                ScrItem *item,
                char *title,
                char *detail,
                const char *day,
                const char *icon)
{
  ScrTodayRow *row = scr_today_add_row (
      maker, SCR_TODAY_COMING, item, title,
      scr_today_join (detail, scr_format_day (maker->language, day, SCR_DAY_SHORT)), icon);

  row->day = g_strdup (day);
}

static gboolean
has_successor (ScrTodayMaker *maker, ScrItem *appointment)
{
  const ScrQuery query
      = {.kind = "appointment", .conditions = {{"succeeds", SCR_IS, scr_item_get_id (appointment), 0}}};

  return scr_source_count (maker->source, &query) > 0;
}

/* A term that ends, unless somebody is to follow. */
static void
add_terms (ScrTodayMaker *maker, const char *last)
{
  const ScrQuery query = {
      .kind = "appointment",
      .partnership = maker->partnership,
      .conditions = {{"until", SCR_AT_LEAST, maker->today->day, 0}, {"until", SCR_AT_MOST, last, 0}},
  };
  g_autoptr (GPtrArray) appointments = scr_source_list (maker->source, &query);

  for (guint i = 0; i < appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (appointments, i);
      g_autofree char *name = NULL;

      if (has_successor (maker, appointment))
        continue;
      name = scr_format_title (maker->language, maker->source, appointment);
      add_coming_row (maker, appointment,
                      /* TRANSLATORS: %s is an appointment's title, such as "Independent chair". */
                      g_strdup_printf (scr_tr (maker->language, "Term ends: %s"), name),
                      scr_today_place (maker, appointment), scr_item_get_text (appointment, "until"),
                      "avatar-default-symbolic");
    }
}

/* Agreed, but not yet booked. What it is about says more than the partnership does. */
static void
add_unbooked (ScrTodayMaker *maker, const char *last)
{
  const ScrQuery query = {
      .kind = "activity",
      .partnership = maker->partnership,
      .conditions = {{"state", SCR_IS, "activity-state.agreed", 0},
                     {"day", SCR_AT_LEAST, maker->today->day, 0},
                     {"day", SCR_AT_MOST, last, 0}},
  };
  g_autoptr (GPtrArray) activities = scr_source_list (maker->source, &query);

  for (guint i = 0; i < activities->len; i++)
    {
      ScrItem *activity = g_ptr_array_index (activities, i);
      g_autofree char *name = scr_format_title (maker->language, maker->source, activity);
      char *about = scr_today_field (maker, activity, "priority");

      if (*about == '\0')
        {
          g_free (about);
          about = scr_today_place (maker, activity);
        }
      add_coming_row (maker, activity,
                      /* TRANSLATORS: %s is an activity's title. */
                      g_strdup_printf (scr_tr (maker->language, "Not booked: %s"), name), about,
                      scr_item_get_text (activity, "day"), "view-grid-symbolic");
    }
}

/* --- Reports --- */

gboolean
scr_today_is_unsent (ScrItem *report)
{
  const char *state = scr_item_get_text (report, "state");

  return scr_item_get_text (report, "due") != NULL
         && (g_strcmp0 (state, "report-state.draft") == 0 || g_strcmp0 (state, "report-state.ready") == 0);
}

/* Reports due by @last that are not yet sent. */
GPtrArray *
scr_today_list_unsent (ScrTodayMaker *maker, const char *last)
{
  const ScrQuery query = {
      .kind = "report",
      .partnership = maker->partnership,
      .conditions = {{"due", SCR_AT_MOST, last, 0}},
  };
  GPtrArray *reports = scr_source_list (maker->source, &query);

  for (guint i = reports->len; i-- > 0;)
    if (!scr_today_is_unsent (g_ptr_array_index (reports, i)))
      g_ptr_array_remove_index (reports, i);
  return reports;
}

char *
scr_today_name_unsent (ScrTodayMaker *maker, ScrItem *report)
{
  g_autofree char *name = scr_format_title (maker->language, maker->source, report);

  /* TRANSLATORS: %s is a report's title. */
  return g_strdup_printf (scr_tr (maker->language, "To send: %s"), name);
}

/* (nullable): to how many a report goes. */
char *
scr_today_count_recipients (ScrTodayMaker *maker, ScrItem *report)
{
  const ScrQuery query
      = {.kind = "submission", .conditions = {{"report", SCR_IS, scr_item_get_id (report), 0}}};
  guint count = scr_source_count (maker->source, &query);

  if (count == 0)
    return NULL;
  return g_strdup_printf (scr_tr_plural (maker->language, "to %u recipient", "to %u recipients", count),
                          count);
}

static void
add_unsent (ScrTodayMaker *maker, const char *last)
{
  g_autoptr (GPtrArray) reports = scr_today_list_unsent (maker, last);

  for (guint i = 0; i < reports->len; i++)
    {
      ScrItem *report = g_ptr_array_index (reports, i);
      const char *due = scr_item_get_text (report, "due");

      /* What is due sooner is told among what needs attention now. */
      if (strcmp (due, maker->soon_day) > 0)
        add_coming_row (
            maker, report, scr_today_name_unsent (maker, report),
            scr_today_join (scr_today_place (maker, report), scr_today_count_recipients (maker, report)), due,
            "document-send-symbolic");
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const ScrTodayRow *left = *(const ScrTodayRow *const *)a;
  const ScrTodayRow *right = *(const ScrTodayRow *const *)b;
  int order = g_strcmp0 (left->day, right->day);

  return order != 0 ? order : g_strcmp0 (left->title, right->title);
}

void
scr_today_add_coming (ScrTodayMaker *maker)
{
  g_autofree char *last = scr_day_add (maker->today->day, SCR_TODAY_COMING_DAYS);

  add_terms (maker, last);
  add_unbooked (maker, last);
  add_unsent (maker, last);
  g_ptr_array_sort (maker->today->sections[SCR_TODAY_COMING], compare_days);
}
