/* The agenda of a meeting: seen, typed, moved by keys and by a real pointer, and finalised. */
#include "ui-support.h"

#include "scr-agenda-card.h"
#include "scr-agenda-commands.h"
#include "scr-agenda-face.h"
#include "scr-agenda-list.h"
#include "scr-agenda-templates-dialog.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-minutes-commands.h"

#include <string.h>

typedef struct
{
  UiRecord *record;
  GtkWidget *list, *card, *scrolled;
  ScrItem *meeting;
  ScrItem *selected; /* (nullable): what "item-selected" told last */
} Fixture;

static void
on_selected (ScrAgendaList *list, ScrItem *item, Fixture *fixture)
{
  g_set_object (&fixture->selected, item);
}

static ScrItem *
find_meeting (UiRecord *record, const char *title)
{
  const ScrQuery query = {.kind = "meeting", .conditions = {{"title", SCR_IS, title, 0}}, .limit = 1};
  g_autoptr (GPtrArray) found = scr_source_list (SCR_SOURCE (record->store), &query);

  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (g_ptr_array_index (found, 0));
}

static void
show (Fixture *fixture, int width)
{
  fixture->list = scr_agenda_list_new (fixture->record->context);
  g_signal_connect (fixture->list, "item-selected", G_CALLBACK (on_selected), fixture);
  gtk_widget_set_margin_start (fixture->list, 12);
  gtk_widget_set_margin_end (fixture->list, 12);
  scr_agenda_list_set_meeting (SCR_AGENDA_LIST (fixture->list), fixture->meeting);
  fixture->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (fixture->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled), fixture->list);
  ui_record_show (fixture->record, fixture->scrolled, width, 860);
  fixture->card = ui_find_type (fixture->list, SCR_TYPE_AGENDA_CARD);
  /* Keys come only to the window that the window manager made the active one. */
  for (guint i = 0; i < 100 && !gtk_window_is_active (GTK_WINDOW (fixture->record->window)); i++)
    ui_settle ();
  g_assert_true (gtk_window_is_active (GTK_WINDOW (fixture->record->window)));
}

static void
set_up_width (Fixture *fixture, const char *meeting, int width)
{
  fixture->record = ui_record_new_example ();
  fixture->meeting = meeting != NULL ? find_meeting (fixture->record, meeting)
                                     : ui_record_add (fixture->record, "meeting", "Empty");
  show (fixture, width);
}

static void
set_up (Fixture *fixture, gconstpointer meeting)
{
  set_up_width (fixture, meeting, 760);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->selected);
  g_clear_object (&fixture->meeting);
  g_object_ref (fixture->list);
  ui_record_hide (fixture->record);
  g_assert_finalize_object (fixture->list);
  ui_record_free (fixture->record);
}

/* The numbers and the first word of each title. */
static char *
dup_shape (Fixture *fixture)
{
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (SCR_SOURCE (fixture->record->store), fixture->meeting);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);
      g_auto (GStrv) words = g_strsplit (scr_item_get_text (row->item, "title"), " ", 2);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", row->number, words[0]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_shape (Fixture *fixture, const char *expected)
{
  g_autofree char *shape = dup_shape (fixture);

  g_assert_cmpstr (shape, ==, expected);
}

static const char *
get_id (Fixture *fixture, guint row)
{
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (SCR_SOURCE (fixture->record->store), fixture->meeting);

  return g_intern_string (scr_agenda_get_row (agenda, row)->id);
}

static void
run_at (const char *format, double x, double y)
{
  ui_act ("mousemove --sync %d %d%s", (int)x, (int)y, format);
}

/* Where a row's handle is; the window has no frame and stands at the corner of the screen. */
static void
find_handle (Fixture *fixture, guint row, double *x, double *y)
{
  GtkWidget *face = scr_agenda_card_get_face (SCR_AGENDA_CARD (fixture->card), get_id (fixture, row));
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0);

  g_assert_nonnull (face);
  at.x = (float)scr_agenda_face_get_title_x (SCR_AGENDA_FACE (face)) + 6;
  at.y = (float)(gtk_widget_get_height (face) + scr_agenda_face_get_row_top (SCR_AGENDA_FACE (face))) / 2;
  g_assert_true (gtk_widget_compute_point (face, fixture->record->window, &at, &at));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->record->window), x, y);
  *x += at.x;
  *y += at.y;
}

static void
drag_to (double from_x, double from_y, double to_x, double to_y)
{
  run_at (" mousedown 1", from_x, from_y);
  for (int step = 1; step <= 8; step++)
    run_at ("", from_x + (to_x - from_x) * step / 8, from_y + (to_y - from_y) * step / 8);
}

