/* What the files of ScrGaps share. Private to model/. */
#pragma once

#include "scr-format.h"
#include "scr-gap-rules.h"
#include "scr-gaps.h"

G_BEGIN_DECLS

/* What is on the map, read once, and what the rules look up in it. */
typedef struct
{
  ScrGaps *gaps;
  const ScrLanguage *language;
  ScrSource *source;
  const char *day;
  gboolean with_words; /* not for counting */
  GPtrArray *partnerships;
  GPtrArray *organisations;
  GPtrArray *groups;
  GPtrArray *appointments;
  GPtrArray *chairs; /* memberships of those who chair */
  GPtrArray *links;  /* those that a rule looks at */
  GPtrArray *arrangements;
  GHashTable *by_id;    /* identity to ScrItem, of all of these that can be a card */
  GHashTable *leads;    /* "organisation/partnership" to how many lead there on the day */
  GHashTable *begun;    /* partnership to whether one of its arrangements is in force on the day */
  GHashTable *chaired;  /* identities of the groups that somebody chairs on the day */
  GHashTable *by_about; /* "rule/about" to the gaps found (element-type ScrGapFound) (borrowed) */
} ScrGapsMaker;

/* scr-gaps-facts.c */
void scr_gaps_read (ScrGapsMaker *maker);
void scr_gaps_forget (ScrGapsMaker *maker);
gboolean scr_gaps_is_in_force (ScrGapsMaker *maker, ScrItem *item);
gboolean scr_gaps_is_card_in_force (ScrGapsMaker *maker, const char *id);
ScrItem *scr_gaps_get_card (ScrGapsMaker *maker, const char *id, const char *kind);
gboolean scr_gaps_is_of (const char *partnership, const char *other);
gboolean scr_gaps_has_role (ScrItem *appointment, const char *const *roles);
gboolean scr_gaps_is_lead (ScrItem *appointment);
gboolean scr_gaps_is_scrutineer (ScrItem *appointment);
char *scr_gaps_make_key (const char *first, const char *second);
gboolean scr_gaps_has_begun (ScrGapsMaker *maker, const char *partnership);
guint scr_gaps_count_leads (ScrGapsMaker *maker, const char *organisation, const char *partnership);

/* scr-gaps.c */
ScrGapFound *scr_gaps_add (ScrGapsMaker *maker, const char *rule, ScrItem *about, const char *partnership);
void scr_gaps_tell (ScrGapsMaker *maker, ScrGapFound *found, const char *title, ScrItem *named, char *detail)
    G_GNUC_PRINTF (3, 0);
char *scr_gaps_day (ScrGapsMaker *maker, const char *day);

/* The rules, with what they need: scr-gaps-links.c, scr-gaps-people.c, scr-gaps-rest.c */
void scr_gaps_add_links (ScrGapsMaker *maker);
void scr_gaps_add_receivers (ScrGapsMaker *maker);
void scr_gaps_add_leads (ScrGapsMaker *maker);
void scr_gaps_add_chairs (ScrGapsMaker *maker);
void scr_gaps_add_terms (ScrGapsMaker *maker);
void scr_gaps_add_same_person (ScrGapsMaker *maker);
void scr_gaps_add_freedom (ScrGapsMaker *maker);
void scr_gaps_add_refused (ScrGapsMaker *maker);
void scr_gaps_add_never_attended (ScrGapsMaker *maker);
void scr_gaps_add_reviews (ScrGapsMaker *maker);
void scr_gaps_add_unpublished (ScrGapsMaker *maker);

G_END_DECLS
