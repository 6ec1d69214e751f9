/* Tests of what people do with minutes: every way in while they are locked, approval, corrections, and what
 * follows. */
#include "record-maker.h"

#include "scr-commands.h"

#include "scr-bundle.h"
#include "scr-command-draft.h"
#include "scr-identity.h"
#include "scr-minutes-commands.h"
#include "scr-minutes-lock.h"
#include "scr-records.h"
#include "scr-scrutiny-commands.h"

#include <string.h>

/* A record with the shipped words, a board that meets, and one meeting with an item. */
typedef struct
{
  char *folder;
  ScrStore *store;
  char *group;
  ScrItem *meeting;
  ScrItem *item;
} Minutes;

static void
minutes_set_up (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = maker_folder_new ();
  path = maker_path (self->folder, "minutes.scrutiny");
  self->store = scr_record_create (path, "Test", &error);
  g_assert_no_error (error);
  self->group = maker_add (self->store, "group", "Board", NULL);
  self->meeting = scr_command_add (self->store, "meeting", "First", NULL, "group", self->group, &error);
  g_assert_no_error (error);
  scr_command_set_text (self->store, self->meeting, "day", "2019-05-01", &error);
  g_assert_no_error (error);
  self->item = scr_command_add (self->store, "agenda_item", "Item", NULL, "meeting",
                                scr_item_get_id (self->meeting), &error);
  g_assert_no_error (error);
  scr_command_write_minutes (self->store, self->item, "Said.", FALSE, &error);
  g_assert_no_error (error);
}

static void
minutes_tear_down (Minutes *self, gconstpointer unused)
{
  g_clear_object (&self->item);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  g_free (self->group);
  maker_folder_free (self->folder);
}

static void
approve (Minutes *self, const char *day)
{
  g_autoptr (GError) error = NULL;

  scr_command_approve_minutes (self->store, self->meeting, day, self->group, &error);
  g_assert_no_error (error);
}

static void
correct (Minutes *self, const char *reason)
{
  g_autoptr (GError) error = NULL;

  scr_command_begin_correction (self->store, self->meeting, reason, &error);
  g_assert_no_error (error);
}

static gboolean
is_locked (Minutes *self)
{
  return scr_minutes_are_locked (SCR_SOURCE (self->store), scr_item_get_id (self->meeting));
}

static ScrItem *
version (Minutes *self, const char *state)
{
  return scr_minutes_get_version (SCR_SOURCE (self->store), scr_item_get_id (self->meeting), state);
}

/* --- Noting --- */

