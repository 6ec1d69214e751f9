/* What taking in a calendar file would do. See the header. */
#include "config.h"

#include "scr-calendar-plan.h"

#include "scr-calendar-match.h"
#include "scr-calendar-text.h"
#include "scr-identity.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define CANCELLED "meeting-state.cancelled"
#define PROPOSED "meeting-state.proposed"
#define BATCH 64
/* What is compared, and by what it is known. */
#define WANTED "title day start length last_day zone place online state uid sequence imported"

static const char *const names[SCR_PLAN_N_FIELDS] = {
    "title", "day", "start", "length", "last_day", "zone", "place", "online", "state",
};

static void
series_free (gpointer data)
{
  ScrPlanSeries *series = data;

  g_free (series->id);
  g_free (series);
}

void
scr_calendar_plan_free (ScrCalendarPlan *self)
{
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->entries);
  g_string_chunk_free (self->words);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->made);
  g_clear_pointer (&self->read, scr_calendar_read_free);
  g_free (self);
}

/* A meeting's field of that name. */
const char *
scr_plan_field_get_name (ScrPlanField field)
{
  g_return_val_if_fail (field < SCR_PLAN_N_FIELDS, NULL);
  return names[field];
}

/**
 * scr_plan_entry_dup_base:
 * @entry: an entry that was chosen
 *
 * Returns: (transfer full): what the calendar said of its meeting, to be kept with it: one field on each line
 */
char *
scr_plan_entry_dup_base (const ScrPlanEntry *entry)
{
  GString *base = g_string_new (NULL);

  for (guint i = 0; i < SCR_PLAN_N_FIELDS; i++)
    {
      if (i > 0)
        g_string_append_c (base, '\n');
      if (entry->after[i] != NULL)
        g_string_append (base, entry->after[i]);
    }
  return g_string_free (base, FALSE);
}

guint
scr_calendar_plan_count_chosen (const ScrCalendarPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    if (((ScrPlanEntry *)g_ptr_array_index (self->entries, i))->is_chosen)
      n++;
  return n;
}

/* --- Words --- */

/* Of many entries, together: an allocation for each word would cost as much as reading the file. */
static const char *
keep (ScrCalendarPlan *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->words, text) : NULL;
}

static const char *
keep_line (ScrCalendarPlan *self, const char *text, guint max)
{
  g_autofree char *clean = NULL;

  if (text == NULL || scr_calendar_is_clean_line (text, max))
    return keep (self, text);
  clean = scr_calendar_clean_line (text, max, NULL);
  return keep (self, clean);
}

static const char *
keep_number (ScrCalendarPlan *self, int number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%d", number);
  return keep (self, text);
}

/* --- What the record has --- */

static const char *
keep_length (ScrCalendarPlan *self, ScrItem *meeting)
{
  const ScrValue *value = scr_item_get_value (meeting, "length");

  return value->type == SCR_VALUE_NUMBER && value->number >= 1 ? keep_number (self, (int)value->number)
                                                               : NULL;
}

static void
read_meeting (ScrCalendarPlan *self, ScrPlanEntry *entry, ScrItem *meeting)
{
  const char *day = scr_item_get_text (meeting, "day");
  const char *last_day = scr_item_get_text (meeting, "last_day");
  const char *zone = scr_item_get_text (meeting, "zone");
  const char **before = entry->before;

  before[SCR_PLAN_TITLE] = keep_line (self, scr_item_get_text (meeting, "title"), 200);
  before[SCR_PLAN_DAY] = keep (self, day);
  before[SCR_PLAN_START] = keep (self, scr_item_get_text (meeting, "start"));
  before[SCR_PLAN_LENGTH] = keep_length (self, meeting);
  if (last_day != NULL && day != NULL && strcmp (last_day, day) > 0)
    before[SCR_PLAN_LAST_DAY] = keep (self, last_day);
  if (zone != NULL && g_strcmp0 (zone, self->read->record_zone) != 0 && scr_zone_is_valid (zone))
    before[SCR_PLAN_ZONE] = keep (self, zone);
  before[SCR_PLAN_PLACE] = keep_line (self, scr_item_get_text (meeting, "place"), 200);
  before[SCR_PLAN_ONLINE] = keep_line (self, scr_item_get_text (meeting, "online"), 500);
  before[SCR_PLAN_STATE] = keep (self, scr_item_get_text (meeting, "state"));
}

