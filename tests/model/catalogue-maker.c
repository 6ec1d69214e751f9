/* Writes compiled message catalogues for tests. See the header. */
#include "config.h"

#include "catalogue-maker.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare_messages (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TestMessage *)a)->key, ((const TestMessage *)b)->key);
}

static void
append_word (GByteArray *bytes, guint32 word, gboolean swapped)
{
  if (swapped)
    word = GUINT32_SWAP_LE_BE (word);
  g_byte_array_append (bytes, (const guint8 *)&word, sizeof word);
}

GBytes *
test_catalogue_make (const TestMessage *messages, guint n_messages, gboolean swapped)
{
  g_autofree TestMessage *sorted = g_memdup2 (messages, n_messages * sizeof *messages);
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  GByteArray *bytes = g_byte_array_new ();
  const guint32 texts_start = 28 + n_messages * 16;

  qsort (sorted, n_messages, sizeof *sorted, compare_messages);
  append_word (bytes, 0x950412de, swapped);
  append_word (bytes, 0, swapped);
  append_word (bytes, n_messages, swapped);
  append_word (bytes, 28, swapped);
  append_word (bytes, 28 + n_messages * 8, swapped);
  append_word (bytes, 0, swapped);
  append_word (bytes, 28 + n_messages * 16, swapped);
  for (guint table = 0; table < 2; table++)
    for (guint i = 0; i < n_messages; i++)
      {
        g_autofree char *text = g_strdup (table == 0 ? sorted[i].key : sorted[i].translation);
        guint32 length = (guint32)strlen (text);

        append_word (bytes, length, swapped);
        append_word (bytes, texts_start + texts->len, swapped);
        /* The header's rule may hold "||". */
        if (table == 1 && *sorted[i].key != '\0')
          for (char *bar = strchr (text, '|'); bar != NULL; bar = strchr (bar + 1, '|'))
            *bar = '\0';
        g_byte_array_append (texts, (const guint8 *)text, length + 1);
      }
  g_byte_array_append (bytes, texts->data, texts->len);
  return g_byte_array_free_to_bytes (bytes);
}

void
test_catalogue_install (const char *locale_dir, const char *code, GBytes *catalogue)
{
  g_autofree char *dir = g_build_filename (locale_dir, code, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (dir, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_file_set_contents (path, g_bytes_get_data (catalogue, NULL), (gssize)g_bytes_get_size (catalogue),
                       &error);
  g_assert_no_error (error);
}

/* Removes a folder that a test made, with all in it. */
void
test_catalogue_remove_all (const char *dir)
{
  g_autoptr (GDir) opened = g_dir_open (dir, 0, NULL);
  const char *name;

  while (opened != NULL && (name = g_dir_read_name (opened)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        test_catalogue_remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (dir);
}
