/* Tidying the map. See the header. */
#include "config.h"

#include "scr-map-tidy.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PROGRAM "scrutiny-tidy"

/* One asking. */
typedef struct
{
  GSubprocess *process;
  guint n_nodes;
  gint64 begun;
} Asking;

static void
asking_free (Asking *self)
{
  /* Does nothing if it has ended. */
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->process);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static char *
dup_program (void)
{
  const char *folder = g_getenv ("SCRUTINY_LIBEXEC_DIR");

  return g_build_filename (folder != NULL && *folder != '\0' ? folder : SCR_LIBEXEC_DIR, PROGRAM, NULL);
}

static gboolean
check_size (const ScrTidyGraph *graph, GError **error)
{
  if (graph->nodes->len <= SCR_TIDY_MAX_NODES && graph->edges->len <= SCR_TIDY_MAX_EDGES)
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                       _ ("There is too much on the map to tidy it all at once. Filter it, then tidy what is left."));
  return FALSE;
}

/* The question as a file without a name: a pipe would end us with SIGPIPE, should the program end before it has read. */
static int
open_question (const ScrTidyGraph *graph)
{
  g_autofree char *text = scr_tidy_graph_write (graph);
  gsize left = strlen (text);
  int file = memfd_create (PROGRAM, MFD_CLOEXEC);

  for (const char *from = text; file >= 0 && left > 0;)
    {
      gssize written = write (file, from, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          close (file);
          return -1;
        }
      from += written;
      left -= (gsize) written;
    }
  if (file >= 0)
    lseek (file, 0, SEEK_SET);
  return file;
}

/* Starts the program. */
static Asking *
ask (const ScrTidyGraph *graph, GError **error)
{
  g_autoptr (Asking) asking = g_new0 (Asking, 1);
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *program = dup_program ();
  g_autoptr (GError) reason = NULL;
  int question;

  asking->begun = g_get_monotonic_time ();
  asking->n_nodes = graph->nodes->len;
  if (!check_size (graph, error))
    return NULL;
  question = open_question (graph);
  if (question < 0)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("The map cannot be tidied: %s."), g_strerror (errno));
      return NULL;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, question);
  asking->process = g_subprocess_launcher_spawn (launcher, &reason, program, NULL);
  if (asking->process != NULL)
    return g_steal_pointer (&asking);
  g_debug ("%s", reason->message);
  g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND,
               _ ("The map cannot be tidied: a part of Scrutiny, “%s”, could not be started. Installing Scrutiny "
                  "again should put this right."),
               program);
  return NULL;
}

/* Takes what came of it, after communicating succeeded or failed with @problem. */
static ScrTidyLayout *
take_answer (Asking *asking, GBytes *output, GBytes *errors, GError *problem, GError **error)
{
  g_autoptr (ScrTidyLayout) layout = NULL;
  g_autofree char *reason = NULL;
  gsize length = 0;
  const char *text;

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (problem));
      return NULL;
    }
  if (problem == NULL && g_subprocess_get_successful (asking->process))
    {
      text = g_bytes_get_data (output, &length);
      layout = scr_tidy_layout_read (text, length, &reason);
    }
  if (layout != NULL && layout->points->len == asking->n_nodes)
    {
      layout->total_time = g_get_monotonic_time () - asking->begun;
      return g_steal_pointer (&layout);
    }
  if (problem != NULL)
    g_debug ("%s", problem->message);
  else if (errors != NULL && (text = g_bytes_get_data (errors, &length)) != NULL)
    g_debug ("%.*s", (int) MIN (length, 500), text);
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_FAILED,
                       _ ("The map could not be tidied: Graphviz, which does the work, gave up. Nothing was moved. "
                          "Filtering the map first may help."));
  return NULL;
}

/**
 * scr_map_tidy:
 * @graph: what to lay out
 * @cancellable: (nullable): kills the program
 * @error: return location
 *
 * Waits for the answer: for tests, and for threads that may wait.
 *
 * Returns: (transfer full) (nullable): where each card goes
 */
ScrTidyLayout *
scr_map_tidy (const ScrTidyGraph *graph, GCancellable *cancellable, GError **error)
{
  g_autoptr (Asking) asking = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (graph != NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  asking = ask (graph, error);
  if (asking == NULL)
    return NULL;
  g_subprocess_communicate (asking->process, NULL, cancellable, &output, &errors, &problem);
  return take_answer (asking, output, errors, problem, error);
}

static void
on_communicated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;
  g_autoptr (GError) problem = NULL;
  GError *error = NULL;
  ScrTidyLayout *layout;

  g_subprocess_communicate_finish (G_SUBPROCESS (source), result, &output, &errors, &problem);
  layout = take_answer (g_task_get_task_data (task), output, errors, problem, &error);
  if (layout != NULL)
    g_task_return_pointer (task, layout, (GDestroyNotify) scr_tidy_layout_free);
  else
    g_task_return_error (task, error);
}

/**
 * scr_map_tidy_async:
 * @graph: what to lay out; need not outlive the call
 * @cancellable: (nullable): kills the program
 * @callback: called in the thread's main context
 * @user_data: for @callback
 */
void
scr_map_tidy_async (const ScrTidyGraph *graph,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GError *error = NULL;
  Asking *asking;

  g_return_if_fail (graph != NULL);
  g_task_set_source_tag (task, scr_map_tidy_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  asking = ask (graph, &error);
  if (asking == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, asking, (GDestroyNotify) asking_free);
  g_subprocess_communicate_async (asking->process, NULL, cancellable, on_communicated,
                                  g_object_ref (task));
}

/**
 * scr_map_tidy_finish:
 * @result: as the callback got it
 * @error: return location: G_IO_ERROR_CANCELLED, or #SCR_ERROR with a plain sentence
 *
 * Returns: (transfer full) (nullable): where each card goes
 */
ScrTidyLayout *
scr_map_tidy_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
