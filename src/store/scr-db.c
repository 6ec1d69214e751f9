/* ScrDb - one SQLite connection to a record: pragmas, statements, errors. See the header; opening is in scr-db-open.c. */
#include "config.h"

#include "scr-db.h"
#include "scr-here.h"
#include "scr-lock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long a statement waits for another connection of ours, in milliseconds. */
#define BUSY_TIMEOUT 5000
/* Debug builds name any statement slower than this, in nanoseconds: it would cost a frame. */
#define SLOW_STATEMENT (16 * 1000 * 1000)

struct _ScrDb
{
  sqlite3 *handle;
  char *path; /* (nullable): NULL for a template in memory */
  gboolean read_only;
  gboolean cleans_up;     /* a reader that may remove SQLite's files beside the record, if nobody has it open */
  char *here;             /* (nullable): see scr-here.h */
  gboolean damaged;       /* SQLite said so at least once */
  GHashTable *statements; /* SQL -> sqlite3_stmt */
};

/**
 * scr_db_set_error:
 * @self: a connection
 * @code: what SQLite returned
 * @error: where to say it
 *
 * Turns SQLite's result into a sentence for people.
 *
 * Returns: always %FALSE, so that callers can return it
 */
gboolean
scr_db_set_error (ScrDb *self, int code, GError **error)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_DISK_FULL,
                           _ ("The disk is full. Your last change is not kept; everything before it is safe."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      if (self != NULL)
        self->damaged = TRUE;
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_DAMAGED,
                           _ ("The record is damaged. Nothing was written to it. Restore a backup to go on."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_BUSY,
                           _ ("Another program is writing to the record. Try again in a moment."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_READ_ONLY,
                           _ ("The record may not be written to. Save a copy to go on working."));
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_UNREADABLE,
                           _ ("The record cannot be opened. Check that you may read this file and its folder."));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED, _ ("This was cancelled. Nothing was changed."));
      break;
    case SQLITE_IOERR:
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_FAILED,
                           _ ("The disk could not be read or written. Your last change is not kept."));
      break;
    default:
      g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED,
                   /* TRANSLATORS: %s is a technical reason in English. */
                   _ ("The record could not be used. Nothing was changed. (%s)"),
                   self != NULL && self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
      break;
    }
  return FALSE;
}

#if SCR_DEBUG
static int
on_profile (unsigned event, void *data, void *statement, void *nanoseconds)
{
  sqlite3_int64 took = *(sqlite3_int64 *) nanoseconds;

  if (took > SLOW_STATEMENT)
    g_debug ("slow statement, %.1f ms: %s", (double) took / 1e6, sqlite3_sql (statement));
  return 0;
}
#endif

/**
 * scr_db_configure:
 * @self: a connection
 * @error: return location
 *
 * Sets what is to hold of every connection: a file's own schema is not trusted, and acknowledged changes are on disk.
 *
 * Returns: whether it worked
 */
gboolean
scr_db_configure (ScrDb *self, GError **error)
{
  sqlite3 *db = self->handle;

  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024);
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, 1000 * 1000);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
#if SCR_DEBUG
  sqlite3_trace_v2 (db, SQLITE_TRACE_PROFILE, on_profile, NULL);
#endif
  return scr_db_exec (self,
                      "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;"
                      "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;"
                      "PRAGMA mmap_size=0;",
                      error);
}

/**
 * scr_db_connect:
 * @path: (nullable): a file, an URI, or %NULL for a record in memory
 * @flags: SQLite's own
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a connection; nothing is checked yet
 */
