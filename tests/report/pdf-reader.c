/* Reads a finished PDF back. See the header. */
#include "config.h"

#include "pdf-reader.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

/* Under names of our own: later versions of poppler define these themselves. */
typedef PopplerDocument PdfDocument;
typedef PopplerPage PdfPage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

typedef struct
{
  qpdf_data q;
  PdfReading *reading;
  GString *tree;
  GHashTable *parents; /* number -> handle of the parent tree's entry */
} Reader;

static void G_GNUC_PRINTF (2, 3) add_fault (Reader *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->reading->faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static char *
dup_string (Reader *self, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (self->q, dictionary, key);

  if (qpdf_oh_is_name (self->q, value))
    return g_strdup (qpdf_oh_get_name (self->q, value) + 1);
  return qpdf_oh_is_string (self->q, value) ? g_strdup (qpdf_oh_get_utf8_value (self->q, value)) : NULL;
}

static char *
dup_attribute (Reader *self, qpdf_oh element, const char *key)
{
  qpdf_oh attributes = qpdf_oh_get_key (self->q, element, "/A");

  return qpdf_oh_is_dictionary (self->q, attributes) ? dup_string (self, attributes, key) : NULL;
}

static void
check_annotation (Reader *self, qpdf_oh element, qpdf_oh reference)
{
  qpdf_oh annotation = qpdf_oh_get_key (self->q, reference, "/Obj");
  qpdf_oh number = qpdf_oh_get_key (self->q, annotation, "/StructParent");
  g_autofree char *words = dup_string (self, annotation, "/Contents");
  gpointer parent = NULL;

  if (words == NULL || *words == '\0')
    add_fault (self, "a link without words");
  if (!qpdf_oh_is_integer (self->q, number))
    add_fault (self, "a link that no element claims");
  else
    parent = g_hash_table_lookup (self->parents,
                                  GINT_TO_POINTER (qpdf_oh_get_int_value_as_int (self->q, number)));
  if (parent == NULL
      || qpdf_oh_get_object_id (self->q, GPOINTER_TO_UINT (parent))
             != qpdf_oh_get_object_id (self->q, element))
    add_fault (self, "a link whose parent is another element");
}

static void
describe (Reader *self, qpdf_oh element, const char *type, guint depth)
{
  g_autofree char *scope = dup_attribute (self, element, "/Scope");
  g_autofree char *numbering = dup_attribute (self, element, "/ListNumbering");
  g_autofree char *alternative = dup_string (self, element, "/Alt");

  g_string_append_printf (self->tree, "%*s%s", (int)depth, "", type);
  if (scope != NULL)
    g_string_append_printf (self->tree, " %s", scope);
  if (numbering != NULL)
    g_string_append_printf (self->tree, " %s", numbering);
  if (alternative != NULL)
    g_string_append_printf (self->tree, " alt=%s", alternative);
  g_string_append_c (self->tree, '\n');
  if (strcmp (type, "TH") == 0 && scope == NULL)
    add_fault (self, "a head without a scope");
  if (strcmp (type, "Figure") == 0 && (alternative == NULL || *alternative == '\0'))
    add_fault (self, "a figure without words");
  if (strcmp (type, "L") == 0 && numbering == NULL)
    add_fault (self, "a list without its numbering");
  if (strcmp (type, "NonStruct") == 0 || strcmp (type, "Artifact") == 0)
    add_fault (self, "an artifact in the tree");
  if (qpdf_oh_has_key (self->q, element, "/ScrGoesOn"))
    add_fault (self, "a %s that was divided and not joined", type);
}

static void
walk (Reader *self, qpdf_oh element, qpdf_oh parent, guint depth)
{
  qpdf_oh kids;
  g_autofree char *type = NULL;
  int n;

  if (!qpdf_oh_is_dictionary (self->q, element))
    return;
  type = dup_string (self, element, "/S");
  if (type == NULL)
    {
      if (qpdf_oh_has_key (self->q, element, "/Obj"))
        check_annotation (self, parent, element);
      return;
    }
  if (qpdf_oh_get_object_id (self->q, qpdf_oh_get_key (self->q, element, "/P"))
      != qpdf_oh_get_object_id (self->q, parent))
    add_fault (self, "a %s that names another parent", type);
  describe (self, element, type, depth);
  kids = qpdf_oh_get_key (self->q, element, "/K");
  n = qpdf_oh_is_array (self->q, kids) ? qpdf_oh_get_array_n_items (self->q, kids) : -1;
  if (n < 0)
    walk (self, kids, element, depth + 1);
  for (int i = 0; i < n; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->q, kids, i);

      walk (self, kid, element, depth + 1);
      qpdf_oh_release (self->q, kid);
    }
}

