/* Gaps: links that are missing or partial, and to whom reports and concerns go. */
#include "config.h"

#include "scr-gaps-private.h"

#include <string.h>

/* --- Links --- */

static char *
describe_link (ScrGapsMaker *maker, ScrItem *link, const char *rule)
{
  const char *label = scr_item_get_text (link, "label");
  const char *tier = scr_item_get_text (link, "tier");

  if (label != NULL && tier != NULL)
    return g_strdup_printf ("%s · %s", label, tier);
  if (label != NULL || tier != NULL)
    return g_strdup (label != NULL ? label : tier);
  return g_strdup (strcmp (rule, SCR_GAP_MISSING_LINK) == 0
                       ? scr_tr (maker->language, "It is needed, and is not there.")
                       : scr_tr (maker->language, "It is there in part, or on paper only."));
}

static void
tell_link (ScrGapsMaker *maker, ScrGapFound *found, ScrItem *link)
{
  g_autofree char *from = scr_format_field (maker->language, maker->source, link, "from_card");
  g_autofree char *kind = scr_format_field (maker->language, maker->source, link, "kind");
  g_autofree char *to = scr_format_field (maker->language, maker->source, link, "to_card");

  found->title = g_strdup_printf (strcmp (found->rule, SCR_GAP_MISSING_LINK) == 0
                                      /* TRANSLATORS: a card, the kind of link, another card: "Missing: Police
                                         lead, accountable to, Police" */
                                      ? scr_tr (maker->language, "Missing: %s, %s, %s")
                                      /* TRANSLATORS: a card, the kind of link, another card: "Partial: Police
                                         lead, accountable to, Police" */
                                      : scr_tr (maker->language, "Partial: %s, %s, %s"),
                                  from, kind, to);
  found->detail = describe_link (maker, link, found->rule);
}

static gboolean
is_link_in_force (ScrGapsMaker *maker, ScrItem *link)
{
  return scr_gaps_is_in_force (maker, link)
         && scr_gaps_is_card_in_force (maker, scr_item_get_text (link, "from_card"))
         && scr_gaps_is_card_in_force (maker, scr_item_get_text (link, "to_card"));
}

void
scr_gaps_add_links (ScrGapsMaker *maker)
{
  for (guint i = 0; i < maker->links->len; i++)
    {
      ScrItem *link = g_ptr_array_index (maker->links, i);
      const char *rule
          = scr_gap_rule_link (scr_item_get_text (link, "state"), is_link_in_force (maker, link));
      ScrGapFound *found;

      if (rule == NULL)
        continue;
      found = scr_gaps_add (maker, rule, link, scr_item_get_text (link, "partnership"));
      if (maker->with_words)
        tell_link (maker, found, link);
    }
}

/* --- To whom reports and concerns go --- */

/* What is known of the ways to statutory partners: "organisation/partnership" to the tiers that are reached.
 */
typedef struct
{
  ScrGapsMaker *maker;
  GHashTable *reports;
  GHashTable *concerns;
  GHashTable *in_group; /* group to the organisations (element-type ScrItem) (borrowed) of its members */
} Ways;

static void
add_tier (GHashTable *table, const char *organisation, const char *partnership, const char *tier)
{
  char *key = scr_gaps_make_key (organisation, partnership);
  GPtrArray *tiers = g_hash_table_lookup (table, key);

  if (tiers == NULL)
    {
      tiers = g_ptr_array_new ();
      g_hash_table_insert (table, key, tiers);
    }
  else
    g_free (key);
  g_ptr_array_add (tiers, (gpointer)(tier != NULL ? tier : ""));
}

/* (nullable): the organisation that a member of a group leads, or is. */
static ScrItem *
find_member_organisation (ScrGapsMaker *maker, const char *member)
{
  ScrItem *appointment = scr_gaps_get_card (maker, member, "appointment");

  if (appointment == NULL)
    return scr_gaps_get_card (maker, member, "organisation");
  if (!scr_gaps_is_lead (appointment) || !scr_gaps_is_in_force (maker, appointment))
    return NULL;
  return scr_gaps_get_card (maker, scr_item_get_text (appointment, "organisation"), "organisation");
}

/* The organisations that the members of a group speak for. */
static GPtrArray *
list_in_group (Ways *ways, const char *group)
{
  ScrGapsMaker *maker = ways->maker;
  GPtrArray *organisations = g_hash_table_lookup (ways->in_group, group);
  g_autoptr (GPtrArray) memberships = NULL;

  if (organisations != NULL)
    return organisations;
  organisations = g_ptr_array_new ();
  g_hash_table_insert (ways->in_group, (gpointer)group, organisations);
  memberships = scr_source_list_by (maker->source, "membership", "group", group);
  for (guint i = 0; i < memberships->len; i++)
    {
      ScrItem *membership = g_ptr_array_index (memberships, i);
      ScrItem *organisation = find_member_organisation (maker, scr_item_get_text (membership, "member"));

      if (organisation != NULL && scr_gaps_is_in_force (maker, membership))
        g_ptr_array_add (organisations, organisation);
    }
  return organisations;
}

