/* ScrWelcomePage - the first page, while no record is open: the example, a new record, an old one.
 *
 * Acts through app.example, app.new, app.open and app.open-recent. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SCR_TYPE_WELCOME_PAGE (scr_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (ScrWelcomePage, scr_welcome_page, SCR, WELCOME_PAGE, AdwBin)

void scr_welcome_page_set_recent (ScrWelcomePage *self, const char *const *paths);

G_END_DECLS
