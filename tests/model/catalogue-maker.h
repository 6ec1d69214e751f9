/* Writes compiled message catalogues for tests, so that none needs msgfmt or an installed language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One message: its key ("context\004message", or the message) and its translation. Forms of a plural are
 * separated by "|" in `translation`. The first is the header's, with the key "". */
typedef struct
{
  const char *key;
  const char *translation;
} TestMessage;

GBytes *test_catalogue_make (const TestMessage *messages, guint n_messages, gboolean swapped);
void test_catalogue_install (const char *locale_dir, const char *code, GBytes *catalogue);
void test_catalogue_remove_all (const char *dir);

G_END_DECLS
