/* Benchmark of the timeline: scrolling and zooming with 100, 6,000 and 60,000 meetings.
 *
 * First the canvas alone, the same number of them in sight in each size. Then the face over a record with
 * that many meetings in ten years, as they are, read from the record as other days come into view: of 100
 * next to none is in sight, of 6,000 so many that they begin to gather, of 60,000 most are gathered; so the
 * last is held beside the second, and what the first takes is told too. Last, a timeline made of the record
 * beside the bare SQL that reads the same days.
 *
 * A line says: benchmark: NAME ours=X reference=Y ratio=R limit=L, in milliseconds, medians; the reference is
 * the smaller size (or the bare SQL) in the same run, turn by turn, so that what else the machine does hits
 * all. A frame is the processor time from one "after-paint" of the frame clock to the next: what was read
 * between them counts. "note:" lines tell more of this machine. Leaves with 1 if a ratio is above its limit.
 * Run under tools/with-display.
 */
#include "record-maker.h"

#include "scr-day.h"
#include "scr-timeline-face.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH 1360
#define HEIGHT 860
#define TODAY 737222 /* 12 June 2019 */
#define SPAN 147     /* days across at first */
#define YEARS_10 3652
#define N_SIZES 3
#define N_TURNS 3
#define FRAMES_A_TURN 48
#define N_READS 7
#define N_GROUPS 24
/* In the canvas alone: lanes that are seen, and days from one meeting of a lane to the next. */
#define NEAR_SPAN 110 /* days across there */
#define LANES_SEEN 13
#define DAYS_APART 18.4
#define LIMIT 1.5
#define READ_LIMIT 8.0
/* A sixtieth of a second. */
#define FRAME 16.7

static const guint sizes[N_SIZES] = {100, 6000, 60000};

typedef struct
{
  guint n;
  GtkWidget *page;
  ScrTimelineCanvas *canvas;
  char *folder; /* (nullable) */
  ScrStore *store;
  ScrContext *context;
  GArray *pan; /* (element-type double): milliseconds */
  GArray *zoom;
  GArray *far;
  guint n_seen;
} Subject;

typedef void (*Step) (Subject *subject, guint frame);

typedef struct
{
  GtkWindow *window;
  GtkStack *stack;
  Subject plain[N_SIZES];
  Subject record[N_SIZES];
  /* The frames that are being counted. */
  Subject *subject;
  Step step;
  GArray *times;
  guint frame;
  guint n_frames;
  double painted;
  guint n_above; /* ratios above their limit */
} Bench;

/* Of this process: what waits for the next frame, and what others do, counts not. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1000.0 + (double)time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_part (GArray *times, double part)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, (guint)(part * (times->len - 1)));
}

static double
get_mean (GArray *times)
{
  double sum = 0;

  for (guint i = 0; i < times->len; i++)
    sum += g_array_index (times, double, i);
  return sum / times->len;
}

static GArray *
new_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static void
report (Bench *bench, const char *name, guint n, double ours, double reference, double limit)
{
  double ratio = ours / reference;

  g_print ("benchmark: %s-%u ours=%.3f reference=%.3f ratio=%.2f limit=%.1f\n", name, n, ours, reference,
           ratio, limit);
  if (ratio > limit)
    bench->n_above++;
}

/* --- Timelines in memory --- */

/* All lanes look alike wherever one looks, and the smallest size is what is seen of the others. */
static ScrTimeline *
make_timeline (guint n)
{
  ScrTimeline *timeline = scr_timeline_new_empty (TODAY - YEARS_10 / 2, TODAY + YEARS_10 / 2, TODAY);
  guint n_lanes = MAX (LANES_SEEN, (guint)ceil (n * DAYS_APART / YEARS_10)), a_lane = n / n_lanes;

  for (guint i = 0; i < n_lanes; i++)
    {
      g_autofree char *title = g_strdup_printf ("Group %u", i + 1);

      scr_timeline_add_lane (timeline, title, "group", title, "Bexley", "system-users-symbolic");
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("meeting-%u", i);
      g_autoptr (ScrItem) item = scr_item_new (scr_kind_find ("meeting"), id);
      double place = (double)(i / n_lanes) - a_lane / 2.0;
      int day = TODAY + (int)(place * DAYS_APART) + (int)(i % n_lanes * 7 % 18);
      ScrTimelineEntry *entry
          = scr_timeline_add_entry (timeline, item, SCR_TIMELINE_MEETINGS, i % n_lanes, day, day);

      entry->label = g_strdup_printf ("Board, %u", i);
      entry->name = g_strdup_printf ("Board, %u, meeting, booked", i);
      entry->icon = "system-users-symbolic";
      entry->movable = entry->stretchable = TRUE;
    }
  scr_timeline_sort (timeline);
  return timeline;
}

