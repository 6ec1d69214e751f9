/* The day of a deleted meeting is left out of its series, so that laying out again does not bring it back;
 * and comes in again with the meeting. See scr-series-commands.h. */
#include "config.h"

#include "scr-series-private.h"

#include "scr-repeat.h"

#include <string.h>

typedef char *(*DayFunc) (const char *skipped, const char *day);

static gboolean
is_among (GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (scr_item_get_id (g_ptr_array_index (items, i)), id) == 0)
      return TRUE;
  return FALSE;
}

/* Several meetings may be of one series: what the first altered, the next goes on from. */
static void
alter_skipped (GHashTable *texts, ScrEdit *edit, ScrItem *series, const char *day, DayFunc func)
{
  const char *id = scr_item_get_id (series);
  const char *skipped = g_hash_table_contains (texts, id) ? g_hash_table_lookup (texts, id)
                                                          : scr_item_get_text (series, "skipped");
  char *altered = func (skipped, day);

  scr_edit_set_text (edit, "series", id, "skipped", altered);
  g_hash_table_insert (texts, g_strdup (id), altered);
}

static void
alter_all (ScrStore *store, ScrEdit *edit, GPtrArray *items, DayFunc func)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      g_autoptr (ScrItem) series = NULL;

      if (strcmp (scr_item_get_kind (item)->name, "meeting") != 0
          || scr_series_meeting_get_occurrence (item) == NULL)
        continue;
      series = scr_source_get_referred (SCR_SOURCE (store), item, "series");
      if (series != NULL && !scr_item_is_deleted (series) && !is_among (items, scr_item_get_id (series)))
        alter_skipped (texts, edit, series, scr_series_meeting_get_occurrence (item), func);
    }
}

/**
 * scr_series_leave_out:
 * @store: the record
 * @edit: what puts @items into the bin
 * @items: (element-type ScrItem): among others, meetings of series
 */
void
scr_series_leave_out (ScrStore *store, ScrEdit *edit, GPtrArray *items)
{
  alter_all (store, edit, items, scr_skipped_add);
}

/**
 * scr_series_take_back:
 * @store: the record
 * @edit: what takes @items out of the bin
 * @items: (element-type ScrItem): among others, meetings of series
 */
void
scr_series_take_back (ScrStore *store, ScrEdit *edit, GPtrArray *items)
{
  alter_all (store, edit, items, scr_skipped_remove);
}
