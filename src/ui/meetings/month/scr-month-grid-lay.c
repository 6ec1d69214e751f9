/* Where the days and the chips of a month lie. See scr-month-grid.h. */
#include "config.h"

#include "scr-month-grid-private.h"

#include "scr-time-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Above and below the words of a chip together, and above and below those of the weekdays, px. */
#define CHIP_PAD 6
#define HEADER_PAD 12

static int
get_first_day (ScrMonthGrid *self, const ScrMonthPiece *piece)
{
  return self->month.first + (int)(piece->week * 7 + piece->column);
}

static gboolean
covers (ScrMonthGrid *self, const ScrMonthPiece *piece, int day)
{
  int first = get_first_day (self, piece);

  return day >= first && day < first + (int)piece->n_columns;
}

/* --- Sizes --- */

int
scr_month_grid_get_header_height (ScrMonthGrid *self)
{
  int natural;

  gtk_widget_measure (self->weekdays[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural + HEADER_PAD;
}

int
scr_month_grid_get_head_height (ScrMonthGrid *self)
{
  return scr_month_day_get_head_height (SCR_MONTH_DAY (self->days[0]));
}

int
scr_month_grid_get_chip_height (ScrMonthGrid *self)
{
  int natural;

  gtk_widget_measure (scr_timeline_mark_get_title (SCR_TIMELINE_MARK (self->ruler)), GTK_ORIENTATION_VERTICAL,
                      -1, NULL, &natural, NULL, NULL);
  return natural + CHIP_PAD;
}

static int
get_row_y (ScrMonthGrid *self, guint week)
{
  int header = scr_month_grid_get_header_height (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return header + (int)((guint)MAX (height - header, 0) * week / self->month.n_weeks);
}

/* The columns from @first to before @end, as seen. */
static void
get_columns (ScrMonthGrid *self, guint first, guint end, int *x, int *width)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self));
  int from = whole * (int)first / 7, until = whole * (int)end / 7;

  *width = until - from;
  *x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? whole - until : from;
}

static void
get_cell (ScrMonthGrid *self, guint index, GdkRectangle *area)
{
  area->y = get_row_y (self, index / 7);
  area->height = get_row_y (self, index / 7 + 1) - area->y;
  get_columns (self, index % 7, index % 7 + 1, &area->x, &area->width);
}

void
scr_month_grid_get_day_area (ScrMonthGrid *self, int day, GdkRectangle *area)
{
  get_cell (self, (guint)CLAMP (day - self->month.first, 0, SCR_MONTH_N_DAYS - 1), area);
}

static int
get_chip_y (ScrMonthGrid *self, guint week, guint row)
{
  return get_row_y (self, week) + scr_month_grid_get_head_height (self)
         + (int)row * (scr_month_grid_get_chip_height (self) + SCR_MONTH_GAP);
}

/* What goes on before or after reaches to the edge. */
static void
get_piece_area (ScrMonthGrid *self, const ScrMonthPiece *piece, GdkRectangle *area)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int start = piece->begins ? SCR_MONTH_GAP : 0, end = piece->ends ? SCR_MONTH_GAP : 0;

  get_columns (self, piece->column, piece->column + piece->n_columns, &area->x, &area->width);
  area->x += (rtl ? end : start) + 1;
  area->width = MAX (area->width - start - end - 1, 1);
  area->y = get_chip_y (self, piece->week, piece->row);
  area->height = scr_month_grid_get_chip_height (self);
}

static void
get_more_area (ScrMonthGrid *self, guint index, GdkRectangle *area)
{
  get_cell (self, index, area);
  area->x += SCR_MONTH_GAP;
  area->width = MAX (area->width - 2 * SCR_MONTH_GAP, 1);
  area->y = get_chip_y (self, index / 7, MAX (self->n_rows, 1) - 1);
  area->height = scr_month_grid_get_chip_height (self);
}

/* --- Which widgets --- */

static void
show_child (GtkWidget *child, gboolean shown)
{
  if (gtk_widget_get_child_visible (child) != shown)
    gtk_widget_set_child_visible (child, shown);
}

static GtkWidget *
new_mark (ScrMonthGrid *self)
{
  GtkWidget *mark = scr_timeline_mark_new ();

  gtk_widget_insert_before (mark, GTK_WIDGET (self), self->dragged);
  return mark;
}

