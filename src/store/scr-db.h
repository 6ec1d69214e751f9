/* ScrDb - one SQLite connection to a record, with what makes it safe: pragmas, limits, checks and mapped errors.
 *
 * Private to store/. Belongs to one thread. Nothing of a file is run or written before scr_db_open() has found it to be
 * a record of ours: its header, its schema word by word, and its pages.
 */
#pragma once

/* The session extension hides behind these two. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include <glib.h>

#include "scr-error.h"
#include "scr-kind.h"

G_BEGIN_DECLS

#define SCR_DB_APPLICATION_ID 0x53435254 /* "SCRT" */

typedef struct _ScrDb ScrDb;

typedef enum
{
  SCR_DB_READ_ONLY = 1 << 0,
  SCR_DB_UNCHECKED = 1 << 1, /* this process has already checked the same file */
} ScrDbFlags;

void scr_db_free (ScrDb *self);
ScrDb *scr_db_connect (const char *path, int flags, GError **error);
void scr_db_set_path (ScrDb *self, const char *path);
void scr_db_take_token (ScrDb *self, char *token);
void scr_db_become_reader (ScrDb *self);

/* scr-db-open.c */
gboolean scr_db_peek (const char *path, GError **error);
ScrDb *scr_db_open (const char *path, ScrDbFlags flags, GError **error);
ScrDb *scr_db_open_template (int version, GError **error);
gboolean scr_db_create_file (const char *path, GError **error);
void scr_db_remove_file (const char *path);

sqlite3 *scr_db_get_handle (ScrDb *self);
const char *scr_db_get_path (ScrDb *self);
gboolean scr_db_is_read_only (ScrDb *self);
gboolean scr_db_is_damaged (ScrDb *self);
gboolean scr_db_configure (ScrDb *self, GError **error);

gboolean scr_db_set_error (ScrDb *self, int code, GError **error);
gboolean scr_db_exec (ScrDb *self, const char *sql, GError **error);
gboolean scr_db_begin (ScrDb *self, GError **error);
gboolean scr_db_commit (ScrDb *self, GError **error);
void scr_db_rollback (ScrDb *self);

/* Prepared statements are kept by their text; give one back with scr_db_release(). */
sqlite3_stmt *scr_db_prepare (ScrDb *self, const char *sql, GError **error);
sqlite3_stmt *scr_db_prepare_with_text (ScrDb *self, const char *sql, const char *text, GError **error);
void scr_db_release (sqlite3_stmt *statement);
gboolean scr_db_run (ScrDb *self, sqlite3_stmt *statement, GError **error);
gint64 scr_db_query_int (ScrDb *self, const char *sql, gint64 otherwise);
char *scr_db_column_dup (sqlite3_stmt *statement, int column);

/* scr-db-check.c */
gboolean scr_db_check_header (const char *path, int *version, GError **error);
gboolean scr_db_check_version (const char *path, int version, GError **error);
gboolean scr_db_check_schema (ScrDb *self, int version, GError **error);
gboolean scr_db_check_pages (ScrDb *self, GError **error);

/* scr-migrations.c */
int scr_migrations_get_version (void);
gboolean scr_migrations_run (ScrDb *self, int from, int to, GError **error);
gboolean scr_migrations_run_steps (ScrDb *self, const char *const *steps, int from, int to, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrDb, scr_db_free)

/* A statement that gives itself back at the end of its scope. */
typedef sqlite3_stmt ScrStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrStatement, scr_db_release)

G_END_DECLS
