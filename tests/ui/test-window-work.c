/* Work of a window beside its changes: leaving while it goes on, where copies go, what is told of failures. */
#include "window-fixture.h"

#include "scr-banner.h"
#include "scr-error.h"

#include <glib/gstdio.h>

static gboolean
is_told (WindowFixture *f, const char *words)
{
  GtkWidget *label = ui_find_text (GTK_WIDGET (f->window), words);
  GtkWidget *banner = label ? gtk_widget_get_ancestor (label, SCR_TYPE_BANNER) : NULL;

  return banner != NULL && scr_banner_is_shown (SCR_BANNER (banner));
}

/* Closing while work goes on asks once for each piece of work, however often it was asked before. */
static void
test_close_while_busy (void)
{
  WindowFixture *f = window_fixture_new (FALSE);
  ScrJobBar *bar = scr_window_get_job_bar (f->window);

  for (guint i = 0; i < 2; i++)
    {
      g_object_unref (scr_job_bar_begin (bar, "Work"));
      gtk_window_close (GTK_WINDOW (f->window));
      ui_settle ();
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));
      scr_job_bar_finish (bar);
    }
  g_object_unref (scr_job_bar_begin (bar, "Work"));
  g_assert_false (scr_job_bar_may_leave (bar));
  g_assert_true (scr_job_bar_may_leave (bar));
  scr_job_bar_finish (bar);
  g_assert_true (scr_job_bar_may_leave (bar));
  window_fixture_free (f);
}

static void
assert_target (WindowFixture *f, const char *typed, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, typed, NULL);
  g_autofree char *expected = name ? g_build_filename (f->folder, name, NULL) : NULL;
  g_autofree char *target = scr_window_dup_target (f->window, path, ".scrutiny", "The copy could not be saved");

  g_assert_cmpstr (target, ==, expected);
  ui_settle ();
}

/* The file dialog asks about the name as it was typed; without its ending that is another file's. */
static void
test_target (void)
{
  WindowFixture *f = window_fixture_new (FALSE);
  g_autofree char *there = g_build_filename (f->folder, "there.scrutiny", NULL);

  g_assert_true (g_file_set_contents (there, "of somebody", -1, NULL));
  assert_target (f, "new", "new.scrutiny");
  g_assert_false (is_told (f, "The copy could not be saved"));
  assert_target (f, "there.scrutiny", "there.scrutiny");
  assert_target (f, "there", NULL);
  g_assert_true (is_told (f, "The copy could not be saved"));
  g_unlink (there);
  window_fixture_free (f);
}

/* Work that succeeds takes back what was told of its failure, and nothing else. */
static void
test_failure_goes (void)
{
  WindowFixture *f = window_fixture_new (FALSE);
  g_autoptr (GError) error = g_error_new_literal (SCR_ERROR, SCR_ERROR_READ_ONLY, "Choose another folder.");
  g_autoptr (GError) full = g_error_new_literal (SCR_ERROR, SCR_ERROR_DISK_FULL, "The disk is full.");

  scr_window_show_failure (f->window, "The copy could not be saved", error);
  g_assert_true (is_told (f, "The copy could not be saved"));
  scr_window_hide_failure (f->window);
  g_assert_false (is_told (f, "The copy could not be saved"));

  scr_window_show_failure (f->window, "The copy could not be saved", error);
  scr_context_fail (scr_window_get_context (f->window), full);
  scr_window_hide_failure (f->window);
  g_assert_true (is_told (f, "The disk is full."));
  window_fixture_free (f);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/window/close-while-busy", test_close_while_busy);
  g_test_add_func ("/window/target", test_target);
  g_test_add_func ("/window/failure-goes", test_failure_goes);
  return g_test_run ();
}
