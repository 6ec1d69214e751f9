/* ScrPagePicture - one page of the previewed PDF, drawn by the worker; used for pages and for thumbnails.
 *
 * A page is drawn in one piece; when that would be very large, in tiles, of which only those in sight are
 * asked for. Always holds: once something of the page was drawn, something is shown (older, smaller or of the
 * document's former version) until the right picture is there: it never flashes white. Main thread.
 */
#include "config.h"

#include "scr-page-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "scr-page-piece.h"

/* Device pixels of a picture that is still drawn in one piece; the side of a tile of a larger one. */
#define WHOLE_LIMIT (4.0 * 1024 * 1024)
#define TILE_SIDE 1024
/* Device pixels of what stands behind the tiles. */
#define BACKDROP_LIMIT (1024.0 * 1024)
/* Characters of the text that assistive technology is told of. */
#define EXCERPT_LENGTH 600

struct _ScrPagePicture
{
  GtkWidget parent_instance;

  ScrPreviewWorker *worker;
  ScrPreviewSearch *search; /* NULL: no highlights */
  guint n_marked;           /* matches drawn last, and which of them is the current one */
  int marked;
  ScrPreviewContents *contents;
  guint page;
  gboolean is_thumbnail;

  GPtrArray *pieces;      /* of ScrPagePiece, which together are the page at the wanted size */
  ScrPagePiece *backdrop; /* the page whole and small, while pieces has more than one */
  GdkTexture *base;       /* the latest picture of the whole page, whatever its size */
  guint base_version;
  GCancellable *text_cancellable;
  char *excerpt; /* of its words, NULL until they are read */
};

enum
{
  TEXT_READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrPagePicture, scr_page_picture, GTK_TYPE_WIDGET)

