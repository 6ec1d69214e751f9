/* What a person does in the month becomes commands: its actions, "timeline.…" as on the timeline, so that the
 * menus of both are the same. See scr-month-face-private.h. */
#include "config.h"

#include "scr-month-face-private.h"

#include "scr-day.h"
#include "scr-entry-actions.h"
#include "scr-format.h"
#include "scr-meeting-dialog.h"
#include "scr-moving.h"
#include "scr-timeline-words.h"

#include <glib/gi18n-lib.h>

static ScrContext *
get_context (ScrMonthFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* --- Moving --- */

/* What is to be done when a move is settled. */
typedef struct
{
  ScrMonthFace *face;
  int day; /* where it would lie */
} Moving;

static void
moving_free (gpointer data)
{
  Moving *moving = data;

  g_object_unref (moving->face);
  g_free (moving);
}

/* What was moved is followed, with the keyboard if that was here; what was not stands where it stood. */
static void
on_settled (gboolean moved, gpointer user_data)
{
  const Moving *moving = user_data;
  ScrMonthFace *self = moving->face;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;

  if (!moved)
    {
      scr_month_face_refresh_soon (self);
      return;
    }
  scr_month_grid_show_day (self->grid, moving->day);
  scr_month_face_refresh (self);
  if (had_focus)
    scr_month_grid_focus_selected (self->grid);
}

static void
on_entry_moved (ScrMonthFace *self, const ScrTimelineEntry *entry, int first, int last)
{
  Moving *moving;

  if (!scr_month_face_is_writable (self))
    return;
  moving = g_new (Moving, 1);
  *moving = (Moving) {g_object_ref (self), first};
  scr_moving_move (get_context (self), GTK_WIDGET (self), entry, NULL, first, last, on_settled, moving,
                   moving_free);
}

/* What the label says beneath the day. */
static void
tell (const ScrTimelineEntry *entry, int first, int last, GPtrArray *lines, gpointer user_data)
{
  ScrMonthFace *self = user_data;

  if (self->store != NULL)
    scr_entry_clashes_tell (&self->clashes, SCR_SOURCE (self->store), entry, first, last, lines);
}

static void
on_move (GSimpleAction *action, GVariant *days, gpointer user_data)
{
  scr_month_grid_move_selected (SCR_MONTH_FACE (user_data)->grid, g_variant_get_int32 (days));
}

static void
on_stretch (GSimpleAction *action, GVariant *days, gpointer user_data)
{
  scr_month_grid_stretch_selected (SCR_MONTH_FACE (user_data)->grid, g_variant_get_int32 (days));
}

/* --- Making --- */

static void
on_made (ScrItem *meeting, gpointer user_data)
{
  ScrMonthFace *self = user_data;

  scr_month_face_reveal (self, meeting);
  scr_context_set_selected (get_context (self), meeting);
  scr_month_grid_focus_selected (self->grid);
}

/* Asks for what a meeting on a day needs. */
void
scr_month_face_create (ScrMonthFace *self, int day)
{
  g_autofree char *text = scr_day_from_number (day);
  const ScrMeetingPlan plan = {
      .day = text,
      .partnership = scr_context_get_partnership (get_context (self)),
      .group = scr_timeline_filter_get_group (self->filter),
  };

  if (scr_month_face_is_writable (self))
    scr_meeting_dialog_new_meeting (get_context (self), GTK_WIDGET (self), &plan, on_made,
                                    g_object_ref (self), g_object_unref);
}

static void
on_new_here (GSimpleAction *action, GVariant *day, gpointer user_data)
{
  scr_month_face_create (user_data, g_variant_get_int32 (day));
}

/* --- What is seen --- */

static void
on_today (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMonthFace *self = user_data;
  const ScrTimeline *timeline = scr_month_grid_get_timeline (self->grid);

  if (timeline != NULL)
    scr_month_grid_show_day (self->grid, timeline->today);
}

static void
on_step (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_month_grid_step (SCR_MONTH_FACE (user_data)->grid,
                       g_str_equal (g_action_get_name (G_ACTION (action)), "after") ? 1 : -1);
}

static void
on_words (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_timeline_words_open (SCR_MONTH_FACE (user_data)->words);
}

/* --- Menus --- */

/* "New Meeting on 9 July 2019": where the pointer was. */
static GMenu *
new_day_menu (int day)
{
  g_autofree char *text = scr_day_from_number (day);
  g_autofree char *shown = scr_format_day (NULL, text, SCR_DAY_LONG);
  /* TRANSLATORS: %s is a day */
  g_autofree char *label = g_strdup_printf (_ ("_New Meeting on %s…"), shown);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) seen = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_item_set_action_and_target (item, "timeline.new-here", "i", day);
  g_menu_append_item (first, item);
  g_menu_append (seen, _ ("T_oday"), "timeline.today");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (seen));
  return menu;
}

