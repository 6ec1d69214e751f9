/* Meetings as a calendar file. See the header. */
#include "config.h"

#include "scr-calendar-write.h"

#include "scr-agenda.h"
#include "scr-calendar-text.h"
#include "scr-calendar-zones.h"
#include "scr-day.h"
#include "scr-file-out.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BATCH 64
/* The changes of all things are counted in the time that counting one by one takes for some of these. */
#define WORTH_COUNTING 1000
#define DAY_MINUTES (24 * 60)
/* Of a meeting, but for its agenda. */
#define WANTED "title day start length last_day zone state kind series place online uid sequence"

/* The years in which a zone is used. */
typedef struct
{
  ScrZoneClock *clock;
  int first_year;
  int last_year;
} Zone;

typedef struct
{
  ScrStore *store;
  const ScrCalendarWhat *what;
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *out;
  char *stamp;
  char *record_zone;
  GHashTable *zones;   /* (element-type utf8 Zone) */
  GHashTable *labels;  /* (element-type utf8 utf8): of choices */
  GHashTable *series;  /* (element-type utf8 utf8): identities in calendars, by our own */
  GHashTable *changes; /* (nullable) (element-type utf8 guint): of meetings with more than one */
  ScrCalendarWritten written;
  guint n_done;
  guint n_all;
  ScrProgressFunc progress;
  gpointer user_data;
  GError *error;
} Writer;

static void
zone_free (gpointer data)
{
  Zone *zone = data;

  scr_zone_clock_free (zone->clock);
  g_free (zone);
}

static void
writer_clear (Writer *writer)
{
  g_string_free (writer->out, TRUE);
  g_free (writer->stamp);
  g_free (writer->record_zone);
  g_hash_table_unref (writer->zones);
  g_hash_table_unref (writer->labels);
  g_hash_table_unref (writer->series);
  g_clear_pointer (&writer->changes, g_hash_table_unref);
}

/* --- Zones --- */

static const char *
get_zone (Writer *writer, ScrItem *meeting)
{
  const char *zone = scr_item_get_text (meeting, "zone");

  if (zone == NULL || (!g_hash_table_contains (writer->zones, zone) && !scr_zone_is_valid (zone)))
    return writer->record_zone;
  return zone;
}

static const Zone *
use_zone (Writer *writer, const char *name, const char *day)
{
  Zone *zone = g_hash_table_lookup (writer->zones, name);
  int year = (int)g_ascii_strtoll (day, NULL, 10);

  if (zone == NULL)
    {
      zone = g_new0 (Zone, 1);
      zone->clock = scr_zone_clock_new (name);
      zone->first_year = zone->last_year = year;
      g_hash_table_insert (writer->zones, g_strdup (name), zone);
    }
  zone->first_year = MIN (zone->first_year, year);
  zone->last_year = MAX (zone->last_year, year + 1);
  return zone;
}

static gboolean
use_zone_of (ScrItem *meeting, gpointer user_data)
{
  Writer *writer = user_data;
  const char *day = scr_item_get_text (meeting, "day");

  if (day != NULL)
    use_zone (writer, get_zone (writer, meeting), day);
  return TRUE;
}

/* From the first to the last day on which one is. */
static void
use_record_zone (Writer *writer)
{
  ScrQuery query;
  guint n = scr_calendar_ask (writer->what, &query);

  query.conditions[n] = (ScrCondition) {"day", SCR_IS_FILLED, NULL, 0};
  query.limit = 1;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) days = NULL;

      query.order = i == 0 ? "day" : "-day";
      days = scr_source_list_texts (SCR_SOURCE (writer->store), &query, "day");
      if (days->len > 0)
        use_zone (writer, writer->record_zone, g_ptr_array_index (days, 0));
    }
}

/* Few meetings have a zone of their own: only those are looked at beforehand. */
static void
find_zones (Writer *writer)
{
  ScrQuery query;
  guint n;

  if (writer->what->meeting != NULL)
    {
      g_autoptr (ScrItem) meeting
          = scr_source_get (SCR_SOURCE (writer->store), "meeting", writer->what->meeting);

      if (meeting != NULL)
        use_zone_of (meeting, writer);
      return;
    }
  n = scr_calendar_ask (writer->what, &query);
  query.conditions[n] = (ScrCondition) {"zone", SCR_IS_FILLED, NULL, 0};
  query.order = SCR_ANY_ORDER;
  scr_source_walk (SCR_SOURCE (writer->store), &query, use_zone_of, writer);
  use_record_zone (writer);
}

