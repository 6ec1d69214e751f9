/* The annual report: findings, priority by priority, by the questions that were asked. */
#include "config.h"

#include "scr-annual.h"

#include <string.h>

static guint
count_support (ScrAnnual *self, ScrItem *answer)
{
  const ScrQuery evidence
      = {.kind = "evidence",
         .conditions = {{"answer", SCR_IS, answer != NULL ? scr_item_get_id (answer) : "", 0}}};
  ScrQuery voices = evidence;

  voices.kind = "voice";
  return answer == NULL
             ? 0
             : scr_source_count (self->source, &evidence) + scr_source_count (self->source, &voices);
}

static char *
describe_support (ScrAnnual *self, guint n)
{
  if (n == 0)
    return g_strdup (scr_tr (self->language, "Nothing yet"));
  return g_strdup_printf (scr_tr_plural (self->language, "%u piece of evidence", "%u pieces of evidence", n),
                          n);
}

static void
add_asking_row (ScrAnnual *self, ScrTable *table, ScrItem *asking)
{
  g_autoptr (GPtrArray) answers = scr_annual_list_answers (self, asking);
  ScrItem *latest = answers->len > 0 ? g_ptr_array_index (answers, 0) : NULL;
  g_autofree char *support = describe_support (self, count_support (self, latest));

  scr_table_add_row (table);
  scr_annual_add_table_cell (self, table, asking, "question");
  scr_annual_add_table_cell (self, table, asking, "day");
  scr_table_take_cell (table, scr_annual_judgement (self, latest));
  scr_table_add_cell (table, support);
}

static void
add_askings (ScrAnnual *self, GPtrArray *askings)
{
  const ScrLanguage *language = self->language;
  ScrTable *table = scr_document_add_table (self->document,
                                            scr_tr (language, "Questions asked and how they were answered"));

  scr_table_add_column (table, scr_tr (language, "Question"), 3.2, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Asked on"), 1.4, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Judgement"), 1.4, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Rests on"), 1.3, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  for (guint i = 0; i < askings->len; i++)
    add_asking_row (self, table, g_ptr_array_index (askings, i));
}

static void
add_answer (ScrAnnual *self, ScrItem *asking, ScrItem *answer)
{
  const ScrLanguage *language = self->language;
  g_autofree char *question = scr_annual_text (self, asking, "question");
  ScrText *text = scr_text_new (NULL);

  scr_text_append_styled (text, SCR_TEXT_BOLD, question);
  scr_text_append_line_break (text);
  scr_text_append (text, scr_item_get_text (answer, "title"));
  scr_document_take_paragraph (self->document, text);
  if (scr_item_get_text (answer, "text") != NULL)
    scr_document_add_markdown (self->document, scr_item_get_text (answer, "text"));
  if (scr_item_get_text (answer, "response") != NULL)
    {
      g_autofree char *response = g_strdup_printf (scr_tr (language, "The partnership’s response: %s"),
                                                   scr_item_get_text (answer, "response"));

      scr_document_add_markdown (self->document, response);
    }
}

static void
add_answers (ScrAnnual *self, GPtrArray *askings)
{
  for (guint i = 0; i < askings->len; i++)
    {
      ScrItem *asking = g_ptr_array_index (askings, i);
      g_autoptr (GPtrArray) answers = scr_annual_list_answers (self, asking);

      for (guint k = 0; k < answers->len; k++)
        add_answer (self, asking, g_ptr_array_index (answers, k));
    }
}

static void
add_voices (ScrAnnual *self, ScrItem *priority)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) voices
      = scr_source_list_by (self->source, "voice", "priority", scr_item_get_id (priority));

  if (voices->len == 0)
    {
      scr_annual_add_nothing (self, scr_tr (language,
                                            "No voice of a child, a family or a practitioner is recorded for "
                                            "this priority."));
      return;
    }
  scr_document_begin_list (self->document, FALSE, 1);
  for (guint i = 0; i < voices->len; i++)
    {
      ScrItem *voice = g_ptr_array_index (voices, i);
      g_autofree char *of = scr_annual_text (self, voice, "of");
      ScrText *text = scr_text_new (NULL);

      scr_text_append_styled (text, SCR_TEXT_BOLD, of);
      scr_text_append (text, ": ");
      scr_text_append (text, scr_item_get_text (voice, "title"));
      scr_document_take_item (self->document, text);
    }
  scr_document_end (self->document);
}

static void
add_rich (ScrAnnual *self, const char *label, ScrItem *item, const char *field)
{
  const char *text = scr_item_get_text (item, field);

  if (text == NULL)
    {
      ScrText *nothing = scr_text_new (NULL);

      scr_text_append_styled (nothing, SCR_TEXT_BOLD, label);
      scr_text_append (nothing, ": ");
      scr_text_append (nothing, scr_tr (self->language, "not recorded."));
      scr_document_take_paragraph (self->document, nothing);
      return;
    }
  {
    g_autofree char *marked = g_strdup_printf ("**%s:** %s", label, text);

    scr_document_add_markdown (self->document, marked);
  }
}

static GPtrArray *
list_askings (ScrAnnual *self, ScrItem *priority)
{
  GPtrArray *askings = scr_annual_list_in_period (self, "asking", "day");

  for (guint i = askings->len; i > 0; i--)
    if (g_strcmp0 (scr_item_get_text (g_ptr_array_index (askings, i - 1), "priority"),
                   scr_item_get_id (priority))
        != 0)
      g_ptr_array_remove_index (askings, i - 1);
  return askings;
}