/* --- What the file says --- */

/* Mostly what the record has. */
static const char *
say_start (ScrCalendarPlan *self, const ScrPlanEntry *entry)
{
  const char *now = entry->before[SCR_PLAN_START];
  g_autofree char *start = NULL;
  int minutes;

  if (entry->event->start < 0)
    return NULL;
  if (scr_time_to_minutes (now, &minutes) && minutes == entry->event->start)
    return now;
  start = scr_time_from_minutes (entry->event->start);
  return keep (self, start);
}

static const char *
say_length (ScrCalendarPlan *self, const ScrPlanEntry *entry)
{
  const char *now = entry->before[SCR_PLAN_LENGTH];

  if (entry->event->length <= 0 || (now != NULL && atoi (now) == entry->event->length))
    return now;
  return keep_number (self, entry->event->length);
}

/* Times that the file tells as instants, where the meeting is. */
static void
say_times (ScrCalendarPlan *self, ScrPlanEntry *entry)
{
  ScrCalendarEvent *event = entry->event;
  const char *zone = event->zone;

  if (event->is_instant && entry->meeting != NULL)
    {
      zone = entry->before[SCR_PLAN_ZONE];
      scr_calendar_event_tell_in (event, zone != NULL ? zone : self->read->record_zone);
    }
  entry->after[SCR_PLAN_DAY] = event->day;
  entry->after[SCR_PLAN_LAST_DAY] = event->last_day;
  entry->after[SCR_PLAN_START] = say_start (self, entry);
  entry->after[SCR_PLAN_ZONE] = event->start >= 0 ? zone : entry->before[SCR_PLAN_ZONE];
}

static gboolean
is_cancelled (const char *state)
{
  return g_strcmp0 (state, CANCELLED) == 0;
}

static const char *
say_state (ScrCalendarPlan *self, const ScrPlanEntry *entry, ScrCalendarMatch *match)
{
  const ScrCalendarEvent *event = entry->event;
  const char *now = entry->before[SCR_PLAN_STATE];
  g_autofree char *own = NULL;

  if (event->is_cancelled)
    return CANCELLED;
  if (entry->meeting != NULL && !is_cancelled (now))
    return now;
  own = event->state != NULL ? g_strconcat ("meeting-state.", event->state, NULL) : NULL;
  if (own != NULL && !is_cancelled (own) && scr_calendar_match_has_state (match, own))
    return keep (self, own);
  return PROPOSED;
}

/* What the file leaves unsaid stays as it is. */
static void
read_event (ScrCalendarPlan *self, ScrPlanEntry *entry, ScrCalendarMatch *match)
{
  const ScrCalendarEvent *event = entry->event;
  const char **before = entry->before, **after = entry->after;

  say_times (self, entry);
  after[SCR_PLAN_TITLE] = event->title;
  after[SCR_PLAN_LENGTH] = say_length (self, entry);
  after[SCR_PLAN_PLACE] = event->place != NULL ? event->place : before[SCR_PLAN_PLACE];
  after[SCR_PLAN_ONLINE] = event->online != NULL ? event->online : before[SCR_PLAN_ONLINE];
  after[SCR_PLAN_STATE] = say_state (self, entry, match);
}

/* --- The two together --- */

/* What was taken in last time, field by field; NULL if nothing was. */
static GStrv
get_base (ScrItem *meeting)
{
  const char *base = scr_item_get_text (meeting, "imported");
  GStrv fields = base != NULL ? g_strsplit (base, "\n", SCR_PLAN_N_FIELDS) : NULL;

  if (fields != NULL && g_strv_length (fields) != SCR_PLAN_N_FIELDS)
    g_clear_pointer (&fields, g_strfreev);
  return fields;
}

