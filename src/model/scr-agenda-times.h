/* Times of an agenda: how long each item takes, and when it begins.
 *
 * A pure rule over plain values, see scr-agenda.h for what it says. Any thread.
 */
#pragma once

#include "scr-agenda.h"

G_BEGIN_DECLS

void scr_agenda_times_set (ScrAgenda *agenda);
char *scr_agenda_times_dup_clock (const char *zone, const char *day, const char *start, int after, int *days);

G_END_DECLS
