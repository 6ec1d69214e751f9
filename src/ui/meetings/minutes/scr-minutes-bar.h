/* ScrMinutesBar - where the minutes of a meeting stand: draft, approved, being corrected; and what can be
 * done next.
 *
 * Approve, correct, discard a correction, look at versions. Main thread. What it shows it is told by
 * scr_minutes_bar_set(), which whoever follows the record calls.
 */
#pragma once

#include "scr-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_MINUTES_BAR (scr_minutes_bar_get_type ())
G_DECLARE_FINAL_TYPE (ScrMinutesBar, scr_minutes_bar, SCR, MINUTES_BAR, GtkBox)

GtkWidget *scr_minutes_bar_new (ScrContext *context);
void scr_minutes_bar_set (ScrMinutesBar *self, ScrItem *meeting);
const char *scr_minutes_bar_get_words (ScrMinutesBar *self);

/* What the buttons do, for menus and keys as well: scr-minutes-dialogs.c */
void scr_minutes_ask_approve (ScrContext *context, GtkWidget *parent, ScrItem *meeting);
void scr_minutes_ask_correct (ScrContext *context, GtkWidget *parent, ScrItem *meeting);
void scr_minutes_ask_discard (ScrContext *context, GtkWidget *parent, ScrItem *meeting);

G_END_DECLS