static void
add_person (Ways *ways, GHashTable *table, const char *id, const char *partnership, const char *tier)
{
  g_autoptr (ScrItem) person = scr_source_get (ways->maker->source, "person", id);
  const char *organisation = person != NULL ? scr_item_get_text (person, "organisation") : NULL;
  ScrItem *card = scr_gaps_get_card (ways->maker, organisation, "organisation");

  /* The card's own identity lives as long as the maker. */
  if (card != NULL)
    add_tier (table, scr_item_get_id (card), partnership, tier);
}

static void
add_group (Ways *ways, GHashTable *table, const char *group, const char *partnership, const char *tier)
{
  GPtrArray *organisations = list_in_group (ways, group);

  for (guint i = 0; i < organisations->len; i++)
    add_tier (table, scr_item_get_id (g_ptr_array_index (organisations, i)), partnership, tier);
}

/* A way to @to: the partner itself, somebody who acts for it, or a group where its lead sits. */
static void
add_way (Ways *ways, GHashTable *table, const char *to, const char *partnership, const char *tier)
{
  ScrItem *card = to != NULL ? g_hash_table_lookup (ways->maker->by_id, to) : NULL;
  const char *kind = card != NULL ? scr_item_get_kind (card)->name : "";
  const char *organisation;

  if (to == NULL)
    return;
  if (card == NULL)
    add_person (ways, table, to, partnership, tier);
  else if (strcmp (kind, "organisation") == 0)
    add_tier (table, to, partnership, tier);
  else if (strcmp (kind, "group") == 0)
    add_group (ways, table, scr_item_get_id (card), partnership, tier);
  else if (strcmp (kind, "appointment") == 0)
    {
      organisation = scr_item_get_text (card, "organisation");
      if (organisation != NULL)
        add_tier (table, organisation, partnership, tier);
    }
}

/* Whether a link comes from the scrutineer, as an appointment or as its person, or from the partnership
 * itself. */
static gboolean
comes_from_scrutiny (ScrGapsMaker *maker, GHashTable *people, ScrItem *link, const char **partnership)
{
  const char *from = scr_item_get_text (link, "from_card");
  ScrItem *appointment = scr_gaps_get_card (maker, from, "appointment");

  *partnership = scr_item_get_text (link, "partnership");
  if (from == NULL)
    return FALSE;
  if (appointment != NULL)
    {
      *partnership = scr_item_get_text (appointment, "partnership");
      return scr_gaps_is_scrutineer (appointment);
    }
  if (scr_gaps_get_card (maker, from, "partnership") != NULL)
    {
      *partnership = from;
      return TRUE;
    }
  return g_hash_table_contains (people, from);
}

static GHashTable *
list_people_who_scrutinise (ScrGapsMaker *maker)
{
  GHashTable *people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < maker->appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (maker->appointments, i);
      const char *person = scr_item_get_text (appointment, "person");

      if (person != NULL && scr_gaps_is_scrutineer (appointment) && scr_gaps_is_in_force (maker, appointment))
        g_hash_table_add (people, (gpointer)person);
    }
  return people;
}

/* Where reports go, concerns go too. A link that is missing or partial is told of as such, and not twice. */
static void
add_ways_by_link (Ways *ways)
{
  ScrGapsMaker *maker = ways->maker;
  g_autoptr (GHashTable) people = list_people_who_scrutinise (maker);

  for (guint i = 0; i < maker->links->len; i++)
    {
      ScrItem *link = g_ptr_array_index (maker->links, i);
      const char *kind = scr_item_get_text (link, "kind");
      gboolean reports = g_strcmp0 (kind, "link-kind.reports-to") == 0;
      const char *to = scr_item_get_text (link, "to_card");
      const char *tier = scr_item_get_text (link, "tier");
      const char *partnership;

      if ((!reports && g_strcmp0 (kind, "link-kind.escalates-to") != 0) || !is_link_in_force (maker, link)
          || !comes_from_scrutiny (maker, people, link, &partnership))
        continue;
      if (reports)
        add_way (ways, ways->reports, to, partnership, tier);
      add_way (ways, ways->concerns, to, partnership, tier);
    }
}

/* A yearly report that was sent was received. */
static void
add_ways_by_report (Ways *ways, GPtrArray *submissions)
{
  for (guint i = 0; i < submissions->len; i++)
    {
      ScrItem *submission = g_ptr_array_index (submissions, i);
      g_autoptr (ScrItem) report = scr_source_get_referred (ways->maker->source, submission, "report");
      const char *kind = report != NULL ? scr_item_get_text (report, "kind") : NULL;
      const char *of = report != NULL ? scr_item_get_text (report, "partnership") : NULL;

      if (report != NULL && g_strcmp0 (kind, "annual") == 0)
        add_way (ways, ways->reports, scr_item_get_text (submission, "to"), of, NULL);
    }
}

