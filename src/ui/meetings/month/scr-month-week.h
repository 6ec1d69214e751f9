/* With which day weeks begin where the person lives. Pure; main thread (it asks the process's locale). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int scr_month_get_first_weekday (void);

G_END_DECLS
