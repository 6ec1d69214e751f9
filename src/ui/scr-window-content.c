/* What a window shows of a record: header bar, sidebar, views, search, bin, details pane. See scr-window.h.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-actions.h"
#include "scr-bin-page.h"
#include "scr-format.h"
#include "scr-view-registry.h"
#include "scr-window-private.h"

#define SEARCH_WIDTH 720

gboolean
scr_window_is_searching (ScrWindow *self)
{
  return gtk_search_bar_get_search_mode (self->search_bar);
}

ScrView *
scr_window_get_current_view (ScrWindow *self)
{
  GtkWidget *view = self->view ? gtk_stack_get_child_by_name (self->views, self->view) : NULL;

  return SCR_IS_VIEW (view) ? SCR_VIEW (view) : NULL;
}

static gboolean
is_record_shown (ScrWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "record") == 0;
}

/* "Tri-borough record", and the day if it is not the real one. */
static char *
dup_record_title (ScrWindow *self)
{
  g_autoptr (ScrItem) record
      = self->store ? scr_source_get (SCR_SOURCE (self->store), SCR_KIND_RECORD, SCR_RECORD_ID) : NULL;
  const char *title = record ? scr_item_get_text (record, "title") : NULL;
  const char *today = record ? scr_item_get_text (record, "today") : NULL;
  g_autofree char *day = today ? scr_format_day (NULL, today, SCR_DAY_LONG) : NULL;

  if (title == NULL)
    return g_strdup ("");
  if (day)
    /* TRANSLATORS: a record's title, and the day that it is shown as at, which is not the real one */
    return g_strdup_printf (_ ("%s, shown as at %s"), title, day);
  return g_strdup (title);
}

/* Wide: the application and the record. Narrow: the view and what it is narrowed to, as there is no sidebar
 * to tell. */
void
scr_window_update_title (ScrWindow *self)
{
  g_autofree char *record = dup_record_title (self);
  const ScrViewInfo *info = scr_view_info_find (self->view);
  g_autofree char *whole = *record ? g_strdup_printf ("%s – %s", record, "Scrutiny") : g_strdup ("Scrutiny");

  gtk_window_set_title (GTK_WINDOW (self), whole);
  if (self->store == NULL || !scr_adaptive_get_folded (self->adaptive)
      || scr_adaptive_get_sidebar_shown (self->adaptive))
    {
      adw_window_title_set_title (self->title, "Scrutiny");
      adw_window_title_set_subtitle (self->title, record);
      return;
    }
  adw_window_title_set_title (self->title, self->bin_shown ? _ ("Bin") : info ? _ (info->title) : "Scrutiny");
  adw_window_title_set_subtitle (self->title, scr_partnership_chooser_get_name (self->chooser));
}

void
scr_window_update_header (ScrWindow *self)
{
  gboolean record = is_record_shown (self);
  gboolean folded = scr_adaptive_get_folded (self->adaptive);
  gboolean sidebar = scr_adaptive_get_sidebar_shown (self->adaptive);

  gtk_widget_set_visible (self->back_button, record && folded && !sidebar);
  gtk_widget_set_visible (self->sidebar_button, record && !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_slot), record);
  gtk_widget_set_visible (self->redo_button, record && !folded);
  gtk_widget_set_visible (self->search_button, record);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser_slot), record && !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->folded_chooser), folded);
  scr_undo_button_set_compact (self->undo_button, folded);
  scr_search_page_set_narrow (self->search_page, folded);
  scr_window_update_title (self);
  scr_window_update_actions (self);
}

void
scr_window_show_current (ScrWindow *self)
{
  gboolean searching = scr_window_is_searching (self) && scr_search_page_get_found (self->search_page) >= 0;
  const char *name = searching ? "search" : self->bin_shown ? "bin" : self->view;

  if (name != NULL && gtk_stack_get_child_by_name (self->views, name) != NULL)
    gtk_stack_set_visible_child_name (self->views, name);
  scr_sidebar_select (self->sidebar, self->bin_shown ? NULL : self->view);
  scr_window_update_title (self);
  scr_window_update_actions (self);
}

/**
 * scr_window_get_view:
 * @self: a window
 *
 * Returns: (nullable): id of the view that is shown, or to which search and bin go back
 */
const char *
scr_window_get_view (ScrWindow *self)
{
  return self->view;
}

/**
 * scr_window_show_view:
 * @self: a window with a record
 * @id: a view's id
 *
 * Makes the view if it is shown for the first time.
 *
 * Returns: (transfer none) (nullable): the #ScrView, or %NULL if there is none of this id
 */
