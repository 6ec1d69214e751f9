/* What a timeline says of disputes: a span in parts, one for each stage that was reached, and the one that
 * would come next. See scr-timeline.h.
 *
 * A stage begins on the day of the first entry of the log that names it, and lasts until the day before the
 * next begins. The one that a dispute stands at lasts until its due day, or today if that is past; the next
 * one would have its policy's working days after that.
 */
#include "config.h"

#include "scr-timeline-private.h"

#include "scr-day.h"
#include "scr-holidays-read.h"

#include <math.h>
#include <string.h>

typedef struct
{
  ScrItem *stage; /* borrowed of the list of stages */
  guint number;   /* 1, 2, ... in its policy */
  int first;      /* G_MAXINT if it was not reached */
} Reached;

typedef struct
{
  ScrTimelineMaker *maker;
  ScrItem *dispute;
  GPtrArray *stages;
  Reached *reached; /* one for each of them, in the policy's order */
  int opened;
  int today;
  int due;    /* 0 if it has none */
  int closed; /* 0 while it goes on */
  gboolean is_open;
  gboolean is_stopped;
} Span;

/* --- Reading --- */

static gboolean
is_over (const char *state)
{
  return g_strcmp0 (state, "dispute-state.resolved") == 0
         || g_strcmp0 (state, "dispute-state.withdrawn") == 0;
}

static int
get_day (ScrItem *item, const char *field)
{
  int day;

  return scr_day_to_number (scr_item_get_text (item, field), &day) ? day : 0;
}

static Reached *
find_stage (Span *span, const char *id)
{
  for (guint i = 0; id != NULL && i < span->stages->len; i++)
    if (strcmp (scr_item_get_id (span->reached[i].stage), id) == 0)
      return &span->reached[i];
  return NULL;
}

/* When each stage was reached, by the log. */
static void
read_log (Span *span)
{
  g_autoptr (GPtrArray) events
      = scr_source_list_by (span->maker->source, "event", "dispute", scr_item_get_id (span->dispute));
  Reached *current = find_stage (span, scr_item_get_text (span->dispute, "stage"));
  int latest = span->opened;

  for (guint i = 0; i < events->len; i++)
    {
      ScrItem *event = g_ptr_array_index (events, i);
      Reached *reached = find_stage (span, scr_item_get_text (event, "stage"));
      int day = get_day (event, "day");

      if (day == 0)
        continue;
      latest = MAX (latest, day);
      if (reached != NULL)
        reached->first = MIN (reached->first, day);
    }
  if (current != NULL && current->first == G_MAXINT)
    current->first = latest;
  /* One that is over without saying when, ended with the last that was heard of it. */
  if (is_over (scr_item_get_text (span->dispute, "state")) && span->closed == 0)
    span->closed = latest;
}

static gboolean
read_span (Span *span)
{
  const char *state = scr_item_get_text (span->dispute, "state");
  const char *policy = scr_item_get_text (span->dispute, "policy");

  span->opened = get_day (span->dispute, "opened");
  if (span->opened == 0)
    return FALSE;
  span->today = span->maker->timeline->today;
  span->due = get_day (span->dispute, "due");
  span->closed = get_day (span->dispute, "closed");
  span->is_open = g_strcmp0 (state, "dispute-state.open") == 0;
  span->is_stopped = g_strcmp0 (state, "dispute-state.stopped") == 0;
  span->stages = policy != NULL ? scr_source_list_by (span->maker->source, "stage", "policy", policy)
                                : g_ptr_array_new_with_free_func (g_object_unref);
  span->reached = g_new0 (Reached, span->stages->len + 1);
  for (guint i = 0; i < span->stages->len; i++)
    span->reached[i] = (Reached) {g_ptr_array_index (span->stages, i), i + 1, G_MAXINT};
  read_log (span);
  return TRUE;
}

/* --- Parts --- */

static void
add_part (Span *span, ScrTimelineEntry *entry, const Reached *reached, int first, int last, const char *tone)
{
  const ScrLanguage *language = span->maker->language;
  const char *stage = scr_timeline_get_title (
      span->maker, scr_timeline_get_item (span->maker, "stage", scr_item_get_id (reached->stage)));
  g_autofree char *number = g_strdup_printf ("%u", reached->number);
  g_autofree char *last_day = scr_day_from_number (last);
  g_autofree char *day = scr_format_day (language, last_day, SCR_DAY_SHORT);
  g_autofree char *name = NULL;

  if (strcmp (tone, "done") == 0)
    /* TRANSLATORS: a stage of a dispute and its last day: "Line managers, until 4 June" */
    name = g_strdup_printf (scr_tr (language, "%1$s, until %2$s"), stage, day);
  else if (strcmp (tone, "waiting") == 0)
    /* TRANSLATORS: %s is a stage of a dispute */
    name = g_strdup_printf (scr_tr (language, "%s, would be next"), stage);
  else if (strcmp (tone, "stopped") == 0)
    /* TRANSLATORS: %s is a stage of a dispute */
    name = g_strdup_printf (scr_tr (language, "%s, the clock is stopped"), stage);
  else if (strcmp (tone, "late") == 0)
    /* TRANSLATORS: %s is a stage of a dispute */
    name = g_strdup_printf (scr_tr (language, "%s, no reply yet"), stage);
  else
    /* TRANSLATORS: a stage of a dispute and a day */
    name = g_strdup_printf (scr_tr (language, "%1$s, a reply is due %2$s"), stage, day);
  scr_timeline_add_stage (entry, first, last, number, name, tone);
}

static const char *
get_tone (const Span *span)
{
  if (span->closed != 0)
    return "done";
  if (span->is_stopped || !span->is_open)
    return "stopped";
  return span->due != 0 && span->due < span->today ? "late" : "soon";
}

