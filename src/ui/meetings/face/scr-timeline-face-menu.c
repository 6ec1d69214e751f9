/* What pops up on the timeline: every drag as an item. See scr-timeline-face-private.h. */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-day.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>

static gboolean
unparent_soon (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Its action still runs after it has closed. */
static void
on_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_soon, g_object_ref (popover), g_object_unref);
}

static void
append_with (GMenu *menu, const char *label, const char *action, int target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", target);
  g_menu_append_item (menu, item);
}

static GMenu *
new_moves_section (const ScrTimelineEntry *entry)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("_Reschedule…"), "timeline.reschedule");
  append_with (section, _ ("A _Day Earlier"), "timeline.move", -1);
  append_with (section, _ ("A Day _Later"), "timeline.move", 1);
  append_with (section, _ ("A _Week Earlier"), "timeline.move", -7);
  append_with (section, _ ("A Week L_ater"), "timeline.move", 7);
  if (entry->stretchable)
    {
      append_with (section, _ ("Lon_ger by a Day"), "timeline.stretch", 1);
      append_with (section, _ ("_Shorter by a Day"), "timeline.stretch", -1);
    }
  return section;
}

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

static GMenu *
new_rest_section (const ScrTimelineEntry *entry)
{
  GMenu *section = g_menu_new ();

  if (entry->sort == SCR_TIMELINE_MEETINGS)
    {
      gboolean cancelled
          = g_strcmp0 (scr_item_get_text (entry->item, "state"), "meeting-state.cancelled") == 0;

      if (cancelled)
        g_menu_append (section, _ ("_Hold After All"), "timeline.reinstate");
      else
        g_menu_append (section, _ ("_Cancel the Meeting…"), "timeline.cancel");
    }
  if (entry->sort == SCR_TIMELINE_MEETINGS || entry->sort == SCR_TIMELINE_ACTIVITIES)
    g_menu_append (section, _ ("D_uplicate"), "timeline.duplicate");
  g_menu_append (section, _ ("De_lete"), "timeline.delete");
  return section;
}

static GMenuModel *
new_entry_menu (ScrTimelineFace *self, const ScrTimelineEntry *entry)
{
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (self->canvas);
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) moves = new_moves_section (entry);
  g_autoptr (GMenu) lanes = new_lanes_menu (timeline, entry);
  g_autoptr (GMenu) rest = new_rest_section (entry);
  GMenu *menu = g_menu_new ();

  g_menu_append (first, _ ("_Open"), "timeline.open");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (!scr_timeline_face_is_writable (self))
    return G_MENU_MODEL (menu);
  if (g_menu_model_get_n_items (G_MENU_MODEL (lanes)) > 0)
    g_menu_append_submenu (moves, _ ("To Another La_ne"), G_MENU_MODEL (lanes));
  if (entry->movable)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
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
  GtkWidget *popover;

  scr_timeline_face_update_actions (self);
  menu = entry != NULL ? new_entry_menu (self, entry) : new_place_menu (place);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->canvas));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), where);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
