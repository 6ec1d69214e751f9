/* What speaks against a time. See the header. */
#include "config.h"

#include "scr-clashes-private.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-holidays-read.h"
#include "scr-zone.h"

#include <string.h>

/* Longer spans are not looked through day by day. */
#define MOST_DAYS 31

static void
take_subject (ScrClashes *self, const ScrClashSubject *subject)
{
  self->id = g_strdup (subject->id);
  self->group = g_strdup (subject->group);
  self->partnership = g_strdup (subject->partnership);
  self->meeting = g_strdup (subject->meeting);
  self->who = g_strdup (subject->who);
  self->scrutineer = subject->scrutineer;
}

/**
 * scr_clashes_new:
 * @language: (nullable): language of the sentences
 * @source: a record
 * @subject: what is to have a time
 *
 * Returns: (transfer full): to be asked by scr_clashes_find()
 */
ScrClashes *
scr_clashes_new (const ScrLanguage *language, ScrSource *source, const ScrClashSubject *subject)
{
  ScrClashes *self = g_new0 (ScrClashes, 1);

  self->language = language;
  self->source = g_object_ref (source);
  take_subject (self, subject);
  self->holidays = scr_holidays_read (source);
  self->nation = scr_holidays_dup_nation (source);
  self->zone = scr_zone_dup_of_record (source);
  scr_clashes_begin_people (self);
  return self;
}

/**
 * scr_clashes_new_for_item:
 * @language: (nullable): language of the sentences
 * @source: a record
 * @item: a meeting or an activity; anything else clashes with nobody
 *
 * Returns: (transfer full): to be asked by scr_clashes_find()
 */
ScrClashes *
scr_clashes_new_for_item (const ScrLanguage *language, ScrSource *source, ScrItem *item)
{
  const char *kind = scr_item_get_kind (item)->name;
  ScrClashSubject subject = {.id = scr_item_get_id (item)};

  if (strcmp (kind, "meeting") == 0)
    {
      subject.group = scr_item_get_text (item, "group");
      subject.partnership = scr_item_get_text (item, "partnership");
      subject.scrutineer = scr_item_get_bool (item, "scrutineer");
    }
  else if (strcmp (kind, "activity") == 0)
    {
      subject.partnership = scr_item_get_text (item, "partnership");
      subject.meeting = scr_item_get_text (item, "meeting");
      subject.who = scr_item_get_text (item, "who");
      subject.scrutineer = subject.who == NULL;
    }
  return scr_clashes_new (language, source, &subject);
}

/**
 * scr_clash_time_of_item:
 * @item: a meeting or an activity
 * @time: (out): when it is; borrows the item's zone; `first` is 0 if it has no day
 */
void
scr_clash_time_of_item (ScrItem *item, ScrClashTime *time)
{
  gboolean is_meeting = strcmp (scr_item_get_kind (item)->name, "meeting") == 0;
  double length = is_meeting ? scr_item_get_number (item, "length") : 0;

  *time = (ScrClashTime) {0, 0, -1, 0, NULL};
  if (!scr_day_to_number (scr_item_get_text (item, "day"), &time->first))
    return;
  if (!scr_day_to_number (scr_item_get_text (item, is_meeting ? "last_day" : "until"), &time->last))
    time->last = time->first;
  time->last = MAX (time->last, time->first);
  if (!is_meeting)
    return;
  if (!scr_time_to_minutes (scr_item_get_text (item, "start"), &time->start))
    time->start = -1;
  time->length = length > 0 ? (int)MIN (length, 6000) : 0;
  time->zone = scr_item_get_text (item, "zone");
}

/**
 * scr_clashes_free:
 * @self: (transfer full): what was made by scr_clashes_new()
 */
void
scr_clashes_free (ScrClashes *self)
{
  scr_clashes_end_people (self);
  g_object_unref (self->source);
  scr_holidays_unref (self->holidays);
  g_free (self->nation);
  g_free (self->zone);
  g_free (self->id);
  g_free (self->group);
  g_free (self->partnership);
  g_free (self->meeting);
  g_free (self->who);
  g_free (self);
}

/* --- The day itself --- */

static void
find_free_days (ScrClashes *self, const ScrClashTime *time, GPtrArray *found)
{
  for (int day = time->first; day <= MIN (time->last, time->first + MOST_DAYS); day++)
    {
      g_autofree char *text = scr_day_from_number (day);
      const char *name = scr_holidays_get_name (self->holidays, self->nation, text);
      g_autofree char *shown = scr_format_day (self->language, text, SCR_DAY_LONG);
      g_autofree char *weekday = scr_format_weekday (self->language, text, FALSE);

      if (name != NULL && *name != '\0')
        /* TRANSLATORS: a day, and the name of a holiday: "27 May 2019 is a holiday: Spring bank holiday." */
        g_ptr_array_add (found,
                         g_strdup_printf (scr_tr (self->language, "%1$s is a holiday: %2$s."), shown, name));
      else if (name != NULL)
        /* TRANSLATORS: %s is a day */
        g_ptr_array_add (found, g_strdup_printf (scr_tr (self->language, "%s is a bank holiday."), shown));
      else if (scr_day_get_weekday (text) > 5 && (day == time->first || day == time->last))
        /* TRANSLATORS: a day, and its weekday: "13 July 2019 is a Saturday." */
        g_ptr_array_add (found, g_strdup_printf (scr_tr (self->language, "%1$s is a %2$s."), shown, weekday));
    }
}

/* The group must exist on all days. */
static void
find_group_not_in_force (ScrClashes *self, const char *first, const char *last, GPtrArray *found)
{
  g_autoptr (ScrItem) group
      = self->group != NULL ? scr_source_get (self->source, "group", self->group) : NULL;
  const char *from, *until;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;

  if (group == NULL)
    return;
  from = scr_item_get_text (group, "from");
  until = scr_item_get_text (group, "until");
  title = scr_format_title (self->language, self->source, group);
  if (from != NULL && strcmp (first, from) < 0)
    {
      day = scr_format_day (self->language, from, SCR_DAY_LONG);
      /* TRANSLATORS: a group, and a day */
      g_ptr_array_add (found, g_strdup_printf (scr_tr (self->language, "%1$s begins on %2$s."), title, day));
    }
  else if (until != NULL && strcmp (last, until) > 0)
    {
      day = scr_format_day (self->language, until, SCR_DAY_LONG);
      /* TRANSLATORS: a group, and a day */
      g_ptr_array_add (found, g_strdup_printf (scr_tr (self->language, "%1$s ends on %2$s."), title, day));
    }
}

/* --- All --- */

/**
 * scr_clashes_find:
 * @self: what was made for a meeting or an activity
 * @time: when it would be
 *
 * Returns: (transfer full): what speaks against it, a sentence each, worst first; none if nothing does
 */
GStrv
scr_clashes_find (ScrClashes *self, const ScrClashTime *time)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *first = scr_day_from_number (time->first);
  g_autofree char *last = scr_day_from_number (MAX (time->first, time->last));
  ScrClashTime at = *time;

  if (first != NULL && last != NULL)
    {
      at.last = MAX (at.first, at.last);
      if (at.zone == NULL)
        at.zone = self->zone;
      scr_clashes_find_people (self, &at, found);
      find_free_days (self, &at, found);
      if (self->scrutineer)
        scr_clashes_find_outside_term (self, first, last, found);
      find_group_not_in_force (self, first, last, found);
    }
  g_ptr_array_add (found, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&found), FALSE);
}
