/* The details pane: every kind, what it is tied to, its papers, its history, the bin. */
#include "ui-support.h"

#include "scr-details-pane.h"
#include "scr-files.h"
#include "scr-row-text.h"
#include "scr-section.h"

#include <glib/gstdio.h>

static ScrDetailsPane *
show_pane (UiRecord *record, ScrItem *item)
{
  GtkWidget *pane = scr_details_pane_new (record->context);

  scr_context_set_selected (record->context, item);
  return SCR_DETAILS_PANE (ui_record_show (record, pane, 360, 800));
}

static void
test_every_kind (void)
{
  UiRecord *record = ui_record_new ();
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);
  GtkWidget *pane = g_object_ref_sink (scr_details_pane_new (record->context));

  ui_record_show (record, pane, 360, 800);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (ScrItem) item = ui_record_add_any (record, kinds[k]);

      g_test_message ("%s", kinds[k]->name);
      scr_context_set_selected (record->context, item);
      ui_settle ();
      g_assert_true (scr_form_get_item (scr_details_pane_get_form (SCR_DETAILS_PANE (pane))) == item);
    }
  scr_context_set_selected (record->context, NULL);
  ui_record_hide (record);
  g_assert_finalize_object (pane);
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

static void
test_head (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) partnership = ui_record_add (record, "partnership", "Greenwich");
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  ScrDetailsPane *pane;

  ui_record_set (record, item, "partnership", scr_item_get_id (partnership));
  pane = show_pane (record, item);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (pane), "Deep dive"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (pane), "Activity · Greenwich"));
  ui_record_set (record, item, "title", "Front-door review");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (pane), "Front-door review"));
  ui_record_free (record);
}

static void
test_ties (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) meeting = ui_record_add (record, "meeting", "Board");
  g_autoptr (ScrItem) group = ui_record_add (record, "group", "Executive");
  ScrDetailsPane *pane = show_pane (record, meeting);
  ScrTies *ties = scr_details_pane_get_ties (pane);
  ScrTieList *agenda = scr_ties_get_list (ties, "agenda_item", "meeting");
  GtkWidget *add;

  g_assert_cmpuint (scr_ties_get_n_out (ties), ==, 0);
  ui_record_set (record, meeting, "group", scr_item_get_id (group));
  g_assert_cmpuint (scr_ties_get_n_out (ties), ==, 1);

  /* What belongs to a meeting is always listed; what merely may refer to it once it does. */
  g_assert_nonnull (agenda);
  g_assert_cmpuint (scr_tie_list_get_count (agenda), ==, 0);
  g_assert_null (scr_ties_get_list (ties, "action", "meeting"));

  add = gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (agenda)));
  g_assert_true (GTK_IS_BUTTON (add));
  for (guint i = 0; i < 8; i++)
    {
      g_signal_emit_by_name (add, "clicked");
      g_assert_cmpstr (scr_item_get_text (record->opened, "meeting"), ==, scr_item_get_id (meeting));
      scr_context_set_selected (record->context, meeting);
      agenda = scr_ties_get_list (ties, "agenda_item", "meeting");
      add = gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (agenda)));
    }
  g_assert_cmpuint (scr_tie_list_get_count (agenda), ==, 8);
  g_assert_cmpuint (g_list_model_get_n_items (scr_tie_list_get_items (agenda)), ==, 6);
  g_signal_emit_by_name (scr_section_get_footer (SCR_SECTION (agenda)), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (scr_tie_list_get_items (agenda)), ==, 8);
  g_assert_false (gtk_widget_get_visible (scr_section_get_footer (SCR_SECTION (agenda))));
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

static void
test_move (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) meeting = ui_record_add (record, "meeting", "Board");
  ScrItem *items[3];
  ScrDetailsPane *pane = show_pane (record, meeting);
  ScrTieList *agenda = scr_ties_get_list (scr_details_pane_get_ties (pane), "agenda_item", "meeting");
  GtkListBoxRow *row;
  g_autoptr (ScrItem) first = NULL;

  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *add = gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (agenda)));

      g_signal_emit_by_name (add, "clicked");
      items[i] = g_object_ref (record->opened);
      scr_context_set_selected (record->context, meeting);
      agenda = scr_ties_get_list (scr_details_pane_get_ties (pane), "agenda_item", "meeting");
    }
  row = gtk_list_box_get_row_at_index (scr_section_get_list (SCR_SECTION (agenda)), 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "tie.up", NULL));
  row = gtk_list_box_get_row_at_index (scr_section_get_list (SCR_SECTION (agenda)), 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "tie.up", NULL));
  first = g_list_model_get_item (scr_tie_list_get_items (agenda), 0);
  g_assert_true (first == items[2]);
  for (guint i = 0; i < 3; i++)
    g_object_unref (items[i]);
  ui_record_free (record);
}

