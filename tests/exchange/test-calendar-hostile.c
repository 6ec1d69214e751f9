/* Tests of calendars that are damaged, huge, or made to do harm: each gets a report, none stops the program.
 */
#include "calendar-fixture.h"

static void
assert_refused (const char *bytes, gsize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize)length, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (scr_calendar_read (stream, length, "Europe/London", NULL, NULL, NULL, &error));
  g_assert_cmpint (error->domain, ==, SCR_ERROR);
}

static void
test_no_calendar (void)
{
  g_autofree char *zeros = g_malloc0 (100000);
  g_autofree char *letters = g_strnfill (3 * 1024 * 1024, 'A');

  assert_refused ("", 0);
  assert_refused ("hello\n", 6);
  assert_refused (zeros, 100000);
  assert_refused (letters, strlen (letters));
  assert_refused ("\377\376", 2);
}

#define GOOD(uid) "BEGIN:VEVENT\r\nUID:" uid "\r\nSUMMARY:Good\r\nDTSTART:20190612T100000\r\nEND:VEVENT\r\n"

/* What is around a damaged part is taken. */
static void
test_damage (void)
{
  static const struct
  {
    const char *content;
    guint events;
    guint problems;
  } cases[] = {
      {GOOD ("1") GOOD ("2"), 2, 0},
      {GOOD ("1") "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:No day\r\nEND:VEVENT\r\n" GOOD ("2"), 2, 1},
      {GOOD ("1") "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:yesterday\r\nEND:VEVENT\r\n" GOOD ("2"), 2, 1},
      {GOOD ("1") "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20190231T100000\r\nEND:VEVENT\r\n" GOOD ("2"), 2, 1},
      {GOOD ("1") "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:17991231T100000\r\nEND:VEVENT\r\n" GOOD ("2"), 2, 1},
      {GOOD ("1") "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:23010101T100000\r\nEND:VEVENT\r\n" GOOD ("2"), 2, 1},
      {GOOD ("1") "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:No end\r\n" GOOD ("2"), 2, 1},
      {GOOD ("1") "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Cut off\r\n", 1, 1},
      {GOOD ("1") "END:VEVENT\r\nEND:VTODO\r\nrubbish\r\n\r\n:::\r\n" GOOD ("2"), 2, 0},
      {GOOD ("1") "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nUID:x\r\nEND:VEVENT\r\n" GOOD ("2"), 2, 1},
      {GOOD ("1") "BEGIN:VTODO\r\nBEGIN:VALARM\r\nEND:VTODO\r\n" GOOD ("2"), 2, 0},
      {"begin:vevent\nuid:9\ndtstart:20190612T100000\nend:vevent\n", 1, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = calendar (cases[i].content);
      g_autoptr (ScrCalendarRead) read = read_text (text);

      g_test_message ("%s", cases[i].content);
      g_assert_cmpuint (read->events->len, ==, cases[i].events);
      g_assert_cmpuint (read->n_problems, ==, cases[i].problems);
      for (guint k = 0; k < read->problems->len; k++)
        g_assert_cmpuint (((ScrCalendarProblem *)g_ptr_array_index (read->problems, k))->line, >, 3);
    }
}

/* Every beginning of a file ends well. */
static void
test_truncated (void)
{
  g_autofree char *text = calendar (GOOD ("1") GOOD (
      "2") "BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
  gsize n = strlen (text);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize)i, NULL);
      g_autoptr (ScrCalendarRead) read
          = scr_calendar_read (stream, i, "Europe/London", NULL, NULL, NULL, NULL);

      if (read != NULL)
        g_assert_cmpuint (read->events->len, <=, 2);
    }
}

static void
test_encodings (void)
{
  g_autofree char *plain
      = calendar ("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Cyfarfod ŷ\r\nDTSTART:20190612T100000\r\nEND:VEVENT\r\n");
  g_autofree char *latin
      = calendar ("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Caf\351\r\nDTSTART:20190612T100000\r\nEND:VEVENT\r\n");
  g_autofree char *marked = g_strconcat ("\357\273\277", plain, NULL);
  g_autofree char *old = g_strdup (plain);
  gsize n;
  g_autofree char *utf16 = g_convert (marked, -1, "UTF-16LE", "UTF-8", NULL, &n, NULL);
  g_autoptr (ScrCalendarRead) from_marked = read_text (marked);
  g_autoptr (ScrCalendarRead) from_utf16 = read_bytes (utf16, n);
  g_autoptr (ScrCalendarRead) from_latin = read_text (latin);
  g_autoptr (ScrCalendarRead) from_old = NULL;
  char *to = old;

  /* Lines ended by CR alone. */
  for (const char *c = old; *c != '\0'; c++)
    if (*c != '\n')
      *to++ = *c;
  *to = '\0';
  from_old = read_text (old);
  g_assert_cmpstr (((ScrCalendarEvent *)g_ptr_array_index (from_marked->events, 0))->title, ==, "Cyfarfod ŷ");
  g_assert_cmpstr (((ScrCalendarEvent *)g_ptr_array_index (from_utf16->events, 0))->title, ==, "Cyfarfod ŷ");
  g_assert_cmpstr (((ScrCalendarEvent *)g_ptr_array_index (from_latin->events, 0))->title, ==, "Café");
  g_assert_cmpstr (((ScrCalendarEvent *)g_ptr_array_index (from_old->events, 0))->title, ==, "Cyfarfod ŷ");
  g_assert_cmpuint (from_latin->told->len, ==, 1);
  g_assert_cmpuint (from_marked->told->len, ==, 0);
}

