/* Tests of scr-minutes-lock: what is locked when, and which edits pass. */
#include "scr-minutes-lock.h"

#include "table-source.h"

#define APPROVED "meeting-state.minutes-approved"

/* Two meetings, one of them approved with a version, and what stands in its minutes. */
static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "meeting", "m", "title", "Board", "state", APPROVED, "summary", "We met.",
                         "place", "Hall", NULL);
  test_table_source_add (table, "meeting", "other", "title", "Other", "state", "meeting-state.held", NULL);
  test_table_source_add (table, "minutes_version", "v", "meeting", "m", "number", "1", "state",
                         SCR_MINUTES_APPROVED, "text", "Minutes", NULL);
  test_table_source_add (table, "agenda_item", "i", "meeting", "m", "title", "Item", "text", "Said.", NULL);
  test_table_source_add (table, "agenda_item", "j", "meeting", "other", "title", "Item", NULL);
  test_table_source_add (table, "attendance", "at", "meeting", "m", "who", "p", NULL);
  test_table_source_add (table, "decision", "d", "meeting", "m", "item", "i", "title", "Decided", NULL);
  test_table_source_add (table, "interest", "n", "item", "i", "who", "p", "title", "Interest", NULL);
  test_table_source_add (table, "interest", "n2", "item", "j", "who", "p", "title", "Interest", NULL);
  test_table_source_add (table, "action", "a", "meeting", "m", "item", "i", "title", "Do it", NULL);
  test_table_source_add (table, "paper", "pp", "meeting", "m", "title", "Paper", NULL);
  return table;
}

static gboolean
passes (TestTableSource *table, const ScrEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (scr_minutes_check_edit (SCR_SOURCE (table), edit, &error))
    {
      g_assert_no_error (error);
      return TRUE;
    }
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  return FALSE;
}

static gboolean
may_do (TestTableSource *table,
        ScrOp op,
        const char *kind,
        const char *id,
        const char *field,
        const char *text)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Test");

  if (op == SCR_OP_ADD)
    scr_edit_add (edit, kind, id);
  if (op == SCR_OP_BIN)
    scr_edit_bin (edit, kind, id);
  if (op == SCR_OP_RESTORE)
    scr_edit_restore (edit, kind, id);
  if (op == SCR_OP_PURGE)
    scr_edit_purge (edit, kind, id);
  if (field != NULL)
    scr_edit_set_text (edit, kind, id, field, text);
  return passes (table, edit);
}