#define REFLECTIVE                                                                                           \
  "1:Why 2:The 2.1:The 2.2:Chairing 2.3:Participation 3:Reflecting 4:The 5:Work 6:Operational 6.1:Have "     \
  "6.2:How "                                                                                                 \
  "7:Performance 8:Relationship-based"

/* --- What is seen --- */

static void
test_shown (Fixture *fixture, gconstpointer unused)
{
  assert_shape (fixture, REFLECTIVE);
  g_assert_nonnull (ui_find_text (fixture->list, "8 items · 2 h 15 min planned in 2 h"));
  g_assert_nonnull (ui_find_text (fixture->list, "16:00 · the meeting ends here"));
  g_assert_nonnull (ui_find_text (fixture->list, "one item, 15 minutes, does not fit"));
  g_assert_nonnull (ui_find_text (fixture->list, "14:25"));
  scr_agenda_list_select (SCR_AGENDA_LIST (fixture->list), get_id (fixture, 3));
  g_assert_nonnull (fixture->selected);
  g_assert_cmpstr (scr_item_get_text (fixture->selected, "title"), ==, "Chairing the Partnership Board");
  scr_agenda_list_select (SCR_AGENDA_LIST (fixture->list), NULL);
  g_assert_null (fixture->selected);
}

/* Nothing needs more than a narrow window. */
static void
test_narrow (void)
{
  Fixture fixture = {NULL};
  int minimum;

  set_up_width (&fixture, "Reflective meeting of the three leads", 360);
  gtk_widget_measure (fixture.list, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_nonnull (ui_find_text (fixture.list, "14:25"));
  tear_down (&fixture, NULL);
}

/* --- The keyboard --- */

static void
focus (Fixture *fixture, guint row)
{
  scr_agenda_card_focus (SCR_AGENDA_CARD (fixture->card), get_id (fixture, row));
  ui_settle ();
}

static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  ScrStore *store = fixture->record->store;

  focus (fixture, 5);
  ui_act ("key ctrl+Up");
  assert_shape (fixture, "1:Why 2:Reflecting 3:The 3.1:The 3.2:Chairing 3.3:Participation 4:The 5:Work "
                         "6:Operational 6.1:Have 6.2:How 7:Performance 8:Relationship-based");
  /* The keyboard stays with the item. */
  ui_act ("key ctrl+Right");
  assert_shape (fixture, "1:Why 1.1:Reflecting 2:The 2.1:The 2.2:Chairing 2.3:Participation 3:The 4:Work "
                         "5:Operational 5.1:Have 5.2:How 6:Performance 7:Relationship-based");
  ui_act ("key ctrl+Left");
  ui_act ("key ctrl+Down");
  assert_shape (fixture, REFLECTIVE);
  for (guint i = 0; i < 4; i++)
    g_assert_true (scr_store_undo (store, NULL));
  assert_shape (fixture, REFLECTIVE);
  ui_act ("key F2");
  ui_act ("key ctrl+a");
  ui_act ("type Backward");
  ui_act ("key Return");
  g_assert_nonnull (ui_find_text (fixture->list, "Backward"));
  ui_act ("key F2");
  ui_act ("type Nothing");
  ui_act ("key Escape");
  g_assert_null (ui_find_text (fixture->list, "Nothing"));
  focus (fixture, 1);
  ui_act ("key Delete");
  assert_shape (fixture, "1:Why 2:Backward 3:The 4:Work 5:Operational 5.1:Have 5.2:How 6:Performance "
                         "7:Relationship-based");
  g_assert_cmpuint (fixture->record->toasts->len, ==, 1);
  g_assert_cmpuint (fixture->record->failures->len, ==, 0);
}

/* One after another, as a person types an agenda. */
static void
test_typing (Fixture *fixture, gconstpointer unused)
{
  g_assert_nonnull (ui_find_button (fixture->list, "Add the First Item"));
  g_signal_emit_by_name (ui_find_button (fixture->list, "Add the First Item"), "clicked");
  ui_settle ();
  ui_act ("type one");
  ui_act ("key Return");
  ui_act ("type two");
  ui_act ("key Return Escape");
  assert_shape (fixture, "1:one 2:two");
  scr_agenda_list_select (SCR_AGENDA_LIST (fixture->list), get_id (fixture, 0));
  gtk_widget_activate_action (fixture->card, "agenda.add-inside", NULL);
  ui_settle ();
  ui_act ("type three");
  ui_act ("key Return");
  ui_act ("type four");
  ui_act ("key Return Escape");
  assert_shape (fixture, "1:one 1.1:three 1.2:four 2:two");
}

