/* What stands beside the map: the role card. Each is made over the example, used, and finalised. */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-map-filter.h"
#include "scr-map-roles.h"

static void
finish (UiRecord *record, GtkWidget *widget)
{
  g_object_ref (widget);
  ui_record_hide (record);
  g_assert_finalize_object (widget);
  ui_record_free (record);
}

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
  finish (record, roles);
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
  finish (record, roles);
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
  finish (record, roles);
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
count_call (gpointer object, guint *n_calls)
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

/* The dialog over the test's window. */
static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static void
test_filter (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *filter = ui_record_show (record, scr_map_filter_new (record->context), 400, 700);
  const ScrMapFilterState *state = scr_map_filter_get_state (SCR_MAP_FILTER (filter));
  g_autoptr (GPtrArray) cards = NULL;
  guint n_changes = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_call), &n_changes);
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
  finish (record, filter);
}

static void
answer (const char *title)
{
  GtkWidget *dialog = find_dialog ();

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
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (find_dialog ()), "accept"));
  answer ("The holes");
  g_assert_null (find_dialog ());
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
  finish (record, filter);
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
  finish (record, filter);
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
  return g_test_run ();
}
