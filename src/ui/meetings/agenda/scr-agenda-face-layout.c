/* Where the parts of a row of an agenda stand. See scr-agenda-face.h. */
#include "config.h"

#include "scr-agenda-face-private.h"

#include "scr-text-scale.h"

#define GAP 9
#define PADDING 12
#define NARROW_INDENT 12
/* Rows with less width than this are narrow. */
#define NARROW 480
#define LEAST_HEIGHT 42
#define PURPOSE_WIDTH 102
#define LENGTH_WIDTH 84
/* A title with less room than this has the rest under it. */
#define LEAST_TITLE 190
/* What may stand between title and start, and the end of their list. */
#define N_EXTRAS 10

static int
measure_width (GtkWidget *widget, gboolean natural)
{
  int minimum = 0, wanted = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &wanted, NULL, NULL);
  return natural ? wanted : minimum;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int minimum = 0, natural = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return minimum;
}

/* Where a part goes: @x from where lines begin, mirrored where that is the right. */
static void
allocate (ScrAgendaFace *self, GtkWidget *widget, int x, int y, int width, int height)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self));

  if (!gtk_widget_get_visible (widget))
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = whole - x - width;
  gtk_widget_size_allocate (widget, &(GtkAllocation) {x, y, width, height}, -1);
}

/* In one line purposes and minutes stand in columns of their own. */
static int
measure_extra (ScrAgendaFace *self, GtkWidget *extra, gboolean wide)
{
  int width = measure_width (extra, TRUE);
  double scale = scr_text_scale_get (GTK_WIDGET (self));

  if (wide && extra == self->purpose)
    return MAX (width, (int)(PURPOSE_WIDTH * scale));
  return wide && extra == self->length ? MAX (width, (int)(LENGTH_WIDTH * scale)) : width;
}

/* What stands between title and start, in its order; ends with %NULL. */
static void
list_extras (ScrAgendaFace *self, GtkWidget *extras[N_EXTRAS])
{
  GtkWidget *all[N_EXTRAS]
      = {self->carried,      self->interest, self->messages, self->decisions, self->actions,
         self->minutes_pill, self->papers,   self->purpose,  self->length,    NULL};

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    extras[i] = all[i];
}

static GtkWidget *
get_title_widget (ScrAgendaFace *self)
{
  return self->entry_field != NULL ? self->entry_field : self->title;
}

typedef struct
{
  gboolean wide;
  int title_x, title_width;
  int number_x, handle_x, start_x;
  int extras_width;
} Columns;

static void
find_columns (ScrAgendaFace *self, int width, Columns *columns)
{
  GtkWidget *extras[N_EXTRAS];
  guint level = self->entry != NULL ? self->entry->level : 0;
  double scale = scr_text_scale_get (GTK_WIDGET (self));
  int number = MAX (measure_width (self->number, TRUE), (int)((level > 0 ? 30 : 24) * scale));
  int start = measure_width (self->start, TRUE);
  int after = width - PADDING - start - (start > 0 ? GAP : 0), rest;

  list_extras (self, extras);
  columns->extras_width = 0;
  for (guint i = 0; extras[i] != NULL; i++)
    if (gtk_widget_get_visible (extras[i]))
      columns->extras_width += measure_extra (self, extras[i], TRUE) + GAP;
  rest = after - PADDING - (int)level * SCR_AGENDA_INDENT - measure_width (self->handle, TRUE) - number
         - 2 * GAP;
  columns->wide = rest - columns->extras_width >= LEAST_TITLE * scale;
  /* By the width of them all, so that rows of a level stand under one another. */
  columns->handle_x = PADDING + (int)level * (width >= NARROW * scale ? SCR_AGENDA_INDENT : NARROW_INDENT);
  columns->number_x = columns->handle_x + measure_width (self->handle, TRUE) + GAP;
  columns->title_x = columns->number_x + number + GAP;
  columns->title_width = after - columns->title_x - (columns->wide ? columns->extras_width : 0);
  columns->start_x = width - PADDING - start;
}

/* The line of extras beside the title: each as wide as it wants. */
static int
lay_out_beside (ScrAgendaFace *self, const Columns *columns, int y, int height, gboolean really)
{
  GtkWidget *extras[N_EXTRAS];
  int x = columns->title_x + columns->title_width + GAP, tallest = 0;

  list_extras (self, extras);
  for (guint i = 0; extras[i] != NULL; i++)
    {
      int width = measure_extra (self, extras[i], TRUE), own = measure_height (extras[i], -1);

      if (!gtk_widget_get_visible (extras[i]))
        continue;
      tallest = MAX (tallest, own);
      if (really)
        allocate (self, extras[i], x, y + (height - own) / 2, width, own);
      x += width + GAP;
    }
  return tallest;
}

