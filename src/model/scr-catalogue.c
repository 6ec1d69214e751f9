/* ScrCatalogue - a compiled message catalogue. See the header.
 *
 * The form of the file is described in the manual of GNU gettext, "The Format of GNU MO Files".
 */
#include "scr-catalogue.h"

#include "scr-plural.h"

#include <string.h>

#define MAGIC 0x950412deu
#define MAGIC_SWAPPED 0xde120495u
#define HEADER_SIZE 20

struct _ScrCatalogue
{
  GBytes *bytes;
  const guint8 *data; /* borrowed from bytes */
  gsize size;
  gboolean swapped; /* written on a machine of the other byte order */
  guint32 n_messages;
  guint32 originals;    /* where the table of originals begins */
  guint32 translations; /* where the table of translations begins */
  ScrPlural *plural;    /* (nullable) */
};

static guint32
read_word (const ScrCatalogue *self, gsize offset)
{
  guint32 word;

  memcpy (&word, self->data + offset, sizeof word);
  return self->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* A text of one of both tables; NULL if it does not lie within the file with a NUL after it. */
static const char *
get_text (const ScrCatalogue *self, guint32 table, guint32 index, gsize *length)
{
  guint32 text_length = read_word (self, (gsize)table + (gsize)index * 8);
  guint32 offset = read_word (self, (gsize)table + (gsize)index * 8 + 4);

  if ((guint64)offset + text_length >= self->size || self->data[(gsize)offset + text_length] != '\0')
    return NULL;
  *length = text_length;
  return (const char *)self->data + offset;
}

/* Texts with plurals are several, each ended by a NUL. */
static gboolean
is_utf8 (const char *text, gsize length)
{
  for (gsize i = 0; i <= length; i++)
    {
      gsize part = strlen (text + i);

      if (!g_utf8_validate (text + i, (gssize)part, NULL))
        return FALSE;
      i += part;
    }
  return TRUE;
}

static gboolean
check_table_fits (const ScrCatalogue *self, guint32 table)
{
  return table % 4 == 0 && table >= HEADER_SIZE
         && (guint64)table + (guint64)self->n_messages * 8 <= self->size;
}

static gboolean
check_messages (const ScrCatalogue *self)
{
  const char *previous = NULL;
  guint64 total = 0;

  for (guint32 i = 0; i < self->n_messages; i++)
    {
      gsize length;
      const char *original = get_text (self, self->originals, i, &length);
      const char *translation;

      if (original == NULL || !is_utf8 (original, length))
        return FALSE;
      if (previous != NULL && strcmp (previous, original) >= 0)
        return FALSE;
      total += (guint64) length + 1;
      translation = get_text (self, self->translations, i, &length);
      if (translation == NULL || !is_utf8 (translation, length))
        return FALSE;
      total += (guint64) length + 1;
      /* Texts that share their bytes a million times over would take a day to check. */
      if (total > self->size)
        return FALSE;
      previous = original;
    }
  return TRUE;
}

static gboolean
read_header (ScrCatalogue *self)
{
  guint32 magic;

  if (self->size < HEADER_SIZE)
    return FALSE;
  memcpy (&magic, self->data, sizeof magic);
  if (magic != MAGIC && magic != MAGIC_SWAPPED)
    return FALSE;
  self->swapped = magic == MAGIC_SWAPPED;
  /* Major revisions 0 and 1 have the same tables. */
  if (read_word (self, 4) >> 16 > 1)
    return FALSE;
  self->n_messages = read_word (self, 8);
  self->originals = read_word (self, 12);
  self->translations = read_word (self, 16);
  return check_table_fits (self, self->originals) && check_table_fits (self, self->translations);
}

/**
 * scr_catalogue_new:
 * @bytes: content of a .mo file, from anywhere
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL if @bytes is not a sound one in UTF-8
 */
ScrCatalogue *
scr_catalogue_new (GBytes *bytes)
{
  g_autoptr (ScrCatalogue) self = g_new0 (ScrCatalogue, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (!read_header (self) || !check_messages (self))
    return NULL;
  self->plural = scr_plural_new_from_header (scr_catalogue_lookup (self, NULL, ""));
  return g_steal_pointer (&self);
}

/**
 * scr_catalogue_free:
 * @self: (nullable): a catalogue
 */
void
scr_catalogue_free (ScrCatalogue *self)
{
  if (self == NULL)
    return;
  scr_plural_free (self->plural);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* The translation's first form, and through @length that of all its forms together. */
static const char *
find (const ScrCatalogue *self, const char *key, gsize *length)
{
  guint32 low = 0, high = self->n_messages;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = get_text (self, self->originals, middle, length);
      int order = strcmp (key, original);

      if (order == 0)
        {
          const char *translation = get_text (self, self->translations, middle, length);

          return *translation != '\0' ? translation : NULL;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/**
 * scr_catalogue_lookup:
 * @self: a catalogue
 * @context: (nullable): the message's context
 * @message: the message in English
 *
 * Returns: (transfer none) (nullable): its translation, or %NULL if there is none
 */
const char *
scr_catalogue_lookup (const ScrCatalogue *self, const char *context, const char *message)
{
  g_autofree char *key = context != NULL ? g_strconcat (context, "\004", message, NULL) : NULL;
  gsize length;

  return find (self, key != NULL ? key : message, &length);
}

/**
 * scr_catalogue_lookup_plural:
 * @self: a catalogue
 * @message: the message in English, singular
 * @n: how many
 *
 * Returns: (transfer none) (nullable): the translation for @n, or %NULL if there is none
 */
const char *
scr_catalogue_lookup_plural (const ScrCatalogue *self, const char *message, gulong n)
{
  gsize length;
  const char *first = find (self, message, &length);
  const char *form = first;

  if (first == NULL)
    return NULL;
  for (guint skip = scr_plural_get_form (self->plural, n); skip > 0; skip--)
    {
      form += strlen (form) + 1;
      /* A translation with fewer forms than its language has. */
      if ((gsize)(form - first) > length)
        return first;
    }
  return form;
}
