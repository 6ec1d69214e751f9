/* What the files of ScrMapView share. Private to map/. */
#pragma once

#include "scr-map-view.h"

#include "scr-outline-view.h"

G_BEGIN_DECLS

struct _ScrMapView
{
  ScrView parent_instance;

  GtkWidget *map_bar;
  GtkWidget *map_switch;
  GtkWidget *filter_slot;
  GtkWidget *tidy;
  GtkWidget *zoom_box;
  GtkWidget *zoom_label;
  GtkWidget *fit;
  GtkMenuButton *more;
  GtkStack *faces;
  GtkStack *pages;
  GtkOverlay *overlay;
  GtkWidget *slider_slot;
  GtkWidget *gaps_slot;
  GtkWidget *outline_slot;
  GtkWidget *compare_slot;
  GtkWidget *first_step;

  ScrMapCanvas *canvas;
  ScrOutlineView *outline; /* made when first shown */
  GSimpleActionGroup *actions;

  ScrStore *store;
  gulong changed_handler;
  guint refresh_source;
  char *day;           /* (nullable): shown as at; NULL is the record's own today */
  const char *layout;  /* SCR_LAYOUT_… */
  gboolean smoothly;   /* the next map comes in view of the person */
  gboolean syncing;    /* the selection is being taken over from elsewhere */
  GCancellable *tidying; /* (nullable) */
};

/* scr-map-view.c */
void scr_map_view_refresh_soon (ScrMapView *self);
void scr_map_view_refresh (ScrMapView *self);
gboolean scr_map_view_is_writable (ScrMapView *self);

/* scr-map-view-edit.c */
void scr_map_view_add_actions (ScrMapView *self);
void scr_map_view_connect_canvas (ScrMapView *self);
void scr_map_view_update_actions (ScrMapView *self);

G_END_DECLS
