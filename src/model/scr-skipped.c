/* Days of a series by hand, as `series.skipped` keeps them: "2019-05-02 +2019-05-09". See scr-repeat.h.
 *
 * A day alone is one that the rule gives and that is left out; one after "+" comes although no rule gives it.
 * Always written sorted and without doubles, so that two copies of a record that skip the same days agree.
 */
#include "config.h"

#include "scr-repeat.h"

#include "scr-day.h"

#include <string.h>

static const char *
get_day (const char *entry)
{
  return *entry == '+' ? entry + 1 : entry;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *)a;
  const char *second = *(const char *const *)b;
  int order = strcmp (get_day (first), get_day (second));

  return order != 0 ? order : strcmp (first, second);
}

/* What is no day is passed over. */
static GPtrArray *
split (const char *skipped)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit_set (skipped != NULL ? skipped : "", " ,;\n\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (scr_day_is_valid (get_day (words[i])))
      g_ptr_array_add (entries, g_strdup (words[i]));
  return entries;
}

static char *
join (GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *last = NULL;

  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *entry = g_ptr_array_index (entries, i);

      if (last == NULL || strcmp (entry, last) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", entry);
      last = entry;
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
add (const char *skipped, char *entry)
{
  g_autoptr (GPtrArray) entries = split (skipped);

  g_ptr_array_add (entries, entry);
  return join (entries);
}

/**
 * scr_skipped_is_valid:
 * @skipped: (nullable): days as they are kept
 *
 * Returns: whether it holds nothing but days
 */
gboolean
scr_skipped_is_valid (const char *skipped)
{
  g_auto (GStrv) words = g_strsplit_set (skipped != NULL ? skipped : "", " ,;\n\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !scr_day_is_valid (get_day (words[i])))
      return FALSE;
  return TRUE;
}

/**
 * scr_skipped_has:
 * @skipped: (nullable): days as they are kept
 * @day: a day
 *
 * Returns: whether it is left out
 */
gboolean
scr_skipped_has (const char *skipped, const char *day)
{
  g_autoptr (GPtrArray) entries = split (skipped);

  return g_ptr_array_find_with_equal_func (entries, day, g_str_equal, NULL);
}

/**
 * scr_skipped_add:
 * @skipped: (nullable): days as they are kept
 * @day: a day to leave out
 *
 * Returns: (transfer full): the days with that one
 */
char *
scr_skipped_add (const char *skipped, const char *day)
{
  g_autofree char *extra = g_strconcat ("+", day, NULL);
  g_autofree char *without = scr_skipped_remove (skipped, extra);

  return add (without, g_strdup (day));
}

/**
 * scr_skipped_remove:
 * @skipped: (nullable): days as they are kept
 * @day: a day that is not to be left out any more; with "+" before it, one that is not to come any more
 *
 * Returns: (transfer full) (nullable): the days without it
 */
char *
scr_skipped_remove (const char *skipped, const char *day)
{
  g_autoptr (GPtrArray) entries = split (skipped);

  for (guint i = entries->len; i > 0; i--)
    if (strcmp (g_ptr_array_index (entries, i - 1), day) == 0)
      g_ptr_array_remove_index (entries, i - 1);
  return join (entries);
}

/**
 * scr_skipped_from:
 * @skipped: (nullable): days as they are kept
 * @from: (nullable): the first day to keep
 * @until: (nullable): the last day to keep
 *
 * Returns: (transfer full) (nullable): those between the two
 */
char *
scr_skipped_from (const char *skipped, const char *from, const char *until)
{
  g_autoptr (GPtrArray) entries = split (skipped);

  for (guint i = entries->len; i > 0; i--)
    if (!scr_day_is_within (get_day (g_ptr_array_index (entries, i - 1)), from, until))
      g_ptr_array_remove_index (entries, i - 1);
  return join (entries);
}

/**
 * scr_skipped_list_extra:
 * @skipped: (nullable): days as they are kept
 *
 * Returns: (transfer full) (element-type utf8): the days that come although no rule gives them, in order
 */
GPtrArray *
scr_skipped_list_extra (const char *skipped)
{
  g_autoptr (GPtrArray) entries = split (skipped);
  GPtrArray *extra = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    if (*(const char *)g_ptr_array_index (entries, i) == '+')
      g_ptr_array_add (extra, g_strdup (get_day (g_ptr_array_index (entries, i))));
  return extra;
}

/**
 * scr_skipped_add_extra:
 * @skipped: (nullable): days as they are kept
 * @day: a day on which it is to come although no rule gives it
 *
 * Returns: (transfer full): the days with that one
 */
char *
scr_skipped_add_extra (const char *skipped, const char *day)
{
  g_autofree char *without = scr_skipped_remove (skipped, day);

  return add (without, g_strconcat ("+", day, NULL));
}
