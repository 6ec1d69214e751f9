/* How far a meeting has come, stage by stage, for a stepper. See scr-meeting-steps.h. */
#include "config.h"

#include "scr-meeting-steps.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const ScrLanguage *language;
  ScrSource *source;
  ScrItem *meeting;
  ScrMeetingFacts facts;
  char *today;
  GPtrArray *stages;
} Maker;

static char *
format_day (Maker *maker, const char *day)
{
  gboolean is_this_year = day != NULL && strncmp (day, maker->today, 4) == 0;

  return day != NULL ? scr_format_day (maker->language, day, is_this_year ? SCR_DAY_SHORT : SCR_DAY_LONG)
                     : g_strdup ("");
}

/* "by Independent scrutineer": @pattern with the title of what a field refers to; "" if it is empty. */
static char *
format_who (Maker *maker, ScrItem *item, const char *field, const char *pattern)
{
  g_autoptr (ScrItem) who = item != NULL ? scr_source_get_referred (maker->source, item, field) : NULL;
  g_autofree char *title = who != NULL ? scr_format_title (maker->language, maker->source, who) : NULL;
  GString *text;

  if (title == NULL)
    return g_strdup ("");
  text = g_string_new (pattern);
  g_string_replace (text, "%s", title, 1);
  return g_string_free (text, FALSE);
}

/* When the newest pack went out, or when it is due. */
static char *
describe_pack (Maker *maker)
{
  g_autoptr (GPtrArray) packs
      = scr_source_list_by (maker->source, "pack", "meeting", scr_item_get_id (maker->meeting));
  const char *due = scr_item_get_text (maker->meeting, "pack_due");
  const char *issued = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < packs->len; i++)
    {
      const char *other = scr_item_get_text (g_ptr_array_index (packs, i), "issued");

      if (other != NULL && (issued == NULL || strcmp (other, issued) > 0))
        issued = other;
    }
  if (issued != NULL || maker->facts.has_pack || due == NULL)
    return format_day (maker, issued);
  day = format_day (maker, due);
  /* TRANSLATORS: %s is a day: the pack is due on it. */
  return g_strdup_printf (scr_tr (maker->language, "due %s"), day);
}

/* By whom and when they were approved, or by whom they will be. */
static char *
describe_approval (Maker *maker)
{
  const ScrQuery query = {
      .kind = "minutes_version",
      .conditions = {{"meeting", SCR_IS, scr_item_get_id (maker->meeting), 0},
                     {"state", SCR_IS, "minutes-state.approved", 0}},
      .order = "-number",
      .limit = 1,
  };
  g_autoptr (GPtrArray) versions = scr_source_list (maker->source, &query);
  ScrItem *version = versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;

  if (version != NULL && scr_item_get_text (version, "approved") != NULL)
    return format_day (maker, scr_item_get_text (version, "approved"));
  /* TRANSLATORS: %s is a group: minutes are approved by it. */
  return format_who (maker, maker->meeting, "group", scr_tr (maker->language, "by %s"));
}

static char *
describe (Maker *maker, ScrMeetingState state)
{
  switch (state)
    {
    case SCR_MEETING_PROPOSED:
      /* TRANSLATORS: %s is a person or group: the meeting was proposed by it. */
      return format_who (maker, maker->meeting, "suggested_by", scr_tr (maker->language, "by %s"));
    case SCR_MEETING_AGENDA_AGREED:
      /* TRANSLATORS: %s is a person or group: the agenda was agreed with it. */
      return format_who (maker, maker->meeting, "agreed_with", scr_tr (maker->language, "with %s"));
    case SCR_MEETING_PACK_ISSUED:
      return describe_pack (maker);
    case SCR_MEETING_HELD:
      return format_day (maker, scr_item_get_text (maker->meeting, "day"));
    case SCR_MEETING_MINUTES_APPROVED:
      return describe_approval (maker);
    case SCR_MEETING_CANCELLED:
      return g_strdup (scr_item_get_text (maker->meeting, "cancel_reason"));
    case SCR_MEETING_MINUTES_DRAFT:
    case SCR_MEETING_N_STATES:
    default:
      return g_strdup ("");
    }
}

