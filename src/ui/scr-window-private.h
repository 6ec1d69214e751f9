/* What the files of ScrWindow share. Nobody else includes this. */
#pragma once

#include "scr-adaptive.h"
#include "scr-banner.h"
#include "scr-details-pane.h"
#include "scr-partnership-chooser.h"
#include "scr-search-page.h"
#include "scr-sidebar.h"
#include "scr-undo-button.h"
#include "scr-view.h"
#include "scr-welcome-page.h"
#include "scr-window.h"

G_BEGIN_DECLS

struct _ScrWindow
{
  AdwApplicationWindow parent_instance;

  /* Template. */
  AdwToastOverlay *toasts;
  GtkWidget *header;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *sidebar_button;
  AdwBin *undo_slot;
  GtkWidget *redo_button;
  GtkMenuButton *menu_button;
  GtkWidget *search_button;
  AdwBin *chooser_slot;
  GtkBox *banners;
  GtkStack *pages; /* "welcome", "problem", "record" */
  ScrWelcomePage *welcome;
  AdwStatusPage *problem;
  GtkWidget *problem_reason;
  GtkWidget *problem_read_button;
  GtkWidget *problem_backup_button;
  AdwBin *job_slot;
  AdwBin *record_slot;

  /* Made with the context. */
  ScrAdaptive *adaptive;
  ScrSidebar *sidebar;
  ScrDetailsPane *details;
  ScrPartnershipChooser *chooser;        /* in the header bar */
  ScrPartnershipChooser *folded_chooser; /* under the sidebar, when narrow */
  ScrUndoButton *undo_button;
  ScrBanner *error_banner;
  ScrBanner *reading_banner;
  ScrJobBar *job_bar;
  GtkStack *views; /* a page for each view shown so far, "search", "bin" */
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *search_count;
  ScrSearchPage *search_page;
  GMenu *recent_menu;

  ScrContext *context;
  ScrSettings *settings;
  ScrStore *store;
  gulong changed_handler;
  AdwToast *toast; /* the one that is shown, not owned; NULL when none */
  char *view;
  char *came_from; /* the view that the present one was reached from by opening a thing, or NULL */
  gboolean came_from_search;
  char *problem_path;
  GtkWidget *close_question; /* the dialog that asks whether to close, or NULL; not owned */
  gboolean bin_shown;
  gboolean telling_change; /* the error banner is of a change that is not kept */
  gboolean telling_failure; /* it is of other work that failed */
  ScrWritable writable;
};

/* scr-window-content.c: the record's widgets */
void scr_window_build_content (ScrWindow *self);
void scr_window_update_header (ScrWindow *self);
void scr_window_update_title (ScrWindow *self);
void scr_window_show_current (ScrWindow *self);
ScrView *scr_window_get_current_view (ScrWindow *self);
gboolean scr_window_is_searching (ScrWindow *self);

/* scr-window-actions.c */
void scr_window_add_actions (ScrWindow *self);
void scr_window_update_actions (ScrWindow *self);

/* scr-window-close.c */
gboolean scr_window_may_close (ScrWindow *self);

/* scr-window-files.c */
void scr_window_save_copy (ScrWindow *self);
void scr_window_bundle_out (ScrWindow *self);
void scr_window_restore_backup (ScrWindow *self, const char *path);

G_END_DECLS
