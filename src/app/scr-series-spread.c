/* One change of a meeting's time or lane, spread over the later ones or all of its series. See
 * scr-series-commands.h.
 *
 * The change is first what it would be for that meeting alone, an edit that is not applied. What it alters of
 * that which a series gives to its meetings, the series and its other meetings alter too; the meeting in hand
 * is always exactly where the person put it.
 */
#include "config.h"

#include "scr-series-private.h"

#include "scr-day.h"
#include "scr-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many days around the expected one are looked at for the day from which a rule begins. */
#define SEARCH_DAYS 31

/* The turns of a rule before and after a move. */
typedef struct
{
  GPtrArray *was;  /* (element-type utf8) */
  GPtrArray *days; /* (element-type utf8): the first stands for the first of @was, and so on */
} Turns;

static void
turns_clear (Turns *turns)
{
  g_clear_pointer (&turns->was, g_ptr_array_unref);
  g_clear_pointer (&turns->days, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Turns, turns_clear)

/* What @edit sets of a field of @meeting. */
static const ScrValue *
get_set (const ScrEdit *edit, ScrItem *meeting, const char *field)
{
  int index = scr_kind_get_field_index (scr_item_get_kind (meeting), field);

  for (guint i = 0; i < scr_edit_get_n_rows (edit); i++)
    {
      const ScrRowEdit *row = scr_edit_get_row (edit, i);

      if (strcmp (row->id, scr_item_get_id (meeting)) != 0)
        continue;
      for (guint f = 0; f < row->fields->len; f++)
        if (g_array_index (row->fields, guint, f) == (guint)index)
          return &g_array_index (row->values, ScrValue, f);
    }
  return NULL;
}

static gboolean
is_altered (const ScrEdit *edit, ScrItem *meeting, const char *field)
{
  const ScrValue *value = get_set (edit, meeting, field);

  return value != NULL && !scr_value_equal (value, scr_item_get_value (meeting, field));
}

/* --- Days --- */

static gboolean
refuse (GError **error)
{
  g_set_error_literal (
      error, SCR_ERROR, SCR_ERROR_INVALID,
      _ ("The rule of this series has conditions of its own, and cannot follow to another day. "
         "Move this meeting alone, or alter the rule of the series."));
  return FALSE;
}

static GPtrArray *
list_turns (ScrItem *series, const char *from, const char *until)
{
  return scr_recurrence_list_days (scr_item_get_text (series, "rule"), scr_item_get_text (series, "from"),
                                   NULL, from, until, SCR_SERIES_MOST, NULL, NULL);
}

static const char *
get_last_occurrence (GPtrArray *meetings)
{
  return scr_series_meeting_get_occurrence (g_ptr_array_index (meetings, meetings->len - 1));
}

static gboolean
try_from (ScrItem *draft, const char *from, const char *day, const char *until, guint index, Turns *turns)
{
  g_autoptr (GPtrArray) days = NULL;
  guint found;

  scr_series_draft_set (draft, "from", from);
  days = from != NULL ? list_turns (draft, from, until) : NULL;
  if (days == NULL || !g_ptr_array_find_with_equal_func (days, day, g_str_equal, &found) || found != index)
    return FALSE;
  turns->days = g_steal_pointer (&days);
  return TRUE;
}

/* Finds the day from which the rule, altered already, gives @day as the turn with number @index. */
static gboolean
find_from (ScrItem *draft, const char *from, const char *day, const char *until, guint index, Turns *turns)
{
  for (int away = 0; away <= SEARCH_DAYS; away++)
    {
      g_autofree char *later = scr_day_add (from, away);
      g_autofree char *earlier = scr_day_add (from, -away);

      if (try_from (draft, later, day, until, index, turns)
          || try_from (draft, earlier, day, until, index, turns))
        return TRUE;
    }
  return FALSE;
}

/* Days that were left out, or came besides, do so in their new turns. */
static void
move_skipped (ScrItem *draft, const Turns *turns)
{
  const char *skipped = scr_item_get_text (draft, "skipped");
  g_autofree char *moved = g_strdup (skipped);

  for (guint i = 0; i < turns->was->len; i++)
    {
      const char *was = g_ptr_array_index (turns->was, i);
      g_autofree char *without = scr_skipped_has (skipped, was) ? scr_skipped_remove (moved, was) : NULL;

      if (!scr_skipped_has (skipped, was))
        continue;
      g_free (moved);
      moved = i < turns->days->len ? scr_skipped_add (without, g_ptr_array_index (turns->days, i))
                                   : g_steal_pointer (&without);
    }
  scr_series_draft_set (draft, "skipped", moved);
}

/* A series that has a last day still has all its turns. */
static void
move_end (ScrItem *draft, const Turns *turns)
{
  const char *until = scr_item_get_text (draft, "until");
  guint last = MIN (turns->was->len, turns->days->len);

  if (until != NULL && last > 0 && strcmp (until, g_ptr_array_index (turns->days, last - 1)) < 0)
    scr_series_draft_set (draft, "until", g_ptr_array_index (turns->days, last - 1));
}

/* A series that keeps no rule: each of its meetings goes as many days as the one in hand. */
static gboolean
shift (ScrItem *draft, GPtrArray *meetings, int away, Turns *turns, GError **error)
{
  turns->was = g_ptr_array_new_with_free_func (g_free);
  turns->days = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < meetings->len; i++)
    {
      const char *was = scr_series_meeting_get_occurrence (g_ptr_array_index (meetings, i));
      char *day = was != NULL ? scr_day_add (was, away) : NULL;

      if (was == NULL)
        continue;
      if (day == NULL)
        {
          g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                               _ ("Days are kept from the year 1800 to the year 2300."));
          return FALSE;
        }
      g_ptr_array_add (turns->was, g_strdup (was));
      g_ptr_array_add (turns->days, day);
    }
  move_end (draft, turns);
  return TRUE;
}

