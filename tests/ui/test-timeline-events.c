/* The timeline's canvas under a real pointer. Keys are in test-timeline-keys.c. Run under tools/with-display
 * --wm. */
#include "timeline-fixture.h"

static void
press_chip (TimelineFixture *self)
{
  GdkRectangle area;

  timeline_fixture_find (self, scr_timeline_canvas_get_chip (self->canvas, "b"), &area);
  timeline_act_at (area.x + 30, area.y + 12, "mousedown 1");
}

static void
test_move (void)
{
  TimelineFixture *self = timeline_fixture_new ();

  /* Escape puts back. */
  press_chip (self);
  ui_act ("mousemove_relative 20 10 mousemove_relative 60 60");
  g_assert_true (scr_timeline_canvas_is_dragging (self->canvas));
  ui_act ("key Escape");
  g_assert_false (scr_timeline_canvas_is_dragging (self->canvas));
  ui_act ("mouseup 1");
  g_assert_cmpuint (self->n_moved, ==, 0);
  /* To another day and lane. */
  press_chip (self);
  ui_act ("mousemove_relative 20 10 mousemove_relative 60 60");
  ui_act ("mouseup 1");
  g_assert_cmpuint (self->n_moved, ==, 1);
  g_assert_cmpuint (self->lane, ==, 1);
  g_assert_cmpint (self->first, >, TODAY + 7);
  /* A click, and a trembling hand, move nothing. */
  press_chip (self);
  ui_act ("mousemove_relative 3 2 mouseup 1");
  g_assert_cmpuint (self->n_moved, ==, 1);
  timeline_fixture_free (self);
}

/* Another timeline comes while something is dragged, without what is dragged: it waits. */
static void
test_gone (void)
{
  TimelineFixture *self = timeline_fixture_new ();

  press_chip (self);
  ui_act ("mousemove_relative 20 10 mousemove_relative 60 10");
  scr_timeline_canvas_set_timeline (self->canvas, scr_timeline_new_empty (TODAY, TODAY, TODAY));
  g_assert_true (scr_timeline_canvas_is_dragging (self->canvas));
  ui_act ("mousemove_relative 20 10");
  ui_act ("mouseup 1");
  g_assert_cmpuint (self->n_moved, ==, 1);
  g_assert_cmpuint (scr_timeline_canvas_get_timeline (self->canvas)->entries->len, ==, 0);
  timeline_fixture_free (self);
}

static void
press_end (TimelineFixture *self)
{
  GdkRectangle area;

  timeline_fixture_find (self, scr_timeline_canvas_get_chip (self->canvas, "c"), &area);
  timeline_act_at (area.x + area.width - 3, area.y + 12, "mousedown 1");
}

static void
test_stretch (void)
{
  TimelineFixture *self = timeline_fixture_new ();

  press_end (self);
  ui_act ("mousemove_relative 20 0 mousemove_relative 40 0");
  g_assert_true (scr_timeline_canvas_is_dragging (self->canvas));
  ui_act ("key Escape");
  g_assert_false (scr_timeline_canvas_is_dragging (self->canvas));
  ui_act ("mouseup 1");
  g_assert_cmpuint (self->n_moved, ==, 0);
  press_end (self);
  ui_act ("mousemove_relative 20 0 mousemove_relative 40 0");
  ui_act ("mouseup 1");
  g_assert_cmpuint (self->n_moved, ==, 1);
  g_assert_cmpint (self->first, ==, TODAY + 20);
  g_assert_cmpint (self->last, >, TODAY + 25);
  g_assert_cmpuint (self->lane, ==, 1);
  /* Not shorter than a day. */
  press_end (self);
  ui_act ("mousemove_relative -- -20 0 mousemove_relative -- -400 0");
  ui_act ("mouseup 1");
  g_assert_cmpint (self->last, ==, TODAY + 20);
  timeline_fixture_free (self);
}

static void
test_create (void)
{
  TimelineFixture *self = timeline_fixture_new ();
  GdkRectangle area;
  double x = timeline_fixture_get_x (self, TODAY + 3.5);

  timeline_fixture_find (self, scr_timeline_canvas_get_chip (self->canvas, "c"), &area);
  timeline_act_at (x, area.y + 12, "click --repeat 2 --delay 80 1");
  g_assert_cmpuint (self->n_created, ==, 1);
  g_assert_cmpint (self->created.lane, ==, 1);
  g_assert_cmpint (self->created.first, ==, TODAY + 3);
  g_assert_cmpint (self->created.last, ==, TODAY + 3);
  /* A span. */
  timeline_act_at (timeline_fixture_get_x (self, TODAY - 9.5), area.y + 12, "mousedown 1");
  ui_act ("mousemove_relative 12 0");
  timeline_act_at (x, area.y + 14, "");
  ui_act ("mouseup 1");
  g_assert_cmpuint (self->n_created, ==, 2);
  g_assert_cmpint (self->created.first, ==, TODAY - 10);
  g_assert_cmpint (self->created.last, ==, TODAY + 3);
  /* Escape, and heads of lanes, make nothing. */
  timeline_act_at (timeline_fixture_get_x (self, TODAY - 9.5), area.y + 12, "mousedown 1");
  ui_act ("mousemove_relative 12 0 mousemove_relative 30 0");
  ui_act ("key Escape");
  ui_act ("mouseup 1");
  ui_act ("mousemove 20 150 mousedown 1 mousemove 60 152 mousemove 90 152");
  ui_act ("mouseup 1");
  ui_act ("mousemove 20 150 click --repeat 2 --delay 80 1");
  g_assert_cmpuint (self->n_created, ==, 2);
  timeline_fixture_free (self);
}

