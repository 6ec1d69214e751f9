/* The outline: every view and kind, order, filter, narrowing, selection, deletion, empty pages. */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-item-list.h"
#include "scr-outline-table.h"
#include "scr-outline-view.h"
#include "scr-row-reference.h"

static ScrOutlineView *
show_outline (UiRecord *record, const char *view_id, int width)
{
  return SCR_OUTLINE_VIEW (
      ui_record_show (record, scr_outline_view_new (record->context, view_id), width, 700));
}

static char *
dup_titles (GListModel *items)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ScrItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", scr_item_get_text (item, "title"));
    }
  return g_string_free (titles, FALSE);
}

static void
assert_titles (ScrOutlineView *outline, const char *expected)
{
  g_autofree char *titles = dup_titles (G_LIST_MODEL (scr_outline_view_get_model (outline)));

  g_assert_cmpstr (titles, ==, expected);
}

static GtkColumnViewColumn *
find_column (ScrOutlineView *outline, const char *title)
{
  GtkWidget *view = ui_find_type (GTK_WIDGET (outline), GTK_TYPE_COLUMN_VIEW);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return column;
    }
  return NULL;
}

static void
test_every_view (void)
{
  const char *const ids[]
      = { "today", "map", "meetings", "programme", "questions", "disputes", "reports", NULL };
  const int widths[] = { 1000, 360 };
  UiRecord *record = ui_record_new_example ();

  for (guint v = 0; ids[v] != NULL; v++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      {
        GtkWidget *outline = g_object_ref_sink (scr_outline_view_new (record->context, ids[v]));
        guint n_kinds;
        const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

        g_test_message ("%s at %d", ids[v], widths[w]);
        ui_record_show (record, outline, widths[w], 700);
        for (guint k = 0; k < n_kinds; k++)
          if (strcmp (kinds[k]->view, ids[v]) == 0)
            {
              scr_outline_view_set_kind (SCR_OUTLINE_VIEW (outline), kinds[k]);
              g_assert_true (scr_outline_view_get_kind (SCR_OUTLINE_VIEW (outline)) == kinds[k]);
              ui_settle ();
            }
        ui_record_hide (record);
        g_assert_finalize_object (outline);
      }
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

static void
test_order (void)
{
  UiRecord *record = ui_record_new ();
  const char *const titles[] = { "beta", "alpha", "gamma", NULL };
  const char *const days[] = { "2019-03-01", "2019-05-01", "2019-04-01" };
  ScrOutlineView *outline;
  GtkColumnView *view;

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autoptr (ScrItem) item = ui_record_add (record, "meeting", titles[i]);

      ui_record_set (record, item, "day", days[i]);
    }
  outline = show_outline (record, "meetings", 1000);
  assert_titles (outline, "beta gamma alpha");
  view = GTK_COLUMN_VIEW (ui_find_type (GTK_WIDGET (outline), GTK_TYPE_COLUMN_VIEW));
  gtk_column_view_sort_by_column (view, find_column (outline, "Title"), GTK_SORT_ASCENDING);
  assert_titles (outline, "alpha beta gamma");
  gtk_column_view_sort_by_column (view, find_column (outline, "Title"), GTK_SORT_DESCENDING);
  assert_titles (outline, "gamma beta alpha");
  gtk_column_view_sort_by_column (view, find_column (outline, "Day"), GTK_SORT_DESCENDING);
  assert_titles (outline, "alpha gamma beta");
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  assert_titles (outline, "beta gamma alpha");

  /* Another kind begins in its own order. */
  gtk_column_view_sort_by_column (view, find_column (outline, "Title"), GTK_SORT_DESCENDING);
  scr_outline_view_set_kind (outline, scr_kind_find ("action"));
  scr_outline_view_set_kind (outline, scr_kind_find ("meeting"));
  assert_titles (outline, "beta gamma alpha");
  ui_record_free (record);
}

static void
test_filter (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) first = ui_record_add (record, "dispute", "Threshold");
  g_autoptr (ScrItem) second = ui_record_add (record, "dispute", "Referral");
  ScrOutlineView *outline = show_outline (record, "disputes", 1000);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scr_outline_view_get_model (outline))), ==, 2);
  scr_outline_view_set_filter (outline, "thresh");
  assert_titles (outline, "Threshold");
  scr_outline_view_set_filter (outline, "nowhere");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (outline), "Nothing found"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.clear-filter", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scr_outline_view_get_model (outline))), ==, 2);
  ui_record_free (record);
}

