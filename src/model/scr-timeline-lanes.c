/* The lanes of a timeline: which there are, what belongs into which, and their order. See scr-timeline.h.
 *
 * Lanes are made as entries need them and brought into order at the end: first what the lanes stand for, then
 * what belongs to none of it, then the sorts that have a lane of their own.
 */
#include "config.h"

#include "scr-timeline-private.h"

#include "scr-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first character of a lane's rank. */
#define RANK_MAIN '0'
#define RANK_ACTIVITIES '1'
#define RANK_NONE '2'
#define RANK_EXTRA '3'

static const struct
{
  const char *kind;
  const char *field;
  const char *icon;
} by[SCR_LANES_N] = {
    [SCR_LANES_GROUP] = {"group", "group", "system-users-symbolic"},
    [SCR_LANES_PARTNERSHIP] = {"partnership", "partnership", "scrutiny-shared-symbolic"},
    [SCR_LANES_PRIORITY] = {"priority", "priority", "starred-symbolic"},
    [SCR_LANES_KIND] = {SCR_KIND_CHOICE, "kind", "x-office-calendar-symbolic"},
};

/* --- Making a lane --- */

/* Index plus one of the lane with a key, or 0. */
static guint
find_lane (ScrTimelineMaker *maker, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (maker->lanes, key));
}

/* Takes @rank. */
static guint
add_lane (ScrTimelineMaker *maker,
          const char *key,
          const char *id,
          const char *field,
          const char *title,
          const char *detail,
          const char *icon,
          char *rank)
{
  guint index = scr_timeline_add_lane (maker->timeline, id, field, title, detail, icon);

  g_ptr_array_add (maker->ranks, rank);
  g_hash_table_insert (maker->lanes, g_strdup (key), GUINT_TO_POINTER (index + 1));
  return index;
}

static const char *
get_position (ScrItem *item)
{
  const char *position = item != NULL ? scr_item_get_text (item, "position") : NULL;

  /* What has no place comes last. */
  return position != NULL ? position : "~";
}

static const char *
get_partnership_title (ScrTimelineMaker *maker, ScrItem *partnership)
{
  const char *name = partnership != NULL ? scr_item_get_text (partnership, "short_title") : NULL;

  if (partnership == NULL)
    return scr_tr (maker->language, "All partnerships");
  return name != NULL ? name : scr_timeline_get_title (maker, partnership);
}

/* What the lane of a group, partnership, priority or choice is sorted by. */
static char *
rank_item (ScrTimelineMaker *maker, ScrItem *item, ScrItem *partnership)
{
  const ScrField *kind_field = scr_kind_get_field (scr_item_get_kind (item), "kind");
  ScrItem *kind = kind_field != NULL
                      ? scr_timeline_get_item (maker, SCR_KIND_CHOICE, scr_item_get_text (item, "kind"))
                      : NULL;
  gboolean has_position = scr_kind_get_field (scr_item_get_kind (item), "position") != NULL;
  g_autofree char *folded = g_utf8_casefold (scr_timeline_get_title (maker, item), -1);

  return g_strdup_printf ("%c%s\t%s\t%s\t%s\t%s", RANK_MAIN, get_position (partnership),
                          partnership != NULL ? scr_item_get_id (partnership) : "~",
                          has_position ? get_position (item) : get_position (kind), folded,
                          scr_item_get_id (item));
}

