/* ScrMonthDay - one day of the month's grid: its number, the holiday's name, dots for what it holds where
 * there is no room for chips, and a button that makes a meeting on it.
 *
 * The chips lie above it and are its grid's. Can have the keyboard; its name tells assistive technology the
 * whole day, whether it is today, the holiday and how much it holds. Main thread. Signal: "create" ().
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_MONTH_DAY (scr_month_day_get_type ())
G_DECLARE_FINAL_TYPE (ScrMonthDay, scr_month_day, SCR, MONTH_DAY, GtkWidget)

/* What a day shows. */
typedef struct
{
  int day;
  const char *holiday; /* (nullable) */
  gboolean is_outside; /* of a neighbouring month */
  gboolean is_today;
  gboolean is_editable; /* meetings can be made */
  gboolean is_narrow;   /* dots stand for chips */
  guint n_entries;
} ScrMonthDayState;

GtkWidget *scr_month_day_new (void);
void scr_month_day_set (ScrMonthDay *self, const ScrMonthDayState *state);
int scr_month_day_get_day (ScrMonthDay *self);
int scr_month_day_get_head_height (ScrMonthDay *self);
const char *scr_month_day_get_name (ScrMonthDay *self);
void scr_month_day_set_class (ScrMonthDay *self, const char *css_class, gboolean on);

G_END_DECLS
