/* Files that are kept in the record: choosing one to attach, opening, saving a copy. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"

G_BEGIN_DECLS

typedef void (*ScrFilesFunc) (GListModel *files, gpointer user_data);

void scr_files_choose (GtkWidget *parent, const char *title, gboolean several, ScrFilesFunc chosen,
                       gpointer user_data, GDestroyNotify destroy);
void scr_files_choose_target (GtkWidget *parent, const char *title, const char *name, ScrFilesFunc chosen,
                              gpointer user_data, GDestroyNotify destroy);
char *scr_files_dup_subtitle (ScrItem *attachment);

/* Work in the background: scr-file-jobs.c */
gboolean scr_files_attach (ScrContext *context, ScrItem *owner, const char *field, GListModel *files);
gboolean scr_files_attach_new (ScrContext *context, ScrEdit *edit, const ScrKind *kind, GStrv owners,
                               const char *field, GListModel *files);
void scr_files_open (ScrContext *context, ScrItem *attachment);
void scr_files_save_to (ScrContext *context, ScrItem *attachment, GFile *target);
void scr_files_save_as (ScrContext *context, GtkWidget *parent, ScrItem *attachment);

G_END_DECLS