/* A field that is empty and one that is not there are the same. */
static gboolean
is_same (ScrPlanField field, const char *a, const char *b)
{
  if (a == b)
    return TRUE;
  if (field == SCR_PLAN_STATE)
    return is_cancelled (a) == is_cancelled (b);
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Returns whether both the file and somebody here altered the same field, or nobody knows who did. */
static gboolean
compare (ScrPlanEntry *entry, ScrItem *meeting)
{
  g_auto (GStrv) base = NULL;
  gboolean conflict = FALSE;

  for (guint i = 0; i < SCR_PLAN_N_FIELDS; i++)
    {
      const char *before = entry->before[i], *after = entry->after[i];

      if (is_same (i, before, after))
        continue;
      /* Mostly all is the same, and what was taken in last time is of no interest. */
      if (base == NULL)
        base = get_base (meeting);
      /* The file says what it said last time: it was altered here, and stays so. */
      if (base != NULL && is_same (i, base[i], after))
        {
          entry->after[i] = before;
          continue;
        }
      entry->altered |= 1u << i;
      if (base == NULL || !is_same (i, base[i], before))
        conflict = TRUE;
    }
  return conflict;
}

static gboolean
is_held (const char *state)
{
  return g_strcmp0 (state, "meeting-state.held") == 0
         || (state != NULL && g_str_has_prefix (state, "meeting-state.minutes-"));
}

static void
decide (ScrPlanEntry *entry, ScrItem *meeting)
{
  const ScrValue *sequence = scr_item_get_value (meeting, "sequence");
  gboolean conflict = compare (entry, meeting);

  if (scr_item_is_deleted (meeting))
    {
      entry->is_in_bin = TRUE;
      entry->sort = SCR_PLAN_CONFLICT;
      entry->why = _ ("It is in the bin here. Choose it to take it out.");
    }
  else if (entry->altered == 0)
    entry->sort = SCR_PLAN_SAME;
  else if (sequence->type == SCR_VALUE_NUMBER && entry->event->sequence < sequence->number)
    {
      entry->sort = SCR_PLAN_OLDER;
      entry->why = _ ("The record has a later revision of it.");
    }
  else if (is_held (entry->before[SCR_PLAN_STATE]))
    {
      entry->sort = SCR_PLAN_CONFLICT;
      entry->why = _ ("The meeting was held already.");
    }
  else if (conflict)
    {
      entry->sort = SCR_PLAN_CONFLICT;
      entry->why = _ ("It was altered here as well. Choose it to take what the file says.");
    }
  else
    {
      entry->sort = entry->event->is_cancelled && (entry->altered & (1u << SCR_PLAN_STATE))
                        ? SCR_PLAN_CANCELLED
                        : SCR_PLAN_ALTERED;
      entry->is_chosen = TRUE;
    }
}

static const char *
keep_name (ScrCalendarPlan *self, const char *id)
{
  const char *kept = id != NULL ? g_hash_table_lookup (self->names, id) : NULL;
  char *copy;

  if (id == NULL || kept != NULL)
    return kept;
  copy = g_strdup (id);
  g_hash_table_insert (self->names, copy, copy);
  return copy;
}

/* The record's, or one that will be made. */
static const char *
find_series (ScrCalendarPlan *self, ScrCalendarMatch *match, const char *uid)
{
  const ScrPlanSeries *made = uid != NULL ? g_hash_table_lookup (self->made, uid) : NULL;

  return made != NULL ? made->id : keep_name (self, scr_calendar_match_find_series (match, uid));
}

static void
plan_series (ScrCalendarPlan *self, ScrCalendarMatch *match)
{
  for (guint i = 0; i < self->read->series->len; i++)
    {
      const ScrCalendarSeries *said = g_ptr_array_index (self->read->series, i);
      ScrPlanSeries *series;

      if (scr_calendar_match_find_series (match, said->uid) != NULL)
        continue;
      series = g_new0 (ScrPlanSeries, 1);
      series->id = scr_identity_new ();
      series->said = said;
      g_ptr_array_add (self->series, series);
      g_hash_table_insert (self->made, said->uid, series);
    }
}

/* An event of a series by itself: known by the series' identity and its day. */
static void
name_occurrence (ScrCalendarEvent *event)
{
  char *uid;

  if (event->occurrence == NULL)
    return;
  uid = g_strdup_printf ("%.900s_%.4s%.2s%.2s", event->uid, event->occurrence, event->occurrence + 5,
                         event->occurrence + 8);
  if (event->related == NULL)
    event->related = g_steal_pointer (&event->uid);
  g_free (event->uid);
  event->uid = uid;
}

/* One for each event, beside its identity in @wanted. */
static void
make_entries (ScrCalendarPlan *self, GHashTable *wanted)
{
  for (guint i = 0; i < self->read->events->len; i++)
    {
      ScrCalendarEvent *event = g_ptr_array_index (self->read->events, i);
      ScrPlanEntry *entry;

      name_occurrence (event);
      if (g_hash_table_contains (wanted, event->uid))
        {
          scr_calendar_read_add_problem (self->read, event->line, event->title,
                                         _ ("The file has it more than once; the newest counts."));
          continue;
        }
      entry = g_new0 (ScrPlanEntry, 1);
      entry->event = event;
      g_hash_table_insert (wanted, event->uid, entry);
      g_ptr_array_add (self->entries, entry);
    }
}

typedef struct
{
  ScrCalendarPlan *plan;
  ScrCalendarMatch *match;
} Planning;

static void
on_meeting (gpointer wanted, ScrItem *meeting, gpointer user_data)
{
  const Planning *planning = user_data;
  ScrPlanEntry *entry = wanted;

  entry->meeting = keep (planning->plan, scr_item_get_id (meeting));
  read_meeting (planning->plan, entry, meeting);
  read_event (planning->plan, entry, planning->match);
  decide (entry, meeting);
}

static void
plan_new_meeting (ScrCalendarPlan *self, ScrCalendarMatch *match, ScrPlanEntry *entry)
{
  read_event (self, entry, match);
  entry->is_chosen = TRUE;
  entry->kind = keep_name (self, scr_calendar_match_guess_kind (match, entry->event));
  entry->group = keep_name (self, scr_calendar_match_guess_group (match, entry->event));
  entry->series = find_series (self, match, entry->event->related);
}

/* A file that cancels meetings makes none. */
static void
leave_out_unknown (ScrCalendarPlan *self)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->entries);

  self->entries = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all->len; i++)
    {
      ScrPlanEntry *entry = g_steal_pointer (&all->pdata[i]);

      if (entry->meeting != NULL)
        {
          g_ptr_array_add (self->entries, entry);
          continue;
        }
      scr_calendar_read_add_problem (self->read, entry->event->line, entry->event->title,
                                     _ ("It was cancelled, and is not in this record."));
      g_free (entry);
    }
  g_ptr_array_set_free_func (all, NULL);
}

