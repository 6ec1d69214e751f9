/* ScrView - one of the seven views. See the header. */
#include "config.h"

#include "scr-text-scale.h"
#include "scr-view.h"

/* Under this width a view's bar keeps its title, one button and the menu. */
#define NARROW_WIDTH 600

typedef struct
{
  ScrContext *context;
  char *view_id;
  char *title;
  gboolean narrow;
  guint narrow_source;
} ScrViewPrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_VIEW_ID,
  PROP_TITLE,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ScrView, scr_view, ADW_TYPE_BIN)

static void
show_afresh (ScrView *self)
{
  if (SCR_VIEW_GET_CLASS (self)->context_set)
    SCR_VIEW_GET_CLASS (self)->context_set (self);
}

static gboolean
is_narrow (ScrView *self, int width)
{
  return width < NARROW_WIDTH * scr_text_scale_get (GTK_WIDGET (self));
}

static gboolean
tell_narrow (gpointer user_data)
{
  ScrView *self = user_data;
  ScrViewPrivate *priv = scr_view_get_instance_private (self);
  gboolean narrow = is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));

  priv->narrow_source = 0;
  if (narrow != priv->narrow)
    {
      priv->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  return G_SOURCE_REMOVE;
}

/* Told from an idle: a view that folds its bar while it is being given its size would ask for a size again.
 */
static void
scr_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (SCR_VIEW (widget));
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
  if (is_narrow (SCR_VIEW (widget), width) != priv->narrow && priv->narrow_source == 0)
    priv->narrow_source = g_idle_add_full (GTK_PRIORITY_RESIZE, tell_narrow, widget, NULL);
}

/* How wide it is going to be: as its place is, or as the window wants to be that was never shown. */
static int
foresee_width (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  int width = 0, height;

  for (GtkWidget *w = gtk_widget_get_parent (widget); w != NULL && width == 0; w = gtk_widget_get_parent (w))
    width = gtk_widget_get_width (w);
  if (width == 0 && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  return width;
}

/* Where it is narrow, a view is so before it is first measured: the window would grow for it otherwise. */
static void
scr_view_root (GtkWidget *widget)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (SCR_VIEW (widget));
  int width;

  GTK_WIDGET_CLASS (scr_view_parent_class)->root (widget);
  width = foresee_width (widget);
  if (width > 0 && !priv->narrow && gtk_widget_get_width (widget) == 0
      && is_narrow (SCR_VIEW (widget), width))
    {
      priv->narrow = TRUE;
      g_object_notify_by_pspec (G_OBJECT (widget), properties[PROP_NARROW]);
    }
}

