/* The map's canvas over maps made here, of every awkward shape; and the whole view over the example. */
#include "ui-support.h"

#include "scr-map-canvas.h"
#include "scr-map-view.h"
#include "table-source.h"

#include <math.h>

#define LONG_NAME                                                                                                      \
  "The committee for everything that no other committee of this or any other partnership has ever wanted to take up, " \
  "with all its subcommittees"

typedef struct
{
  TestTableSource *table;
  GtkWidget *window;
  ScrMapCanvas *canvas;
} Fixture;

static ScrMap *
make_map (TestTableSource *table)
{
  const ScrMapQuery query = { .day = "2019-06-12" };

  return scr_map_new (NULL, SCR_SOURCE (table), &query);
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->table = test_table_source_new ();
  test_table_source_add (self->table, "choice", "link-kind.chairs", "list", "link-kind", "label", "chairs", NULL);
  self->canvas = SCR_MAP_CANVAS (scr_map_canvas_new ());
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  gtk_window_present (GTK_WINDOW (self->window));
  ui_settle ();
  return self;
}

/* Shows that nothing keeps the canvas. */
static void
fixture_free (Fixture *self)
{
  g_object_ref (self->canvas);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_settle ();
  g_assert_finalize_object (self->canvas);
  g_assert_finalize_object (self->table);
  g_free (self);
}

static void
add_group (Fixture *self, const char *id, const char *title)
{
  test_table_source_add (self->table, "group", id, "title", title, NULL);
}

static void
add_link (Fixture *self, const char *id, const char *from, const char *to)
{
  test_table_source_add (self->table, "link", id, "from_card", from, "to_card", to, "kind", "link-kind.chairs",
                         "state", "link-state.partial", NULL);
}

static void
show (Fixture *self)
{
  scr_map_canvas_set_map (self->canvas, make_map (self->table), FALSE);
  ui_settle ();
}

static ScrBox
get_box (Fixture *self, const char *id)
{
  int card = scr_map_find_card (scr_map_canvas_get_map (self->canvas), id);

  g_assert_cmpint (card, >=, 0);
  return *scr_map_canvas_get_box (self->canvas, (guint) card);
}

static void
count (gpointer counter)
{
  ++*(guint *) counter;
}

/* --- Shapes --- */

static void
test_empty (void)
{
  Fixture *self = fixture_new ();
  ScrBox bounds;

  scr_map_canvas_set_map (self->canvas, NULL, TRUE);
  show (self);
  g_assert_cmpuint (scr_map_canvas_get_n_faces (self->canvas), ==, 0);
  scr_map_canvas_get_bounds (self->canvas, &bounds);
  g_assert_cmpfloat (bounds.width, ==, 0);
  scr_map_canvas_fit_all (self->canvas);
  scr_map_canvas_fit_selection (self->canvas);
  scr_map_canvas_select (self->canvas, "nothing", TRUE);
  g_assert_null (scr_map_canvas_get_current (self->canvas));
  g_assert_false (scr_map_canvas_focus_card (self->canvas, "nothing"));
  add_group (self, "one", "One");
  show (self);
  g_assert_cmpuint (scr_map_canvas_get_n_faces (self->canvas), ==, 1);
  g_assert_nonnull (scr_map_canvas_get_face (self->canvas, "one"));
  scr_map_canvas_set_map (self->canvas, NULL, TRUE);
  ui_settle ();
  g_assert_cmpuint (scr_map_canvas_get_n_faces (self->canvas), ==, 0);
  fixture_free (self);
}

/* To itself, in a ring, and twice between the same cards: all can be selected and are told in words. */
static void
test_links (void)
{
  Fixture *self = fixture_new ();
  const char *const links[] = { "self", "ab", "again", "bc", "ca" };

  add_group (self, "a", "A");
  add_group (self, "b", "B");
  add_group (self, "c", "C");
  add_link (self, "self", "a", "a");
  add_link (self, "ab", "a", "b");
  add_link (self, "again", "a", "b");
  add_link (self, "bc", "b", "c");
  add_link (self, "ca", "c", "a");
  show (self);
  g_assert_cmpuint (scr_map_canvas_get_map (self->canvas)->links->len, ==, G_N_ELEMENTS (links));
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      scr_map_canvas_select (self->canvas, links[i], TRUE);
      ui_settle ();
      g_assert_cmpstr (scr_item_get_id (scr_map_canvas_get_current (self->canvas)), ==, links[i]);
      g_assert_nonnull (ui_find_text (GTK_WIDGET (self->canvas), "chairs"));
    }
  scr_map_canvas_select (self->canvas, "a", TRUE);
  scr_map_canvas_move_selected (self->canvas, 120, 60);
  ui_settle ();
  g_assert_null (ui_find_text (GTK_WIDGET (self->canvas), "chairs"));
  fixture_free (self);
}

