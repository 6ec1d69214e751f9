/* ScrLanguage - one language of a text, independent of the interface's: a message catalogue and how days are
 * written.
 *
 * A report's language is its own option, and reports are made on other threads, while gettext knows one
 * language a process. So a language other than the interface's is read from its own compiled catalogue (.mo).
 * Immutable after loading; any thread. A NULL language everywhere means the interface's own, through gettext.
 * What scr_tr() and its kin return lives as long as the language.
 * Catalogues are found in the folder that SCRUTINY_LOCALE_DIR names, or where the program was installed to.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _ScrLanguage ScrLanguage;

#define SCR_TYPE_LANGUAGE (scr_language_get_type ())
GType scr_language_get_type (void);

ScrLanguage *scr_language_load (const char *code, GError **error);
ScrLanguage *scr_language_ref (ScrLanguage *self);
void scr_language_unref (ScrLanguage *self);
const char *scr_language_get_code (const ScrLanguage *self);
gboolean scr_language_is_right_to_left (const ScrLanguage *self);

const char *scr_tr (const ScrLanguage *self, const char *message) G_GNUC_FORMAT (2);
const char *scr_tr_context (const ScrLanguage *self, const char *context, const char *message)
    G_GNUC_FORMAT (3);
const char *scr_tr_plural (const ScrLanguage *self, const char *singular, const char *plural, gulong n)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

GStrv scr_languages_list (void);
char *scr_language_dup_name (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrLanguage, scr_language_unref)

G_END_DECLS
