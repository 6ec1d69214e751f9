/* The list of gaps under the map: selected and shown, settled, accepted, closed and opened again. */
#include "map-support.h"

#include "scr-commands.h"
#include "scr-map-gap-row.h"
#include "scr-map-gaps.h"
#include "scr-row-reference.h"

/* As the view does it: counts anew, and hands them over. */
static void
give_gaps (ScrMapGaps *gaps)
{
  ScrContext *context;
  g_autofree char *today = NULL;

  g_object_get (gaps, "context", &context, NULL);
  today = scr_source_dup_today (SCR_SOURCE (scr_context_get_store (context)));
  scr_map_gaps_take (gaps, scr_gaps_new (NULL, SCR_SOURCE (scr_context_get_store (context)),
                                         scr_context_get_partnership (context), today));
  g_object_unref (context);
}

static GtkWidget *
show_gaps (UiRecord *record, int width)
{
  GtkWidget *gaps = scr_map_gaps_new (record->context);

  g_signal_connect_object (record->store, "changed", G_CALLBACK (give_gaps), gaps, G_CONNECT_SWAPPED);
  give_gaps (SCR_MAP_GAPS (gaps));
  return ui_record_show (record, gaps, width, 700);
}

static void
on_gap_selected (ScrMapGaps *gaps, ScrItem *about, ScrItem **selected)
{
  g_set_object (selected, about);
}

static GtkWidget *
find_gap_row (GtkWidget *gaps, const char *text)
{
  GtkWidget *label = ui_find_text (gaps, text);

  return label != NULL ? gtk_widget_get_ancestor (label, SCR_TYPE_MAP_GAP_ROW) : NULL;
}

static ScrItem *
get_gap (UiRecord *record, const char *title)
{
  const ScrQuery query = {.kind = "gap", .conditions = {{"title", SCR_IS, title, 0}}};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (record->store), &query);

  g_assert_cmpuint (items->len, ==, 1);
  return g_object_ref (g_ptr_array_index (items, 0));
}

#define POLICE_GAP "Annual report: no way to the police above the Command Unit"

static void
test_selects (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *gaps = show_gaps (record, 800);
  ScrMapGaps *self = SCR_MAP_GAPS (gaps);
  g_autoptr (ScrItem) police = get_gap (record, POLICE_GAP);
  g_autoptr (ScrItem) about = scr_source_get_referred (SCR_SOURCE (record->store), police, "about");
  g_autoptr (ScrItem) selected = NULL;
  guint n_open = scr_map_gaps_get_n_shown (self);
  g_autofree char *heading = g_strdup_printf ("%u gaps", n_open);

  g_signal_connect (gaps, "gap-selected", G_CALLBACK (on_gap_selected), &selected);
  g_assert_cmpuint (n_open, >=, 4);
  g_assert_nonnull (ui_find_text (gaps, heading));
  g_assert_nonnull (ui_find_text (gaps, "Missing link"));
  g_assert_nonnull (ui_find_text (gaps, "30 September"));
  g_assert_null (scr_map_gaps_get_selected (self));

  /* Selected from elsewhere it is not told back; selected here it is. */
  g_assert_true (scr_map_gaps_select_item (self, about));
  g_assert_cmpstr (scr_map_gap_get_found (scr_map_gaps_get_selected (self))->title, ==, POLICE_GAP);
  g_assert_null (selected);
  g_assert_false (scr_map_gaps_select_item (self, NULL));
  gtk_widget_activate_action (find_gap_row (gaps, POLICE_GAP), "listitem.select", "(bb)", FALSE, FALSE);
  g_assert_true (selected == about);

  /* The drop-down. */
  scr_map_gaps_set_shown (self, SCR_MAP_GAPS_ACCEPTED);
  g_assert_nonnull (ui_find_text (gaps, "Who chairs the subgroups?"));
  g_assert_null (ui_find_text (gaps, POLICE_GAP));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find_type (gaps, GTK_TYPE_DROP_DOWN)), SCR_MAP_GAPS_ALL);
  g_assert_cmpuint (scr_map_gaps_get_n_shown (self), >, n_open);
  g_clear_object (&selected);
  g_clear_object (&about);
  g_clear_object (&police);
  map_finish (record, gaps);
}

static GtkWidget *
ask_about (GtkWidget *gaps, ScrItem *gap, const char *action)
{
  g_assert_true (scr_map_gaps_select_item (SCR_MAP_GAPS (gaps), gap));
  g_assert_true (gtk_widget_activate_action (gaps, action, NULL));
  ui_settle ();
  return map_find_dialog ();
}

static void
accept (GtkWidget *dialog, const char *label)
{
  g_signal_emit_by_name (ui_find_button (dialog, label), "clicked");
  ui_settle ();
}