static void
on_piece_drawn (ScrPagePiece *piece, gpointer data)
{
  ScrPagePicture *self = SCR_PAGE_PICTURE (data);

  if (scr_page_piece_is_whole (piece))
    {
      g_set_object (&self->base, piece->texture);
      self->base_version = piece->key.version;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static ScrPagePiece *
piece_new (ScrPagePicture *self, int width, int height, const GdkRectangle *area)
{
  ScrTextureKey key = {scr_preview_contents_get_version (self->contents), self->page, width, height, *area};

  return scr_page_piece_new (self->worker, &key, on_piece_drawn, self);
}

static void
make_tiles (ScrPagePicture *self, int width, int height)
{
  GdkRectangle tile;

  for (tile.y = 0; tile.y < height; tile.y += TILE_SIDE)
    for (tile.x = 0; tile.x < width; tile.x += TILE_SIDE)
      {
        tile.width = MIN (TILE_SIDE, width - tile.x);
        tile.height = MIN (TILE_SIDE, height - tile.y);
        g_ptr_array_add (self->pieces, piece_new (self, width, height, &tile));
      }
}

static void
drop_pieces (ScrPagePicture *self)
{
  g_ptr_array_set_size (self->pieces, 0);
  g_clear_pointer (&self->backdrop, scr_page_piece_free);
}

/* Has the pieces fit the widget's size, the display's scale and the document's version. */
static void
update_pieces (ScrPagePicture *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * scale;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * scale;
  GdkRectangle whole = {0, 0, width, height};

  if (self->pieces->len > 0)
    {
      ScrPagePiece *piece = g_ptr_array_index (self->pieces, 0);

      if (piece->key.width == width && piece->key.height == height)
        return;
    }
  drop_pieces (self);
  if (width <= 0 || height <= 0)
    return;

  if ((double)width * height > WHOLE_LIMIT)
    {
      double smaller = sqrt (BACKDROP_LIMIT / ((double)width * height));

      make_tiles (self, width, height);
      whole.width = MAX (1, (int)(width * smaller));
      whole.height = MAX (1, (int)(height * smaller));
      self->backdrop = piece_new (self, whole.width, whole.height, &whole);
    }
  else
    g_ptr_array_add (self->pieces, piece_new (self, width, height, &whole));
}

/* A thumbnail of a page is better than white, until the page itself is drawn. */
static void
borrow_thumbnail (ScrPagePicture *self)
{
  const ScrPageSize *size = &scr_preview_contents_get_sizes (self->contents)[self->page];
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = SCR_THUMBNAIL_WIDTH * scale;
  int height = (int)round (SCR_THUMBNAIL_WIDTH * size->height / MAX (size->width, 1)) * scale;
  ScrTextureKey key
      = {scr_preview_contents_get_version (self->contents), self->page, width, height, {0, 0, width, height}};
  GdkTexture *texture = scr_preview_worker_peek (self->worker, &key);

  if (texture == NULL)
    return;
  self->base = g_object_ref (texture);
  self->base_version = 0;
}

static char *
make_excerpt (const char *text)
{
  const char *end, *space;

  if (g_utf8_strlen (text, -1) <= EXCERPT_LENGTH)
    return g_strdup (text);
  end = g_utf8_offset_to_pointer (text, EXCERPT_LENGTH);
  space = g_strrstr_len (text, end - text, " ");
  return g_strdup_printf ("%.*s…", (int)((space != NULL ? space : end) - text), text);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = scr_preview_worker_read_text_finish (result, &error);
  ScrPagePicture *self;

  if (text == NULL)
    return;

  self = SCR_PAGE_PICTURE (data);
  g_clear_object (&self->text_cancellable);
  g_free (self->excerpt);
  self->excerpt = make_excerpt (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->excerpt,
                                  -1);
  g_signal_emit (self, signals[TEXT_READ], 0);
}

static void
want_text (ScrPagePicture *self)
{
  if (self->is_thumbnail || self->excerpt != NULL || self->text_cancellable != NULL)
    return;
  self->text_cancellable = g_cancellable_new ();
  scr_preview_worker_read_text (self->worker, scr_preview_contents_get_version (self->contents), self->page,
                                self->text_cancellable, on_text_read, self);
}

static void
drop_text (ScrPagePicture *self)
{
  g_cancellable_cancel (self->text_cancellable);
  g_clear_object (&self->text_cancellable);
  g_clear_pointer (&self->excerpt, g_free);
}

static void
scr_page_picture_dispose (GObject *object)
{
  ScrPagePicture *self = SCR_PAGE_PICTURE (object);

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  drop_pieces (self);
  drop_text (self);
  g_clear_object (&self->base);
  g_clear_object (&self->worker);
  g_clear_object (&self->search);
  g_clear_object (&self->contents);
  G_OBJECT_CLASS (scr_page_picture_parent_class)->dispose (object);
}

static void
scr_page_picture_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_PAGE_PICTURE (object)->pieces);
  G_OBJECT_CLASS (scr_page_picture_parent_class)->finalize (object);
}

static void
scr_page_picture_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  ScrPagePicture *self = SCR_PAGE_PICTURE (widget);
  double height = SCR_THUMBNAIL_WIDTH * 1.4;

  if (!self->is_thumbnail)
    return; /* its view gives it its size */
  if (self->contents != NULL)
    {
      const ScrPageSize *size = &scr_preview_contents_get_sizes (self->contents)[self->page];

      height = round (SCR_THUMBNAIL_WIDTH * size->height / MAX (size->width, 1));
    }
  *minimum = *natural
      = orientation == GTK_ORIENTATION_HORIZONTAL ? SCR_THUMBNAIL_WIDTH : (int)MIN (height, 1000);
}

static void
scr_page_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrPagePicture *self = SCR_PAGE_PICTURE (widget);

  if (self->is_thumbnail && self->contents != NULL)
    scr_page_picture_show (self, NULL, SCR_PREVIEW_PRIORITY_THUMBNAIL);
}

