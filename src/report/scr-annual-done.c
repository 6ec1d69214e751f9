/* The annual report: its summary, and what was done in the period. */
#include "config.h"

#include "scr-annual.h"

#include <string.h>

static guint
count_done (GPtrArray *activities)
{
  guint done = 0;

  for (guint i = 0; i < activities->len; i++)
    if (g_strcmp0 (scr_item_get_text (g_ptr_array_index (activities, i), "state"), "activity-state.done")
        == 0)
      done++;
  return done;
}

static void
add_difference_note (ScrAnnual *self, const ScrBalance *balance)
{
  const ScrLanguage *language = self->language;
  guint total = scr_balance_get_total (balance);
  ScrText *text = scr_text_new (NULL);
  g_autofree char *rest = NULL;

  switch (scr_balance_get_verdict (balance))
    {
    case SCR_BALANCE_NOTHING:
      scr_text_append_styled (text, SCR_TEXT_BOLD, scr_tr (language, "No answer is recorded."));
      scr_text_append (text, " ");
      scr_text_append (text, scr_tr (language, "Nothing can be said yet of what difference was made."));
      break;
    case SCR_BALANCE_NO_DIFFERENCE:
      scr_text_append_styled (text, SCR_TEXT_BOLD, scr_tr (language, "No difference made is shown."));
      rest = g_strdup_printf (
          scr_tr_plural (language, "The one answer of the period speaks of activity or quality.",
                         "None of the %u answers of the period speaks of the difference made to "
                         "children and families.",
                         total),
          total);
      break;
    case SCR_BALANCE_LITTLE:
      scr_text_append_styled (text, SCR_TEXT_BOLD,
                              scr_tr (language, "Little is known of the difference made."));
      rest = g_strdup_printf (scr_tr_plural (language, "Of %u answers, %u speaks of it.",
                                             "Of %u answers, %u speak of it.", balance->difference),
                              total, balance->difference);
      break;
    case SCR_BALANCE_SOUND:
    default:
      scr_text_append_styled (text, SCR_TEXT_BOLD, scr_tr (language, "The difference made is spoken of."));
      rest = g_strdup_printf (scr_tr_plural (language, "Of %u answers, %u speaks of it.",
                                             "Of %u answers, %u speak of it.", balance->difference),
                              total, balance->difference);
      break;
    }
  if (rest != NULL)
    {
      scr_text_append (text, " ");
      scr_text_append (text, rest);
    }
  scr_document_take_note (
      self->document,
      scr_balance_get_verdict (balance) == SCR_BALANCE_SOUND ? SCR_TONE_GOOD : SCR_TONE_WARNING, text);
}

static void
add_sentence (ScrAnnual *self, char *sentence)
{
  scr_document_add_item (self->document, sentence);
  g_free (sentence);
}

/**
 * scr_annual_add_summary:
 * @self: the report
 *
 * Adds what matters most, in a few sentences.
 */
void
scr_annual_add_summary (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) activities = scr_annual_list_in_period (self, "activity", "day");
  g_autoptr (GPtrArray) meetings = scr_annual_list_in_period (self, "meeting", "day");
  g_autoptr (GPtrArray) challenges = scr_annual_list_in_period (self, "challenge", "day");
  g_autoptr (GPtrArray) priorities = scr_annual_list (self, "priority", NULL);
  ScrBalance balance = scr_annual_get_balance (self, NULL);
  guint done = count_done (activities);

  scr_document_add_heading_full (self->document, 1, scr_text_new (scr_tr (language, "In short")),
                                 SCR_HEADING_UNNUMBERED);
  add_difference_note (self, &balance);
  scr_document_begin_list (self->document, FALSE, 1);
  add_sentence (self, g_strdup_printf (scr_tr_plural (language, "%u priority was scrutinised.",
                                                      "%u priorities were scrutinised.", priorities->len),
                                       priorities->len));
  add_sentence (self, g_strdup_printf (scr_tr_plural (language, "%u activity of scrutiny was done.",
                                                      "%u activities of scrutiny were done.", done),
                                       done));
  add_sentence (self, g_strdup_printf (scr_tr_plural (language, "%u meeting lies in the period.",
                                                      "%u meetings lie in the period.", meetings->len),
                                       meetings->len));
  add_sentence (self, g_strdup_printf (scr_tr_plural (language, "%u challenge was raised.",
                                                      "%u challenges were raised.", challenges->len),
                                       challenges->len));
  scr_document_end (self->document);
}

static int
compare_by_priority (gconstpointer a, gconstpointer b)
{
  ScrItem *left = *(ScrItem *const *)a;
  ScrItem *right = *(ScrItem *const *)b;
  int order = g_strcmp0 (scr_item_get_text (left, "priority"), scr_item_get_text (right, "priority"));

  return order != 0 ? order : g_strcmp0 (scr_item_get_text (left, "day"), scr_item_get_text (right, "day"));
}

static void
add_group_head (ScrAnnual *self, ScrTable *table, ScrItem *activity)
{
  g_autofree char *priority = scr_annual_text (self, activity, "priority");

  scr_table_add_group (table,
                       *priority != '\0' ? priority : scr_tr (self->language, "For no single priority"));
}

/**
 * scr_annual_add_activities:
 * @self: the report
 *
 * Adds the work programme of the period, priority by priority.
 */
void
scr_annual_add_activities (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) activities = scr_annual_list_in_period (self, "activity", "day");
  const char *priority = "";
  ScrTable *table;

  scr_document_add_heading (self->document, 1, scr_tr (language, "What was done"));
  scr_document_add_heading (self->document, 2, scr_tr (language, "The work programme"));
  if (activities->len == 0)
    {
      scr_annual_add_nothing (self, scr_tr (language, "No activity of the period is recorded."));
      return;
    }
  g_ptr_array_sort (activities, compare_by_priority);
  table = scr_document_add_table (self->document, scr_tr (language, "Activities, by priority"));
  scr_table_add_column (table, scr_tr (language, "Activity"), 3, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Kind"), 2, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Day"), 1.5, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "State"), 1, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  for (guint i = 0; i < activities->len; i++)
    {
      ScrItem *activity = g_ptr_array_index (activities, i);
      const char *own = scr_item_get_text (activity, "priority");

      if (g_strcmp0 (own, priority) != 0)
        add_group_head (self, table, activity);
      priority = own;
      scr_table_add_row (table);
      scr_annual_add_table_cell (self, table, activity, "title");
      scr_annual_add_table_cell (self, table, activity, "kind");
      scr_annual_add_table_cell (self, table, activity, "day");
      scr_annual_add_table_cell (self, table, activity, "state");
    }
}
