/* ScrTodayList - one part of the Today view: a boxed list of what needs attention, and a way to the rest.
 *
 * Shows no more than "limit" rows and says how many more there are. Keeps the keyboard's place when its rows
 * change: on the same thing if it is still there, or else on its neighbour. Main thread.
 * Signals: "opened" (ScrItem *): a row was activated;
 *          "more": the last row, which tells of more, was activated; unless somebody handles it by returning
 * TRUE, the list shows more.
 */
#pragma once

#include "scr-today-list-row.h"

G_BEGIN_DECLS

#define SCR_TYPE_TODAY_LIST (scr_today_list_get_type ())
G_DECLARE_FINAL_TYPE (ScrTodayList, scr_today_list, SCR, TODAY_LIST, GtkWidget)

/* Says how many more there are. */
typedef char *(*ScrTodayMoreFunc) (guint more);

void scr_today_list_set_up (ScrTodayList *self,
                            const char *name,
                            ScrTodayLook look,
                            guint limit,
                            ScrTodayMoreFunc describe_more);
void scr_today_list_show (ScrTodayList *self, GPtrArray *rows);
void scr_today_list_set_compact (ScrTodayList *self, gboolean compact);
guint scr_today_list_get_n_rows (ScrTodayList *self);

G_END_DECLS
