/* What the month reads of the record, and which month it remembers. See scr-month-face-private.h. */
#include "config.h"

#include "scr-month-face-private.h"

#include "scr-day.h"
#include "scr-format.h"

/* The month is remembered with the record it belongs to: another record begins at its own today. */
#define MONTH_KEY "month-shown"
#define RECORD_KEY "month-record"

static ScrSettings *
get_settings (ScrMonthFace *self)
{
  return scr_context_get_settings (scr_view_get_context (SCR_VIEW (self)));
}

void
scr_month_face_recall (ScrMonthFace *self)
{
  g_autofree char *record = scr_settings_dup_string (get_settings (self), RECORD_KEY);
  g_autofree char *month = scr_settings_dup_string (get_settings (self), MONTH_KEY);
  g_autofree char *remembered = g_strconcat (month, "-01", NULL);
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (self->store));
  int day, first;

  if (!scr_day_to_number (today, &day))
    return;
  scr_month_grid_show_day (self->grid, day);
  if (g_strcmp0 (record, scr_store_get_path (self->store)) == 0 && scr_day_to_number (remembered, &first)
      && first != scr_month_grid_get_month (self->grid)->month_first)
    scr_month_grid_show_day (self->grid, first);
}

void
scr_month_face_remember (ScrMonthFace *self)
{
  const ScrMonth *month = scr_month_grid_get_month (self->grid);
  g_autofree char *text = g_strdup_printf ("%04d-%02d", month->year, month->month);

  if (self->store == NULL || !self->placed)
    return;
  scr_settings_set_string (get_settings (self), RECORD_KEY, scr_store_get_path (self->store));
  scr_settings_set_string (get_settings (self), MONTH_KEY, text);
}

/* --- What is read --- */

/* On the timeline a lane's head says whose a meeting is; here its chip must, and when it begins. */
static void
name_entry (ScrMonthFace *self, ScrTimelineEntry *entry)
{
  g_autofree char *title = NULL, *start = NULL;

  if (entry->sort != SCR_TIMELINE_MEETINGS && entry->sort != SCR_TIMELINE_ACTIVITIES)
    return;
  title = scr_format_title (NULL, SCR_SOURCE (self->store), entry->item);
  g_free (entry->label);
  if (entry->start >= 0)
    {
      start = scr_format_times (NULL, scr_item_get_text (entry->item, "start"), 0);
      entry->label = g_strdup_printf ("%s %s", start, title);
    }
  else
    entry->label = g_steal_pointer (&title);
}

/* A day is lower and narrower than a lane: no second line, and a dispute is one bar, whose name tells its
 * stages. */
static void
simplify_entry (ScrTimelineEntry *entry)
{
  if (entry->shape == SCR_TIMELINE_STAGES)
    entry->shape = SCR_TIMELINE_BAR;
  g_clear_pointer (&entry->detail, g_free);
}

/* Only the days that are seen. */
ScrTimeline *
scr_month_face_read (ScrMonthFace *self)
{
  const ScrMonth *month = scr_month_grid_get_month (self->grid);
  ScrTimelineQuery query = {
      .partnership = scr_context_get_partnership (scr_view_get_context (SCR_VIEW (self))),
      .lanes = SCR_LANES_KIND,
      .from = month->first,
      .until = month->last,
  };
  ScrTimeline *timeline;

  scr_timeline_filter_narrow (self->filter, &query);
  timeline = scr_timeline_new (NULL, SCR_SOURCE (self->store), &query);
  for (guint i = 0; i < timeline->entries->len; i++)
    {
      name_entry (self, scr_timeline_get_entry (timeline, i));
      simplify_entry (scr_timeline_get_entry (timeline, i));
    }
  return timeline;
}
