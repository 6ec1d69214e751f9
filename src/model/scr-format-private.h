/* What writing and reading values share. Private to model/. */
#pragma once

#include "scr-language.h"

G_BEGIN_DECLS

const char *scr_words_month_in_date (const ScrLanguage *language, int month);
const char *scr_words_month (const ScrLanguage *language, int month);
const char *scr_words_weekday (const ScrLanguage *language, int weekday, gboolean abbreviated);
const char *scr_words_decimal_sign (const ScrLanguage *language);

char *scr_typed_make_plain (const char *typed);
gboolean scr_typed_is_one_of (const char *word, const char *list, const char *separators);

G_END_DECLS
