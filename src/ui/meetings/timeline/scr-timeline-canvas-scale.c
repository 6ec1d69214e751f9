/* The scale above the lanes, and the names of free days. See scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include "scr-day.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many words are kept laid out for the next frame. */
#define MOST_LAYOUTS 400
/* Of a tick to its words, and between words, px. */
#define INDENT 6
/* Holidays are named to assistive technology in a view of up to so many days. */
#define MOST_DESCRIBED_DAYS 400

typedef enum
{
  PLAIN,
  STRONG,
  DIM,
  TODAY,
} Letters;

static PangoLayout *
get_layout (ScrTimelineCanvas *self, const char *text, Letters letters)
{
  g_autofree char *key = g_strdup_printf ("%d%s", letters, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);
  PangoAttrList *attributes;

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  attributes = pango_attr_list_new ();
  if (letters == STRONG || letters == TODAY)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (letters != STRONG)
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.86));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* --- Which units --- */

/* How much room the shortest name of each unit needs, px. */
static void
measure_units (ScrTimelineCanvas *self, double *least)
{
  double digit = self->widths['0'] * 1.05;

  least[SCR_TIME_DAY] = digit * 2 + INDENT * 2;
  least[SCR_TIME_WEEK] = digit * 2 + INDENT * 2;
  least[SCR_TIME_MONTH] = digit * 4 + INDENT * 2;
  least[SCR_TIME_QUARTER] = digit * 3 + INDENT * 2;
  least[SCR_TIME_YEAR] = 0;
}

ScrTimeUnit
scr_timeline_canvas_choose_unit (ScrTimelineCanvas *self)
{
  double least[SCR_TIME_N_UNITS];

  measure_units (self, least);
  return scr_time_choose_lower (scr_timeline_canvas_get_px_a_day (self), least);
}

/* --- Drawing --- */

static void
write_at (ScrTimelineCanvas *self,
          GtkSnapshot *snapshot,
          PangoLayout *layout,
          const GdkRGBA *ink,
          double along,
          double y)
{
  double x = self->head_width + along;

  if (scr_timeline_canvas_is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - get_width (layout);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)round (x), (float)round (y)));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

/* Longer words where there is room for them. */
static PangoLayout *
choose_words (ScrTimelineCanvas *self, ScrTimeUnit unit, int day, double room)
{
  for (ScrTimeStyle style = SCR_TIME_PLAIN + 1; style-- > SCR_TIME_SHORT;)
    {
      g_autofree char *text = NULL;
      PangoLayout *layout;

      /* A week is called by its Monday's number: its month stands above. */
      if (unit == SCR_TIME_WEEK && style == SCR_TIME_PLAIN)
        continue;
      text = scr_time_format (NULL, unit, day, self->year_start, style);
      layout = get_layout (self, text, DIM);
      if (style == SCR_TIME_SHORT || get_width (layout) + INDENT * 2 <= room)
        return layout;
    }
  g_return_val_if_reached (NULL);
}

/* The pill of today covers what is beneath it. */
static gboolean
is_under_today (ScrTimelineCanvas *self, double from, double until, double today, double pill)
{
  return pill > 0 && until > today - pill / 2 - 2 && from < today + pill / 2 + 2;
}

static void
draw_lower (ScrTimelineCanvas *self,
            GtkSnapshot *snapshot,
            ScrTimeUnit unit,
            const GdkRGBA *ink,
            double y,
            double today,
            double pill)
{
  double body = scr_timeline_canvas_get_body_width (self);
  int first, last;

  scr_timeline_canvas_get_visible_days (self, &first, &last);
  for (int day = scr_time_floor (unit, first, self->year_start), next; day <= last; day = next)
    {
      double along = scr_timeline_canvas_day_to_along (self, day), end;
      gboolean is_cut = along < 0;
      PangoLayout *layout;
      int width;

      next = scr_time_next (unit, day, self->year_start);
      end = scr_timeline_canvas_day_to_along (self, next);
      /* A month stays in view while its days are; a day would come too near to the next. */
      if (is_cut && unit <= SCR_TIME_WEEK)
        continue;
      is_cut = is_cut || end > body;
      along = fmax (along, 0);
      end = fmin (end, body);
      layout = choose_words (self, unit, day, end - along);
      width = get_width (layout);
      if (!(is_cut && along + INDENT + width > end)
          && !is_under_today (self, along + INDENT, along + INDENT + width, today, pill))
        write_at (self, snapshot, layout, ink, along + INDENT, y);
    }
}

