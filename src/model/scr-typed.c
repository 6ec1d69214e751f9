/* What people type, made plain before it is read. See scr-format-private.h. */
#include "config.h"

#include "scr-fold.h"
#include "scr-format-private.h"

#include <string.h>

/* Longer is no day and no number. */
#define MAX_TYPED 100

static void
append_plain (GString *plain, gunichar c)
{
  gunichar parts[8];
  gsize n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  /* "½" is "1", a fraction slash and "2" */
  if (n_parts >= 3 && n_parts <= G_N_ELEMENTS (parts) && parts[1] == 0x2044)
    {
      g_string_append_c (plain, ' ');
      for (gsize i = 0; i < n_parts; i++)
        append_plain (plain, parts[i]);
    }
  else if (g_unichar_digit_value (c) >= 0)
    g_string_append_printf (plain, "%d", g_unichar_digit_value (c));
  else if (c == 0x2044)
    g_string_append_c (plain, '/');
  else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    g_string_append_c (plain, '-');
  else if (c == 0x066b)
    g_string_append_c (plain, '.');
  else
    g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c);
}

/* What was typed, made plain: ASCII digits, "1/2" for a fraction, "-" for any dash, folded. NULL if nothing
 * was typed, or far too much. */
char *
scr_typed_make_plain (const char *typed)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *folded = NULL;

  if (typed == NULL || !g_utf8_validate (typed, -1, NULL) || g_utf8_strlen (typed, -1) > MAX_TYPED)
    return NULL;
  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (plain, g_utf8_get_char (p));
  folded = scr_fold (plain->str);
  return *g_strstrip (folded) != '\0' ? g_steal_pointer (&folded) : NULL;
}

/* Whether a word, folded, is one of those in `list`, not folded. */
gboolean
scr_typed_is_one_of (const char *word, const char *list, const char *separators)
{
  g_autofree char *folded = scr_fold (list);
  g_auto (GStrv) words = g_strsplit_set (folded, separators, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strcmp (g_strstrip (words[i]), word) == 0)
      return TRUE;
  return FALSE;
}
