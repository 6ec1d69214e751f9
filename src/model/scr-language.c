/* ScrLanguage - one language of a text. See the header. */
#include "config.h"

#include "scr-language.h"

#include "scr-catalogue.h"
#include "scr-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrLanguage
{
  gatomicrefcount references;
  char *code;              /* as in BCP 47: "cy", "en-GB" */
  ScrCatalogue *catalogue; /* (nullable): none for English */
};

G_DEFINE_BOXED_TYPE (ScrLanguage, scr_language, scr_language_ref, scr_language_unref)

/* What languages call themselves. Others say it in their catalogue. */
static const struct
{
  const char *code;
  const char *name;
  gboolean right_to_left;
} own_names[] = {
    {"cy", "Cymraeg", FALSE}, {"en", "English", FALSE}, {"ne", "नेपाली", FALSE},
    {"pa", "ਪੰਜਾਬੀ", FALSE},   {"pl", "Polski", FALSE},  {"ur", "اردو", TRUE},
};

static char *
dup_locale_dir (void)
{
  const char *dir = g_getenv ("SCRUTINY_LOCALE_DIR");

  return g_strdup (dir != NULL && *dir != '\0' ? dir : SCR_LOCALE_DIR);
}

/* "cy_GB.UTF-8" becomes "cy-GB". NULL if it does not look like a code: it becomes part of a file name. */
static char *
normalise_code (const char *code)
{
  g_autofree char *normal = g_strdup (code);
  gsize length = strcspn (normal, ".@");

  normal[length] = '\0';
  g_strdelimit (normal, "_", '-');
  if (length < 2 || length > 32 || !g_ascii_isalpha (normal[0]) || !g_ascii_isalpha (normal[1]))
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (normal[i]) && normal[i] != '-')
      return NULL;
  return g_steal_pointer (&normal);
}

static gboolean
is_of_language (const char *code, const char *base)
{
  gsize length = strlen (base);

  return g_ascii_strncasecmp (code, base, length) == 0 && (code[length] == '\0' || code[length] == '-');
}

