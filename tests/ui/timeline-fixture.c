/* A timeline's canvas under a real pointer and real keys. See the header. */
#include "timeline-fixture.h"

static void
on_moved (ScrTimelineCanvas *canvas, const ScrTimelineMove *move, TimelineFixture *self)
{
  self->n_moved++;
  self->lane = move->lane;
  self->first = move->first;
  self->last = move->last;
}

static void
on_created (ScrTimelineCanvas *canvas, const ScrTimelinePlace *place, TimelineFixture *self)
{
  self->n_created++;
  self->created = *place;
}

static void
on_opened (ScrTimelineCanvas *canvas, ScrItem *item, TimelineFixture *self)
{
  g_free (self->opened);
  self->opened = g_strdup (scr_item_get_id (item));
}

static void
on_menu (ScrTimelineCanvas *canvas,
         const GdkRectangle *where,
         const ScrTimelinePlace *place,
         TimelineFixture *self)
{
  self->n_menus++;
}

static void
count (gpointer counter)
{
  ++*(guint *)counter;
}

/* --- Hands --- */

/**
 * timeline_act_at:
 * @x: a place of the window
 * @y: the same
 * @words: what is done there
 */
void
timeline_act_at (double x, double y, const char *words)
{
  g_autofree char *line = g_strdup_printf ("mousemove %d %d %s", (int)x, (int)y, words);

  ui_act ("%s", g_strchomp (line));
}

/* --- The fixture --- */

static ScrTimelineEntry *
add (TimelineFixture *self, ScrTimeline *timeline, const char *id, guint lane, int first, int last)
{
  ScrItem *item = test_table_source_add (self->table, "meeting", id, "title", id, NULL);
  ScrTimelineEntry *entry = scr_timeline_add_entry (timeline, item, SCR_TIMELINE_MEETINGS, lane, first, last);

  entry->label = g_strdup_printf ("Meeting %s", id);
  entry->name = g_strdup_printf ("Meeting %s, in full", id);
  entry->icon = "system-users-symbolic";
  entry->movable = entry->stretchable = TRUE;
  return entry;
}

static ScrTimeline *
make (TimelineFixture *self)
{
  ScrTimeline *timeline = scr_timeline_new_empty (TODAY - 500, TODAY + 500, TODAY);
  ScrTimelineEntry *term;

  scr_timeline_add_lane (timeline, "board", "group", "Board", NULL, "system-users-symbolic");
  scr_timeline_add_lane (timeline, "hub", "group", "Hub", NULL, "system-users-symbolic");
  scr_timeline_add_lane (timeline, "rest", NULL, "Terms and the rest", NULL, "avatar-default-symbolic");
  add (self, timeline, "a", 0, TODAY - 20, TODAY - 20)->held = TRUE;
  add (self, timeline, "b", 0, TODAY + 7, TODAY + 7);
  add (self, timeline, "d", 0, TODAY + 30, TODAY + 30);
  add (self, timeline, "c", 1, TODAY + 20, TODAY + 22);
  for (guint i = 0; i < 6; i++)
    {
      const char id[] = {'g', (char)('0' + i), '\0'};

      add (self, timeline, id, 1, TODAY + 60, TODAY + 60);
    }
  term = add (self, timeline, "term", 2, TODAY - 100, G_MAXINT);
  term->shape = SCR_TIMELINE_BAR;
  term->sort = SCR_TIMELINE_TERMS;
  scr_timeline_sort (timeline);
  return timeline;
}

/**
 * timeline_fixture_new:
 *
 * Returns: (transfer full): a window with a timeline, 147 days across, "b" selected and with the keyboard on
 * it
 */
TimelineFixture *
timeline_fixture_new (void)
{
  TimelineFixture *self = g_new0 (TimelineFixture, 1);

  self->table = test_table_source_new ();
  self->canvas = SCR_TIMELINE_CANVAS (scr_timeline_canvas_new ());
  g_signal_connect (self->canvas, "entry-moved", G_CALLBACK (on_moved), self);
  g_signal_connect (self->canvas, "create-at", G_CALLBACK (on_created), self);
  g_signal_connect (self->canvas, "entry-opened", G_CALLBACK (on_opened), self);
  g_signal_connect (self->canvas, "menu-asked", G_CALLBACK (on_menu), self);
  g_signal_connect_swapped (self->canvas, "delete-asked", G_CALLBACK (count), &self->n_deleted);
  g_signal_connect_swapped (self->canvas, "reschedule-asked", G_CALLBACK (count), &self->n_rescheduled);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  gtk_window_fullscreen (GTK_WINDOW (self->window));
  scr_timeline_canvas_set_timeline (self->canvas, make (self));
  gtk_window_present (GTK_WINDOW (self->window));
  ui_act ("mousemove 5 5");
  ui_act ("mousemove 6 6");
  scr_timeline_canvas_select (self->canvas, "b", TRUE);
  g_assert_true (scr_timeline_canvas_focus_selected (self->canvas));
  return self;
}

/* Shows that nothing keeps the canvas. */
void
timeline_fixture_free (TimelineFixture *self)
{
  g_object_ref (self->canvas);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_settle ();
  g_assert_finalize_object (self->canvas);
  g_object_unref (self->table);
  g_free (self->opened);
  g_free (self);
}

/**
 * timeline_fixture_find:
 * @self: a fixture
 * @chip: (nullable): a chip, which must be there
 * @area: (out): where it lies in the window, with its edge
 */
void
timeline_fixture_find (TimelineFixture *self, GtkWidget *chip, GdkRectangle *area)
{
  graphene_rect_t bounds;

  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_compute_bounds (chip, self->window, &bounds));
  *area = (GdkRectangle) {(int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                          (int)bounds.size.height};
}

/**
 * timeline_fixture_get_x:
 * @self: a fixture that shows "b" and "d"
 * @day: a day
 *
 * Returns: where it begins in the window
 */
double
timeline_fixture_get_x (TimelineFixture *self, double day)
{
  GdkRectangle b, d;

  timeline_fixture_find (self, scr_timeline_canvas_get_chip (self->canvas, "b"), &b);
  timeline_fixture_find (self, scr_timeline_canvas_get_chip (self->canvas, "d"), &d);
  return b.x + (day - TODAY - 7) * (d.x - b.x) / 23.0;
}

/* (nullable): identity of what is selected. */
const char *
timeline_fixture_get_selected (TimelineFixture *self)
{
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self->canvas);

  return entry != NULL ? scr_item_get_id (entry->item) : NULL;
}
