/* Two maps set against each other. See the header. */
#include "config.h"

#include "scr-map-compare.h"

#include "scr-fold.h"
#include "scr-format.h"

#include <string.h>

#define CARDS 0
#define LINKS 1
#define SEVERAL GUINT_TO_POINTER (G_MAXUINT)

typedef struct
{
  const ScrLanguage *language;
  ScrSource *source;
  ScrMapComparison *comparison;
  const char *names[2];
} Maker;

/* What may tell two cards to be the same; NULL where it tells nothing of this card. Returns: (transfer full)
 */
typedef char *(*MakeKey) (Maker *maker, const ScrMapCard *card);

/* --- Keys --- */

static char *
make_identity_key (Maker *maker, const ScrMapCard *card)
{
  return g_strdup (scr_item_get_id (card->item));
}

static char *
make_title_key (Maker *maker, const ScrMapCard *card)
{
  g_autofree char *folded = scr_fold (card->title);

  return g_strdup_printf ("%d %s", card->sort, folded);
}

static const char *
get_class (const ScrMapCard *card)
{
  const char *kind = scr_item_get_kind (card->item)->name;

  if (strcmp (kind, "appointment") == 0)
    return scr_item_get_text (card->item, "role");
  return strcmp (kind, "organisation") == 0 || strcmp (kind, "group") == 0
             ? scr_item_get_text (card->item, "kind")
             : NULL;
}

static char *
make_class_key (Maker *maker, const ScrMapCard *card)
{
  const char *class = get_class (card);

  return class != NULL ? g_strdup_printf ("%d %s", card->sort, class) : NULL;
}

static char *
make_current_class_key (Maker *maker, const ScrMapCard *card)
{
  return card->phase == SCR_PHASE_IN_FORCE ? make_class_key (maker, card) : NULL;
}

/* A role on behalf of a kind of organisation: the health lead's match is the other's health lead. */
static char *
make_behalf_key (Maker *maker, const ScrMapCard *card)
{
  g_autoptr (ScrItem) organisation = NULL;
  g_autofree char *class = make_class_key (maker, card);

  if (class == NULL || strcmp (scr_item_get_kind (card->item)->name, "appointment") != 0)
    return NULL;
  organisation = scr_source_get_referred (maker->source, card->item, "organisation");
  if (organisation == NULL || scr_item_get_text (organisation, "kind") == NULL)
    return NULL;
  return g_strdup_printf ("%s %s", class, scr_item_get_text (organisation, "kind"));
}

/* --- Pairs --- */

static void
free_pair (gpointer data)
{
  ScrMapPair *pair = data;

  g_free (pair->how);
  g_free (pair);
}

static ScrMapPair *
add_pair (Maker *maker, guint what, int left, int right)
{
  ScrMapComparison *self = maker->comparison;
  ScrMapPair *pair = g_new0 (ScrMapPair, 1);

  pair->left = left;
  pair->right = right;
  pair->sameness = left < 0 ? SCR_ONLY_RIGHT : right < 0 ? SCR_ONLY_LEFT : SCR_SAME;
  if (left >= 0)
    self->of[what][0]->pdata[left] = pair;
  if (right >= 0)
    self->of[what][1]->pdata[right] = pair;
  g_ptr_array_add (what == CARDS ? self->cards : self->links, pair);
  return pair;
}

/* Key to index + 1 of the cards without a match; SEVERAL where a key is not one card's alone. */
static GHashTable *
index_by_key (Maker *maker, guint side, MakeKey make_key)
{
  const ScrMap *map = side == 0 ? maker->comparison->left : maker->comparison->right;
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < map->cards->len; i++)
    {
      char *key = maker->comparison->of[CARDS][side]->pdata[i] == NULL
                      ? make_key (maker, scr_map_get_card (map, i))
                      : NULL;

      if (key != NULL)
        g_hash_table_insert (index, key,
                             g_hash_table_contains (index, key) ? SEVERAL : GUINT_TO_POINTER (i + 1));
    }
  return index;
}

static void
match_cards (Maker *maker, MakeKey make_key)
{
  g_autoptr (GHashTable) left = index_by_key (maker, 0, make_key);
  g_autoptr (GHashTable) right = index_by_key (maker, 1, make_key);
  GHashTableIter iter;
  gpointer key, at;

  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &key, &at))
    {
      gpointer other = g_hash_table_lookup (right, key);

      if (at != SEVERAL && other != NULL && other != SEVERAL)
        add_pair (maker, CARDS, (int)GPOINTER_TO_UINT (at) - 1, (int)GPOINTER_TO_UINT (other) - 1);
    }
}

