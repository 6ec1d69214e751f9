/* Tests of scr-gaps: what each rule is given. The boundary days of the rules themselves are in
 * test-gap-rules. */
#include "gaps-fixture.h"

static void
test_nothing (void)
{
  g_autoptr (TestTableSource) empty = test_table_source_new ();
  g_autoptr (TestTableSource) table = new_record ();

  g_assert_cmpuint (count (empty, ""), ==, 0);
  g_assert_cmpuint (count (table, ""), ==, 0);
}

/* --- Links --- */

static void
test_link (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *from = test_table_source_add (table, "group", "hub", "title", "Hub", "kind",
                                         "group-kind.learning-event", "partnership", "b", NULL);
  ScrItem *to = test_table_source_add (table, "organisation", "o", "title", "Council", NULL);
  ScrItem *link = add_link (table, "l", "hub", "supports", "o");
  g_autoptr (ScrGaps) gaps = NULL;

  CHECK (table, link, "state", "", {NULL, 0}, {"link-state.in-place", 0}, {"link-state.partial", 1},
         {"link-state.missing", 1});
  test_table_source_set (link, "state", "link-state.missing");
  CHECK (table, link, "until", SCR_GAP_MISSING_LINK, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, link, "from", SCR_GAP_MISSING_LINK, {"2019-06-13", 0}, {DAY, 1});
  CHECK (table, from, "until", SCR_GAP_MISSING_LINK, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, to, "from", SCR_GAP_MISSING_LINK, {"2019-06-13", 0}, {DAY, 1});
  test_table_source_add (table, SCR_KIND_CHOICE, "link-kind.supports", "list", "link-kind", "label",
                         "supports", NULL);
  assert_words (table, 0, "Missing: Hub, supports, Council", "It is needed, and is not there.");
  test_table_source_set (link, "label", "papers");
  assert_words (table, 0, "Missing: Hub, supports, Council", "papers");
  test_table_source_set (link, "tier", "above it");
  assert_words (table, 0, "Missing: Hub, supports, Council", "papers · above it");
  test_table_source_set (link, "state", "link-state.partial");
  test_table_source_set (link, "label", NULL);
  assert_words (table, 0, "Partial: Hub, supports, Council", "above it");
  gaps = make (table, NULL, DAY);
  g_assert_cmpuint (scr_gaps_count_at (gaps, "l"), ==, 1);
  g_assert_cmpuint (scr_gaps_count_at (gaps, "o"), ==, 0);
}

/* --- Receivers --- */

/* The police, whom somebody leads in Bexley and in Greenwich, and Bexley's scrutineer. */
static TestTableSource *
new_partner (void)
{
  TestTableSource *table = new_record ();

  test_table_source_add (table, "organisation", "o", "title", "Police", "statutory", "1", NULL);
  test_table_source_add (table, "appointment", "lead", "title", "Lead", "role", "role.delegated-partner",
                         "organisation", "o", "person", "somebody", NULL);
  test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "partnership", "b", "role",
                         "role.scrutineer", "person", "p", "freedom_to_roam", "1", NULL);
  test_table_source_add (table, "person", "p", "title", "Scrutineer", NULL);
  return table;
}

