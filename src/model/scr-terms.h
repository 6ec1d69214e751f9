/* ScrTerms - the terms of several partnerships on their days, side by side: how the scrutineer was appointed,
 * for how long, with what rights, who arbitrates, when the arrangement began, what groups there are.
 *
 * What the table of differences on screen and the comparison report show alike. Every text comes from the
 * record: from arrangements, briefs with their purposes, functions and rights, appointments, policies and
 * groups. A plain value that reads a source and writes nothing. The source's thread.
 *
 * Always holds: every row has a text for every side, "" where nothing is recorded; at least one is not empty.
 */
#pragma once

#include "scr-map-compare.h"

G_BEGIN_DECLS

typedef struct
{
  const char *partnership; /* identity */
  const char *day;
} ScrTermsSide;

typedef struct
{
  char *section; /* "The brief": rows of a section stand together */
  char *label;   /* "Days a year" */
  GStrv texts;   /* one for each side, of one or several lines */
} ScrTermsRow;

typedef struct
{
  guint n_sides;
  GPtrArray *rows; /* (element-type ScrTermsRow) */
} ScrTerms;

ScrTerms *
scr_terms_new (const ScrLanguage *language, ScrSource *source, const ScrTermsSide *sides, guint n_sides);
void scr_terms_free (ScrTerms *self);
ScrSameness scr_terms_row_compare (const ScrTermsRow *row, guint left, guint right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrTerms, scr_terms_free)

G_END_DECLS
