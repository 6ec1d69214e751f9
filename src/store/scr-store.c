/* ScrStore - the face of a record. See the header. */
#include "config.h"

#include "scr-changes.h"
#include "scr-known.h"
#include "scr-minutes-lock.h"
#include "scr-repository.h"
#include "scr-store-private.h"
#include "scr-store-worker.h"
#include "scr-validate.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* After how many steps of its own SQLite asks whether to go on: some milliseconds. */
#define STEPS 100000

enum
{
  PROP_0,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrStore, scr_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCR_TYPE_SOURCE, scr_store_source_init))

static void
scr_store_finalize (GObject *object)
{
  ScrStore *self = SCR_STORE (object);
  guint n_kinds;

  scr_store_close (self);
  g_ptr_array_unref (self->kept);
  scr_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      scr_store_forget_items (self->items[i]);
      g_clear_pointer (&self->columns[i], g_array_unref);
    }
  g_free (self->items);
  g_free (self->columns);
  g_free (self->path);
  g_free (self->author);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (scr_store_parent_class)->finalize (object);
}

static void
scr_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrStore *self = SCR_STORE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_store_class_init (ScrStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scr_store_finalize;
  object_class->get_property = scr_store_get_property;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", SCR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 SCR_TYPE_CHANGE);
}

static void
scr_store_init (ScrStore *self)
{
  guint n_kinds;

  scr_kinds_get_all (&n_kinds);
  self->items = g_new0 (GHashTable *, n_kinds);
  self->columns = g_new0 (GArray *, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    self->items[i] = scr_store_new_items ();
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
keep_kind (ScrStore *self, const char *kind)
{
  const ScrQuery query = {.kind = kind, .where = SCR_ALL};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (self), &query);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->kept, g_object_ref (g_ptr_array_index (items, i)));
}

static void
keep_common_items (ScrStore *self)
{
  g_ptr_array_set_size (self->kept, 0);
  keep_kind (self, SCR_KIND_RECORD);
  keep_kind (self, SCR_KIND_CHOICE);
  keep_kind (self, "partnership");
}

static void
take_label (ScrStore *self, char **label, char *now, const char *property)
{
  g_autofree char *before = *label;

  *label = now;
  if (g_strcmp0 (before, now) != 0)
    g_object_notify (G_OBJECT (self), property);
}

/* Makes "undo-label" and "redo-label" name what they would undo and redo now. */
static void
update_labels (ScrStore *self)
{
  take_label (self, &self->undo_label, scr_changes_dup_label (self->db, scr_changes_find_undo (self->db)), "undo-label");
  take_label (self, &self->redo_label, scr_changes_dup_label (self->db, scr_changes_find_redo (self->db)), "redo-label");
}

static ScrDb *
open_db (ScrStore *self, ScrStoreFlags flags, GError **error)
{
  ScrDbFlags how = self->read_only ? SCR_DB_READ_ONLY : 0;

  if (flags & (SCR_STORE_WORKER | SCR_STORE_CREATE))
    how |= SCR_DB_UNCHECKED;
  /* A file that is no record gets no lock beside it either. */
  if (!self->read_only && !(flags & SCR_STORE_WORKER) && g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      if (!scr_db_peek (self->path, error))
        return NULL;
      self->lock = scr_lock_take (self->path, error);
      if (self->lock == NULL)
        return NULL;
    }
  return scr_db_open (self->path, how, error);
}

/**
 * scr_store_resolve_path:
 * @path: a file, which need not exist
 *
 * Lock, log and backups of a record are named after its file, whichever links it was reached by.
 *
 * Returns: (transfer full): the file that @path leads to
 */
char *
scr_store_resolve_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real = realpath (absolute, NULL);
  char *real_folder = real == NULL ? realpath (folder, NULL) : NULL;
  char *resolved = real != NULL          ? g_strdup (real)
                   : real_folder != NULL ? g_build_filename (real_folder, name, NULL)
                                         : g_strdup (absolute);

  free (real);
  free (real_folder);
  return resolved;
}

/**
 * scr_store_open:
 * @path: a file
 * @flags: how
 * @error: return location, in the domain %SCR_ERROR
 *
 * Returns: (transfer full) (nullable): an open record
 */
