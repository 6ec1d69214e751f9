/* Tests of calendars in: what of a file is taken and how, what a plan says of it; what goes out comes in the
 * same. */
#include "calendar-fixture.h"

#include "scr-day.h"
#include "scr-zone.h"

static const ScrCalendarEvent *
first_of (const ScrCalendarRead *read)
{
  g_assert_cmpuint (read->events->len, >=, 1);
  return g_ptr_array_index (read->events, 0);
}

/* --- Times --- */

static void
test_times (void)
{
  static const struct
  {
    const char *lines;
    const char *day;
    int start;
    int length;
    const char *last_day;
    const char *zone;
  } cases[] = {
      {"DTSTART;TZID=Europe/London:20190612T100000\r\nDTEND;TZID=Europe/London:20190612T113000\r\n",
       "2019-06-12", 600, 90, NULL, NULL},
      {"DTSTART:20190612T090000Z\r\nDTEND:20190612T100000Z\r\n", "2019-06-12", 600, 60, NULL, NULL},
      {"DTSTART:20190112T090000Z\r\nDTEND:20190112T100000Z\r\n", "2019-01-12", 540, 60, NULL, NULL},
      {"DTSTART:20190612T100000\r\nDURATION:PT2H\r\n", "2019-06-12", 600, 120, NULL, NULL},
      {"DTSTART:20190612T100000\r\n", "2019-06-12", 600, -1, NULL, NULL},
      {"DTSTART;VALUE=DATE:20190612\r\n", "2019-06-12", -1, -1, NULL, NULL},
      {"DTSTART;VALUE=DATE:20190612\r\nDTEND;VALUE=DATE:20190613\r\n", "2019-06-12", -1, -1, NULL, NULL},
      {"DTSTART;VALUE=DATE:20200228\r\nDTEND;VALUE=DATE:20200302\r\n", "2020-02-28", -1, -1, "2020-03-01",
       NULL},
      {"DTSTART;VALUE=DATE:20200229\r\nDURATION:P2D\r\n", "2020-02-29", -1, -1, "2020-03-01", NULL},
      /* From midnight to midnight, as Outlook has whole days. */
      {"DTSTART:20190612T000000\r\nDTEND:20190613T000000\r\n", "2019-06-12", -1, -1, NULL, NULL},
      {"DTSTART:20190612T000000\r\nDTEND:20190614T000000\r\n", "2019-06-12", -1, -1, "2019-06-13", NULL},
      /* Several days, each from ten to noon; and one long evening. */
      {"DTSTART:20190612T100000\r\nDTEND:20190614T120000\r\n", "2019-06-12", 600, 120, "2019-06-14", NULL},
      {"DTSTART:20190612T230000\r\nDTEND:20190613T010000\r\n", "2019-06-12", 1380, 120, NULL, NULL},
      {"DTSTART;TZID=America/New_York:20190612T100000\r\nDURATION:PT1H\r\n", "2019-06-12", 600, 60, NULL,
       "America/New_York"},
      {"DTSTART;TZID=GMT Standard Time:20190612T100000\r\nDURATION:PT1H\r\n", "2019-06-12", 600, 60, NULL,
       NULL},
      {"DTSTART;TZID=/mozilla.org/20050126_1/Europe/Warsaw:20190612T100000\r\nDURATION:PT1H\r\n",
       "2019-06-12", 600, 60, NULL, "Europe/Warsaw"},
      {"DTSTART;TZID=Nowhere/Else:20190612T100000\r\nDURATION:PT1H\r\n", "2019-06-12", 600, 60, NULL, NULL},
      /* Two zones: it ends an hour after it began. */
      {"DTSTART;TZID=Europe/London:20190612T100000\r\nDTEND;TZID=Europe/Warsaw:20190612T120000\r\n",
       "2019-06-12", 600, 60, NULL, NULL},
      /* An end before the beginning is none. */
      {"DTSTART:20190612T100000\r\nDTEND:20190612T090000\r\n", "2019-06-12", 600, -1, NULL, NULL},
      /* Over both changes of the clocks. */
      {"DTSTART:20190331T003000Z\r\nDTEND:20190331T013000Z\r\n", "2019-03-31", 30, 60, NULL, NULL},
      {"DTSTART:20191027T003000Z\r\nDTEND:20191027T013000Z\r\n", "2019-10-27", 90, 60, NULL, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = event (cases[i].lines);
      g_autoptr (ScrCalendarRead) read = read_text (text);
      const ScrCalendarEvent *found = first_of (read);

      g_test_message ("%s", cases[i].lines);
      g_assert_cmpstr (found->day, ==, cases[i].day);
      g_assert_cmpint (found->start, ==, cases[i].start);
      g_assert_cmpint (found->length, ==, cases[i].length);
      g_assert_cmpstr (found->last_day, ==, cases[i].last_day);
      g_assert_cmpstr (found->zone, ==, cases[i].zone);
    }
}

/* A zone that only the file knows: its rules count, and it is told. */
static void
test_own_zone (void)
{
  g_autofree char *text = calendar ("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Board\r\nDTSTART;TZID=Office:"
                                    "20190612T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
                                    "BEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\nDTSTART:"
                                    "19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nBEGIN:"
                                    "DAYLIGHT\r\nDTSTART:19700329T020000\r\n"
                                    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+"
                                    "0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n");
  g_autoptr (ScrCalendarRead) read = read_text (text);
  const ScrCalendarEvent *found = first_of (read);

  g_assert_cmpint (found->start, ==, 9 * 60);
  g_assert_true (found->is_instant);
  g_assert_nonnull (found->told);
}

static void
test_texts (void)
{
  g_autofree char *text = event (
      "DTSTART:20190612T100000\r\nLOCATION:Civic Offices\\, Room 3\\nSecond floor\r\n"
      "DESCRIPTION:One\\nTwo\\; three\r\nURL:https://example.org/a,b\r\nCATEGORIES:Executive,Other\r\n"
      "STATUS:CANCELLED\r\nSEQUENCE:7\r\nATTENDEE:mailto:somebody@example.org\r\n"
      "X-ANYTHING:x\r\nBEGIN:VALARM\r\nSUMMARY:Not this\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\n");
  g_autoptr (ScrCalendarRead) read = read_text (text);
  const ScrCalendarEvent *found = first_of (read);

  g_assert_cmpstr (found->title, ==, "Board");
  g_assert_cmpstr (found->place, ==, "Civic Offices, Room 3 Second floor");
  g_assert_cmpstr (found->note, ==, "One\nTwo; three");
  g_assert_cmpstr (found->online, ==, "https://example.org/a,b");
  g_assert_cmpstr (found->categories, ==, "Executive\nOther");
  g_assert_cmpint (found->sequence, ==, 7);
  g_assert_true (found->is_cancelled);
}

/* The newest of those with the same identity counts; what has none gets the same one each time. */
static void
test_identities (void)
{
  g_autofree char *text = calendar (
      "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Old\r\nSEQUENCE:1\r\nDTSTART:20190612T100000\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:New\r\nSEQUENCE:3\r\nDTSTART:20190613T100000\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Middle\r\nSEQUENCE:2\r\nDTSTART:20190614T100000\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nSUMMARY:No identity\r\nDTSTART:20190614T100000\r\nEND:VEVENT\r\n"
      "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Task\r\nEND:VTODO\r\nBEGIN:VJOURNAL\r\nUID:j\r\nEND:VJOURNAL\r\n");
  g_autoptr (ScrCalendarRead) read = read_text (text);
  g_autoptr (ScrCalendarRead) again = read_text (text);

  g_assert_cmpuint (read->events->len, ==, 2);
  g_assert_cmpstr (first_of (read)->title, ==, "New");
  g_assert_cmpuint (read->n_problems, ==, 2);
  g_assert_cmpuint (read->n_tasks, ==, 1);
  g_assert_cmpuint (read->n_journals, ==, 1);
  g_assert_cmpstr (((ScrCalendarEvent *)g_ptr_array_index (read->events, 1))->uid, ==,
                   ((ScrCalendarEvent *)g_ptr_array_index (again->events, 1))->uid);
}

/* --- Plans --- */

static ScrPlanSort
plan_one (Fixture *fixture, const char *lines)
{
  g_autofree char *text = event (lines);
  g_autoptr (ScrCalendarPlan) plan = plan_text (fixture->store, text);

  g_assert_cmpuint (plan->entries->len, ==, 1);
  return ((ScrPlanEntry *)g_ptr_array_index (plan->entries, 0))->sort;
}

/* As the command does, for one meeting. */
static char *
import_one (Fixture *fixture, const char *lines)
{
  g_autofree char *text = event (lines);
  g_autoptr (ScrCalendarPlan) plan = plan_text (fixture->store, text);
  const ScrPlanEntry *entry = g_ptr_array_index (plan->entries, 0);
  ScrEdit *edit = scr_edit_new ("Import");
  g_autofree char *base = scr_plan_entry_dup_base (entry);
  char *id = g_strdup (entry->meeting != NULL ? entry->meeting : scr_edit_add (edit, "meeting", NULL));

  for (guint i = 0; i < SCR_PLAN_N_FIELDS; i++)
    if (i == SCR_PLAN_LENGTH && entry->after[i] != NULL)
      scr_edit_set_number (edit, "meeting", id, "length", g_ascii_strtod (entry->after[i], NULL));
    else
      scr_edit_set_text (edit, "meeting", id, scr_plan_field_get_name (i), entry->after[i]);
  scr_edit_set_text (edit, "meeting", id, "uid", entry->event->uid);
  scr_edit_set_number (edit, "meeting", id, "sequence", entry->event->sequence);
  scr_edit_set_text (edit, "meeting", id, "imported", base);
  maker_apply (fixture->store, edit);
  return id;
}

#define AT_TEN "DTSTART;TZID=Europe/London:20190612T100000\r\nDURATION:PT1H\r\n"
#define AT_NOON "DTSTART;TZID=Europe/London:20190612T120000\r\nDURATION:PT1H\r\n"

static void
test_plan (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = NULL;

  add_choices (fixture->store);
  g_assert_cmpint (plan_one (fixture, AT_TEN), ==, SCR_PLAN_NEW);
  id = import_one (fixture, AT_TEN "SEQUENCE:2\r\n");
  g_assert_cmpint (plan_one (fixture, AT_TEN "SEQUENCE:2\r\n"), ==, SCR_PLAN_SAME);
  /* The same instant told otherwise. */
  g_assert_cmpint (plan_one (fixture, "DTSTART:20190612T090000Z\r\nDTEND:20190612T100000Z\r\nSEQUENCE:2\r\n"),
                   ==, SCR_PLAN_SAME);
  g_assert_cmpint (plan_one (fixture, AT_NOON "SEQUENCE:3\r\n"), ==, SCR_PLAN_ALTERED);
  g_assert_cmpint (plan_one (fixture, AT_NOON "SEQUENCE:1\r\n"), ==, SCR_PLAN_OLDER);
  g_assert_cmpint (plan_one (fixture, AT_TEN "SEQUENCE:3\r\nSTATUS:CANCELLED\r\n"), ==, SCR_PLAN_CANCELLED);
  /* Altered here, in another field: both stand. */
  maker_set (fixture->store, "meeting", id, "place", "Here");
  g_assert_cmpint (plan_one (fixture, AT_TEN "SEQUENCE:2\r\n"), ==, SCR_PLAN_SAME);
  g_assert_cmpint (plan_one (fixture, AT_NOON "SEQUENCE:3\r\n"), ==, SCR_PLAN_ALTERED);
  /* In the same field: somebody chooses. */
  maker_set (fixture->store, "meeting", id, "start", "11:00");
  g_assert_cmpint (plan_one (fixture, AT_TEN "SEQUENCE:2\r\n"), ==, SCR_PLAN_SAME);
  g_assert_cmpint (plan_one (fixture, AT_NOON "SEQUENCE:3\r\n"), ==, SCR_PLAN_CONFLICT);
  maker_set (fixture->store, "meeting", id, "start", "10:00");
  maker_set (fixture->store, "meeting", id, "state", "meeting-state.held");
  g_assert_cmpint (plan_one (fixture, AT_NOON "SEQUENCE:3\r\n"), ==, SCR_PLAN_CONFLICT);
  maker_do (fixture->store, SCR_OP_BIN, "meeting", id);
  g_assert_cmpint (plan_one (fixture, AT_TEN "SEQUENCE:2\r\n"), ==, SCR_PLAN_CONFLICT);
}

/* A cancellation of what is not here is nothing; of what is here, it cancels. */
static void
test_method (Fixture *fixture, gconstpointer unused)
{
  static const char cancel[] = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:1@test\r\nSUMMARY:"
                               "Board\r\nSEQUENCE:9\r\n" AT_TEN "END:VEVENT\r\nEND:VCALENDAR\r\n";
  static const char reply[]
      = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1@test\r\nSUMMARY:Board\r\n" AT_TEN
        "END:VEVENT\r\nEND:VCALENDAR\r\n";

  add_choices (fixture->store);
  {
    g_autoptr (ScrCalendarPlan) plan = plan_text (fixture->store, cancel);

    g_assert_cmpuint (plan->entries->len, ==, 0);
    g_assert_cmpuint (plan->read->n_problems, ==, 1);
  }
  g_free (import_one (fixture, AT_TEN));
  {
    g_autoptr (ScrCalendarPlan) plan = plan_text (fixture->store, cancel);
    g_autoptr (ScrCalendarPlan) answer = plan_text (fixture->store, reply);

    g_assert_cmpuint (plan->counts[SCR_PLAN_CANCELLED], ==, 1);
    g_assert_cmpuint (answer->entries->len, ==, 0);
    g_assert_cmpuint (answer->read->n_problems, ==, 1);
  }
}

static void
test_guess (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *hub = maker_add (fixture->store, "group", "Learning hub", NULL);
  g_autofree char *other = maker_add (fixture->store, "group", "Learning hub steering group", NULL);
  g_autofree char *text = calendar (
      "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Bexley learning HUB: thresholds\r\n" AT_TEN "END:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Anything\r\nCATEGORIES:Learning hub steering group\r\n" AT_TEN
      "END:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:c\r\nSUMMARY:Lunch\r\n" AT_TEN "END:VEVENT\r\n");
  g_autoptr (ScrCalendarPlan) plan = NULL;

  add_choices (fixture->store);
  plan = plan_text (fixture->store, text);
  g_assert_cmpstr (((ScrPlanEntry *)g_ptr_array_index (plan->entries, 0))->group, ==, hub);
  g_assert_cmpstr (((ScrPlanEntry *)g_ptr_array_index (plan->entries, 0))->kind, ==,
                   "meeting-kind.learning-hub");
  g_assert_cmpstr (((ScrPlanEntry *)g_ptr_array_index (plan->entries, 1))->group, ==, other);
  g_assert_null (((ScrPlanEntry *)g_ptr_array_index (plan->entries, 2))->group);
}

static void
add_numbered (GString *content, const char *uid)
{
  g_string_append_printf (content, "BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:Board\r\n" AT_TEN "END:VEVENT\r\n",
                          uid);
}

/* Few events are looked for one by one, many by going through all meetings: both find the same. */
static void
test_match (Fixture *fixture, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree char *undated = maker_add (fixture->store, "meeting", "Board", "uid", "undated", NULL);
  g_autofree char *binned = maker_add (fixture->store, "meeting", "Board", "uid", "binned", NULL);
  g_autofree char *gone = maker_add (fixture->store, "meeting", "Board", "uid", "both", NULL);
  g_autofree char *live = maker_add (fixture->store, "meeting", "Board", "uid", "both", NULL);
  g_autofree char *own = maker_add (fixture->store, "meeting", "Board", NULL);
  g_autofree char *own_uid = g_strconcat (own, "@scrutiny", NULL);
  const char *const uids[] = {"undated", "binned", "both", own_uid};
  const char *const found[] = {undated, binned, live, own};
  g_autoptr (GString) content = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (ScrCalendarPlan) plan = NULL;

  maker_do (fixture->store, SCR_OP_BIN, "meeting", binned);
  maker_do (fixture->store, SCR_OP_BIN, "meeting", gone);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = g_strdup_printf ("new-%u", i);

      add_numbered (content, i < G_N_ELEMENTS (uids) ? uids[i] : uid);
    }
  text = calendar (content->str);
  plan = plan_text (fixture->store, text);
  g_assert_cmpuint (plan->entries->len, ==, n);
  g_assert_cmpuint (plan->counts[SCR_PLAN_NEW], ==, n - G_N_ELEMENTS (uids));
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      const ScrPlanEntry *entry = g_ptr_array_index (plan->entries, i);

      g_assert_cmpstr (entry->meeting, ==, found[i]);
      g_assert_cmpint (entry->is_in_bin, ==, i == 1);
    }
}

