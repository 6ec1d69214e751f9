/* ScrPreviewContents - what is known of an opened PDF: its pages' sizes and its bookmarks. */
#pragma once

#include <gio/gio.h>

#include "scr-page-layout.h"

G_BEGIN_DECLS

#define SCR_TYPE_OUTLINE_ITEM (scr_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (ScrOutlineItem, scr_outline_item, SCR, OUTLINE_ITEM, GObject)

ScrOutlineItem *scr_outline_item_new (const char *title, int page, double top);
const char *scr_outline_item_get_title (ScrOutlineItem *self);
int scr_outline_item_get_page (ScrOutlineItem *self);
double scr_outline_item_get_top (ScrOutlineItem *self);
void scr_outline_item_add (ScrOutlineItem *self, ScrOutlineItem *child);
GListModel *scr_outline_item_get_children (ScrOutlineItem *self);
gboolean scr_outline_item_follow (ScrOutlineItem *self, ScrOutlineItem *other);

#define SCR_TYPE_PREVIEW_CONTENTS (scr_preview_contents_get_type ())
G_DECLARE_FINAL_TYPE (ScrPreviewContents, scr_preview_contents, SCR, PREVIEW_CONTENTS, GObject)

ScrPreviewContents *scr_preview_contents_new (guint version, GArray *sizes, ScrOutlineItem *outline);
guint scr_preview_contents_get_version (ScrPreviewContents *self);
guint scr_preview_contents_get_n_pages (ScrPreviewContents *self);
const ScrPageSize *scr_preview_contents_get_sizes (ScrPreviewContents *self);
ScrOutlineItem *scr_preview_contents_get_outline (ScrPreviewContents *self);

G_END_DECLS