/* Long names end in an ellipsis and are whole in the tooltip; those from right to left are measured as others. */
static void
test_names (void)
{
  Fixture *self = fixture_new ();
  const char *tooltip;
  ScrBox longest, shortest, other;

  add_group (self, "long", LONG_NAME);
  add_group (self, "short", "B");
  add_group (self, "rtl", "لجنة حماية الأطفال");
  test_table_source_add (self->table, "group", "none", NULL);
  add_link (self, "l", "long", "rtl");
  show (self);
  longest = get_box (self, "long");
  shortest = get_box (self, "short");
  other = get_box (self, "rtl");
  g_assert_cmpfloat (longest.width, >, shortest.width);
  g_assert_cmpfloat (longest.width, <, 600);
  g_assert_cmpfloat (other.width, >=, shortest.width);
  g_assert_cmpfloat (longest.height, ==, shortest.height);
  tooltip = gtk_widget_get_tooltip_text (scr_map_canvas_get_face (self->canvas, "long"));
  g_assert_true (g_str_has_prefix (tooltip, LONG_NAME));
  gtk_widget_set_direction (GTK_WIDGET (self->canvas), GTK_TEXT_DIR_RTL);
  scr_map_canvas_select (self->canvas, "l", TRUE);
  ui_settle ();
  fixture_free (self);
}

/* Larger letters make larger cards, at once. */
static void
test_letters (void)
{
  Fixture *self = fixture_new ();
  GtkSettings *settings = gtk_widget_get_settings (self->window);
  ScrBox before, after;
  int dpi;

  add_group (self, "a", "A group with some letters");
  show (self);
  before = get_box (self, "a");
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 2, NULL);
  ui_settle ();
  after = get_box (self, "a");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpfloat (after.width, >, before.width);
  g_assert_cmpfloat (after.height, >, before.height);
  g_assert_cmpfloat (fabs (after.x + after.width / 2 - before.x - before.width / 2), <, 1);
  ui_settle ();
  g_assert_cmpfloat (get_box (self, "a").height, ==, before.height);
  fixture_free (self);
}

/* --- Many --- */

static void
add_many (Fixture *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *title = g_strdup_printf ("Group %u", i);

      add_group (self, id, title);
    }
}

/* What is visible has widgets; the rest has none, however one looks around. */
static void
test_many (void)
{
  Fixture *self = fixture_new ();
  guint near;

  add_many (self, 1000);
  show (self);
  scr_map_canvas_set_zoom (self->canvas, 1);
  ui_settle ();
  near = scr_map_canvas_get_n_faces (self->canvas);
  g_assert_cmpuint (near, >, 0);
  g_assert_cmpuint (near, <, 80);
  for (guint i = 0; i < 12; i++)
    {
      scr_map_canvas_show_place (self->canvas, 400.0 * i, 300.0 * i);
      ui_settle ();
      g_assert_cmpuint (scr_map_canvas_get_n_faces (self->canvas), <, 80);
    }
  scr_map_canvas_set_zoom (self->canvas, SCR_MAP_LEAST_ZOOM);
  ui_settle ();
  /* Too many and too small to read: boxes. */
  g_assert_cmpuint (scr_map_canvas_get_n_faces (self->canvas), ==, 0);
  g_assert_true (scr_map_canvas_focus_card (self->canvas, "g500"));
  ui_settle ();
  g_assert_cmpuint (scr_map_canvas_get_n_faces (self->canvas), ==, 1);
  g_assert_true (gtk_widget_has_focus (scr_map_canvas_get_face (self->canvas, "g500")));
  scr_map_canvas_set_zoom (self->canvas, 1);
  ui_settle ();
  g_assert_cmpuint (scr_map_canvas_get_n_faces (self->canvas), <, 80);
  g_assert_true (scr_map_canvas_focus_card (self->canvas, "g999"));
  ui_settle ();
  g_assert_nonnull (scr_map_canvas_get_face (self->canvas, "g999"));
  g_assert_true (gtk_widget_has_focus (scr_map_canvas_get_face (self->canvas, "g999")));
  fixture_free (self);
}

static void
test_zoom (void)
{
  Fixture *self = fixture_new ();

  add_many (self, 3);
  show (self);
  scr_map_canvas_set_zoom (self->canvas, 100);
  g_assert_cmpfloat (scr_map_canvas_get_zoom (self->canvas), ==, SCR_MAP_MOST_ZOOM);
  scr_map_canvas_set_zoom (self->canvas, 0.0001);
  g_assert_cmpfloat (scr_map_canvas_get_zoom (self->canvas), ==, SCR_MAP_LEAST_ZOOM);
  ui_settle ();
  scr_map_canvas_fit_all (self->canvas);
  g_assert_cmpfloat (scr_map_canvas_get_zoom (self->canvas), <=, 1);
  ui_settle ();
  fixture_free (self);
}

/* --- While something is going on --- */

