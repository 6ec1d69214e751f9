/* The partnership map on a day. See the header. */
#include "config.h"

#include "scr-map-private.h"

#include "scr-format.h"

#include <string.h>

/* --- Rules --- */

/**
 * scr_phase_at:
 * @from: (nullable): the first day
 * @until: (nullable): the day from which it is no more: the new begins on the day on which the old ends
 * @day: the day that is asked about
 *
 * Returns: whether it is in force on @day, over, or not yet in force
 */
ScrPhase
scr_phase_at (const char *from, const char *until, const char *day)
{
  if (from != NULL && strcmp (day, from) < 0)
    return SCR_PHASE_NOT_YET;
  if (until != NULL && strcmp (day, until) >= 0)
    return SCR_PHASE_ENDED;
  return SCR_PHASE_IN_FORCE;
}

static ScrLinkState
get_link_state (ScrItem *link)
{
  const char *state = scr_item_get_text (link, "state");

  if (g_strcmp0 (state, "link-state.missing") == 0)
    return SCR_LINK_MISSING;
  return g_strcmp0 (state, "link-state.partial") == 0 ? SCR_LINK_PARTIAL : SCR_LINK_IN_PLACE;
}

static ScrCardSort
get_card_sort (const char *kind)
{
  if (strcmp (kind, "organisation") == 0)
    return SCR_CARD_ORGANISATION;
  if (strcmp (kind, "group") == 0)
    return SCR_CARD_GROUP;
  return strcmp (kind, "partnership") == 0 ? SCR_CARD_PARTNERSHIP : SCR_CARD_PERSON;
}

/* A word of a list that is separated by spaces. */
static gboolean
is_listed (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *found = list; found != NULL && (found = strstr (found, word)) != NULL; found += length)
    if ((found == list || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
      return TRUE;
  return FALSE;
}

/* --- Words --- */

static const char *
get_text_if_any (ScrItem *item, const char *field)
{
  return scr_kind_get_field (scr_item_get_kind (item), field) != NULL ? scr_item_get_text (item, field)
                                                                      : NULL;
}

static guint
count_tiers (ScrItem *organisation)
{
  const char *tiers = scr_item_get_text (organisation, "tiers");
  guint count = 0;

  if (tiers == NULL)
    return 0;
  for (const char *at = tiers; at != NULL; at = strchr (at, ';'))
    {
      at += strspn (at, "; ");
      count += *at != '\0' ? 1 : 0;
    }
  return count;
}

/* What is told beside the kind; NULL if there is nothing. */
static char *
describe_card (ScrMapMaker *maker, const ScrMapCard *card)
{
  const ScrLanguage *language = maker->language;
  g_autofree char *day = NULL;

  if (card->phase == SCR_PHASE_ENDED)
    /* TRANSLATORS: %.4s is a year: on a card of the map, after its kind. */
    return g_strdup_printf (scr_tr (language, "ended %.4s"), card->until);
  if (card->phase == SCR_PHASE_NOT_YET)
    {
      day = scr_format_day (language, card->from, SCR_DAY_LONG);
      /* TRANSLATORS: %s is a day: on a card of the map, after its kind: not yet in force. */
      return g_strdup_printf (scr_tr (language, "from %s"), day);
    }
  if (card->sort == SCR_CARD_ORGANISATION && count_tiers (card->item) > 1)
    return g_strdup_printf (scr_tr_plural (language, "%u tier", "%u tiers", count_tiers (card->item)),
                            count_tiers (card->item));
  if (g_strcmp0 (scr_item_get_kind (card->item)->name, "appointment") == 0)
    {
      g_autofree char *role = scr_format_field (language, maker->source, card->item, "role");

      if (role != NULL && g_strcmp0 (role, card->title) != 0)
        return g_steal_pointer (&role);
    }
  if (card->from == NULL || card->sort == SCR_CARD_PARTNERSHIP)
    return NULL;
  day = scr_format_day (language, card->from, SCR_DAY_MONTH);
  /* TRANSLATORS: %s is a month: on a card of the map, after its kind. */
  return g_strdup_printf (scr_tr (language, "since %s"), day);
}

static const char *
get_sort_word (const ScrLanguage *language, ScrCardSort sort)
{
  switch (sort)
    {
    case SCR_CARD_ORGANISATION:
      return scr_tr (language, "Organisation");
    case SCR_CARD_GROUP:
      return scr_tr (language, "Group");
    case SCR_CARD_PARTNERSHIP:
      return scr_tr (language, "Partnership");
    default:
      return scr_tr (language, "Person");
    }
}

static char *
make_detail (ScrMapMaker *maker, const ScrMapCard *card)
{
  g_autofree char *more = describe_card (maker, card);

  if (more == NULL)
    return g_strdup (get_sort_word (maker->language, card->sort));
  /* TRANSLATORS: two short facts on one line. */
  return g_strdup_printf (scr_tr (maker->language, "%1$s · %2$s"),
                          get_sort_word (maker->language, card->sort), more);
}

static char *
make_label (ScrMapMaker *maker, ScrItem *link)
{
  const char *own = scr_item_get_text (link, "label");
  g_autofree char *words
      = own != NULL ? g_strdup (own) : scr_format_field (maker->language, maker->source, link, "kind");

  switch (get_link_state (link))
    {
    case SCR_LINK_PARTIAL:
      /* TRANSLATORS: %s is a link on the map, as in "accountable to: partial". */
      return g_strdup_printf (scr_tr (maker->language, "%s: partial"), words);
    case SCR_LINK_MISSING:
      /* TRANSLATORS: %s is a link on the map, as in "annual report: missing". */
      return g_strdup_printf (scr_tr (maker->language, "%s: missing"), words);
    default:
      return g_steal_pointer (&words);
    }
}

/* --- Cards and links --- */

static void
free_card (gpointer data)
{
  ScrMapCard *card = data;

  g_object_unref (card->item);
  g_free (card->title);
  g_free (card->detail);
  g_free (card->from);
  g_free (card->until);
  g_array_unref (card->links);
  g_free (card);
}

static void
free_link (gpointer data)
{
  ScrMapLink *link = data;

  g_object_unref (link->item);
  g_free (link->label);
  g_free (link);
}

static guint
count_gaps (ScrMapMaker *maker, ScrItem *item)
{
  GHashTable *gaps = maker->query->gaps;

  return gaps != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (gaps, scr_item_get_id (item))) : 0;
}

