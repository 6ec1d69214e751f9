/* What stands beside the map: slider, filter, role card. Each is made over the example, used, and finalised. */
#include "map-support.h"

#include "scr-commands.h"
#include "scr-map-day-button.h"
#include "scr-map-filter.h"
#include "scr-map-roles.h"
#include "scr-map-slider.h"
#include "scr-map-track.h"

/* --- The role card --- */

static void
test_roles (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *roles = ui_record_show (record, scr_map_roles_new (record->context), 800, 700);
  GtkWidget *label, *row;

  g_assert_cmpuint (scr_map_roles_get_n_roles (SCR_MAP_ROLES (roles)), ==, 2);
  g_assert_nonnull (ui_find_text (roles, "Independent chair"));
  g_assert_nonnull (ui_find_text (roles, "Not part of the role"));
  label = ui_find_text (roles, "May attend any meeting");
  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_grab_focus (row);
  gtk_widget_activate (row);
  g_assert_nonnull (record->opened);
  g_assert_cmpstr (scr_item_get_text (record->opened, "title"), ==,
                   "May attend any meeting and speak to any practitioner");
  map_finish (record, roles);
}

/* Where the two columns begin in a window of @width. */
static void
place_roles (int width, graphene_point_t *chair, graphene_point_t *scrutineer)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *roles = ui_record_show (record, scr_map_roles_new (record->context), width, 800);
  const graphene_point_t origin = GRAPHENE_POINT_INIT (0, 0);
  int minimum;

  gtk_widget_measure (roles, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (gtk_widget_compute_point (ui_find_text (roles, "Independent chair"), roles, &origin, chair));
  g_assert_true (
      gtk_widget_compute_point (ui_find_text (roles, "Independent scrutineer"), roles, &origin, scrutineer));
  map_finish (record, roles);
}

/* Two columns where there is room, one under the other where there is not. */
static void
test_roles_narrow (void)
{
  graphene_point_t chair, scrutineer;

  place_roles (360, &chair, &scrutineer);
  g_assert_cmpfloat (chair.x, ==, scrutineer.x);
  g_assert_cmpfloat (chair.y, >, scrutineer.y);
  place_roles (800, &chair, &scrutineer);
  g_assert_cmpfloat (chair.x, >, scrutineer.x);
  g_assert_cmpfloat (chair.y, ==, scrutineer.y);
}

/* It follows the record, and says so where there is nothing. */
static void
test_roles_follow (void)
{
  UiRecord *record = ui_record_new ();
  GtkWidget *roles = ui_record_show (record, scr_map_roles_new (record->context), 600, 500);
  g_autoptr (ScrItem) trait = NULL;

  g_assert_nonnull (ui_find_text (roles, "Nothing is said of the roles yet"));
  trait = ui_record_add (record, "role_trait", "Chairs the meetings");
  g_assert_nonnull (ui_find_text (roles, "Chairs the meetings"));
  g_assert_null (ui_find_text (roles, "Nothing is said of the roles yet"));
  g_clear_object (&trait);
  map_finish (record, roles);
}

/* In a window of its own, which goes when a thing is opened. */
static void
test_roles_window (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *button = ui_record_show (record, gtk_button_new_with_label ("Roles"), 400, 300);
  GtkWindow *window = scr_map_roles_present (record->context, button);
  GtkWidget *label;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  ui_settle ();
  label = ui_find_text (GTK_WIDGET (window), "Sets the agenda");
  g_assert_nonnull (label);
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  ui_settle ();
  g_assert_nonnull (record->opened);
  g_assert_null (window);
  ui_record_free (record);
}

/* --- The filter --- */

static void
count_up (guint *n_calls)
{
  (*n_calls)++;
}

/* The button in which a text stands. */
static GtkWidget *
find_check (GtkWidget *root, const char *text)
{
  GtkWidget *label = ui_find_text (root, text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON);
}

