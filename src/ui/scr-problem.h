/* What a person is told of an error: what happened, what is safe, what to do. Pure words; any thread. */
#pragma once

#include "scr-error.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;  /* translated */
  const char *advice; /* translated: what is safe and what to do */
  const char *icon;
} ScrProblem;

void scr_problem_of_opening (const GError *error, gboolean known, ScrProblem *problem);
void scr_problem_of_change (const GError *error, ScrProblem *problem);

G_END_DECLS
