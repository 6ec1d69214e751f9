/* The form: every kind, every type of field, validation as typed, and changes from elsewhere. */
#include "ui-support.h"

#include "scr-chooser.h"
#include "scr-form.h"
#include "scr-row-day.h"
#include "scr-row-number.h"
#include "scr-row-reference.h"
#include "scr-row-rich.h"
#include "scr-row-text.h"

#include <string.h>

static void
type_in (ScrForm *form, const char *field, const char *text)
{
  ScrRow *row = scr_form_get_row (form, field);

  g_assert_true (SCR_IS_ROW_TEXT (row));
  scr_row_text_set_typed (SCR_ROW_TEXT (row), text);
  scr_row_flush (row);
}

static const char *
get_typed (ScrForm *form, const char *field)
{
  return gtk_editable_get_text (scr_row_text_get_editable (SCR_ROW_TEXT (scr_form_get_row (form, field))));
}

static ScrForm *
show_form (UiRecord *record, ScrItem *item)
{
  GtkWidget *form = scr_form_new (record->context);

  scr_form_set_item (SCR_FORM (form), item);
  return SCR_FORM (ui_record_show (record, form, 360, 700));
}

static void
test_every_kind (void)
{
  UiRecord *record = ui_record_new ();
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (ScrItem) item = ui_record_add_any (record, kinds[k]);
      GtkWidget *form = g_object_ref_sink (scr_form_new (record->context));

      g_test_message ("%s", kinds[k]->name);
      scr_form_set_item (SCR_FORM (form), item);
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        {
          const ScrField *field = &kinds[k]->fields[f];
          gboolean shown = !(field->flags & SCR_FIELD_HIDDEN) && field->type != SCR_FIELD_ORDER;

          g_assert_true ((scr_form_get_row (SCR_FORM (form), field->name) != NULL) == shown);
        }
      ui_record_show (record, form, 360, 700);
      ui_record_hide (record);
      g_assert_finalize_object (form);
    }
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

static void
test_valid (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  ScrForm *form = show_form (record, item);
  guint changes = scr_store_count_history (record->store, "activity", scr_item_get_id (item));

  type_in (form, "title", "Deep dive: thresholds");
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Deep dive: thresholds");
  type_in (form, "day", "8 July 2019");
  g_assert_cmpstr (scr_item_get_text (item, "day"), ==, "2019-07-08");
  type_in (form, "days", "1.5");
  g_assert_cmpfloat (scr_item_get_number (item, "days"), ==, 1.5);
  type_in (form, "days", "");
  g_assert_cmpint (scr_item_get_value (item, "days")->type, ==, SCR_VALUE_NONE);
  g_assert_cmpuint (scr_store_count_history (record->store, "activity", scr_item_get_id (item)), >, changes);
  ui_record_free (record);
}

static void
test_invalid (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  ScrForm *form = show_form (record, item);
  guint changes = scr_store_count_history (record->store, "activity", scr_item_get_id (item));
  ScrRow *days = scr_form_get_row (form, "days");

  type_in (form, "days", "1,5 or so");
  g_assert_nonnull (scr_row_get_error (days));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (days), "invalid"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (days), scr_row_get_error (days)));
  g_assert_cmpstr (get_typed (form, "days"), ==, "1,5 or so");
  g_assert_cmpint (scr_item_get_value (item, "days")->type, ==, SCR_VALUE_NONE);
  gtk_test_accessible_assert_state (scr_row_text_get_editable (SCR_ROW_TEXT (days)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  type_in (form, "title", "  ");
  g_assert_nonnull (scr_row_get_error (scr_form_get_row (form, "title")));
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Deep dive");
  type_in (form, "day", "the day after the fair");
  g_assert_nonnull (scr_row_get_error (scr_form_get_row (form, "day")));
  g_assert_cmpstr (get_typed (form, "day"), ==, "the day after the fair");
  g_assert_false (scr_form_flush (form));
  g_assert_cmpuint (scr_store_count_history (record->store, "activity", scr_item_get_id (item)), ==, changes);

  /* What becomes valid is kept, and the message goes. */
  type_in (form, "days", "1.5");
  g_assert_null (scr_row_get_error (days));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (days), "invalid"));
  g_assert_cmpfloat (scr_item_get_number (item, "days"), ==, 1.5);
  ui_record_free (record);
}

