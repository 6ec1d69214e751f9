/* ScrWindow - one window. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-actions.h"
#include "scr-format.h"
#include "scr-problem.h"
#include "scr-view-registry.h"
#include "scr-reports-view.h"
#include "scr-window-private.h"

#define TOAST_SECONDS 8
#define LEAST_WIDTH 360

G_DEFINE_FINAL_TYPE (ScrWindow, scr_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_toast_dismissed (ScrWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
dismiss_toast (ScrWindow *self)
{
  if (self->toast)
    adw_toast_dismiss (self->toast);
}

static void
on_toast (ScrWindow *self, const char *message, gboolean with_undo)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);

  dismiss_toast (self);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, G_CONNECT_SWAPPED);
  self->toast = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_failed (ScrWindow *self, const GError *error)
{
  ScrProblem problem;
  gboolean again = g_error_matches (error, SCR_ERROR, SCR_ERROR_DISK_FULL)
                   || g_error_matches (error, SCR_ERROR, SCR_ERROR_BUSY);

  if (g_error_matches (error, SCR_ERROR, SCR_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  scr_problem_of_change (error, &problem);
  self->telling_change = TRUE;
  self->telling_failure = FALSE;
  scr_banner_show (self->error_banner, problem.title, problem.advice ? problem.advice : error->message,
                   again ? _ ("Try again") : NULL);
}

static void
on_try_again (ScrWindow *self)
{
  g_autoptr (GError) error = NULL;

  scr_banner_hide (self->error_banner);
  scr_details_pane_flush (self->details);
  if (self->store != NULL && !scr_unwritten_write (scr_context_get_unwritten (self->context), self->store, &error))
    scr_context_fail (self->context, error);
  scr_context_retry (self->context);
}

static void
on_reading_pressed (ScrWindow *self)
{
  if (self->writable == SCR_OPEN_ELSEWHERE)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.reopen", "s", scr_window_get_path (self));
  else
    scr_window_save_copy (self);
}

/* A view that shows @item lives where its kind does; what is reached through others only, where its owner
 * does. */
static const char *
find_view (ScrWindow *self, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autoptr (ScrItem) owner = NULL;

  if (*kind->view)
    return kind->view;
  if (scr_kind_get_parent_field (kind))
    owner = scr_source_get_referred (SCR_SOURCE (self->store), item, scr_kind_get_parent_field (kind)->name);
  return owner && *scr_item_get_kind (owner)->view ? scr_item_get_kind (owner)->view : self->view;
}

static void
on_open_item (ScrWindow *self, ScrItem *item)
{
  g_autofree char *before = g_strdup (self->view);
  gboolean searching = scr_window_is_searching (self);
  GtkWidget *view;
  gboolean in_full = FALSE;

  if (self->store == NULL)
    return;
  if (scr_item_is_deleted (item))
    scr_window_show_bin (self);
  else
    {
      view = scr_window_show_view (self, find_view (self, item));
      in_full = view != NULL && scr_view_open_item (SCR_VIEW (view), item);
      if (view != NULL && !in_full)
        scr_view_select_item (SCR_VIEW (view), item);
    }
  scr_context_set_selected (self->context, in_full ? NULL : item);
  /* Back leads to where the thing was found. */
  if (searching || g_strcmp0 (before, self->view) != 0)
    {
      self->came_from = g_steal_pointer (&before);
      self->came_from_search = searching;
    }
}

static void
on_show_view (ScrWindow *self, const char *id)
{
  scr_window_show_view (self, id);
}

static void
on_show_report (ScrWindow *self, const ScrReportRequest *wanted)
{
  GtkWidget *view = scr_window_show_view (self, "reports");

  if (view != NULL)
    scr_reports_view_show_report (SCR_REPORTS_VIEW (view), wanted);
}

