/* ScrInlineEntry - a few fields of a new item, entered where it will stand, with Add and Cancel.
 *
 * Hidden until it begins. What is entered goes into a draft, an item that no record holds; if it cannot be
 * added, the reason is told and everything stays as it was typed. Enter in a text adds, Esc cancels. Main
 * thread. Signal: "ended".
 */
#pragma once

#include "scr-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ScrInlineEntryFunc:
 * @draft: what was entered
 * @user_data: as given
 * @error: return location
 *
 * Returns: whether it was added
 */
typedef gboolean (*ScrInlineEntryFunc) (ScrItem *draft, gpointer user_data, GError **error);

#define SCR_TYPE_INLINE_ENTRY (scr_inline_entry_get_type ())
G_DECLARE_FINAL_TYPE (ScrInlineEntry, scr_inline_entry, SCR, INLINE_ENTRY, GtkBox)

GtkWidget *scr_inline_entry_new (ScrContext *context);
void scr_inline_entry_begin (ScrInlineEntry *self,
                             const char *kind,
                             const char *fields,
                             ScrInlineEntryFunc add,
                             gpointer user_data);
void scr_inline_entry_end (ScrInlineEntry *self);
GtkWidget *scr_inline_entry_get_row (ScrInlineEntry *self, const char *field);

G_END_DECLS
