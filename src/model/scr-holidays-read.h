/* A record's holidays and its nation, read from a source. The source's thread. */
#pragma once

#include "scr-source.h"
#include "scr-working-days.h"

G_BEGIN_DECLS

ScrHolidays *scr_holidays_read (ScrSource *source);
char *scr_holidays_dup_nation (ScrSource *source);

G_END_DECLS
