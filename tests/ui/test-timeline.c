/* The timeline's canvas over timelines made here: what is shown, walked through, moved and gathered, by its
 * functions; no pointer and no keys are pressed here. */
#include "ui-support.h"

#include "scr-day.h"
#include "scr-timeline-canvas.h"
#include "scr-timeline-mark.h"
#include "table-source.h"

#define TODAY 737222 /* 12 June 2019 */

typedef struct
{
  TestTableSource *table;
  GtkWidget *window;
  ScrTimelineCanvas *canvas;
  guint n_moved;
  guint lane;
  int first;
  int last;
  guint n_selected;
  guint n_viewed;
  char *opened;
  guint n_created;
  ScrTimelinePlace created;
  guint n_menus;
  guint n_deleted;
  guint n_rescheduled;
  gboolean replace; /* give the canvas another timeline while it tells of a move */
} Fixture;

static ScrTimelineEntry *
add (Fixture *self, ScrTimeline *timeline, const char *id, guint lane, int first, int last)
{
  ScrItem *item = scr_source_get (SCR_SOURCE (self->table), "meeting", id);
  ScrTimelineEntry *entry;

  if (item == NULL)
    item = g_object_ref (test_table_source_add (self->table, "meeting", id, "title", id, NULL));
  entry = scr_timeline_add_entry (timeline, item, SCR_TIMELINE_MEETINGS, lane, first, last);
  g_object_unref (item);
  entry->label = g_strdup (id);
  entry->name = g_strdup_printf ("%s, meeting, Board", id);
  entry->icon = "system-users-symbolic";
  entry->movable = entry->stretchable = TRUE;
  return entry;
}

static ScrTimeline *
make (Fixture *self, int shift)
{
  ScrTimeline *timeline = scr_timeline_new_empty (TODAY - 2000, TODAY + 2000, TODAY);
  ScrTimelineEntry *entry;

  scr_timeline_add_lane (timeline, "board", "group", "Partnership Board", "Bexley", "system-users-symbolic");
  scr_timeline_add_lane (timeline, "hub", "group", "Learning Hub", NULL, "system-users-symbolic");
  scr_timeline_add_lane (timeline, "rest", NULL, "Terms and the rest", NULL, "avatar-default-symbolic");
  add (self, timeline, "a", 0, TODAY - 30, TODAY - 30)->held = TRUE;
  add (self, timeline, "b", 0, TODAY + shift, TODAY + shift);
  add (self, timeline, "c", 1, TODAY + 20, TODAY + 22)->tone = "stopped";
  entry = add (self, timeline, "fixed", 1, TODAY - 10, TODAY - 10);
  entry->movable = entry->stretchable = FALSE;
  entry = add (self, timeline, "term", 2, TODAY - 400, G_MAXINT);
  entry->shape = SCR_TIMELINE_BAR;
  entry->sort = SCR_TIMELINE_TERMS;
  entry = add (self, timeline, "due", 2, TODAY + 10, TODAY + 10);
  entry->shape = SCR_TIMELINE_POINT;
  entry->detail = g_strdup ("due, not yet published");
  entry = add (self, timeline, "dispute", 2, TODAY - 20, TODAY + 20);
  entry->shape = SCR_TIMELINE_STAGES;
  scr_timeline_add_stage (entry, TODAY - 20, TODAY - 5, "1", "Practitioners", "done");
  scr_timeline_add_stage (entry, TODAY - 4, TODAY, "2", "Line managers", "soon");
  scr_timeline_add_stage (entry, TODAY + 1, TODAY + 20, "3", "Senior managers", "waiting");
  scr_timeline_sort (timeline);
  return timeline;
}

static void
on_moved (ScrTimelineCanvas *canvas, const ScrTimelineMove *move, Fixture *self)
{
  self->n_moved++;
  if (self->replace)
    scr_timeline_canvas_set_timeline (canvas, make (self, move->first - TODAY));
  /* The entry is still there, whatever the canvas shows by now. */
  g_assert_nonnull (move->entry->label);
  self->lane = move->lane;
  self->first = move->first;
  self->last = move->last;
}

static void
on_opened (ScrTimelineCanvas *canvas, ScrItem *item, Fixture *self)
{
  g_free (self->opened);
  self->opened = g_strdup (scr_item_get_id (item));
}

static void
on_created (ScrTimelineCanvas *canvas, const ScrTimelinePlace *place, Fixture *self)
{
  self->n_created++;
  self->created = *place;
}

static void
on_menu (ScrTimelineCanvas *canvas, const GdkRectangle *where, const ScrTimelinePlace *place, Fixture *self)
{
  self->n_menus++;
}