static void
test_filter (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *filter = ui_record_show (record, scr_map_filter_new (record->context), 400, 700);
  const ScrMapFilterState *state = scr_map_filter_get_state (SCR_MAP_FILTER (filter));
  g_autoptr (GPtrArray) cards = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (filter, "changed", G_CALLBACK (count_up), &n_changes);
  g_assert_nonnull (ui_find_text (filter, "Filter"));
  scr_map_filter_popup (SCR_MAP_FILTER (filter));
  ui_settle ();
  g_assert_false (gtk_widget_get_sensitive (find_check (filter, "Only what is tied")));
  gtk_widget_activate (find_check (filter, "Only where something is missing"));
  gtk_widget_activate (find_check (filter, "supports"));
  gtk_widget_activate (find_check (filter, "attends"));
  g_assert_true (state->gaps_only);
  g_assert_cmpstr (state->hidden_links, ==, "link-kind.attends link-kind.supports");
  gtk_widget_activate (find_check (filter, "supports"));
  g_assert_cmpstr (state->hidden_links, ==, "link-kind.attends");
  gtk_widget_activate (find_check (filter, "Groups"));
  g_assert_cmpstr (state->hidden_cards, ==, "group");
  gtk_widget_activate (find_check (filter, "Where the scrutineer has been"));
  g_assert_true (state->coverage);
  g_assert_nonnull (ui_find_text (filter, "Filter: 3 on"));
  g_assert_cmpuint (n_changes, ==, 6);

  cards = scr_source_list (SCR_SOURCE (record->store), &(ScrQuery) {.kind = "organisation"});
  scr_context_set_selected (record->context, g_ptr_array_index (cards, 0));
  g_assert_null (state->around);
  gtk_widget_activate (find_check (filter, "Only what is tied"));
  g_assert_cmpstr (state->around, ==, scr_item_get_id (g_ptr_array_index (cards, 0)));
  scr_context_set_selected (record->context, NULL);
  g_assert_nonnull (state->around);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find_type (filter, GTK_TYPE_DROP_DOWN)), 1);
  g_assert_cmpuint (state->steps, ==, 2);
  scr_map_filter_clear (SCR_MAP_FILTER (filter));
  g_assert_null (state->around);
  g_assert_null (state->hidden_cards);
  g_assert_true (state->coverage);
  g_assert_null (ui_find_text (filter, "Filter: "));
  map_finish (record, filter);
}

static void
answer (const char *title)
{
  GtkWidget *dialog = map_find_dialog ();

  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (dialog, GTK_TYPE_TEXT)), title);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  g_signal_emit_by_name (ui_find_button (dialog, "_Save"), "clicked");
  ui_settle ();
}

static ScrItem *
get_view (UiRecord *record, const char *title)
{
  const ScrQuery query = {.kind = "map_view", .conditions = {{"title", SCR_IS, title, 0}}};
  g_autoptr (GPtrArray) views = scr_source_list (SCR_SOURCE (record->store), &query);

  return views->len > 0 ? g_object_ref (g_ptr_array_index (views, 0)) : NULL;
}

/* Saved, altered, updated, deleted: each one change that can be undone. */
static void
test_filter_saved (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *filter = ui_record_show (record, scr_map_filter_new (record->context), 400, 700);
  const ScrMapFilterState *state = scr_map_filter_get_state (SCR_MAP_FILTER (filter));
  g_autoptr (ScrItem) view = NULL;

  scr_map_filter_set_shown (SCR_MAP_FILTER (filter), "2018-11-05", "clusters");
  scr_map_filter_popup (SCR_MAP_FILTER (filter));
  ui_settle ();
  gtk_widget_activate (find_check (filter, "Only where something is missing"));
  g_signal_emit_by_name (ui_find_button (filter, "_Save View…"), "clicked");
  ui_settle ();
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (map_find_dialog ()), "accept"));
  answer ("The holes");
  g_assert_null (map_find_dialog ());
  view = get_view (record, "The holes");
  g_assert_nonnull (view);
  g_assert_true (scr_item_get_bool (view, "gaps_only"));
  g_assert_cmpstr (scr_item_get_text (view, "day"), ==, "2018-11-05");
  g_assert_cmpstr (scr_item_get_text (view, "layout"), ==, "clusters");

  scr_map_filter_popup (SCR_MAP_FILTER (filter));
  ui_settle ();
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (filter, "_Update")));
  gtk_widget_activate (find_check (filter, "chairs"));
  gtk_widget_activate (find_check (filter, "Only where something is missing"));
  g_assert_true (gtk_widget_get_sensitive (ui_find_button (filter, "_Update")));
  g_signal_emit_by_name (ui_find_button (filter, "_Update"), "clicked");
  g_assert_cmpstr (scr_item_get_text (view, "hidden_links"), ==, "link-kind.chairs");
  g_assert_false (scr_item_get_bool (view, "gaps_only"));
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_null (scr_item_get_text (view, "hidden_links"));
  g_assert_true (scr_item_get_bool (view, "gaps_only"));

  g_signal_emit_by_name (ui_find_button (filter, "_Delete"), "clicked");
  g_assert_true (scr_item_is_deleted (view));
  g_assert_cmpuint (record->toasts->len, ==, 2);
  g_assert_null (ui_find_button (filter, "_Delete"));
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_false (scr_item_is_deleted (view));

  gtk_widget_activate (gtk_widget_get_ancestor (ui_find_text (filter, "Where the reports go"), GTK_TYPE_LIST_BOX_ROW));
  g_assert_true (scr_map_words_have (state->hidden_links, "link-kind.chairs"));
  g_assert_false (scr_map_words_have (state->hidden_links, "link-kind.reports-to"));
  g_assert_null (state->day);
  g_assert_cmpstr (state->layout, ==, "hierarchy");
  g_assert_nonnull (ui_find_text (filter, "Shown now"));
  g_clear_object (&view);
  map_finish (record, filter);
}

