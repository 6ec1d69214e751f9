/* The dialog of a series: made afresh, from a meeting, altered from one on and as a whole; a bad rule is
 * told; the question of how many meetings are meant. */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-repeat-form.h"
#include "scr-series-commands.h"
#include "scr-series-dates.h"
#include "scr-series-dialog.h"
#include "scr-series-scope.h"

static ScrSeriesDialog *
present (UiRecord *record, ScrItem *item)
{
  GtkWidget *button = gtk_button_new ();
  ScrSeriesDialog *dialog;

  if (record->window == NULL)
    ui_record_show (record, button, 400, 300);
  else
    g_object_unref (g_object_ref_sink (button));
  dialog
      = scr_series_dialog_present (gtk_window_get_child (GTK_WINDOW (record->window)), record->context, item);
  ui_settle ();
  return dialog;
}

static void
wait_for_pause (void)
{
  for (guint i = 0; i < 5; i++)
    ui_settle ();
}

static void
assert_text (ScrSeriesDialog *dialog, const char *text)
{
  g_test_message ("%s", text);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (dialog), text));
}

static ScrRepeatForm *
get_form (ScrSeriesDialog *dialog)
{
  return SCR_REPEAT_FORM (ui_find_type (GTK_WIDGET (dialog), SCR_TYPE_REPEAT_FORM));
}

static void
click (ScrSeriesDialog *dialog, const char *label)
{
  GtkWidget *button = ui_find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

static guint
count (UiRecord *record, const char *kind)
{
  const ScrQuery query = {.kind = kind};

  return scr_source_count (SCR_SOURCE (record->store), &query);
}

static ScrItem *
add_meeting (UiRecord *record)
{
  ScrItem *meeting = ui_record_add (record, "meeting", "Board");

  ui_record_set (record, meeting, "day", "2019-02-28");
  ui_record_set (record, meeting, "start", "10:00");
  return meeting;
}

static void
test_from_meeting (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) meeting = NULL;
  ScrSeriesDialog *dialog;
  GtkWidget *spin;

  scr_command_pin_today (record->store, "2019-01-15", NULL);
  meeting = add_meeting (record);
  dialog = present (record, meeting);
  assert_text (dialog, "Every month on the fourth Thursday");
  spin = ui_find_type (GTK_WIDGET (get_form (dialog)), GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 2);
  wait_for_pause ();
  assert_text (dialog, "Every two months on the fourth Thursday");
  assert_text (dialog, "Thursday 25 April 2019");
  assert_text (dialog, "6 meetings are added.");
  g_assert_cmpuint (count (record, "meeting"), ==, 1);
  click (dialog, "_Lay Out");
  g_assert_cmpuint (count (record, "meeting"), ==, 7);
  g_assert_cmpuint (count (record, "series"), ==, 1);
  g_assert_nonnull (scr_item_get_text (meeting, "series"));
  g_assert_cmpuint (record->toasts->len, ==, 1);
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_cmpuint (count (record, "meeting"), ==, 1);
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

/* Cancel writes nothing. */
static void
test_cancel (void)
{
  UiRecord *record = ui_record_new ();
  ScrSeriesDialog *dialog = present (record, NULL);

  click (dialog, "_Cancel");
  g_assert_cmpuint (count (record, "series"), ==, 0);
  ui_record_free (record);
}

/* One of a series: this and later. The old ends, a new one begins. */
static void
test_alter_later (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) draft = scr_series_draft_new (record->store, NULL);
  g_autoptr (ScrItem) series = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (ScrRepeat) repeat = NULL;
  ScrSeriesDialog *dialog;

  scr_command_pin_today (record->store, "2019-01-15", NULL);
  scr_series_draft_set (draft, "title", "Board");
  scr_series_draft_set (draft, "rule", "FREQ=MONTHLY;BYDAY=1TU");
  scr_series_draft_set (draft, "from", "2019-01-01");
  series = scr_command_make_series (record->store, draft, NULL, "2019-06-30", NULL);
  meetings = scr_source_list_by (SCR_SOURCE (record->store), "meeting", "series", scr_item_get_id (series));
  g_assert_cmpuint (meetings->len, ==, 6);
  dialog = present (record, g_ptr_array_index (meetings, 2));
  assert_text (dialog, "Every month on the first Tuesday");
  repeat = scr_repeat_copy (scr_repeat_form_get_repeat (get_form (dialog)));
  repeat->weekday = 3;
  scr_repeat_form_set_repeat (get_form (dialog), repeat);
  g_signal_emit_by_name (get_form (dialog), "changed");
  wait_for_pause ();
  assert_text (dialog, "Every month on the first Wednesday");
  assert_text (dialog, "4 meetings move to another day.");
  click (dialog, "_Alter");
  g_assert_cmpuint (count (record, "series"), ==, 2);
  g_assert_cmpuint (count (record, "meeting"), ==, 6);
  g_assert_cmpstr (scr_item_get_text (g_ptr_array_index (meetings, 2), "day"), ==, "2019-03-06");
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

/* A rule that cannot be read is told in words and stays as it was; editing the form replaces it. */
static void
test_malformed (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) series = ui_record_add (record, "series", "Board");
  ScrSeriesDialog *dialog;

  ui_record_set (record, series, "rule", "FREQ=SOMETIMES");
  ui_record_set (record, series, "from", "2019-01-01");
  dialog = present (record, series);
  assert_text (dialog, "This is no recurrence rule as calendars write it.");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (GTK_WIDGET (dialog), "_Alter")));
  g_signal_emit_by_name (get_form (dialog), "changed");
  wait_for_pause ();
  g_assert_true (gtk_widget_get_sensitive (ui_find_button (GTK_WIDGET (dialog), "_Alter")));
  g_assert_cmpstr (scr_item_get_text (series, "rule"), ==, "FREQ=SOMETIMES");
  /* The same in the command. */
  scr_series_extend (record->context, g_object_ref (series));
  g_assert_cmpuint (record->failures->len, ==, 1);
  g_object_unref (series);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_settle ();
  ui_record_free (record);
}