/* The thing that the pane shows may have been undone out of the record, or deleted for good. */
static void
forget_what_is_gone (ScrWindow *self, ScrChange *change)
{
  ScrItem *selected = scr_context_get_selected (self->context);
  g_autoptr (ScrItem) still = NULL;

  if (selected == NULL || !scr_change_touches_item (change, scr_item_get_id (selected)))
    return;
  still = scr_source_get (SCR_SOURCE (self->store), scr_item_get_kind (selected)->name,
                          scr_item_get_id (selected));
  if (still == NULL)
    scr_context_set_selected (self->context, NULL);
}

/* Who moves or deletes the file of an open record takes every later change away with it. */
static void
tell_if_gone (ScrWindow *self)
{
  if (g_file_test (scr_store_get_path (self->store), G_FILE_TEST_EXISTS))
    return;
  self->telling_failure = FALSE;
  scr_banner_show (self->error_banner, _ ("The record’s file was moved or deleted while it was open"),
                   _ ("Put it back where it was, or what you do now may be lost."), NULL);
}

static void
on_store_changed (ScrWindow *self, ScrChange *change)
{
  forget_what_is_gone (self, change);
  /* The last change is kept after all, or another is the last. */
  if (self->telling_change)
    scr_banner_hide (self->error_banner);
  self->telling_change = FALSE;
  tell_if_gone (self);
  /* An Undo on a toast would undo this change, not the one that the toast speaks of. */
  dismiss_toast (self);
  if (scr_change_touches_item (change, SCR_RECORD_ID))
    scr_window_update_title (self);
}

static void
fill_recent (ScrWindow *self)
{
  g_auto (GStrv) paths = scr_settings_dup_strv (self->settings, "recent-records");

  scr_welcome_page_set_recent (self->welcome, (const char *const *)paths);
  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", paths[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

static void
remember (ScrWindow *self)
{
  int width, height;
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  scr_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (!maximized && width > 0 && height > 0)
    {
      scr_settings_set_int (self->settings, "window-width", width);
      scr_settings_set_int (self->settings, "window-height", height);
    }
  if (self->store)
    {
      scr_settings_set_string (self->settings, "last-record", scr_window_get_path (self));
      scr_settings_set_string (self->settings, "last-view", self->view ? self->view : "today");
    }
}

static gboolean
scr_window_close_request (GtkWindow *window)
{
  ScrWindow *self = SCR_WINDOW (window);

  if (!scr_window_may_close (self))
    return GDK_EVENT_STOP;
  remember (self);
  /* A file that is being taken in would be lost without a word. Who asks again means it. */
  if (!scr_job_bar_may_leave (self->job_bar))
    {
      scr_context_toast (self->context, _ ("Work is still going on. Close again to give it up."), FALSE);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (scr_window_parent_class)->close_request (window);
}

/**
 * scr_window_end:
 * @self: a window
 *
 * Writes what was typed last, remembers what was shown, and goes without asking anything.
 */
void
scr_window_end (ScrWindow *self)
{
  scr_details_pane_flush (self->details);
  remember (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_key (ScrWindow *self, guint key)
{
  return key == GDK_KEY_Escape && scr_window_go_back (self);
}

/* Folded, everything fits into 360 px; what stands side by side until then must not keep the window from
 * getting there. */
static void
scr_window_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (scr_window_parent_class);
  gboolean folded = scr_adaptive_get_folded (SCR_WINDOW (widget)->adaptive);

  /* Newer GTK warns if a height is asked for at a width that cannot be had as long as it is not folded. */
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 && !folded)
    {
      int least;

      parent_class->measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, natural, minimum_baseline,
                             natural_baseline);
      for_size = MAX (for_size, least);
    }
  parent_class->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !folded)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static void
scr_window_dispose (GObject *object)
{
  ScrWindow *self = SCR_WINDOW (object);

  self->toast = NULL;
  if (self->store)
    {
      g_clear_signal_handler (&self->changed_handler, self->store);
      scr_context_set_store (self->context, NULL);
      scr_store_close (self->store);
    }
  g_clear_object (&self->store);
  g_clear_object (&self->recent_menu);
  G_OBJECT_CLASS (scr_window_parent_class)->dispose (object);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->came_from, g_free);
  g_clear_pointer (&self->problem_path, g_free);
}

