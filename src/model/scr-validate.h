/* What a field may hold: one rule for forms, imports and the store. Pure: no record is read. */
#pragma once

#include "scr-edit.h"

G_BEGIN_DECLS

gboolean scr_validate_value (const ScrField *field, const ScrValue *value, GError **error);
gboolean scr_validate_row (const ScrRowEdit *row, GError **error);

G_END_DECLS
