/* The questions the preview puts to poppler. Each call on the one thread that owns the document. */
#pragma once

#include <gdk/gdk.h>
#include <poppler.h>

#include "scr-preview-contents.h"

G_BEGIN_DECLS

/* A place on a page where searched words are. */
typedef struct
{
  ScrPageArea area; /* from 0 to 1 of the page's width and height, from its top left */
  guint match;      /* which match of the page; one that runs on over a line's end has several areas */
} ScrPageMatch;

PopplerDocument *scr_preview_poppler_open (const char *path, GError **error);
ScrPreviewContents *scr_preview_poppler_read (PopplerDocument *document, guint version, GError **error);
GdkTexture *scr_preview_poppler_render (PopplerDocument *document,
                                        guint page,
                                        int width,
                                        int height,
                                        const GdkRectangle *piece,
                                        GError **error);
char *scr_preview_poppler_text (PopplerDocument *document, guint page);
GArray *scr_preview_poppler_search (PopplerDocument *document, guint page, const char *text);

G_END_DECLS
