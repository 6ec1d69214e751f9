/* A gentle warning. See the header. */
#include "config.h"

#include "scr-name-guess.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* How far from a date of birth its name may stand, in bytes. */
#define NEAR_BEFORE 80
#define NEAR_AFTER 40

#define APART_BEFORE "(?<![\\p{L}\\p{N}])"
#define APART_AFTER "(?![\\p{L}\\p{N}])"

#define DATE                                                                                                 \
  "(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?i:st|nd|rd|th)?[ ./-]"                                                  \
  "(?:\\d{1,2}|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chw|maw|ebr|mai|meh|gor|aws|med|hyd|" \
  "tac|rha)"                                                                                                 \
  "\\p{L}{0,7})[ ./-]\\d{2}(?:\\d{2})?)" APART_AFTER
#define BIRTH_WORD "(?i:d\\.?o\\.?b\\.?|born(?: on)?|date of birth|birth ?date|ganed(?: ar)?|dyddiad geni)"
#define NAME_WORD "(\\p{Lu}[\\p{L}'’-]++)"

#define BIRTH_PATTERN APART_BEFORE BIRTH_WORD "[\\s:,;(=-]{0,5}" DATE
#define TWO_NAMES_PATTERN APART_BEFORE NAME_WORD " (?=" NAME_WORD ")"
#define NAME_AND_DATE_PATTERN APART_BEFORE NAME_WORD " " NAME_WORD "[\\s,;:(–-]{1,3}" DATE
#define NHS_PATTERN "(?<![\\p{L}\\p{N}])\\d{3}[ -]?\\d{3}[ -]?\\d{4}" APART_AFTER
/* Not "Y1 2nd". */
#define POSTCODE_PATTERN                                                                                     \
  APART_BEFORE "(?i:gir ?0aa|[a-pr-uwyz][a-hk-y]?\\d[a-hjkmnpr-y\\d]? {0,2}(?!\\d(?-i:st|nd|rd|th))"         \
               "\\d[abd-hjlnp-uw-z]{2})" APART_AFTER
#define STREET_PATTERN                                                                                          \
  APART_BEFORE                                                                                                  \
      "\\d{1,4}[a-zA-Z]?,? +(?:(?i:heol|ffordd|stryd|lôn) \\p{Lu}\\p{L}++|(?:\\p{Lu}[\\p{L}'’-]*+,? +){1,3}" \
      "(?i:street|st|road|rd|lane|avenue|ave|close|crescent|drive|gardens|terrace|grove|mews))" APART_AFTER

/* Words with capitals that stand before dates in a partnership's papers, and name nobody. Sorted. */
static const char *const no_names[] = {
    "action",     "actions",    "activity",    "agenda",       "agreement", "annual",        "appendix",
    "april",      "area",       "arrangement", "august",       "authority", "autumn",        "board",
    "borough",    "boroughs",   "briefing",    "care",         "case",      "centre",        "chair",
    "child",      "children",   "city",        "clinical",     "college",   "commissioning", "committee",
    "conference", "council",    "county",      "cycle",        "day",       "december",      "deep",
    "director",   "dispute",    "dive",        "draft",        "due",       "education",     "england",
    "event",      "executive",  "february",    "final",        "forum",     "friday",        "from",
    "group",      "head",       "health",      "hub",          "hubs",      "independent",   "integrated",
    "january",    "july",       "june",        "lead",         "leads",     "learning",      "letter",
    "line",       "local",      "london",      "manager",      "march",     "may",           "meeting",
    "meetings",   "minutes",    "monday",      "national",     "northern",  "november",      "october",
    "office",     "officer",    "panel",       "partner",      "partners",  "partnership",   "peer",
    "plan",       "police",     "policy",      "practice",     "priority",  "programme",     "quarter",
    "quarterly",  "report",     "review",      "safeguarding", "saturday",  "school",        "schools",
    "scotland",   "scrutineer", "scrutiny",    "september",    "serious",   "service",       "services",
    "session",    "social",     "south",       "spring",       "stage",     "steering",      "strategy",
    "subgroup",   "summer",     "sunday",      "system",       "team",      "the",           "thursday",
    "training",   "trust",      "tuesday",     "until",        "update",    "version",       "visit",
    "wales",      "wednesday",  "winter",      "work",         "working",   "workshop",      "year",
    "young",      "youth",
};

typedef enum
{
  BIRTH,
  TWO_NAMES,
  NAME_AND_DATE,
  NHS,
  POSTCODE,
  STREET,
  N_PATTERNS,
} Pattern;

static gpointer
compile_patterns (gpointer unused)
{
  const char *const patterns[N_PATTERNS] = {BIRTH_PATTERN, TWO_NAMES_PATTERN, NAME_AND_DATE_PATTERN,
                                            NHS_PATTERN,   POSTCODE_PATTERN,  STREET_PATTERN};
  GRegex **compiled = g_new0 (GRegex *, N_PATTERNS);

  for (int i = 0; i < N_PATTERNS; i++)
    {
      g_autoptr (GError) error = NULL;

      compiled[i] = g_regex_new (patterns[i], G_REGEX_OPTIMIZE, 0, &error);
      if (compiled[i] == NULL)
        g_critical ("pattern %d: %s", i, error->message);
    }
  return compiled;
}