/* A record for reading only keeps no views. */
static void
test_filter_read_only (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *filter;

  ui_record_make_read_only (record);
  filter = ui_record_show (record, scr_map_filter_new (record->context), 400, 700);
  scr_map_filter_popup (SCR_MAP_FILTER (filter));
  ui_settle ();
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (filter, "_Save View…")));
  map_finish (record, filter);
}

/* --- The slider --- */

/* Does what the key is bound to on a widget. */
static void
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger) || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != modifiers)
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                       gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_slider (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *slider = ui_record_show (record, scr_map_slider_new (record->context), 900, 200);
  ScrMapSlider *self = SCR_MAP_SLIDER (slider);
  GtkWidget *track = ui_find_type (slider, SCR_TYPE_MAP_TRACK);
  GtkWidget *scale = scr_map_track_get_scale (SCR_MAP_TRACK (track));
  g_autofree char *first = NULL;
  guint n_changes = 0;
  int before;

  g_signal_connect_swapped (slider, "notify::day", G_CALLBACK (count_up), &n_changes);
  g_assert_cmpstr (scr_map_slider_get_day (self), ==, "2019-06-12");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (slider, "Today")));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "12 June 2019");
  g_assert_cmpuint (scr_map_track_count_labels (SCR_MAP_TRACK (track)), >=, 2);

  press (scale, GDK_KEY_Page_Down, 0);
  first = g_strdup (scr_map_slider_get_day (self));
  g_assert_cmpstr (first, <, "2019-06-12");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (gtk_widget_get_sensitive (ui_find_button (slider, "Today")));
  press (scale, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpstr (scr_map_slider_get_day (self), >, "2019-06-12");
  press (scale, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpstr (scr_map_slider_get_day (self), ==, first);

  /* A day at a time by the scale's own keys: a mark does not hold it back. */
  before = scr_map_track_get_day (SCR_MAP_TRACK (track));
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_FORWARD);
  g_assert_cmpint (scr_map_track_get_day (SCR_MAP_TRACK (track)), ==, before + 1);
  g_signal_emit_by_name (ui_find_button (slider, "Today"), "clicked");
  g_assert_cmpstr (scr_map_slider_get_day (self), ==, "2019-06-12");
  g_assert_true (scr_map_slider_is_own_day (self));

  /* Beyond its ends it grows. */
  scr_map_slider_set_day (self, "2035-01-01");
  g_assert_cmpstr (scr_map_slider_get_day (self), ==, "2035-01-01");
  scr_map_slider_set_day (self, NULL);
  g_assert_cmpstr (scr_map_slider_get_day (self), ==, "2019-06-12");
  map_finish (record, slider);
}

/* A mark catches within 6 px, whichever way the text runs; further away it does not. */
static void
test_slider_catches (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *slider = ui_record_show (record, scr_map_slider_new (record->context), 900, 200);
  GtkWidget *track = ui_find_type (slider, SCR_TYPE_MAP_TRACK);
  GtkWidget *scale = scr_map_track_get_scale (SCR_MAP_TRACK (track));
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (scale));
  gboolean handled;
  GdkRectangle rect;
  double pixel;
  int mark;

  g_assert_true (scr_map_track_find_mark (SCR_MAP_TRACK (track), G_MININT, 1, &mark));
  gtk_range_get_range_rect (GTK_RANGE (scale), &rect);
  pixel = (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment)) / rect.width;
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_JUMP, mark - 5 * pixel, &handled);
  g_assert_cmpint (scr_map_track_get_day (SCR_MAP_TRACK (track)), ==, mark);
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_JUMP, mark - 7 * pixel, &handled);
  g_assert_cmpint (scr_map_track_get_day (SCR_MAP_TRACK (track)), <, mark);
  map_finish (record, slider);
}

