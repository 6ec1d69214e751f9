/* Reads the holidays of a record. See the header. */
#include "config.h"

#include "scr-holidays-read.h"

/* Where a record does not say whose holidays count. */
#define USUAL_NATION "nation.england-and-wales"

/**
 * scr_holidays_read:
 * @source: a record
 *
 * Returns: (transfer full): its holidays, of all nations
 */
ScrHolidays *
scr_holidays_read (ScrSource *source)
{
  const ScrQuery query = {.kind = "holiday"};
  g_autoptr (GPtrArray) items = scr_source_list (source, &query);
  ScrHolidays *holidays = scr_holidays_new ();

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *nation = scr_item_get_text (item, "nation");
      const char *day = scr_item_get_text (item, "day");

      if (nation != NULL && day != NULL)
        scr_holidays_add (holidays, nation, day, scr_item_get_text (item, "title"));
    }
  return holidays;
}

/**
 * scr_holidays_dup_nation:
 * @source: a record
 *
 * Returns: (transfer full): identity of the nation whose holidays count in it
 */
char *
scr_holidays_dup_nation (ScrSource *source)
{
  g_autoptr (ScrItem) record = scr_source_get (source, SCR_KIND_RECORD, SCR_RECORD_ID);
  const char *nation = record != NULL ? scr_item_get_text (record, "nation") : NULL;

  return g_strdup (nation != NULL ? nation : USUAL_NATION);
}
