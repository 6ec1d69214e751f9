/* ScrMonthGrid - a month of days to look at and to work on: each day with its chips, what lasts several days
 * across them, and "+3" where there is no room.
 *
 * Shows the ScrTimeline it is given and writes nothing: what a person does is told by signals, and whoever
 * holds the grid makes changes of it and gives it the new timeline. Another month is shown empty until, on
 * "viewed", the holder gives its timeline. What goes on for a month and longer says nothing of most days: it
 * is shown where it begins and where it ends (scr_month_grid_list_long() has all of it). One stop for Tab
 * from outside; within, Tab goes from the day through its chips, and arrows go from day to day. Where it is
 * narrow, dots stand for the chips. Main thread. Signals: "viewed" (): other days are seen "day-changed" ():
 * the keyboard or the pointer chose another day "selection-changed" () "entry-opened" (ScrItem *):
 * double-click, Enter, or chosen among those of a day "entry-moved" (const ScrTimelineEntry *, int first, int
 * last): dropped, or moved by keys "create-at" (int day) "menu-asked" (const GdkRectangle *where, int day):
 * on the selection, or on an empty place F2 and Delete give the actions "timeline.reschedule" and
 * "timeline.delete" of whoever holds it.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-month.h"
#include "scr-timeline.h"
#include "scr-working-days.h"

G_BEGIN_DECLS

#define SCR_TYPE_MONTH_GRID (scr_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (ScrMonthGrid, scr_month_grid, SCR, MONTH_GRID, GtkWidget)

/**
 * ScrMonthTell:
 * @entry: what is dragged
 * @first: the first day it would have
 * @last: the last; G_MAXINT stays open
 * @lines: (element-type ScrTimelineLine): to be filled by scr_timeline_lines_add()
 * @user_data: what was given with the function
 *
 * Tells what is to be known of a day while something is dragged over it.
 */
typedef void (
    *ScrMonthTell) (const ScrTimelineEntry *entry, int first, int last, GPtrArray *lines, gpointer user_data);

GtkWidget *scr_month_grid_new (void);

/* What it shows */
void scr_month_grid_set_timeline (ScrMonthGrid *self, ScrTimeline *timeline);
const ScrTimeline *scr_month_grid_get_timeline (ScrMonthGrid *self);
void scr_month_grid_set_editable (ScrMonthGrid *self, gboolean editable);
void scr_month_grid_set_narrow (ScrMonthGrid *self, gboolean narrow);
void scr_month_grid_set_holidays (ScrMonthGrid *self, ScrHolidays *holidays, const char *nation);
void scr_month_grid_set_tell (ScrMonthGrid *self, ScrMonthTell tell, gpointer user_data);

/* Which days */
const ScrMonth *scr_month_grid_get_month (ScrMonthGrid *self);
int scr_month_grid_get_day (ScrMonthGrid *self);
void scr_month_grid_show_day (ScrMonthGrid *self, int day);
gboolean scr_month_grid_step (ScrMonthGrid *self, int months);
GArray *scr_month_grid_list_day (ScrMonthGrid *self, int day);
GArray *scr_month_grid_list_long (ScrMonthGrid *self);
gboolean scr_month_grid_is_empty (ScrMonthGrid *self);

/* Selection and keyboard */
void scr_month_grid_select (ScrMonthGrid *self, const char *id);
const ScrTimelineEntry *scr_month_grid_get_selected (ScrMonthGrid *self);
gboolean scr_month_grid_focus_selected (ScrMonthGrid *self);
gboolean scr_month_grid_focus_day (ScrMonthGrid *self);
gboolean scr_month_grid_is_dragging (ScrMonthGrid *self);

/* The same by menu items */
void scr_month_grid_move_selected (ScrMonthGrid *self, int days);
void scr_month_grid_stretch_selected (ScrMonthGrid *self, int days);
void scr_month_grid_open_day (ScrMonthGrid *self, int day);

/* What is seen, for tests and whoever points at it */
GtkWidget *scr_month_grid_get_chip (ScrMonthGrid *self, const char *id);
GtkWidget *scr_month_grid_get_day_widget (ScrMonthGrid *self, int day);
GtkWidget *scr_month_grid_get_more (ScrMonthGrid *self, int day);

G_END_DECLS
