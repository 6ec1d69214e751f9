/* The annual report: challenges, disputes in counts, gaps in governance, and what lies ahead. */
#include "config.h"

#include "scr-annual.h"
#include "scr-gaps.h"

#include <string.h>

/* Counts below this are held back where they could point at a single case. */
#define SMALL_NUMBER 5

/* --- Challenges --- */

static void
add_challenge (ScrAnnual *self, ScrItem *challenge)
{
  const ScrLanguage *language = self->language;
  const char *full = scr_item_get_text (challenge, "text");
  const char *response = scr_item_get_text (challenge, "response");
  const char *impact = scr_item_get_text (challenge, "impact");
  g_autofree char *title = scr_format_title (language, self->source, challenge);

  scr_document_add_heading (self->document, 2, title);
  scr_annual_add_fact (self, scr_tr (language, "Raised on"), challenge, "day");
  scr_annual_add_fact (self, scr_tr (language, "Raised with"), challenge, "to");
  scr_annual_add_fact (self, scr_tr (language, "Theme"), challenge, "theme");
  scr_annual_add_fact (self, scr_tr (language, "State"), challenge, "state");
  if (full != NULL)
    scr_document_add_markdown (self->document, full);
  scr_document_add_heading (self->document, 3, scr_tr (language, "Response"));
  if (response != NULL)
    scr_document_add_markdown (self->document, response);
  else
    scr_annual_add_nothing (self, scr_tr (language, "No response is recorded."));
  scr_document_add_heading (self->document, 3, scr_tr (language, "Impact"));
  if (impact != NULL)
    scr_document_add_markdown (self->document, impact);
  else
    scr_annual_add_nothing (self, scr_tr (language, "No impact is recorded."));
}

/**
 * scr_annual_add_challenges:
 * @self: the report
 *
 * Adds what the scrutineer raised, the response, and the impact.
 */
void
scr_annual_add_challenges (ScrAnnual *self)
{
  g_autoptr (GPtrArray) challenges = scr_annual_list_in_period (self, "challenge", "day");

  scr_document_add_heading (self->document, 1, scr_tr (self->language, "Challenges and responses"));
  for (guint i = 0; i < challenges->len; i++)
    add_challenge (self, g_ptr_array_index (challenges, i));
  if (challenges->len == 0)
    scr_annual_add_nothing (self, scr_tr (self->language, "No challenge was raised in the period."));
}

/* --- Disputes --- */

static void
add_count_cell (ScrAnnual *self, ScrTable *table, guint n)
{
  g_autofree char *few = g_strdup_printf (scr_tr (self->language, "Fewer than %u"), SMALL_NUMBER);
  g_autofree char *exact = g_strdup_printf ("%u", n);

  scr_table_add_cell (table, n > 0 && n < SMALL_NUMBER ? few : exact);
}

static void
add_counts (ScrAnnual *self, GPtrArray *disputes, const char *field, const char *caption, const char *head)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) keys = NULL;
  ScrTable *table;

  for (guint i = 0; i < disputes->len; i++)
    {
      char *value = scr_annual_text (self, g_ptr_array_index (disputes, i), field);
      guint n;

      if (*value == '\0')
        {
          g_free (value);
          value = g_strdup (scr_tr (self->language, "Not recorded"));
        }
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));
      g_hash_table_insert (counts, value, GUINT_TO_POINTER (n + 1));
    }
  table = scr_document_add_table (self->document, caption);
  scr_table_add_column (table, head, 4, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (self->language, "Disputes"), 1, SCR_ALIGN_END);
  scr_table_set_row_heads (table, TRUE);
  keys = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc)g_utf8_collate);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      scr_table_add_row (table);
      scr_table_add_cell (table, l->data);
      add_count_cell (self, table, GPOINTER_TO_UINT (g_hash_table_lookup (counts, l->data)));
    }
}

/**
 * scr_annual_add_disputes:
 * @self: the report
 *
 * Adds the disputes of the period in counts; small numbers are held back.
 */
void
scr_annual_add_disputes (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) disputes = scr_annual_list_in_period (self, "dispute", "opened");
  g_autofree char *total = NULL;

  scr_document_add_heading (self->document, 1, scr_tr (language, "Disputes"));
  if (disputes->len == 0)
    {
      scr_annual_add_nothing (self, scr_tr (language, "No dispute was opened in the period."));
      return;
    }
  total = g_strdup_printf (scr_tr_plural (language, "%u dispute was opened in the period.",
                                          "%u disputes were opened in the period.", disputes->len),
                           disputes->len);
  scr_document_add_paragraph (self->document, total);
  scr_document_add_paragraph (self->document,
                              scr_tr (language, "Small numbers are held back below, so that no single "
                                                "case can be recognised."));
  add_counts (self, disputes, "raised_by", scr_tr (language, "By the agency that raised them"),
              scr_tr (language, "Agency"));
  add_counts (self, disputes, "reason", scr_tr (language, "By reason"), scr_tr (language, "Reason"));
  add_counts (self, disputes, "stage", scr_tr (language, "By the stage they reached"),
              scr_tr (language, "Stage"));
  add_counts (self, disputes, "state", scr_tr (language, "By state"), scr_tr (language, "State"));
}

/* --- Gaps --- */