/* Lines of extras under the title, as many as are needed. */
static int
lay_out_under (ScrAgendaFace *self, const Columns *columns, int y, gboolean really)
{
  GtkWidget *extras[N_EXTRAS];
  int x = 0, tallest = 0, top = y;

  list_extras (self, extras);
  for (guint i = 0; extras[i] != NULL; i++)
    {
      int width, own;

      if (!gtk_widget_get_visible (extras[i]))
        continue;
      width = MIN (measure_width (extras[i], TRUE),
                   MAX (columns->title_width, measure_width (extras[i], FALSE)));
      own = measure_height (extras[i], width);
      if (x > 0 && x + width > columns->title_width)
        {
          x = 0;
          y += tallest;
          tallest = 0;
        }
      if (really)
        allocate (self, extras[i], columns->title_x + x, y, width, own);
      tallest = MAX (tallest, own);
      x += width + GAP;
    }
  return y + tallest - top;
}

/* One function for both: the height that the row needs, and where everything goes. */
static int
lay_out (ScrAgendaFace *self, int width, gboolean really)
{
  GtkWidget *title = get_title_widget (self);
  int above = measure_height (self->end_above, width), below = measure_height (self->end_below, width);
  int first, title_height, height, start = measure_width (self->start, TRUE);
  Columns columns;

  find_columns (self, width, &columns);
  title_height = measure_height (title, columns.title_width);
  /* A title of several lines keeps off the lines between rows. */
  first = MAX (title_height + (columns.wide ? 6 : 0), measure_height (self->start, start));
  first = MAX (first, measure_height (self->number, -1));
  if (columns.wide)
    first = MAX (first, lay_out_beside (self, &columns, 0, 0, FALSE));
  first = MAX (first, columns.wide ? LEAST_HEIGHT - 6 : LEAST_HEIGHT - 12);
  height = first + (columns.wide ? 6 : 12);
  if (!columns.wide)
    height += lay_out_under (self, &columns, 0, FALSE);
  if (!really)
    return above + height + below;

  allocate (self, self->end_above, 0, 0, width, above);
  allocate (self, self->end_below, 0, above + height, width, below);
  above += columns.wide ? 3 : 6;
  allocate (self, self->handle, columns.handle_x, above, measure_width (self->handle, TRUE), first);
  allocate (self, self->number, columns.number_x, above, columns.title_x - GAP - columns.number_x, first);
  allocate (self, title, columns.title_x, above + (first - title_height) / 2, columns.title_width,
            title_height);
  allocate (self, self->start, columns.start_x, above, start, first);
  if (columns.wide)
    lay_out_beside (self, &columns, above, first, TRUE);
  else
    lay_out_under (self, &columns, above + first, TRUE);
  return 0;
}

void
scr_agenda_face_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  ScrAgendaFace *self = SCR_AGENDA_FACE (widget);
  GtkWidget *extras[N_EXTRAS];
  int least, fixed;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int width = for_size;

      if (width < 0)
        scr_agenda_face_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &width, NULL, NULL);
      *minimum = *natural = lay_out (self, width, FALSE);
      return;
    }
  list_extras (self, extras);
  least = measure_width (get_title_widget (self), FALSE);
  for (guint i = 0; extras[i] != NULL; i++)
    least = MAX (least, measure_width (extras[i], FALSE));
  fixed = 2 * PADDING + 3 * GAP + measure_width (self->handle, TRUE)
          + MAX (measure_width (self->number, TRUE), (int)(30 * scr_text_scale_get (widget)))
          + measure_width (self->start, TRUE);
  fixed += NARROW_INDENT * (int)(self->entry != NULL ? self->entry->level : 0);
  *minimum = MAX (least + fixed, measure_width (self->end_above, FALSE));
  *minimum = MAX (*minimum, measure_width (self->end_below, FALSE));
  *natural = MAX (*minimum, 640);
}

void
scr_agenda_face_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (SCR_AGENDA_FACE (widget), width, TRUE);
}

GtkSizeRequestMode
scr_agenda_face_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/**
 * scr_agenda_face_get_title_x:
 * @self: a row
 *
 * Returns: where its handle begins, from where lines begin
 */
int
scr_agenda_face_get_title_x (ScrAgendaFace *self)
{
  Columns columns;

  find_columns (self, gtk_widget_get_width (GTK_WIDGET (self)), &columns);
  return columns.handle_x;
}
