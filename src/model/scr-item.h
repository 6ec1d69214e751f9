/* ScrItem - one thing of a record: a GObject with a property for each field of its kind.
 *
 * One row is one object: a store hands out the same object for the same identity as long as somebody holds it,
 * and only the store writes its fields (after they are committed). Text-like fields are string properties,
 * numbers and durations doubles (NaN when empty), yes/no booleans. Main thread, or the one thread that owns
 * the source it came from.
 */
#pragma once

#include "scr-kind.h"
#include "scr-value.h"

G_BEGIN_DECLS

#define SCR_TYPE_ITEM (scr_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScrItem, scr_item, SCR, ITEM, GObject)

struct _ScrItemClass
{
  GObjectClass parent_class;
  const ScrKind *kind;
};

GType scr_item_get_type_for (const ScrKind *kind);
ScrItem *scr_item_new (const ScrKind *kind, const char *id);

const ScrKind *scr_item_get_kind (ScrItem *self);
const char *scr_item_get_id (ScrItem *self);
const char *scr_item_get_deleted (ScrItem *self);
gboolean scr_item_is_deleted (ScrItem *self);

const ScrValue *scr_item_get_value (ScrItem *self, const char *field);
const ScrValue *scr_item_get_value_at (ScrItem *self, guint index);
const char *scr_item_get_text (ScrItem *self, const char *field);
double scr_item_get_number (ScrItem *self, const char *field);
gboolean scr_item_get_bool (ScrItem *self, const char *field);

/* For stores and tests: the fields as they are after a commit. */
void scr_item_set_value_at (ScrItem *self, guint index, const ScrValue *value);
void scr_item_take_value_at (ScrItem *self, guint index, ScrValue *value);
void scr_item_set_deleted (ScrItem *self, const char *stamp);

G_END_DECLS
