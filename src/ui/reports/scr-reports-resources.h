/* The templates of ui/reports/, registered once however many of its classes are used. Main thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void scr_reports_ensure_resources (void);

G_END_DECLS
