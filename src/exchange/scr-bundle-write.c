/* Bundles out. See scr-bundle.h. Items are written one by one and files in parts: memory does not grow with
 * the record. */
#include "config.h"

#include "scr-base64-stream.h"
#include "scr-bundle.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT_VERSION 1

typedef struct
{
  ScrStore *store;
  GOutputStream *stream;
  GCancellable *cancellable;
} Writer;

static gboolean
put (Writer *writer, const char *text, GError **error)
{
  return g_output_stream_write_all (writer->stream, text, strlen (text), NULL, writer->cancellable, error);
}

static JsonNode *
value_to_node (const ScrField *field, const ScrValue *value)
{
  JsonNode *node = json_node_alloc ();

  if (field->type == SCR_FIELD_BOOL)
    return json_node_init_boolean (node, value->number != 0);
  if (value->type == SCR_VALUE_NUMBER)
    return json_node_init_double (node, value->number);
  return json_node_init_string (node, value->text);
}

static char *
item_to_text (ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "id", scr_item_get_id (item));
  if (scr_item_get_deleted (item) != NULL)
    json_object_set_string_member (object, "deleted", scr_item_get_deleted (item));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrValue *value = scr_item_get_value_at (item, i);

      if (value->type != SCR_VALUE_NONE)
        json_object_set_member (object, kind->fields[i].name, value_to_node (&kind->fields[i], value));
    }
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
put_kind (Writer *writer, const ScrKind *kind, gboolean *first_kind, GError **error)
{
  const ScrQuery query = {.kind = kind->name, .where = SCR_ALL};
  g_autoptr (GPtrArray) ids = scr_source_list_ids (SCR_SOURCE (writer->store), &query);

  if (ids->len == 0)
    return TRUE;
  /* Not in an order that people chose, so that the same record always gives the same bytes. */
  g_ptr_array_sort (ids, compare_texts);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (ScrItem) item
          = scr_source_get (SCR_SOURCE (writer->store), kind->name, g_ptr_array_index (ids, i));
      g_autofree char *text = item != NULL ? item_to_text (item) : NULL;
      g_autofree char *head
          = i == 0 ? g_strdup_printf ("%s\n    \"%s\": [\n      ", *first_kind ? "" : ",", kind->name)
                   : g_strdup (",\n      ");

      if (text != NULL && (!put (writer, head, error) || !put (writer, text, error)))
        return FALSE;
    }
  *first_kind = FALSE;
  return put (writer, "\n    ]", error);
}

static gboolean
put_file (Writer *writer, const char *sha256, GError **error)
{
  g_autoptr (GOutputStream) encoder = scr_base64_stream_new (writer->stream);

  return put (writer, "\"", error)
         && scr_store_read_file (writer->store, sha256, encoder, writer->cancellable, error)
         && scr_base64_stream_finish (SCR_BASE64_STREAM (encoder), writer->cancellable, error)
         && put (writer, "\"", error);
}

static gboolean
put_files (Writer *writer, GError **error)
{
  g_autoptr (GPtrArray) files = scr_store_list_files (writer->store);

  for (guint i = 0; i < files->len; i++)
    {
      const char *sha256 = g_ptr_array_index (files, i);
      g_autofree char *head = g_strdup_printf ("%s\n    \"%s\": ", i > 0 ? "," : "", sha256);

      if (!put (writer, head, error) || !put_file (writer, sha256, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_all (Writer *writer, GError **error)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);
  g_autofree char *head = g_strdup_printf (
      "{\n  \"format\": \"scrutiny-bundle\",\n  \"version\": %d,\n  \"items\": {", FORMAT_VERSION);
  gboolean first_kind = TRUE;

  if (!put (writer, head, error))
    return FALSE;
  for (guint i = 0; i < n_kinds; i++)
    if (!put_kind (writer, kinds[i], &first_kind, error))
      return FALSE;
  return put (writer, "\n  },\n  \"files\": {", error) && put_files (writer, error)
         && put (writer, "\n  }\n}\n", error);
}

/* What writing files says, in our own domain. */
static gboolean
set_error (GError *from, const char *path, GError **error)
{
  if (from->domain == SCR_ERROR)
    {
      g_propagate_error (error, from);
      return FALSE;
    }
  if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED,
                         _ ("This was cancelled. Nothing was changed."));
  else if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, SCR_ERROR, SCR_ERROR_DISK_FULL, _ ("The disk is full. “%s” was not written."), path);
  else
    g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY, _ ("“%s” could not be written: %s."), path,
                 from->message);
  g_error_free (from);
  return FALSE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf ours, theirs;

  return g_stat (a, &ours) == 0 && g_stat (b, &theirs) == 0 && ours.st_dev == theirs.st_dev
         && ours.st_ino == theirs.st_ino;
}

static gboolean
write_stream (Writer *writer, GOutputStream *raw, GError **error)
{
  g_autoptr (GOutputStream) buffered = g_buffered_output_stream_new_sized (raw, 256 * 1024);
  g_autoptr (GCancellable) give_up = NULL;

  writer->stream = buffered;
  if (put_all (writer, error))
    return g_output_stream_close (buffered, writer->cancellable, error);
  /* Closing while cancelled leaves what was there before. */
  give_up = g_cancellable_new ();
  g_cancellable_cancel (give_up);
  g_output_stream_close (buffered, give_up, NULL);
  return FALSE;
}

/**
 * scr_bundle_write:
 * @store: a record
 * @path: where the bundle goes; replaced whole or not at all
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether the bundle is there
 */
gboolean
scr_bundle_write (ScrStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) raw = NULL;
  Writer writer = {store, NULL, cancellable};
  GError *local = NULL;

  if (is_same_file (path, scr_store_get_path (store)))
    {
      g_set_error_literal (
          error, SCR_ERROR, SCR_ERROR_BUSY,
          _ ("A bundle cannot be written over the record that it is made from. Choose another name."));
      return FALSE;
    }
  raw = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                        cancellable, &local);
  if (raw == NULL || !write_stream (&writer, G_OUTPUT_STREAM (raw), &local))
    return set_error (local, path, error);
  return TRUE;
}
