/* The agenda of a meeting: order, numbers, times, overrun, and what a record from elsewhere may hold. */
#include "agenda-maker.h"
#include "table-source.h"

#include "scr-agenda-times.h"

#include <string.h>

static void
assert_shape (const ScrAgenda *agenda, const char *expected)
{
  g_autofree char *text = maker_agenda_dup_text (agenda);

  maker_agenda_check (agenda);
  g_assert_cmpstr (text, ==, expected);
}

/* One word a row: number, minutes, start. */
static void
assert_rows (const ScrAgenda *agenda, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);

      g_string_append_printf (text, "%s%s/%d/%s%s", i > 0 ? " " : "", row->number, row->minutes,
                              row->start != NULL ? row->start : "-", row->is_late ? "!" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* --- Times --- */

static void
test_times (void)
{
  const struct
  {
    const char *text, *rows;
    int length, total, first_late;
    guint n_unfit;
  } cases[] = {
      {"", "", 120, 0, -1, 0},
      {"a:15 b:30", "1/15/14:00 2/30/14:15", 120, 45, -1, 0},
      /* Parts make their whole, unless it has more of its own: then the rest follows them. */
      {"a .b:10 .c:10 d:5", "1/20/14:00 1.1/10/14:00 1.2/10/14:10 2/5/14:20", 120, 25, -1, 0},
      {"a:15 .b:10 .c:10 d:5", "1/20/14:00 1.1/10/14:00 1.2/10/14:10 2/5/14:20", 120, 25, -1, 0},
      {"a:30 .b:10 .c:10 d:5", "1/30/14:00 1.1/10/14:00 1.2/10/14:10 2/5/14:30", 120, 35, -1, 0},
      {"a .b ..c:5 ..d:7 .e:1 f", "1/13/14:00 1.1/12/14:00 1.1.1/5/14:00 1.1.2/7/14:05 1.2/1/14:12 2/0/14:13",
       60, 13, -1, 0},
      /* What begins when the meeting ends is late; what takes no time may stand there. */
      {"a:60 b:15", "1/60/14:00 2/15/15:00!", 60, 75, 1, 1},
      {"a:60 b", "1/60/14:00 2/0/15:00", 60, 60, -1, 0},
      {"a:61 b", "1/61/14:00 2/0/15:01!", 60, 61, 1, 1},
      {"a:50 b:15 c:5 d:5", "1/50/14:00 2/15/14:50 3/5/15:05! 4/5/15:10!", 60, 75, 2, 3},
      {"a:50 b:15", "1/50/14:00 2/15/14:50", 60, 65, -1, 1},
      /* A part does not fit, its whole counts no second time. */
      {"a:50 b .c:10 .d:10", "1/50/14:00 2/20/14:50 2.1/10/14:50 2.2/10/15:00!", 60, 70, 3, 1},
      /* The rest of an item's own time does not fit. */
      {"a:90 .b:10", "1/90/14:00 1.1/10/14:00", 60, 90, -1, 1},
      {"a:15", "1/15/14:00", -1, 15, -1, 0},
      {"a b", "1/0/14:00 2/0/14:00", 0, 0, -1, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScrAgendaFrame frame = {"2019-01-17", "14:00", "Europe/London", cases[i].length};
      g_autoptr (ScrAgenda) agenda = maker_agenda (cases[i].text, &frame);

      maker_agenda_check (agenda);
      assert_rows (agenda, cases[i].rows);
      g_assert_cmpint (agenda->total, ==, cases[i].total);
      g_assert_cmpint (agenda->first_late, ==, cases[i].first_late);
      g_assert_cmpuint (agenda->n_unfit, ==, cases[i].n_unfit);
      g_assert_cmpint (agenda->over, ==,
                       cases[i].length >= 0 ? MAX (cases[i].total - cases[i].length, 0) : 0);
    }
}

static void
test_clock (void)
{
  const struct
  {
    const char *zone, *day, *start;
    int after;
    const char *expected;
    int days;
  } cases[] = {
      {"Europe/London", "2019-01-17", "14:00", 75, "15:15", 0},
      {"Europe/London", "2019-01-17", "23:30", 45, "00:15", 1},
      {"Europe/London", "2019-01-17", "23:30", 45 + 1440, "00:15", 2},
      /* Clocks go forward: 01:00 is 02:00. They go back: 02:00 is 01:00 again. */
      {"Europe/London", "2019-03-31", "00:30", 29, "00:59", 0},
      {"Europe/London", "2019-03-31", "00:30", 30, "02:00", 0},
      {"Europe/London", "2019-03-31", "00:30", 60, "02:30", 0},
      {"Europe/London", "2019-10-27", "00:30", 60, "01:30", 0},
      {"Europe/London", "2019-10-27", "00:30", 90, "01:00", 0},
      {"Europe/London", "2019-10-27", "00:30", 120, "01:30", 0},
      {"Europe/London", "2019-10-27", "00:30", 150, "02:00", 0},
      {"Europe/Warsaw", "2019-03-31", "01:30", 30, "03:00", 0},
      {"Europe/Warsaw", "2019-10-26", "23:00", 300, "03:00", 1},
      /* A start that the clocks skip is shown as it was written. */
      {"Europe/London", "2019-03-31", "01:30", 0, "01:30", 0},
      {"Europe/London", "2020-02-28", "23:50", 20, "00:10", 1},
      /* No such zone, no day, no start. */
      {"Atlantis/City", "2019-01-17", "14:00", 60, "15:00", 0},
      {NULL, NULL, "23:30", 45, "00:15", 1},
      {NULL, "not a day", "14:00", 45, "14:45", 0},
      {NULL, "2019-01-17", NULL, 45, NULL, 0},
      {NULL, "2019-01-17", "25:00", 45, NULL, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int days = -1;
      g_autofree char *clock
          = scr_agenda_times_dup_clock (cases[i].zone, cases[i].day, cases[i].start, cases[i].after, &days);

      g_assert_cmpstr (clock, ==, cases[i].expected);
      g_assert_cmpint (days, ==, cases[i].days);
    }
}

/* A meeting through the night in which the clocks change lasts as long as it lasts. */
static void
test_clock_change (void)
{
  const ScrAgendaFrame spring = {"2019-03-31", "00:30", "Europe/London", 60};
  const ScrAgendaFrame autumn = {"2019-10-27", "00:30", "Europe/London", 120};
  g_autoptr (ScrAgenda) agenda = maker_agenda ("a:30 b:30 c:5", &spring);

  assert_rows (agenda, "1/30/00:30 2/30/02:00 3/5/02:30!");
  g_assert_cmpstr (agenda->end, ==, "02:30");
  g_clear_pointer (&agenda, scr_agenda_free);
  agenda = maker_agenda ("a:60 b:30 c:30", &autumn);
  assert_rows (agenda, "1/60/00:30 2/30/01:30 3/30/01:00");
  g_assert_cmpstr (agenda->end, ==, "01:30");
}

static void
test_words (void)
{
  const struct
  {
    const char *text, *start;
    int length;
    const char *total, *end, *overrun;
  } cases[] = {
      {"", "14:00", 120, "0 items", NULL, NULL},
      {"a", "14:00", 120, "1 item", NULL, NULL},
      {"a:15 b .c:60 .d:60", "14:00", 120, "2 items · 2 h 15 min planned in 2 h",
       "16:00 · the meeting ends here", "the last item is 15 minutes too long"},
      {"a:120 b:15", "14:00", 120, "2 items · 2 h 15 min planned in 2 h", "16:00 · the meeting ends here",
       "one item, 15 minutes, does not fit"},
      {"a:120 b:1", "14:00", 120, "2 items · 2 h 1 min planned in 2 h", "16:00 · the meeting ends here",
       "one item, 1 minute, does not fit"},
      {"a:110 b:30 c:50", NULL, 120, "3 items · 3 h 10 min planned in 2 h", "The meeting ends here",
       "2 items, 1 h 10 min, do not fit"},
      {"a:15", "14:00", -1, "1 item · 15 min planned", NULL, NULL},
      {"a:15", "14:00", 15, "1 item · 15 min planned in 15 min", NULL, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScrAgendaFrame frame = {"2019-01-17", cases[i].start, NULL, cases[i].length};
      g_autoptr (ScrAgenda) agenda = maker_agenda (cases[i].text, &frame);
      g_autofree char *total = scr_agenda_dup_total (agenda, NULL);
      g_autofree char *end = scr_agenda_dup_end (agenda, NULL);
      g_autofree char *overrun = scr_agenda_dup_overrun (agenda, NULL);

      g_assert_cmpstr (total, ==, cases[i].total);
      g_assert_cmpstr (end, ==, cases[i].end);
      g_assert_cmpstr (overrun, ==, cases[i].overrun);
    }
}

static void
test_words_of_start (void)
{
  const ScrAgendaFrame frame = {"2019-01-17", "23:30", NULL, -1};
  g_autoptr (ScrAgenda) agenda = maker_agenda ("a:30 b:2880 c", &frame);
  const char *expected[] = {"23:30", "00:00 next day", "00:00, 3 days on"};

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *start = scr_agenda_dup_start (scr_agenda_get_row (agenda, i), NULL);

      g_assert_cmpstr (start, ==, expected[i]);
    }
}

/* --- What a record from elsewhere may hold --- */

static void
test_hostile (void)
{
  const ScrAgendaFrame frame = {.length = -1};
  const struct
  {
    ScrAgendaPart parts[6];
    const char *expected;
  } cases[] = {
      /* Under itself; two under each other; three in a circle with one beside it. */
      {{{"a", "a", "b", -1}}, "a"},
      {{{"a", "b", "c", -1}, {"b", "a", "b", -1}}, "b .a"},
      {{{"a", "b", "b", -1}, {"b", "c", "c", -1}, {"c", "a", "d", -1}, {"d", "c", "a", -1}}, "a .c ..b ..d"},
      /* A whole that is not there. */
      {{{"a", "gone", "c", -1}, {"b", NULL, "b", -1}}, "b a"},
      /* Equal keys, and none. */
      {{{"b", NULL, "V", -1}, {"a", NULL, "V", -1}, {"c", NULL, NULL, -1}}, "c a b"},
      /* Too deep: beside what it is part of. */
      {{{"a", NULL, "b", -1},
        {"b", "a", "b", -1},
        {"c", "b", "b", -1},
        {"d", "c", "c", -1},
        {"e", "d", "d", -1},
        {"f", "a", "c", -1}},
       "a .b ..c ..d ..e .f"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;
      g_autoptr (ScrAgenda) agenda = NULL;

      while (n < 6 && cases[i].parts[n].id != NULL)
        n++;
      agenda = scr_agenda_new_from_parts (cases[i].parts, n, &frame);
      g_assert_cmpuint (agenda->rows->len, ==, n);
      if (i == 2)
        maker_agenda_check (agenda);
      else
        assert_shape (agenda, cases[i].expected);
    }
}

/* Every item exactly once, whatever stands under what. */
static void
test_hostile_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint round = 0; round < 500; round++)
    {
      guint n = (guint)g_rand_int_range (random, 0, 24);
      g_autoptr (ScrAgenda) agenda = maker_agenda_random (random, n, TRUE);

      maker_agenda_check (agenda);
      g_assert_cmpuint (agenda->rows->len, ==, n);
    }
}

/* A long chain costs neither stack nor the square of time; sums do not overflow. */
static void
test_hostile_long (void)
{
  enum
  {
    N = 50000
  };
  const ScrAgendaFrame frame = {"2019-01-17", "14:00", NULL, 120};
  g_autofree ScrAgendaPart *parts = g_new0 (ScrAgendaPart, N);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScrAgenda) agenda = NULL;

  for (guint i = 0; i < N; i++)
    g_ptr_array_add (ids, g_strdup_printf ("%05u", i));
  for (guint i = 0; i < N; i++)
    parts[i]
        = (ScrAgendaPart) {g_ptr_array_index (ids, i), g_ptr_array_index (ids, (i + 1) % N), NULL, 1000000};
  agenda = scr_agenda_new_from_parts (parts, N, &frame);
  g_assert_cmpuint (agenda->rows->len, ==, N);
  g_assert_cmpint (agenda->total, ==, G_MAXINT);
  g_assert_cmpint (agenda->over, ==, G_MAXINT - 120);
}

/* --- Reading --- */

static void
test_read (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  g_autoptr (ScrAgenda) agenda = NULL;
  ScrItem *meeting = test_table_source_add (table, "meeting", "m", "title", "Board", "day", "2019-06-19",
                                            "start", "14:00", "length", "120", NULL);
  ScrItem *template
      = test_table_source_add (table, "agenda_template", "t", "title", "Board", "length", "60", NULL);

  test_table_source_add (table, "agenda_item", "b", "meeting", "m", "position", "c", "minutes", "20", NULL);
  test_table_source_add (table, "agenda_item", "a", "meeting", "m", "position", "b", NULL);
  test_table_source_add (table, "agenda_item", "a1", "meeting", "m", "under", "a", "position", "b", "minutes",
                         "10", NULL);
  test_table_source_add (table, "agenda_item", "other", "meeting", "n", "under", "a", "position", "b", NULL);
  test_table_source_add (table, "template_item", "x", "template", "t", "position", "b", "minutes", "70",
                         NULL);
  test_table_source_add (table, "template_item", "y", "template", "t", "under", "x", "position", "b", NULL);

  agenda = scr_agenda_new (SCR_SOURCE (table), meeting);
  assert_shape (agenda, "a .a1 b");
  assert_rows (agenda, "1/10/14:00 1.1/10/14:00 2/20/14:10");
  g_assert_cmpstr (scr_item_get_id (scr_agenda_get_row (agenda, 1)->item), ==, "a1");
  g_assert_cmpint (scr_agenda_find (agenda, "b"), ==, 2);
  g_assert_cmpint (scr_agenda_find (agenda, "other"), ==, -1);
  g_assert_cmpint (scr_agenda_find (agenda, NULL), ==, -1);
  g_assert_cmpstr (agenda->end, ==, "16:00");
  g_clear_pointer (&agenda, scr_agenda_free);

  /* An event of several days has no end of its own. */
  test_table_source_set (meeting, "last_day", "2019-06-20");
  agenda = scr_agenda_new (SCR_SOURCE (table), meeting);
  g_assert_cmpint (agenda->length, ==, -1);
  g_clear_pointer (&agenda, scr_agenda_free);

  agenda = scr_agenda_new (SCR_SOURCE (table), template);
  assert_shape (agenda, "x .y");
  assert_rows (agenda, "1/70/- 1.1/0/-");
  g_assert_cmpint (agenda->over, ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/times", test_times);
  g_test_add_func ("/agenda/clock", test_clock);
  g_test_add_func ("/agenda/clock-change", test_clock_change);
  g_test_add_func ("/agenda/words", test_words);
  g_test_add_func ("/agenda/words-of-start", test_words_of_start);
  g_test_add_func ("/agenda/hostile", test_hostile);
  g_test_add_func ("/agenda/hostile/random", test_hostile_random);
  g_test_add_func ("/agenda/hostile/long", test_hostile_long);
  g_test_add_func ("/agenda/read", test_read);
  return g_test_run ();
}