static void
read_parents (Reader *self, qpdf_oh root)
{
  qpdf_oh nums = qpdf_oh_get_key (self->q, qpdf_oh_get_key (self->q, root, "/ParentTree"), "/Nums");

  for (int i = 0; i + 1 < qpdf_oh_get_array_n_items (self->q, nums); i += 2)
    g_hash_table_insert (
        self->parents,
        GINT_TO_POINTER (qpdf_oh_get_int_value_as_int (self->q, qpdf_oh_get_array_item (self->q, nums, i))),
        GUINT_TO_POINTER (qpdf_oh_get_array_item (self->q, nums, i + 1)));
}

/* The next word of a content stream; texts and arrays are passed over. NULL at the end. */
static const char *
next_word (const char *p, const char *end, char *word, gsize size)
{
  gsize n = 0;

  while (p < end && (g_ascii_isspace (*p) || *p == '[' || *p == ']'))
    p++;
  if (p >= end)
    return NULL;
  if (*p == '(')
    {
      int depth = 0;

      do
        {
          if (*p == '\\')
            p++;
          else if (*p == '(')
            depth++;
          else if (*p == ')')
            depth--;
          p++;
        }
      while (p < end && depth > 0);
      g_strlcpy (word, "()", size);
      return p;
    }
  if (*p == '<' && p[1] != '<')
    {
      while (p < end && *p != '>')
        p++;
      g_strlcpy (word, "<>", size);
      return p + 1;
    }
  while (p < end && !g_ascii_isspace (*p) && *p != '(' && *p != '[' && *p != ']' && n + 1 < size)
    word[n++] = *p++;
  word[n] = '\0';
  return p;
}

static void
check_owner (Reader *self, int page, int structure, int content, const char *tag)
{
  gpointer found = g_hash_table_lookup (self->parents, GINT_TO_POINTER (structure));
  qpdf_oh element;
  g_autofree char *type = NULL;

  if (found == NULL || content >= qpdf_oh_get_array_n_items (self->q, GPOINTER_TO_UINT (found)))
    {
      add_fault (self, "page %d: content %d has no owner", page, content);
      return;
    }
  element = qpdf_oh_get_array_item (self->q, GPOINTER_TO_UINT (found), content);
  type = qpdf_oh_is_dictionary (self->q, element) ? dup_string (self, element, "/S") : NULL;
  if (g_strcmp0 (type, tag + 1) != 0)
    add_fault (self, "page %d: %s %d belongs to %s", page, tag, content, type != NULL ? type : "nothing");
}

/* Whatever is shown belongs to an element or is an artifact. */
static void
check_page (Reader *self, int index)
{
  static const char *const showing[] = {"Tj", "TJ", "f", "f*", "S", "B", "B*", "Do", "sh"};
  qpdf_oh page = qpdf_get_page_n (self->q, (gsize)index);
  int structure = qpdf_oh_get_int_value_as_int (self->q, qpdf_oh_get_key (self->q, page, "/StructParents"));
  guchar *data = NULL;
  gsize length = 0;
  char words[6][64] = {{0}};
  guint depth = 0, n_artifacts = 0;
  const char *p, *end;

  if (!qpdf_oh_is_name_and_equals (self->q, qpdf_oh_get_key (self->q, page, "/Tabs"), "/S"))
    add_fault (self, "page %d: no tab order", index);
  g_assert_cmpint (qpdf_oh_get_page_content_data (self->q, page, &data, &length), ==, 0);
  p = (const char *)data;
  end = p + length;
  while ((p = next_word (p, end, words[5], sizeof words[5])) != NULL)
    {
      const char *word = words[5];

      if (strcmp (word, "BDC") == 0 || strcmp (word, "BMC") == 0)
        {
          depth++;
          if (strcmp (word, "BMC") == 0)
            n_artifacts += strcmp (words[4], "/Artifact") == 0;
          else if (strcmp (words[2], "/MCID") == 0)
            check_owner (self, index, structure, atoi (words[3]), words[0]);
        }
      else if (strcmp (word, "EMC") == 0)
        depth--;
      for (gsize i = 0; depth == 0 && i < G_N_ELEMENTS (showing); i++)
        if (strcmp (word, showing[i]) == 0)
          add_fault (self, "page %d: “%s” outside of all elements", index, word);
      memmove (words[0], words[1], sizeof words - sizeof words[0]);
    }
  if (n_artifacts == 0)
    add_fault (self, "page %d: no artifact", index);
  free (data);
}

static char *
dup_metadata (Reader *self, qpdf_oh root)
{
  qpdf_oh stream = qpdf_oh_get_key (self->q, root, "/Metadata");
  guchar *data = NULL;
  gsize length = 0;
  QPDF_BOOL filtered;
  char *metadata;

  if (!qpdf_oh_is_stream (self->q, stream))
    return NULL;
  qpdf_oh_get_stream_data (self->q, stream, qpdf_dl_all, &filtered, &data, &length);
  metadata = g_strndup ((const char *)data, length);
  free (data);
  return metadata;
}

