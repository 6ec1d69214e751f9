/* Benchmark of the map's canvas: frames while panning and zooming maps of 100, 1,000 and 5,000 cards with three
 * links each, the same number of them visible; a map made from a record and given to the canvas.
 *
 * A line says: benchmark: NAME ours=X reference=Y ratio=R limit=L, in milliseconds, medians; the reference is
 * the map of 100 cards in the same run, turn by turn, so that what else the machine does hits all. A frame is
 * the time from "before-paint" to "after-paint" of the frame clock. "note:" lines tell times of this machine.
 * Leaves with 1 if a ratio is above its limit. Run under tools/with-display.
 */
#include "record-maker.h"

#include "scr-map-canvas.h"
#include "scr-map-overview.h"

#include <math.h>
#include <stdlib.h>

#define WIDTH 1360
#define HEIGHT 860
/* Between the middles of cards, px. */
#define STEP_X 300
#define STEP_Y 126
#define LINKS_A_CARD 3
#define N_SIZES 3
#define N_TURNS 3
#define FRAMES_A_TURN 40
#define N_LOADS 5
#define LIMIT 2.0
/* A sixtieth of a second. */
#define FRAME 16.7

typedef struct
{
  guint n_cards;
  GtkWidget *page;
  ScrMapCanvas *canvas;
  ScrPoint middle;
  GArray *pan; /* (element-type double): milliseconds */
  GArray *zoom;
  GArray *far;
} Map;

typedef void (*Step) (Map *map, guint frame);

typedef struct
{
  GtkWindow *window;
  GtkStack *stack;
  Map maps[N_SIZES];
  /* The frames that are being counted. */
  Map *map;
  Step step;
  GArray *times;
  guint frame;
  guint n_frames;
  double started;
  guint n_above; /* ratios above their limit */
} Bench;

