/* A window with a preview in it, and how to drive it. */
#pragma once

#include <gtk/gtk.h>

#include "preview-files.h"
#include "scr-page-view.h"
#include "scr-preview.h"

G_BEGIN_DECLS

#define WORDS "What difference was made? Little is known of the difference made."

typedef struct
{
  char *folder;
  GtkWidget *window;
  ScrPreview *preview;
  ScrPageView *view;
} PreviewFixture;

void preview_set_up (PreviewFixture *f, gconstpointer data);
void preview_tear_down (PreviewFixture *f, gconstpointer data);
GtkWidget *preview_find (GtkWidget *root, GType type);
void preview_open_pages (PreviewFixture *f, const char *name, guint n_pages);
double preview_get_value (PreviewFixture *f);
void preview_press (gpointer widget, const char *key);
gboolean preview_too_late (gpointer data);
gboolean preview_tick (gpointer data);

/* Runs the main loop until something is so; only a hang ends it otherwise. */
#define WAIT_UNTIL(condition)                                                                                \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    guint late = g_timeout_add_seconds (60, preview_too_late, (gpointer) #condition);                        \
    guint tick = g_timeout_add (20, preview_tick, NULL);                                                     \
                                                                                                             \
    while (!(condition))                                                                                     \
      g_main_context_iteration (NULL, TRUE);                                                                 \
    g_source_remove (late);                                                                                  \
    g_source_remove (tick);                                                                                  \
  }                                                                                                          \
  G_STMT_END

G_END_DECLS
