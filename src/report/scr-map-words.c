/* A map in words, for those who do not see it. See scr-map-drawing.h. */
#include "config.h"

#include "scr-map-drawing.h"

/**
 * scr_map_card_dup_words:
 * @language: (nullable): a language
 * @card: a card
 *
 * Returns: (transfer full): what it is and how many links and gaps it has
 */
char *
scr_map_card_dup_words (const ScrLanguage *language, const ScrMapCard *card)
{
  g_autofree char *links
      = g_strdup_printf (scr_tr_plural (language, "%u link", "%u links", card->links->len), card->links->len);
  g_autofree char *gaps
      = g_strdup_printf (scr_tr_plural (language, "%u gap", "%u gaps", card->n_gaps), card->n_gaps);

  if (card->n_gaps == 0)
    /* TRANSLATORS: a card of the map: its name, what it is, "3 links". */
    return g_strdup_printf (scr_tr (language, "%1$s, %2$s, %3$s"), card->title, card->detail, links);
  /* TRANSLATORS: a card of the map: its name, what it is, "3 links", "1 gap". */
  return g_strdup_printf (scr_tr (language, "%1$s, %2$s, %3$s, %4$s"), card->title, card->detail, links,
                          gaps);
}

/**
 * scr_map_link_dup_words:
 * @language: (nullable): a language
 * @map: a map
 * @link: a link of it
 *
 * Returns: (transfer full): from what to what it leads, and what it is
 */
char *
scr_map_link_dup_words (const ScrLanguage *language, const ScrMap *map, const ScrMapLink *link)
{
  /* TRANSLATORS: a link on the map: who, what ("accountable to"), to whom. */
  return g_strdup_printf (scr_tr_context (language, "link", "%1$s – %2$s – %3$s"),
                          scr_map_get_card (map, link->from)->title, link->label,
                          scr_map_get_card (map, link->to)->title);
}

static void
append_sentence (GString *text, const char *words)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, words);
}

/* Takes @words. */
static void
take_sentence (GString *text, char *words)
{
  append_sentence (text, words);
  g_free (words);
}

static void
append_item (GString *text, const char *words, gboolean is_last)
{
  g_string_append_printf (text, " %s%s", words, is_last ? "." : ";");
}

static void
append_gaps (GString *text, const ScrLanguage *language, const ScrGaps *gaps)
{
  guint done = 0;

  if (gaps->n_open == 0)
    {
      append_sentence (text, scr_tr (language, "No gap is open."));
      return;
    }
  take_sentence (
      text, g_strdup_printf (scr_tr_plural (language, "%u gap:", "%u gaps:", gaps->n_open), gaps->n_open));
  for (guint i = 0; i < gaps->gaps->len; i++)
    {
      const ScrGapFound *gap = g_ptr_array_index (gaps->gaps, i);

      if (gap->is_open)
        append_item (text, gap->title, ++done == gaps->n_open);
    }
}

/**
 * scr_map_dup_words:
 * @language: (nullable): a language
 * @map: a map
 * @gaps: what is missing on its day
 * @title: what it is called
 *
 * Returns: (transfer full): the whole map: its cards, its links, and what is missing
 */
char *
scr_map_dup_words (const ScrLanguage *language, const ScrMap *map, const ScrGaps *gaps, const char *title)
{
  g_autoptr (GString) text = g_string_new (title);

  g_string_append_c (text, '.');
  if (map->cards->len == 0)
    append_sentence (text, scr_tr (language, "The map is empty."));
  else
    take_sentence (text, g_strdup_printf (scr_tr_plural (language, "%u card:", "%u cards:", map->cards->len),
                                          map->cards->len));
  for (guint i = 0; i < map->cards->len; i++)
    {
      g_autofree char *words = scr_map_card_dup_words (language, scr_map_get_card (map, i));

      append_item (text, words, i + 1 == map->cards->len);
    }
  if (map->links->len > 0)
    take_sentence (text, g_strdup_printf (scr_tr_plural (language, "%u link:", "%u links:", map->links->len),
                                          map->links->len));
  for (guint i = 0; i < map->links->len; i++)
    {
      g_autofree char *words = scr_map_link_dup_words (language, map, scr_map_get_link (map, i));

      append_item (text, words, i + 1 == map->links->len);
    }
  if (map->cards->len > 0)
    append_gaps (text, language, gaps);
  return g_strdup (text->str);
}
