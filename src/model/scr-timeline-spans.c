/* What a timeline says of what lasts: terms of appointment and cycles of the learning hub. See
 * scr-timeline.h. */
#include "config.h"

#include "scr-timeline-private.h"

#include "scr-day.h"

#include <string.h>

/* The days of a span; FALSE if it never began. */
static gboolean
get_span (ScrItem *item, int *first, int *last)
{
  if (!scr_day_to_number (scr_item_get_text (item, "from"), first))
    return FALSE;
  if (!scr_day_to_number (scr_item_get_text (item, "until"), last))
    *last = G_MAXINT;
  return TRUE;
}

/* "from 13 March 2019 until 12 March 2020", "from 1 October 2018" */
static char *
describe_span (ScrTimelineMaker *maker, ScrItem *item)
{
  const char *until = scr_item_get_text (item, "until");
  g_autofree char *from_text
      = scr_format_day (maker->language, scr_item_get_text (item, "from"), SCR_DAY_LONG);
  g_autofree char *until_text = scr_format_day (maker->language, until, SCR_DAY_LONG);

  if (until == NULL)
    return g_strdup_printf (scr_tr (maker->language, "from %s"), from_text);
  /* TRANSLATORS: two days */
  return g_strdup_printf (scr_tr (maker->language, "from %1$s until %2$s"), from_text, until_text);
}

static ScrTimelineEntry *
add_span (ScrTimelineMaker *maker, ScrItem *item, ScrTimelineSort sort, guint lane)
{
  ScrTimelineEntry *entry;
  int first, last;

  if (!get_span (item, &first, &last) || !scr_timeline_is_in_view (maker, first, last))
    return NULL;
  entry = scr_timeline_add_entry (maker->timeline, item, sort, lane, first, last);
  entry->shape = SCR_TIMELINE_BAR;
  entry->held = last < maker->timeline->today;
  entry->tone = entry->held ? "done" : first > maker->timeline->today ? "waiting" : NULL;
  entry->first_field = "from";
  entry->last_field = "until";
  entry->movable = TRUE;
  entry->stretchable = last != G_MAXINT;
  return entry;
}

/* --- Terms --- */

/* An appointment without an end is no term, unless it is the scrutineer's, which is what all this is about.
 */
static gboolean
is_term (ScrItem *appointment)
{
  const char *role = scr_item_get_text (appointment, "role");

  return scr_item_get_text (appointment, "until") != NULL
         || (role != NULL && g_str_has_prefix (role, "role.scrutineer"));
}

static void
add_term (ScrTimelineMaker *maker, ScrItem *appointment)
{
  const ScrLanguage *language = maker->language;
  guint lane = scr_timeline_get_extra_lane (maker, SCR_TIMELINE_TERMS);
  g_autofree char *title = scr_format_title (language, maker->source, appointment);
  g_autofree char *partnership = scr_format_partnership (language, maker->source, appointment);
  g_autofree char *who
      = partnership != NULL ? g_strdup_printf ("%s, %s", title, partnership) : g_strdup (title);
  const char *until = scr_item_get_text (appointment, "until");
  ScrTimelineEntry *entry;
  GString *name;

  if (!scr_timeline_is_wanted (maker, who, lane))
    return;
  entry = add_span (maker, appointment, SCR_TIMELINE_TERMS, lane);
  if (entry == NULL)
    return;
  entry->icon = "avatar-default-symbolic";
  entry->detail = describe_span (maker, appointment);
  if (until != NULL)
    {
      g_autofree char *day = scr_format_day (language, until, SCR_DAY_LONG);

      /* TRANSLATORS: on the bar of a term: who, and the last day: "Independent scrutineer, Greenwich: until
         12 March 2020" */
      entry->label = g_strdup_printf (scr_tr (language, "%1$s: until %2$s"), who, day);
    }
  else
    entry->label = g_strdup (who);
  name = g_string_new (who);
  scr_timeline_say (name, scr_tr (language, "Term"));
  scr_timeline_say (name, entry->detail);
  scr_timeline_finish_entry (maker, entry, name);
}

void
scr_timeline_add_terms (ScrTimelineMaker *maker)
{
  g_autoptr (GPtrArray) appointments = NULL;

  if (scr_timeline_is_hidden (maker, SCR_TIMELINE_TERMS) || maker->query->group != NULL)
    return;
  appointments = scr_timeline_list_over (maker, "appointment", "from", "until");
  for (guint i = 0; i < appointments->len; i++)
    if (is_term (g_ptr_array_index (appointments, i)))
      add_term (maker, g_ptr_array_index (appointments, i));
}

/* --- Cycles --- */

static void
add_cycle (ScrTimelineMaker *maker, ScrItem *cycle)
{
  const char *group = scr_item_get_text (cycle, "group");
  g_autofree char *title = scr_format_title (maker->language, maker->source, cycle);
  ScrTimelineEntry *entry;
  GString *name;
  guint lane;

  if (maker->query->group != NULL && g_strcmp0 (group, maker->query->group) != 0)
    return;
  lane = scr_timeline_get_lane_for (maker, group, scr_item_get_text (cycle, "partnership"),
                                    scr_item_get_text (cycle, "priority"), NULL, SCR_TIMELINE_CYCLES);
  if (!scr_timeline_is_wanted (maker, title, lane))
    return;
  entry = add_span (maker, cycle, SCR_TIMELINE_CYCLES, lane);
  if (entry == NULL)
    return;
  entry->icon = "media-playlist-repeat-symbolic";
  entry->label = g_strdup (title);
  entry->detail = describe_span (maker, cycle);
  name = g_string_new (title);
  scr_timeline_say (name, scr_tr (maker->language, "Learning cycle"));
  scr_timeline_say (name, entry->detail);
  scr_timeline_finish_entry (maker, entry, name);
}

void
scr_timeline_add_cycles (ScrTimelineMaker *maker)
{
  g_autoptr (GPtrArray) cycles = NULL;

  if (scr_timeline_is_hidden (maker, SCR_TIMELINE_CYCLES))
    return;
  cycles = scr_timeline_list_over (maker, "cycle", "from", "until");
  for (guint i = 0; i < cycles->len; i++)
    add_cycle (maker, g_ptr_array_index (cycles, i));
}
