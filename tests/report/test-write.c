/* Writing files: progress, cancelling, places that cannot be written to, many pages, many threads. */
#include "config.h"

#include "pdf-reader.h"
#include "sample.h"
#include "scr-error.h"
#include "scr-pdf.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("scrutiny-pdf-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "report.pdf", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

typedef struct
{
  guint n_calls;
  guint last;
  guint n_pages;
  guint cancel_at; /* 0: never */
  GCancellable *cancellable;
} Progress;

static void
on_progress (guint page, guint n_pages, gpointer user_data)
{
  Progress *progress = user_data;

  if (progress->n_calls > 0)
    g_assert_cmpuint (page, ==, progress->last + 1);
  progress->n_calls++;
  progress->last = page;
  progress->n_pages = n_pages;
  if (progress->cancel_at > 0 && page == progress->cancel_at)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScrDocument) document = sample_new_long (3);
  g_autoptr (GError) error = NULL;
  Progress progress = {0};

  g_assert_true (scr_pdf_write (document, fixture->path, on_progress, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.last, ==, progress.n_pages);
  g_assert_cmpuint (progress.n_pages, >, 5);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Cancelled at the beginning, in the middle, or after the last page: nothing is left, and what was there
 * stays. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScrDocument) document = sample_new_long (2);
  g_autofree char *content = NULL;

  for (guint at = 0; at < 4; at++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Progress progress = {.cancel_at = at, .cancellable = cancellable};

      if (at == 0)
        g_cancellable_cancel (cancellable);
      g_assert_false (scr_pdf_write (document, fixture->path, on_progress, &progress, cancellable, &error));
      g_assert_error (error, SCR_ERROR, SCR_ERROR_CANCELLED);
      g_assert_cmpuint (progress.last, ==, at);
      g_assert_cmpuint (count_files (fixture->folder), ==, at == 3 ? 1 : 0);
      if (at == 2)
        g_file_set_contents (fixture->path, "before", -1, NULL);
    }
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");
}

static void
assert_fails (const char *path, ScrErrorCode code)
{
  g_autoptr (ScrDocument) document = sample_new ();
  g_autoptr (GError) error = NULL;

  scr_document_add_title (document, FALSE);
  g_assert_false (scr_pdf_write (document, path, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, (int)code);
  g_assert_true (strlen (error->message) > 10);
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "report.pdf", NULL);
  g_autofree char *in_file = g_build_filename (fixture->path, "report.pdf", NULL);

  assert_fails (nowhere, SCR_ERROR_NOT_FOUND);
  assert_fails (fixture->folder, SCR_ERROR_FAILED);
  g_file_set_contents (fixture->path, "a file", -1, NULL);
  assert_fails (in_file, SCR_ERROR_NOT_FOUND);
  if (geteuid () != 0)
    {
      g_chmod (fixture->folder, 0500);
      assert_fails (fixture->path, SCR_ERROR_READ_ONLY);
      g_chmod (fixture->folder, 0700);
    }
  /* Not even the superuser may write there. */
  if (g_file_test ("/proc/self", G_FILE_TEST_IS_DIR))
    assert_fails ("/proc/self/report.pdf", SCR_ERROR_NOT_FOUND);
}

static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScrDocument) document = sample_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  scr_document_add_title (document, FALSE);
  g_file_set_contents (fixture->path, "before", -1, NULL);
  g_assert_true (scr_pdf_write (document, fixture->path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-1.7"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_many_pages (void)
{
  g_autoptr (ScrDocument) document = sample_new_long (105);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = scr_pdf_render (document, NULL, NULL, NULL, &error);
  g_autoptr (PdfReading) reading = NULL;
  g_autofree char *spoken = NULL, *last = NULL, *number = NULL;
  gboolean is_found = FALSE;
  guint page;

  g_assert_no_error (error);
  reading = pdf_reader_read (pdf);
  g_assert_cmpuint (reading->n_pages, >=, 300);
  pdf_reading_assert_sound (reading);
  spoken = pdf_reader_get_spoken (pdf);
  /* The contents name the page on which the last heading really stands. */
  for (page = reading->n_pages; page > 0 && !is_found; page -= is_found ? 0 : 1)
    {
      g_autofree char *text = pdf_reader_get_text (pdf, (int)page - 1);

      is_found = strstr (text, "105.1 Answers") != NULL;
    }
  last = g_strdup_printf ("\"105.1 Answers %u\"", page);
  g_assert_nonnull (strstr (spoken, last));
  number = pdf_reader_get_label (pdf, (int)reading->n_pages - 1);
  g_assert_cmpuint ((guint)g_ascii_strtoull (number, NULL, 10), ==, reading->n_pages);
}

static gpointer
render_one (gpointer data)
{
  g_autoptr (ScrDocument) document = sample_new ();

  sample_add_everything (document);
  return scr_pdf_render (document, NULL, NULL, NULL, NULL);
}

static void
test_threads (void)
{
  GThread *threads[6];
  g_autoptr (GBytes) expected = render_one (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("render", render_one, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) pdf = g_thread_join (threads[i]);

      g_assert_nonnull (pdf);
      g_assert_true (g_bytes_equal (pdf, expected));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/write/progress", Fixture, NULL, set_up, test_progress, tear_down);
  g_test_add ("/write/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/write/unwritable", Fixture, NULL, set_up, test_unwritable, tear_down);
  g_test_add ("/write/replaces", Fixture, NULL, set_up, test_replaces, tear_down);
  g_test_add_func ("/write/many-pages", test_many_pages);
  g_test_add_func ("/write/threads", test_threads);
  return g_test_run ();
}