PdfReading *
pdf_reader_read (GBytes *pdf)
{
  PdfReading *reading = g_new0 (PdfReading, 1);
  Reader self = {.q = qpdf_init (), .reading = reading, .tree = g_string_new (NULL)};
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  qpdf_oh root, structure, kids;

  reading->faults = g_ptr_array_new_with_free_func (g_free);
  self.parents = g_hash_table_new (NULL, NULL);
  g_assert_cmpint (qpdf_read_memory (self.q, "test", data, size, NULL), ==, 0);
  root = qpdf_get_root (self.q);
  structure = qpdf_oh_get_key (self.q, root, "/StructTreeRoot");
  read_parents (&self, structure);
  kids = qpdf_oh_get_key (self.q, structure, "/K");
  for (int i = 0; i < qpdf_oh_get_array_n_items (self.q, kids); i++)
    walk (&self, qpdf_oh_get_array_item (self.q, kids, i), structure, 0);
  reading->n_pages = (guint)qpdf_get_num_pages (self.q);
  for (guint i = 0; i < reading->n_pages; i++)
    check_page (&self, (int)i);
  reading->language = dup_string (&self, root, "/Lang");
  reading->metadata = dup_metadata (&self, root);
  reading->is_marked = qpdf_oh_get_bool_value (
      self.q, qpdf_oh_get_key_if_dict (self.q, qpdf_oh_get_key (self.q, root, "/MarkInfo"), "/Marked"));
  reading->shows_title = qpdf_oh_get_bool_value (
      self.q, qpdf_oh_get_key_if_dict (self.q, qpdf_oh_get_key (self.q, root, "/ViewerPreferences"),
                                       "/DisplayDocTitle"));
  g_assert_false (qpdf_has_error (self.q));
  qpdf_cleanup (&self.q);
  g_hash_table_unref (self.parents);
  reading->tree = g_string_free (self.tree, FALSE);
  return reading;
}

void
pdf_reading_free (PdfReading *self)
{
  g_free (self->tree);
  g_free (self->language);
  g_free (self->metadata);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

/* Fails and says why if the file breaks a rule. */
void
pdf_reading_assert_sound (const PdfReading *self)
{
  for (guint i = 0; i < self->faults->len && i < 10; i++)
    g_test_message ("%s", (const char *)g_ptr_array_index (self->faults, i));
  g_assert_cmpuint (self->faults->len, ==, 0);
  g_assert_true (self->is_marked);
  g_assert_true (self->shows_title);
}

static PopplerDocument *
open_document (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The text of a page, from 0, as one sees it. */
char *
pdf_reader_get_text (GBytes *pdf, int page)
{
  g_autoptr (PdfDocument) document = open_document (pdf);
  g_autoptr (PdfPage) found = poppler_document_get_page (document, page);

  return poppler_page_get_text (found);
}

/* Whether somebody who searches for @words finds them on a page, from 0. */
gboolean
pdf_reader_finds (GBytes *pdf, int page, const char *words)
{
  g_autoptr (PdfDocument) document = open_document (pdf);
  g_autoptr (PdfPage) found = poppler_document_get_page (document, page);
  GList *places = poppler_page_find_text (found, words);
  gboolean finds = places != NULL;

  g_list_free_full (places, (GDestroyNotify)poppler_rectangle_free);
  return finds;
}

static void
add_outline (GString *outline, PopplerIndexIter *iter, guint depth)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      g_string_append_printf (outline, "%*s%s\n", (int)depth, "", action->any.title);
      if (child != NULL)
        add_outline (outline, child, depth + 1);
      poppler_index_iter_free (child);
      poppler_action_free (action);
    }
  while (poppler_index_iter_next (iter));
}

/* The bookmarks, one a line, indented. */
char *
pdf_reader_get_outline (GBytes *pdf)
{
  g_autoptr (PdfDocument) document = open_document (pdf);
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  GString *outline = g_string_new (NULL);

  if (iter != NULL)
    add_outline (outline, iter, 0);
  poppler_index_iter_free (iter);
  return g_string_free (outline, FALSE);
}

char *
pdf_reader_get_label (GBytes *pdf, int page)
{
  g_autoptr (PdfDocument) document = open_document (pdf);
  g_autoptr (PdfPage) found = poppler_document_get_page (document, page);

  return poppler_page_get_label (found);
}

char *
pdf_reader_get_title (GBytes *pdf)
{
  g_autoptr (PdfDocument) document = open_document (pdf);

  return poppler_document_get_title (document);
}

/* What a screen reader is told, element by element in reading order: poppler's own program says it. */
char *
pdf_reader_get_spoken (GBytes *pdf)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "scrutiny-spoken-XXXXXX", NULL);
  const char *arguments[] = {"pdfinfo", "-struct-text", path, NULL};
  g_autoptr (GError) error = NULL;
  char *spoken = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &spoken, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return spoken;
}
