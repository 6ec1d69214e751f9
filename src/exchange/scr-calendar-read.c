/* What a calendar file says. See the header. */
#include "config.h"

#include "scr-calendar-read.h"

#include "scr-calendar-pieces.h"
#include "scr-calendar-text.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PROBLEMS 1000
#define MAX_TEXT_BYTES (256 * 1024 * 1024) /* of all events together */
#define BATCH 64

static void
problem_free (gpointer data)
{
  ScrCalendarProblem *problem = data;

  g_free (problem->title);
  g_free (problem->why);
  g_free (problem);
}

static void
series_free (gpointer data)
{
  ScrCalendarSeries *series = data;

  g_free (series->uid);
  g_free (series->first);
  g_free (series->skipped);
  scr_calendar_event_free (series->event);
  g_free (series);
}

void
scr_calendar_read_free (ScrCalendarRead *self)
{
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->told);
  scr_calendar_zones_free (self->zones);
  g_hash_table_unref (self->names);
  g_free (self->zone);
  g_free (self->record_zone);
  g_free (self);
}

/**
 * scr_calendar_read_add_problem:
 * @self: what a file says
 * @line: where it does
 * @title: (nullable): of the event
 * @why: a sentence: why it was not taken
 */
void
scr_calendar_read_add_problem (ScrCalendarRead *self, guint line, const char *title, const char *why)
{
  ScrCalendarProblem *problem;

  self->n_problems++;
  if (self->problems->len >= MAX_PROBLEMS)
    return;
  problem = g_new0 (ScrCalendarProblem, 1);
  problem->line = line;
  problem->title = g_strdup (title);
  problem->why = g_strdup (why);
  g_ptr_array_add (self->problems, problem);
}

static void
tell (ScrCalendarRead *self, const char *sentence)
{
  g_ptr_array_add (self->told, g_strdup (sentence));
}

/* --- Pieces --- */

typedef struct
{
  ScrCalendarRead *read;
  gboolean is_answer; /* METHOD:REPLY and the like: no meetings are meant */
  gsize n_text;
} Reader;

/* What a damaged event is called, if its text still tells. */
static char *
guess_title (const char *text)
{
  const char *found = strstr (text, "\nSUMMARY");
  const char *colon = found != NULL ? strchr (found, ':') : NULL;
  gsize length = colon != NULL ? strcspn (colon + 1, "\r\n") : 0;
  g_autofree char *title = NULL;

  if (length == 0 || length > 2000)
    return NULL;
  title = g_strndup (colon + 1, length);
  return scr_calendar_clean_line (title, 80, NULL);
}

static void
on_event (Reader *reader, const ScrPiece *piece)
{
  ScrCalendarRead *read = reader->read;
  g_autofree char *title = NULL;
  const char *why = NULL;
  ScrCalendarEvent *event = NULL;

  if (reader->is_answer)
    why = _ ("It is an answer to an invitation, not a meeting.");
  else if (read->events->len >= SCR_CALENDAR_MAX_EVENTS)
    why = _ ("There are more events before it than are taken from one file.");
  else if (reader->n_text > MAX_TEXT_BYTES)
    why = _ ("The events before it have more text than is taken from one file.");
  else
    event = scr_calendar_event_new (piece->text, piece->line, read->names, &why, &title);
  if (event == NULL)
    {
      if (title == NULL)
        title = guess_title (piece->text);
      scr_calendar_read_add_problem (read, piece->line, title, why);
      return;
    }
  if (read->is_cancelling)
    event->is_cancelled = TRUE;
  reader->n_text += sizeof *event + strlen (piece->text);
  g_ptr_array_add (read->events, event);
}

/* The value of a property without parameters, if it is this one. */
static const char *
match_property (const char *line, const char *name)
{
  gsize n = strlen (name);
  const char *colon;

  if (g_ascii_strncasecmp (line, name, n) != 0 || (line[n] != ':' && line[n] != ';'))
    return NULL;
  colon = strchr (line, ':');
  return colon != NULL ? colon + 1 : NULL;
}

