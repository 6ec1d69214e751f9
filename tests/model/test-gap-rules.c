/* Tests of scr-gap-rules: both sides and the boundary day of every rule. The day is Wednesday 12 June 2019.
 */
#include "scr-gap-rules.h"

#include <string.h>

#define DAY "2019-06-12"
#define BEFORE "2019-06-11"
#define AFTER "2019-06-13"

static void
test_link (void)
{
  g_assert_cmpstr (scr_gap_rule_link ("link-state.missing", TRUE), ==, SCR_GAP_MISSING_LINK);
  g_assert_cmpstr (scr_gap_rule_link ("link-state.partial", TRUE), ==, SCR_GAP_PARTIAL_LINK);
  g_assert_null (scr_gap_rule_link ("link-state.in-place", TRUE));
  g_assert_null (scr_gap_rule_link (NULL, TRUE));
  g_assert_null (scr_gap_rule_link ("link-state.missing", FALSE));
  g_assert_null (scr_gap_rule_link ("link-state.partial", FALSE));
}

static void
test_receiver (void)
{
  const struct
  {
    const char *tiers;
    const char *reached[4];
    const char *missed; /* NULL: no gap; "": the partner, which has no tiers */
  } rows[] = {
      {NULL, {NULL}, ""},
      {"", {NULL}, ""},
      {" ; ", {NULL}, ""},
      {NULL, {""}, NULL},
      {NULL, {"Somewhere"}, NULL},
      {"Unit; above it", {NULL}, "Unit|above it"},
      {"Unit; above it", {"Unit"}, "above it"},
      {"Unit; above it", {" ABOVE IT "}, "Unit"},
      {"Unit; above it", {"above it", "Unit"}, NULL},
      {"Unit; above it", {""}, NULL},
      {"Unit; above it", {"Somewhere"}, "Unit|above it"},
      {"Unit;", {NULL}, "Unit"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) missed = scr_gap_rule_receiver (rows[i].tiers, rows[i].reached);
      g_autofree char *joined = missed != NULL ? g_strjoinv ("|", missed) : NULL;

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, rows[i].tiers);
      g_assert_cmpstr (joined, ==, rows[i].missed);
    }
}

static void
test_begun (void)
{
  g_assert_true (scr_gap_rule_begun ("arrangement-state.in-force", NULL, NULL, DAY));
  g_assert_true (scr_gap_rule_begun (NULL, NULL, NULL, DAY));
  g_assert_false (scr_gap_rule_begun ("arrangement-state.planned", NULL, NULL, DAY));
  g_assert_false (scr_gap_rule_begun ("arrangement-state.published", NULL, NULL, DAY));
  /* A day says more than the state, which is that of now. */
  g_assert_true (scr_gap_rule_begun ("arrangement-state.published", DAY, NULL, DAY));
  g_assert_false (scr_gap_rule_begun ("arrangement-state.in-force", AFTER, NULL, DAY));
  g_assert_true (scr_gap_rule_begun ("arrangement-state.ended", BEFORE, DAY, DAY));
  g_assert_false (scr_gap_rule_begun ("arrangement-state.ended", "2018-10-01", BEFORE, DAY));
}

static void
test_lead (void)
{
  g_assert_true (scr_gap_rule_lead (TRUE, TRUE, 0));
  g_assert_false (scr_gap_rule_lead (TRUE, TRUE, 1));
  g_assert_false (scr_gap_rule_lead (FALSE, TRUE, 0));
  g_assert_false (scr_gap_rule_lead (TRUE, FALSE, 0));
}

static void
test_chair (void)
{
  g_assert_true (scr_gap_rule_chair ("group-kind.board", TRUE, 0));
  g_assert_true (scr_gap_rule_chair (NULL, TRUE, 0));
  g_assert_false (scr_gap_rule_chair ("group-kind.board", TRUE, 1));
  g_assert_false (scr_gap_rule_chair ("group-kind.board", FALSE, 0));
  g_assert_false (scr_gap_rule_chair ("group-kind.learning-event", TRUE, 0));
  g_assert_false (scr_gap_rule_chair ("group-kind.business-team", TRUE, 0));
}