static void
count (gpointer counter)
{
  ++*(guint *)counter;
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->table = test_table_source_new ();
  self->canvas = SCR_TIMELINE_CANVAS (scr_timeline_canvas_new ());
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  g_signal_connect (self->canvas, "entry-moved", G_CALLBACK (on_moved), self);
  g_signal_connect (self->canvas, "entry-opened", G_CALLBACK (on_opened), self);
  g_signal_connect (self->canvas, "create-at", G_CALLBACK (on_created), self);
  g_signal_connect (self->canvas, "menu-asked", G_CALLBACK (on_menu), self);
  g_signal_connect_swapped (self->canvas, "delete-asked", G_CALLBACK (count), &self->n_deleted);
  g_signal_connect_swapped (self->canvas, "reschedule-asked", G_CALLBACK (count), &self->n_rescheduled);
  g_signal_connect_swapped (self->canvas, "selection-changed", G_CALLBACK (count), &self->n_selected);
  g_signal_connect_swapped (self->canvas, "viewed", G_CALLBACK (count), &self->n_viewed);
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
  g_free (self->opened);
  g_free (self);
}

static void
show (Fixture *self)
{
  scr_timeline_canvas_set_timeline (self->canvas, make (self, 7));
  ui_settle ();
}

/* --- What is shown --- */

static void
test_empty (void)
{
  Fixture *self = fixture_new ();

  g_assert_cmpuint (scr_timeline_canvas_get_n_chips (self->canvas), ==, 0);
  scr_timeline_canvas_set_timeline (self->canvas, scr_timeline_new_empty (TODAY, TODAY, TODAY));
  ui_settle ();
  scr_timeline_canvas_show_today (self->canvas);
  scr_timeline_canvas_fit_year (self->canvas);
  scr_timeline_canvas_select (self->canvas, "nothing", TRUE);
  g_assert_null (scr_timeline_canvas_get_selected (self->canvas));
  g_assert_false (scr_timeline_canvas_focus_selected (self->canvas));
  show (self);
  scr_timeline_canvas_set_timeline (self->canvas, NULL);
  ui_settle ();
  g_assert_cmpuint (scr_timeline_canvas_get_n_chips (self->canvas), ==, 0);
  fixture_free (self);
}

static void
test_shown (void)
{
  static const char *const ids[] = {"a", "b", "c", "fixed", "term", "due", "dispute"};
  Fixture *self = fixture_new ();
  int first, last;

  show (self);
  scr_timeline_canvas_get_visible_days (self->canvas, &first, &last);
  g_assert_cmpint (first, <, TODAY);
  g_assert_cmpint (last, >, TODAY);
  g_assert_cmpuint (self->n_viewed, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s, meeting, Board", ids[i]);
      GtkWidget *chip = scr_timeline_canvas_get_chip (self->canvas, ids[i]);

      g_assert_nonnull (chip);
      g_assert_cmpstr (scr_timeline_mark_get_name (SCR_TIMELINE_MARK (chip)), ==, name);
      g_assert_null (
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name));
      g_assert_true (gtk_widget_get_focusable (chip));
    }
  fixture_free (self);
}

static void
test_days (void)
{
  Fixture *self = fixture_new ();
  int first, last;

  show (self);
  scr_timeline_canvas_set_zoom (self->canvas, 1);
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), ==, SCR_TIME_LEAST_DAYS);
  scr_timeline_canvas_set_zoom (self->canvas, 100000);
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), ==, SCR_TIME_MOST_DAYS);
  ui_settle ();
  scr_timeline_canvas_show_today (self->canvas);
  scr_timeline_canvas_set_year_start (self->canvas, 4);
  scr_timeline_canvas_fit_year (self->canvas);
  scr_timeline_canvas_get_visible_days (self->canvas, &first, &last);
  g_assert_cmpint (first, ==, scr_time_floor (SCR_TIME_YEAR, TODAY, 4));
  g_assert_cmpint (last, ==, scr_time_next (SCR_TIME_YEAR, TODAY, 4) - 1);
  scr_timeline_canvas_set_visible_days (self->canvas, TODAY + 0.5, 30);
  g_assert_cmpfloat (scr_timeline_canvas_get_start (self->canvas), ==, TODAY + 0.5);
  /* Another timeline leaves the view alone. */
  scr_timeline_canvas_set_timeline (self->canvas, make (self, 9));
  ui_settle ();
  g_assert_cmpfloat (scr_timeline_canvas_get_start (self->canvas), ==, TODAY + 0.5);
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self->canvas), ==, 30);
  scr_timeline_canvas_set_visible_days (self->canvas, -5000, 30);
  ui_settle ();
  scr_timeline_canvas_set_visible_days (self->canvas, 5000000, 30);
  ui_settle ();
  fixture_free (self);
}

/* --- Selection and moves --- */

static void
test_select (void)
{
  Fixture *self = fixture_new ();

  show (self);
  scr_timeline_canvas_select (self->canvas, "c", TRUE);
  g_assert_cmpuint (self->n_selected, ==, 1);
  g_assert_cmpstr (scr_timeline_canvas_get_selected (self->canvas)->label, ==, "c");
  g_assert_true (scr_timeline_canvas_focus_selected (self->canvas));
  g_assert_true (gtk_widget_has_focus (scr_timeline_canvas_get_chip (self->canvas, "c")));
  /* The keyboard and the selection stay in another timeline. */
  scr_timeline_canvas_set_timeline (self->canvas, make (self, 9));
  ui_settle ();
  g_assert_cmpuint (self->n_selected, ==, 1);
  g_assert_true (gtk_widget_has_focus (scr_timeline_canvas_get_chip (self->canvas, "c")));
  scr_timeline_canvas_set_timeline (self->canvas, scr_timeline_new_empty (TODAY, TODAY, TODAY));
  ui_settle ();
  g_assert_null (scr_timeline_canvas_get_selected (self->canvas));
  g_assert_cmpuint (self->n_selected, ==, 2);
  fixture_free (self);
}

