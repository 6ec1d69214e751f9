/* Tests of tidying when something is wrong: what the program makes of bad input, what Scrutiny makes of a bad program,
 * and that cancelling kills it. */
#include "tidy-graphs.h"

#include "scr-map-tidy.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- The program --- */

static char *
dup_content (GBytes *bytes)
{
  /* Without content there is no data either. */
  return g_bytes_get_size (bytes) > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                                      : g_strdup ("");
}

/* Runs the real program on @input, and returns its exit status; what it wrote goes to the two others. */
static int
run_program (const char *input, gsize length, char **output, char **errors)
{
  g_autofree char *program = g_build_filename (g_getenv ("SCRUTINY_LIBEXEC_DIR"), "scrutiny-tidy", NULL);
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;

  /* A file, as it need not be read to its end. */
  close (g_file_open_tmp ("scrutiny-tidy-XXXXXX", &path, NULL));
  g_assert_true (g_file_set_contents (path, input, (gssize) length, NULL));
  g_subprocess_launcher_set_stdin_file_path (launcher, path);
  process = g_subprocess_launcher_spawn (launcher, &error, program, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &out, &err, NULL));
  g_unlink (path);
  *output = dup_content (out);
  *errors = dup_content (err);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static void
assert_refused (const char *input, gsize length)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (run_program (input, length, &output, &errors), ==, 2);
  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_str_has_prefix (errors, "scrutiny-tidy: "));
  g_assert_cmpuint (strlen (errors), <, 200);
}

#define HEAD "scrutiny-tidy 1 hierarchy 2 1\n"
#define TWO "n 210 54 - 0\nn 210 54 0 1\n"

