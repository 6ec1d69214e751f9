/* The lanes of the timeline: their heights, their heads, and the stacks that tell where entries lie. See
 * scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include "scr-icons.h"
#include "scr-pill.h"

#include <math.h>

/* design/README.md: lanes are 66 high at least, heads 168 wide, chips 30 high, for letters of this height. */
#define LEAST_LANE 66
#define HEAD_WIDTH 168
#define CHIP_HEIGHT 30
#define SCALE_HEIGHT 48
#define PLAIN_LINE 20.0
/* A head never takes more than this part of the width. */
#define MOST_HEAD 0.34
/* Words on a chip are cut after this, px with letters of PLAIN_LINE; its tooltip tells the rest. */
#define MOST_WORDS 190
/* Beside the words of a head: padding, symbol, space. */
#define BESIDE_HEAD 52
#define GATHERING_WIDTH 60
#define MOST_CHIP_ROWS 3
/* Beside those for chips, and of a lane that has only bars. */
#define MOST_BAR_ROWS 5
#define MOST_ROWS 8
#define LEAST_SPAN 24
#define SPARE_HEADS 24

/* --- Letters --- */

static int
measure_text (GtkWidget *label, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width;
}

/* Once for each letter, not for each of thousands of entries. */
void
scr_timeline_canvas_measure_letters (ScrTimelineCanvas *self)
{
  GtkWidget *title = scr_timeline_mark_get_title (SCR_TIMELINE_MARK (self->ruler));
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Ág");
  double scale;
  int height;

  for (guint i = 0; i < G_N_ELEMENTS (self->widths); i++)
    {
      /* Eight of them: alone, a letter's width is rounded. */
      const char text[] = {(char)MAX (i, ' '), (char)MAX (i, ' '), (char)MAX (i, ' '), (char)MAX (i, ' '), 0};

      self->widths[i] = measure_text (title, text) / 4.0 / PANGO_SCALE;
    }
  self->other_width = measure_text (title, "ŵśąßéñøüЖш") / 10.0 / PANGO_SCALE * 1.1;
  pango_layout_get_pixel_size (line, NULL, &height);
  self->line_height = height;
  scale = fmax (height / PLAIN_LINE, 1);
  self->chip_height = fmax (CHIP_HEIGHT, ceil (CHIP_HEIGHT * scale));
  self->scale_height = ceil (SCALE_HEIGHT * scale);
  self->head_width = ceil (fmin (HEAD_WIDTH * fmin (scale, 1.6),
                                 fmax (gtk_widget_get_width (GTK_WIDGET (self)), 240) * MOST_HEAD));
}

