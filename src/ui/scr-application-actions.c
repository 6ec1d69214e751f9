/* What the application's actions do. Their names, labels and shortcuts are in scr-actions.c. See
 * scr-application.h. */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "scr-application.h"
#include "scr-bundle.h"
#include "scr-preferences.h"
#include "scr-records.h"

static void
fail (ScrApplication *self, const char *title, const GError *error)
{
  ScrWindow *window = scr_application_get_window (self);

  if (window)
    scr_window_show_failure (window, title, error);
}

static GtkFileFilter *
new_filter (const char *name, const char *pattern)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (pattern)
    gtk_file_filter_add_suffix (filter, pattern);
  else
    gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

/* The dialog holds itself until it is answered. */
static void
choose_file (ScrApplication *self,
             const char *title,
             GtkFileChooserAction action,
             const char *kind,
             const char *suffix,
             GCallback answered)
{
  ScrWindow *window = scr_application_get_window (self);
  gboolean saving = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, window ? GTK_WINDOW (window) : NULL, action, saving ? _ ("Create") : _ ("Open"), _ ("Cancel"));
  g_autofree char *folder = scr_record_dup_default_folder ();
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GtkFileFilter) ours = new_filter (kind, suffix);
  g_autoptr (GtkFileFilter) all = new_filter (_ ("All files"), NULL);

  g_mkdir_with_parents (folder, 0700);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), ours);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), place, NULL);
  if (saving)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("My partnership.scrutiny"));
  g_signal_connect_object (dialog, "response", answered, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The chosen path, or NULL; lets the dialog go. */
static char *
take_answer (GtkFileChooserNative *dialog, int response)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  char *path = file ? g_file_get_path (file) : NULL;

  g_object_unref (dialog);
  return path;
}

static void
on_new_answered (GtkFileChooserNative *dialog, int response, ScrApplication *self)
{
  g_autofree char *chosen = take_answer (dialog, response);
  g_autofree char *path = NULL;
  g_autofree char *title = NULL;
  g_autoptr (ScrStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen == NULL)
    return;
  path = g_str_has_suffix (chosen, ".scrutiny") ? g_strdup (chosen) : g_strconcat (chosen, ".scrutiny", NULL);
  title = g_path_get_basename (path);
  title[strlen (title) - strlen (".scrutiny")] = '\0';
  store = scr_record_create (path, title, &error);
  if (store == NULL)
    {
      fail (self, _ ("The record could not be made"), error);
      return;
    }
  scr_store_close (store);
  scr_application_open (self, path, FALSE);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_file (user_data, _ ("New record"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Records of Scrutiny"),
               "scrutiny", G_CALLBACK (on_new_answered));
}

static void
on_open_answered (GtkFileChooserNative *dialog, int response, ScrApplication *self)
{
  g_autofree char *path = take_answer (dialog, response);

  if (path)
    scr_application_open (self, path, FALSE);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_file (user_data, _ ("Open a record"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Records of Scrutiny"),
               "scrutiny", G_CALLBACK (on_open_answered));
}

static void
on_open_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_application_open (user_data, g_variant_get_string (parameter, NULL), FALSE);
}

static void
on_open_reading (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_application_open (user_data, g_variant_get_string (parameter, NULL), TRUE);
}

/* Once more, for writing: the window that shows it for reading, or why it could not, makes room for it. */
static void
on_reopen (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrApplication *self = user_data;
  g_autofree char *path = g_variant_dup_string (parameter, NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (SCR_IS_WINDOW (l->data) && g_strcmp0 (scr_window_get_path (l->data), path) == 0)
      scr_window_let_go (l->data);
  scr_application_open (self, path, FALSE);
}

/* The example is made once; what a person altered in it stays. */
static void
on_example (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrApplication *self = user_data;
  g_autofree char *path = scr_record_dup_example_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (ScrStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      store = scr_record_create_example (path, &error);
      if (store == NULL)
        {
          fail (self, _ ("The example could not be made"), error);
          return;
        }
      scr_store_close (store);
    }
  scr_application_open (self, path, FALSE);
}

/* What was read takes the bundle's name; a file that stands there already is never written over. */
static char *
dup_record_path (const char *bundle)
{
  g_autofree char *folder = scr_record_dup_default_folder ();
  g_autofree char *name = g_path_get_basename (bundle);

  if (g_str_has_suffix (name, ".json"))
    name[strlen (name) - strlen (".json")] = '\0';
  for (guint i = 1;; i++)
    {
      g_autofree char *file
          = i == 1 ? g_strdup_printf ("%s.scrutiny", name) : g_strdup_printf ("%s (%u).scrutiny", name, i);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
read_bundle (const char *bundle, const char *path, GError **error)
{
  g_autoptr (ScrStore) store = scr_store_open (path, SCR_STORE_CREATE, error);
  gboolean ok = store != NULL && scr_bundle_read (store, bundle, NULL, error);

  if (store)
    scr_store_close (store);
  /* Half a record would be mistaken for a whole one. */
  if (store && !ok)
    g_unlink (path);
  return ok;
}

static void
on_bundle_in_answered (GtkFileChooserNative *dialog, int response, ScrApplication *self)
{
  g_autofree char *bundle = take_answer (dialog, response);
  g_autofree char *path = bundle ? dup_record_path (bundle) : NULL;
  g_autoptr (GError) error = NULL;

  if (bundle == NULL)
    return;
  if (read_bundle (bundle, path, &error))
    scr_application_open (self, path, FALSE);
  else
    fail (self, _ ("The bundle could not be imported"), error);
}

static void
on_bundle_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_file (user_data, _ ("Import a bundle"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Bundles"), "json",
               G_CALLBACK (on_bundle_in_answered));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrApplication *self = user_data;
  ScrWindow *window = scr_application_get_window (self);
  GtkWidget *preferences;

  if (window == NULL)
    return;
  preferences = scr_preferences_new (scr_application_get_settings (self), scr_window_get_context (window));
  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *window = scr_application_get_window (user_data);
  GtkWidget *about = adw_about_window_new ();

  g_object_set (
      about, "application-name", "Scrutiny", "application-icon", SCR_APPLICATION_ID, "version", SCR_VERSION,
      "developer-name", _ ("The Scrutiny contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("The scrutiny of a safeguarding partnership in one file: who answers to whom, when everybody meets, "
         "what is asked and what difference it made, what is in dispute. Nothing leaves this computer."),
      "transient-for", window, "modal", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (about));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each is asked to close, so that it remembers what it showed. */
  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

/**
 * scr_application_add_actions:
 * @self: the application, starting up
 */
void
scr_application_add_actions (ScrApplication *self)
{
  static const GActionEntry entries[] = {
      {"new", on_new, NULL, NULL, NULL},
      {"open", on_open, NULL, NULL, NULL},
      {"open-recent", on_open_recent, "s", NULL, NULL},
      {"open-reading", on_open_reading, "s", NULL, NULL},
      {"reopen", on_reopen, "s", NULL, NULL},
      {"example", on_example, NULL, NULL, NULL},
      {"bundle-in", on_bundle_in, NULL, NULL, NULL},
      {"preferences", on_preferences, NULL, NULL, NULL},
      {"about", on_about, NULL, NULL, NULL},
      {"quit", on_quit, NULL, NULL, NULL},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
