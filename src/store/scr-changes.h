/* The table of changes: which there are, what they are called, which are done and which undone. Private to store/.
 *
 * The changes that are done form a stack: undo takes the newest back, redo the oldest that was taken back. Knows the
 * connection alone; scr-undo.c and scr-history.c make of it what a store offers.
 */
#pragma once

#include "scr-change.h"
#include "scr-db.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;
  const char *author;
  const char *merge_key;
  gint64 reverts; /* 0: none */
} ScrChangeHead;

gboolean scr_changes_record (ScrDb *db, const ScrChangeHead *head, GBytes *changeset, const ScrChange *change,
                             GError **error);
GBytes *scr_changes_load (ScrDb *db, gint64 change, GError **error);
char *scr_changes_dup_label (ScrDb *db, gint64 change);
gint64 scr_changes_find_undo (ScrDb *db);
gint64 scr_changes_find_redo (ScrDb *db);
gboolean scr_changes_set_undone (ScrDb *db, gint64 change, gboolean undone, GError **error);
gboolean scr_changes_is_undone (ScrDb *db, gint64 change);
gint64 scr_changes_find_reverting (ScrDb *db, gint64 change);
gboolean scr_changes_set_beginning (ScrDb *db, GError **error);
gboolean scr_changes_is_beginning (ScrDb *db, gint64 change);

G_END_DECLS
