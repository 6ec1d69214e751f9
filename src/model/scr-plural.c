/* Plural rules of message catalogues. See the header. */
#include "scr-plural.h"

#include <stdlib.h>
#include <string.h>

#define MAX_FORMS 10
#define MAX_LENGTH 1000
#define MAX_DEPTH 200

typedef struct
{
  const char *at;
  gulong n;
  guint depth;
  gboolean failed;
} Reader;

static const struct
{
  const char *sign;
  int strength;
} operators[] = {
    {"||", 1}, {"&&", 2}, {"==", 3}, {"!=", 3}, {"<=", 4}, {">=", 4}, {"<", 4},
    {">", 4},  {"+", 5},  {"-", 5},  {"*", 6},  {"/", 6},  {"%", 6},
};

static gulong read_choice (Reader *reader);

static gboolean
read_sign (Reader *reader, const char *sign)
{
  while (g_ascii_isspace (*reader->at))
    reader->at++;
  if (!g_str_has_prefix (reader->at, sign))
    return FALSE;
  reader->at += strlen (sign);
  return TRUE;
}

/* A number, "n", something in brackets, or one of these after "!". */
static gulong
read_operand (Reader *reader)
{
  gulong value = 0;
  gboolean negated = read_sign (reader, "!");

  if (read_sign (reader, "("))
    {
      value = read_choice (reader);
      reader->failed = reader->failed || !read_sign (reader, ")");
    }
  else if (read_sign (reader, "n"))
    value = reader->n;
  else if (g_ascii_isdigit (*reader->at))
    value = strtoul (reader->at, (char **)&reader->at, 10);
  else
    reader->failed = TRUE;
  return negated ? !value : value;
}

static gulong
calculate (const char *sign, gulong a, gulong b)
{
  switch (sign[0])
    {
    case '|':
      return a || b;
    case '&':
      return a && b;
    case '=':
      return a == b;
    case '!':
      return a != b;
    case '<':
      return sign[1] == '=' ? a <= b : a < b;
    case '>':
      return sign[1] == '=' ? a >= b : a > b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b != 0 ? a / b : 0;
    default:
      return b != 0 ? a % b : 0;
    }
}

/* Operators of at least `strength`, each side read once. */
static gulong
read_operation (Reader *reader, int strength)
{
  gulong value;

  if (reader->failed || ++reader->depth > MAX_DEPTH)
    {
      reader->failed = TRUE;
      return 0;
    }
  value = read_operand (reader);
  for (gsize i = 0; !reader->failed && i < G_N_ELEMENTS (operators); i++)
    if (operators[i].strength >= strength && read_sign (reader, operators[i].sign))
      {
        value = calculate (operators[i].sign, value, read_operation (reader, operators[i].strength + 1));
        i = (gsize)-1; /* another operator may follow */
      }
  reader->depth--;
  return value;
}

static gulong
read_choice (Reader *reader)
{
  gulong value, yes, no;

  if (reader->failed || ++reader->depth > MAX_DEPTH)
    {
      reader->failed = TRUE;
      return 0;
    }
  value = read_operation (reader, 1);
  if (!reader->failed && read_sign (reader, "?"))
    {
      yes = read_choice (reader);
      reader->failed = reader->failed || !read_sign (reader, ":");
      no = read_choice (reader);
      value = value ? yes : no;
    }
  reader->depth--;
  return value;
}

/* Returns whether the whole text is a rule. */
static gboolean
evaluate (const char *expression, gulong n, gulong *form)
{
  Reader reader = {expression, n, 0, FALSE};

  *form = read_choice (&reader);
  return !reader.failed && (read_sign (&reader, "") && *reader.at == '\0');
}

/* The value of "name=value;" in a line, up to its ";" or the line's end. */
static char *
dup_setting (const char *line, const char *name)
{
  g_auto (GStrv) settings = g_strsplit (line, ";", 4);

  for (guint i = 0; settings[i] != NULL; i++)
    {
      const char *setting = g_strstrip (settings[i]);

      if (g_str_has_prefix (setting, name))
        return g_strstrip (g_strdup (setting + strlen (name)));
    }
  return NULL;
}

/**
 * scr_plural_new_from_header:
 * @header: (nullable): the header of a catalogue: the translation of ""
 *
 * Returns: (transfer full) (nullable): its rule, or %NULL if it has none or none that makes sense
 */
ScrPlural *
scr_plural_new_from_header (const char *header)
{
  const char *found = header != NULL ? strstr (header, "Plural-Forms:") : NULL;
  g_autofree char *line = NULL, *forms = NULL, *expression = NULL;
  ScrPlural *self;
  gulong n_forms, form;

  if (found == NULL)
    return NULL;
  found += strlen ("Plural-Forms:");
  line = g_strndup (found, strcspn (found, "\n"));
  forms = dup_setting (line, "nplurals=");
  expression = dup_setting (line, "plural=");
  if (forms == NULL || expression == NULL || strlen (expression) > MAX_LENGTH)
    return NULL;
  n_forms = strtoul (forms, NULL, 10);
  if (n_forms < 1 || n_forms > MAX_FORMS)
    return NULL;
  for (gulong n = 0; n <= 200; n++)
    if (!evaluate (expression, n, &form) || form >= n_forms)
      return NULL;
  self = g_new0 (ScrPlural, 1);
  self->n_forms = (guint)n_forms;
  self->expression = g_steal_pointer (&expression);
  return self;
}

/**
 * scr_plural_free:
 * @self: (nullable): a rule
 */
void
scr_plural_free (ScrPlural *self)
{
  if (self == NULL)
    return;
  g_free (self->expression);
  g_free (self);
}

/**
 * scr_plural_get_form:
 * @self: (nullable): a rule; %NULL is English's
 * @n: how many
 *
 * Returns: which of a message's forms @n takes, from 0
 */
guint
scr_plural_get_form (const ScrPlural *self, gulong n)
{
  gulong form;

  if (self == NULL)
    return n != 1;
  if (!evaluate (self->expression, n, &form) || form >= self->n_forms)
    return 0;
  return (guint)form;
}
