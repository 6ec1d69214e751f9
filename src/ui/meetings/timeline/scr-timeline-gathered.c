/* The list behind "+3": what is gathered where there is no room, each to be opened. See
 * scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include "scr-icons.h"
#include "scr-pill.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 360
#define WIDTH 300

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), scr_symbol_new (NULL));
  gtk_box_append (GTK_BOX (row), label);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GObject *object = gtk_list_item_get_item (item);
  const char *icon = g_object_get_data (object, "icon");

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (row)), scr_icon_resolve (icon));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)),
                      gtk_string_object_get_string (GTK_STRING_OBJECT (object)));
}

static GListModel *
list_entries (ScrTimelineCanvas *self, const ScrTimelineFace *face)
{
  g_autoptr (GArray) entries = scr_timeline_canvas_list_gathered (self, face);
  GListStore *list = g_list_store_new (GTK_TYPE_STRING_OBJECT);

  for (guint i = 0; i < entries->len; i++)
    {
      const ScrTimelineEntry *entry
          = scr_timeline_get_entry (self->timeline, g_array_index (entries, guint, i));
      g_autoptr (GtkStringObject) object
          = gtk_string_object_new (entry->name != NULL ? entry->name : entry->label);

      /* Icons are static texts. */
      g_object_set_data (G_OBJECT (object), "icon",
                         (gpointer)(entry->held ? "emblem-default-symbolic" : entry->icon));
      if (entry->item != NULL)
        g_object_set_data_full (G_OBJECT (object), "item", g_object_ref (entry->item), g_object_unref);
      g_list_store_append (list, object);
    }
  return G_LIST_MODEL (list);
}

static void
on_activated (GtkListView *list, guint position, ScrTimelineCanvas *self)
{
  g_autoptr (GObject) object
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  ScrItem *item = g_object_get_data (object, "item");
  int entry;

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  if (item == NULL)
    return;
  entry = self->timeline != NULL ? scr_timeline_find (self->timeline, scr_item_get_id (item)) : -1;
  if (entry >= 0)
    scr_timeline_canvas_set_current (self, entry, TRUE);
  g_signal_emit_by_name (self, "entry-opened", item);
}

static gboolean
destroy (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: what was chosen in it is still being told. */
static void
on_closed (GtkPopover *popover, ScrTimelineCanvas *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      ScrTimelineFace *face
          = self->current >= 0 ? scr_timeline_canvas_find_face (self, (guint)self->current) : NULL;

      gtk_widget_grab_focus (face != NULL ? face->chip : GTK_WIDGET (self));
    }
  g_idle_add_full (G_PRIORITY_DEFAULT, destroy, g_object_ref (popover), g_object_unref);
}

static GtkWidget *
new_list (ScrTimelineCanvas *self, const ScrTimelineFace *face)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (list_entries (self, face))), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect (list, "activate", G_CALLBACK (on_activated), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scr_timeline_mark_get_name (SCR_TIMELINE_MARK (face->chip)), -1);
  return list;
}

void
scr_timeline_canvas_open_gathering (ScrTimelineCanvas *self, const ScrTimelineFace *face)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = new_list (self, face);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE, "max-content-height", MOST_HEIGHT,
                                      "width-request", WIDTH, "child", list, NULL);
  GdkRectangle area;

  scr_timeline_canvas_get_face_area (self, face, &area);
  scr_timeline_canvas_set_current (self, (int)face->entry, FALSE);
  gtk_widget_add_css_class (popover, "timeline-gathered");
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), self);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (list);
}
