/* The page of a meeting: head, steps, renaming, what is offered, narrow and for reading only. */
#include "map-support.h"

#include "scr-commands.h"
#include "scr-meeting-page.h"
#include "scr-meeting-stepper.h"
#include "scr-meeting-title.h"
#include "scr-row-text.h"

static ScrItem *
find (UiRecord *record, const char *title, const char *day)
{
  const ScrQuery query
      = {.kind = "meeting",
         .conditions = {{"title", SCR_IS, title, 0}, {day != NULL ? "day" : NULL, SCR_IS, day, 0}}};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (record->store), &query);

  g_assert_cmpuint (items->len, ==, 1);
  return g_object_ref (items->pdata[0]);
}

static GtkWidget *
show_page (UiRecord *record, ScrItem *meeting, int width)
{
  GtkWidget *page = scr_meeting_page_new (record->context);

  ui_record_show (record, page, width, 800);
  scr_meeting_page_show (SCR_MEETING_PAGE (page), meeting);
  ui_settle ();
  return page;
}

static void
count (GtkWidget *page, guint *n)
{
  *n += 1;
}

static ScrStepperForm
get_form (GtkWidget *page)
{
  return scr_meeting_stepper_get_form (SCR_MEETING_STEPPER (ui_find_type (page, SCR_TYPE_MEETING_STEPPER)));
}

/* Row 16 of the coverage: additional, suggested by the scrutineer, agreed with the manager. */
static void
test_example (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "Reflective meeting of the three leads", NULL);
  GtkWidget *page = show_page (record, meeting, 1300);
  guint n_back = 0;

  g_signal_connect (page, "back", G_CALLBACK (count), &n_back);
  g_assert_true (scr_meeting_page_get_meeting (SCR_MEETING_PAGE (page)) == meeting);
  g_assert_nonnull (ui_find_text (page, "Reflective meeting of the three leads"));
  g_assert_nonnull (ui_find_text (page, "Additional"));
  g_assert_nonnull (ui_find_text (page, "Thursday 17 January 2019"));
  g_assert_nonnull (ui_find_text (page, "14:00 to 16:00 · 2 h"));
  g_assert_nonnull (ui_find_text (page, "Working Group"));
  g_assert_nonnull (
      ui_find_text (page, "Suggested by: Independent scrutineer. Agenda agreed with: Partnership manager."));
  g_assert_nonnull (ui_find_text (page, "Agenda agreed"));
  g_assert_nonnull (ui_find_text (page, "10 January"));
  g_assert_nonnull (ui_find_text (page, "Quorum met: 3 of 3 members"));
  g_assert_nonnull (ui_find_button (page, "Approve Minutes…"));
  g_assert_cmpint (get_form (page), !=, SCR_STEPPER_UPRIGHT);
  g_assert_true (scr_view_go_back (SCR_VIEW (page)));
  g_assert_cmpuint (n_back, ==, 1);
  g_assert_false (scr_view_go_back (SCR_VIEW (page)));
  g_clear_object (&meeting);
  map_finish (record, page);
}

/* Row 19: the handover that joins two meetings is told on both. */
static void
test_handover (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) last = find (record, "Last meeting of the Safeguarding Children Board", NULL);
  g_autoptr (ScrItem) first = find (record, "First meeting of the Safeguarding Partnership", NULL);
  GtkWidget *page = show_page (record, last, 1300);
  const char *title = "Handover: From the Safeguarding Children Board to the Safeguarding Partnership";

  g_assert_nonnull (ui_find_text (page, title));
  /* Approved minutes are locked: no step is offered. */
  g_assert_null (ui_find_button (page, "Approve Minutes…"));
  scr_meeting_page_show (SCR_MEETING_PAGE (page), first);
  g_assert_nonnull (ui_find_text (page, title));
  g_clear_object (&last);
  g_clear_object (&first);
  map_finish (record, page);
}