/* "April 2019", then "May"; the first is kept in view while its days are. What would be cut is left out. */
static void
draw_upper (ScrTimelineCanvas *self, GtkSnapshot *snapshot, ScrTimeUnit unit, const GdkRGBA *ink, double y)
{
  int first, last;
  gboolean is_first = TRUE;

  scr_timeline_canvas_get_visible_days (self, &first, &last);
  for (int day = scr_time_floor (unit, first, self->year_start), next; day <= last; day = next)
    {
      double along = fmax (scr_timeline_canvas_day_to_along (self, day), 0), end;
      gboolean says_year = is_first || scr_time_floor (SCR_TIME_YEAR, day, 1) == day;
      g_autofree char *text
          = scr_time_format (NULL, unit, day, self->year_start, says_year ? SCR_TIME_WHOLE : SCR_TIME_PLAIN);
      PangoLayout *layout = get_layout (self, text, STRONG);

      next = scr_time_next (unit, day, self->year_start);
      end = fmin (scr_timeline_canvas_day_to_along (self, next), scr_timeline_canvas_get_body_width (self));
      if (along + INDENT + get_width (layout) + INDENT > end && says_year && unit == SCR_TIME_MONTH)
        {
          g_autofree char *less = scr_time_format (NULL, unit, day, self->year_start, SCR_TIME_PLAIN);

          layout = get_layout (self, less, STRONG);
        }
      if (along + INDENT + get_width (layout) <= end)
        {
          write_at (self, snapshot, layout, ink, along + INDENT, y);
          is_first = FALSE;
        }
    }
}

static void
draw_pill (ScrTimelineCanvas *self, GtkSnapshot *snapshot, PangoLayout *layout, double today, double y)
{
  const ScrInks *inks = scr_timeline_get_inks ();
  GdkRGBA fill = scr_timeline_rgba (inks->text, 1), ink = scr_timeline_rgba (inks->paper, 1);
  double width = get_width (layout) + 16, along, x;
  GskRoundedRect pill;
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  along = CLAMP (today - width / 2, 0, fmax (scr_timeline_canvas_get_body_width (self) - width, 0));
  x = self->head_width + along;
  if (scr_timeline_canvas_is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gsk_rounded_rect_init_from_rect (
      &pill, &GRAPHENE_RECT_INIT ((float)round (x), (float)y - 1, (float)width, (float)height + 2),
      (float)height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, &fill, &pill.bounds);
  gtk_snapshot_pop (snapshot);
  write_at (self, snapshot, layout, &ink, along + 8, y);
}

static char *
format_today (ScrTimelineCanvas *self)
{
  g_autofree char *day = scr_time_format (NULL, SCR_TIME_DAY, self->timeline->today, 1, SCR_TIME_SHORT);

  /* TRANSLATORS: beside the line of today; %s is the day of the month */
  return g_strdup_printf (_ ("Today, %s"), day);
}

static void
draw_rows (ScrTimelineCanvas *self, GtkSnapshot *snapshot)
{
  const ScrInks *inks = scr_timeline_get_inks ();
  GdkRGBA strong = scr_timeline_rgba (inks->text, 1), dim = scr_timeline_rgba (inks->dim, 1);
  ScrTimeUnit lower = scr_timeline_canvas_choose_unit (self), upper = scr_time_choose_upper (lower);
  double y = round (self->scale_height * 0.54), today = 0, pill = 0;
  PangoLayout *layout = NULL;

  if (self->timeline != NULL && self->timeline->today >= floor (self->start)
      && self->timeline->today < self->start + self->days)
    {
      g_autofree char *text = format_today (self);

      layout = get_layout (self, text, TODAY);
      g_object_ref (layout);
      today = scr_timeline_canvas_day_to_along (self, self->timeline->today);
      pill = get_width (layout) + 16;
    }
  draw_lower (self, snapshot, lower, &dim, y, today, pill);
  if (upper != SCR_TIME_N_UNITS)
    draw_upper (self, snapshot, upper, &strong, round (self->scale_height * 0.1));
  if (layout != NULL)
    draw_pill (self, snapshot, layout, today, y);
  g_clear_object (&layout);
}

void
scr_timeline_canvas_draw_scale (ScrTimelineCanvas *self, GtkSnapshot *snapshot)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self)), height = (float)self->scale_height;
  float head = (float)self->head_width, x = scr_timeline_canvas_is_rtl (self) ? 0 : head;
  GdkRGBA rule = scr_timeline_rgba (scr_timeline_get_inks ()->text, 0.15f);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, 0, fmaxf (width - head, 0), height));
  draw_rows (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, &rule, &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
}