/* --- Records --- */

static void
add_meeting (ScrEdit *edit, guint index, guint n)
{
  g_autofree char *id = g_strdup_printf ("meeting-%u", index);
  g_autofree char *title = g_strdup_printf ("Meeting %u of the group", index);
  g_autofree char *group = g_strdup_printf ("group-%u", index * 7 % N_GROUPS);
  g_autofree char *day = scr_day_from_number (TODAY + (int)(((index + 0.5) / n - 0.5) * YEARS_10));

  scr_edit_add (edit, "meeting", id);
  scr_edit_set_text (edit, "meeting", id, "title", title);
  scr_edit_set_text (edit, "meeting", id, "group", group);
  scr_edit_set_text (edit, "meeting", id, "day", day);
  scr_edit_set_text (edit, "meeting", id, "start", index % 2 == 0 ? "09:30" : "14:00");
  scr_edit_set_number (edit, "meeting", id, "length", 120);
  scr_edit_set_text (edit, "meeting", id, "state", index % 2 == 0 ? "meeting-state.0" : "meeting-state.1");
}

static void
fill_record (ScrStore *store, guint n)
{
  ScrEdit *edit = scr_edit_new ("Many meetings");

  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *id = g_strdup_printf ("group-%u", i);
      g_autofree char *title = g_strdup_printf ("Group %u", i + 1);

      scr_edit_add (edit, "group", id);
      scr_edit_set_text (edit, "group", id, "title", title);
    }
  scr_edit_set_text (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "today", "2019-06-12");
  for (guint i = 0; i < n; i++)
    add_meeting (edit, i, n);
  maker_apply (store, edit);
}

/* --- Frames --- */

/* A frame in which nothing was changed counts not. */
static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  double at = now (), took = at - bench->painted;

  bench->painted = at;
  if (bench->subject == NULL || bench->frame < 2)
    return;
  if (bench->times != NULL)
    g_array_append_val (bench->times, took);
  if (bench->frame >= bench->n_frames)
    bench->subject = NULL;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->subject != NULL)
    bench->step (bench->subject, bench->frame++);
  return G_SOURCE_CONTINUE;
}