static void
test_narrowed (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) bexley = ui_record_add (record, "partnership", "Bexley");
  g_autoptr (ScrItem) lewisham = ui_record_add (record, "partnership", "Lewisham");
  g_autoptr (ScrItem) meeting = ui_record_add (record, "meeting", "Board");
  ScrOutlineView *outline = show_outline (record, "meetings", 1000);

  ui_record_set (record, meeting, "partnership", scr_item_get_id (bexley));
  assert_titles (outline, "Board");
  g_assert_nonnull (find_column (outline, "Partnership"));
  scr_context_set_partnership (record->context, scr_item_get_id (bexley));
  assert_titles (outline, "Board");
  g_assert_null (find_column (outline, "Partnership"));
  scr_context_set_partnership (record->context, scr_item_get_id (lewisham));
  assert_titles (outline, "");
  ui_settle ();
  g_assert_nonnull (ui_find_text (GTK_WIDGET (outline), "of other partnerships"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.all-partnerships", NULL));
  assert_titles (outline, "Board");
  ui_record_free (record);
}

static void
test_select_and_delete (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) action = ui_record_add (record, "action", "Send the findings");
  g_autoptr (ScrItem) other = ui_record_add (record, "action", "Ask again");
  g_autoptr (ScrItem) dispute = ui_record_add (record, "dispute", "Threshold");
  g_autoptr (GError) error = NULL;
  ScrOutlineView *outline = show_outline (record, "meetings", 1000);

  scr_outline_view_set_filter (outline, "nowhere");
  g_assert_false (scr_view_select_item (SCR_VIEW (outline), dispute));
  g_assert_true (scr_view_select_item (SCR_VIEW (outline), action));
  g_assert_true (scr_outline_view_get_kind (outline) == scr_item_get_kind (action));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.open", NULL));
  g_assert_true (scr_context_get_selected (record->context) == action);

  /* The details follow the selection while they are open. */
  g_assert_true (scr_view_select_item (SCR_VIEW (outline), action));
  gtk_selection_model_select_all (scr_outline_view_get_model (outline));
  g_assert_true (scr_context_get_selected (record->context) == action);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.delete", NULL));
  g_assert_true (scr_item_is_deleted (action));
  g_assert_true (scr_item_is_deleted (other));
  g_assert_null (scr_context_get_selected (record->context));
  g_assert_cmpuint (record->toasts->len, ==, 1);
  assert_titles (outline, "");
  g_assert_true (scr_store_undo (record->store, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scr_outline_view_get_model (outline))), ==, 2);
  ui_record_free (record);
}

static void
test_cells_follow (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) group = ui_record_add (record, "group", "Executive");
  g_autoptr (ScrItem) meeting = ui_record_add (record, "meeting", "Board");
  ScrOutlineView *outline = show_outline (record, "meetings", 1200);

  ui_record_set (record, meeting, "group", scr_item_get_id (group));
  ui_settle ();
  g_assert_nonnull (ui_find_text (GTK_WIDGET (outline), "Executive"));
  ui_record_set (record, group, "title", "Steering group");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (outline), "Steering group"));
  ui_record_free (record);
}

