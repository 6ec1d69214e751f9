/* Making an item: at once where a title is enough, else after asking for what it cannot be without. Main thread. */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

/* Called with the new item, never when the person changed their mind or it failed (they were told). */
typedef void (*ScrNewItemFunc) (ScrItem *item, gpointer user_data);

gboolean scr_new_item_begin (ScrContext *context, GtkWidget *parent, const char *kind, const char *title,
                             const char *preset_field, const char *preset_id, ScrNewItemFunc done,
                             gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
