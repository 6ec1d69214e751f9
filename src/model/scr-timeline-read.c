/* Fills a timeline from a record. See scr-timeline.h; what each sort of entry says is in scr-timeline-*.c.
 *
 * Only what touches the days asked for is read: meetings and activities by the index of their day, and those
 * that began earlier by the index of their last day. The rest of a record is small.
 */
#include "config.h"

#include "scr-timeline-private.h"

#include "scr-day.h"
#include "scr-fold.h"
#include "scr-holidays-read.h"

#include <string.h>

/* --- Words --- */

/* Adds a part to a name, unless it is empty. */
void
scr_timeline_say (GString *name, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (name->len > 0)
    g_string_append (name, ", ");
  g_string_append (name, part);
}

/* (nullable) (transfer none): what many entries refer to, read once. */
ScrItem *
scr_timeline_get_item (ScrTimelineMaker *maker, const char *kind, const char *id)
{
  gpointer found = NULL;
  char key[160];

  if (id == NULL)
    return NULL;
  g_snprintf (key, sizeof key, "%s/%s", kind, id);
  if (!g_hash_table_lookup_extended (maker->items, key, NULL, &found))
    {
      found = scr_source_get (maker->source, kind, id);
      g_hash_table_insert (maker->items, g_strdup (key), found);
    }
  return found;
}

/* (nullable): the title of what scr_timeline_get_item() gave. */
const char *
scr_timeline_get_title (ScrTimelineMaker *maker, ScrItem *item)
{
  char *title;

  if (item == NULL)
    return NULL;
  title = g_hash_table_lookup (maker->titles, item);
  if (title == NULL)
    {
      title = scr_format_title (maker->language, maker->source, item);
      g_hash_table_insert (maker->titles, item, title);
    }
  return title;
}

const char *
scr_timeline_get_choice_icon (ScrTimelineMaker *maker, const char *choice, const char *otherwise)
{
  ScrItem *item = scr_timeline_get_item (maker, SCR_KIND_CHOICE, choice);
  const char *icon = item != NULL ? scr_item_get_text (item, "icon") : NULL;

  return icon != NULL ? g_intern_string (icon) : otherwise;
}

/* (nullable) */
const char *
scr_timeline_get_choice_tone (ScrTimelineMaker *maker, const char *choice)
{
  ScrItem *item = scr_timeline_get_item (maker, SCR_KIND_CHOICE, choice);
  const char *tone = item != NULL ? scr_item_get_text (item, "tone") : NULL;

  return tone != NULL ? g_intern_string (tone) : NULL;
}

/* (nullable) */
const char *
scr_timeline_get_choice_label (ScrTimelineMaker *maker, const char *choice)
{
  return scr_timeline_get_title (maker, scr_timeline_get_item (maker, SCR_KIND_CHOICE, choice));
}

/* One day, or from one to another. */
char *
scr_timeline_format_days (ScrTimelineMaker *maker, const char *first, const char *last, ScrDayStyle style)
{
  g_autofree char *from = scr_format_day (maker->language, first, style);
  g_autofree char *until = NULL;

  if (last == NULL || g_strcmp0 (first, last) >= 0)
    return g_steal_pointer (&from);
  until = scr_format_day (maker->language, last, style);
  /* TRANSLATORS: two days: "8 July to 10 July" */
  return g_strdup_printf (scr_tr (maker->language, "%s to %s"), from, until);
}

/* --- What is wanted --- */

gboolean
scr_timeline_is_hidden (ScrTimelineMaker *maker, ScrTimelineSort sort)
{
  return (maker->query->hidden & (1u << sort)) != 0;
}

gboolean
scr_timeline_is_in_view (ScrTimelineMaker *maker, int first, int last)
{
  return first <= maker->query->until && last >= maker->query->from;
}

/* Whether an entry has the words that are looked for, in its title or its lane's. */
gboolean
scr_timeline_is_wanted (ScrTimelineMaker *maker, const char *title, guint lane)
{
  const char *words = maker->query->contains;
  g_autofree char *both = NULL;

  if (words == NULL || *words == '\0')
    return TRUE;
  both = g_strconcat (title, " ", scr_timeline_get_lane (maker->timeline, lane)->title, NULL);
  return scr_fold_contains (both, words);
}

