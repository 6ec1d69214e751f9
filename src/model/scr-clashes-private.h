/* What the files of ScrClashes share. Private to model/. */
#pragma once

#include "scr-clashes.h"
#include "scr-working-days.h"

G_BEGIN_DECLS

struct _ScrClashes
{
  const ScrLanguage *language;
  ScrSource *source;
  char *id;
  char *group;
  char *partnership;
  char *meeting;
  char *who;
  gboolean scrutineer;
  ScrHolidays *holidays;
  char *nation;
  char *zone;

  GPtrArray *scrutineers;   /* (element-type ScrItem): appointments */
  GHashTable *memberships;  /* group's identity to GPtrArray of membership */
  GHashTable *attendances;  /* meeting's identity to GPtrArray of attendance */
  GHashTable *appointments; /* identity to ScrItem, or NULL if it is none */
};

/* scr-clashes-people.c */
void scr_clashes_begin_people (ScrClashes *self);
void scr_clashes_end_people (ScrClashes *self);
void scr_clashes_find_people (ScrClashes *self, const ScrClashTime *time, GPtrArray *found);
void scr_clashes_find_outside_term (ScrClashes *self, const char *first, const char *last, GPtrArray *found);

G_END_DECLS
