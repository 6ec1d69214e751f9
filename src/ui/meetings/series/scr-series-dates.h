/* ScrSeriesDates - the days of a series as laying it out would leave them, with what speaks against each.
 *
 * Week-ends, bank holidays, days outside the scrutineer's term and people who are expected elsewhere are
 * told, never passed over silently. Main thread.
 */
#pragma once

#include "scr-context.h"
#include "scr-section.h"
#include "scr-series-plan.h"

G_BEGIN_DECLS

#define SCR_TYPE_SERIES_DATES (scr_series_dates_get_type ())
G_DECLARE_FINAL_TYPE (ScrSeriesDates, scr_series_dates, SCR, SERIES_DATES, ScrSection)

GtkWidget *scr_series_dates_new (ScrContext *context);
void scr_series_dates_show (ScrSeriesDates *self, const ScrSeriesPlan *plan, ScrItem *draft);

G_END_DECLS