/* --- Differences in words --- */

/* Appends "Days a year: 24 (Bexley), 12 (Greenwich)". */
static void
tell (Maker *maker, GString *how, const char *label, const char *left, const char *right)
{
  /* TRANSLATORS: stands where nothing is recorded. */
  const char *nothing = scr_tr_context (maker->language, "no value", "—");

  if (how->len > 0)
    g_string_append (how, "; ");
  /* TRANSLATORS: a difference of two partnerships, or of two days: what it is about, then what it is in the
   * one, then in the other, each with the name of that side in brackets: "Days a year: 24 (Bexley), 12
   * (Greenwich)". */
  g_string_append_printf (how, scr_tr (maker->language, "%1$s: %2$s (%3$s), %4$s (%5$s)"), label,
                          *left != '\0' ? left : nothing, maker->names[0], *right != '\0' ? right : nothing,
                          maker->names[1]);
}

static const char *
get_phase_words (const ScrLanguage *language, ScrPhase phase)
{
  switch (phase)
    {
    case SCR_PHASE_ENDED:
      return scr_tr_context (language, "phase", "ended");
    case SCR_PHASE_NOT_YET:
      return scr_tr_context (language, "phase", "not yet");
    default:
      return scr_tr_context (language, "phase", "yes");
    }
}

static void
tell_phase (Maker *maker, GString *how, ScrPhase left, ScrPhase right)
{
  if (left != right)
    tell (maker, how, scr_tr (maker->language, "In force"), get_phase_words (maker->language, left),
          get_phase_words (maker->language, right));
}

/* @only_whether: what it is differs anyway, as days and names do; whether there is one counts. */
static void
tell_field (Maker *maker,
            GString *how,
            ScrItem *left,
            ScrItem *right,
            const char *field,
            gboolean only_whether)
{
  g_autofree char *a = scr_format_field (maker->language, maker->source, left, field);
  g_autofree char *b = scr_format_field (maker->language, maker->source, right, field);
  gboolean is_alike = only_whether ? (*a == '\0') == (*b == '\0') : strcmp (a, b) == 0;

  if (!is_alike)
    tell (maker, how, scr_tr (maker->language, scr_kind_get_field (scr_item_get_kind (left), field)->label),
          a, b);
}

static void
tell_fields (Maker *maker, GString *how, ScrItem *left, ScrItem *right)
{
  static const struct
  {
    const char *kind;
    const char *field;
    gboolean only_whether;
  } told[] = {
      {"organisation", "kind", FALSE},  {"organisation", "statutory", FALSE},
      {"organisation", "tiers", FALSE}, {"appointment", "role", FALSE},
      {"appointment", "days", FALSE},   {"appointment", "freedom_to_roam", FALSE},
      {"appointment", "until", TRUE},   {"appointment", "succeeds", TRUE},
      {"group", "kind", FALSE},         {"group", "quorum", FALSE},
  };

  if (left == right || scr_item_get_kind (left) != scr_item_get_kind (right))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strcmp (told[i].kind, scr_item_get_kind (left)->name) == 0)
      tell_field (maker, how, left, right, told[i].field, told[i].only_whether);
}

/* What is in force on one of two days only is there on that day only, although both maps draw it. */
static void
judge (ScrMapPair *pair, GString *how, gboolean is_one, ScrPhase left, ScrPhase right)
{
  if (how->len == 0)
    return;
  pair->sameness = SCR_DIFFERENT;
  if (is_one && left == SCR_PHASE_IN_FORCE && right != SCR_PHASE_IN_FORCE)
    pair->sameness = SCR_ONLY_LEFT;
  else if (is_one && right == SCR_PHASE_IN_FORCE && left != SCR_PHASE_IN_FORCE)
    pair->sameness = SCR_ONLY_RIGHT;
  pair->how = g_strdup (how->str);
}

static void
judge_cards (Maker *maker, ScrMapPair *pair)
{
  const ScrMapCard *left = scr_map_get_card (maker->comparison->left, (guint)pair->left);
  const ScrMapCard *right = scr_map_get_card (maker->comparison->right, (guint)pair->right);
  g_autoptr (GString) how = g_string_new (NULL);

  tell_phase (maker, how, left->phase, right->phase);
  tell_fields (maker, how, left->item, right->item);
  judge (pair, how, strcmp (scr_item_get_id (left->item), scr_item_get_id (right->item)) == 0, left->phase,
         right->phase);
}

