/* The Today view over the example: what it tells, opens, follows; the keyboard's place; widths; nothing to
 * tell. */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-fold-box.h"
#include "scr-today-list-row.h"
#include "scr-today-list.h"
#include "scr-today-view.h"

#include <string.h>

#define ACTION "Send the thresholds findings to the front-door leads"
#define DISPUTE "Senior managers: no reply yet"

static GtkWidget *
show_today (UiRecord *record, int width)
{
  return ui_record_show (record, scr_today_view_new (record->context, "today"), width, 800);
}

static void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_visible (root))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static guint
count_type (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (root, type, found);
  return found->len;
}

/* The row on which a text stands. */
static GtkWidget *
find_row (GtkWidget *view, const char *text)
{
  GtkWidget *label = ui_find_text (view, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

static ScrItem *
get_row_item (GtkWidget *view, const char *text)
{
  GtkWidget *row = find_row (view, text);

  g_assert_nonnull (row);
  return scr_today_list_row_get_item (SCR_TODAY_LIST_ROW (row));
}

/* Hides the view, and shows that nothing keeps it. */
static void
finish (UiRecord *record, GtkWidget *view)
{
  g_object_ref (view);
  ui_record_hide (record);
  g_assert_finalize_object (view);
}

static void
on_show_view (ScrContext *context, const char *id, char **shown)
{
  g_free (*shown);
  *shown = g_strdup (id);
}

/* --- Telling --- */

static void
test_tells (void)
{
  const char *const texts[] = {"4 things need you now",
                               "Wednesday 12 June 2019",
                               ACTION,
                               DISPUTE,
                               "Line managers: a reply is due",
                               "Issue the pack for Partnership Board",
                               "5 working days late",
                               "Due today",
                               "Meetings in the next four weeks",
                               "Timeline",
                               "Learning Hub: Neglect",
                               "2 papers missing",
                               "Pack issued",
                               "No answer yet about the difference made",
                               "Safe outside the home",
                               "Open gaps in who answers to whom",
                               "5 more on the map",
                               "Coming up",
                               "Show 2 more"};
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_nonnull (ui_find_text (view, texts[i]));
    }
  /* Four needs, four meetings, two priorities, two of seven gaps, four of six to come. */
  g_assert_cmpuint (count_type (view, SCR_TYPE_TODAY_LIST_ROW), ==, 16);
  finish (record, view);
  ui_record_free (record);
}

/* Each row is named on its own child, state and day included. */
static void
test_names (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *row = find_row (view, DISPUTE);
  GtkWidget *meeting = find_row (view, "Learning Hub: Neglect");

  gtk_test_accessible_assert_property (
      gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Senior managers: no reply yet, 3 working days late, Dispute 2019/002, "
      "Threshold not agreed at the front door, Greenwich");
  gtk_test_accessible_assert_property (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (meeting)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Learning Hub: Neglect, Tuesday 25 June 2019, Pack issued, Bexley, "
                                       "9:30 to 12:30, the scrutineer attends");
  collect (view, GTK_TYPE_LIST_BOX_ROW, rows);
  g_assert_cmpuint (rows->len, >, 16);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (gtk_test_accessible_has_property (
        GTK_ACCESSIBLE (gtk_list_box_row_get_child (g_ptr_array_index (rows, i))),
        GTK_ACCESSIBLE_PROPERTY_LABEL));
  finish (record, view);
  ui_record_free (record);
}

static void
test_opens (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect (view, SCR_TYPE_TODAY_LIST_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      ScrItem *item = scr_today_list_row_get_item (g_ptr_array_index (rows, i));

      g_clear_object (&record->opened);
      gtk_widget_activate (g_ptr_array_index (rows, i));
      g_assert_true (record->opened == item);
    }
  g_assert_cmpstr (scr_item_get_kind (get_row_item (view, ACTION))->name, ==, "action");
  g_assert_cmpstr (scr_item_get_kind (get_row_item (view, "Annual scrutiny report"))->name, ==, "report");
  finish (record, view);
  ui_record_free (record);
}

/* --- Following --- */

static void
test_follows (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  g_autoptr (GError) error = NULL;

  ui_record_set (record, get_row_item (view, ACTION), "state", "action-state.done");
  ui_settle ();
  g_assert_nonnull (ui_find_text (view, "3 things need you now"));
  g_assert_null (ui_find_text (view, ACTION));
  scr_store_undo (record->store, &error);
  g_assert_no_error (error);
  ui_settle ();
  g_assert_nonnull (ui_find_text (view, "4 things need you now"));
  g_assert_nonnull (ui_find_text (view, ACTION));
  scr_store_redo (record->store, &error);
  g_assert_no_error (error);
  ui_settle ();
  g_assert_nonnull (ui_find_text (view, "3 things need you now"));
  finish (record, view);
  ui_record_free (record);
}

/* What shows the same stays the same widget: neither the pointer nor a screen reader loses its place. */
static void
test_keeps_rows (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  GtkWidget *before = find_row (view, ACTION);
  GtkWidget *dispute = find_row (view, DISPUTE);

  ui_record_set (record, get_row_item (view, DISPUTE), "title", "Another title");
  ui_settle ();
  g_assert_true (find_row (view, ACTION) == before);
  g_assert_false (find_row (view, DISPUTE) == dispute);
  g_assert_nonnull (ui_find_text (find_row (view, DISPUTE), "Another title"));
  finish (record, view);
  ui_record_free (record);
}

static void
test_follows_context (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  const ScrQuery query = {.kind = "partnership", .contains = "Bexley"};
  g_autoptr (GPtrArray) found = scr_source_list_ids (SCR_SOURCE (record->store), &query);

  g_assert_cmpuint (found->len, ==, 1);
  scr_context_set_partnership (record->context, g_ptr_array_index (found, 0));
  ui_settle ();
  g_assert_nonnull (ui_find_text (view, "1 thing needs you now"));
  g_assert_nonnull (ui_find_text (view, "Issue the pack for Partnership Board"));
  g_assert_null (ui_find_text (view, DISPUTE));
  scr_context_set_partnership (record->context, NULL);
  ui_settle ();
  g_assert_nonnull (ui_find_text (view, "4 things need you now"));
  scr_context_set_store (record->context, NULL);
  ui_settle ();
  scr_context_set_store (record->context, record->store);
  ui_settle ();
  g_assert_nonnull (ui_find_text (view, "4 things need you now"));
  finish (record, view);
  ui_record_free (record);
}

/* A view that is gone hears of no change any more. */
static void
test_lets_go (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  g_autoptr (ScrItem) action = g_object_ref (get_row_item (view, ACTION));

  ui_record_set (record, action, "state", "action-state.done");
  finish (record, view);
  ui_record_set (record, action, "state", "action-state.open");
  ui_settle ();
  g_clear_object (&action);
  ui_record_free (record);
}

/* --- The keyboard's place --- */

static GtkWidget *
get_focused_row (UiRecord *record)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (record->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

static void
test_keeps_focus (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  g_autoptr (ScrItem) action = g_object_ref (get_row_item (view, ACTION));
  g_autoptr (ScrItem) dispute = g_object_ref (get_row_item (view, DISPUTE));

  gtk_widget_grab_focus (find_row (view, DISPUTE));
  /* On the same thing, although it moves up. */
  ui_record_set (record, action, "state", "action-state.done");
  ui_settle ();
  g_assert_nonnull (find_row (view, DISPUTE));
  g_assert_true (get_focused_row (record) == find_row (view, DISPUTE));
  /* On its neighbour, when it is gone. */
  ui_record_set (record, dispute, "state", "dispute-state.resolved");
  ui_settle ();
  g_assert_true (get_focused_row (record) == find_row (view, "Line managers: a reply is due"));
  /* On the one before, when it was the last. */
  gtk_widget_grab_focus (find_row (view, "Issue the pack"));
  ui_record_set (record, get_row_item (view, "Issue the pack"), "pack_state", "pack-state.issued");
  ui_settle ();
  g_assert_true (get_focused_row (record) == find_row (view, "Line managers: a reply is due"));
  finish (record, view);
  g_clear_object (&action);
  g_clear_object (&dispute);
  ui_record_free (record);
}

/* --- More --- */

static void
test_more (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  g_autofree char *shown = NULL;

  g_signal_connect (record->context, "show-view", G_CALLBACK (on_show_view), &shown);
  gtk_widget_activate (find_row (view, "5 more on the map"));
  g_assert_cmpstr (shown, ==, "map");
  g_assert_cmpuint (count_type (view, SCR_TYPE_TODAY_LIST_ROW), ==, 16);
  gtk_widget_grab_focus (find_row (view, "Show 2 more"));
  gtk_widget_activate (find_row (view, "Show 2 more"));
  ui_settle ();
  g_assert_cmpuint (count_type (view, SCR_TYPE_TODAY_LIST_ROW), ==, 18);
  g_assert_null (ui_find_text (view, "Show 2 more"));
  g_assert_true (get_focused_row (record) == find_row (view, "Voice of the child"));
  g_signal_handlers_disconnect_by_data (record->context, &shown);
  finish (record, view);
  ui_record_free (record);
}

/* --- The day --- */

static void
test_unpins (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = show_today (record, 1100);
  GtkWidget *pinned = ui_find_type (view, GTK_TYPE_MENU_BUTTON);
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (record->store), SCR_KIND_RECORD, SCR_RECORD_ID);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (ui_find_text (view, "Example record, shown as at this day"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (pinned));
  ui_settle ();
  g_signal_emit_by_name (ui_find_button (pinned, "Count from the real day"), "clicked");
  ui_settle ();
  g_assert_null (scr_item_get_text (item, "today"));
  g_assert_cmpuint (record->toasts->len, ==, 1);
  g_assert_null (ui_find_text (view, "Wednesday 12 June 2019"));
  g_assert_false (gtk_widget_get_visible (pinned));
  scr_store_undo (record->store, &error);
  g_assert_no_error (error);
  ui_settle ();
  g_assert_nonnull (ui_find_text (view, "Wednesday 12 June 2019"));
  g_assert_true (gtk_widget_get_visible (pinned));
  g_clear_object (&item);
  finish (record, view);
  ui_record_free (record);
}

static void
test_reading_only (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view, *pinned;

  ui_record_make_read_only (record);
  view = show_today (record, 1100);
  g_assert_nonnull (ui_find_text (view, "4 things need you now"));
  pinned = ui_find_type (view, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (pinned));
  ui_settle ();
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (pinned, "Count from the real day")));
  finish (record, view);
  ui_record_free (record);
}