static void
test_notes (Minutes *self, gconstpointer unused)
{
  const char *item = scr_item_get_id (self->item);
  g_autoptr (GError) error = NULL;
  g_autofree char *who = maker_add (self->store, "person", "Manager", NULL);
  g_autoptr (ScrItem) decision
      = scr_command_minute_decision (self->store, self->meeting, item, " Go on ", &error);
  g_autoptr (ScrItem) action
      = scr_command_minute_action (self->store, self->meeting, item, "Do it", who, "2019-06-01", &error);
  g_autoptr (ScrItem) evidence
      = scr_command_minute_evidence (self->store, self->meeting, item, "A figure", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (decision, "title"), ==, "Go on");
  g_assert_cmpstr (scr_item_get_text (decision, "item"), ==, item);
  g_assert_cmpstr (scr_item_get_text (action, "state"), ==, "action-state.open");
  g_assert_cmpstr (scr_item_get_text (action, "owner"), ==, who);
  g_assert_cmpstr (scr_item_get_text (action, "due"), ==, "2019-06-01");
  g_assert_cmpstr (scr_item_get_text (action, "meeting"), ==, scr_item_get_id (self->meeting));
  g_assert_cmpstr (scr_item_get_text (evidence, "activity"), ==, scr_item_get_id (self->meeting));
  g_assert_cmpstr (scr_item_get_text (evidence, "item"), ==, item);
  g_assert_cmpstr (scr_item_get_text (evidence, "day"), ==, "2019-05-01");
  g_assert_null (scr_command_minute_decision (self->store, self->meeting, item, "  ", &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_assert_cmpstr (scr_store_get_undo_label (self->store), ==, "Add A figure");
}

/* --- Approving --- */

static void
test_approve (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) approved = NULL;

  g_assert_false (scr_command_approve_minutes (self->store, self->meeting, "2019-04-30", NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  approve (self, "2019-06-01");
  g_assert_true (is_locked (self));
  g_assert_cmpstr (scr_item_get_text (self->meeting, "state"), ==, "meeting-state.minutes-approved");
  approved = version (self, SCR_MINUTES_APPROVED);
  g_assert_cmpfloat (scr_item_get_number (approved, "number"), ==, 1);
  g_assert_cmpstr (scr_item_get_text (approved, "approved"), ==, "2019-06-01");
  g_assert_cmpstr (scr_item_get_text (approved, "approved_by"), ==, self->group);
  g_assert_nonnull (strstr (scr_item_get_text (approved, "text"), "Said."));
  g_assert_false (scr_command_approve_minutes (self->store, self->meeting, "2019-06-02", NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CONFLICT);
  /* One change. */
  g_assert_true (scr_store_undo (self->store, NULL));
  g_assert_false (is_locked (self));
  g_assert_true (scr_store_redo (self->store, NULL));
  g_assert_true (is_locked (self));
}

static void
test_cancelled (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  scr_command_set_text (self->store, self->meeting, "state", "meeting-state.cancelled", &error);
  g_assert_no_error (error);
  g_assert_false (scr_command_approve_minutes (self->store, self->meeting, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
}

/* --- Every way in --- */

typedef gboolean (*Way) (Minutes *self, GError **error);

static gboolean
way_form (Minutes *self, GError **error)
{
  return scr_command_set_text (self->store, self->item, "text", "Else.", error);
}

static gboolean
way_typing (Minutes *self, GError **error)
{
  return scr_command_write_minutes (self->store, self->meeting, "Else.", TRUE, error);
}

static gboolean
way_state (Minutes *self, GError **error)
{
  return scr_command_set_text (self->store, self->meeting, "state", "meeting-state.held", error);
}

static gboolean
way_add (Minutes *self, GError **error)
{
  g_autoptr (ScrItem) item = scr_command_add (self->store, "agenda_item", "New", NULL, "meeting",
                                              scr_item_get_id (self->meeting), error);

  return item != NULL;
}

static gboolean
way_draft (Minutes *self, GError **error)
{
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (scr_kind_find ("decision"), id);
  g_autoptr (ScrItem) item = NULL;
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, scr_item_get_id (self->meeting));
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_kind_find ("decision"), "meeting"),
                         &value);
  scr_value_set_text (&value, "Decided");
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_kind_find ("decision"), "title"),
                         &value);
  item = scr_command_add_draft (self->store, draft, error);
  return item != NULL;
}

static gboolean
way_duplicate (Minutes *self, GError **error)
{
  g_autoptr (ScrItem) item = scr_command_duplicate (self->store, self->item, error);

  return item != NULL;
}

static gboolean
way_bin (Minutes *self, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, self->item);
  return scr_command_bin (self->store, items, error);
}

static gboolean
way_purge (Minutes *self, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, self->item);
  return scr_command_purge (self->store, items, error);
}

static gboolean
way_move (Minutes *self, GError **error)
{
  return scr_command_move (self->store, self->item, 1, error);
}

static gboolean
way_decision (Minutes *self, GError **error)
{
  g_autoptr (ScrItem) item = scr_command_minute_decision (self->store, self->meeting, NULL, "Decided", error);

  return item != NULL;
}

static gboolean
way_action (Minutes *self, GError **error)
{
  g_autoptr (ScrItem) item
      = scr_command_minute_action (self->store, self->meeting, NULL, "Do it", NULL, NULL, error);

  return item != NULL;
}

static gboolean
way_version (Minutes *self, GError **error)
{
  g_autoptr (ScrItem) approved = version (self, SCR_MINUTES_APPROVED);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, approved);
  return scr_command_bin (self->store, items, error);
}

static gboolean
way_bundle (Minutes *self, GError **error)
{
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": {\"agenda_item\": [{\"id\": \"%s\","
      "\"title\": \"Item\", \"meeting\": \"%s\", \"text\": \"Else.\"}]}}",
      scr_item_get_id (self->item), scr_item_get_id (self->meeting));
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return scr_bundle_read_bytes (self->store, bytes, SCR_BUNDLE_PLAIN, "Take in", NULL, error);
}