static void
judge_links (Maker *maker, ScrMapPair *pair)
{
  const ScrMapLink *left = scr_map_get_link (maker->comparison->left, (guint)pair->left);
  const ScrMapLink *right = scr_map_get_link (maker->comparison->right, (guint)pair->right);
  g_autoptr (GString) how = g_string_new (NULL);

  if (strcmp (left->label, right->label) != 0)
    tell (maker, how, scr_tr (maker->language, "Link"), left->label, right->label);
  tell_phase (maker, how, left->phase, right->phase);
  tell_field (maker, how, left->item, right->item, "tier", FALSE);
  judge (pair, how, strcmp (scr_item_get_id (left->item), scr_item_get_id (right->item)) == 0, left->phase,
         right->phase);
}

/* --- Links --- */

/* The kind of link, and the pairs that its ends belong to; NULL where an end has no match. */
static char *
make_link_key (Maker *maker, guint side, const ScrMapLink *link)
{
  const GPtrArray *pairs = maker->comparison->of[CARDS][side];
  const ScrMapPair *from = g_ptr_array_index (pairs, link->from), *to = g_ptr_array_index (pairs, link->to);
  const char *kind = scr_item_get_text (link->item, "kind");

  if (from->left < 0 || from->right < 0 || to->left < 0 || to->right < 0)
    return NULL;
  return g_strdup_printf ("%s %d %d", kind != NULL ? kind : "", from->left, to->left);
}

static void
free_queue (gpointer data)
{
  g_queue_free (data);
}

/* Key to the queue of the right map's links that have it, as index + 1. */
static GHashTable *
index_links (Maker *maker)
{
  const ScrMap *map = maker->comparison->right;
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_queue);

  for (guint i = 0; i < map->links->len; i++)
    {
      char *key = make_link_key (maker, 1, scr_map_get_link (map, i));
      GQueue *queue = key != NULL ? g_hash_table_lookup (index, key) : NULL;

      if (key == NULL)
        continue;
      if (queue == NULL)
        g_hash_table_insert (index, g_strdup (key), queue = g_queue_new ());
      g_queue_push_tail (queue, GUINT_TO_POINTER (i + 1));
      g_free (key);
    }
  return index;
}

/* Of several that would do, itself; else one that says the same; else the first. */
static int
take_match (Maker *maker, GQueue *queue, const ScrMapLink *link)
{
  GList *best = queue != NULL ? queue->head : NULL;
  int index;

  if (best == NULL)
    return -1;
  for (GList *at = queue->head; at != NULL; at = at->next)
    {
      const ScrMapLink *other = scr_map_get_link (maker->comparison->right, GPOINTER_TO_UINT (at->data) - 1);

      if (strcmp (scr_item_get_id (other->item), scr_item_get_id (link->item)) == 0)
        {
          best = at;
          break;
        }
      if (best == queue->head && strcmp (other->label, link->label) == 0)
        best = at;
    }
  index = (int)GPOINTER_TO_UINT (best->data) - 1;
  g_queue_delete_link (queue, best);
  return index;
}

static void
pair_links (Maker *maker)
{
  const ScrMap *left = maker->comparison->left, *right = maker->comparison->right;
  g_autoptr (GHashTable) index = index_links (maker);

  for (guint i = 0; i < left->links->len; i++)
    {
      const ScrMapLink *link = scr_map_get_link (left, i);
      g_autofree char *key = make_link_key (maker, 0, link);
      int match = key != NULL ? take_match (maker, g_hash_table_lookup (index, key), link) : -1;
      ScrMapPair *pair = add_pair (maker, LINKS, (int)i, match);

      if (match >= 0)
        judge_links (maker, pair);
    }
  for (guint i = 0; i < right->links->len; i++)
    if (maker->comparison->of[LINKS][1]->pdata[i] == NULL)
      add_pair (maker, LINKS, -1, (int)i);
}

/* --- The comparison --- */

static GPtrArray *
new_of (guint length)
{
  GPtrArray *of = g_ptr_array_sized_new (length);

  g_ptr_array_set_size (of, (int)length);
  return of;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const ScrMapPair *const *first = a, *const *second = b;
  guint x = (guint)(*first)->left, y = (guint)(*second)->left;

  /* None, -1, is after all others. */
  if (x != y)
    return x < y ? -1 : 1;
  return (*first)->right - (*second)->right;
}

