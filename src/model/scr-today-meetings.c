/* Today: the meetings of the next weeks, and whether their pack is ready. */
#include "config.h"

#include "scr-day.h"
#include "scr-today-private.h"

#include <string.h>

/* Whether a meeting has taken place or will not. */
gboolean
scr_today_is_over (ScrItem *meeting)
{
  const char *state = scr_item_get_text (meeting, "state");

  return state != NULL
         && (g_str_has_prefix (state, "meeting-state.minutes") || strcmp (state, "meeting-state.held") == 0
             || strcmp (state, "meeting-state.cancelled") == 0);
}

/* Asked for is not yet missing; it is once the day has passed that it was asked for. */
static gboolean
is_missing (ScrTodayMaker *maker, ScrItem *paper)
{
  const char *state = scr_item_get_text (paper, "state");
  const char *due = scr_item_get_text (paper, "due");

  if (g_strcmp0 (state, "paper-state.asked") == 0)
    return due != NULL && strcmp (due, maker->today->day) < 0;
  return g_strcmp0 (state, "paper-state.not-arrived") == 0 || g_strcmp0 (state, "paper-state.late") == 0;
}

/* How many papers of a meeting are not there, and how many there are to be. */
guint
scr_today_count_missing_papers (ScrTodayMaker *maker, ScrItem *meeting, guint *all)
{
  g_autoptr (GPtrArray) papers
      = scr_source_list_by (maker->source, "paper", "meeting", scr_item_get_id (meeting));
  guint missing = 0;

  *all = 0;
  for (guint i = 0; i < papers->len; i++)
    {
      ScrItem *paper = g_ptr_array_index (papers, i);

      if (g_strcmp0 (scr_item_get_text (paper, "state"), "paper-state.withdrawn") == 0)
        continue;
      *all += 1;
      missing += is_missing (maker, paper);
    }
  return missing;
}

static char *
describe_meeting (ScrTodayMaker *maker, ScrItem *meeting)
{
  char *detail = scr_today_place (maker, meeting);

  if (detail == NULL)
    detail = g_strdup (scr_tr (maker->language, "All partnerships"));
  detail = scr_today_join (detail, scr_format_times (maker->language, scr_item_get_text (meeting, "start"),
                                                     scr_item_get_number (meeting, "length")));
  if (scr_item_get_bool (meeting, "scrutineer"))
    detail = scr_today_join (detail, g_strdup (scr_tr (maker->language, "the scrutineer attends")));
  return detail;
}

/* A missing paper counts for more than what the pack's state says; without a pack, the meeting's own state.
 */
static void
set_pack_pill (ScrTodayMaker *maker, ScrTodayRow *row, ScrItem *meeting)
{
  const char *pack = scr_item_get_text (meeting, "pack_state");
  gboolean issued = g_strcmp0 (pack, "pack-state.issued") == 0;
  gboolean needed = pack != NULL && strcmp (pack, "pack-state.not-needed") != 0;
  guint all;
  guint missing = issued ? 0 : scr_today_count_missing_papers (maker, meeting, &all);
  g_autoptr (ScrItem) choice = NULL;

  if (missing > 0)
    {
      row->pill = g_strdup_printf (
          scr_tr_plural (maker->language, "%u paper missing", "%u papers missing", missing), missing);
      row->pill_icon = "dialog-warning-symbolic";
      row->tone = "soon";
      return;
    }
  choice = scr_source_get_referred (maker->source, meeting, needed ? "pack_state" : "state");
  if (choice == NULL)
    return;
  row->pill = scr_today_field (maker, meeting, needed ? "pack_state" : "state");
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
      .order = "day start title",
  };
  g_autoptr (GPtrArray) meetings = scr_source_list (maker->source, &query);

  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);
      ScrTodayRow *row;

      if (scr_today_is_over (meeting))
        continue;
      row = scr_today_add_row (maker, SCR_TODAY_MEETINGS, meeting,
                               scr_format_title (maker->language, maker->source, meeting),
                               describe_meeting (maker, meeting), "x-office-calendar-symbolic");
      row->day = g_strdup (scr_item_get_text (meeting, "day"));
      set_pack_pill (maker, row, meeting);
    }
}