/* Lets the draft's rule follow where the meeting goes. @from is the first day of those that are altered. */
static gboolean
follow (ScrItem *series,
        ScrItem *draft,
        ScrItem *meeting,
        GPtrArray *meetings,
        const char *from,
        const char *day,
        Turns *turns,
        GError **error)
{
  const char *occurrence = scr_series_meeting_get_occurrence (meeting);
  int away = scr_day_between (occurrence, day);
  g_autoptr (ScrRepeat) repeat = NULL;
  g_autofree char *rule = NULL;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  guint index;

  if (scr_item_get_text (draft, "rule") == NULL)
    return shift (draft, meetings, away, turns, error);
  repeat = scr_recurrence_read (scr_item_get_text (draft, "rule"), error);
  if (repeat == NULL)
    return FALSE;
  turns->was = list_turns (series, from, get_last_occurrence (meetings));
  if (turns->was == NULL || !scr_repeat_follow (repeat, occurrence, day)
      || !g_ptr_array_find_with_equal_func (turns->was, occurrence, g_str_equal, &index))
    return refuse (error);
  rule = scr_recurrence_write (repeat);
  scr_series_draft_set (draft, "rule", rule);
  begin = scr_day_add (from, away);
  end = scr_day_add (get_last_occurrence (meetings), away + 2 * SEARCH_DAYS);
  if (begin == NULL || end == NULL || !find_from (draft, begin, day, end, index, turns))
    return refuse (error);
  move_skipped (draft, turns);
  move_end (draft, turns);
  return TRUE;
}

/* Where nothing moves, each has its turn as it was. */
static void
stay (ScrItem *series, GPtrArray *meetings, const char *from, Turns *turns)
{
  turns->was = list_turns (series, from, get_last_occurrence (meetings));
  if (turns->was == NULL)
    turns->was = g_ptr_array_new ();
  turns->days = g_ptr_array_ref (turns->was);
}

/* --- Spreading --- */

/* What the series gives to its meetings, as the edit has it for one. */
static void
take_shared (ScrItem *draft, ScrItem *meeting, const ScrEdit *one)
{
  const char *const *shared = scr_series_list_fields ();

  for (guint i = 0; shared[i] != NULL; i++)
    if (is_altered (one, meeting, shared[i]))
      scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), shared[i]),
                             get_set (one, meeting, shared[i]));
}

/* The meeting in hand is where it was put, whatever the rule says. */
static void
replay (ScrEdit *edit, ScrItem *meeting, const ScrEdit *one)
{
  const ScrKind *kind = scr_item_get_kind (meeting);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *field = kind->fields[i].name;

      /* Which day of the rule it stands for, the plan knows. */
      if (strcmp (field, "occurrence") != 0 && is_altered (one, meeting, field))
        scr_edit_set_value (edit, "meeting", scr_item_get_id (meeting), field, get_set (one, meeting, field));
    }
}

