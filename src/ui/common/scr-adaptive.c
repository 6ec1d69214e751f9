/* ScrAdaptive - sidebar, content and details pane. See the header. */
#include "config.h"

#include <adwaita.h>

#include "scr-adaptive.h"
#include "scr-text-scale.h"

#define FOLD_SIDEBAR_UNDER 800
#define FOLD_PANE_UNDER 1100
#define SIDEBAR_WIDTH 204
#define PANE_WIDTH 348

/* A bin that asks for at least a given natural width, so that what stands around it folds at a given width.
 */
#define SCR_TYPE_WISH (scr_wish_get_type ())
G_DECLARE_FINAL_TYPE (ScrWish, scr_wish, SCR, WISH, AdwBin)

struct _ScrWish
{
  AdwBin parent_instance;
  int width;
};

G_DEFINE_FINAL_TYPE (ScrWish, scr_wish, ADW_TYPE_BIN)

static void
scr_wish_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, (int)(SCR_WISH (widget)->width * scr_text_scale_get (widget)));
}

static void
scr_wish_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
scr_wish_class_init (ScrWishClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = scr_wish_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = scr_wish_size_allocate;
}

static void
scr_wish_init (ScrWish *self)
{
  /* AdwBin measures by its layout manager, which would come before the class's own functions. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

static GtkWidget *
new_wish (GtkWidget *child, int width)
{
  ScrWish *self = g_object_new (SCR_TYPE_WISH, "child", child, NULL);

  self->width = width;
  return GTK_WIDGET (self);
}

struct _ScrAdaptive
{
  GtkWidget parent_instance;

  GtkWidget *leaflet;
  GtkWidget *flap;
  GtkWidget *sidebar;
  GtkWidget *separator;
  GtkWidget *main; /* the leaflet's page with content and pane */
  GtkWidget *pane;
  gboolean sidebar_wanted; /* when wide */
  guint folded_source;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  PROP_SIDEBAR_SHOWN,
  PROP_PANE_FOLDED,
  PROP_PANE_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScrAdaptive, scr_adaptive, GTK_TYPE_WIDGET)

/* Beside the content the sidebar is there or not; as a page of its own it must be there to be gone to. */
static void
show_sidebar_as_wanted (ScrAdaptive *self)
{
  gboolean folded = scr_adaptive_get_folded (self);

  gtk_widget_set_visible (self->sidebar, folded || self->sidebar_wanted);
  gtk_widget_set_visible (self->separator, folded || self->sidebar_wanted);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

static gboolean
tell_folded (gpointer user_data)
{
  ScrAdaptive *self = user_data;

  self->folded_source = 0;
  show_sidebar_as_wanted (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while it is being given its size: what follows from it must wait until that is over. */
static void
on_folded (ScrAdaptive *self)
{
  if (self->folded_source == 0)
    self->folded_source = g_idle_add_full (GTK_PRIORITY_RESIZE, tell_folded, self, NULL);
}

static void
on_page_changed (ScrAdaptive *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

static void
on_pane_folded (ScrAdaptive *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_FOLDED]);
}

static void
on_pane_revealed (ScrAdaptive *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_SHOWN]);
}

static void
scr_adaptive_dispose (GObject *object)
{
  ScrAdaptive *self = SCR_ADAPTIVE (object);

  g_clear_handle_id (&self->folded_source, g_source_remove);
  if (self->leaflet)
    {
      g_signal_handlers_disconnect_by_data (self->leaflet, self);
      g_signal_handlers_disconnect_by_data (self->flap, self);
    }
  g_clear_pointer (&self->leaflet, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_adaptive_parent_class)->dispose (object);
}

static void
scr_adaptive_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrAdaptive *self = SCR_ADAPTIVE (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, scr_adaptive_get_folded (self));
      break;
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, scr_adaptive_get_sidebar_shown (self));
      break;
    case PROP_PANE_FOLDED:
      g_value_set_boolean (value, scr_adaptive_get_pane_folded (self));
      break;
    case PROP_PANE_SHOWN:
      g_value_set_boolean (value, scr_adaptive_get_pane_shown (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_adaptive_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ScrAdaptive *self = SCR_ADAPTIVE (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR_SHOWN:
      scr_adaptive_set_sidebar_shown (self, g_value_get_boolean (value));
      break;
    case PROP_PANE_SHOWN:
      scr_adaptive_set_pane_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_adaptive_class_init (ScrAdaptiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = scr_adaptive_dispose;
  object_class->get_property = scr_adaptive_get_property;
  object_class->set_property = scr_adaptive_set_property;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, readable);
  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE, writable);
  properties[PROP_PANE_FOLDED] = g_param_spec_boolean ("pane-folded", NULL, NULL, FALSE, readable);
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean ("pane-shown", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
scr_adaptive_init (ScrAdaptive *self)
{
  self->sidebar_wanted = TRUE;
}

static void
build_pane (ScrAdaptive *self, GtkWidget *content, GtkWidget *pane)
{
  GtkWidget *inner = new_wish (content, FOLD_PANE_UNDER - SIDEBAR_WIDTH - 1 - PANE_WIDTH - 1);

  self->pane = new_wish (pane, PANE_WIDTH);
  /* A flap beside content that expands gets its least width, not the one it wishes for. */
  gtk_widget_set_hexpand (inner, FALSE);
  gtk_widget_set_hexpand (self->pane, FALSE);
  gtk_widget_add_css_class (self->pane, "background");
  self->flap = g_object_new (ADW_TYPE_FLAP, "content", inner, "flap", self->pane, "separator",
                             gtk_separator_new (GTK_ORIENTATION_VERTICAL), "flap-position", GTK_PACK_END,
                             "fold-threshold-policy", ADW_FOLD_THRESHOLD_POLICY_NATURAL, "reveal-flap", FALSE,
                             "swipe-to-open", FALSE, NULL);
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (on_pane_folded), self);
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_pane_revealed), self);
}