static void
snapshot_pictures (ScrPagePicture *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t all
      = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  float scale = gtk_widget_get_scale_factor (widget);

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) {1, 1, 1, 1}, &all);
  if (self->base != NULL)
    gtk_snapshot_append_texture (snapshot, self->base, &all);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      ScrPagePiece *piece = g_ptr_array_index (self->pieces, i);
      GdkRectangle *area = &piece->key.piece;

      if (piece->texture != NULL && piece->texture != self->base)
        gtk_snapshot_append_texture (snapshot, piece->texture,
                                     &GRAPHENE_RECT_INIT (area->x / scale, area->y / scale,
                                                          area->width / scale, area->height / scale));
    }
}

static void
snapshot_matches (ScrPagePicture *self, GtkSnapshot *snapshot, GArray *matches, int current)
{
  static const GdkRGBA found = {1, 0.933f, 0.722f, 1}, chosen = {1, 0.847f, 0.42f, 1};
  static const GdkRGBA edge = {0.53f, 0.35f, 0, 1};
  float width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < matches->len; i++)
    {
      ScrPageMatch *match = &g_array_index (matches, ScrPageMatch, i);
      gboolean is_current = (int)match->match == current;
      graphene_rect_t area;

      graphene_rect_init (&area, match->area.x * width - 1, match->area.y * height - 1,
                          match->area.width * width + 2, match->area.height * height + 2);
      gtk_snapshot_append_color (snapshot, is_current ? &chosen : &found, &area);
      /* Not by colour alone: the current one is underlined too. */
      if (is_current)
        gtk_snapshot_append_color (
            snapshot, &edge,
            &GRAPHENE_RECT_INIT (area.origin.x, area.origin.y + area.size.height, area.size.width, 2));
    }
}

static void
scr_page_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScrPagePicture *self = SCR_PAGE_PICTURE (widget);
  GArray *matches = NULL;
  int current = -1;

  if (self->contents == NULL)
    return;
  if (self->search != NULL)
    matches = scr_preview_search_peek_page (self->search, self->page, &current);
  self->n_marked = matches != NULL ? matches->len : 0;
  self->marked = current;
  if (self->n_marked == 0)
    {
      snapshot_pictures (self, snapshot);
      return;
    }

  /* As with a marker pen: paper takes the colour, ink stays as dark as it is. */
  gtk_snapshot_push_blend (snapshot, GSK_BLEND_MODE_MULTIPLY);
  snapshot_pictures (self, snapshot);
  gtk_snapshot_pop (snapshot);
  snapshot_matches (self, snapshot, matches, current);
  gtk_snapshot_pop (snapshot);
}

static void
scr_page_picture_class_init (ScrPagePictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = scr_page_picture_dispose;
  object_class->finalize = scr_page_picture_finalize;
  widget_class->measure = scr_page_picture_measure;
  widget_class->size_allocate = scr_page_picture_size_allocate;
  widget_class->snapshot = scr_page_picture_snapshot;
  signals[TEXT_READ] = g_signal_new ("text-read", SCR_TYPE_PAGE_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "scr-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
scr_page_picture_init (ScrPagePicture *self)
{
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) scr_page_piece_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate), NULL);
}