static void
test_receiver (void)
{
  g_autoptr (TestTableSource) table = new_partner ();
  g_autoptr (ScrItem) police = scr_source_get (SCR_SOURCE (table), "organisation", "o");
  g_autoptr (ScrItem) scrutineer = scr_source_get (SCR_SOURCE (table), "appointment", "s");
  ScrItem *link;

  /* Said once for both, and in Bexley alone, where there is a scrutineer. */
  g_assert_cmpuint (count (table, ""), ==, 1);
  g_assert_cmpuint (count_in (table, "", "g"), ==, 0);
  assert_words (table, 0, "Nobody receives the annual report or concerns: Police",
                "Nothing on record reaches anybody there.");
  CHECK (table, scrutineer, "partnership", SCR_GAP_REPORT_RECEIVER, {"b", 1}, {NULL, 2});
  CHECK (table, scrutineer, "until", SCR_GAP_REPORT_RECEIVER, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, police, "statutory", SCR_GAP_REPORT_RECEIVER, {NULL, 0}, {"1", 1});
  CHECK (table, police, "until", SCR_GAP_REPORT_RECEIVER, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, police, "partnership", SCR_GAP_REPORT_RECEIVER, {"g", 0}, {"b", 1});
  link = add_link (table, "l", "s", "escalates-to", "o");
  g_assert_cmpuint (count (table, SCR_GAP_CONCERN_RECEIVER), ==, 0);
  assert_words (table, 0, "Nobody receives the annual report: Police",
                "Nothing on record reaches anybody there.");
  CHECK (table, link, "kind", SCR_GAP_REPORT_RECEIVER, {"link-kind.supports", 1},
         {"link-kind.reports-to", 0});
  test_table_source_set (link, "kind", "link-kind.reports-to");
  /* A missing or partial link is said as such, and not twice. */
  CHECK (table, link, "state", "", {"link-state.missing", 1}, {"link-state.partial", 1},
         {"link-state.in-place", 0});
  CHECK (table, link, "until", SCR_GAP_REPORT_RECEIVER, {"2019-06-11", 1}, {DAY, 0});
  CHECK (table, link, "from", SCR_GAP_REPORT_RECEIVER, {"2019-06-13", 1}, {DAY, 0});
  CHECK (table, link, "from_card", SCR_GAP_REPORT_RECEIVER, {"p", 0}, {"b", 0}, {"lead", 1}, {"nobody", 1},
         {"s", 0});
  CHECK (table, link, "to_card", SCR_GAP_REPORT_RECEIVER, {"lead", 0}, {"nobody", 1}, {"o", 0});
}

/* Each tier for itself. */
static void
test_receiver_tiers (void)
{
  g_autoptr (TestTableSource) table = new_partner ();
  g_autoptr (ScrItem) police = scr_source_get (SCR_SOURCE (table), "organisation", "o");
  ScrItem *link = add_link (table, "l", "s", "reports-to", "o");

  test_table_source_set (police, "tiers", "Command Unit; above it");
  g_assert_cmpuint (count (table, ""), ==, 0);
  test_table_source_set (link, "tier", "Command Unit");
  assert_words (table, 0, "Nobody receives the annual report or concerns: Police",
                "Nothing reaches this tier: above it");
  /* Concerns go further than the report: two gaps, not one. */
  test_table_source_set (add_link (table, "m", "s", "escalates-to", "o"), "tier", "above it");
  g_assert_cmpuint (count (table, ""), ==, 1);
  assert_words (table, 0, "Nobody receives the annual report: Police", "Nothing reaches this tier: above it");
  test_table_source_set (link, "kind", "link-kind.supports");
  g_assert_cmpuint (count (table, ""), ==, 2);
  g_assert_cmpuint (count (table, SCR_GAP_CONCERN_RECEIVER), ==, 1);
  test_table_source_set (link, "kind", "link-kind.reports-to");
  test_table_source_set (link, "state", "link-state.missing");
  test_table_source_set (link, "tier", "above it");
  g_assert_cmpuint (count (table, SCR_GAP_MISSING_LINK), ==, 1);
  g_assert_cmpuint (count (table, SCR_GAP_REPORT_RECEIVER), ==, 1);
}