static const struct
{
  ScrOp op;
  const char *kind, *id, *field, *text;
  gboolean locked; /* refused while the minutes are locked */
} ways[] = {
    {SCR_OP_SET, "meeting", "m", "summary", "Else", TRUE},
    {SCR_OP_SET, "meeting", "m", "summary", NULL, TRUE},
    {SCR_OP_SET, "meeting", "m", "summary", "We met.", FALSE},
    {SCR_OP_SET, "meeting", "m", "state", "meeting-state.held", TRUE},
    {SCR_OP_SET, "meeting", "m", "state", APPROVED, FALSE},
    {SCR_OP_SET, "meeting", "m", "observations", "Seen", FALSE},
    {SCR_OP_SET, "meeting", "m", "note", "Note", FALSE},
    {SCR_OP_SET, "meeting", "m", "place", "Room", FALSE},
    {SCR_OP_BIN, "meeting", "m", NULL, NULL, FALSE},
    {SCR_OP_SET, "agenda_item", "i", "title", "Else", TRUE},
    {SCR_OP_SET, "agenda_item", "i", "text", "Else", TRUE},
    {SCR_OP_SET, "agenda_item", "i", "position", "z", TRUE},
    {SCR_OP_SET, "agenda_item", "i", "under", "x", TRUE},
    {SCR_OP_SET, "agenda_item", "i", "meeting", "other", TRUE},
    {SCR_OP_SET, "agenda_item", "i", "text", "Said.", FALSE},
    {SCR_OP_SET, "agenda_item", "j", "meeting", "m", TRUE},
    {SCR_OP_SET, "agenda_item", "j", "title", "Else", FALSE},
    {SCR_OP_BIN, "agenda_item", "i", NULL, NULL, TRUE},
    {SCR_OP_PURGE, "agenda_item", "i", NULL, NULL, TRUE},
    {SCR_OP_ADD, "agenda_item", "new", "meeting", "m", TRUE},
    {SCR_OP_ADD, "agenda_item", "new", "meeting", "other", FALSE},
    {SCR_OP_ADD, "agenda_item", "new", "meeting", "unknown", FALSE},
    {SCR_OP_SET, "attendance", "at", "state", "x", TRUE},
    {SCR_OP_BIN, "attendance", "at", NULL, NULL, TRUE},
    {SCR_OP_ADD, "attendance", "new", "meeting", "m", TRUE},
    {SCR_OP_SET, "decision", "d", "title", "Else", TRUE},
    {SCR_OP_ADD, "decision", "new", "meeting", "m", TRUE},
    {SCR_OP_BIN, "decision", "d", NULL, NULL, TRUE},
    {SCR_OP_SET, "interest", "n", "left", NULL, FALSE},
    {SCR_OP_SET, "interest", "n", "title", "Else", TRUE},
    {SCR_OP_SET, "interest", "n2", "item", "i", TRUE},
    {SCR_OP_SET, "interest", "n2", "title", "Else", FALSE},
    {SCR_OP_ADD, "interest", "new", "item", "i", TRUE},
    {SCR_OP_BIN, "interest", "n", NULL, NULL, TRUE},
    {SCR_OP_SET, "action", "a", "title", "Else", TRUE},
    {SCR_OP_SET, "action", "a", "meeting", NULL, TRUE},
    {SCR_OP_SET, "action", "a", "state", "action-state.done", FALSE},
    {SCR_OP_SET, "action", "a", "due", "2019-07-01", FALSE},
    {SCR_OP_SET, "action", "a", "owner", "p", FALSE},
    {SCR_OP_SET, "action", "a", "proof", "Seen", FALSE},
    {SCR_OP_BIN, "action", "a", NULL, NULL, TRUE},
    {SCR_OP_ADD, "action", "new", "meeting", "m", TRUE},
    {SCR_OP_ADD, "action", "new", "title", "Free", FALSE},
    {SCR_OP_SET, "paper", "pp", "title", "Else", FALSE},
    {SCR_OP_ADD, "paper", "new", "meeting", "m", FALSE},
    {SCR_OP_ADD, "asking", "new", "forum", "m", FALSE},
    {SCR_OP_ADD, "evidence", "new", "activity", "m", FALSE},
    {SCR_OP_ADD, "delivery", "new", "meeting", "m", FALSE},
};

static void
check_ways (TestTableSource *table, gboolean locked)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_test_message ("%d %s %s %s", ways[i].op, ways[i].kind, ways[i].id, ways[i].field);
      g_assert_cmpint (may_do (table, ways[i].op, ways[i].kind, ways[i].id, ways[i].field, ways[i].text), ==,
                       !(locked && ways[i].locked));
    }
}

static void
test_ways (void)
{
  g_autoptr (TestTableSource) table = new_record ();

  g_assert_true (scr_minutes_are_locked (SCR_SOURCE (table), "m"));
  g_assert_false (scr_minutes_are_locked (SCR_SOURCE (table), "other"));
  g_assert_false (scr_minutes_are_locked (SCR_SOURCE (table), "unknown"));
  g_assert_false (scr_minutes_are_locked (SCR_SOURCE (table), NULL));
  check_ways (table, TRUE);
}

