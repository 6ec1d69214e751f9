/* ScrTies - what an item is tied to: what it refers to, and what refers to it.
 *
 * The rows of the form say the same of single fields; here everything is to be seen at one glance and to be opened.
 * What may refer to the item but does not yet is offered in the menu of the heading. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"
#include "scr-tie-list.h"

G_BEGIN_DECLS

#define SCR_TYPE_TIES (scr_ties_get_type ())
G_DECLARE_FINAL_TYPE (ScrTies, scr_ties, SCR, TIES, GtkBox)

GtkWidget *scr_ties_new (ScrContext *context);
void scr_ties_set_item (ScrTies *self, ScrItem *item);
ScrTieList *scr_ties_get_list (ScrTies *self, const char *kind, const char *field);
guint scr_ties_get_n_out (ScrTies *self);

G_END_DECLS
