/* The day of a meeting as a tile: weekday, number, month. Screen readers hear the day from what stands beside
 * it. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *scr_date_tile_new (const char *day);
void scr_date_tile_set (GtkWidget *tile, const char *day);

G_END_DECLS