static gboolean
is_utc (const char *zone)
{
  return g_str_equal (zone, "UTC") || g_str_equal (zone, "Etc/UTC");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
put_zones (Writer *writer)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (writer->zones), compare_names);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const Zone *zone = g_hash_table_lookup (writer->zones, l->data);
      g_autofree char *text
          = is_utc (l->data) ? NULL : scr_calendar_zone_write (l->data, zone->first_year, zone->last_year);

      if (text != NULL)
        g_string_append (writer->out, text);
    }
}

/* --- When --- */

static char *
compact_day (const char *day)
{
  return g_strdup_printf ("%.4s%.2s%.2s", day, day + 5, day + 8);
}

static void
put_day (Writer *writer, const char *name, const char *day)
{
  g_autofree char *full = g_strconcat (name, ";VALUE=DATE", NULL);
  g_autofree char *value = compact_day (day);

  scr_calendar_put_raw (writer->out, full, value);
}

/* @minutes may be more than a day. */
static void
put_time (Writer *writer, const char *name, const char *zone, const char *day, int minutes)
{
  g_autofree char *full = is_utc (zone) ? g_strdup (name) : g_strconcat (name, ";TZID=", zone, NULL);
  g_autofree char *real = minutes >= DAY_MINUTES ? scr_day_add (day, minutes / DAY_MINUTES) : NULL;
  g_autofree char *compact = compact_day (real != NULL ? real : day);
  g_autofree char *value = g_strdup_printf ("%sT%02d%02d00%s", compact, minutes % DAY_MINUTES / 60,
                                            minutes % 60, is_utc (zone) ? "Z" : "");

  scr_calendar_put_raw (writer->out, full, value);
}

/* By real minutes: also in the night in which the clocks change. */
static void
put_end (Writer *writer, const char *name, const char *day, int start, int length)
{
  const Zone *zone = use_zone (writer, name, day);
  g_autofree char *duration = NULL;
  g_autofree char *end_day = NULL;
  gint64 begins, ends;
  int end;

  if (!scr_zone_clock_to_unix (zone->clock, day, start, &begins))
    return;
  scr_zone_clock_from_unix (zone->clock, begins + (gint64)length * 60, &end_day, &end);
  /* An end on another day would be read as an event of several days, and one in the hour that comes twice as
   * the first of the two. */
  if (length < DAY_MINUTES && end_day != NULL && scr_zone_clock_to_unix (zone->clock, end_day, end, &ends)
      && ends == begins + (gint64)length * 60)
    {
      put_time (writer, "DTEND", name, end_day, end);
      return;
    }
  duration = g_strdup_printf ("PT%dM", length);
  scr_calendar_put_raw (writer->out, "DURATION", duration);
}

static void
put_when (Writer *writer, ScrItem *meeting)
{
  const char *day = scr_item_get_text (meeting, "day");
  const char *last_day = scr_item_get_text (meeting, "last_day");
  const ScrValue *length = scr_item_get_value (meeting, "length");
  const char *zone = get_zone (writer, meeting);
  int minutes = length->type == SCR_VALUE_NUMBER ? (int)length->number : 0;
  int start;

  if (last_day != NULL && strcmp (last_day, day) <= 0)
    last_day = NULL;
  if (!scr_time_to_minutes (scr_item_get_text (meeting, "start"), &start))
    {
      g_autofree char *after = scr_day_add (last_day != NULL ? last_day : day, 1);

      put_day (writer, "DTSTART", day);
      if (after != NULL)
        put_day (writer, "DTEND", after);
      return;
    }
  put_time (writer, "DTSTART", zone, day, start);
  if (last_day != NULL)
    put_time (writer, "DTEND", zone, last_day, start + minutes);
  else if (minutes > 0)
    put_end (writer, zone, day, start, minutes);
}

/* --- What --- */

static const char *
get_label (Writer *writer, const char *choice)
{
  const char *label;

  if (choice == NULL)
    return NULL;
  label = g_hash_table_lookup (writer->labels, choice);
  if (label == NULL)
    {
      g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (writer->store), SCR_KIND_CHOICE, choice);
      const char *found = item != NULL ? scr_item_get_text (item, "label") : NULL;

      label = g_strdup (found != NULL ? found : "");
      g_hash_table_insert (writer->labels, g_strdup (choice), (gpointer)label);
    }
  return label;
}

