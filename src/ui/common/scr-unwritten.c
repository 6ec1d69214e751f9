/* ScrUnwritten - what was entered and is not in the record. See the header. */
#include "config.h"

#include "scr-unwritten.h"

#include "scr-commands.h"
#include "scr-validate.h"

#include <glib/gi18n-lib.h>

/* So much of a text is told of it. */
#define TOLD 80

typedef struct
{
  ScrItem *item;
  const ScrField *field;
  ScrValue value;
} Entry;

struct _ScrUnwritten
{
  GPtrArray *entries; /* (element-type Entry), oldest first */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->item);
  scr_value_clear (&entry->value);
  g_free (entry);
}

/**
 * scr_unwritten_new:
 *
 * Returns: (transfer full): nothing as yet
 */
ScrUnwritten *
scr_unwritten_new (void)
{
  ScrUnwritten *self = g_new0 (ScrUnwritten, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

/**
 * scr_unwritten_free:
 * @self: (nullable): what is not needed any more
 */
void
scr_unwritten_free (ScrUnwritten *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * scr_unwritten_clear:
 * @self: what was entered
 *
 * Forgets it all: the record is closed.
 */
void
scr_unwritten_clear (ScrUnwritten *self)
{
  g_ptr_array_set_size (self->entries, 0);
}

/**
 * scr_unwritten_put:
 * @self: what was entered
 * @item: whose field it was entered in
 * @field: the field
 * @value: what it said; what could not be read, as the text that was typed
 */
void
scr_unwritten_put (ScrUnwritten *self, ScrItem *item, const ScrField *field, const ScrValue *value)
{
  Entry *entry;

  scr_unwritten_take (self, item, field, NULL);
  entry = g_new0 (Entry, 1);
  entry->item = g_object_ref (item);
  entry->field = field;
  scr_value_copy (&entry->value, value);
  g_ptr_array_add (self->entries, entry);
}

/**
 * scr_unwritten_take:
 * @self: what was entered
 * @item: whose field is shown again
 * @field: the field
 * @value: (out) (optional): what it said
 *
 * Returns: whether there was anything; it is not here any more then
 */
gboolean
scr_unwritten_take (ScrUnwritten *self, ScrItem *item, const ScrField *field, ScrValue *value)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->item != item || entry->field != field)
        continue;
      if (value != NULL)
        scr_value_copy (value, &entry->value);
      g_ptr_array_remove_index (self->entries, i);
      return TRUE;
    }
  return FALSE;
}

/**
 * scr_unwritten_write:
 * @self: what was entered
 * @store: the record
 * @error: return location
 *
 * Writes what is valid: the disk may have room again. The rest stays here.
 *
 * Returns: %FALSE if what is valid could not be written either
 */
gboolean
scr_unwritten_write (ScrUnwritten *self, ScrStore *store, GError **error)
{
  for (guint i = 0; i < self->entries->len;)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (!scr_validate_value (entry->field, &entry->value, NULL))
        i++;
      else if (!scr_command_set_value (store, entry->item, entry->field->name, &entry->value, FALSE, error))
        return FALSE;
      else
        g_ptr_array_remove_index (self->entries, i);
    }
  return TRUE;
}

/* Things may have been undone out of the record, or put into the bin, since: then there is nothing to put right. */
static gboolean
is_there (ScrStore *store, ScrItem *item)
{
  g_autoptr (ScrItem) there
      = scr_source_get (SCR_SOURCE (store), scr_item_get_kind (item)->name, scr_item_get_id (item));

  return there != NULL && !scr_item_is_deleted (there);
}

static char *
dup_line (ScrStore *store, const Entry *entry)
{
  g_autofree char *where = scr_command_dup_value_label (store, entry->item, entry->field->name);
  g_autofree char *start = NULL;
  g_autofree char *said = NULL;

  if (entry->value.type != SCR_VALUE_TEXT || scr_field_is_identity (entry->field))
    return g_steal_pointer (&where);
  start = g_utf8_substring (entry->value.text, 0, MIN (g_utf8_strlen (entry->value.text, -1), TOLD));
  said = g_strconcat (start, g_str_equal (start, entry->value.text) ? NULL : "…", NULL);
  /* TRANSLATORS: a field of a thing, and what was typed there: "Day of Deep dive: “31 Feb”" */
  return g_strdup_printf (_ ("%1$s: “%2$s”"), where, said);
}

/**
 * scr_unwritten_dup_words:
 * @self: what was entered
 * @store: the record
 *
 * Returns: (transfer full) (nullable): what it is and where it was entered, a line for each; %NULL if there is nothing
 */
char *
scr_unwritten_dup_words (ScrUnwritten *self, ScrStore *store)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (is_there (store, entry->item))
        g_ptr_array_add (lines, dup_line (store, entry));
    }
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}
