/* ScrUnwritten - what a person entered and the record does not hold: half a day, or anything while the disk is full.
 *
 * A row that is left puts it here, and takes it back when the same thing is shown again; the window asks before it
 * closes as long as something is here. Belongs to a ScrContext, and ends with its record. Main thread.
 */
#pragma once

#include "scr-item.h"
#include "scr-store.h"

G_BEGIN_DECLS

typedef struct _ScrUnwritten ScrUnwritten;

ScrUnwritten *scr_unwritten_new (void);
void scr_unwritten_free (ScrUnwritten *self);
void scr_unwritten_clear (ScrUnwritten *self);

void scr_unwritten_put (ScrUnwritten *self, ScrItem *item, const ScrField *field, const ScrValue *value);
gboolean scr_unwritten_take (ScrUnwritten *self, ScrItem *item, const ScrField *field, ScrValue *value);
gboolean scr_unwritten_write (ScrUnwritten *self, ScrStore *store, GError **error);
char *scr_unwritten_dup_words (ScrUnwritten *self, ScrStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrUnwritten, scr_unwritten_free)

G_END_DECLS
