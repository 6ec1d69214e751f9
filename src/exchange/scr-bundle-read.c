/* Bundles in. See scr-bundle.h: everything is checked before anything is written. */
#include "config.h"

#include "scr-bundle.h"
#include "scr-identity.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT_VERSION 1
/* The format itself nests four deep; the parser below us recurses, so a hostile file must not choose how far.
 */
#define MAX_DEPTH 16
#define MAX_SIZE ((gsize)1024 * 1024 * 1024)

/* What the bundle has in its bin. Borrows all that it names. */
typedef struct
{
  const ScrKind *kind;
  const char *id;
  const char *stamp;
} Binned;

typedef struct
{
  ScrStore *store;
  ScrBundleFlags flags;
  ScrEdit *edit;
  GHashTable *seen; /* identities that stand in the bundle, of whatever kind */
  GArray *binned;   /* (element-type Binned) */
} Reader;

static gboolean
fail (GError **error, const char *what)
{
  g_set_error (error, SCR_ERROR, SCR_ERROR_INVALID,
               /* TRANSLATORS: %s is a sentence that says what is wrong with a file. */
               _ ("This bundle was not taken in. %s Nothing was changed."), what);
  return FALSE;
}

static gboolean
fail_at (GError **error, const char *kind, const char *id, const char *field, const char *what)
{
  g_autofree char *where = g_strdup_printf ("%s %s, %s: %s", kind, id, field, what);

  return fail (error, where);
}

/* The parser would also take comments and other quotes, behind which depth could hide: here JSON is as its
 * standard says. */
static gboolean
is_json_sign (char c)
{
  return g_ascii_isalnum (c) || strchr (" \t\r\n{}[]:,+-.", c) != NULL;
}

static gboolean
check_depth (const char *text, gsize length, GError **error)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
          continue;
        }
      if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;
      else if (!is_json_sign (c))
        return fail (error, _ ("It is not well-formed JSON."));
      if (depth > MAX_DEPTH)
        return fail (error, _ ("It is nested too deeply."));
    }
  return TRUE;
}

static char *
dup_identity (const char *text)
{
  return text[0] == '@' ? scr_identity_from_name (text + 1) : g_strdup (text);
}

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
read_text (Reader *reader, const ScrKind *kind, const ScrField *field, JsonNode *node, ScrValue *value)
{
  const char *text;

  if (!is_string (node))
    return FALSE;
  text = json_node_get_string (node);
  if (scr_field_is_identity (field))
    scr_value_take_text (value, dup_identity (text));
  else if ((reader->flags & SCR_BUNDLE_SHIPPED) && *text != '\0' && strcmp (kind->name, SCR_KIND_CHOICE) != 0
           && !(field->flags & SCR_FIELD_HIDDEN)
           && (field->type == SCR_FIELD_TEXT || field->type == SCR_FIELD_RICH))
    scr_value_set_text (value, g_dgettext (GETTEXT_PACKAGE, text));
  else
    scr_value_set_text (value, text);
  return TRUE;
}

static gboolean
read_value (Reader *reader, const ScrKind *kind, const ScrField *field, JsonNode *node, ScrValue *value)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (field->type == SCR_FIELD_BOOL)
    {
      if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return FALSE;
      scr_value_set_number (value, json_node_get_boolean (node) ? 1 : 0);
      return TRUE;
    }
  if (scr_field_is_numeric (field))
    {
      GType type = json_node_get_value_type (node);

      if (type != G_TYPE_DOUBLE && type != G_TYPE_INT64)
        return FALSE;
      scr_value_set_number (value, json_node_get_double (node));
      return TRUE;
    }
  return read_text (reader, kind, field, node, value);
}

static gboolean
read_member (Reader *reader,
             const ScrKind *kind,
             const char *id,
             const char *name,
             JsonNode *node,
             GError **error)
{
  const ScrField *field = scr_kind_get_field (kind, name);
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (strcmp (name, "id") == 0 || strcmp (name, "deleted") == 0)
    return TRUE;
  if (field == NULL)
    return fail_at (error, kind->name, id, name, _ ("There is no such field."));
  if (!read_value (reader, kind, field, node, &value))
    return fail_at (error, kind->name, id, name, _ ("The value is of the wrong type."));
  scr_edit_set_value (reader->edit, kind->name, id, name, &value);
  return TRUE;
}

