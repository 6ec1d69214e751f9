/* Which class of row a field's type asks for. Main thread. */
#pragma once

#include "scr-row.h"

G_BEGIN_DECLS

ScrRow *scr_row_new (ScrContext *context, const ScrField *field);

G_END_DECLS
