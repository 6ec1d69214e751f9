/* The Compare face over the example: what is only on one side is said, the table follows, both maps move
 * together. */
#include "ui-support.h"

#include "scr-map-compare-face.h"

#include <math.h>

static void
finish (UiRecord *record, GtkWidget *widget)
{
  g_object_ref (widget);
  ui_record_hide (record);
  g_assert_finalize_object (widget);
  ui_record_free (record);
}

static ScrMapCompareFace *
show (UiRecord *record, int width)
{
  return SCR_MAP_COMPARE_FACE (
      ui_record_show (record, scr_map_compare_face_new (record->context), width, 860));
}

static ScrItem *
find_item (UiRecord *record, const char *kind, const char *title, const char *partnership)
{
  const ScrQuery query
      = {.kind = kind, .partnership = partnership, .conditions = {{"title", SCR_IS, title, 0}}};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (record->store), &query);

  g_assert_cmpuint (items->len, >=, 1);
  return g_object_ref (g_ptr_array_index (items, 0));
}

static const char *
get_partnership (ScrMapCompareFace *face, gboolean on_right)
{
  return scr_map_compare_side_get_partnership (scr_map_compare_face_get_side (face, on_right));
}

static void
on_report (ScrContext *context, const ScrReportRequest *wanted, char **asked)
{
  g_free (*asked);
  *asked = g_strdup_printf ("%s %s %s %s %s", wanted->report, wanted->partnership, wanted->compare_with,
                            wanted->day, wanted->compare_day);
}

static void
test_report (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrMapCompareFace *face = show (record, 1150);
  g_autofree char *asked = NULL, *wanted = NULL;

  g_signal_connect (record->context, "show-report", G_CALLBACK (on_report), &asked);
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (face), "_Make a report"), "clicked");
  wanted = g_strdup_printf ("comparison %s %s 2019-06-12 2019-06-12", get_partnership (face, FALSE),
                            get_partnership (face, TRUE));
  g_assert_cmpstr (asked, ==, wanted);
  g_signal_handlers_disconnect_by_data (record->context, &asked);
  finish (record, GTK_WIDGET (face));
}

static void
test_sides (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrMapCompareFace *face = show (record, 1150);
  g_autofree char *left = NULL, *right = NULL;
  ScrBox visible, bounds;

  ui_settle ();
  scr_map_canvas_get_visible (scr_map_compare_side_get_canvas (scr_map_compare_face_get_side (face, FALSE)),
                              &visible);
  scr_map_canvas_get_bounds (scr_map_compare_side_get_canvas (scr_map_compare_face_get_side (face, FALSE)),
                             &bounds);
  /* Seen whole from the beginning. */
  g_assert_cmpfloat (visible.x, <=, bounds.x);
  g_assert_cmpfloat (visible.x + visible.width, >=, bounds.x + bounds.width);
  g_assert_cmpfloat (visible.y + visible.height, >=, bounds.y + bounds.height);
  left = scr_map_compare_side_dup_name (scr_map_compare_face_get_side (face, FALSE), FALSE);
  right = scr_map_compare_side_dup_name (scr_map_compare_face_get_side (face, TRUE), FALSE);
  g_assert_cmpstr (left, ==, "Bexley");
  g_assert_cmpstr (right, ==, "Greenwich");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "between Bexley and Greenwich on 12 June 2019"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "only here"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "different"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "Only in Greenwich"));
  scr_map_compare_face_swap (face);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "between Greenwich and Bexley on 12 June 2019"));
  finish (record, GTK_WIDGET (face));
}

