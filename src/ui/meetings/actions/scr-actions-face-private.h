/* What the files of ScrActionsFace share. */
#pragma once

#include "scr-action-cards.h"
#include "scr-actions-face.h"
#include "scr-filter-bar.h"
#include "scr-item-list.h"
#include "scr-outline-table.h"
#include "scr-settings.h"

G_BEGIN_DECLS

/* The drop-downs of the filter. */
enum
{
  SCR_ACTIONS_OWNER,
  SCR_ACTIONS_STATE,
  SCR_ACTIONS_GROUP,
  SCR_ACTIONS_MEETING,
};

/* A column of the board; the table is one too, without a state. */
typedef struct
{
  char *state; /* identity; "" is no state, %NULL is the table */
  char *title;
  GtkWidget *box;
  GtkWidget *count;
  ScrActionCards *cards; /* (nullable) */
  ScrItemList *items;
  GtkSingleSelection *selection;
} ScrActionColumn;

struct _ScrActionsFace
{
  ScrView parent_instance;

  ScrStore *store; /* (nullable) */
  ScrDues *dues;   /* (nullable) */
  GSignalGroup *store_changes;
  ScrSettings *settings;
  GtkWidget *sentence;
  GtkWidget *detail;
  GtkWidget *switcher;
  GtkWidget *as_table;
  ScrFilterBar *filter;
  GtkWidget *column_choice; /* narrow: which column is shown */
  GtkWidget *stack;
  GtkWidget *board;
  ScrOutlineTable *table;
  GtkWidget *empty;
  GtkWidget *first_step;
  GPtrArray *columns;            /* (element-type ScrActionColumn) */
  ScrActionColumn *table_column; /* (nullable) */
  GSimpleActionGroup *actions;
  GMenu *moves;
  GtkWidget *popover; /* (nullable) */
  gboolean is_table;
  gboolean selecting;
};

/* scr-actions-face.c */
void scr_actions_face_refresh (ScrActionsFace *self);

/* scr-actions-board.c */
void scr_actions_face_make_columns (ScrActionsFace *self);
void scr_actions_face_drop_columns (ScrActionsFace *self);
void scr_actions_face_apply_filter (ScrActionsFace *self);
void scr_actions_face_show_columns (ScrActionsFace *self);
ScrItem *scr_actions_face_dup_current (ScrActionsFace *self, guint *column);
gboolean scr_actions_face_select (ScrActionsFace *self, const char *id, gboolean focus);
gboolean scr_actions_face_walk (ScrActionsFace *self, int by);

/* scr-actions-menu.c */
void scr_actions_face_add_actions (ScrActionsFace *self);
void scr_actions_face_add_keys (ScrActionsFace *self);
void scr_actions_face_update_actions (ScrActionsFace *self);
void scr_actions_face_ask_menu (ScrActionsFace *self, GtkWidget *at, double x, double y);
void scr_actions_face_move (ScrActionsFace *self, ScrItem *action, const char *state);
void scr_actions_face_make (ScrActionsFace *self);

G_END_DECLS