static void
scr_window_class_init (ScrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_window_dispose;
  widget_class->measure = scr_window_measure;
  GTK_WINDOW_CLASS (klass)->close_request = scr_window_close_request;
  g_type_ensure (SCR_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Scrutiny/scr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, header);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, undo_slot);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, chooser_slot);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, problem_reason);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, problem_read_button);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, problem_backup_button);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, job_slot);
  gtk_widget_class_bind_template_child (widget_class, ScrWindow, record_slot);
}

static void
scr_window_init (ScrWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->context = scr_context_new ();
  self->recent_menu = g_menu_new ();
  g_signal_connect_object (self->context, "toast", G_CALLBACK (on_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "open-item", G_CALLBACK (on_open_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "show-report", G_CALLBACK (on_show_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "show-view", G_CALLBACK (on_show_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), scr_actions_new_controller ());
  scr_window_add_actions (self);
  scr_window_build_content (self);
  g_signal_connect_swapped (self->error_banner, "pressed", G_CALLBACK (on_try_again), self);
  g_signal_connect_swapped (self->reading_banner, "pressed", G_CALLBACK (on_reading_pressed), self);
}

static void
set_up_menu (ScrWindow *self)
{
  g_autoptr (GMenuModel) menu = scr_actions_new_main_menu (G_MENU_MODEL (self->recent_menu));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

/**
 * scr_window_new:
 * @application: (nullable): the application
 * @settings: what it remembers
 *
 * Returns: (transfer none): a window that shows the first page
 */
ScrWindow *
scr_window_new (GtkApplication *application, ScrSettings *settings)
{
  ScrWindow *self = g_object_new (SCR_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  scr_context_set_settings (self->context, settings);
  gtk_window_set_default_size (GTK_WINDOW (self), scr_settings_get_int (settings, "window-width"),
                               scr_settings_get_int (settings, "window-height"));
  if (scr_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  scr_adaptive_set_sidebar_shown (self->adaptive, scr_settings_get_boolean (settings, "show-sidebar"));
  scr_adaptive_set_pane_width (self->adaptive, scr_settings_get_int (settings, "pane-width"));
  g_signal_connect_object (settings, "changed::recent-records", G_CALLBACK (fill_recent), self,
                           G_CONNECT_SWAPPED);
  fill_recent (self);
  set_up_menu (self);
  scr_window_update_header (self);
  return self;
}

/**
 * scr_window_get_context:
 * @self: a window
 *
 * Returns: (transfer none): what it hands to its views
 */
ScrContext *
scr_window_get_context (ScrWindow *self)
{
  return self->context;
}

/**
 * scr_window_get_job_bar:
 * @self: a window
 *
 * Returns: (transfer none): where long work is shown
 */
ScrJobBar *
scr_window_get_job_bar (ScrWindow *self)
{
  return self->job_bar;
}

/**
 * scr_window_get_path:
 * @self: a window
 *
 * Returns: (nullable): the file of its record, or of the one that it could not open
 */
const char *
scr_window_get_path (ScrWindow *self)
{
  return self->store ? scr_store_get_path (self->store) : self->problem_path;
}

static void
set_store (ScrWindow *self, ScrStore *store)
{
  if (self->store)
    {
      scr_details_pane_flush (self->details);
      g_clear_signal_handler (&self->changed_handler, self->store);
      scr_context_set_store (self->context, NULL);
      scr_store_close (self->store);
    }
  g_set_object (&self->store, store);
  scr_banner_hide (self->error_banner);
  scr_banner_hide (self->reading_banner);
  scr_context_set_store (self->context, store);
  if (store)
    self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (on_store_changed), self);
}

/**
 * scr_window_show_record:
 * @self: a window
 * @store: an open record, which the window closes in the end
 * @writable: why it may not be written, if so
 */
void
scr_window_show_record (ScrWindow *self, ScrStore *store, ScrWritable writable)
{
  g_autofree char *view = scr_settings_dup_string (self->settings, "last-view");
  GtkWidget *shown;

  g_clear_pointer (&self->problem_path, g_free);
  self->writable = writable;
  set_store (self, store);
  if (writable == SCR_OPEN_ELSEWHERE)
    scr_banner_show (self->reading_banner, _ ("For reading only"),
                     _ ("The record is open in another window or on another computer."), _ ("Try again"));
  else if (writable == SCR_MAY_NOT_WRITE)
    scr_banner_show (self->reading_banner, _ ("For reading only"),
                     _ ("This file may be read but not written. Save a copy to go on with it."),
                     _ ("Save a copy…"));
  gtk_stack_set_visible_child_name (self->pages, "record");
  shown = scr_window_show_view (self, self->view ? self->view : scr_view_info_find (view) ? view : "today");
  gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
  scr_window_update_header (self);
}

/**
 * scr_window_show_problem:
 * @self: a window without a record
 * @path: the file that could not be opened
 * @error: why
 */
void
scr_window_show_problem (ScrWindow *self, const char *path, const GError *error)
{
  ScrProblem problem;
  g_auto (GStrv) opened_before = scr_settings_dup_strv (self->settings, "recent-records");
  /* Most messages name the file themselves. */
  g_autofree char *reason = strstr (error->message, path) ? g_strdup (error->message)
                                                          : g_strdup_printf ("%s\n%s", error->message, path);

  set_store (self, NULL);
  g_free (self->problem_path);
  self->problem_path = g_strdup (path);
  scr_problem_of_opening (error, g_strv_contains ((const char *const *)opened_before, path), &problem);
  adw_status_page_set_icon_name (self->problem, problem.icon);
  adw_status_page_set_title (self->problem, problem.title);
  adw_status_page_set_description (self->problem, problem.advice);
  gtk_label_set_text (GTK_LABEL (self->problem_reason), reason);
  gtk_widget_set_visible (self->problem_read_button, g_error_matches (error, SCR_ERROR, SCR_ERROR_BUSY));
  gtk_widget_set_visible (self->problem_backup_button,
                          g_error_matches (error, SCR_ERROR, SCR_ERROR_DAMAGED)
                              || g_error_matches (error, SCR_ERROR, SCR_ERROR_NOT_FOUND)
                              || g_error_matches (error, SCR_ERROR, SCR_ERROR_NOT_A_RECORD));
  gtk_stack_set_visible_child_name (self->pages, "problem");
  scr_window_update_header (self);
}

/**
 * scr_window_show_failure:
 * @self: a window
 * @title: what did not succeed, one translated sentence
 * @error: why
 *
 * For work that alters nothing of the record: a copy that could not be written.
 */
void
scr_window_show_failure (ScrWindow *self, const char *title, const GError *error)
{
  if (!g_error_matches (error, SCR_ERROR, SCR_ERROR_CANCELLED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->telling_change = FALSE;
      self->telling_failure = TRUE;
      scr_banner_show (self->error_banner, title, error->message, NULL);
    }
}

/**
 * scr_window_hide_failure:
 * @self: a window
 *
 * Takes away what scr_window_show_failure() told; anything else that is told there stays.
 */
void
scr_window_hide_failure (ScrWindow *self)
{
  if (self->telling_failure)
    scr_banner_hide (self->error_banner);
  self->telling_failure = FALSE;
}

/**
 * scr_window_let_go:
 * @self: a window
 *
 * Closes the record, or forgets the one that could not be opened, and shows the first page.
 */
void
scr_window_let_go (ScrWindow *self)
{
  set_store (self, NULL);
  g_clear_pointer (&self->problem_path, g_free);
  gtk_stack_set_visible_child_name (self->pages, "welcome");
  scr_window_update_header (self);
}
