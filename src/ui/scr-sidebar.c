/* ScrSidebar - the list of views. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-pill.h"
#include "scr-sidebar.h"
#include "scr-view-registry.h"

struct _ScrSidebar
{
  GtkWidget parent_instance;

  ScrContext *context;
  ScrStore *store;
  gulong changed_handler;
  GtkWidget *box;
  GtkListBox *list;
  guint refresh_source;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (ScrSidebar, scr_sidebar, GTK_TYPE_WIDGET)

static void
show_badge (GtkListBoxRow *row, const ScrViewInfo *info, const ScrBadge *badge)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *pill = gtk_widget_get_last_child (box);
  /* TRANSLATORS: a view and what it has to tell, for screen readers: "Map, 4 gaps" */
  g_autofree char *spoken = badge->text ? g_strdup_printf (_ ("%s, %s"), _ (info->title), badge->text)
                                        : g_strdup (_ (info->title));

  gtk_widget_set_visible (pill, badge->text != NULL);
  scr_pill_set (pill, "", badge->text ? badge->text : "", badge->tone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
refresh (ScrSidebar *self)
{
  guint n_views;
  const ScrViewInfo *views = scr_views_get_all (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      ScrBadge badge = {NULL, NULL};

      if (self->store)
        scr_view_info_get_badge (&views[i], SCR_SOURCE (self->store),
                                 scr_context_get_partnership (self->context), &badge);
      show_badge (gtk_list_box_get_row_at_index (self->list, i), &views[i], &badge);
      g_free (badge.text);
    }
}

static gboolean
refresh_now (gpointer user_data)
{
  ScrSidebar *self = user_data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (ScrSidebar *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_now, self);
}

static void
on_store_set (ScrSidebar *self)
{
  if (self->store)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, scr_context_get_store (self->context));
  if (self->store)
    self->changed_handler
        = g_signal_connect_swapped (self->store, "changed", G_CALLBACK (refresh_soon), self);
  refresh_soon (self);
}

static void
on_row_activated (ScrSidebar *self, GtkListBoxRow *row)
{
  guint n_views;
  const ScrViewInfo *views = scr_views_get_all (&n_views);

  g_signal_emit (self, chosen_signal, 0, views[gtk_list_box_row_get_index (row)].id);
}

static GtkWidget *
new_row (const ScrViewInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = scr_symbol_new (info->icon);
  GtkWidget *label = gtk_label_new (_ (info->title));
  GtkWidget *pill = scr_pill_new ("", "", NULL);

  /* Short words, never cut: the sidebar grows with them. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (pill)), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
scr_sidebar_dispose (GObject *object)
{
  ScrSidebar *self = SCR_SIDEBAR (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->store)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_sidebar_parent_class)->dispose (object);
}

static void
scr_sidebar_class_init (ScrSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_sidebar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", SCR_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
scr_sidebar_init (ScrSidebar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  guint n_views;
  const ScrViewInfo *views = scr_views_get_all (&n_views);

  gtk_widget_add_css_class (GTK_WIDGET (self), "scr-sidebar");
  gtk_widget_set_size_request (GTK_WIDGET (self), 203, -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Views"),
                                  -1);
  for (guint i = 0; i < n_views; i++)
    gtk_list_box_append (self->list, new_row (&views[i]));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * scr_sidebar_new:
 * @context: what the window hands to it
 *
 * Returns: (transfer floating): the list of views
 */
GtkWidget *
scr_sidebar_new (ScrContext *context)
{
  ScrSidebar *self = g_object_new (SCR_TYPE_SIDEBAR, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::store", G_CALLBACK (on_store_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::partnership", G_CALLBACK (refresh_soon), self,
                           G_CONNECT_SWAPPED);
  on_store_set (self);
  return GTK_WIDGET (self);
}

/**
 * scr_sidebar_select:
 * @self: the list of views
 * @view: (nullable): id of the view that is shown, or %NULL for none
 */
void
scr_sidebar_select (ScrSidebar *self, const char *view)
{
  guint n_views;
  const ScrViewInfo *views = scr_views_get_all (&n_views);

  gtk_list_box_unselect_all (self->list);
  for (guint i = 0; i < n_views; i++)
    if (g_strcmp0 (views[i].id, view) == 0)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
}

/**
 * scr_sidebar_set_footer:
 * @self: the list of views
 * @footer: what stands under it
 */
void
scr_sidebar_set_footer (ScrSidebar *self, GtkWidget *footer)
{
  gtk_box_append (GTK_BOX (self->box), footer);
}
