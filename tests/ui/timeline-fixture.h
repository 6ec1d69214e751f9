/* A timeline's canvas alone in a window that fills the screen, what it told, and a person's hands: xdotool
 * presses, the main loop runs meanwhile. Needs tools/with-display --wm.
 *
 * Lanes: "board" with "a" (held, 20 days ago), "b" (in a week) and "d" (in 30 days); "hub" with "c" (in 20
 * days, for three days) and six at once in 60 days, "g0" to "g5"; "rest", into which nothing may be moved,
 * with a term that has no end.
 */
#pragma once

#include "ui-support.h"

#include "scr-timeline-canvas.h"
#include "table-source.h"

#define TODAY 737222 /* 12 June 2019 */

typedef struct
{
  TestTableSource *table;
  GtkWidget *window;
  ScrTimelineCanvas *canvas;
  guint n_moved;
  guint lane;
  int first;
  int last;
  guint n_created;
  ScrTimelinePlace created;
  char *opened; /* (nullable) */
  guint n_menus;
  guint n_deleted;
  guint n_rescheduled;
} TimelineFixture;

void timeline_act_at (double x, double y, const char *words);

TimelineFixture *timeline_fixture_new (void);
void timeline_fixture_free (TimelineFixture *self);
void timeline_fixture_find (TimelineFixture *self, GtkWidget *chip, GdkRectangle *area);
double timeline_fixture_get_x (TimelineFixture *self, double day);
const char *timeline_fixture_get_selected (TimelineFixture *self);
