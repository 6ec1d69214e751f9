/* ScrDues - how far off a day is: counted in working days, told in words and as a tone of pills.
 *
 * A value that is made from a record when something is to be shown, and read then: it has the record's today,
 * the nation whose bank holidays count, and those. It writes nothing. The source's thread.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"
#include "scr-working-days.h"

G_BEGIN_DECLS

/* How far ahead a deadline needs attention, in working days. */
#define SCR_DUE_SOON 2

typedef struct
{
  char *today; /* the record's own */
  char *nation;
  ScrHolidays *holidays;
} ScrDues;

ScrDues *scr_dues_new (ScrSource *source);
void scr_dues_free (ScrDues *self);

int scr_dues_count_left (const ScrDues *self, const char *due);
const char *scr_dues_get_holiday (const ScrDues *self, const char *day);

char *scr_due_dup_words (const ScrLanguage *language, int left);
const char *scr_due_get_tone (int left);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrDues, scr_dues_free)

G_END_DECLS