static void
test_open (void)
{
  TimelineFixture *self = timeline_fixture_new ();
  GdkRectangle area;

  timeline_fixture_find (self, scr_timeline_canvas_get_chip (self->canvas, "d"), &area);
  timeline_act_at (area.x + 30, area.y + 12, "click --repeat 2 --delay 80 1");
  g_assert_cmpstr (self->opened, ==, "d");
  g_assert_cmpuint (self->n_created, ==, 0);
  ui_act ("click 3");
  g_assert_cmpuint (self->n_menus, ==, 1);
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "d");
  timeline_fixture_free (self);
}

/* "+3": what is gathered is listed, and each can be opened. */
static void
test_gathered (void)
{
  TimelineFixture *self = timeline_fixture_new ();
  GdkRectangle area;
  GtkWidget *list;

  timeline_fixture_find (self, scr_timeline_canvas_get_gathering (self->canvas, 1), &area);
  timeline_act_at (area.x + area.width / 2.0, area.y + 12, "click 1");
  list = ui_find_type (GTK_WIDGET (self->canvas), GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))),
                    ==, 3);
  ui_act ("key Escape");
  g_assert_null (ui_find_type (GTK_WIDGET (self->canvas), GTK_TYPE_LIST_VIEW));
  g_assert_null (self->opened);
  ui_act ("click 1");
  ui_act ("key Down");
  ui_act ("key Return");
  g_assert_null (ui_find_type (GTK_WIDGET (self->canvas), GTK_TYPE_LIST_VIEW));
  g_assert_nonnull (self->opened);
  g_assert_true (g_str_has_prefix (self->opened, "g"));
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, self->opened);
  timeline_fixture_free (self);
}

/* Where a day lies, as a part of what is seen. */
static double
get_part (TimelineFixture *self, double day)
{
  return (day - scr_timeline_canvas_get_start (self->canvas)) / scr_timeline_canvas_get_zoom (self->canvas);
}

static void
test_wheel (void)
{
  TimelineFixture *self = timeline_fixture_new ();
  double zoom = scr_timeline_canvas_get_zoom (self->canvas), part = get_part (self, TODAY + 30);
  double start;

  timeline_act_at (timeline_fixture_get_x (self, TODAY + 30), 300, "");
  ui_act ("keydown ctrl click --repeat 3 4 keyup ctrl");
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), <, zoom);
  g_assert_cmpfloat_with_epsilon (get_part (self, TODAY + 30), part, 0.005);
  ui_act ("keydown ctrl click --repeat 6 5 keyup ctrl");
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), >, zoom);
  g_assert_cmpfloat_with_epsilon (get_part (self, TODAY + 30), part, 0.005);
  /* All lanes are seen: a wheel goes through time, to both ends of it. */
  start = scr_timeline_canvas_get_start (self->canvas);
  ui_act ("click 5");
  g_assert_cmpfloat (scr_timeline_canvas_get_start (self->canvas), >, start);
  ui_act ("keydown shift click --repeat 2 4 keyup shift");
  g_assert_cmpfloat (scr_timeline_canvas_get_start (self->canvas), <, start);
  /* The scale is taken by hand. */
  start = scr_timeline_canvas_get_start (self->canvas);
  ui_act ("mousemove 700 20 mousedown 1 mousemove 660 20 mousemove 600 20");
  ui_act ("mouseup 1");
  g_assert_cmpfloat (scr_timeline_canvas_get_start (self->canvas), >, start);
  g_assert_cmpuint (self->n_moved + self->n_created, ==, 0);
  timeline_fixture_free (self);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/timeline-events/move", test_move);
  g_test_add_func ("/timeline-events/gone", test_gone);
  g_test_add_func ("/timeline-events/stretch", test_stretch);
  g_test_add_func ("/timeline-events/create", test_create);
  g_test_add_func ("/timeline-events/open", test_open);
  g_test_add_func ("/timeline-events/gathered", test_gathered);
  g_test_add_func ("/timeline-events/wheel", test_wheel);
  return g_test_run ();
}
