/* What the tests of what stands beside the map share. */
#pragma once

#include "ui-support.h"

G_BEGIN_DECLS

void map_finish (UiRecord *record, GtkWidget *widget);
GtkWidget *map_find_dialog (void);

G_END_DECLS
