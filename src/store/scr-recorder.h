/* ScrRecorder - SQLite's session extension: capturing, inverting, joining and applying changesets.
 *
 * Private to store/. A recorder lives inside one transaction. Tables are attached as they are first written.
 */
#pragma once

#include "scr-change.h"
#include "scr-db.h"

G_BEGIN_DECLS

typedef struct _ScrRecorder ScrRecorder;

ScrRecorder *scr_recorder_new (ScrDb *db, GError **error);
gboolean scr_recorder_touch (ScrRecorder *self, const ScrKind *kind, GError **error);
GBytes *scr_recorder_finish (ScrRecorder *self, GError **error);
void scr_recorder_free (ScrRecorder *self);

typedef enum
{
  SCR_APPLY_BACKWARDS,
  SCR_APPLY_FORWARDS,
} ScrApplyDirection;

gboolean scr_changeset_apply (ScrDb *db, GBytes *changeset, ScrApplyDirection direction, GError **error);
GBytes *scr_changeset_invert (ScrDb *db, GBytes *changeset, GError **error);
GBytes *scr_changeset_join (ScrDb *db, GBytes *first, GBytes *second, GError **error);
ScrChange *scr_changeset_describe (ScrDb *db, GBytes *changeset, GError **error);

/* scr-changeset-check.c */
gboolean scr_changeset_is_sound (const void *data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrRecorder, scr_recorder_free)

G_END_DECLS
