/* What the files of ScrMeetingScrutiny share. */
#pragma once

#include "scr-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* scr-scrutiny-rows.c: the rows of a meeting. */
GPtrArray *scr_scrutiny_list (ScrSource *source, ScrItem *meeting);
GtkWidget *scr_scrutiny_row_new (ScrSource *source, ScrItem *meeting, ScrItem *item);
ScrItem *scr_scrutiny_find_answer (ScrSource *source, ScrItem *asking);

/* scr-scrutiny-questions.c, scr-scrutiny-dialogs.c: what is asked for. */
GtkWindow *scr_scrutiny_ask_question (ScrContext *context, GtkWidget *parent, ScrItem *meeting);
GtkWindow *scr_scrutiny_ask_answer (ScrContext *context, GtkWidget *parent, ScrItem *asking);
GtkWindow *scr_scrutiny_ask_message (ScrContext *context, GtkWidget *parent, ScrItem *meeting, ScrItem *item);

G_END_DECLS