static char *
dup_catalogue_path (const char *code)
{
  g_autofree char *root = dup_locale_dir ();
  g_autofree char *folder = g_strdelimit (g_strdup (code), "-", '_');

  return g_build_filename (root, folder, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

/* The catalogue of a language, or of the wider one that it is a variety of. */
static ScrCatalogue *
load_catalogue (const char *code, GError **error)
{
  g_autofree char *wider = g_strdup (code);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ScrCatalogue *catalogue;
  gsize length;

  while (content == NULL)
    {
      g_autofree char *path = dup_catalogue_path (wider);
      char *hyphen = strrchr (wider, '-');

      if (!g_file_get_contents (path, &content, &length, NULL) && hyphen == NULL)
        {
          g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND,
                       _ ("There is no translation for the language “%s”."), code);
          return NULL;
        }
      if (hyphen != NULL)
        *hyphen = '\0';
    }
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  catalogue = scr_catalogue_new (bytes);
  if (catalogue == NULL)
    g_set_error (error, SCR_ERROR, SCR_ERROR_DAMAGED, _ ("The translation for the language “%s” is damaged."),
                 code);
  return catalogue;
}

/**
 * scr_language_load:
 * @code: a language's code: "cy", "en-GB", "pt_BR"
 * @error: return location: #SCR_ERROR_NOT_FOUND, #SCR_ERROR_DAMAGED, or #SCR_ERROR_INVALID if @code is none
 *
 * Reads the language's catalogue. English needs none and always loads.
 *
 * Returns: (transfer full) (nullable): the language
 */
ScrLanguage *
scr_language_load (const char *code, GError **error)
{
  g_autofree char *normal = code != NULL ? normalise_code (code) : NULL;
  ScrCatalogue *catalogue = NULL;
  ScrLanguage *self;

  if (normal == NULL)
    {
      g_autofree char *shown = g_utf8_make_valid (code != NULL ? code : "", -1);

      g_set_error (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("“%s” is not the code of a language."), shown);
      return NULL;
    }
  if (!is_of_language (normal, "en"))
    {
      catalogue = load_catalogue (normal, error);
      if (catalogue == NULL)
        return NULL;
    }
  self = g_new0 (ScrLanguage, 1);
  g_atomic_ref_count_init (&self->references);
  self->code = g_steal_pointer (&normal);
  self->catalogue = catalogue;
  return self;
}

/**
 * scr_language_ref:
 * @self: a language
 *
 * Returns: (transfer full): @self
 */
ScrLanguage *
scr_language_ref (ScrLanguage *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * scr_language_unref:
 * @self: (transfer full) (nullable): a language
 *
 * With the last reference, the texts it gave are gone too.
 */
void
scr_language_unref (ScrLanguage *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  scr_catalogue_free (self->catalogue);
  g_free (self->code);
  g_free (self);
}

/* The language that gettext speaks, from the header of the catalogue it found. */
static const char *
get_interface_code (void)
{
  const char *const no_message = ""; /* whose translation is the header; not one to translate */
  const char *header = g_dgettext (GETTEXT_PACKAGE, no_message);
  const char *found = header != NULL ? strstr (header, "\nLanguage:") : NULL;
  g_autofree char *line = NULL, *code = NULL;

  if (found == NULL)
    return "en";
  found += strlen ("\nLanguage:");
  line = g_strstrip (g_strndup (found, strcspn (found, "\n")));
  code = normalise_code (line);
  return code != NULL ? g_intern_string (code) : "en";
}

/**
 * scr_language_get_code:
 * @self: (nullable): a language
 *
 * Returns: (transfer none): its code as in BCP 47, such as "cy" or "en-GB"
 */
const char *
scr_language_get_code (const ScrLanguage *self)
{
  return self != NULL ? self->code : get_interface_code ();
}

/**
 * scr_language_is_right_to_left:
 * @self: (nullable): a language
 *
 * Returns: whether its script runs from right to left
 */
gboolean
scr_language_is_right_to_left (const ScrLanguage *self)
{
  /* TRANSLATORS: if your language is written from right to left, translate this as right-to-left (those
     words, in English); if not, copy it. */
  const char *direction = scr_tr_context (self, "text direction", "left-to-right");

  if (strcmp (direction, "right-to-left") == 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (own_names); i++)
    if (is_of_language (scr_language_get_code (self), own_names[i].code))
      return own_names[i].right_to_left;
  return FALSE;
}

/**
 * scr_tr:
 * @self: (nullable): a language
 * @message: a text in English
 *
 * Returns: (transfer none): @message in @self, or @message if it is not translated
 */
const char *
scr_tr (const ScrLanguage *self, const char *message)
{
  const char *translated;

  /* The translation of "" is the catalogue's header. */
  if (message == NULL || *message == '\0')
    return message;
  if (self == NULL)
    return g_dgettext (GETTEXT_PACKAGE, message);
  translated = self->catalogue != NULL ? scr_catalogue_lookup (self->catalogue, NULL, message) : NULL;
  return translated != NULL ? translated : message;
}

/**
 * scr_tr_context:
 * @self: (nullable): a language
 * @context: what tells this message from others of the same words
 * @message: a text in English
 *
 * Returns: (transfer none): @message in @self, or @message if it is not translated
 */
const char *
scr_tr_context (const ScrLanguage *self, const char *context, const char *message)
{
  const char *translated;

  if (self == NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, context, message);
  translated = self->catalogue != NULL ? scr_catalogue_lookup (self->catalogue, context, message) : NULL;
  return translated != NULL ? translated : message;
}

/**
 * scr_tr_plural:
 * @self: (nullable): a language
 * @singular: a text in English, for one
 * @plural: the same for any other number
 * @n: how many
 *
 * Returns: (transfer none): the text in @self in the form that @n takes
 */
const char *
scr_tr_plural (const ScrLanguage *self, const char *singular, const char *plural, gulong n)
{
  const char *translated;

  if (self == NULL)
    return g_dngettext (GETTEXT_PACKAGE, singular, plural, n);
  translated = self->catalogue != NULL ? scr_catalogue_lookup_plural (self->catalogue, singular, n) : NULL;
  if (translated != NULL)
    return translated;
  return n == 1 ? singular : plural;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * scr_languages_list:
 *
 * Returns: (transfer full): the codes of the languages there are catalogues of, "en" first, the others sorted
 */
GStrv
scr_languages_list (void)
{
  g_autofree char *root = dup_locale_dir ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (root, name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
      g_autofree char *code = normalise_code (name);

      if (code != NULL && !is_of_language (code, "en") && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (codes, g_steal_pointer (&code));
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_insert (codes, 0, g_strdup ("en"));
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/**
 * scr_language_dup_name:
 * @code: a language's code
 *
 * Returns: (transfer full): what the language calls itself, as in "Cymraeg"; @code if nobody says
 */
char *
scr_language_dup_name (const char *code)
{
  g_autoptr (ScrLanguage) language = NULL;
  const char *name;

  for (gsize i = 0; i < G_N_ELEMENTS (own_names); i++)
    if (is_of_language (code, own_names[i].code))
      return g_strdup (own_names[i].name);
  language = scr_language_load (code, NULL);
  if (language == NULL)
    return g_strdup (code);
  /* TRANSLATORS: what your language is called in your language, as in "Cymraeg" or "Polski" */
  name = scr_tr_context (language, "name of the language", "English");
  return g_strdup (strcmp (name, "English") != 0 ? name : code);
}
