/* Files that are kept in the record. See the header.
 *
 * A file is opened from a copy in a private folder, which goes with the context (the window) that opened it.
 */
#include "config.h"

#include "scr-files.h"

#include "scr-commands.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define COPIES_KEY "scr-opened-copies"

typedef struct
{
  GtkFileChooserNative *chooser;
  ScrFilesFunc chosen;
  gpointer user_data;
  GDestroyNotify destroy;
  ScrContext *context;  /* (nullable): for saving a copy */
  ScrItem *attachment;  /* (nullable) */
} Asking;

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
asking_free (Asking *asking)
{
  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (asking->chooser));
  g_clear_object (&asking->chooser);
  g_clear_object (&asking->context);
  g_clear_object (&asking->attachment);
  g_free (asking);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, Asking *asking)
{
  g_autoptr (GListModel) files = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      asking->chosen (files, asking->user_data);
    }
  asking_free (asking);
}

/**
 * scr_files_choose:
 * @parent: a widget of the window that asks
 * @title: what the file is for, translated
 * @several: whether several may be chosen
 * @chosen: called with a list of GFile, never when the person changed their mind
 * @user_data: for @chosen
 * @destroy: (nullable): frees @user_data, in any case
 */
void
scr_files_choose (GtkWidget *parent, const char *title, gboolean several, ScrFilesFunc chosen, gpointer user_data,
                  GDestroyNotify destroy)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->chooser = gtk_file_chooser_native_new (title, find_window (parent), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                 _ ("_Attach"), _ ("_Cancel"));
  asking->chosen = chosen;
  asking->user_data = user_data;
  asking->destroy = destroy;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asking->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (asking->chooser), several);
  g_signal_connect (asking->chooser, "response", G_CALLBACK (on_chosen), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
}

/**
 * scr_files_attach:
 * @context: what the window hands to its views
 * @owner: what the file is attached to
 * @field: (nullable): the field that is to hold it; %NULL puts it among the papers of @owner
 * @file: a file
 *
 * Keeps @file in the record. A person is told if it fails.
 *
 * Returns: whether it is kept
 */
gboolean
scr_files_attach (ScrContext *context, ScrItem *owner, const char *field, GFile *file)
{
  g_autoptr (GError) error = NULL;

  if (scr_command_attach (scr_context_get_store (context), owner, field, file, NULL, &error))
    return TRUE;
  scr_context_fail (context, error);
  return FALSE;
}

/* Names come from elsewhere: none may climb out of the folder or hide. */
static char *
dup_safe_name (ScrItem *attachment)
{
  const char *title = scr_item_get_text (attachment, "title");
  char *name = g_strdup (title != NULL && *title != '\0' ? title : "attachment");

  for (char *p = name; *p != '\0'; p++)
    if (*p == '/' || *p == '\\' || g_ascii_iscntrl (*p))
      *p = '_';
  if (*name == '.')
    *name = '_';
  return name;
}

static void
remove_copies (gpointer data)
{
  GPtrArray *folders = data;

  for (guint i = 0; i < folders->len; i++)
    {
      const char *folder = g_ptr_array_index (folders, i);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          g_unlink (path);
        }
      g_rmdir (folder);
    }
  g_ptr_array_unref (folders);
}

static void
remember_copy (ScrContext *context, const char *folder)
{
  GPtrArray *folders = g_object_get_data (G_OBJECT (context), COPIES_KEY);

  if (folders == NULL)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      g_object_set_data_full (G_OBJECT (context), COPIES_KEY, folders, remove_copies);
    }
  g_ptr_array_add (folders, g_strdup (folder));
}

/**
 * scr_files_extract:
 * @context: what the window hands to its views
 * @attachment: an item of kind "attachment"
 * @error: return location
 *
 * Copies the file out into a folder that only this user can read, removed with @context.
 *
 * Returns: (transfer full) (nullable): the copy
 */
