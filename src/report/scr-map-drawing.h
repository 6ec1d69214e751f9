/* ScrMapDrawing - a partnership map as one list of shapes and texts, drawn alike by cairo (on paper) and as
 * SVG.
 *
 * Cards are told apart by shape, symbol and word; links by dashes, arrow, label and a mark where something is
 * missing; beneath them stands what the signs mean. Owns its shapes and texts; keeps nothing of the map. Made
 * on one thread; then immutable, any thread.
 *
 * Always holds: everything lies within the bounds; texts are lines that Pango has set, each as wide as it
 * says; every begun group is ended.
 */
#pragma once

#include "scr-canvas.h"
#include "scr-gaps.h"
#include "scr-map.h"
#include "scr-route.h"

G_BEGIN_DECLS

typedef struct _ScrMapDrawing ScrMapDrawing;

/**
 * ScrMapDrawingOptions:
 * @language: (nullable): what it is written in
 * @context: letters to write with
 * @family: the families of these letters, for SVG
 * @high_contrast: whether black on white only will do
 * @title: (nullable): stands above the map, with the next two
 * @subtitle: (nullable)
 * @marking: (nullable)
 * @alternative: what the map shows, in words
 */
typedef struct
{
  const ScrLanguage *language;
  PangoContext *context;
  const char *family;
  gboolean high_contrast;
  const char *title;
  const char *subtitle;
  const char *marking;
  const char *alternative;
} ScrMapDrawingOptions;

ScrMapDrawing *scr_map_drawing_new (const ScrMap *map, const ScrMapDrawingOptions *options);
void scr_map_drawing_free (ScrMapDrawing *self);
void scr_map_drawing_get_bounds (const ScrMapDrawing *self, ScrBox *bounds);
void scr_map_drawing_draw (const ScrMapDrawing *self, const ScrCanvas *canvas, const ScrBox *part);

/* scr-map-svg.c */
char *scr_map_drawing_to_svg (const ScrMapDrawing *self);

/* scr-map-words.c */
char *scr_map_card_dup_words (const ScrLanguage *language, const ScrMapCard *card);
char *scr_map_link_dup_words (const ScrLanguage *language, const ScrMap *map, const ScrMapLink *link);
char *
scr_map_dup_words (const ScrLanguage *language, const ScrMap *map, const ScrGaps *gaps, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrMapDrawing, scr_map_drawing_free)

G_END_DECLS
