/* A part of the timeline. See the header. */
#include "config.h"

#include "scr-timeline-pane.h"

struct _ScrTimelinePane
{
  GtkWidget parent_instance;

  ScrTimelineLay lay;
  ScrTimelineDraw draw;
  gpointer canvas; /* (nullable): whose part it is; not owned */
};

G_DEFINE_FINAL_TYPE (ScrTimelinePane, scr_timeline_pane, GTK_TYPE_WIDGET)

static void
scr_timeline_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrTimelinePane *self = SCR_TIMELINE_PANE (widget);

  if (self->canvas != NULL)
    self->lay (self->canvas);
}

static void
scr_timeline_pane_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScrTimelinePane *self = SCR_TIMELINE_PANE (widget);

  if (self->canvas != NULL)
    self->draw (self->canvas, snapshot);
}

/* Its canvas tells which child is next: Tab does not go through them. */
static gboolean
scr_timeline_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return FALSE;
}

static void
scr_timeline_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (scr_timeline_pane_parent_class)->dispose (object);
}

static void
scr_timeline_pane_class_init (ScrTimelinePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_timeline_pane_dispose;
  widget_class->size_allocate = scr_timeline_pane_size_allocate;
  widget_class->snapshot = scr_timeline_pane_snapshot;
  widget_class->focus = scr_timeline_pane_focus;
  gtk_widget_class_set_css_name (widget_class, "timelinepane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
scr_timeline_pane_init (ScrTimelinePane *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * scr_timeline_pane_new:
 * @css_class: what it is, for the style
 * @lay: gives the children their places
 * @draw: draws it, with its children
 * @canvas: what both are called with
 *
 * Returns: (transfer floating): a part without children
 */
GtkWidget *
scr_timeline_pane_new (const char *css_class, ScrTimelineLay lay, ScrTimelineDraw draw, gpointer canvas)
{
  ScrTimelinePane *self = g_object_new (SCR_TYPE_TIMELINE_PANE, NULL);

  self->lay = lay;
  self->draw = draw;
  self->canvas = canvas;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  return GTK_WIDGET (self);
}

/**
 * scr_timeline_pane_detach:
 * @self: a part whose canvas goes
 */
void
scr_timeline_pane_detach (ScrTimelinePane *self)
{
  self->canvas = NULL;
}

/**
 * scr_timeline_pane_draw_children:
 * @self: a part
 * @snapshot: where
 */
void
scr_timeline_pane_draw_children (ScrTimelinePane *self, GtkSnapshot *snapshot)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!gtk_widget_has_css_class (child, "above"))
      gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
}
