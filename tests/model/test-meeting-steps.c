/* Tests of scr-meeting-steps: which step follows which, by table, and what a stepper shows. */
#include "scr-meeting-steps.h"
#include "table-source.h"

#include <string.h>

/* What is there, a letter each: (a)genda, agree(d), needs a (n) pack, has a (p)ack, the day has (c)ome,
 * (m)inutes, a correction is (o)pen. */
static ScrMeetingFacts
make_facts (ScrMeetingState state, const char *letters)
{
  return (ScrMeetingFacts) {
      .state = state,
      .has_agenda = strchr (letters, 'a') != NULL,
      .is_agreed = strchr (letters, 'd') != NULL,
      .needs_pack = strchr (letters, 'n') != NULL,
      .has_pack = strchr (letters, 'p') != NULL,
      .has_come = strchr (letters, 'c') != NULL,
      .has_minutes = strchr (letters, 'm') != NULL,
      .is_locked = state == SCR_MEETING_MINUTES_APPROVED && strchr (letters, 'o') == NULL,
  };
}

/* Steps by a letter: (A)gree, (I)ssue, (H)old, (D)raft, a(P)prove, (R)einstate, (B)ack, (C)ancel. */
static const char step_letters[] = "AIHDPRBC";

static const struct
{
  ScrMeetingState state;
  const char *there;
  const char *offered;
  char next; /* '-': none */
} cases[] = {
    /* Without an agenda there is nothing to agree. */
    {SCR_MEETING_PROPOSED, "n", "C", '-'},
    {SCR_MEETING_PROPOSED, "an", "AC", 'A'},
    {SCR_MEETING_PROPOSED, "anc", "AHC", 'H'},
    {SCR_MEETING_PROPOSED, "nc", "HC", 'H'},
    {SCR_MEETING_AGENDA_AGREED, "adn", "IBC", 'I'},
    {SCR_MEETING_AGENDA_AGREED, "ad", "BC", '-'},
    {SCR_MEETING_AGENDA_AGREED, "adnc", "IHBC", 'H'},
    {SCR_MEETING_PACK_ISSUED, "adnp", "BC", '-'},
    {SCR_MEETING_PACK_ISSUED, "adnpc", "HBC", 'H'},
    {SCR_MEETING_HELD, "adnpc", "DB", 'D'},
    {SCR_MEETING_MINUTES_DRAFT, "adnpc", "B", '-'},
    {SCR_MEETING_MINUTES_DRAFT, "adnpcm", "PB", 'P'},
    {SCR_MEETING_MINUTES_APPROVED, "adnpcm", "", '-'},
    {SCR_MEETING_MINUTES_APPROVED, "adnpcmo", "P", 'P'},
    {SCR_MEETING_CANCELLED, "adnp", "R", 'R'},
    {SCR_MEETING_CANCELLED, "c", "R", 'R'},
};

static void
test_offered (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScrMeetingFacts facts = make_facts (cases[i].state, cases[i].there);
      g_autoptr (GString) offered = g_string_new (NULL);
      ScrMeetingStep next = scr_meeting_get_next_step (&facts);

      for (guint step = 0; step < SCR_N_STEPS; step++)
        if (scr_meeting_step_is_sensible (&facts, (ScrMeetingStep)step))
          g_string_append_c (offered, step_letters[step]);
      g_test_message ("%s, with %s", scr_meeting_state_get_id (facts.state), cases[i].there);
      g_assert_cmpstr (offered->str, ==, cases[i].offered);
      g_assert_cmpint (next < SCR_N_STEPS ? step_letters[next] : '-', ==, cases[i].next);
    }
}

/* Whatever is there: a step leads elsewhere, has words, what is locked stays, and each state can be left
 * again. */
