/* ScrMapFilterState - what of the map is shown. See the header. */
#include "config.h"

#include "scr-map-filter-state.h"

#include <string.h>

/**
 * scr_map_words_have:
 * @words: (nullable): words separated by spaces
 * @word: one word
 *
 * Returns: whether @word is one of @words
 */
gboolean
scr_map_words_have (const char *words, const char *word)
{
  g_auto (GStrv) all = words != NULL ? g_strsplit (words, " ", -1) : NULL;

  return all != NULL && g_strv_contains ((const char *const *)all, word);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * scr_map_words_set:
 * @words: (nullable): words separated by spaces
 * @word: one word
 * @there: whether it is to be one of them
 *
 * Returns: (transfer full) (nullable): the words sorted, so that the same choice is the same text; %NULL for none
 */
char *
scr_map_words_set (const char *words, const char *word, gboolean there)
{
  g_auto (GStrv) all = g_strsplit (words != NULL ? words : "", " ", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && !g_str_equal (all[i], word))
      g_ptr_array_add (kept, all[i]);
  if (there)
    g_ptr_array_add (kept, (gpointer)word);
  if (kept->len == 0)
    return NULL;
  g_ptr_array_sort (kept, compare_words);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (GStrv)kept->pdata);
}

/**
 * scr_map_filter_state_copy:
 * @target: a state; what it held is freed
 * @state: what it is to hold
 */
void
scr_map_filter_state_copy (ScrMapFilterState *target, const ScrMapFilterState *state)
{
  ScrMapFilterState copy = *state;

  copy.hidden_links = g_strdup (state->hidden_links);
  copy.hidden_cards = g_strdup (state->hidden_cards);
  copy.around = g_strdup (state->around);
  copy.day = g_strdup (state->day);
  copy.layout = g_strdup (state->layout);
  scr_map_filter_state_clear (target);
  *target = copy;
}

/**
 * scr_map_filter_state_clear:
 * @state: a state
 *
 * Makes it one that shows all.
 */
void
scr_map_filter_state_clear (ScrMapFilterState *state)
{
  const ScrMapFilterState nothing = SCR_MAP_FILTER_STATE_INIT;

  g_free (state->hidden_links);
  g_free (state->hidden_cards);
  g_free (state->around);
  g_free (state->day);
  g_free (state->layout);
  *state = nothing;
}

static gboolean
is_layout_equal (const char *a, const char *b)
{
  return g_str_equal (a != NULL ? a : SCR_LAYOUT_HIERARCHY, b != NULL ? b : SCR_LAYOUT_HIERARCHY);
}

/**
 * scr_map_filter_state_is_kept_equal:
 * @a: a state
 * @b: another
 *
 * Returns: whether a saved view of either would show the same
 */
gboolean
scr_map_filter_state_is_kept_equal (const ScrMapFilterState *a, const ScrMapFilterState *b)
{
  return g_strcmp0 (a->hidden_links, b->hidden_links) == 0 && g_strcmp0 (a->hidden_cards, b->hidden_cards) == 0
         && g_strcmp0 (a->around, b->around) == 0 && g_strcmp0 (a->day, b->day) == 0
         && is_layout_equal (a->layout, b->layout) && (a->around == NULL || a->steps == b->steps)
         && !a->gaps_only == !b->gaps_only && !a->coverage == !b->coverage;
}

/**
 * scr_map_filter_state_count:
 * @state: a state
 *
 * Returns: how many of its choices leave something out
 */
guint
scr_map_filter_state_count (const ScrMapFilterState *state)
{
  return (state->hidden_links != NULL) + (state->hidden_cards != NULL) + (state->around != NULL)
         + (state->gaps_only != FALSE) + (state->hide_ended != FALSE);
}

/**
 * scr_map_filter_state_fill_query:
 * @state: a state; it must outlive the use of @query
 * @query: what is asked of the map; its partnership, day and gaps stay
 */
void
scr_map_filter_state_fill_query (const ScrMapFilterState *state, ScrMapQuery *query)
{
  query->hidden_links = state->hidden_links;
  query->hidden_cards = state->hidden_cards;
  query->around = state->around;
  query->steps = state->steps;
  query->gaps_only = state->gaps_only;
  query->hide_ended = state->hide_ended;
  if (state->layout != NULL)
    query->layout = state->layout;
}

/* --- Saved views --- */

static char *
dup_words (ScrItem *view, const char *field)
{
  g_auto (GStrv) words = NULL;
  char *sorted = NULL;
  const char *text = scr_item_get_text (view, field);

  if (text == NULL)
    return NULL;
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        g_autofree char *before = g_steal_pointer (&sorted);

        sorted = scr_map_words_set (before, words[i], TRUE);
      }
  return sorted;
}

/**
 * scr_map_filter_state_read:
 * @state: a state; what a saved view does not keep stays
 * @view: an item of kind "map_view"
 */
void
scr_map_filter_state_read (ScrMapFilterState *state, ScrItem *view)
{
  gboolean hide_ended = state->hide_ended;
  double steps = scr_item_get_number (view, "steps");

  scr_map_filter_state_clear (state);
  state->hidden_links = dup_words (view, "hidden_links");
  state->hidden_cards = dup_words (view, "hidden_cards");
  state->around = g_strdup (scr_item_get_text (view, "around"));
  state->day = g_strdup (scr_item_get_text (view, "day"));
  state->layout = g_strdup (scr_item_get_text (view, "layout"));
  state->steps = steps >= 2 ? 2 : 1;
  state->gaps_only = scr_item_get_bool (view, "gaps_only");
  state->coverage = scr_item_get_bool (view, "coverage");
  state->hide_ended = hide_ended;
}

static void
set_text (ScrItem *draft, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (text != NULL)
    scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field), &value);
}

static void
set_number (ScrItem *draft, const char *field, double number, gboolean there)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (there)
    scr_value_set_number (&value, number);
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field), &value);
}

/**
 * scr_map_filter_state_write:
 * @state: a state
 * @draft: an item of kind "map_view" that no record holds
 */
void
scr_map_filter_state_write (const ScrMapFilterState *state, ScrItem *draft)
{
  set_text (draft, "hidden_links", state->hidden_links);
  set_text (draft, "hidden_cards", state->hidden_cards);
  set_text (draft, "around", state->around);
  set_text (draft, "day", state->day);
  set_text (draft, "layout", state->layout);
  set_number (draft, "steps", state->steps, state->around != NULL);
  set_number (draft, "gaps_only", 1, state->gaps_only);
  set_number (draft, "coverage", 1, state->coverage);
}