static double
now (void)
{
  return (double)g_get_monotonic_time () / 1000.0;
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

static GArray *
new_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static void
report (Bench *bench, const char *name, guint n_cards, double ours, double reference)
{
  double ratio = ours / reference;

  g_print ("benchmark: %s-%u ours=%.3f reference=%.3f ratio=%.2f limit=%.1f\n", name, n_cards, ours, reference,
           ratio, LIMIT);
  if (ratio > LIMIT)
    bench->n_above++;
}

/* --- A map in memory --- */

static guint
get_n_columns (guint n_cards)
{
  return (guint)ceil (sqrt (n_cards));
}

/* The card a few columns and rows on; back from the edge where there is none. */
static guint
get_neighbour (guint card, guint n_cards, guint n_columns, guint dx, guint dy)
{
  guint column = card % n_columns, row = card / n_columns;

  column = column + dx < n_columns ? column + dx : column - dx;
  for (row += dy; row * n_columns + column >= n_cards; row--)
    continue;
  return row * n_columns + column;
}

/* Cards whose links are as long wherever they stand: below, aside, and past another card. */
static guint
get_end (guint card, guint link, guint n_cards)
{
  static const guint way[LINKS_A_CARD][2] = {{0, 1}, {1, 1}, {2, 0}};

  return get_neighbour (card, n_cards, get_n_columns (n_cards), way[link][0], way[link][1]);
}

static const char *const titles[] = {"Safeguarding partners", "Health", "Education and early years of the borough"};

static void
free_card (gpointer data)
{
  ScrMapCard *card = data;

  g_object_unref (card->item);
  g_free (card->title);
  g_free (card->detail);
  g_array_unref (card->links);
  g_free (card);
}

static void
free_link (gpointer data)
{
  ScrMapLink *link = data;

  g_object_unref (link->item);
  g_free (link->label);
  g_free (link);
}

static ScrMapCard *
make_card (guint index, guint n_columns)
{
  static const char *const kinds[] = {"organisation", "appointment", "group"};
  ScrMapCard *card = g_new0 (ScrMapCard, 1);
  g_autofree char *id = g_strdup_printf ("card-%u", index);

  card->item = scr_item_new (scr_kind_find (kinds[index % 3]), id);
  card->sort = (ScrCardSort)(index % 3);
  card->title = g_strdup_printf ("%s %u", titles[index % 3], index);
  card->detail = g_strdup ("Group · since March 2019");
  card->links = g_array_new (FALSE, FALSE, sizeof (guint));
  card->placed = TRUE;
  card->x = index % n_columns * (double)STEP_X;
  card->y = floor (index / (double)n_columns) * STEP_Y;
  return card;
}

static void
add_link (ScrMap *map, guint from, guint to)
{
  ScrMapLink *link = g_new0 (ScrMapLink, 1);
  guint index = map->links->len;
  g_autofree char *id = g_strdup_printf ("link-%u", index);

  link->item = scr_item_new (scr_kind_find ("link"), id);
  link->from = from;
  link->to = to;
  link->state = index % 7 == 0 ? SCR_LINK_MISSING : index % 5 == 0 ? SCR_LINK_PARTIAL : SCR_LINK_IN_PLACE;
  link->label = g_strdup (index % 2 == 0 ? "accountable to" : "reports each year to");
  g_ptr_array_add (map->links, link);
  g_array_append_val (scr_map_get_card (map, from)->links, index);
  if (to != from)
    g_array_append_val (scr_map_get_card (map, to)->links, index);
}

static ScrMap *
make_map (guint n_cards)
{
  ScrMap *map = g_new0 (ScrMap, 1);

  map->day = g_strdup ("2020-01-01");
  map->cards = g_ptr_array_new_with_free_func (free_card);
  map->links = g_ptr_array_new_with_free_func (free_link);
  map->index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_cards; i++)
    {
      ScrMapCard *card = make_card (i, get_n_columns (n_cards));

      g_ptr_array_add (map->cards, card);
      g_hash_table_insert (map->index, (gpointer)scr_item_get_id (card->item), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < n_cards; i++)
    for (guint k = 0; k < LINKS_A_CARD; k++)
      add_link (map, i, get_end (i, k, n_cards));
  return map;
}

/* --- Frames --- */

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->started = now ();
}

/* A frame in which nothing was changed counts not. */
static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  double took = now () - bench->started;

  if (bench->map == NULL || bench->frame == 0)
    return;
  if (bench->times != NULL)
    g_array_append_val (bench->times, took);
  if (bench->frame >= bench->n_frames)
    bench->map = NULL;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->map != NULL)
    bench->step (bench->map, bench->frame++);
  return G_SOURCE_CONTINUE;
}

