/* Pills and symbols: a state told by a symbol, a word and a colour at once, never by colour alone.
 *
 * Tones are those of choices: "late", "soon", "done", "later", "waiting", "stopped", "plain". Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *scr_symbol_new (const char *icon);
const char *scr_tone_get_icon (const char *tone);
GtkWidget *scr_pill_new (const char *icon, const char *text, const char *tone);
void scr_pill_set (GtkWidget *pill, const char *icon, const char *text, const char *tone);
GtkWidget *scr_count_new (guint count);

G_END_DECLS