static void
plan_meetings (ScrCalendarPlan *self, ScrCalendarMatch *match)
{
  Planning planning = {self, match};
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  make_entries (self, wanted);
  scr_calendar_match_meetings (match, wanted, WANTED, on_meeting, &planning);
  if (self->read->is_cancelling)
    leave_out_unknown (self);
}

/**
 * scr_calendar_plan_new:
 * @source: the record
 * @read: (transfer full): what a file says
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * What is new, and what only the file altered, is chosen from the start.
 *
 * Returns: (nullable): the plan; %NULL if it was cancelled
 */
ScrCalendarPlan *
scr_calendar_plan_new (ScrSource *source,
                       ScrCalendarRead *read,
                       ScrProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (ScrCalendarMatch) match = NULL;
  g_autoptr (ScrCalendarPlan) self = g_new0 (ScrCalendarPlan, 1);
  g_autofree char *today = scr_source_dup_today (source);
  /* Held, so that GLib reads it from the disk only once. */
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (read->record_zone);

  self->read = read;
  self->entries = g_ptr_array_new_full (read->events->len, g_free);
  self->words = g_string_chunk_new (64 * 1024);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->made = g_hash_table_new (g_str_hash, g_str_equal);
  scr_calendar_read_lay_out (read, today);
  match = scr_calendar_match_new (source);
  plan_series (self, match);
  plan_meetings (self, match);
  for (guint i = 0; i < self->entries->len; i++)
    {
      ScrPlanEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->meeting == NULL)
        plan_new_meeting (self, match, entry);
      self->counts[entry->sort]++;
      if (i % BATCH != BATCH - 1)
        continue;
      if (progress != NULL)
        progress ((double)i / self->entries->len, user_data);
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED,
                               _ ("This was cancelled. Nothing was changed."));
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}
