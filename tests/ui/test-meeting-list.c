/* The list of meetings over the example: rows under months, filters, orders, what else is shown, opening,
 * deleting. */
#include "ui-support.h"

#include "scr-meeting-list-face.h"
#include "scr-outline-face.h"

#include <string.h>

typedef struct
{
  UiRecord *record;
  GtkWidget *host; /* provides what the view does */
  ScrMeetingListFace *face;
  char *opened;
  guint n_new;
} Fixture;

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *self = user_data;
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  g_free (self->opened);
  self->opened = g_strconcat (kind, "/", id, NULL);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *)user_data)->n_new++;
}

static Fixture *
fixture_new (gboolean example, int width)
{
  static const GActionEntry entries[] = {{"open", on_open, "(ss)"}, {"new", on_new}};
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->record = example ? ui_record_new_example () : ui_record_new ();
  self->face = SCR_MEETING_LIST_FACE (scr_meeting_list_face_new (self->record->context, "meetings"));
  self->host = adw_bin_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->host, "meetings", G_ACTION_GROUP (actions));
  adw_bin_set_child (ADW_BIN (self->host), GTK_WIDGET (self->face));
  ui_record_show (self->record, self->host, width, 700);
  ui_settle ();
  return self;
}

static void
fixture_free (Fixture *self)
{
  g_object_ref (self->face);
  ui_record_hide (self->record);
  g_assert_finalize_object (self->face);
  ui_record_free (self->record);
  g_free (self->opened);
  g_free (self);
}

static guint
count_items (Fixture *self)
{
  return scr_meeting_list_face_get_dated (self->face)->n_items;
}

static ScrItem *
find_meeting (Fixture *self, const char *day)
{
  const ScrQuery query = {.kind = "meeting", .conditions = {{"day", SCR_IS, day, 0}}};
  g_autoptr (GPtrArray) found = scr_source_list (SCR_SOURCE (self->record->store), &query);

  g_assert_cmpuint (found->len, >, 0);
  return g_object_ref (g_ptr_array_index (found, 0));
}

/* All 27, under their months, from today on. */
static void
test_rows (void)
{
  Fixture *self = fixture_new (TRUE, 1000);

  g_assert_cmpuint (count_items (self), ==, 27);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (self->face), "July 2019"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (self->face), "Today, Wednesday 12 June 2019"));
  fixture_free (self);
}

static void
test_filters (void)
{
  Fixture *self = fixture_new (TRUE, 1000);

  scr_meeting_list_face_set_words (self->face, "hub neglect");
  g_assert_cmpuint (count_items (self), ==, 4);
  scr_meeting_list_face_set_words (self->face, "nothing is called so");
  ui_settle ();
  g_assert_cmpuint (count_items (self), ==, 0);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (self->face), "Nothing found"));
  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.clear", NULL);
  g_assert_cmpuint (count_items (self), ==, 27);
  ui_settle ();
  fixture_free (self);
}

static void
test_orders (void)
{
  Fixture *self = fixture_new (TRUE, 1000);
  const ScrDated *dated;

  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.order", "s", "group");
  dated = scr_meeting_list_face_get_dated (self->face);
  g_assert_cmpuint (dated->n_items, ==, 27);
  g_assert_cmpint (scr_dated_get_row (dated, 0)->row, ==, SCR_DATED_HEADING);
  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.order", "s", "title");
  g_assert_cmpint (scr_dated_get_row (scr_meeting_list_face_get_dated (self->face), 0)->row, ==,
                   SCR_DATED_ITEM);
  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.order", "s", "day");
  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.descending", NULL);
  g_assert_cmpstr (scr_dated_get_row (scr_meeting_list_face_get_dated (self->face), 0)->id, ==, "2019-09");
  ui_settle ();
  fixture_free (self);
}

/* Other dated things stand among the meetings; the choice is remembered. */
static void
test_besides (void)
{
  Fixture *self = fixture_new (TRUE, 1000);
  guint before = count_items (self);

  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.activities", NULL);
  ui_settle ();
  g_assert_cmpuint (count_items (self), >, before + 20);
  scr_meeting_list_face_set_with (self->face, 0);
  g_assert_cmpuint (count_items (self), ==, before);
  fixture_free (self);
}

