/* Is this changeset of the form that SQLite's session extension writes, for tables of ours? Pure; any thread.
 *
 * Changesets lie in the record as plain bytes, so one from elsewhere may hold anything. SQLite's own reader
 * trusts them: counts that lie can send it round for ever. So they are read once here first, by the
 * documented format: tables
 * ('T', number of columns, which of them are the key, name), and after each its rows (operation, indirect,
 * old and new values).
 */
#include "config.h"

#include "scr-recorder.h"

#include <string.h>

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  guint n_columns; /* of the table that is being read */
} Reader;

/* A varint of SQLite: up to nine bytes, seven bits each, the high bit says that more follow. Nothing here is
 * longer than an int. */
static gboolean
read_count (Reader *reader, guint32 *count)
{
  guint64 number = 0;

  for (guint i = 0; i < 5 && reader->at < reader->end; i++)
    {
      guint8 byte = *reader->at++;

      number = (number << 7) | (byte & 0x7f);
      if (byte & 0x80)
        continue;
      *count = (guint32)number;
      return number <= G_MAXINT32;
    }
  return FALSE;
}

static gboolean
skip (Reader *reader, gsize length)
{
  if ((gsize)(reader->end - reader->at) < length)
    return FALSE;
  reader->at += length;
  return TRUE;
}

/* The key is the first column alone. */
static gboolean
read_table (Reader *reader)
{
  const ScrKind *kind;
  const guint8 *keys;
  const guint8 *name_end;

  if (!read_count (reader, &reader->n_columns) || reader->n_columns < 2)
    return FALSE;
  keys = reader->at;
  if (!skip (reader, reader->n_columns) || keys[0] != 1)
    return FALSE;
  for (guint i = 1; i < reader->n_columns; i++)
    if (keys[i] != 0)
      return FALSE;
  name_end = memchr (reader->at, '\0', (gsize)(reader->end - reader->at));
  if (name_end == NULL)
    return FALSE;
  kind = scr_kind_find ((const char *)reader->at);
  reader->at = name_end + 1;
  /* Tables only gain columns, so an earlier version may have written fewer: the identity and "deleted" come
   * first. */
  return kind != NULL && reader->n_columns <= kind->n_fields + 2;
}

/* 0 stands for a value that is not there. */
static gboolean
read_value (Reader *reader, int *type)
{
  guint32 length;

  if (reader->at >= reader->end)
    return FALSE;
  *type = *reader->at++;
  switch (*type)
    {
    case 0:
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return skip (reader, 8);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return read_count (reader, &length) && skip (reader, length);
    default:
      return FALSE;
    }
}

/* A row that comes or goes is whole. */
static gboolean
read_whole_row (Reader *reader)
{
  for (guint i = 0; i < reader->n_columns; i++)
    {
      int type;

      if (!read_value (reader, &type) || type == 0 || (i == 0 && type != SQLITE_TEXT))
        return FALSE;
    }
  return TRUE;
}

/* Of a row that is altered, the key has an old value only, what is altered has both, and all else has none.
 */
static gboolean
read_altered_row (Reader *reader)
{
  g_autofree int *types = g_new (int, reader->n_columns);

  for (guint i = 0; i < reader->n_columns; i++)
    if (!read_value (reader, &types[i]))
      return FALSE;
  for (guint i = 0; i < reader->n_columns; i++)
    {
      int type;

      if (!read_value (reader, &type))
        return FALSE;
      if (i == 0 ? types[0] != SQLITE_TEXT || type != 0 : (types[i] == 0) != (type == 0))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_row (Reader *reader)
{
  guint8 operation = *reader->at++;

  if (reader->n_columns == 0 || !skip (reader, 1))
    return FALSE;
  switch (operation)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return read_whole_row (reader);
    case SQLITE_UPDATE:
      return read_altered_row (reader);
    default:
      return FALSE;
    }
}

/**
 * scr_changeset_is_sound:
 * @data: (nullable): bytes
 * @length: how many
 *
 * Returns: whether they are a changeset that SQLite may be given
 */
gboolean
scr_changeset_is_sound (const void *data, gsize length)
{
  Reader reader = {data, (const guint8 *)data + length, 0};

  while (reader.at < reader.end)
    {
      gboolean is_table = *reader.at == 'T';

      if (is_table)
        reader.at++;
      if (is_table ? !read_table (&reader) : !read_row (&reader))
        return FALSE;
    }
  return TRUE;
}