/* Found by tests/fuzz: a backslash before a character of several bytes. */
static void
test_escaped_letters (void)
{
  static const char *const lines[]
      = {"SUMMARY:A\\\377\r\n", "SUMMARY:\\é\r\n", "SUMMARY:A\r\nLOCATION:\\日本\r\n",
         "SUMMARY:A\r\nDESCRIPTION:x\\𝄞\r\n", "SUMMARY:A\r\nCATEGORIES:x\\𝄞\r\n"};

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *content = g_strconcat ("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20190612T100000\r\n",
                                              lines[i], "END:VEVENT\r\n", NULL);
      g_autofree char *whole = calendar (content);
      g_autoptr (ScrCalendarRead) read = read_text (whole);
      const ScrCalendarEvent *found = g_ptr_array_index (read->events, 0);

      g_assert_cmpuint (read->events->len, ==, 1);
      g_assert_true (g_utf8_validate (found->title, -1, NULL));
      g_assert_true (found->place == NULL || g_utf8_validate (found->place, -1, NULL));
      g_assert_true (found->note == NULL || g_utf8_validate (found->note, -1, NULL));
      g_assert_true (found->categories == NULL || g_utf8_validate (found->categories, -1, NULL));
    }
}

static void
test_nul (void)
{
  static const char text[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\0B\r\nDTSTART:"
                             "20190612T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (ScrCalendarRead) read = read_bytes (text, sizeof text - 1);

  g_assert_cmpstr (((ScrCalendarEvent *)g_ptr_array_index (read->events, 0))->title, ==, "AB");
  g_assert_cmpuint (read->told->len, ==, 1);
}

/* One huge line, one folded into very many, one huge event: each costs itself only. */
static void
test_huge_lines (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autofree char *letters = g_strnfill (8 * 1024 * 1024, 'A');
  g_autoptr (ScrCalendarRead) read = NULL;

  g_string_append (text, "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Long\r\nDESCRIPTION:");
  g_string_append (text, letters);
  g_string_append (text, "\r\nDTSTART:20190612T100000\r\nEND:VEVENT\r\n");
  g_string_append (text,
                   "BEGIN:VEVENT\r\nUID:y\r\nSUMMARY:Folded\r\nDTSTART:20190612T100000\r\nDESCRIPTION:a\r\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, " aaaaaaaaaa\r\n");
  g_string_append (text,
                   "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:z\r\nSUMMARY:Many\r\nDTSTART:20190612T100000\r\n");
  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "COMMENT:a\r\n");
  g_string_append (text, "END:VEVENT\r\n" GOOD ("1") "END:VCALENDAR\r\n");
  read = read_text (text->str);
  g_assert_cmpuint (read->events->len, ==, 1);
  g_assert_cmpuint (read->n_problems, ==, 3);
  g_assert_cmpstr (((ScrCalendarProblem *)g_ptr_array_index (read->problems, 0))->title, ==, "Long");
}

static void
test_nesting (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autoptr (ScrCalendarRead) read = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "BEGIN:X-A\r\n");
  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "END:X-A\r\n");
  g_string_append (text, GOOD ("1"));
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "BEGIN:VEVENT\r\n");
  read = read_text (text->str);
  g_assert_cmpuint (read->events->len, ==, 1);
  g_assert_cmpuint (read->n_problems, ==, 100001);
  g_assert_cmpuint (read->problems->len, <=, 1000);
}

