/* When the scrutineer was at a group this year, one by one. See scr-map-view.h. */
#include "config.h"

#include "scr-map-view-private.h"

#include "scr-coverage.h"
#include "scr-format.h"
#include "scr-map-parts.h"

#include <glib/gi18n-lib.h>

#define WIDTH 320
#define MOST_HEIGHT 360

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, ScrMapView *self)
{
  ScrItem *item = g_object_get_data (G_OBJECT (row), "item");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  scr_context_open_item (scr_view_get_context (SCR_VIEW (self)), item);
}

static GtkWidget *
make_list (ScrMapView *self, const ScrGroupCoverage *group)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  scr_map_name (list, _ ("Occasions on which the scrutineer was there"));
  for (guint i = 0; i < group->occasions->len; i++)
    {
      const ScrOccasion *occasion = g_ptr_array_index (group->occasions, i);
      g_autofree char *day = scr_format_day (NULL, occasion->day, SCR_DAY_LONG);
      GtkWidget *row
          = scr_map_list_row_new (scr_item_get_kind (occasion->item)->icon, NULL, occasion->title, day);

      g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (occasion->item), g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  return list;
}

static char *
describe (ScrMapView *self, const ScrGroupCoverage *group, ScrItem *item)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  guint count = group != NULL ? group->occasions->len : 0;

  if (count == 0)
    /* TRANSLATORS: %s is a group. */
    return g_strdup_printf (_ ("The scrutineer was not at “%s” this year."), title);
  /* TRANSLATORS: %1$s is a group, %2$u how often. */
  return g_strdup_printf (ngettext ("The scrutineer was at “%1$s” once this year.",
                                    "The scrutineer was at “%1$s” %2$u times this year.", count),
                          title, count);
}

static GtkWidget *
make_content (ScrMapView *self, const ScrGroupCoverage *group, ScrItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled;
  g_autofree char *sentence = describe (self, group, item);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  if (group == NULL || group->occasions->len == 0)
    return box;
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_list (self, group));
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

/* Of the group that is selected. */
void
scr_map_view_on_occasions (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMapView *self = user_data;
  ScrItem *item = scr_map_canvas_get_current (self->canvas);
  g_autoptr (ScrCoverage) coverage = NULL;
  GtkWidget *popover;
  GdkRectangle where;

  if (item == NULL || self->store == NULL)
    return;
  coverage = scr_coverage_new (NULL, SCR_SOURCE (self->store),
                               scr_context_get_partnership (scr_view_get_context (SCR_VIEW (self))),
                               scr_map_canvas_get_map (self->canvas)->day);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover),
                         make_content (self, scr_coverage_find (coverage, scr_item_get_id (item)), item));
  scr_map_view_get_current_place (self, &where);
  scr_map_view_popup (self, GTK_POPOVER (popover), &where);
}
