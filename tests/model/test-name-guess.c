/* Tests of scr-name-guess: what it warns of, what it lets be. All names here are the words "Name" and
 * "Surname". */
#include "scr-name-guess.h"

#include <string.h>

/* The part of the text that is meant stands between brackets that are taken out. */
static void
assert_guess (const char *marked, ScrNameGuessKind kind)
{
  const char *open = strchr (marked, '['), *close = strchr (marked, ']');
  g_autoptr (GString) text = g_string_new (marked);
  ScrNameGuess guess;

  g_string_replace (text, "[", "", 0);
  g_string_replace (text, "]", "", 0);
  g_test_message ("%s", marked);
  g_assert_cmpint (scr_name_guess_find (text->str, &guess), ==, kind != SCR_NAME_GUESS_NOTHING);
  g_assert_cmpint (guess.kind, ==, kind);
  if (kind == SCR_NAME_GUESS_NOTHING)
    return;
  g_assert_nonnull (open);
  g_assert_cmpuint (guess.start, ==, open - marked);
  g_assert_cmpuint (guess.end, ==, close - marked - 1);
}

static void
test_birth (void)
{
  const char *marked[] = {
      "[Name Surname 12/03/2009]",
      "[Name Surname, 12 March 2009], was seen",
      "seen: [Name Surname (3rd March 2009])",
      "[Name Surname - 12.3.09]",
      "[Name Surname 2009-03-12]",
      "[Ñame O'Surname 1/2/2010]",
      "Name Surname, [dob 12/03/2009]",
      "Name Surname [D.O.B. 12/03/09]",
      "Name Surname, who was [born on 12 March 2009], moved",
      "[date of birth: 12/03/2009], Name Surname",
      "Name Surname, [ganed ar 12 Mawrth 2009]",
  };
  const char *fine[] = {
      "Learning Hub 12 June 2019",
      "Executive Board, 12/06/2019",
      "Meeting of the Partnership Board (12 June 2019)",
      "Approved by the board on 12 June 2019",
      "The partnership was born on 1 October 2018",
      "Health Board was born on 1 October 2018",
      "NHS ICB 1/4/2022",
      "Wednesday March 12/03/2019",
      "Name Surname attended",
      "Name Surname agreed to the plan at the meeting on 12 June 2019",
      "12/03/2009",
      "Name Surname 12/03",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marked); i++)
    assert_guess (marked[i], SCR_NAME_GUESS_BIRTH);
  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    assert_guess (fine[i], SCR_NAME_GUESS_NOTHING);
}

/* A number with a right check digit, made here so that no real one stands in the source. */
static char *
make_number (gboolean right, const char *separator)
{
  for (;;)
    {
      int digits[10], sum = 0, check;

      for (int i = 0; i < 9; i++)
        {
          digits[i] = g_test_rand_int_range (0, 10);
          sum += digits[i] * (10 - i);
        }
      check = (11 - sum % 11) % 11;
      if (check == 10)
        continue;
      digits[9] = right ? check : (check + g_test_rand_int_range (1, 10)) % 10;
      return g_strdup_printf ("%d%d%d%s%d%d%d%s%d%d%d%d", digits[0], digits[1], digits[2], separator,
                              digits[3], digits[4], digits[5], separator, digits[6], digits[7], digits[8],
                              digits[9]);
    }
}

static void
test_nhs_number (void)
{
  const char *separators[] = {"", " ", "-"};

  for (int round = 0; round < 1000; round++)
    {
      g_autofree char *right = make_number (TRUE, separators[round % 3]);
      g_autofree char *wrong = make_number (FALSE, separators[round % 3]);
      g_autofree char *marked = g_strdup_printf ("see [%s].", right);
      g_autofree char *longer = g_strdup_printf ("1%s", right);

      assert_guess (marked, SCR_NAME_GUESS_NHS_NUMBER);
      assert_guess (wrong, SCR_NAME_GUESS_NOTHING);
      if (round % 3 == 0)
        assert_guess (longer, SCR_NAME_GUESS_NOTHING);
    }
  assert_guess ("000 000 0000", SCR_NAME_GUESS_NOTHING);
  assert_guess ("2018-2019 and 300,000", SCR_NAME_GUESS_NOTHING);
}

static void
test_address (void)
{
  const char *marked[] = {
      "lives at [ZY1 1ZZ]",
      "[zy99 9zz]",
      "[W1A 1AA]",
      "[GIR 0AA]",
      "([ZY11AA])",
      "[12 Placename Road]",
      "[12a, Some Long Street], town",
      "[7 Placename close]",
      "[3 Heol Enw] yw hwn",
  };
  const char *fine[] = {
      "Year Y1 2nd draft",
      "Agenda item B1",
      "12 roads",
      "In 2019 the road",
      "3 Crown Court cases",
      "Stage 2 of 5",
      "A3 paper",
      "H1 2019",
      "QQ11 1QQ",
      "Road 12",
      "12 people in the street",
      "Item 4b",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marked); i++)
    assert_guess (marked[i], SCR_NAME_GUESS_ADDRESS);
  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    assert_guess (fine[i], SCR_NAME_GUESS_NOTHING);
}

/* The first in the text is told. */
static void
test_first (void)
{
  assert_guess ("at [ZY1 1ZZ], Name Surname 1/2/2010", SCR_NAME_GUESS_ADDRESS);
  assert_guess ("[Name Surname 1/2/2010] at ZY1 1ZZ", SCR_NAME_GUESS_BIRTH);
  assert_guess ("", SCR_NAME_GUESS_NOTHING);
}

static void
test_warnings (void)
{
  for (int kind = SCR_NAME_GUESS_BIRTH; kind <= SCR_NAME_GUESS_ADDRESS; kind++)
    g_assert_cmpuint (strlen (scr_name_guess_get_warning ((ScrNameGuessKind)kind)), >, 20);
  g_assert_cmpstr (scr_name_guess_get_warning (SCR_NAME_GUESS_NOTHING), ==, "");
}

/* Long and odd texts: an answer within the text, on the border of a character. */
static void
test_anything (void)
{
  const char *bits[] = {"Name", " ", "Surname", "1/2/2010", "born ", "é",    "dob", "12", "Road", "ZY1",
                        "1ZZ",  ",", "’",       "\n",       "999 ",  "June", "É",   "(",  "Heol", "-"};
  g_autoptr (GString) longest = g_string_new (NULL);
  ScrNameGuess guess;

  for (int round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_test_rand_int_range (0, 30);

      for (int i = 0; i < n; i++)
        g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      if (!scr_name_guess_find (text->str, &guess))
        continue;
      g_assert_cmpuint (guess.start, <, guess.end);
      g_assert_cmpuint (guess.end, <=, text->len);
      g_assert_true (g_utf8_validate (text->str + guess.start, (gssize)(guess.end - guess.start), NULL));
    }
  for (int i = 0; i < 20000; i++)
    g_string_append (longest, i % 2 ? "Abcdé " : "123 ");
  scr_name_guess_find (longest->str, &guess);
  g_assert_false (scr_name_guess_find ("broken \xff 12 Placename Road", &guess));
  g_assert_false (scr_name_guess_find (NULL, &guess));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-guess/birth", test_birth);
  g_test_add_func ("/name-guess/nhs-number", test_nhs_number);
  g_test_add_func ("/name-guess/address", test_address);
  g_test_add_func ("/name-guess/first", test_first);
  g_test_add_func ("/name-guess/warnings", test_warnings);
  g_test_add_func ("/name-guess/anything", test_anything);
  return g_test_run ();
}