static void
test_template (Fixture *fixture, gconstpointer unused)
{
  const ScrQuery query
      = {.kind = "agenda_template", .conditions = {{"meeting_kind", SCR_IS, "meeting-kind.reflective", 0}}};
  g_autoptr (GPtrArray) found = scr_source_list (SCR_SOURCE (fixture->record->store), &query);

  gtk_widget_activate_action (fixture->card, "agenda.template", "s",
                              scr_item_get_id (g_ptr_array_index (found, 0)));
  ui_settle ();
  assert_shape (fixture, REFLECTIVE);
  g_assert_null (ui_find_button (fixture->list, "Add the First Item"));
}

/* The popover sets what the row shows. */
static void
test_quick (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *face = scr_agenda_card_get_face (SCR_AGENDA_CARD (fixture->card), get_id (fixture, 0));

  g_signal_emit_by_name (scr_agenda_face_get_button (SCR_AGENDA_FACE (face), "minutes"), "clicked");
  ui_settle ();
  ui_act ("key ctrl+a");
  ui_act ("type 45");
  ui_act ("key Return");
  ui_act ("key Escape");
  g_assert_nonnull (ui_find_text (fixture->list, "8 items · 2 h 45 min planned in 2 h"));
}

/* --- The pointer --- */

static void
test_drag (Fixture *fixture, gconstpointer unused)
{
  double x, y, to_x, to_y;

  find_handle (fixture, 12, &x, &y);
  find_handle (fixture, 1, &to_x, &to_y);
  drag_to (x, y, x, to_y - 12);
  g_assert_true (scr_agenda_card_is_dragging (SCR_AGENDA_CARD (fixture->card)));
  /* The times tell already what would come of it; the record does not know yet. */
  g_assert_nonnull (ui_find_text (fixture->list, "2 at 14:15"));
  assert_shape (fixture, REFLECTIVE);
  ui_act ("mouseup 1");
  assert_shape (fixture,
                "1:Why 2:Relationship-based 3:The 3.1:The 3.2:Chairing 3.3:Participation 4:Reflecting "
                "5:The 6:Work 7:Operational 7.1:Have 7.2:How 8:Performance");
  g_assert_cmpstr (scr_store_get_undo_label (fixture->record->store), ==,
                   "Move Relationship-based approaches");
  g_assert_true (scr_store_undo (fixture->record->store, NULL));
  ui_settle ();

  /* To the side: a part of what stands above. */
  find_handle (fixture, 12, &x, &y);
  find_handle (fixture, 1, &to_x, &to_y);
  drag_to (x, y, x + 32, to_y - 12);
  ui_act ("mouseup 1");
  assert_shape (fixture,
                "1:Why 1.1:Relationship-based 2:The 2.1:The 2.2:Chairing 2.3:Participation 3:Reflecting "
                "4:The 5:Work 6:Operational 6.1:Have 6.2:How 7:Performance");
}

static void
test_drag_escape (Fixture *fixture, gconstpointer unused)
{
  double x, y, to_x, to_y;

  find_handle (fixture, 5, &x, &y);
  find_handle (fixture, 0, &to_x, &to_y);
  drag_to (x, y, to_x, to_y - 12);
  ui_act ("key Escape");
  g_assert_false (scr_agenda_card_is_dragging (SCR_AGENDA_CARD (fixture->card)));
  ui_act ("mouseup 1");
  assert_shape (fixture, REFLECTIVE);
  g_assert_nonnull (ui_find_text (fixture->list, "one item, 15 minutes, does not fit"));
}

static void
test_read_only (void)
{
  Fixture fixture = {.record = ui_record_new_example ()};

  ui_record_make_read_only (fixture.record);
  fixture.meeting = find_meeting (fixture.record, "Reflective meeting of the three leads");
  show (&fixture, 760);
  g_assert_null (ui_find_text (fixture.list, "Add Item"));
  focus (&fixture, 5);
  ui_act ("key ctrl+Up");
  assert_shape (&fixture, REFLECTIVE);
  g_assert_cmpuint (fixture.record->failures->len, ==, 0);
  tear_down (&fixture, NULL);
}

/* Approved minutes lock the agenda they belong to. */
static void
test_locked (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (
      scr_command_approve_minutes (fixture->record->store, fixture->meeting, "2019-02-01", NULL, NULL));
  ui_settle ();
  g_assert_null (ui_find_text (fixture->list, "Add Item"));
  focus (fixture, 5);
  ui_act ("key ctrl+Up");
  assert_shape (fixture, REFLECTIVE);
  g_assert_cmpuint (fixture->record->failures->len, ==, 0);
}

