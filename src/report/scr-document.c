/* ScrDocument - what a report says: its properties. Content is added in scr-document-content.c. See the
 * header. */
#include "scr-document-private.h"

#define SMALLEST_TEXT 8.0
#define GREATEST_TEXT 36.0
/* A4, upright */
#define SHEET_WIDTH 595.276
#define SHEET_HEIGHT 841.890

G_DEFINE_BOXED_TYPE (ScrDocument, scr_document, scr_document_ref, scr_document_unref)

/**
 * scr_document_new:
 * @language: (nullable): the language it is written in; %NULL is the interface's
 *
 * Returns: (transfer full): an empty document, 12 points, for upright A4 sheets
 */
ScrDocument *
scr_document_new (ScrLanguage *language)
{
  ScrDocument *self = g_new0 (ScrDocument, 1);

  g_atomic_ref_count_init (&self->references);
  self->language = language != NULL ? scr_language_ref (language) : NULL;
  self->language_code = g_strdup (scr_language_get_code (language));
  self->right_to_left = scr_language_is_right_to_left (language);
  self->text_size = 12;
  self->sheet_width = SHEET_WIDTH;
  self->sheet_height = SHEET_HEIGHT;
  self->root = scr_block_new (SCR_BLOCK_ROOT, NULL);
  self->open = g_ptr_array_new ();
  g_ptr_array_add (self->open, self->root);
  self->headings = g_ptr_array_new ();
  return self;
}

/**
 * scr_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
ScrDocument *
scr_document_ref (ScrDocument *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * scr_document_unref:
 * @self: (transfer full) (nullable): a document
 */
void
scr_document_unref (ScrDocument *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->open);
  scr_block_free (self->root);
  scr_language_unref (self->language);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->author);
  g_free (self->marking);
  g_free (self->version);
  g_free (self->furniture);
  g_free (self->created);
  g_free (self->language_code);
  g_free (self);
}

/* What people typed becomes part of a file's description: valid, one line. */
static void
take_line (char **place, const char *words)
{
  char *line = words != NULL && *words != '\0' ? g_utf8_make_valid (words, -1) : NULL;

  for (char *p = line; p != NULL && *p != '\0'; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f)
      *p = ' ';
  g_free (*place);
  *place = line;
}

/**
 * scr_document_set_title:
 * @self: a document
 * @title: (nullable): its title
 */
void
scr_document_set_title (ScrDocument *self, const char *title)
{
  g_return_if_fail (self != NULL);

  take_line (&self->title, title);
}

/**
 * scr_document_set_subtitle:
 * @self: a document
 * @subtitle: (nullable): a line under the title
 */
void
scr_document_set_subtitle (ScrDocument *self, const char *subtitle)
{
  g_return_if_fail (self != NULL);

  take_line (&self->subtitle, subtitle);
}

/**
 * scr_document_set_author:
 * @self: a document
 * @author: (nullable): who wrote it
 */
void
scr_document_set_author (ScrDocument *self, const char *author)
{
  g_return_if_fail (self != NULL);

  take_line (&self->author, author);
}

/**
 * scr_document_set_marking:
 * @self: a document
 * @marking: (nullable): how it may be passed on, as in "OFFICIAL": top of every page
 */
void
scr_document_set_marking (ScrDocument *self, const char *marking)
{
  g_return_if_fail (self != NULL);

  take_line (&self->marking, marking);
}

/**
 * scr_document_set_version:
 * @self: a document
 * @version: (nullable): which version it is: foot of every page
 */
void
scr_document_set_version (ScrDocument *self, const char *version)
{
  g_return_if_fail (self != NULL);

  take_line (&self->version, version);
}

/**
 * scr_document_set_furniture:
 * @self: a document
 * @furniture: (nullable): what it belongs to, as in the name of the partnership: top of every page
 */
void
scr_document_set_furniture (ScrDocument *self, const char *furniture)
{
  g_return_if_fail (self != NULL);

  take_line (&self->furniture, furniture);
}

/**
 * scr_document_set_created:
 * @self: a document
 * @created: (nullable): when it was made, as in "2019-06-12T09:00:00Z"; %NULL: when it is written
 */
void
scr_document_set_created (ScrDocument *self, const char *created)
{
  g_return_if_fail (self != NULL);

  take_line (&self->created, created);
}

/**
 * scr_document_set_language_code:
 * @self: a document
 * @code: the code of its language as in BCP 47, where it is not the one that its own words come from
 */
void
scr_document_set_language_code (ScrDocument *self, const char *code)
{
  g_return_if_fail (self != NULL && code != NULL && *code != '\0');

  take_line (&self->language_code, code);
}

/**
 * scr_document_set_text_size:
 * @self: a document
 * @points: the size of its body's letters, 8 to 36
 */
