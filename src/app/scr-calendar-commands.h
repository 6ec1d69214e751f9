/* Calendars in: writing the chosen part of a plan into the record, and telling in words what a plan holds.
 *
 * An import is one labelled change, which is undone whole. On failure nothing is altered and the error says
 * why in a plain sentence. Reading a file, planning and writing may be done in a thread with a store of its
 * own; the store that the window shows takes over what was written (scr-store-worker.h).
 */
#pragma once

#include "scr-calendar-plan.h"
#include "scr-csv.h"
#include "scr-language.h"
#include "scr-store.h"

G_BEGIN_DECLS

/* Where new meetings go. Strings are borrowed. */
typedef struct
{
  gboolean guess_group;    /* by title and category; `group` where nothing is found */
  const char *group;       /* (nullable) */
  const char *partnership; /* (nullable): where a meeting's group does not say it */
} ScrCalendarTarget;

ScrCalendarPlan *scr_calendar_plan_file (const char *record,
                                         GFile *file,
                                         ScrProgressFunc progress,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error);
ScrChange *scr_command_import_calendar_in_worker (const char *record,
                                                  const char *author,
                                                  const ScrCalendarPlan *plan,
                                                  const ScrCalendarTarget *target,
                                                  const char *name,
                                                  guint *n_imported,
                                                  GCancellable *cancellable,
                                                  GError **error);
gboolean scr_command_import_calendar (ScrStore *store,
                                      const ScrCalendarPlan *plan,
                                      const ScrCalendarTarget *target,
                                      const char *name,
                                      guint *n_imported,
                                      GError **error);

/* In words: scr-calendar-words.c */
char *scr_calendar_dup_when (const ScrPlanEntry *entry, gboolean before);
char *scr_calendar_dup_change (ScrSource *source, const ScrPlanEntry *entry, ScrPlanField field);
char *scr_calendar_dup_summary (const ScrCalendarPlan *plan);
char *scr_calendar_dup_left_out (const ScrCalendarPlan *plan);
char *scr_calendar_dup_problem (const ScrCalendarProblem *problem);
const char *scr_plan_sort_get_label (ScrPlanSort sort);

G_END_DECLS