/* Owner and due day, a reason, closed, open again: each one change, undone as one. */
static void
test_acts (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *gaps = show_gaps (record, 800);
  g_autoptr (ScrItem) police = get_gap (record, POLICE_GAP);
  g_autoptr (GPtrArray) people = scr_source_list (SCR_SOURCE (record->store), &(ScrQuery) {.kind = "person"});
  ScrItem *person = g_ptr_array_index (people, 0);
  g_autofree char *owner = g_strdup (scr_item_get_text (police, "owner"));
  GtkWidget *dialog = ask_about (gaps, police, "gap.settle");

  g_assert_nonnull (dialog);
  scr_row_reference_choose (SCR_ROW_REFERENCE (ui_find_type (dialog, SCR_TYPE_ROW_REFERENCE)), person);
  accept (dialog, "_Settle");
  g_assert_null (map_find_dialog ());
  g_assert_cmpstr (scr_item_get_text (police, "owner"), ==, scr_item_get_id (person));
  g_assert_cmpstr (scr_item_get_text (police, "due"), ==, "2019-09-30");
  g_assert_cmpuint (record->toasts->len, ==, 1);
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_cmpstr (scr_item_get_text (police, "owner"), ==, owner);

  /* Settled as it is already: no change, and nothing is told. */
  dialog = ask_about (gaps, police, "gap.settle");
  accept (dialog, "_Settle");
  g_assert_cmpuint (record->toasts->len, ==, 1);

  dialog = ask_about (gaps, police, "gap.accept");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (dialog, GTK_TYPE_TEXT)), "It is being negotiated.");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  accept (dialog, "_Accept");
  g_assert_cmpstr (scr_item_get_text (police, "state"), ==, "gap-state.accepted");
  g_assert_cmpstr (scr_item_get_text (police, "reason"), ==, "It is being negotiated.");
  g_assert_null (ui_find_text (gaps, POLICE_GAP));

  scr_map_gaps_set_shown (SCR_MAP_GAPS (gaps), SCR_MAP_GAPS_ALL);
  g_assert_null (ask_about (gaps, police, "gap.reopen"));
  g_assert_cmpstr (scr_item_get_text (police, "state"), ==, "gap-state.open");

  dialog = ask_about (gaps, police, "gap.close");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find_type (dialog, GTK_TYPE_TEXT_VIEW))),
                            "The force receives it.", -1);
  accept (dialog, "_Close");
  g_assert_cmpstr (scr_item_get_text (police, "state"), ==, "gap-state.closed");
  g_assert_cmpstr (scr_item_get_text (police, "resolution"), ==, "The force receives it.");
  g_assert_cmpuint (record->failures->len, ==, 0);

  g_assert_null (ask_about (gaps, police, "gap.open"));
  g_assert_true (record->opened == police);
  g_clear_object (&police);
  g_clear_pointer (&people, g_ptr_array_unref);
  map_finish (record, gaps);
}

/* What cannot be done is told in the dialog, and what was entered is still there. */
static void
test_keep_typed (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *gaps = show_gaps (record, 800);
  g_autoptr (ScrItem) police = get_gap (record, POLICE_GAP);
  GtkWidget *dialog = ask_about (gaps, police, "gap.accept");

  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (dialog, GTK_TYPE_TEXT)), "It is being negotiated.");
  /* It fails because the record was opened for reading only meanwhile. */
  g_clear_object (&police);
  ui_record_make_read_only (record);
  accept (dialog, "_Accept");
  dialog = map_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_find_type (dialog, GTK_TYPE_TEXT))), ==,
                   "It is being negotiated.");
  accept (dialog, "_Cancel");
  g_assert_null (map_find_dialog ());
  map_finish (record, gaps);
}

/* Nothing missing, narrow, folded. */
static void
test_empty (void)
{
  UiRecord *record = ui_record_new ();
  GtkWidget *gaps = show_gaps (record, 360);
  int minimum;

  g_assert_nonnull (ui_find_text (gaps, "No gaps"));
  g_assert_nonnull (ui_find_text (gaps, "Nothing is missing"));
  gtk_widget_measure (gaps, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  scr_map_gaps_set_folded (SCR_MAP_GAPS (gaps), TRUE);
  g_assert_null (ui_find_text (gaps, "Nothing is missing"));
  g_assert_true (scr_map_gaps_get_folded (SCR_MAP_GAPS (gaps)));
  map_finish (record, gaps);
}

static void
test_narrow (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *gaps = show_gaps (record, 360);
  GtkWidget *row = find_gap_row (gaps, POLICE_GAP);
  graphene_point_t title = GRAPHENE_POINT_INIT (0, 0), due = title;
  int minimum;

  gtk_widget_measure (gaps, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (gtk_widget_compute_point (ui_find_text (row, POLICE_GAP), row, &title, &title));
  g_assert_true (gtk_widget_compute_point (ui_find_text (row, "30 September"), row, &due, &due));
  g_assert_cmpfloat (due.y, >, title.y);
  map_finish (record, gaps);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/map-gaps/selects", test_selects);
  g_test_add_func ("/map-gaps/acts", test_acts);
  g_test_add_func ("/map-gaps/keep-typed", test_keep_typed);
  g_test_add_func ("/map-gaps/empty", test_empty);
  g_test_add_func ("/map-gaps/narrow", test_narrow);
  return g_test_run ();
}