static void
add_stage (Maker *maker, ScrMeetingState state, ScrStageLook look)
{
  static const char *const titles[SCR_MEETING_N_STATES] = {
      N_ ("Proposed"),      N_ ("Agenda agreed"), N_ ("Pack issued"), N_ ("Held"),
      N_ ("Minutes draft"), N_ ("Approved"),      N_ ("Cancelled"),
  };
  ScrMeetingStage *stage = g_new0 (ScrMeetingStage, 1);

  stage->state = state;
  stage->look = look;
  stage->title = g_strdup (scr_tr (maker->language, titles[state]));
  stage->detail = describe (maker, state);
  if (stage->detail == NULL)
    stage->detail = g_strdup ("");
  if (look == SCR_STAGE_NOW && *stage->detail == '\0')
    {
      g_free (stage->detail);
      /* TRANSLATORS: under the state that a meeting is in. */
      stage->detail = g_strdup (scr_tr (maker->language, "now"));
    }
  g_ptr_array_add (maker->stages, stage);
}

/* What did not take place, and will not, is no stage. */
static gboolean
is_stage (Maker *maker, ScrMeetingState state)
{
  const ScrMeetingFacts *facts = &maker->facts;

  if (state != SCR_MEETING_PACK_ISSUED || facts->state == state)
    return TRUE;
  return facts->needs_pack && (facts->has_pack || facts->state < state);
}

static void
add_cancelled (Maker *maker)
{
  add_stage (maker, SCR_MEETING_PROPOSED, SCR_STAGE_DONE);
  if (maker->facts.is_agreed)
    add_stage (maker, SCR_MEETING_AGENDA_AGREED, SCR_STAGE_DONE);
  if (maker->facts.has_pack && maker->facts.needs_pack)
    add_stage (maker, SCR_MEETING_PACK_ISSUED, SCR_STAGE_DONE);
  add_stage (maker, SCR_MEETING_CANCELLED, SCR_STAGE_STOPPED);
}

static ScrStageLook
get_look (Maker *maker, ScrMeetingState state)
{
  /* Where all is done, nothing is in the making. */
  if (state < maker->facts.state || maker->facts.state == SCR_MEETING_MINUTES_APPROVED)
    return SCR_STAGE_DONE;
  return state == maker->facts.state ? SCR_STAGE_NOW : SCR_STAGE_TO_COME;
}

/**
 * scr_meeting_stages_new:
 * @language: (nullable): the language of its words
 * @source: a record
 * @meeting: a meeting of it
 *
 * Returns: (transfer full) (element-type ScrMeetingStage): what a stepper shows, first to last
 */
GPtrArray *
scr_meeting_stages_new (const ScrLanguage *language, ScrSource *source, ScrItem *meeting)
{
  Maker maker = {language, source, meeting, {0}, NULL, NULL};

  maker.today = scr_source_dup_today (source);
  maker.stages = g_ptr_array_new_with_free_func ((GDestroyNotify)scr_meeting_stage_free);
  scr_meeting_facts_read (&maker.facts, source, meeting);
  if (maker.facts.state == SCR_MEETING_CANCELLED)
    add_cancelled (&maker);
  else
    for (int state = SCR_MEETING_PROPOSED; state < SCR_MEETING_CANCELLED; state++)
      if (is_stage (&maker, (ScrMeetingState)state))
        add_stage (&maker, (ScrMeetingState)state, get_look (&maker, (ScrMeetingState)state));
  g_free (maker.today);
  return maker.stages;
}

/**
 * scr_meeting_stage_free:
 * @self: a stage
 */
void
scr_meeting_stage_free (ScrMeetingStage *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/**
 * scr_meeting_stage_dup_name:
 * @language: (nullable): the language
 * @self: a stage
 *
 * Returns: (transfer full): all that it shows, in words: "Pack issued, 10 January, done"
 */
char *
scr_meeting_stage_dup_name (const ScrLanguage *language, const ScrMeetingStage *self)
{
  static const char *const words[] = {
      N_ ("done"),
      N_ ("now"),
      N_ ("to come"),
      N_ ("stopped"),
  };
  const char *word = scr_tr (language, words[self->look]);

  if (*self->detail == '\0' || strcmp (self->detail, word) == 0)
    return g_strjoin (", ", self->title, word, NULL);
  return g_strjoin (", ", self->title, self->detail, word, NULL);
}