static void
pair_cards (Maker *maker)
{
  static const MakeKey keys[]
      = {make_identity_key, make_title_key, make_behalf_key, make_current_class_key, make_class_key};
  ScrMapComparison *self = maker->comparison;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    match_cards (maker, keys[i]);
  for (guint i = 0; i < self->cards->len; i++)
    judge_cards (maker, g_ptr_array_index (self->cards, i));
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->of[CARDS][side]->len; i++)
      if (self->of[CARDS][side]->pdata[i] == NULL)
        add_pair (maker, CARDS, side == 0 ? (int)i : -1, side == 1 ? (int)i : -1);
  g_ptr_array_sort (self->cards, compare_pairs);
}

/**
 * scr_map_compare:
 * @language: (nullable): what differences are told in
 * @source: the record
 * @left: a map
 * @left_name: what the left side is called: a partnership, or a day
 * @right: another map of the same record
 * @right_name: what the right side is called
 *
 * Returns: (transfer full): what is the same in both and what is not
 */
ScrMapComparison *
scr_map_compare (const ScrLanguage *language,
                 ScrSource *source,
                 const ScrMap *left,
                 const char *left_name,
                 const ScrMap *right,
                 const char *right_name)
{
  ScrMapComparison *self = g_new0 (ScrMapComparison, 1);
  Maker maker = {language, source, self, {left_name, right_name}};

  self->left = left;
  self->right = right;
  self->cards = g_ptr_array_new_with_free_func (free_pair);
  self->links = g_ptr_array_new_with_free_func (free_pair);
  self->of[CARDS][0] = new_of (left->cards->len);
  self->of[CARDS][1] = new_of (right->cards->len);
  self->of[LINKS][0] = new_of (left->links->len);
  self->of[LINKS][1] = new_of (right->links->len);
  pair_cards (&maker);
  pair_links (&maker);
  return self;
}

/**
 * scr_map_comparison_free:
 * @self: a comparison
 */
void
scr_map_comparison_free (ScrMapComparison *self)
{
  for (guint what = CARDS; what <= LINKS; what++)
    for (guint side = 0; side < 2; side++)
      g_ptr_array_unref (self->of[what][side]);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->cards);
  g_free (self);
}

/**
 * scr_map_comparison_get_card:
 * @self: a comparison
 * @on_right: of which map
 * @index: a card of that map
 *
 * Returns: (transfer none): the pair that the card is in
 */
const ScrMapPair *
scr_map_comparison_get_card (const ScrMapComparison *self, gboolean on_right, guint index)
{
  return g_ptr_array_index (self->of[CARDS][on_right ? 1 : 0], index);
}

/**
 * scr_map_comparison_get_link:
 * @self: a comparison
 * @on_right: of which map
 * @index: a link of that map
 *
 * Returns: (transfer none): the pair that the link is in
 */
const ScrMapPair *
scr_map_comparison_get_link (const ScrMapComparison *self, gboolean on_right, guint index)
{
  return g_ptr_array_index (self->of[LINKS][on_right ? 1 : 0], index);
}

/**
 * scr_map_comparison_count:
 * @self: a comparison
 *
 * Returns: how many cards and links are not the same in both
 */
guint
scr_map_comparison_count (const ScrMapComparison *self)
{
  guint count = 0;

  for (guint i = 0; i < self->cards->len; i++)
    count += ((const ScrMapPair *)g_ptr_array_index (self->cards, i))->sameness != SCR_SAME;
  for (guint i = 0; i < self->links->len; i++)
    count += ((const ScrMapPair *)g_ptr_array_index (self->links, i))->sameness != SCR_SAME;
  return count;
}

/**
 * scr_sameness_dup_words:
 * @language: (nullable): a language
 * @sameness: how two sides compare
 * @left_name: what the left side is called
 * @right_name: what the right side is called
 *
 * Returns: (transfer full): it in words
 */
char *
scr_sameness_dup_words (const ScrLanguage *language,
                        ScrSameness sameness,
                        const char *left_name,
                        const char *right_name)
{
  switch (sameness)
    {
    case SCR_SAME:
      return g_strdup (scr_tr_context (language, "comparison", "Same"));
    case SCR_DIFFERENT:
      return g_strdup (scr_tr_context (language, "comparison", "Different"));
    default:
      /* TRANSLATORS: %s is a partnership, or a day. */
      return g_strdup_printf (scr_tr (language, "Only in %s"),
                              sameness == SCR_ONLY_LEFT ? left_name : right_name);
    }
}