static void
test_undo_this (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  ScrDetailsPane *pane;
  GtkWidget *history, *button;

  ui_record_set (record, item, "day", "2019-06-26");
  ui_record_set (record, item, "day", "2019-07-08");
  ui_record_set (record, item, "title", "Deep dive: thresholds");
  pane = show_pane (record, item);
  history = GTK_WIDGET (scr_details_pane_get_history (pane));
  g_assert_nonnull (ui_find_text (history, "26 June 2019"));

  /* The second row: the day, while the later change of the title stays. */
  button = ui_find_button (
      GTK_WIDGET (gtk_list_box_get_row_at_index (scr_section_get_list (SCR_SECTION (history)), 1)), "Undo this");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (scr_item_get_text (item, "day"), ==, "2019-06-26");
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Deep dive: thresholds");
  g_assert_cmpuint (record->failures->len, ==, 0);

  button = ui_find_button (history, "Redo this");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (scr_item_get_text (item, "day"), ==, "2019-07-08");
  ui_record_free (record);
}

static void
test_all_of_history (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  const char *days[] = { "2019-06-01", "2019-06-02", "2019-06-03", "2019-06-04", "2019-06-05" };
  ScrDetailsPane *pane;
  GtkListBox *list;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    ui_record_set (record, item, "day", days[i]);
  pane = show_pane (record, item);
  list = scr_section_get_list (SCR_SECTION (scr_details_pane_get_history (pane)));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 2));
  g_assert_null (gtk_list_box_get_row_at_index (list, 3));
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (scr_details_pane_get_history (pane)), "All 6"), "clicked");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 5));
  ui_record_free (record);
}

static void
test_bin (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrDetailsPane *pane = show_pane (record, item);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "details.delete", NULL));
  g_assert_true (scr_item_is_deleted (item));
  g_assert_null (scr_context_get_selected (record->context));
  g_assert_cmpuint (record->toasts->len, ==, 1);

  scr_context_set_selected (record->context, item);
  ui_settle ();
  g_assert_nonnull (ui_find_text (GTK_WIDGET (pane), "In the bin"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "details.restore", NULL));
  g_assert_false (scr_item_is_deleted (item));
  g_assert_null (ui_find_text (GTK_WIDGET (pane), "In the bin"));
  ui_record_free (record);
}

/* Undoing the addition of what is shown leaves nothing to show. */
static void
test_gone (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  g_autoptr (GError) error = NULL;

  show_pane (record, item);
  g_assert_true (scr_store_undo (record->store, &error));
  g_assert_no_error (error);
  g_assert_null (scr_context_get_selected (record->context));
  ui_record_free (record);
}

static void
test_duplicate (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrDetailsPane *pane = show_pane (record, item);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "details.duplicate", NULL));
  g_assert_nonnull (record->opened);
  g_assert_true (record->opened != item);
  g_assert_true (scr_item_get_kind (record->opened) == scr_item_get_kind (item));
  ui_record_free (record);
}

/* Until the work in the background has had its effect. */
static void
wait_for_text (GtkWidget *widget, const char *text)
{
  for (guint i = 0; i < 500 && ui_find_text (widget, text) == NULL; i++)
    ui_settle ();
  g_assert_nonnull (ui_find_text (widget, text));
}

static void
wait_for_number (GPtrArray *messages, guint n)
{
  for (guint i = 0; i < 500 && messages->len < n; i++)
    ui_settle ();
  g_assert_cmpuint (messages->len, ==, n);
}

