/* Tests of the commands of agendas: one change each, whole trees, and undo brings all back. */
#include "commands-fixture.h"

#include "scr-agenda-commands.h"
#include "scr-next-meeting.h"
#include "scr-records.h"

#include <string.h>

static char *
dup_shape (Fixture *fixture, ScrItem *owner)
{
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (SCR_SOURCE (fixture->store), owner);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);

      g_string_append_printf (text, "%s%.*s%s", i > 0 ? " " : "", (int)row->level, "..",
                              scr_item_get_text (row->item, "title"));
    }
  return g_string_free (text, FALSE);
}

static void
assert_shape (Fixture *fixture, ScrItem *owner, const char *expected)
{
  g_autofree char *shape = dup_shape (fixture, owner);

  g_assert_cmpstr (shape, ==, expected);
}

static ScrItem *
add_owner (Fixture *fixture, const char *kind)
{
  g_autofree char *id = maker_add (fixture->store, kind, "Board", NULL);

  return scr_source_get (SCR_SOURCE (fixture->store), kind, id);
}

static ScrItem *
add (Fixture *fixture, ScrItem *owner, const char *title, ScrItem *beside, ScrAgendaSide side)
{
  g_autoptr (GError) error = NULL;
  ScrItem *item = scr_command_add_agenda_item (fixture->store, owner, title, beside, side, &error);

  g_assert_no_error (error);
  return item;
}

static void
set (Fixture *fixture, ScrItem *item, const char *field, const char *value)
{
  maker_set (fixture->store, scr_item_get_kind (item)->name, scr_item_get_id (item), field, value);
}

static void
set_minutes (ScrStore *store, ScrItem *item, double minutes)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  scr_value_set_number (&value, minutes);
  scr_command_set_value (store, item, "minutes", &value, FALSE, &error);
  g_assert_no_error (error);
}

/* --- Items --- */

