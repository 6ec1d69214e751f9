/* ScrSeriesDialog - how often a series comes again, when and where its meetings are, and what laying it out
 * would do: shown before anything is done. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_SERIES_DIALOG (scr_series_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScrSeriesDialog, scr_series_dialog, SCR, SERIES_DIALOG, AdwWindow)

ScrSeriesDialog *scr_series_dialog_present (GtkWidget *parent, ScrContext *context, ScrItem *item);
void scr_series_extend (ScrContext *context, ScrItem *series);

G_END_DECLS