static gboolean
is_stamp (const char *text)
{
  g_autoptr (GDateTime) time = NULL;

  if (strlen (text) > 40)
    return FALSE;
  time = g_date_time_new_from_iso8601 (text, NULL);
  return time != NULL;
}

/* An item that is there already becomes what the bundle says: fields it leaves out are emptied. */
static void
begin_item (Reader *reader, const ScrKind *kind, const char *id, gboolean is_binned)
{
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (reader->store), kind->name, id);
  const ScrValue none = SCR_VALUE_INIT;

  if (item == NULL)
    {
      scr_edit_add (reader->edit, kind->name, id);
      return;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (scr_item_get_value_at (item, i)->type != SCR_VALUE_NONE)
      scr_edit_set_value (reader->edit, kind->name, id, kind->fields[i].name, &none);
  if (scr_item_is_deleted (item) && !is_binned)
    scr_edit_restore (reader->edit, kind->name, id);
}

static gboolean
read_item (Reader *reader, const ScrKind *kind, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *id_node = object != NULL ? json_object_get_member (object, "id") : NULL;
  JsonNode *deleted = object != NULL ? json_object_get_member (object, "deleted") : NULL;
  g_autofree char *id = NULL;
  Binned binned = {kind, NULL, NULL};
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!is_string (id_node))
    return fail_at (error, kind->name, "?", "id", _ ("An item has no identity."));
  id = dup_identity (json_node_get_string (id_node));
  if (!scr_identity_is_valid (id))
    return fail_at (error, kind->name, json_node_get_string (id_node), "id", _ ("This is no identity."));
  if (g_hash_table_contains (reader->seen, id))
    return fail_at (error, kind->name, id, "id", _ ("It stands there twice."));
  binned.id = g_strdup (id);
  g_hash_table_add (reader->seen, (gpointer)binned.id);
  begin_item (reader, kind, id, deleted != NULL);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    if (!read_member (reader, kind, id, name, member, error))
      return FALSE;
  if (deleted == NULL)
    return TRUE;
  if (!is_string (deleted) || !is_stamp (json_node_get_string (deleted)))
    return fail_at (error, kind->name, id, "deleted", _ ("This is no time."));
  binned.stamp = json_node_get_string (deleted);
  g_array_append_val (reader->binned, binned);
  return TRUE;
}

/* After all else: what comes out of the bin takes with it what it belongs to, which may be in the bin by what
 * the bundle says. */
static void
bin_items (Reader *reader)
{
  for (guint i = 0; i < reader->binned->len; i++)
    {
      const Binned *binned = &g_array_index (reader->binned, Binned, i);

      scr_edit_bin_as_of (reader->edit, binned->kind->name, binned->id, binned->stamp);
    }
}

static gboolean
is_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED, _ ("This was cancelled. Nothing was changed."));
  return TRUE;
}

