/* What the sections of the annual report share. See scr-annual.h. */
#include "config.h"

#include "scr-annual.h"

#include <string.h>

/**
 * scr_annual_list:
 * @self: the report
 * @kind: a kind's name
 * @order: (nullable): as in #ScrQuery
 *
 * Returns: (transfer full) (element-type ScrItem): all of that kind which concern the report's partnership
 */
GPtrArray *
scr_annual_list (ScrAnnual *self, const char *kind, const char *order)
{
  const ScrQuery query = {.kind = kind, .partnership = self->partnership, .order = order};

  return scr_source_list (self->source, &query);
}

/**
 * scr_annual_is_in_period:
 * @self: the report
 * @day: (nullable): a day
 *
 * Returns: whether it lies in the report's period
 */
gboolean
scr_annual_is_in_period (ScrAnnual *self, const char *day)
{
  return day != NULL && strcmp (day, self->from) >= 0 && strcmp (day, self->until) <= 0;
}

/**
 * scr_annual_list_in_period:
 * @self: the report
 * @kind: a kind's name
 * @day_field: its field that says when
 *
 * Returns: (transfer full) (element-type ScrItem): those of the period, earliest first
 */
GPtrArray *
scr_annual_list_in_period (ScrAnnual *self, const char *kind, const char *day_field)
{
  const ScrQuery query
      = {.kind = kind,
         .partnership = self->partnership,
         .conditions = {{day_field, SCR_AT_LEAST, self->from, 0}, {day_field, SCR_AT_MOST, self->until, 0}},
         .order = day_field};

  return scr_source_list (self->source, &query);
}

/**
 * scr_annual_text:
 * @self: the report
 * @item: an item
 * @field: one of its fields
 *
 * Returns: (transfer full): the field as people of the report's language read it; "" if it is empty
 */
char *
scr_annual_text (ScrAnnual *self, ScrItem *item, const char *field)
{
  return scr_format_field (self->language, self->source, item, field);
}

/**
 * scr_annual_period:
 * @self: the report
 *
 * Returns: (transfer full): the period in words
 */
char *
scr_annual_period (ScrAnnual *self)
{
  g_autofree char *from = scr_format_day (self->language, self->from, SCR_DAY_LONG);
  g_autofree char *until = scr_format_day (self->language, self->until, SCR_DAY_LONG);

  /* TRANSLATORS: a period, from one day to another. */
  return g_strdup_printf (scr_tr (self->language, "%s to %s"), from, until);
}

/**
 * scr_annual_add_fact:
 * @self: the report
 * @label: what it is, in the report's language
 * @item: an item
 * @field: its field that says it
 *
 * Adds a fact, which says so if it is not recorded.
 */
void
scr_annual_add_fact (ScrAnnual *self, const char *label, ScrItem *item, const char *field)
{
  g_autofree char *text = scr_annual_text (self, item, field);

  scr_document_add_fact (self->document, label,
                         *text != '\0' ? text : scr_tr (self->language, "Not recorded"));
}

/**
 * scr_annual_add_nothing:
 * @self: the report
 * @sentence: says what there is nothing of, in the report's language
 */
void
scr_annual_add_nothing (ScrAnnual *self, const char *sentence)
{
  scr_document_add_paragraph (self->document, sentence);
}

/**
 * scr_annual_add_table_cell:
 * @self: the report
 * @table: a table whose row is being filled
 * @item: an item
 * @field: one of its fields
 */
void
scr_annual_add_table_cell (ScrAnnual *self, ScrTable *table, ScrItem *item, const char *field)
{
  g_autofree char *text = scr_annual_text (self, item, field);

  /* TRANSLATORS: stands in a table where nothing is recorded. */
  scr_table_add_cell (table, *text != '\0' ? text : scr_tr_context (self->language, "empty cell", "–"));
}

/**
 * scr_annual_judgement:
 * @self: the report
 * @answer: (nullable): an answer
 *
 * Returns: (transfer full): its judgement as a symbol and a word
 */
ScrText *
scr_annual_judgement (ScrAnnual *self, ScrItem *answer)
{
  g_autoptr (ScrItem) choice
      = answer != NULL ? scr_source_get_referred (self->source, answer, "judgement") : NULL;
  g_autofree char *word = NULL;
  ScrText *text = scr_text_new (NULL);
  double weight;

  if (choice == NULL)
    {
      scr_text_append_symbol (text, SCR_SYMBOL_MISSING);
      scr_text_append (text, answer != NULL ? scr_tr (self->language, "Not judged")
                                            : scr_tr (self->language, "No answer"));
      return text;
    }
  weight = scr_item_get_number (choice, "weight");
  word = scr_annual_text (self, answer, "judgement");
  if (weight >= 0 && weight <= 4)
    scr_text_append_symbol (text, (ScrSymbol)(SCR_SYMBOL_JUDGEMENT_0 + (int)weight));
  scr_text_append (text, word);
  return text;
}

/**
 * scr_annual_list_answers:
 * @self: the report
 * @asking: an asking
 *
 * Returns: (transfer full) (element-type ScrItem): its answers, latest first
 */
GPtrArray *
scr_annual_list_answers (ScrAnnual *self, ScrItem *asking)
{
  return scr_source_list_by (self->source, "answer", "asking", scr_item_get_id (asking));
}

/* An answer speaks of what it says, or else of what its question asks. */
static const char *
get_about (ScrItem *answer, ScrItem *question)
{
  const char *about = scr_item_get_text (answer, "about");

  return about != NULL || question == NULL ? about : scr_item_get_text (question, "about");
}

/**
 * scr_annual_get_balance:
 * @self: the report
 * @priority: (nullable): identity of a priority, or %NULL for all
 *
 * Returns: of what the answers of the period speak
 */
ScrBalance
scr_annual_get_balance (ScrAnnual *self, const char *priority)
{
  g_autoptr (GPtrArray) askings = scr_annual_list_in_period (self, "asking", "day");
  ScrBalance balance = {0};

  for (guint i = 0; i < askings->len; i++)
    {
      ScrItem *asking = g_ptr_array_index (askings, i);
      g_autoptr (ScrItem) question = NULL;
      g_autoptr (GPtrArray) answers = NULL;

      if (priority != NULL && g_strcmp0 (scr_item_get_text (asking, "priority"), priority) != 0)
        continue;
      question = scr_source_get_referred (self->source, asking, "question");
      answers = scr_annual_list_answers (self, asking);
      for (guint k = 0; k < answers->len; k++)
        scr_balance_add (&balance, get_about (g_ptr_array_index (answers, k), question));
    }
  return balance;
}
