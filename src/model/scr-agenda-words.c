/* What an agenda comes to, in words. See scr-agenda.h. */
#include "config.h"

#include "scr-agenda.h"

#include "scr-format.h"

/**
 * scr_agenda_dup_total:
 * @self: an agenda
 * @language: (nullable): a language
 *
 * Returns: (transfer full): "8 items · 2 h 15 min planned in 2 h", or as much of it as is known
 */
char *
scr_agenda_dup_total (const ScrAgenda *self, const ScrLanguage *language)
{
  g_autofree char *total = scr_format_duration (language, self->total);
  g_autofree char *length = scr_format_duration (language, self->length);
  g_autofree char *items = NULL;

  /* TRANSLATORS: how many items an agenda has at its top level. */
  items = g_strdup_printf (scr_tr_plural (language, "%u item", "%u items", self->n_top), self->n_top);
  if (self->total == 0)
    return g_steal_pointer (&items);
  if (self->length < 0)
    /* TRANSLATORS: %1$s is "8 items", %2$s is how long they take, "2 h 15 min". */
    return g_strdup_printf (scr_tr (language, "%1$s · %2$s planned"), items, total);
  /* TRANSLATORS: %1$s is "8 items", %2$s how long they take, %3$s how long the meeting is. */
  return g_strdup_printf (scr_tr (language, "%1$s · %2$s planned in %3$s"), items, total, length);
}

/**
 * scr_agenda_dup_end:
 * @self: an agenda
 * @language: (nullable): a language
 *
 * Returns: (transfer full) (nullable): "16:00 · the meeting ends here", or %NULL if all of it fits
 */
char *
scr_agenda_dup_end (const ScrAgenda *self, const ScrLanguage *language)
{
  if (self->over == 0)
    return NULL;
  if (self->end == NULL)
    return g_strdup (scr_tr (language, "The meeting ends here"));
  /* TRANSLATORS: %s is a time of day. */
  return g_strdup_printf (scr_tr (language, "%s · the meeting ends here"), self->end);
}

/**
 * scr_agenda_dup_overrun:
 * @self: an agenda
 * @language: (nullable): a language
 *
 * Returns: (transfer full) (nullable): "one item, 15 minutes, does not fit", or %NULL if all of it fits
 */
char *
scr_agenda_dup_overrun (const ScrAgenda *self, const ScrLanguage *language)
{
  g_autofree char *over = NULL, *items = NULL;

  if (self->over == 0)
    return NULL;
  if (self->over < 60)
    /* TRANSLATORS: a length of time within a sentence. */
    over = g_strdup_printf (scr_tr_plural (language, "%d minute", "%d minutes", (gulong)self->over),
                            self->over);
  else
    over = scr_format_duration (language, self->over);
  if (self->first_late < 0)
    /* TRANSLATORS: the last item of an agenda ends after the meeting. %s is by how much: "15 minutes". */
    return g_strdup_printf (scr_tr (language, "the last item is %s too long"), over);
  if (self->n_unfit == 1)
    /* TRANSLATORS: %s is how long it is: "15 minutes". */
    return g_strdup_printf (scr_tr (language, "one item, %s, does not fit"), over);
  items = g_strdup_printf (scr_tr_plural (language, "%u item", "%u items", self->n_unfit), self->n_unfit);
  /* TRANSLATORS: %1$s is "3 items", %2$s how long what does not fit is: "25 minutes". */
  return g_strdup_printf (scr_tr (language, "%1$s, %2$s, do not fit"), items, over);
}

/**
 * scr_agenda_dup_start:
 * @row: a row of an agenda
 * @language: (nullable): a language
 *
 * Returns: (transfer full) (nullable): when it begins, "14:15", with the day where midnight has passed
 */
char *
scr_agenda_dup_start (const ScrAgendaRow *row, const ScrLanguage *language)
{
  if (row->start == NULL || row->days == 0)
    return g_strdup (row->start);
  if (row->days == 1)
    /* TRANSLATORS: %s is a time of day after midnight, on the day after that of the meeting. */
    return g_strdup_printf (scr_tr (language, "%s next day"), row->start);
  /* TRANSLATORS: %1$s is a time of day, %2$d how many days after the day of the meeting. */
  return g_strdup_printf (
      scr_tr_plural (language, "%1$s, %2$d day on", "%1$s, %2$d days on", (gulong)row->days), row->start,
      row->days);
}
