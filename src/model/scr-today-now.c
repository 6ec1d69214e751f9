/* Today: what is late or due within a few working days, and the meetings of the next weeks. */
#include "config.h"

#include "scr-day.h"
#include "scr-today-private.h"

#include <stdio.h>
#include <string.h>

static gboolean
is_urgent (ScrTodayMaker *maker, const char *due)
{
  return due != NULL && scr_today_days_left (maker, due) <= SCR_TODAY_SOON;
}

static char *
field (ScrTodayMaker *maker, ScrItem *item, const char *name)
{
  return scr_format_field (maker->language, maker->source, item, name);
}

static gboolean
is_one_of (const char *value, const char *first, const char *second)
{
  return g_strcmp0 (value, first) == 0 || g_strcmp0 (value, second) == 0;
}

/* An action that is neither done nor dropped, by its due day. */
static void
add_actions (ScrTodayMaker *maker)
{
  g_autoptr (GPtrArray) actions = scr_today_list (maker, "action", "due", SCR_IS_FILLED, NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      ScrItem *action = g_ptr_array_index (actions, i);
      const char *due = scr_item_get_text (action, "due");
      g_autofree char *from = NULL;
      char *detail;

      if (is_one_of (scr_item_get_text (action, "state"), "action-state.done", "action-state.dropped")
          || !is_urgent (maker, due))
        continue;
      from = field (maker, action, "meeting");
      if (*from != '\0')
        /* TRANSLATORS: %s is a meeting's title. */
        detail = g_strdup_printf (scr_tr (maker->language, "Action from %s"), from);
      else
        detail = g_strdup (scr_tr (maker->language, "Action"));
      detail = scr_today_join (detail, field (maker, action, "owner"));
      scr_today_set_due (maker,
                         scr_today_add_row (maker, SCR_TODAY_NOW, action, field (maker, action, "title"),
                                            detail, "scrutiny-ok-symbolic"),
                         due);
    }
}

static void
add_dispute (ScrTodayMaker *maker, ScrItem *dispute, const char *due)
{
  g_autofree char *stage = field (maker, dispute, "stage");
  g_autofree char *reference = field (maker, dispute, "reference");
  gboolean late = strcmp (due, maker->today->day) < 0;
  /* TRANSLATORS: %s is the name of a stage, such as "Senior managers". */
  char *title = g_strdup_printf (late ? scr_tr (maker->language, "No reply from: %s")
                                      : scr_tr (maker->language, "Reply due from: %s"),
                                 *stage != '\0' ? stage : scr_tr (maker->language, "nobody yet"));
  /* TRANSLATORS: %s is the reference of a dispute, such as 2019/002. */
  char *detail = g_strdup_printf (scr_tr (maker->language, "Dispute %s"), reference);

  detail = scr_today_join (detail, field (maker, dispute, "title"));
  detail = scr_today_join (detail, scr_format_partnership (maker->language, maker->source, dispute));
  scr_today_set_due (
      maker, scr_today_add_row (maker, SCR_TODAY_NOW, dispute, title, detail, "view-mirror-symbolic"), due);
}

/* An open dispute, by the day on which its stage must be answered. */
static void
add_disputes (ScrTodayMaker *maker)
{
  g_autoptr (GPtrArray) disputes = scr_today_list (maker, "dispute", "state", SCR_IS, "dispute-state.open");

  for (guint i = 0; i < disputes->len; i++)
    {
      ScrItem *dispute = g_ptr_array_index (disputes, i);
      const char *due = scr_item_get_text (dispute, "due");

      if (due != NULL && scr_today_days_left (maker, due) < SCR_TODAY_SOON)
        add_dispute (maker, dispute, due);
    }
}

static guint
count_missing_papers (ScrTodayMaker *maker, ScrItem *meeting)
{
  const ScrQuery query = {.kind = "paper",
                          .conditions = {{"meeting", SCR_IS, scr_item_get_id (meeting), 0},
                                         {"state", SCR_IS, "paper-state.not-arrived", 0}}};

  return scr_source_count (maker->source, &query);
}

static char *
describe_missing (ScrTodayMaker *maker, guint missing)
{
  if (missing == 0)
    return NULL;
  return g_strdup_printf (
      scr_tr_plural (maker->language, "%u paper has not arrived", "%u papers have not arrived", missing),
      missing);
}

static gboolean
is_over (const char *state)
{
  return state != NULL
         && (g_str_has_prefix (state, "meeting-state.minutes")
             || is_one_of (state, "meeting-state.held", "meeting-state.cancelled"));
}