static ScrTable *
begin_gaps (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  ScrTable *table = scr_document_add_table (self->document, scr_tr (language, "Open gaps, each with who is to close it"));

  scr_table_add_column (table, scr_tr (language, "Gap"), 3, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "State"), 1, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Owner"), 1.8, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Due day"), 1.4, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  return table;
}

/* The day, or that none is set, as in the other tables. */
static void
add_cell_or_none (ScrAnnual *self, ScrTable *table, const char *text)
{
  scr_table_add_cell (table, text != NULL && *text != '\0' ? text : scr_tr_context (self->language, "empty cell", "–"));
}

static void
add_gap (ScrAnnual *self, ScrTable *table, const ScrGapFound *gap)
{
  g_autoptr (ScrItem) state = scr_source_get (self->source, SCR_KIND_CHOICE, gap->state);
  g_autofree char *state_words = state != NULL ? scr_format_title (self->language, self->source, state) : NULL;
  g_autofree char *owner = gap->owner != NULL ? scr_format_title (self->language, self->source, gap->owner) : NULL;
  g_autofree char *due = gap->due != NULL ? scr_format_day (self->language, gap->due, SCR_DAY_LONG) : NULL;

  scr_table_add_row (table);
  add_cell_or_none (self, table, gap->title);
  add_cell_or_none (self, table, state_words);
  add_cell_or_none (self, table, owner);
  add_cell_or_none (self, table, due);
}

/**
 * scr_annual_add_gaps:
 * @self: the report
 *
 * Adds the holes in who answers to whom that are still open: the ones that the map and Today show.
 */
void
scr_annual_add_gaps (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autofree char *today = scr_source_dup_today (self->source);
  g_autoptr (ScrGaps) gaps = scr_gaps_new (language, self->source, self->partnership, today);
  ScrTable *table = NULL;

  scr_document_add_heading (self->document, 1, scr_tr (language, "Gaps in governance"));
  for (guint i = 0; i < gaps->gaps->len; i++)
    {
      const ScrGapFound *gap = g_ptr_array_index (gaps->gaps, i);

      if (!gap->is_open)
        continue;
      if (table == NULL)
        table = begin_gaps (self);
      add_gap (self, table, gap);
    }
  if (table == NULL)
    scr_annual_add_nothing (self, scr_tr (language, "No gap is open."));
}

/* --- Looking forward --- */

static void
add_list (ScrAnnual *self, GPtrArray *items, const char *detail_field, const char *nothing)
{
  if (items->len == 0)
    {
      scr_annual_add_nothing (self, nothing);
      return;
    }
  scr_document_begin_list (self->document, FALSE, 1);
  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      g_autofree char *title = scr_format_title (self->language, self->source, item);
      g_autofree char *detail = scr_annual_text (self, item, detail_field);
      ScrText *text = scr_text_new (title);

      if (*detail != '\0')
        {
          scr_text_append (text, " – ");
          scr_text_append (text, detail);
        }
      scr_document_take_item (self->document, text);
    }
  scr_document_end (self->document);
}

static GPtrArray *
list_proposed (ScrAnnual *self)
{
  GPtrArray *activities = scr_annual_list (self, "activity", "day");

  for (guint i = activities->len; i > 0; i--)
    {
      const char *day = scr_item_get_text (g_ptr_array_index (activities, i - 1), "day");
      const char *state = scr_item_get_text (g_ptr_array_index (activities, i - 1), "state");

      if ((day != NULL && strcmp (day, self->until) <= 0) || g_strcmp0 (state, "activity-state.done") == 0)
        g_ptr_array_remove_index (activities, i - 1);
    }
  return activities;
}

static void
add_submissions (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) submissions = scr_annual_list (self, "submission", NULL);
  ScrTable *table;

  scr_document_add_heading (self->document, 2, scr_tr (language, "To whom this report goes"));
  if (submissions->len == 0)
    {
      scr_annual_add_nothing (self, scr_tr (language, "It is not recorded to whom reports go."));
      return;
    }
  table = scr_document_add_table (self->document, scr_tr (language, "Submissions of reports"));
  scr_table_add_column (table, scr_tr (language, "To"), 2, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Report"), 2, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "State"), 1.2, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Due day"), 1.4, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  for (guint i = 0; i < submissions->len; i++)
    {
      ScrItem *submission = g_ptr_array_index (submissions, i);

      scr_table_add_row (table);
      scr_annual_add_table_cell (self, table, submission, "to");
      scr_annual_add_table_cell (self, table, submission, "report");
      scr_annual_add_table_cell (self, table, submission, "state");
      scr_annual_add_table_cell (self, table, submission, "due");
    }
}

/**
 * scr_annual_add_ahead:
 * @self: the report
 *
 * Adds what is proposed next, what else is considered, and to whom the report goes.
 */
void
scr_annual_add_ahead (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) proposed = list_proposed (self);
  g_autoptr (GPtrArray) mechanisms = scr_annual_list (self, "mechanism", NULL);

  scr_document_add_heading (self->document, 1, scr_tr (language, "Looking forward"));
  scr_document_add_heading (self->document, 2, scr_tr (language, "What comes next"));
  add_list (self, proposed, "day", scr_tr (language, "No further activity is planned or proposed."));
  scr_document_add_heading (self->document, 2, scr_tr (language, "Other ways of doing scrutiny"));
  add_list (self, mechanisms, "state",
            scr_tr (language, "No other way of doing scrutiny is under consideration."));
  add_submissions (self);
}