/* The scale stays where it is while the days go by: else it would run away under a pointer that drags. */
static void
test_slider_stands_still (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *slider = ui_record_show (record, scr_map_slider_new (record->context), 900, 200);
  GtkWidget *track = ui_find_type (slider, SCR_TYPE_MAP_TRACK);
  int width = gtk_widget_get_width (track);

  g_assert_cmpint (width, >, 300);
  scr_map_slider_set_day (SCR_MAP_SLIDER (slider), "2018-09-30");
  ui_settle ();
  g_assert_cmpint (gtk_widget_get_width (track), ==, width);
  map_finish (record, slider);
}

/* It follows the record and what is narrowed to. */
static void
test_slider_follows (void)
{
  UiRecord *record = ui_record_new ();
  GtkWidget *slider = ui_record_show (record, scr_map_slider_new (record->context), 900, 200);
  GtkWidget *track = ui_find_type (slider, SCR_TYPE_MAP_TRACK);
  g_autoptr (ScrItem) group = NULL;
  g_autoptr (GError) error = NULL;
  int mark;

  g_assert_false (scr_map_track_find_mark (SCR_MAP_TRACK (track), G_MININT, 1, &mark));
  scr_map_slider_set_playing (SCR_MAP_SLIDER (slider), TRUE);
  g_assert_false (scr_map_slider_get_playing (SCR_MAP_SLIDER (slider)));
  group = ui_record_add (record, "group", "A group");
  ui_record_set (record, group, "from", "2010-03-01");
  g_assert_true (scr_map_track_find_mark (SCR_MAP_TRACK (track), G_MININT, 1, &mark));
  scr_command_pin_today (record->store, "2010-02-01", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_map_slider_get_day (SCR_MAP_SLIDER (slider)), ==, "2010-02-01");
  scr_map_slider_set_playing (SCR_MAP_SLIDER (slider), TRUE);
  g_assert_true (scr_map_slider_get_playing (SCR_MAP_SLIDER (slider)));
  g_assert_cmpstr (scr_map_slider_get_day (SCR_MAP_SLIDER (slider)), ==, "2010-03-01");
  /* There is no later mark: it stops by itself. */
  while (scr_map_slider_get_playing (SCR_MAP_SLIDER (slider)))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&group);
  map_finish (record, slider);
}

/* The day that is typed is taken; what is no day stays, with the reason. */
static void
test_slider_types (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *slider = ui_record_show (record, scr_map_slider_new (record->context), 360, 500);
  GtkWidget *entry = ui_find_type (slider, GTK_TYPE_ENTRY);
  int minimum;

  gtk_widget_measure (slider, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  scr_map_day_button_popup (SCR_MAP_DAY_BUTTON (ui_find_type (slider, SCR_TYPE_MAP_DAY_BUTTON)));
  ui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12 June 2019");
  gtk_editable_set_text (GTK_EDITABLE (entry), "the day after");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "the day after");
  g_assert_nonnull (ui_find_text (slider, "This is not a day"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "5 Nov 2018");
  g_assert_null (ui_find_text (slider, "This is not a day"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (scr_map_slider_get_day (SCR_MAP_SLIDER (slider)), ==, "2018-11-05");
  map_finish (record, slider);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/map-side/roles", test_roles);
  g_test_add_func ("/map-side/roles/narrow", test_roles_narrow);
  g_test_add_func ("/map-side/roles/follow", test_roles_follow);
  g_test_add_func ("/map-side/roles/window", test_roles_window);
  g_test_add_func ("/map-side/filter", test_filter);
  g_test_add_func ("/map-side/filter/saved", test_filter_saved);
  g_test_add_func ("/map-side/filter/read-only", test_filter_read_only);
  g_test_add_func ("/map-side/slider", test_slider);
  g_test_add_func ("/map-side/slider/catches", test_slider_catches);
  g_test_add_func ("/map-side/slider/stands-still", test_slider_stands_still);
  g_test_add_func ("/map-side/slider/follows", test_slider_follows);
  g_test_add_func ("/map-side/slider/types", test_slider_types);
  return g_test_run ();
}