/* Ways that are no link to the partner itself. */
static void
test_receiver_ways (void)
{
  g_autoptr (TestTableSource) table = new_partner ();
  ScrItem *link = add_link (table, "l", "s", "reports-to", "group");
  ScrItem *membership, *report, *submission;

  test_table_source_add (table, "group", "group", "title", "Group", "kind", "group-kind.business-team",
                         "from", "2019-06-01", NULL);
  g_assert_cmpuint (count (table, SCR_GAP_REPORT_RECEIVER), ==, 1);
  membership = test_table_source_add (table, "membership", "m", "group", "group", "member", "lead", NULL);
  g_assert_cmpuint (count (table, SCR_GAP_REPORT_RECEIVER), ==, 0);
  CHECK (table, membership, "member", SCR_GAP_REPORT_RECEIVER, {"o", 0}, {"s", 1});
  CHECK (table, membership, "until", SCR_GAP_REPORT_RECEIVER, {"2019-06-11", 1}, {DAY, 0});
  scr_item_set_deleted (link, "2019-06-01T00:00:00Z");
  /* A yearly report that was sent was received, but concerns have no way yet. */
  report = test_table_source_add (table, "report", "r", "title", "Report", "partnership", "b", "kind",
                                  "annual", NULL);
  submission = test_table_source_add (table, "submission", "x", "report", "r", "to", "o", "day", DAY, NULL);
  g_assert_cmpuint (count (table, ""), ==, 1);
  g_assert_cmpuint (count (table, SCR_GAP_CONCERN_RECEIVER), ==, 1);
  CHECK (table, submission, "day", SCR_GAP_REPORT_RECEIVER, {NULL, 1}, {"2019-06-13", 1}, {DAY, 0});
  CHECK (table, report, "kind", SCR_GAP_REPORT_RECEIVER, {"agenda", 1}, {"annual", 0});
  CHECK (table, report, "partnership", SCR_GAP_REPORT_RECEIVER, {"g", 1}, {NULL, 0}, {"b", 0});
  test_table_source_add (table, "person", "q", "title", "Officer", "organisation", "o", NULL);
  CHECK (table, submission, "to", SCR_GAP_REPORT_RECEIVER, {"q", 0}, {"p", 1}, {"lead", 0});
}

/* --- Leads and chairs --- */

/* A partner shared by all needs a lead in each partnership. */
static void
test_lead (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *police
      = test_table_source_add (table, "organisation", "o", "title", "Police", "statutory", "1", NULL);
  ScrItem *lead;

  g_assert_cmpuint (count (table, SCR_GAP_NO_LEAD), ==, 2);
  g_assert_cmpuint (count_in (table, SCR_GAP_NO_LEAD, "g"), ==, 1);
  lead = test_table_source_add (table, "appointment", "l", "title", "Lead", "role", "role.lead-partner",
                                "partnership", "b", "organisation", "o", NULL);
  g_assert_cmpuint (count_in (table, SCR_GAP_NO_LEAD, "b"), ==, 0);
  assert_words (table, 0, "No safeguarding lead: Police",
                "Every statutory partner needs somebody who leads.");
  CHECK (table, lead, "partnership", SCR_GAP_NO_LEAD, {NULL, 0}, {"b", 1});
  test_table_source_set (police, "partnership", "b");
  CHECK (table, police, "statutory", SCR_GAP_NO_LEAD, {NULL, 0}, {"0", 0}, {"1", 0});
  CHECK (table, lead, "role", SCR_GAP_NO_LEAD, {"role.delegated-partner", 0}, {"role.manager", 1}, {NULL, 1});
  CHECK (table, lead, "organisation", SCR_GAP_NO_LEAD, {NULL, 1}, {"o", 0});
  CHECK (table, lead, "substitutes", SCR_GAP_NO_LEAD, {"x", 1}, {NULL, 0});
  CHECK (table, lead, "until", SCR_GAP_NO_LEAD, {"2019-06-11", 1}, {DAY, 0});
  CHECK (table, lead, "from", SCR_GAP_NO_LEAD, {"2019-06-13", 1}, {DAY, 0});
  test_table_source_set (lead, "from", "2019-06-13");
  CHECK (table, police, "until", SCR_GAP_NO_LEAD, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, police, "statutory", SCR_GAP_NO_LEAD, {NULL, 0}, {"1", 1});
}

