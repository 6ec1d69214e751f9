/* The window: first page, every view, folding, undo, bin, problems, what it remembers. */
#include "window-fixture.h"

#include "scr-adaptive.h"
#include "scr-banner.h"
#include "scr-bin-page.h"
#include "scr-commands.h"
#include "scr-details-pane.h"
#include "scr-icons.h"
#include "scr-kind.h"
#include "scr-outline-view.h"
#include "scr-partnership-chooser.h"
#include "scr-preferences.h"
#include "scr-row-text.h"
#include "scr-view-registry.h"
#include "scr-view.h"

#include <glib/gstdio.h>

static ScrAdaptive *
get_adaptive (WindowFixture *f)
{
  return SCR_ADAPTIVE (ui_find_type (GTK_WIDGET (f->window), SCR_TYPE_ADAPTIVE));
}

static ScrContext *
get_context (WindowFixture *f)
{
  return scr_window_get_context (f->window);
}

static ScrItem *
get_first (WindowFixture *f, const char *kind)
{
  g_autoptr (GPtrArray) items
      = scr_source_list (SCR_SOURCE (f->store), &(ScrQuery) {.kind = kind, .limit = 1});

  g_assert_cmpuint (items->len, ==, 1);
  return g_object_ref (items->pdata[0]);
}

static void
test_first_page (void)
{
  WindowFixture *f = window_fixture_new (FALSE);

  g_assert_nonnull (ui_find_button (GTK_WIDGET (f->window), "Explore the example"));
  g_assert_false (window_fixture_can (f, "undo"));
  g_assert_false (window_fixture_can (f, "search"));
  g_assert_false (window_fixture_can (f, "save-copy"));
  window_fixture_free (f);
}

static void
test_recent (void)
{
  WindowFixture *f = window_fixture_new (FALSE);
  const char *paths[] = {f->path, "/nowhere/gone.scrutiny", NULL};

  g_assert_true (g_file_set_contents (f->path, "x", 1, NULL));
  scr_settings_set_strv (f->settings, "recent-records", paths);
  ui_settle ();
  g_assert_nonnull (ui_find_text (GTK_WIDGET (f->window), "example"));
  g_assert_null (ui_find_text (GTK_WIDGET (f->window), "gone"));
  window_fixture_free (f);
}

static void
test_every_view (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  guint n_views;
  const ScrViewInfo *views = scr_views_get_all (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.view::%s", views[i].id);
      GtkWidget *view;

      window_fixture_act (f, action);
      g_assert_cmpstr (scr_window_get_view (f->window), ==, views[i].id);
      view = scr_window_show_view (f->window, views[i].id);
      g_assert_true (SCR_IS_VIEW (view));
      g_assert_true (gtk_widget_get_mapped (view));
      g_assert_cmpstr (scr_view_get_id (SCR_VIEW (view)), ==, views[i].id);
      g_assert_cmpstr (scr_view_get_title (SCR_VIEW (view)), ==, views[i].title);
    }
  window_fixture_free (f);
}

/* A theme drops icons from one version to the next. */
static void
test_icons (void)
{
  WindowFixture *f = window_fixture_new (FALSE);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (f->window)));
  guint n_views, n_kinds;
  const ScrViewInfo *views = scr_views_get_all (&n_views);
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_views + n_kinds; i++)
    {
      const char *icon = i < n_views ? views[i].icon : kinds[i - n_views]->icon;

      if (icon == NULL)
        continue;
      g_test_message ("%s", icon);
      g_assert_true (gtk_icon_theme_has_icon (theme, scr_icon_resolve (icon)));
    }
  window_fixture_free (f);
}

