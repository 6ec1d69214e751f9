/* ScrMapRoles - the role card. See the header. */
#include "config.h"

#include "scr-map-roles.h"

#include "scr-follow.h"
#include "scr-format.h"
#include "scr-icons.h"
#include "scr-labels.h"
#include "scr-map-parts.h"
#include "scr-new-item.h"

#include <glib/gi18n-lib.h>

/* So many letters of a column stand in one line: two columns where there is room for both. */
#define COLUMN_CHARS 34

struct _ScrMapRoles
{
  AdwBin parent_instance;

  ScrContext *context;
  GtkWidget *flow;
  GtkWidget *empty;
  guint n_roles;
};

G_DEFINE_FINAL_TYPE (ScrMapRoles, scr_map_roles, ADW_TYPE_BIN)

static void
on_row_activated (ScrMapRoles *self, GtkListBoxRow *row)
{
  scr_context_open_item (self->context, g_object_get_data (G_OBJECT (row), "item"));
}

static void
append_traits (ScrMapRoles *self, GtkListBox *list, GPtrArray *traits, const char *role, gboolean does)
{
  for (guint i = 0; i < traits->len; i++)
    {
      ScrItem *trait = g_ptr_array_index (traits, i);
      const char *title = scr_item_get_text (trait, "title");
      GtkWidget *row;

      if (g_strcmp0 (scr_item_get_text (trait, "role"), role) != 0
          || !scr_item_get_bool (trait, "does") != !does)
        continue;
      row = scr_map_list_row_new (does ? "emblem-ok-symbolic" : "action-unavailable-symbolic",
                                  does ? "done" : "dim", title != NULL ? title : "",
                                  does ? _ ("Part of the role") : _ ("Not part of the role"));
      g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (trait), g_object_unref);
      gtk_list_box_append (list, row);
    }
}

static GtkWidget *
make_heading (const char *title, const char *icon)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = scr_label_new_wrapping (title, "heading-4");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_box_append (GTK_BOX (heading), scr_map_symbol_new (icon, NULL));
  gtk_box_append (GTK_BOX (heading), label);
  return heading;
}

/* Text takes the lines that it needs, but does not ask for a wide column. */
static void
limit_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_max_width_chars (GTK_LABEL (widget), COLUMN_CHARS);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    limit_labels (child);
}

static void
append_role (ScrMapRoles *self, ScrSource *source, GPtrArray *traits, const char *id)
{
  g_autoptr (ScrItem) role = id != NULL ? scr_source_get (source, SCR_KIND_CHOICE, id) : NULL;
  g_autofree char *title = role != NULL ? scr_format_title (NULL, source, role) : g_strdup (_ ("No role"));
  const char *icon = role != NULL ? scr_item_get_text (role, "icon") : NULL;
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (column, "scr-map-role");
  gtk_box_append (GTK_BOX (column), make_heading (title, icon != NULL ? icon : "avatar-default-symbolic"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  scr_map_name (list, title);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), self);
  append_traits (self, GTK_LIST_BOX (list), traits, id, TRUE);
  append_traits (self, GTK_LIST_BOX (list), traits, id, FALSE);
  gtk_box_append (GTK_BOX (column), list);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  limit_labels (column);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->flow), column, -1);
  /* The rows inside are what is gone through. */
  gtk_widget_set_focusable (gtk_widget_get_parent (column), FALSE);
  self->n_roles++;
}

static gboolean
is_known (GPtrArray *roles, const char *role)
{
  for (guint i = 0; i < roles->len; i++)
    if (g_strcmp0 (g_ptr_array_index (roles, i), role) == 0)
      return TRUE;
  return FALSE;
}

static void
refresh (gpointer owner)
{
  ScrMapRoles *self = owner;
  ScrStore *store = scr_context_get_store (self->context);
  const ScrQuery query = {.kind = "role_trait", .partnership = scr_context_get_partnership (self->context)};
  g_autoptr (GPtrArray) traits = NULL;
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->flow)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->flow), child);
  self->n_roles = 0;
  if (store != NULL)
    traits = scr_source_list (SCR_SOURCE (store), &query);
  for (guint i = 0; traits != NULL && i < traits->len; i++)
    {
      const char *role = scr_item_get_text (g_ptr_array_index (traits, i), "role");

      if (!is_known (roles, role))
        {
          g_ptr_array_add (roles, (gpointer) role);
          append_role (self, SCR_SOURCE (store), traits, role);
        }
    }
  gtk_widget_set_visible (self->flow, self->n_roles > 0);
  gtk_widget_set_visible (self->empty, self->n_roles == 0);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), self->n_roles > 1 ? 2 : 1);
}

static void
scr_map_roles_dispose (GObject *object)
{
  g_clear_object (&SCR_MAP_ROLES (object)->context);
  G_OBJECT_CLASS (scr_map_roles_parent_class)->dispose (object);
}

static void
scr_map_roles_class_init (ScrMapRolesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_map_roles_dispose;
  scr_map_ensure ();
}

static void
scr_map_roles_init (ScrMapRoles *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 24);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 24);
  gtk_widget_set_valign (self->flow, GTK_ALIGN_START);
  self->empty = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), scr_icon_resolve ("view-dual-symbolic"));
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _ ("Nothing is said of the roles yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty),
                                   _ ("Add what chair and scrutineer each do and do not do."));
  gtk_widget_set_vexpand (self->empty, TRUE);
  gtk_widget_add_css_class (box, "scr-map-roles");
  gtk_box_append (GTK_BOX (box), self->flow);
  gtk_box_append (GTK_BOX (box), self->empty);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * scr_map_roles_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a role card
 */
GtkWidget *
scr_map_roles_new (ScrContext *context)
{
  ScrMapRoles *self = g_object_new (SCR_TYPE_MAP_ROLES, NULL);

  self->context = g_object_ref (context);
  scr_follow (self, context, refresh);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * scr_map_roles_get_n_roles:
 * @self: a role card
 *
 * Returns: of how many roles it tells
 */
guint
scr_map_roles_get_n_roles (ScrMapRoles *self)
{
  g_return_val_if_fail (SCR_IS_MAP_ROLES (self), 0);
  return self->n_roles;
}

/* --- A window of its own --- */

static void
on_made (ScrItem *item, gpointer context)
{
  scr_context_open_item (context, item);
}

static void
on_add (GtkButton *button, ScrContext *context)
{
  scr_new_item_begin (context, GTK_WIDGET (button), "role_trait", _ ("What the role does"), NULL, NULL, on_made,
                      g_object_ref (context), g_object_unref);
}

static GtkWidget *
make_bar (ScrContext *context)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  ScrStore *store = scr_context_get_store (context);

  gtk_widget_set_tooltip_text (add, _ ("Add what a role does or does not do"));
  scr_map_name (add, _ ("Add what a role does or does not do"));
  gtk_widget_set_sensitive (add, store != NULL && !scr_store_is_read_only (store));
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), context, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), add);
  return bar;
}

static gboolean
on_escape (GtkWidget *window, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return GDK_EVENT_STOP;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

/**
 * scr_map_roles_present:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 *
 * Shows the role card in a window of its own over @parent's. Opening a row closes it, so that the thing is seen.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
scr_map_roles_present (ScrContext *context, GtkWidget *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkRoot *root = gtk_widget_get_root (parent);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), scr_map_roles_new (context));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (context));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("What the Roles Do"));
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 600);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  add_escape (window);
  g_signal_connect_object (context, "open-item", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
