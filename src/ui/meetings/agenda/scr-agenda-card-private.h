/* What the files of ScrAgendaCard share. */
#pragma once

#include "scr-agenda-card.h"
#include "scr-agenda-face.h"

G_BEGIN_DECLS

struct _ScrAgendaCard
{
  GtkWidget parent_instance;

  ScrAgendaRows *rows;
  GtkSingleSelection *selection;
  GtkWidget *list;
  gboolean editable;

  /* While a row is dragged: scr-agenda-card-drag.c */
  GtkWidget *line, *ring, *told; /* where it would land, and what that means */
  GdkPaintable *picture;         /* (nullable): of what is dragged; set while it is */
  int dragged;                   /* the row, -1 before the pointer went far enough */
  double from_x, from_y;         /* where it was taken, in this widget */
  double at_x, at_y;             /* where the pointer is, in this widget */
  double picture_x, picture_y;   /* the row's corner, from where it was taken */
  int picture_top;               /* what of the picture is above the row itself */
  gboolean can_drop;
  ScrAgendaSpot spot;
  guint spot_level;
  int line_y;
  guint tick;
};

void scr_agenda_card_add_drag (ScrAgendaCard *self);
void scr_agenda_card_stop_drag (ScrAgendaCard *self);
void scr_agenda_card_allocate_drag (ScrAgendaCard *self);
void scr_agenda_card_draw_drag (ScrAgendaCard *self, GtkSnapshot *snapshot);
ScrAgendaFace *scr_agenda_card_find_face (ScrAgendaCard *self, double x, double y);
void scr_agenda_card_tell_moved (ScrAgendaCard *self, guint row, ScrAgendaSpot *spot);

G_END_DECLS