/* Selecting shows the row; the details lead the selection, and follow it while they are open. */
static void
test_selection (void)
{
  Fixture *self = fixture_new (TRUE, 1000);
  g_autoptr (ScrItem) meeting = find_meeting (self, "2019-06-19");
  g_autoptr (ScrItem) other = find_meeting (self, "2019-06-25");

  g_assert_true (scr_view_select_item (SCR_VIEW (self->face), meeting));
  ui_settle ();
  g_assert_null (scr_context_get_selected (self->record->context));
  g_assert_true (scr_view_focus_selected (SCR_VIEW (self->face)));
  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.details", NULL);
  g_assert_true (scr_context_get_selected (self->record->context) == meeting);
  scr_context_set_selected (self->record->context, other);
  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.open", NULL);
  g_assert_true (g_str_has_suffix (self->opened, scr_item_get_id (other)));
  g_assert_true (g_str_has_prefix (self->opened, "meeting/"));
  fixture_free (self);
}

static void
test_delete (void)
{
  Fixture *self = fixture_new (TRUE, 1000);
  g_autoptr (ScrItem) meeting = find_meeting (self, "2019-07-18");
  g_autoptr (GError) error = NULL;

  g_assert_true (scr_view_select_item (SCR_VIEW (self->face), meeting));
  gtk_widget_activate_action (GTK_WIDGET (self->face), "meeting-list.delete", NULL);
  g_assert_cmpuint (count_items (self), ==, 26);
  g_assert_cmpuint (self->record->toasts->len, ==, 1);
  g_assert_true (scr_store_undo (self->record->store, &error));
  g_assert_cmpuint (count_items (self), ==, 27);
  ui_settle ();
  fixture_free (self);
}

/* A meeting that is moved stands under its new month at once. */
static void
test_follows (void)
{
  Fixture *self = fixture_new (TRUE, 1000);
  g_autoptr (ScrItem) meeting = find_meeting (self, "2019-06-19");
  guint before, after;

  g_assert_true (
      scr_dated_find (scr_meeting_list_face_get_dated (self->face), scr_item_get_id (meeting), &before));
  ui_record_set (self->record, meeting, "day", "2019-12-24");
  g_assert_true (
      scr_dated_find (scr_meeting_list_face_get_dated (self->face), scr_item_get_id (meeting), &after));
  g_assert_cmpuint (after, >, before);
  scr_context_set_partnership (self->record->context, "no-such-partnership");
  ui_settle ();
  fixture_free (self);
}

static void
test_empty (void)
{
  Fixture *self = fixture_new (FALSE, 1000);
  GtkWidget *button = ui_find_button (GTK_WIDGET (self->face), "New meeting");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  g_assert_cmpuint (self->n_new, ==, 1);
  g_object_unref (ui_record_add (self->record, "meeting", "A meeting without a day"));
  ui_settle ();
  g_assert_nonnull (ui_find_text (GTK_WIDGET (self->face), "A meeting without a day"));
  scr_view_new_item (SCR_VIEW (self->face));
  ui_settle ();
  fixture_free (self);
}

static void
test_narrow (void)
{
  Fixture *self = fixture_new (TRUE, 360);
  int width;

  gtk_widget_measure (GTK_WIDGET (self->face), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (self->face), "Today, Wednesday 12 June 2019"));
  gtk_widget_set_direction (GTK_WIDGET (self->face), GTK_TEXT_DIR_RTL);
  ui_settle ();
  ui_record_make_read_only (self->record);
  ui_settle ();
  fixture_free (self);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/meeting-list/rows", test_rows);
  g_test_add_func ("/meeting-list/filters", test_filters);
  g_test_add_func ("/meeting-list/orders", test_orders);
  g_test_add_func ("/meeting-list/besides", test_besides);
  g_test_add_func ("/meeting-list/selection", test_selection);
  g_test_add_func ("/meeting-list/delete", test_delete);
  g_test_add_func ("/meeting-list/follows", test_follows);
  g_test_add_func ("/meeting-list/empty", test_empty);
  g_test_add_func ("/meeting-list/narrow", test_narrow);
  return g_test_run ();
}
