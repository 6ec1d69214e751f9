/* Making, opening and copying records as a person asks for it, with what a new record begins with. */
#pragma once

#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

ScrStore *scr_record_create (const char *path, const char *title, GError **error);
ScrStore *scr_record_create_example (const char *path, GError **error);
void scr_record_discard (ScrStore *store);
ScrStore *scr_record_open (const char *path, gboolean read_only, GError **error);
char *scr_record_dup_default_folder (void);
char *scr_record_dup_example_path (void);
char *scr_record_dup_title (ScrStore *store);

/* Rolling backups: one a day, ten kept, in the data directory. */
char *scr_record_dup_backup_folder (const char *path);
GPtrArray *scr_record_list_backups (const char *path);
gboolean scr_record_backup_if_due (ScrStore *store, GCancellable *cancellable, GError **error);
gboolean scr_record_restore_backup (const char *backup, const char *target, GError **error);

G_END_DECLS
