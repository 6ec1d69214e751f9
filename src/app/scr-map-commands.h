/* Commands on the map: where cards stand, new cards and links. Each is one labelled change, as in scr-commands.h.
 * Main thread, with the thread's own store.
 */
#pragma once

#include "scr-store.h"

G_BEGIN_DECLS

/* A card and where it is to stand: its middle, px at 100 %, as scr_map_take_places() reads it. */
typedef struct
{
  const char *card;
  double x;
  double y;
} ScrCardPlace;

typedef enum
{
  SCR_PLACE_MOVE, /* by a person */
  SCR_PLACE_TIDY,
} ScrPlaceReason;

gboolean scr_command_place_cards (ScrStore *store,
                                  const char *partnership,
                                  const char *layout,
                                  const ScrCardPlace *places,
                                  guint n_places,
                                  ScrPlaceReason reason,
                                  GError **error);
ScrItem *scr_command_link_cards (ScrStore *store,
                                 ScrItem *from,
                                 ScrItem *to,
                                 const char *kind,
                                 const char *partnership,
                                 const char *day,
                                 GError **error);
ScrItem *scr_command_add_card (ScrStore *store,
                               const char *kind,
                               const char *title,
                               const char *partnership,
                               const char *layout,
                               double x,
                               double y,
                               GError **error);

G_END_DECLS
