/* ScrText - words with styles. See the header. */
#include "scr-text.h"

#include <string.h>

/* What a symbol stands on in the words: Unicode's object replacement character. */
#define OBJECT "\xef\xbf\xbc"
/* A new line within the same paragraph: Unicode's line separator, after a space, so that a reader that takes
 * only the letters from the paper still finds two words. */
#define LINE_BREAK " \xe2\x80\xa8"

struct _ScrText
{
  GString *words;
  GArray *spans; /* of ScrTextSpan; (nullable) until there is one: most texts are plain */
};

G_DEFINE_BOXED_TYPE (ScrText, scr_text, scr_text_copy, scr_text_free)

static void
clear_span (gpointer data)
{
  ScrTextSpan *span = data;

  g_clear_pointer (&span->target, g_free);
}

/* Of a character that people type or paste, what may stand on paper: line ends become line separators,
 * control characters and the object character, which is ours, become spaces. */
static void
append_cleaned (GString *string, const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        g_string_append (string, LINE_BREAK);
      else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffc)
        g_string_append_c (string, ' ');
      else
        g_string_append_len (string, p, g_utf8_next_char (p) - p);
    }
}

/* Most words need no cleaning: look before copying. */
static gboolean
is_clean (const char *words)
{
  for (const guchar *p = (const guchar *)words; *p != '\0'; p++)
    if (*p < 0x20 || *p >= 0x7f)
      return FALSE;
  return TRUE;
}

static void
append_words (ScrText *self, const char *words)
{
  if (is_clean (words))
    g_string_append (self->words, words);
  else
    append_cleaned (self->words, words);
}

static ScrTextSpan *
add_span (ScrText *self, gsize start)
{
  ScrTextSpan span = {.start = start, .end = self->words->len};

  if (self->spans == NULL)
    {
      self->spans = g_array_new (FALSE, TRUE, sizeof (ScrTextSpan));
      g_array_set_clear_func (self->spans, clear_span);
    }
  g_array_append_val (self->spans, span);
  return &g_array_index (self->spans, ScrTextSpan, self->spans->len - 1);
}

/**
 * scr_text_new:
 * @words: (nullable): plain words to begin with
 *
 * Returns: (transfer full): a text
 */
ScrText *
scr_text_new (const char *words)
{
  ScrText *self = g_new0 (ScrText, 1);

  self->words = g_string_new (NULL);
  if (words != NULL)
    append_words (self, words);
  return self;
}

/**
 * scr_text_copy:
 * @self: a text
 *
 * Returns: (transfer full): another of the same content
 */
ScrText *
scr_text_copy (const ScrText *self)
{
  ScrText *copy = scr_text_new (NULL);

  g_string_append_len (copy->words, self->words->str, (gssize)self->words->len);
  for (guint i = 0; self->spans != NULL && i < self->spans->len; i++)
    {
      const ScrTextSpan *span = &g_array_index (self->spans, ScrTextSpan, i);
      ScrTextSpan *added = add_span (copy, span->start);

      *added = *span;
      added->target = g_strdup (span->target);
    }
  return copy;
}

/**
 * scr_text_free:
 * @self: (transfer full) (nullable): a text
 */
