/* Tests of calendars out: what a file says of each meeting, its times, its text, its lines; checked by
 * libical. */
#include "calendar-fixture.h"

#include "scr-agenda.h"
#include "scr-calendar-text.h"
#include "scr-day.h"
#include "scr-zone.h"

#include <libical/ical.h>

static char *
add_meeting (Fixture *fixture, const char *title, const char *day, const char *start, const char *length)
{
  char *id = maker_add (fixture->store, "meeting", title, "day", day, NULL);

  if (start != NULL)
    maker_set (fixture->store, "meeting", id, "start", start);
  if (length != NULL)
    {
      ScrEdit *edit = scr_edit_new ("Length");

      scr_edit_set_number (edit, "meeting", id, "length", g_ascii_strtod (length, NULL));
      maker_apply (fixture->store, edit);
    }
  return id;
}

static void
assert_has (const char *file, const char *line)
{
  if (strstr (file, line) == NULL)
    g_error ("missing “%s” in\n%s", line, file);
}

static void
assert_lacks (const char *file, const char *text)
{
  if (strstr (file, text) != NULL)
    g_error ("“%s” should not be in\n%s", text, file);
}

/* --- Lines --- */

/* No line is longer than 75 bytes, each ends with CR and LF, and all is UTF-8 line by line. */
static void
assert_folded (const char *file)
{
  g_auto (GStrv) lines = g_strsplit (file, "\r\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
test_fold (void)
{
  for (guint n = 0; n < 400; n++)
    {
      g_autoptr (GString) out = g_string_new ("BEGIN:VEVENT\r\n");
      g_autoptr (GString) text = g_string_new (NULL);
      icalcomponent *component;

      for (guint i = 0; i < n; i++)
        g_string_append (text, i % 7 == 0    ? "ŷ"
                               : i % 11 == 0 ? "𝄞"
                               : i % 13 == 0 ? ","
                               : i % 17 == 0 ? "\n"
                                             : "a");
      scr_calendar_put_text (out, "SUMMARY", text->str);
      g_string_append (out, "END:VEVENT\r\n");
      assert_folded (out->str);
      component = icalparser_parse_string (out->str);
      if (n > 0)
        g_assert_cmpstr (icalcomponent_get_summary (component), ==, text->str);
      icalcomponent_free (component);
    }
}

static void
test_escape (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id
      = add_meeting (fixture, "Board; \"safe\", sound \\ and: more", "2019-06-12", "10:00", "90");
  g_autofree char *file = NULL;
  icalcomponent *all;

  maker_set (fixture->store, "meeting", id, "place", "Civic Offices, Room 3; second floor");
  file = write_all (fixture->store);
  assert_has (file, "SUMMARY:Board\\; \"safe\"\\, sound \\\\ and: more\r\n");
  assert_folded (file);
  all = icalparser_parse_string (file);
  g_assert_cmpint (icalcomponent_count_errors (all), ==, 0);
  g_assert_cmpstr (icalcomponent_get_summary (icalcomponent_get_inner (all)), ==,
                   "Board; \"safe\", sound \\ and: more");
  icalcomponent_free (all);
}

/* --- Each meeting --- */

static void
test_fields (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = add_meeting (fixture, "Board", "2019-06-12", "10:00", "90");
  g_autofree char *uid = g_strdup_printf ("UID:%s@scrutiny\r\n", id);
  g_autofree char *file = NULL;
  g_autofree char *later = NULL;

  add_choices (fixture->store);
  maker_set (fixture->store, "meeting", id, "kind", "meeting-kind.board");
  maker_set (fixture->store, "meeting", id, "state", "meeting-state.proposed");
  maker_set (fixture->store, "meeting", id, "online", "https://example.org/a,b?c=d");
  maker_set (fixture->store, "meeting", id, "observations", "Secret observation");
  maker_set (fixture->store, "meeting", id, "summary", "Secret minutes");
  maker_set (fixture->store, "meeting", id, "note", "Secret note");
  file = write_all (fixture->store);
  assert_has (file, uid);
  assert_has (file, "DTSTART;TZID=Europe/London:20190612T100000\r\n");
  assert_has (file, "DTEND;TZID=Europe/London:20190612T113000\r\n");
  assert_has (file, "STATUS:TENTATIVE\r\n");
  assert_has (file, "CATEGORIES:Partnership board\r\n");
  assert_has (file, "DTSTAMP:");
  assert_lacks (file, "Secret");
  assert_lacks (file, "ORGANIZER");
  assert_lacks (file, "ATTENDEE");
  maker_set (fixture->store, "meeting", id, "state", "meeting-state.held");
  later = write_all (fixture->store);
  assert_has (later, "STATUS:CONFIRMED\r\n");
}

/* What a calendar has already is replaced by a later revision only. */
static void
test_sequence (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = add_meeting (fixture, "Board", "2019-06-12", NULL, NULL);
  int last = -1;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *file = write_all (fixture->store);
      icalcomponent *all = icalparser_parse_string (file);
      int sequence = icalcomponent_get_sequence (icalcomponent_get_inner (all));

      g_assert_cmpint (sequence, >, last);
      last = sequence;
      icalcomponent_free (all);
      maker_set (fixture->store, "meeting", id, "day", i % 2 == 0 ? "2019-06-13" : "2019-06-12");
    }
}

static char *
get_event (const char *file, const char *uid)
{
  g_autofree char *line = g_strdup_printf ("UID:%s@scrutiny\r\n", uid);
  const char *begin = strstr (file, line);
  const char *end = begin != NULL ? strstr (begin, "END:VEVENT") : NULL;

  g_assert_nonnull (end);
  return g_strndup (begin, (gsize)(end - begin));
}

/* Where revisions are counted for all at once, each event is the same as by itself; what has no day, or is in
 * the bin, stays out. */
static void
test_many (Fixture *fixture, gconstpointer unused)
{
  static const guint looked_at[] = {0, 7, 900, 1299};
  ScrEdit *edit = scr_edit_new ("Many");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  ScrCalendarWritten written;
  g_autofree char *all = NULL;

  for (guint i = 0; i < 1300; i++)
    {
      const char *id = scr_edit_add (edit, "meeting", NULL);
      g_autofree char *day = scr_day_add ("2019-01-01", (int)(i * 7 % 1000));

      scr_edit_set_text (edit, "meeting", id, "title", "Board");
      scr_edit_set_text (edit, "meeting", id, "day", day);
      g_ptr_array_add (ids, g_strdup (id));
    }
  maker_apply (fixture->store, edit);
  maker_set (fixture->store, "meeting", ids->pdata[7], "title", "Moved once");
  maker_set (fixture->store, "meeting", ids->pdata[900], "title", "Moved");
  maker_set (fixture->store, "meeting", ids->pdata[900], "day", "2029-01-01");
  maker_set (fixture->store, "meeting", ids->pdata[8], "day", NULL);
  maker_do (fixture->store, SCR_OP_BIN, "meeting", ids->pdata[9]);
  all = write_some (fixture->store, &(ScrCalendarWhat) {0}, &written);
  g_assert_cmpuint (written.n_written, ==, 1298);
  g_assert_cmpuint (written.n_without_day, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (looked_at); i++)
    {
      const char *id = g_ptr_array_index (ids, looked_at[i]);
      g_autofree char *alone = write_some (fixture->store, &(ScrCalendarWhat) {.meeting = id}, &written);
      g_autofree char *among = get_event (all, id);
      g_autofree char *by_itself = get_event (alone, id);

      g_strdelimit (strstr (among, "DTSTAMP:"), "0123456789", '0');
      g_strdelimit (strstr (by_itself, "DTSTAMP:"), "0123456789", '0');
      g_assert_cmpstr (among, ==, by_itself);
    }
  g_assert_cmpint (strstr (all, "DTSTART;VALUE=DATE:20290101") - all, >,
                   g_strrstr (all, "DTSTART;VALUE=DATE:2021") - all);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = add_meeting (fixture, "Board", "2019-06-12", "10:00", "90");
  g_autofree char *file = NULL;

  add_choices (fixture->store);
  maker_set (fixture->store, "meeting", id, "state", "meeting-state.cancelled");
  file = write_all (fixture->store);
  assert_has (file, "STATUS:CANCELLED\r\n");
}

static void
test_days (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *one = add_meeting (fixture, "One", "2020-02-29", NULL, NULL);
  g_autofree char *many = add_meeting (fixture, "Many", "2019-12-30", NULL, NULL);
  g_autofree char *none = maker_add (fixture->store, "meeting", "No day yet", NULL);
  ScrCalendarWritten written;
  g_autofree char *file = NULL;

  maker_set (fixture->store, "meeting", many, "last_day", "2020-01-02");
  file = write_some (fixture->store, &(ScrCalendarWhat) {0}, &written);
  g_assert_cmpuint (written.n_written, ==, 2);
  g_assert_cmpuint (written.n_without_day, ==, 1);
  assert_has (file, "DTSTART;VALUE=DATE:20200229\r\nDTEND;VALUE=DATE:20200301\r\n");
  assert_has (file, "DTSTART;VALUE=DATE:20191230\r\nDTEND;VALUE=DATE:20200103\r\n");
  assert_lacks (file, "No day yet");
}

static void
test_choice (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = add_meeting (fixture, "First", "2019-01-10", "10:00", NULL);
  g_autofree char *second = add_meeting (fixture, "Second", "2019-06-10", "10:00", NULL);
  g_autofree char *group = maker_add (fixture->store, "group", "Executive", NULL);
  ScrCalendarWritten written;
  g_autofree char *spanned = write_some (
      fixture->store, &(ScrCalendarWhat) {.from = "2019-02-01", .until = "2019-06-10"}, &written);
  g_autofree char *alone = write_some (fixture->store, &(ScrCalendarWhat) {.meeting = first}, &written);
  g_autofree char *grouped = NULL;

  assert_has (spanned, "SUMMARY:Second");
  assert_lacks (spanned, "SUMMARY:First");
  assert_has (alone, "SUMMARY:First");
  assert_lacks (alone, "SUMMARY:Second");
  maker_set (fixture->store, "meeting", second, "group", group);
  grouped = write_some (fixture->store, &(ScrCalendarWhat) {.group = group}, &written);
  g_assert_cmpuint (written.n_written, ==, 1);
  assert_has (grouped, "SUMMARY:Second");
}

static void
test_agenda (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = add_meeting (fixture, "Board", "2019-01-10", "10:00", NULL);
  g_autofree char *item
      = maker_add (fixture->store, "agenda_item", "Welcome", "meeting", id, "position", "b", NULL);
  g_autofree char *part = maker_add (fixture->store, "agenda_item", "Apologies, if any", "meeting", id,
                                     "under", item, "position", "c", NULL);
  ScrCalendarWritten written;
  g_autofree char *with
      = write_some (fixture->store, &(ScrCalendarWhat) {.meeting = id, .with_agenda = TRUE}, &written);
  g_autofree char *without = write_some (fixture->store, &(ScrCalendarWhat) {.meeting = id}, &written);

  g_assert_nonnull (part);
  assert_has (with, "DESCRIPTION:1  10:00  Welcome\\n  1.1  10:00  Apologies\\, if any\r\n");
  assert_lacks (without, "Welcome");
}

/* --- Clocks --- */

/* For each zone, hour by hour round the changes of the clocks, what libical makes of our file is the instant
 * that the system's own data give. */
static void
test_clocks (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *zone;
    const char *day;
  } cases[] = {
      {"Europe/London", "2019-03-31"},    {"Europe/London", "2019-10-27"},
      {"Europe/London", "2026-03-29"},    {"America/New_York", "2019-03-10"},
      {"America/New_York", "2019-11-03"}, {"Australia/Sydney", "2019-04-07"},
      {"Australia/Sydney", "2019-10-06"}, {"Asia/Kolkata", "2019-06-12"},
      {"Europe/Warsaw", "2019-10-27"},    {"Europe/London", "1969-06-12"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int hour = 0; hour < 24; hour++)
      {
        g_autofree char *start = g_strdup_printf ("%02d:30", hour);
        g_autofree char *id = add_meeting (fixture, "Clock", cases[i].day, start, "120");
        ScrCalendarWritten written;
        g_autofree char *file = NULL;
        icalcomponent *all, *inner;
        icaltimetype begins, ends;
        gint64 expected;

        maker_set (fixture->store, "meeting", id, "zone", cases[i].zone);
        file = write_some (fixture->store, &(ScrCalendarWhat) {.meeting = id}, &written);
        all = icalparser_parse_string (file);
        inner = icalcomponent_get_inner (all);
        begins = icalcomponent_get_dtstart (inner);
        ends = icalcomponent_get_dtend (inner);
        g_assert_true (scr_zone_to_unix (cases[i].zone, cases[i].day, hour * 60 + 30, &expected));
        if (icaltime_as_timet_with_zone (begins, begins.zone) != expected)
          {
            /* Only where there is no such time, or two of them, may programs differ. */
            g_autofree char *day = NULL;
            gint64 other = icaltime_as_timet_with_zone (begins, begins.zone);

            g_assert_cmpint (ABS (other - expected), ==, 3600);
            g_assert_cmpint (hour, <, 4);
          }
        else if (icaltime_as_timet_with_zone (ends, ends.zone) != expected + 7200)
          g_assert_cmpint (hour, <, 4);
        icalcomponent_free (all);
        maker_do (fixture->store, SCR_OP_BIN, "meeting", id);
      }
}

/* No definition carries a century of history that no event needs. */
static void
test_zone_is_short (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = add_meeting (fixture, "Board", "2019-06-12", "10:00", "90");
  g_autofree char *file = write_all (fixture->store);

  g_assert_nonnull (id);
  g_assert_cmpuint (strlen (file), <, 1500);
  assert_has (file, "TZID:Europe/London\r\n");
  assert_lacks (file, "freeassociation");
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = maker_path (fixture->folder, "out.ics");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  ScrCalendarWritten written;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (scr_calendar_write_file (fixture->store, &(ScrCalendarWhat) {0}, file, &written, NULL, NULL,
                                           cancellable, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");
  g_clear_error (&error);
  {
    g_autoptr (GFile) record = g_file_new_for_path (scr_store_get_path (fixture->store));

    g_assert_false (scr_calendar_write_file (fixture->store, &(ScrCalendarWhat) {0}, record, &written, NULL,
                                             NULL, NULL, &error));
    g_assert_error (error, SCR_ERROR, SCR_ERROR_BUSY);
  }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-write/fold", test_fold);
  ADD ("/calendar-write/escape", test_escape);
  ADD ("/calendar-write/fields", test_fields);
  ADD ("/calendar-write/sequence", test_sequence);
  ADD ("/calendar-write/many", test_many);
  ADD ("/calendar-write/cancelled", test_cancelled);
  ADD ("/calendar-write/days", test_days);
  ADD ("/calendar-write/choice", test_choice);
  ADD ("/calendar-write/agenda", test_agenda);
  ADD ("/calendar-write/clocks", test_clocks);
  ADD ("/calendar-write/zone-is-short", test_zone_is_short);
  ADD ("/calendar-write/cancel", test_cancel);
  return g_test_run ();
}
