/* The comparison report: what partnerships agreed, side by side, and where two of their maps differ.
 *
 * As many partnerships stand in one table as can be read beside each other; the rest in further tables with
 * the same rows. Two partnerships, or one on two days, are compared word by word, and their maps as well.
 */
#include "config.h"

#include "scr-format.h"
#include "scr-reports.h"
#include "scr-terms.h"

#include <string.h>

/* A4 on its side, points. */
#define SHEET_WIDTH 841.890
#define SHEET_HEIGHT 595.276
/* Widths in letters of the text size: of a partnership's column, and of what stands beside them. */
#define COLUMN_LETTERS 15.0
#define OTHER_LETTERS 15.0

typedef struct
{
  ScrDocument *document;
  ScrSource *source;
  const ScrReportOptions *options;
  const ScrLanguage *language;
  char *day;
  GPtrArray *partnerships; /* (element-type ScrItem) */
  GArray *sides;           /* (element-type ScrTermsSide): borrowed texts */
  GPtrArray *names;        /* (element-type utf8) */
  ScrTerms *terms;
} Comparison;

/* --- Who is compared --- */

static void
add_partnership (Comparison *self, ScrItem *partnership, const char *day)
{
  const ScrTermsSide side = {scr_item_get_id (partnership), day};
  const char *brief = scr_item_get_text (partnership, "short_title");

  g_ptr_array_add (self->partnerships, g_object_ref (partnership));
  g_array_append_val (self->sides, side);
  g_ptr_array_add (self->names, brief != NULL ? g_strdup (brief)
                                              : scr_format_title (self->language, self->source, partnership));
}

static const char *
get_name (const Comparison *self, guint index)
{
  return g_ptr_array_index (self->names, index);
}

/* The two sides of one partnership, or of two days, are told apart by the day. */
static void
add_days_to_names (Comparison *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *name = self->names->pdata[i];
      g_autofree char *day
          = scr_format_day (self->language, g_array_index (self->sides, ScrTermsSide, i).day, SCR_DAY_LONG);

      /* TRANSLATORS: a partnership, then the day on which it is looked at. */
      self->names->pdata[i]
          = g_strdup_printf (scr_tr_context (self->language, "side", "%1$s, %2$s"), name, day);
    }
}

static void
choose_sides (Comparison *self)
{
  const ScrReportOptions *options = self->options;
  const ScrQuery query = {.kind = "partnership"};
  g_autoptr (ScrItem) first = scr_source_get (self->source, "partnership", options->partnership);
  g_autoptr (ScrItem) other = scr_source_get (self->source, "partnership", options->compare_with);
  g_autoptr (GPtrArray) all = scr_source_list (self->source, &query);
  const char *other_day = options->compare_day != NULL ? options->compare_day : self->day;

  /* One partnership is compared with itself on another day. */
  if (other == NULL && first != NULL && options->compare_day != NULL)
    g_set_object (&other, first);
  if (first != NULL)
    add_partnership (self, first, self->day);
  if (other != NULL)
    add_partnership (self, other, other_day);
  for (guint i = 0; (first == NULL || other == NULL) && i < all->len; i++)
    {
      ScrItem *item = g_ptr_array_index (all, i);

      if (g_strcmp0 (scr_item_get_id (item), options->partnership) != 0
          && g_strcmp0 (scr_item_get_id (item), options->compare_with) != 0)
        add_partnership (self, item, self->day);
    }
  if (first != NULL && other != NULL && (first == other || strcmp (other_day, self->day) != 0))
    add_days_to_names (self);
}

/* --- Tables --- */

/* Several lines are told apart by dots. */
static ScrText *
new_text (Comparison *self, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  guint n = g_strv_length (lines);
  ScrText *text;

  if (*words == '\0')
    /* TRANSLATORS: stands in a table where nothing is recorded. */
    return scr_text_new (scr_tr_context (self->language, "empty cell", "–"));
  text = scr_text_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        scr_text_append_line_break (text);
      if (n > 1)
        scr_text_append (text, "• ");
      scr_text_append (text, lines[i]);
    }
  return text;
}

/* Of any number of sides: the same in all, in one only, or different. @only is that one. */
static ScrSameness
compare_all (const ScrTermsRow *row, guint n_sides, guint *only)
{
  guint n_filled = 0, n_same = 0;

  for (guint i = 0; i < n_sides; i++)
    {
      n_same += scr_terms_row_compare (row, 0, i) == SCR_SAME;
      if (*row->texts[i] == '\0')
        continue;
      n_filled++;
      *only = i;
    }
  if (n_same == n_sides)
    return SCR_SAME;
  return n_filled == 1 ? SCR_ONLY_LEFT : SCR_DIFFERENT;
}

static ScrText *
new_sameness (Comparison *self, ScrSameness sameness, const char *left, const char *right)
{
  g_autofree char *words = scr_sameness_dup_words (self->language, sameness, left, right);
  ScrText *text = scr_text_new (NULL);

  scr_text_append_status (text,
                          sameness == SCR_SAME        ? SCR_TONE_NEUTRAL
                          : sameness == SCR_DIFFERENT ? SCR_TONE_WARNING
                                                      : SCR_TONE_INFORMATION,
                          words);
  return text;
}

