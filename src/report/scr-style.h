/* ScrStyle - how one document looks: its letters, sizes, spaces and inks, made from its text size and
 * options.
 *
 * Owns a Pango font map of its own, so that documents can be laid out on several threads. One thread.
 */
#pragma once

#include "scr-canvas.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_FACE_BODY,
  SCR_FACE_TITLE,
  SCR_FACE_GREAT_TITLE, /* on a page of its own */
  SCR_FACE_SUBTITLE,
  SCR_FACE_HEADING_1,
  SCR_FACE_HEADING_2,
  SCR_FACE_HEADING_3,
  SCR_FACE_CELL,
  SCR_FACE_HEAD, /* heads of columns and rows */
  SCR_FACE_CAPTION,
  SCR_FACE_MARKING,
  SCR_FACE_FURNITURE,
  SCR_FACE_CODE,
} ScrFace;

#define SCR_N_FACES (SCR_FACE_CODE + 1)

/* A page and its margins, in points. */
typedef struct
{
  double width;
  double height;
  double side;
  double top;    /* where content begins */
  double bottom; /* where content ends, from the top */
} ScrSheet;

typedef struct _ScrStyle ScrStyle;

struct _ScrStyle
{
  double text_size;
  gboolean right_to_left;
  gboolean high_contrast;
  const ScrInks *inks;
  ScrSheet sheet;
  PangoContext *context;
  PangoLayout *layouts[SCR_N_FACES]; /* reused: each text is laid out and its lines taken away */
  PangoAttrList *attributes;         /* what all plain texts have */
  double sizes[SCR_N_FACES];
  double leading[SCR_N_FACES]; /* height of a line against its natural one */
};

ScrStyle *scr_style_new (const ScrDocument *document);
void scr_style_free (ScrStyle *self);
double scr_style_scale (const ScrStyle *self, double points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrStyle, scr_style_free)

G_END_DECLS