static void
test_new_and_empty (void)
{
  UiRecord *record = ui_record_new ();
  ScrOutlineView *outline = show_outline (record, "meetings", 1000);

  g_assert_nonnull (ui_find_text (GTK_WIDGET (outline), "none yet"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.new", NULL));
  g_assert_nonnull (record->opened);
  g_assert_cmpstr (scr_item_get_kind (record->opened)->name, ==, "meeting");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scr_outline_view_get_model (outline))), ==, 1);
  ui_settle ();
  g_assert_null (ui_find_text (GTK_WIDGET (outline), "none yet"));
  ui_record_free (record);
}

typedef struct
{
  guint n;
  guint removed;
  guint added;
} Messages;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Messages *messages)
{
  messages->n++;
  messages->removed += removed;
  messages->added += added;
}

/* The difference only: a moved row is one row out and one in. */
static void
test_list_differences (void)
{
  UiRecord *record = ui_record_new ();
  const ScrQuery query = { .kind = "partnership" };
  ScrItem *items[6];
  g_autoptr (ScrItemList) list = scr_item_list_new (record->store, &query);
  g_autoptr (GError) error = NULL;
  Messages messages = { 0 };
  g_autofree char *titles = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("p%u", i);

      items[i] = ui_record_add (record, "partnership", title);
    }
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &messages);
  ui_record_set (record, items[2], "area", "South");
  g_assert_cmpuint (messages.n, ==, 0);
  g_assert_true (scr_command_move (record->store, items[5], -3, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (messages.removed, ==, 1);
  g_assert_cmpuint (messages.added, ==, 1);
  titles = dup_titles (G_LIST_MODEL (list));
  g_assert_cmpstr (titles, ==, "p0 p1 p5 p2 p3 p4");
  scr_item_list_set_contains (list, "p3");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  scr_item_list_set_contains (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 6);
  scr_item_list_set_order (list, "-title");
  g_free (titles);
  titles = dup_titles (G_LIST_MODEL (list));
  g_assert_cmpstr (titles, ==, "p5 p4 p3 p2 p1 p0");
  for (guint i = 0; i < 6; i++)
    g_object_unref (items[i]);
  g_clear_object (&list);
  ui_record_free (record);
}

/* A long list is not asked for again without need, and says the same as if it had been. */
static void
test_long_list (void)
{
  enum { N = 1200 };
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrEdit) edit = scr_edit_new ("Many");
  const ScrQuery query = { .kind = "meeting" };
  g_autoptr (ScrItemList) list = NULL;
  g_autoptr (ScrItem) item = NULL;
  g_autoptr (GError) error = NULL;
  Messages messages = { 0 };

  for (guint i = 0; i < N; i++)
    {
      const char *id = scr_edit_add (edit, "meeting", NULL);
      g_autofree char *title = g_strdup_printf ("Meeting %u", i);
      g_autofree char *day = g_strdup_printf ("2019-%02u-%02u", 1 + i % 12, 1 + i % 28);

      scr_edit_set_text (edit, "meeting", id, "title", title);
      scr_edit_set_text (edit, "meeting", id, "day", day);
    }
  g_assert_true (scr_store_seed (record->store, edit, &error));
  list = scr_item_list_new (record->store, &query);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &messages);
  item = g_list_model_get_item (G_LIST_MODEL (list), 600);
  ui_record_set (record, item, "place", "Town hall");
  g_assert_cmpuint (messages.n, ==, 0);
  ui_record_set (record, item, "day", "2001-01-01");
  g_assert_cmpuint (messages.removed, ==, 1);
  g_assert_cmpuint (messages.added, ==, 1);
  g_assert_cmpstr (scr_item_list_get_id (list, 0), ==, scr_item_get_id (item));
  ui_record_set (record, item, "day", NULL);
  g_assert_cmpstr (scr_item_list_get_id (list, N - 1), ==, scr_item_get_id (item));
  scr_edit_free (g_steal_pointer (&edit));
  edit = scr_edit_new ("Delete");
  scr_edit_bin (edit, "meeting", scr_item_get_id (item));
  g_assert_true (scr_store_apply (record->store, edit, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N - 1);
  g_assert_true (scr_store_undo (record->store, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N);
  g_clear_object (&list);
  ui_record_free (record);
}

/* A record for reading only can be looked through, and nothing else. */
static void
test_read_only (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrOutlineView *outline;

  ui_record_make_read_only (record);
  outline = show_outline (record, "meetings", 1000);
  assert_titles (outline, "Board");
  gtk_selection_model_select_all (scr_outline_view_get_model (outline));
  gtk_widget_activate_action (GTK_WIDGET (outline), "outline.delete", NULL);
  gtk_widget_activate_action (GTK_WIDGET (outline), "outline.new", NULL);
  gtk_widget_activate_action (GTK_WIDGET (outline), "outline.duplicate", NULL);
  assert_titles (outline, "Board");
  g_assert_null (record->opened);
  g_assert_cmpuint (record->failures->len, ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.open", NULL));
  g_assert_nonnull (scr_context_get_selected (record->context));
  ui_record_free (record);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

/* What cannot be without more than a title is asked for first, and made whole as one change. */
static void
test_asked_for (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) group = ui_record_add (record, "group", "Executive");
  g_autoptr (ScrItem) person = ui_record_add (record, "person", "Health lead");
  g_autoptr (GError) error = NULL;
  ScrOutlineView *outline = show_outline (record, "map", 1000);
  AdwMessageDialog *dialog;
  GtkWidget *row;
  g_autofree char *undo_label = g_strdup (scr_store_get_undo_label (record->store));

  scr_outline_view_set_kind (outline, scr_kind_find ("membership"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.new", NULL));
  ui_settle ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "add"));
  row = ui_find_type (GTK_WIDGET (dialog), SCR_TYPE_ROW_REFERENCE);
  scr_row_reference_choose (SCR_ROW_REFERENCE (row), group);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "add"));
  scr_row_reference_choose (SCR_ROW_REFERENCE (gtk_widget_get_next_sibling (row)), person);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "add"));
  g_assert_null (record->opened);
  g_assert_cmpstr (scr_store_get_undo_label (record->store), ==, undo_label);

  adw_message_dialog_response (dialog, "add");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  g_assert_nonnull (record->opened);
  g_assert_cmpstr (scr_item_get_text (record->opened, "group"), ==, scr_item_get_id (group));
  g_assert_cmpstr (scr_item_get_text (record->opened, "member"), ==, scr_item_get_id (person));
  g_assert_true (scr_store_undo (record->store, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scr_outline_view_get_model (outline))), ==, 0);

  /* Changing one's mind makes nothing. */
  g_clear_object (&record->opened);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.new", NULL));
  ui_settle ();
  dialog = find_dialog ();
  adw_message_dialog_response (dialog, "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  g_assert_null (record->opened);
  ui_record_free (record);
}

