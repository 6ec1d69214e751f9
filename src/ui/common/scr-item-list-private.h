/* What the files of ScrItemList share. */
#pragma once

#include "scr-item-list.h"

G_BEGIN_DECLS

struct _ScrItemList
{
  GObject parent_instance;

  ScrStore *store;
  const ScrKind *kind;
  char *partnership;
  char *contains;
  char *order;
  ScrWhere where;
  guint limit;
  ScrCondition conditions[SCR_QUERY_MAX_CONDITIONS]; /* fields interned, texts owned */
  GPtrArray *ids;                                    /* (element-type utf8) */
  GPtrArray *depends;                                /* (element-type ScrKind): kinds whose changes alter the answer */
};

/* scr-item-list-change.c */
gboolean scr_item_list_stays_the_same (ScrItemList *self, ScrChange *change);
void scr_item_list_find_dependences (ScrItemList *self);

G_END_DECLS