static void
rename_to (GtkWidget *page, const char *text)
{
  GtkWidget *title = ui_find_type (page, SCR_TYPE_MEETING_TITLE);
  GtkWidget *entry;

  gtk_widget_activate_action (page, "page.rename", NULL);
  entry = ui_find_type (title, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
}

static void
test_rename (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "Partnership Board", "2019-06-19");
  GtkWidget *page = show_page (record, meeting, 1300);

  rename_to (page, "Board of June");
  g_assert_nonnull (ui_find_text (page, "Board of June"));
  g_assert_cmpstr (scr_item_get_text (meeting, "title"), ==, "Board of June");
  /* Nothing typed is no title; Esc leaves it, and only then the page. */
  rename_to (page, "  ");
  g_assert_cmpstr (scr_item_get_text (meeting, "title"), ==, "Board of June");
  gtk_widget_activate_action (page, "page.rename", NULL);
  g_assert_true (scr_view_go_back (SCR_VIEW (page)));
  g_assert_nonnull (scr_meeting_page_get_meeting (SCR_MEETING_PAGE (page)));
  g_assert_true (scr_store_undo (record->store, NULL));
  ui_settle ();
  g_assert_nonnull (ui_find_text (page, "Partnership Board"));
  g_clear_object (&meeting);
  map_finish (record, page);
}

static void
answer (const char *label)
{
  g_signal_emit_by_name (ui_find_button (map_find_dialog (), label), "clicked");
  ui_settle ();
}

static void
type (const char *text)
{
  GtkWidget *row = ui_find_type (map_find_dialog (), SCR_TYPE_ROW_TEXT);

  gtk_editable_set_text (scr_row_text_get_editable (SCR_ROW_TEXT (row)), text);
  ui_settle ();
}

/* The pack goes out, the meeting is cancelled with a reason, and is reinstated: one change each. */
static void
test_steps (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "Partnership Board", "2019-06-19");
  GtkWidget *page = show_page (record, meeting, 1300);

  g_signal_emit_by_name (ui_find_button (page, "Issue the Pack…"), "clicked");
  ui_settle ();
  answer ("_Issue");
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.pack-issued");
  g_assert_null (ui_find_button (page, "Issue the Pack…"));
  gtk_widget_activate_action (page, "page.step", "s", "cancel");
  ui_settle ();
  type ("Too few can come");
  answer ("Ca_ncel the Meeting");
  g_assert_cmpstr (scr_item_get_text (meeting, "cancel_reason"), ==, "Too few can come");
  g_assert_nonnull (ui_find_text (page, "Too few can come"));
  g_signal_emit_by_name (ui_find_button (page, "Reinstate the Meeting"), "clicked");
  ui_settle ();
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.pack-issued");
  /* What is not sensible is not done, whoever asks. */
  gtk_widget_activate_action (page, "page.step", "s", "draft-minutes");
  ui_settle ();
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.pack-issued");
  g_assert_cmpuint (record->toasts->len, ==, 3);
  g_assert_cmpuint (record->failures->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.agenda-agreed");
  g_clear_object (&meeting);
  map_finish (record, page);
}