static void
assert_fits (GtkWidget *widget, const char *what)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("%s: least width %d", what, minimum);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_narrow (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  ScrAdaptive *adaptive = get_adaptive (f);
  guint n_views;
  const ScrViewInfo *views = scr_views_get_all (&n_views);

  g_assert_false (scr_adaptive_get_folded (adaptive));
  g_assert_true (scr_adaptive_get_sidebar_shown (adaptive));
  for (guint i = 0; i < n_views; i++)
    {
      GtkWidget *view = scr_window_show_view (f->window, views[i].id);

      ui_settle ();
      assert_fits (view, views[i].id);
    }
  window_fixture_resize (f, 360, 720);
  /* Without a compositor the window has a frame of a few pixels besides. */
  assert_fits (adw_application_window_get_content (ADW_APPLICATION_WINDOW (f->window)), "narrow window");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->window)), <=, 372);
  g_assert_true (scr_adaptive_get_folded (adaptive));
  g_assert_false (scr_adaptive_get_sidebar_shown (adaptive));

  window_fixture_act (f, "win.back");
  g_assert_true (scr_adaptive_get_sidebar_shown (adaptive));
  window_fixture_act (f, "win.view::disputes");
  g_assert_false (scr_adaptive_get_sidebar_shown (adaptive));

  window_fixture_resize (f, 1300, 800);
  g_assert_false (scr_adaptive_get_folded (adaptive));
  g_assert_true (scr_adaptive_get_sidebar_shown (adaptive));
  window_fixture_free (f);
}

static void
test_sidebar (void)
{
  WindowFixture *f = window_fixture_new (TRUE);

  window_fixture_act (f, "win.sidebar");
  g_assert_false (scr_adaptive_get_sidebar_shown (get_adaptive (f)));
  g_assert_false (scr_settings_get_boolean (f->settings, "show-sidebar"));
  window_fixture_act (f, "win.sidebar");
  g_assert_true (scr_adaptive_get_sidebar_shown (get_adaptive (f)));
  window_fixture_free (f);
}

static void
test_pane (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) priority = get_first (f, "priority");

  scr_context_open_item (get_context (f), priority);
  ui_settle ();
  g_assert_cmpstr (scr_window_get_view (f->window), ==, "programme");
  g_assert_true (scr_adaptive_get_pane_shown (get_adaptive (f)));
  window_fixture_resize (f, 900, 700);
  g_assert_true (scr_adaptive_get_pane_folded (get_adaptive (f)));
  g_assert_false (scr_adaptive_get_folded (get_adaptive (f)));
  window_fixture_act (f, "win.back");
  g_assert_null (scr_context_get_selected (get_context (f)));
  g_assert_false (scr_adaptive_get_pane_shown (get_adaptive (f)));
  window_fixture_free (f);
}

/* From the details the keyboard goes back to the row that they are of. */
static void
test_pane_left (void)
{
  const char *const ways[] = {"details.close", "win.back"};
  WindowFixture *f = window_fixture_new (TRUE);

  window_fixture_act (f, "win.view::programme");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      ScrView *view = SCR_VIEW (scr_window_show_view (f->window, "programme"));
      GtkSelectionModel *model = scr_outline_view_get_model (SCR_OUTLINE_VIEW (view));
      g_autoptr (ScrItem) item = g_list_model_get_item (G_LIST_MODEL (model), 3 + i);
      GtkWidget *pane = ui_find_type (GTK_WIDGET (f->window), SCR_TYPE_DETAILS_PANE);
      GtkWidget *row;

      gtk_selection_model_select_item (model, 3 + i, TRUE);
      g_assert_true (scr_view_focus_selected (view));
      row = gtk_window_get_focus (GTK_WINDOW (f->window));
      g_assert_true (gtk_widget_is_ancestor (row, GTK_WIDGET (view)));
      scr_context_open_item (get_context (f), item);
      ui_settle ();
      /* From the row Tab goes to them. */
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), pane));
      g_assert_true (gtk_widget_activate_action (pane, ways[i], NULL));
      ui_settle ();
      g_assert_false (scr_adaptive_get_pane_shown (get_adaptive (f)));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == row);
      g_assert_true (gtk_selection_model_is_selected (model, 3 + i));
    }
  window_fixture_free (f);
}

/* What was opened from elsewhere leads back to there. */
static void
test_back (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) dispute = get_first (f, "dispute");

  window_fixture_act (f, "win.view::today");
  scr_context_open_item (get_context (f), dispute);
  g_assert_cmpstr (scr_window_get_view (f->window), ==, "disputes");
  window_fixture_act (f, "win.back");
  g_assert_null (scr_context_get_selected (get_context (f)));
  window_fixture_act (f, "win.back");
  g_assert_cmpstr (scr_window_get_view (f->window), ==, "today");
  g_assert_false (scr_window_go_back (f->window));

  window_fixture_act (f, "win.find");
  scr_context_open_item (get_context (f), dispute);
  g_assert_cmpstr (scr_window_get_view (f->window), ==, "disputes");
  window_fixture_act (f, "win.back");
  window_fixture_act (f, "win.back");
  g_assert_cmpstr (scr_window_get_view (f->window), ==, "today");
  g_assert_true (scr_window_go_back (f->window));
  window_fixture_free (f);
}

