/* Long work in a thread, shown in a job bar with progress and Cancel.
 *
 * The function runs in a thread of its own and may touch nothing but its data and what it opens itself; the
 * callback runs in the main thread, also after Cancel (with SCR_ERROR_CANCELLED or G_IO_ERROR_CANCELLED).
 */
#pragma once

#include "scr-job-bar.h"

G_BEGIN_DECLS

typedef struct _ScrJob ScrJob;

typedef gboolean (*ScrJobFunc) (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error);
typedef void (*ScrJobDone) (gboolean ok, const GError *error, gpointer user_data);

gboolean scr_job_run (ScrJobBar *bar,
                      const char *title,
                      ScrJobFunc func,
                      gpointer data,
                      GDestroyNotify free_data,
                      ScrJobDone done,
                      gpointer user_data);
void scr_job_report (double fraction, gpointer job);

G_END_DECLS
