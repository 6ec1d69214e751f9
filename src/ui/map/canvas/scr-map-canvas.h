/* ScrMapCanvas - the map to look at and to work on: cards as widgets, links drawn between them, zoom and pan.
 *
 * Shows the ScrMap it is given and writes nothing: what a person does is told by signals, and whoever holds
 * the canvas makes changes of it and gives it the new map. Only what is visible has widgets; when a large
 * map is too small to read, only the card where the keyboard is has one, the same for assistive technology, and
 * the rest are boxes: the arrows still walk from card to card. One stop for Tab. Main thread. Property: "zoom" (0.1 to
 * 3), "editable". Signals: "selection-changed" ()
 *   "item-opened" (ScrItem *): a card or link is to be shown in full
 *   "cards-moved" (const ScrMapMove *moves, guint n): dropped, or moved by keys
 *   "link-drawn" (ScrItem *from, ScrItem *to, const GdkRectangle *where)
 *   "create-at" (double x, double y): in px of the map
 *   "menu-asked" (const GdkRectangle *where): on the selection, or on empty space
 *   "rename-asked" (), "delete-asked" (), "link-asked" ()
 *   "viewed" (): zoom or place have changed
 */
#pragma once

#include <adwaita.h>

#include "scr-map-card-face.h"
#include "scr-map.h"
#include "scr-route.h"

G_BEGIN_DECLS

#define SCR_MAP_LEAST_ZOOM 0.1
#define SCR_MAP_MOST_ZOOM 3.0

/* Where a card is to stand, by its middle. */
typedef struct
{
  ScrItem *card;
  double x;
  double y;
} ScrMapMove;

#define SCR_TYPE_MAP_CANVAS (scr_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapCanvas, scr_map_canvas, SCR, MAP_CANVAS, GtkWidget)

GtkWidget *scr_map_canvas_new (void);

void scr_map_canvas_set_map (ScrMapCanvas *self, ScrMap *map, gboolean smoothly);
const ScrMap *scr_map_canvas_get_map (ScrMapCanvas *self);
void scr_map_canvas_set_editable (ScrMapCanvas *self, gboolean editable);
void scr_map_canvas_set_badges (ScrMapCanvas *self, GHashTable *top, GHashTable *bottom);

double scr_map_canvas_get_zoom (ScrMapCanvas *self);
void scr_map_canvas_set_zoom (ScrMapCanvas *self, double zoom);
void scr_map_canvas_fit_all (ScrMapCanvas *self);
void scr_map_canvas_fit_selection (ScrMapCanvas *self);
void scr_map_canvas_show_place (ScrMapCanvas *self, double x, double y);
void scr_map_canvas_get_visible (ScrMapCanvas *self, ScrBox *visible);
void scr_map_canvas_get_bounds (ScrMapCanvas *self, ScrBox *bounds);
const ScrBox *scr_map_canvas_get_box (ScrMapCanvas *self, guint card);

void scr_map_canvas_select (ScrMapCanvas *self, const char *id, gboolean reveal);
void scr_map_canvas_select_none (ScrMapCanvas *self);
void scr_map_canvas_move_selected (ScrMapCanvas *self, double dx, double dy);
GPtrArray *scr_map_canvas_list_selected (ScrMapCanvas *self);
ScrItem *scr_map_canvas_get_current (ScrMapCanvas *self);
gboolean scr_map_canvas_focus_card (ScrMapCanvas *self, const char *id);
guint scr_map_canvas_get_n_faces (ScrMapCanvas *self);
GtkWidget *scr_map_canvas_get_face (ScrMapCanvas *self, const char *id);

G_END_DECLS