static const char *
get_series_uid (Writer *writer, const char *series)
{
  const char *uid;

  if (series == NULL)
    return NULL;
  uid = g_hash_table_lookup (writer->series, series);
  if (uid == NULL)
    {
      g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (writer->store), "series", series);

      uid = item != NULL ? scr_calendar_dup_uid (item) : g_strdup ("");
      g_hash_table_insert (writer->series, g_strdup (series), (gpointer)uid);
    }
  return uid;
}

static const char *
get_status (const char *state)
{
  if (state == NULL)
    return NULL;
  if (g_str_equal (state, "meeting-state.cancelled"))
    return "CANCELLED";
  return g_str_equal (state, "meeting-state.proposed") ? "TENTATIVE" : "CONFIRMED";
}

static guint
count_changes (Writer *writer, const char *id)
{
  if (writer->changes == NULL)
    return scr_store_count_history (writer->store, "meeting", id);
  return GPOINTER_TO_UINT (g_hash_table_lookup (writer->changes, id));
}

/* Each change here is a further revision, so that calendars that have the event take the new one. */
static void
put_sequence (Writer *writer, ScrItem *meeting)
{
  const ScrValue *kept = scr_item_get_value (meeting, "sequence");
  guint changes = count_changes (writer, scr_item_get_id (meeting));
  double sequence = kept->type == SCR_VALUE_NUMBER ? kept->number : 0;
  char value[24];

  sequence = MIN (sequence + (changes > 0 ? changes - 1 : 0), G_MAXINT);
  g_snprintf (value, sizeof value, "%d", (int)sequence);
  scr_calendar_put_raw (writer->out, "SEQUENCE", value);
}

/* An address that a program can open; what people just wrote there is no URL. */
static gboolean
is_address (const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);

  return scheme != NULL && strpbrk (text, " \t\n,") == NULL;
}

static void
put_online (Writer *writer, const char *online)
{
  if (online == NULL || *online == '\0')
    return;
  if (is_address (online))
    scr_calendar_put_raw (writer->out, "URL", online);
  else
    scr_calendar_put_text (writer->out, "X-SCRUTINY-ONLINE", online);
}

/* As lines: "1. 14:00 Welcome". */
static char *
dup_agenda (Writer *writer, ScrItem *meeting)
{
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (SCR_SOURCE (writer->store), meeting);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);
      const char *title = row->item != NULL ? scr_item_get_text (row->item, "title") : NULL;

      g_string_append_printf (text, "%s%*s%s", i > 0 ? "\n" : "", (int)row->level * 2, "", row->number);
      if (row->start != NULL)
        g_string_append_printf (text, "  %s", row->start);
      g_string_append_printf (text, "  %s", title != NULL ? title : "");
    }
  return g_string_free (text, FALSE);
}

static void
put_meeting (Writer *writer, ScrItem *meeting)
{
  const char *state = scr_item_get_text (meeting, "state");
  const char *series = get_series_uid (writer, scr_item_get_text (meeting, "series"));
  const char *short_state = state != NULL ? strchr (state, '.') : NULL;
  g_autofree char *uid = scr_calendar_dup_uid (meeting);

  g_string_append (writer->out, "BEGIN:VEVENT\r\n");
  scr_calendar_put_text (writer->out, "UID", uid);
  scr_calendar_put_raw (writer->out, "DTSTAMP", writer->stamp);
  put_sequence (writer, meeting);
  put_when (writer, meeting);
  scr_calendar_put_text (writer->out, "SUMMARY", scr_item_get_text (meeting, "title"));
  scr_calendar_put_text (writer->out, "LOCATION", scr_item_get_text (meeting, "place"));
  put_online (writer, scr_item_get_text (meeting, "online"));
  scr_calendar_put_text (writer->out, "CATEGORIES", get_label (writer, scr_item_get_text (meeting, "kind")));
  scr_calendar_put_text (writer->out, "STATUS", get_status (state));
  if (series != NULL)
    scr_calendar_put_text (writer->out, "RELATED-TO", series);
  if (writer->what->with_agenda)
    {
      g_autofree char *agenda = dup_agenda (writer, meeting);

      scr_calendar_put_text (writer->out, "DESCRIPTION", agenda);
    }
  /* What STATUS has no word for: "held". */
  if (short_state != NULL)
    scr_calendar_put_text (writer->out, "X-SCRUTINY-STATE", short_state + 1);
  g_string_append (writer->out, "END:VEVENT\r\n");
}