/* A thing that undo took out of the record is not shown any more. */
static void
test_gone (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) item = scr_command_add (f->store, "priority", "New one", NULL, NULL, NULL, NULL);

  scr_context_open_item (get_context (f), item);
  g_assert_true (scr_context_get_selected (get_context (f)) == item);
  window_fixture_act (f, "win.undo");
  g_assert_null (scr_context_get_selected (get_context (f)));
  window_fixture_free (f);
}

static void
test_undo (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) priority = get_first (f, "priority");
  g_autofree char *before = g_strdup (scr_item_get_text (priority, "title"));
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *until = NULL;

  g_assert_true (scr_command_set_text (f->store, priority, "title", "Once", NULL));
  g_assert_true (scr_command_set_text (f->store, priority, "title", "Twice", NULL));
  ui_settle ();
  g_assert_true (window_fixture_can (f, "undo"));
  g_assert_false (window_fixture_can (f, "redo"));
  window_fixture_act (f, "win.undo");
  g_assert_cmpstr (scr_item_get_text (priority, "title"), ==, "Once");
  g_assert_true (window_fixture_can (f, "redo"));
  window_fixture_act (f, "win.redo");
  g_assert_cmpstr (scr_item_get_text (priority, "title"), ==, "Twice");

  changes = scr_store_list_changes (f->store, 2);
  until = g_strdup_printf ("win.undo-until(int64 %" G_GINT64_FORMAT ")",
                           ((ScrHistoryEntry *)changes->pdata[1])->change);
  window_fixture_act (f, until);
  g_assert_cmpstr (scr_item_get_text (priority, "title"), ==, before);
  window_fixture_free (f);
}

static void
test_delete_and_restore (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) dispute = get_first (f, "dispute");
  GtkWidget *bin;

  g_assert_false (window_fixture_can (f, "item-delete"));
  scr_context_open_item (get_context (f), dispute);
  g_assert_true (window_fixture_can (f, "item-delete"));
  window_fixture_act (f, "win.item-delete");
  g_assert_true (scr_item_is_deleted (dispute));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (f->window), "is in the bin"));

  window_fixture_act (f, "win.bin");
  bin = ui_find_type (GTK_WIDGET (f->window), SCR_TYPE_BIN_PAGE);
  g_assert_nonnull (bin);
  g_assert_nonnull (ui_find_text (bin, "Disputes"));
  window_fixture_act (f, "win.undo");
  g_assert_false (scr_item_is_deleted (dispute));
  g_assert_null (ui_find_text (bin, "Disputes"));
  g_assert_nonnull (ui_find_text (bin, "The bin is empty"));
  window_fixture_act (f, "win.back");
  g_assert_cmpstr (scr_window_get_view (f->window), ==, "disputes");
  window_fixture_free (f);
}

static void
test_duplicate_and_move (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) item = get_first (f, "question");
  guint before = scr_source_count (SCR_SOURCE (f->store), &(ScrQuery) {.kind = "question"});

  scr_context_open_item (get_context (f), item);
  g_assert_true (window_fixture_can (f, "item-down"));
  window_fixture_act (f, "win.item-duplicate");
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (f->store), &(ScrQuery) {.kind = "question"}), ==,
                    before + 1);
  g_assert_true (scr_context_get_selected (get_context (f)) != item);
  window_fixture_free (f);
}

static void
test_chooser (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) partnership = get_first (f, "partnership");
  GtkWidget *chooser = ui_find_type (GTK_WIDGET (f->window), SCR_TYPE_PARTNERSHIP_CHOOSER);

  g_assert_cmpstr (scr_partnership_chooser_get_name (SCR_PARTNERSHIP_CHOOSER (chooser)), ==,
                   "All partnerships");
  scr_context_set_partnership (get_context (f), scr_item_get_id (partnership));
  ui_settle ();
  g_assert_cmpstr (scr_partnership_chooser_get_name (SCR_PARTNERSHIP_CHOOSER (chooser)), ==,
                   scr_item_get_text (partnership, "title"));
  window_fixture_free (f);
}

