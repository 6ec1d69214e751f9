/* Matters arising. See the header. */
#include "scr-matters-arising.h"

#include <string.h>

/**
 * scr_meeting_is_ahead:
 * @meeting: a meeting
 *
 * Returns: whether its agenda is still being made: it is neither held nor cancelled
 */
gboolean
scr_meeting_is_ahead (ScrItem *meeting)
{
  static const char *const ahead[]
      = {"meeting-state.proposed", "meeting-state.agenda-agreed", "meeting-state.pack-issued", NULL};
  const char *state = scr_item_get_text (meeting, "state");

  return state == NULL || g_strv_contains (ahead, state);
}

static gboolean
is_open (ScrItem *action)
{
  const char *state = scr_item_get_text (action, "state");

  return g_strcmp0 (state, "action-state.done") != 0 && g_strcmp0 (state, "action-state.dropped") != 0;
}

/* Earlier by day; on the same day by time. */
static gboolean
is_earlier (ScrItem *a, ScrItem *b)
{
  const char *day_a = scr_item_get_text (a, "day");
  const char *day_b = scr_item_get_text (b, "day");
  int order;

  if (day_a == NULL || day_b == NULL)
    return FALSE;
  order = strcmp (day_a, day_b);
  return order < 0
         || (order == 0 && g_strcmp0 (scr_item_get_text (a, "start"), scr_item_get_text (b, "start")) < 0);
}

static gboolean
stands_there (GPtrArray *agenda, ScrItem *action)
{
  const char *title = scr_item_get_text (action, "title");

  for (guint i = 0; i < agenda->len; i++)
    if (g_strcmp0 (scr_item_get_text (g_ptr_array_index (agenda, i), "title"), title) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  ScrItem *left = *(ScrItem *const *)a;
  ScrItem *right = *(ScrItem *const *)b;
  const char *due_left = scr_item_get_text (left, "due");
  const char *due_right = scr_item_get_text (right, "due");
  int order;

  /* What has no due day comes last. */
  if ((due_left == NULL) != (due_right == NULL))
    return due_left == NULL ? 1 : -1;
  order = g_strcmp0 (due_left, due_right);
  if (order == 0)
    order = g_strcmp0 (scr_item_get_text (left, "title"), scr_item_get_text (right, "title"));
  return order != 0 ? order : strcmp (scr_item_get_id (left), scr_item_get_id (right));
}

/**
 * scr_matters_arising_list:
 * @source: where it comes from
 * @meeting: a meeting that is ahead
 *
 * Returns: (transfer full) (element-type ScrItem): open actions of earlier meetings of its group that do not
 * stand on its agenda yet, the one that is due first at the front; none for a meeting without a group or a
 * day
 */
GPtrArray *
scr_matters_arising_list (ScrSource *source, ScrItem *meeting)
{
  const char *group = scr_item_get_text (meeting, "group");
  GPtrArray *matters = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) agenda = NULL;
  g_autoptr (GPtrArray) meetings = NULL;

  if (group == NULL)
    return matters;
  agenda = scr_source_list_by (source, "agenda_item", "meeting", scr_item_get_id (meeting));
  meetings = scr_source_list_by (source, "meeting", "group", group);
  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *earlier = g_ptr_array_index (meetings, i);
      g_autoptr (GPtrArray) actions = NULL;

      if (!is_earlier (earlier, meeting))
        continue;
      actions = scr_source_list_by (source, "action", "meeting", scr_item_get_id (earlier));
      for (guint k = 0; k < actions->len; k++)
        if (is_open (g_ptr_array_index (actions, k))
            && !stands_there (agenda, g_ptr_array_index (actions, k)))
          g_ptr_array_add (matters, g_object_ref (g_ptr_array_index (actions, k)));
    }
  g_ptr_array_sort (matters, compare_due);
  return matters;
}

/**
 * scr_matters_arising_find_item:
 * @source: where it comes from
 * @meeting: a meeting
 * @title: what such an item is called
 *
 * Returns: (transfer full) (nullable): the item of its agenda that matters arising stand under already
 */
ScrItem *
scr_matters_arising_find_item (ScrSource *source, ScrItem *meeting, const char *title)
{
  g_autoptr (GPtrArray) agenda
      = scr_source_list_by (source, "agenda_item", "meeting", scr_item_get_id (meeting));
  g_autofree char *wanted = g_utf8_casefold (title, -1);

  for (guint i = 0; i < agenda->len; i++)
    {
      ScrItem *item = g_ptr_array_index (agenda, i);
      const char *words = scr_item_get_text (item, "title");
      g_autofree char *folded = words != NULL ? g_utf8_casefold (words, -1) : NULL;

      if (scr_item_get_text (item, "under") == NULL && g_strcmp0 (folded, wanted) == 0)
        return g_object_ref (item);
    }
  return NULL;
}