/* A correction opens everything. */
static void
test_correction (void)
{
  g_autoptr (TestTableSource) table = new_record ();

  test_table_source_add (table, "minutes_version", "c", "meeting", "m", "number", "2", "state",
                         SCR_MINUTES_DRAFT, NULL);
  g_assert_false (scr_minutes_are_locked (SCR_SOURCE (table), "m"));
  check_ways (table, FALSE);
  g_assert_false (may_do (table, SCR_OP_BIN, "minutes_version", "c", NULL, NULL));
  g_assert_false (may_do (table, SCR_OP_SET, "minutes_version", "c", "state", NULL));
  g_assert_true (may_do (table, SCR_OP_PURGE, "minutes_version", "c", NULL, NULL));
  g_assert_true (may_do (table, SCR_OP_SET, "minutes_version", "c", "state", SCR_MINUTES_APPROVED));
  g_assert_true (may_do (table, SCR_OP_SET, "minutes_version", "c", "reason", "Why"));
}

/* Minutes that an older record calls approved are locked, and their state may be set back. */
static void
test_without_version (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrItem) version = scr_source_get (SCR_SOURCE (table), "minutes_version", "v");
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (table), "meeting", "m");

  scr_item_set_deleted (version, "2019-07-01T00:00:00Z");
  g_assert_true (scr_minutes_are_locked (SCR_SOURCE (table), "m"));
  g_assert_false (may_do (table, SCR_OP_SET, "meeting", "m", "summary", "Else"));
  g_assert_true (may_do (table, SCR_OP_SET, "meeting", "m", "state", "meeting-state.held"));
  test_table_source_set (meeting, "state", "meeting-state.held");
  g_assert_false (scr_minutes_are_locked (SCR_SOURCE (table), "m"));
  check_ways (table, FALSE);
}

/* A version that was approved is kept as it is. */
static void
test_version (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrEdit) edit = scr_edit_new ("Test");

  g_assert_false (may_do (table, SCR_OP_BIN, "minutes_version", "v", NULL, NULL));
  g_assert_false (may_do (table, SCR_OP_PURGE, "minutes_version", "v", NULL, NULL));
  g_assert_false (may_do (table, SCR_OP_SET, "minutes_version", "v", "text", "Else"));
  g_assert_false (may_do (table, SCR_OP_SET, "minutes_version", "v", "meeting", "other"));
  g_assert_false (may_do (table, SCR_OP_SET, "minutes_version", "v", "state", NULL));
  g_assert_false (may_do (table, SCR_OP_SET, "minutes_version", "v", "state", SCR_MINUTES_CORRECTED));
  g_assert_true (may_do (table, SCR_OP_SET, "minutes_version", "v", "text", "Minutes"));
  g_assert_true (may_do (table, SCR_OP_SET, "minutes_version", "v", "note", "Note"));
  /* It is corrected since when another one is approved, in this edit or in another copy of the record. */
  scr_edit_set_text (edit, "minutes_version", "v", "state", SCR_MINUTES_CORRECTED);
  scr_edit_add (edit, "minutes_version", "w");
  scr_edit_set_text (edit, "minutes_version", "w", "meeting", "m");
  g_assert_false (passes (table, edit));
  scr_edit_set_text (edit, "minutes_version", "w", "state", SCR_MINUTES_APPROVED);
  scr_edit_set_number (edit, "minutes_version", "w", "number", 2);
  scr_edit_set_text (edit, "agenda_item", "i", "text", "Corrected.");
  g_assert_true (passes (table, edit));
}

/* What was in the bin is no part of the minutes: it may go for good, and may not come back. */
static void
test_bin (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (table), "agenda_item", "i");
  g_autoptr (ScrEdit) edit = scr_edit_new ("Test");

  scr_item_set_deleted (item, "2019-07-01T00:00:00Z");
  g_assert_true (may_do (table, SCR_OP_PURGE, "agenda_item", "i", NULL, NULL));
  g_assert_true (may_do (table, SCR_OP_SET, "agenda_item", "i", "title", "Else"));
  g_assert_false (may_do (table, SCR_OP_RESTORE, "agenda_item", "i", NULL, NULL));
  /* As a bundle does with what is in the bin here and there. */
  scr_edit_restore (edit, "agenda_item", "i");
  scr_edit_bin_as_of (edit, "agenda_item", "i", "2019-07-01T00:00:00Z");
  g_assert_true (passes (table, edit));
}

