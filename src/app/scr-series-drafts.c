/* What a series is to hold, and what that would do. See scr-series-commands.h. */
#include "config.h"

#include "scr-series-private.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a series gives to each of its meetings: fields of both kinds. */
static const char *const shared[] = {"title", "partnership", "group",  "start",      "length", "zone",
                                     "kind",  "place",       "online", "scrutineer", NULL};

const char *const *
scr_series_list_fields (void)
{
  return shared;
}

/* @words with the item's title for its %s */
char *
scr_series_dup_label (ScrStore *store, const char *words, ScrItem *item)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), item);
  GString *text = g_string_new (words);

  g_string_replace (text, "%s", title, 1);
  return g_string_free (text, FALSE);
}

/* --- Drafts --- */

static void
set_value (ScrItem *draft, const char *field, const ScrValue *value)
{
  int index = scr_kind_get_field_index (scr_item_get_kind (draft), field);

  if (index >= 0)
    scr_item_set_value_at (draft, (guint)index, value);
}

/**
 * scr_series_draft_set:
 * @draft: a draft
 * @field: a field that holds a text
 * @text: (nullable): what it is to hold
 */
void
scr_series_draft_set (ScrItem *draft, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  set_value (draft, field, &value);
}

static void
copy_shared (ScrItem *draft, ScrItem *from)
{
  for (guint i = 0; shared[i] != NULL; i++)
    set_value (draft, shared[i], scr_item_get_value (from, shared[i]));
}

/* A series from an older record, or from a calendar, does not say when its meetings are: they do. */
static void
complete_from_meetings (ScrStore *store, ScrItem *draft, ScrItem *series)
{
  g_autoptr (GPtrArray) meetings = scr_series_list_meetings (store, series, NULL);
  ScrItem *last = meetings->len > 0 ? g_ptr_array_index (meetings, meetings->len - 1) : NULL;

  for (guint i = 0; last != NULL && shared[i] != NULL; i++)
    if (scr_item_get_value (draft, shared[i])->type == SCR_VALUE_NONE)
      set_value (draft, shared[i], scr_item_get_value (last, shared[i]));
}

/**
 * scr_series_draft_new:
 * @store: the record
 * @from: (nullable): a series, or a meeting that is to become one
 *
 * Returns: (transfer full): a draft that holds what @from does
 */
ScrItem *
scr_series_draft_new (ScrStore *store, ScrItem *from)
{
  const ScrKind *kind = scr_kind_find ("series");
  g_autofree char *id = scr_identity_new ();
  ScrItem *draft = scr_item_new (kind, id);

  if (from != NULL && scr_item_get_kind (from) == kind)
    {
      for (guint i = 0; i < kind->n_fields; i++)
        scr_item_set_value_at (draft, i, scr_item_get_value_at (from, i));
      complete_from_meetings (store, draft, from);
    }
  else if (from != NULL)
    {
      copy_shared (draft, from);
      set_value (draft, "from", scr_item_get_value (from, "day"));
    }
  return draft;
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (scr_series_meeting_get_occurrence (*(ScrItem *const *)a),
                    scr_series_meeting_get_occurrence (*(ScrItem *const *)b));
}

/* Its meetings by the days that the rule gave them; those on or after @from, if that is given. */
GPtrArray *
scr_series_list_meetings (ScrStore *store, ScrItem *series, const char *from)
{
  const ScrQuery query
      = {.kind = "meeting", .conditions = {{"series", SCR_IS, scr_item_get_id (series), 0}}, .order = "day"};
  GPtrArray *meetings = scr_source_list (SCR_SOURCE (store), &query);

  for (guint i = meetings->len; from != NULL && i > 0; i--)
    if (g_strcmp0 (scr_series_meeting_get_occurrence (g_ptr_array_index (meetings, i - 1)), from) < 0)
      g_ptr_array_remove_index (meetings, i - 1);
  g_ptr_array_sort (meetings, compare_occurrences);
  return meetings;
}

static char *
add_year (const char *day)
{
  int year, month, date;
  char *end = NULL;

  if (!scr_day_get_parts (day, &year, &month, &date))
    return NULL;
  /* 29 February has none a year later. */
  end = scr_day_from_parts (year + 1, month, date);
  return end != NULL ? end : scr_day_from_parts (year + 1, month, date - 1);
}

/* The last day of the month, or week, of a rule's day: a meeting that follows the rule within it is not left
 * out. */
static char *
dup_end_of_turn (ScrItem *series, const char *day)
{
  g_autoptr (ScrRepeat) repeat = scr_recurrence_read (scr_item_get_text (series, "rule"), NULL);
  g_autofree char *next = NULL;
  int year, month;

  if (repeat == NULL || repeat->unit == SCR_REPEAT_DAYS || !scr_day_get_parts (day, &year, &month, NULL))
    return g_strdup (day);
  if (repeat->unit == SCR_REPEAT_WEEKS)
    return scr_day_add (day, 7 - scr_day_get_weekday (day));
  next = month == 12 ? scr_day_from_parts (year + 1, 1, 1) : scr_day_from_parts (year, month + 1, 1);
  return scr_day_add (next, -1);
}

