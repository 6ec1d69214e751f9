/* ScrToday - what needs a person's attention. See the header; the rules of each section are in scr-today-*.c.
 */
#include "config.h"

#include "scr-today-private.h"

#include <string.h>

static void
row_free (gpointer data)
{
  ScrTodayRow *row = data;

  g_object_unref (row->item);
  g_free (row->title);
  g_free (row->detail);
  g_free (row->day);
  g_free (row->pill);
  g_free (row);
}

/* Takes @title and @detail. */
ScrTodayRow *
scr_today_add_row (ScrTodayMaker *maker,
                   ScrTodaySection section,
                   ScrItem *item,
                   char *title,
                   char *detail,
                   const char *icon)
{
  ScrTodayRow *row = g_new0 (ScrTodayRow, 1);

  row->item = g_object_ref (item);
  row->title = title;
  row->detail = detail;
  row->icon = icon;
  g_ptr_array_add (maker->today->sections[section], row);
  return row;
}

/* Two parts of a dim line; an empty one leaves no separator behind. Takes both. */
char *
scr_today_join (char *first, char *second)
{
  g_autofree char *left = first;
  g_autofree char *right = second;

  if (left == NULL || *left == '\0')
    return g_steal_pointer (&right);
  if (right == NULL || *right == '\0')
    return g_steal_pointer (&left);
  return g_strdup_printf ("%s · %s", left, right);
}

/* Working days until @due; negative if it is past, 0 on the day itself. */
int
scr_today_days_left (ScrTodayMaker *maker, const char *due)
{
  const char *today = maker->today->day;

  if (strcmp (due, today) < 0)
    return -MAX (scr_working_days_between (maker->holidays, maker->nation, due, today), 1);
  if (strcmp (due, today) == 0)
    return 0;
  return MAX (scr_working_days_between (maker->holidays, maker->nation, today, due), 1);
}

/* Says when the row is due, in working days, as a pill. */
void
scr_today_set_due (ScrTodayMaker *maker, ScrTodayRow *row, const char *due)
{
  const ScrLanguage *language = maker->language;
  int left = scr_today_days_left (maker, due);

  row->days_left = left;
  row->day = g_strdup (due);
  if (left < 0)
    row->pill = g_strdup_printf (
        scr_tr_plural (language, "%d working day late", "%d working days late", (gulong)-left), -left);
  else if (left == 0)
    row->pill = g_strdup (scr_tr (language, "Due today"));
  else
    row->pill = g_strdup_printf (
        scr_tr_plural (language, "Due in %d working day", "Due in %d working days", (gulong)left), left);
  row->tone = left < 0 ? "late" : left <= SCR_TODAY_SOON ? "soon" : "waiting";
}

/* What concerns the partnership and meets one condition. */
GPtrArray *
scr_today_list (ScrTodayMaker *maker, const char *kind, const char *field, ScrTest test, const char *text)
{
  const ScrQuery query
      = {.kind = kind, .partnership = maker->partnership, .conditions = {{field, test, text, 0}}};

  return scr_source_list (maker->source, &query);
}

static ScrHolidays *
load_holidays (ScrSource *source)
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

static int
compare_urgency (gconstpointer a, gconstpointer b)
{
  const ScrTodayRow *left = *(const ScrTodayRow *const *)a;
  const ScrTodayRow *right = *(const ScrTodayRow *const *)b;

  if (left->days_left != right->days_left)
    return left->days_left < right->days_left ? -1 : 1;
  return g_strcmp0 (left->title, right->title);
}

/**
 * scr_today_new:
 * @language: (nullable): language of the rows' words
 * @source: a record
 * @partnership: (nullable): only what concerns this one
 *
 * Returns: (transfer full): what needs attention on the record's today
 */
ScrToday *
scr_today_new (const ScrLanguage *language, ScrSource *source, const char *partnership)
{
  ScrToday *self = g_new0 (ScrToday, 1);
  g_autoptr (ScrHolidays) holidays = load_holidays (source);
  g_autoptr (ScrItem) record = scr_source_get (source, SCR_KIND_RECORD, SCR_RECORD_ID);
  const char *nation = record != NULL ? scr_item_get_text (record, "nation") : NULL;
  ScrTodayMaker maker
      = {self, language, source, partnership, holidays, nation != NULL ? nation : "nation.england-and-wales"};

  self->day = scr_source_dup_today (source);
  for (guint i = 0; i < SCR_TODAY_N_SECTIONS; i++)
    self->sections[i] = g_ptr_array_new_with_free_func (row_free);
  scr_today_add_now (&maker);
  scr_today_add_meetings (&maker);
  scr_today_add_difference (&maker);
  scr_today_add_gaps (&maker);
  scr_today_add_coming (&maker);
  g_ptr_array_sort (self->sections[SCR_TODAY_NOW], compare_urgency);
  return self;
}

/**
 * scr_today_free:
 * @self: (nullable): what needed attention
 */
void
scr_today_free (ScrToday *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < SCR_TODAY_N_SECTIONS; i++)
    g_ptr_array_unref (self->sections[i]);
  g_free (self->day);
  g_free (self);
}

/**
 * scr_today_count_late:
 * @self: what needs attention
 *
 * Returns: how many of the things that need attention now are late
 */
guint
scr_today_count_late (const ScrToday *self)
{
  guint late = 0;

  for (guint i = 0; i < self->sections[SCR_TODAY_NOW]->len; i++)
    if (((ScrTodayRow *)g_ptr_array_index (self->sections[SCR_TODAY_NOW], i))->days_left < 0)
      late++;
  return late;
}