/* Where lines begin at the right, so do the columns, at any width, until somebody scrolls. */
static void
test_right_to_left (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrOutlineView *outline;
  GtkAdjustment *adjustment;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  outline = show_outline (record, "meetings", 700);
  adjustment = gtk_scrollable_get_hadjustment (
      GTK_SCROLLABLE (ui_find_type (GTK_WIDGET (outline), GTK_TYPE_COLUMN_VIEW)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - 20);
  ui_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - 20);
  ui_record_free (record);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/outline/list-differences", test_list_differences);
  g_test_add_func ("/outline/every-view", test_every_view);
  g_test_add_func ("/outline/order", test_order);
  g_test_add_func ("/outline/filter", test_filter);
  g_test_add_func ("/outline/narrowed", test_narrowed);
  g_test_add_func ("/outline/select-and-delete", test_select_and_delete);
  g_test_add_func ("/outline/cells-follow", test_cells_follow);
  g_test_add_func ("/outline/new-and-empty", test_new_and_empty);
  g_test_add_func ("/outline/long-list", test_long_list);
  g_test_add_func ("/outline/read-only", test_read_only);
  g_test_add_func ("/outline/asked-for", test_asked_for);
  g_test_add_func ("/outline/right-to-left", test_right_to_left);
  return g_test_run ();
}
