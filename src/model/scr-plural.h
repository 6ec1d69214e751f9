/* Plural rules of message catalogues: "nplurals=2; plural=(n != 1)" and which form a number takes.
 *
 * The rule is text from a file, so it is read with limits: nothing in it can crash or hang. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint n_forms;
  char *expression; /* in C's syntax, over "n" */
} ScrPlural;

ScrPlural *scr_plural_new_from_header (const char *header);
void scr_plural_free (ScrPlural *self);
guint scr_plural_get_form (const ScrPlural *self, gulong n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrPlural, scr_plural_free)

G_END_DECLS
