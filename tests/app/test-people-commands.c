/* Tests of scr-people-commands and scr-meeting-step-commands: each is one labelled change that can be undone.
 */
#include "commands-fixture.h"

#include "scr-identity.h"
#include "scr-meeting-step-commands.h"
#include "scr-people-commands.h"

#include <string.h>

typedef struct
{
  Fixture record;
  char *meeting_id;
  ScrItem *meeting;
  ScrItem *la;
  ScrItem *health;
  ScrItem *deputy;
  ScrItem *council; /* an organisation that is a member */
} People;

static ScrItem *
add_item (People *people, const char *kind, const char *title)
{
  g_autofree char *id = maker_add (people->record.store, kind, title, NULL);

  return scr_source_get (SCR_SOURCE (people->record.store), kind, id);
}

static void
set (People *people, ScrItem *item, const char *field, const char *text)
{
  maker_set (people->record.store, scr_item_get_kind (item)->name, scr_item_get_id (item), field, text);
}

static void
join (People *people, ScrItem *group, ScrItem *member)
{
  g_autofree char *id = maker_add (people->record.store, "membership", NULL, "group", scr_item_get_id (group),
                                   "member", scr_item_get_id (member), NULL);

  g_assert_nonnull (id);
}

/* The choices that the commands speak of. */
static void
add_choices (ScrStore *store)
{
  static const char *const ids[] = {
      "attendance-state.invited",
      "attendance-state.present",
      "attendance-state.apologies",
      "attendance-state.substitute",
      "attendance-state.absent",
      "capacity.member",
      "capacity.guest",
      "capacity.observer",
      "meeting-state.proposed",
      "meeting-state.agenda-agreed",
      "meeting-state.pack-issued",
      "meeting-state.held",
      "meeting-state.minutes-draft",
      "meeting-state.cancelled",
      "pack-state.issued",
  };
  ScrEdit *edit = scr_edit_new ("Choices");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *list = g_strndup (ids[i], (gsize)(strchr (ids[i], '.') - ids[i]));

      scr_edit_add (edit, "choice", ids[i]);
      scr_edit_set_text (edit, "choice", ids[i], "label", ids[i]);
      scr_edit_set_text (edit, "choice", ids[i], "list", list);
    }
  maker_apply (store, edit);
}

static void
set_up_people (People *people, gconstpointer data)
{
  g_autoptr (ScrItem) group = NULL;

  set_up (&people->record, NULL);
  add_choices (people->record.store);
  group = add_item (people, "group", "Group");
  people->la = add_item (people, "person", "Local authority lead");
  people->health = add_item (people, "person", "Health lead");
  people->deputy = add_item (people, "person", "Deputy");
  people->council = add_item (people, "organisation", "Council");
  join (people, group, people->la);
  join (people, group, people->health);
  join (people, group, people->council);
  people->meeting_id = maker_add (people->record.store, "meeting", "Meeting", "group",
                                  scr_item_get_id (group), "day", "2019-01-17", NULL);
  people->meeting = scr_source_get (SCR_SOURCE (people->record.store), "meeting", people->meeting_id);
}

static void
tear_down_people (People *people, gconstpointer data)
{
  g_clear_object (&people->la);
  g_clear_object (&people->health);
  g_clear_object (&people->deputy);
  g_clear_object (&people->council);
  g_clear_object (&people->meeting);
  g_free (people->meeting_id);
  tear_down (&people->record, NULL);
}

/* "present apologies(Deputy) - ": states in the order of the list, with who stood in. */
static char *
tell (People *people)
{
  g_autoptr (ScrAttendance) attendance
      = scr_attendance_new (SCR_SOURCE (people->record.store), people->meeting);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < attendance->people->len; i++)
    {
      const ScrAttendee *attendee = attendance->people->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              attendee->state != NULL ? strchr (attendee->state, '.') + 1 : "-");
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_TOLD(people, expected)                                                                        \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *told_ = tell (people);                                                                  \
    g_assert_cmpstr (told_, ==, expected);                                                                   \
  }                                                                                                          \
  G_STMT_END

static void
undo (People *people, const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (scr_store_get_undo_label (people->record.store), ==, label);
  g_assert_true (scr_store_undo (people->record.store, &error));
  g_assert_no_error (error);
}