ScrStore *
scr_store_open (const char *path, ScrStoreFlags flags, GError **error)
{
  g_autoptr (ScrStore) self = g_object_new (SCR_TYPE_STORE, NULL);

  self->path = scr_store_resolve_path (path);
  self->read_only = (flags & SCR_STORE_READ_ONLY) != 0;
  if ((flags & SCR_STORE_CREATE) && !scr_db_create_file (self->path, error))
    return NULL;
  self->db = open_db (self, flags, error);
  if (self->db == NULL)
    {
      if (flags & SCR_STORE_CREATE)
        scr_db_remove_file (self->path);
      return NULL;
    }
  if (self->lock != NULL)
    scr_attachments_clean_up (self->db);
  scr_search_prepare (self->db);
  keep_common_items (self);
  update_labels (self);
  return g_steal_pointer (&self);
}

/**
 * scr_store_close:
 * @self: a store
 *
 * Lets go of the file. Everything acknowledged is in it already. Closing twice is harmless.
 */
void
scr_store_close (ScrStore *self)
{
  gboolean was_writer = self->lock != NULL && self->db != NULL;
  gboolean was_sound = FALSE;

  /* While another process reads, SQLite would leave what is new in the log; a person may copy the file alone. */
  if (was_writer)
    scr_db_exec (self->db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  was_sound = was_writer && !scr_db_is_damaged (self->db);
  g_clear_pointer (&self->db, scr_db_free);
  if (was_sound)
    scr_known_remember (self->path);
  g_clear_pointer (&self->lock, scr_lock_free);
}

/**
 * scr_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the file's absolute path
 */
const char *
scr_store_get_path (ScrStore *self)
{
  return self->path;
}

/**
 * scr_store_is_read_only:
 * @self: a store
 *
 * Returns: whether it never writes
 */
gboolean
scr_store_is_read_only (ScrStore *self)
{
  return self->read_only;
}

/**
 * scr_store_set_author:
 * @self: a store
 * @author: (nullable): name or role of the person who works with it; recorded with each change
 */
void
scr_store_set_author (ScrStore *self, const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

const char *
scr_store_get_author (ScrStore *self)
{
  return self->author;
}

/* Whether the store is not closed yet. */
gboolean
scr_store_is_open (ScrStore *self, GError **error)
{
  if (self->db != NULL)
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("The record is closed."));
  return FALSE;
}

/* Begins a transaction that writes, or says why none may. */
gboolean
scr_store_begin (ScrStore *self, GError **error)
{
  if (!scr_store_is_open (self, error))
    return FALSE;
  if (self->read_only)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_READ_ONLY,
                           _ ("This record is open for reading only. Save a copy to work with it."));
      return FALSE;
    }
  return scr_db_begin (self->db, error);
}

static void
refresh_row (ScrStore *self, const ScrChangedRow *row)
{
  ScrItem *item = scr_store_peek_item (self, row->kind, row->id);

  if (item != NULL && !scr_repository_load (self->db, item, NULL))
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
      g_autofree char *stamp = g_date_time_format_iso8601 (now);

      scr_item_set_deleted (item, stamp);
    }
}

/* Everybody who shows something learns of it, in this order: the items themselves, the labels, the lists. */
void
scr_store_after_commit (ScrStore *self, ScrChange *change)
{
  for (guint i = 0; i < scr_change_get_n_rows (change); i++)
    refresh_row (self, scr_change_get_row (change, i));
  if (scr_change_touches_kind (change, scr_kind_find (SCR_KIND_CHOICE)) ||
      scr_change_touches_kind (change, scr_kind_find ("partnership")))
    keep_common_items (self);
  update_labels (self);
  g_signal_emit (self, changed_signal, 0, change);
}