static void
on_property (Reader *reader, const ScrPiece *piece)
{
  ScrCalendarRead *read = reader->read;
  const char *method = match_property (piece->text, "METHOD");
  const char *zone = match_property (piece->text, "X-WR-TIMEZONE");

  if (method != NULL)
    {
      read->is_cancelling = g_ascii_strcasecmp (method, "CANCEL") == 0;
      reader->is_answer = g_ascii_strcasecmp (method, "REPLY") == 0
                          || g_ascii_strcasecmp (method, "COUNTER") == 0
                          || g_ascii_strcasecmp (method, "REFRESH") == 0
                          || g_ascii_strcasecmp (method, "DECLINECOUNTER") == 0;
    }
  if (zone != NULL && scr_zone_is_valid (zone))
    {
      g_free (read->zone);
      read->zone = g_strdup (zone);
    }
}

static void
on_ignored (Reader *reader, const ScrPiece *piece)
{
  if (g_str_equal (piece->text, "VTODO"))
    reader->read->n_tasks++;
  else if (g_str_equal (piece->text, "VJOURNAL"))
    reader->read->n_journals++;
  else
    reader->read->n_others++;
}

static void
on_piece (Reader *reader, const ScrPiece *piece)
{
  g_autofree char *title = NULL;

  switch (piece->type)
    {
    case SCR_PIECE_EVENT:
      on_event (reader, piece);
      break;
    case SCR_PIECE_ZONE:
      scr_calendar_zones_add (reader->read->zones, piece->text);
      break;
    case SCR_PIECE_PROPERTY:
      on_property (reader, piece);
      break;
    case SCR_PIECE_IGNORED:
      on_ignored (reader, piece);
      break;
    case SCR_PIECE_BAD:
      title = guess_title (piece->text);
      scr_calendar_read_add_problem (reader->read, piece->line, title, piece->why);
      break;
    case SCR_PIECE_END:
    default:
      break;
    }
}

static gboolean
read_pieces (Reader *reader,
             ScrCalendarPieces *pieces,
             guint64 size,
             ScrProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  ScrPiece piece = {0};
  guint n = 0;

  do
    {
      if (!scr_calendar_pieces_next (pieces, &piece, cancellable, error))
        return FALSE;
      on_piece (reader, &piece);
      if (++n % BATCH != 0)
        continue;
      if (progress != NULL && size > 0)
        progress (MIN (1.0, (double)scr_calendar_pieces_get_n_bytes (pieces) / (double)size), user_data);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  while (piece.type != SCR_PIECE_END);
  return TRUE;
}

/* --- After the last piece --- */

static guint
hash_event (gconstpointer data)
{
  const ScrCalendarEvent *event = data;

  return g_str_hash (event->uid) ^ (event->occurrence != NULL ? g_str_hash (event->occurrence) : 0);
}

/* Whether both tell of the same meeting. */
static gboolean
is_same_event (gconstpointer a, gconstpointer b)
{
  const ScrCalendarEvent *first = a, *second = b;

  return g_str_equal (first->uid, second->uid) && g_strcmp0 (first->occurrence, second->occurrence) == 0;
}

/* Whether @event counts and not @other, which tells of the same. */
static gboolean
is_newer (const ScrCalendarEvent *event, const ScrCalendarEvent *other)
{
  if (event->sequence != other->sequence)
    return event->sequence > other->sequence;
  return event->stamp >= other->stamp;
}

/* Of several that tell of the same meeting the newest counts, and of two as new as each other the later one.
 */
static void
leave_out_repeated (ScrCalendarRead *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_event, is_same_event);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_full (self->events->len, scr_calendar_event_free);

  for (guint i = 0; i < self->events->len; i++)
    {
      ScrCalendarEvent *event = g_steal_pointer (&self->events->pdata[i]);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (seen, event));
      ScrCalendarEvent *other = at > 0 ? g_ptr_array_index (kept, at - 1) : NULL;

      if (other == NULL)
        {
          g_ptr_array_add (kept, event);
          g_hash_table_insert (seen, event, GUINT_TO_POINTER (kept->len));
          continue;
        }
      if (is_newer (event, other))
        {
          kept->pdata[at - 1] = event;
          g_hash_table_replace (seen, event, GUINT_TO_POINTER (at));
          event = other;
        }
      scr_calendar_read_add_problem (self, event->line, event->title,
                                     _ ("The file has it more than once; the newest counts."));
      scr_calendar_event_free (event);
    }
  g_ptr_array_set_free_func (self->events, NULL);
  g_ptr_array_unref (self->events);
  self->events = g_steal_pointer (&kept);
}

