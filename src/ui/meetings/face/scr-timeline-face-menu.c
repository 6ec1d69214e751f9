/* What pops up on the timeline: every drag as an item. See scr-timeline-face-private.h. */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-day.h"
#include "scr-entry-actions.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>

/* The lanes that would take the entry, besides its own. */
static GMenu *
new_lanes_menu (const ScrTimeline *timeline, const ScrTimelineEntry *entry)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      const ScrTimelineLane *lane = scr_timeline_get_lane (timeline, i);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *label = NULL;

      if (i == entry->lane || !scr_timeline_lane_takes (lane, entry))
        continue;
      label = lane->detail != NULL ? g_strdup_printf ("%s · %s", lane->title, lane->detail)
                                   : g_strdup (lane->title);
      item = g_menu_item_new (NULL, NULL);
      g_menu_item_set_attribute (item, "label", "s", label);
      g_menu_item_set_action_and_target (item, "timeline.to-lane", "i", (int)i);
      g_menu_append_item (menu, item);
    }
  return menu;
}

static GMenuModel *
new_entry_menu (ScrTimelineFace *self, const ScrTimelineEntry *entry)
{
  g_autoptr (GMenu) lanes = new_lanes_menu (scr_timeline_canvas_get_timeline (self->canvas), entry);

  return G_MENU_MODEL (scr_entry_menu_new (entry, lanes, scr_timeline_face_is_writable (self)));
}

/* "New Meeting on 9 July 2019": where the pointer was. */
static GMenuModel *
new_place_menu (const ScrTimelinePlace *place)
{
  g_autofree char *day = scr_day_from_number (place->first);
  g_autofree char *shown = scr_format_day (NULL, day, SCR_DAY_LONG);
  /* TRANSLATORS: %s is a day */
  g_autofree char *label = g_strdup_printf (_ ("_New Meeting on %s…"), shown);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) seen = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_item_set_action_and_target (item, "timeline.new-here", "(iii)", place->lane, place->first,
                                     place->last);
  g_menu_append_item (first, item);
  g_menu_append (seen, _ ("T_oday"), "timeline.today");
  g_menu_append (seen, _ ("_Fit Year"), "timeline.fit-year");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (seen));
  return G_MENU_MODEL (menu);
}

/* On what is selected, or else on empty space. */
void
scr_timeline_face_show_menu (ScrTimelineFace *self, const GdkRectangle *where, const ScrTimelinePlace *place)
{
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self->canvas);
  g_autoptr (GMenuModel) menu = NULL;

  scr_timeline_face_update_actions (self);
  menu = entry != NULL ? new_entry_menu (self, entry) : new_place_menu (place);
  scr_entry_menu_pop_up (GTK_WIDGET (self->canvas), menu, where);
}