static GFile *
make_file (UiRecord *record, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (record->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

static gboolean
add_file (ScrPapers *papers, GFile *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  return scr_papers_add_files (papers, G_LIST_MODEL (files));
}

static void
test_papers (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  g_autoptr (ScrItem) link = ui_record_add_any (record, scr_kind_find ("link"));
  g_autoptr (GFile) file = make_file (record, "Terms of the deep dive.txt", "Terms");
  g_autoptr (GError) error = NULL;
  ScrDetailsPane *pane = show_pane (record, item);
  ScrPapers *papers = scr_details_pane_get_papers (pane);

  g_assert_true (add_file (papers, file));
  wait_for_text (GTK_WIDGET (papers), "Terms of the deep dive.txt");
  g_assert_cmpstr (scr_store_get_undo_label (record->store), ==, "Attach Terms of the deep dive.txt");
  g_assert_true (scr_store_undo (record->store, &error));
  g_assert_null (ui_find_text (GTK_WIDGET (papers), "Terms of the deep dive.txt"));
  g_assert_true (scr_store_redo (record->store, &error));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (papers), "Terms of the deep dive.txt"));
  g_assert_true (gtk_widget_activate_action (
      GTK_WIDGET (gtk_list_box_get_row_at_index (scr_section_get_list (SCR_SECTION (papers)), 0)), "paper.remove",
      NULL));
  g_assert_null (ui_find_text (GTK_WIDGET (papers), "Terms of the deep dive.txt"));

  /* Nothing can be attached to a link. */
  scr_context_set_selected (record->context, link);
  g_assert_false (scr_papers_can_add (papers));
  g_assert_false (add_file (papers, file));
  ui_record_free (record);
}

/* One that cannot be kept does not keep the others out; the same one may be there twice. */
static void
test_papers_at_once (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  g_autoptr (GFile) file = make_file (record, "Minutes.txt", "Minutes");
  g_autoptr (GFile) folder = g_file_new_for_path (record->folder);
  g_autoptr (GFile) gone = g_file_new_for_path ("/nowhere/gone.txt");
  GFile *const dropped[] = { folder, file, gone, file };
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  ScrDetailsPane *pane = show_pane (record, item);
  ScrPapers *papers = scr_details_pane_get_papers (pane);
  GtkListBox *list = scr_section_get_list (SCR_SECTION (papers));

  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    g_list_store_append (files, dropped[i]);
  g_assert_true (scr_papers_add_files (papers, G_LIST_MODEL (files)));
  wait_for_number (record->failures, 1);
  g_assert_nonnull (strstr (record->failures->pdata[0], "not a file that can be attached"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));
  ui_record_free (record);
}

/* A copy holds what was attached, never takes the place of the record, and is told of. */
static void
test_papers_saved (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  g_autoptr (GFile) file = make_file (record, "Minutes.txt", "Minutes");
  g_autoptr (GFile) target = make_file (record, "copy.txt", "earlier");
  g_autoptr (GFile) own = g_file_new_for_path (scr_store_get_path (record->store));
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/copy.txt");
  g_autofree char *content = NULL;
  ScrDetailsPane *pane = show_pane (record, item);
  ScrPapers *papers = scr_details_pane_get_papers (pane);
  g_autoptr (GPtrArray) attached = NULL;

  g_assert_true (add_file (papers, file));
  wait_for_text (GTK_WIDGET (papers), "Minutes.txt");
  attached = scr_source_list (SCR_SOURCE (record->store), &(ScrQuery){ .kind = "attachment" });
  g_assert_cmpuint (attached->len, ==, 1);
  scr_files_save_to (record->context, attached->pdata[0], target);
  wait_for_number (record->toasts, 1);
  g_assert_true (g_file_load_contents (target, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "Minutes");
  scr_files_save_to (record->context, attached->pdata[0], own);
  wait_for_number (record->failures, 1);
  scr_files_save_to (record->context, attached->pdata[0], nowhere);
  wait_for_number (record->failures, 2);
  ui_record_set (record, item, "place", "Town hall");
  ui_record_free (record);
}

static void
test_close (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrDetailsPane *pane = show_pane (record, item);
  ScrRow *row = scr_form_get_row (scr_details_pane_get_form (pane), "title");

  /* Closing keeps what was typed a moment ago. */
  scr_row_text_set_typed (SCR_ROW_TEXT (row), "Partnership Board");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "details.close", NULL));
  g_assert_null (scr_context_get_selected (record->context));
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Partnership Board");
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/details/every-kind", test_every_kind);
  g_test_add_func ("/details/head", test_head);
  g_test_add_func ("/details/ties", test_ties);
  g_test_add_func ("/details/move", test_move);
  g_test_add_func ("/details/undo-this", test_undo_this);
  g_test_add_func ("/details/all-of-history", test_all_of_history);
  g_test_add_func ("/details/bin", test_bin);
  g_test_add_func ("/details/gone", test_gone);
  g_test_add_func ("/details/duplicate", test_duplicate);
  g_test_add_func ("/details/papers", test_papers);
  g_test_add_func ("/details/papers-at-once", test_papers_at_once);
  g_test_add_func ("/details/papers-saved", test_papers_saved);
  g_test_add_func ("/details/close", test_close);
  return g_test_run ();
}