double
scr_timeline_canvas_measure_words (ScrTimelineCanvas *self, const char *words)
{
  double width = 0;

  for (const char *at = words; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    width += (guchar)*at < 128 ? self->widths[(guchar)*at] : self->other_width;
  return width;
}

static double
measure_cut (ScrTimelineCanvas *self, const char *words)
{
  return ceil (fmin (scr_timeline_canvas_measure_words (self, words),
                     MOST_WORDS * fmax (self->line_height / PLAIN_LINE, 1)))
         + 2;
}

/* --- Stacks --- */

static ScrLaneItem
measure_entry (ScrTimelineCanvas *self, const ScrTimelineEntry *entry)
{
  ScrLaneItem item = {entry->first, entry->last, 0, LEAST_SPAN, 0};
  double two = fmax (measure_cut (self, entry->label), measure_cut (self, entry->detail));

  switch (entry->shape)
    {
    case SCR_TIMELINE_CHIP:
      item.least = (float)(measure_cut (self, entry->label) + SCR_TIMELINE_MARK_PADDING
                           + (scr_timeline_mark_has_sign (entry) ? SCR_TIMELINE_MARK_SIGN : 0));
      break;
    case SCR_TIMELINE_POINT:
      item.last = item.first;
      item.before = SCR_TIMELINE_DIAMOND / 2.0f;
      item.least = (float)(SCR_TIMELINE_DIAMOND + 12 + two);
      break;
    case SCR_TIMELINE_STAGES:
      if (item.last == G_MAXINT)
        item.last = MAX (item.first, self->timeline->today);
      item.beside = (float)(8 + two);
      break;
    case SCR_TIMELINE_BAR:
    default:
      break;
    }
  return item;
}

static gboolean
is_bar (const ScrTimelineEntry *entry)
{
  return entry->shape == SCR_TIMELINE_BAR || entry->shape == SCR_TIMELINE_STAGES;
}

/* How many bars lie over one another at once, up to MOST_BAR_ROWS. */
static guint
count_bar_rows (ScrTimelineCanvas *self, const ScrTimelineLane *lane)
{
  int ends[MOST_BAR_ROWS];
  guint n = 0;

  for (guint i = 0; i < lane->n_entries; i++)
    {
      const ScrTimelineEntry *entry = scr_timeline_get_entry (self->timeline, lane->first_entry + i);
      guint row = 0;

      if (!is_bar (entry))
        continue;
      while (row < n && ends[row] >= entry->first)
        row++;
      if (row == MOST_BAR_ROWS)
        break;
      ends[row] = entry->last;
      n = MAX (n, row + 1);
    }
  return n;
}

/* Bars take no room from chips: a lane with a cycle in each month still has its rows of meetings. */
static guint
count_rows (ScrTimelineCanvas *self, const ScrTimelineLane *lane, guint n_bars)
{
  if (n_bars == lane->n_entries)
    return MOST_ROWS;
  return MOST_CHIP_ROWS + (n_bars > 0 ? count_bar_rows (self, lane) : 0);
}

static ScrLaneStack *
make_stack (ScrTimelineCanvas *self, guint index)
{
  const ScrTimelineLane *lane = scr_timeline_get_lane (self->timeline, index);
  g_autofree ScrLaneItem *items = g_new (ScrLaneItem, lane->n_entries + 1);
  double scale = fmax (self->line_height / PLAIN_LINE, 1);
  guint n_bars = 0;

  for (guint i = 0; i < lane->n_entries; i++)
    {
      const ScrTimelineEntry *entry = scr_timeline_get_entry (self->timeline, lane->first_entry + i);

      items[i] = measure_entry (self, entry);
      n_bars += is_bar (entry);
    }
  return scr_lane_stack_new (items, lane->n_entries, count_rows (self, lane, n_bars),
                             GATHERING_WIDTH * scale);
}

/* Half a screen to each side as well, so that the next steps of panning cost nothing. */
void
scr_timeline_canvas_look_at (ScrTimelineCanvas *self, guint lane)
{
  ScrTimelineRow *row = scr_timeline_canvas_get_row (self, lane);
  double px_a_day = scr_timeline_canvas_get_px_a_day (self);
  int first, last, more;

  if (row->stack == NULL)
    row->stack = make_stack (self, lane);
  scr_timeline_canvas_get_visible_days (self, &first, &last);
  more = (int)ceil (SCR_TIMELINE_OVERHANG / px_a_day);
  if (row->px_a_day == px_a_day && row->from <= first - more && row->until >= last + more)
    return;
  if (row->px_a_day != px_a_day)
    row->n_rows = 0;
  more += (int)(self->days / 2);
  row->px_a_day = px_a_day;
  row->from = first - more;
  row->until = last + more;
  scr_lane_stack_look_at (row->stack, px_a_day, row->from, row->until);
  row->n_rows = MAX (row->n_rows, row->stack->n_rows);
}

/* --- Rows --- */

ScrTimelineRow *
scr_timeline_canvas_get_row (ScrTimelineCanvas *self, guint lane)
{
  return &g_array_index (self->rows, ScrTimelineRow, lane);
}

static double
guess_head_height (ScrTimelineCanvas *self, const ScrTimelineLane *lane)
{
  double room = fmax (self->head_width - BESIDE_HEAD, 30);
  /* Its letters are a little larger than those of chips. */
  double lines = CLAMP (ceil (scr_timeline_canvas_measure_words (self, lane->title) * 1.08 / room), 1, 2);

  if (lane->detail != NULL && *lane->detail != '\0')
    lines += 1;
  return SCR_TIMELINE_LANE_PAD + lines * ceil (self->line_height * 0.95) + 12;
}

static void
clear_row (gpointer data)
{
  ScrTimelineRow *row = data;

  g_clear_pointer (&row->stack, scr_lane_stack_free);
}

/* For another timeline, or other letters. */
void
scr_timeline_canvas_make_rows (ScrTimelineCanvas *self)
{
  guint n = self->timeline != NULL ? self->timeline->lanes->len : 0;

  if (self->rows == NULL)
    {
      self->rows = g_array_new (FALSE, TRUE, sizeof (ScrTimelineRow));
      g_array_set_clear_func (self->rows, clear_row);
    }
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->rows, n);
  for (guint i = 0; i < n; i++)
    scr_timeline_canvas_get_row (self, i)->head_height
        = guess_head_height (self, scr_timeline_get_lane (self->timeline, i));
}

