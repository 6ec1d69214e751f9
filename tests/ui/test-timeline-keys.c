/* The timeline's canvas under real keys: every key that the shortcuts window promises does what it says. Run
 * under tools/with-display --wm. */
#include "timeline-fixture.h"

static void
press (const char *key)
{
  g_autofree char *words = g_strconcat ("key ", key, NULL);

  ui_act ("%s", words);
}

static void
test_walk (void)
{
  TimelineFixture *self = timeline_fixture_new ();

  press ("Left");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "a");
  press ("Left");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "a");
  press ("End");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "d");
  press ("Home");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "a");
  press ("Right");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "b");
  g_assert_true (gtk_widget_has_focus (scr_timeline_canvas_get_chip (self->canvas, "b")));
  press ("Down");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "c");
  press ("Down");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "term");
  press ("Up");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "c");
  timeline_fixture_free (self);
}

static void
test_view (void)
{
  TimelineFixture *self = timeline_fixture_new ();
  double start = scr_timeline_canvas_get_start (self->canvas), zoom = 147;
  int first, last;

  press ("Page_Down");
  g_assert_cmpfloat (scr_timeline_canvas_get_start (self->canvas), >, start + 100);
  press ("Page_Up");
  g_assert_cmpfloat_with_epsilon (scr_timeline_canvas_get_start (self->canvas), start, 0.001);
  press ("Page_Up");
  press ("Page_Up");
  scr_timeline_canvas_get_visible_days (self->canvas, &first, &last);
  g_assert_cmpint (last, <, TODAY);
  press ("t");
  scr_timeline_canvas_get_visible_days (self->canvas, &first, &last);
  g_assert_cmpint (first, <, TODAY);
  g_assert_cmpint (last, >, TODAY);
  press ("ctrl+plus");
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), <, zoom);
  press ("ctrl+minus");
  press ("ctrl+minus");
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), >, zoom);
  press ("ctrl+0");
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), ==, 92);
  press ("ctrl+1");
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), ==, 365);
  timeline_fixture_free (self);
}

static void
test_move (void)
{
  TimelineFixture *self = timeline_fixture_new ();

  press ("ctrl+Right");
  g_assert_cmpint (self->first, ==, TODAY + 8);
  press ("ctrl+Left");
  g_assert_cmpint (self->first, ==, TODAY + 6);
  press ("ctrl+shift+Right");
  g_assert_cmpint (self->first, ==, TODAY + 14);
  press ("ctrl+Down");
  g_assert_cmpuint (self->lane, ==, 1);
  g_assert_cmpint (self->first, ==, TODAY + 7);
  press ("shift+Right");
  g_assert_cmpint (self->first, ==, TODAY + 7);
  g_assert_cmpint (self->last, ==, TODAY + 8);
  g_assert_cmpuint (self->n_moved, ==, 5);
  /* A day cannot be shorter, and the first lane has none above it. */
  press ("shift+Left");
  press ("ctrl+Up");
  g_assert_cmpuint (self->n_moved, ==, 5);
  press ("Down");
  press ("shift+Left");
  g_assert_cmpuint (self->n_moved, ==, 6);
  g_assert_cmpint (self->last, ==, TODAY + 21);
  press ("ctrl+Up");
  g_assert_cmpuint (self->lane, ==, 0);
  /* What may only be looked at. */
  scr_timeline_canvas_set_editable (self->canvas, FALSE);
  press ("ctrl+Right");
  press ("shift+Right");
  press ("F2");
  press ("Delete");
  g_assert_cmpuint (self->n_moved, ==, 7);
  g_assert_cmpuint (self->n_rescheduled + self->n_deleted, ==, 0);
  timeline_fixture_free (self);
}

static void
test_deeds (void)
{
  TimelineFixture *self = timeline_fixture_new ();

  press ("Return");
  g_assert_cmpstr (self->opened, ==, "b");
  press ("F2");
  g_assert_cmpuint (self->n_rescheduled, ==, 1);
  press ("Menu");
  press ("shift+F10");
  g_assert_cmpuint (self->n_menus, ==, 2);
  press ("Delete");
  g_assert_cmpuint (self->n_deleted, ==, 1);
  timeline_fixture_free (self);
}

/* From right to left the arrows go where they point. */
static void
test_mirrored (void)
{
  TimelineFixture *self = timeline_fixture_new ();

  gtk_widget_set_direction (GTK_WIDGET (self->canvas), GTK_TEXT_DIR_RTL);
  ui_settle ();
  g_assert_true (scr_timeline_canvas_focus_selected (self->canvas));
  press ("Left");
  g_assert_cmpstr (timeline_fixture_get_selected (self), ==, "d");
  press ("ctrl+Left");
  g_assert_cmpint (self->first, ==, TODAY + 31);
  timeline_fixture_free (self);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/timeline-keys/walk", test_walk);
  g_test_add_func ("/timeline-keys/view", test_view);
  g_test_add_func ("/timeline-keys/move", test_move);
  g_test_add_func ("/timeline-keys/deeds", test_deeds);
  g_test_add_func ("/timeline-keys/mirrored", test_mirrored);
  return g_test_run ();
}
