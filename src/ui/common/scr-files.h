/* Files that are kept in the record: choosing one to attach, opening, saving a copy. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"

G_BEGIN_DECLS

typedef void (*ScrFilesFunc) (GListModel *files, gpointer user_data);

void scr_files_choose (GtkWidget *parent, const char *title, gboolean several, ScrFilesFunc chosen,
                       gpointer user_data, GDestroyNotify destroy);
gboolean scr_files_attach (ScrContext *context, ScrItem *owner, const char *field, GFile *file);
GFile *scr_files_extract (ScrContext *context, ScrItem *attachment, GError **error);
void scr_files_open (ScrContext *context, GtkWidget *parent, ScrItem *attachment);
void scr_files_save_as (ScrContext *context, GtkWidget *parent, ScrItem *attachment);
char *scr_files_dup_subtitle (ScrItem *attachment);

G_END_DECLS
