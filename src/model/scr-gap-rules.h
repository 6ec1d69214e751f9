/* The rules that find gaps in who answers to whom, one function each, over plain values.
 *
 * Where they come from: issue 3, "Gaps"; product.md, "Map"; coverage.md, rows 1, 6, 7, 8, 12, 18 and 24. What
 * a rule needs is gathered by scr-gaps-*.c. Pure functions; any thread. Days are never empty unless said so;
 * a last day is still part of what it ends.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Identities of the choices in the list "gap-rule". */
#define SCR_GAP_MISSING_LINK "gap-rule.missing-link"
#define SCR_GAP_PARTIAL_LINK "gap-rule.partial-link"
#define SCR_GAP_REPORT_RECEIVER "gap-rule.report-receiver"
#define SCR_GAP_CONCERN_RECEIVER "gap-rule.concern-receiver"
#define SCR_GAP_NO_LEAD "gap-rule.no-lead"
#define SCR_GAP_NO_CHAIR "gap-rule.no-chair"
#define SCR_GAP_TERM_ENDED "gap-rule.term-ended"
#define SCR_GAP_SAME_PERSON "gap-rule.same-person"
#define SCR_GAP_NO_FREEDOM "gap-rule.no-freedom"
#define SCR_GAP_ACCESS_REFUSED "gap-rule.access-refused"
#define SCR_GAP_NEVER_ATTENDED "gap-rule.never-attended"
#define SCR_GAP_BRIEF_REVIEW "gap-rule.brief-review"
#define SCR_GAP_NOT_PUBLISHED "gap-rule.not-published"

/* How many days before its end a term without a successor is a gap. */
#define SCR_GAP_TERM_DAYS 90
/* How many days a year, a group and a scrutineer must have had together before "never" means something. */
#define SCR_GAP_NEVER_DAYS 90

/* What a rule says. */
typedef enum
{
  SCR_GAP_NONE,
  SCR_GAP_EARLY, /* not yet a gap by itself; but what a person noted of it still stands */
  SCR_GAP_FOUND,
} ScrGapFinding;

/* One time that somebody held a role. */
typedef struct
{
  const char *role;  /* (nullable): a choice */
  const char *from;  /* (nullable) */
  const char *until; /* (nullable) */
} ScrGapTerm;

const char *scr_gap_rule_link (const char *state, gboolean in_force);
GStrv scr_gap_rule_receiver (const char *tiers, const char *const *reached);
gboolean scr_gap_rule_begun (const char *state, const char *effective, const char *ended, const char *day);
gboolean scr_gap_rule_lead (gboolean statutory, gboolean in_force, guint n_leads);
gboolean scr_gap_rule_chair (const char *group_kind, gboolean in_force, guint n_chairs);
gboolean scr_gap_rule_term (const char *until, gboolean has_successor, gboolean role_ended, const char *day);
gboolean scr_gap_rule_same_person (const ScrGapTerm *before,
                                   const ScrGapTerm *now,
                                   gboolean succeeds,
                                   const char *day);
gboolean scr_gap_rule_freedom (gboolean in_office, gboolean freedom_to_roam);
gboolean scr_gap_rule_refused (gboolean in_office,
                               const char *result,
                               const char *refused,
                               const char *opened,
                               const char *day);
gboolean scr_gap_rule_never_attended (guint occasions,
                                      const char *year_from,
                                      const char *group_from,
                                      const char *scrutineer_from,
                                      const char *day);
gboolean scr_gap_rule_review (const char *state, const char *review, gboolean replaced, const char *day);
ScrGapFinding scr_gap_rule_published (const char *state,
                                      const char *due,
                                      const char *published,
                                      const char *ended,
                                      const char *day);

G_END_DECLS