/* @times: (nullable): frames that only warm up. */
static void
run_frames (Bench *bench, Subject *subject, Step step, guint n_frames, GArray *times)
{
  bench->step = step;
  bench->times = times;
  bench->frame = 0;
  bench->n_frames = n_frames;
  bench->subject = subject;
  while (bench->subject != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
show_plainly (Subject *subject, guint frame)
{
  scr_timeline_canvas_set_visible_days (subject->canvas, TODAY - SPAN / 2.0, SPAN);
}

/* A little to and fro, where the smallest size has meetings: 12 px a frame. */
static void
pan_near (Subject *subject, guint frame)
{
  scr_timeline_canvas_set_visible_days (subject->canvas, TODAY - NEAR_SPAN / 2.0 + 12 * sin (frame / 8.0),
                                        NEAR_SPAN);
}

/* Nearer, and back. */
static void
zoom_near (Subject *subject, guint frame)
{
  double days = NEAR_SPAN * (0.75 + 0.25 * cos (frame * G_PI / 12));

  scr_timeline_canvas_set_visible_days (subject->canvas, TODAY - days / 2, days);
}

/* Through a year and a half, 24 px a frame. */
static void
pan_through (Subject *subject, guint frame)
{
  scr_timeline_canvas_set_visible_days (subject->canvas, TODAY - SPAN / 2.0 - frame * 3.0, SPAN);
}

/* From a week to two years and back. */
static void
zoom_through (Subject *subject, guint frame)
{
  double days = exp (log (7) + (log (730) - log (7)) * (0.5 - 0.5 * cos (frame * G_PI / 24)));

  scr_timeline_canvas_set_visible_days (subject->canvas, TODAY - days / 2, days);
}

/* Five years lie across. */
static void
pan_far (Subject *subject, guint frame)
{
  scr_timeline_canvas_set_visible_days (subject->canvas, TODAY - 913 - frame * 6.0, 1827);
}

static void
measure (Bench *bench, Subject *subject, Step pan, Step zoom)
{
  gtk_stack_set_visible_child (bench->stack, subject->page);
  run_frames (bench, subject, show_plainly, 4, NULL);
  run_frames (bench, subject, pan, 4, NULL);
  run_frames (bench, subject, pan, FRAMES_A_TURN, subject->pan);
  subject->n_seen = scr_timeline_canvas_get_n_chips (subject->canvas);
  run_frames (bench, subject, zoom, 4, NULL);
  run_frames (bench, subject, zoom, FRAMES_A_TURN, subject->zoom);
  run_frames (bench, subject, pan_far, 4, NULL);
  run_frames (bench, subject, pan_far, FRAMES_A_TURN / 2, subject->far);
}

static void
note_times (const char *name, const Subject *subject, GArray *times)
{
  guint n_late = 0;

  for (guint i = 0; i < times->len; i++)
    n_late += g_array_index (times, double, i) > FRAME ? 1 : 0;
  g_print ("note: %s, %u meetings: %.1f ms a frame, mean %.1f ms, 95th percentile %.1f ms, worst %.1f ms, %u "
           "of %u frames above %.1f ms\n",
           name, subject->n, get_part (times, 0.5), get_mean (times), get_part (times, 0.95),
           get_part (times, 1), n_late, times->len, FRAME);
}

/* @least: the size beside which the larger ones are held */
static void
report_frames (Bench *bench, const char *name, Subject *subjects, guint least)
{
  g_autofree char *pan = g_strconcat (name, "-pan", NULL), *zoom = g_strconcat (name, "-zoom", NULL);
  g_autofree char *far = g_strconcat (name, "-five-years", NULL);

  for (guint i = least + 1; i < N_SIZES; i++)
    {
      report (bench, pan, sizes[i], get_part (subjects[i].pan, 0.5), get_part (subjects[least].pan, 0.5),
              LIMIT);
      report (bench, zoom, sizes[i], get_part (subjects[i].zoom, 0.5), get_part (subjects[least].zoom, 0.5),
              LIMIT);
    }
  for (guint i = 0; i < N_SIZES; i++)
    {
      note_times (pan, &subjects[i], subjects[i].pan);
      note_times (zoom, &subjects[i], subjects[i].zoom);
      note_times (far, &subjects[i], subjects[i].far);
      g_print ("note: %s, %u meetings: %u chips in sight\n", name, sizes[i], subjects[i].n_seen);
    }
}

static void
measure_frames (Bench *bench)
{
  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      for (guint i = 0; i < N_SIZES; i++)
        measure (bench, &bench->plain[i], pan_near, zoom_near);
      for (guint i = 0; i < N_SIZES; i++)
        measure (bench, &bench->record[i], pan_through, zoom_through);
    }
  report_frames (bench, "timeline", bench->plain, 0);
  report_frames (bench, "timeline-record", bench->record, 1);
}

/* --- A timeline of a record --- */

static void
add_time (GArray *times, double start)
{
  double took = now () - start;

  g_array_append_val (times, took);
}

/* Every column of the same meetings, as text. */
static void
read_bare (sqlite3 *db, const char *from, const char *until, guint *n)
{
  sqlite3_stmt *statement;
  volatile gsize length = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT * FROM meeting WHERE deleted IS NULL AND day >= ? AND day <= ?"
                                       " ORDER BY day, start",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, from, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, until, -1, SQLITE_STATIC);
  for (*n = 0; sqlite3_step (statement) == SQLITE_ROW; ++*n)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      if (sqlite3_column_text (statement, i) != NULL)
        length += (gsize)sqlite3_column_bytes (statement, i);
  sqlite3_finalize (statement);
}