/* Pausing writes without leaving the field; rapid typing is one change. */
static void
test_pause (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  ScrForm *form = show_form (record, item);
  guint changes = scr_store_count_history (record->store, "activity", scr_item_get_id (item));
  ScrRow *row = scr_form_get_row (form, "title");

  for (const char *const *typed = (const char *const[]){ "D", "De", "Dee", "Deeper", NULL }; *typed != NULL; typed++)
    {
      scr_row_text_set_typed (SCR_ROW_TEXT (row), *typed);
      scr_row_flush (row);
    }
  g_assert_cmpuint (scr_store_count_history (record->store, "activity", scr_item_get_id (item)), ==, changes + 1);
  scr_row_text_set_typed (SCR_ROW_TEXT (row), "Deepest");
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Deeper");
  while (g_strcmp0 (scr_item_get_text (item, "title"), "Deepest") != 0)
    g_main_context_iteration (NULL, TRUE);
  ui_record_free (record);
}

static void
test_undo_shows (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  g_autoptr (GError) error = NULL;
  ScrForm *form = show_form (record, item);

  type_in (form, "title", "Something else");
  g_assert_true (scr_store_undo (record->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_typed (form, "title"), ==, "Deep dive");
  g_assert_true (scr_store_redo (record->store, &error));
  g_assert_cmpstr (get_typed (form, "title"), ==, "Something else");

  /* The same value, written differently, stays as it was typed. */
  scr_row_text_set_typed (SCR_ROW_TEXT (scr_form_get_row (form, "day")), "8/7/2019");
  ui_record_set (record, item, "day", "2019-07-08");
  g_assert_cmpstr (get_typed (form, "day"), ==, "8/7/2019");
  ui_record_set (record, item, "day", "2019-07-09");
  g_assert_cmpstr (get_typed (form, "day"), !=, "8/7/2019");
  ui_record_free (record);
}

static void
test_another_item (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) first = ui_record_add (record, "activity", "First");
  g_autoptr (ScrItem) second = ui_record_add (record, "activity", "Second");
  g_autoptr (ScrItem) other = ui_record_add (record, "meeting", "Meeting");
  ScrForm *form = show_form (record, first);
  ScrRow *row = scr_form_get_row (form, "title");

  /* What was typed last goes to the item that it was typed for. */
  scr_row_text_set_typed (SCR_ROW_TEXT (row), "First, longer");
  scr_form_set_item (form, second);
  g_assert_cmpstr (scr_item_get_text (first, "title"), ==, "First, longer");
  g_assert_cmpstr (scr_item_get_text (second, "title"), ==, "Second");
  g_assert_true (scr_form_get_row (form, "title") == row);
  g_assert_cmpstr (get_typed (form, "title"), ==, "Second");
  scr_form_set_item (form, other);
  g_assert_cmpstr (get_typed (form, "title"), ==, "Meeting");
  ui_record_free (record);
}

/* The text widget's own undo never brings back what was typed for another item. */
static void
test_undo_typing (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) first = ui_record_add (record, "activity", "First");
  g_autoptr (ScrItem) second = ui_record_add (record, "activity", "Second");
  ScrForm *form = show_form (record, first);
  GtkWidget *text = GTK_WIDGET (scr_row_text_get_editable (SCR_ROW_TEXT (scr_form_get_row (form, "title"))));
  ScrRowRich *rich = SCR_ROW_RICH (scr_form_get_row (form, "note"));

  type_in (form, "title", "First, longer");
  gtk_text_buffer_insert_at_cursor (scr_row_rich_get_buffer (rich), "Typed for the first", -1);
  scr_form_set_item (form, second);
  gtk_widget_activate_action (text, "text.undo", NULL);
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (get_typed (form, "title"), ==, "Second");
  g_assert_false (gtk_text_buffer_get_can_undo (scr_row_rich_get_buffer (rich)));
  g_assert_true (scr_form_flush (form));
  g_assert_cmpstr (scr_item_get_text (first, "title"), ==, "First, longer");
  g_assert_cmpstr (scr_item_get_text (second, "title"), ==, "Second");
  g_assert_null (scr_item_get_text (second, "note"));
  ui_record_free (record);
}