/* Items of a kind that last from one of their days to another and touch the days asked for. What has no end
 * yet is included. */
GPtrArray *
scr_timeline_list_over (ScrTimelineMaker *maker,
                        const char *kind,
                        const char *from_field,
                        const char *until_field)
{
  const ScrQuery query = {
      .kind = kind,
      .partnership = maker->query->partnership,
      .conditions = {{from_field, SCR_AT_MOST, maker->until, 0}},
  };
  g_autoptr (GPtrArray) items = scr_source_list (maker->source, &query);
  GPtrArray *over = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *until = scr_item_get_text (item, until_field);

      if (until == NULL || strcmp (until, maker->from) >= 0)
        g_ptr_array_add (over, g_object_ref (item));
    }
  return over;
}

/* Says where the entry stands, unless its name said so already, and gives it its name. Takes @name. */
void
scr_timeline_finish_entry (ScrTimelineMaker *maker, ScrTimelineEntry *entry, GString *name)
{
  const ScrTimelineLane *lane = scr_timeline_get_lane (maker->timeline, entry->lane);

  if (!g_str_has_prefix (name->str, lane->title))
    scr_timeline_say (name, lane->title);
  scr_timeline_say (name, lane->detail);
  entry->name = g_string_free (name, FALSE);
}

/* --- All --- */

static void
clear (ScrTimelineMaker *maker)
{
  g_free (maker->from);
  g_free (maker->until);
  g_free (maker->today);
  g_free (maker->nation);
  g_hash_table_unref (maker->lanes);
  g_ptr_array_unref (maker->ranks);
  g_hash_table_unref (maker->titles);
  g_hash_table_unref (maker->items);
  g_hash_table_unref (maker->at);
  g_clear_pointer (&maker->holidays, scr_holidays_unref);
}

static void
unref_if_any (gpointer item)
{
  if (item != NULL)
    g_object_unref (item);
}

/* A day as text, kept within what records reach. */
static char *
clamp_day (int day, const char *otherwise)
{
  char *text = scr_day_from_number (day);

  return text != NULL ? text : g_strdup (otherwise);
}

/**
 * scr_timeline_new:
 * @language: (nullable): language of its words
 * @source: a record
 * @query: what is to be seen
 *
 * Returns: (transfer full): what happened, happens and is planned in the days asked for
 */
ScrTimeline *
scr_timeline_new (const ScrLanguage *language, ScrSource *source, const ScrTimelineQuery *query)
{
  ScrTimelineMaker maker = {.language = language, .source = source, .query = query};
  int today = 0;

  g_return_val_if_fail (SCR_IS_SOURCE (source), NULL);
  g_return_val_if_fail (query != NULL && query->from <= query->until, NULL);
  maker.from = clamp_day (query->from, "1800-01-01");
  maker.until = clamp_day (query->until, "2300-12-31");
  maker.today = scr_source_dup_today (source);
  scr_day_to_number (maker.today, &today);
  maker.timeline = scr_timeline_new_empty (query->from, query->until, today);
  maker.lanes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  maker.ranks = g_ptr_array_new_with_free_func (g_free);
  maker.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_if_any);
  maker.titles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  maker.at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  scr_timeline_begin_lanes (&maker);
  /* Activities first: meetings tell which is done there. */
  scr_timeline_add_activities (&maker);
  scr_timeline_add_meetings (&maker);
  scr_timeline_add_cycles (&maker);
  scr_timeline_add_milestones (&maker);
  scr_timeline_add_terms (&maker);
  scr_timeline_add_disputes (&maker);
  scr_timeline_add_inspections (&maker);
  scr_timeline_add_reports (&maker);
  scr_timeline_end_lanes (&maker);
  scr_timeline_sort (maker.timeline);
  clear (&maker);
  return maker.timeline;
}