ScrDb *
scr_db_connect (const char *path, int flags, GError **error)
{
  g_autoptr (ScrDb) self = g_new0 (ScrDb, 1);
  int code;

  self->path = g_strdup (path);
  self->read_only = (flags & SQLITE_OPEN_READONLY) != 0;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sqlite3_finalize);
  code = sqlite3_open_v2 (path != NULL ? path : ":memory:", &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      scr_db_set_error (self, code, error);
      return NULL;
    }
  if (!scr_db_configure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * scr_db_set_path:
 * @self: a connection
 * @path: the file that it is to
 */
void
scr_db_set_path (ScrDb *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
}

/**
 * scr_db_take_token:
 * @self: a connection
 * @token: (transfer full) (nullable): given back when it is closed, see scr-here.h
 */
void
scr_db_take_token (ScrDb *self, char *token)
{
  self->here = token;
}

/**
 * scr_db_become_reader:
 * @self: a connection that SQLite lets write
 *
 * No statement will be run that writes; but what SQLite keeps beside the record may be cleaned up in the end.
 */
void
scr_db_become_reader (ScrDb *self)
{
  self->read_only = TRUE;
  self->cleans_up = TRUE;
}

/* The last connection to a record takes the log over into it and removes the log. SQLite tells the last one by locks
 * that a process loses without knowing; so a reader does that only while it holds the lock that says who writes. */
static void
close_handle (ScrDb *self)
{
  g_autoptr (ScrLock) lock = NULL;

  if (self->read_only && self->handle != NULL)
    {
      if (self->cleans_up)
        lock = scr_lock_take (self->path, NULL);
      if (lock == NULL)
        sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    }
  sqlite3_close_v2 (self->handle);
}

/**
 * scr_db_free:
 * @self: (nullable): a connection
 */
void
scr_db_free (ScrDb *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  close_handle (self);
  scr_here_remove (self->here);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
scr_db_get_handle (ScrDb *self)
{
  return self->handle;
}

const char *
scr_db_get_path (ScrDb *self)
{
  return self->path;
}

gboolean
scr_db_is_read_only (ScrDb *self)
{
  return self->read_only;
}

gboolean
scr_db_is_damaged (ScrDb *self)
{
  return self->damaged;
}

/**
 * scr_db_exec:
 * @self: a connection
 * @sql: one or more statements without results
 * @error: return location
 *
 * Returns: whether all of them worked
 */
gboolean
scr_db_exec (ScrDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || scr_db_set_error (self, code, error);
}

gboolean
scr_db_begin (ScrDb *self, GError **error)
{
  return scr_db_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
scr_db_commit (ScrDb *self, GError **error)
{
  if (scr_db_exec (self, "COMMIT", error))
    return TRUE;
  scr_db_rollback (self);
  return FALSE;
}

void
scr_db_rollback (ScrDb *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * scr_db_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location
 *
 * Returns: (nullable): the statement, ready for binding; give it back with scr_db_release()
 */
sqlite3_stmt *
scr_db_prepare (ScrDb *self, const char *sql, GError **error)
{
  g_autofree char *key = g_strdup (sql);
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, key);
  int code;

  /* A statement that is being stepped through further up stays as it is; its twin is kept under a longer name. */
  while (statement != NULL && sqlite3_stmt_busy (statement))
    {
      char *longer = g_strconcat (key, " ", NULL);

      g_free (key);
      key = longer;
      statement = g_hash_table_lookup (self->statements, key);
    }
  if (statement != NULL)
    {
      /* One that has run to its end but was not given back yet cannot be bound before it is reset. */
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      scr_db_set_error (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_steal_pointer (&key), statement);
  return statement;
}

/**
 * scr_db_prepare_with_text:
 * @self: a connection
 * @sql: one statement with at least one parameter
 * @text: (nullable): bound to the first
 * @error: return location
 *
 * Returns: (nullable): the statement; give it back with scr_db_release()
 */
sqlite3_stmt *
scr_db_prepare_with_text (ScrDb *self, const char *sql, const char *text, GError **error)
{
  sqlite3_stmt *statement = scr_db_prepare (self, sql, error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
  return statement;
}

/**
 * scr_db_release:
 * @statement: (nullable): a statement
 *
 * Makes it ready for its next use and forgets what was bound.
 */
void
scr_db_release (sqlite3_stmt *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/**
 * scr_db_run:
 * @self: a connection
 * @statement: a bound statement without results
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
scr_db_run (ScrDb *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  return scr_db_set_error (self, code, error);
}

/**
 * scr_db_query_int:
 * @self: a connection
 * @sql: a query of one number
 * @otherwise: what to return when there is none
 *
 * Returns: the number
 */
gint64
scr_db_query_int (ScrDb *self, const char *sql, gint64 otherwise)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (self, sql, NULL);

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    return sqlite3_column_int64 (statement, 0);
  return otherwise;
}

/**
 * scr_db_column_dup:
 * @statement: a statement at a row
 * @column: which, from 0
 *
 * Returns: (transfer full) (nullable): its text as valid UTF-8
 */
char *
scr_db_column_dup (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, sqlite3_column_bytes (statement, column)) : NULL;
}
