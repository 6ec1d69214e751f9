/* Taking files into the record, opening them and saving copies, in the background. See scr-files.h.
 *
 * A thread reads or writes the content with a store of its own beside the window's; the change that makes a file part of
 * the record is made by the window's store, on the main thread, when all of the content is kept. A file is opened from a
 * copy in a private folder, which goes with the context (the window) that opened it.
 */
#include "config.h"

#include "scr-files.h"

#include "scr-commands.h"
#include "scr-job.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define COPIES_KEY "scr-opened-copies"

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, SCR_ERROR, SCR_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
tell_failed (ScrContext *context, const GError *error)
{
  if (is_cancelled (error))
    scr_context_toast (context, _ ("Cancelled. Nothing was changed."), FALSE);
  else
    scr_context_fail (context, error);
}

/* Returns whether the work was begun; @data is freed in any case. */
static gboolean
start (ScrContext *context, const char *title, ScrJobFunc func, gpointer data, GDestroyNotify free_data,
       ScrJobDone done)
{
  if (scr_job_run (scr_context_get_job_bar (context), title, func, data, free_data, done, data))
    return TRUE;
  scr_context_toast (context, _ ("Wait until the present work is done, then try again"), FALSE);
  return FALSE;
}

/* --- Attaching --- */

typedef struct
{
  ScrContext *context;
  ScrStore *store; /* the window's, for the main thread only */
  char *path;
  const ScrKind *kind;
  char *owner;
  char *field;      /* (nullable) */
  GPtrArray *files; /* (element-type GFile) */
  GPtrArray *edits; /* (element-type ScrEdit): what was taken in */
  ScrEdit *making;  /* (nullable): a change that makes the owners, and takes all the files */
  GStrv owners;     /* (nullable): of each of the files, where it makes them */
  guint n_done;
  GError *problem;  /* (nullable): why the first of those was not that were not */
  ScrJob *job;
} Attaching;

static void
attaching_free (gpointer data)
{
  Attaching *self = data;

  g_object_unref (self->context);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->owner);
  g_free (self->field);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->edits);
  g_clear_pointer (&self->making, scr_edit_free);
  g_strfreev (self->owners);
  g_clear_error (&self->problem);
  g_free (self);
}

/* Thread. */
static void
report_file (double fraction, gpointer user_data)
{
  Attaching *self = user_data;

  scr_job_report (MIN (1.0, (self->n_done + fraction) / self->files->len), self->job);
}

/* Thread. What fails is left out, unless it is all given up. */
static gboolean
attach_one (Attaching *self, ScrStore *store, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  ScrEdit *edit = scr_command_begin_attach (store, self->kind, self->owner, self->field, file, report_file, self,
                                            cancellable, &local);

  if (edit != NULL)
    g_ptr_array_add (self->edits, edit);
  else if (is_cancelled (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  else if (self->problem == NULL)
    self->problem = g_steal_pointer (&local);
  return TRUE;
}

static gboolean
attach_all (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Attaching *self = data;
  g_autoptr (ScrStore) store = scr_store_open (self->path, SCR_STORE_WORKER, error);
  gboolean ok = store != NULL;

  self->job = job;
  for (guint i = 0; ok && i < self->files->len; i++)
    {
      GFile *file = g_ptr_array_index (self->files, i);

      self->n_done = i;
      ok = self->making == NULL ? attach_one (self, store, file, cancellable, error)
                                : scr_command_continue_attach (store, self->making, self->kind, self->owners[i],
                                                               self->field, file, report_file, self, cancellable,
                                                               error);
    }
  if (store != NULL)
    scr_store_close (store);
  return ok;
}

static void
on_attached (gboolean ok, const GError *error, gpointer user_data)
{
  Attaching *self = user_data;
  g_autoptr (GError) problem = g_steal_pointer (&self->problem);

  if (ok && self->making != NULL && scr_store_apply (self->store, self->making, &problem))
    scr_context_toast (self->context, scr_store_get_undo_label (self->store), TRUE);
  for (guint i = 0; ok && i < self->edits->len; i++)
    if (!scr_store_apply (self->store, g_ptr_array_index (self->edits, i), problem == NULL ? &problem : NULL))
      ok = FALSE;
  if (problem != NULL)
    scr_context_fail (self->context, problem);
  else if (!ok)
    tell_failed (self->context, error);
}

static Attaching *
attaching_new (ScrContext *context, const ScrKind *kind, const char *field, GListModel *files)
{
  Attaching *self = g_new0 (Attaching, 1);

  self->context = g_object_ref (context);
  self->store = g_object_ref (scr_context_get_store (context));
  self->path = g_strdup (scr_store_get_path (self->store));
  self->kind = kind;
  self->field = g_strdup (field);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) scr_edit_free);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (self->files, g_list_model_get_item (files, i));
  return self;
}

/**
 * scr_files_attach_new:
 * @context: what the window hands to its views
 * @edit: (transfer full): a change that makes what the files belong to
 * @kind: what that is
 * @owners: (transfer full): the identity of the owner of each file
 * @field: the field that is to hold it
 * @files: (element-type GFile): as many as there are owners
 *
 * Keeps the files in the record and makes their owners, as one change, or does nothing.
 *
 * Returns: whether that was begun
 */
