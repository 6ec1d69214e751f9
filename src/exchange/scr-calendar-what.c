/* Which meetings go into a calendar or a table, and what they are called there. See scr-calendar-write.h. */
#include "config.h"

#include "scr-calendar-write.h"

/**
 * scr_calendar_ask:
 * @what: which meetings, but no single one
 * @query: (out): asks for them; borrows the strings
 *
 * Returns: how many of its conditions are used
 */
guint
scr_calendar_ask (const ScrCalendarWhat *what, ScrQuery *query)
{
  const ScrCondition wanted[] = {
      {"group", SCR_IS, what->group, 0},    {"kind", SCR_IS, what->kind, 0},
      {"state", SCR_IS, what->state, 0},    {"day", SCR_AT_LEAST, what->from, 0},
      {"day", SCR_AT_MOST, what->until, 0},
  };
  guint n = 0;

  *query = (ScrQuery) {.kind = "meeting", .partnership = what->partnership, .contains = what->contains};
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i].text != NULL)
      query->conditions[n++] = wanted[i];
  return n;
}

/**
 * scr_calendar_list_ids:
 * @source: the record
 * @what: which meetings
 *
 * Returns: (transfer full) (element-type utf8): their identities, by day
 */
GPtrArray *
scr_calendar_list_ids (ScrSource *source, const ScrCalendarWhat *what)
{
  ScrQuery query;

  if (what->meeting != NULL)
    {
      GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (ids, g_strdup (what->meeting));
      return ids;
    }
  scr_calendar_ask (what, &query);
  return scr_source_list_ids (source, &query);
}

/**
 * scr_calendar_dup_uid:
 * @meeting: a meeting or a series
 *
 * Returns: (transfer full): its identity in calendars: the one it came with, or one made from its own
 */
char *
scr_calendar_dup_uid (ScrItem *meeting)
{
  const char *uid = scr_item_get_text (meeting, "uid");

  return uid != NULL && *uid != '\0' ? g_strdup (uid)
                                     : g_strconcat (scr_item_get_id (meeting), "@scrutiny", NULL);
}
