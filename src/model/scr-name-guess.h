/* A gentle warning: text that looks as if it named a child or somebody's home.
 *
 * Nothing is refused: whoever typed it is asked to look again. It guesses, so it is kept to what rarely means
 * anything else: a name with a date of birth, a sound NHS number, a postcode or a street address. Pure; any
 * thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SCR_NAME_GUESS_NOTHING,
  SCR_NAME_GUESS_BIRTH,      /* a name with a date of birth */
  SCR_NAME_GUESS_NHS_NUMBER, /* ten digits with a right check digit */
  SCR_NAME_GUESS_ADDRESS,    /* a postcode, or a number and a street */
} ScrNameGuessKind;

/* Where it is: offsets in bytes, from the first byte to the one after the last. */
typedef struct
{
  ScrNameGuessKind kind;
  gsize start;
  gsize end;
} ScrNameGuess;

gboolean scr_name_guess_find (const char *text, ScrNameGuess *guess);
const char *scr_name_guess_get_warning (ScrNameGuessKind kind);

G_END_DECLS
