/* Files that are kept in the record: which one, and what it says of itself. See the header. */
#include "config.h"

#include "scr-files.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *chooser;
  ScrFilesFunc chosen;
  gpointer user_data;
  GDestroyNotify destroy;
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

static void
ask (Asking *asking)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asking->chooser), TRUE);
  g_signal_connect (asking->chooser, "response", G_CALLBACK (on_chosen), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
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
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (asking->chooser), several);
  ask (asking);
}

/**
 * scr_files_choose_target:
 * @parent: a widget of the window that asks
 * @title: what is to be written, translated
 * @name: what it is called if nobody says otherwise
 * @chosen: called with a list of one GFile, never when the person changed their mind
 * @user_data: for @chosen
 * @destroy: (nullable): frees @user_data, in any case
 */
void
scr_files_choose_target (GtkWidget *parent, const char *title, const char *name, ScrFilesFunc chosen,
                         gpointer user_data, GDestroyNotify destroy)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->chooser = gtk_file_chooser_native_new (title, find_window (parent), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 _ ("_Save"), _ ("_Cancel"));
  asking->chosen = chosen;
  asking->user_data = user_data;
  asking->destroy = destroy;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asking->chooser), name);
  ask (asking);
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
