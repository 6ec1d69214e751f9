/* ScrDocument - what a report says, before it is laid out: its title, its language, its markings, and its
 * content as headings, paragraphs, lists, tables, figures and notes.
 *
 * Owns all of it. Always holds: headings never skip a level; every figure has words that say what it shows;
 * containers that were begun are ended before the document is laid out (scr_pdf_write() ends what is left
 * open). Built by one thread; the finished document may be handed to another.
 */
#pragma once

#include "scr-language.h"
#include "scr-table.h"
#include "scr-text.h"

G_BEGIN_DECLS

typedef struct _ScrDocument ScrDocument;
typedef struct _ScrCanvas ScrCanvas;

/**
 * ScrFigureFunc:
 * @canvas: where to draw, and in what inks and letters: see scr-canvas.h
 * @width: points to draw in
 * @height: points to draw in
 * @user_data: what was given with the figure
 *
 * Draws a figure from (0, 0) to (@width, @height). Runs on the thread that writes the PDF.
 */
typedef void (*ScrFigureFunc) (const ScrCanvas *canvas, double width, double height, gpointer user_data);

typedef enum
{
  SCR_HEADING_PLAIN = 0,
  SCR_HEADING_UNNUMBERED = 1 << 0, /* takes no number where the document numbers its headings */
  SCR_HEADING_UNLISTED = 1 << 1,   /* is neither in the contents nor in the outline */
} ScrHeadingFlags;

ScrDocument *scr_document_new (ScrLanguage *language);
ScrDocument *scr_document_ref (ScrDocument *self);
void scr_document_unref (ScrDocument *self);

void scr_document_set_title (ScrDocument *self, const char *title);
void scr_document_set_subtitle (ScrDocument *self, const char *subtitle);
void scr_document_set_author (ScrDocument *self, const char *author);
void scr_document_set_marking (ScrDocument *self, const char *marking);
void scr_document_set_version (ScrDocument *self, const char *version);
void scr_document_set_furniture (ScrDocument *self, const char *furniture);
void scr_document_set_created (ScrDocument *self, const char *created);
void scr_document_set_language_code (ScrDocument *self, const char *code);
void scr_document_set_right_to_left (ScrDocument *self, gboolean right_to_left);
void scr_document_set_text_size (ScrDocument *self, double points);
void scr_document_set_plain_font (ScrDocument *self, gboolean plain_font);
void scr_document_set_high_contrast (ScrDocument *self, gboolean high_contrast);
void scr_document_set_sheet (ScrDocument *self, double width, double height);
void scr_document_set_numbered (ScrDocument *self, gboolean numbered);

ScrLanguage *scr_document_get_language (const ScrDocument *self);
const char *scr_document_get_title (const ScrDocument *self);
const char *scr_document_get_subtitle (const ScrDocument *self);
const char *scr_document_get_author (const ScrDocument *self);
const char *scr_document_get_marking (const ScrDocument *self);
const char *scr_document_get_version (const ScrDocument *self);
const char *scr_document_get_furniture (const ScrDocument *self);
const char *scr_document_get_created (const ScrDocument *self);
const char *scr_document_get_language_code (const ScrDocument *self);
gboolean scr_document_get_right_to_left (const ScrDocument *self);
double scr_document_get_text_size (const ScrDocument *self);
gboolean scr_document_get_plain_font (const ScrDocument *self);
gboolean scr_document_get_high_contrast (const ScrDocument *self);
void scr_document_get_sheet (const ScrDocument *self, double *width, double *height);

void scr_document_add_title (ScrDocument *self, gboolean own_page);
const char *scr_document_add_heading (ScrDocument *self, guint level, const char *words);
const char *
scr_document_add_heading_full (ScrDocument *self, guint level, ScrText *text, ScrHeadingFlags flags);
void scr_document_add_contents (ScrDocument *self, const char *heading);
void scr_document_add_paragraph (ScrDocument *self, const char *words);
void scr_document_take_paragraph (ScrDocument *self, ScrText *text);
void scr_document_add_code (ScrDocument *self, const char *lines);
void scr_document_add_markdown (ScrDocument *self, const char *markdown);
void scr_document_add_fact (ScrDocument *self, const char *label, const char *words);
void scr_document_take_fact (ScrDocument *self, const char *label, ScrText *text);
ScrTable *scr_document_add_table (ScrDocument *self, const char *caption);
void scr_document_add_figure (ScrDocument *self,
                              double height,
                              const char *alternative,
                              const char *caption,
                              ScrFigureFunc draw,
                              gpointer user_data,
                              GDestroyNotify destroy);
void scr_document_add_page_figure (ScrDocument *self,
                                   const char *alternative,
                                   ScrFigureFunc draw,
                                   gpointer user_data,
                                   GDestroyNotify destroy);
void scr_document_add_rule (ScrDocument *self);
void scr_document_add_page_break (ScrDocument *self);

void scr_document_begin_list (ScrDocument *self, gboolean ordered, guint first_number);
void scr_document_begin_item (ScrDocument *self);
void scr_document_add_item (ScrDocument *self, const char *words);
void scr_document_take_item (ScrDocument *self, ScrText *text);
void scr_document_begin_note (ScrDocument *self, ScrTone tone);
void scr_document_take_note (ScrDocument *self, ScrTone tone, ScrText *text);
void scr_document_begin_quote (ScrDocument *self);
void scr_document_end (ScrDocument *self);

#define SCR_TYPE_DOCUMENT (scr_document_get_type ())
GType scr_document_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrDocument, scr_document_unref)

G_END_DECLS
