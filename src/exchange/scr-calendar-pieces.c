/* A calendar file cut into its components. See the header. */
#include "config.h"

#include "scr-calendar-pieces.h"

#include "scr-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK_BYTES (64 * 1024)
#define MAX_LINE_BYTES (256 * 1024)                   /* also of a line that is folded into many */
#define MAX_COMPONENT_BYTES (1024 * 1024)             /* more than any event has that is worth taking */
#define MAX_FILE_BYTES (G_GUINT64_CONSTANT (1) << 30) /* 1 GiB */
#define MAX_DEPTH 12
#define MAX_NAME 32

struct _ScrCalendarPieces
{
  GInputStream *stream;
  char *chunk;
  gsize n_chunk;
  gsize at; /* in the chunk */
  char line_end;
  gboolean at_end;
  guint64 n_bytes;

  GString *line; /* the present one, without its end */
  guint number;  /* of it, from 1 */
  gboolean line_too_long;
  gsize unfolded; /* bytes of the line that it continues, with it */

  char names[MAX_DEPTH][MAX_NAME]; /* the components that are open */
  guint depth;
  guint beyond;   /* components opened deeper than that */
  guint captured; /* depth of the component that is being kept; 0: none */
  guint begins;   /* line */
  GString *text;
  GString *done;   /* what the last piece's text points to */
  const char *why; /* (nullable): why it cannot be taken */

  gboolean is_calendar;
  gboolean is_recoded;
  gboolean has_nul;
};

/* Whole, if there is so much: the first bytes tell how the file is written. */
static gboolean
fill (ScrCalendarPieces *self, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !g_input_stream_read_all (self->stream, self->chunk, CHUNK_BYTES, &self->n_chunk, cancellable,
                                   error))
    return FALSE;
  self->at = 0;
  self->n_bytes += self->n_chunk;
  self->at_end = self->n_chunk == 0;
  if (self->n_bytes <= MAX_FILE_BYTES)
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_HOSTILE,
                       _ ("This file is larger than any calendar. Nothing was taken from it."));
  return FALSE;
}

static gboolean
has_bytes (const ScrCalendarPieces *self, const char *bytes, gsize n)
{
  return self->n_chunk >= n && memcmp (self->chunk, bytes, n) == 0;
}

/* UTF-16, as some programs save: read as a whole through a converter. Only its first part was read so far. */
static gboolean
begin_recoded (ScrCalendarPieces *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", "UTF-16", NULL);
  g_autoptr (GInputStream) stream = NULL;

  if (converter == NULL || !G_IS_SEEKABLE (self->stream))
    return TRUE;
  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, cancellable, error))
    return FALSE;
  stream = g_steal_pointer (&self->stream);
  g_charset_converter_set_use_fallback (converter, TRUE);
  self->stream = g_converter_input_stream_new (stream, G_CONVERTER (converter));
  self->is_recoded = TRUE;
  self->n_bytes = 0;
  return fill (self, cancellable, error);
}

/**
 * scr_calendar_pieces_new:
 * @stream: a calendar file; seekable, if it is to be read in UTF-16
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: (nullable): its pieces, from the first on; %NULL if nothing can be read
 */
ScrCalendarPieces *
scr_calendar_pieces_new (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (ScrCalendarPieces) self = g_new0 (ScrCalendarPieces, 1);

  self->stream = g_object_ref (stream);
  self->chunk = g_malloc (CHUNK_BYTES);
  self->line = g_string_sized_new (256);
  self->text = g_string_sized_new (4096);
  self->done = g_string_sized_new (4096);
  if (!fill (self, cancellable, error))
    return NULL;
  if ((has_bytes (self, "\377\376", 2) || has_bytes (self, "\376\377", 2))
      && !begin_recoded (self, cancellable, error))
    return NULL;
  if (has_bytes (self, "\357\273\277", 3))
    self->at = 3;
  self->line_end = '\n';
  if (self->n_chunk > 0 && memchr (self->chunk, '\n', self->n_chunk) == NULL
      && memchr (self->chunk, '\r', self->n_chunk) != NULL)
    self->line_end = '\r';
  return g_steal_pointer (&self);
}

void
scr_calendar_pieces_free (ScrCalendarPieces *self)
{
  g_clear_object (&self->stream);
  g_free (self->chunk);
  g_string_free (self->line, TRUE);
  g_string_free (self->text, TRUE);
  g_string_free (self->done, TRUE);
  g_free (self);
}

guint64
scr_calendar_pieces_get_n_bytes (const ScrCalendarPieces *self)
{
  return self->n_bytes;
}

/* Whether anything of a calendar was in the file so far. */
gboolean
scr_calendar_pieces_is_calendar (const ScrCalendarPieces *self)
{
  return self->is_calendar;
}

/* Whether any of it was not in UTF-8. */
gboolean
scr_calendar_pieces_is_recoded (const ScrCalendarPieces *self)
{
  return self->is_recoded;
}