/* Duplicated: the copy is shown. Deleted, also from elsewhere: the page is left. */
static void
test_duplicate_delete (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "Partnership Board", "2019-06-19");
  g_autoptr (ScrItem) copy = NULL;
  GtkWidget *page = show_page (record, meeting, 1300);
  guint n_back = 0;

  g_signal_connect (page, "back", G_CALLBACK (count), &n_back);
  gtk_widget_activate_action (page, "page.duplicate", NULL);
  ui_settle ();
  /* Nothing is made before it is said on which day. */
  g_assert_true (scr_meeting_page_get_meeting (SCR_MEETING_PAGE (page)) == meeting);
  answer ("_Cancel");
  g_assert_cmpuint (record->toasts->len, ==, 0);
  gtk_widget_activate_action (page, "page.duplicate", NULL);
  ui_settle ();
  answer ("_Duplicate");
  copy = g_object_ref (scr_meeting_page_get_meeting (SCR_MEETING_PAGE (page)));
  g_assert_true (copy != meeting);
  /* Five weeks after the board of May, five weeks after that of June. */
  g_assert_cmpstr (scr_item_get_text (copy, "day"), ==, "2019-07-24");
  g_assert_nonnull (ui_find_text (page, "Neglect: what the hub found"));
  gtk_widget_activate_action (page, "page.delete", NULL);
  ui_settle ();
  g_assert_true (scr_item_is_deleted (copy));
  g_assert_cmpuint (n_back, ==, 1);
  g_assert_null (scr_meeting_page_get_meeting (SCR_MEETING_PAGE (page)));
  scr_meeting_page_show (SCR_MEETING_PAGE (page), meeting);
  scr_context_set_store (record->context, NULL);
  g_assert_cmpuint (n_back, ==, 2);
  scr_context_set_store (record->context, record->store);
  g_clear_object (&copy);
  g_clear_object (&meeting);
  map_finish (record, page);
}

/* Narrow: one column, upright steps, the next step at the foot. */
static void
test_narrow (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "Reflective meeting of the three leads", NULL);
  GtkWidget *page = show_page (record, meeting, 360);
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (get_form (page), ==, SCR_STEPPER_UPRIGHT);
  g_assert_nonnull (ui_find_button (page, "Approve Minutes…"));
  g_assert_true (gtk_widget_has_css_class (page, "narrow"));
  g_clear_object (&meeting);
  map_finish (record, page);
}

static void
test_read_only (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = NULL;
  GtkWidget *page;

  ui_record_make_read_only (record);
  meeting = find (record, "Reflective meeting of the three leads", NULL);
  page = show_page (record, meeting, 1300);
  g_assert_null (ui_find_button (page, "Approve Minutes…"));
  gtk_widget_activate_action (page, "page.rename", NULL);
  g_assert_null (ui_find_button (page, "Approve Minutes…"));
  gtk_widget_activate_action (page, "page.step", "s", "back");
  gtk_widget_activate_action (page, "page.delete", NULL);
  g_assert_cmpuint (record->failures->len + record->toasts->len, ==, 0);
  g_clear_object (&meeting);
  map_finish (record, page);
}

/* A meeting of another place tells its zone; one of which nothing is known says so. */
static void
test_head (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) meeting = ui_record_add (record, "meeting", "Meeting");
  GtkWidget *page = show_page (record, meeting, 1300);

  g_assert_nonnull (ui_find_text (page, "No day yet"));
  ui_record_set (record, meeting, "day", "2019-07-01");
  ui_record_set (record, meeting, "start", "09:30");
  ui_record_set (record, meeting, "zone", "Europe/Paris");
  ui_record_set (record, meeting, "online", "https://example.org/room");
  ui_settle ();
  g_assert_nonnull (ui_find_text (page, "9:30 · Europe/Paris (CEST)"));
  /* Which address it is, is told before anything is opened. */
  g_signal_emit_by_name (gtk_widget_get_ancestor (ui_find_text (page, "Online…"), GTK_TYPE_BUTTON),
                         "clicked");
  ui_settle ();
  g_assert_nonnull (ui_find_text (map_find_dialog (), "https://example.org/room"));
  answer ("_Cancel");
  g_clear_object (&meeting);
  map_finish (record, page);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/meeting-page/example", test_example);
  g_test_add_func ("/meeting-page/handover", test_handover);
  g_test_add_func ("/meeting-page/rename", test_rename);
  g_test_add_func ("/meeting-page/steps", test_steps);
  g_test_add_func ("/meeting-page/duplicate-delete", test_duplicate_delete);
  g_test_add_func ("/meeting-page/narrow", test_narrow);
  g_test_add_func ("/meeting-page/read-only", test_read_only);
  g_test_add_func ("/meeting-page/head", test_head);
  return g_test_run ();
}
