/* ScrStore - an open record: its items by identity, its changes, and "changed".
 *
 * The one way to write a record is scr_store_apply() with an #ScrEdit: one transaction, one labelled change, written
 * before it is shown. Implements #ScrSource. One thread: background work opens its own store on the same path with
 * SCR_STORE_READ_ONLY, or with SCR_STORE_WORKER to keep the content of a file. Emits "changed" (ScrChange *) after every
 * commit, also of undo and redo.
 * Properties: "path", "read-only", "undo-label", "redo-label" (nullable strings, notified).
 */
#pragma once

#include <gio/gio.h>

#include "scr-change.h"
#include "scr-edit.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_STORE_DEFAULT = 0,
  SCR_STORE_CREATE = 1 << 0,    /* make a new, empty record; fails if the file exists */
  SCR_STORE_READ_ONLY = 1 << 1, /* never write */
  SCR_STORE_WORKER = 1 << 2,    /* a further connection of the process that has the record open */
} ScrStoreFlags;

#define SCR_TYPE_STORE (scr_store_get_type ())
G_DECLARE_FINAL_TYPE (ScrStore, scr_store, SCR, STORE, GObject)

char *scr_store_resolve_path (const char *path);
ScrStore *scr_store_open (const char *path, ScrStoreFlags flags, GError **error);
void scr_store_close (ScrStore *self);
const char *scr_store_get_path (ScrStore *self);
gboolean scr_store_is_read_only (ScrStore *self);
void scr_store_set_author (ScrStore *self, const char *author);

gboolean scr_store_apply (ScrStore *self, const ScrEdit *edit, GError **error);
gboolean scr_store_seed (ScrStore *self, const ScrEdit *edit, GError **error);

/* Undo and redo: scr-undo.c; history: scr-history.c */
const char *scr_store_get_undo_label (ScrStore *self);
const char *scr_store_get_redo_label (ScrStore *self);
gboolean scr_store_undo (ScrStore *self, GError **error);
gboolean scr_store_redo (ScrStore *self, GError **error);
gboolean scr_store_undo_change (ScrStore *self, gint64 change, GError **error);
gboolean scr_store_undo_until (ScrStore *self, gint64 change, GError **error);
gboolean scr_store_set_beginning (ScrStore *self, GError **error);

/* One change as history tells it. */
typedef struct
{
  gint64 change; /* its number in this record */
  char *label;
  char *author;
  gint64 at; /* seconds since 1970 */
  gboolean undone;
  gboolean can_undo;  /* "Undo this" makes sense */
  GPtrArray *lines;   /* (element-type utf8): in words, "Day changed from 26 June to 8 July" */
} ScrHistoryEntry;

GPtrArray *scr_store_list_changes (ScrStore *self, guint limit);
GPtrArray *scr_store_list_history (ScrStore *self, const char *kind, const char *id, guint limit);
guint scr_store_count_history (ScrStore *self, const char *kind, const char *id);
GHashTable *scr_store_count_histories (ScrStore *self, const char *kind, guint at_least);

/* Search: scr-search.c */
typedef struct
{
  const ScrKind *kind;
  char *id;
  char *title;   /* matched words between U+0002 and U+0003 */
  char *snippet; /* the same; "" if only the title matched */
  gboolean in_bin;
} ScrHit;

GPtrArray *scr_store_search (ScrStore *self, const char *words, const char *partnership, gboolean with_bin,
                             guint limit, GError **error);

/* Attached files: scr-attachments.c. Content is kept once, by its SHA-256, in parts that stream. */
typedef void (*ScrProgressFunc) (double fraction, gpointer user_data);

char *scr_store_attach (ScrStore *self, GFile *file, ScrEdit *edit, ScrProgressFunc progress, gpointer user_data,
                        GCancellable *cancellable, GError **error);
gboolean scr_store_extract (ScrStore *self, const char *attachment, GFile *target, ScrProgressFunc progress,
                            gpointer user_data, GCancellable *cancellable, GError **error);

GPtrArray *scr_store_list_files (ScrStore *self);
gboolean scr_store_read_file (ScrStore *self, const char *sha256, GOutputStream *stream, GCancellable *cancellable,
                              GError **error);
gboolean scr_store_keep_file (ScrStore *self, const char *sha256, GInputStream *stream, GCancellable *cancellable,
                              GError **error);

/* Copies and checks: scr-backup.c. Any thread with a store of its own. */
gboolean scr_store_copy_to (ScrStore *self, const char *path, ScrProgressFunc progress, gpointer user_data,
                            GCancellable *cancellable, GError **error);
gboolean scr_store_is_open_here (GFile *file);
gboolean scr_store_check (ScrStore *self, GError **error);

G_END_DECLS