GFile *
scr_files_extract (ScrContext *context, ScrItem *attachment, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("scrutiny-file-XXXXXX", error);
  g_autofree char *name = dup_safe_name (attachment);
  g_autofree char *path = NULL;
  g_autoptr (GFile) target = NULL;

  if (folder == NULL)
    return NULL;
  remember_copy (context, folder);
  path = g_build_filename (folder, name, NULL);
  target = g_file_new_for_path (path);
  if (!scr_store_extract (scr_context_get_store (context), scr_item_get_id (attachment), target, NULL, error))
    return NULL;
  /* It is a copy: whoever alters it must not believe that the record has altered. */
  g_chmod (path, 0400);
  return g_steal_pointer (&target);
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ScrContext) context = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    scr_context_toast (context, _ ("No application on this computer opens this kind of file. Save a copy of it instead."),
                       FALSE);
}

/**
 * scr_files_open:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @attachment: an item of kind "attachment"
 *
 * Shows the file in the application that the desktop has for it.
 */
void
scr_files_open (ScrContext *context, GtkWidget *parent, ScrItem *attachment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = scr_files_extract (context, attachment, &error);
  g_autofree char *uri = NULL;

  if (copy == NULL)
    {
      scr_context_fail (context, error);
      return;
    }
  uri = g_file_get_uri (copy);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, on_launched, g_object_ref (context));
}

static void
on_save_chosen (GtkNativeDialog *dialog, int response, Asking *asking)
{
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      if (scr_store_extract (scr_context_get_store (asking->context), scr_item_get_id (asking->attachment), target,
                             NULL, &error))
        scr_context_toast (asking->context, _ ("The copy is saved."), FALSE);
      else
        scr_context_fail (asking->context, error);
    }
  asking_free (asking);
}

/**
 * scr_files_save_as:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @attachment: an item of kind "attachment"
 *
 * Asks where, and saves a copy there.
 */
void
scr_files_save_as (ScrContext *context, GtkWidget *parent, ScrItem *attachment)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *name = dup_safe_name (attachment);

  asking->chooser = gtk_file_chooser_native_new (_ ("Save a Copy"), find_window (parent),
                                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  asking->context = g_object_ref (context);
  asking->attachment = g_object_ref (attachment);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asking->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asking->chooser), name);
  g_signal_connect (asking->chooser, "response", G_CALLBACK (on_save_chosen), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
}

static char *
dup_kind_of_file (ScrItem *attachment)
{
  const char *media_type = scr_item_get_text (attachment, "media_type");
  g_autofree char *content_type = media_type != NULL ? g_content_type_from_mime_type (media_type) : NULL;

  if (g_strcmp0 (media_type, "application/pdf") == 0)
    return g_strdup ("PDF");
  if (content_type == NULL)
    return g_strdup (_ ("File"));
  return g_content_type_get_description (content_type);
}

/**
 * scr_files_dup_subtitle:
 * @attachment: an item of kind "attachment"
 *
 * Returns: (transfer full): what kind of file and how much of it: "PDF · 3 pages"
 */
char *
scr_files_dup_subtitle (ScrItem *attachment)
{
  g_autofree char *kind = dup_kind_of_file (attachment);
  const ScrValue *pages = scr_item_get_value (attachment, "pages");
  const ScrValue *size = scr_item_get_value (attachment, "size");
  g_autofree char *amount = NULL;

  if (pages->type == SCR_VALUE_NUMBER && pages->number >= 1)
    amount = g_strdup_printf (ngettext ("%u page", "%u pages", (gulong) pages->number), (guint) pages->number);
  else if (size->type == SCR_VALUE_NUMBER)
    amount = g_format_size ((guint64) size->number);
  if (amount == NULL)
    return g_steal_pointer (&kind);
  /* TRANSLATORS: %1$s is a kind of file, %2$s how much of it, as in "PDF · 3 pages" */
  return g_strdup_printf (_ ("%1$s · %2$s"), kind, amount);
}
