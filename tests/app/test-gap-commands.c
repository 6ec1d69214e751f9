/* Tests of what people decide about gaps: one change each, kept where it was only found, and undone. The
 * record is the example, whose today is 12 June 2019. */
#include "record-maker.h"

#include "scr-gap-commands.h"
#include "scr-gap-rules.h"
#include "scr-records.h"

#include <string.h>

typedef struct
{
  char *folder;
  ScrStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = maker_folder_new ();
  path = maker_path (fixture->folder, "Example.scrutiny");
  fixture->store = scr_record_create_example (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  maker_folder_free (fixture->folder);
}

static ScrGaps *
make (Fixture *fixture)
{
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (fixture->store));
  ScrGaps *gaps = scr_gaps_new (NULL, SCR_SOURCE (fixture->store), NULL, today);

  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (fixture->store), NULL, today), ==, gaps->n_open);
  return gaps;
}

/* The one gap of a rule that is open, or else the first. */
static const ScrGapFound *
find (const ScrGaps *gaps, const char *rule)
{
  for (guint i = 0; i < gaps->gaps->len; i++)
    {
      const ScrGapFound *found = g_ptr_array_index (gaps->gaps, i);

      if (g_strcmp0 (found->rule, rule) == 0)
        return found;
    }
  g_assert_not_reached ();
}

static guint
count_kept (Fixture *fixture)
{
  const ScrQuery query = {.kind = "gap"};

  return scr_source_count (SCR_SOURCE (fixture->store), &query);
}

static void
assert_label (Fixture *fixture, const char *label)
{
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, label);
}

/* What the example shows on its day: what people noted, and what is found by itself. */
static void
test_example (Fixture *fixture, gconstpointer unused)
{
  const char *const open[]
      = {SCR_GAP_NOT_PUBLISHED,  SCR_GAP_MISSING_LINK, SCR_GAP_PARTIAL_LINK,  SCR_GAP_SAME_PERSON,
         SCR_GAP_NEVER_ATTENDED, SCR_GAP_NO_FREEDOM,   SCR_GAP_ACCESS_REFUSED};
  g_autoptr (ScrGaps) gaps = make (fixture);

  g_assert_cmpuint (gaps->n_open, ==, G_N_ELEMENTS (open));
  for (gsize i = 0; i < G_N_ELEMENTS (open); i++)
    {
      const ScrGapFound *found = find (gaps, open[i]);

      g_test_message ("%s: %s", open[i], found->title);
      g_assert_true (found->is_open);
      g_assert_false (found->is_gone);
      g_assert_cmpint (found->kept != NULL, ==, i < 4);
    }
}

/* A gap that was only found is kept, and undoing leaves it as it was found. */
static void
test_accept (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrGaps) before = make (fixture);
  g_autoptr (ScrGaps) after = NULL;
  g_autoptr (ScrGaps) undone = NULL;
  g_autoptr (ScrItem) kept = NULL;
  g_autoptr (GError) error = NULL;
  const ScrGapFound *found = find (before, SCR_GAP_NO_FREEDOM);
  guint n = count_kept (fixture);

  kept = scr_command_accept_gap (fixture->store, found, "  By agreement. ", &error);
  g_assert_no_error (error);
  assert_label (fixture, "Accept the gap No freedom to roam: Independent scrutineer");
  g_assert_cmpuint (count_kept (fixture), ==, n + 1);
  g_assert_cmpstr (scr_item_get_text (kept, "title"), ==, found->title);
  g_assert_cmpstr (scr_item_get_text (kept, "rule"), ==, SCR_GAP_NO_FREEDOM);
  g_assert_cmpstr (scr_item_get_text (kept, "about"), ==, scr_item_get_id (found->about));
  g_assert_cmpstr (scr_item_get_text (kept, "partnership"), ==, found->partnership);
  g_assert_cmpstr (scr_item_get_text (kept, "state"), ==, "gap-state.accepted");
  g_assert_cmpstr (scr_item_get_text (kept, "reason"), ==, "By agreement.");
  after = make (fixture);
  g_assert_cmpuint (after->gaps->len, ==, before->gaps->len);
  g_assert_cmpuint (after->n_open, ==, before->n_open - 1);
  g_assert_true (find (after, SCR_GAP_NO_FREEDOM)->kept == kept);
  g_assert_true (scr_store_undo (fixture->store, &error));
  undone = make (fixture);
  g_assert_cmpuint (count_kept (fixture), ==, n);
  g_assert_cmpuint (undone->n_open, ==, before->n_open);
  g_assert_null (find (undone, SCR_GAP_NO_FREEDOM)->kept);
}

