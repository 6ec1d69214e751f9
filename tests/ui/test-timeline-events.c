/* The timeline's canvas under a real pointer and real keys: xdotool presses, the main loop runs meanwhile.
 * Run under tools/with-display --wm. */
#include "ui-support.h"

#include "scr-timeline-canvas.h"
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
  guint n_created;
} Fixture;

static void
on_moved (ScrTimelineCanvas *canvas, const ScrTimelineMove *move, Fixture *self)
{
  self->n_moved++;
  self->lane = move->lane;
  self->first = move->first;
}

static void
on_created (ScrTimelineCanvas *canvas, const ScrTimelinePlace *place, Fixture *self)
{
  self->n_created++;
}

static void
on_ended (GObject *process, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *(gboolean *)done = TRUE;
}

static gboolean
set_true (gpointer flag)
{
  *(gboolean *)flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* Words for xdotool; what came of it has arrived when this returns. */
static void
act (const char *words)
{
  g_autofree char *line = g_strconcat ("xdotool ", words, NULL);
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_newv ((const char *const *)argv, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean done = FALSE, rested = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_async (process, NULL, on_ended, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_timeout_add (250, set_true, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

static void
fixture_init (Fixture *self)
{
  ScrTimeline *timeline = scr_timeline_new_empty (TODAY - 500, TODAY + 500, TODAY);
  ScrTimelineEntry *entry;

  self->table = test_table_source_new ();
  scr_timeline_add_lane (timeline, "board", "group", "Board", NULL, "system-users-symbolic");
  scr_timeline_add_lane (timeline, "hub", "group", "Hub", NULL, "system-users-symbolic");
  entry = scr_timeline_add_entry (timeline,
                                  test_table_source_add (self->table, "meeting", "b", "title", "b", NULL),
                                  SCR_TIMELINE_MEETINGS, 0, TODAY + 7, TODAY + 7);
  entry->label = g_strdup ("Board, 19 June");
  entry->name = g_strdup ("Board, 19 June, meeting");
  entry->icon = "system-users-symbolic";
  entry->movable = entry->stretchable = TRUE;
  scr_timeline_sort (timeline);
  self->canvas = SCR_TIMELINE_CANVAS (scr_timeline_canvas_new ());
  g_signal_connect (self->canvas, "entry-moved", G_CALLBACK (on_moved), self);
  g_signal_connect (self->canvas, "create-at", G_CALLBACK (on_created), self);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  gtk_window_fullscreen (GTK_WINDOW (self->window));
  scr_timeline_canvas_set_timeline (self->canvas, timeline);
  gtk_window_present (GTK_WINDOW (self->window));
  act ("mousemove 5 5");
  act ("mousemove 6 6");
}

static void
press_chip (Fixture *self)
{
  GtkWidget *chip = scr_timeline_canvas_get_chip (self->canvas, "b");
  g_autofree char *words = NULL;
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (chip, self->window, 30, 12, &x, &y));
  words = g_strdup_printf ("mousemove %d %d mousedown 1", (int)x, (int)y);
  act (words);
}

static void
test_pointer (void)
{
  Fixture fixture = {0};

  fixture_init (&fixture);
  /* Escape puts back. */
  press_chip (&fixture);
  act ("mousemove_relative 20 10 mousemove_relative 60 60");
  g_assert_true (scr_timeline_canvas_is_dragging (fixture.canvas));
  act ("key Escape");
  g_assert_false (scr_timeline_canvas_is_dragging (fixture.canvas));
  act ("mouseup 1");
  g_assert_cmpuint (fixture.n_moved, ==, 0);
  /* To another day and lane. */
  press_chip (&fixture);
  act ("mousemove_relative 20 10 mousemove_relative 60 60");
  act ("mouseup 1");
  g_assert_cmpuint (fixture.n_moved, ==, 1);
  g_assert_cmpuint (fixture.lane, ==, 1);
  g_assert_cmpint (fixture.first, >, TODAY + 7);
  act ("key ctrl+Right");
  g_assert_cmpuint (fixture.n_moved, ==, 2);
  g_assert_cmpint (fixture.first, ==, TODAY + 8);
  /* Empty space, and lane heads, which make nothing. */
  act ("mousemove 400 150 mousedown 1 mousemove 440 152 mousemove 480 152");
  act ("mouseup 1");
  g_assert_cmpuint (fixture.n_created, ==, 1);
  act ("mousemove 20 150 mousedown 1 mousemove 60 152 mousemove 90 152");
  act ("mouseup 1");
  g_assert_cmpuint (fixture.n_created, ==, 1);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  ui_settle ();
  g_object_unref (fixture.table);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/timeline-events/pointer", test_pointer);
  return g_test_run ();
}