/* --- Widths --- */

static gboolean
is_pill_folded (GtkWidget *view)
{
  GtkWidget *row = find_row (view, DISPUTE);

  return scr_fold_box_get_folded (SCR_FOLD_BOX (ui_find_type (row, SCR_TYPE_FOLD_BOX)));
}

static void
test_widths (void)
{
  const struct
  {
    int width;
    gboolean columns_folded;
    gboolean pills_folded;
    gboolean narrow;
  } rows[] = {
      {1156, FALSE, FALSE, FALSE}, {870, FALSE, TRUE, FALSE}, {850, TRUE, FALSE, FALSE},
      {599, TRUE, FALSE, TRUE},    {360, TRUE, TRUE, TRUE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      UiRecord *record = ui_record_new_example ();
      GtkWidget *view = show_today (record, rows[i].width);
      GtkWidget *columns = ui_find_type (view, SCR_TYPE_FOLD_BOX);

      ui_settle ();
      g_test_message ("%d px", rows[i].width);
      g_assert_cmpint (gtk_widget_get_width (view), ==, rows[i].width);
      g_assert_cmpint (scr_fold_box_get_folded (SCR_FOLD_BOX (columns)), ==, rows[i].columns_folded);
      g_assert_cmpint (is_pill_folded (view), ==, rows[i].pills_folded);
      g_assert_cmpint (ui_find_text (view, "next four weeks") != NULL
                           && ui_find_text (view, "Meetings in the next four weeks") == NULL,
                       ==, rows[i].narrow);
      finish (record, view);
      ui_record_free (record);
    }
}

static void
test_fold_box (void)
{
  GtkWidget *box = g_object_ref_sink (scr_fold_box_new (0, 10, 5));
  GtkWidget *start = gtk_drawing_area_new ();
  GtkWidget *end = gtk_drawing_area_new ();
  int minimum, natural;

  gtk_widget_set_size_request (start, 100, 20);
  gtk_widget_set_size_request (end, 60, 30);
  scr_fold_box_set_end (SCR_FOLD_BOX (box), end);
  scr_fold_box_set_start (SCR_FOLD_BOX (box), start);
  g_assert_true (gtk_widget_get_first_child (box) == start);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 170);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 170, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 30);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 169, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 55);
  gtk_widget_set_visible (end, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 100, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 20);
  scr_fold_box_set_start (SCR_FOLD_BOX (box), NULL);
  g_assert_true (gtk_widget_get_first_child (box) == end);
  g_assert_finalize_object (box);
}

