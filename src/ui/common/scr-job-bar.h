/* ScrJobBar - how far long work in the background has come, with Cancel.
 *
 * One job at a time; it owns the job's GCancellable while it runs. Hidden when nothing runs. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_JOB_BAR (scr_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (ScrJobBar, scr_job_bar, SCR, JOB_BAR, GtkWidget)

GtkWidget *scr_job_bar_new (void);
GCancellable *scr_job_bar_begin (ScrJobBar *self, const char *title);
gboolean scr_job_bar_is_busy (ScrJobBar *self);
gboolean scr_job_bar_may_leave (ScrJobBar *self);
void scr_job_bar_set_progress (ScrJobBar *self, double fraction, const char *detail);
void scr_job_bar_cancel (ScrJobBar *self);
void scr_job_bar_finish (ScrJobBar *self);

G_END_DECLS
