/* ScrPagePiece - a page or a tile of one, at one size, and the request for it. Main thread. */
#pragma once

#include "scr-preview-worker.h"

G_BEGIN_DECLS

typedef struct _ScrPagePiece ScrPagePiece;

/* Told when the piece has got its texture. */
typedef void (*ScrPagePieceFunc) (ScrPagePiece *piece, gpointer user_data);

struct _ScrPagePiece
{
  ScrTextureKey key;
  GdkTexture *texture;       /* NULL until it is drawn */
  GCancellable *cancellable; /* while it is asked for */

  /*< private >*/
  ScrPreviewWorker *worker;
  ScrPreviewPriority priority;
  gboolean failed;
  ScrPagePieceFunc drawn;
  gpointer user_data;
};

ScrPagePiece *scr_page_piece_new (ScrPreviewWorker *worker,
                                  const ScrTextureKey *key,
                                  ScrPagePieceFunc drawn,
                                  gpointer user_data);
void scr_page_piece_free (ScrPagePiece *piece);
gboolean scr_page_piece_is_whole (ScrPagePiece *piece);
void scr_page_piece_want (ScrPagePiece *piece, ScrPreviewPriority priority);
void scr_page_piece_cancel (ScrPagePiece *piece);

G_END_DECLS
