/* How wide the columns of a table are. See the header. */
#include "scr-columns.h"

#include <math.h>
#include <string.h>

/* Rows looked at: a long table's first rows tell enough. */
#define GREATEST_SAMPLE 300
/* An average letter's width against its size. */
#define LETTER_WIDTH 0.52
/* A word longer than this against the available width is broken rather than given a column of its length. */
#define GREATEST_WORD 0.4

typedef struct
{
  char *word;    /* (nullable): the longest */
  glong letters; /* of it */
  glong longest; /* letters of the longest line */
} Content;

static void
look_at_words (Content *content, const char *words)
{
  const char *start = words;
  glong line = 0, word = 0;

  for (const char *p = words;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\0' || c == ' ' || c == 0x2028)
        {
          if (word > content->letters)
            {
              g_free (content->word);
              content->word = g_strndup (start, (gsize)(p - start));
              content->letters = word;
            }
          word = -1;
          start = c != '\0' ? g_utf8_next_char (p) : p;
        }
      if (c == '\0' || c == 0x2028)
        {
          content->longest = MAX (content->longest, line);
          line = -1;
        }
      if (c == '\0')
        return;
      line += g_unichar_iswide (c) ? 2 : 1;
      word++;
    }
}

static void
look_at_column (Content *content, const ScrTable *table, guint column)
{
  guint n = MIN (scr_table_get_n_rows (table), GREATEST_SAMPLE);

  look_at_words (content, scr_text_get_words (scr_table_get_column (table, column)->title));
  for (guint i = 0; i < n; i++)
    {
      const ScrText *cell = scr_table_get_cell (table, i, column);

      if (cell != NULL && !scr_table_get_row (table, i)->is_group)
        look_at_words (content, scr_text_get_words (cell));
    }
}

/* Shares @available out by @wanted, but gives none less than @least. The sum of @least is no more than
 * @available. */
static void
share (double available, const double *least, const double *wanted, double *widths, guint n)
{
  g_autofree gboolean *is_fixed = g_new0 (gboolean, n);
  gboolean is_settled = FALSE;

  while (!is_settled)
    {
      double room = available, total = 0;

      is_settled = TRUE;
      for (guint i = 0; i < n; i++)
        if (is_fixed[i])
          room -= least[i];
        else
          total += wanted[i];
      for (guint i = 0; i < n; i++)
        {
          widths[i] = is_fixed[i] ? least[i] : room * wanted[i] / MAX (total, 1e-6);
          if (!is_fixed[i] && widths[i] < least[i])
            {
              is_fixed[i] = TRUE;
              is_settled = FALSE;
            }
        }
    }
}

static double
measure_word (const ScrStyle *style, const char *word, double available)
{
  g_autoptr (ScrTypeset) set = NULL;

  if (word == NULL || *word == '\0')
    return 0;
  set = scr_typeset_new_words (style, SCR_FACE_HEAD, word, 4 * available, SCR_ALIGN_START);
  return ceil (set->lines[0].width) + 1;
}

/**
 * scr_columns_measure:
 * @style: how the document looks
 * @table: a table with columns
 * @available: the width of the whole
 * @padding: of each cell, both sides together
 * @widths: (out caller-allocates): the width of each column
 *
 * Gives columns with a weight their share, others what their words ask for, and every column its longest
 * word.
 *
 * Returns: %FALSE if the columns do not fit beside each other
 */
gboolean
scr_columns_measure (const ScrStyle *style,
                     const ScrTable *table,
                     double available,
                     double padding,
                     double *widths)
{
  guint n = scr_table_get_n_columns (table);
  g_autofree double *least = g_new0 (double, n), *wanted = g_new0 (double, n);
  double total_least = 0, total_weight = 0, size = style->sizes[SCR_FACE_CELL];
  double room = available;

  for (guint i = 0; i < n; i++)
    total_weight += scr_table_get_column (table, i)->weight;
  for (guint i = 0; i < n; i++)
    {
      Content content = {0};
      double weight = scr_table_get_column (table, i)->weight;

      look_at_column (&content, table, i);
      least[i] = MIN (measure_word (style, content.word, available), available * GREATEST_WORD) + padding;
      wanted[i] = MIN ((double)content.longest * size * LETTER_WIDTH, available * 0.7) + padding;
      wanted[i] = MAX (wanted[i], least[i]);
      if (total_weight > 0 && weight <= 0)
        {
          wanted[i] = MIN (wanted[i], available / n);
          room -= wanted[i];
        }
      total_least += least[i];
      g_free (content.word);
    }
  for (guint i = 0; i < n && total_weight > 0; i++)
    {
      double weight = scr_table_get_column (table, i)->weight;

      if (weight > 0)
        wanted[i] = room * weight / total_weight;
    }
  if (total_least > available)
    return FALSE;
  share (available, least, wanted, widths, n);
  return TRUE;
}