/* A key message told at an item, an interest declared in it and who left are seen on its row. */
static void
test_belongings (Fixture *fixture, gconstpointer unused)
{
  ScrStore *store = fixture->record->store;
  g_autoptr (GPtrArray) people
      = scr_source_list_by (SCR_SOURCE (store), "attendance", "meeting", scr_item_get_id (fixture->meeting));
  g_autofree char *who = scr_format_field (NULL, SCR_SOURCE (store), people->pdata[0], "who");
  g_autofree char *left = g_strdup_printf ("Interest declared · %s left", who);
  g_autoptr (ScrEdit) edit = scr_edit_new ("Interest");
  const char *id;
  GtkWidget *face = scr_agenda_card_get_face (SCR_AGENDA_CARD (fixture->card), get_id (fixture, 0));

  g_assert_nonnull (ui_find_text (face, "1 key message"));
  face = scr_agenda_card_get_face (SCR_AGENDA_CARD (fixture->card), get_id (fixture, 2));
  id = scr_edit_add (edit, "interest", NULL);
  scr_edit_set_text (edit, "interest", id, "title", "Chairs a charity");
  scr_edit_set_text (edit, "interest", id, "item", get_id (fixture, 2));
  scr_edit_set_text (edit, "interest", id, "who", scr_item_get_text (people->pdata[0], "who"));
  g_assert_true (scr_store_apply (store, edit, NULL));
  ui_settle ();
  g_assert_nonnull (ui_find_text (face, "Interest declared"));
  {
    g_autoptr (ScrItem) interest = scr_source_get (SCR_SOURCE (store), "interest", id);
    g_auto (ScrValue) yes = SCR_VALUE_INIT;

    scr_value_set_number (&yes, 1);
    g_assert_true (scr_command_set_value (store, interest, "left", &yes, FALSE, NULL));
  }
  ui_settle ();
  g_assert_nonnull (ui_find_text (face, left));
}

/* What is not finished goes to the next meeting of the group, or waits. */
static void
test_backlog (Fixture *fixture, gconstpointer unused)
{
  const ScrQuery query = {.kind = "backlog_item"};
  guint before = scr_source_count (SCR_SOURCE (fixture->record->store), &query);

  scr_agenda_list_select (SCR_AGENDA_LIST (fixture->list), get_id (fixture, 12));
  gtk_widget_activate_action (fixture->card, "agenda.backlog", NULL);
  ui_settle ();
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (fixture->record->store), &query), ==, before + 1);
  g_assert_cmpuint (fixture->record->toasts->len, ==, 1);
  assert_shape (fixture, REFLECTIVE);
}

/* The button with a symbol, by what its tooltip says. */
static GtkWidget *
find_tooltip (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tooltip (child, text);
  return found;
}

/* Templates are listed, opened, edited by the same list, duplicated, deleted. */
static void
test_templates (Fixture *fixture, gconstpointer unused)
{
  const ScrQuery query = {.kind = "agenda_template"};
  guint before = scr_source_count (SCR_SOURCE (fixture->record->store), &query);
  GtkWindow *window = scr_agenda_templates_dialog_present (fixture->record->context, fixture->list);
  GtkWidget *root = GTK_WIDGET (window), *row;

  ui_settle ();
  row = gtk_widget_get_ancestor (ui_find_text (root, "Partnership board"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  ui_settle ();
  g_assert_nonnull (ui_find_text (root, "Add Item"));
  g_signal_emit_by_name (find_tooltip (root, "Duplicate the Template"), "clicked");
  ui_settle ();
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (fixture->record->store), &query), ==, before + 1);
  g_signal_emit_by_name (find_tooltip (root, "Delete the Template"), "clicked");
  ui_settle ();
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (fixture->record->store), &query), ==, before);
  g_assert_cmpuint (fixture->record->failures->len, ==, 0);
  g_object_ref (window);
  gtk_window_destroy (window);
  ui_settle ();
  g_assert_finalize_object (window);
}

#define REFLECTION "Reflective meeting of the three leads"
#define ADD(path, meeting, func) g_test_add (path, Fixture, meeting, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/agenda-list/shown", REFLECTION, test_shown);
  g_test_add_func ("/agenda-list/narrow", test_narrow);
  ADD ("/agenda-list/keys", REFLECTION, test_keys);
  ADD ("/agenda-list/typing", NULL, test_typing);
  ADD ("/agenda-list/template", NULL, test_template);
  ADD ("/agenda-list/quick", REFLECTION, test_quick);
  ADD ("/agenda-list/locked", REFLECTION, test_locked);
  ADD ("/agenda-list/belongings", REFLECTION, test_belongings);
  ADD ("/agenda-list/backlog", REFLECTION, test_backlog);
  ADD ("/agenda-list/templates", REFLECTION, test_templates);
  ADD ("/agenda-list/drag", REFLECTION, test_drag);
  ADD ("/agenda-list/drag/escape", REFLECTION, test_drag_escape);
  g_test_add_func ("/agenda-list/read-only", test_read_only);
  return g_test_run ();
}