gboolean
scr_files_attach_new (ScrContext *context, ScrEdit *edit, const ScrKind *kind, GStrv owners, const char *field,
                      GListModel *files)
{
  Attaching *self = attaching_new (context, kind, field, files);

  self->making = edit;
  self->owners = owners;
  return start (context, _ ("Attaching files"), attach_all, self, attaching_free, on_attached);
}

/**
 * scr_files_attach:
 * @context: what the window hands to its views
 * @owner: what the files are attached to
 * @field: (nullable): the field that is to hold it, for one file; %NULL puts them among the papers of @owner
 * @files: (element-type GFile): what to attach
 *
 * Keeps the files in the record, each as a change of its own. A person is told of the first that cannot be kept; the
 * others are kept all the same.
 *
 * Returns: whether that was begun
 */
gboolean
scr_files_attach (ScrContext *context, ScrItem *owner, const char *field, GListModel *files)
{
  Attaching *self;

  if (g_list_model_get_n_items (files) == 0)
    return FALSE;
  self = attaching_new (context, scr_item_get_kind (owner), field, files);
  self->owner = g_strdup (scr_item_get_id (owner));
  return start (context, _ ("Attaching files"), attach_all, self, attaching_free, on_attached);
}

/* --- Copies --- */

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

typedef struct
{
  ScrContext *context;
  char *path;
  char *attachment;
  GFile *target;
} Copying;

static Copying *
copying_new (ScrContext *context, ScrItem *attachment, GFile *target)
{
  Copying *self = g_new0 (Copying, 1);

  self->context = g_object_ref (context);
  self->path = g_strdup (scr_store_get_path (scr_context_get_store (context)));
  self->attachment = g_strdup (scr_item_get_id (attachment));
  self->target = g_object_ref (target);
  return self;
}

static void
copying_free (gpointer data)
{
  Copying *self = data;

  g_object_unref (self->context);
  g_object_unref (self->target);
  g_free (self->path);
  g_free (self->attachment);
  g_free (self);
}

static gboolean
extract (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Copying *self = data;
  g_autoptr (ScrStore) store = scr_store_open (self->path, SCR_STORE_READ_ONLY | SCR_STORE_WORKER, error);
  gboolean ok = store != NULL
                && scr_store_extract (store, self->attachment, self->target, scr_job_report, job, cancellable, error);

  if (store != NULL)
    scr_store_close (store);
  return ok;
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

static void
on_extracted (gboolean ok, const GError *error, gpointer user_data)
{
  Copying *self = user_data;
  g_autofree char *uri = g_file_get_uri (self->target);

  if (!ok)
    {
      tell_failed (self->context, error);
      return;
    }
  /* It is a copy: whoever alters it must not believe that the record has altered. */
  g_chmod (g_file_peek_path (self->target), 0400);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, on_launched, g_object_ref (self->context));
}

/**
 * scr_files_open:
 * @context: what the window hands to its views
 * @attachment: an item of kind "attachment"
 *
 * Shows the file in the application that the desktop has for it: from a copy that only this user can read.
 */
void
scr_files_open (ScrContext *context, ScrItem *attachment)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("scrutiny-file-XXXXXX", &error);
  g_autofree char *name = dup_safe_name (attachment);
  g_autofree char *path = NULL;
  g_autoptr (GFile) target = NULL;

  if (folder == NULL)
    {
      scr_context_fail (context, error);
      return;
    }
  remember_copy (context, folder);
  path = g_build_filename (folder, name, NULL);
  target = g_file_new_for_path (path);
  start (context, _ ("Opening the file"), extract, copying_new (context, attachment, target), copying_free,
         on_extracted);
}

typedef struct
{
  ScrContext *context;
  ScrItem *attachment;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_object_unref (self->context);
  g_object_unref (self->attachment);
  g_free (self);
}

static void
on_saved (gboolean ok, const GError *error, gpointer user_data)
{
  Copying *self = user_data;

  if (ok)
    scr_context_toast (self->context, _ ("The copy is saved."), FALSE);
  else
    tell_failed (self->context, error);
}

static void
on_target_chosen (GListModel *files, gpointer user_data)
{
  Saving *self = user_data;
  g_autoptr (GFile) target = g_list_model_get_item (files, 0);

  if (target != NULL && scr_context_get_store (self->context) != NULL)
    scr_files_save_to (self->context, self->attachment, target);
}

/**
 * scr_files_save_to:
 * @context: what the window hands to its views
 * @attachment: an item of kind "attachment"
 * @target: where a copy of it goes
 */
void
scr_files_save_to (ScrContext *context, ScrItem *attachment, GFile *target)
{
  start (context, _ ("Saving a copy"), extract, copying_new (context, attachment, target), copying_free, on_saved);
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
  g_autofree char *name = dup_safe_name (attachment);
  Saving *self = g_new0 (Saving, 1);

  self->context = g_object_ref (context);
  self->attachment = g_object_ref (attachment);
  scr_files_choose_target (parent, _ ("Save a Copy"), name, on_target_chosen, self, saving_free);
}
