/* ScrPageView - the pages of the previewed PDF one below the other, as many as are in sight.
 *
 * Owns the layout and a picture for each page in sight or just out of it. Always holds: whatever changes the
 * sizes of pages or of the window, what was looked at stays where it was. Main thread.
 */
#include "config.h"

#include "scr-page-view.h"

#include <math.h>

#include "scr-page-pictures.h"
#include "scr-page-view-keys.h"
#include "scr-page-view-private.h"

/* Pixels a point at 100 %: as large as on paper, at 96 pixels an inch. */
#define PAPER_SCALE (96.0 / 72.0)
#define MIN_ZOOM 0.1
#define MAX_ZOOM 5.0

enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrPageView,
                               scr_page_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static gboolean
settle (gpointer data)
{
  ScrPageView *self = SCR_PAGE_VIEW (data);

  self->settling = 0;
  scr_page_view_renew_pictures (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  return G_SOURCE_REMOVE;
}

/* Amid an allocation no child may come or go, and no listener may alter a label. */
static void
settle_later (ScrPageView *self)
{
  if (self->settling == 0)
    self->settling = g_idle_add_full (G_PRIORITY_DEFAULT, settle, self, NULL);
}

static void
take_page (ScrPageView *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  scr_page_view_update_label (self);
  if (self->moving)
    settle_later (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* Remembers what is at a point of the viewport, unless a point is held already. */
static void
hold (ScrPageView *self, double at_x, double at_y)
{
  if (self->held || self->layout == NULL || self->laid_height == 0)
    return;
  scr_page_layout_get_anchor (self->layout, scr_page_view_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL),
                              scr_page_view_get_scrolled (self, GTK_ORIENTATION_VERTICAL), at_x, at_y,
                              &self->anchor);
  self->held = TRUE;
}

static void
hold_middle (ScrPageView *self)
{
  hold (self, self->laid_width / 2.0, self->laid_height / 2.0);
}

static double
wanted_scale (ScrPageView *self, int width, int height)
{
  double scale = self->zoom * PAPER_SCALE;

  if (self->fit == SCR_PAGE_FIT_WIDTH)
    scale = scr_page_layout_fit_width (self->layout, width);
  else if (self->fit == SCR_PAGE_FIT_PAGE)
    scale = scr_page_layout_fit_page (self->layout, width, height);
  return CLAMP (scale, MIN_ZOOM * PAPER_SCALE, MAX_ZOOM * PAPER_SCALE);
}

/* Whatever leads here asks for a new size, not only for an allocation: a scroll bar may come or go. */
static void
configure (ScrPageView *self, GtkOrientation orientation, double value, int whole, int shown)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (round (value), 0, MAX (0, whole - shown)), 0,
                              MAX (whole, shown), SCR_PAGE_VIEW_STEP,
                              MAX (shown - SCR_PAGE_VIEW_STEP, shown * 0.5), shown);
}

static void
lay_out (ScrPageView *self, int width, int height)
{
  double scale = wanted_scale (self, width, height), x, y;

  if (!self->held && scale == scr_page_layout_get_scale (self->layout) && width == self->laid_width
      && height == self->laid_height)
    return;

  hold (self, 0, 0);
  scr_page_layout_set_scale (self->layout, scale, width);
  self->laid_width = width;
  self->laid_height = height;
  x = scr_page_view_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL);
  y = scr_page_view_get_scrolled (self, GTK_ORIENTATION_VERTICAL);
  if (self->held)
    scr_page_layout_find_anchor (self->layout, &self->anchor, &x, &y);
  self->held = FALSE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, scr_page_layout_get_width (self->layout), width);
  configure (self, GTK_ORIENTATION_VERTICAL, y, scr_page_layout_get_height (self->layout), height);

  if (self->zoom != scale / PAPER_SCALE)
    settle_later (self);
  self->zoom = scale / PAPER_SCALE;
}

/* Says which page one is on, after scrolling or laying out. */
static void
follow_page (ScrPageView *self, int height)
{
  double top = scr_page_view_get_scrolled (self, GTK_ORIENTATION_VERTICAL);
  ScrPageArea area;

  scr_page_layout_get_page (self->layout, self->page, &area);
  self->page_asked = self->page_asked && area.y < top + height && area.y + area.height > top;
  if (!self->page_asked)
    take_page (self, scr_page_layout_main_page (self->layout, top, height));
}