GtkWidget *
scr_window_show_view (ScrWindow *self, const char *id)
{
  const ScrViewInfo *info = scr_view_info_find (id);
  GtkWidget *view;

  if (info == NULL || self->store == NULL)
    return NULL;
  view = gtk_stack_get_child_by_name (self->views, info->id);
  if (view == NULL)
    {
      view = scr_view_info_create (info, self->context);
      gtk_stack_add_named (self->views, view, info->id);
    }
  if (g_strcmp0 (self->view, info->id) != 0)
    {
      g_free (self->view);
      self->view = g_strdup (info->id);
      scr_context_set_selected (self->context, NULL);
    }
  self->bin_shown = FALSE;
  g_clear_pointer (&self->came_from, g_free);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (scr_adaptive_get_folded (self->adaptive))
    scr_adaptive_set_sidebar_shown (self->adaptive, FALSE);
  scr_window_show_current (self);
  return view;
}

/**
 * scr_window_show_bin:
 * @self: a window with a record
 */
void
scr_window_show_bin (ScrWindow *self)
{
  if (gtk_stack_get_child_by_name (self->views, "bin") == NULL)
    gtk_stack_add_named (self->views, scr_bin_page_new (self->context), "bin");
  self->bin_shown = TRUE;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  scr_context_set_selected (self->context, NULL);
  if (scr_adaptive_get_folded (self->adaptive))
    scr_adaptive_set_sidebar_shown (self->adaptive, FALSE);
  scr_window_show_current (self);
}

static void
go_where_it_was_found (ScrWindow *self)
{
  g_autofree char *view = g_steal_pointer (&self->came_from);
  gboolean search = self->came_from_search;

  scr_window_show_view (self, view);
  gtk_search_bar_set_search_mode (self->search_bar, search);
}

/**
 * scr_window_go_back:
 * @self: a window
 *
 * Leaves what was entered last: the search, the details pane, the bin, a view's inner page, and then the view
 * itself if it was reached by opening a thing.
 *
 * Returns: whether there was anything to leave
 */
gboolean
scr_window_go_back (ScrWindow *self)
{
  ScrView *view = scr_window_get_current_view (self);

  if (self->store == NULL)
    return FALSE;
  if (scr_window_is_searching (self))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  else if (scr_context_get_selected (self->context))
    scr_context_set_selected (self->context, NULL);
  else if (self->bin_shown)
    {
      self->bin_shown = FALSE;
      scr_window_show_current (self);
    }
  else if (view != NULL && scr_view_go_back (view))
    return TRUE;
  else if (self->came_from)
    go_where_it_was_found (self);
  else
    return FALSE;
  return TRUE;
}

static void
on_chosen (ScrWindow *self, const char *id)
{
  scr_window_show_view (self, id);
}

/* From the pane that is left the keyboard goes back to the thing that it showed: the toolkit would go on to what comes
 * next. */
static void
focus_left_thing (ScrWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  ScrView *view = scr_window_get_current_view (self);

  /* The form's rows are gone already, and the keyboard with them. */
  if (focus != NULL && gtk_widget_get_mapped (focus) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->details)))
    return;
  if (view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (view)) || !scr_view_focus_selected (view))
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
on_selected (ScrWindow *self)
{
  gboolean shown = scr_context_get_selected (self->context) != NULL;
  gboolean left = !shown && scr_adaptive_get_pane_shown (self->adaptive);

  scr_adaptive_set_pane_shown (self->adaptive, shown);
  if (left)
    focus_left_thing (self);
  scr_window_update_actions (self);
}

/* The pane was swiped away, or its shade was pressed. */
static void
on_pane_shown (ScrWindow *self)
{
  if (!scr_adaptive_get_pane_shown (self->adaptive) && self->context)
    scr_context_set_selected (self->context, NULL);
}

static void
on_search_mode (ScrWindow *self)
{
  if (!scr_window_is_searching (self))
    scr_window_show_current (self);
  else
    {
      scr_search_page_set_words (self->search_page, gtk_editable_get_text (self->search_entry));
      gtk_editable_select_region (self->search_entry, 0, -1);
      scr_window_show_current (self);
    }
}

static void
on_search_changed (ScrWindow *self)
{
  scr_search_page_set_words (self->search_page, gtk_editable_get_text (self->search_entry));
}

static void
on_found (ScrWindow *self)
{
  int found = scr_search_page_get_found (self->search_page);
  g_autofree char *text
      = found < 0 ? g_strdup ("") : g_strdup_printf (ngettext ("%d found", "%d found", found), found);

  gtk_label_set_text (self->search_count, text);
  scr_window_show_current (self);
}