/* A meeting whose pack is due and not yet issued. */
static void
add_packs (ScrTodayMaker *maker)
{
  g_autoptr (GPtrArray) meetings = scr_today_list (maker, "meeting", "pack_due", SCR_IS_FILLED, NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);
      const char *due = scr_item_get_text (meeting, "pack_due");
      g_autofree char *name = NULL;
      char *detail;

      if (is_over (scr_item_get_text (meeting, "state")) || !is_urgent (maker, due)
          || is_one_of (scr_item_get_text (meeting, "pack_state"), "pack-state.issued",
                        "pack-state.not-needed"))
        continue;
      name = field (maker, meeting, "title");
      detail = scr_today_join (
          scr_format_partnership (maker->language, maker->source, meeting),
          scr_format_day (maker->language, scr_item_get_text (meeting, "day"), SCR_DAY_SHORT));
      detail = scr_today_join (detail, describe_missing (maker, count_missing_papers (maker, meeting)));
      scr_today_set_due (
          maker,
          scr_today_add_row (maker, SCR_TODAY_NOW, meeting,
                             /* TRANSLATORS: %s is a meeting's title. */
                             g_strdup_printf (scr_tr (maker->language, "Issue the pack for: %s"), name),
                             detail, "x-office-document-symbolic"),
          due);
    }
}

static void
add_reports (ScrTodayMaker *maker)
{
  g_autoptr (GPtrArray) submissions
      = scr_today_list (maker, "submission", "state", SCR_IS, "submission-state.to-send");

  for (guint i = 0; i < submissions->len; i++)
    {
      ScrItem *submission = g_ptr_array_index (submissions, i);
      const char *due = scr_item_get_text (submission, "due");
      g_autofree char *to = NULL;

      if (!is_urgent (maker, due))
        continue;
      to = field (maker, submission, "to");
      scr_today_set_due (maker,
                         scr_today_add_row (maker, SCR_TODAY_NOW, submission,
                                            field (maker, submission, "report"),
                                            /* TRANSLATORS: %s is whom a report goes to. */
                                            g_strdup_printf (scr_tr (maker->language, "To send to %s"), to),
                                            "document-send-symbolic"),
                         due);
    }
}

void
scr_today_add_now (ScrTodayMaker *maker)
{
  add_actions (maker);
  add_disputes (maker);
  add_packs (maker);
  add_reports (maker);
}

/* --- Meetings --- */

static char *
describe_times (ScrTodayMaker *maker, ScrItem *meeting)
{
  const char *start = scr_item_get_text (meeting, "start");
  double length = scr_item_get_number (meeting, "length");
  int hour, minute, end;

  if (start == NULL || sscanf (start, "%d:%d", &hour, &minute) != 2)
    return NULL;
  if (!(length > 0))
    return g_strdup (start);
  end = (hour * 60 + minute + (int)length) % (24 * 60);
  /* TRANSLATORS: times of day: from, to. */
  return g_strdup_printf (scr_tr (maker->language, "%d:%02d to %d:%02d"), hour, minute, end / 60, end % 60);
}

static void
set_pack_pill (ScrTodayMaker *maker, ScrTodayRow *row, ScrItem *meeting)
{
  guint missing = count_missing_papers (maker, meeting);
  const char *pack = scr_item_get_text (meeting, "pack_state");
  const char *shown = pack == NULL || strcmp (pack, "pack-state.not-needed") == 0 ? "state" : "pack_state";
  g_autoptr (ScrItem) choice = NULL;

  if (missing > 0 && g_strcmp0 (pack, "pack-state.issued") != 0)
    {
      row->pill = g_strdup_printf (
          scr_tr_plural (maker->language, "%u paper missing", "%u papers missing", missing), missing);
      row->tone = "soon";
      return;
    }
  choice = scr_source_get_referred (maker->source, meeting, shown);
  if (choice == NULL)
    return;
  /* A pack that is not begun is not the same as a meeting that is not begun: say of what. */
  row->pill = strcmp (shown, "pack_state") == 0
                  /* TRANSLATORS: %s is the state of a meeting's pack, such as "Not begun". */
                  ? g_strdup_printf (scr_tr (maker->language, "Pack: %s"),
                                     scr_tr (maker->language, scr_item_get_text (choice, "label")))
                  : field (maker, meeting, shown);
  row->tone = g_intern_string (scr_item_get_text (choice, "tone"));
}

void
scr_today_add_meetings (ScrTodayMaker *maker)
{
  g_autofree char *last = scr_day_add (maker->today->day, SCR_TODAY_MEETING_DAYS);
  const ScrQuery query = {
      .kind = "meeting",
      .partnership = maker->partnership,
      .conditions = {{"day", SCR_AT_LEAST, maker->today->day, 0}, {"day", SCR_AT_MOST, last, 0}},
  };
  g_autoptr (GPtrArray) meetings = scr_source_list (maker->source, &query);

  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);
      char *where;
      ScrTodayRow *row;

      if (is_over (scr_item_get_text (meeting, "state")))
        continue;
      where = scr_format_partnership (maker->language, maker->source, meeting);
      if (where == NULL)
        where = g_strdup (scr_tr (maker->language, "All partnerships"));
      where = scr_today_join (where, describe_times (maker, meeting));
      if (scr_item_get_bool (meeting, "scrutineer"))
        where = scr_today_join (where, g_strdup (scr_tr (maker->language, "The scrutineer attends")));
      row = scr_today_add_row (maker, SCR_TODAY_MEETINGS, meeting, field (maker, meeting, "title"), where,
                               "x-office-calendar-symbolic");
      row->day = g_strdup (scr_item_get_text (meeting, "day"));
      set_pack_pill (maker, row, meeting);
    }
}