static void
scr_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrPageView *self = SCR_PAGE_VIEW (widget);

  self->moving = TRUE;
  if (self->layout != NULL && width > 0 && height > 0)
    {
      lay_out (self, width, height);
      follow_page (self, height);
      if (!scr_page_view_place_pictures (self, width, height))
        settle_later (self);
    }
  else if (self->layout == NULL)
    {
      configure (self, GTK_ORIENTATION_HORIZONTAL, 0, width, width);
      configure (self, GTK_ORIENTATION_VERTICAL, 0, height, height);
    }
  self->moving = FALSE;
}

static void
on_scrolled (ScrPageView *self)
{
  if (self->moving)
    return;
  self->page_asked = FALSE;
  scr_page_view_renew_pictures (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (ScrPageView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
  self->laid_height = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
scr_page_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 800;
}

static void
scr_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrPageView *self = SCR_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
scr_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScrPageView *self = SCR_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
scr_page_view_dispose (GObject *object)
{
  ScrPageView *self = SCR_PAGE_VIEW (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_ptr_array_set_size (self->pictures, 0);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_object (&self->worker);
  g_clear_object (&self->search);
  g_clear_object (&self->contents);
  g_clear_pointer (&self->layout, scr_page_layout_free);
  G_OBJECT_CLASS (scr_page_view_parent_class)->dispose (object);
}

static void
scr_page_view_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_PAGE_VIEW (object)->pictures);
  G_OBJECT_CLASS (scr_page_view_parent_class)->finalize (object);
}

static void
scr_page_view_class_init (ScrPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = scr_page_view_get_property;
  object_class->set_property = scr_page_view_set_property;
  object_class->dispose = scr_page_view_dispose;
  object_class->finalize = scr_page_view_finalize;
  widget_class->measure = scr_page_view_measure;
  widget_class->size_allocate = scr_page_view_size_allocate;

  properties[PROP_PAGE]
      = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, MIN_ZOOM, MAX_ZOOM, 1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "scr-pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  scr_page_view_class_add_keys (widget_class);
}

static void
scr_page_view_init (ScrPageView *self)
{
  self->pictures = scr_page_pictures_new ();
  self->fit = SCR_PAGE_FIT_WIDTH;
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  scr_page_view_add_controllers (self);
}

/**
 * scr_page_view_set_sources:
 * @self: a new view
 * @worker: who draws
 * @search: whose matches are marked
 */
void
scr_page_view_set_sources (ScrPageView *self, ScrPreviewWorker *worker, ScrPreviewSearch *search)
{
  g_set_object (&self->worker, worker);
  g_set_object (&self->search, search);
}

/**
 * scr_page_view_set_contents:
 * @self: a view
 * @contents: (nullable): what to show; %NULL for nothing
 *
 * Contents that follow others are shown at the same place, each old page staying until the new one is drawn.
 */
void
scr_page_view_set_contents (ScrPageView *self, ScrPreviewContents *contents)
{
  guint n_pages;

  if (self->contents == contents)
    return;
  if (contents != NULL)
    hold (self, 0, 0);
  g_clear_pointer (&self->layout, scr_page_layout_free);
  g_set_object (&self->contents, contents);
  if (contents == NULL)
    {
      g_ptr_array_set_size (self->pictures, 0);
      self->held = FALSE;
      self->page_asked = FALSE;
      take_page (self, 0);
    }
  else
    {
      n_pages = scr_preview_contents_get_n_pages (contents);
      self->layout = scr_page_layout_new (scr_preview_contents_get_sizes (contents), n_pages);
      scr_page_pictures_keep (self->pictures, 0, n_pages - 1);
      for (guint i = 0; i < self->pictures->len; i++)
        {
          ScrPagePicture *picture = g_ptr_array_index (self->pictures, i);

          scr_page_picture_set_page (picture, contents, scr_page_picture_get_page (picture));
        }
      self->laid_height = 0;
      if (self->page >= n_pages)
        take_page (self, n_pages - 1);
    }
  scr_page_view_update_label (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * scr_page_view_get_page:
 * @self: a view
 *
 * Returns: index of the page one is on, from 0
 */
guint
scr_page_view_get_page (ScrPageView *self)
{
  return self->page;
}

/* Scrolls to the anchor now if sizes are known, else with the next allocation. */
static void
go_to_anchor (ScrPageView *self)
{
  double x, y;

  if (self->held || self->laid_height == 0)
    {
      self->held = TRUE;
      gtk_widget_queue_resize (GTK_WIDGET (self));
      return;
    }
  scr_page_layout_find_anchor (self->layout, &self->anchor, &x, &y);
  self->moving = TRUE;
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], round (y));
  self->moving = FALSE;
  scr_page_view_renew_pictures (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * scr_page_view_set_page:
 * @self: a view
 * @page: index from 0; one past the end leads to the last
 * @down: how far down that page, from 0 to 1
 *
 * Shows @page at the top of the view.
 */
void
scr_page_view_set_page (ScrPageView *self, guint page, double down)
{
  if (self->layout == NULL || self->adjustments[GTK_ORIENTATION_VERTICAL] == NULL)
    return;
  page = MIN (page, scr_page_layout_get_n_pages (self->layout) - 1);
  self->anchor = (ScrPageAnchor) {.page = page, .down = down, .at_y = SCR_PAGE_LAYOUT_MARGIN};
  go_to_anchor (self);
  self->page_asked = TRUE;
  take_page (self, page);
}

/**
 * scr_page_view_reveal:
 * @self: a view
 * @page: index from 0
 * @area: what to show of it, from 0 to 1
 *
 * Scrolls only if @area is not in sight; then it comes to the upper third.
 */
void
scr_page_view_reveal (ScrPageView *self, guint page, const ScrPageArea *area)
{
  double left = scr_page_view_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL),
         top = scr_page_view_get_scrolled (self, GTK_ORIENTATION_VERTICAL);
  ScrPageArea place;
  double x, y;

  if (self->layout == NULL || page >= scr_page_layout_get_n_pages (self->layout) || self->laid_height == 0)
    return;
  scr_page_layout_get_page (self->layout, page, &place);
  x = place.x + area->x * place.width;
  y = place.y + area->y * place.height;
  if (y < top + SCR_PAGE_LAYOUT_MARGIN
      || y + area->height * place.height > top + self->laid_height - SCR_PAGE_LAYOUT_MARGIN)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              round (y - self->laid_height / 3.0));
  if (x < left || x + area->width * place.width > left + self->laid_width)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                              round (x - self->laid_width / 3.0));
}

