/* What people do about a gap: each asks what it needs in a dialog, and is one change that can be undone.
 *
 * Where it does not succeed, what was entered comes again with the reason. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"
#include "scr-map-gap.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_MAP_GAP_OPEN,
  SCR_MAP_GAP_SETTLE,
  SCR_MAP_GAP_ACCEPT,
  SCR_MAP_GAP_CLOSE,
  SCR_MAP_GAP_REOPEN,
  SCR_MAP_GAP_N_ACTS,
} ScrMapGapAct;

/**
 * ScrMapGapActFunc:
 * @act: what a person asks for
 * @owner: as given
 */
typedef void (*ScrMapGapActFunc) (ScrMapGapAct act, gpointer owner);

gboolean scr_map_gap_can (ScrContext *context, ScrMapGap *gap, ScrMapGapAct act);
void scr_map_gap_do (ScrContext *context, GtkWidget *parent, ScrMapGap *gap, ScrMapGapAct act);

GActionGroup *scr_map_gap_actions_new (ScrMapGapActFunc asked, gpointer owner);
void scr_map_gap_actions_update (GActionMap *actions, ScrContext *context, ScrMapGap *gap);
GtkWidget *scr_map_gap_menu_new (GtkWidget *parent);

G_END_DECLS
