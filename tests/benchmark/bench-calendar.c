/* What reading and writing calendars costs beside bare libical parsing and writing of the same file, in the
 * same run. */
#include "record-maker.h"

#include "scr-calendar-plan.h"
#include "scr-calendar-write.h"

#include <libical/ical.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define ROUNDS 5

/* Processor time: what else the computer does meanwhile does not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static long
peak_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static void
fill (ScrStore *store, guint n)
{
  ScrEdit *edit = scr_edit_new ("Many");

  for (guint i = 0; i < n; i++)
    {
      const char *id = scr_edit_add (edit, "meeting", NULL);
      g_autofree char *title = g_strdup_printf ("Partnership board, meeting number %u of the year", i);
      g_autofree char *day = g_strdup_printf ("20%02u-%02u-%02u", 10 + i % 20, 1 + i % 12, 1 + i % 28);

      scr_edit_set_text (edit, "meeting", id, "title", title);
      scr_edit_set_text (edit, "meeting", id, "day", day);
      scr_edit_set_text (edit, "meeting", id, "start", "09:30");
      scr_edit_set_number (edit, "meeting", id, "length", 120);
      scr_edit_set_text (edit, "meeting", id, "place", "Civic Offices, Room 3");
      scr_edit_set_text (edit, "meeting", id, "online", "https://example.org/meeting");
    }
  maker_apply (store, edit);
}

static char *export(ScrStore *store, double *seconds)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  ScrCalendarWritten written;
  double start = now ();

  scr_calendar_write (store, &(ScrCalendarWhat) {0}, stream, &written, NULL, NULL, NULL, NULL);
  *seconds = now () - start;
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* A plan beside an empty record and beside one that has all of it. */
static double
plan (ScrStore *store, const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize)strlen (text), NULL);
  double start = now ();
  g_autoptr (ScrCalendarPlan) made = scr_calendar_plan_new (
      SCR_SOURCE (store), scr_calendar_read (stream, 0, "Europe/London", NULL, NULL, NULL, NULL), NULL, NULL,
      NULL, NULL);

  return now () - start;
}

/* The shortest of several rounds: what else the computer does meanwhile, and memory that is asked for the
 * first time, falls on one or the other by chance. */
typedef struct
{
  double out;
  double in_new;
  double in_same;
  double bare_in;
  double bare_out;
} Times;

static void
keep (double *shortest, double seconds)
{
  if (*shortest == 0 || seconds < *shortest)
    *shortest = seconds;
}

static void
measure_bare (const char *text, Times *times)
{
  double start = now ();
  icalcomponent *all = icalparser_parse_string (text);
  char *written;

  keep (&times->bare_in, now () - start);
  start = now ();
  written = icalcomponent_as_ical_string_r (all);
  keep (&times->bare_out, now () - start);
  icalmemory_free_buffer (written);
  icalcomponent_free (all);
}

static void
measure (guint n)
{
  char *folder = maker_folder_new ();
  char *other = maker_folder_new ();
  g_autoptr (ScrStore) full = maker_create (folder);
  g_autoptr (ScrStore) empty = maker_create (other);
  Times times = {0};
  long before = 0;

  fill (full, n);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = NULL;
      double seconds;

      text = export(full, &seconds);
      keep (&times.out, seconds);
      if (i == 0)
        before = peak_megabytes ();
      keep (&times.in_new, plan (empty, text));
      if (i == 0)
        g_print ("%u events: peak memory %ld MB after filling and export, %ld MB after import\n", n, before,
                 peak_megabytes ());
      keep (&times.in_same, plan (full, text));
      measure_bare (text, &times);
    }
  g_print ("  out: %.3f s, bare libical %.3f s, ratio %.2f\n", times.out, times.bare_out,
           times.out / times.bare_out);
  g_print ("  in, all new: %.3f s, bare libical %.3f s, ratio %.2f\n", times.in_new, times.bare_in,
           times.in_new / times.bare_in);
  g_print ("  in, all there: %.3f s, ratio %.2f\n", times.in_same, times.in_same / times.bare_in);
  g_clear_object (&full);
  g_clear_object (&empty);
  maker_folder_free (folder);
  maker_folder_free (other);
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    measure ((guint)g_ascii_strtoull (argv[i], NULL, 10));
  if (argc > 1)
    return 0;
  measure (10000);
  measure (100000);
  return 0;
}
