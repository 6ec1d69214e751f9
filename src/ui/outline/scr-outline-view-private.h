/* What the files of ScrOutlineView share. */
#pragma once

#include "scr-item-list.h"
#include "scr-outline-rows.h"
#include "scr-outline-table.h"
#include "scr-outline-view.h"

G_BEGIN_DECLS

struct _ScrOutlineView
{
  ScrView parent_instance;

  ScrStore *store;      /* (nullable) */
  GSignalGroup *store_changes;
  GListModel *kinds;    /* (element-type ScrOutlineKind) */
  const ScrKind *kind;  /* (nullable): the one that is shown */
  ScrItemList *items;   /* (nullable) */
  GtkMultiSelection *selection; /* (nullable) */
  gboolean selecting;   /* the selection alters because we do it */

  GtkWidget *bar;
  GtkWidget *heading;
  GtkWidget *kind_drop_down;
  GtkWidget *wide_filter;
  GtkWidget *narrow_filter;
  GtkWidget *filter_entry;
  GtkWidget *new_button;
  GtkWidget *stack;
  ScrOutlineTable *table;
  ScrOutlineRows *rows;
  GtkWidget *empty_page;
  GtkWidget *first_step;
  GMenuModel *row_menu;
  GMenu *move_section;
  GtkWidget *popover; /* (nullable) */
  GSimpleActionGroup *actions;
};

/* scr-outline-actions.c */
void scr_outline_view_add_actions (ScrOutlineView *self);
void scr_outline_view_update_actions (ScrOutlineView *self);
GPtrArray *scr_outline_view_list_selected (ScrOutlineView *self);
void scr_outline_view_begin_new (ScrOutlineView *self);
gboolean scr_outline_view_is_ordered (ScrOutlineView *self);

/* scr-outline-empty.c */
void scr_outline_view_show_nothing_found (ScrOutlineView *self);
void scr_outline_view_show_narrowed_away (ScrOutlineView *self);
void scr_outline_view_show_none_yet (ScrOutlineView *self);

/* scr-outline-menu.c */
void scr_outline_view_ask_menu (ScrOutlineView *self, guint position, GtkWidget *at, double x, double y);
void scr_outline_view_add_keys (ScrOutlineView *self);

/* scr-outline-view.c */
void scr_outline_view_select_position (ScrOutlineView *self, guint position);

G_END_DECLS