/**
 * scr_series_dup_end:
 * @store: the record
 * @series: (nullable): a series
 * @further: whether a further year is wanted, not what there is
 *
 * Returns: (transfer full) (nullable): the day until which meetings are or would be laid out: a year from
 * today, or from the last that there is
 */
char *
scr_series_dup_end (ScrStore *store, ScrItem *series, gboolean further)
{
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));
  g_autoptr (GPtrArray) meetings
      = series != NULL ? scr_series_list_meetings (store, series, NULL) : g_ptr_array_new ();
  const char *last = meetings->len > 0
                         ? scr_series_meeting_get_occurrence (g_ptr_array_index (meetings, meetings->len - 1))
                         : NULL;
  const char *from = series != NULL ? scr_item_get_text (series, "from") : NULL;

  if (last != NULL && !further)
    return strcmp (last, today) > 0 ? dup_end_of_turn (series, last) : add_year (today);
  if (last != NULL)
    return add_year (last);
  return add_year (from != NULL && strcmp (from, today) > 0 ? from : today);
}

/* --- Plans --- */

static const char *
get_earlier (const char *a, const char *b)
{
  return a == NULL || (b != NULL && strcmp (b, a) < 0) ? b : a;
}

static GHashTable *
list_with_content (ScrStore *store, GPtrArray *meetings)
{
  static const char *const kinds[] = {"agenda_item", "paper", "decision", "attendance", "pack"};
  GHashTable *with_content = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);
      gboolean has = scr_item_get_text (meeting, "summary") != NULL
                     || scr_item_get_text (meeting, "observations") != NULL
                     || scr_item_get_text (meeting, "note") != NULL;

      for (guint k = 0; k < G_N_ELEMENTS (kinds) && !has; k++)
        {
          const ScrQuery query
              = {.kind = kinds[k], .conditions = {{"meeting", SCR_IS, scr_item_get_id (meeting), 0}}};

          has = scr_source_count (SCR_SOURCE (store), &query) > 0;
        }
      if (has)
        g_hash_table_add (with_content, g_strdup (scr_item_get_id (meeting)));
    }
  return with_content;
}

/* The day from which a plan looks: that of the meeting, for it and those after it. */
const char *
scr_series_get_cut (ScrItem *meeting, ScrSeriesScope scope)
{
  return scope == SCR_SCOPE_LATER && meeting != NULL ? scr_series_meeting_get_occurrence (meeting) : NULL;
}

/* The days of a draft until @until, or its own end. */
GPtrArray *
scr_series_list_days (ScrItem *draft, const char *until, GError **error)
{
  const char *rule = scr_item_get_text (draft, "rule");
  const char *from = scr_item_get_text (draft, "from");
  const char *end = get_earlier (until, scr_item_get_text (draft, "until"));
  gboolean more = FALSE;
  g_autoptr (GPtrArray) days = NULL;

  if (!scr_recurrence_check (rule, from, error))
    return NULL;
  days = scr_recurrence_list_days (rule, from, scr_item_get_text (draft, "skipped"), from, end,
                                   SCR_SERIES_MOST, &more, error);
  if (days == NULL)
    return NULL;
  if (!more)
    return g_steal_pointer (&days);
  g_set_error (error, SCR_ERROR, SCR_ERROR_INVALID,
               ngettext ("That would be more than %d meeting. Choose an earlier last day.",
                         "That would be more than %d meetings. Choose an earlier last day.", SCR_SERIES_MOST),
               SCR_SERIES_MOST);
  return NULL;
}

/**
 * scr_series_plan_for:
 * @store: the record
 * @series: (nullable): a series, or none yet
 * @meeting: (nullable): one of its meetings, or the one that is to become the first
 * @draft: what the series is to hold; @series itself if it only goes on
 * @scope: of how many meetings that is to hold
 * @until: the last day for which meetings are laid out; the series' own end, if earlier
 * @error: return location
 *
 * Writes nothing.
 *
 * Returns: (transfer full) (nullable): what altering would do
 */
ScrSeriesPlan *
scr_series_plan_for (ScrStore *store,
                     ScrItem *series,
                     ScrItem *meeting,
                     ScrItem *draft,
                     ScrSeriesScope scope,
                     const char *until,
                     GError **error)
{
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GHashTable) with_content = NULL;
  ScrSeriesMode mode = series == NULL    ? SCR_SERIES_MAKE
                       : draft == series ? SCR_SERIES_EXTEND
                                         : SCR_SERIES_ALTER;

  if (!scr_day_is_valid (until))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("Say until when meetings are to be laid out."));
      return NULL;
    }
  days = scr_series_list_days (draft, until, error);
  if (days == NULL)
    return NULL;
  meetings = series != NULL ? scr_series_list_meetings (store, series, scr_series_get_cut (meeting, scope))
                            : g_ptr_array_new_with_free_func (g_object_unref);
  if (series == NULL && meeting != NULL)
    g_ptr_array_add (meetings, g_object_ref (meeting));
  with_content = list_with_content (store, meetings);
  return scr_series_plan_new (days, meetings, with_content, mode);
}