static void
test_always (void)
{
  for (guint bits = 0; bits < 128 * SCR_MEETING_N_STATES; bits++)
    {
      char letters[8] = "";
      ScrMeetingFacts facts;

      for (guint i = 0, n = 0; i < 7; i++)
        if (bits & (1U << i))
          letters[n++] = "adnpcmo"[i];
      facts = make_facts ((ScrMeetingState)(bits / 128), letters);
      for (int step = 0; step < SCR_N_STEPS; step++)
        {
          g_autofree char *label = NULL;
          ScrMeetingState target;

          if (!scr_meeting_step_is_sensible (&facts, (ScrMeetingStep)step))
            continue;
          g_assert_false (facts.is_locked);
          target = scr_meeting_step_get_target (&facts, (ScrMeetingStep)step);
          g_assert_true (target != facts.state || step == SCR_STEP_APPROVE_MINUTES);
          g_assert_true (step == SCR_STEP_HOLD ? facts.has_come : TRUE);
          g_assert_true (step == SCR_STEP_CANCEL ? facts.state < SCR_MEETING_HELD : TRUE);
          label = scr_meeting_step_dup_label (NULL, &facts, (ScrMeetingStep)step);
          g_assert_cmpuint (strlen (label), >, 3);
        }
      if (scr_meeting_get_next_step (&facts) != SCR_N_STEPS)
        g_assert_cmpint (scr_meeting_get_next_step (&facts), !=, SCR_STEP_BACK);
    }
}

static void
test_targets (void)
{
  ScrMeetingFacts facts = make_facts (SCR_MEETING_CANCELLED, "adnp");

  g_assert_cmpint (scr_meeting_step_get_target (&facts, SCR_STEP_REINSTATE), ==, SCR_MEETING_PACK_ISSUED);
  facts.has_pack = FALSE;
  g_assert_cmpint (scr_meeting_step_get_target (&facts, SCR_STEP_REINSTATE), ==, SCR_MEETING_AGENDA_AGREED);
  facts.is_agreed = FALSE;
  g_assert_cmpint (scr_meeting_step_get_target (&facts, SCR_STEP_REINSTATE), ==, SCR_MEETING_PROPOSED);
  facts = make_facts (SCR_MEETING_HELD, "adc");
  g_assert_cmpint (scr_meeting_step_get_target (&facts, SCR_STEP_BACK), ==, SCR_MEETING_AGENDA_AGREED);
  facts = make_facts (SCR_MEETING_MINUTES_DRAFT, "adc");
  g_assert_cmpint (scr_meeting_step_get_target (&facts, SCR_STEP_BACK), ==, SCR_MEETING_HELD);
  g_assert_cmpint (scr_meeting_step_get_ask (SCR_STEP_CANCEL), ==, SCR_STEP_ASKS_REASON);
  g_assert_cmpint (scr_meeting_step_get_ask (SCR_STEP_AGREE_AGENDA), ==, SCR_STEP_ASKS_WITH_WHOM);
  g_assert_cmpint (scr_meeting_step_get_ask (SCR_STEP_HOLD), ==, SCR_STEP_ASKS_NOTHING);
  for (int state = 0; state < SCR_MEETING_N_STATES; state++)
    g_assert_cmpint (scr_meeting_state_from_id (scr_meeting_state_get_id ((ScrMeetingState)state)), ==,
                     state);
  g_assert_cmpint (scr_meeting_state_from_id (NULL), ==, SCR_MEETING_PROPOSED);
}

/* The reflective meeting of January 2019, as on 12 June. */
static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "record", "record", "title", "Record", "today", "2019-06-12", NULL);
  test_table_source_add (table, "group", "wg", "title", "Working Group", "partnership", NULL, NULL);
  test_table_source_add (table, "person", "s", "title", "Scrutineer", NULL);
  test_table_source_add (table, "person", "m", "title", "Manager", NULL);
  test_table_source_add (table, "meeting", "r", "title", "Reflective", "day", "2019-01-17", "group", "wg",
                         "suggested_by", "s", "agreed_with", "m", "state", "meeting-state.minutes-draft",
                         NULL);
  test_table_source_add (table, "agenda_item", "i", "title", "Item", "meeting", "r", "text", "Said", NULL);
  return table;
}