/* --- All --- */

static void
put_head (Writer *writer)
{
  g_string_append (writer->out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  scr_calendar_put_text (writer->out, "PRODID", "-//Scrutiny//" SCR_VERSION "//EN");
  g_string_append (writer->out, "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
}

static gboolean
flush (Writer *writer, GError **error)
{
  gboolean ok = g_output_stream_write_all (writer->stream, writer->out->str, writer->out->len, NULL,
                                           writer->cancellable, error);

  g_string_truncate (writer->out, 0);
  return ok;
}

/* Returns whether to go on. */
static gboolean
put_one (ScrItem *meeting, gpointer user_data)
{
  Writer *writer = user_data;

  if (scr_item_get_text (meeting, "day") == NULL)
    writer->written.n_without_day++;
  else
    {
      put_meeting (writer, meeting);
      writer->written.n_written++;
    }
  if (++writer->n_done % BATCH != 0)
    return TRUE;
  if (writer->progress != NULL && writer->n_all > 0)
    writer->progress (MIN (1.0, (double)writer->n_done / writer->n_all), writer->user_data);
  return flush (writer, &writer->error);
}

static gboolean
put_single (Writer *writer)
{
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (writer->store), "meeting", writer->what->meeting);

  if (meeting != NULL)
    return put_one (meeting, writer);
  g_set_error_literal (&writer->error, SCR_ERROR, SCR_ERROR_NOT_FOUND,
                       _ ("This meeting is no longer in the record."));
  return FALSE;
}

static gboolean
put_many (Writer *writer)
{
  ScrQuery query;

  scr_calendar_ask (writer->what, &query);
  writer->n_all = scr_source_count (SCR_SOURCE (writer->store), &query);
  if (writer->n_all > WORTH_COUNTING)
    writer->changes = scr_store_count_histories (writer->store, "meeting", 2);
  /* What puts together an agenda may want to know more of its meeting. */
  if (!writer->what->with_agenda)
    query.fields = WANTED;
  return scr_source_walk (SCR_SOURCE (writer->store), &query, put_one, writer);
}

static gboolean
put_all (Writer *writer, GError **error)
{
  if (writer->what->meeting != NULL ? put_single (writer) : put_many (writer))
    {
      g_string_append (writer->out, "END:VCALENDAR\r\n");
      if (flush (writer, &writer->error))
        return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&writer->error));
  return FALSE;
}

static char *
make_stamp (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y%m%dT%H%M%SZ");
}

/**
 * scr_calendar_write:
 * @store: a record
 * @what: which meetings
 * @stream: where they go
 * @written: (out): how many did
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether all was written
 */
gboolean
scr_calendar_write (ScrStore *store,
                    const ScrCalendarWhat *what,
                    GOutputStream *stream,
                    ScrCalendarWritten *written,
                    ScrProgressFunc progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  Writer writer = {.store = store,
                   .what = what,
                   .stream = stream,
                   .cancellable = cancellable,
                   .out = g_string_sized_new (64 * 1024),
                   .stamp = make_stamp (),
                   .record_zone = scr_zone_dup_of_record (SCR_SOURCE (store)),
                   .zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, zone_free),
                   .labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                   .series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                   .progress = progress,
                   .user_data = user_data};
  gboolean ok;

  put_head (&writer);
  find_zones (&writer);
  put_zones (&writer);
  ok = put_all (&writer, error);
  *written = writer.written;
  writer_clear (&writer);
  return ok;
}

typedef struct
{
  ScrStore *store;
  const ScrCalendarWhat *what;
  ScrCalendarWritten *written;
  ScrProgressFunc progress;
  gpointer user_data;
} Filing;

static gboolean
write_into (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Filing *filing = user_data;

  return scr_calendar_write (filing->store, filing->what, stream, filing->written, filing->progress,
                             filing->user_data, cancellable, error);
}

/**
 * scr_calendar_write_file:
 * @store: a record
 * @what: which meetings
 * @file: where they go; replaced whole or not at all
 * @written: (out): how many did
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
scr_calendar_write_file (ScrStore *store,
                         const ScrCalendarWhat *what,
                         GFile *file,
                         ScrCalendarWritten *written,
                         ScrProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  Filing filing = {store, what, written, progress, user_data};

  return scr_file_out (file, scr_store_get_path (store), write_into, &filing, cancellable, error);
}
