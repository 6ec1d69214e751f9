/* Commands that keep a file in the record. See scr-commands.h. */
#include "config.h"

#include "scr-commands.h"

#include <glib/gi18n-lib.h>

/**
 * scr_command_continue_attach:
 * @store: a store of the calling thread, which may be any: opened with %SCR_STORE_WORKER beside the record's own
 * @edit: a change that is being put together, such as one that makes the owner
 * @kind: the kind of what the file is attached to
 * @owner: its identity
 * @field: (nullable): its field that is to name the file; %NULL adds it to its attachments
 * @file: the file
 * @progress: (nullable): told how much of it is read
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Keeps the content of @file. It becomes part of the record when @edit is applied.
 *
 * Returns: whether the file is taken into @edit
 */
gboolean
scr_command_continue_attach (ScrStore *store,
                             ScrEdit *edit,
                             const ScrKind *kind,
                             const char *owner,
                             const char *field,
                             GFile *file,
                             ScrProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *id = scr_store_attach (store, file, edit, progress, user_data, cancellable, error);

  if (id == NULL)
    return FALSE;
  if (scr_field_refers_to (scr_kind_get_field (scr_kind_find ("attachment"), "owner"), kind->name))
    scr_edit_set_text (edit, "attachment", id, "owner", owner);
  if (field != NULL)
    scr_edit_set_text (edit, kind->name, owner, field, id);
  return TRUE;
}

/**
 * scr_command_begin_attach:
 * @store: a store of the calling thread, which may be any: opened with %SCR_STORE_WORKER beside the record's own
 * @kind: the kind of what the file is attached to
 * @owner: its identity
 * @field: (nullable): its field that is to name the file; %NULL adds it to its attachments
 * @file: the file
 * @progress: (nullable): told how much of it is read
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Keeps the content of @file. It becomes part of the record when what is returned is applied.
 *
 * Returns: (transfer full) (nullable): the change that attaches it
 */
ScrEdit *
scr_command_begin_attach (ScrStore *store,
                          const ScrKind *kind,
                          const char *owner,
                          const char *field,
                          GFile *file,
                          ScrProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *label = g_strdup_printf (_ ("Attach %s"), valid);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  if (!scr_command_continue_attach (store, edit, kind, owner, field, file, progress, user_data, cancellable,
                                    error))
    return NULL;
  return g_steal_pointer (&edit);
}

/**
 * scr_command_attach:
 * @store: the record
 * @owner: what the file is attached to
 * @field: (nullable): its field that is to name the file; %NULL adds it to its attachments
 * @file: the file
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether the file is kept in the record
 */
gboolean
scr_command_attach (ScrStore *store,
                    ScrItem *owner,
                    const char *field,
                    GFile *file,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (ScrEdit) edit = scr_command_begin_attach (store, scr_item_get_kind (owner), scr_item_get_id (owner), field,
                                                       file, NULL, NULL, cancellable, error);

  return edit != NULL && scr_store_apply (store, edit, error);
}
