/* Choices as they are offered and shown. See the header. */
#include "config.h"

#include "scr-choices.h"

#include "scr-format.h"
#include "scr-pill.h"

#include <string.h>

/**
 * scr_choices_list:
 * @source: a record
 * @list: name of a list of choices
 * @kept: (nullable): identity of the choice that was made, offered whatever its dates
 *
 * What a field offers today: law and practice change, and what was retired stays in old entries only.
 *
 * Returns: (transfer full) (element-type ScrItem): choices in their order
 */
GPtrArray *
scr_choices_list (ScrSource *source, const char *list, const char *kept)
{
  const ScrQuery query = { .kind = SCR_KIND_CHOICE, .conditions = { { "list", SCR_IS, list, 0 } } };
  g_autoptr (GPtrArray) choices = scr_source_list (source, &query);
  g_autofree char *today = scr_source_dup_today (source);

  for (guint i = choices->len; i > 0; i--)
    {
      ScrItem *choice = g_ptr_array_index (choices, i - 1);
      const char *until = scr_item_get_text (choice, "until");

      if (until != NULL && strcmp (until, today) < 0 && g_strcmp0 (scr_item_get_id (choice), kept) != 0)
        g_ptr_array_remove_index (choices, i - 1);
    }
  return g_steal_pointer (&choices);
}

/**
 * scr_choices_show_pill:
 * @pill: a pill (scr-pill)
 * @source: a record
 * @choice: (nullable): an item of kind "choice"; %NULL hides the pill
 */
void
scr_choices_show_pill (GtkWidget *pill, ScrSource *source, ScrItem *choice)
{
  g_autofree char *title = NULL;

  gtk_widget_set_visible (pill, choice != NULL);
  if (choice == NULL)
    return;
  title = scr_format_title (NULL, source, choice);
  scr_pill_set (pill, scr_item_get_text (choice, "icon"), title, scr_item_get_text (choice, "tone"));
}