/**
 * scr_page_view_get_zoom:
 * @self: a view
 *
 * Returns: the zoom, 1 being the size on paper
 */
double
scr_page_view_get_zoom (ScrPageView *self)
{
  return self->zoom;
}

/**
 * scr_page_view_set_zoom:
 * @self: a view
 * @zoom: 1 is the size on paper; held between 0.1 and 5
 *
 * Keeps what is in the middle of the view there.
 */
void
scr_page_view_set_zoom (ScrPageView *self, double zoom)
{
  hold_middle (self);
  self->fit = SCR_PAGE_FIT_NONE;
  self->zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  settle_later (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * scr_page_view_set_fit:
 * @self: a view
 * @fit: what the zoom shall follow
 */
void
scr_page_view_set_fit (ScrPageView *self, ScrPageFit fit)
{
  hold (self, 0, 0);
  self->fit = fit;
  settle_later (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * scr_page_view_get_picture:
 * @self: a view
 * @page: index from 0
 *
 * Returns: (transfer none) (nullable): the page's picture, %NULL while it is far out of sight
 */
ScrPagePicture *
scr_page_view_get_picture (ScrPageView *self, guint page)
{
  return scr_page_pictures_find (self->pictures, page, NULL);
}

/**
 * scr_page_view_is_ready:
 * @self: a view
 *
 * Returns: whether all that is in sight is drawn at its right size
 */
gboolean
scr_page_view_is_ready (ScrPageView *self)
{
  for (guint i = 0; i < self->pictures->len; i++)
    if (!scr_page_picture_is_ready (g_ptr_array_index (self->pictures, i)))
      return FALSE;
  return self->pictures->len > 0 && !self->held && self->settling == 0;
}