static void
test_reasons (Fixture *fixture, gconstpointer unused)
{
  const char *const empty[] = {NULL, "", " \n "};
  g_autofree char *label = g_strdup (scr_store_get_undo_label (fixture->store));
  g_autoptr (ScrGaps) gaps = make (fixture);
  const ScrGapFound *found = find (gaps, SCR_GAP_NO_FREEDOM);
  guint n = count_kept (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (GError) accepting = NULL;
      g_autoptr (GError) closing = NULL;

      g_assert_null (scr_command_accept_gap (fixture->store, found, empty[i], &accepting));
      g_assert_error (accepting, SCR_ERROR, SCR_ERROR_INVALID);
      g_assert_null (scr_command_close_gap (fixture->store, found, empty[i], &closing));
      g_assert_error (closing, SCR_ERROR, SCR_ERROR_INVALID);
    }
  g_assert_cmpuint (count_kept (fixture), ==, n);
  assert_label (fixture, label);
}

static void
test_assign (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrGaps) gaps = make (fixture);
  g_autoptr (ScrGaps) after = NULL;
  g_autoptr (ScrItem) kept = NULL;
  g_autoptr (ScrItem) again = NULL;
  g_autoptr (GError) error = NULL;
  const ScrGapFound *owned = find (gaps, SCR_GAP_MISSING_LINK);
  const ScrGapFound *found;
  guint n = count_kept (fixture);

  kept = scr_command_assign_gap (fixture->store, find (gaps, SCR_GAP_ACCESS_REFUSED),
                                 scr_item_get_id (owned->owner), "2019-07-31", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_kept (fixture), ==, n + 1);
  after = make (fixture);
  found = find (after, SCR_GAP_ACCESS_REFUSED);
  g_assert_true (found->kept == kept);
  g_assert_true (found->owner == owned->owner);
  g_assert_cmpstr (found->due, ==, "2019-07-31");
  g_assert_true (found->is_open);
  /* What is kept already is altered, and can be emptied. */
  again = scr_command_assign_gap (fixture->store, found, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (again == kept);
  g_assert_null (scr_item_get_text (kept, "owner"));
  g_assert_null (scr_item_get_text (kept, "due"));
  g_assert_cmpuint (count_kept (fixture), ==, n + 1);
  g_assert_null (scr_command_assign_gap (fixture->store, found, NULL, "no day", &error));
  g_assert_nonnull (error);
}

/* Closed, found again, and closed once it is gone; opened by hand. */
static void
test_close (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrGaps) gaps = make (fixture);
  g_autoptr (ScrGaps) again = NULL;
  g_autoptr (ScrGaps) settled = NULL;
  g_autoptr (ScrItem) kept = NULL;
  g_autoptr (ScrItem) opened = NULL;
  g_autoptr (GError) error = NULL;
  const ScrGapFound *found = find (gaps, SCR_GAP_NO_FREEDOM);
  const char *scrutineer = scr_item_get_id (found->about);
  g_autoptr (ScrEdit) edit = scr_edit_new ("Freedom");

  kept = scr_command_close_gap (fixture->store, found, "Granted.", &error);
  g_assert_no_error (error);
  assert_label (fixture, "Close the gap No freedom to roam: Independent scrutineer");
  g_assert_cmpstr (scr_item_get_text (kept, "state"), ==, "gap-state.closed");
  g_assert_cmpstr (scr_item_get_text (kept, "closed"), ==, "2019-06-12");
  g_assert_cmpstr (scr_item_get_text (kept, "resolution"), ==, "Granted.");
  again = make (fixture);
  g_assert_true (find (again, SCR_GAP_NO_FREEDOM)->is_again);
  g_assert_cmpuint (again->n_open, ==, gaps->n_open);
  scr_edit_set_number (edit, "appointment", scrutineer, "freedom_to_roam", 1);
  g_assert_true (scr_store_apply (fixture->store, edit, &error));
  settled = make (fixture);
  g_assert_cmpuint (settled->n_open, ==, gaps->n_open - 1);
  opened = scr_command_reopen_gap (fixture->store, find (settled, SCR_GAP_NO_FREEDOM), &error);
  g_assert_no_error (error);
  g_assert_true (opened == kept);
  g_assert_cmpstr (scr_item_get_text (kept, "state"), ==, "gap-state.open");
  g_assert_null (scr_item_get_text (kept, "closed"));
  g_clear_pointer (&settled, scr_gaps_free);
  settled = make (fixture);
  g_assert_true (find (settled, SCR_GAP_NO_FREEDOM)->is_gone);
  /* What nobody finds any more needs no further words. */
  g_clear_object (&opened);
  opened = scr_command_close_gap (fixture->store, find (settled, SCR_GAP_NO_FREEDOM), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (kept, "state"), ==, "gap-state.closed");
}