static void
test_chair (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *group = test_table_source_add (table, "group", "board", "title", "Board", "partnership", "b",
                                          "kind", "group-kind.board", NULL);
  ScrItem *chair
      = test_table_source_add (table, "appointment", "c", "title", "Chair", "role", "role.other", NULL);
  ScrItem *membership, *link;

  assert_words (table, 0, "No chair: Board", "No link and no membership says who chairs it.");
  CHECK (table, group, "until", SCR_GAP_NO_CHAIR, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, group, "from", SCR_GAP_NO_CHAIR, {"2019-06-13", 0}, {DAY, 1});
  CHECK (table, group, "kind", SCR_GAP_NO_CHAIR, {"group-kind.business-team", 0}, {NULL, 1});
  membership = test_table_source_add (table, "membership", "m", "group", "board", "member", "c", "capacity",
                                      "capacity.chair", NULL);
  CHECK (table, membership, "capacity", SCR_GAP_NO_CHAIR, {"capacity.member", 1}, {NULL, 1},
         {"capacity.co-chair", 0}, {"capacity.chair", 0});
  CHECK (table, membership, "until", SCR_GAP_NO_CHAIR, {"2019-06-11", 1}, {DAY, 0});
  CHECK (table, membership, "from", SCR_GAP_NO_CHAIR, {"2019-06-13", 1}, {DAY, 0});
  /* Who is no longer appointed no longer chairs. */
  CHECK (table, chair, "until", SCR_GAP_NO_CHAIR, {"2019-06-11", 1}, {DAY, 0});
  scr_item_set_deleted (membership, "2019-06-01T00:00:00Z");
  link = add_link (table, "l", "c", "chairs", "board");
  CHECK (table, link, "kind", SCR_GAP_NO_CHAIR, {"link-kind.attends", 1}, {"link-kind.chairs", 0});
  CHECK (table, link, "until", SCR_GAP_NO_CHAIR, {"2019-06-11", 1}, {DAY, 0});
  CHECK (table, link, "from", SCR_GAP_NO_CHAIR, {"2019-06-13", 1}, {DAY, 0});
  CHECK (table, chair, "until", SCR_GAP_NO_CHAIR, {"2019-06-11", 1}, {DAY, 0});
  /* Told of as a missing link, and not twice. */
  CHECK (table, link, "state", "", {"link-state.missing", 1}, {"link-state.in-place", 0});
}

/* Nobody need lead or receive reports before the arrangement is in force, if it is on record. */
static void
test_begun (void)
{
  g_autoptr (TestTableSource) table = new_partner ();
  g_autoptr (ScrItem) lead = scr_source_get (SCR_SOURCE (table), "appointment", "lead");
  ScrItem *arrangement;

  test_table_source_set (lead, "until", "2019-06-01");
  test_table_source_add (table, "appointment", "next", "title", "Next", "role", "role.other", "succeeds",
                         "lead", NULL);
  arrangement = test_table_source_add (table, "arrangement", "x", "title", "Arrangements", "partnership", "b",
                                       "published", "2018-10-01", "effective", DAY, NULL);
  /* In Greenwich nothing is on record, and a lead is missed. */
  CHECK (table, arrangement, "effective", SCR_GAP_NO_LEAD, {DAY, 2}, {"2019-06-13", 1});
  CHECK (table, arrangement, "effective", SCR_GAP_REPORT_RECEIVER, {DAY, 1}, {"2019-06-13", 0});
  test_table_source_set (arrangement, "effective", "2019-06-13");
  /* Of two arrangements, the earlier one is still in force. */
  test_table_source_add (table, "arrangement", "y", "title", "Earlier", "partnership", "b", "published",
                         "2018-10-01", "effective", "2018-10-01", NULL);
  g_assert_cmpuint (count (table, ""), ==, 3);
}

/* --- Terms and roles --- */

static void
test_term (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *term = test_table_source_add (table, "appointment", "t", "title", "Manager", "role",
                                         "role.manager", "partnership", "b", "until", DAY, NULL);
  ScrItem *other;

  CHECK (table, term, "until", SCR_GAP_TERM_ENDED, {NULL, 0}, {"2015-01-01", 1}, {"2019-09-10", 1},
         {"2019-09-11", 0});
  assert_words (table, 0, "Term ends: Manager", "Ends on 12 June 2019, and nobody follows yet");
  test_table_source_set (term, "until", "2019-06-11");
  assert_words (table, 0, "Term ended: Manager", "Ended on 11 June 2019, and nobody follows");
  /* Somebody follows: by name, or in the same role for longer. */
  other = test_table_source_add (table, "appointment", "n", "title", "New", "role", "role.other",
                                 "partnership", "b", NULL);
  CHECK (table, other, "succeeds", SCR_GAP_TERM_ENDED, {"t", 0}, {NULL, 1});
  CHECK (table, other, "role", SCR_GAP_TERM_ENDED, {"role.manager", 0}, {"role.other", 1});
  test_table_source_set (other, "role", "role.manager");
  CHECK (table, other, "until", SCR_GAP_TERM_ENDED, {"2019-06-10", 1}, {"2019-06-11", 2}, {"2020-06-12", 0});
  CHECK (table, other, "partnership", SCR_GAP_TERM_ENDED, {"g", 1}, {"b", 0});
  CHECK (table, other, "organisation", SCR_GAP_TERM_ENDED, {"o", 1}, {NULL, 0});
  CHECK (table, other, "substitutes", SCR_GAP_TERM_ENDED, {"t", 1}, {NULL, 0});
}