static void
test_term (void)
{
  const struct
  {
    const char *until;
    gboolean successor, ended, found;
  } rows[] = {
      {NULL, FALSE, FALSE, FALSE},         {"2015-01-01", FALSE, FALSE, TRUE}, {BEFORE, FALSE, FALSE, TRUE},
      {DAY, FALSE, FALSE, TRUE},           {"2019-09-10", FALSE, FALSE, TRUE}, /* in 90 days */
      {"2019-09-11", FALSE, FALSE, FALSE}, {DAY, TRUE, FALSE, FALSE},          {DAY, FALSE, TRUE, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("until %s", rows[i].until);
      g_assert_cmpint (scr_gap_rule_term (rows[i].until, rows[i].successor, rows[i].ended, DAY), ==,
                       rows[i].found);
    }
}

static void
test_same_person (void)
{
  const struct
  {
    ScrGapTerm before, now;
    gboolean succeeds, found;
  } rows[] = {
      /* The old role ended, on the day at the latest. */
      {{"chair", "2014-09-01", BEFORE}, {"scrutineer", BEFORE, NULL}, FALSE, TRUE},
      {{"chair", "2014-09-01", DAY}, {"scrutineer", DAY, NULL}, FALSE, TRUE},
      {{"chair", "2014-09-01", AFTER}, {"scrutineer", DAY, NULL}, FALSE, FALSE},
      {{"chair", "2014-09-01", NULL}, {"scrutineer", DAY, NULL}, FALSE, FALSE},
      /* The new one is in force. */
      {{"chair", "2014-09-01", BEFORE}, {"scrutineer", AFTER, NULL}, FALSE, FALSE},
      {{"chair", "2014-09-01", BEFORE}, {"scrutineer", BEFORE, DAY}, FALSE, TRUE},
      {{"chair", "2014-09-01", "2019-03-13"}, {"scrutineer", "2019-03-13", BEFORE}, FALSE, FALSE},
      /* The same role is no new one. */
      {{"chair", "2014-09-01", BEFORE}, {"chair", BEFORE, NULL}, FALSE, FALSE},
      /* The old one began first, or is said to come first. */
      {{"chair", "2019-03-13", BEFORE}, {"scrutineer", "2019-03-13", NULL}, FALSE, TRUE},
      {{"chair", "2019-03-14", BEFORE}, {"scrutineer", "2019-03-13", NULL}, FALSE, FALSE},
      {{"chair", "2019-03-14", BEFORE}, {"scrutineer", "2019-03-13", NULL}, TRUE, TRUE},
      {{"chair", NULL, BEFORE}, {"scrutineer", NULL, NULL}, FALSE, TRUE},
      {{"chair", "2014-09-01", BEFORE}, {"scrutineer", NULL, NULL}, FALSE, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (scr_gap_rule_same_person (&rows[i].before, &rows[i].now, rows[i].succeeds, DAY), ==,
                       rows[i].found);
    }
}

static void
test_freedom (void)
{
  g_assert_true (scr_gap_rule_freedom (TRUE, FALSE));
  g_assert_false (scr_gap_rule_freedom (TRUE, TRUE));
  g_assert_false (scr_gap_rule_freedom (FALSE, FALSE));
}

static void
test_refused (void)
{
  const char *const refused = "access-result.refused";

  g_assert_true (scr_gap_rule_refused (TRUE, refused, DAY, NULL, DAY));
  g_assert_true (scr_gap_rule_refused (TRUE, refused, BEFORE, NULL, DAY));
  g_assert_false (scr_gap_rule_refused (TRUE, refused, AFTER, NULL, DAY));
  g_assert_true (scr_gap_rule_refused (TRUE, refused, NULL, NULL, DAY));
  /* Opened on the day of the refusal or later. */
  g_assert_true (scr_gap_rule_refused (TRUE, refused, BEFORE, "2019-06-10", DAY));
  g_assert_false (scr_gap_rule_refused (TRUE, refused, BEFORE, BEFORE, DAY));
  g_assert_false (scr_gap_rule_refused (TRUE, refused, BEFORE, DAY, DAY));
  g_assert_false (scr_gap_rule_refused (TRUE, refused, NULL, DAY, DAY));
  g_assert_false (scr_gap_rule_refused (FALSE, refused, DAY, NULL, DAY));
  g_assert_false (scr_gap_rule_refused (TRUE, "access-result.part", DAY, NULL, DAY));
  g_assert_false (scr_gap_rule_refused (TRUE, NULL, DAY, NULL, DAY));
}

/* 14 March is 90 days before the day. */
static void
test_never_attended (void)
{
  const char *const long_ago = "2018-10-01";

  g_assert_true (scr_gap_rule_never_attended (0, long_ago, long_ago, long_ago, DAY));
  g_assert_true (scr_gap_rule_never_attended (0, long_ago, NULL, NULL, DAY));
  g_assert_false (scr_gap_rule_never_attended (1, long_ago, long_ago, long_ago, DAY));
  g_assert_true (scr_gap_rule_never_attended (0, "2019-03-14", long_ago, long_ago, DAY));
  g_assert_false (scr_gap_rule_never_attended (0, "2019-03-15", long_ago, long_ago, DAY));
  g_assert_true (scr_gap_rule_never_attended (0, long_ago, "2019-03-14", long_ago, DAY));
  g_assert_false (scr_gap_rule_never_attended (0, long_ago, "2019-03-15", long_ago, DAY));
  g_assert_true (scr_gap_rule_never_attended (0, long_ago, long_ago, "2019-03-14", DAY));
  g_assert_false (scr_gap_rule_never_attended (0, long_ago, long_ago, "2019-03-15", DAY));
}

static void
test_review (void)
{
  g_assert_true (scr_gap_rule_review ("brief-state.in-force", BEFORE, FALSE, DAY));
  g_assert_true (scr_gap_rule_review (NULL, BEFORE, FALSE, DAY));
  g_assert_false (scr_gap_rule_review ("brief-state.in-force", DAY, FALSE, DAY));
  g_assert_false (scr_gap_rule_review ("brief-state.in-force", AFTER, FALSE, DAY));
  g_assert_false (scr_gap_rule_review ("brief-state.in-force", NULL, FALSE, DAY));
  g_assert_false (scr_gap_rule_review ("brief-state.in-force", BEFORE, TRUE, DAY));
  g_assert_false (scr_gap_rule_review ("brief-state.superseded", BEFORE, FALSE, DAY));
}

static void
test_published (void)
{
  const struct
  {
    const char *state, *due, *published, *ended;
    ScrGapFinding finding;
  } rows[] = {
      {NULL, BEFORE, NULL, NULL, SCR_GAP_FOUND},
      {"arrangement-state.planned", BEFORE, NULL, NULL, SCR_GAP_FOUND},
      {"arrangement-state.planned", DAY, NULL, NULL, SCR_GAP_EARLY},
      {"arrangement-state.planned", AFTER, NULL, NULL, SCR_GAP_EARLY},
      {"arrangement-state.planned", NULL, NULL, NULL, SCR_GAP_EARLY},
      {"arrangement-state.published", BEFORE, NULL, NULL, SCR_GAP_NONE},
      {"arrangement-state.in-force", BEFORE, NULL, NULL, SCR_GAP_NONE},
      /* A day of publication says more than the state, which is that of now. */
      {"arrangement-state.planned", BEFORE, BEFORE, NULL, SCR_GAP_NONE},
      {"arrangement-state.planned", BEFORE, DAY, NULL, SCR_GAP_NONE},
      {"arrangement-state.in-force", BEFORE, AFTER, NULL, SCR_GAP_FOUND},
      {"arrangement-state.planned", "2019-01-01", NULL, BEFORE, SCR_GAP_NONE},
      {"arrangement-state.planned", "2019-01-01", NULL, DAY, SCR_GAP_FOUND},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (
          scr_gap_rule_published (rows[i].state, rows[i].due, rows[i].published, rows[i].ended, DAY), ==,
          rows[i].finding);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gap-rules/link", test_link);
  g_test_add_func ("/gap-rules/receiver", test_receiver);
  g_test_add_func ("/gap-rules/begun", test_begun);
  g_test_add_func ("/gap-rules/lead", test_lead);
  g_test_add_func ("/gap-rules/chair", test_chair);
  g_test_add_func ("/gap-rules/term", test_term);
  g_test_add_func ("/gap-rules/same-person", test_same_person);
  g_test_add_func ("/gap-rules/freedom", test_freedom);
  g_test_add_func ("/gap-rules/refused", test_refused);
  g_test_add_func ("/gap-rules/never-attended", test_never_attended);
  g_test_add_func ("/gap-rules/review", test_review);
  g_test_add_func ("/gap-rules/published", test_published);
  return g_test_run ();
}
