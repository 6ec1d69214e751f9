/* ScrChange - what one action altered: which rows of which kinds were added, altered or removed.
 *
 * An immutable value, counted by reference, that a store sends with "changed" and that history is told from.
 */
#pragma once

#include "scr-kind.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_ROW_ADDED,
  SCR_ROW_ALTERED,
  SCR_ROW_REMOVED,
} ScrRowChange;

typedef struct
{
  const ScrKind *kind;
  char *id;
  ScrRowChange what;
} ScrChangedRow;

typedef struct _ScrChange ScrChange;

#define SCR_TYPE_CHANGE (scr_change_get_type ())
GType scr_change_get_type (void);

ScrChange *scr_change_new (void);
ScrChange *scr_change_ref (ScrChange *self);
void scr_change_unref (ScrChange *self);

void scr_change_add_row (ScrChange *self, const ScrKind *kind, const char *id, ScrRowChange what);
guint scr_change_get_n_rows (const ScrChange *self);
const ScrChangedRow *scr_change_get_row (const ScrChange *self, guint index);
gboolean scr_change_touches_kind (const ScrChange *self, const ScrKind *kind);
gboolean scr_change_touches_item (const ScrChange *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrChange, scr_change_unref)

G_END_DECLS