static void
append_tiers (GPtrArray *reached, GHashTable *table, const char *organisation, const char *partnership)
{
  g_autofree char *key = scr_gaps_make_key (organisation, partnership);
  GPtrArray *tiers = g_hash_table_lookup (table, key);

  for (guint i = 0; tiers != NULL && i < tiers->len; i++)
    g_ptr_array_add (reached, g_ptr_array_index (tiers, i));
}

/* (nullable): the tiers of a partner that nothing in @table reaches in a partnership. */
static GStrv
list_missed (GHashTable *table, ScrItem *organisation, const char *partnership)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();
  const char *id = scr_item_get_id (organisation);

  append_tiers (reached, table, id, NULL);
  if (partnership != NULL)
    append_tiers (reached, table, id, partnership);
  g_ptr_array_add (reached, NULL);
  return scr_gap_rule_receiver (scr_item_get_text (organisation, "tiers"),
                                (const char *const *)reached->pdata);
}

static void
add_missed (Ways *ways,
            ScrItem *organisation,
            const char *partnership,
            GStrv missed,
            gboolean reports,
            gboolean concerns)
{
  ScrGapsMaker *maker = ways->maker;
  ScrGapFound *found = scr_gaps_add (maker, reports ? SCR_GAP_REPORT_RECEIVER : SCR_GAP_CONCERN_RECEIVER,
                                     organisation, partnership);
  g_autofree char *tiers = g_strjoinv ("; ", missed);

  if (!maker->with_words)
    return;
  scr_gaps_tell (
      maker, found,
      reports && concerns
          /* TRANSLATORS: %s is an organisation. */
          ? scr_tr (maker->language, "Nobody receives the annual report or concerns: %s")
          : reports
                /* TRANSLATORS: %s is an organisation. */
                ? scr_tr (maker->language, "Nobody receives the annual report: %s")
                /* TRANSLATORS: %s is an organisation. */
                : scr_tr (maker->language, "Nobody hears the scrutineer’s concerns: %s"),
      organisation,
      *tiers != '\0'
          /* TRANSLATORS: %s is a tier of an organisation, or several, such as "Basic Command Unit". */
          ? g_strdup_printf (scr_tr (maker->language, "Nothing reaches this tier: %s"), tiers)
          : g_strdup (scr_tr (maker->language, "Nothing on record reaches anybody there.")));
}

/* Where neither reaches the same tiers, it is said once. */
static void
add_missed_at (Ways *ways, ScrItem *organisation, const char *partnership)
{
  g_auto (GStrv) reports = list_missed (ways->reports, organisation, partnership);
  g_auto (GStrv) concerns = list_missed (ways->concerns, organisation, partnership);
  gboolean both = reports != NULL && concerns != NULL
                  && g_strv_equal ((const char *const *)reports, (const char *const *)concerns);

  if (reports != NULL)
    add_missed (ways, organisation, partnership, reports, TRUE, both);
  if (concerns != NULL && !both)
    add_missed (ways, organisation, partnership, concerns, FALSE, TRUE);
}

/* Where a scrutineer is in office, every statutory partner is looked at. */
static void
add_missed_in (Ways *ways, const char *partnership)
{
  ScrGapsMaker *maker = ways->maker;
  gboolean scrutinised = FALSE;

  if (!scr_gaps_has_begun (maker, partnership))
    return;
  for (guint i = 0; !scrutinised && i < maker->appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (maker->appointments, i);

      scrutinised = scr_gaps_is_scrutineer (appointment) && scr_gaps_is_in_force (maker, appointment)
                    && scr_gaps_is_of (scr_item_get_text (appointment, "partnership"), partnership);
    }
  for (guint i = 0; scrutinised && i < maker->organisations->len; i++)
    {
      ScrItem *organisation = g_ptr_array_index (maker->organisations, i);

      if (scr_item_get_bool (organisation, "statutory") && scr_gaps_is_in_force (maker, organisation)
          && scr_gaps_is_of (scr_item_get_text (organisation, "partnership"), partnership))
        add_missed_at (ways, organisation, partnership);
    }
}

static GHashTable *
new_table (GDestroyNotify free_key)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, free_key, (GDestroyNotify)g_ptr_array_unref);
}

void
scr_gaps_add_receivers (ScrGapsMaker *maker)
{
  const ScrQuery query = {.kind = "submission", .conditions = {{"day", SCR_AT_MOST, maker->day, 0}}};
  g_autoptr (GPtrArray) submissions = scr_source_list (maker->source, &query);
  g_autoptr (GHashTable) reports = new_table (g_free);
  g_autoptr (GHashTable) concerns = new_table (g_free);
  g_autoptr (GHashTable) in_group = new_table (NULL);
  Ways ways = {.maker = maker, .reports = reports, .concerns = concerns, .in_group = in_group};

  add_ways_by_link (&ways);
  add_ways_by_report (&ways, submissions);
  for (guint i = 0; i < maker->partnerships->len; i++)
    add_missed_in (&ways, scr_item_get_id (g_ptr_array_index (maker->partnerships, i)));
  if (maker->partnerships->len == 0)
    add_missed_in (&ways, NULL);
}
