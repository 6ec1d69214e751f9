/* Gaps: what is on the map, read once and indexed. See scr-gaps-private.h. */
#include "config.h"

#include "scr-day.h"
#include "scr-gaps-private.h"

#include <string.h>

/* What stands for no partnership in a key. */
#define ALL ""

/* "first/second"; NULL is all. */
char *
scr_gaps_make_key (const char *first, const char *second)
{
  return g_strconcat (first, "/", second != NULL ? second : ALL, NULL);
}

/* Whether two partnerships have to do with each other: the same, or one of them is all. */
gboolean
scr_gaps_is_of (const char *partnership, const char *other)
{
  return partnership == NULL || other == NULL || strcmp (partnership, other) == 0;
}

/* Whether something with a first and a last day is in force on the day. */
gboolean
scr_gaps_is_in_force (ScrGapsMaker *maker, ScrItem *item)
{
  return scr_day_is_within (maker->day, scr_item_get_text (item, "from"), scr_item_get_text (item, "until"));
}

/* (nullable) (transfer none): a card of a kind; NULL for what is no such card. */
ScrItem *
scr_gaps_get_card (ScrGapsMaker *maker, const char *id, const char *kind)
{
  ScrItem *card = id != NULL ? g_hash_table_lookup (maker->by_id, id) : NULL;

  return card != NULL && strcmp (scr_item_get_kind (card)->name, kind) == 0 ? card : NULL;
}

/* People and partnerships have no days of their own. */
gboolean
scr_gaps_is_card_in_force (ScrGapsMaker *maker, const char *id)
{
  ScrItem *card = id != NULL ? g_hash_table_lookup (maker->by_id, id) : NULL;

  return card == NULL || strcmp (scr_item_get_kind (card)->name, "partnership") == 0
         || scr_gaps_is_in_force (maker, card);
}

gboolean
scr_gaps_has_role (ScrItem *appointment, const char *const *roles)
{
  const char *role = scr_item_get_text (appointment, "role");

  return role != NULL && g_strv_contains (roles, role);
}

/* Leads a statutory partner's part, itself or with its authority, and does not only stand in. */
gboolean
scr_gaps_is_lead (ScrItem *appointment)
{
  const char *const roles[] = {"role.lead-partner", "role.delegated-partner", NULL};

  return scr_gaps_has_role (appointment, roles) && scr_item_get_text (appointment, "substitutes") == NULL;
}

gboolean
scr_gaps_is_scrutineer (ScrItem *appointment)
{
  const char *const roles[] = {"role.scrutineer", NULL};

  return scr_gaps_has_role (appointment, roles);
}

/* In no order: sorting thousands costs more than reading them. */
static GPtrArray *
list (ScrGapsMaker *maker, const char *kind, gboolean are_cards)
{
  const ScrQuery query = {.kind = kind, .order = ""};
  GPtrArray *items = scr_source_list (maker->source, &query);

  for (guint i = 0; are_cards && i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (maker->by_id, (gpointer)scr_item_get_id (item), item);
    }
  return items;
}

/* Those items of a kind where a field holds one of some choices; each once. */
static GPtrArray *
list_some (ScrGapsMaker *maker, const char *kind, const ScrCondition *conditions, guint n_conditions)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *some = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_conditions; i++)
    {
      const ScrQuery query = {.kind = kind, .conditions = {conditions[i]}, .order = ""};
      g_autoptr (GPtrArray) items = scr_source_list (maker->source, &query);

      for (guint k = 0; k < items->len; k++)
        {
          ScrItem *item = g_ptr_array_index (items, k);

          if (g_hash_table_add (seen, (gpointer)scr_item_get_id (item)))
            g_ptr_array_add (some, g_object_ref (item));
        }
    }
  return some;
}

/* Most links say nothing to any rule. */
static GPtrArray *
list_links (ScrGapsMaker *maker)
{
  const ScrCondition conditions[] = {
      {"state", SCR_IS, "link-state.missing", 0},    {"state", SCR_IS, "link-state.partial", 0},
      {"kind", SCR_IS, "link-kind.chairs", 0},       {"kind", SCR_IS, "link-kind.reports-to", 0},
      {"kind", SCR_IS, "link-kind.escalates-to", 0},
  };

  return list_some (maker, "link", conditions, G_N_ELEMENTS (conditions));
}

static GPtrArray *
list_chairs (ScrGapsMaker *maker)
{
  const ScrCondition conditions[] = {
      {"capacity", SCR_IS, "capacity.chair", 0},
      {"capacity", SCR_IS, "capacity.co-chair", 0},
  };

  return list_some (maker, "membership", conditions, G_N_ELEMENTS (conditions));
}

