/* ScrOutlineFace - what both faces of an outline are: a list of items in a frame that scrolls.
 *
 * A face class makes its list, hands it to scr_outline_face_set_list(), and gives each cell to
 * scr_outline_face_set_up_cell(), scr_outline_face_bind() and scr_outline_face_unbind() as its factory asks for it.
 * Main thread. Signals: "activated" (guint position); "menu-asked" (guint position, GtkWidget *cell, double x, double y).
 */
#pragma once

#include <adwaita.h>

#include "scr-store.h"

G_BEGIN_DECLS

#define SCR_TYPE_OUTLINE_FACE (scr_outline_face_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScrOutlineFace, scr_outline_face, SCR, OUTLINE_FACE, AdwBin)

/**
 * ScrOutlineFaceClass:
 * @show_cell: show what a cell says of its item
 * @is_touched: whether that may have altered with @change
 */
struct _ScrOutlineFaceClass
{
  AdwBinClass parent_class;

  void (*show_cell) (ScrOutlineFace *self, GtkListItem *cell);
  gboolean (*is_touched) (ScrOutlineFace *self, GtkListItem *cell, ScrChange *change);
};

void scr_outline_face_set_list (ScrOutlineFace *self, GtkWidget *list);
void scr_outline_face_set_store (ScrOutlineFace *self, ScrStore *store);
ScrSource *scr_outline_face_get_source (ScrOutlineFace *self);
GtkAdjustment *scr_outline_face_get_hadjustment (ScrOutlineFace *self);

void scr_outline_face_set_up_cell (ScrOutlineFace *self, GtkListItem *cell, GtkWidget *child);
void scr_outline_face_bind (ScrOutlineFace *self, GtkListItem *cell);
void scr_outline_face_unbind (ScrOutlineFace *self, GtkListItem *cell);

void scr_outline_face_refresh (ScrOutlineFace *self, ScrChange *change);
void scr_outline_face_scroll_to (ScrOutlineFace *self, guint position);
gboolean scr_outline_face_focus (ScrOutlineFace *self, guint position);

G_END_DECLS
