/* What a field may hold: one rule for forms, imports and the store. Pure: no record is read.
 *
 * Messages are in the interface's language, name the field and say what to do.
 * Whether a reference leads anywhere is for the store to say; here only its form is looked at.
 */
#pragma once

#include "scr-edit.h"

G_BEGIN_DECLS

gboolean scr_validate_value (const ScrField *field, const ScrValue *value, GError **error);
gboolean scr_validate_row (const ScrRowEdit *row, GError **error);

G_END_DECLS
