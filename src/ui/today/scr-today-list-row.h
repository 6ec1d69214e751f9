/* ScrTodayListRow - one thing that needs attention: symbol or date tile, title, dim line, state pill.
 *
 * A row of a list box that shows a ScrTodayRow of the model; activating it is the list's business. Main
 * thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-today.h"

G_BEGIN_DECLS

/* How a list's rows look. */
typedef enum
{
  SCR_TODAY_LOOK_NEED,    /* symbol in a disc, bold title, pill */
  SCR_TODAY_LOOK_MEETING, /* tile with the day, bold title, pill */
  SCR_TODAY_LOOK_SMALL,   /* bare symbol, plain title */
} ScrTodayLook;

#define SCR_TYPE_TODAY_LIST_ROW (scr_today_list_row_get_type ())
G_DECLARE_FINAL_TYPE (ScrTodayListRow, scr_today_list_row, SCR, TODAY_LIST_ROW, GtkListBoxRow)

GtkWidget *scr_today_list_row_new (const ScrTodayRow *row, ScrTodayLook look);
ScrItem *scr_today_list_row_get_item (ScrTodayListRow *self);
gboolean scr_today_list_row_shows (ScrTodayListRow *self, const ScrTodayRow *row);
void scr_today_list_row_set_compact (ScrTodayListRow *self, gboolean compact);

GtkWidget *scr_today_more_row_new (const char *text, const char *icon, int indent);

G_END_DECLS