/* The lane that stands for one item, or for what belongs to none. */
static guint
get_main_lane (ScrTimelineMaker *maker, const char *id)
{
  ScrTimelineLanes lanes = maker->query->lanes;
  ScrItem *item = scr_timeline_get_item (maker, by[lanes].kind, id);
  const char *key = item != NULL ? id : "none";
  guint found = find_lane (maker, key);
  ScrItem *partnership;
  const char *icon = by[lanes].icon;
  const char *detail = NULL;
  const char *field = by[lanes].field;

  if (found > 0)
    return found - 1;
  if (item == NULL)
    return add_lane (maker, key, NULL, field,
                     lanes == SCR_LANES_PARTNERSHIP ? scr_tr (maker->language, "All partnerships")
                                                    : scr_tr (maker->language, "Other meetings"),
                     lanes == SCR_LANES_GROUP      ? scr_tr (maker->language, "Of no group")
                     : lanes == SCR_LANES_PRIORITY ? scr_tr (maker->language, "For no priority")
                     : lanes == SCR_LANES_KIND     ? scr_tr (maker->language, "Of no kind")
                                                   : NULL,
                     icon, g_strdup_printf ("%c", RANK_NONE));
  partnership = lanes == SCR_LANES_GROUP || lanes == SCR_LANES_PRIORITY
                    ? scr_timeline_get_item (maker, "partnership", scr_item_get_text (item, "partnership"))
                    : NULL;
  if (lanes == SCR_LANES_GROUP)
    icon = scr_timeline_get_choice_icon (maker, scr_item_get_text (item, "kind"), icon);
  else if (lanes == SCR_LANES_KIND)
    icon = scr_timeline_get_choice_icon (maker, id, icon);
  if (lanes == SCR_LANES_GROUP || lanes == SCR_LANES_PRIORITY)
    detail = get_partnership_title (maker, partnership);
  /* Kinds of activities are none of a meeting. */
  if (lanes == SCR_LANES_KIND && g_strcmp0 (scr_item_get_text (item, "list"), "meeting-kind") != 0)
    field = NULL;
  return add_lane (maker, key, id, field, scr_timeline_get_title (maker, item), detail, icon,
                   rank_item (maker, item, partnership));
}

/* Activities of a partnership that belong to no group. */
static guint
get_activities_lane (ScrTimelineMaker *maker, const char *partnership)
{
  ScrItem *item = scr_timeline_get_item (maker, "partnership", partnership);
  g_autofree char *key = g_strconcat ("activities/", item != NULL ? partnership : "", NULL);
  guint found = find_lane (maker, key);

  if (found > 0)
    return found - 1;
  return add_lane (maker, key, NULL, NULL, scr_tr (maker->language, "Activities"),
                   get_partnership_title (maker, item), "view-grid-symbolic",
                   g_strdup_printf ("%c%s\t%s", RANK_ACTIVITIES, get_position (item), key));
}

/* --- For entries --- */

/**
 * scr_timeline_get_lane_for:
 *
 * The lane of a meeting, an activity or a cycle: by what the lanes stand for.
 */
guint
scr_timeline_get_lane_for (ScrTimelineMaker *maker,
                           const char *group,
                           const char *partnership,
                           const char *priority,
                           const char *kind,
                           ScrTimelineSort sort)
{
  switch (maker->query->lanes)
    {
    case SCR_LANES_PARTNERSHIP:
      return get_main_lane (maker, partnership);
    case SCR_LANES_PRIORITY:
      if (sort == SCR_TIMELINE_ACTIVITIES && scr_timeline_get_item (maker, "priority", priority) == NULL)
        return get_activities_lane (maker, partnership);
      return get_main_lane (maker, priority);
    case SCR_LANES_KIND:
      return sort == SCR_TIMELINE_CYCLES ? scr_timeline_get_extra_lane (maker, sort)
                                         : get_main_lane (maker, kind);
    case SCR_LANES_GROUP:
    default:
      if (sort == SCR_TIMELINE_ACTIVITIES && scr_timeline_get_item (maker, "group", group) == NULL)
        return get_activities_lane (maker, partnership);
      return get_main_lane (maker, group);
    }
}

/**
 * scr_timeline_get_extra_lane:
 *
 * The lane that a sort has to itself.
 */
guint
scr_timeline_get_extra_lane (ScrTimelineMaker *maker, ScrTimelineSort sort)
{
  static const struct
  {
    const char *title;
    const char *detail;
    const char *icon;
  } extras[SCR_TIMELINE_N_SORTS] = {
      [SCR_TIMELINE_CYCLES] = {N_ ("Cycles"), N_ ("Learning hubs"), "media-playlist-repeat-symbolic"},
      [SCR_TIMELINE_MILESTONES] = {N_ ("Arrangements"), N_ ("Launches"), "emoji-flags-symbolic"},
      [SCR_TIMELINE_TERMS] = {N_ ("Terms"), N_ ("Appointments"), "avatar-default-symbolic"},
      [SCR_TIMELINE_DISPUTES] = {N_ ("Disputes"), N_ ("By stage"), "view-mirror-symbolic"},
      [SCR_TIMELINE_INSPECTIONS] = {N_ ("Inspections"), NULL, "security-high-symbolic"},
      [SCR_TIMELINE_REPORTS] = {N_ ("Reports"), N_ ("Due days"), "x-office-document-symbolic"},
  };
  char key[8];
  guint found;

  g_snprintf (key, sizeof key, "+%d", (int)sort);
  found = find_lane (maker, key);
  if (found > 0)
    return found - 1;
  return add_lane (maker, key, NULL, NULL, scr_tr (maker->language, extras[sort].title),
                   extras[sort].detail != NULL ? scr_tr (maker->language, extras[sort].detail) : NULL,
                   extras[sort].icon, g_strdup_printf ("%c%d", RANK_EXTRA, (int)sort));
}