/* --- Free days in words --- */

/* The name of the holiday, or NULL. */
const char *
scr_timeline_canvas_get_holiday (ScrTimelineCanvas *self, int day)
{
  g_autofree char *text = self->holidays != NULL ? scr_day_from_number (day) : NULL;

  return text != NULL ? scr_holidays_get_name (self->holidays, self->nation, text) : NULL;
}

/* Over the scale, or over the day in empty space. */
gboolean
scr_timeline_canvas_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean by_keys,
                                   GtkTooltip *tooltip,
                                   gpointer user_data)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (widget);
  g_autofree char *day = NULL, *words = NULL;
  const char *holiday;
  int number;

  if (by_keys || self->deed != SCR_TIMELINE_IDLE || scr_timeline_canvas_to_along (self, x) < 0
      || scr_timeline_canvas_find_face_at (self, x, y) != NULL)
    return FALSE;
  number = (int)floor (scr_timeline_canvas_to_day (self, x));
  holiday = scr_timeline_canvas_get_holiday (self, number);
  if (holiday == NULL && y >= self->scale_height)
    return FALSE;
  day = scr_time_format (NULL, SCR_TIME_DAY, number, 1, SCR_TIME_WHOLE);
  /* TRANSLATORS: a bank holiday: %1$s is its day, %2$s its name */
  words = holiday != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), day, holiday) : g_strdup (day);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* What is hatched is told to who cannot see it. */
void
scr_timeline_canvas_describe_holidays (ScrTimelineCanvas *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *from = NULL, *until = NULL, *text = NULL;
  int first, last;

  scr_timeline_canvas_get_visible_days (self, &first, &last);
  if (first == self->described_from && last == self->described_until)
    return;
  self->described_from = first;
  self->described_until = last;
  for (int day = first; day <= last && self->days <= MOST_DESCRIBED_DAYS && self->holidays != NULL; day++)
    {
      const char *name = scr_timeline_canvas_get_holiday (self, day);
      g_autofree char *number = name != NULL ? scr_day_from_number (day) : NULL;
      g_autofree char *said = name != NULL ? scr_format_day (NULL, number, SCR_DAY_LONG) : NULL;

      if (name != NULL)
        g_string_append_printf (words, "%s%s, %s", words->len > 0 ? "; " : "", name, said);
    }
  from = scr_time_format (NULL, SCR_TIME_DAY, first, 1, SCR_TIME_WHOLE);
  until = scr_time_format (NULL, SCR_TIME_DAY, last, 1, SCR_TIME_WHOLE);
  if (words->len > 0)
    /* TRANSLATORS: what a timeline shows: from which day, until which day, and which bank holidays lie there
     */
    text = g_strdup_printf (_ ("From %1$s to %2$s. Bank holidays: %3$s."), from, until, words->str);
  else
    text = g_strdup_printf (_ ("From %1$s to %2$s."), from, until);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
