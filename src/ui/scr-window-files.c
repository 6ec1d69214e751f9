/* Copies of a window's record: save a copy, export as a bundle, restore a backup. See scr-window.h.
 *
 * Writing runs in a thread with a store of its own, opened for reading on the same file.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-bundle.h"
#include "scr-error.h"
#include "scr-format.h"
#include "scr-job.h"
#include "scr-pill.h"
#include "scr-records.h"
#include "scr-window-private.h"

typedef struct
{
  char *from;
  char *to;
} Paths;

static Paths *
paths_new (const char *from, const char *to)
{
  Paths *self = g_new (Paths, 1);

  *self = (Paths) {g_strdup (from), g_strdup (to)};
  return self;
}

static void
paths_free (gpointer data)
{
  Paths *self = data;

  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/* What is told when the work is over: a window may have been closed meanwhile. */
typedef struct
{
  GWeakRef window;
  const char *done;   /* N_() */
  const char *failed; /* N_() */
} Telling;

static Telling *
telling_new (ScrWindow *window, const char *done, const char *failed)
{
  Telling *self = g_new0 (Telling, 1);

  g_weak_ref_init (&self->window, window);
  self->done = done;
  self->failed = failed;
  return self;
}

static void
tell (gboolean ok, const GError *error, gpointer user_data)
{
  Telling *self = user_data;
  g_autoptr (ScrWindow) window = g_weak_ref_get (&self->window);

  if (window && ok)
    {
      /* What was told of an earlier try no longer holds. */
      scr_window_hide_failure (window);
      scr_context_toast (window->context, _ (self->done), FALSE);
    }
  else if (window)
    scr_window_show_failure (window, _ (self->failed), error);
  g_weak_ref_clear (&self->window);
  g_free (self);
}

static void
start (ScrWindow *self, const char *title, ScrJobFunc func, const char *to, Telling *telling)
{
  if (scr_job_run (self->job_bar, title, func, paths_new (scr_window_get_path (self), to), paths_free, tell,
                   telling))
    return;
  g_weak_ref_clear (&telling->window);
  g_free (telling);
  scr_context_toast (self->context, _ ("Wait until the present work is done, then try again"), FALSE);
}

static gboolean
copy_record (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Paths *paths = data;
  g_autoptr (ScrStore) store = scr_store_open (paths->from, SCR_STORE_READ_ONLY, error);
  gboolean ok
      = store != NULL && scr_store_copy_to (store, paths->to, scr_job_report, job, cancellable, error);

  if (store)
    scr_store_close (store);
  return ok;
}

static gboolean
write_bundle (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Paths *paths = data;
  g_autoptr (ScrStore) store = scr_store_open (paths->from, SCR_STORE_READ_ONLY, error);
  gboolean ok = store != NULL && scr_bundle_write (store, paths->to, cancellable, error);

  if (store)
    scr_store_close (store);
  return ok;
}

/* The name of the record's file without its ending. */
static char *
dup_stem (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".scrutiny"))
    name[strlen (name) - strlen (".scrutiny")] = '\0';
  return name;
}

/* The dialog lives as long as somebody holds it: itself, until it is answered. */
static void
choose_target (ScrWindow *self, const char *title, const char *name, GCallback answered)
{
  g_autofree char *folder = g_path_get_dirname (scr_window_get_path (self));
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), place, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", answered, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * scr_window_dup_target:
 * @self: a window
 * @path: what a person chose to write to, and was asked about if it is there
 * @ending: how the name of such a file ends
 * @failed: the title of what is told if it cannot be used, translated
 *
 * Nobody was asked about a file whose name only comes about by adding the ending: it is not written over.
 *
 * Returns: (transfer full) (nullable): the path with its ending, or %NULL; the person was told then
 */
char *
scr_window_dup_target (ScrWindow *self, const char *path, const char *ending, const char *failed)
{
  g_autofree char *whole = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_has_suffix (path, ending))
    return g_strdup (path);
  whole = g_strconcat (path, ending, NULL);
  if (!g_file_test (whole, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&whole);
  name = g_path_get_basename (whole);
  g_set_error (&error, SCR_ERROR, SCR_ERROR_FAILED, _ ("“%s” is there already. Choose another name."), name);
  scr_window_show_failure (self, failed, error);
  return NULL;
}

/* The chosen path with its ending, or NULL if there is none; lets the dialog go. */
static char *
take_answer (ScrWindow *self, GtkFileChooserNative *dialog, int response, const char *ending, const char *failed)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  g_object_unref (dialog);
  return path ? scr_window_dup_target (self, path, ending, failed) : NULL;
}