static void
measure_reading (Bench *bench, Subject *subject, int days)
{
  ScrTimelineQuery query = {.lanes = SCR_LANES_GROUP, .from = TODAY - days / 2, .until = TODAY + days / 2};
  g_autofree char *from = scr_day_from_number (query.from), *until = scr_day_from_number (query.until);
  g_autofree char *name = g_strdup_printf ("timeline-read-%u-days", days);
  GArray *ours = new_times (), *bare = new_times ();
  guint n = 0;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (scr_store_get_path (subject->store), &db, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  for (guint i = 0; i < N_READS; i++)
    {
      double start = now ();
      g_autoptr (ScrTimeline) timeline = scr_timeline_new (NULL, SCR_SOURCE (subject->store), &query);

      add_time (ours, start);
      start = now ();
      read_bare (db, from, until, &n);
      add_time (bare, start);
      g_assert_cmpuint (timeline->entries->len, ==, n);
    }
  sqlite3_close (db);
  report (bench, name, subject->n, get_part (ours, 0.5), get_part (bare, 0.5), READ_LIMIT);
  g_print ("note: %u meetings in %d days\n", n, days);
  g_array_unref (ours);
  g_array_unref (bare);
}

/* --- All of it --- */

static void
add_subject (Bench *bench, Subject *subject, guint n, GtkWidget *page, ScrTimelineCanvas *canvas)
{
  subject->n = n;
  subject->page = page;
  subject->canvas = canvas;
  subject->pan = new_times ();
  subject->zoom = new_times ();
  subject->far = new_times ();
  gtk_stack_add_child (bench->stack, page);
}

static void
add_plain (Bench *bench, Subject *subject, guint n)
{
  GtkWidget *canvas = scr_timeline_canvas_new ();

  scr_timeline_canvas_set_timeline (SCR_TIMELINE_CANVAS (canvas), make_timeline (n));
  add_subject (bench, subject, n, canvas, SCR_TIMELINE_CANVAS (canvas));
}

static void
add_record (Bench *bench, Subject *subject, guint n)
{
  GtkWidget *face;

  subject->folder = maker_folder_new ();
  subject->store = maker_create (subject->folder);
  fill_record (subject->store, n);
  subject->context = scr_context_new ();
  scr_context_set_store (subject->context, subject->store);
  face = scr_timeline_face_new (subject->context, "meetings");
  add_subject (bench, subject, n, face, scr_timeline_face_get_canvas (SCR_TIMELINE_FACE (face)));
}

static void
free_subject (Subject *subject)
{
  g_array_unref (subject->pan);
  g_array_unref (subject->zoom);
  g_array_unref (subject->far);
  if (subject->store == NULL)
    return;
  g_object_unref (subject->context);
  scr_store_close (subject->store);
  g_object_unref (subject->store);
  maker_folder_free (subject->folder);
}

static void
show_window (Bench *bench)
{
  GdkFrameClock *clock;

  bench->stack = GTK_STACK (gtk_stack_new ());
  bench->window = g_object_new (GTK_TYPE_WINDOW, "decorated", FALSE, "default-width", WIDTH, "default-height",
                                HEIGHT, "child", bench->stack, NULL);
  for (guint i = 0; i < N_SIZES; i++)
    {
      add_plain (bench, &bench->plain[i], sizes[i]);
      add_record (bench, &bench->record[i], sizes[i]);
    }
  gtk_window_present (bench->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (bench->stack)))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->stack), on_tick, bench, NULL);
}

int
main (int argc, char **argv)
{
  Bench bench = {0};

  gtk_init ();
  adw_init ();
  show_window (&bench);
  measure_frames (&bench);
  measure_reading (&bench, &bench.record[N_SIZES - 1], SPAN);
  measure_reading (&bench, &bench.record[N_SIZES - 1], 1827);
  gtk_window_destroy (bench.window);
  for (guint i = 0; i < N_SIZES; i++)
    {
      free_subject (&bench.plain[i]);
      free_subject (&bench.record[i]);
    }
  return bench.n_above > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