/* Whether there were bytes that no text has. */
gboolean
scr_calendar_pieces_has_nul (const ScrCalendarPieces *self)
{
  return self->has_nul;
}

/* --- Lines --- */

static void
append_to_line (ScrCalendarPieces *self, const char *bytes, gsize n)
{
  if (self->line->len + n > MAX_LINE_BYTES)
    self->line_too_long = TRUE;
  else
    g_string_append_len (self->line, bytes, (gssize)n);
}

static void
tidy_line (ScrCalendarPieces *self)
{
  GString *line = self->line;

  while (line->len > 0 && (line->str[line->len - 1] == '\r' || line->str[line->len - 1] == '\n'))
    g_string_truncate (line, line->len - 1);
  if (line->len > 0 && memchr (line->str, '\0', line->len) != NULL)
    {
      gsize kept = 0;

      for (gsize i = 0; i < line->len; i++)
        if (line->str[i] != '\0')
          line->str[kept++] = line->str[i];
      g_string_truncate (line, kept);
      self->has_nul = TRUE;
    }
  if (line->len > 0 && (line->str[0] == ' ' || line->str[0] == '\t'))
    self->unfolded += line->len;
  else
    self->unfolded = line->len;
  if (self->unfolded > MAX_LINE_BYTES)
    self->line_too_long = TRUE;
}

/* @read: (out): FALSE at the end of the file. Returns FALSE on errors. */
static gboolean
read_line (ScrCalendarPieces *self, gboolean *read, GCancellable *cancellable, GError **error)
{
  gboolean whole = FALSE;

  g_string_truncate (self->line, 0);
  self->line_too_long = FALSE;
  *read = FALSE;
  while (!whole)
    {
      const char *from, *end;

      if (self->at >= self->n_chunk && (self->at_end || !fill (self, cancellable, error)))
        return self->at_end;
      if (self->at_end)
        break;
      from = self->chunk + self->at;
      end = memchr (from, self->line_end, self->n_chunk - self->at);
      whole = end != NULL;
      append_to_line (self, from, whole ? (gsize)(end - from) : self->n_chunk - self->at);
      self->at = whole ? (gsize)(end + 1 - self->chunk) : self->n_chunk;
      *read = TRUE;
    }
  if (*read)
    {
      self->number++;
      tidy_line (self);
    }
  return TRUE;
}

/* --- Components --- */

/* The name after "BEGIN:" or "END:", in capitals. */
static gboolean
get_name (const GString *line, const char *before, char name[MAX_NAME])
{
  gsize n = strlen (before);
  gsize i = 0;

  if (line->len <= n || g_ascii_strncasecmp (line->str, before, n) != 0)
    return FALSE;
  while (g_ascii_isspace (line->str[n]))
    n++;
  for (; line->str[n + i] != '\0' && !g_ascii_isspace (line->str[n + i]) && i < MAX_NAME - 1; i++)
    name[i] = g_ascii_toupper (line->str[n + i]);
  name[i] = '\0';
  return i > 0;
}

/* What is not UTF-8 was most likely written by a program of the time before it. */
static void
make_utf8 (ScrCalendarPieces *self)
{
  g_autofree char *converted = NULL;

  if (g_utf8_validate (self->done->str, (gssize)self->done->len, NULL))
    return;
  self->is_recoded = TRUE;
  converted = g_convert_with_fallback (self->done->str, (gssize)self->done->len, "UTF-8", "WINDOWS-1252", "?",
                                       NULL, NULL, NULL);
  if (converted == NULL)
    converted = g_utf8_make_valid (self->done->str, (gssize)self->done->len);
  g_string_assign (self->done, converted);
}

static void
give (ScrCalendarPieces *self, ScrPiece *piece, ScrPieceType type, guint line)
{
  make_utf8 (self);
  *piece = (ScrPiece) {type, line, self->done->str, NULL};
}

/* What was being kept, as it is. */
static void
give_captured (ScrCalendarPieces *self, ScrPiece *piece, const char *why)
{
  gboolean is_zone = self->captured > 0 && g_str_equal (self->names[self->captured - 1], "VTIMEZONE");
  GString *swap = self->done;

  self->done = self->text;
  self->text = swap;
  g_string_truncate (self->text, 0);
  if (why == NULL)
    why = self->why;
  give (self, piece, why != NULL ? SCR_PIECE_BAD : is_zone ? SCR_PIECE_ZONE : SCR_PIECE_EVENT, self->begins);
  piece->why = why;
  self->why = NULL;
  self->captured = 0;
}

static void
give_name (ScrCalendarPieces *self, ScrPiece *piece, const char *name)
{
  g_string_assign (self->done, name);
  give (self, piece, SCR_PIECE_IGNORED, self->number);
}

static gboolean
keeps_nested (const ScrCalendarPieces *self)
{
  return g_str_equal (self->names[self->captured - 1], "VTIMEZONE");
}

