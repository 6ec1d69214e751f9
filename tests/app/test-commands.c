/* Tests of commands: each does what it says to every kind of thing, as one change that can be undone. */
#include "commands-fixture.h"

#include "scr-command-draft.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-identity.h"

#include <string.h>

static ScrItem *
get (Fixture *fixture, const char *kind, const char *id)
{
  return scr_source_get (SCR_SOURCE (fixture->store), kind, id);
}

static void
set_field (ScrItem *item, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  scr_item_set_value_at (item, (guint)scr_kind_get_field_index (scr_item_get_kind (item), field), &value);
}

static ScrItem *add_whole (Fixture *fixture, const ScrKind *kind);

/* Something that a field that may not be empty can hold. */
static void
fill_required (Fixture *fixture, ScrItem *draft, const ScrField *field)
{
  g_auto (GStrv) kinds = NULL;
  g_autoptr (ScrItem) referred = NULL;
  g_autofree char *choice = NULL;
  g_auto (ScrValue) one = SCR_VALUE_INIT;

  switch (field->type)
    {
    case SCR_FIELD_CHOICE:
    case SCR_FIELD_STATUS:
      choice = g_strdup_printf ("%s.0", field->of);
      set_field (draft, field->name, choice);
      break;
    case SCR_FIELD_REFERENCE:
      kinds = g_strsplit (field->of, " ", -1);
      referred = add_whole (fixture, scr_kind_find (kinds[0]));
      set_field (draft, field->name, scr_item_get_id (referred));
      break;
    case SCR_FIELD_DAY:
      set_field (draft, field->name, "2019-06-12");
      break;
    case SCR_FIELD_NUMBER:
    case SCR_FIELD_DURATION:
      scr_value_set_number (&one, MAX (field->min, 1));
      scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field->name),
                             &one);
      break;
    default:
      set_field (draft, field->name, "Something");
    }
}

static ScrItem *
add_whole (Fixture *fixture, const ScrKind *kind)
{
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (kind, id);
  g_autoptr (GError) error = NULL;
  ScrItem *added;

  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].flags & SCR_FIELD_REQUIRED)
      fill_required (fixture, draft, &kind->fields[f]);
  added = scr_command_add_draft (fixture->store, draft, &error);
  g_assert_no_error (error);
  return added;
}

static gboolean
is_record (const ScrKind *kind)
{
  return g_str_equal (kind->name, SCR_KIND_RECORD);
}

static void
test_add_every_kind (Fixture *fixture, gconstpointer unused)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (ScrItem) item = NULL;
      g_autofree char *title = NULL;

      if (is_record (kinds[k]))
        continue;
      item = add_whole (fixture, kinds[k]);
      title = scr_format_title (NULL, SCR_SOURCE (fixture->store), item);
      g_assert_cmpstr (title, !=, NULL);
      g_assert_cmpstr (title, !=, "");
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        if (kinds[k]->fields[f].type == SCR_FIELD_ORDER)
          g_assert_nonnull (scr_item_get_text (item, kinds[k]->fields[f].name));
      g_assert_true (scr_store_undo (fixture->store, NULL));
      g_assert_true (scr_item_is_deleted (item));
      g_assert_true (scr_store_redo (fixture->store, NULL));
      g_assert_false (scr_item_is_deleted (item));
    }
  maker_assert_sound (fixture->store);
}

static guint
count_required_references (const ScrKind *kind, const ScrField **first)
{
  guint n = 0;

  *first = NULL;
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].type == SCR_FIELD_REFERENCE && (kind->fields[f].flags & SCR_FIELD_REQUIRED))
      {
        if (n++ == 0)
          *first = &kind->fields[f];
      }
  return n;
}

/* With one click: what can be made so is, with its first states; what needs more says so and leaves nothing.
 */
static void
test_add_at_once (Fixture *fixture, gconstpointer unused)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      const ScrField *needed;
      guint n_needed = count_required_references (kinds[k], &needed);
      g_autoptr (ScrItem) referred = NULL;
      g_autoptr (ScrItem) item = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) to = NULL;

      if (is_record (kinds[k]) || g_str_equal (kinds[k]->name, SCR_KIND_CHOICE)
          || g_str_equal (kinds[k]->name, "data_point"))
        continue;
      if (needed != NULL)
        {
          to = g_strsplit (needed->of, " ", -1);
          referred = add_whole (fixture, scr_kind_find (to[0]));
        }
      fixture->n_changes = 0;
      item
          = scr_command_add (fixture->store, kinds[k]->name, NULL, NULL, needed != NULL ? needed->name : NULL,
                             referred != NULL ? scr_item_get_id (referred) : NULL, &error);
      if (n_needed > 1)
        {
          g_assert_null (item);
          g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
          g_assert_cmpuint (fixture->n_changes, ==, 0);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (fixture->n_changes, ==, 1);
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        if (kinds[k]->fields[f].type == SCR_FIELD_STATUS)
          g_assert_nonnull (scr_item_get_text (item, kinds[k]->fields[f].name));
    }
  maker_assert_sound (fixture->store);
}

