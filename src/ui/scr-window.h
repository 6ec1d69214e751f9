/* ScrWindow - one window: the first page, or one record with its views.
 *
 * Owns its context, and with it the record. Every "win." action of scr-actions is its. Remembers its size and
 * what it showed in the settings. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-job-bar.h"
#include "scr-settings.h"

G_BEGIN_DECLS

#define SCR_TYPE_WINDOW (scr_window_get_type ())
G_DECLARE_FINAL_TYPE (ScrWindow, scr_window, SCR, WINDOW, AdwApplicationWindow)

/* Why a record that is open may not be written. */
typedef enum
{
  SCR_WRITABLE,
  SCR_OPEN_ELSEWHERE,
  SCR_MAY_NOT_WRITE,
} ScrWritable;

ScrWindow *scr_window_new (GtkApplication *application, ScrSettings *settings);

ScrContext *scr_window_get_context (ScrWindow *self);
ScrJobBar *scr_window_get_job_bar (ScrWindow *self);
const char *scr_window_get_path (ScrWindow *self);
void scr_window_show_record (ScrWindow *self, ScrStore *store, ScrWritable writable);
void scr_window_show_problem (ScrWindow *self, const char *path, const GError *error);
void scr_window_let_go (ScrWindow *self);
void scr_window_end (ScrWindow *self);
void scr_window_show_failure (ScrWindow *self, const char *title, const GError *error);
void scr_window_hide_failure (ScrWindow *self);
char *scr_window_dup_target (ScrWindow *self, const char *path, const char *ending, const char *failed);

const char *scr_window_get_view (ScrWindow *self);
GtkWidget *scr_window_show_view (ScrWindow *self, const char *id);
void scr_window_show_bin (ScrWindow *self);
gboolean scr_window_go_back (ScrWindow *self);

G_END_DECLS
