/* ScrMapScene - where everything of a map lies: the boxes of its cards, the ways of its links, what is at a
 * place.
 *
 * Owns its map. Boxes are in px of the map (zoom 1). Ways are found when they are first asked for, so that
 * opening a large map costs what is visible of it. Main thread.
 */
#pragma once

#include "scr-map.h"
#include "scr-route.h"

G_BEGIN_DECLS

typedef struct _ScrMapScene ScrMapScene;

ScrMapScene *scr_map_scene_new (ScrMap *map, const double *widths, double height);
void scr_map_scene_free (ScrMapScene *self);

ScrMap *scr_map_scene_get_map (const ScrMapScene *self);
const ScrBox *scr_map_scene_get_box (const ScrMapScene *self, guint card);
void scr_map_scene_set_sizes (ScrMapScene *self, const double *widths, double height);
const ScrRoute *scr_map_scene_get_route (ScrMapScene *self, guint link);
void scr_map_scene_get_bounds (const ScrMapScene *self, ScrBox *bounds);

void scr_map_scene_move (ScrMapScene *self, guint card, double x, double y);
void scr_map_scene_settle (ScrMapScene *self);

void scr_map_scene_list_cards (ScrMapScene *self, const ScrBox *within, GArray *cards);
int scr_map_scene_find_card_at (const ScrMapScene *self, double x, double y);
int scr_map_scene_find_link_at (ScrMapScene *self, double x, double y, double reach, const ScrBox *within);
gboolean scr_map_scene_is_link_within (ScrMapScene *self, guint link, const ScrBox *within);
int scr_map_scene_step (const ScrMapScene *self, guint card, ScrDirection direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrMapScene, scr_map_scene_free)

G_END_DECLS