static gboolean
on_search_key (ScrWindow *self, guint key)
{
  if (key == GDK_KEY_Down)
    return scr_search_page_focus_first (self->search_page);
  return FALSE;
}

static void
on_search_activate (ScrWindow *self)
{
  scr_search_page_activate_first (self->search_page);
}

static void
on_search_stopped (ScrWindow *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static GtkWidget *
new_search_bar (ScrWindow *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search_entry = GTK_EDITABLE (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in everything"), -1);
  g_object_set (entry, "placeholder-text", _ ("Search in everything"), NULL);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_search_activate), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (on_search_stopped), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_widget_add_controller (entry, keys);

  self->search_count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->search_count), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->search_count), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (GTK_WIDGET (self->search_count), 36);
  gtk_widget_set_can_target (GTK_WIDGET (self->search_count), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->search_count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->search_count), "scr-dim");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), entry);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->search_count));

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), SEARCH_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), overlay);
  gtk_widget_set_hexpand (clamp, TRUE);
  self->search_bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  gtk_search_bar_set_child (self->search_bar, clamp);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_swapped (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (on_search_mode),
                            self);
  return GTK_WIDGET (self->search_bar);
}

static GtkWidget *
new_content (ScrWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->views = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->views, FALSE);
  gtk_stack_set_vhomogeneous (self->views, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  self->search_page = SCR_SEARCH_PAGE (scr_search_page_new (self->context));
  gtk_stack_add_named (self->views, GTK_WIDGET (self->search_page), "search");
  g_signal_connect_object (self->search_page, "notify::found", G_CALLBACK (on_found), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), new_search_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->views));
  return box;
}

static void
build_header (ScrWindow *self)
{
  static const struct
  {
    gsize offset;
    const char *action;
  } buttons[] = {
      {G_STRUCT_OFFSET (ScrWindow, back_button), "win.back"},
      {G_STRUCT_OFFSET (ScrWindow, sidebar_button), "win.sidebar"},
      {G_STRUCT_OFFSET (ScrWindow, menu_button), "win.menu"},
      {G_STRUCT_OFFSET (ScrWindow, search_button), "win.find"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = G_STRUCT_MEMBER (GtkWidget *, self, buttons[i].offset);
      g_autofree char *tooltip = scr_actions_dup_tooltip (buttons[i].action);

      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
    }
  self->undo_button = SCR_UNDO_BUTTON (scr_undo_button_new (self->context));
  adw_bin_set_child (self->undo_slot, GTK_WIDGET (self->undo_button));
  self->chooser = SCR_PARTNERSHIP_CHOOSER (scr_partnership_chooser_new (self->context));
  adw_bin_set_child (self->chooser_slot, GTK_WIDGET (self->chooser));
  self->error_banner = SCR_BANNER (scr_banner_new ("error", "dialog-error-symbolic", TRUE));
  self->reading_banner = SCR_BANNER (scr_banner_new ("calm", "changes-prevent-symbolic", FALSE));
  gtk_box_append (self->banners, GTK_WIDGET (self->error_banner));
  gtk_box_append (self->banners, GTK_WIDGET (self->reading_banner));
  self->job_bar = SCR_JOB_BAR (scr_job_bar_new ());
  adw_bin_set_child (self->job_slot, GTK_WIDGET (self->job_bar));
  scr_context_set_job_bar (self->context, self->job_bar);
}

void
scr_window_build_content (ScrWindow *self)
{
  GtkWidget *folded_chooser = scr_partnership_chooser_new (self->context);

  build_header (self);
  self->folded_chooser = SCR_PARTNERSHIP_CHOOSER (folded_chooser);
  self->sidebar = SCR_SIDEBAR (scr_sidebar_new (self->context));
  gtk_widget_set_margin_start (folded_chooser, 6);
  gtk_widget_set_margin_end (folded_chooser, 6);
  gtk_widget_set_margin_bottom (folded_chooser, 6);
  scr_sidebar_set_footer (self->sidebar, folded_chooser);
  self->details = SCR_DETAILS_PANE (scr_details_pane_new (self->context));
  self->adaptive = SCR_ADAPTIVE (
      scr_adaptive_new (GTK_WIDGET (self->sidebar), new_content (self), GTK_WIDGET (self->details)));
  adw_bin_set_child (self->record_slot, GTK_WIDGET (self->adaptive));

  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adaptive, "notify::folded", G_CALLBACK (scr_window_update_header), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adaptive, "notify::sidebar-shown", G_CALLBACK (scr_window_update_header),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adaptive, "notify::pane-shown", G_CALLBACK (on_pane_shown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::partnership", G_CALLBACK (scr_window_update_title), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