/* Rules made to be expanded for ever, in events and in zones. */
static void
test_bombs (Fixture *fixture, gconstpointer unused)
{
  static const char *const rules[] = {
      "RRULE:FREQ=SECONDLY\r\n",
      "RRULE:FREQ=DAILY;COUNT=2147483647\r\n",
      "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31\r\n",
      "RRULE:FREQ=SECONDLY;BYMONTHDAY=30;BYMONTH=2\r\n",
      "RRULE:FREQ=MINUTELY;INTERVAL=1;BYSECOND=1,2,3,4,5,6,7;BYHOUR=25\r\n",
      "RRULE:FREQ=\r\n",
      "RRULE:COUNT=5\r\n",
      "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366\r\nRRULE:FREQ=DAILY\r\n",
      "RDATE:99999999\r\nEXDATE:20190612,20190613\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *lines = g_strconcat ("DTSTART:20190612T100000\r\n", rules[i], NULL);
      g_autofree char *text = event (lines);
      g_autoptr (ScrCalendarPlan) plan = plan_text (fixture->store, text);

      g_assert_cmpuint (plan->entries->len, >=, 1);
      g_assert_cmpuint (plan->entries->len, <=, 1000);
    }
}

static void
test_zone_bomb (void)
{
  g_autofree char *text = calendar (
      "BEGIN:VTIMEZONE\r\nTZID:Bomb\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:FREQ=SECONDLY\r\n"
      "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Bomb:20190612T100000\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=../../../etc/passwd:20190612T100000\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:3\r\nDTSTART;TZID=\"/etc/localtime\":20190612T100000\r\nEND:VEVENT\r\n");
  g_autoptr (ScrCalendarRead) read = read_text (text);

  g_assert_cmpuint (read->events->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const ScrCalendarEvent *found = g_ptr_array_index (read->events, i);

      g_assert_cmpint (found->start, ==, 600);
      g_assert_nonnull (found->told);
    }
}

/* Bytes altered at random. */
static void
test_noise (void)
{
  g_autofree char *text
      = calendar (GOOD ("1") "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:"
                             "19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                             "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                             "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:A\\,b\r\nDTSTART;TZID=Z:"
                             "20190612T100000\r\nDTEND:20190612T100000Z\r\n"
                             "RRULE:FREQ=MONTHLY;BYDAY=1TU\r\nEXDATE:20190701T100000\r\nDURATION:"
                             "P1W\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n");
  gsize n = strlen (text);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *noisy = g_memdup2 (text, n + 1);
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (ScrCalendarRead) read = NULL;
      guint changes = (guint)g_rand_int_range (rand, 1, 8);

      for (guint k = 0; k < changes; k++)
        noisy[g_rand_int_range (rand, 0, (gint32)n)] = (char)g_rand_int_range (rand, 0, 256);
      stream = g_memory_input_stream_new_from_data (noisy, (gssize)n, NULL);
      read = scr_calendar_read (stream, n, "Europe/London", NULL, NULL, NULL, NULL);
      if (read != NULL)
        g_assert_cmpuint (read->events->len, <=, 2);
    }
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autoptr (ScrCalendarRead) read = NULL;

  for (guint i = 0; i < SCR_CALENDAR_MAX_EVENTS + 10; i++)
    g_string_append_printf (text, "BEGIN:VEVENT\r\nUID:%u\r\nDTSTART;VALUE=DATE:20190612\r\nEND:VEVENT\r\n",
                            i);
  g_string_append (text, "END:VCALENDAR\r\n");
  read = read_text (text->str);
  g_assert_cmpuint (read->events->len, ==, SCR_CALENDAR_MAX_EVENTS);
  g_assert_cmpuint (read->n_problems, ==, 10);
}

static void
test_cancel (void)
{
  g_autofree char *text = calendar (GOOD ("1"));
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/file.ics");
  g_autoptr (GError) error = NULL;

  g_assert_null (scr_calendar_read_file (missing, "Europe/London", NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (scr_calendar_read (stream, 0, "Europe/London", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-hostile/no-calendar", test_no_calendar);
  g_test_add_func ("/calendar-hostile/damage", test_damage);
  g_test_add_func ("/calendar-hostile/truncated", test_truncated);
  g_test_add_func ("/calendar-hostile/encodings", test_encodings);
  g_test_add_func ("/calendar-hostile/escaped-letters", test_escaped_letters);
  g_test_add_func ("/calendar-hostile/nul", test_nul);
  g_test_add_func ("/calendar-hostile/huge-lines", test_huge_lines);
  g_test_add_func ("/calendar-hostile/nesting", test_nesting);
  g_test_add ("/calendar-hostile/bombs", Fixture, NULL, set_up, test_bombs, tear_down);
  g_test_add_func ("/calendar-hostile/zone-bomb", test_zone_bomb);
  g_test_add_func ("/calendar-hostile/noise", test_noise);
  g_test_add_func ("/calendar-hostile/many", test_many);
  g_test_add_func ("/calendar-hostile/cancel", test_cancel);
  return g_test_run ();
}