static void
add_row (Comparison *self, ScrTable *table, const ScrTermsRow *row, guint first, guint n)
{
  guint only = 0;
  ScrSameness sameness = compare_all (row, self->sides->len, &only);

  scr_table_add_row (table);
  scr_table_add_cell (table, row->label);
  for (guint i = 0; i < n; i++)
    scr_table_take_cell (table, new_text (self, row->texts[first + i]));
  if (self->sides->len > 1)
    scr_table_take_cell (table, new_sameness (self, sameness, get_name (self, only), get_name (self, only)));
}

/* "Bexley, Greenwich and Lewisham" */
static char *
join_names (Comparison *self, guint first, guint n)
{
  g_autoptr (GString) joined = g_string_new (get_name (self, first));

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *before = g_strdup (joined->str);

      if (i + 1 < n)
        /* TRANSLATORS: names in a row, but for the last. */
        g_string_printf (joined, scr_tr_context (self->language, "names", "%1$s, %2$s"), before,
                         get_name (self, first + i));
      else
        /* TRANSLATORS: names in a row, the last of them. */
        g_string_printf (joined, scr_tr_context (self->language, "names", "%1$s and %2$s"), before,
                         get_name (self, first + i));
    }
  return g_strdup (joined->str);
}

static void
add_table (Comparison *self, guint first, guint n)
{
  g_autofree char *names = join_names (self, first, n);
  /* Of one table, the title of the report says whose it is. */
  ScrTable *table = scr_document_add_table (self->document, n < self->sides->len ? names : NULL);
  const char *section = NULL;

  scr_table_add_column (table, scr_tr (self->language, "Point"), 1, SCR_ALIGN_START);
  for (guint i = 0; i < n; i++)
    scr_table_add_column (table, get_name (self, first + i), 1.7, SCR_ALIGN_START);
  if (self->sides->len > 1)
    scr_table_add_column (table, scr_tr (self->language, "Compared"), 0.9, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  for (guint i = 0; i < self->terms->rows->len; i++)
    {
      const ScrTermsRow *row = g_ptr_array_index (self->terms->rows, i);

      if (g_strcmp0 (section, row->section) != 0)
        scr_table_add_group (table, row->section);
      section = row->section;
      add_row (self, table, row, first, n);
    }
}

static void
add_tables (Comparison *self)
{
  double width = SHEET_WIDTH - 108;
  double text_size = scr_document_get_text_size (self->document);
  guint fitting = (guint)MAX (2, (width / (text_size * 0.62) - OTHER_LETTERS * 1.6) / (COLUMN_LETTERS * 1.5));

  scr_document_add_heading (self->document, 1, scr_tr (self->language, "Point by point"));
  for (guint first = 0; first < self->sides->len; first += fitting)
    add_table (self, first, MIN (fitting, self->sides->len - first));
}

/* --- The maps of two --- */

static char *
name_link (Comparison *self, const ScrMap *map, const ScrMapLink *link)
{
  /* TRANSLATORS: a link on the map: who, what ("accountable to"), to whom. */
  return g_strdup_printf (scr_tr_context (self->language, "link", "%1$s – %2$s – %3$s"),
                          scr_map_get_card (map, link->from)->title, link->label,
                          scr_map_get_card (map, link->to)->title);
}

static char *
name_pair (Comparison *self, const ScrMapComparison *maps, const ScrMapPair *pair, gboolean is_link)
{
  const ScrMap *map = pair->left >= 0 ? maps->left : maps->right;
  guint index = (guint)(pair->left >= 0 ? pair->left : pair->right);

  return is_link ? name_link (self, map, scr_map_get_link (map, index))
                 : g_strdup (scr_map_get_card (map, index)->title);
}

static void
add_pairs (Comparison *self, const ScrMapComparison *maps, const char *caption, gboolean is_link)
{
  const GPtrArray *pairs = is_link ? maps->links : maps->cards;
  ScrTable *table = NULL;

  for (guint i = 0; i < pairs->len; i++)
    {
      const ScrMapPair *pair = g_ptr_array_index (pairs, i);
      g_autofree char *name = NULL;

      if (pair->sameness == SCR_SAME)
        continue;
      if (table == NULL)
        {
          table = scr_document_add_table (self->document, caption);
          scr_table_add_column (table,
                                is_link ? scr_tr (self->language, "Link") : scr_tr (self->language, "Card"),
                                2, SCR_ALIGN_START);
          scr_table_add_column (table, scr_tr (self->language, "Compared"), 1, SCR_ALIGN_START);
          scr_table_add_column (table, scr_tr (self->language, "Difference"), 2.4, SCR_ALIGN_START);
          scr_table_set_row_heads (table, TRUE);
        }
      name = name_pair (self, maps, pair, is_link);
      scr_table_add_row (table);
      scr_table_add_cell (table, name);
      scr_table_take_cell (table,
                           new_sameness (self, pair->sameness, get_name (self, 0), get_name (self, 1)));
      scr_table_take_cell (table, new_text (self, pair->how != NULL ? pair->how : ""));
    }
}

static void
add_maps (Comparison *self)
{
  const ScrTermsSide *a = &g_array_index (self->sides, ScrTermsSide, 0);
  const ScrTermsSide *b = &g_array_index (self->sides, ScrTermsSide, 1);
  const ScrMapQuery left_query = {.partnership = a->partnership, .day = a->day};
  const ScrMapQuery right_query = {.partnership = b->partnership, .day = b->day};
  g_autoptr (ScrMap) left = scr_map_new (self->language, self->source, &left_query);
  g_autoptr (ScrMap) right = scr_map_new (self->language, self->source, &right_query);
  g_autoptr (ScrMapComparison) maps
      = scr_map_compare (self->language, self->source, left, get_name (self, 0), right, get_name (self, 1));
  guint count = scr_map_comparison_count (maps);
  g_autofree char *sentence
      = g_strdup_printf (scr_tr_plural (self->language, "The two maps differ in %u card or link.",
                                        "The two maps differ in %u cards and links.", count),
                         count);

  scr_document_add_heading (self->document, 1, scr_tr (self->language, "On the map"));
  if (count == 0)
    {
      scr_document_add_paragraph (self->document, scr_tr (self->language, "The two maps do not differ."));
      return;
    }
  scr_document_add_paragraph (self->document, sentence);
  add_pairs (self, maps, scr_tr (self->language, "Organisations, people and groups"), FALSE);
  add_pairs (self, maps, scr_tr (self->language, "Links between them"), TRUE);
}

/* --- The report --- */

static void
add_head (Comparison *self)
{
  g_autofree char *names = self->names->len > 0 ? join_names (self, 0, self->names->len) : NULL;
  g_autofree char *day = scr_format_day (self->language, self->day, SCR_DAY_LONG);
  g_autofree char *subtitle
      /* TRANSLATORS: partnerships, then the day on which they are compared. */
      = names != NULL ? g_strdup_printf (scr_tr (self->language, "%1$s on %2$s"), names, day) : NULL;
  g_autofree char *today = scr_source_dup_today (self->source);
  gboolean has_days = self->options->compare_day != NULL;

  scr_document_set_subtitle (self->document, has_days ? names : subtitle);
  scr_document_set_created (self->document, today);
  scr_document_set_furniture (self->document, names);
  scr_document_set_sheet (self->document, SHEET_WIDTH, SHEET_HEIGHT);
  scr_document_add_title (self->document, FALSE);
}

static void
add_count (Comparison *self)
{
  guint n = self->terms->rows->len, differing = 0;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint only;

      differing
          += compare_all (g_ptr_array_index (self->terms->rows, i), self->sides->len, &only) != SCR_SAME;
    }
  /* TRANSLATORS: the first number is how many of the second differ. */
  sentence
      = g_strdup_printf (scr_tr_plural (self->language, "They differ in %1$u of %2$u point that is recorded.",
                                        "They differ in %1$u of %2$u points that are recorded.", n),
                         differing, n);
  scr_document_add_paragraph (self->document, sentence);
}

