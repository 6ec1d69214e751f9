/* One side of ScrTerms: what is known of a partnership on a day, read once. Private to model/. */
#pragma once

#include "scr-terms.h"

G_BEGIN_DECLS

typedef struct
{
  ScrSource *source; /* borrowed, as the next two */
  const char *partnership;
  const char *day;
  ScrItem *arrangement;   /* (nullable): the one in force on the day, or else the next, or else the last */
  ScrItem *brief;         /* (nullable): the one that counts on the day */
  GPtrArray *scrutineers; /* (element-type ScrItem): appointments whose term is not over on the day */
  GPtrArray *substitutes; /* (element-type ScrItem) */
  GPtrArray *leads;       /* (element-type ScrItem) */
  GPtrArray *chairs;      /* (element-type ScrItem) */
  GPtrArray *groups;      /* (element-type ScrItem): that are not over on the day */
} ScrTermsParty;

ScrTermsParty *scr_terms_party_new (ScrSource *source, const ScrTermsSide *side);
void scr_terms_party_free (ScrTermsParty *self);
GPtrArray *scr_terms_party_list (const ScrTermsParty *self, const char *kind);

G_END_DECLS
