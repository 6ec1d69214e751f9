/* A row that offers things of the record by their names, after a few sentences of its own. Main thread. */
#pragma once

#include <adwaita.h>

#include "scr-source.h"

G_BEGIN_DECLS

GtkWidget *scr_record_choice_new (ScrSource *source,
                                  const ScrQuery *query,
                                  const char *title,
                                  const char *const *before);
const char *scr_record_choice_get (GtkWidget *row);
void scr_record_choice_set (GtkWidget *row, const char *id);

G_END_DECLS
