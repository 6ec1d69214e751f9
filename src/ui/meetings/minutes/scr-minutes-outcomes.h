/* ScrMinutesOutcomes - what came of an item of the agenda, or of the whole meeting: decisions, actions,
 * evidence.
 *
 * A row opens its thing in the details pane; buttons add more, entered in place. Follows the record. Main
 * thread.
 */
#pragma once

#include "scr-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_MINUTES_OUTCOMES (scr_minutes_outcomes_get_type ())
G_DECLARE_FINAL_TYPE (ScrMinutesOutcomes, scr_minutes_outcomes, SCR, MINUTES_OUTCOMES, GtkBox)

GtkWidget *scr_minutes_outcomes_new (ScrContext *context);
void
scr_minutes_outcomes_set (ScrMinutesOutcomes *self, ScrItem *meeting, ScrItem *agenda_item, gboolean locked);
guint scr_minutes_outcomes_get_n_shown (ScrMinutesOutcomes *self);
void scr_minutes_outcomes_begin (ScrMinutesOutcomes *self, const char *kind);

G_END_DECLS
