/* ScrFilterBar - what narrows a list: words, some drop-downs ("Any group"), one toggle, and a button that
 * clears all.
 *
 * Where it is narrow the drop-downs stand behind a button, which tells how many are in use. It knows nothing
 * of the record: who uses it fills in what is offered, and asks what was chosen. Main thread. Signal:
 * "changed".
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_FILTER_BAR (scr_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (ScrFilterBar, scr_filter_bar, SCR, FILTER_BAR, GtkBox)

GtkWidget *scr_filter_bar_new (const char *find);
guint scr_filter_bar_add_choice (ScrFilterBar *self, const char *any, const char *name);
void scr_filter_bar_add_toggle (ScrFilterBar *self, const char *label);
void scr_filter_bar_append (ScrFilterBar *self, GtkWidget *widget);

void scr_filter_bar_offer (ScrFilterBar *self, guint choice, GPtrArray *ids, GPtrArray *labels);
void scr_filter_bar_show_choice (ScrFilterBar *self, guint choice, gboolean shown);
void scr_filter_bar_choose (ScrFilterBar *self, guint choice, const char *id);
const char *scr_filter_bar_get_chosen (ScrFilterBar *self, guint choice);
gboolean scr_filter_bar_get_toggle (ScrFilterBar *self);
void scr_filter_bar_set_toggle (ScrFilterBar *self, gboolean on);
const char *scr_filter_bar_get_words (ScrFilterBar *self);
void scr_filter_bar_set_words (ScrFilterBar *self, const char *words);
void scr_filter_bar_set_narrow (ScrFilterBar *self, gboolean narrow);
gboolean scr_filter_bar_is_used (ScrFilterBar *self);
void scr_filter_bar_clear (ScrFilterBar *self);
void scr_filter_bar_focus_words (ScrFilterBar *self);

G_END_DECLS