static void
add_priority (ScrAnnual *self, ScrItem *priority)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) askings = list_askings (self, priority);
  g_autofree char *title = scr_format_title (language, self->source, priority);

  scr_document_add_heading (self->document, 2, title);
  scr_annual_add_fact (self, scr_tr (language, "Kind"), priority, "kind");
  scr_annual_add_fact (self, scr_tr (language, "State"), priority, "state");
  add_rich (self, scr_tr (language, "Why it was chosen"), priority, "why");
  add_rich (self, scr_tr (language, "Hoped-for benefits"), priority, "benefits");
  add_rich (self, scr_tr (language, "Baseline"), priority, "baseline");
  add_rich (self, scr_tr (language, "Progress"), priority, "progress");
  if (askings->len > 0)
    add_askings (self, askings);
  else
    scr_annual_add_nothing (self,
                            scr_tr (language, "No question was asked about this priority in the period."));
  if (self->options->with_answers)
    add_answers (self, askings);
  scr_annual_add_measures (self, priority);
  add_voices (self, priority);
}

/**
 * scr_annual_add_findings:
 * @self: the report
 *
 * Adds what was found, priority by priority.
 */
void
scr_annual_add_findings (ScrAnnual *self)
{
  g_autoptr (GPtrArray) priorities = scr_annual_list (self, "priority", NULL);

  scr_document_add_heading (self->document, 1, scr_tr (self->language, "What was found, by priority"));
  for (guint i = 0; i < priorities->len; i++)
    add_priority (self, g_ptr_array_index (priorities, i));
  if (priorities->len == 0)
    scr_annual_add_nothing (self, scr_tr (self->language, "No priority is recorded."));
}

/* --- The difference made --- */

static ScrItem *
find_difference_answer (ScrAnnual *self, GPtrArray *askings, gboolean *asked)
{
  for (guint i = askings->len; i > 0; i--)
    {
      ScrItem *asking = g_ptr_array_index (askings, i - 1);
      g_autoptr (ScrItem) question = scr_source_get_referred (self->source, asking, "question");
      g_autoptr (GPtrArray) answers = NULL;

      if (question == NULL
          || g_strcmp0 (scr_item_get_text (question, "about"), "question-about.difference") != 0)
        continue;
      *asked = TRUE;
      answers = scr_annual_list_answers (self, asking);
      if (answers->len > 0)
        return g_object_ref (g_ptr_array_index (answers, 0));
    }
  return NULL;
}

static void
add_difference_row (ScrAnnual *self, ScrTable *table, ScrItem *priority)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) askings = list_askings (self, priority);
  g_autofree char *title = scr_format_title (language, self->source, priority);
  gboolean asked = FALSE;
  g_autoptr (ScrItem) answer = find_difference_answer (self, askings, &asked);
  g_autofree char *support = describe_support (self, count_support (self, answer));

  scr_table_add_row (table);
  scr_table_add_cell (table, title);
  if (answer != NULL)
    scr_table_take_cell (table, scr_annual_judgement (self, answer));
  else
    scr_table_add_cell (table,
                        asked ? scr_tr (language, "Asked, not answered") : scr_tr (language, "Never asked"));
  scr_table_add_cell (table, support);
}

/* What the balance bar shows, as words for those who do not see it. */
static char *
describe_balance (ScrAnnual *self, const ScrBalance *balance)
{
  return g_strdup_printf (
      scr_tr (self->language,
              "%u answers speak of how much was done, %u of how well, %u of the difference made."),
      balance->how_much, balance->how_well, balance->difference);
}

static void
add_balance_figure (ScrAnnual *self)
{
  ScrBalance balance = scr_annual_get_balance (self, NULL);
  g_autofree char *period = scr_annual_period (self);
  g_autofree char *words = describe_balance (self, &balance);
  g_autofree char *caption = NULL;

  if (scr_balance_get_total (&balance) == 0)
    {
      scr_annual_add_nothing (self, scr_tr (self->language, "No answer of the period is recorded."));
      return;
    }
  caption = g_strdup_printf (scr_tr (self->language, "Answers recorded %s, by what they speak of"), period);
  scr_annual_add_balance_bar (self, &balance, words, caption);
}

/**
 * scr_annual_add_difference:
 * @self: the report
 *
 * Adds of what the answers speak, and what is known of the difference made.
 */
void
scr_annual_add_difference (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) priorities = scr_annual_list (self, "priority", NULL);
  ScrTable *table;

  scr_document_add_heading (self->document, 1, scr_tr (language, "What difference was made"));
  scr_document_add_paragraph (self->document,
                              scr_tr (language,
                                      "The same three questions are asked throughout: how much are we doing, "
                                      "how well are we doing it, and what difference are we making?"));
  scr_document_add_heading (self->document, 2, scr_tr (language, "What the answers speak of"));
  add_balance_figure (self);
  scr_document_add_heading (self->document, 2, scr_tr (language, "Priority by priority"));
  if (priorities->len == 0)
    {
      scr_annual_add_nothing (self, scr_tr (language, "No priority is recorded."));
      return;
    }
  table = scr_document_add_table (self->document, scr_tr (language, "The difference made, by priority"));
  scr_table_add_column (table, scr_tr (language, "Priority"), 2.4, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Difference made"), 2, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Rests on"), 1.6, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  for (guint i = 0; i < priorities->len; i++)
    add_difference_row (self, table, g_ptr_array_index (priorities, i));
}
