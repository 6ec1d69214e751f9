/* What the files of ScrMap share. Private to model/. */
#pragma once

#include "scr-map.h"

G_BEGIN_DECLS

typedef struct
{
  const ScrLanguage *language;
  ScrSource *source;
  const ScrMapQuery *query;
  ScrMap *map;
  GHashTable *own;    /* identities of what belongs to the partnership */
  GHashTable *shared; /* identity to ScrItem: what belongs to none, so to all */
} ScrMapMaker;

void scr_map_narrow (ScrMap *map, const ScrMapQuery *query);

G_END_DECLS