/* What could not be kept waits for the thing to be shown again, and is told of until then. */
static void
test_left_behind (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) first = ui_record_add (record, "activity", "First");
  g_autoptr (ScrItem) second = ui_record_add (record, "activity", "Second");
  g_autofree char *words = NULL;
  ScrUnwritten *unwritten = scr_context_get_unwritten (record->context);
  ScrForm *form = show_form (record, first);

  type_in (form, "day", "the day after the fair");
  type_in (form, "days", "1,5 or so");
  scr_form_set_item (form, second);
  g_assert_cmpuint (record->failures->len, ==, 2);
  g_assert_cmpstr (get_typed (form, "day"), ==, "");
  g_assert_null (scr_row_get_error (scr_form_get_row (form, "day")));
  words = scr_unwritten_dup_words (unwritten, record->store);
  g_assert_nonnull (strstr (words, "Day of First: “the day after the fair”"));
  g_assert_true (scr_unwritten_write (unwritten, record->store, NULL));
  g_assert_null (scr_item_get_text (first, "day"));

  scr_form_set_item (form, NULL);
  scr_form_set_item (form, first);
  g_assert_cmpstr (get_typed (form, "day"), ==, "the day after the fair");
  g_assert_cmpstr (get_typed (form, "days"), ==, "1,5 or so");
  g_assert_nonnull (scr_row_get_error (scr_form_get_row (form, "day")));
  g_assert_null (scr_unwritten_dup_words (unwritten, record->store));
  type_in (form, "day", "8 July 2019");
  type_in (form, "days", "1.5");
  scr_form_set_item (form, second);
  g_assert_cmpstr (scr_item_get_text (first, "day"), ==, "2019-07-08");
  g_assert_null (scr_unwritten_dup_words (unwritten, record->store));
  ui_record_free (record);
}

/* What is valid but could not be written, as on a full disk, is written as soon as it can be. */
static void
test_written_later (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  const ScrField *field = scr_kind_get_field (scr_item_get_kind (item), "title");
  ScrUnwritten *unwritten = scr_context_get_unwritten (record->context);
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  scr_value_set_text (&value, "Deeper");
  scr_unwritten_put (unwritten, item, field, &value);
  scr_value_set_text (&value, "Deepest");
  scr_unwritten_put (unwritten, item, field, &value);
  g_assert_true (scr_unwritten_write (unwritten, record->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Deepest");
  g_assert_false (scr_unwritten_take (unwritten, item, field, NULL));
  scr_unwritten_put (unwritten, item, field, &value);
  scr_context_set_store (record->context, NULL);
  g_assert_false (scr_unwritten_take (unwritten, item, field, NULL));
  ui_record_free (record);
}

static void
test_number_steps (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  ScrForm *form = show_form (record, item);
  ScrRowNumber *row = SCR_ROW_NUMBER (scr_form_get_row (form, "days"));

  scr_row_number_step (row, -1);
  g_assert_cmpint (scr_item_get_value (item, "days")->type, ==, SCR_VALUE_NONE);
  scr_row_number_step (row, 1);
  g_assert_cmpfloat (scr_item_get_number (item, "days"), ==, 0);
  scr_row_number_step (row, 1);
  g_assert_cmpfloat (scr_item_get_number (item, "days"), ==, 1);
  scr_row_number_step (row, -5);
  g_assert_cmpfloat (scr_item_get_number (item, "days"), ==, 0);
  g_assert_cmpstr (get_typed (form, "days"), ==, "0");
  ui_record_free (record);
}

static void
test_choice (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrForm *form = show_form (record, item);
  GtkWidget *drop_down = ui_find_type (GTK_WIDGET (scr_form_get_row (form, "kind")), GTK_TYPE_DROP_DOWN);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (scr_item_get_value (item, "kind")->type, ==, SCR_VALUE_NONE);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  g_assert_cmpstr (scr_item_get_text (item, "kind"), ==,
                   scr_item_get_id (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down))));
  g_assert_true (scr_store_undo (record->store, &error));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 0);
  ui_record_free (record);
}

/* What may not be chosen is told, and the row shows again what is; nothing waits to be written. */
static void
test_refused_choice (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrForm *form = show_form (record, item);
  GtkWidget *drop_down = ui_find_type (GTK_WIDGET (scr_form_get_row (form, "state")), GTK_TYPE_DROP_DOWN);
  GListModel *choices = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  guint before = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
  guint wanted = before;

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (ScrItem) choice = g_list_model_get_item (choices, i);

      if (strcmp (scr_item_get_id (choice), "meeting-state.minutes-approved") == 0)
        wanted = i;
    }
  g_assert_cmpuint (wanted, !=, before);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), wanted);
  ui_settle ();
  g_assert_cmpuint (record->failures->len, ==, 1);
  g_assert_nonnull (strstr (record->failures->pdata[0], "Minutes are approved on the page of the meeting"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, before);
  g_assert_true (scr_row_flush (scr_form_get_row (form, "state")));
  g_assert_cmpuint (record->failures->len, ==, 1);
  ui_record_free (record);
}

