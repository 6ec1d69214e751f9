/* What the files of ScrMapCanvas share. Private to map/canvas/. */
#pragma once

#include "scr-map-canvas.h"
#include "scr-map-scene.h"

G_BEGIN_DECLS

/* Below this zoom nobody can read a card. More cards than this are then drawn as plain boxes, and only the one
 * where the keyboard is has a widget. */
#define SCR_MAP_LEGIBLE_ZOOM 0.3
#define SCR_MAP_MOST_SMALL_FACES 120

/* What the pointer is doing. */
typedef enum
{
  SCR_MAP_IDLE,
  SCR_MAP_PRESSED, /* down, not yet 8 px away */
  SCR_MAP_PANNING,
  SCR_MAP_MOVING,  /* cards */
  SCR_MAP_LINKING, /* from a handle to another card */
  SCR_MAP_BANDING, /* a rubber band */
} ScrMapDeed;

struct _ScrMapCanvas
{
  GtkWidget parent_instance;

  ScrMapScene *scene; /* (nullable) */
  double zoom;
  double x; /* what of the map lies at the left edge, px of the map */
  double y;
  gboolean editable;
  gboolean fit_when_sized; /* a new map that has not been seen yet */
  gboolean fitted;         /* the whole map is seen, and stays so until somebody zooms or pans */
  int fitted_width;        /* the size for which it was fitted */
  int fitted_height;
  gboolean sizing;         /* within size_allocate */
  guint viewed_source;     /* "viewed" is to be told */
  guint measure_source;    /* letters may have another size */
  double card_height;      /* px, with the text as large as it is; 0: not measured */

  GHashTable *faces;     /* identity of a card to its widget, for those that are visible */
  GPtrArray *spare;      /* (element-type ScrMapCardFace): made, and shown no more */
  GtkWidget *ruler;      /* a card that is never seen: letters are measured by it */
  gboolean boxed;        /* cards are boxes now */
  GArray *visible;       /* (element-type guint): cards that are seen, kept for the next frame's room */
  GtkWidget *link_label; /* (nullable): the selected link as a widget, for the keyboard */
  GHashTable *top;       /* (nullable): identity to ScrMapBadge */
  GHashTable *bottom;    /* (nullable) */
  GHashTable *layouts;   /* index of a link to PangoLayout: labels that were drawn last */

  GHashTable *selected; /* identities of cards and links */
  char *current;        /* (nullable): the card where the keyboard is */
  char *current_link;   /* (nullable): the link that is selected */
  GString *typed;       /* letters typed to find a card */
  gint64 typed_at;

  ScrMapDeed deed;
  double press_x; /* where the pointer went down, px of the widget */
  double press_y;
  double pointer_x;
  double pointer_y;
  double press_origin_x; /* x and y of the view then */
  double press_origin_y;
  int pressed_card;
  int linked_card; /* the card under the end of a link that is being drawn, -1 for none */
  int hovered;
  gboolean on_handle;
  gboolean alone_when_clicked; /* a click, unlike a drag, selects the pressed card alone */
  gpointer drag;               /* (nullable): the gesture whose deed it is, to tell it from others, never used */
  GArray *origins; /* (element-type ScrPoint): where the cards of `moved` stood */
  GArray *moved;   /* (element-type guint) */
  double guide_x;  /* of the line that shows an alignment, NaN for none */
  double guide_y;
  guint scroll_tick; /* while the pointer drags near an edge */
  double pinch_zoom;

  AdwAnimation *animation; /* (nullable): cards on their way */
  GArray *animated_from;   /* (element-type ScrPoint): one for each card */
  GArray *animated_to;
};

/* scr-map-canvas-faces.c */
void scr_map_canvas_match_faces (ScrMapCanvas *self);
void scr_map_canvas_place_faces (ScrMapCanvas *self);
void scr_map_canvas_show_child (GtkWidget *face, gboolean shown);
void scr_map_canvas_refresh_faces (ScrMapCanvas *self);
const GArray *scr_map_canvas_list_visible (ScrMapCanvas *self);

/* scr-map-canvas.c */
void scr_map_canvas_update (ScrMapCanvas *self);
void scr_map_canvas_view_changed (ScrMapCanvas *self);
void scr_map_canvas_zoom_around (ScrMapCanvas *self, double zoom, double x, double y);
ScrPoint scr_map_canvas_to_map (ScrMapCanvas *self, double x, double y);
ScrPoint scr_map_canvas_from_map (ScrMapCanvas *self, double x, double y);
GtkWidget *scr_map_canvas_find_face (ScrMapCanvas *self, const char *id);
void scr_map_canvas_emit_moves (ScrMapCanvas *self);
void scr_map_canvas_emit_menu (ScrMapCanvas *self, double x, double y);
void scr_map_canvas_emit (ScrMapCanvas *self, const char *signal);
void scr_map_canvas_emit_opened (ScrMapCanvas *self);
void scr_map_canvas_emit_link (ScrMapCanvas *self, guint from, guint to, double x, double y);
void scr_map_canvas_emit_create (ScrMapCanvas *self, double x, double y);

/* scr-map-canvas-select.c */
const char *scr_map_canvas_get_card_id (ScrMapCanvas *self, guint card);
void scr_map_canvas_select_card (ScrMapCanvas *self, guint card, gboolean add);
gboolean scr_map_canvas_enter (ScrMapCanvas *self);
void scr_map_canvas_select_current (ScrMapCanvas *self);
void scr_map_canvas_select_link (ScrMapCanvas *self, guint link);
void scr_map_canvas_select_within (ScrMapCanvas *self, const ScrBox *within, gboolean add);
int scr_map_canvas_get_current_card (ScrMapCanvas *self);
void scr_map_canvas_reveal (ScrMapCanvas *self, const ScrBox *box);
void scr_map_canvas_forget_missing (ScrMapCanvas *self);
void scr_map_canvas_show_link_label (ScrMapCanvas *self);
void scr_map_canvas_place_link_label (ScrMapCanvas *self);

/* scr-map-canvas-draw.c */
void scr_map_canvas_draw (ScrMapCanvas *self, GtkSnapshot *snapshot);
void scr_map_canvas_draw_above (ScrMapCanvas *self, GtkSnapshot *snapshot);

/* scr-map-canvas-pointer.c */
void scr_map_canvas_add_pointer (ScrMapCanvas *self);
gboolean scr_map_canvas_cancel_drag (ScrMapCanvas *self);
void scr_map_canvas_forget_hovered (ScrMapCanvas *self);

/* scr-map-canvas-keys.c */
void scr_map_canvas_add_keys (ScrMapCanvas *self);

/* scr-map-canvas-move.c */
void scr_map_canvas_begin_move (ScrMapCanvas *self);
void scr_map_canvas_move_by (ScrMapCanvas *self, double dx, double dy, gboolean align);
void scr_map_canvas_end_move (ScrMapCanvas *self, gboolean keep);
void scr_map_canvas_animate_from (ScrMapCanvas *self, const ScrPoint *from);
void scr_map_canvas_stop_animation (ScrMapCanvas *self);

G_END_DECLS