/* Compiled once: constants that C cannot write down. */
static const GRegex *
get_pattern (Pattern pattern)
{
  static GOnce once = G_ONCE_INIT;
  GRegex **compiled = g_once (&once, compile_patterns, NULL);

  return compiled[pattern];
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (a, *(const char *const *)b);
}

/* Whether a capitalised word may be part of a person's name: no usual word, no abbreviation. */
static gboolean
may_be_name (const GMatchInfo *match, int group)
{
  g_autofree char *word = g_match_info_fetch (match, group);
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *upper = g_utf8_strup (word, -1);

  if (strcmp (word, upper) == 0)
    return FALSE;
  return bsearch (lower, no_names, G_N_ELEMENTS (no_names), sizeof no_names[0], compare_words) == NULL;
}

/* Whether two words that may be a name stand next to each other in a part of a text. */
static gboolean
has_name (const char *text, gsize start, gsize end)
{
  g_autofree char *part = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  while (start > 0 && ((guchar)text[start] & 0xc0) == 0x80)
    start--;
  while (((guchar)text[end] & 0xc0) == 0x80)
    end++;
  part = g_strndup (text + start, end - start);
  for (g_regex_match (get_pattern (TWO_NAMES), part, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    if (may_be_name (match, 1) && may_be_name (match, 2))
      return TRUE;
  return FALSE;
}

/* NHS numbers end in a check digit, modulus 11 (NHS Data Dictionary, "NHS NUMBER"). */
static gboolean
is_nhs_number (const char *text)
{
  int sum = 0, n = 0, digits[10];
  gboolean varied = FALSE;

  for (const char *p = text; n < 10; p++)
    if (g_ascii_isdigit (*p))
      {
        digits[n] = *p - '0';
        varied = varied || digits[n] != digits[0];
        n++;
      }
  for (n = 0; n < 9; n++)
    sum += digits[n] * (10 - n);
  /* A check digit of 10 is never given out. */
  return varied && (11 - sum % 11) % 11 == digits[9];
}

static gboolean
is_meant (Pattern pattern, const char *text, const GMatchInfo *match, gsize start, gsize end)
{
  const gsize length = strlen (text);

  switch (pattern)
    {
    case BIRTH:
      return has_name (text, start > NEAR_BEFORE ? start - NEAR_BEFORE : 0, MIN (end + NEAR_AFTER, length));
    case NAME_AND_DATE:
      return may_be_name (match, 1) && may_be_name (match, 2);
    case NHS:
      return is_nhs_number (text + start);
    default:
      return TRUE;
    }
}

/* The first place where a pattern is meant; false if there is none. */
static gboolean
find_pattern (Pattern pattern, const char *text, gsize *start, gsize *end)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (get_pattern (pattern), text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int from, to;

      g_match_info_fetch_pos (match, 0, &from, &to);
      *start = (gsize)from;
      *end = (gsize)to;
      if (is_meant (pattern, text, match, *start, *end))
        return TRUE;
    }
  return FALSE;
}

/**
 * scr_name_guess_find:
 * @text: (nullable): what a person typed
 * @guess: (out): what it looks like, and where; the first, if there are several
 *
 * Returns: whether anything in @text looks as if it told who or where somebody is
 */
gboolean
scr_name_guess_find (const char *text, ScrNameGuess *guess)
{
  const struct
  {
    Pattern pattern;
    ScrNameGuessKind kind;
  } looked_for[] = {
      {BIRTH, SCR_NAME_GUESS_BIRTH},    {NAME_AND_DATE, SCR_NAME_GUESS_BIRTH},
      {NHS, SCR_NAME_GUESS_NHS_NUMBER}, {POSTCODE, SCR_NAME_GUESS_ADDRESS},
      {STREET, SCR_NAME_GUESS_ADDRESS},
  };

  *guess = (ScrNameGuess) {SCR_NAME_GUESS_NOTHING, 0, 0};
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (looked_for); i++)
    {
      gsize start, end;

      if (find_pattern (looked_for[i].pattern, text, &start, &end)
          && (guess->kind == SCR_NAME_GUESS_NOTHING || start < guess->start))
        *guess = (ScrNameGuess) {looked_for[i].kind, start, end};
    }
  return guess->kind != SCR_NAME_GUESS_NOTHING;
}

/**
 * scr_name_guess_get_warning:
 * @kind: what a text looks like
 *
 * Returns: (transfer none): what to say to whoever typed it, translated; "" for nothing
 */
const char *
scr_name_guess_get_warning (ScrNameGuessKind kind)
{
  switch (kind)
    {
    case SCR_NAME_GUESS_BIRTH:
      return _ ("This looks like a name with a date of birth. Leave out what tells who a child is.");
    case SCR_NAME_GUESS_NHS_NUMBER:
      return _ ("This looks like an NHS number. Leave out what tells who a child is.");
    case SCR_NAME_GUESS_ADDRESS:
      return _ ("This looks like an address. Leave out what tells where a child lives.");
    case SCR_NAME_GUESS_NOTHING:
    default:
      return "";
    }
}
