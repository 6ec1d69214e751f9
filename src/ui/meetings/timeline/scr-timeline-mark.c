/* One entry of the timeline as a widget. See the header. */
#include "config.h"

#include "scr-timeline-mark.h"

#include "scr-canvas.h"
#include "scr-common.h"
#include "scr-icons.h"
#include "scr-pill.h"
#include "scr-timeline-canvas-resources.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define STYLE_PATH "/org/example/Scrutiny/meetings/timeline-canvas.css"

/* The number of a stage is left out where the stage is narrower, px. */
#define LEAST_STAGE 18

struct _ScrTimelineMark
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *sign;               /* of its state, at the end */
  const ScrTimelineEntry *entry; /* (nullable): borrowed from the timeline; forgotten before that goes */
  double start;                  /* where its days begin and end, px from its own start edge */
  double end;
  double px_a_day;
  const char *shape; /* style classes that it has now */
  const char *sort;
  const char *tone;
  gboolean selected;
  char *name; /* (nullable): in full */
};

G_DEFINE_FINAL_TYPE (ScrTimelineMark, scr_timeline_mark, GTK_TYPE_WIDGET)

/* --- Size --- */

static void
scr_timeline_mark_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  ScrTimelineMark *self = SCR_TIMELINE_MARK (widget);

  gtk_widget_measure (self->title, orientation, -1, NULL, natural, NULL, NULL);
  /* Its canvas decides. */
  *minimum = 0;
}

/* Gives a child its place between two edges, from the start of the line. */
static void
lay_child (ScrTimelineMark *self, GtkWidget *child, int start, int end, int y, int height, int width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = rtl ? width - end : start;

  gtk_widget_size_allocate (child, &(GtkAllocation) {x, y, MAX (end - start, 0), height}, -1);
}

static int
get_natural (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
lay_words (ScrTimelineMark *self, int start, int end, int height, int width)
{
  int title = get_natural (self->title, GTK_ORIENTATION_VERTICAL);
  gboolean two = gtk_widget_get_visible (self->detail);
  int detail = two ? get_natural (self->detail, GTK_ORIENTATION_VERTICAL) : 0;
  int y = (height - title - detail) / 2;

  lay_child (self, self->title, start, end, y, title, width);
  if (two)
    lay_child (self, self->detail, start, end, y + title, detail, width);
}

static int
lay_symbol (ScrTimelineMark *self, GtkWidget *symbol, int start, int height, int width)
{
  int size = get_natural (symbol, GTK_ORIENTATION_HORIZONTAL);

  lay_child (self, symbol, start, start + size, (height - size) / 2, size, width);
  return size;
}

static void
scr_timeline_mark_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrTimelineMark *self = SCR_TIMELINE_MARK (widget);
  int start = 0, end = width;

  /* Of a bar of a few px no symbol hangs out. */
  gtk_widget_set_child_visible (self->icon, width >= get_natural (self->icon, GTK_ORIENTATION_HORIZONTAL));
  if (self->entry != NULL && self->entry->shape == SCR_TIMELINE_POINT)
    start = SCR_TIMELINE_DIAMOND + 4;
  else if (self->entry != NULL && self->entry->shape == SCR_TIMELINE_STAGES)
    start = (int)CLAMP (self->end + 6, 0, width);
  else if (gtk_widget_get_visible (self->icon))
    start = lay_symbol (self, self->icon, 0, height, width) + 6;
  if (gtk_widget_get_visible (self->sign))
    {
      int size = get_natural (self->sign, GTK_ORIENTATION_HORIZONTAL);

      end = MAX (end - size, start);
      lay_symbol (self, self->sign, end, height, width);
      end = MAX (end - 5, start);
    }
  lay_words (self, start, end, height, width);
}

/* --- Drawing --- */

static GdkRGBA
to_rgba (ScrInk ink, float alpha)
{
  return (GdkRGBA) {(float)((ink >> 16) & 0xff) / 255, (float)((ink >> 8) & 0xff) / 255,
                    (float)(ink & 0xff) / 255, alpha};
}

static const ScrInks *
get_inks (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return scr_inks_get_screen (adw_style_manager_get_dark (manager),
                              adw_style_manager_get_high_contrast (manager));
}