/* What the role was for ended no later than the term. */
static void
test_term_of_ended (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *term = test_table_source_add (table, "appointment", "t", "title", "Chair", "role",
                                         "role.independent-chair", "until", DAY, NULL);
  ScrItem *organisation = test_table_source_add (table, "organisation", "o", "title", "CCG", NULL);
  ScrItem *group = test_table_source_add (table, "group", "board", "title", "Board", NULL);
  ScrItem *link = add_link (table, "l", "t", "chairs", "board");

  test_table_source_set (term, "organisation", "o");
  CHECK (table, organisation, "until", SCR_GAP_TERM_ENDED, {NULL, 1}, {"2019-06-13", 1}, {DAY, 0},
         {"2019-06-11", 0});
  CHECK (table, group, "until", SCR_GAP_TERM_ENDED, {NULL, 1}, {"2019-06-13", 1}, {DAY, 0},
         {"2019-06-11", 0});
  test_table_source_set (group, "until", DAY);
  /* Of two groups, one goes on. */
  test_table_source_add (table, "group", "hub", "title", "Hub", NULL);
  test_table_source_add (table, "membership", "m", "group", "hub", "member", "t", "capacity",
                         "capacity.chair", NULL);
  g_assert_cmpuint (count (table, SCR_GAP_TERM_ENDED), ==, 1);
  CHECK (table, link, "kind", SCR_GAP_TERM_ENDED, {"link-kind.attends", 1});
}

static void
test_same_person (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *chair = test_table_source_add (table, "appointment", "c", "title", "Independent chair", "role",
                                          "role.independent-chair", "partnership", "g", "person", "p", "from",
                                          "2014-09-01", "until", "2019-03-13", NULL);
  ScrItem *now = test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "role",
                                        "role.scrutineer", "partnership", "g", "person", "p", "from",
                                        "2019-03-13", "succeeds", "c", "freedom_to_roam", "1", NULL);

  g_assert_cmpuint (count (table, ""), ==, 1);
  assert_words (table, 0, "Same person, new role: Scrutineer", "Independent chair until 13 March 2019");
  CHECK (table, now, "person", SCR_GAP_SAME_PERSON, {"q", 0}, {NULL, 0}, {"p", 1});
  CHECK (table, now, "partnership", SCR_GAP_SAME_PERSON, {"b", 0}, {"g", 1});
  CHECK (table, chair, "until", SCR_GAP_SAME_PERSON, {NULL, 0}, {"2019-06-13", 0}, {DAY, 1});
  CHECK (table, now, "until", SCR_GAP_SAME_PERSON, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, now, "succeeds", SCR_GAP_SAME_PERSON, {NULL, 1});
}

/* --- The scrutineer --- */

static void
test_freedom (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *scrutineer = test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "role",
                                               "role.scrutineer", "partnership", "b", NULL);

  assert_words (table, 0, "No freedom to roam: Scrutineer",
                "Nothing says that any meeting may be attended, and anybody spoken to.");
  CHECK (table, scrutineer, "freedom_to_roam", SCR_GAP_NO_FREEDOM, {NULL, 1}, {"0", 1}, {"1", 0});
  CHECK (table, scrutineer, "role", SCR_GAP_NO_FREEDOM, {"role.scrutineer-substitute", 0},
         {"role.manager", 0});
  CHECK (table, scrutineer, "from", SCR_GAP_NO_FREEDOM, {"2019-06-13", 0}, {DAY, 1});
  CHECK (table, scrutineer, "until", SCR_GAP_NO_FREEDOM, {"2019-06-11", 0}, {DAY, 1});
}