/* A search tells of every page it has been through: only what alters this one is drawn. */
static void
on_search_moved (ScrPagePicture *self)
{
  int current;
  GArray *matches = scr_preview_search_peek_page (self->search, self->page, &current);
  guint n = matches != NULL ? matches->len : 0;

  if (n == 0 && self->n_marked == 0)
    return;
  if (n == self->n_marked && current == self->marked)
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * scr_page_picture_new:
 * @worker: who draws
 * @search: whose matches are marked
 *
 * Returns: (transfer floating): a picture of no page; its parent gives it its size and calls
 * scr_page_picture_show()
 */
ScrPagePicture *
scr_page_picture_new (ScrPreviewWorker *worker, ScrPreviewSearch *search)
{
  ScrPagePicture *self = g_object_new (SCR_TYPE_PAGE_PICTURE, NULL);

  self->worker = g_object_ref (worker);
  self->search = g_object_ref (search);
  g_signal_connect_swapped (search, "changed", G_CALLBACK (on_search_moved), self);
  return self;
}

/**
 * scr_page_picture_new_thumbnail:
 * @worker: who draws
 *
 * Returns: (transfer floating): a picture of no page, %SCR_THUMBNAIL_WIDTH wide, which asks for its drawing
 * by itself
 */
ScrPagePicture *
scr_page_picture_new_thumbnail (ScrPreviewWorker *worker)
{
  ScrPagePicture *self = g_object_new (SCR_TYPE_PAGE_PICTURE, NULL);

  self->worker = g_object_ref (worker);
  self->is_thumbnail = TRUE;
  return self;
}

static void
update_label (ScrPagePicture *self)
{
  g_autofree char *label = NULL;

  if (self->is_thumbnail)
    label = g_strdup_printf (_ ("Page %u"), self->page + 1);
  else
    label = g_strdup_printf (_ ("Page %u of %u"), self->page + 1,
                             scr_preview_contents_get_n_pages (self->contents));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * scr_page_picture_set_page:
 * @self: a picture
 * @contents: (nullable): of which document, %NULL for no page at all
 * @page: index from 0
 *
 * What is shown of the same page in an older version stays until the new one is drawn.
 */
void
scr_page_picture_set_page (ScrPagePicture *self, ScrPreviewContents *contents, guint page)
{
  if (self->contents == contents && self->page == page)
    return;
  if (contents == NULL || page != self->page)
    g_clear_object (&self->base);
  drop_pieces (self);
  drop_text (self);
  g_set_object (&self->contents, contents);
  self->page = page;
  if (contents != NULL)
    update_label (self);
  if (self->is_thumbnail)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * scr_page_picture_get_page:
 * @self: a picture
 *
 * Returns: index of the page it shows
 */
guint
scr_page_picture_get_page (ScrPagePicture *self)
{
  return self->page;
}

/**
 * scr_page_picture_show:
 * @self: a picture with a page, which has been given its size
 * @shown: (nullable): what of it is in sight or nearly so, in pixels; %NULL for all
 * @priority: how urgent that is
 *
 * Asks for what is to be seen, and gives up what is not.
 */
void
scr_page_picture_show (ScrPagePicture *self, const ScrPageArea *shown, ScrPreviewPriority priority)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  g_return_if_fail (self->contents != NULL);

  update_pieces (self);
  if (self->base == NULL && !self->is_thumbnail)
    borrow_thumbnail (self);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      ScrPagePiece *piece = g_ptr_array_index (self->pieces, i);
      GdkRectangle *area = &piece->key.piece;

      if (shown == NULL
          || (area->x < (shown->x + shown->width) * scale && area->x + area->width > shown->x * scale
              && area->y < (shown->y + shown->height) * scale && area->y + area->height > shown->y * scale))
        scr_page_piece_want (piece, priority);
      else
        {
          scr_page_piece_cancel (piece);
          g_clear_object (&piece->texture); /* the cache still has it, while there is room */
        }
    }
  if (self->backdrop != NULL && self->base_version != self->backdrop->key.version)
    scr_page_piece_want (self->backdrop, MAX (priority, SCR_PREVIEW_PRIORITY_NEAR));
  if (priority == SCR_PREVIEW_PRIORITY_VISIBLE)
    want_text (self);
}

/**
 * scr_page_picture_is_ready:
 * @self: a picture
 *
 * Returns: whether all that was asked for is there, at the right size and of the right version
 */
gboolean
scr_page_picture_is_ready (ScrPagePicture *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (((ScrPagePiece *)g_ptr_array_index (self->pieces, i))->cancellable != NULL)
      return FALSE;
  return self->pieces->len > 0;
}

/**
 * scr_page_picture_is_blank:
 * @self: a picture
 *
 * Returns: whether nothing at all of the page is there to be shown
 */
gboolean
scr_page_picture_is_blank (ScrPagePicture *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (((ScrPagePiece *)g_ptr_array_index (self->pieces, i))->texture != NULL)
      return FALSE;
  return self->base == NULL;
}

/**
 * scr_page_picture_get_excerpt:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): how the page's text begins, %NULL until it is read
 */
const char *
scr_page_picture_get_excerpt (ScrPagePicture *self)
{
  return self->excerpt;
}
