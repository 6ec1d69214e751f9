/* The dark label beside what is dragged: where it would land, and what speaks against it. A line of it is an
 * ScrTimelineLine. For whoever shows a timeline. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of the label, beneath the day. */
typedef struct
{
  char *text;
  gboolean is_warning;
} ScrTimelineLine;

GPtrArray *scr_timeline_lines_new (void);
void scr_timeline_lines_add (GPtrArray *lines, const char *text, gboolean is_warning);

GtkWidget *scr_timeline_label_new (void);
void scr_timeline_label_show (GtkWidget *label, const char *day, const char *distance, GPtrArray *lines);
void scr_timeline_label_place (GtkWidget *label, const GdkRectangle *chip, int width, int height);

G_END_DECLS
