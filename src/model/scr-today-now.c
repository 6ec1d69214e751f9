/* Today: what is late or due within a few working days. */
#include "config.h"

#include "scr-today-private.h"

#include <string.h>

/* An action that is neither done nor dropped, by its due day. */
static char *
describe_action (ScrTodayMaker *maker, ScrItem *action)
{
  g_autoptr (ScrItem) meeting = scr_source_get_referred (maker->source, action, "meeting");
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;

  if (meeting == NULL)
    return g_strdup (scr_tr (maker->language, "Action"));
  title = scr_today_field (maker, meeting, "title");
  day = scr_format_day (maker->language, scr_item_get_text (meeting, "day"), SCR_DAY_SHORT);
  if (*day == '\0')
    /* TRANSLATORS: %s is a meeting's title. */
    return g_strdup_printf (scr_tr (maker->language, "Action from %s"), title);
  /* TRANSLATORS: a meeting's title and day: "Action from Partnership Board, 22 May". */
  return g_strdup_printf (scr_tr (maker->language, "Action from %s, %s"), title, day);
}

static void
add_actions (ScrTodayMaker *maker)
{
  const ScrQuery query = {
      .kind = "action",
      .partnership = maker->partnership,
      .conditions = {{"due", SCR_AT_MOST, maker->soon_day, 0},
                     {"state", SCR_IS_NOT, "action-state.done", 0},
                     {"state", SCR_IS_NOT, "action-state.dropped", 0}},
  };
  g_autoptr (GPtrArray) actions = scr_source_list (maker->source, &query);

  for (guint i = 0; i < actions->len; i++)
    {
      ScrItem *action = g_ptr_array_index (actions, i);
      char *detail = scr_today_join (describe_action (maker, action), scr_today_place (maker, action));
      ScrTodayRow *row;

      detail = scr_today_join (detail, scr_today_field (maker, action, "owner"));
      row = scr_today_add_row (maker, SCR_TODAY_NOW, action,
                               scr_format_title (maker->language, maker->source, action), detail,
                               "scrutiny-ok-symbolic");
      scr_today_set_due (maker, row, scr_item_get_text (action, "due"));
    }
}

static char *
describe_stage (ScrTodayMaker *maker, ScrItem *dispute, gboolean late)
{
  g_autofree char *stage = scr_today_field (maker, dispute, "stage");

  if (*stage == '\0')
    return g_strdup (late ? scr_tr (maker->language, "No reply yet")
                          : scr_tr (maker->language, "A reply is due"));
  /* TRANSLATORS: %s is the name of a stage, such as "Senior managers". */
  return g_strdup_printf (late ? scr_tr (maker->language, "%s: no reply yet")
                               : scr_tr (maker->language, "%s: a reply is due"),
                          stage);
}

static void
add_dispute (ScrTodayMaker *maker, ScrItem *dispute)
{
  g_autofree char *reference = scr_today_field (maker, dispute, "reference");
  const char *due = scr_item_get_text (dispute, "due");
  /* TRANSLATORS: %s is the reference of a dispute, such as 2019/002. */
  char *detail = g_strdup_printf (scr_tr (maker->language, "Dispute %s"), reference);
  ScrTodayRow *row;

  detail = scr_today_join (detail, scr_today_field (maker, dispute, "title"));
  detail = scr_today_join (detail, scr_today_place (maker, dispute));
  row = scr_today_add_row (maker, SCR_TODAY_NOW, dispute,
                           describe_stage (maker, dispute, strcmp (due, maker->today->day) < 0), detail,
                           "view-mirror-symbolic");
  scr_today_set_due (maker, row, due);
}

/* An open dispute, by the day on which its stage must be answered; a stopped one has no day. */
static void
add_disputes (ScrTodayMaker *maker)
{
  const ScrQuery query = {
      .kind = "dispute",
      .partnership = maker->partnership,
      .conditions
      = {{"state", SCR_IS, "dispute-state.open", 0}, {"due", SCR_AT_MOST, maker->soon_stage_day, 0}},
  };
  g_autoptr (GPtrArray) disputes = scr_source_list (maker->source, &query);

  for (guint i = 0; i < disputes->len; i++)
    add_dispute (maker, g_ptr_array_index (disputes, i));
}