/* The chip that shows the same thing in the same week already, or another. */
static GtkWidget *
find_mark (ScrMonthGrid *self, GHashTable *old, const ScrTimelineEntry *entry, guint week)
{
  GString *key = g_string_new (scr_month_grid_get_id (entry));
  gpointer found_key = NULL, mark = NULL;

  g_string_append_printf (key, "/%u", week);
  while (g_hash_table_contains (self->marks, key->str))
    g_string_append_c (key, '+');
  if (g_hash_table_steal_extended (old, key->str, &found_key, &mark))
    g_free (found_key);
  else
    mark = new_mark (self);
  g_hash_table_insert (self->marks, g_string_free (key, FALSE), mark);
  return mark;
}

static void
show_piece (ScrMonthGrid *self, GHashTable *old, guint index)
{
  const ScrMonthPiece *piece = &g_array_index (self->pieces, ScrMonthPiece, index);
  const ScrTimelineEntry *entry = scr_month_grid_get_entry (self, (int)index);
  GtkWidget *mark;

  if (piece->hidden)
    {
      g_ptr_array_add (self->shown, NULL);
      return;
    }
  mark = find_mark (self, old, entry, piece->week);
  scr_timeline_mark_show (SCR_TIMELINE_MARK (mark), entry);
  scr_timeline_mark_set_cut (SCR_TIMELINE_MARK (mark), !piece->begins, !piece->ends);
  show_child (mark, TRUE);
  g_ptr_array_add (self->shown, mark);
}

static void
show_more (ScrMonthGrid *self, guint index)
{
  guint n = self->narrow ? 0 : self->n_hidden[index];
  g_autofree char *day = NULL, *words = NULL;

  if (n == 0)
    {
      if (self->more[index] != NULL)
        show_child (self->more[index], FALSE);
      return;
    }
  if (self->more[index] == NULL)
    self->more[index] = new_mark (self);
  day = scr_time_format (NULL, SCR_TIME_DAY, self->month.first + (int)index, 1, SCR_TIME_WHOLE);
  /* TRANSLATORS: how many things of a day (%2$s) there is no room for */
  words = g_strdup_printf (ngettext ("%1$u more on %2$s", "%1$u more on %2$s", n), n, day);
  scr_timeline_mark_show_gathering (SCR_TIMELINE_MARK (self->more[index]), n, words);
  show_child (self->more[index], TRUE);
}

/* Gives each piece that fits its chip, and takes away what is seen no more. */
void
scr_month_grid_fit (ScrMonthGrid *self)
{
  GHashTable *old = self->marks;
  GHashTableIter iter;
  gpointer mark;

  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_set_size (self->shown, 0);
  if (!self->narrow && self->n_rows > 0)
    {
      scr_month_fit (&self->month, self->pieces, self->n_rows, self->n_hidden);
      for (guint i = 0; i < self->pieces->len; i++)
        show_piece (self, old, i);
    }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    gtk_widget_unparent (mark);
  g_hash_table_unref (old);
  for (guint i = 0; i < SCR_MONTH_N_DAYS; i++)
    show_more (self, i);
  scr_month_grid_show_selected (self);
}

void
scr_month_grid_show_selected (ScrMonthGrid *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (self->shown, i);

      if (mark != NULL)
        scr_timeline_mark_set_selected (
            SCR_TIMELINE_MARK (mark),
            g_strcmp0 (self->selected_id, scr_month_grid_get_id (scr_month_grid_get_entry (self, (int)i)))
                == 0);
    }
}

void
scr_month_grid_show_days (ScrMonthGrid *self)
{
  for (guint i = 0; i < SCR_MONTH_N_DAYS; i++)
    {
      int day = self->month.first + (int)i;
      const ScrMonthDayState state = {
          .day = day,
          .holiday = scr_month_grid_get_holiday (self, day),
          .is_outside = day < self->month.month_first || day > self->month.month_last,
          .is_today = self->timeline != NULL && day == self->timeline->today,
          .is_editable = self->editable,
          .is_narrow = self->narrow,
          .n_entries = self->n_entries[i],
      };

      show_child (self->days[i], i < self->month.n_weeks * 7);
      scr_month_day_set (SCR_MONTH_DAY (self->days[i]), &state);
      scr_month_day_set_class (SCR_MONTH_DAY (self->days[i]), "current", day == self->day);
    }
}

/* --- Placing --- */

static void
place_at (GtkWidget *child, const GdkRectangle *area)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, area, -1);
}