/* Filled when it was reached, else a dashed outline. */
static void
draw_diamond (ScrTimelineMark *self, GtkSnapshot *snapshot, double height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = rtl ? width - SCR_TIMELINE_DIAMOND / 2.0 : SCR_TIMELINE_DIAMOND / 2.0, y = height / 2, reach = 9;
  static const double dashes[] = {3, 2};
  GdkRGBA ink = to_rgba (get_inks ()->text, 1);
  cairo_t *cr
      = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float)(x - 12), (float)(y - 12), 24, 24));

  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_move_to (cr, x, y - reach);
  cairo_line_to (cr, x + reach, y);
  cairo_line_to (cr, x, y + reach);
  cairo_line_to (cr, x - reach, y);
  cairo_close_path (cr);
  if (self->entry->met)
    cairo_fill (cr);
  else
    {
      cairo_set_line_width (cr, 2);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

/* A stage: its tone is told by fill, edge and sign alike. */
static void
draw_stage (ScrTimelineMark *self,
            cairo_t *cr,
            const ScrTimelineStage *stage,
            double x,
            double width,
            double height)
{
  static const double dashes[] = {3, 2};
  const ScrInks *inks = get_inks ();
  gboolean is_done = g_strcmp0 (stage->tone, "done") == 0, is_late = g_strcmp0 (stage->tone, "late") == 0;
  gboolean is_soon = g_strcmp0 (stage->tone, "soon") == 0;
  ScrInk edge = is_late   ? inks->tones[SCR_TONE_BAD].ink
                : is_soon ? inks->tones[SCR_TONE_WARNING].ink
                          : inks->text;
  GdkRGBA fill = to_rgba (edge, is_done ? 0.16f : is_late || is_soon ? 0.2f : 0.04f);
  GdkRGBA line = to_rgba (edge, is_done ? 0.3f : 0.85f);

  cairo_rectangle (cr, x + 1, 1, fmax (width - 2, 1), height - 2);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, is_late || is_soon ? 2 : 1);
  cairo_set_dash (cr, dashes, is_done || is_late || is_soon ? 0 : 2, 0);
  cairo_stroke (cr);
}

static void
write_stage (ScrTimelineMark *self,
             GtkSnapshot *snapshot,
             const ScrTimelineStage *stage,
             double x,
             double width,
             double height)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA ink = to_rgba (get_inks ()->text, 1);
  int text_width, text_height;

  if (width < LEAST_STAGE)
    return;
  text = g_strconcat (stage->label,
                      g_strcmp0 (stage->tone, "done") == 0   ? "✓"
                      : g_strcmp0 (stage->tone, "late") == 0 ? "!"
                                                             : "",
                      NULL);
  layout = gtk_widget_create_pango_layout (self->title, text);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width > width - 2)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(x + (width - text_width) / 2),
                                                          (float)(height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_stages (ScrTimelineMark *self, GtkSnapshot *snapshot, double height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  for (guint i = 0; i < self->entry->stages->len; i++)
    {
      const ScrTimelineStage *stage = g_ptr_array_index (self->entry->stages, i);
      double start = self->start + (stage->first - self->entry->first) * self->px_a_day;
      double end
          = self->start + (MIN (stage->last, self->entry->last) - self->entry->first + 1) * self->px_a_day;

      start = CLAMP (start, -2, width + 2);
      end = CLAMP (end, -2, fmin (self->end, width + 2));
      if (end <= start)
        continue;
      draw_stage (self, cr, stage, rtl ? width - end : start, end - start, height);
      write_stage (self, snapshot, stage, rtl ? width - end : start, end - start, height);
    }
  cairo_destroy (cr);
}

static void
scr_timeline_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScrTimelineMark *self = SCR_TIMELINE_MARK (widget);
  double height = gtk_widget_get_height (widget);

  if (self->entry != NULL && self->entry->shape == SCR_TIMELINE_POINT)
    draw_diamond (self, snapshot, height);
  else if (self->entry != NULL && self->entry->shape == SCR_TIMELINE_STAGES && self->entry->stages != NULL)
    draw_stages (self, snapshot, height);
  GTK_WIDGET_CLASS (scr_timeline_mark_parent_class)->snapshot (widget, snapshot);
}