static char *
describe_pack (ScrTodayMaker *maker, ScrItem *meeting)
{
  guint all;
  guint missing = scr_today_count_missing_papers (maker, meeting, &all);
  char *detail
      = scr_today_join (scr_today_place (maker, meeting),
                        scr_format_day (maker->language, scr_item_get_text (meeting, "day"), SCR_DAY_SHORT));

  if (missing == 0)
    return detail;
  return scr_today_join (detail,
                         /* TRANSLATORS: papers of a meeting: how many are missing, and how many there are.
                            The plural goes by the second number: "2 of 6 papers missing". */
                         g_strdup_printf (scr_tr_plural (maker->language, "%u of %u paper missing",
                                                         "%u of %u papers missing", all),
                                          missing, all));
}

/* A meeting to come whose pack is due and not yet issued. */
static void
add_packs (ScrTodayMaker *maker)
{
  const ScrQuery query = {
      .kind = "meeting",
      .partnership = maker->partnership,
      .conditions = {{"pack_due", SCR_AT_MOST, maker->soon_day, 0},
                     {"day", SCR_AT_LEAST, maker->today->day, 0},
                     {"pack_state", SCR_IS_NOT, "pack-state.issued", 0},
                     {"pack_state", SCR_IS_NOT, "pack-state.not-needed", 0}},
  };
  g_autoptr (GPtrArray) meetings = scr_source_list (maker->source, &query);

  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *name = NULL;
      ScrTodayRow *row;

      if (scr_today_is_over (meeting))
        continue;
      name = scr_format_title (maker->language, maker->source, meeting);
      row = scr_today_add_row (maker, SCR_TODAY_NOW, meeting,
                               /* TRANSLATORS: %s is a meeting's title. */
                               g_strdup_printf (scr_tr (maker->language, "Issue the pack for %s"), name),
                               describe_pack (maker, meeting), "x-office-document-symbolic");
      scr_today_set_due (maker, row, scr_item_get_text (meeting, "pack_due"));
    }
}

/* A report that is due and not yet sent is told once, however many are to receive it. */
static void
add_reports (ScrTodayMaker *maker)
{
  g_autoptr (GPtrArray) reports = scr_today_list_unsent (maker, maker->soon_day);

  for (guint i = 0; i < reports->len; i++)
    {
      ScrItem *report = g_ptr_array_index (reports, i);
      ScrTodayRow *row = scr_today_add_row (
          maker, SCR_TODAY_NOW, report, scr_today_name_unsent (maker, report),
          scr_today_join (scr_today_place (maker, report), scr_today_count_recipients (maker, report)),
          "document-send-symbolic");

      scr_today_set_due (maker, row, scr_item_get_text (report, "due"));
    }
}

/* What is still to go to one of a report's recipients, unless the report itself is told of. */
static void
add_submissions (ScrTodayMaker *maker)
{
  const ScrQuery query = {
      .kind = "submission",
      .partnership = maker->partnership,
      .conditions
      = {{"state", SCR_IS, "submission-state.to-send", 0}, {"due", SCR_AT_MOST, maker->soon_day, 0}},
  };
  g_autoptr (GPtrArray) submissions = scr_source_list (maker->source, &query);

  for (guint i = 0; i < submissions->len; i++)
    {
      ScrItem *submission = g_ptr_array_index (submissions, i);
      g_autoptr (ScrItem) report = scr_source_get_referred (maker->source, submission, "report");
      g_autofree char *to = NULL;
      ScrTodayRow *row;

      if (report == NULL || scr_today_is_unsent (report))
        continue;
      to = scr_today_field (maker, submission, "to");
      row = scr_today_add_row (
          maker, SCR_TODAY_NOW, submission, scr_today_name_unsent (maker, report),
          scr_today_join (scr_today_place (maker, submission),
                          /* TRANSLATORS: %s is whom a report goes to. */
                          *to != '\0' ? g_strdup_printf (scr_tr (maker->language, "to %s"), to) : NULL),
          "document-send-symbolic");
      scr_today_set_due (maker, row, scr_item_get_text (submission, "due"));
    }
}

void
scr_today_add_now (ScrTodayMaker *maker)
{
  add_actions (maker);
  add_disputes (maker);
  add_packs (maker);
  add_reports (maker);
  add_submissions (maker);
}