static guint
add_card (ScrMapMaker *maker, ScrItem *item)
{
  ScrMapCard *card = g_new0 (ScrMapCard, 1);

  card->item = g_object_ref (item);
  card->sort = get_card_sort (scr_item_get_kind (item)->name);
  card->from = g_strdup (get_text_if_any (item, "from"));
  card->until = g_strdup (get_text_if_any (item, "until"));
  card->phase = scr_phase_at (card->from, card->until, maker->query->day);
  card->title = scr_format_title (maker->language, maker->source, item);
  card->detail = make_detail (maker, card);
  card->links = g_array_new (FALSE, FALSE, sizeof (guint));
  card->n_gaps = count_gaps (maker, item);
  g_ptr_array_add (maker->map->cards, card);
  g_hash_table_insert (maker->map->index, (gpointer)scr_item_get_id (item),
                       GUINT_TO_POINTER (maker->map->cards->len));
  return maker->map->cards->len - 1;
}

static gboolean
wants_card (ScrMapMaker *maker, ScrItem *item)
{
  const char *kind = scr_item_get_kind (item)->name;

  if (scr_item_is_deleted (item)
      || is_listed (maker->query->hidden_cards, strcmp (kind, "person") == 0 ? "appointment" : kind))
    return FALSE;
  return !maker->query->hide_ended
         || scr_phase_at (NULL, get_text_if_any (item, "until"), maker->query->day) != SCR_PHASE_ENDED;
}

/* The card of what a link names: a person or a partnership becomes one by that. */
static int
find_or_add_end (ScrMapMaker *maker, ScrItem *link, const char *field)
{
  const char *id = scr_item_get_text (link, field);
  int index = id != NULL ? scr_map_find_card (maker->map, id) : -1;
  g_autoptr (ScrItem) item = NULL;

  if (index >= 0 || id == NULL)
    return index;
  item = scr_source_get_referred (maker->source, link, field);
  if (item == NULL || !wants_card (maker, item))
    return -1;
  return (int)add_card (maker, item);
}

static void
add_link (ScrMapMaker *maker, ScrItem *item)
{
  ScrMapLink *link;
  int from = find_or_add_end (maker, item, "from_card");
  int to = from >= 0 ? find_or_add_end (maker, item, "to_card") : -1;
  guint index = maker->map->links->len;
  ScrMapCard *a, *b;

  if (to < 0)
    return;
  link = g_new0 (ScrMapLink, 1);
  link->item = g_object_ref (item);
  link->from = (guint)from;
  link->to = (guint)to;
  link->label = make_label (maker, item);
  link->state = get_link_state (item);
  link->n_gaps = count_gaps (maker, item);
  a = scr_map_get_card (maker->map, link->from);
  b = scr_map_get_card (maker->map, link->to);
  link->phase
      = scr_phase_at (scr_item_get_text (item, "from"), scr_item_get_text (item, "until"), maker->query->day);
  /* What succeeds something stands although the other has ended. */
  if (link->phase == SCR_PHASE_IN_FORCE && a->phase != SCR_PHASE_IN_FORCE)
    link->phase = a->phase;
  if (link->phase == SCR_PHASE_IN_FORCE && b->phase != SCR_PHASE_IN_FORCE
      && g_strcmp0 (scr_item_get_text (item, "kind"), "link-kind.succeeds") != 0)
    link->phase = b->phase;
  g_ptr_array_add (maker->map->links, link);
  g_array_append_val (a->links, index);
  a->n_gaps += link->n_gaps;
  if (a == b)
    return;
  g_array_append_val (b->links, index);
  b->n_gaps += link->n_gaps;
}

