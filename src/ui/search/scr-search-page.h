/* ScrSearchPage - what the search found, grouped by kind, with the kinds and places to narrow it to.
 *
 * Searches as words are typed, after a short pause; re-runs on "changed" while it is shown. A row opens its
 * thing through the context. Main thread. Property: "found" (how many, or -1 while there are no words).
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_SEARCH_PAGE (scr_search_page_get_type ())
G_DECLARE_FINAL_TYPE (ScrSearchPage, scr_search_page, SCR, SEARCH_PAGE, AdwBin)

GtkWidget *scr_search_page_new (ScrContext *context);
void scr_search_page_set_words (ScrSearchPage *self, const char *words);
void scr_search_page_search_now (ScrSearchPage *self);
int scr_search_page_get_found (ScrSearchPage *self);
gboolean scr_search_page_activate_first (ScrSearchPage *self);
gboolean scr_search_page_focus_first (ScrSearchPage *self);
void scr_search_page_set_narrow (ScrSearchPage *self, gboolean narrow);

G_END_DECLS