static void
test_problems (void)
{
  WindowFixture *f = window_fixture_new (FALSE);

  for (ScrErrorCode code = SCR_ERROR_FAILED; code <= SCR_ERROR_CANCELLED; code++)
    {
      g_autoptr (GError) error = g_error_new (SCR_ERROR, code, "Reason number %d.", code);

      scr_window_show_problem (f->window, "/somewhere/record.scrutiny", error);
      ui_settle ();
      g_assert_nonnull (ui_find_text (GTK_WIDGET (f->window), error->message));
      g_assert_true (!!ui_find_button (GTK_WIDGET (f->window), "Open for reading only")
                     == (code == SCR_ERROR_BUSY));
      g_assert_cmpstr (scr_window_get_path (f->window), ==, "/somewhere/record.scrutiny");
    }
  window_fixture_act (f, "app.reopen::/somewhere/record.scrutiny");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (f->window), "There is no such record"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (f->window), "There is no record at “/somewhere/record.scrutiny”."));
  scr_settings_set_strv (f->settings, "recent-records",
                         (const char *const[]) {"/somewhere/record.scrutiny", NULL});
  window_fixture_act (f, "app.reopen::/somewhere/record.scrutiny");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (f->window), "not there any more"));
  window_fixture_act (f, "win.problem-close");
  g_assert_null (scr_window_get_path (f->window));
  window_fixture_free (f);
}

static void
test_failures (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (GError) full = g_error_new_literal (SCR_ERROR, SCR_ERROR_DISK_FULL, "The disk is full.");
  g_autoptr (GError) invalid = g_error_new_literal (SCR_ERROR, SCR_ERROR_INVALID, "The title is too long.");
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped by hand");
  /* The first of the banners tells of errors. */
  GtkWidget *banner = ui_find_type (GTK_WIDGET (f->window), SCR_TYPE_BANNER);

  scr_context_fail (get_context (f), cancelled);
  ui_settle ();
  g_assert_null (ui_find_text (banner, "Stopped by hand"));
  scr_context_fail (get_context (f), full);
  ui_settle ();
  g_assert_nonnull (ui_find_text (banner, "Everything before it is safe"));
  g_assert_nonnull (ui_find_button (banner, "Try again"));
  scr_context_fail (get_context (f), invalid);
  ui_settle ();
  g_assert_nonnull (ui_find_text (banner, "The title is too long."));
  g_assert_null (ui_find_button (banner, "Try again"));
  window_fixture_free (f);
}

static GtkWidget *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

/* Closing asks as long as something that was typed is not kept. */
static void
test_close_asks (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) priority = get_first (f, "priority");
  g_autofree char *day = g_strdup (scr_item_get_text (priority, "completed"));
  ScrForm *form;
  ScrRow *row;

  scr_context_open_item (get_context (f), priority);
  ui_settle ();
  form = SCR_FORM (ui_find_type (GTK_WIDGET (f->window), SCR_TYPE_FORM));
  row = scr_form_get_row (form, "completed");
  scr_row_text_set_typed (SCR_ROW_TEXT (row), "half past never");
  gtk_window_close (GTK_WINDOW (f->window));
  ui_settle ();
  g_assert_nonnull (find_question ());
  g_assert_nonnull (ui_find_text (find_question (), "half past never"));
  /* Asked again, it is the same question. */
  gtk_window_close (GTK_WINDOW (f->window));
  ui_settle ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question ()), "back");
  gtk_window_destroy (GTK_WINDOW (find_question ()));
  ui_settle ();
  g_assert_null (find_question ());
  g_assert_true (scr_context_get_selected (get_context (f)) == priority);
  row = scr_form_get_row (form, "completed");
  g_assert_nonnull (scr_row_get_error (row));
  g_assert_cmpstr (gtk_editable_get_text (scr_row_text_get_editable (SCR_ROW_TEXT (row))), ==, "half past never");
  g_assert_cmpstr (scr_item_get_text (priority, "completed"), ==, day);

  scr_row_text_set_typed (SCR_ROW_TEXT (row), "3 July 2019");
  window_fixture_free (f);
}

