/* Parts that commands are made of. Main thread, with the thread's own store. */
#pragma once

#include "scr-store.h"

G_BEGIN_DECLS

char *scr_command_trim (const char *text);
void scr_command_provide_choice (ScrStore *store,
                                 ScrEdit *edit,
                                 const char *id,
                                 const char *list,
                                 const char *label,
                                 const char *position);

G_END_DECLS
