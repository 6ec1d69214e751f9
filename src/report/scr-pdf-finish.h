/* What cairo cannot write of a tagged PDF, added through libqpdf's C interface: language, display of the
 * title, XMP metadata, alternative texts, scopes of heads, numbering of lists, words of links, tab order,
 * artifacts.
 *
 * Owns nothing beyond a call. Any thread.
 */
#pragma once

#include "scr-flow.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One element of the structure tree, in the order in which they were begun. */
typedef struct
{
  const char *tag; /* static */
  ScrTagFlags flags;
  guint span;
  char *words; /* (nullable): of a figure, what it shows; of a link, where it leads */
} ScrPdfMark;

typedef struct
{
  const char *title;
  const char *language;
  const char *author;  /* (nullable) */
  const char *subject; /* (nullable) */
  const char *created; /* as in "2019-06-12T09:00:00Z" */
  const char *creator;
  const GArray *marks; /* of ScrPdfMark */
} ScrPdfInfo;

/* The tag of what is seen but not read: cairo 1.16 crashes on "Artifact". */
#define SCR_PDF_ARTIFACT "NonStruct"

GBytes *scr_pdf_finish (GBytes *pdf, const ScrPdfInfo *info, GCancellable *cancellable, GError **error);

G_END_DECLS
