/* The timeline's actions, "timeline.…": what menus, tools and keys do. See scr-timeline-face-private.h. */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-agenda-commands.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-moving.h"

#include <glib/gi18n-lib.h>

static ScrContext *
get_context (ScrTimelineFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

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

/* One check for each sort. */
static void
on_show (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", scr_timeline_sort_get_name ((ScrTimelineSort)i), NULL);

      if (!g_str_equal (name, g_action_get_name (G_ACTION (action))))
        continue;
      if (g_variant_get_boolean (state))
        self->hidden &= ~(1u << i);
      else
        self->hidden |= 1u << i;
    }
  g_simple_action_set_state (action, state);
  scr_timeline_face_refresh (self);
  scr_timeline_face_update_tools (self);
  scr_timeline_face_remember (self);
}

static void
on_group (GSimpleAction *action, GVariant *group, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const char *id = g_variant_get_string (group, NULL);

  g_free (self->group);
  self->group = *id != '\0' ? g_strdup (id) : NULL;
  g_simple_action_set_state (action, group);
  scr_timeline_face_refresh (self);
  scr_timeline_face_update_tools (self);
}

static void
on_show_all (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  self->hidden = 0;
  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", scr_timeline_sort_get_name ((ScrTimelineSort)i), NULL);

      set_state (self, name, g_variant_new_boolean (TRUE));
    }
  g_clear_pointer (&self->group, g_free);
  set_state (self, "group", g_variant_new_string (""));
  g_clear_pointer (&self->words, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  scr_timeline_face_refresh (self);
  scr_timeline_face_update_tools (self);
  scr_timeline_face_remember (self);
}

static void
on_words (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
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
on_open (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const ScrTimelineEntry *entry = get_selected (self);

  if (entry != NULL)
    g_signal_emit_by_name (self->canvas, "entry-opened", entry->item);
}

static void
on_reschedule (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  const ScrTimelineEntry *entry = get_selected (user_data);

  if (entry != NULL)
    scr_timeline_face_reschedule (user_data, entry);
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

static void
on_cancel (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const ScrTimelineEntry *entry = get_selected (self);

  if (entry != NULL && entry->sort == SCR_TIMELINE_MEETINGS)
    scr_moving_cancel (get_context (self), GTK_WIDGET (self), entry->item);
}

static void
on_reinstate (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const ScrTimelineEntry *entry = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (entry == NULL || entry->sort != SCR_TIMELINE_MEETINGS)
    return;
  if (!scr_command_reinstate_meeting (self->store, entry->item, &error))
    scr_context_fail (get_context (self), error);
  else
    scr_context_toast (get_context (self), _ ("The meeting is proposed again"), TRUE);
}

static void
on_duplicate (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const ScrTimelineEntry *entry = get_selected (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) copy = NULL;

  if (entry == NULL)
    return;
  copy = entry->sort == SCR_TIMELINE_MEETINGS
             ? scr_command_duplicate_meeting (self->store, entry->item, NULL, &error)
             : scr_command_duplicate (self->store, entry->item, &error);
  if (copy == NULL)
    {
      scr_context_fail (get_context (self), error);
      return;
    }
  scr_timeline_face_reveal (self, copy);
  scr_context_set_selected (get_context (self), copy);
  scr_context_toast (get_context (self), _ ("Duplicated"), TRUE);
}

static void
on_delete (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  const ScrTimelineEntry *entry = get_selected (user_data);

  if (entry != NULL)
    scr_timeline_face_delete (user_data, entry->item);
}

/* --- Which can be done --- */

static void
enable (ScrTimelineFace *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

void
scr_timeline_face_update_actions (ScrTimelineFace *self)
{
  gboolean writable = scr_timeline_face_is_writable (self);
  const ScrTimelineEntry *entry = get_selected (self);
  gboolean movable = writable && entry != NULL && entry->movable;
  gboolean meeting = writable && entry != NULL && entry->sort == SCR_TIMELINE_MEETINGS;
  gboolean cancelled
      = meeting && g_strcmp0 (scr_item_get_text (entry->item, "state"), "meeting-state.cancelled") == 0;

  enable (self, "new", writable);
  enable (self, "new-here", writable);
  enable (self, "open", entry != NULL);
  enable (self, "reschedule", movable);
  enable (self, "move", movable);
  enable (self, "stretch", movable && entry->stretchable);
  enable (self, "to-lane", movable);
  enable (self, "cancel", meeting && !cancelled && !entry->held);
  enable (self, "reinstate", cancelled);
  enable (self, "duplicate", meeting || (movable && entry->sort == SCR_TIMELINE_ACTIVITIES));
  enable (self, "delete", writable && entry != NULL && entry->sort != SCR_TIMELINE_DISPUTES);
}

static void
add_sorts (ScrTimelineFace *self)
{
  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", scr_timeline_sort_get_name ((ScrTimelineSort)i), NULL);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          name, NULL, g_variant_new_boolean ((self->hidden & (1u << i)) == 0));

      g_signal_connect_object (action, "change-state", G_CALLBACK (on_show), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

void
scr_timeline_face_add_actions (ScrTimelineFace *self)
{
  static const GActionEntry entries[] = {
      {"lanes", on_lanes, "s", "'group'", NULL, {0}},
      {"group", on_group, "s", "''", NULL, {0}},
      {"show-all", on_show_all, NULL, NULL, NULL, {0}},
      {"words", on_words, NULL, NULL, NULL, {0}},
      {"today", on_go, NULL, NULL, NULL, {0}},
      {"fit-year", on_go, NULL, NULL, NULL, {0}},
      {"zoom-in", on_go, NULL, NULL, NULL, {0}},
      {"zoom-out", on_go, NULL, NULL, NULL, {0}},
      {"step", on_step, "i", "92", NULL, {0}},
      {"new", on_new, NULL, NULL, NULL, {0}},
      {"new-here", on_new_here, "(iii)", NULL, NULL, {0}},
      {"open", on_open, NULL, NULL, NULL, {0}},
      {"reschedule", on_reschedule, NULL, NULL, NULL, {0}},
      {"move", on_move, "i", NULL, NULL, {0}},
      {"stretch", on_stretch, "i", NULL, NULL, {0}},
      {"to-lane", on_to_lane, "i", NULL, NULL, {0}},
      {"cancel", on_cancel, NULL, NULL, NULL, {0}},
      {"reinstate", on_reinstate, NULL, NULL, NULL, {0}},
      {"duplicate", on_duplicate, NULL, NULL, NULL, {0}},
      {"delete", on_delete, NULL, NULL, NULL, {0}},
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  add_sorts (self);
  set_state (self, "lanes", g_variant_new_string (scr_timeline_lanes_get_name (self->lanes)));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", G_ACTION_GROUP (self->actions));
}