static void
settle (ScrCalendarRead *self)
{
  GPtrArray *kept = g_ptr_array_new_full (self->events->len, scr_calendar_event_free);

  for (guint i = 0; i < self->events->len; i++)
    {
      ScrCalendarEvent *event = g_steal_pointer (&self->events->pdata[i]);
      const char *why = scr_calendar_event_settle (event, self->zones, self->zone, self->record_zone);

      if (why == NULL)
        {
          g_ptr_array_add (kept, event);
          continue;
        }
      scr_calendar_read_add_problem (self, event->line, event->title, why);
      scr_calendar_event_free (event);
    }
  g_ptr_array_set_free_func (self->events, NULL);
  g_ptr_array_unref (self->events);
  self->events = kept;
}

static void
tell_of_file (ScrCalendarRead *self, const ScrCalendarPieces *pieces)
{
  if (scr_calendar_pieces_is_recoded (pieces))
    tell (self, _ ("Not all of the file is written in UTF-8. Check words with accents."));
  if (scr_calendar_pieces_has_nul (pieces))
    tell (self, _ ("The file holds bytes that no text has. They were passed over."));
  if (self->n_problems > self->problems->len)
    tell (self, _ ("More could not be taken than is listed one by one."));
}

/**
 * scr_calendar_read:
 * @stream: a calendar file
 * @size: how many bytes it has, for @progress; 0 if that is not known
 * @record_zone: the time zone of the record, for times that name none
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: (nullable): what the file says; %NULL if it is no calendar or cannot be read
 */
ScrCalendarRead *
scr_calendar_read (GInputStream *stream,
                   guint64 size,
                   const char *record_zone,
                   ScrProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (ScrCalendarPieces) pieces = scr_calendar_pieces_new (stream, cancellable, error);
  g_autoptr (ScrCalendarRead) self = NULL;
  Reader reader = {0};

  if (pieces == NULL)
    return NULL;
  self = g_new0 (ScrCalendarRead, 1);
  self->events = g_ptr_array_new_with_free_func (scr_calendar_event_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->told = g_ptr_array_new_with_free_func (g_free);
  self->zones = scr_calendar_zones_new ();
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->record_zone = g_strdup (record_zone);
  self->zone = g_strdup (record_zone);
  reader.read = self;
  if (!read_pieces (&reader, pieces, size, progress, user_data, cancellable, error))
    return NULL;
  if (!scr_calendar_pieces_is_calendar (pieces))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_NOT_A_RECORD,
                           _ ("This is not a calendar file: nothing in it is an event."));
      return NULL;
    }
  leave_out_repeated (self);
  settle (self);
  tell_of_file (self, pieces);
  return g_steal_pointer (&self);
}

/* What reading a file says, in our own domain. */
static void
set_error (GError *from, const char *name, GError **error)
{
  if (from->domain == SCR_ERROR)
    {
      g_propagate_error (error, from);
      return;
    }
  if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED,
                         _ ("This was cancelled. Nothing was changed."));
  else if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("There is no file “%s”."), name);
  else
    g_set_error (error, SCR_ERROR, SCR_ERROR_UNREADABLE, _ ("“%s” could not be read: %s."), name,
                 from->message);
  g_error_free (from);
}

/**
 * scr_calendar_read_file:
 * @file: a calendar file
 * @record_zone: the time zone of the record
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: (nullable): what the file says
 */
ScrCalendarRead *
scr_calendar_read_file (GFile *file,
                        const char *record_zone,
                        ScrProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  GError *local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local);
  g_autoptr (GFileInfo) info = NULL;
  ScrCalendarRead *self = NULL;

  if (stream != NULL)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (stream != NULL)
    self
        = scr_calendar_read (G_INPUT_STREAM (stream), info != NULL ? (guint64)g_file_info_get_size (info) : 0,
                             record_zone, progress, user_data, cancellable, &local);
  if (self == NULL)
    set_error (local, name, error);
  return self;
}