/* The last day of the stage that a dispute stands at, or stood at when it ended. */
static int
get_end (const Span *span)
{
  if (span->closed != 0)
    return span->closed;
  return span->is_open ? MAX (span->due, span->today) : MAX (span->opened, span->today);
}

/* The stage after the one that it stands at, with its working days. */
static void
add_next (Span *span, ScrTimelineEntry *entry, const Reached *last, int end)
{
  ScrTimelineMaker *maker = span->maker;
  const Reached *next;
  double days;
  g_autofree char *from = scr_day_from_number (end);
  g_autofree char *until = NULL;
  int last_day = end + 1;

  if (!span->is_open || last->number >= span->stages->len || from == NULL)
    return;
  next = &span->reached[last->number];
  days = scr_item_get_number (next->stage, "working_days");
  if (maker->holidays == NULL)
    maker->holidays = scr_holidays_read (maker->source);
  if (maker->nation == NULL)
    maker->nation = scr_holidays_dup_nation (maker->source);
  if (days >= 1 && days <= 365)
    until = scr_working_days_add (maker->holidays, maker->nation, from, (int)days);
  if (until != NULL)
    scr_day_to_number (until, &last_day);
  add_part (span, entry, next, end + 1, last_day, "waiting");
  entry->last = MAX (entry->last, last_day);
}

static void
add_parts (Span *span, ScrTimelineEntry *entry)
{
  const Reached *last = NULL;
  int end = get_end (span);

  for (guint i = 0; i < span->stages->len; i++)
    {
      const Reached *reached = &span->reached[i];

      if (reached->first == G_MAXINT)
        continue;
      if (last != NULL)
        add_part (span, entry, last, last->first, MAX (last->first, reached->first - 1), "done");
      last = reached;
    }
  if (last == NULL)
    return;
  add_part (span, entry, last, last->first, MAX (end, last->first), get_tone (span));
  add_next (span, entry, last, end);
}

/* --- The entry --- */

static char *
describe (Span *span)
{
  ScrTimelineMaker *maker = span->maker;
  const char *due = scr_item_get_text (span->dispute, "due");
  Reached *current = find_stage (span, scr_item_get_text (span->dispute, "stage"));
  g_autofree char *stage
      = current != NULL ? scr_format_title (maker->language, maker->source, current->stage) : NULL;
  g_autofree char *day = scr_format_day (maker->language, due, SCR_DAY_SHORT);

  if (!span->is_open || stage == NULL || due == NULL)
    return g_strdup (scr_timeline_get_choice_label (maker, scr_item_get_text (span->dispute, "state")));
  if (span->due == span->today)
    /* TRANSLATORS: %s is a stage of a dispute, such as "Line managers" */
    return g_strdup_printf (scr_tr (maker->language, "%s: a reply is due today"), stage);
  if (span->due < span->today)
    /* TRANSLATORS: a stage of a dispute, and a day */
    return g_strdup_printf (scr_tr (maker->language, "%1$s: no reply yet, it was due %2$s"), stage, day);
  /* TRANSLATORS: a stage of a dispute, and a day */
  return g_strdup_printf (scr_tr (maker->language, "%1$s: a reply is due %2$s"), stage, day);
}

static void
add_dispute (ScrTimelineMaker *maker, ScrItem *dispute)
{
  Span span = {.maker = maker, .dispute = dispute};
  guint lane = scr_timeline_get_extra_lane (maker, SCR_TIMELINE_DISPUTES);
  g_autofree char *title = scr_format_title (maker->language, maker->source, dispute);
  g_autofree char *partnership = scr_format_partnership (maker->language, maker->source, dispute);
  ScrTimelineEntry *entry;
  GString *name;

  if (!scr_timeline_is_wanted (maker, title, lane))
    return;
  if (read_span (&span))
    {
      entry = scr_timeline_add_entry (maker->timeline, dispute, SCR_TIMELINE_DISPUTES, lane, span.opened,
                                      get_end (&span));
      entry->shape = SCR_TIMELINE_STAGES;
      entry->held = span.closed != 0;
      entry->icon = "view-mirror-symbolic";
      entry->tone = get_tone (&span);
      entry->label = g_strdup (scr_item_get_text (dispute, "reference"));
      if (entry->label == NULL)
        entry->label = g_strdup (title);
      entry->detail = describe (&span);
      add_parts (&span, entry);
      name = g_string_new (title);
      scr_timeline_say (name, scr_tr (maker->language, "Dispute"));
      scr_timeline_say (name, entry->detail);
      scr_timeline_say (name, partnership);
      for (guint i = 0; entry->stages != NULL && i < entry->stages->len; i++)
        scr_timeline_say (name, ((ScrTimelineStage *)g_ptr_array_index (entry->stages, i))->name);
      scr_timeline_finish_entry (maker, entry, name);
      /* How long it lasts is known only now. */
      if (!scr_timeline_is_in_view (maker, entry->first, entry->last))
        g_ptr_array_remove_index (maker->timeline->entries, maker->timeline->entries->len - 1);
    }
  g_free (span.reached);
  g_clear_pointer (&span.stages, g_ptr_array_unref);
}

void
scr_timeline_add_disputes (ScrTimelineMaker *maker)
{
  g_autoptr (GPtrArray) disputes = NULL;

  if (scr_timeline_is_hidden (maker, SCR_TIMELINE_DISPUTES) || maker->query->group != NULL)
    return;
  disputes = scr_timeline_list_over (maker, "dispute", "opened", "closed");
  for (guint i = 0; i < disputes->len; i++)
    add_dispute (maker, g_ptr_array_index (disputes, i));
}
