/* Full-text folding. See the header. */
#include "scr-fold.h"

#include <string.h>

/* More than a person types: a pasted page is not a search. */
#define MAX_TERMS 32
#define MAX_TERM_LENGTH 200

/* Letters that Unicode does not take apart, though people who lack the key type them so; and the two families
 * of letters that Urdu and Arabic keyboards make for the same ones. */
static const struct
{
  gunichar letter;
  const char *plain;
} letters[] = {
    {0x00e6, "ae"},     /* æ */
    {0x00f0, "d"},      /* ð */
    {0x00f8, "o"},      /* ø */
    {0x00fe, "th"},     /* þ */
    {0x0111, "d"},      /* đ */
    {0x0127, "h"},      /* ħ */
    {0x0131, "i"},      /* ı */
    {0x0142, "l"},      /* ł */
    {0x0153, "oe"},     /* œ */
    {0x0167, "t"},      /* ŧ */
    {0x0643, "\u06a9"}, /* Arabic kaf */
    {0x0649, "\u06cc"}, /* Arabic alef maksura */
    {0x064a, "\u06cc"}, /* Arabic yeh */
    {0x06c0, "\u06c1"}, /* heh with yeh above, when it was not taken apart */
    {0x2018, "'"},      {0x2019, "'"},
};

/* Marks that people leave out. The vowel signs of Indic scripts are marks too, but words differ by them. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f)    /* Latin, Greek, Cyrillic */
         || (c >= 0x064b && c <= 0x065f) /* Arabic vowel points and hamza */
         || c == 0x0670 || c == 0x0640   /* superscript alef, the stretching tatweel */
         || (c >= 0x200b && c <= 0x200f) /* joiners and marks of direction */
         || c == 0x00ad || c == 0xfeff;  /* soft hyphen, byte order mark */
}

static const char *
find_plain (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      return letters[i].plain;
  return NULL;
}

/* Ligatures, widths and accents are taken apart before the case goes, or "ℌ" would stay a capital. */
static char *
take_apart (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (apart, -1);

  return g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
}

/**
 * scr_fold:
 * @text: (nullable): a text
 *
 * Returns: (transfer full): the text in small letters, without accents, ligatures taken apart. Folding twice
 * changes nothing more
 */
char *
scr_fold (const char *text)
{
  g_autofree char *apart = take_apart (text != NULL ? text : "");
  GString *plain = g_string_sized_new (strlen (apart));
  g_autofree char *folded = NULL;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *letter = find_plain (c);

      if (letter != NULL)
        g_string_append (plain, letter);
      else if (!is_accent (c))
        g_string_append_unichar (plain, c);
    }
  folded = g_string_free (plain, FALSE);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/**
 * scr_fold_contains:
 * @text: (nullable): a text
 * @words: (nullable): words that a person typed
 *
 * Returns: whether each of the words occurs somewhere in @text, both folded; true if there are no words
 */
gboolean
scr_fold_contains (const char *text, const char *words)
{
  g_autofree char *folded = scr_fold (text);
  g_autofree char *wanted = scr_fold (words);
  g_auto (GStrv) parts = g_strsplit_set (wanted, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (folded, parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Between quotes, FTS5 takes anything but a quote literally, and makes a phrase of it. The index folds case
 * and accents by itself, but knows no ligatures: both spellings are asked for then. */
static void
append_term (GString *query, const char *term, gboolean prefix)
{
  /* Wide quotes fold to plain ones. */
  g_autofree char *folded = g_strdelimit (scr_fold (term), "\"", ' ');
  const char *star = prefix ? " *" : "";

  if (query->len > 0)
    g_string_append (query, " AND ");
  if (g_str_is_ascii (term) || strcmp (folded, term) == 0 || !has_word (folded))
    g_string_append_printf (query, "\"%s\"%s", g_str_is_ascii (term) ? folded : term, star);
  else
    g_string_append_printf (query, "(\"%s\"%s OR \"%s\"%s)", term, star, folded, star);
}

/* Straight and typographic double quotes. */
static gboolean
is_quote (gunichar c)
{
  return c == '"' || (c >= 0x201c && c <= 0x201f) || c == 0x00ab || c == 0x00bb;
}

/* Takes the next word or quoted phrase off `rest`; NULL at the end. `open` tells that more of it may be
 * typed. */
static char *
take_term (const char **rest, gboolean *quoted, gboolean *open)
{
  const char *start, *p = *rest;

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return NULL;
  *quoted = is_quote (g_utf8_get_char (p));
  start = *quoted ? g_utf8_next_char (p) : p;
  p = start;
  while (*p != '\0' && !is_quote (g_utf8_get_char (p))
         && (*quoted || !g_unichar_isspace (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  *open = *p == '\0';
  *rest = *quoted && *p != '\0' ? g_utf8_next_char (p) : p;
  return g_strndup (start, (gsize)(p - start));
}

/**
 * scr_fold_to_fts_query:
 * @words: (nullable): what a person typed into a search entry
 *
 * All words must occur. Words of three letters and more, and the last one, stand for all that begin so; what
 * is between quotes stands for itself. Nothing that is typed can be taken for the query language.
 *
 * Returns: (transfer full) (nullable): a query for FTS5, or %NULL if there is no word in @words
 */
char *
scr_fold_to_fts_query (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words != NULL ? words : "", -1);
  g_autoptr (GString) query = g_string_new (NULL);
  const char *rest = valid;
  gboolean quoted, open;
  char *term;

  for (guint n = 0; n < MAX_TERMS && (term = take_term (&rest, &quoted, &open)) != NULL; n++)
    {
      glong length = g_utf8_strlen (term, -1);
      gboolean prefix = open || (!quoted && length >= 3);

      if (length <= MAX_TERM_LENGTH && has_word (term))
        append_term (query, term, prefix);
      g_free (term);
    }
  return query->len > 0 ? g_strdup (query->str) : NULL;
}