static const Way ways[]
    = {way_form,  way_typing, way_state,    way_add,    way_draft,   way_duplicate, way_bin,
       way_purge, way_move,   way_decision, way_action, way_version, way_bundle};

static void
test_ways_in (Minutes *self, gconstpointer unused)
{
  g_autoptr (ScrItem) second = scr_command_add (self->store, "agenda_item", "Second", NULL, "meeting",
                                                scr_item_get_id (self->meeting), NULL);
  g_autofree char *before = NULL;

  approve (self, "2019-06-01");
  before = maker_dump (self->store);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("way %" G_GSIZE_FORMAT, i);
      g_assert_false (ways[i](self, &error));
      g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
      g_assert_nonnull (strstr (error->message, "Begin a correction"));
      after = maker_dump (self->store);
      maker_assert_same (before, after);
    }
}

/* What goes on after the meeting is open: an action is done, evidence is added, a note is written. */
static void
test_goes_on (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) action
      = scr_command_minute_action (self->store, self->meeting, NULL, "Do it", NULL, NULL, &error);
  g_autoptr (ScrItem) evidence = NULL;

  approve (self, "2019-06-01");
  g_assert_true (scr_command_set_text (self->store, action, "state", "action-state.done", &error));
  g_assert_true (scr_command_set_text (self->store, action, "due", "2019-07-01", &error));
  g_assert_true (scr_command_set_text (self->store, self->meeting, "observations", "Seen.", &error));
  g_assert_true (scr_command_set_text (self->store, self->meeting, "note", "Note.", &error));
  evidence = scr_command_minute_evidence (self->store, self->meeting, NULL, "A figure", &error);
  g_assert_nonnull (evidence);
  g_assert_no_error (error);
}

/* --- Bundles --- */

static void
test_bundle_again (Minutes *self, gconstpointer unused)
{
  g_autofree char *path = maker_path (self->folder, "all.json");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  approve (self, "2019-06-01");
  scr_bundle_write (self->store, path, NULL, &error);
  g_assert_no_error (error);
  before = maker_dump (self->store);
  scr_bundle_read (self->store, path, NULL, &error);
  g_assert_no_error (error);
  after = maker_dump (self->store);
  maker_assert_same (before, after);
}

