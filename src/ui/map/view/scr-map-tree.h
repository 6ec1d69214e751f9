/* ScrMapTree - the map as a table: each card with its links beneath it, sortable by each column.
 *
 * Shows the ScrMap that the canvas shows, and what is selected there; what a person selects here is selected
 * there, so that the map's commands mean the same in both. Main thread. Signals: "selected" (ScrItem *,
 * nullable): a person selected a card or a link; "opened" (ScrItem *); "menu-asked" (const GdkRectangle
 * *where).
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-map.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_TREE (scr_map_tree_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapTree, scr_map_tree, SCR, MAP_TREE, GtkWidget)

GtkWidget *scr_map_tree_new (void);
void scr_map_tree_show (ScrMapTree *self, const ScrMap *map);
void scr_map_tree_select (ScrMapTree *self, const char *id);
guint scr_map_tree_get_n_rows (ScrMapTree *self);

G_END_DECLS