void
scr_text_free (ScrText *self)
{
  if (self == NULL)
    return;
  g_string_free (self->words, TRUE);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

/**
 * scr_text_append:
 * @self: a text
 * @words: (nullable): plain words; a line end begins a new line within the paragraph
 */
void
scr_text_append (ScrText *self, const char *words)
{
  g_return_if_fail (self != NULL);

  if (words != NULL)
    append_words (self, words);
}

/**
 * scr_text_append_full:
 * @self: a text
 * @style: how the words look
 * @words: (nullable): words
 * @target: (nullable): where they lead: an address, or "#" and a heading's anchor
 */
void
scr_text_append_full (ScrText *self, ScrTextStyle style, const char *words, const char *target)
{
  gsize start;

  g_return_if_fail (self != NULL);

  if (words == NULL || *words == '\0')
    return;
  start = self->words->len;
  append_words (self, words);
  if (style != SCR_TEXT_PLAIN || target != NULL)
    {
      ScrTextSpan *span = add_span (self, start);

      span->style = style;
      span->target = target != NULL ? g_utf8_make_valid (target, -1) : NULL;
    }
}

/**
 * scr_text_append_styled:
 * @self: a text
 * @style: how the words look
 * @words: (nullable): words
 */
void
scr_text_append_styled (ScrText *self, ScrTextStyle style, const char *words)
{
  scr_text_append_full (self, style, words, NULL);
}

/**
 * scr_text_append_link:
 * @self: a text
 * @words: words that say where the link leads
 * @target: an address, or "#" and a heading's anchor
 */
void
scr_text_append_link (ScrText *self, const char *words, const char *target)
{
  scr_text_append_full (self, SCR_TEXT_PLAIN, words, target);
}

/**
 * scr_text_append_status:
 * @self: a text
 * @tone: what the words mean for the reader
 * @words: the status, in words
 *
 * Adds a status word, shown as a pill.
 */
void
scr_text_append_status (ScrText *self, ScrTone tone, const char *words)
{
  gsize start;
  ScrTextSpan *span;

  g_return_if_fail (self != NULL && words != NULL);

  start = self->words->len;
  append_words (self, words);
  if (self->words->len == start)
    return;
  span = add_span (self, start);
  span->is_status = TRUE;
  span->tone = tone;
}

/**
 * scr_text_append_symbol:
 * @self: a text
 * @symbol: a symbol; the words after it must say the same, for it is not read aloud
 */
void
scr_text_append_symbol (ScrText *self, ScrSymbol symbol)
{
  gsize start;

  g_return_if_fail (self != NULL);

  if (symbol == SCR_SYMBOL_NONE)
    return;
  start = self->words->len;
  g_string_append (self->words, OBJECT);
  add_span (self, start)->symbol = symbol;
}

/**
 * scr_text_append_line_break:
 * @self: a text
 *
 * Begins a new line within the same paragraph.
 */
void
scr_text_append_line_break (ScrText *self)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->words, LINE_BREAK);
}

/**
 * scr_text_get_words:
 * @self: a text
 *
 * Returns: (transfer none): its words; a symbol is one U+FFFC, a line break U+2028
 */
const char *
scr_text_get_words (const ScrText *self)
{
  return self->words->str;
}

/**
 * scr_text_get_length:
 * @self: a text
 *
 * Returns: the length of its words in bytes
 */
gsize
scr_text_get_length (const ScrText *self)
{
  return self->words->len;
}

/**
 * scr_text_is_empty:
 * @self: (nullable): a text
 *
 * Returns: whether there are no words
 */
gboolean
scr_text_is_empty (const ScrText *self)
{
  return self == NULL || self->words->len == 0;
}

/**
 * scr_text_get_spans:
 * @self: a text
 * @n_spans: (out): how many
 *
 * Returns: (transfer none) (array length=n_spans) (nullable): what is not plain
 */
const ScrTextSpan *
scr_text_get_spans (const ScrText *self, guint *n_spans)
{
  *n_spans = self->spans != NULL ? self->spans->len : 0;
  return *n_spans > 0 ? &g_array_index (self->spans, ScrTextSpan, 0) : NULL;
}

/**
 * scr_text_dup_readable:
 * @self: a text
 *
 * Returns: (transfer full): its words alone: without symbols, line breaks as spaces
 */
char *
scr_text_dup_readable (const ScrText *self)
{
  g_autoptr (GString) readable = g_string_sized_new (self->words->len);

  for (const char *p = self->words->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0x2028 && c != 0xfffc)
        g_string_append_len (readable, p, g_utf8_next_char (p) - p);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&readable), FALSE));
}
