/* Two texts line by line. See the header. */
#include "scr-text-compare.h"

#include <string.h>

/* Beyond so many pairs of lines the middle is told as removed and added as a whole: the table would not fit.
 */
#define MOST_PAIRS (4 * 1000 * 1000)

static void
line_free (gpointer data)
{
  ScrTextLine *line = data;

  g_free (line->words);
  g_free (line);
}

static void
tell (GPtrArray *lines, ScrLineChange change, const char *words)
{
  ScrTextLine *line = g_new0 (ScrTextLine, 1);

  line->change = change;
  line->words = g_strdup (words);
  g_ptr_array_add (lines, line);
}

static GStrv
split (const char *text)
{
  return text != NULL && *text != '\0' ? g_strsplit (text, "\n", -1) : g_new0 (char *, 1);
}

/* What two stretches have in common, as far as it goes from each pair of lines: the longest common
 * subsequence. */
static guint *
measure (char **a, gsize n_a, char **b, gsize n_b)
{
  guint *common = g_new0 (guint, (n_a + 1) * (n_b + 1));

  for (gsize i = n_a; i-- > 0;)
    for (gsize k = n_b; k-- > 0;)
      {
        guint *here = &common[i * (n_b + 1) + k];
        guint down = common[(i + 1) * (n_b + 1) + k];

        *here = strcmp (a[i], b[k]) == 0 ? common[(i + 1) * (n_b + 1) + k + 1] + 1 : MAX (down, here[1]);
      }
  return common;
}

static void
tell_middle (GPtrArray *lines, char **a, gsize n_a, char **b, gsize n_b)
{
  g_autofree guint *common = n_a * n_b <= MOST_PAIRS ? measure (a, n_a, b, n_b) : NULL;
  gsize i = 0, k = 0;

  while (common != NULL && i < n_a && k < n_b)
    {
      if (strcmp (a[i], b[k]) == 0)
        {
          tell (lines, SCR_LINE_SAME, a[i++]);
          k++;
        }
      else if (common[(i + 1) * (n_b + 1) + k] >= common[i * (n_b + 1) + k + 1])
        tell (lines, SCR_LINE_REMOVED, a[i++]);
      else
        tell (lines, SCR_LINE_ADDED, b[k++]);
    }
  while (i < n_a)
    tell (lines, SCR_LINE_REMOVED, a[i++]);
  while (k < n_b)
    tell (lines, SCR_LINE_ADDED, b[k++]);
}

/**
 * scr_text_compare:
 * @before: (nullable): a text
 * @after: (nullable): what became of it
 *
 * Returns: (transfer full) (element-type ScrTextLine): all lines of both, in order; removed ones before what
 * stands in their place
 */
GPtrArray *
scr_text_compare (const char *before, const char *after)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_auto (GStrv) a = split (before);
  g_auto (GStrv) b = split (after);
  gsize n_a = g_strv_length (a), n_b = g_strv_length (b);
  gsize first = 0, last = 0;

  while (first < n_a && first < n_b && strcmp (a[first], b[first]) == 0)
    tell (lines, SCR_LINE_SAME, a[first++]);
  while (last < n_a - first && last < n_b - first && strcmp (a[n_a - 1 - last], b[n_b - 1 - last]) == 0)
    last++;
  tell_middle (lines, a + first, n_a - first - last, b + first, n_b - first - last);
  for (gsize i = n_a - last; i < n_a; i++)
    tell (lines, SCR_LINE_SAME, a[i]);
  return lines;
}

/**
 * scr_text_count_changes:
 * @lines: (element-type ScrTextLine): what scr_text_compare() told
 *
 * Returns: how many lines went or are new
 */
guint
scr_text_count_changes (const GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const ScrTextLine *)g_ptr_array_index (lines, i))->change != SCR_LINE_SAME;
  return n;
}
