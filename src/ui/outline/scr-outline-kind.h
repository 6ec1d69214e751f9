/* ScrOutlineKind - one kind among those that a view shows, with how many items of it there are. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "scr-store.h"

G_BEGIN_DECLS

#define SCR_TYPE_OUTLINE_KIND (scr_outline_kind_get_type ())
G_DECLARE_FINAL_TYPE (ScrOutlineKind, scr_outline_kind, SCR, OUTLINE_KIND, GObject)

ScrOutlineKind *scr_outline_kind_new (const ScrKind *kind);
const ScrKind *scr_outline_kind_get_kind (ScrOutlineKind *self);
guint scr_outline_kind_get_count (ScrOutlineKind *self);
void scr_outline_kind_set_count (ScrOutlineKind *self, guint count);
void scr_outline_kind_count (ScrOutlineKind *self, ScrStore *store, const char *partnership);
GListModel *scr_outline_kinds_list (const char *view_id);
GtkListItemFactory *scr_outline_kinds_make_factory (void);

G_END_DECLS