static void
test_bad_input (void)
{
  static const char *const inputs[] = {
      "", "\n", "garbage\n", "scrutiny-tidy", "end\n", "digraph { a -> b }\n",
      "scrutiny-tidy 2 hierarchy 0 0\nend\n",
      "scrutiny-tidy 1 circo 0 0\nend\n",
      "scrutiny-tidy 1 hierarchy 0\nend\n",
      "scrutiny-tidy 1 hierarchy 0 0 0\nend\n",
      "scrutiny-tidy  1 hierarchy 0 0\nend\n",
      "scrutiny-tidy 1 hierarchy -1 0\nend\n",
      "scrutiny-tidy 1 hierarchy 20001 0\nend\n",
      "scrutiny-tidy 1 hierarchy 0 100001\nend\n",
      "scrutiny-tidy 1 hierarchy 99999999999999999999999 0\nend\n",
      "scrutiny-tidy 1 hierarchy 0 0\nend\nend\n",
      "scrutiny-tidy 1 hierarchy 0 0\nend",
      "scrutiny-tidy 1 hierarchy 0 0\n",
      "scrutiny-tidy 1 hierarchy 0 1\ne 0 0 1 0\nend\n",
      "scrutiny-tidy 1 hierarchy 20000 0\n" TWO "end\n",
      HEAD "n 0 54 - 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n 40001 54 - 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n -5 54 - 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n nan 54 - 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n inf 54 - 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n 1e3 54 - 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n 0x50 54 - 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n 210.5 54 - 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n 210 54 1000 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n 210 54 -1 0\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n 210 54 - 16\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD "n 210 54 - 0 label=x\nn 210 54 - 0\ne 0 1 1 0\nend\n",
      HEAD TWO "e 0 2 1 0\nend\n",
      HEAD TWO "e -1 1 1 0\nend\n",
      HEAD TWO "e 0 1 0 0\nend\n",
      HEAD TWO "e 0 1 101 0\nend\n",
      HEAD TWO "e 0 1 1 2\nend\n",
      HEAD TWO "e 0 1 1\nend\n",
      HEAD TWO "n 210 54 - 0\nend\n",
      HEAD TWO "e 0 1 1 0\r\nend\r\n",
      HEAD TWO "e 0 1 1 0\n\nend\n",
      HEAD TWO "e 0 1 1 \303\251\nend\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    assert_refused (inputs[i], strlen (inputs[i]));
}

/* Cut off anywhere, or with any one byte altered to what no number or separator is. */
static void
test_cut_and_damaged (void)
{
  static const char whole[] = HEAD TWO "e 0 1 1 0\nend\n";
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (run_program (whole, sizeof whole - 1, &output, &errors), ==, 0);
  for (gsize length = 0; length < sizeof whole - 1; length++)
    {
      g_autofree char *damaged = g_strdup (whole);

      assert_refused (whole, length);
      damaged[length] = length % 2 == 0 ? '\0' : '~';
      assert_refused (damaged, sizeof whole - 1);
    }
}

static void
test_too_much (void)
{
  g_autofree char *endless = g_strnfill (SCR_TIDY_MAX_BYTES + 100000, '1');
  g_autofree char *long_line = g_strdup_printf ("scrutiny-tidy 1 hierarchy %0100d 0\nend\n", 0);

  assert_refused (endless, strlen (endless));
  assert_refused (long_line, strlen (long_line));
}

static void
test_text_and_back (void)
{
  for (int algorithm = SCR_TIDY_HIERARCHY; algorithm <= SCR_TIDY_CLUSTERS; algorithm++)
    {
      g_autoptr (ScrTidyGraph) graph = graph_new_random (algorithm, 30, 50, 9, 5);
      g_autofree char *text = scr_tidy_graph_write (graph);
      g_autofree char *problem = NULL;
      g_autoptr (ScrTidyGraph) read = scr_tidy_graph_read (text, strlen (text), &problem);
      g_autofree char *again = NULL;

      g_assert_nonnull (read);
      again = scr_tidy_graph_write (read);
      g_assert_cmpstr (text, ==, again);
      g_assert_cmpint (read->algorithm, ==, (ScrTidyAlgorithm) algorithm);
    }
}

/* --- A program that is not what it should be --- */

typedef struct
{
  char *folder;
  char *real;
  ScrTidyGraph *graph;
  GMainLoop *loop;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->real = g_strdup (g_getenv ("SCRUTINY_LIBEXEC_DIR"));
  fixture->folder = g_dir_make_tmp ("scrutiny-tidy-XXXXXX", NULL);
  fixture->graph = graph_new_random (SCR_TIDY_HIERARCHY, 3000, 9000, 20, 1);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  g_setenv ("SCRUTINY_LIBEXEC_DIR", fixture->folder, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *program = g_build_filename (fixture->folder, "scrutiny-tidy", NULL);
  g_autofree char *pid = g_build_filename (fixture->folder, "pid", NULL);

  g_setenv ("SCRUTINY_LIBEXEC_DIR", fixture->real, TRUE);
  g_unlink (program);
  g_unlink (pid);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->real);
  scr_tidy_graph_free (fixture->graph);
  g_main_loop_unref (fixture->loop);
  g_clear_object (&fixture->result);
}

static void
make_program (Fixture *fixture, const char *script)
{
  g_autofree char *program = g_build_filename (fixture->folder, "scrutiny-tidy", NULL);
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\n%s\n", script);

  g_assert_true (g_file_set_contents (program, text, -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
}

static void
assert_fails (Fixture *fixture, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (scr_map_tidy (fixture->graph, NULL, &error));
  g_assert_error (error, SCR_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_missing (Fixture *fixture, gconstpointer unused)
{
  assert_fails (fixture, SCR_ERROR_NOT_FOUND);
}

static void
test_bad_program (Fixture *fixture, gconstpointer unused)
{
  static const char *const scripts[] = {
      "exit 3",
      "cat >/dev/null; exit 3",
      "cat >/dev/null; kill -SEGV $$",
      "exec cat",
      "cat >/dev/null",
      "cat >/dev/null; printf 'scrutiny-tidy 1 1 5\\np 0 0\\nend\\n'",
      "cat >/dev/null; printf 'scrutiny-tidy 1 3000 5\\n'; yes 'p 0 1' | head -3000; echo end",
      "cat >/dev/null; printf 'scrutiny-tidy 1 3000 5\\n'; yes 'p 0 -6' | head -3000; echo end",
      "cat >/dev/null; printf 'scrutiny-tidy 1 3000 5\\n'; yes 'p 0 nan' | head -3000; echo end",
      "cat >/dev/null; printf 'scrutiny-tidy 1 3000 5\\n'; yes 'p 0 600000000' | head -3000; echo end",
      "cat >/dev/null; printf 'scrutiny-tidy 1 3000 -5\\n'; yes 'p 0 6' | head -3000; echo end",
      "cat >/dev/null; printf 'scrutiny-tidy 1 3000 5\\n'; yes 'p 0 6' | head -2999; echo end",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      make_program (fixture, scripts[i]);
      assert_fails (fixture, SCR_ERROR_FAILED);
    }
  /* The same with nothing wrong, so that the above prove something. */
  make_program (fixture, "cat >/dev/null; printf 'scrutiny-tidy 1 3000 5\\n'; yes 'p 0 6' | head -3000; echo end");
  scr_tidy_layout_free (scr_map_tidy (fixture->graph, NULL, NULL));
}

static void
test_too_large (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < SCR_TIDY_MAX_NODES; i++)
    scr_tidy_graph_add_node (fixture->graph, 1, 1, SCR_TIDY_NO_CLUSTER, 0);
  assert_fails (fixture, SCR_ERROR_INVALID);
}

/* --- In the background, and cancelled --- */

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
  g_main_loop_quit (fixture->loop);
}

static void
test_async (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrTidyGraph) graph = graph_new_random (SCR_TIDY_HIERARCHY, 20, 30, 9, 2);
  g_autoptr (ScrTidyLayout) layout = NULL;

  g_setenv ("SCRUTINY_LIBEXEC_DIR", fixture->real, TRUE);
  scr_map_tidy_async (graph, NULL, on_done, fixture);
  g_main_loop_run (fixture->loop);
  layout = scr_map_tidy_finish (fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (layout->points->len, ==, 20);
}

typedef struct
{
  char *path; /* where the program writes its process id */
  GCancellable *cancellable;
  GPid pid;
} Waiting;

static gboolean
cancel_when_running (gpointer data)
{
  Waiting *waiting = data;
  g_autofree char *text = NULL;

  if (!g_file_get_contents (waiting->path, &text, NULL, NULL) || strchr (text, '\n') == NULL)
    return G_SOURCE_CONTINUE;
  waiting->pid = (GPid) atoi (text);
  g_assert_cmpint (waiting->pid, >, 1);
  g_assert_cmpint (kill (waiting->pid, 0), ==, 0);
  g_cancellable_cancel (waiting->cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "pid", NULL);
  g_autofree char *script = g_strdup_printf ("echo $$ >'%s'; exec sleep 600", path);
  Waiting waiting = {path, cancellable, 0};

  make_program (fixture, script);
  g_timeout_add (5, cancel_when_running, &waiting);
  scr_map_tidy_async (fixture->graph, cancellable, on_done, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_null (scr_map_tidy_finish (fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Killed; it vanishes once GLib has taken note. The suite's time limit ends this if not. */
  g_clear_object (&fixture->result);
  while (kill (waiting.pid, 0) == 0 || errno != ESRCH)
    g_usleep (1000);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (scr_map_tidy (fixture->graph, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  scr_map_tidy_async (fixture->graph, cancellable, on_done, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_null (scr_map_tidy_finish (fixture->result, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-tidy/bad-input", test_bad_input);
  g_test_add_func ("/map-tidy/cut-and-damaged", test_cut_and_damaged);
  g_test_add_func ("/map-tidy/too-much", test_too_much);
  g_test_add_func ("/map-tidy/text-and-back", test_text_and_back);
#define ADD(path, func) g_test_add ("/map-tidy/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("missing", test_missing);
  ADD ("bad-program", test_bad_program);
  ADD ("too-large", test_too_large);
  ADD ("async", test_async);
  ADD ("cancel", test_cancel);
  ADD ("cancelled-before", test_cancelled_before);
  return g_test_run ();
}