/* Not as "tooltip-text": setting that asks the display where the pointer is, for each chip anew. */
static gboolean
scr_timeline_mark_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keys, GtkTooltip *tooltip)
{
  ScrTimelineMark *self = SCR_TIMELINE_MARK (widget);

  gtk_tooltip_set_text (tooltip, self->name);
  return self->name != NULL;
}

static void
scr_timeline_mark_dispose (GObject *object)
{
  ScrTimelineMark *self = SCR_TIMELINE_MARK (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_pointer (&self->sign, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_timeline_mark_parent_class)->dispose (object);
}

static void
scr_timeline_mark_finalize (GObject *object)
{
  g_free (SCR_TIMELINE_MARK (object)->name);
  G_OBJECT_CLASS (scr_timeline_mark_parent_class)->finalize (object);
}

static void
scr_timeline_mark_class_init (ScrTimelineMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_timeline_mark_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_timeline_mark_finalize;
  widget_class->query_tooltip = scr_timeline_mark_query_tooltip;
  widget_class->measure = scr_timeline_mark_measure;
  widget_class->size_allocate = scr_timeline_mark_size_allocate;
  widget_class->snapshot = scr_timeline_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timelinemark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  /* The timeline's style, also where chips are shown without it. */
  scr_timeline_canvas_register_resource ();
  scr_common_ensure ();
  scr_common_add_style (STYLE_PATH);
}

static GtkWidget *
add_line (ScrTimelineMark *self, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
scr_timeline_mark_init (ScrTimelineMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->icon = scr_symbol_new (NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->title = add_line (self, "title");
  self->detail = add_line (self, "detail");
  self->sign = scr_symbol_new (NULL);
  gtk_widget_add_css_class (self->sign, "sign");
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
}

/**
 * scr_timeline_mark_new:
 *
 * Returns: (transfer floating): a chip that shows nothing yet
 */
GtkWidget *
scr_timeline_mark_new (void)
{
  return g_object_new (SCR_TYPE_TIMELINE_MARK, NULL);
}

/* --- What it shows --- */

static void
exchange_class (ScrTimelineMark *self, const char **old, const char *css_class)
{
  if (g_strcmp0 (*old, css_class) == 0)
    return;
  if (*old != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), *old);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  *old = css_class;
}

static const char *
get_shape (ScrTimelineShape shape)
{
  static const char *const shapes[] = {"chip", "bar", "point", "stages"};

  return shapes[shape];
}

static const char *
get_sort (ScrTimelineSort sort)
{
  static const char *const sorts[SCR_TIMELINE_N_SORTS]
      = {"meeting", "activity", "milestone", "term", "cycle", "dispute", "inspection", "report"};

  return sorts[sort];
}

/* The static text for a tone: entries come and go. */
static const char *
get_tone (const char *tone)
{
  static const char *const tones[] = {"done", "late", "soon", "waiting", "stopped"};

  for (guint i = 0; tone != NULL && i < G_N_ELEMENTS (tones); i++)
    if (g_str_equal (tone, tones[i]))
      return tones[i];
  return NULL;
}

/**
 * scr_timeline_mark_has_sign:
 * @entry: an entry
 *
 * Returns: whether its state is told by a sign at its end
 */
gboolean
scr_timeline_mark_has_sign (const ScrTimelineEntry *entry)
{
  const char *tone = get_tone (entry->tone);

  return tone != NULL && entry->shape != SCR_TIMELINE_STAGES && !g_str_equal (tone, "done")
         && !g_str_equal (tone, "waiting");
}

static void
set_icon (GtkWidget *image, const char *icon)
{
  gtk_widget_set_visible (image, icon != NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), scr_icon_resolve (icon));
}

static void
set_words (ScrTimelineMark *self, const char *title, const char *detail, gboolean struck, const char *name)
{
  PangoAttrList *attributes = NULL;

  gtk_label_set_text (GTK_LABEL (self->title), title);
  if (struck)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
    }
  gtk_label_set_attributes (GTK_LABEL (self->title), attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
  gtk_widget_set_visible (self->detail, detail != NULL && *detail != '\0');
  gtk_label_set_text (GTK_LABEL (self->detail), detail != NULL ? detail : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * scr_timeline_mark_show:
 * @self: a chip
 * @entry: (nullable): what it shows from now on; must live until it shows something else
 */
void
scr_timeline_mark_show (ScrTimelineMark *self, const ScrTimelineEntry *entry)
{
  gboolean has_detail;

  self->entry = entry;
  if (entry == NULL)
    return;
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  has_detail = entry->shape == SCR_TIMELINE_POINT || entry->shape == SCR_TIMELINE_STAGES;
  exchange_class (self, &self->shape, get_shape (entry->shape));
  exchange_class (self, &self->sort, get_sort (entry->sort));
  exchange_class (self, &self->tone, get_tone (entry->tone));
  scr_timeline_mark_set_class (self, "held", entry->held);
  set_icon (self->icon, has_detail ? NULL
                        : entry->held && !g_str_equal (self->tone != NULL ? self->tone : "", "stopped")
                            ? "emblem-default-symbolic"
                            : entry->icon);
  set_icon (self->sign, scr_timeline_mark_has_sign (entry) ? scr_tone_get_icon (self->tone) : NULL);
  set_words (self, entry->label != NULL ? entry->label : "", has_detail ? entry->detail : NULL,
             g_strcmp0 (self->tone, "stopped") == 0 && entry->shape == SCR_TIMELINE_CHIP,
             entry->name != NULL ? entry->name : entry->label);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * scr_timeline_mark_show_gathering:
 * @self: a chip
 * @n: for how many entries it stands from now on
 * @name: what they are, in words
 */
void
scr_timeline_mark_show_gathering (ScrTimelineMark *self, guint n, const char *name)
{
  /* TRANSLATORS: so many more things that there is no room for */
  g_autofree char *number = g_strdup_printf (_ ("+%u"), n);
  /* From left to right in every language: the sign must not go behind the number. */
  g_autofree char *text = g_strconcat ("\u200e", number, NULL);

  self->entry = NULL;
  exchange_class (self, &self->shape, "gathering");
  exchange_class (self, &self->sort, NULL);
  exchange_class (self, &self->tone, NULL);
  scr_timeline_mark_set_class (self, "held", FALSE);
  set_icon (self->icon, NULL);
  set_icon (self->sign, NULL);
  set_words (self, text, NULL, FALSE, name);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0.5f);
}

/**
 * scr_timeline_mark_set_span:
 * @self: a chip
 * @start: where its first day begins, px from its own edge
 * @end: where its last day ends
 * @px_a_day: how wide a day is
 */
void
scr_timeline_mark_set_span (ScrTimelineMark *self, double start, double end, double px_a_day)
{
  gboolean redraw;

  if (self->start == start && self->end == end && self->px_a_day == px_a_day)
    return;
  redraw = self->entry != NULL && self->entry->shape == SCR_TIMELINE_STAGES;
  self->start = start;
  self->end = end;
  self->px_a_day = px_a_day;
  if (redraw)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (redraw)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * scr_timeline_mark_set_cut:
 * @self: a chip
 * @at_start: whether it goes on before what is seen of it
 * @at_end: whether it goes on after it
 */
void
scr_timeline_mark_set_cut (ScrTimelineMark *self, gboolean at_start, gboolean at_end)
{
  scr_timeline_mark_set_class (self, "cut-start", at_start);
  scr_timeline_mark_set_class (self, "cut-end", at_end);
}

/**
 * scr_timeline_mark_set_selected:
 * @self: a chip
 * @selected: whether it is selected
 */
void
scr_timeline_mark_set_selected (ScrTimelineMark *self, gboolean selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  scr_timeline_mark_set_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * scr_timeline_mark_set_class:
 * @self: a chip
 * @css_class: a style class
 * @on: whether it has it
 */
void
scr_timeline_mark_set_class (ScrTimelineMark *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/**
 * scr_timeline_mark_get_name:
 * @self: a chip
 *
 * Returns: (transfer none) (nullable): what it shows, in full words
 */
const char *
scr_timeline_mark_get_name (ScrTimelineMark *self)
{
  return self->name;
}

/**
 * scr_timeline_mark_get_title:
 * @self: a chip
 *
 * Returns: (transfer none): the label whose letters its words are measured with
 */
GtkWidget *
scr_timeline_mark_get_title (ScrTimelineMark *self)
{
  return self->title;
}