static GtkWidget *
find_filter (GtkWidget *root)
{
  if (GTK_IS_DROP_DOWN (root)
      && g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (root))) == 2)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_filter (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The same on both sides has no differences; then all points are shown only when they are asked for. */
static void
test_filter (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrMapCompareFace *face = show (record, 1150);
  guint differing = scr_map_compare_face_get_n_rows (face);

  g_assert_cmpuint (differing, >, 5);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_filter (GTK_WIDGET (face))), 1);
  ui_settle ();
  g_assert_cmpuint (scr_map_compare_face_get_n_rows (face), >, differing);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_filter (GTK_WIDGET (face))), 0);
  scr_map_compare_side_choose (scr_map_compare_face_get_side (face, TRUE), get_partnership (face, FALSE),
                               NULL);
  scr_map_compare_face_refresh (face);
  ui_settle ();
  g_assert_cmpuint (scr_map_compare_face_get_n_rows (face), ==, 0);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "0 differences"));
  finish (record, GTK_WIDGET (face));
}

static void
test_days (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrMapCompareFace *face = show (record, 1150);
  const char *bexley = get_partnership (face, FALSE);

  scr_map_compare_side_choose (scr_map_compare_face_get_side (face, TRUE), bexley, "2018-09-30");
  scr_map_compare_face_refresh (face);
  ui_settle ();
  g_assert_nonnull (
      ui_find_text (GTK_WIDGET (face), "between Bexley, 12 June 2019 and Bexley, 30 September 2018"));
  g_assert_cmpuint (scr_map_compare_face_get_n_rows (face), >, 0);
  finish (record, GTK_WIDGET (face));
}

/* Zoom and place of one are those of the other; a card's match is selected with it. */
static void
test_together (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrMapCompareFace *face = show (record, 1150);
  ScrMapCanvas *left = scr_map_compare_side_get_canvas (scr_map_compare_face_get_side (face, FALSE));
  ScrMapCanvas *right = scr_map_compare_side_get_canvas (scr_map_compare_face_get_side (face, TRUE));
  g_autoptr (ScrItem) board = find_item (record, "group", "Partnership Board", get_partnership (face, FALSE));
  g_autoptr (GPtrArray) selected = NULL;
  ScrBox a, b;

  ui_settle ();
  scr_map_canvas_set_zoom (left, 0.8);
  scr_map_canvas_show_place (left, 300, 250);
  ui_settle ();
  g_assert_cmpfloat_with_epsilon (scr_map_canvas_get_zoom (right), 0.8, 0.001);
  scr_map_canvas_get_visible (left, &a);
  scr_map_canvas_get_visible (right, &b);
  g_assert_cmpfloat_with_epsilon (a.x + a.width / 2, b.x + b.width / 2, 1);
  g_assert_cmpfloat_with_epsilon (a.y + a.height / 2, b.y + b.height / 2, 1);
  scr_map_canvas_show_place (right, 100, 100);
  ui_settle ();
  scr_map_canvas_get_visible (left, &a);
  g_assert_cmpfloat_with_epsilon (a.x + a.width / 2, 100, 1);

  scr_map_canvas_select (left, scr_item_get_id (board), FALSE);
  ui_settle ();
  g_assert_true (scr_context_get_selected (record->context) == board);
  selected = scr_map_canvas_list_selected (right);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpstr (scr_item_get_text (g_ptr_array_index (selected, 0), "title"), ==,
                   "Safeguarding Partnership");
  finish (record, GTK_WIDGET (face));
}

/* A record without partnerships, none at all, and a narrow window. */
static void
test_little (void)
{
  UiRecord *record = ui_record_new ();
  ScrMapCompareFace *face = show (record, 600);
  int minimum;

  ui_settle ();
  g_assert_cmpuint (scr_map_compare_face_get_n_rows (face), ==, 0);
  gtk_widget_measure (GTK_WIDGET (face), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  scr_context_set_store (record->context, NULL);
  ui_settle ();
  finish (record, GTK_WIDGET (face));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/map-compare/sides", test_sides);
  g_test_add_func ("/map-compare/report", test_report);
  g_test_add_func ("/map-compare/filter", test_filter);
  g_test_add_func ("/map-compare/days", test_days);
  g_test_add_func ("/map-compare/together", test_together);
  g_test_add_func ("/map-compare/little", test_little);
  return g_test_run ();
}
