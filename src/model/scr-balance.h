/* ScrBalance - how much of what was recorded speaks of activity, of quality, and of the difference made.
 *
 * The aim of scrutiny is impact rather than process (learning example, "Background, aims and objectives"; the
 * three questions of its conclusion). A plain value; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint how_much;
  guint how_well;
  guint difference;
  guint other;
} ScrBalance;

typedef enum
{
  SCR_BALANCE_NOTHING,       /* nothing is recorded */
  SCR_BALANCE_NO_DIFFERENCE, /* something is, but nothing speaks of the difference made */
  SCR_BALANCE_LITTLE,        /* less than one in five speaks of it */
  SCR_BALANCE_SOUND,
} ScrBalanceVerdict;

void scr_balance_add (ScrBalance *self, const char *about);
guint scr_balance_get_total (const ScrBalance *self);
ScrBalanceVerdict scr_balance_get_verdict (const ScrBalance *self);

G_END_DECLS
