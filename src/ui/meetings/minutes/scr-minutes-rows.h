/* Small parts that minutes and scrutiny at a meeting are made of: rows with a symbol, bars of buttons that
 * wrap, a heading with a pill. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void scr_minutes_rows_ensure (void);
GtkWidget *scr_minutes_rows_new (const char *name);
void scr_minutes_rows_clear (GtkWidget *list);
int scr_minutes_rows_get_focused (GtkWidget *list);
void scr_minutes_rows_focus (GtkWidget *list, int index);
GtkWidget *scr_minutes_row_new (const char *icon, const char *title, const char *subtitle);
GtkWidget *scr_minutes_button_bar_new (void);
void scr_minutes_button_bar_add (GtkWidget *bar, GtkWidget *button);
GtkWidget *scr_minutes_adder_new (const char *label);
GtkWidget *scr_minutes_heading_new (GtkWidget **title);

G_END_DECLS