void
scr_document_set_text_size (ScrDocument *self, double points)
{
  g_return_if_fail (self != NULL);

  self->text_size = CLAMP (points, SMALLEST_TEXT, GREATEST_TEXT);
}

/**
 * scr_document_set_right_to_left:
 * @self: a document
 * @right_to_left: whether it reads from right to left; the language says so at first
 */
void
scr_document_set_right_to_left (ScrDocument *self, gboolean right_to_left)
{
  g_return_if_fail (self != NULL);

  self->right_to_left = right_to_left;
}

/**
 * scr_document_set_plain_font:
 * @self: a document
 * @plain_font: whether it uses the letters that are easiest to tell apart
 */
void
scr_document_set_plain_font (ScrDocument *self, gboolean plain_font)
{
  g_return_if_fail (self != NULL);

  self->plain_font = plain_font;
}

/**
 * scr_document_set_high_contrast:
 * @self: a document
 * @high_contrast: whether it uses black on white only
 */
void
scr_document_set_high_contrast (ScrDocument *self, gboolean high_contrast)
{
  g_return_if_fail (self != NULL);

  self->high_contrast = high_contrast;
}

/**
 * scr_document_set_sheet:
 * @self: a document
 * @width: of its pages, in points
 * @height: of its pages, in points
 */
void
scr_document_set_sheet (ScrDocument *self, double width, double height)
{
  g_return_if_fail (self != NULL && width > 0 && height > 0);

  self->sheet_width = width;
  self->sheet_height = height;
}

/**
 * scr_document_set_numbered:
 * @self: a document
 * @numbered: whether headings added from now on are numbered
 */
void
scr_document_set_numbered (ScrDocument *self, gboolean numbered)
{
  g_return_if_fail (self != NULL);

  self->numbered = numbered;
}

/**
 * scr_document_get_language:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the language its own words come from; %NULL is the interface's
 */
ScrLanguage *
scr_document_get_language (const ScrDocument *self)
{
  return self->language;
}

/**
 * scr_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
scr_document_get_title (const ScrDocument *self)
{
  return self->title;
}

/**
 * scr_document_get_subtitle:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the line under its title
 */
const char *
scr_document_get_subtitle (const ScrDocument *self)
{
  return self->subtitle;
}

/**
 * scr_document_get_author:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): who wrote it
 */
const char *
scr_document_get_author (const ScrDocument *self)
{
  return self->author;
}

/**
 * scr_document_get_marking:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): how it may be passed on
 */
const char *
scr_document_get_marking (const ScrDocument *self)
{
  return self->marking;
}

/**
 * scr_document_get_version:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): which version it is
 */
const char *
scr_document_get_version (const ScrDocument *self)
{
  return self->version;
}

/**
 * scr_document_get_furniture:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what it belongs to
 */
const char *
scr_document_get_furniture (const ScrDocument *self)
{
  return self->furniture;
}

/**
 * scr_document_get_created:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): when it was made
 */
const char *
scr_document_get_created (const ScrDocument *self)
{
  return self->created;
}

/**
 * scr_document_get_language_code:
 * @self: a document
 *
 * Returns: (transfer none): the code of its language as in BCP 47
 */
const char *
scr_document_get_language_code (const ScrDocument *self)
{
  return self->language_code;
}

/**
 * scr_document_get_right_to_left:
 * @self: a document
 *
 * Returns: whether it reads from right to left
 */
gboolean
scr_document_get_right_to_left (const ScrDocument *self)
{
  return self->right_to_left;
}

/**
 * scr_document_get_text_size:
 * @self: a document
 *
 * Returns: the size of its body's letters in points
 */
double
scr_document_get_text_size (const ScrDocument *self)
{
  return self->text_size;
}

/**
 * scr_document_get_plain_font:
 * @self: a document
 *
 * Returns: whether it uses the letters that are easiest to tell apart
 */
gboolean
scr_document_get_plain_font (const ScrDocument *self)
{
  return self->plain_font;
}

/**
 * scr_document_get_high_contrast:
 * @self: a document
 *
 * Returns: whether it uses black on white only
 */
gboolean
scr_document_get_high_contrast (const ScrDocument *self)
{
  return self->high_contrast;
}

/**
 * scr_document_get_sheet:
 * @self: a document
 * @width: (out): of its pages, in points
 * @height: (out): of its pages, in points
 */
void
scr_document_get_sheet (const ScrDocument *self, double *width, double *height)
{
  *width = self->sheet_width;
  *height = self->sheet_height;
}

/* For the layout: the content. */
const ScrBlock *
scr_document_get_root (const ScrDocument *self)
{
  return self->root;
}

/* For the layout: all headings, of ScrBlock, in order. */
const GPtrArray *
scr_document_get_headings (const ScrDocument *self)
{
  return self->headings;
}
