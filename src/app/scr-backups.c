/* Rolling backups: one a day, ten kept, in the data directory. See scr-records.h.
 *
 * A record's backups stand in a folder named after its path, so that records of the same name do not mix.
 * They are made by SQLite's online backup with a connection of their own; any thread.
 */
#include "config.h"

#include "scr-records.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define KEPT 10
#define SUFFIX ".scrutiny"

/**
 * scr_record_dup_backup_folder:
 * @path: a record
 *
 * Returns: (transfer full): where its backups are
 */
char *
scr_record_dup_backup_folder (const char *path)
{
  g_autofree char *absolute = scr_store_resolve_path (path);
  g_autofree char *base = g_path_get_basename (absolute);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);
  g_autofree char *name = g_strdup_printf ("%s-%.12s", base, hash);

  return g_build_filename (g_get_user_data_dir (), "scrutiny", "backups", name, NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)b, *(const char *const *)a);
}

/**
 * scr_record_list_backups:
 * @path: a record
 *
 * Returns: (transfer full) (element-type filename): its backups, newest first; each is named after its day
 */
GPtrArray *
scr_record_list_backups (const char *path)
{
  g_autofree char *folder = scr_record_dup_backup_folder (path);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (list, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

static void
remove_oldest (const char *path)
{
  g_autoptr (GPtrArray) backups = scr_record_list_backups (path);

  for (guint i = KEPT; i < backups->len; i++)
    g_unlink (g_ptr_array_index (backups, i));
}

/**
 * scr_record_backup_if_due:
 * @store: a record; on another thread, one opened there for reading
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Makes today's backup unless there is one, and removes all but the newest ten.
 *
 * Returns: whether today's backup is there
 */
gboolean
scr_record_backup_if_due (ScrStore *store, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = scr_record_dup_backup_folder (scr_store_get_path (store));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "%Y-%m-%d" SUFFIX);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("The folder for backups, “%s”, could not be made."),
                   folder);
      return FALSE;
    }
  if (!scr_store_copy_to (store, target, NULL, NULL, cancellable, error))
    return FALSE;
  remove_oldest (scr_store_get_path (store));
  return TRUE;
}

/**
 * scr_record_restore_backup:
 * @backup: a backup
 * @target: a file that does not exist
 * @error: return location
 *
 * Puts a backup beside what it is a backup of: nothing is written over.
 *
 * Returns: whether @target is there, checked
 */
gboolean
scr_record_restore_backup (const char *backup, const char *target, GError **error)
{
  g_autoptr (ScrStore) store = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("“%s” exists already. Nothing was written over."),
                   target);
      return FALSE;
    }
  store = scr_store_open (backup, SCR_STORE_READ_ONLY, error);
  return store != NULL && scr_store_copy_to (store, target, NULL, NULL, NULL, error);
}
