/* The timeline's actions, "timeline.…": what menus, tools and keys do. See scr-timeline-face-private.h. */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-entry-actions.h"
#include "scr-timeline-words.h"

static void
set_state (ScrTimelineFace *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

/* --- What is seen --- */

static void
on_lanes (GSimpleAction *action, GVariant *name, gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  for (guint i = 0; i < SCR_LANES_N; i++)
    if (g_str_equal (scr_timeline_lanes_get_name ((ScrTimelineLanes)i), g_variant_get_string (name, NULL)))
      self->lanes = (ScrTimelineLanes)i;
  g_simple_action_set_state (action, g_variant_new_string (scr_timeline_lanes_get_name (self->lanes)));
  scr_timeline_face_refresh (self);
  scr_timeline_face_update_tools (self);
  scr_timeline_face_remember (self);
}

static void
on_words (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_timeline_words_open (SCR_TIMELINE_FACE (user_data)->words);
}

static void
on_go (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "today"))
    scr_timeline_canvas_show_today (self->canvas);
  else if (g_str_equal (name, "fit-year"))
    scr_timeline_canvas_fit_year (self->canvas);
  else
    scr_timeline_canvas_zoom_by (self->canvas, g_str_equal (name, "zoom-in") ? 1 : -1);
  scr_timeline_face_update_tools (self);
}

static void
on_step (GSimpleAction *action, GVariant *days, gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  scr_timeline_canvas_set_zoom (self->canvas, g_variant_get_int32 (days));
  scr_timeline_face_update_tools (self);
}

/* --- What is made --- */

static void
on_new (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_view_new_item (SCR_VIEW (user_data));
}

static void
on_new_here (GSimpleAction *action, GVariant *place, gpointer user_data)
{
  ScrTimelinePlace here;

  g_variant_get (place, "(iii)", &here.lane, &here.first, &here.last);
  scr_timeline_face_create (user_data, &here);
}

/* --- The selected thing --- */

static const ScrTimelineEntry *
get_selected (ScrTimelineFace *self)
{
  return scr_timeline_canvas_get_selected (self->canvas);
}

static void
on_move (GSimpleAction *action, GVariant *days, gpointer user_data)
{
  scr_timeline_canvas_move_selected (SCR_TIMELINE_FACE (user_data)->canvas, g_variant_get_int32 (days), 0);
}

static void
on_stretch (GSimpleAction *action, GVariant *days, gpointer user_data)
{
  scr_timeline_canvas_stretch_selected (SCR_TIMELINE_FACE (user_data)->canvas, g_variant_get_int32 (days));
}

static void
on_to_lane (GSimpleAction *action, GVariant *lane, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (self->canvas);
  const ScrTimelineEntry *entry = get_selected (self);
  guint index = (guint)g_variant_get_int32 (lane);

  if (entry != NULL && index < timeline->lanes->len)
    scr_timeline_face_move (self, entry, scr_timeline_get_lane (timeline, index), entry->first, entry->last);
}

/* --- Which can be done --- */

void
scr_timeline_face_update_actions (ScrTimelineFace *self)
{
  static const char *const writing[] = {"new", "new-here"};
  gboolean writable = scr_timeline_face_is_writable (self);

  scr_entry_actions_update (self->actions, get_selected (self), writable);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), writing[i])), writable);
}

static const ScrTimelineEntry *
get_selected_of (ScrView *view)
{
  return get_selected (SCR_TIMELINE_FACE (view));
}

static void
reveal (ScrView *view, ScrItem *item)
{
  scr_timeline_face_reveal (SCR_TIMELINE_FACE (view), item);
}

void
scr_timeline_face_add_actions (ScrTimelineFace *self)
{
  static const ScrEntryFace deeds = {get_selected_of, reveal};
  static const GActionEntry entries[] = {
      {"lanes", on_lanes, "s", "'group'", NULL, {0}},
      {"words", on_words, NULL, NULL, NULL, {0}},
      {"today", on_go, NULL, NULL, NULL, {0}},
      {"fit-year", on_go, NULL, NULL, NULL, {0}},
      {"zoom-in", on_go, NULL, NULL, NULL, {0}},
      {"zoom-out", on_go, NULL, NULL, NULL, {0}},
      {"step", on_step, "i", "92", NULL, {0}},
      {"new", on_new, NULL, NULL, NULL, {0}},
      {"new-here", on_new_here, "(iii)", NULL, NULL, {0}},
      {"move", on_move, "i", NULL, NULL, {0}},
      {"stretch", on_stretch, "i", NULL, NULL, {0}},
      {"to-lane", on_to_lane, "i", NULL, NULL, {0}},
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  scr_entry_actions_add (self->actions, SCR_VIEW (self), &deeds);
  scr_timeline_filter_add_actions (self->filter, G_ACTION_MAP (self->actions));
  set_state (self, "lanes", g_variant_new_string (scr_timeline_lanes_get_name (self->lanes)));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", G_ACTION_GROUP (self->actions));
}