static void
on_copy_answered (GtkFileChooserNative *dialog, int response, ScrWindow *self)
{
  g_autofree char *path = take_answer (self, dialog, response, ".scrutiny", _ ("The copy could not be saved"));

  if (path)
    start (self, _ ("Saving a copy"), copy_record, path,
           telling_new (self, N_ ("The copy is saved"), N_ ("The copy could not be saved")));
}

/**
 * scr_window_save_copy:
 * @self: a window with a record
 *
 * Asks where to, then writes a copy of the record as it is now.
 */
void
scr_window_save_copy (ScrWindow *self)
{
  g_autofree char *stem = dup_stem (scr_window_get_path (self));
  /* TRANSLATORS: proposed name of a copy of a record's file */
  g_autofree char *copy = g_strdup_printf (_ ("%s, copy"), stem);
  g_autofree char *name = g_strconcat (copy, ".scrutiny", NULL);

  choose_target (self, _ ("Save a copy"), name, G_CALLBACK (on_copy_answered));
}

static void
on_bundle_answered (GtkFileChooserNative *dialog, int response, ScrWindow *self)
{
  g_autofree char *path = take_answer (self, dialog, response, ".json", _ ("The bundle could not be exported"));

  if (path)
    start (self, _ ("Exporting the bundle"), write_bundle, path,
           telling_new (self, N_ ("The bundle is exported"), N_ ("The bundle could not be exported")));
}

/**
 * scr_window_bundle_out:
 * @self: a window with a record
 *
 * Asks where to, then writes the whole record as documented JSON.
 */
void
scr_window_bundle_out (ScrWindow *self)
{
  g_autofree char *stem = dup_stem (scr_window_get_path (self));
  g_autofree char *name = g_strconcat (stem, ".json", NULL);

  choose_target (self, _ ("Export as a bundle"), name, G_CALLBACK (on_bundle_answered));
}

/* A path beside the record that no file has yet: what is restored never takes another file's place. */
static char *
dup_free_path (const char *path, const char *backup)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = dup_stem (path);
  g_autofree char *day = dup_stem (backup);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s, %s.scrutiny", stem, day)
                                     : g_strdup_printf ("%s, %s (%u).scrutiny", stem, day, i);
      g_autofree char *target = g_build_filename (folder, name, NULL);

      if (!g_file_test (target, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&target);
    }
}

static void
on_backup_activated (AdwActionRow *row, ScrWindow *self)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row)));
  const char *backup = g_object_get_data (G_OBJECT (row), "backup");
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");
  g_autofree char *target = dup_free_path (path, backup);
  g_autoptr (GError) error = NULL;

  if (scr_record_restore_backup (backup, target, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-recent", "s", target);
  else
    scr_window_show_failure (self, _ ("The backup could not be restored"), error);
  gtk_window_close (dialog);
}

static GtkWidget *
new_backup_row (ScrWindow *self, const char *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (backup);
  g_autoptr (GFile) file = g_file_new_for_path (backup);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) then = info ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) here = then ? g_date_time_to_local (then) : NULL;
  g_autofree char *iso = here ? g_date_time_format (here, "%Y-%m-%d") : NULL;
  g_autofree char *day = iso ? scr_format_day (NULL, iso, SCR_DAY_FULL) : g_strdup (name);
  g_autofree char *size = info ? g_format_size (g_file_info_get_size (info)) : g_strdup ("");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scr_symbol_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "backup", g_strdup (backup), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_backup_activated), self, 0);
  return row;
}

/**
 * scr_window_restore_backup:
 * @self: a window
 * @path: the record's file, which may be damaged or gone
 *
 * Lists the record's backups; the chosen one becomes a record of its own beside @path, and is opened.
 */
void
scr_window_restore_backup (ScrWindow *self, const char *path)
{
  g_autoptr (GPtrArray) backups = scr_record_list_backups (path);
  GtkWidget *dialog = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (dialog), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (dialog), FALSE);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Restore a backup"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 480, 480);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Backups of this record"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      backups != NULL && backups->len > 0
          ? _ ("The one you choose opens as a record of its own. The present one stays as it is.")
          : _ ("There is none yet. One is made each day that the record is opened."));
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_backup_row (self, backups->pdata[i]));
  gtk_window_present (GTK_WINDOW (dialog));
}