static void
show_menu (ScrMonthFace *self, GtkWidget *at, const GdkRectangle *where, int day)
{
  const ScrTimelineEntry *entry = scr_month_grid_get_selected (self->grid);
  g_autoptr (GMenu) menu = NULL;

  scr_month_face_update_actions (self);
  menu = entry != NULL ? scr_entry_menu_new (entry, NULL, scr_month_face_is_writable (self))
                       : new_day_menu (day);
  scr_entry_menu_pop_up (at, G_MENU_MODEL (menu), where);
}

static void
on_menu_asked (ScrMonthFace *self, const GdkRectangle *where, int day)
{
  show_menu (self, GTK_WIDGET (self->grid), where, day);
}

/* Of the row that is selected beneath a narrow month. */
static void
on_list_menu (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMonthFace *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;
  show_menu (self, GTK_WIDGET (self),
             &(GdkRectangle) {(int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                              (int)bounds.size.height},
             scr_month_grid_get_day (self->grid));
}

/* --- Set-up --- */

static const ScrTimelineEntry *
get_selected (ScrView *view)
{
  return scr_month_grid_get_selected (SCR_MONTH_FACE (view)->grid);
}

static void
reveal (ScrView *view, ScrItem *item)
{
  scr_month_face_reveal (SCR_MONTH_FACE (view), item);
}

void
scr_month_face_update_actions (ScrMonthFace *self)
{
  gboolean writable = scr_month_face_is_writable (self);

  scr_entry_actions_update (self->actions, scr_month_grid_get_selected (self->grid), writable);
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "new-here")), writable);
}

void
scr_month_face_add_actions (ScrMonthFace *self)
{
  static const GActionEntry entries[] = {
      {"words", on_words, NULL, NULL, NULL, {0}},      {"today", on_today, NULL, NULL, NULL, {0}},
      {"before", on_step, NULL, NULL, NULL, {0}},      {"after", on_step, NULL, NULL, NULL, {0}},
      {"new-here", on_new_here, "i", NULL, NULL, {0}}, {"move", on_move, "i", NULL, NULL, {0}},
      {"stretch", on_stretch, "i", NULL, NULL, {0}},   {"menu", on_list_menu, NULL, NULL, NULL, {0}},
  };
  static const ScrEntryFace deeds = {get_selected, reveal};

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  scr_entry_actions_add (self->actions, SCR_VIEW (self), &deeds);
  scr_timeline_filter_add_actions (self->filter, G_ACTION_MAP (self->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", G_ACTION_GROUP (self->actions));
}

static void
on_entry_opened (ScrMonthFace *self, ScrItem *item)
{
  scr_entry_open (SCR_VIEW (self), item);
}

void
scr_month_face_connect_grid (ScrMonthFace *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } signals[] = {
      {"entry-moved", G_CALLBACK (on_entry_moved)},
      {"entry-opened", G_CALLBACK (on_entry_opened)},
      {"create-at", G_CALLBACK (scr_month_face_create)},
      {"menu-asked", G_CALLBACK (on_menu_asked)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->grid, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
  scr_month_grid_set_tell (self->grid, tell, self);
}
