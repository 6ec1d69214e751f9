/* ScrWrapBox - widgets one after the other, in as many lines as they need. AdwWrapBox is newer than the
 * baseline.
 *
 * Its least width is that of its widest child. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_WRAP_BOX (scr_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (ScrWrapBox, scr_wrap_box, SCR, WRAP_BOX, GtkWidget)

GtkWidget *scr_wrap_box_new (int spacing, int line_spacing);
void scr_wrap_box_append (ScrWrapBox *self, GtkWidget *child);
void scr_wrap_box_clear (ScrWrapBox *self);

G_END_DECLS