static void
clear (Comparison *self)
{
  g_clear_pointer (&self->terms, scr_terms_free);
  g_ptr_array_unref (self->names);
  g_array_unref (self->sides);
  g_ptr_array_unref (self->partnerships);
  g_free (self->day);
}

/**
 * scr_report_comparison_build:
 * @source: a record
 * @options: what is asked for: the day; two partnerships, or one on two days; without them, all partnerships
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the arrangements of partnerships, side by side
 */
ScrDocument *
scr_report_comparison_build (ScrSource *source, const ScrReportOptions *options, GError **error)
{
  const ScrLanguage *language = options->language;
  Comparison self = {
      .document = scr_report_new_document (source, options, scr_tr (language, "Arrangements compared")),
      .source = source,
      .options = options,
      .language = language,
      .day = options->day != NULL ? g_strdup (options->day) : scr_source_dup_today (source),
      .partnerships = g_ptr_array_new_with_free_func (g_object_unref),
      .sides = g_array_new (FALSE, FALSE, sizeof (ScrTermsSide)),
      .names = g_ptr_array_new_with_free_func (g_free),
  };

  choose_sides (&self);
  self.terms
      = scr_terms_new (language, source, &g_array_index (self.sides, ScrTermsSide, 0), self.sides->len);
  add_head (&self);
  if (self.sides->len == 0)
    scr_document_add_paragraph (self.document, scr_tr (language, "No partnership is recorded."));
  else if (self.terms->rows->len == 0)
    scr_document_add_paragraph (self.document, scr_tr (language, "No arrangement is recorded."));
  else
    {
      if (self.sides->len > 1)
        add_count (&self);
      add_tables (&self);
    }
  if (self.sides->len == 2)
    add_maps (&self);
  clear (&self);
  return self.document;
}