static void
index_leads (ScrGapsMaker *maker)
{
  for (guint i = 0; i < maker->appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (maker->appointments, i);
      const char *organisation = scr_item_get_text (appointment, "organisation");
      char *key;

      if (organisation == NULL || !scr_gaps_is_lead (appointment)
          || !scr_gaps_is_in_force (maker, appointment))
        continue;
      key = scr_gaps_make_key (organisation, scr_item_get_text (appointment, "partnership"));
      g_hash_table_insert (maker->leads, key,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (maker->leads, key)) + 1));
    }
}

static guint
get_leads (ScrGapsMaker *maker, const char *organisation, const char *partnership)
{
  g_autofree char *key = scr_gaps_make_key (organisation, partnership);

  return GPOINTER_TO_UINT (g_hash_table_lookup (maker->leads, key));
}

/* How many lead for an organisation in a partnership; who is appointed in all leads in each. */
guint
scr_gaps_count_leads (ScrGapsMaker *maker, const char *organisation, const char *partnership)
{
  guint everywhere = get_leads (maker, organisation, NULL);

  return partnership != NULL ? everywhere + get_leads (maker, organisation, partnership) : everywhere;
}

static void
index_begun (ScrGapsMaker *maker)
{
  for (guint i = 0; i < maker->arrangements->len; i++)
    {
      ScrItem *arrangement = g_ptr_array_index (maker->arrangements, i);
      const char *partnership = scr_item_get_text (arrangement, "partnership");
      gboolean begun = scr_gap_rule_begun (scr_item_get_text (arrangement, "state"),
                                           scr_item_get_text (arrangement, "effective"),
                                           scr_item_get_text (arrangement, "ended"), maker->day);

      if (partnership != NULL && (begun || !g_hash_table_contains (maker->begun, partnership)))
        g_hash_table_insert (maker->begun, (gpointer)partnership, GINT_TO_POINTER (begun));
    }
}

/* Whether a partnership works on the day, as far as is known: it may have no arrangement on record. */
gboolean
scr_gaps_has_begun (ScrGapsMaker *maker, const char *partnership)
{
  gpointer begun;

  return partnership == NULL || !g_hash_table_lookup_extended (maker->begun, partnership, NULL, &begun)
         || GPOINTER_TO_INT (begun);
}

static void
index_chaired (ScrGapsMaker *maker)
{
  for (guint i = 0; i < maker->links->len; i++)
    {
      ScrItem *link = g_ptr_array_index (maker->links, i);
      const char *group = scr_item_get_text (link, "to_card");

      /* One that is missing or partial is told of as such. */
      if (group != NULL && g_strcmp0 (scr_item_get_text (link, "kind"), "link-kind.chairs") == 0
          && scr_gaps_is_in_force (maker, link)
          && scr_gaps_is_card_in_force (maker, scr_item_get_text (link, "from_card")))
        g_hash_table_add (maker->chaired, (gpointer)group);
    }
  for (guint i = 0; i < maker->chairs->len; i++)
    {
      ScrItem *membership = g_ptr_array_index (maker->chairs, i);
      const char *group = scr_item_get_text (membership, "group");

      if (group != NULL && scr_gaps_is_in_force (maker, membership)
          && scr_gaps_is_card_in_force (maker, scr_item_get_text (membership, "member")))
        g_hash_table_add (maker->chaired, (gpointer)group);
    }
}

/* Reads what is on the map. Lists that only one rule needs are read there. */
void
scr_gaps_read (ScrGapsMaker *maker)
{
  maker->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  maker->begun = g_hash_table_new (g_str_hash, g_str_equal);
  maker->leads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  maker->chaired = g_hash_table_new (g_str_hash, g_str_equal);
  maker->by_about
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  maker->partnerships = list (maker, "partnership", TRUE);
  maker->organisations = list (maker, "organisation", TRUE);
  maker->groups = list (maker, "group", TRUE);
  maker->appointments = list (maker, "appointment", TRUE);
  maker->chairs = list_chairs (maker);
  maker->links = list_links (maker);
  maker->arrangements = list (maker, "arrangement", FALSE);
  index_begun (maker);
  index_leads (maker);
  index_chaired (maker);
}

void
scr_gaps_forget (ScrGapsMaker *maker)
{
  g_hash_table_unref (maker->by_about);
  g_hash_table_unref (maker->chaired);
  g_hash_table_unref (maker->begun);
  g_hash_table_unref (maker->leads);
  g_hash_table_unref (maker->by_id);
  g_ptr_array_unref (maker->arrangements);
  g_ptr_array_unref (maker->links);
  g_ptr_array_unref (maker->chairs);
  g_ptr_array_unref (maker->appointments);
  g_ptr_array_unref (maker->groups);
  g_ptr_array_unref (maker->organisations);
  g_ptr_array_unref (maker->partnerships);
}
