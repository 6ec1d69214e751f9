/* ScrMapCardFace - a card of the map as a widget: symbol, name, what it is, and pills at its corners.
 *
 * Shows what it is given and knows of no record. Kind is told by shape, symbol and word; phase by outline,
 * paleness and word. Its canvas places it, moves the keyboard to it and acts on it. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-map.h"

G_BEGIN_DECLS

/* A pill at a corner of a card. */
typedef struct
{
  const char *icon; /* a symbolic icon's name */
  char *text;
  const char *tone;
} ScrMapBadge;

ScrMapBadge *scr_map_badge_new (const char *icon, const char *text, const char *tone);
void scr_map_badge_free (ScrMapBadge *self);

#define SCR_TYPE_MAP_CARD_FACE (scr_map_card_face_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapCardFace, scr_map_card_face, SCR, MAP_CARD_FACE, GtkWidget)

GtkWidget *scr_map_card_face_new (void);
void scr_map_card_face_show (ScrMapCardFace *self,
                             const ScrMapCard *card,
                             const ScrMapBadge *top,
                             const ScrMapBadge *bottom);
void scr_map_card_face_set_selected (ScrMapCardFace *self, gboolean selected);
void scr_map_card_face_set_handles (ScrMapCardFace *self, gboolean shown);
void scr_map_card_face_set_dragged (ScrMapCardFace *self, gboolean dragged);
double scr_map_card_face_measure (ScrMapCardFace *self, const ScrMapCard *card);

G_END_DECLS
