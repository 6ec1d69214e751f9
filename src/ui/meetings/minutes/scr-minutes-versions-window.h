/* The versions of a meeting's minutes: any of them to be read, and what it altered. Main thread. */
#pragma once

#include "scr-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *scr_minutes_versions_show (ScrContext *context, GtkWidget *parent, ScrItem *meeting);

G_END_DECLS
