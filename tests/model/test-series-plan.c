/* Tests of scr_series_plan_new_moved(): who goes where when a meeting of a series is moved with others, by
 * table.
 */
#include "scr-series-plan.h"
#include "table-source.h"

#include <string.h>

static GPtrArray *
split_days (const char *days)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (days, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (array, g_strconcat ("2019-", words[i], NULL));
  return array;
}

/* A meeting for each word: its day; then "<" and its turn, if that is another; then its state, a letter:
 * (h)eld, (c)ancelled. */
static GPtrArray *
make_meetings (TestTableSource *source, const char *words)
{
  GPtrArray *meetings = g_ptr_array_new ();
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *day = g_strdup_printf ("2019-%.5s", each[i]);
      const char *turn = strchr (each[i], '<');
      g_autofree char *occurrence = turn != NULL ? g_strdup_printf ("2019-%.5s", turn + 1) : NULL;
      const char *state = strchr (each[i], 'h') != NULL   ? "meeting-state.held"
                          : strchr (each[i], 'c') != NULL ? "meeting-state.cancelled"
                                                          : "meeting-state.proposed";
      ScrItem *meeting = test_table_source_add (source, "meeting", id, "day", day, "state", state, NULL);

      test_table_source_set (meeting, "occurrence", occurrence);
      g_ptr_array_add (meetings, meeting);
    }
  return meetings;
}

static char *
describe (const ScrSeriesPlan *plan)
{
  static const char letters[] = "+=>hbcor";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const ScrSeriesStep *step = g_ptr_array_index (plan->steps, i);

      g_string_append_printf (text, "%s%c%s", text->len > 0 ? " " : "", letters[step->what],
                              step->day + strlen ("2019-"));
      if (strcmp (step->day, step->occurrence) != 0)
        g_string_append_printf (text, "<%s", step->occurrence + strlen ("2019-"));
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *was;
  const char *days;
  const char *meetings;
  int in_hand; /* -1: none moves */
  const char *plan;
} rows[] = {
    /* From Tuesdays to Wednesdays. */
    {"01-01 01-08", "01-02 01-09", "01-01 01-08", 0, ">01-02 >01-09"},
    /* By a whole turn: each goes on by one, none is taken for the next. */
    {"01-01 01-08 01-15", "01-08 01-15 01-22", "01-01 01-08 01-15", 1, ">01-08 >01-15 >01-22"},
    /* A turn that was left out has no meeting, and makes none. */
    {"01-01 01-08 01-15", "01-02 01-09 01-16", "01-01 01-15", 0, ">01-02 >01-16"},
    /* What was held stays in its turn; what is cancelled stays where it is. */
    {"01-01 01-08", "01-02 01-09", "01-01h 01-08", 1, "h01-01 >01-09"},
    {"01-01 01-08", "01-02 01-09", "01-01c 01-08", 1, "c01-01<01-02 >01-09"},
    /* One that was moved by hand keeps its day, unless it is the one in hand. */
    {"01-01 01-08", "01-02 01-09", "01-04<01-01 01-08", 1, "b01-04<01-02 >01-09"},
    {"01-01 01-08", "01-02 01-09", "01-04<01-01 01-08", 0, ">01-02 >01-09"},
    /* One besides the rule, and one for which the rule has no turn any more, stay. */
    {"01-01", "01-02", "01-01 01-05", 0, ">01-02 o01-05"},
    {"01-01 01-08", "01-02", "01-01 01-08", 0, ">01-02 o01-08"},
    /* Nothing moves. */
    {"01-01 01-08", "01-01 01-08", "01-04<01-01 01-08", -1, "b01-04<01-01 =01-08"},
};

static void
test_moved (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestTableSource) source = test_table_source_new ();
      g_autoptr (GPtrArray) was = split_days (rows[i].was);
      g_autoptr (GPtrArray) days = split_days (rows[i].days);
      g_autoptr (GPtrArray) meetings = make_meetings (source, rows[i].meetings);
      g_autoptr (ScrSeriesPlan) plan = scr_series_plan_new_moved (
          was, days, meetings, rows[i].in_hand >= 0 ? meetings->pdata[rows[i].in_hand] : NULL);
      g_autofree char *said = describe (plan);

      g_test_message ("%s", rows[i].meetings);
      g_assert_cmpstr (said, ==, rows[i].plan);
      g_assert_cmpuint (plan->n[SCR_SERIES_ADD] + plan->n[SCR_SERIES_REMOVE], ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series-plan/moved", test_moved);
  return g_test_run ();
}