static void
build_sidebar (ScrAdaptive *self, GtkWidget *sidebar)
{
  AdwLeafletPage *page;

  self->sidebar = sidebar;
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->main = new_wish (self->flap, FOLD_SIDEBAR_UNDER - SIDEBAR_WIDTH - 1);
  gtk_widget_set_hexpand (self->main, TRUE);
  self->leaflet = g_object_new (ADW_TYPE_LEAFLET, "fold-threshold-policy", ADW_FOLD_THRESHOLD_POLICY_NATURAL,
                                "can-navigate-back", TRUE, "can-navigate-forward", TRUE, NULL);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), sidebar);
  page = adw_leaflet_append (ADW_LEAFLET (self->leaflet), self->separator);
  adw_leaflet_page_set_navigatable (page, FALSE);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), self->main);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->main);
  gtk_widget_set_parent (self->leaflet, GTK_WIDGET (self));
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (on_folded), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child", G_CALLBACK (on_page_changed), self);
}

/**
 * scr_adaptive_new:
 * @sidebar: the list of views
 * @content: the view
 * @pane: the details of what is selected, hidden at first
 *
 * Returns: (transfer floating): the three, side by side as far as there is room
 */
GtkWidget *
scr_adaptive_new (GtkWidget *sidebar, GtkWidget *content, GtkWidget *pane)
{
  ScrAdaptive *self = g_object_new (SCR_TYPE_ADAPTIVE, NULL);

  build_pane (self, content, pane);
  build_sidebar (self, sidebar);
  return GTK_WIDGET (self);
}

/**
 * scr_adaptive_get_folded:
 * @self: an adaptive widget
 *
 * Returns: whether the sidebar is a page of its own
 */
gboolean
scr_adaptive_get_folded (ScrAdaptive *self)
{
  return adw_leaflet_get_folded (ADW_LEAFLET (self->leaflet));
}

/**
 * scr_adaptive_get_pane_folded:
 * @self: an adaptive widget
 *
 * Returns: whether the pane slides over the content
 */
gboolean
scr_adaptive_get_pane_folded (ScrAdaptive *self)
{
  return adw_flap_get_folded (ADW_FLAP (self->flap));
}

/**
 * scr_adaptive_get_sidebar_shown:
 * @self: an adaptive widget
 *
 * Returns: whether the sidebar is to be seen
 */
gboolean
scr_adaptive_get_sidebar_shown (ScrAdaptive *self)
{
  if (scr_adaptive_get_folded (self))
    return adw_leaflet_get_visible_child (ADW_LEAFLET (self->leaflet)) == self->sidebar;
  return self->sidebar_wanted;
}

/**
 * scr_adaptive_set_sidebar_shown:
 * @self: an adaptive widget
 * @shown: whether the sidebar is to be seen
 */
void
scr_adaptive_set_sidebar_shown (ScrAdaptive *self, gboolean shown)
{
  if (shown == scr_adaptive_get_sidebar_shown (self))
    return;
  if (scr_adaptive_get_folded (self))
    adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), shown ? self->sidebar : self->main);
  else
    {
      self->sidebar_wanted = shown;
      show_sidebar_as_wanted (self);
    }
}

/**
 * scr_adaptive_get_pane_shown:
 * @self: an adaptive widget
 *
 * Returns: whether the pane is to be seen
 */
gboolean
scr_adaptive_get_pane_shown (ScrAdaptive *self)
{
  return adw_flap_get_reveal_flap (ADW_FLAP (self->flap));
}

/**
 * scr_adaptive_set_pane_shown:
 * @self: an adaptive widget
 * @shown: whether the pane is to be seen
 */
void
scr_adaptive_set_pane_shown (ScrAdaptive *self, gboolean shown)
{
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), shown);
}

/**
 * scr_adaptive_set_pane_width:
 * @self: an adaptive widget
 * @width: the pane's width, in pixels, for text of the usual size
 */
void
scr_adaptive_set_pane_width (ScrAdaptive *self, int width)
{
  SCR_WISH (self->pane)->width = width;
  gtk_widget_queue_resize (self->pane);
}
