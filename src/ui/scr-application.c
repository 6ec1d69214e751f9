/* ScrApplication - the running program. See the header. */
#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "scr-application.h"
#include "scr-records.h"

#define MOST_RECENT 10

struct _ScrApplication
{
  AdwApplication parent_instance;

  ScrSettings *settings;
  int dpi; /* of the system: text sizes are told against it */
};

G_DEFINE_FINAL_TYPE (ScrApplication, scr_application, ADW_TYPE_APPLICATION)

static void
apply_scheme (ScrApplication *self)
{
  g_autofree char *scheme = scr_settings_dup_string (self->settings, "color-scheme");
  AdwColorScheme wanted = g_str_equal (scheme, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                          : g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                         : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)), wanted);
}

/* As the desktop's own large text does it: by the resolution that fonts are measured with, so that every size
 * grows. */
static void
apply_text_size (ScrApplication *self)
{
  GtkSettings *settings = gtk_settings_get_default ();
  double size = scr_settings_get_double (self->settings, "text-size");

  if (self->dpi <= 0)
    g_object_get (settings, "gtk-xft-dpi", &self->dpi, NULL);
  if (self->dpi <= 0)
    self->dpi = 96 * 1024;
  g_object_set (settings, "gtk-xft-dpi", (int)(self->dpi * size), NULL);
}

/* The author of every change from now on, in all open records. */
static void
apply_author (ScrApplication *self)
{
  g_autofree char *author = scr_settings_dup_string (self->settings, "author");

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    {
      ScrStore *store
          = SCR_IS_WINDOW (l->data) ? scr_context_get_store (scr_window_get_context (l->data)) : NULL;

      if (store)
        scr_store_set_author (store, *author ? author : g_get_real_name ());
    }
}

static void
remember_record (ScrApplication *self, const char *path)
{
  g_auto (GStrv) before = scr_settings_dup_strv (self->settings, "recent-records");
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  g_ptr_array_add (after, (gpointer)path);
  for (guint i = 0; before[i] != NULL && after->len < MOST_RECENT; i++)
    if (!g_str_equal (before[i], path))
      g_ptr_array_add (after, before[i]);
  g_ptr_array_add (after, NULL);
  scr_settings_set_strv (self->settings, "recent-records", (const char *const *)after->pdata);
  scr_settings_set_string (self->settings, "last-record", path);
}

static void
back_up (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (ScrStore) store = scr_store_open (task_data, SCR_STORE_READ_ONLY, NULL);
  g_autoptr (GError) error = NULL;

  if (store && !scr_record_backup_if_due (store, cancellable, &error))
    g_message ("No backup was made: %s", error->message);
  if (store)
    scr_store_close (store);
  g_task_return_boolean (task, TRUE);
}

static void
back_up_in_thread (const char *path)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, back_up);
}

/* A window of this file, or one that shows no record, or a new one. */
static ScrWindow *
find_window (ScrApplication *self, const char *path)
{
  ScrWindow *found = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    {
      if (!SCR_IS_WINDOW (l->data))
        continue;
      if (g_strcmp0 (scr_window_get_path (l->data), path) == 0)
        return l->data;
      if (found == NULL && scr_context_get_store (scr_window_get_context (l->data)) == NULL)
        found = l->data;
    }
  return found ? found : scr_window_new (GTK_APPLICATION (self), self->settings);
}

