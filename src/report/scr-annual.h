/* The annual scrutiny report, section by section. Private to report/.
 *
 * What is empty is said to be empty. Every function adds one section to the document; the headings number
 * themselves.
 */
#pragma once

#include "scr-balance.h"
#include "scr-document.h"
#include "scr-format.h"
#include "scr-report.h"

G_BEGIN_DECLS

typedef struct
{
  ScrDocument *document;
  ScrSource *source;
  const ScrReportOptions *options;
  const ScrLanguage *language;
  const char *partnership; /* (nullable) */
  char *from;              /* first day of the period */
  char *until;             /* last day of the period */
} ScrAnnual;

void scr_annual_add_summary (ScrAnnual *self);
void scr_annual_add_arrangements (ScrAnnual *self);
void scr_annual_add_scrutineer (ScrAnnual *self);
void scr_annual_add_activities (ScrAnnual *self);
void scr_annual_add_attendance (ScrAnnual *self);
void scr_annual_add_findings (ScrAnnual *self);
void scr_annual_add_difference (ScrAnnual *self);
void scr_annual_add_challenges (ScrAnnual *self);
void scr_annual_add_disputes (ScrAnnual *self);
void scr_annual_add_gaps (ScrAnnual *self);
void scr_annual_add_ahead (ScrAnnual *self);

/* What the sections share: scr-annual-common.c */
GPtrArray *scr_annual_list (ScrAnnual *self, const char *kind, const char *order);
GPtrArray *scr_annual_list_in_period (ScrAnnual *self, const char *kind, const char *day_field);
gboolean scr_annual_is_in_period (ScrAnnual *self, const char *day);
char *scr_annual_text (ScrAnnual *self, ScrItem *item, const char *field);
char *scr_annual_period (ScrAnnual *self);
void scr_annual_add_fact (ScrAnnual *self, const char *label, ScrItem *item, const char *field);
void scr_annual_add_nothing (ScrAnnual *self, const char *sentence);
void scr_annual_add_table_cell (ScrAnnual *self, ScrTable *table, ScrItem *item, const char *field);
ScrText *scr_annual_judgement (ScrAnnual *self, ScrItem *answer);
GPtrArray *scr_annual_list_answers (ScrAnnual *self, ScrItem *asking);
void scr_annual_add_measures (ScrAnnual *self, ScrItem *priority);
void scr_annual_add_balance_bar (ScrAnnual *self,
                                 const ScrBalance *balance,
                                 const char *words,
                                 const char *caption);
ScrBalance scr_annual_get_balance (ScrAnnual *self, const char *priority);

G_END_DECLS
