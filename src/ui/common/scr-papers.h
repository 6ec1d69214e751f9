/* ScrPapers - the files that are attached to an item: added by choosing or dropping, opened, saved, removed. */
#pragma once

#include "scr-context.h"
#include "scr-section.h"

G_BEGIN_DECLS

#define SCR_TYPE_PAPERS (scr_papers_get_type ())
G_DECLARE_FINAL_TYPE (ScrPapers, scr_papers, SCR, PAPERS, ScrSection)

GtkWidget *scr_papers_new (ScrContext *context);
void scr_papers_set_item (ScrPapers *self, ScrItem *item);
gboolean scr_papers_can_add (ScrPapers *self);
gboolean scr_papers_add_files (ScrPapers *self, GListModel *files);

G_END_DECLS