static void
test_refused (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *scrutineer
      = test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "role", "role.scrutineer",
                               "partnership", "b", "freedom_to_roam", "1", NULL);
  ScrItem *access
      = test_table_source_add (table, "access", "a", "title", "Attend", "appointment", "s", "day",
                               "2019-05-29", "where", "o", "result", "access-result.refused", NULL);
  ScrItem *later;
  g_autoptr (ScrGaps) gaps = NULL;

  test_table_source_add (table, "organisation", "o", "title", "Police", NULL);
  test_table_source_add (table, "group", "team", "title", "Team", "kind", "group-kind.business-team", "from",
                         "2019-06-01", NULL);
  test_table_source_add (table, "meeting", "m", "title", "Meeting", "group", "team", NULL);
  assert_words (table, 0, "Refused: Attend", "29 May 2019");
  test_table_source_set (access, "reason", "Nobody could invite.");
  assert_words (table, 0, "Refused: Attend", "29 May 2019 · Nobody could invite.");
  CHECK (table, access, "result", SCR_GAP_ACCESS_REFUSED, {NULL, 0}, {"access-result.part", 0},
         {"access-result.granted", 0}, {"access-result.waiting", 0}, {"access-result.refused", 1});
  CHECK (table, access, "day", SCR_GAP_ACCESS_REFUSED, {NULL, 1}, {"2019-06-13", 0}, {DAY, 1});
  CHECK (table, scrutineer, "until", SCR_GAP_ACCESS_REFUSED, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, scrutineer, "role", SCR_GAP_ACCESS_REFUSED, {"role.manager", 0},
         {"role.scrutineer-substitute", 1}, {"role.scrutineer", 1});
  /* Where it shows: the place, a meeting's group, or else the scrutineer. */
  gaps = make (table, NULL, DAY);
  g_assert_cmpuint (scr_gaps_count_at (gaps, "o"), ==, 1);
  g_clear_pointer (&gaps, scr_gaps_free);
  test_table_source_set (access, "where", "m");
  gaps = make (table, NULL, DAY);
  g_assert_cmpuint (scr_gaps_count_at (gaps, "team"), ==, 1);
  g_clear_pointer (&gaps, scr_gaps_free);
  test_table_source_set (access, "where", NULL);
  gaps = make (table, NULL, DAY);
  g_assert_cmpuint (scr_gaps_count_at (gaps, "s"), ==, 1);
  test_table_source_set (access, "where", "o");
  /* The same door, later: open, refused once more, or another door. */
  later = test_table_source_add (table, "access", "l", "title", "Again", "appointment", "s", "day",
                                 "2019-05-29", "where", "o", "result", "access-result.granted", NULL);
  CHECK (table, later, "day", SCR_GAP_ACCESS_REFUSED, {"2019-05-28", 1}, {"2019-05-29", 0}, {DAY, 0},
         {"2019-06-13", 1});
  CHECK (table, later, "result", SCR_GAP_ACCESS_REFUSED, {"access-result.part", 0},
         {"access-result.refused", 1});
  CHECK (table, later, "where", SCR_GAP_ACCESS_REFUSED, {"m", 1}, {"o", 0});
}

static void
test_never_attended (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *scrutineer
      = test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "role", "role.scrutineer",
                               "partnership", "b", "freedom_to_roam", "1", NULL);
  ScrItem *team = test_table_source_add (table, "group", "team", "title", "Team", "kind",
                                         "group-kind.business-team", "partnership", "b", NULL);
  ScrItem *year = test_table_source_add (table, "year", "y", "title", "Year", "partnership", "b", "from",
                                         "2018-10-01", NULL);
  ScrItem *activity;

  assert_words (table, 0, "Never attended this year: Team",
                "The scrutineer has not been there since 1 October 2018");
  CHECK (table, year, "from", SCR_GAP_NEVER_ATTENDED, {"2019-03-14", 1}, {"2019-03-15", 0});
  CHECK (table, team, "from", SCR_GAP_NEVER_ATTENDED, {"2019-03-14", 1}, {"2019-03-15", 0});
  CHECK (table, team, "until", SCR_GAP_NEVER_ATTENDED, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, scrutineer, "from", SCR_GAP_NEVER_ATTENDED, {"2019-03-14", 1}, {"2019-03-15", 0});
  CHECK (table, scrutineer, "until", SCR_GAP_NEVER_ATTENDED, {"2019-06-11", 0}, {DAY, 1});
  CHECK (table, scrutineer, "partnership", SCR_GAP_NEVER_ATTENDED, {"g", 0}, {NULL, 1});
  CHECK (table, team, "partnership", SCR_GAP_NEVER_ATTENDED, {"g", 0}, {NULL, 1});
  activity = test_table_source_add (table, "activity", "a", "title", "Visit", "group", "team", "state",
                                    "activity-state.done", "day", DAY, NULL);
  CHECK (table, activity, "day", SCR_GAP_NEVER_ATTENDED, {"2018-09-30", 1}, {DAY, 0}, {"2019-06-13", 1});
}