static void
test_enter (void)
{
  Fixture *self = fixture_new ();

  show (self);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD));
  g_assert_null (scr_timeline_canvas_get_selected (self->canvas));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self->canvas), GTK_DIR_TAB_FORWARD));
  fixture_free (self);
}

static void
test_moves (void)
{
  Fixture *self = fixture_new ();

  self->replace = TRUE;
  show (self);
  scr_timeline_canvas_select (self->canvas, "b", FALSE);
  scr_timeline_canvas_move_selected (self->canvas, 7, 0);
  g_assert_cmpuint (self->n_moved, ==, 1);
  g_assert_cmpint (self->first, ==, TODAY + 14);
  g_assert_cmpint (self->last, ==, TODAY + 14);
  self->replace = FALSE;
  scr_timeline_canvas_move_selected (self->canvas, 0, 1);
  g_assert_cmpuint (self->lane, ==, 1);
  /* The last lane takes nothing. */
  scr_timeline_canvas_select (self->canvas, "c", FALSE);
  scr_timeline_canvas_move_selected (self->canvas, 0, 1);
  g_assert_cmpuint (self->n_moved, ==, 2);
  scr_timeline_canvas_stretch_selected (self->canvas, 2);
  g_assert_cmpint (self->last, ==, TODAY + 24);
  scr_timeline_canvas_stretch_selected (self->canvas, -9);
  g_assert_cmpuint (self->n_moved, ==, 3);
  scr_timeline_canvas_select (self->canvas, "fixed", FALSE);
  scr_timeline_canvas_move_selected (self->canvas, 7, 0);
  scr_timeline_canvas_set_editable (self->canvas, FALSE);
  scr_timeline_canvas_select (self->canvas, "b", FALSE);
  scr_timeline_canvas_move_selected (self->canvas, 7, 0);
  g_assert_cmpuint (self->n_moved, ==, 3);
  fixture_free (self);
}

/* --- Many --- */

static void
test_gathered (void)
{
  Fixture *self = fixture_new ();
  ScrTimeline *timeline = scr_timeline_new_empty (TODAY - 2000, TODAY + 2000, TODAY);

  scr_timeline_add_lane (timeline, "board", "group", "Partnership Board", NULL, "system-users-symbolic");
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);

      add (self, timeline, id, 0, TODAY - 1500 + (int)i, TODAY - 1500 + (int)i);
    }
  scr_timeline_sort (timeline);
  scr_timeline_canvas_set_timeline (self->canvas, timeline);
  for (double days = SCR_TIME_LEAST_DAYS; days <= SCR_TIME_MOST_DAYS; days *= 1.7)
    {
      scr_timeline_canvas_set_zoom (self->canvas, days);
      scr_timeline_canvas_show_today (self->canvas);
      ui_settle ();
      g_assert_cmpuint (scr_timeline_canvas_get_n_chips (self->canvas), >, 0);
      g_assert_cmpuint (scr_timeline_canvas_get_n_chips (self->canvas), <, 80);
    }
  g_assert_nonnull (scr_timeline_canvas_get_gathering (self->canvas, 0));
  g_assert_nonnull (scr_timeline_canvas_get_chip (self->canvas, "m1500"));
  fixture_free (self);
}

static void
test_shapes_of_window (void)
{
  Fixture *self = fixture_new ();
  GtkSettings *settings = gtk_widget_get_settings (self->window);
  int dpi, minimum;

  show (self);
  gtk_widget_set_direction (GTK_WIDGET (self->canvas), GTK_TEXT_DIR_RTL);
  ui_settle ();
  g_assert_nonnull (scr_timeline_canvas_get_chip (self->canvas, "b"));
  gtk_widget_measure (GTK_WIDGET (self->canvas), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 2, NULL);
  /* The next frame gives the chip its height. */
  for (guint i = 0; i < 200; i++)
    {
      ui_settle ();
      if (gtk_widget_get_height (scr_timeline_canvas_get_chip (self->canvas, "b")) > 40)
        break;
      g_usleep (5000);
    }
  g_assert_cmpint (gtk_widget_get_height (scr_timeline_canvas_get_chip (self->canvas, "b")), >, 40);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  ui_settle ();
  fixture_free (self);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/timeline/empty", test_empty);
  g_test_add_func ("/timeline/shown", test_shown);
  g_test_add_func ("/timeline/days", test_days);
  g_test_add_func ("/timeline/select", test_select);
  g_test_add_func ("/timeline/enter", test_enter);
  g_test_add_func ("/timeline/moves", test_moves);
  g_test_add_func ("/timeline/gathered", test_gathered);
  g_test_add_func ("/timeline/shapes-of-window", test_shapes_of_window);
  return g_test_run ();
}
