/* ScrOverflowBar - widgets side by side of which the less important go when there is too little width.
 *
 * What goes must be reachable otherwise: by a menu that stays. Its least width is that of what always stays. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_OVERFLOW_BAR (scr_overflow_bar_get_type ())
G_DECLARE_FINAL_TYPE (ScrOverflowBar, scr_overflow_bar, SCR, OVERFLOW_BAR, GtkWidget)

GtkWidget *scr_overflow_bar_new (int spacing);
void scr_overflow_bar_append (ScrOverflowBar *self, GtkWidget *child, guint order);

G_END_DECLS
