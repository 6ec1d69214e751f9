/* What reading and writing calendars costs beside bare libical parsing and writing of the same file, in the
 * same run. */
#include "record-maker.h"

#include "scr-calendar-plan.h"
#include "scr-calendar-write.h"

#include <libical/ical.h>
#include <string.h>
#include <sys/resource.h>

static double
now (void)
{
  return (double)g_get_monotonic_time () / 1e6;
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

static void
measure (guint n)
{
  char *folder = maker_folder_new ();
  char *other = maker_folder_new ();
  g_autoptr (ScrStore) full = maker_create (folder);
  g_autoptr (ScrStore) empty = maker_create (other);
  double ours_out, bare_in, bare_out, ours_new, ours_same, start;
  g_autofree char *text = NULL;
  icalcomponent *all;
  char *written;
  long before;

  fill (full, n);
  text = export(full, &ours_out);
  before = peak_megabytes ();
  ours_new = plan (empty, text);
  g_print ("%u events: peak memory %ld MB after filling and export, %ld MB after import\n", n, before,
           peak_megabytes ());
  ours_same = plan (full, text);
  start = now ();
  all = icalparser_parse_string (text);
  bare_in = now () - start;
  start = now ();
  written = icalcomponent_as_ical_string_r (all);
  bare_out = now () - start;
  icalmemory_free_buffer (written);
  icalcomponent_free (all);
  g_print ("  out: %.3f s, bare libical %.3f s, ratio %.2f\n", ours_out, bare_out, ours_out / bare_out);
  g_print ("  in, all new: %.3f s, bare libical %.3f s, ratio %.2f\n", ours_new, bare_in, ours_new / bare_in);
  g_print ("  in, all there: %.3f s, ratio %.2f\n", ours_same, ours_same / bare_in);
  g_clear_object (&full);
  g_clear_object (&empty);
  maker_folder_free (folder);
  maker_folder_free (other);
}

int
main (int argc, char **argv)
{
  measure (10000);
  measure (100000);
  return 0;
}