static void
scr_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
scr_view_get_request_mode (GtkWidget *widget)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL ? gtk_widget_get_request_mode (child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
scr_view_constructed (GObject *object)
{
  ScrView *self = SCR_VIEW (object);
  ScrViewPrivate *priv = scr_view_get_instance_private (self);

  G_OBJECT_CLASS (scr_view_parent_class)->constructed (object);
  if (priv->context)
    {
      g_signal_connect_object (priv->context, "notify::store", G_CALLBACK (show_afresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (priv->context, "notify::partnership", G_CALLBACK (show_afresh), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
scr_view_dispose (GObject *object)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (SCR_VIEW (object));

  g_clear_handle_id (&priv->narrow_source, g_source_remove);
  G_OBJECT_CLASS (scr_view_parent_class)->dispose (object);
}

static void
scr_view_finalize (GObject *object)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (SCR_VIEW (object));

  g_clear_object (&priv->context);
  g_free (priv->view_id);
  g_free (priv->title);
  G_OBJECT_CLASS (scr_view_parent_class)->finalize (object);
}

static void
scr_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (SCR_VIEW (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_VIEW_ID:
      g_value_set_string (value, priv->view_id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (SCR_VIEW (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_VIEW_ID:
      priv->view_id = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_view_class_init (ScrViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = scr_view_constructed;
  object_class->dispose = scr_view_dispose;
  object_class->finalize = scr_view_finalize;
  object_class->get_property = scr_view_get_property;
  object_class->set_property = scr_view_set_property;
  widget_class->measure = scr_view_measure;
  widget_class->get_request_mode = scr_view_get_request_mode;
  widget_class->root = scr_view_root;
  widget_class->size_allocate = scr_view_size_allocate;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, SCR_TYPE_CONTEXT, flags);
  properties[PROP_VIEW_ID] = g_param_spec_string ("view-id", NULL, NULL, "", flags);
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
scr_view_init (ScrView *self)
{
  /* A bin's layout manager would lay the child out without telling us the width. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * scr_view_get_context:
 * @self: a view
 *
 * Returns: (transfer none): what the window handed to it
 */
ScrContext *
scr_view_get_context (ScrView *self)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (self);

  g_return_val_if_fail (SCR_IS_VIEW (self), NULL);
  return priv->context;
}

/**
 * scr_view_get_store:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the open record
 */
ScrStore *
scr_view_get_store (ScrView *self)
{
  ScrContext *context = scr_view_get_context (self);

  return context ? scr_context_get_store (context) : NULL;
}

/**
 * scr_view_get_id:
 * @self: a view
 *
 * Returns: its id in scr-view-registry
 */
const char *
scr_view_get_id (ScrView *self)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (self);

  g_return_val_if_fail (SCR_IS_VIEW (self), NULL);
  return priv->view_id;
}

/**
 * scr_view_get_title:
 * @self: a view
 *
 * Returns: its translated name
 */
const char *
scr_view_get_title (ScrView *self)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (self);

  g_return_val_if_fail (SCR_IS_VIEW (self), NULL);
  return priv->title;
}

/**
 * scr_view_get_narrow:
 * @self: a view
 *
 * Returns: whether it has less than 600 px and should fold its bar
 */
gboolean
scr_view_get_narrow (ScrView *self)
{
  ScrViewPrivate *priv = scr_view_get_instance_private (self);

  g_return_val_if_fail (SCR_IS_VIEW (self), FALSE);
  return priv->narrow;
}

/**
 * scr_view_select_item:
 * @self: a view
 * @item: a thing to show where it lives
 *
 * Returns: whether this view shows it
 */
gboolean
scr_view_select_item (ScrView *self, ScrItem *item)
{
  g_return_val_if_fail (SCR_IS_VIEW (self), FALSE);
  return SCR_VIEW_GET_CLASS (self)->select_item && SCR_VIEW_GET_CLASS (self)->select_item (self, item);
}

/**
 * scr_view_open_item:
 * @self: a view
 * @item: what is to be shown in full
 *
 * Returns: whether it is shown on a page of its own, so that the details pane need not
 */
gboolean
scr_view_open_item (ScrView *self, ScrItem *item)
{
  return SCR_VIEW_GET_CLASS (self)->open_item && SCR_VIEW_GET_CLASS (self)->open_item (self, item);
}

/**
 * scr_view_focus_selected:
 * @self: a view
 *
 * Returns: whether what is selected there has the keyboard now
 */
gboolean
scr_view_focus_selected (ScrView *self)
{
  g_return_val_if_fail (SCR_IS_VIEW (self), FALSE);
  return SCR_VIEW_GET_CLASS (self)->focus_selected && SCR_VIEW_GET_CLASS (self)->focus_selected (self);
}

/**
 * scr_view_can_new_item:
 * @self: a view
 *
 * Returns: whether scr_view_new_item() does something
 */
gboolean
scr_view_can_new_item (ScrView *self)
{
  g_return_val_if_fail (SCR_IS_VIEW (self), FALSE);
  return SCR_VIEW_GET_CLASS (self)->new_item != NULL;
}

/**
 * scr_view_new_item:
 * @self: a view
 *
 * Begins what "New" means in this view.
 */
void
scr_view_new_item (ScrView *self)
{
  if (scr_view_can_new_item (self))
    SCR_VIEW_GET_CLASS (self)->new_item (self);
}

/**
 * scr_view_can_print:
 * @self: a view
 *
 * Returns: whether scr_view_print() does something
 */
gboolean
scr_view_can_print (ScrView *self)
{
  g_return_val_if_fail (SCR_IS_VIEW (self), FALSE);
  return SCR_VIEW_GET_CLASS (self)->print != NULL;
}

/**
 * scr_view_print:
 * @self: a view
 *
 * Prints what it shows.
 */
void
scr_view_print (ScrView *self)
{
  if (scr_view_can_print (self))
    SCR_VIEW_GET_CLASS (self)->print (self);
}

/**
 * scr_view_go_back:
 * @self: a view
 *
 * Returns: whether it left an inner page
 */
gboolean
scr_view_go_back (ScrView *self)
{
  g_return_val_if_fail (SCR_IS_VIEW (self), FALSE);
  return SCR_VIEW_GET_CLASS (self)->go_back && SCR_VIEW_GET_CLASS (self)->go_back (self);
}