/* What was closed and is found again is open as soon as somebody takes it up. */
static void
test_take_up_again (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrGaps) gaps = make (fixture);
  g_autoptr (ScrGaps) again = NULL;
  g_autoptr (ScrItem) kept
      = scr_command_close_gap (fixture->store, find (gaps, SCR_GAP_NO_FREEDOM), "Granted.", NULL);
  g_autoptr (ScrItem) taken = NULL;

  again = make (fixture);
  taken = scr_command_assign_gap (fixture->store, find (again, SCR_GAP_NO_FREEDOM), NULL, "2019-07-31", NULL);
  g_assert_true (taken == kept);
  g_assert_cmpstr (scr_item_get_text (kept, "state"), ==, "gap-state.open");
  g_assert_null (scr_item_get_text (kept, "closed"));
  g_clear_pointer (&again, scr_gaps_free);
  again = make (fixture);
  g_assert_false (find (again, SCR_GAP_NO_FREEDOM)->is_again);
}

static void
test_reopen_accepted (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrGaps) gaps = make (fixture);
  const ScrGapFound *found = find (gaps, SCR_GAP_NO_CHAIR);
  g_autoptr (ScrItem) kept = NULL;
  g_autoptr (ScrGaps) after = NULL;

  g_assert_cmpstr (found->state, ==, "gap-state.accepted");
  kept = scr_command_reopen_gap (fixture->store, found, NULL);
  g_assert_true (kept == found->kept);
  g_assert_null (scr_item_get_text (kept, "reason"));
  after = make (fixture);
  g_assert_cmpuint (after->n_open, ==, gaps->n_open + 1);
}

/* A record that began without a rule's choice gets it with the first gap of that rule, by the same change. */
static void
test_older_record (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrGaps) gaps = make (fixture);
  g_autoptr (ScrItem) choice
      = scr_source_get (SCR_SOURCE (fixture->store), SCR_KIND_CHOICE, SCR_GAP_NO_FREEDOM);
  g_autofree char *label = g_strdup (scr_item_get_text (choice, "label"));
  g_autofree char *position = g_strdup (scr_item_get_text (choice, "position"));
  g_autoptr (ScrItem) kept = NULL;
  g_autoptr (ScrItem) gone = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&choice);
  maker_do (fixture->store, SCR_OP_PURGE, SCR_KIND_CHOICE, SCR_GAP_NO_FREEDOM);
  kept = scr_command_accept_gap (fixture->store, find (gaps, SCR_GAP_NO_FREEDOM), "By agreement.", &error);
  g_assert_no_error (error);
  choice = scr_source_get (SCR_SOURCE (fixture->store), SCR_KIND_CHOICE, SCR_GAP_NO_FREEDOM);
  g_assert_cmpstr (scr_item_get_text (choice, "label"), ==, label);
  g_assert_cmpstr (scr_item_get_text (choice, "position"), ==, position);
  g_assert_cmpstr (scr_item_get_text (choice, "list"), ==, "gap-rule");
  g_clear_object (&choice);
  g_assert_true (scr_store_undo (fixture->store, &error));
  gone = scr_source_get (SCR_SOURCE (fixture->store), SCR_KIND_CHOICE, SCR_GAP_NO_FREEDOM);
  g_assert_null (gone);
}

/* A name that is as long as names may be leaves no room for the words before it. */
static void
test_long_name (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrGaps) gaps = make (fixture);
  g_autofree char *name = g_strnfill (200, 'w');
  g_autoptr (ScrGaps) renamed = NULL;
  g_autoptr (ScrItem) kept = NULL;
  g_autoptr (GError) error = NULL;

  maker_set (fixture->store, "appointment", scr_item_get_id (find (gaps, SCR_GAP_NO_FREEDOM)->about), "title",
             name);
  renamed = make (fixture);
  kept = scr_command_accept_gap (fixture->store, find (renamed, SCR_GAP_NO_FREEDOM), "By agreement.", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_utf8_strlen (scr_item_get_text (kept, "title"), -1), ==, 200);
  g_assert_true (g_str_has_suffix (scr_item_get_text (kept, "title"), "w…"));
}

#define ADD(name, function) g_test_add ("/gap-commands/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("example", test_example);
  ADD ("accept", test_accept);
  ADD ("reasons", test_reasons);
  ADD ("assign", test_assign);
  ADD ("close", test_close);
  ADD ("take-up-again", test_take_up_again);
  ADD ("reopen-accepted", test_reopen_accepted);
  ADD ("older-record", test_older_record);
  ADD ("long-name", test_long_name);
  return g_test_run ();
}
