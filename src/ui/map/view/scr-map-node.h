/* ScrMapNode - one row of the map as a table: a card, or one of its links. A plain value as an object. Main
 * thread. */
#pragma once

#include <gio/gio.h>

#include "scr-map.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_MAP_NODE_NAME,
  SCR_MAP_NODE_WHAT,
  SCR_MAP_NODE_FROM,
  SCR_MAP_NODE_UNTIL,
  SCR_MAP_NODE_STATE,
  SCR_MAP_NODE_GAPS,
  SCR_MAP_NODE_N_TEXTS,
} ScrMapNodeText;

#define SCR_TYPE_MAP_NODE (scr_map_node_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapNode, scr_map_node, SCR, MAP_NODE, GObject)

ScrMapNode *scr_map_node_new_card (const ScrMap *map, guint index);
ScrItem *scr_map_node_get_item (ScrMapNode *self);
GListModel *scr_map_node_get_links (ScrMapNode *self);
const char *scr_map_node_get_text (ScrMapNode *self, ScrMapNodeText text);
int scr_map_node_compare (ScrMapNode *self, ScrMapNode *other, ScrMapNodeText text);

G_END_DECLS
