/* Fractional keys. See the header. */
#include "scr-order-key.h"

#include <string.h>

#define BASE 62
#define DIGITS "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define LOWEST '0'
#define HIGHEST 'z'

/* Keys this long still work, but show that one gap took so many insertions that its siblings want new keys.
 */
#define COMFORTABLE_LENGTH 48

static int
digit_value (char digit)
{
  return (int)(strchr (DIGITS, digit) - DIGITS);
}

/**
 * scr_order_key_is_valid:
 * @key: (nullable): a text
 *
 * Returns: whether @key may serve as a key
 */
gboolean
scr_order_key_is_valid (const char *key)
{
  gsize length = key != NULL ? strlen (key) : 0;

  return length >= 1 && length <= SCR_ORDER_KEY_MAX && strspn (key, DIGITS) == length
         && key[length - 1] != LOWEST;
}

static char *
finish_key (GString *key)
{
  while (key->len > 0 && key->str[key->len - 1] == LOWEST)
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

/* Appending (and putting first) counts in steps of one rather than halving what is left, or each would cost a
 * bit. The more leading "z" (or "0") a key has, the wider the number that follows them: 1, 2, 4, 8 ...
 * digits. */
static char *
step_outwards (const char *key, gboolean up)
{
  const char edge = up ? HIGHEST : LOWEST;
  GString *stepped = g_string_new (NULL);
  gsize edges = 0, width;

  while (key[edges] == edge)
    edges++;
  width = (gsize)1 << MIN (edges, 6);
  for (gsize i = 0, end = FALSE; i < edges + width; i++)
    {
      end = end || key[i] == '\0';
      g_string_append_c (stepped, end ? LOWEST : key[i]);
    }
  for (gsize i = stepped->len; i > edges; i--)
    {
      int value = digit_value (stepped->str[i - 1]) + (up ? 1 : -1);

      stepped->str[i - 1] = DIGITS[(value + BASE) % BASE];
      if (value >= 0 && value < BASE)
        break;
    }
  /* Downwards, the first digit became an edge: the wider number after it starts from its top. */
  if (!up && stepped->str[edges] == LOWEST)
    {
      g_string_truncate (stepped, edges + 1);
      for (gsize i = 0; i < (gsize)1 << MIN (edges + 1, 6); i++)
        g_string_append_c (stepped, HIGHEST);
    }
  return finish_key (stepped);
}

/* The middle of two fractions, no longer than it must be; `before` is less than `after`. */
static char *
halve (const char *before, const char *after)
{
  GString *middle = g_string_new (NULL);
  gboolean below = FALSE; /* what is written so far is already less than `after` */

  for (;;)
    {
      int low = *before != '\0' ? digit_value (*before) : 0;
      int high = below ? BASE : *after != '\0' ? digit_value (*after) : 0;

      if (high - low > 1)
        {
          g_string_append_c (middle, DIGITS[(low + high) / 2]);
          return g_string_free (middle, FALSE);
        }
      g_string_append_c (middle, DIGITS[low]);
      below = below || high > low;
      if (*before != '\0')
        before++;
      if (*after != '\0')
        after++;
    }
}

/**
 * scr_order_key_between:
 * @before: (nullable): the key of the sibling before, or %NULL to put first
 * @after: (nullable): the key of the sibling after, or %NULL to put last
 *
 * Two %NULL make the key of an only child.
 *
 * Returns: (transfer full) (nullable): a key that sorts between both, or %NULL if there is no room for one:
 * the two are equal, out of order, no keys, or as long as keys may be. Spread the siblings anew then.
 */
char *
scr_order_key_between (const char *before, const char *after)
{
  g_autofree char *key = NULL;

  if ((before != NULL && !scr_order_key_is_valid (before))
      || (after != NULL && !scr_order_key_is_valid (after)))
    return NULL;
  if (before == NULL && after == NULL)
    return g_strdup_printf ("%c", DIGITS[BASE / 2]);
  if (after == NULL)
    key = step_outwards (before, TRUE);
  else if (before == NULL)
    key = step_outwards (after, FALSE);
  else if (strcmp (before, after) < 0)
    key = halve (before, after);
  return scr_order_key_is_valid (key) ? g_steal_pointer (&key) : NULL;
}

/**
 * scr_order_key_needs_rebalance:
 * @key: (nullable): what scr_order_key_between() gave
 *
 * Returns: whether the siblings should get new keys, in the same change, from scr_order_keys_spread()
 */
gboolean
scr_order_key_needs_rebalance (const char *key)
{
  return key == NULL || strlen (key) > COMFORTABLE_LENGTH;
}

/**
 * scr_order_keys_spread:
 * @n: how many siblings there are
 *
 * Returns: (transfer full): @n short keys in rising order, evenly spread, with room before, between and after
 */
GStrv
scr_order_keys_spread (guint n)
{
  GStrv keys = g_new0 (char *, (gsize)n + 1);
  guint64 parts = BASE, step;
  guint digits = 1;

  /* One digit more than telling them apart needs leaves at least 61 free places in each gap. */
  while (parts / BASE < (guint64)n + 1)
    {
      parts *= BASE;
      digits++;
    }
  step = parts / ((guint64)n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint64 rest = step * ((guint64)i + 1);
      GString *key = g_string_new (NULL);

      for (guint d = 0; d < digits; d++, rest /= BASE)
        g_string_prepend_c (key, DIGITS[rest % BASE]);
      keys[i] = finish_key (key);
    }
  return keys;
}