/* --- Nothing --- */

static void
test_nothing (void)
{
  UiRecord *record = ui_record_new ();
  GtkWidget *view = show_today (record, 1100);
  g_autofree char *shown = NULL;
  g_autoptr (ScrItem) action = NULL;

  g_signal_connect (record->context, "show-view", G_CALLBACK (on_show_view), &shown);
  g_assert_nonnull (ui_find_type (view, ADW_TYPE_STATUS_PAGE));
  g_assert_true (gtk_widget_get_mapped (ui_find_type (view, ADW_TYPE_STATUS_PAGE)));
  g_signal_emit_by_name (ui_find_button (view, "Plan a meeting"), "clicked");
  g_assert_cmpstr (shown, ==, "meetings");
  /* The first need takes its place. */
  action = ui_record_add (record, "action", "Write to the board");
  ui_record_set (record, action, "due", "2019-06-12");
  ui_settle ();
  g_assert_false (gtk_widget_get_mapped (ui_find_type (view, ADW_TYPE_STATUS_PAGE)));
  g_assert_nonnull (ui_find_text (view, "1 thing needs you now"));
  g_signal_handlers_disconnect_by_data (record->context, &shown);
  finish (record, view);
  g_clear_object (&action);
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/today/tells", test_tells);
  g_test_add_func ("/today/names", test_names);
  g_test_add_func ("/today/opens", test_opens);
  g_test_add_func ("/today/follows", test_follows);
  g_test_add_func ("/today/keeps-rows", test_keeps_rows);
  g_test_add_func ("/today/follows-context", test_follows_context);
  g_test_add_func ("/today/lets-go", test_lets_go);
  g_test_add_func ("/today/keeps-focus", test_keeps_focus);
  g_test_add_func ("/today/more", test_more);
  g_test_add_func ("/today/unpins", test_unpins);
  g_test_add_func ("/today/reading-only", test_reading_only);
  g_test_add_func ("/today/widths", test_widths);
  g_test_add_func ("/today/fold-box", test_fold_box);
  g_test_add_func ("/today/nothing", test_nothing);
  return g_test_run ();
}