static void
add_up_heights (ScrTimelineCanvas *self)
{
  double y = 0, most;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ScrTimelineRow *row = scr_timeline_canvas_get_row (self, i);

      row->y = y;
      row->height = ceil (fmax (fmax (LEAST_LANE, row->head_height),
                                SCR_TIMELINE_LANE_PAD * 2
                                    + MAX (row->n_rows, 1) * (self->chip_height + SCR_TIMELINE_ROW_GAP)
                                    - SCR_TIMELINE_ROW_GAP));
      y += row->height;
    }
  self->content_height = y;
  most = fmax (y - scr_timeline_canvas_get_body_height (self), 0);
  self->y = CLAMP (self->y, 0, most);
}

/* The lanes that are seen; false if there are none. */
gboolean
scr_timeline_canvas_list_lanes (ScrTimelineCanvas *self, guint *first, guint *end)
{
  double height = scr_timeline_canvas_get_body_height (self);
  guint i = 0;

  while (i < self->rows->len
         && scr_timeline_canvas_get_row (self, i)->y + scr_timeline_canvas_get_row (self, i)->height
                <= self->y)
    i++;
  *first = i;
  while (i < self->rows->len && scr_timeline_canvas_get_row (self, i)->y < self->y + height)
    i++;
  *end = i;
  return *end > *first;
}

/* A lane that grows pushes others out of sight, which need not be looked at. */
void
scr_timeline_canvas_lay_rows (ScrTimelineCanvas *self)
{
  guint first, end;

  add_up_heights (self);
  for (guint turn = 0; turn < 3; turn++)
    {
      if (!scr_timeline_canvas_list_lanes (self, &first, &end))
        return;
      for (guint i = first; i < end; i++)
        scr_timeline_canvas_look_at (self, i);
      add_up_heights (self);
    }
}

/* The lane at a place of the content; -1 below the last. */
int
scr_timeline_canvas_find_lane (ScrTimelineCanvas *self, double y)
{
  if (y < 0)
    return -1;
  for (guint i = 0; i < self->rows->len; i++)
    if (y < scr_timeline_canvas_get_row (self, i)->y + scr_timeline_canvas_get_row (self, i)->height)
      return (int)i;
  return -1;
}

/* --- Heads --- */

static GtkWidget *
new_line (GtkWidget *box, const char *css_class, int lines)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "lines",
                                   lines, "wrap", lines > 1, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
new_head (void)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = scr_symbol_new (NULL);

  gtk_widget_add_css_class (head, "timeline-head");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  new_line (words, "title", 2);
  new_line (words, "detail", 1);
  return head;
}

