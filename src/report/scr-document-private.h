/* ScrDocument's inside, shared by the files that make it. */
#pragma once

#include "scr-block.h"

G_BEGIN_DECLS

struct _ScrDocument
{
  gatomicrefcount references;
  ScrLanguage *language; /* (nullable): the interface's */

  char *title;
  char *subtitle;
  char *author;
  char *marking;
  char *version;
  char *furniture;
  char *created;
  char *language_code;
  gboolean right_to_left;
  double text_size;
  gboolean plain_font;
  gboolean high_contrast;
  double sheet_width; /* points */
  double sheet_height;
  gboolean numbered;

  ScrBlock *root;
  GPtrArray *open;     /* of ScrBlock, borrowed: the containers begun and not ended, the root first */
  GPtrArray *headings; /* of ScrBlock, borrowed, in order */
  guint last_level;    /* of the heading before */
  guint numbers[3];    /* of the last heading of each level */
  guint n_figures;
};

G_END_DECLS