/* @times: (nullable): frames that only warm up. */
static void
run_frames (Bench *bench, Map *map, Step step, guint n_frames, GArray *times)
{
  bench->step = step;
  bench->times = times;
  bench->frame = 0;
  bench->n_frames = n_frames;
  bench->map = map;
  while (bench->map != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* About the middle of the map, so that no size sees its edge: 12 px a frame. */
static void
pan (Map *map, guint frame)
{
  double way = frame * 12.0;

  scr_map_canvas_show_place (map->canvas, map->middle.x + 600 * sin (way / 600),
                             map->middle.y + 150 * sin (way / 240));
}

/* From 80 % to 140 % and back. */
static void
zoom (Map *map, guint frame)
{
  scr_map_canvas_set_zoom (map->canvas, 1.1 - 0.3 * cos (frame * G_PI / 12));
  scr_map_canvas_show_place (map->canvas, map->middle.x, map->middle.y);
}

static void
show_plainly (Map *map, guint frame)
{
  scr_map_canvas_set_zoom (map->canvas, 1);
  scr_map_canvas_show_place (map->canvas, map->middle.x, map->middle.y);
}

/* The whole map is seen, and shakes. */
static void
pan_far (Map *map, guint frame)
{
  if (frame == 0)
    scr_map_canvas_fit_all (map->canvas);
  else
    scr_map_canvas_show_place (map->canvas, map->middle.x + 100 * sin (frame / 4.0), map->middle.y);
}

static void
measure_frames (Bench *bench)
{
  for (guint turn = 0; turn < N_TURNS; turn++)
    for (guint i = 0; i < N_SIZES; i++)
      {
        Map *map = &bench->maps[i];

        gtk_stack_set_visible_child (bench->stack, map->page);
        run_frames (bench, map, show_plainly, 3, NULL);
        run_frames (bench, map, pan, FRAMES_A_TURN, map->pan);
        run_frames (bench, map, zoom, FRAMES_A_TURN, map->zoom);
        run_frames (bench, map, pan_far, 3, NULL);
        run_frames (bench, map, pan_far, 12, map->far);
      }
}

static void
note_times (const char *name, const Map *map, GArray *times)
{
  guint n_late = 0;

  for (guint i = 0; i < times->len; i++)
    n_late += g_array_index (times, double, i) > FRAME ? 1 : 0;
  g_print ("note: %s %u cards: %.1f ms a frame, 95th percentile %.1f ms, %u of %u frames above %.1f ms\n", name,
           map->n_cards, get_part (times, 0.5), get_part (times, 0.95), n_late, times->len, FRAME);
}

static void
report_frames (Bench *bench)
{
  const Map *least = &bench->maps[0];

  for (guint i = 1; i < N_SIZES; i++)
    {
      const Map *map = &bench->maps[i];

      report (bench, "map-pan", map->n_cards, get_part (map->pan, 0.5), get_part (least->pan, 0.5));
      report (bench, "map-zoom", map->n_cards, get_part (map->zoom, 0.5), get_part (least->zoom, 0.5));
    }
  for (guint i = 0; i < N_SIZES; i++)
    {
      note_times ("panning", &bench->maps[i], bench->maps[i].pan);
      note_times ("zooming", &bench->maps[i], bench->maps[i].zoom);
      note_times ("panning as small as shows all, or 10 %, of", &bench->maps[i], bench->maps[i].far);
    }
}

/* --- A map from a record --- */

static void
set_id (ScrEdit *edit, const char *link, const char *field, guint card)
{
  g_autofree char *id = g_strdup_printf ("card-%u", card);

  scr_edit_set_text (edit, "link", link, field, id);
}

static void
add_placement (ScrEdit *edit, const char *card, guint index, guint n_columns)
{
  g_autofree char *id = scr_placement_identity (NULL, SCR_LAYOUT_HIERARCHY, card);

  scr_edit_add (edit, "placement", id);
  scr_edit_set_text (edit, "placement", id, "card", card);
  scr_edit_set_text (edit, "placement", id, "layout", SCR_LAYOUT_HIERARCHY);
  scr_edit_set_number (edit, "placement", id, "x", index % n_columns * (double)STEP_X);
  scr_edit_set_number (edit, "placement", id, "y", floor (index / (double)n_columns) * STEP_Y);
}

static void
fill_record (ScrStore *store, guint n_cards)
{
  ScrEdit *edit = scr_edit_new ("A large map");

  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *id = g_strdup_printf ("card-%u", i);
      g_autofree char *title = g_strdup_printf ("%s %u", titles[i % 3], i);

      scr_edit_add (edit, "organisation", id);
      scr_edit_set_text (edit, "organisation", id, "title", title);
      add_placement (edit, id, i, get_n_columns (n_cards));
    }
  for (guint i = 0; i < n_cards * LINKS_A_CARD; i++)
    {
      g_autofree char *id = g_strdup_printf ("link-%u", i);

      scr_edit_add (edit, "link", id);
      set_id (edit, id, "from_card", i / LINKS_A_CARD);
      set_id (edit, id, "to_card", get_end (i / LINKS_A_CARD, i % LINKS_A_CARD, n_cards));
      scr_edit_set_text (edit, "link", id, "kind", "link-kind.0");
    }
  maker_apply (store, edit);
}

static void
add_time (GArray *times, double start)
{
  double took = now () - start;

  g_array_append_val (times, took);
}

/* The work is of the cards: ten times as many may take twenty times as long. */
static void
report_load (Bench *bench, const char *name, GArray *ours, GArray *reference)
{
  report (bench, name, 1000, get_part (ours, 0.5), 10 * get_part (reference, 0.5));
}

static void
measure_loads (Bench *bench)
{
  static const guint sizes[] = {100, 1000};
  const ScrMapQuery query = {.day = "2020-01-01"};
  char *folders[2];
  ScrStore *stores[2];
  GArray *made[2] = {new_times (), new_times ()};
  GArray *given[2] = {new_times (), new_times ()};

  for (guint i = 0; i < 2; i++)
    {
      folders[i] = maker_folder_new ();
      stores[i] = maker_create (folders[i]);
      fill_record (stores[i], sizes[i]);
      gtk_stack_set_visible_child (bench->stack, bench->maps[i].page);
      run_frames (bench, &bench->maps[i], show_plainly, 3, NULL);
    }
  for (guint turn = 0; turn < N_LOADS; turn++)
    for (guint i = 0; i < 2; i++)
      {
        double start = now ();
        ScrMap *map = scr_map_new (NULL, SCR_SOURCE (stores[i]), &query);

        add_time (made[i], start);
        g_assert_cmpuint (map->links->len, ==, sizes[i] * LINKS_A_CARD);
        gtk_stack_set_visible_child (bench->stack, bench->maps[i].page);
        start = now ();
        scr_map_canvas_set_map (bench->maps[i].canvas, map, FALSE);
        add_time (given[i], start);
      }
  report_load (bench, "map-from-record", made[1], made[0]);
  report_load (bench, "map-given", given[1], given[0]);
  for (guint i = 0; i < 2; i++)
    {
      g_object_unref (stores[i]);
      maker_folder_free (folders[i]);
      g_array_unref (made[i]);
      g_array_unref (given[i]);
    }
}

/* --- All of it --- */

/* As the view does it: the small map of the whole over the canvas. */
static void
add_map (Bench *bench, Map *map, guint n_cards)
{
  ScrMap *shown = make_map (n_cards);
  const ScrMapCard *middle;
  guint n_columns = get_n_columns (n_cards);
  GtkWidget *canvas = scr_map_canvas_new ();

  map->n_cards = n_cards;
  middle = scr_map_get_card (shown, n_cards / n_columns / 2 * n_columns + n_columns / 2);
  map->middle = (ScrPoint) {middle->x, middle->y};
  map->canvas = SCR_MAP_CANVAS (canvas);
  map->page = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (map->page), canvas);
  gtk_overlay_add_overlay (GTK_OVERLAY (map->page), scr_map_overview_new (map->canvas));
  gtk_stack_add_child (bench->stack, map->page);
  scr_map_canvas_set_map (map->canvas, shown, FALSE);
  map->pan = new_times ();
  map->zoom = new_times ();
  map->far = new_times ();
}

static void
show_window (Bench *bench)
{
  GdkFrameClock *clock;

  bench->stack = GTK_STACK (gtk_stack_new ());
  bench->window = g_object_new (GTK_TYPE_WINDOW, "decorated", FALSE, "default-width", WIDTH, "default-height",
                                HEIGHT, "child", bench->stack, NULL);
  for (guint i = 0; i < N_SIZES; i++)
    add_map (bench, &bench->maps[i], (const guint[]) {100, 1000, 5000}[i]);
  gtk_window_present (bench->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (bench->stack)))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), bench);
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
  report_frames (&bench);
  measure_loads (&bench);
  gtk_window_destroy (bench.window);
  for (guint i = 0; i < N_SIZES; i++)
    {
      g_array_unref (bench.maps[i].pan);
      g_array_unref (bench.maps[i].zoom);
      g_array_unref (bench.maps[i].far);
    }
  return bench.n_above > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
