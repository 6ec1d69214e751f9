/* What the files of ScrStore share. Private to store/. */
#pragma once

#include "scr-db.h"
#include "scr-lock.h"
#include "scr-recorder.h"
#include "scr-store.h"

G_BEGIN_DECLS

struct _ScrStore
{
  GObject parent_instance;

  ScrDb *db;     /* (nullable): NULL once closed */
  ScrLock *lock; /* (nullable): held by the one that writes */
  char *path;
  char *author;
  gboolean read_only;
  GHashTable **items; /* one a kind: identity -> ScrItem, weakly */
  GPtrArray *kept;    /* items that everything formats with: choices, partnerships, the record itself */
  GArray **columns;   /* one a kind, made on demand: table column -> field index, -1 for id and deleted */
  char *undo_label;
  char *redo_label;
};

/* scr-store-items.c */
GHashTable *scr_store_new_items (void);
void scr_store_forget_items (GHashTable *items);
void scr_store_source_init (ScrSourceInterface *iface);
ScrItem *scr_store_peek_item (ScrStore *self, const ScrKind *kind, const char *id);

/* scr-store.c */
gboolean scr_store_is_open (ScrStore *self, GError **error);
gboolean scr_store_begin (ScrStore *self, GError **error);
void scr_store_after_commit (ScrStore *self, ScrChange *change);

/* scr-changeset-edit.c */
ScrEdit *scr_changeset_to_edit (ScrStore *self, GBytes *changeset);

/* scr-attachments.c */
void scr_attachments_clean_up (ScrDb *db);

/* scr-search.c */
void scr_search_prepare (ScrDb *db);

/* scr-search-index.c */
gboolean scr_search_update (ScrDb *db, const ScrChange *change, GError **error);
char *scr_search_narrow (const char *query, const char *partnership);

/* scr-history-words.c: what stands for a column that is no field. */
#define SCR_COLUMN_ID (-1)
#define SCR_COLUMN_DELETED (-2)
#define SCR_COLUMN_UNKNOWN (-3)
GArray *scr_store_get_columns (ScrStore *self, const ScrKind *kind);
void scr_history_tell (ScrStore *self, GBytes *changeset, const ScrKind *kind, const char *id, GPtrArray *lines);

G_END_DECLS
