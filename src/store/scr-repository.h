/* SQL made from descriptions: reading and writing one kind's rows. Private to store/. */
#pragma once

#include "scr-db.h"
#include "scr-edit.h"
#include "scr-item.h"
#include "scr-recorder.h"
#include "scr-source.h"

G_BEGIN_DECLS

gboolean scr_repository_load (ScrDb *db, ScrItem *item, GError **error);
gboolean scr_repository_exists (ScrDb *db, const ScrKind *kind, const char *id);
void scr_repository_fill (sqlite3_stmt *statement, int first_column, ScrItem *item);

/* @recorder may be NULL: then nothing is recorded. */
gboolean scr_repository_write (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, const char *stamp, GError **error);
gboolean scr_repository_set_deleted (ScrDb *db, const ScrKind *kind, const char *id, const char *stamp, GError **error);
char *scr_repository_dup_column (ScrDb *db, const ScrKind *kind, const char *column, const char *id);

/* scr-family.c */
gboolean scr_family_bin (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, const char *stamp, GError **error);
gboolean scr_family_restore (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, GError **error);
gboolean scr_family_purge (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, GError **error);

/* scr-links.c */
gboolean scr_links_check_row (ScrDb *db, const ScrRowEdit *row, GError **error);
gboolean scr_links_check_change (ScrDb *db, const ScrChange *change, GError **error);

/* scr-query.c */

typedef enum
{
  SCR_SELECT_IDS,
  SCR_SELECT_ITEMS, /* id, deleted, then the fields in the description's order */
  SCR_SELECT_COUNT,
  SCR_SELECT_FIELD, /* one field */
} ScrSelection;

sqlite3_stmt *scr_repository_query (ScrDb *db,
                                    const ScrQuery *query,
                                    ScrSelection selection,
                                    const char *field,
                                    GError **error);

G_END_DECLS