/* --- Briefs and arrangements --- */

static void
test_review (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *brief = test_table_source_add (table, "brief", "x", "title", "Brief", "partnership", "b", "review",
                                          "2019-06-11", NULL);
  ScrItem *later;
  g_autoptr (ScrGaps) gaps = make (table, NULL, DAY);

  g_assert_cmpuint (scr_gaps_count_at (gaps, "b"), ==, 1);
  assert_words (table, 0, "Past its review date: Brief", "The review was due on 11 June 2019");
  CHECK (table, brief, "review", SCR_GAP_BRIEF_REVIEW, {NULL, 0}, {DAY, 0}, {"2019-06-11", 1});
  CHECK (table, brief, "state", SCR_GAP_BRIEF_REVIEW, {"brief-state.superseded", 0},
         {"brief-state.agreed", 1});
  later = test_table_source_add (table, "brief", "y", "title", "Later", "succeeds", "x", NULL);
  CHECK (table, later, "agreed", SCR_GAP_BRIEF_REVIEW, {NULL, 1}, {"2019-06-13", 1}, {DAY, 0});
}

static void
test_published (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *arrangement = test_table_source_add (table, "arrangement", "x", "title", "Arrangements",
                                                "partnership", "b", "publish_due", "2019-06-11", NULL);
  ScrItem *gap;

  assert_words (table, 0, "Not published: Arrangements", "Publication was due on 11 June 2019");
  CHECK (table, arrangement, "publish_due", SCR_GAP_NOT_PUBLISHED, {NULL, 0}, {DAY, 0}, {"2019-06-11", 1});
  CHECK (table, arrangement, "published", SCR_GAP_NOT_PUBLISHED, {DAY, 0}, {"2019-06-13", 1});
  /* What a person noted before it is late stands, until it is published. */
  gap = test_table_source_add (table, "gap", "k", "title", "Not yet", "rule", SCR_GAP_NOT_PUBLISHED, "about",
                               "x", "partnership", "b", NULL);
  g_assert_cmpuint (count (table, ""), ==, 1);
  test_table_source_set (arrangement, "publish_due", "2019-06-30");
  assert_words (table, 0, "Not yet", "Publication is due on 30 June 2019");
  test_table_source_set (gap, "state", "gap-state.closed");
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, DAY), ==, 0);
  test_table_source_set (gap, "state", "gap-state.open");
  test_table_source_set (arrangement, "published", DAY);
  assert_words (table, 0, "Not yet", "No longer found: it can be closed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gaps/nothing", test_nothing);
  g_test_add_func ("/gaps/link", test_link);
  g_test_add_func ("/gaps/receiver", test_receiver);
  g_test_add_func ("/gaps/receiver-tiers", test_receiver_tiers);
  g_test_add_func ("/gaps/receiver-ways", test_receiver_ways);
  g_test_add_func ("/gaps/lead", test_lead);
  g_test_add_func ("/gaps/begun", test_begun);
  g_test_add_func ("/gaps/chair", test_chair);
  g_test_add_func ("/gaps/term", test_term);
  g_test_add_func ("/gaps/term-of-ended", test_term_of_ended);
  g_test_add_func ("/gaps/same-person", test_same_person);
  g_test_add_func ("/gaps/freedom", test_freedom);
  g_test_add_func ("/gaps/refused", test_refused);
  g_test_add_func ("/gaps/never-attended", test_never_attended);
  g_test_add_func ("/gaps/review", test_review);
  g_test_add_func ("/gaps/published", test_published);
  return g_test_run ();
}