/* The keyboard stays on the map when the card it is at goes; what is selected and gone is selected no more. */
static void
test_card_goes (void)
{
  Fixture *self = fixture_new ();
  g_autoptr (TestTableSource) less = test_table_source_new ();
  guint changed = 0;

  add_many (self, 3);
  show (self);
  g_assert_true (scr_map_canvas_focus_card (self->canvas, "g2"));
  ui_settle ();
  g_signal_connect_swapped (self->canvas, "selection-changed", G_CALLBACK (count), &changed);
  test_table_source_add (less, "group", "g0", "title", "Group 0", NULL);
  scr_map_canvas_set_map (self->canvas, make_map (less), TRUE);
  ui_settle ();
  g_assert_cmpuint (changed, ==, 1);
  g_assert_null (scr_map_canvas_get_current (self->canvas));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == GTK_WIDGET (self->canvas));
  scr_map_canvas_set_map (self->canvas, NULL, FALSE);
  fixture_free (self);
}

/* Tab comes in without selecting: at 360 px the details would cover the map. */
static void
test_enter (void)
{
  Fixture *self = fixture_new ();
  g_autoptr (GPtrArray) selected = NULL;

  add_many (self, 3);
  show (self);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (scr_map_canvas_get_face (self->canvas, "g0")));
  selected = scr_map_canvas_list_selected (self->canvas);
  g_assert_cmpuint (selected->len, ==, 0);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD));
  fixture_free (self);
}

/* What cards that are dragged tell: nothing, if another map comes meanwhile. */
static void
test_moves (void)
{
  Fixture *self = fixture_new ();
  guint moved = 0;
  ScrBox before;

  add_many (self, 3);
  show (self);
  before = get_box (self, "g1");
  g_signal_connect_swapped (self->canvas, "cards-moved", G_CALLBACK (count), &moved);
  scr_map_canvas_select (self->canvas, "g1", FALSE);
  scr_map_canvas_move_selected (self->canvas, 60, 0);
  g_assert_cmpuint (moved, ==, 1);
  g_assert_cmpfloat (get_box (self, "g1").x, ==, before.x + 60);
  scr_map_canvas_select_none (self->canvas);
  scr_map_canvas_move_selected (self->canvas, 60, 0);
  g_assert_cmpuint (moved, ==, 1);
  scr_map_canvas_set_editable (self->canvas, FALSE);
  scr_map_canvas_select (self->canvas, "g1", FALSE);
  scr_map_canvas_move_selected (self->canvas, 60, 0);
  g_assert_cmpuint (moved, ==, 1);
  show (self);
  g_assert_cmpfloat (get_box (self, "g1").x, ==, before.x);
  fixture_free (self);
}

/* Goes to other places in view of the person; another map, or the end, may come meanwhile. */
static void
test_animation (void)
{
  Fixture *self = fixture_new ();

  g_object_set (gtk_widget_get_settings (self->window), "gtk-enable-animations", TRUE, NULL);
  add_many (self, 30);
  show (self);
  for (guint i = 0; i < 3; i++)
    {
      scr_map_canvas_select (self->canvas, "g3", FALSE);
      scr_map_canvas_move_selected (self->canvas, 600, 300);
      scr_map_canvas_set_map (self->canvas, make_map (self->table), TRUE);
      g_main_context_iteration (NULL, FALSE);
    }
  scr_map_canvas_set_map (self->canvas, NULL, TRUE);
  ui_settle ();
  show (self);
  scr_map_canvas_select (self->canvas, "g3", FALSE);
  scr_map_canvas_move_selected (self->canvas, 600, 300);
  scr_map_canvas_set_map (self->canvas, make_map (self->table), TRUE);
  fixture_free (self);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* --- The view --- */

static void
show_view (int width)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = ui_record_show (record, scr_map_view_new (record->context, "map"), width, 700);
  ScrMapCanvas *canvas = scr_map_view_get_canvas (SCR_MAP_VIEW (view));
  int minimum;

  g_assert_cmpuint (scr_map_canvas_get_map (canvas)->cards->len, ==, 50);
  g_assert_cmpuint (scr_map_canvas_get_n_faces (canvas), >, 0);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  scr_map_view_set_day (SCR_MAP_VIEW (view), "2018-09-01");
  ui_settle ();
  scr_map_view_show_face (SCR_MAP_VIEW (view), "outline");
  ui_settle ();
  scr_map_view_show_face (SCR_MAP_VIEW (view), "map");
  g_object_ref (view);
  ui_record_hide (record);
  g_assert_finalize_object (view);
  ui_record_free (record);
}

static void
test_view (void)
{
  show_view (1000);
}

static void
test_view_narrow (void)
{
  show_view (360);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/map/empty", test_empty);
  g_test_add_func ("/map/links", test_links);
  g_test_add_func ("/map/names", test_names);
  g_test_add_func ("/map/letters", test_letters);
  g_test_add_func ("/map/many", test_many);
  g_test_add_func ("/map/zoom", test_zoom);
  g_test_add_func ("/map/card-goes", test_card_goes);
  g_test_add_func ("/map/enter", test_enter);
  g_test_add_func ("/map/moves", test_moves);
  g_test_add_func ("/map/animation", test_animation);
  g_test_add_func ("/map/view", test_view);
  g_test_add_func ("/map/view-narrow", test_view_narrow);
  return g_test_run ();
}