static guint
count_offered (ScrForm *form, const char *field)
{
  GtkWidget *drop_down = ui_find_type (GTK_WIDGET (scr_form_get_row (form, field)), GTK_TYPE_DROP_DOWN);

  return g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down)));
}

/* A retired choice is offered only where it is already chosen. */
static void
test_retired_choice (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  g_autoptr (ScrItem) other = ui_record_add (record, "meeting", "Hub");
  ScrForm *form = show_form (record, item);
  guint offered = count_offered (form, "kind");
  const ScrQuery query = { .kind = SCR_KIND_CHOICE, .conditions = { { "list", SCR_IS, "meeting-kind", 0 } } };
  g_autoptr (GPtrArray) choices = scr_source_list (SCR_SOURCE (record->store), &query);
  ScrItem *retired = g_ptr_array_index (choices, 0);

  ui_record_set (record, item, "kind", scr_item_get_id (retired));
  ui_record_set (record, retired, "until", "2001-01-01");
  g_assert_cmpuint (count_offered (form, "kind"), ==, offered);
  scr_form_set_item (form, other);
  g_assert_cmpuint (count_offered (form, "kind"), ==, offered - 1);
  ui_record_free (record);
}

static void
test_bool (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrForm *form = show_form (record, item);
  GtkWidget *toggle = ui_find_type (GTK_WIDGET (scr_form_get_row (form, "additional")), GTK_TYPE_SWITCH);

  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_true (scr_item_get_bool (item, "additional"));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_assert_false (scr_item_get_bool (item, "additional"));
  ui_record_free (record);
}

static void
test_rich (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  g_autoptr (GError) error = NULL;
  ScrForm *form = show_form (record, item);
  ScrRow *row = scr_form_get_row (form, "summary");
  GtkTextBuffer *buffer = scr_row_rich_get_buffer (SCR_ROW_RICH (row));

  gtk_text_buffer_set_text (buffer, "First line\n\nSecond line", -1);
  g_assert_true (scr_row_flush (row));
  g_assert_cmpstr (scr_item_get_text (item, "summary"), ==, "First line\n\nSecond line");
  g_assert_true (scr_store_undo (record->store, &error));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  /* What came from the record is not the text's to undo. */
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
  ui_record_free (record);
}

static void
test_reference (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  g_autoptr (ScrItem) group = ui_record_add (record, "group", "Safeguarding Partnership");
  ScrForm *form = show_form (record, item);
  ScrRow *row = scr_form_get_row (form, "group");

  scr_row_reference_choose (SCR_ROW_REFERENCE (row), group);
  g_assert_cmpstr (scr_item_get_text (item, "group"), ==, scr_item_get_id (group));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (row), "Safeguarding Partnership"));
  /* A new title of what is referred to shows at once. */
  ui_record_set (record, group, "title", "Executive");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (row), "Executive"));
  scr_row_reference_choose (SCR_ROW_REFERENCE (row), NULL);
  g_assert_cmpint (scr_item_get_value (item, "group")->type, ==, SCR_VALUE_NONE);
  /* The form may go while its chooser is open: nothing is left behind. */
  g_signal_emit_by_name (ui_find_type (GTK_WIDGET (row), GTK_TYPE_BUTTON), "clicked");
  ui_settle ();
  g_assert_true (gtk_widget_get_visible (ui_find_type (GTK_WIDGET (row), SCR_TYPE_CHOOSER)));
  scr_form_set_item (form, NULL);
  ui_record_free (record);
}

static void
test_warning (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrForm *form = show_form (record, item);
  ScrRow *row = scr_form_get_row (form, "title");

  g_assert_null (scr_row_get_warning (row));
  type_in (form, "title", "Seen at 12 Some Street");
  g_assert_nonnull (scr_row_get_warning (row));
  /* It warns, and keeps. */
  g_assert_null (scr_row_get_error (row));
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Seen at 12 Some Street");
  type_in (form, "title", "Board");
  g_assert_null (scr_row_get_warning (row));
  ui_record_free (record);
}

static void
test_in_the_bin (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Board");
  ScrForm *form = show_form (record, item);
  g_autoptr (ScrEdit) edit = scr_edit_new ("Delete");

  g_assert_true (scr_row_get_editable (scr_form_get_row (form, "title")));
  scr_edit_bin (edit, "meeting", scr_item_get_id (item));
  g_assert_true (scr_store_apply (record->store, edit, NULL));
  g_assert_false (scr_row_get_editable (scr_form_get_row (form, "title")));
  ui_record_free (record);
}

