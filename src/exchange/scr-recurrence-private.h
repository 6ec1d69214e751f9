/* What the parts of scr-recurrence share: a rule as libical reads it. Private to exchange/. */
#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

gboolean scr_recurrence_parse (const char *text, struct icalrecurrencetype *rule, GError **error);

G_END_DECLS