static gboolean
spread (ScrStore *store,
        ScrItem *series,
        ScrItem *meeting,
        const ScrEdit *one,
        ScrSeriesScope scope,
        GError **error)
{
  const char *cut = scr_series_get_cut (meeting, scope);
  gboolean splits = cut != NULL && scr_series_has_earlier (store, series, cut);
  g_autoptr (ScrItem) old = scr_series_draft_new (store, series);
  g_autoptr (ScrItem) draft = scr_series_draft_new (store, series);
  const char *id = splits ? scr_item_get_id (draft) : scr_item_get_id (series);
  g_autoptr (GPtrArray) meetings = scr_series_list_meetings (store, series, splits ? cut : NULL);
  const char *from = splits ? cut : scr_item_get_text (series, "from");
  g_autoptr (ScrSeriesPlan) plan = NULL;
  g_auto (Turns) turns = {NULL, NULL};
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  label = scr_series_dup_label (store, splits ? _ ("Alter later meetings of %s") : _ ("Alter the series %s"),
                                series);
  edit = scr_edit_new (label);
  if (splits)
    {
      scr_series_split (store, edit, series, draft, cut);
      scr_series_draft_set (draft, "from", cut);
      scr_edit_add (edit, "series", id);
    }
  if (from == NULL)
    from = scr_series_meeting_get_occurrence (g_ptr_array_index (meetings, 0));
  take_shared (draft, meeting, one);
  if (!is_altered (one, meeting, "day"))
    stay (series, meetings, from, &turns);
  else if (!follow (series, draft, meeting, meetings, from, get_set (one, meeting, "day")->text, &turns,
                    error))
    return FALSE;
  plan = scr_series_plan_new_moved (turns.was, turns.days, meetings,
                                    is_altered (one, meeting, "day") ? meeting : NULL);
  scr_series_write (edit, draft, id);
  scr_series_carry_out (store, edit, plan, old, draft, id);
  replay (edit, meeting, one);
  return scr_store_apply (store, edit, error);
}

static gboolean
apply (ScrStore *store, ScrItem *meeting, const ScrEdit *one, ScrSeriesScope scope, GError **error)
{
  g_autoptr (ScrItem) series = strcmp (scr_item_get_kind (meeting)->name, "meeting") == 0
                                   ? scr_source_get_referred (SCR_SOURCE (store), meeting, "series")
                                   : NULL;

  if (one == NULL || scr_edit_get_n_rows (one) == 0)
    return one != NULL;
  if (scope == SCR_SCOPE_THIS || series == NULL || scr_item_is_deleted (meeting)
      || scr_series_meeting_was_held (meeting))
    return scr_store_apply (store, one, error);
  return spread (store, series, meeting, one, scope, error);
}

/* --- Commands --- */

/**
 * scr_series_move_concerns_others:
 * @entry: what is moved
 * @lane: (nullable): into which lane; %NULL stays in its own
 * @first: its first day
 *
 * Returns: whether others of a series could do the same, so that a person is to be asked
 */
gboolean
scr_series_move_concerns_others (const ScrTimelineEntry *entry, const ScrTimelineLane *lane, int first)
{
  if (entry->sort != SCR_TIMELINE_MEETINGS || entry->held
      || scr_item_get_text (entry->item, "series") == NULL)
    return FALSE;
  return first != entry->first
         || (lane != NULL && lane->field != NULL && g_strv_contains (scr_series_list_fields (), lane->field));
}

/**
 * scr_command_reschedule_in_series:
 * @store: the record
 * @meeting: a meeting, of a series or not; or an activity
 * @times: its day, last day, start, zone and length
 * @scope: whether the others of the series follow
 * @error: return location
 *
 * Returns: whether it is there now
 */
gboolean
scr_command_reschedule_in_series (ScrStore *store,
                                  ScrItem *meeting,
                                  const ScrMeetingPlan *times,
                                  ScrSeriesScope scope,
                                  GError **error)
{
  g_autoptr (ScrEdit) one = scr_meeting_prepare_reschedule (store, meeting, times, error);

  return apply (store, meeting, one, scope, error);
}

/**
 * scr_command_move_entry_in_series:
 * @store: the record
 * @entry: what is moved or stretched, of a series or not
 * @lane: (nullable): into which lane; %NULL stays in its own
 * @first: its first day
 * @last: its last day; %G_MAXINT leaves it without one
 * @scope: whether the others of the series follow
 * @error: return location
 *
 * Returns: whether it is there now
 */
gboolean
scr_command_move_entry_in_series (ScrStore *store,
                                  const ScrTimelineEntry *entry,
                                  const ScrTimelineLane *lane,
                                  int first,
                                  int last,
                                  ScrSeriesScope scope,
                                  GError **error)
{
  g_autoptr (ScrEdit) one = scr_timeline_prepare_move (store, entry, lane, first, last, error);

  return apply (store, entry->item, one, scope, error);
}
