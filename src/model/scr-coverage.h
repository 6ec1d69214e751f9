/* ScrCoverage - how often, and when, the scrutineer was at each group within a programme year, up to a day.
 *
 * Where it comes from: issue 3, "Coverage overlay"; product.md, "Map" ("where the scrutineer has been this
 * year"). A plain value that reads a source and writes nothing. The source's thread.
 *
 * Always holds: no meeting counts twice for a group, however many scrutineers were there and whatever
 * activity was done there; occasions are in the order of their days.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef struct
{
  ScrItem *item; /* a meeting, or an activity that was done outside one */
  char *day;
  char *title;
} ScrOccasion;

typedef struct
{
  ScrItem *group;
  char *from;           /* first day counted: of the programme year, or of the last 12 months */
  gboolean is_in_force; /* whether the group exists on the day; it may have ended earlier in the year */
  GPtrArray *occasions; /* (element-type ScrOccasion) */
} ScrGroupCoverage;

typedef struct
{
  char *day;
  GPtrArray *groups; /* (element-type ScrGroupCoverage): that exist or existed between `from` and `day` */
  GPtrArray *never;  /* (element-type ScrGroupCoverage) (borrowed): in force, and the scrutineer was never there */
  GHashTable *by_id; /* group's identity to ScrGroupCoverage (borrowed) */
} ScrCoverage;

ScrCoverage *
scr_coverage_new (const ScrLanguage *language, ScrSource *source, const char *partnership, const char *day);
void scr_coverage_free (ScrCoverage *self);
const ScrGroupCoverage *scr_coverage_find (const ScrCoverage *self, const char *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrCoverage, scr_coverage_free)

G_END_DECLS
