/* RecordMaker - records for tests: made in folders of their own, filled at random, and written out as text to
 * compare.
 *
 * What is written out is read by a plain SQLite connection, so that a mistake of the store cannot hide
 * itself.
 */
#pragma once

#include "scr-store.h"

#include <sqlite3.h>

char *maker_folder_new (void);
void maker_folder_free (char *folder);
char *maker_path (const char *folder, const char *name);

ScrStore *maker_open (const char *path, ScrStoreFlags flags);
ScrStore *maker_create (const char *folder);
ScrStore *maker_reopen (ScrStore *store);
void maker_seed (ScrStore *store);

void maker_apply (ScrStore *store, ScrEdit *edit);
char *maker_add (ScrStore *store, const char *kind, const char *title, ...) G_GNUC_NULL_TERMINATED;
void maker_set (ScrStore *store, const char *kind, const char *id, const char *field, const char *text);
void maker_do (ScrStore *store, ScrOp op, const char *kind, const char *id);
ScrEdit *maker_random_edit (ScrStore *store, GRand *rand);

char *maker_dump (ScrStore *store);
void maker_assert_same (const char *a, const char *b);
void maker_assert_sound (ScrStore *store);
gint64 maker_query_int (ScrStore *store, const char *sql);
void maker_execute (const char *path, const char *sql);
char *maker_hash_file (const char *path);
GStrv maker_list_folder (const char *folder);
