/* ScrToday - what needs a person's attention. See the header; the rules of each section are in scr-today-*.c.
 */
#include "config.h"

#include "scr-day.h"
#include "scr-gaps.h"
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
  return scr_dues_count_left (maker->dues, due);
}

/* Says when the row is due, in working days, as a pill. */
void
scr_today_set_due (ScrTodayMaker *maker, ScrTodayRow *row, const char *due)
{
  int left = scr_today_days_left (maker, due);

  row->days_left = left;
  row->day = g_strdup (due);
  row->pill = scr_due_dup_words (maker->language, left);
  row->tone = scr_due_get_tone (left);
}

/* A field in words. */
char *
scr_today_field (ScrTodayMaker *maker, ScrItem *item, const char *name)
{
  return scr_format_field (maker->language, maker->source, item, name);
}

/* (nullable): the partnership that an item belongs to. */
char *
scr_today_place (ScrTodayMaker *maker, ScrItem *item)
{
  return scr_format_partnership (maker->language, maker->source, item);
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

/* The last day that is no more than @n working days away: the one before the next working day but @n. */
static char *
find_soon_day (ScrTodayMaker *maker, int n)
{
  g_autofree char *after
      = scr_working_days_add (maker->dues->holidays, maker->dues->nation, maker->today->day, MAX (n, 1) + 1);

  return after != NULL ? scr_day_add (after, -1) : g_strdup (maker->today->day);
}

/* Makes the sections that @adders add. */
static ScrToday *
make (const ScrLanguage *language,
      ScrSource *source,
      const char *partnership,
      void (*const *adders) (ScrTodayMaker *),
      guint n_adders)
{
  ScrToday *self = g_new0 (ScrToday, 1);
  g_autoptr (ScrDues) dues = scr_dues_new (source);
  ScrTodayMaker maker = {
      .today = self,
      .language = language,
      .source = source,
      .partnership = partnership,
      .dues = dues,
  };

  self->day = g_strdup (dues->today);
  maker.soon_day = find_soon_day (&maker, SCR_TODAY_SOON);
  maker.soon_stage_day = find_soon_day (&maker, SCR_TODAY_SOON_STAGE);
  for (guint i = 0; i < SCR_TODAY_N_SECTIONS; i++)
    self->sections[i] = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < n_adders; i++)
    adders[i](&maker);
  g_ptr_array_sort (self->sections[SCR_TODAY_NOW], compare_urgency);
  g_free (maker.soon_day);
  g_free (maker.soon_stage_day);
  return self;
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
  void (*const adders[]) (ScrTodayMaker *) = {
      scr_today_add_now,  scr_today_add_meetings, scr_today_add_difference,
      scr_today_add_gaps, scr_today_add_coming,
  };

  g_return_val_if_fail (SCR_IS_SOURCE (source), NULL);
  return make (language, source, partnership, adders, G_N_ELEMENTS (adders));
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

/**
 * scr_today_count_now:
 * @source: a record
 * @partnership: (nullable): only what concerns this one
 * @late: (out) (optional): how many of them are late
 *
 * Returns: how many things need attention now
 */
guint
scr_today_count_now (ScrSource *source, const char *partnership, guint *late)
{
  void (*const adders[]) (ScrTodayMaker *) = {scr_today_add_now};
  g_autoptr (ScrToday) self = NULL;

  g_return_val_if_fail (SCR_IS_SOURCE (source), 0);
  self = make (NULL, source, partnership, adders, G_N_ELEMENTS (adders));
  if (late != NULL)
    *late = scr_today_count_late (self);
  return self->sections[SCR_TODAY_NOW]->len;
}

/**
 * scr_today_count_gaps:
 * @source: a record
 * @partnership: (nullable): only what concerns this one
 *
 * Returns: how many gaps are neither closed nor accepted
 */
guint
scr_today_count_gaps (ScrSource *source, const char *partnership)
{
  g_autofree char *today = scr_source_dup_today (source);

  return scr_gaps_count_open (source, partnership, today);
}

/**
 * scr_today_count_late_disputes:
 * @source: a record
 * @partnership: (nullable): only what concerns this one
 *
 * Returns: how many open disputes have a stage whose day has passed; a stopped clock is never late
 */
guint
scr_today_count_late_disputes (ScrSource *source, const char *partnership)
{
  g_autofree char *today = scr_source_dup_today (source);
  g_autofree char *yesterday = scr_day_add (today, -1);
  const ScrQuery query = {
      .kind = "dispute",
      .partnership = partnership,
      .conditions = {{"state", SCR_IS, "dispute-state.open", 0}, {"due", SCR_AT_MOST, yesterday, 0}},
  };

  return scr_source_count (source, &query);
}