static void
test_states (People *people, gconstpointer data)
{
  ScrStore *store = people->record.store;

  ASSERT_TOLD (people, "- - -");
  g_assert_true (
      scr_command_set_attendance (store, people->meeting, people->la, SCR_ATTENDANCE_APOLOGIES, NULL));
  ASSERT_TOLD (people, "- - apologies");
  /* Said twice it is recorded once. */
  g_assert_true (
      scr_command_set_attendance (store, people->meeting, people->la, SCR_ATTENDANCE_ABSENT, NULL));
  ASSERT_TOLD (people, "- - absent");
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM attendance"), ==, 1);
  g_assert_true (scr_command_all_present (store, people->meeting, NULL));
  ASSERT_TOLD (people, "present present absent");
  undo (people, "All present at Meeting");
  undo (people, "Attendance of Local authority lead at Meeting");
  ASSERT_TOLD (people, "- - apologies");
  g_assert_true (scr_command_forget_attendance (store, people->meeting, people->la, NULL));
  ASSERT_TOLD (people, "- - -");
  undo (people, "Remove the attendance of Local authority lead at Meeting");
  ASSERT_TOLD (people, "- - apologies");
}

static void
test_all_present_twice (People *people, gconstpointer data)
{
  g_assert_true (scr_command_all_present (people->record.store, people->meeting, NULL));
  people->record.n_changes = 0;
  g_assert_true (scr_command_all_present (people->record.store, people->meeting, NULL));
  g_assert_cmpuint (people->record.n_changes, ==, 0);
}

static void
test_substitute (People *people, gconstpointer data)
{
  ScrStore *store = people->record.store;
  g_autoptr (ScrAttendance) attendance = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (scr_command_set_substitute (store, people->meeting, people->health, people->deputy, &error));
  g_assert_no_error (error);
  ASSERT_TOLD (people, "- substitute -");
  attendance = scr_attendance_new (SCR_SOURCE (store), people->meeting);
  g_assert_cmpuint (attendance->n_present, ==, 1);
  g_assert_cmpuint (attendance->n_members, ==, 3);
  g_assert_cmpstr (scr_attendance_find (attendance, scr_item_get_id (people->health))->capacity, ==,
                   "capacity.member");

  /* Another in place of the first; then the one who was to be away came after all. */
  g_assert_true (scr_command_set_substitute (store, people->meeting, people->health, people->la, NULL));
  ASSERT_TOLD (people, "- substitute -");
  g_assert_true (
      scr_command_set_attendance (store, people->meeting, people->health, SCR_ATTENDANCE_PRESENT, NULL));
  ASSERT_TOLD (people, "- present -");
  undo (people, "Attendance of Health lead at Meeting");
  undo (people, "Substitute for Health lead at Meeting");
  undo (people, "Substitute for Health lead at Meeting");
  ASSERT_TOLD (people, "- - -");
}