static void
test_add_with (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *partnership = maker_add (fixture->store, "partnership", "Bexley", NULL);
  g_autofree char *long_title = g_strnfill (201, 'x');
  g_autoptr (ScrItem) meeting
      = scr_command_add (fixture->store, "meeting", "Reflective meeting", partnership, NULL, NULL, NULL);
  g_autoptr (ScrItem) item = scr_command_add (fixture->store, "agenda_item", NULL, partnership, "meeting",
                                              scr_item_get_id (meeting), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (scr_item_get_text (meeting, "title"), ==, "Reflective meeting");
  g_assert_cmpstr (scr_item_get_text (meeting, "partnership"), ==, partnership);
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "New: Agenda item");
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Add New: Agenda item");
  g_assert_null (scr_command_add (fixture->store, "meeting", long_title, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
}

/* A state that law or practice has done away with is no state to begin with. */
static void
test_add_with_current_states (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) meeting = NULL;

  scr_command_pin_today (fixture->store, "2019-06-12", NULL);
  maker_set (fixture->store, "choice", "meeting-state.0", "until", "2019-06-11");
  meeting = scr_command_add (fixture->store, "meeting", "x", NULL, NULL, NULL, NULL);
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.1");
}

static void
test_duplicate (Fixture *fixture, gconstpointer unused)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (ScrItem) item = NULL;
      g_autoptr (ScrItem) copy = NULL;
      g_autoptr (GError) error = NULL;

      if (is_record (kinds[k]))
        continue;
      item = add_whole (fixture, kinds[k]);
      fixture->n_changes = 0;
      copy = scr_command_duplicate (fixture->store, item, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fixture->n_changes, ==, 1);
      g_assert_cmpstr (scr_item_get_id (copy), !=, scr_item_get_id (item));
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        if (kinds[k]->fields[f].type != SCR_FIELD_ORDER && !g_str_equal (kinds[k]->fields[f].name, "title"))
          g_assert_true (scr_value_equal (scr_item_get_value_at (item, f), scr_item_get_value_at (copy, f)));
      if (scr_kind_get_field (kinds[k], "title") != NULL)
        g_assert_cmpstr (scr_item_get_text (copy, "title"), ==, "Something (copy)");
    }
  maker_assert_sound (fixture->store);
}

