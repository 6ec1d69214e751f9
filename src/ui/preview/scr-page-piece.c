/* ScrPagePiece - a page or a tile of one, at one size, and the request for it.
 *
 * Owns its texture and its request. Always holds: a piece that is freed is told nothing any more. Main
 * thread.
 */
#include "config.h"

#include "scr-page-piece.h"

/**
 * scr_page_piece_new:
 * @worker: who draws
 * @key: what to draw
 * @drawn: told when it is drawn, also within scr_page_piece_want()
 * @user_data: for @drawn
 *
 * Returns: (transfer full): a piece that nobody has asked for yet
 */
ScrPagePiece *
scr_page_piece_new (ScrPreviewWorker *worker,
                    const ScrTextureKey *key,
                    ScrPagePieceFunc drawn,
                    gpointer user_data)
{
  ScrPagePiece *piece = g_new0 (ScrPagePiece, 1);

  piece->key = *key;
  piece->worker = g_object_ref (worker);
  piece->drawn = drawn;
  piece->user_data = user_data;
  return piece;
}

/**
 * scr_page_piece_free:
 * @piece: a piece
 */
void
scr_page_piece_free (ScrPagePiece *piece)
{
  scr_page_piece_cancel (piece);
  g_clear_object (&piece->texture);
  g_clear_object (&piece->worker);
  g_free (piece);
}

/**
 * scr_page_piece_is_whole:
 * @piece: a piece
 *
 * Returns: whether it is the whole page
 */
gboolean
scr_page_piece_is_whole (ScrPagePiece *piece)
{
  return piece->key.piece.width == piece->key.width && piece->key.piece.height == piece->key.height;
}

static void
take (ScrPagePiece *piece, GdkTexture *texture)
{
  g_set_object (&piece->texture, texture);
  piece->drawn (piece, piece->user_data);
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = scr_preview_worker_render_finish (result, &error);
  ScrPagePiece *piece = data;

  /* Cancelled: the piece may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&piece->cancellable);
  if (texture == NULL)
    {
      g_debug ("%s", error->message);
      piece->failed = TRUE;
      return;
    }
  scr_preview_worker_keep (piece->worker, &piece->key, texture);
  take (piece, texture);
}

/**
 * scr_page_piece_want:
 * @piece: a piece
 * @priority: how urgent it is; a more urgent request takes a less urgent one's place
 *
 * Asks for the piece, unless it is there, is asked for already, or cannot be drawn.
 */
void
scr_page_piece_want (ScrPagePiece *piece, ScrPreviewPriority priority)
{
  GdkTexture *texture;

  if (piece->texture != NULL || piece->failed || (piece->cancellable != NULL && piece->priority <= priority))
    return;
  scr_page_piece_cancel (piece);
  texture = scr_preview_worker_peek (piece->worker, &piece->key);
  if (texture != NULL)
    {
      take (piece, texture);
      return;
    }
  piece->priority = priority;
  piece->cancellable = g_cancellable_new ();
  scr_preview_worker_render (piece->worker, &piece->key, priority, piece->cancellable, on_rendered, piece);
}

/**
 * scr_page_piece_cancel:
 * @piece: a piece
 *
 * Drops the request for the piece, if there is one.
 */
void
scr_page_piece_cancel (ScrPagePiece *piece)
{
  g_cancellable_cancel (piece->cancellable);
  g_clear_object (&piece->cancellable);
}
