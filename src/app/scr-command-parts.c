/* Parts that commands are made of. See the header. */
#include "scr-command-parts.h"

/**
 * scr_command_trim:
 * @text: (nullable): what was typed
 *
 * Returns: (transfer full) (nullable): the same without space around it, or %NULL if nothing but space was
 * typed
 */
char *
scr_command_trim (const char *text)
{
  char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (trimmed != NULL && *trimmed == '\0')
    g_clear_pointer (&trimmed, g_free);
  return trimmed;
}

/**
 * scr_command_provide_choice:
 * @store: the record
 * @edit: a change that refers to the choice afterwards
 * @id: its identity, as the shipped vocabulary has it
 * @list: the list that it belongs to
 * @label: its words
 * @position: its place in the list
 *
 * Adds a choice that the record lacks: older records began without some, and any may have been deleted for
 * good.
 */
void
scr_command_provide_choice (ScrStore *store,
                            ScrEdit *edit,
                            const char *id,
                            const char *list,
                            const char *label,
                            const char *position)
{
  g_autoptr (ScrItem) choice = scr_source_get (SCR_SOURCE (store), SCR_KIND_CHOICE, id);

  if (choice != NULL)
    return;
  scr_edit_add (edit, SCR_KIND_CHOICE, id);
  scr_edit_set_text (edit, SCR_KIND_CHOICE, id, "list", list);
  scr_edit_set_text (edit, SCR_KIND_CHOICE, id, "label", label);
  scr_edit_set_text (edit, SCR_KIND_CHOICE, id, "position", position);
}