/* Records that may not be written are opened for reading; what another process holds, too. */
static ScrStore *
open_store (const char *path, gboolean for_reading, ScrWritable *writable, GError **error)
{
  g_autoptr (GError) first = NULL;
  ScrStore *store = scr_record_open (path, for_reading, &first);

  *writable = for_reading ? SCR_OPEN_ELSEWHERE : SCR_WRITABLE;
  if (store == NULL && !for_reading
      && (g_error_matches (first, SCR_ERROR, SCR_ERROR_BUSY)
          || g_error_matches (first, SCR_ERROR, SCR_ERROR_READ_ONLY)))
    {
      *writable = g_error_matches (first, SCR_ERROR, SCR_ERROR_BUSY) ? SCR_OPEN_ELSEWHERE : SCR_MAY_NOT_WRITE;
      return scr_record_open (path, TRUE, error);
    }
  if (store == NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  else if (scr_store_is_read_only (store) && *writable == SCR_WRITABLE)
    *writable = SCR_MAY_NOT_WRITE;
  return store;
}

/**
 * scr_application_open:
 * @self: the application
 * @path: a record's file
 * @for_reading: open it for reading only
 *
 * Shows the record in a window of its own, or in that window why it could not be opened.
 *
 * Returns: (transfer none): the window
 */
ScrWindow *
scr_application_open (ScrApplication *self, const char *path, gboolean for_reading)
{
  g_autofree char *whole = scr_store_resolve_path (path);
  ScrWindow *window = find_window (self, whole);
  g_autoptr (ScrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  ScrWritable writable;

  if (scr_context_get_store (scr_window_get_context (window)) == NULL)
    {
      store = open_store (whole, for_reading, &writable, &error);
      if (store)
        {
          remember_record (self, whole);
          scr_window_show_record (window, store, writable);
          apply_author (self);
          if (writable == SCR_WRITABLE)
            back_up_in_thread (whole);
        }
      else
        scr_window_show_problem (window, whole, error);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * scr_application_get_window:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): the window that was active last
 */
ScrWindow *
scr_application_get_window (ScrApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (SCR_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* The session ends, or somebody ends the program by a signal: what was typed last is written, and nothing is asked. */
static gboolean
on_told_to_end (gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l; l = l->next)
    if (SCR_IS_WINDOW (l->data))
      scr_window_end (l->data);
  g_application_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
scr_application_startup (GApplication *application)
{
  static const int signals[] = {SIGTERM, SIGINT, SIGHUP};

  ScrApplication *self = SCR_APPLICATION (application);

  G_APPLICATION_CLASS (scr_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (SCR_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_scheme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::text-size", G_CALLBACK (apply_text_size), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (apply_author), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_unix_signal_add (signals[i], on_told_to_end, self);
  apply_scheme (self);
  apply_text_size (self);
  scr_application_add_actions (self);
}

static void
scr_application_activate (GApplication *application)
{
  ScrApplication *self = SCR_APPLICATION (application);
  ScrWindow *window = scr_application_get_window (self);
  g_autofree char *last = scr_settings_dup_string (self->settings, "last-record");

  if (window)
    gtk_window_present (GTK_WINDOW (window));
  else if (*last)
    scr_application_open (self, last, FALSE);
  else
    gtk_window_present (GTK_WINDOW (scr_window_new (GTK_APPLICATION (self), self->settings)));
}

static void
scr_application_open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path)
        scr_application_open (SCR_APPLICATION (application), path, FALSE);
    }
}

static void
scr_application_dispose (GObject *object)
{
  g_clear_object (&SCR_APPLICATION (object)->settings);
  G_OBJECT_CLASS (scr_application_parent_class)->dispose (object);
}

static void
scr_application_class_init (ScrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_application_dispose;
  application_class->startup = scr_application_startup;
  application_class->activate = scr_application_activate;
  application_class->open = scr_application_open_files;
}

static void
scr_application_init (ScrApplication *self)
{
  self->settings = scr_settings_new ();
}

/**
 * scr_application_new:
 *
 * Returns: (transfer full): the application
 */
ScrApplication *
scr_application_new (void)
{
  return g_object_new (SCR_TYPE_APPLICATION, "application-id", SCR_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/example/Scrutiny", NULL);
}

/**
 * scr_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none): what it remembers
 */
ScrSettings *
scr_application_get_settings (ScrApplication *self)
{
  return self->settings;
}