static void
show_head (GtkWidget *head, const ScrTimelineLane *lane)
{
  GtkWidget *icon = gtk_widget_get_first_child (head);
  GtkWidget *words = gtk_widget_get_last_child (head);
  gboolean has_detail = lane->detail != NULL && *lane->detail != '\0';
  g_autofree char *name
      = has_detail ? g_strdup_printf ("%s, %s", lane->title, lane->detail) : g_strdup (lane->title);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), scr_icon_resolve (lane->icon));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), lane->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), has_detail ? lane->detail : "");
  gtk_widget_set_visible (gtk_widget_get_last_child (words), has_detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (head, name);
}

static GtkWidget *
take_head (ScrTimelineCanvas *self)
{
  GtkWidget *head;

  if (self->spare_heads->len > 0)
    head = g_ptr_array_steal_index_fast (self->spare_heads, self->spare_heads->len - 1);
  else
    {
      head = new_head ();
      gtk_widget_set_parent (head, self->heads);
    }
  scr_timeline_canvas_show_child (head, TRUE);
  return head;
}

static void
put_head_away (ScrTimelineCanvas *self, GtkWidget *head)
{
  scr_timeline_canvas_show_child (head, FALSE);
  if (self->spare_heads->len < SPARE_HEADS)
    g_ptr_array_add (self->spare_heads, head);
  else
    gtk_widget_unparent (head);
}

/* Heads for the lanes that are seen, and for no others. */
void
scr_timeline_canvas_match_heads (ScrTimelineCanvas *self)
{
  GHashTableIter iter;
  gpointer key, head;
  guint first = 0, end = 0;

  scr_timeline_canvas_list_lanes (self, &first, &end);
  g_hash_table_iter_init (&iter, self->shown_heads);
  while (g_hash_table_iter_next (&iter, &key, &head))
    if (GPOINTER_TO_UINT (key) - 1 < first || GPOINTER_TO_UINT (key) - 1 >= end)
      {
        put_head_away (self, head);
        g_hash_table_iter_remove (&iter);
      }
  for (guint i = first; i < end; i++)
    if (!g_hash_table_contains (self->shown_heads, GUINT_TO_POINTER (i + 1)))
      {
        head = take_head (self);
        show_head (head, scr_timeline_get_lane (self->timeline, i));
        g_hash_table_insert (self->shown_heads, GUINT_TO_POINTER (i + 1), head);
      }
}

void
scr_timeline_canvas_place_heads (gpointer canvas)
{
  ScrTimelineCanvas *self = canvas;
  GHashTableIter iter;
  gpointer key, head;

  g_hash_table_iter_init (&iter, self->shown_heads);
  while (g_hash_table_iter_next (&iter, &key, &head))
    {
      const ScrTimelineRow *row = scr_timeline_canvas_get_row (self, GPOINTER_TO_UINT (key) - 1);

      gtk_widget_size_allocate (
          head, &(GtkAllocation) {0, (int)round (row->y - self->y), (int)self->head_width, (int)row->height},
          -1);
    }
}

void
scr_timeline_canvas_draw_heads (gpointer canvas, GtkSnapshot *snapshot)
{
  ScrTimelineCanvas *self = canvas;
  float width = (float)gtk_widget_get_width (self->heads),
        height = (float)gtk_widget_get_height (self->heads);
  GdkRGBA rule = scr_timeline_rgba (scr_timeline_get_inks ()->text, 0.12f);
  gboolean rtl = scr_timeline_canvas_is_rtl (self);
  guint first, end;

  scr_timeline_pane_draw_children (SCR_TIMELINE_PANE (self->heads), snapshot);
  if (scr_timeline_canvas_list_lanes (self, &first, &end))
    for (guint i = first; i < end; i++)
      {
        const ScrTimelineRow *row = scr_timeline_canvas_get_row (self, i);

        gtk_snapshot_append_color (
            snapshot, &rule,
            &GRAPHENE_RECT_INIT (0, (float)round (row->y + row->height - self->y) - 1, width, 1));
      }
  gtk_snapshot_append_color (snapshot, &rule, &GRAPHENE_RECT_INIT (rtl ? 0 : width - 1, 0, 1, height));
}
