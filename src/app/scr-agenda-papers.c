/* Files that become papers of an item of an agenda. See scr-agenda-commands.h. */
#include "config.h"

#include "scr-agenda-commands.h"

#include "scr-commands.h"
#include "scr-order-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "Neglect.pdf" is the paper "Neglect". */
static char *
dup_title (GFile *file)
{
  const ScrField *field = scr_kind_get_field (scr_kind_find ("paper"), "title");
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  for (char *c = name; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), (glong)scr_field_get_max_length (field)));
}

/* Where the papers of a meeting end. */
static char *
dup_last_key (ScrStore *store, const char *meeting)
{
  const ScrQuery query
      = {.kind = "paper",
         .conditions = {{"meeting", SCR_IS, meeting, 0}, {"position", SCR_IS_FILLED, NULL, 0}},
         .order = "-position",
         .limit = 1};
  g_autoptr (GPtrArray) last = scr_source_list (SCR_SOURCE (store), &query);

  return last->len > 0 ? g_strdup (scr_item_get_text (g_ptr_array_index (last, 0), "position")) : NULL;
}

static ScrEdit *
begin (GListModel *files)
{
  guint n = g_list_model_get_n_items (files);
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);
  g_autofree char *title = dup_title (first);
  g_autofree char *label = n == 1 ? g_strdup_printf (_ ("Add the paper %s"), title)
                                  : g_strdup_printf (ngettext ("Add %u paper", "Add %u papers", n), n);

  return scr_edit_new (label);
}

/**
 * scr_command_prepare_papers:
 * @store: the record
 * @item: an item of a meeting's agenda
 * @files: (element-type GFile): at least one
 * @ids: (out) (transfer full): the identities of the papers
 *
 * Begins one change that makes a paper of each file, after those that the meeting has; their content is still
 * to be kept (scr_command_continue_attach()).
 *
 * Returns: (transfer full): the change
 */
ScrEdit *
scr_command_prepare_papers (ScrStore *store, ScrItem *item, GListModel *files, GStrv *ids)
{
  const char *meeting = scr_item_get_text (item, "meeting");
  g_autofree char *key = dup_last_key (store, meeting);
  guint n = g_list_model_get_n_items (files);
  ScrEdit *edit = begin (files);

  *ids = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *title = dup_title (file);
      char *next = scr_order_key_between (key, NULL);

      (*ids)[i] = g_strdup (scr_edit_add (edit, "paper", NULL));
      scr_edit_set_text (edit, "paper", (*ids)[i], "title", *title != '\0' ? title : _ ("Paper"));
      scr_edit_set_text (edit, "paper", (*ids)[i], "meeting", meeting);
      scr_edit_set_text (edit, "paper", (*ids)[i], "item", scr_item_get_id (item));
      scr_edit_set_text (edit, "paper", (*ids)[i], "position", next);
      g_free (key);
      key = next;
    }
  return edit;
}
