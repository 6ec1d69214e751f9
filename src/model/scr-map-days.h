/* The days on which something on the map changes, each with a few words: the marks of the date slider.
 *
 * Where it comes from: issue 3, "Through time": launches, terms, successions. Plain values made from a
 * source, which is only read. The source's thread.
 *
 * Always holds: days ascend, and each comes once; a thing changes on its first day, and on the day from which
 * it is no more, as the map shows it (scr-map.h).
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

/* What is most worth a label, where there is room for few. */
typedef enum
{
  SCR_MAP_DAY_ARRANGEMENT, /* published, in force, ended */
  SCR_MAP_DAY_SUCCESSION,  /* one organisation or group follows another */
  SCR_MAP_DAY_CARD,        /* an organisation or group begins or ends */
  SCR_MAP_DAY_TERM,        /* a term begins or ends */
  SCR_MAP_DAY_LINK,        /* links begin or end */
  SCR_MAP_DAY_N_SORTS,
} ScrMapDaySort;

typedef struct
{
  char *day;
  ScrMapDaySort sort; /* the weightiest of what changes */
  char *label;        /* "Bexley begins"; of what is weightiest alone */
  char *detail;       /* everything that changes, a line each */
  guint n_changes;
} ScrMapDay;

GPtrArray *scr_map_days_new (const ScrLanguage *language, ScrSource *source, const char *partnership);
void scr_map_day_free (ScrMapDay *self);

G_END_DECLS