static void
keep_line (ScrCalendarPieces *self)
{
  if (self->line_too_long)
    {
      self->why = _ ("One of its lines is too long.");
      return;
    }
  if (self->text->len + self->line->len > MAX_COMPONENT_BYTES)
    {
      self->why = _ ("It is too large for an event.");
      return;
    }
  g_string_append_len (self->text, self->line->str, (gssize)self->line->len);
  g_string_append (self->text, "\r\n");
}

/* As the format has it, whatever else stood on the line. */
static void
keep_mark (ScrCalendarPieces *self, const char *mark, const char *name)
{
  if (self->text->len > MAX_COMPONENT_BYTES)
    {
      self->why = _ ("It is too large for an event.");
      return;
    }
  g_string_append (self->text, mark);
  g_string_append (self->text, name);
  g_string_append (self->text, "\r\n");
}

static void
open_component (ScrCalendarPieces *self, const char *name)
{
  g_strlcpy (self->names[self->depth], name, MAX_NAME);
  self->depth++;
  if (self->captured > 0 || (!g_str_equal (name, "VEVENT") && !g_str_equal (name, "VTIMEZONE")))
    return;
  self->captured = self->depth;
  self->begins = self->number;
  self->is_calendar = TRUE;
  g_string_truncate (self->text, 0);
  keep_mark (self, "BEGIN:", name);
}

/* Returns whether there is a piece. */
static gboolean
on_begin (ScrCalendarPieces *self, const char *name, ScrPiece *piece)
{
  gboolean is_event = g_str_equal (name, "VEVENT");
  gboolean is_top = g_str_equal (name, "VCALENDAR");

  if (self->captured > 0 && (is_event || is_top))
    {
      /* No event is within another: the end of the first is missing. */
      give_captured (self, piece, _ ("Its end is missing: the next one begins before it."));
      self->depth = is_top ? 0 : MIN (self->depth, 1);
      self->beyond = 0;
      open_component (self, name);
      return TRUE;
    }
  if (is_top)
    {
      self->is_calendar = TRUE;
      self->depth = 0;
      self->beyond = 0;
    }
  if (self->depth >= MAX_DEPTH || self->beyond > 0)
    {
      if (self->beyond++ > 0)
        return FALSE;
      g_string_assign (self->done, "");
      give (self, piece, SCR_PIECE_BAD, self->number);
      piece->why = _ ("Parts are within parts, too many of them. What is within was passed over.");
      return TRUE;
    }
  open_component (self, name);
  if (self->captured > 0)
    {
      if (self->captured != self->depth && keeps_nested (self))
        keep_mark (self, "BEGIN:", name);
      return FALSE;
    }
  if (is_top || self->depth > 2)
    return FALSE;
  give_name (self, piece, name);
  return TRUE;
}

static gboolean
on_end (ScrCalendarPieces *self, const char *name, ScrPiece *piece)
{
  guint open = self->depth;
  gboolean ends_captured;

  if (self->beyond > 0)
    {
      self->beyond--;
      return FALSE;
    }
  while (open > 0 && !g_str_equal (self->names[open - 1], name))
    open--;
  if (open == 0)
    return FALSE;
  ends_captured = self->captured > 0 && open <= self->captured;
  if (ends_captured && open == self->captured)
    {
      keep_mark (self, "END:", name);
      give_captured (self, piece, NULL);
    }
  else if (ends_captured)
    give_captured (self, piece, _ ("Its end is missing: the calendar ends before it."));
  else if (self->captured > 0 && keeps_nested (self))
    keep_mark (self, "END:", name);
  self->depth = open - 1;
  return ends_captured;
}

static gboolean
on_property (ScrCalendarPieces *self, ScrPiece *piece)
{
  if (self->captured > 0)
    {
      if (self->depth == self->captured || keeps_nested (self))
        keep_line (self);
      return FALSE;
    }
  if (self->depth != 1 || self->line_too_long || self->line->len == 0
      || !g_str_equal (self->names[0], "VCALENDAR"))
    return FALSE;
  g_string_assign (self->done, self->line->str);
  give (self, piece, SCR_PIECE_PROPERTY, self->number);
  return TRUE;
}

static gboolean
on_line (ScrCalendarPieces *self, ScrPiece *piece)
{
  char name[MAX_NAME];

  if (get_name (self->line, "BEGIN:", name))
    return on_begin (self, name, piece);
  if (get_name (self->line, "END:", name))
    return on_end (self, name, piece);
  return on_property (self, piece);
}

/**
 * scr_calendar_pieces_next:
 * @self: a file
 * @piece: (out): what comes next
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: %FALSE if the file could not be read on
 */
gboolean
scr_calendar_pieces_next (ScrCalendarPieces *self, ScrPiece *piece, GCancellable *cancellable, GError **error)
{
  gboolean read;

  do
    {
      if (!read_line (self, &read, cancellable, error))
        return FALSE;
      if (read && on_line (self, piece))
        return TRUE;
    }
  while (read);
  if (self->captured > 0)
    give_captured (self, piece, _ ("The file ends in the middle of it."));
  else
    *piece = (ScrPiece) {SCR_PIECE_END, self->number, NULL, NULL};
  return TRUE;
}
