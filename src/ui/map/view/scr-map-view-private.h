/* What the files of ScrMapView share. Private to map/. */
#pragma once

#include "scr-map-view.h"

#include "scr-map-compare-face.h"
#include "scr-map-filter.h"
#include "scr-map-gaps.h"
#include "scr-map-slider.h"
#include "scr-map-tree.h"
#include "scr-outline-view.h"

G_BEGIN_DECLS

struct _ScrMapView
{
  ScrView parent_instance;

  AdwBin *bar_slot;
  GtkWidget *heading;
  GMenuModel *faces_menu;
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
  AdwBin *slider_slot;
  AdwBin *gaps_slot;
  GtkStack *shown; /* canvas or table of the same map */
  AdwBin *tree_slot;
  AdwBin *lists_slot;
  GtkWidget *compare_slot;
  GtkWidget *first_step;

  ScrMapCanvas *canvas;
  ScrMapFilter *filter;
  ScrMapSlider *slider;
  ScrMapGaps *gaps;
  ScrMapTree *tree;
  ScrOutlineView *lists;      /* made when first shown */
  ScrMapCompareFace *compare; /* made when first shown */
  GSimpleActionGroup *actions;

  ScrStore *store;
  gulong changed_handler;
  guint refresh_source;
  char *day;             /* (nullable): shown as at; NULL is the record's own today */
  const char *layout;    /* SCR_LAYOUT_… */
  gboolean smoothly;     /* the next map comes in view of the person */
  gboolean syncing;      /* the selection is being taken over from elsewhere */
  GCancellable *tidying; /* (nullable): while Tidy works */
  ScrItem *link_from;    /* (nullable): while a person is asked what kind of link it is */
  ScrItem *link_to;      /* (nullable) */
  gboolean has_menu_place;
  double menu_x; /* where the menu was asked for, px of the map */
  double menu_y;
};

/* scr-map-view.c */
void scr_map_view_set_layout (ScrMapView *self, const char *layout);
void scr_map_view_refresh_soon (ScrMapView *self);
void scr_map_view_refresh (ScrMapView *self);
gboolean scr_map_view_is_writable (ScrMapView *self);

/* scr-map-view-badges.c */
void scr_map_view_show_badges (ScrMapView *self, const char *day);

/* scr-map-view-faces.c */
void scr_map_view_fill_switch (GtkWidget *box);

/* scr-map-view-edit.c */
void scr_map_view_show_report (ScrMapView *self);
void scr_map_view_add_actions (ScrMapView *self);
void scr_map_view_connect_canvas (ScrMapView *self);
void scr_map_view_update_actions (ScrMapView *self);

/* scr-map-view-popups.c */
void scr_map_view_popup (ScrMapView *self, GtkPopover *popover, const GdkRectangle *where);
void scr_map_view_popup_menu (ScrMapView *self, GMenuModel *menu, const GdkRectangle *where);
void scr_map_view_get_current_place (ScrMapView *self, GdkRectangle *where);
void scr_map_view_show_menu (ScrMapView *self, const GdkRectangle *where);
void scr_map_view_ask_name (ScrMapView *self, ScrItem *item);
void scr_map_view_ask_new_card (ScrMapView *self, const char *kind, double x, double y);
void scr_map_view_reveal (ScrMapView *self, ScrItem *item);

/* scr-map-view-occasions.c */
void scr_map_view_on_occasions (GSimpleAction *action, GVariant *unused, gpointer user_data);

/* scr-map-view-tidy.c */
void scr_map_view_on_tidy (GSimpleAction *action, GVariant *layout, gpointer user_data);

G_END_DECLS