static void
test_refused (People *people, gconstpointer data)
{
  ScrStore *store = people->record.store;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      scr_command_set_attendance (store, people->meeting, people->la, SCR_ATTENDANCE_PRESENT, NULL));
  people->record.n_changes = 0;
  g_assert_false (
      scr_command_set_substitute (store, people->meeting, people->health, people->health, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      scr_command_set_substitute (store, people->meeting, people->council, people->deputy, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (scr_command_set_substitute (store, people->meeting, people->health, people->la, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (scr_command_add_attendee (store, people->meeting, people->la, "capacity.guest", &error));
  g_assert_cmpstr (error->message, ==, "Local authority lead is listed already.");
  g_assert_cmpuint (people->record.n_changes, ==, 0);
}

static void
test_others (People *people, gconstpointer data)
{
  ScrStore *store = people->record.store;
  g_autoptr (ScrAttendance) attendance = NULL;

  g_assert_true (
      scr_command_add_attendee (store, people->meeting, people->deputy, "capacity.observer", NULL));
  ASSERT_TOLD (people, "- - - present");
  g_assert_true (scr_command_set_capacity (store, people->meeting, people->deputy, "capacity.member", NULL));
  attendance = scr_attendance_new (SCR_SOURCE (store), people->meeting);
  g_assert_cmpuint (attendance->n_members, ==, 4);
  g_assert_cmpuint (attendance->n_present, ==, 1);
  undo (people, "Capacity of Deputy at Meeting");
  undo (people, "Add Deputy to Meeting");
  ASSERT_TOLD (people, "- - -");
  /* Before the day somebody is only invited. */
  set (people, people->meeting, "day", "2299-01-01");
  g_assert_true (scr_command_add_attendee (store, people->meeting, people->deputy, "capacity.guest", NULL));
  ASSERT_TOLD (people, "- - - invited");
}

static void
put (ScrItem *draft, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field), &value);
}

static void
test_interest (People *people, gconstpointer data)
{
  ScrStore *store = people->record.store;
  g_autofree char *item = maker_add (store, "agenda_item", "Item", "meeting", people->meeting_id, NULL);
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (scr_kind_find ("interest"), id);
  g_autoptr (ScrItem) interest = NULL;
  g_autoptr (GError) error = NULL;

  put (draft, "who", scr_item_get_id (people->la));
  put (draft, "item", item);
  g_assert_null (scr_command_add_interest (store, draft, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  put (draft, "title", "Governor of the school");
  interest = scr_command_add_interest (store, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (interest, "item"), ==, item);
  undo (people, "Add Governor of the school");
}

static void
assert_state (People *people, const char *state)
{
  g_assert_cmpstr (scr_item_get_text (people->meeting, "state"), ==, state);
}

/* From proposed to minutes begun, each step one change; and back. */
static void
test_steps (People *people, gconstpointer data)
{
  ScrStore *store = people->record.store;
  g_autofree char *item = maker_add (store, "agenda_item", "Item", "meeting", people->meeting_id, NULL);
  const ScrStepAnswer with = {scr_item_get_id (people->la), NULL, NULL};
  const ScrStepAnswer on = {NULL, "2019-01-10", NULL};
  g_autoptr (GError) error = NULL;

  people->record.n_changes = 0;
  g_assert_true (scr_command_take_step (store, people->meeting, SCR_STEP_AGREE_AGENDA, &with, &error));
  assert_state (people, "meeting-state.agenda-agreed");
  g_assert_cmpstr (scr_item_get_text (people->meeting, "agreed_with"), ==, with.who);
  g_assert_true (scr_command_take_step (store, people->meeting, SCR_STEP_ISSUE_PACK, &on, &error));
  assert_state (people, "meeting-state.pack-issued");
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM pack WHERE issued = '2019-01-10'"), ==, 1);
  g_assert_true (scr_command_take_step (store, people->meeting, SCR_STEP_HOLD, NULL, &error));
  assert_state (people, "meeting-state.held");
  g_assert_true (scr_command_take_step (store, people->meeting, SCR_STEP_DRAFT_MINUTES, NULL, &error));
  assert_state (people, "meeting-state.minutes-draft");
  g_assert_no_error (error);
  g_assert_cmpuint (people->record.n_changes, ==, 4);
  g_assert_true (scr_command_take_step (store, people->meeting, SCR_STEP_BACK, NULL, &error));
  assert_state (people, "meeting-state.held");
  g_assert_true (scr_command_take_step (store, people->meeting, SCR_STEP_BACK, NULL, &error));
  assert_state (people, "meeting-state.pack-issued");
  undo (people, "Take back the state of Meeting");
  undo (people, "Take back the state of Meeting");
  undo (people, "Begin the minutes of Meeting");
  undo (people, "Meeting was held");
  undo (people, "Issue the pack of Meeting");
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM pack"), ==, 0);
  undo (people, "Agree the agenda of Meeting");
  assert_state (people, NULL);
}

static void
test_cancel (People *people, gconstpointer data)
{
  ScrStore *store = people->record.store;
  const ScrStepAnswer blank = {NULL, NULL, "  "};
  const ScrStepAnswer why = {NULL, NULL, " Snow "};
  g_autoptr (GError) error = NULL;

  g_assert_false (scr_command_take_step (store, people->meeting, SCR_STEP_CANCEL, &blank, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (scr_command_take_step (store, people->meeting, SCR_STEP_CANCEL, &why, &error));
  g_assert_cmpstr (scr_item_get_text (people->meeting, "cancel_reason"), ==, "Snow");
  assert_state (people, "meeting-state.cancelled");
  /* What is not sensible any more is refused. */
  g_assert_false (scr_command_take_step (store, people->meeting, SCR_STEP_HOLD, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (scr_command_take_step (store, people->meeting, SCR_STEP_REINSTATE, NULL, &error));
  assert_state (people, "meeting-state.proposed");
  g_assert_null (scr_item_get_text (people->meeting, "cancel_reason"));
  undo (people, "Reinstate Meeting");
  undo (people, "Cancel Meeting");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, People, NULL, set_up_people, func, tear_down_people)
  ADD ("/people/states", test_states);
  ADD ("/people/all-present-twice", test_all_present_twice);
  ADD ("/people/substitute", test_substitute);
  ADD ("/people/refused", test_refused);
  ADD ("/people/others", test_others);
  ADD ("/people/interest", test_interest);
  ADD ("/meeting/steps", test_steps);
  ADD ("/meeting/cancel", test_cancel);
  return g_test_run ();
}