static void
test_duplicate_limits (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autofree char *id = maker_add (fixture->store, "group", longest, NULL);
  g_autoptr (ScrItem) item = get (fixture, "group", id);
  g_autoptr (ScrItem) copy = scr_command_duplicate (fixture->store, item, NULL);
  g_autoptr (ScrItem) record = get (fixture, SCR_KIND_RECORD, SCR_RECORD_ID);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (scr_item_get_text (copy, "title"), ==, longest);
  g_assert_null (scr_command_duplicate (fixture->store, record, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
}

static void
test_set (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "action", "Send the findings", NULL);
  g_autoptr (ScrItem) item = get (fixture, "action", id);
  g_autoptr (GError) error = NULL;
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  g_assert_true (scr_command_set_text (fixture->store, item, "due", "2019-06-12", NULL));
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Due day of Send the findings");
  g_assert_false (scr_command_set_text (fixture->store, item, "due", "soon", &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_assert_cmpstr (scr_item_get_text (item, "due"), ==, "2019-06-12");
  fixture->n_changes = 0;
  for (guint i = 1; i <= 5; i++)
    {
      scr_value_take_text (&value, g_strndup ("Send", MIN (i, 4)));
      g_assert_true (scr_command_set_value (fixture->store, item, "title", &value, TRUE, NULL));
    }
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Send the findings");
}

/* --- The bin --- */

static void
test_bin (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *meeting = NULL;
  g_autoptr (GPtrArray) items = add_agenda (fixture, 3, &meeting);
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;

  g_ptr_array_add (one, items->pdata[0]);
  g_ptr_array_add (two, items->pdata[1]);
  g_ptr_array_add (two, items->pdata[2]);
  fixture->n_changes = 0;
  g_assert_true (scr_command_bin (fixture->store, one, NULL));
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Delete 0");
  g_assert_true (scr_command_bin (fixture->store, two, NULL));
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Delete 2 items");
  assert_order (fixture, meeting, "");
  g_assert_true (scr_command_restore (fixture->store, two, NULL));
  assert_order (fixture, meeting, "1 2 ");
  g_assert_true (scr_command_purge (fixture->store, two, NULL));
  g_assert_true (scr_command_empty_bin (fixture->store, NULL));
  g_assert_cmpuint (fixture->n_changes, ==, 5);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM agenda_item"), ==, 0);
  for (guint i = 0; i < 5; i++)
    g_assert_true (scr_store_undo (fixture->store, NULL));
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
  assert_order (fixture, meeting, "0 1 2 ");
}

/* A choice in the bin that something still needs stays there, and holds up nothing else. */
static void
test_empty_bin_with_choice (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *used = maker_add (fixture->store, "activity", "Visit", "kind", "activity-kind.0", NULL);
  g_autofree char *binned = maker_add (fixture->store, "activity", "Talk", "kind", "activity-kind.1", NULL);
  g_autofree char *group = maker_add (fixture->store, "group", "Board", NULL);
  g_autoptr (GError) error = NULL;

  maker_do (fixture->store, SCR_OP_BIN, "choice", "activity-kind.0");
  maker_do (fixture->store, SCR_OP_BIN, "choice", "activity-kind.1");
  maker_do (fixture->store, SCR_OP_BIN, "choice", "meeting-state.0");
  maker_do (fixture->store, SCR_OP_BIN, "activity", binned);
  maker_do (fixture->store, SCR_OP_BIN, "group", group);
  scr_command_empty_bin (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM \"group\""), ==, 0);
  g_assert_cmpint (
      maker_query_int (fixture->store, "SELECT count(*) FROM choice WHERE id LIKE 'activity-kind.%'"), ==, 1);
  g_assert_cmpint (
      maker_query_int (fixture->store, "SELECT count(*) FROM choice WHERE id = 'meeting-state.0'"), ==, 0);
  maker_assert_sound (fixture->store);
  g_assert_true (scr_command_empty_bin (fixture->store, NULL));
}

static void
test_attach (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = maker_path (fixture->folder, "notes.txt");
  g_autofree char *none = maker_path (fixture->folder, "none.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (none);
  g_autofree char *meeting = maker_add (fixture->store, "meeting", "Meeting", NULL);
  g_autofree char *paper = maker_add (fixture->store, "paper", "Paper", "meeting", meeting, NULL);
  g_autoptr (ScrItem) meeting_item = get (fixture, "meeting", meeting);
  g_autoptr (ScrItem) paper_item = get (fixture, "paper", paper);
  g_autoptr (GPtrArray) attached = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Notes", -1, NULL));
  fixture->n_changes = 0;
  g_assert_true (scr_command_attach (fixture->store, meeting_item, NULL, file, NULL, NULL));
  g_assert_true (scr_command_attach (fixture->store, paper_item, "file", file, NULL, NULL));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  attached = scr_source_list_by (SCR_SOURCE (fixture->store), "attachment", "owner", meeting);
  g_assert_cmpuint (attached->len, ==, 1);
  g_assert_nonnull (scr_item_get_text (paper_item, "file"));
  g_assert_false (scr_command_attach (fixture->store, meeting_item, NULL, missing, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_null (scr_item_get_text (paper_item, "file"));
  maker_assert_sound (fixture->store);
}

static void
test_pin_today (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *pinned = NULL;
  g_autofree char *real = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (scr_command_pin_today (fixture->store, "2019-06-12", NULL));
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Show as at 12 June 2019");
  pinned = scr_source_dup_today (SCR_SOURCE (fixture->store));
  g_assert_cmpstr (pinned, ==, "2019-06-12");
  g_assert_false (scr_command_pin_today (fixture->store, "2019-02-30", &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_assert_true (scr_command_pin_today (fixture->store, NULL, NULL));
  real = scr_source_dup_today (SCR_SOURCE (fixture->store));
  g_assert_cmpstr (real, >, "2024-01-01");
}

/* Every command says in a plain error that a record cannot be written. */
static void
test_read_only (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *meeting = NULL;
  g_autoptr (GPtrArray) items = add_agenda (fixture, 2, &meeting);
  g_autoptr (ScrStore) reader = maker_open (scr_store_get_path (fixture->store), SCR_STORE_READ_ONLY);
  g_autoptr (ScrItem) item
      = scr_source_get (SCR_SOURCE (reader), "agenda_item", scr_item_get_id (items->pdata[1]));
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, item);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean worked = i == 0   ? scr_command_set_text (reader, item, "title", "x", &error)
                        : i == 1 ? scr_command_move (reader, item, -1, &error)
                        : i == 2 ? scr_command_bin (reader, one, &error)
                        : i == 3 ? scr_command_purge (reader, one, &error)
                        : i == 4 ? scr_command_duplicate (reader, item, &error) != NULL
                                 : scr_command_add (reader, "group", NULL, NULL, NULL, NULL, &error) != NULL;

      g_assert_false (worked);
      g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
    }
}

#define ADD(path, function) g_test_add ("/commands/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("add/every-kind", test_add_every_kind);
  ADD ("add/at-once", test_add_at_once);
  ADD ("add/with", test_add_with);
  ADD ("add/with-current-states", test_add_with_current_states);
  ADD ("duplicate/every-kind", test_duplicate);
  ADD ("duplicate/limits", test_duplicate_limits);
  ADD ("set", test_set);
  ADD ("bin", test_bin);
  ADD ("empty-bin-with-choice", test_empty_bin_with_choice);
  ADD ("attach", test_attach);
  ADD ("pin-today", test_pin_today);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