/* The name that an event of a series gets may be another's in a hostile file: it is taken once. */
static void
test_namesake (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = calendar (
      "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:One\r\nRECURRENCE-ID:20190612T090000\r\n" AT_TEN "END:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:a_20190612\r\nSUMMARY:Other\r\n" AT_TEN "END:VEVENT\r\n");
  g_autoptr (ScrCalendarPlan) plan = plan_text (fixture->store, text);

  g_assert_cmpuint (plan->entries->len, ==, 1);
  g_assert_cmpuint (plan->read->n_problems, ==, 1);
}

/* --- Out and in again --- */

static char *
random_text (GRand *rand, guint max)
{
  static const char *const parts[]
      = {"Board", " ", ",", ";", "\\", "\"", "ŷ", "日本", "𝄞", ":", "n", "é", "-", "=", "'"};
  GString *text = g_string_new ("x");
  guint n = (guint)g_rand_int_range (rand, 0, (gint32)max);

  for (guint i = 0; i < n; i++)
    g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static void
add_random (Fixture *fixture, GRand *rand)
{
  static const char *const zones[]
      = {NULL, "America/New_York", "Asia/Kolkata", "Europe/London", "UTC", "Australia/Sydney"};
  static const char *const states[] = {"proposed", "agenda-agreed", "held", "cancelled"};
  ScrEdit *edit = scr_edit_new ("Random");
  g_autofree char *id = g_strdup (scr_edit_add (edit, "meeting", NULL));
  g_autofree char *title = random_text (rand, 60);
  g_autofree char *place = random_text (rand, 60);
  g_autofree char *day = scr_day_add ("2019-01-01", g_rand_int_range (rand, 0, 800));
  g_autofree char *last = scr_day_add (day, g_rand_int_range (rand, 1, 9));
  g_autofree char *start = scr_time_from_minutes (g_rand_int_range (rand, 0, 24 * 60));
  g_autofree char *state = g_strconcat ("meeting-state.", states[g_rand_int_range (rand, 0, 4)], NULL);
  gboolean timed = g_rand_int_range (rand, 0, 4) > 0;
  gboolean several = g_rand_int_range (rand, 0, 5) == 0;

  scr_edit_set_text (edit, "meeting", id, "title", title);
  scr_edit_set_text (edit, "meeting", id, "place", place);
  scr_edit_set_text (edit, "meeting", id, "day", day);
  scr_edit_set_text (edit, "meeting", id, "state", state);
  scr_edit_set_text (edit, "meeting", id, "zone", zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
  if (timed)
    scr_edit_set_text (edit, "meeting", id, "start", several ? "10:00" : start);
  if (several)
    scr_edit_set_text (edit, "meeting", id, "last_day", last);
  if (g_rand_int_range (rand, 0, 4) > 0)
    scr_edit_set_number (edit, "meeting", id, "length", g_rand_int_range (rand, 1, several ? 300 : 3000));
  if (g_rand_boolean (rand))
    scr_edit_set_text (edit, "meeting", id, "online",
                       g_rand_boolean (rand) ? "https://example.org/x" : "Ask, please; or \\ not");
  maker_apply (fixture->store, edit);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *file = NULL;
  g_autoptr (ScrCalendarPlan) plan = NULL;

  add_choices (fixture->store);
  for (guint i = 0; i < 400; i++)
    add_random (fixture, rand);
  file = write_all (fixture->store);
  plan = plan_text (fixture->store, file);
  g_assert_cmpuint (plan->entries->len, ==, 400);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const ScrPlanEntry *entry = g_ptr_array_index (plan->entries, i);

      for (guint k = 0; entry->sort != SCR_PLAN_SAME && k < SCR_PLAN_N_FIELDS; k++)
        if (entry->altered & (1u << k))
          g_error ("%s of “%s” %s %s %s: “%s” became “%s”", scr_plan_field_get_name (k),
                   entry->before[SCR_PLAN_TITLE], entry->before[SCR_PLAN_DAY], entry->before[SCR_PLAN_START],
                   entry->before[SCR_PLAN_ZONE], entry->before[k], entry->after[k]);
    }
  g_assert_cmpuint (plan->counts[SCR_PLAN_SAME], ==, 400);
  g_assert_cmpuint (plan->read->n_problems, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-read/times", test_times);
  g_test_add_func ("/calendar-read/own-zone", test_own_zone);
  g_test_add_func ("/calendar-read/texts", test_texts);
  g_test_add_func ("/calendar-read/identities", test_identities);
  ADD ("/calendar-read/plan", test_plan);
  ADD ("/calendar-read/method", test_method);
  ADD ("/calendar-read/guess", test_guess);
  ADD ("/calendar-read/namesake", test_namesake);
  g_test_add ("/calendar-read/match/few", Fixture, GUINT_TO_POINTER (5), set_up, test_match, tear_down);
  g_test_add ("/calendar-read/match/many", Fixture, GUINT_TO_POINTER (60), set_up, test_match, tear_down);
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/calendar-read/round-trip/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_round_trip, tear_down);
    }
  return g_test_run ();
}