/* A link of no partnership belongs to the map of one if an end of it does. */
static gboolean
wants_link (ScrMapMaker *maker, ScrItem *link)
{
  const char *partnership = maker->query->partnership;
  const char *const ends[] = {scr_item_get_text (link, "from_card"), scr_item_get_text (link, "to_card")};

  if (is_listed (maker->query->hidden_links,
                 scr_item_get_text (link, "kind") != NULL ? scr_item_get_text (link, "kind") : "-"))
    return FALSE;
  if (maker->query->hide_ended
      && scr_phase_at (NULL, scr_item_get_text (link, "until"), maker->query->day) == SCR_PHASE_ENDED)
    return FALSE;
  if (partnership == NULL || g_strcmp0 (scr_item_get_text (link, "partnership"), partnership) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] != NULL
        && (strcmp (ends[i], partnership) == 0 || g_hash_table_contains (maker->own, ends[i])))
      return TRUE;
  return FALSE;
}

/* Adds what belongs to the partnership; sets aside what is shared until a tie asks for it. */
static void
add_cards_of (ScrMapMaker *maker, const char *kind)
{
  const ScrQuery query = {.kind = kind, .partnership = maker->query->partnership};
  g_autoptr (GPtrArray) items = scr_source_list (maker->source, &query);

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      if (maker->query->partnership != NULL && scr_item_get_text (item, "partnership") == NULL)
        {
          g_hash_table_insert (maker->shared, (gpointer)scr_item_get_id (item), g_object_ref (item));
          continue;
        }
      g_hash_table_add (maker->own, g_strdup (scr_item_get_id (item)));
      if (wants_card (maker, item))
        add_card (maker, item);
    }
}

static void
add_links (ScrMapMaker *maker)
{
  const ScrQuery query = {.kind = "link", .partnership = maker->query->partnership};
  g_autoptr (GPtrArray) items = scr_source_list (maker->source, &query);

  for (guint i = 0; i < items->len; i++)
    if (wants_link (maker, g_ptr_array_index (items, i)))
      add_link (maker, g_ptr_array_index (items, i));
}

/* A shared organisation that is a member of a group of this map, a shared group that has a member here. */
static void
add_shared_by_membership (ScrMapMaker *maker)
{
  const ScrQuery query = {.kind = "membership"};
  g_autoptr (GPtrArray) items = NULL;

  if (g_hash_table_size (maker->shared) == 0)
    return;
  items = scr_source_list (maker->source, &query);
  for (guint i = 0; i < items->len; i++)
    {
      const char *const ends[] = {scr_item_get_text (g_ptr_array_index (items, i), "group"),
                                  scr_item_get_text (g_ptr_array_index (items, i), "member")};

      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        {
          ScrItem *shared = ends[k] != NULL ? g_hash_table_lookup (maker->shared, ends[k]) : NULL;

          if (shared != NULL && ends[1 - k] != NULL && g_hash_table_contains (maker->own, ends[1 - k])
              && scr_map_find_card (maker->map, ends[k]) < 0 && wants_card (maker, shared))
            add_card (maker, shared);
        }
    }
}

static ScrMap *
new_empty (const char *day)
{
  ScrMap *self = g_new0 (ScrMap, 1);

  self->day = g_strdup (day);
  self->cards = g_ptr_array_new_with_free_func (free_card);
  self->links = g_ptr_array_new_with_free_func (free_link);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * scr_map_new:
 * @language: (nullable): what it is told in
 * @source: the record
 * @query: what is wanted
 *
 * Returns: (transfer full): the map. Cards that the record keeps no place for stand where
 * scr_map_place_rest() put them, or at 0, 0 before it
 */
ScrMap *
scr_map_new (const ScrLanguage *language, ScrSource *source, const ScrMapQuery *query)
{
  ScrMap *map = new_empty (query->day);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) shared = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  ScrMapMaker maker = {language, source, query, map, own, shared};

  g_return_val_if_fail (query->day != NULL, map);
  add_cards_of (&maker, "organisation");
  add_cards_of (&maker, "appointment");
  add_cards_of (&maker, "group");
  add_links (&maker);
  if (query->partnership != NULL)
    add_shared_by_membership (&maker);
  if (query->around != NULL || query->gaps_only)
    scr_map_narrow (map, query);
  scr_map_take_places (map, source, query->partnership,
                       query->layout != NULL ? query->layout : SCR_LAYOUT_HIERARCHY);
  return map;
}

/**
 * scr_map_free:
 * @self: a map
 */
void
scr_map_free (ScrMap *self)
{
  g_free (self->day);
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->cards);
  g_free (self);
}

/**
 * scr_map_find_card:
 * @self: a map
 * @id: (nullable): an identity
 *
 * Returns: the index of that card, -1 if the map has none
 */
int
scr_map_find_card (const ScrMap *self, const char *id)
{
  return id != NULL ? (int)GPOINTER_TO_UINT (g_hash_table_lookup (self->index, id)) - 1 : -1;
}

/**
 * scr_map_find_link:
 * @self: a map
 * @id: (nullable): an identity
 *
 * Returns: the index of that link, -1 if the map has none
 */
int
scr_map_find_link (const ScrMap *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->links->len; i++)
    if (strcmp (scr_item_get_id (scr_map_get_link (self, i)->item), id) == 0)
      return (int)i;
  return -1;
}