static void
test_add (Fixture *fixture, gconstpointer kind)
{
  g_autoptr (ScrItem) owner = add_owner (fixture, kind);
  g_autoptr (ScrItem) a = add (fixture, owner, " a ", NULL, SCR_AGENDA_AFTER);
  g_autoptr (ScrItem) b = add (fixture, owner, "b", NULL, SCR_AGENDA_AFTER);
  g_autoptr (ScrItem) c = add (fixture, owner, "c", a, SCR_AGENDA_AFTER);
  g_autoptr (ScrItem) d = add (fixture, owner, "d", a, SCR_AGENDA_INSIDE);
  g_autoptr (ScrItem) e = add (fixture, owner, "e", d, SCR_AGENDA_INSIDE);
  g_autoptr (ScrItem) f = add (fixture, owner, "f", d, SCR_AGENDA_BEFORE);
  g_autoptr (ScrItem) g = add (fixture, owner, "g", a, SCR_AGENDA_AFTER);
  g_autoptr (GError) error = NULL;

  assert_shape (fixture, owner, "a .f .d ..e g c b");
  g_assert_null (scr_command_add_agenda_item (fixture->store, owner, "x", e, SCR_AGENDA_INSIDE, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (scr_command_add_agenda_item (fixture->store, owner, "  ", NULL, SCR_AGENDA_AFTER, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  for (guint i = 0; i < 7; i++)
    g_assert_true (scr_store_undo (fixture->store, NULL));
  assert_shape (fixture, owner, "");
}

static void
move (Fixture *fixture, ScrItem *owner, ScrItem *item, ScrAgendaStep step)
{
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (SCR_SOURCE (fixture->store), owner);
  guint index = (guint)scr_agenda_find (agenda, scr_item_get_id (item));
  g_autoptr (GError) error = NULL;
  ScrAgendaSpot spot;

  g_assert_true (scr_agenda_find_step (agenda, index, step, &spot));
  g_assert_true (scr_command_move_agenda_item (fixture->store, agenda, index, &spot, &error));
  g_assert_no_error (error);
}

static void
test_move (Fixture *fixture, gconstpointer kind)
{
  g_autoptr (ScrItem) owner = add_owner (fixture, kind);
  g_autoptr (ScrItem) a = add (fixture, owner, "a", NULL, SCR_AGENDA_AFTER);
  g_autoptr (ScrItem) b = add (fixture, owner, "b", NULL, SCR_AGENDA_AFTER);
  g_autoptr (ScrItem) c = add (fixture, owner, "c", b, SCR_AGENDA_INSIDE);

  move (fixture, owner, b, SCR_AGENDA_IN);
  assert_shape (fixture, owner, "a .b ..c");
  g_assert_cmpuint (fixture->n_rows, ==, 1);
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Move b");
  move (fixture, owner, c, SCR_AGENDA_OUT);
  assert_shape (fixture, owner, "a .b .c");
  move (fixture, owner, c, SCR_AGENDA_UP);
  assert_shape (fixture, owner, "a .c .b");
  move (fixture, owner, b, SCR_AGENDA_OUT);
  move (fixture, owner, b, SCR_AGENDA_UP);
  assert_shape (fixture, owner, "b a .c");
  for (guint i = 0; i < 5; i++)
    g_assert_true (scr_store_undo (fixture->store, NULL));
  assert_shape (fixture, owner, "a b .c");
}

/* An item goes with its parts, and comes back with them; a copy has them too. */
static void
test_whole (Fixture *fixture, gconstpointer kind)
{
  g_autoptr (ScrItem) owner = add_owner (fixture, kind);
  g_autoptr (ScrItem) a = add (fixture, owner, "a", NULL, SCR_AGENDA_AFTER);
  g_autoptr (ScrItem) b = add (fixture, owner, "b", a, SCR_AGENDA_INSIDE);
  g_autoptr (ScrItem) c = add (fixture, owner, "c", b, SCR_AGENDA_INSIDE);
  g_autoptr (ScrItem) d = add (fixture, owner, "d", NULL, SCR_AGENDA_AFTER);
  g_autoptr (ScrItem) copy = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  set_minutes (fixture->store, c, 20);
  copy = scr_command_duplicate_agenda_item (fixture->store, a, &error);
  g_assert_no_error (error);
  assert_shape (fixture, owner, "a .b ..c a .b ..c d");
  g_assert_cmpstr (scr_item_get_id (copy), !=, scr_item_get_id (a));
  g_ptr_array_add (items, a);
  g_assert_true (scr_command_bin (fixture->store, items, &error));
  assert_shape (fixture, owner, "a .b ..c d");
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_true (scr_store_undo (fixture->store, NULL));
  assert_shape (fixture, owner, "a .b ..c d");
}

/* --- Templates --- */

static void
test_shipped_template (void)
{
  g_autofree char *folder = maker_folder_new ();
  g_autofree char *path = g_build_filename (folder, "new.scrutiny", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStore) store = scr_record_create (path, "New", &error);
  Fixture fixture = {.store = store};
  const ScrQuery query
      = {.kind = "agenda_template", .conditions = {{"meeting_kind", SCR_IS, "meeting-kind.reflective", 0}}};
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (ScrItem) meeting = NULL;
  g_autoptr (ScrAgenda) agenda = NULL;
  g_autofree char *id = NULL;
  guint n_about = 0;

  g_assert_no_error (error);
  found = scr_source_list (SCR_SOURCE (store), &query);
  g_assert_cmpuint (found->len, ==, 1);
  id = maker_add (store, "meeting", "Reflection", NULL);
  meeting = scr_source_get (SCR_SOURCE (store), "meeting", id);
  maker_set (store, "meeting", id, "start", "14:00");
  g_assert_true (scr_command_apply_agenda_template (store, meeting, g_ptr_array_index (found, 0), &error));
  g_assert_no_error (error);
  assert_shape (
      &fixture, meeting,
      "Why are we doing things this way? The Partnership Board .The purpose of the Partnership Board "
      ".Chairing the Partnership Board .Participation challenges and engagement exercises for future "
      "Board meetings Reflecting on the first Learning Hub The purpose of the Working Group (made up of "
      "the leads from the three safeguarding partners) Work of the partnership subgroups Operational "
      "business team .Have we got the staffing and roles right? .How is the team performing so far under "
      "the new arrangements? Performance data and how we use it strategically to measure the impact of "
      "each priority? Relationship-based approaches");
  agenda = scr_agenda_new (SCR_SOURCE (store), meeting);
  g_assert_cmpuint (agenda->n_top, ==, 8);
  /* The meeting took the template's length. */
  g_assert_cmpint (agenda->length, ==, 120);
  g_assert_cmpint (agenda->total, ==, 135);
  g_assert_cmpuint (agenda->n_unfit, ==, 1);
  for (guint i = 0; i < agenda->rows->len; i++)
    {
      g_assert_nonnull (scr_item_get_text (scr_agenda_get_row (agenda, i)->item, "purpose"));
      n_about += scr_item_get_text (scr_agenda_get_row (agenda, i)->item, "about") != NULL;
    }
  g_test_message ("%u items are about something", n_about);
  g_assert_true (scr_store_undo (store, NULL));
  assert_shape (&fixture, meeting, "");
  g_clear_object (&meeting);
  g_clear_object (&store);
  maker_folder_free (g_steal_pointer (&folder));
}

static void
test_templates (Fixture *fixture, gconstpointer unused)
{
  ScrStore *store = fixture->store;
  g_autoptr (ScrItem) meeting = add_owner (fixture, "meeting");
  g_autoptr (ScrItem) later = add_owner (fixture, "meeting");
  g_autoptr (ScrItem) empty = add_owner (fixture, "agenda_template");
  g_autoptr (ScrItem) a = add (fixture, meeting, "a", NULL, SCR_AGENDA_AFTER);
  g_autoptr (ScrItem) b = add (fixture, meeting, "b", a, SCR_AGENDA_INSIDE);
  g_autoptr (ScrItem) x = add (fixture, later, "x", NULL, SCR_AGENDA_AFTER);
  g_autofree char *group = maker_add (store, "group", "Hub", NULL);
  g_autofree char *priority = maker_add (store, "priority", "Neglect", NULL);
  g_autoptr (ScrItem) template = NULL;
  g_autoptr (ScrItem) copy = NULL;
  g_autoptr (ScrAgenda) agenda = NULL;
  g_autoptr (GError) error = NULL;

  set (fixture, a, "about", priority);
  set (fixture, b, "about", group);
  set_minutes (store, b, 15);
  template = scr_command_save_agenda_template (store, meeting, " Ours ", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (template, "title"), ==, "Ours");
  assert_shape (fixture, template, "a .b");
  agenda = scr_agenda_new (SCR_SOURCE (store), template);
  /* A template is not about one priority, but may be about a group. */
  g_assert_null (scr_item_get_text (scr_agenda_get_row (agenda, 0)->item, "about"));
  g_assert_cmpstr (scr_item_get_text (scr_agenda_get_row (agenda, 1)->item, "about"), ==, group);
  g_assert_cmpint (agenda->total, ==, 15);

  copy = scr_command_duplicate_agenda_template (store, template, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (copy, "title"), ==, "Ours (copy)");
  assert_shape (fixture, copy, "a .b");

  /* It is added to what is there. */
  g_assert_true (scr_command_apply_agenda_template (store, later, template, &error));
  assert_shape (fixture, later, "x a .b");
  g_assert_true (scr_command_apply_agenda_template (store, later, template, &error));
  assert_shape (fixture, later, "x a .b a .b");
  g_assert_true (scr_store_undo (store, NULL));
  assert_shape (fixture, later, "x a .b");

  g_assert_false (scr_command_apply_agenda_template (store, later, empty, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (scr_command_save_agenda_template (store, meeting, " ", &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
}

/* --- From one meeting to another --- */

typedef struct
{
  char *group;
  ScrItem *first, *second; /* meetings of the group */
  ScrItem *a, *b;          /* on the first one's agenda: b is part of a */
} Round;

static void
provide_states (ScrStore *store)
{
  static const char *const states[] = {"proposed", "agenda-agreed", "held", "cancelled"};
  ScrEdit *edit = scr_edit_new ("");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *id = g_strconcat ("meeting-state.", states[i], NULL);
      g_autofree char *key = g_strdup_printf ("0%u1", i);

      scr_edit_add (edit, SCR_KIND_CHOICE, id);
      scr_edit_set_text (edit, SCR_KIND_CHOICE, id, "list", "meeting-state");
      scr_edit_set_text (edit, SCR_KIND_CHOICE, id, "label", states[i]);
      scr_edit_set_text (edit, SCR_KIND_CHOICE, id, "position", key);
    }
  maker_apply (store, edit);
}

static void
round_set_up (Fixture *fixture, Round *round)
{
  provide_states (fixture->store);
  round->group = maker_add (fixture->store, "group", "Board", NULL);
  round->first = add_owner (fixture, "meeting");
  round->second = add_owner (fixture, "meeting");
  set (fixture, round->first, "group", round->group);
  set (fixture, round->first, "day", "2019-05-14");
  set (fixture, round->first, "state", "meeting-state.held");
  set (fixture, round->second, "group", round->group);
  set (fixture, round->second, "day", "2019-06-19");
  set (fixture, round->second, "state", "meeting-state.proposed");
  round->a = add (fixture, round->first, "a", NULL, SCR_AGENDA_AFTER);
  round->b = add (fixture, round->first, "b", round->a, SCR_AGENDA_INSIDE);
  set (fixture, round->a, "text", "What was said.");
  set_minutes (fixture->store, round->b, 25);
}

static void
round_tear_down (Round *round)
{
  g_free (round->group);
  g_object_unref (round->first);
  g_object_unref (round->second);
  g_object_unref (round->a);
  g_object_unref (round->b);
}

static void
test_next (Fixture *fixture, gconstpointer unused)
{
  ScrSource *source = SCR_SOURCE (fixture->store);
  g_autoptr (ScrItem) next = NULL;
  g_autoptr (ScrItem) between = add_owner (fixture, "meeting");
  Round round;

  round_set_up (fixture, &round);
  set (fixture, between, "group", round.group);
  set (fixture, between, "day", "2019-06-01");
  set (fixture, between, "state", "meeting-state.cancelled");
  next = scr_next_meeting_find (source, round.first);
  g_assert_true (next == round.second);
  g_clear_object (&next);
  set (fixture, between, "state", "meeting-state.agenda-agreed");
  next = scr_next_meeting_find (source, round.first);
  g_assert_true (next == between);
  g_clear_object (&next);
  g_assert_null (scr_next_meeting_find (source, round.second));
  set (fixture, round.first, "group", NULL);
  g_assert_null (scr_next_meeting_find (source, round.first));
  round_tear_down (&round);
}

static void
test_carry (Fixture *fixture, gconstpointer unused)
{
  ScrStore *store = fixture->store;
  g_autoptr (ScrItem) carried = NULL;
  g_autoptr (ScrItem) again = NULL;
  g_autoptr (ScrItem) made = NULL;
  g_autoptr (GError) error = NULL;
  Round round;

  round_set_up (fixture, &round);
  fixture->n_changes = 0;
  carried = scr_command_carry_forward (store, round.a, round.second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_shape (fixture, round.first, "a .b");
  assert_shape (fixture, round.second, "a .b");
  g_assert_cmpstr (scr_item_get_text (carried, "carried_from"), ==, scr_item_get_id (round.a));
  g_assert_null (scr_item_get_text (carried, "text"));
  /* A part by itself stands at the top. */
  again = scr_command_carry_forward (store, round.b, round.second, &error);
  g_assert_no_error (error);
  assert_shape (fixture, round.second, "a .b b");
  g_clear_object (&again);

  again = scr_command_carry_to_new_meeting (store, round.a, "2019-09-11", &error);
  g_assert_no_error (error);
  made = scr_source_get_referred (SCR_SOURCE (store), again, "meeting");
  g_assert_cmpstr (scr_item_get_text (made, "day"), ==, "2019-09-11");
  g_assert_cmpstr (scr_item_get_text (made, "group"), ==, round.group);
  g_assert_cmpstr (scr_item_get_text (made, "state"), ==, "meeting-state.proposed");
  assert_shape (fixture, made, "a .b");
  g_assert_true (scr_store_undo (store, NULL));
  g_assert_true (scr_item_is_deleted (made)
                 || scr_source_get (SCR_SOURCE (store), "meeting", scr_item_get_id (made)) == NULL);
  round_tear_down (&round);
}

static void
test_backlog (Fixture *fixture, gconstpointer unused)
{
  ScrStore *store = fixture->store;
  const ScrQuery query = {.kind = "backlog_item"};
  g_autoptr (ScrItem) waiting = NULL;
  g_autoptr (ScrItem) taken = NULL;
  g_autoptr (ScrItem) alone = add_owner (fixture, "meeting");
  g_autoptr (ScrItem) lone = add (fixture, alone, "lone", NULL, SCR_AGENDA_AFTER);
  g_autoptr (GError) error = NULL;
  Round round;

  round_set_up (fixture, &round);
  waiting = scr_command_put_on_backlog (store, round.a, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (waiting, "group"), ==, round.group);
  g_assert_cmpstr (scr_item_get_text (waiting, "note"), ==, "- b");
  g_assert_cmpfloat (scr_item_get_number (waiting, "minutes"), ==, 25);
  g_assert_cmpstr (scr_store_get_undo_label (store), ==, "Put a on the backlog");
  taken = scr_command_take_from_backlog (store, round.second, waiting, &error);
  g_assert_no_error (error);
  assert_shape (fixture, round.second, "a");
  g_assert_cmpstr (scr_item_get_text (taken, "carried_from"), ==, scr_item_get_id (round.a));
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (store), &query), ==, 0);
  g_assert_true (scr_store_undo (store, NULL));
  assert_shape (fixture, round.second, "");
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (store), &query), ==, 1);
  /* Whoever has no group has no backlog. */
  g_assert_null (scr_command_put_on_backlog (store, lone, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  round_tear_down (&round);
}

static void
test_duplicate_meeting (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) copy = NULL;
  g_autoptr (GError) error = NULL;
  Round round;

  round_set_up (fixture, &round);
  set (fixture, round.first, "summary", "All went well.");
  set (fixture, round.first, "uid", "abc");
  copy = scr_command_duplicate_meeting (fixture->store, round.first, "2019-07-01", &error);
  g_assert_no_error (error);
  assert_shape (fixture, copy, "a .b");
  g_assert_cmpstr (scr_item_get_text (copy, "day"), ==, "2019-07-01");
  g_assert_cmpstr (scr_item_get_text (copy, "state"), ==, "meeting-state.proposed");
  g_assert_null (scr_item_get_text (copy, "summary"));
  g_assert_null (scr_item_get_text (copy, "uid"));
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Duplicate Board");
  round_tear_down (&round);
}

/* A further meeting is as long after as the one before was, not in the past, and not on a day of the group.
 */
static void
test_propose_day (Fixture *fixture, gconstpointer unused)
{
  ScrSource *source = SCR_SOURCE (fixture->store);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *lone = NULL;
  g_autofree char *late = NULL;
  g_autofree char *dayless = NULL;
  g_autofree char *today = NULL;
  g_autofree char *leap = NULL;
  Round round;

  round_set_up (fixture, &round);
  g_assert_true (scr_command_pin_today (fixture->store, "2019-06-01", NULL));
  /* The first of its group: four weeks, again while past. */
  first = scr_next_meeting_propose_day (source, round.first);
  g_assert_cmpstr (first, ==, "2019-06-11");
  set (fixture, round.second, "day", "2019-06-11");
  g_free (g_steal_pointer (&first));
  first = scr_next_meeting_propose_day (source, round.first);
  g_assert_cmpstr (first, ==, "2019-07-09");
  /* 14 May to 20 June is five weeks, rounded. */
  set (fixture, round.second, "day", "2019-06-20");
  second = scr_next_meeting_propose_day (source, round.second);
  g_assert_cmpstr (second, ==, "2019-07-25");
  set (fixture, round.first, "state", "meeting-state.cancelled");
  late = scr_next_meeting_propose_day (source, round.second);
  g_assert_cmpstr (late, ==, "2019-07-18");
  set (fixture, round.second, "group", NULL);
  lone = scr_next_meeting_propose_day (source, round.second);
  g_assert_cmpstr (lone, ==, "2019-07-18");
  set (fixture, round.second, "day", "2020-02-01");
  leap = scr_next_meeting_propose_day (source, round.second);
  g_assert_cmpstr (leap, ==, "2020-02-29");
  set (fixture, round.second, "day", NULL);
  dayless = scr_next_meeting_propose_day (source, round.second);
  g_assert_cmpstr (dayless, ==, "2019-06-01");
  /* Where the days of the calendar end, today is as good as any. */
  set (fixture, round.second, "day", "2300-12-20");
  today = scr_next_meeting_propose_day (source, round.second);
  g_assert_cmpstr (today, ==, "2019-06-01");
  round_tear_down (&round);
}

/* Files become papers of an item, after those that are there: one change, undone at once. */
static void
test_papers (Fixture *fixture, gconstpointer unused)
{
  const char *const names[] = {"Neglect.pdf", ".hidden", "a\nb.txt"};
  const ScrQuery query = {.kind = "paper", .order = "position"};
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (ScrEdit) edit = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  Round round;

  round_set_up (fixture, &round);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, "content", -1, NULL));
      g_list_store_append (files, file);
    }
  fixture->n_changes = 0;
  edit = scr_command_prepare_papers (fixture->store, round.b, G_LIST_MODEL (files), &ids);
  g_assert_cmpuint (g_strv_length (ids), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (files), i);

      g_assert_true (scr_command_continue_attach (fixture->store, edit, scr_kind_find ("paper"), ids[i],
                                                  "file", file, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_true (scr_store_apply (fixture->store, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  papers = scr_source_list (SCR_SOURCE (fixture->store), &query);
  g_assert_cmpuint (papers->len, ==, 3);
  g_assert_cmpstr (scr_item_get_text (papers->pdata[0], "title"), ==, "Neglect");
  g_assert_cmpstr (scr_item_get_text (papers->pdata[1], "title"), ==, ".hidden");
  g_assert_cmpstr (scr_item_get_text (papers->pdata[2], "title"), ==, "a b");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_nonnull (scr_item_get_text (papers->pdata[i], "file"));
      g_assert_cmpstr (scr_item_get_text (papers->pdata[i], "item"), ==, scr_item_get_id (round.b));
    }
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Add 3 papers");
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (fixture->store), &query), ==, 0);
  round_tear_down (&round);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda-commands/add/meeting", "meeting", test_add);
  ADD ("/agenda-commands/add/template", "agenda_template", test_add);
  ADD ("/agenda-commands/move/meeting", "meeting", test_move);
  ADD ("/agenda-commands/move/template", "agenda_template", test_move);
  ADD ("/agenda-commands/whole/meeting", "meeting", test_whole);
  ADD ("/agenda-commands/whole/template", "agenda_template", test_whole);
  g_test_add_func ("/agenda-commands/shipped-template", test_shipped_template);
  ADD ("/agenda-commands/templates", NULL, test_templates);
  ADD ("/agenda-commands/next", NULL, test_next);
  ADD ("/agenda-commands/carry", NULL, test_carry);
  ADD ("/agenda-commands/backlog", NULL, test_backlog);
  ADD ("/agenda-commands/duplicate-meeting", NULL, test_duplicate_meeting);
  ADD ("/agenda-commands/propose-day", NULL, test_propose_day);
  ADD ("/agenda-commands/papers", NULL, test_papers);
  return g_test_run ();
}
