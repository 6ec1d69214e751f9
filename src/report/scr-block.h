/* ScrBlock - one piece of a report's content, as the layout sees it. Made through ScrDocument only.
 *
 * Owns its text, table and children. A document's thread.
 */
#pragma once

#include "scr-document.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_BLOCK_ROOT,
  SCR_BLOCK_TITLE, /* the document's title and subtitle, at the top of the first page */
  SCR_BLOCK_HEADING,
  SCR_BLOCK_PARAGRAPH,
  SCR_BLOCK_CODE, /* a paragraph whose lines stay as they are */
  SCR_BLOCK_LIST,
  SCR_BLOCK_ITEM,
  SCR_BLOCK_NOTE,
  SCR_BLOCK_QUOTE,
  SCR_BLOCK_TABLE,
  SCR_BLOCK_FIGURE,
  SCR_BLOCK_CONTENTS,
  SCR_BLOCK_PAGE_BREAK,
  SCR_BLOCK_RULE,
} ScrBlockType;

typedef struct _ScrBlock ScrBlock;

struct _ScrBlock
{
  ScrBlockType type;
  ScrText
      *text; /* (nullable): of headings (number included), paragraphs; the caption of figures and tables */
  GPtrArray *children; /* (nullable): of ScrBlock: what containers hold */

  guint level; /* of headings: 1 to 3 */
  ScrHeadingFlags flags;
  char *anchor;        /* (nullable): of headings: what links name */
  gboolean is_ordered; /* of lists */
  guint first_number;  /* of ordered lists */
  ScrTone tone;        /* of notes */
  gboolean own_page;   /* of titles */
  ScrTable *table;     /* (nullable) */

  ScrFigureFunc draw; /* of figures */
  gpointer user_data;
  GDestroyNotify destroy;
  double height;     /* points at a text size of 12: grows with it; 0: what is left of the page */
  char *alternative; /* what a figure shows, in words */
};

ScrBlock *scr_block_new (ScrBlockType type, ScrText *text);
void scr_block_free (ScrBlock *self);
void scr_block_take_child (ScrBlock *self, ScrBlock *child);
gboolean scr_block_is_container (const ScrBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrBlock, scr_block_free)

const ScrBlock *scr_document_get_root (const ScrDocument *self);
const GPtrArray *scr_document_get_headings (const ScrDocument *self);

G_END_DECLS