static void
check_stages (TestTableSource *table, const char *const *expected)
{
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (table), "meeting", "r");
  g_autoptr (GPtrArray) stages = scr_meeting_stages_new (NULL, SCR_SOURCE (table), meeting);

  for (guint i = 0; i < stages->len; i++)
    {
      g_autofree char *name = scr_meeting_stage_dup_name (NULL, g_ptr_array_index (stages, i));

      g_assert_cmpstr (name, ==, expected[i]);
    }
  g_assert_null (expected[stages->len]);
}

static void
test_stages (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (table), "meeting", "r");
  ScrItem *version;

  /* No pack went out, so it is no stage. */
  check_stages (table,
                (const char *const[]) {"Proposed, by Scrutineer, done", "Agenda agreed, with Manager, done",
                                       "Held, 17 January, done", "Minutes draft, now",
                                       "Approved, by Working Group, to come", NULL});
  test_table_source_add (table, "pack", "p", "title", "Pack", "meeting", "r", "issued", "2019-01-10", NULL);
  version = test_table_source_add (table, "minutes_version", "v", "meeting", "r", "state",
                                   "minutes-state.approved", "approved", "2018-12-01", NULL);
  test_table_source_set (meeting, "state", "meeting-state.minutes-approved");
  check_stages (table,
                (const char *const[]) {"Proposed, by Scrutineer, done", "Agenda agreed, with Manager, done",
                                       "Pack issued, 10 January, done", "Held, 17 January, done",
                                       "Minutes draft, done", "Approved, 1 December 2018, done", NULL});
  test_table_source_set (version, "state", NULL);

  /* Not held yet: the pack is to come, and says by when. */
  test_table_source_set (meeting, "state", "meeting-state.agenda-agreed");
  test_table_source_set (meeting, "pack_due", "2019-06-14");
  test_table_source_set (meeting, "agreed_with", NULL);
  check_stages (table, (const char *const[]) {"Proposed, by Scrutineer, done", "Agenda agreed, now",
                                              "Pack issued, 10 January, to come", "Held, 17 January, to come",
                                              "Minutes draft, to come", "Approved, by Working Group, to come",
                                              NULL});

  test_table_source_set (meeting, "state", "meeting-state.cancelled");
  test_table_source_set (meeting, "cancel_reason", "Snow");
  test_table_source_set (meeting, "pack_state", "pack-state.not-needed");
  check_stages (table,
                (const char *const[]) {"Proposed, by Scrutineer, done", "Cancelled, Snow, stopped", NULL});
}

static void
test_facts (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (table), "meeting", "r");
  ScrMeetingFacts facts;

  scr_meeting_facts_read (&facts, SCR_SOURCE (table), meeting);
  g_assert_true (facts.has_agenda && facts.is_agreed && facts.needs_pack && facts.has_come
                 && facts.has_minutes);
  g_assert_false (facts.has_pack || facts.is_locked);
  test_table_source_set (meeting, "day", "2019-06-12");
  scr_meeting_facts_read (&facts, SCR_SOURCE (table), meeting);
  g_assert_true (facts.has_come);
  test_table_source_set (meeting, "day", "2019-06-13");
  scr_meeting_facts_read (&facts, SCR_SOURCE (table), meeting);
  g_assert_false (facts.has_come);
  test_table_source_set (meeting, "day", NULL);
  test_table_source_set (meeting, "pack_state", "pack-state.issued");
  scr_meeting_facts_read (&facts, SCR_SOURCE (table), meeting);
  g_assert_false (facts.has_come);
  g_assert_true (facts.has_pack);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting-steps/offered", test_offered);
  g_test_add_func ("/meeting-steps/always", test_always);
  g_test_add_func ("/meeting-steps/targets", test_targets);
  g_test_add_func ("/meeting-steps/stages", test_stages);
  g_test_add_func ("/meeting-steps/facts", test_facts);
  return g_test_run ();
}