static gboolean
read_kind (Reader *reader, const char *name, JsonNode *node, GCancellable *cancellable, GError **error)
{
  const ScrKind *kind = scr_kind_find (name);
  JsonArray *array;

  if (kind == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return fail_at (error, name, "?", "?", _ ("There is no such kind of item."));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (is_cancelled (cancellable, error)
        || !read_item (reader, kind, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_items (Reader *reader, JsonObject *root, GCancellable *cancellable, GError **error)
{
  JsonNode *items = json_object_get_member (root, "items");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (items == NULL || !JSON_NODE_HOLDS_OBJECT (items))
    return fail (error, _ ("It holds no items."));
  json_object_iter_init (&iter, json_node_get_object (items));
  while (json_object_iter_next (&iter, &name, &node))
    if (!read_kind (reader, name, node, cancellable, error))
      return FALSE;
  bin_items (reader);
  return TRUE;
}

/* Content without an item is harmless, an item without its content is not: content comes first. */
static gboolean
read_files (Reader *reader, JsonObject *root, GCancellable *cancellable, GError **error)
{
  JsonNode *files = json_object_get_member (root, "files");
  JsonObjectIter iter;
  const char *sha256;
  JsonNode *node;

  if (files == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (files))
    return fail (error, _ ("Its files are not as they should be."));
  json_object_iter_init (&iter, json_node_get_object (files));
  while (json_object_iter_next (&iter, &sha256, &node))
    {
      g_autoptr (GInputStream) stream = NULL;
      guchar *data;
      gsize length;

      if (!is_string (node))
        return fail (error, _ ("Its files are not as they should be."));
      data = g_base64_decode (json_node_get_string (node), &length);
      stream = g_memory_input_stream_new_from_data (data, (gssize)length, g_free);
      if (!scr_store_keep_file (reader->store, sha256, stream, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static JsonObject *
get_root (JsonParser *parser, GError **error)
{
  JsonNode *node = json_parser_get_root (parser);
  JsonObject *root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *format = root != NULL ? json_object_get_member (root, "format") : NULL;
  JsonNode *version = root != NULL ? json_object_get_member (root, "version") : NULL;

  if (!is_string (format) || strcmp (json_node_get_string (format), "scrutiny-bundle") != 0 || version == NULL
      || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64
      || json_node_get_int (version) < 1)
    {
      fail (error, _ ("It is no bundle of Scrutiny."));
      return NULL;
    }
  if (json_node_get_int (version) > FORMAT_VERSION)
    {
      g_set_error_literal (
          error, SCR_ERROR, SCR_ERROR_NEWER,
          _ ("This bundle was made by a newer version of Scrutiny. Update Scrutiny to take it in."));
      return NULL;
    }
  return root;
}

/**
 * scr_bundle_read_bytes:
 * @store: a record
 * @json: a bundle
 * @flags: how it is to be taken in
 * @label: name of the change
 * @cancellable: (nullable): ends it early
 * @error: return location; no item was altered then
 *
 * Takes in a bundle as one change.
 *
 * Returns: whether all of it is in the record
 */
gboolean
scr_bundle_read_bytes (ScrStore *store,
                       GBytes *json,
                       ScrBundleFlags flags,
                       const char *label,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (ScrEdit) edit = scr_edit_new (label);
  g_autoptr (GError) local = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) binned = g_array_new (FALSE, FALSE, sizeof (Binned));
  Reader reader = {store, flags, edit, seen, binned};
  gsize length;
  const char *text = g_bytes_get_data (json, &length);
  JsonObject *root;

  if (length > MAX_SIZE)
    return fail (error, _ ("It is too large."));
  if (length == 0)
    return fail (error, _ ("It is empty."));
  if (!g_utf8_validate (text, (gssize)length, NULL))
    return fail (error, _ ("It is not text in UTF-8."));
  if (!check_depth (text, length, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, text, (gssize)length, &local))
    return fail (error, _ ("It is not well-formed JSON."));
  root = get_root (parser, error);
  if (root == NULL || !read_items (&reader, root, cancellable, error)
      || !read_files (&reader, root, cancellable, error))
    return FALSE;
  return flags & SCR_BUNDLE_SEED ? scr_store_seed (store, edit, error) : scr_store_apply (store, edit, error);
}

/**
 * scr_bundle_read:
 * @store: a record
 * @path: a bundle
 * @cancellable: (nullable): ends it early
 * @error: return location; no item was altered then
 *
 * Takes in a bundle from a file as one change. Items that are in the record already become what the bundle
 * says.
 *
 * Returns: whether all of it is in the record
 */
gboolean
scr_bundle_read (ScrStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (mapped == NULL)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("“%s” cannot be read."), path);
      return FALSE;
    }
  bytes = g_mapped_file_get_bytes (mapped);
  return scr_bundle_read_bytes (store, bytes, SCR_BUNDLE_PLAIN, _ ("Take in a bundle"), cancellable, error);
}
