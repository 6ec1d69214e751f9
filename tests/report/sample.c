/* Documents to test with: one with everything a document may hold, one of many pages. */
#include "config.h"

#include "sample.h"

#include "scr-chart.h"
#include "scr-markdown.h"

static void
draw_balance (const ScrCanvas *canvas, double width, double height, gpointer user_data)
{
  static const ScrChartBalance balance = {10, 7, 1};

  scr_chart_draw_balance (canvas, &balance, "how much", "how well", "difference", 0, 0, width, height);
}

static void
draw_trend (const ScrCanvas *canvas, double width, double height, gpointer user_data)
{
  static const ScrChartPoint points[] = {{0, 40}, {90, 42}, {180, 55}, {270, 61}};
  static const ScrChartTrend trend = {points, G_N_ELEMENTS (points), 41, 70};

  scr_chart_draw_trend (canvas, &trend, 0, 0, width, height);
}

ScrDocument *
sample_new (void)
{
  g_autoptr (ScrLanguage) language = scr_language_load ("en-GB", NULL);
  ScrDocument *document = scr_document_new (language);

  scr_document_set_title (document, "Annual scrutiny report");
  scr_document_set_subtitle (document, "October 2018 to June 2019");
  scr_document_set_author (document, "Independent scrutineer");
  scr_document_set_marking (document, "OFFICIAL");
  scr_document_set_furniture (document, "Bexley safeguarding partnership");
  scr_document_set_version (document, "Version 2 · copy 3");
  scr_document_set_created (document, "2019-06-12T09:00:00Z");
  return document;
}

