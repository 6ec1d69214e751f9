/* How often a key message has been told. See the header. */
#include "config.h"

#include "scr-key-messages.h"

#include <glib/gi18n-lib.h>

static gboolean
same (const char *a, const char *b)
{
  return a != NULL && g_strcmp0 (a, b) == 0;
}

/* Whether a telling comes before the meeting or at it. */
static gboolean
is_by_then (ScrItem *delivery, ScrItem *at, ScrItem *meeting)
{
  const char *until = scr_item_get_text (meeting, "day");
  const char *day = scr_item_get_text (delivery, "day");
  const char *start = scr_item_get_text (meeting, "start");

  if (at == meeting || until == NULL)
    return TRUE;
  if (day == NULL && at != NULL)
    day = scr_item_get_text (at, "day");
  if (day == NULL || g_strcmp0 (day, until) != 0)
    return day != NULL && g_strcmp0 (day, until) < 0;
  /* Of two meetings on one day the earlier counts. */
  return at == NULL || start == NULL || g_strcmp0 (scr_item_get_text (at, "start"), start) <= 0;
}

/**
 * scr_key_message_count:
 * @source: where it comes from
 * @message_id: identity of a key message
 * @meeting: a meeting
 *
 * Returns: how often the message was told up to that meeting, and with it
 */
ScrToldCount
scr_key_message_count (ScrSource *source, const char *message_id, ScrItem *meeting)
{
  g_autoptr (GPtrArray) deliveries = scr_source_list_by (source, "delivery", "message", message_id);
  const char *group = scr_item_get_text (meeting, "group");
  ScrToldCount count = {0, 0, FALSE};

  for (guint i = 0; i < deliveries->len; i++)
    {
      ScrItem *delivery = g_ptr_array_index (deliveries, i);
      g_autoptr (ScrItem) at = scr_source_get_referred (source, delivery, "meeting");
      gboolean this_one = same (scr_item_get_text (delivery, "meeting"), scr_item_get_id (meeting));

      if (at != NULL && scr_item_is_deleted (at))
        continue;
      if (!this_one && !is_by_then (delivery, at, meeting))
        continue;
      count.in_all++;
      count.here += this_one || (at != NULL && same (group, scr_item_get_text (at, "group")));
      count.at_this = count.at_this || this_one;
    }
  return count;
}

/**
 * scr_key_message_dup_words:
 * @count: how often a message was told
 * @language: (nullable): in which language, %NULL for the interface's
 *
 * Returns: (transfer full): "told here for the third time"
 */
char *
scr_key_message_dup_words (const ScrToldCount *count, const ScrLanguage *language)
{
  static const char *const words[] = {
      N_ ("told here for the first time"), N_ ("told here for the second time"),
      N_ ("told here for the third time"), N_ ("told here for the fourth time"),
      N_ ("told here for the fifth time"), N_ ("told here for the sixth time"),
  };

  if (count->here == 0)
    return g_strdup (scr_tr (language, N_ ("not told here yet")));
  if (!count->at_this)
    return g_strdup_printf (
        scr_tr_plural (language, "told here once before", "told here %u times before", count->here),
        count->here);
  if (count->here <= G_N_ELEMENTS (words))
    return g_strdup (scr_tr (language, words[count->here - 1]));
  return g_strdup_printf (
      scr_tr_plural (language, "told here %u time so far", "told here %u times so far", count->here),
      count->here);
}
