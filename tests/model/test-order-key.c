/* Tests of scr-order-key: keys always fall between their neighbours, and stay short. */
#include "scr-order-key.h"

#include <string.h>

static void
assert_between (const char *before, const char *key, const char *after)
{
  g_assert_true (scr_order_key_is_valid (key));
  if (before != NULL)
    g_assert_cmpstr (before, <, key);
  if (after != NULL)
    g_assert_cmpstr (key, <, after);
}

static void
test_valid (void)
{
  g_autofree char *longest = g_strnfill (SCR_ORDER_KEY_MAX, 'z');
  g_autofree char *too_long = g_strnfill (SCR_ORDER_KEY_MAX + 1, 'z');

  g_assert_true (scr_order_key_is_valid ("1"));
  g_assert_true (scr_order_key_is_valid ("0Az"));
  g_assert_true (scr_order_key_is_valid (longest));
  g_assert_false (scr_order_key_is_valid (too_long));
  g_assert_false (scr_order_key_is_valid (NULL));
  g_assert_false (scr_order_key_is_valid (""));
  g_assert_false (scr_order_key_is_valid ("V0"));
  g_assert_false (scr_order_key_is_valid ("a b"));
  g_assert_false (scr_order_key_is_valid ("é"));
}

static void
test_no_room (void)
{
  g_autofree char *longest = g_strnfill (SCR_ORDER_KEY_MAX, 'z');

  g_assert_null (scr_order_key_between ("V", "V"));
  g_assert_null (scr_order_key_between ("W", "V"));
  g_assert_null (scr_order_key_between ("V0", NULL));
  g_assert_null (scr_order_key_between (NULL, ""));
  g_assert_null (scr_order_key_between (longest, NULL));
  g_assert_true (scr_order_key_needs_rebalance (NULL));
  g_assert_true (scr_order_key_needs_rebalance (longest));
  g_assert_false (scr_order_key_needs_rebalance ("V"));
}

static void
test_ends (void)
{
  g_autofree char *last = scr_order_key_between (NULL, NULL);
  g_autofree char *first = g_strdup (last);

  for (int i = 0; i < 10000; i++)
    {
      char *later = scr_order_key_between (last, NULL);
      char *earlier = scr_order_key_between (NULL, first);

      assert_between (last, later, NULL);
      assert_between (NULL, earlier, first);
      g_assert_cmpuint (strlen (later), <=, 8);
      g_assert_cmpuint (strlen (earlier), <=, 8);
      g_free (last);
      g_free (first);
      last = later;
      first = earlier;
    }
}

static void
test_random_places (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 5000; i++)
    {
      int place = g_test_rand_int_range (0, (gint32)keys->len + 1);
      const char *before = place > 0 ? keys->pdata[place - 1] : NULL;
      const char *after = place < (int)keys->len ? keys->pdata[place] : NULL;
      char *key = scr_order_key_between (before, after);

      assert_between (before, key, after);
      g_assert_false (scr_order_key_needs_rebalance (key));
      g_ptr_array_insert (keys, place, key);
    }
}

static void
rebalance (GPtrArray *keys)
{
  g_auto (GStrv) fresh = scr_order_keys_spread (keys->len);

  for (guint i = 0; i < keys->len; i++)
    {
      g_free (keys->pdata[i]);
      keys->pdata[i] = g_strdup (fresh[i]);
    }
}

/* Inserts 10,000 times beside the last one inserted: always before it, always after it, or at random. */
static void
fill_one_gap (gboolean before, gboolean after)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint place = 1, rebalanced = 0;

  g_ptr_array_add (keys, g_strdup ("F"));
  g_ptr_array_add (keys, g_strdup ("G"));
  for (int i = 0; i < 10000; i++)
    {
      char *key = scr_order_key_between (keys->pdata[place - 1], keys->pdata[place]);

      assert_between (keys->pdata[place - 1], key, keys->pdata[place]);
      g_assert_cmpuint (strlen (key), <, 100);
      g_ptr_array_insert (keys, (int)place, key);
      if (scr_order_key_needs_rebalance (key))
        {
          rebalance (keys);
          rebalanced++;
        }
      if (after && (!before || g_test_rand_bit ()))
        place++;
    }
  for (guint i = 1; i < keys->len; i++)
    g_assert_cmpstr (keys->pdata[i - 1], <, keys->pdata[i]);
  g_assert_cmpuint (rebalanced, >, 0);
  g_assert_cmpuint (rebalanced, <, 100);
}

static void
test_same_gap (void)
{
  fill_one_gap (TRUE, FALSE);
  fill_one_gap (FALSE, TRUE);
  fill_one_gap (TRUE, TRUE);
}

static void
test_spread (void)
{
  const guint sizes[] = {0, 1, 2, 60, 61, 62, 1000, 10000};

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_auto (GStrv) keys = scr_order_keys_spread (sizes[s]);

      g_assert_cmpuint (g_strv_length (keys), ==, sizes[s]);
      for (guint i = 0; i < sizes[s]; i++)
        {
          g_autofree char *between = scr_order_key_between (i > 0 ? keys[i - 1] : NULL, keys[i]);

          assert_between (i > 0 ? keys[i - 1] : NULL, between, keys[i]);
          g_assert_true (scr_order_key_is_valid (keys[i]));
          g_assert_cmpuint (strlen (keys[i]), <=, 5);
        }
    }
}

/* Any two keys, also such as this program would never make, have one between them. */
static void
test_random_pairs (void)
{
  for (int round = 0; round < 20000; round++)
    {
      char text[2][8];
      g_autofree char *key = NULL;
      int order;

      for (int i = 0; i < 2; i++)
        {
          int length = g_test_rand_int_range (1, 7);

          for (int c = 0; c < length; c++)
            text[i][c] = "01Vyz"[g_test_rand_int_range (c == length - 1, 5)];
          text[i][length] = '\0';
        }
      order = strcmp (text[0], text[1]);
      if (order == 0)
        continue;
      key = scr_order_key_between (text[order > 0], text[order < 0]);
      assert_between (text[order > 0], key, text[order < 0]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-key/valid", test_valid);
  g_test_add_func ("/order-key/no-room", test_no_room);
  g_test_add_func ("/order-key/ends", test_ends);
  g_test_add_func ("/order-key/random-places", test_random_places);
  g_test_add_func ("/order-key/same-gap", test_same_gap);
  g_test_add_func ("/order-key/spread", test_spread);
  g_test_add_func ("/order-key/random-pairs", test_random_pairs);
  return g_test_run ();
}
