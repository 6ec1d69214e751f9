/* Of how many meetings of a series a change is to hold: a question that every part asks alike. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-item.h"
#include "scr-series-plan.h"

G_BEGIN_DECLS

/* Called with the answer; never when the person changed their mind. */
typedef void (*ScrSeriesScopeFunc) (ScrSeriesScope scope, gpointer user_data);

void scr_series_ask_scope (GtkWidget *parent,
                           ScrItem *meeting,
                           const char *heading,
                           ScrSeriesScopeFunc done,
                           gpointer user_data,
                           GDestroyNotify destroy);

G_END_DECLS