static void
place_pieces (ScrMonthGrid *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (self->shown, i);
      GdkRectangle area;

      if (mark == NULL)
        continue;
      get_piece_area (self, &g_array_index (self->pieces, ScrMonthPiece, i), &area);
      scr_timeline_mark_set_span (SCR_TIMELINE_MARK (mark), 0, area.width, area.width);
      place_at (mark, &area);
    }
  for (guint i = 0; i < SCR_MONTH_N_DAYS; i++)
    if (self->more[i] != NULL && gtk_widget_get_child_visible (self->more[i]))
      {
        GdkRectangle area;

        get_more_area (self, i, &area);
        place_at (self->more[i], &area);
      }
}

/* As many rows as the lowest week has room for, so that all weeks tell alike. */
static guint
count_rows (ScrMonthGrid *self)
{
  int header = scr_month_grid_get_header_height (self);
  int cell = (gtk_widget_get_height (GTK_WIDGET (self)) - header) / (int)self->month.n_weeks;
  int room = cell - scr_month_grid_get_head_height (self);

  return (guint)MAX (room / (scr_month_grid_get_chip_height (self) + SCR_MONTH_GAP), 1);
}

void
scr_month_grid_place (ScrMonthGrid *self)
{
  guint n_rows = count_rows (self);
  GdkRectangle area;

  if (n_rows != self->n_rows)
    {
      self->n_rows = n_rows;
      scr_month_grid_fit (self);
    }
  for (guint i = 0; i < 7; i++)
    {
      get_columns (self, i, i + 1, &area.x, &area.width);
      area.y = 0;
      area.height = scr_month_grid_get_header_height (self);
      place_at (self->weekdays[i], &area);
    }
  for (guint i = 0; i < self->month.n_weeks * 7; i++)
    {
      get_cell (self, i, &area);
      place_at (self->days[i], &area);
    }
  place_pieces (self);
  scr_month_grid_place_dragged (self);
}

/* --- What lies under the pointer --- */

static gboolean
is_in (const GdkRectangle *area, double x, double y)
{
  return x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height;
}

/* 0 for none. */
int
scr_month_grid_find_day (ScrMonthGrid *self, double x, double y)
{
  for (guint i = 0; i < self->month.n_weeks * 7; i++)
    {
      GdkRectangle area;

      get_cell (self, i, &area);
      if (is_in (&area, x, y))
        return self->month.first + (int)i;
    }
  return 0;
}

/* -1 for none. */
int
scr_month_grid_find_piece (ScrMonthGrid *self, double x, double y)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      GdkRectangle area;

      if (g_ptr_array_index (self->shown, i) == NULL)
        continue;
      get_piece_area (self, &g_array_index (self->pieces, ScrMonthPiece, i), &area);
      if (is_in (&area, x, y))
        return (int)i;
    }
  return -1;
}

/* The day whose "+3" it is, 0 for none. */
int
scr_month_grid_find_more (ScrMonthGrid *self, double x, double y)
{
  int day = scr_month_grid_find_day (self, x, y);
  GtkWidget *more = day != 0 ? scr_month_grid_get_more (self, day) : NULL;
  GdkRectangle area;

  if (more == NULL)
    return 0;
  get_more_area (self, (guint)(day - self->month.first), &area);
  return is_in (&area, x, y) ? day : 0;
}

int
scr_month_grid_find_piece_of (ScrMonthGrid *self, GtkWidget *mark)
{
  guint index;

  return mark != NULL && g_ptr_array_find (self->shown, mark, &index) ? (int)index : -1;
}

/* What Tab goes through within a day: the day, its chips, "+3". */
GPtrArray *
scr_month_grid_list_stops (ScrMonthGrid *self, int day)
{
  GPtrArray *stops = g_ptr_array_new ();
  GtkWidget *more = scr_month_grid_get_more (self, day);

  g_ptr_array_add (stops, scr_month_grid_get_day_widget (self, day));
  for (guint row = 0; row < self->n_rows; row++)
    for (guint i = 0; i < self->shown->len; i++)
      {
        const ScrMonthPiece *piece = &g_array_index (self->pieces, ScrMonthPiece, i);

        if (g_ptr_array_index (self->shown, i) != NULL && piece->row == row && covers (self, piece, day))
          g_ptr_array_add (stops, g_ptr_array_index (self->shown, i));
      }
  if (more != NULL)
    g_ptr_array_add (stops, more);
  return stops;
}
