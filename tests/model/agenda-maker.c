/* Agendas for tests. See the header. */
#include "agenda-maker.h"

#include "scr-order-key.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *id, *under, *position;
  int minutes;
} Line;

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->id);
  g_free (line->under);
  g_free (line->position);
}

static ScrAgenda *
make (GArray *lines, const ScrAgendaFrame *frame)
{
  g_autofree ScrAgendaPart *parts = g_new0 (ScrAgendaPart, lines->len);

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      parts[i] = (ScrAgendaPart) {line->id, line->under, line->position, line->minutes};
    }
  return scr_agenda_new_from_parts (parts, lines->len, frame);
}

/**
 * maker_agenda:
 * @text: such as "a:10 .b:5 .c b2"
 * @frame: (nullable): when the meeting is
 *
 * Returns: (transfer full): the agenda
 */
ScrAgenda *
maker_agenda (const char *text, const ScrAgendaFrame *frame)
{
  const ScrAgendaFrame none = {.length = -1};
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_auto (GStrv) keys = scr_order_keys_spread (g_strv_length (words));
  const char *above[8] = {NULL};

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint level = (guint)strspn (words[i], ".");
      g_auto (GStrv) halves = g_strsplit (words[i] + level, ":", 2);
      Line line = {.minutes = -1};

      if (halves[0] == NULL)
        continue;
      line.id = g_strdup (halves[0]);
      line.under = level > 0 ? g_strdup (above[level - 1]) : NULL;
      line.position = g_strdup (keys[i]);
      if (halves[1] != NULL)
        line.minutes = atoi (halves[1]);
      above[level] = line.id;
      g_array_append_val (lines, line);
    }
  return make (lines, frame != NULL ? frame : &none);
}

/**
 * maker_agenda_random:
 * @random: what decides
 * @n: how many items
 * @hostile: whether items may stand under any other, also themselves or none, with keys that are equal or no
 * keys
 *
 * Returns: (transfer full): an agenda
 */
ScrAgenda *
maker_agenda_random (GRand *random, guint n, gboolean hostile)
{
  const ScrAgendaFrame frame = {NULL, "14:00", NULL, 120};
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_auto (GStrv) keys = scr_order_keys_spread (n);

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; i < n; i++)
    {
      guint other = i > 0 || hostile ? (guint)g_rand_int_range (random, 0, (gint32)(hostile ? n + 1 : i)) : 0;
      gboolean nested = g_rand_boolean (random) && (i > 0 || hostile);
      Line line = {.minutes = g_rand_int_range (random, -1, 30)};

      line.id = g_strdup_printf ("%u", i);
      if (nested)
        line.under = g_strdup_printf ("%u", other);
      /* Never too deep where all is well. */
      if (nested && !hostile)
        for (Line *whole = &g_array_index (lines, Line, other); whole->under != NULL;)
          {
            Line *next = &g_array_index (lines, Line, atoi (whole->under));

            if (next->under != NULL)
              g_clear_pointer (&line.under, g_free);
            whole = next;
          }
      line.position = hostile && g_rand_int_range (random, 0, 3) == 0
                          ? g_strdup (g_rand_boolean (random) ? "V" : NULL)
                          : g_strdup (keys[i]);
      g_array_append_val (lines, line);
    }
  return make (lines, &frame);
}

/**
 * maker_agenda_dup_text:
 * @agenda: an agenda
 *
 * Returns: (transfer full): its items as maker_agenda() reads them, without minutes
 */
char *
maker_agenda_dup_text (const ScrAgenda *agenda)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);

      g_string_append_printf (text, "%s%.*s%s", i > 0 ? " " : "", (int)row->level, "..", row->id);
    }
  return g_string_free (text, FALSE);
}

/* What always holds of an agenda. */
void
maker_agenda_check (const ScrAgenda *agenda)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int last = 0;

  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);
      const ScrAgendaRow *above = i > 0 ? scr_agenda_get_row (agenda, i - 1) : NULL;

      g_assert_true (g_hash_table_add (seen, row->id));
      g_assert_cmpuint (row->level, <, SCR_AGENDA_LEVELS);
      g_assert_cmpuint (row->level, <=, above != NULL ? above->level + 1 : 0);
      g_assert_cmpint (row->parent, <, (int)i);
      g_assert_cmpint (row->parent >= 0, ==, row->level > 0);
      if (row->parent >= 0)
        g_assert_cmpuint (scr_agenda_get_row (agenda, (guint)row->parent)->level, ==, row->level - 1);
      g_assert_cmpint (row->minutes, >=, MAX (row->own, 0));
      g_assert_cmpint (row->from, >=, last);
      last = row->from;
    }
}
