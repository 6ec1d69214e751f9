/* ScrReportJob - a report that is made again in the background. See the header. */
#include "config.h"

#include "scr-report-job.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _ScrReportJob
{
  GObject parent_instance;

  char *folder;
  char *file;
  char *previous;
  ScrPdfAccess access; /* of the file */
  guint next_number;
  GCancellable *running; /* (nullable): of the newest request */
};

typedef struct
{
  ScrReportRequest *request;
  char *output;
  ScrPdfAccess access;
} Work;

enum
{
  PROP_0,
  PROP_FILE,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint failed_signal;

G_DEFINE_FINAL_TYPE (ScrReportJob, scr_report_job, G_TYPE_OBJECT)

static void
work_free (gpointer data)
{
  Work *work = data;

  scr_report_request_free (work->request);
  g_free (work->output);
  g_free (work);
}

static void
remove_file (char **path)
{
  if (*path != NULL)
    g_unlink (*path);
  g_clear_pointer (path, g_free);
}

static void
scr_report_job_dispose (GObject *object)
{
  ScrReportJob *self = SCR_REPORT_JOB (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  remove_file (&self->file);
  remove_file (&self->previous);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  G_OBJECT_CLASS (scr_report_job_parent_class)->dispose (object);
}

static void
scr_report_job_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrReportJob *self = SCR_REPORT_JOB (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_string (value, self->file);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->running != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_report_job_class_init (ScrReportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = scr_report_job_dispose;
  object_class->get_property = scr_report_job_get_property;
  properties[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  failed_signal = g_signal_new ("failed", SCR_TYPE_REPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
scr_report_job_init (ScrReportJob *self)
{
}

/**
 * scr_report_job_new:
 *
 * Returns: (transfer full): a job that has not been asked for anything
 */
ScrReportJob *
scr_report_job_new (void)
{
  return g_object_new (SCR_TYPE_REPORT_JOB, NULL);
}

static void
run_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (scr_report_request_run (work->request, work->output, NULL, NULL, cancellable, &error)
      && scr_pdf_access_read (work->output, &work->access, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_file (ScrReportJob *self, const char *output, const ScrPdfAccess *access)
{
  remove_file (&self->previous);
  self->previous = g_steal_pointer (&self->file);
  self->file = g_strdup (output);
  self->access = *access;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
on_work_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ScrReportJob *self = SCR_REPORT_JOB (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean succeeded = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean newest = g_task_get_cancellable (G_TASK (result)) == self->running;

  /* Overtaken, or nobody wants it any more. */
  if (!newest || self->folder == NULL)
    {
      g_unlink (work->output);
      return;
    }
  g_clear_object (&self->running);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (succeeded)
    take_file (self, work->output, &work->access);
  else if (!g_error_matches (error, SCR_ERROR, SCR_ERROR_CANCELLED)
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, failed_signal, 0, error);
}

static gboolean
make_folder (ScrReportJob *self)
{
  g_autoptr (GError) error = NULL;

  if (self->folder == NULL)
    self->folder = g_dir_make_tmp ("scrutiny-XXXXXX", &error);
  if (error != NULL)
    {
      g_autoptr (GError) told = g_error_new (
          SCR_ERROR, SCR_ERROR_FAILED, _ ("There is no room for a temporary file (%s)."), error->message);

      g_signal_emit (self, failed_signal, 0, told);
    }
  return self->folder != NULL;
}

/**
 * scr_report_job_request:
 * @self: a job
 * @request: what is asked for now
 *
 * Begins to make it; what was asked for before is given up.
 */
void
scr_report_job_request (ScrReportJob *self, const ScrReportRequest *request)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = g_strdup_printf ("%u.pdf", self->next_number++);
  Work *work;

  if (!make_folder (self))
    return;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  work = g_new0 (Work, 1);
  work->request = scr_report_request_copy (request);
  work->output = g_build_filename (self->folder, name, NULL);
  task = g_task_new (self, self->running, on_work_done, NULL);
  g_task_set_task_data (task, work, work_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_work);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * scr_report_job_cancel:
 * @self: a job
 *
 * Gives up what is being made; the newest finished file stays.
 */
void
scr_report_job_cancel (ScrReportJob *self)
{
  if (self->running == NULL)
    return;
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * scr_report_job_get_file:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): path of the newest finished PDF
 */
const char *
scr_report_job_get_file (ScrReportJob *self)
{
  return self->file;
}

/**
 * scr_report_job_get_access:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): what the newest finished PDF offers to everyone
 */
const ScrPdfAccess *
scr_report_job_get_access (ScrReportJob *self)
{
  return self->file != NULL ? &self->access : NULL;
}

/**
 * scr_report_job_get_busy:
 * @self: a job
 *
 * Returns: whether one is being made
 */
gboolean
scr_report_job_get_busy (ScrReportJob *self)
{
  return self->running != NULL;
}
