/* Lines of calendar files. See the header. */
#include "config.h"

#include "scr-calendar-text.h"

#include <string.h>

#define LINE_BYTES 75

/* Makes what stands in @out from @begin on a line: several of at most 75 bytes, each but the first begun with
 * a space; no character is cut. */
static void
end_line (GString *out, gsize begin)
{
  gsize line = begin;

  while (out->len - line > LINE_BYTES)
    {
      gsize end = line + LINE_BYTES;

      /* Bytes that continue a character begin with 10. */
      while (end > line + 2 && ((guchar)out->str[end] & 0xc0) == 0x80)
        end--;
      g_string_insert_len (out, (gssize)end, "\r\n ", 3);
      line = end + 2;
    }
  g_string_append_len (out, "\r\n", 2);
}

static gsize
begin_line (GString *out, const char *name)
{
  gsize begin = out->len;

  g_string_append (out, name);
  g_string_append_c (out, ':');
  return begin;
}

/**
 * scr_calendar_put_raw:
 * @out: what is written
 * @name: the property with its parameters, "DTSTART;TZID=Europe/London"
 * @value: its value as the format has it; what must not be in a line is left out
 */
void
scr_calendar_put_raw (GString *out, const char *name, const char *value)
{
  gsize begin = begin_line (out, name);

  for (const char *c = value; *c != '\0'; c++)
    if (!g_ascii_iscntrl (*c))
      g_string_append_c (out, *c);
  end_line (out, begin);
}

/**
 * scr_calendar_put_text:
 * @out: what is written
 * @name: the property with its parameters
 * @value: (nullable): a text of any kind; nothing is written if there is none
 */
void
scr_calendar_put_text (GString *out, const char *name, const char *value)
{
  gsize begin;

  if (value == NULL || *value == '\0')
    return;
  begin = begin_line (out, name);
  for (const char *c = value; *c != '\0'; c++)
    if (*c == '\r' && c[1] == '\n')
      continue;
    else if (*c == '\n' || *c == '\r')
      g_string_append (out, "\\n");
    else if (*c == '\\' || *c == ';' || *c == ',')
      {
        g_string_append_c (out, '\\');
        g_string_append_c (out, *c);
      }
    else if (*c == '\t' || !g_ascii_iscntrl (*c))
      g_string_append_c (out, *c);
  end_line (out, begin);
}

/* No longer than @max characters. */
static void
shorten (GString *text, guint max, gboolean *cut)
{
  const char *end;

  if (text->len <= max || g_utf8_strlen (text->str, (gssize)text->len) <= (glong)max)
    return;
  end = g_utf8_offset_to_pointer (text->str, (glong)max);
  g_string_truncate (text, (gsize)(end - text->str));
  if (cut != NULL)
    *cut = TRUE;
}

/* What people cannot see, but which turns text round or hides it, has no place in a title. */
static gboolean
is_kept (gunichar c)
{
  if (c == '\t' || c == '\n')
    return TRUE;
  return !g_unichar_iscntrl (c) && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069)
         && c != 0xfeff && c != 0x2028 && c != 0x2029;
}

/**
 * scr_calendar_is_clean_line:
 * @text: any text
 * @max: how many characters it may have
 *
 * Most texts are: plain letters with single spaces between them.
 *
 * Returns: whether scr_calendar_clean_line() surely leaves it as it is
 */
gboolean
scr_calendar_is_clean_line (const char *text, guint max)
{
  gsize n = 0;

  for (; text[n] != '\0'; n++)
    if (n >= max || text[n] < ' ' || text[n] > '~'
        || (text[n] == ' ' && (n == 0 || text[n + 1] == ' ' || text[n + 1] == '\0')))
      return FALSE;
  return n > 0;
}

static char *
clean (const char *text, guint max, gboolean one_line, gboolean *cut)
{
  GString *out;
  gboolean space = FALSE;
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  if (one_line && scr_calendar_is_clean_line (text, max))
    return g_strdup (text);
  /* libical makes a blank of the first byte of a character behind a backslash, and leaves the rest of it. */
  text = valid = g_utf8_make_valid (text, -1);
  out = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (one_line && (letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'))
        {
          space = out->len > 0;
          continue;
        }
      if (!is_kept (letter))
        continue;
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_len (out, c, g_utf8_next_char (c) - c);
    }
  while (!one_line && out->len > 0 && g_ascii_isspace (out->str[out->len - 1]))
    g_string_truncate (out, out->len - 1);
  shorten (out, max, cut);
  return g_string_free (out, out->len == 0);
}

/**
 * scr_calendar_clean_line:
 * @text: (nullable): text from elsewhere; what is not UTF-8 in it is replaced
 * @max: how many characters there may be
 * @cut: (out) (optional): set if it was longer; left alone otherwise
 *
 * Returns: (transfer full) (nullable): one line without anything that cannot be seen; %NULL if nothing is
 * left
 */
char *
scr_calendar_clean_line (const char *text, guint max, gboolean *cut)
{
  return clean (text, max, TRUE, cut);
}

/**
 * scr_calendar_clean_text:
 * @text: (nullable): UTF-8 from elsewhere
 * @max: how many characters there may be
 * @cut: (out) (optional): set if it was longer; left alone otherwise
 *
 * Returns: (transfer full) (nullable): the same with its lines
 */
char *
scr_calendar_clean_text (const char *text, guint max, gboolean *cut)
{
  return clean (text, max, FALSE, cut);
}