/* A bundle made while the correction was approved elsewhere is taken in over the approved minutes here. */
static void
test_bundle_corrected (Minutes *self, gconstpointer unused)
{
  g_autofree char *path = maker_path (self->folder, "corrected.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) newest = NULL;

  approve (self, "2019-06-01");
  correct (self, "A name");
  scr_command_write_minutes (self->store, self->item, "Put right.", FALSE, &error);
  g_assert_no_error (error);
  approve (self, "2019-07-01");
  scr_bundle_write (self->store, path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    scr_store_undo (self->store, NULL);
  g_assert_true (is_locked (self));
  g_assert_cmpstr (scr_item_get_text (self->item, "text"), ==, "Said.");
  scr_bundle_read (self->store, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_locked (self));
  g_assert_cmpstr (scr_item_get_text (self->item, "text"), ==, "Put right.");
  newest = version (self, SCR_MINUTES_APPROVED);
  g_assert_cmpfloat (scr_item_get_number (newest, "number"), ==, 2);
}

/* --- Corrections --- */

static void
test_correction (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) first = NULL;
  g_autoptr (ScrItem) draft = NULL;
  g_autoptr (ScrItem) second = NULL;

  g_assert_false (scr_command_begin_correction (self->store, self->meeting, "Why", &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CONFLICT);
  g_clear_error (&error);
  approve (self, "2019-06-01");
  g_assert_false (scr_command_begin_correction (self->store, self->meeting, " ", &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  correct (self, "A name was wrong");
  g_assert_false (is_locked (self));
  g_assert_cmpstr (scr_item_get_text (self->meeting, "state"), ==, "meeting-state.minutes-draft");
  first = version (self, SCR_MINUTES_APPROVED);
  draft = version (self, SCR_MINUTES_DRAFT);
  g_assert_cmpfloat (scr_item_get_number (draft, "number"), ==, 2);
  g_assert_cmpstr (scr_item_get_text (draft, "reason"), ==, "A name was wrong");
  g_assert_true (scr_command_write_minutes (self->store, self->item, "Put right.", FALSE, &error));
  approve (self, "2019-07-01");
  second = version (self, SCR_MINUTES_APPROVED);
  g_assert_cmpstr (scr_item_get_id (second), ==, scr_item_get_id (draft));
  g_assert_cmpstr (scr_item_get_text (first, "state"), ==, SCR_MINUTES_CORRECTED);
  g_assert_nonnull (strstr (scr_item_get_text (first, "text"), "Said."));
  g_assert_nonnull (strstr (scr_item_get_text (second, "text"), "Put right."));
  g_assert_null (scr_item_get_text (second, "before"));
  g_assert_true (is_locked (self));
}

static void
test_discard (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) added = NULL;
  g_autoptr (ScrItem) decision = scr_command_minute_decision (self->store, self->meeting,
                                                              scr_item_get_id (self->item), "Go on", &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_assert_false (scr_command_discard_correction (self->store, self->meeting, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  approve (self, "2019-06-01");
  correct (self, "Try");
  scr_command_write_minutes (self->store, self->item, "Else.", FALSE, NULL);
  scr_command_write_minutes (self->store, self->meeting, "Summary.", FALSE, NULL);
  added = scr_command_minute_decision (self->store, self->meeting, NULL, "Another", NULL);
  g_ptr_array_add (items, decision);
  scr_command_bin (self->store, items, NULL);
  g_assert_true (scr_command_discard_correction (self->store, self->meeting, &error));
  g_assert_no_error (error);
  g_assert_true (is_locked (self));
  g_assert_cmpstr (scr_item_get_text (self->item, "text"), ==, "Said.");
  g_assert_null (scr_item_get_text (self->meeting, "summary"));
  g_assert_true (scr_item_is_deleted (added));
  g_assert_false (scr_item_is_deleted (decision));
  g_assert_cmpstr (scr_item_get_text (self->meeting, "state"), ==, "meeting-state.minutes-approved");
  /* Nothing is lost: undo brings the correction back. */
  g_assert_true (scr_store_undo (self->store, &error));
  g_assert_false (is_locked (self));
  g_assert_cmpstr (scr_item_get_text (self->item, "text"), ==, "Else.");
  g_assert_false (scr_item_is_deleted (added));
}

/* Approved by its state alone, as older records have it: the correction keeps what was approved first. */
static void
test_correct_without_version (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) first = NULL;
  g_autoptr (ScrItem) draft = NULL;

  /* By hand it cannot be said: no version would be kept. */
  g_assert_false (
      scr_command_set_text (self->store, self->meeting, "state", "meeting-state.minutes-approved", &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (is_locked (self));
  maker_set (self->store, "meeting", scr_item_get_id (self->meeting), "state",
             "meeting-state.minutes-approved");
  g_assert_true (is_locked (self));
  g_assert_false (way_form (self, NULL));
  correct (self, "Why");
  first = version (self, SCR_MINUTES_APPROVED);
  draft = version (self, SCR_MINUTES_DRAFT);
  g_assert_cmpfloat (scr_item_get_number (first, "number"), ==, 1);
  g_assert_null (scr_item_get_text (first, "approved"));
  g_assert_cmpfloat (scr_item_get_number (draft, "number"), ==, 2);
  g_assert_true (way_form (self, &error));
  g_assert_true (scr_command_discard_correction (self->store, self->meeting, &error));
  g_assert_cmpstr (scr_item_get_text (self->item, "text"), ==, "Said.");
}

/* --- Matters arising --- */

static void
test_matters_arising (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *who = maker_add (self->store, "person", "Manager", NULL);
  g_autoptr (ScrItem) action = scr_command_minute_action (
      self->store, self->meeting, scr_item_get_id (self->item), "Do it", who, "2019-06-01", &error);
  g_autoptr (ScrItem) next
      = scr_command_add (self->store, "meeting", "Second", NULL, "group", self->group, &error);
  g_autoptr (ScrItem) whole = NULL;
  g_autoptr (ScrItem) again = NULL;
  g_autoptr (ScrItem) more = NULL;
  g_autoptr (GPtrArray) below = NULL;
  g_autoptr (GPtrArray) all = NULL;

  scr_command_set_text (self->store, next, "day", "2019-07-01", &error);
  g_assert_no_error (error);
  whole = scr_command_add_matters_arising (self->store, next, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (whole, "title"), ==, "Matters arising");
  below = scr_source_list_by (SCR_SOURCE (self->store), "agenda_item", "under", scr_item_get_id (whole));
  g_assert_cmpuint (below->len, ==, 1);
  g_assert_cmpstr (scr_item_get_text (g_ptr_array_index (below, 0), "lead"), ==, who);
  g_assert_cmpstr (scr_item_get_text (g_ptr_array_index (below, 0), "carried_from"), ==,
                   scr_item_get_id (self->item));
  /* Nothing is doubled; what is new goes under the same item. */
  g_assert_null (scr_command_add_matters_arising (self->store, next, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  more = scr_command_minute_action (self->store, self->meeting, NULL, "And that", NULL, NULL, &error);
  again = scr_command_add_matters_arising (self->store, next, &error);
  g_assert_true (again == whole);
  all = scr_source_list_by (SCR_SOURCE (self->store), "agenda_item", "meeting", scr_item_get_id (next));
  g_assert_cmpuint (all->len, ==, 3);
}

/* --- Scrutiny --- */

static void
test_scrutiny (Minutes *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  const ScrQuery query = {.kind = "question", .limit = 1};
  g_autoptr (GPtrArray) questions = scr_source_list (SCR_SOURCE (self->store), &query);
  ScrItem *question = g_ptr_array_index (questions, 0);
  g_autoptr (ScrItem) asking = NULL;
  g_autoptr (ScrItem) answer = NULL;
  g_autofree char *message = maker_add (self->store, "key_message", "Critical friend", NULL);
  g_autoptr (ScrItem) delivery = NULL;
  g_autoptr (ScrItem) challenge = NULL;

  approve (self, "2019-06-01");
  asking = scr_command_plan_asking (self->store, self->meeting, scr_item_get_id (question), NULL, &error);
  g_assert_no_error (error);
  g_assert_null (scr_item_get_text (asking, "day"));
  g_assert_cmpstr (scr_item_get_text (asking, "of"), ==, self->group);
  g_assert_true (scr_command_mark_asked (self->store, asking, TRUE, &error));
  g_assert_cmpstr (scr_item_get_text (asking, "day"), ==, "2019-05-01");
  g_assert_true (scr_command_mark_asked (self->store, asking, FALSE, &error));
  answer = scr_command_record_answer (self->store, asking, "Nobody knows", "judgement.0", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (asking, "day"), ==, "2019-05-01");
  g_assert_cmpstr (scr_item_get_text (answer, "judgement"), ==, "judgement.0");
  g_assert_cmpstr (scr_item_get_text (answer, "about"), ==, scr_item_get_text (question, "about"));
  delivery = scr_command_deliver_message (self->store, self->meeting, NULL, message, NULL, "Nods", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (delivery, "day"), ==, "2019-05-01");
  challenge
      = scr_command_raise_challenge (self->store, self->meeting, "Where are the children?", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (challenge, "to"), ==, self->group);
  g_assert_cmpstr (scr_item_get_text (challenge, "state"), ==, "challenge-state.raised");
  g_assert_null (scr_command_deliver_message (self->store, self->meeting, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
}

#define ADD(name, func)                                                                                      \
  g_test_add ("/minutes-commands/" name, Minutes, NULL, minutes_set_up, func, minutes_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("notes", test_notes);
  ADD ("approve", test_approve);
  ADD ("cancelled", test_cancelled);
  ADD ("ways-in", test_ways_in);
  ADD ("goes-on", test_goes_on);
  ADD ("bundle-again", test_bundle_again);
  ADD ("bundle-corrected", test_bundle_corrected);
  ADD ("correction", test_correction);
  ADD ("discard", test_discard);
  ADD ("correct-without-version", test_correct_without_version);
  ADD ("matters-arising", test_matters_arising);
  ADD ("scrutiny", test_scrutiny);
  return g_test_run ();
}
