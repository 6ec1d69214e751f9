/* ScrBanner - a bar that says what happened, what is safe and what to do. AdwBanner is newer than the
 * baseline.
 *
 * Hidden until it is shown. Main thread. Signals: "pressed": its button; "closed": its cross.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_BANNER (scr_banner_get_type ())
G_DECLARE_FINAL_TYPE (ScrBanner, scr_banner, SCR, BANNER, GtkWidget)

GtkWidget *scr_banner_new (const char *style, const char *icon, gboolean closable);
void scr_banner_show (ScrBanner *self, const char *title, const char *detail, const char *button);
void scr_banner_hide (ScrBanner *self);
gboolean scr_banner_is_shown (ScrBanner *self);

G_END_DECLS