static void
add_difference (ScrDocument *document)
{
  ScrText *text = scr_text_new (NULL);
  ScrTable *table;

  scr_document_add_heading (document, 1, "What difference was made");
  scr_document_add_paragraph (document,
                              "The scrutineer has asked the same three questions throughout: how much are we "
                              "doing, how well are we doing it, and what difference are we making?");
  scr_text_append_styled (text, SCR_TEXT_BOLD, "Little is known of the difference made.");
  scr_text_append (text, " Of 18 answers, 1 speaks of it, and it concerns one priority.");
  scr_document_take_note (document, SCR_TONE_WARNING, text);
  scr_document_add_heading (document, 2, "What the answers speak of");
  scr_document_add_figure (
      document, 24, "Of 18 answers, 10 speak of how much, 7 of how well, 1 of the difference made",
      "Answers recorded October 2018 to June 2019, by what they speak of", draw_balance, NULL, NULL);
  scr_document_add_heading (document, 2, "Priority by priority");
  table = scr_document_add_table (document, NULL);
  scr_table_add_column (table, "Priority", 0, SCR_ALIGN_START);
  scr_table_add_column (table, "Difference made", 0, SCR_ALIGN_START);
  scr_table_add_column (table, "Rests on", 0, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  scr_table_add_row (table);
  scr_table_add_cell (table, "Neglect");
  text = scr_text_new (NULL);
  scr_text_append_symbol (text, SCR_SYMBOL_JUDGEMENT_1);
  scr_text_append (text, " Limited, up from none");
  scr_table_take_cell (table, text);
  scr_table_add_cell (table, "3 pieces of evidence");
  scr_table_add_row (table);
  scr_table_add_cell (table, "Emotional wellbeing");
  scr_table_add_cell (table, "Asked, not answered");
  scr_table_add_cell (table, "nothing yet");
  scr_table_add_row (table);
  scr_table_add_cell (table, "Safe outside the home");
  text = scr_text_new (NULL);
  scr_text_append_status (text, SCR_TONE_WARNING, "Never asked");
  scr_table_take_cell (table, text);
  scr_table_add_cell (table, "nothing yet");
  scr_document_add_paragraph (
      document, "The scrutineer challenged the partnership to think about its relationship with the "
                "wider community, and how to engage “all of Bexley” in keeping its children and "
                "young people safe. The partnership’s response is in section 5.");
  scr_document_add_heading (document, 2, "What would tell us more");
  scr_document_add_paragraph (
      document, "Ten families will be asked after the next learning hub. No child’s own voice "
                "supports an answer so far. Office staff find efficient affiliations difficult.");
}

static void
add_lists (ScrDocument *document, const char *anchor)
{
  ScrText *text = scr_text_new ("The full wording is in ");
  g_autofree char *target = g_strconcat ("#", anchor, NULL);

  scr_document_add_heading (document, 1, "Lists, words and links");
  scr_text_append_link (text, "the chapter on the difference that was made to children and their families",
                        target);
  scr_text_append (text, ", and the statutory guidance is published as ");
  scr_text_append_link (
      text, "Working together to safeguard children",
      "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2");
  scr_text_append (
      text, " for all to read. This sentence makes the paragraph long enough to be broken over lines.");
  scr_document_take_paragraph (document, text);
  scr_document_begin_list (document, FALSE, 1);
  scr_document_add_item (
      document, "Attended the partnership board on six of seven occasions, and its learning hub each "
                "time that it met, which the line managers valued.");
  scr_document_begin_item (document);
  scr_document_add_paragraph (document, "Spoke with practitioners:");
  scr_document_begin_list (document, TRUE, 9);
  scr_document_add_item (document, "social workers");
  scr_document_add_item (document, "health visitors");
  scr_document_end (document);
  scr_document_end (document);
  scr_document_end (document);
  scr_document_add_markdown (
      document, "## Written by hand\n\nMinutes may hold *emphasis*, **strong words**, `code` and "
                "[a link](https://example.org/a'b).\n\n> What somebody said in the meeting, "
                "word for word.\n\n1. first\n2. second\n\n   with more\n\n- - -\n\n    as typed\n"
                "    line by line\n\n<script>alert(1)</script>\n");
  text = scr_text_new ("Some are ");
  scr_text_append_status (text, SCR_TONE_GOOD, "done");
  scr_text_append (text, "  and some are ");
  scr_text_append_status (text, SCR_TONE_BAD, "3 working days late");
  scr_text_append (text, "  or ");
  scr_text_append_status (text, SCR_TONE_NEUTRAL, "waiting");
  scr_text_append (text, " .");
  scr_document_take_paragraph (document, text);
  scr_document_add_figure (document, 60,
                           "The share rose from 40 to 61, against a baseline of 41 and a target of 70",
                           "Share of plans that name the child’s own wishes", draw_trend, NULL, NULL);
}

void
sample_add_everything (ScrDocument *document)
{
  const char *anchor;
  ScrText *symbols = scr_text_new (NULL);

  scr_document_add_title (document, TRUE);
  scr_document_add_fact (document, "Partnership", "Bexley safeguarding partnership");
  scr_document_add_fact (document, "Period", "October 2018 to June 2019");
  scr_document_add_fact (
      document, "Scrutineer",
      "The independent scrutineer, for whom this line is long enough to need a second line of words");
  scr_document_add_page_break (document);
  scr_document_set_numbered (document, TRUE);
  scr_document_add_contents (document, "Contents");
  scr_document_add_page_break (document);
  anchor = scr_document_add_heading (document, 1, "Who scrutinises, and how");
  scr_document_add_heading (document, 2, "The arrangement");
  scr_document_add_heading (document, 3, "As it was");
  scr_document_add_paragraph (document, "Launched in October 2018.");
  for (int i = 0; i < 5; i++)
    {
      scr_text_append_symbol (symbols, scr_chart_get_judgement_symbol (i));
      scr_text_append (symbols, i == 0 ? " none " : " more ");
    }
  for (int i = SCR_SYMBOL_UP; i <= SCR_SYMBOL_WAITING; i++)
    {
      scr_text_append_symbol (symbols, (ScrSymbol)i);
      scr_text_append (symbols, " sign ");
    }
  scr_document_take_paragraph (document, symbols);
  add_difference (document);
  add_lists (document, anchor);
}

ScrDocument *
sample_new_long (guint n_chapters)
{
  ScrDocument *document = sample_new ();

  scr_document_set_numbered (document, TRUE);
  scr_document_add_title (document, FALSE);
  scr_document_add_contents (document, "Contents");
  for (guint i = 0; i < n_chapters; i++)
    {
      ScrTable *table;

      scr_document_add_heading (document, 1, "What was asked of the partnership");
      for (guint k = 0; k < 6; k++)
        scr_document_add_paragraph (
            document,
            "The scrutineer asked the delegated safeguarding partners how they know that children are safer, "
            "who "
            "told them so, and what they did with what they heard. Their answers, and the evidence on which "
            "they "
            "rest, are set out question by question, with the judgement that followed from them and what the "
            "partnership said in reply when the judgement was put to it.");
      scr_document_add_heading (document, 2, "Answers");
      table = scr_document_add_table (document, NULL);
      scr_table_add_column (table, "Number", 1, SCR_ALIGN_END);
      scr_table_add_column (table, "Question", 4, SCR_ALIGN_START);
      scr_table_add_column (table, "Answer", 4, SCR_ALIGN_START);
      for (guint k = 0; k < 30; k++)
        {
          g_autofree char *number = g_strdup_printf ("%u", k + 1);

          scr_table_add_row (table);
          scr_table_add_cell (table, number);
          scr_table_add_cell (table, "How well are we doing it, and who says so?");
          scr_table_add_cell (table, "Well enough, as the audit of March found.");
        }
    }
  return document;
}
