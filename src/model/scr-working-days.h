/* ScrHolidays - which days are holidays in which nation; and counting in working days with them.
 *
 * A value, counted by reference: built once from the record's holidays (they are data, never constants in
 * code), then only read, by any thread. A working day is Monday to Friday and no holiday of the nation. A day
 * is "YYYY-MM-DD". Everywhere, NULL holidays or a NULL nation mean that only week-ends are free.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _ScrHolidays ScrHolidays;

#define SCR_TYPE_HOLIDAYS (scr_holidays_get_type ())
GType scr_holidays_get_type (void);

ScrHolidays *scr_holidays_new (void);
ScrHolidays *scr_holidays_ref (ScrHolidays *self);
void scr_holidays_unref (ScrHolidays *self);

gboolean scr_holidays_add (ScrHolidays *self, const char *nation, const char *day, const char *name);
const char *scr_holidays_get_name (const ScrHolidays *self, const char *nation, const char *day);
char *scr_holidays_dup_last_day (const ScrHolidays *self, const char *nation);

gboolean scr_working_days_is_working (const ScrHolidays *holidays, const char *nation, const char *day);
char *scr_working_days_next (const ScrHolidays *holidays, const char *nation, const char *day);
char *scr_working_days_add (const ScrHolidays *holidays, const char *nation, const char *day, int n);
int
scr_working_days_between (const ScrHolidays *holidays, const char *nation, const char *from, const char *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrHolidays, scr_holidays_unref)

G_END_DECLS