/* A file that is taken away from under its record is missed at the next change. */
static void
test_moved_away (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) priority = get_first (f, "priority");
  g_autofree char *away = g_strconcat (f->path, ".away", NULL);
  GtkWidget *banner = ui_find_type (GTK_WIDGET (f->window), SCR_TYPE_BANNER);

  g_assert_true (scr_command_set_text (f->store, priority, "title", "Before", NULL));
  ui_settle ();
  g_assert_null (ui_find_text (banner, "moved or deleted"));
  g_assert_cmpint (g_rename (f->path, away), ==, 0);
  g_assert_true (scr_command_set_text (f->store, priority, "title", "After", NULL));
  ui_settle ();
  g_assert_nonnull (ui_find_text (banner, "moved or deleted"));
  g_assert_cmpint (g_rename (away, f->path), ==, 0);
  window_fixture_free (f);
}

static void
test_toast_goes (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrItem) priority = get_first (f, "priority");

  scr_context_toast (get_context (f), "Something & more", TRUE);
  ui_settle ();
  g_assert_nonnull (ui_find_text (GTK_WIDGET (f->window), "Something & more"));
  /* Its Undo would undo the next change. */
  g_assert_true (scr_command_set_text (f->store, priority, "title", "Next", NULL));
  for (guint i = 0; i < 10; i++)
    ui_settle ();
  g_assert_null (ui_find_text (GTK_WIDGET (f->window), "Something & more"));
  window_fixture_free (f);
}

static void
test_remembers (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  g_autoptr (ScrSettings) settings = g_object_ref (f->settings);
  g_autofree char *path = g_strdup (scr_window_get_path (f->window));
  g_autofree char *record = NULL;
  g_autofree char *view = NULL;

  window_fixture_resize (f, 900, 700);
  window_fixture_act (f, "win.view::questions");
  window_fixture_free (f);
  record = scr_settings_dup_string (settings, "last-record");
  view = scr_settings_dup_string (settings, "last-view");
  g_assert_cmpint (scr_settings_get_int (settings, "window-width"), ==, 900);
  g_assert_cmpint (scr_settings_get_int (settings, "window-height"), ==, 700);
  g_assert_cmpstr (record, ==, path);
  g_assert_cmpstr (view, ==, "questions");
}

static void
test_preferences (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  GtkWidget *preferences = scr_preferences_new (f->settings, get_context (f));
  GtkWidget *button;

  gtk_window_present (GTK_WINDOW (preferences));
  ui_settle ();
  g_assert_nonnull (ui_find_text (preferences, "12 June 2019"));
  button = ui_find_button (preferences, "Use the real day");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  g_assert_null (ui_find_text (preferences, "12 June 2019"));
  g_assert_cmpstr (scr_store_get_undo_label (f->store), !=, "");
  gtk_window_destroy (GTK_WINDOW (preferences));
  ui_settle ();
  window_fixture_free (f);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/window/first-page", test_first_page);
  g_test_add_func ("/window/recent", test_recent);
  g_test_add_func ("/window/every-view", test_every_view);
  g_test_add_func ("/window/icons", test_icons);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/sidebar", test_sidebar);
  g_test_add_func ("/window/pane", test_pane);
  g_test_add_func ("/window/pane-left", test_pane_left);
  g_test_add_func ("/window/back", test_back);
  g_test_add_func ("/window/gone", test_gone);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/delete-and-restore", test_delete_and_restore);
  g_test_add_func ("/window/duplicate-and-move", test_duplicate_and_move);
  g_test_add_func ("/window/chooser", test_chooser);
  g_test_add_func ("/window/problems", test_problems);
  g_test_add_func ("/window/failures", test_failures);
  g_test_add_func ("/window/close-asks", test_close_asks);
  g_test_add_func ("/window/moved-away", test_moved_away);
  g_test_add_func ("/window/toast-goes", test_toast_goes);
  g_test_add_func ("/window/remembers", test_remembers);
  g_test_add_func ("/window/preferences", test_preferences);
  return g_test_run ();
}
