/* ScrBalance - what the recorded answers speak of. See the header. */
#include "scr-balance.h"

/* Of every so many answers, one at least should speak of the difference made. */
#define FAIR_SHARE 5

/**
 * scr_balance_add:
 * @self: a balance
 * @about: (nullable): identity of a choice of the list "question-about"
 *
 * Counts one answer. What speaks of none of the three counts as other, and not in the total.
 */
void
scr_balance_add (ScrBalance *self, const char *about)
{
  if (g_strcmp0 (about, "question-about.how-much") == 0)
    self->how_much++;
  else if (g_strcmp0 (about, "question-about.how-well") == 0)
    self->how_well++;
  else if (g_strcmp0 (about, "question-about.difference") == 0)
    self->difference++;
  else
    self->other++;
}

/**
 * scr_balance_get_total:
 * @self: a balance
 *
 * Returns: how many answers speak of one of the three
 */
guint
scr_balance_get_total (const ScrBalance *self)
{
  return self->how_much + self->how_well + self->difference;
}

/**
 * scr_balance_get_verdict:
 * @self: a balance
 *
 * Returns: whether enough is known of the difference made
 */
ScrBalanceVerdict
scr_balance_get_verdict (const ScrBalance *self)
{
  guint total = scr_balance_get_total (self);

  if (total == 0)
    return SCR_BALANCE_NOTHING;
  if (self->difference == 0)
    return SCR_BALANCE_NO_DIFFERENCE;
  return self->difference * FAIR_SHARE < total ? SCR_BALANCE_LITTLE : SCR_BALANCE_SOUND;
}