static gboolean
write_rows (ScrStore *self, const ScrEdit *edit, ScrRecorder *recorder, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");

  for (guint i = 0; i < scr_edit_get_n_rows (edit); i++)
    if (!scr_repository_write (self->db, recorder, scr_edit_get_row (edit, i), stamp, error))
      return FALSE;
  for (guint i = 0; i < scr_edit_get_n_rows (edit); i++)
    if (!scr_links_check_row (self->db, scr_edit_get_row (edit, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
validate (const ScrEdit *edit, GError **error)
{
  for (guint i = 0; i < scr_edit_get_n_rows (edit); i++)
    if (!scr_validate_row (scr_edit_get_row (edit, i), error))
      return FALSE;
  return TRUE;
}

/* What an edit did, or NULL with @error set; the caller rolls back then. */
static ScrChange *
write_and_record (ScrStore *self, const ScrEdit *edit, GError **error)
{
  g_autoptr (ScrRecorder) recorder = scr_recorder_new (self->db, error);
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (ScrChange) change = NULL;
  const ScrChangeHead head = {scr_edit_get_label (edit), self->author, scr_edit_get_merge_key (edit), 0};

  if (recorder == NULL || !write_rows (self, edit, recorder, error))
    return NULL;
  changeset = scr_recorder_finish (recorder, error);
  if (changeset == NULL)
    return NULL;
  change = scr_changeset_describe (self->db, changeset, error);
  if (change == NULL || scr_change_get_n_rows (change) == 0)
    return g_steal_pointer (&change);
  if (!scr_search_update (self->db, change, error) || !scr_changes_record (self->db, &head, changeset, change, error))
    return NULL;
  return g_steal_pointer (&change);
}

/* What @edit did, once it is on disk; NULL with @error set if nothing was altered. */
static ScrChange *
write_edit (ScrStore *self, const ScrEdit *edit, GCancellable *cancellable, GError **error)
{
  g_autoptr (ScrChange) change = NULL;

  if (!validate (edit, error) || !scr_store_begin (self, error))
    return NULL;
  if (scr_minutes_check_edit (SCR_SOURCE (self), edit, error))
    change = write_and_record (self, edit, error);
  if (change != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED, _ ("This was cancelled. Nothing was changed."));
      g_clear_pointer (&change, scr_change_unref);
    }
  if (change == NULL)
    {
      scr_db_rollback (self->db);
      return NULL;
    }
  return scr_db_commit (self->db, error) ? g_steal_pointer (&change) : NULL;
}

/**
 * scr_store_apply:
 * @self: a store
 * @edit: what is to be done
 * @error: return location; nothing was altered then
 *
 * Validates, writes and records @edit in one transaction, then emits "changed". An edit that alters nothing succeeds
 * and leaves no change. Refuses to alter minutes that are approved (scr-minutes-lock).
 *
 * Returns: whether it is on disk
 */
gboolean
scr_store_apply (ScrStore *self, const ScrEdit *edit, GError **error)
{
  g_autoptr (ScrChange) change = write_edit (self, edit, NULL, error);

  if (change != NULL && scr_change_get_n_rows (change) > 0)
    scr_store_after_commit (self, change);
  return change != NULL;
}

/* Whatever SQLite is at, it gives up soon. */
static int
on_steps (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * scr_store_apply_in_worker:
 * @self: a store of the calling thread, opened with %SCR_STORE_WORKER
 * @edit: what is to be done
 * @cancellable: (nullable): ends it early
 * @error: return location; nothing was altered then
 *
 * Like scr_store_apply(), but can be cancelled, and tells nobody: see scr_store_take_over().
 *
 * Returns: (transfer full) (nullable): what it did; it is on disk
 */
ScrChange *
scr_store_apply_in_worker (ScrStore *self, const ScrEdit *edit, GCancellable *cancellable, GError **error)
{
  ScrChange *change;

  if (!scr_store_is_open (self, error))
    return NULL;
  if (cancellable != NULL)
    sqlite3_progress_handler (scr_db_get_handle (self->db), STEPS, on_steps, cancellable);
  change = write_edit (self, edit, cancellable, error);
  sqlite3_progress_handler (scr_db_get_handle (self->db), 0, NULL, NULL);
  return change;
}

/**
 * scr_store_take_over:
 * @self: the store that is shown
 * @change: what a worker wrote into the same record
 */
void
scr_store_take_over (ScrStore *self, ScrChange *change)
{
  if (self->db != NULL && scr_change_get_n_rows (change) > 0)
    scr_store_after_commit (self, change);
}

static ScrChange *
describe_edit (const ScrEdit *edit)
{
  ScrChange *change = scr_change_new ();

  for (guint i = 0; i < scr_edit_get_n_rows (edit); i++)
    {
      const ScrRowEdit *row = scr_edit_get_row (edit, i);

      scr_change_add_row (change, row->kind, row->id, row->op == SCR_OP_ADD ? SCR_ROW_ADDED : SCR_ROW_ALTERED);
    }
  return change;
}

/**
 * scr_store_seed:
 * @self: a store
 * @edit: rows that a new record begins with
 * @error: return location; nothing was altered then
 *
 * Like scr_store_apply(), but leaves no change: undoing never takes away the words that fields are filled from.
 *
 * Returns: whether it is on disk
 */
gboolean
scr_store_seed (ScrStore *self, const ScrEdit *edit, GError **error)
{
  g_autoptr (ScrChange) change = NULL;

  if (!validate (edit, error) || !scr_store_begin (self, error))
    return FALSE;
  change = describe_edit (edit);
  if (!write_rows (self, edit, NULL, error) || !scr_search_update (self->db, change, error))
    {
      scr_db_rollback (self->db);
      return FALSE;
    }
  if (!scr_db_commit (self->db, error))
    return FALSE;
  keep_common_items (self);
  scr_store_after_commit (self, change);
  return TRUE;
}