/* --- The beginning and the end --- */

/* Whether an item exists at some time in the days asked for. */
static gboolean
exists (ScrTimelineMaker *maker, ScrItem *item)
{
  const char *from, *until;

  if (maker->query->lanes != SCR_LANES_GROUP)
    return TRUE;
  from = scr_item_get_text (item, "from");
  until = scr_item_get_text (item, "until");
  return (from == NULL || strcmp (from, maker->until) <= 0)
         && (until == NULL || strcmp (until, maker->from) >= 0);
}

/* Lanes that are there although nothing stands in them, so that something can be put there. */
void
scr_timeline_begin_lanes (ScrTimelineMaker *maker)
{
  ScrTimelineLanes lanes = maker->query->lanes;
  const ScrQuery query = {.kind = by[lanes].kind, .partnership = maker->query->partnership};
  g_autoptr (GPtrArray) items = NULL;

  if (lanes == SCR_LANES_KIND)
    return;
  items = scr_source_list (maker->source, &query);
  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      if (exists (maker, item)
          && (lanes != SCR_LANES_GROUP || maker->query->group == NULL
              || strcmp (maker->query->group, scr_item_get_id (item)) == 0))
        get_main_lane (maker, scr_item_get_id (item));
    }
}

typedef struct
{
  ScrTimelineLane *lane;
  const char *rank;
  guint index;
} Ranked;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Ranked *)a)->rank, ((const Ranked *)b)->rank);
}

/* An empty lane stays only where something could be put into it, and nothing is looked for by its words. */
static gboolean
is_kept (ScrTimelineMaker *maker, const Ranked *ranked)
{
  gboolean is_narrowed = (maker->query->contains != NULL && *maker->query->contains != '\0')
                         || (maker->query->group != NULL && maker->query->lanes != SCR_LANES_GROUP);

  return ranked->lane->n_entries > 0
         || (ranked->rank[0] == RANK_MAIN && !is_narrowed && maker->query->lanes != SCR_LANES_KIND);
}

/* Brings the lanes into their order and drops those that nothing needs. */
void
scr_timeline_end_lanes (ScrTimelineMaker *maker)
{
  ScrTimeline *timeline = maker->timeline;
  guint n_lanes = timeline->lanes->len;
  g_autofree Ranked *ranked = g_new0 (Ranked, n_lanes + 1);
  g_autofree guint *places = g_new0 (guint, n_lanes + 1);
  g_autoptr (GPtrArray) before = timeline->lanes;

  for (guint i = 0; i < timeline->entries->len; i++)
    scr_timeline_get_lane (timeline, scr_timeline_get_entry (timeline, i)->lane)->n_entries++;
  for (guint i = 0; i < n_lanes; i++)
    ranked[i] = (Ranked) {scr_timeline_get_lane (timeline, i), g_ptr_array_index (maker->ranks, i), i};
  qsort (ranked, n_lanes, sizeof *ranked, compare_ranks);
  timeline->lanes = g_ptr_array_new_with_free_func (scr_timeline_lane_free);
  for (guint i = 0; i < n_lanes; i++)
    if (is_kept (maker, &ranked[i]))
      {
        places[ranked[i].index] = timeline->lanes->len;
        g_ptr_array_add (timeline->lanes, ranked[i].lane);
        before->pdata[ranked[i].index] = NULL;
      }
  for (guint i = 0; i < timeline->entries->len; i++)
    {
      ScrTimelineEntry *entry = scr_timeline_get_entry (timeline, i);

      entry->lane = places[entry->lane];
    }
}
