/* What stands beside the map: the role card. Each is made over the example, used, and finalised. */
#include "ui-support.h"

#include "scr-commands.h"
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

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/map-side/roles", test_roles);
  g_test_add_func ("/map-side/roles/narrow", test_roles_narrow);
  g_test_add_func ("/map-side/roles/follow", test_roles_follow);
  g_test_add_func ("/map-side/roles/window", test_roles_window);
  return g_test_run ();
}