/* What no row shows is told and kept. */
static void
test_special (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) series = ui_record_add (record, "series", "Board");
  ScrSeriesDialog *dialog;

  ui_record_set (record, series, "rule", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
  ui_record_set (record, series, "from", "2019-01-01");
  dialog = present (record, series);
  assert_text (dialog, "From a calendar, and kept: BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1. No row above shows it.");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_settle ();
  ui_record_free (record);
}

static void
on_scope (ScrSeriesScope scope, gpointer user_data)
{
  *(int *)user_data = (int)scope;
}

static void
test_scope (void)
{
  static const struct
  {
    const char *response;
    int scope;
  } rows[] = {{"this", SCR_SCOPE_THIS}, {"later", SCR_SCOPE_LATER}, {"all", SCR_SCOPE_ALL}, {"cancel", -1}};
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) meeting = add_meeting (record);
  g_autoptr (ScrItem) series = ui_record_add (record, "series", "Board");
  GtkWidget *button = gtk_button_new ();
  int answer = -1;

  ui_record_show (record, button, 400, 300);
  /* No part of a series: nothing to ask. */
  scr_series_ask_scope (button, meeting, NULL, on_scope, &answer, NULL);
  g_assert_cmpint (answer, ==, SCR_SCOPE_THIS);
  ui_record_set (record, meeting, "series", scr_item_get_id (series));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

      answer = -1;
      scr_series_ask_scope (button, meeting, "Move this meeting?", on_scope, &answer, NULL);
      ui_settle ();
      for (guint w = 0; w < g_list_model_get_n_items (windows); w++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, w);

          if (ADW_IS_MESSAGE_DIALOG (window))
            {
              adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), rows[i].response);
              gtk_window_destroy (window);
              break;
            }
        }
      ui_settle ();
      g_assert_cmpint (answer, ==, rows[i].scope);
    }
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/series/from-meeting", test_from_meeting);
  g_test_add_func ("/series/cancel", test_cancel);
  g_test_add_func ("/series/alter-later", test_alter_later);
  g_test_add_func ("/series/malformed", test_malformed);
  g_test_add_func ("/series/special", test_special);
  g_test_add_func ("/series/scope", test_scope);
  return g_test_run ();
}
