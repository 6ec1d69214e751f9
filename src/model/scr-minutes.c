/* The minutes of a meeting in words. See the header. */
#include "config.h"

#include "scr-minutes.h"

#include "scr-agenda.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  ScrSource *source;
  ScrItem *meeting;
  const ScrLanguage *language;
  const ScrAgenda *agenda;
  GPtrArray *decisions; /* (element-type ScrItem) */
  GPtrArray *actions;   /* (element-type ScrItem) */
  GString *text;
} Writer;

/* --- Words --- */

/* A name or a title as words, whatever signs stand in it. */
static void
append_words (GString *text, const char *words)
{
  for (const char *c = words; *c != '\0'; c++)
    {
      if (strchr ("\\`*_[]<>#&", *c) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *c == '\n' ? ' ' : *c);
    }
}

static void
append_title (Writer *self, ScrItem *item)
{
  g_autofree char *title = scr_format_title (self->language, self->source, item);

  append_words (self->text, title);
}

/* Ends a paragraph: the next begins after an empty line. */
static void
end_paragraph (Writer *self)
{
  while (self->text->len > 0 && self->text->str[self->text->len - 1] == '\n')
    g_string_truncate (self->text, self->text->len - 1);
  g_string_append (self->text, "\n\n");
}

static void
write_heading (Writer *self, guint level, const char *words)
{
  for (guint i = 0; i < level; i++)
    g_string_append_c (self->text, '#');
  g_string_append_c (self->text, ' ');
  append_words (self->text, words);
  end_paragraph (self);
}

/* What a person wrote as CommonMark stays as it is. */
static void
write_rich (Writer *self, const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (trimmed == NULL || *trimmed == '\0')
    return;
  g_string_append (self->text, trimmed);
  end_paragraph (self);
}

/* NULL where there is nothing. */
static char *
dup_field (Writer *self, ScrItem *item, const char *field)
{
  char *words = scr_format_field (self->language, self->source, item, field);

  if (words != NULL && *words == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}

/* --- Who --- */

static void
write_person (Writer *self, ScrItem *attendance)
{
  g_autofree char *who = dup_field (self, attendance, "who");
  g_autofree char *capacity = dup_field (self, attendance, "capacity");
  g_autofree char *other = dup_field (self, attendance, "substitute_for");
  g_autofree char *more = NULL;

  g_string_append (self->text, "- ");
  append_words (self->text, who != NULL ? who : "");
  if (other != NULL)
    more = g_strdup_printf (
        /* TRANSLATORS: in minutes, after the name of who stood in; %s is for whom. */
        scr_tr (self->language, N_ ("in place of %s")), other);
  if (capacity != NULL || more != NULL)
    {
      g_string_append (self->text, " (");
      append_words (self->text, capacity != NULL ? capacity : more);
      if (capacity != NULL && more != NULL)
        {
          g_string_append (self->text, ", ");
          append_words (self->text, more);
        }
      g_string_append (self->text, ")");
    }
  g_string_append_c (self->text, '\n');
}

static void
write_people_in (Writer *self, GPtrArray *people, const char *state, const char *heading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      ScrItem *attendance = g_ptr_array_index (people, i);

      if (g_strcmp0 (scr_item_get_text (attendance, "state"), state) != 0)
        continue;
      if (!any)
        write_heading (self, 2, heading);
      any = TRUE;
      write_person (self, attendance);
    }
  if (any)
    end_paragraph (self);
}

/* Who was only invited, and nobody said whether they came, is not told. */
static void
write_people (Writer *self)
{
  g_autoptr (GPtrArray) people
      = scr_source_list_by (self->source, "attendance", "meeting", scr_item_get_id (self->meeting));

  write_people_in (self, people, "attendance-state.present", scr_tr (self->language, N_ ("Present")));
  write_people_in (self, people, "attendance-state.substitute", scr_tr (self->language, N_ ("Substitutes")));
  write_people_in (self, people, "attendance-state.apologies", scr_tr (self->language, N_ ("Apologies")));
  write_people_in (self, people, "attendance-state.absent", scr_tr (self->language, N_ ("Absent")));
}

/* --- What came of an item --- */

/* What is tied to no item of this agenda belongs to the meeting as a whole. */
static gboolean
belongs (Writer *self, ScrItem *item, const char *agenda_item)
{
  const char *tied = scr_item_get_text (item, "item");

  if (agenda_item == NULL)
    return tied == NULL || scr_agenda_find (self->agenda, tied) < 0;
  return g_strcmp0 (tied, agenda_item) == 0;
}

static void
append_labelled (Writer *self, const char *label, ScrItem *item)
{
  g_string_append_printf (self->text, "- **%s:** ", label);
  append_title (self, item);
}