/* Beginning a correction opens the minutes for the rest of the same edit, and for that meeting alone. */
static void
test_beginning (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrEdit) edit = scr_edit_new ("Test");
  g_autoptr (ScrItem) other = scr_source_get (SCR_SOURCE (table), "meeting", "other");

  scr_edit_add (edit, "minutes_version", "c");
  scr_edit_set_text (edit, "minutes_version", "c", "meeting", "m");
  scr_edit_set_text (edit, "minutes_version", "c", "state", SCR_MINUTES_DRAFT);
  scr_edit_set_number (edit, "minutes_version", "c", "number", 2);
  scr_edit_set_text (edit, "meeting", "m", "state", "meeting-state.minutes-draft");
  scr_edit_set_text (edit, "agenda_item", "i", "text", "Else");
  g_assert_true (passes (table, edit));
  test_table_source_set (other, "state", APPROVED);
  scr_edit_set_text (edit, "agenda_item", "j", "text", "Else");
  g_assert_false (passes (table, edit));
}

static void
test_words (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrEdit) edit = scr_edit_new ("Test");
  g_autoptr (GError) error = NULL;

  scr_edit_set_text (edit, "agenda_item", "i", "text", "Else");
  g_assert_false (scr_minutes_check_edit (SCR_SOURCE (table), edit, &error));
  g_assert_cmpstr (error->message, ==,
                   "The minutes of Board are approved. Begin a correction to alter them.");
}

static gboolean
may_set (TestTableSource *table, const char *kind, const char *id, const char *field, const char *text)
{
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (table), kind, id);
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  scr_value_set_text (&value, text);
  if (scr_minutes_check_state (SCR_SOURCE (table), item, field, &value, &error))
    {
      g_assert_no_error (error);
      return TRUE;
    }
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  return FALSE;
}

/* Nobody says by hand that minutes are approved of which no version is kept. */
static void
test_by_hand (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (table), "meeting", "m");

  g_assert_false (may_set (table, "meeting", "other", "state", APPROVED));
  g_assert_true (may_set (table, "meeting", "other", "state", "meeting-state.minutes-draft"));
  g_assert_true (may_set (table, "meeting", "other", "state", NULL));
  g_assert_true (may_set (table, "meeting", "other", "title", APPROVED));
  g_assert_true (may_set (table, "agenda_item", "i", "title", APPROVED));
  g_assert_true (may_set (table, "meeting", "m", "state", APPROVED));
  /* A version is there, as from another copy of the record: that it is approved may be said. */
  test_table_source_set (meeting, "state", "meeting-state.minutes-draft");
  g_assert_true (may_set (table, "meeting", "m", "state", APPROVED));
  test_table_source_add (table, "minutes_version", "w", "meeting", "m", "number", "2", "state",
                         SCR_MINUTES_DRAFT, NULL);
  g_assert_false (may_set (table, "meeting", "m", "state", APPROVED));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minutes-lock/ways", test_ways);
  g_test_add_func ("/minutes-lock/correction", test_correction);
  g_test_add_func ("/minutes-lock/without-version", test_without_version);
  g_test_add_func ("/minutes-lock/version", test_version);
  g_test_add_func ("/minutes-lock/bin", test_bin);
  g_test_add_func ("/minutes-lock/beginning", test_beginning);
  g_test_add_func ("/minutes-lock/words", test_words);
  g_test_add_func ("/minutes-lock/by-hand", test_by_hand);
  return g_test_run ();
}
