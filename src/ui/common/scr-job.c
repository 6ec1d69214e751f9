/* Long work in a thread. See the header. */
#include "config.h"

#include "scr-job.h"

#define POLL_MILLISECONDS 100

struct _ScrJob
{
  ScrJobBar *bar; /* (nullable) */
  ScrJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  ScrJobDone done;
  gpointer user_data;
  int permille; /* written by the thread, read by the main thread; -1: not known */
  guint poll;
};

static void
scr_job_free (ScrJob *self)
{
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_object (&self->bar);
  if (self->free_data)
    self->free_data (self->data);
  g_free (self);
}

static gboolean
show_progress (gpointer user_data)
{
  ScrJob *self = user_data;

  scr_job_bar_set_progress (self->bar, g_atomic_int_get (&self->permille) / 1000.0, NULL);
  return G_SOURCE_CONTINUE;
}

static void
run (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ScrJob *self = task_data;
  GError *error = NULL;

  if (self->func (self, self->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ScrJob *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_handle_id (&self->poll, g_source_remove);
  if (self->bar != NULL)
    scr_job_bar_finish (self->bar);
  if (self->done)
    self->done (ok, error, self->user_data);
}

/**
 * scr_job_run:
 * @bar: (nullable): where progress is shown
 * @title: what is being done, translated
 * @func: the work, in a thread
 * @data: for @func
 * @free_data: (nullable): frees @data
 * @done: (nullable): called in the main thread when it is over
 * @user_data: for @done
 *
 * Returns: %FALSE if another job still runs there; nothing was begun then
 */
gboolean
scr_job_run (ScrJobBar *bar,
             const char *title,
             ScrJobFunc func,
             gpointer data,
             GDestroyNotify free_data,
             ScrJobDone done,
             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  ScrJob *self;

  if (bar != NULL && scr_job_bar_is_busy (bar))
    {
      if (free_data)
        free_data (data);
      return FALSE;
    }
  self = g_new0 (ScrJob, 1);
  *self = (ScrJob) {.bar = bar != NULL ? g_object_ref (bar) : NULL,
                    .func = func,
                    .data = data,
                    .free_data = free_data,
                    .done = done,
                    .user_data = user_data,
                    .permille = -1};
  if (bar != NULL)
    {
      cancellable = scr_job_bar_begin (bar, title);
      self->poll = g_timeout_add (POLL_MILLISECONDS, show_progress, self);
    }
  task = g_task_new (NULL, cancellable, on_done, NULL);
  /* What the work itself says of being cancelled counts: it may have come to its end in time. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, (GDestroyNotify)scr_job_free);
  g_task_run_in_thread (task, run);
  return TRUE;
}

/**
 * scr_job_report:
 * @fraction: how much is done, from 0 to 1
 * @job: the job, as its function got it
 *
 * Fits where a #ScrProgressFunc is asked for. Any thread.
 */
void
scr_job_report (double fraction, gpointer job)
{
  ScrJob *self = job;

  g_atomic_int_set (&self->permille, (int)(fraction * 1000));
}