static void
write_action (Writer *self, ScrItem *action)
{
  g_autofree char *owner = dup_field (self, action, "owner");
  g_autofree char *due = dup_field (self, action, "due");
  g_autofree char *by = NULL;

  append_labelled (self, scr_tr (self->language, N_ ("Action")), action);
  if (due != NULL)
    by = g_strdup_printf (
        /* TRANSLATORS: in minutes, of an action; %s is its due day. */
        scr_tr_context (self->language, "due day", "by %s"), due);
  if (owner != NULL || by != NULL)
    {
      g_string_append (self->text, " (");
      append_words (self->text, owner != NULL ? owner : by);
      if (owner != NULL && by != NULL)
        g_string_append_printf (self->text, ", %s", by);
      g_string_append (self->text, ")");
    }
  g_string_append_c (self->text, '\n');
}

static void
write_interest (Writer *self, ScrItem *interest)
{
  g_autofree char *who = dup_field (self, interest, "who");

  append_labelled (self, scr_tr (self->language, N_ ("Interest")), interest);
  if (who != NULL)
    {
      g_string_append (self->text, " (");
      append_words (self->text, who);
      if (scr_item_get_bool (interest, "left"))
        g_string_append_printf (self->text, ", %s", scr_tr (self->language, N_ ("left for the item")));
      g_string_append (self->text, ")");
    }
  g_string_append_c (self->text, '\n');
}

static gboolean
write_outcome (Writer *self, const char *agenda_item)
{
  gsize before = self->text->len;

  if (agenda_item != NULL)
    {
      g_autoptr (GPtrArray) interests = scr_source_list_by (self->source, "interest", "item", agenda_item);

      for (guint i = 0; i < interests->len; i++)
        write_interest (self, g_ptr_array_index (interests, i));
    }
  for (guint i = 0; i < self->decisions->len; i++)
    if (belongs (self, g_ptr_array_index (self->decisions, i), agenda_item))
      {
        append_labelled (self, scr_tr (self->language, N_ ("Decision")),
                         g_ptr_array_index (self->decisions, i));
        g_string_append_c (self->text, '\n');
      }
  for (guint i = 0; i < self->actions->len; i++)
    if (belongs (self, g_ptr_array_index (self->actions, i), agenda_item))
      write_action (self, g_ptr_array_index (self->actions, i));
  if (self->text->len == before)
    return FALSE;
  end_paragraph (self);
  return TRUE;
}

/* --- The whole --- */

static void
write_head (Writer *self)
{
  const char *const fields[] = {"start", "place", "group"};
  g_autofree char *day
      = scr_format_day (self->language, scr_item_get_text (self->meeting, "day"), SCR_DAY_FULL);
  g_autoptr (GString) line = g_string_new (day);
  g_autofree char *title = scr_format_title (self->language, self->source, self->meeting);

  write_heading (self, 1, title);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *words = dup_field (self, self->meeting, fields[i]);

      if (words != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", words);
    }
  append_words (self->text, line->str);
  end_paragraph (self);
}

static void
write_items (Writer *self)
{
  for (guint i = 0; i < self->agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (self->agenda, i);
      g_autofree char *title = scr_format_title (self->language, self->source, row->item);
      g_autofree char *heading = g_strdup_printf ("%s%s %s", row->number, row->level == 0 ? "." : "", title);

      write_heading (self, 2 + row->level, heading);
      write_rich (self, scr_item_get_text (row->item, "text"));
      write_outcome (self, row->id);
    }
}

/**
 * scr_minutes_dup_text:
 * @source: where it comes from
 * @meeting: a meeting
 * @language: (nullable): the language of headings and days, %NULL for the interface's
 *
 * Returns: (transfer full): its minutes as they stand now, as CommonMark
 */
char *
scr_minutes_dup_text (ScrSource *source, ScrItem *meeting, const ScrLanguage *language)
{
  const char *id = scr_item_get_id (meeting);
  g_autoptr (GPtrArray) decisions = scr_source_list_by (source, "decision", "meeting", id);
  g_autoptr (GPtrArray) actions = scr_source_list_by (source, "action", "meeting", id);
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (source, meeting);
  Writer self = {source, meeting, language, agenda, decisions, actions, g_string_new (NULL)};

  write_head (&self);
  write_people (&self);
  write_rich (&self, scr_item_get_text (meeting, "summary"));
  write_items (&self);
  write_outcome (&self, NULL);
  g_string_truncate (self.text, self.text->len - 1);
  return g_string_free (self.text, FALSE);
}

/**
 * scr_minutes_get_next_number:
 * @source: where it comes from
 * @meeting_id: identity of a meeting
 *
 * Returns: the number of the next version of its minutes, from 1
 */
guint
scr_minutes_get_next_number (ScrSource *source, const char *meeting_id)
{
  g_autoptr (GPtrArray) versions = scr_source_list_by (source, "minutes_version", "meeting", meeting_id);
  double last = 0;

  for (guint i = 0; i < versions->len; i++)
    {
      double number = scr_item_get_number (g_ptr_array_index (versions, i), "number");

      if (number > last)
        last = number;
    }
  return (guint)MIN (last, 9999) + 1;
}