static void
on_chosen (ScrChooser *chooser, ScrItem *item, ScrItem **chosen)
{
  g_set_object (chosen, item);
}

/* Typing finds by the beginnings of words of the title, whatever the accents; what is not there can be made. */
static void
test_chooser (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) first = ui_record_add (record, "person", "Health lead");
  g_autoptr (ScrItem) second = ui_record_add (record, "person", "Police lead");
  g_autoptr (ScrItem) third = ui_record_add (record, "organisation", "Café of the youth club");
  g_autoptr (ScrItem) chosen = NULL;
  GtkWidget *box = ui_record_show (record, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), 360, 400);
  GtkWidget *chooser = scr_chooser_new (record->context, "person organisation");

  gtk_widget_set_parent (chooser, box);
  g_signal_connect (chooser, "chosen", G_CALLBACK (on_chosen), &chosen);
  gtk_popover_popup (GTK_POPOVER (chooser));
  scr_chooser_begin (SCR_CHOOSER (chooser), NULL);
  g_assert_cmpuint (scr_chooser_get_n_found (SCR_CHOOSER (chooser)), ==, 3);
  scr_chooser_begin (SCR_CHOOSER (chooser), "lea");
  g_assert_cmpuint (scr_chooser_get_n_found (SCR_CHOOSER (chooser)), ==, 2);
  scr_chooser_begin (SCR_CHOOSER (chooser), "cafe");
  g_assert_cmpuint (scr_chooser_get_n_found (SCR_CHOOSER (chooser)), ==, 1);
  g_signal_emit_by_name (ui_find_type (chooser, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_true (chosen == third);

  gtk_popover_popup (GTK_POPOVER (chooser));
  scr_chooser_begin (SCR_CHOOSER (chooser), "School nurse");
  g_assert_cmpuint (scr_chooser_get_n_found (SCR_CHOOSER (chooser)), ==, 0);
  g_signal_emit_by_name (gtk_widget_get_ancestor (ui_find_text (chooser, "New: Person"), GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (scr_item_get_kind (chosen)->name, ==, "person");
  g_assert_cmpstr (scr_item_get_text (chosen, "title"), ==, "School nurse");
  ui_settle ();
  gtk_widget_unparent (chooser);
  ui_record_free (record);
}

static void
test_read_only (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "activity", "Deep dive");
  g_autofree char *id = g_strdup (scr_item_get_id (item));
  ScrForm *form;

  g_clear_object (&item);
  ui_record_make_read_only (record);
  item = scr_source_get (SCR_SOURCE (record->store), "activity", id);
  form = show_form (record, item);
  for (guint i = 0; i < scr_item_get_kind (item)->n_fields; i++)
    {
      ScrRow *row = scr_form_get_row (form, scr_item_get_kind (item)->fields[i].name);

      g_assert_true (row == NULL || !scr_row_get_editable (row));
    }
  g_assert_false (gtk_editable_get_editable (
      scr_row_text_get_editable (SCR_ROW_TEXT (scr_form_get_row (form, "title")))));
  scr_row_number_step (SCR_ROW_NUMBER (scr_form_get_row (form, "days")), 1);
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/form/every-kind", test_every_kind);
  g_test_add_func ("/form/valid", test_valid);
  g_test_add_func ("/form/invalid", test_invalid);
  g_test_add_func ("/form/pause", test_pause);
  g_test_add_func ("/form/undo-shows", test_undo_shows);
  g_test_add_func ("/form/another-item", test_another_item);
  g_test_add_func ("/form/undo-typing", test_undo_typing);
  g_test_add_func ("/form/left-behind", test_left_behind);
  g_test_add_func ("/form/written-later", test_written_later);
  g_test_add_func ("/form/number-steps", test_number_steps);
  g_test_add_func ("/form/choice", test_choice);
  g_test_add_func ("/form/refused-choice", test_refused_choice);
  g_test_add_func ("/form/retired-choice", test_retired_choice);
  g_test_add_func ("/form/bool", test_bool);
  g_test_add_func ("/form/rich", test_rich);
  g_test_add_func ("/form/reference", test_reference);
  g_test_add_func ("/form/warning", test_warning);
  g_test_add_func ("/form/in-the-bin", test_in_the_bin);
  g_test_add_func ("/form/chooser", test_chooser);
  g_test_add_func ("/form/read-only", test_read_only);
  return g_test_run ();
}
