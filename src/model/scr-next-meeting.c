/* Which meeting comes next. See the header. */
#include "config.h"

#include "scr-next-meeting.h"

#include <string.h>

/* Nothing more can be put before a meeting that was held, or will not be. */
static gboolean
is_open (ScrItem *meeting)
{
  static const char *const open[]
      = {"meeting-state.proposed", "meeting-state.agenda-agreed", "meeting-state.pack-issued", NULL};
  const char *state = scr_item_get_text (meeting, "state");

  return state == NULL || g_strv_contains (open, state);
}

static int
compare (ScrItem *a, ScrItem *b)
{
  int order = g_strcmp0 (scr_item_get_text (a, "day"), scr_item_get_text (b, "day"));

  if (order == 0)
    order = g_strcmp0 (scr_item_get_text (a, "start"), scr_item_get_text (b, "start"));
  return order != 0 ? order : strcmp (scr_item_get_id (a), scr_item_get_id (b));
}

/**
 * scr_next_meeting_find:
 * @source: the record
 * @meeting: a meeting
 *
 * The first of the same group after it that is neither held nor cancelled.
 *
 * Returns: (transfer full) (nullable): the next one; %NULL if there is none, or @meeting has no group or no
 * day
 */
ScrItem *
scr_next_meeting_find (ScrSource *source, ScrItem *meeting)
{
  const char *group = scr_item_get_text (meeting, "group");
  const char *day = scr_item_get_text (meeting, "day");
  const ScrQuery query
      = {.kind = "meeting", .conditions = {{"group", SCR_IS, group, 0}, {"day", SCR_AT_LEAST, day, 0}}};
  g_autoptr (GPtrArray) meetings = NULL;
  ScrItem *next = NULL;

  if (group == NULL || day == NULL)
    return NULL;
  meetings = scr_source_list (source, &query);
  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *other = g_ptr_array_index (meetings, i);

      if (is_open (other) && compare (other, meeting) > 0 && (next == NULL || compare (other, next) < 0))
        next = other;
    }
  return next != NULL ? g_object_ref (next) : NULL;
}
