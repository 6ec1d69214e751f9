/* Gaps: who leads, who chairs, whose term ends, who holds a new role, and where the scrutineer may go. */
#include "config.h"

#include "scr-gaps-private.h"

#include <string.h>

/* --- Leads and chairs --- */

static void
add_leads_in (ScrGapsMaker *maker, const char *partnership)
{
  if (!scr_gaps_has_begun (maker, partnership))
    return;
  for (guint i = 0; i < maker->organisations->len; i++)
    {
      ScrItem *organisation = g_ptr_array_index (maker->organisations, i);
      ScrGapFound *found;

      if (!scr_gaps_is_of (scr_item_get_text (organisation, "partnership"), partnership)
          || !scr_gap_rule_lead (scr_item_get_bool (organisation, "statutory"),
                                 scr_gaps_is_in_force (maker, organisation),
                                 scr_gaps_count_leads (maker, scr_item_get_id (organisation), partnership)))
        continue;
      found = scr_gaps_add (maker, SCR_GAP_NO_LEAD, organisation, partnership);
      if (maker->with_words)
        /* TRANSLATORS: %s is an organisation. */
        scr_gaps_tell (
            maker, found, scr_tr (maker->language, "No safeguarding lead: %s"), organisation,
            g_strdup (scr_tr (maker->language, "Every statutory partner needs somebody who leads.")));
    }
}

void
scr_gaps_add_leads (ScrGapsMaker *maker)
{
  for (guint i = 0; i < maker->partnerships->len; i++)
    add_leads_in (maker, scr_item_get_id (g_ptr_array_index (maker->partnerships, i)));
  if (maker->partnerships->len == 0)
    add_leads_in (maker, NULL);
}

void
scr_gaps_add_chairs (ScrGapsMaker *maker)
{
  for (guint i = 0; i < maker->groups->len; i++)
    {
      ScrItem *group = g_ptr_array_index (maker->groups, i);
      ScrGapFound *found;

      if (!scr_gap_rule_chair (scr_item_get_text (group, "kind"), scr_gaps_is_in_force (maker, group),
                               g_hash_table_contains (maker->chaired, scr_item_get_id (group))))
        continue;
      found = scr_gaps_add (maker, SCR_GAP_NO_CHAIR, group, scr_item_get_text (group, "partnership"));
      if (maker->with_words)
        /* TRANSLATORS: %s is a group. */
        scr_gaps_tell (maker, found, scr_tr (maker->language, "No chair: %s"), group,
                       g_strdup (scr_tr (maker->language, "No link and no membership says who chairs it.")));
    }
}

/* --- Terms --- */

/* What stands for a term without end: later than any day. */
#define FOR_EVER "9999"

/* What the rule about terms looks up. */
typedef struct
{
  ScrGapsMaker *maker;
  GHashTable *succeeded; /* identities of appointments that another succeeds */
  GHashTable *last;      /* "partnership/role/organisation" to the last day (borrowed) that somebody serves */
  GHashTable *chairs;    /* appointment to whether a group that it chaired outlasts its term */
} Terms;

static char *
make_role_key (ScrItem *appointment)
{
  const char *organisation = scr_item_get_text (appointment, "organisation");
  const char *partnership = scr_item_get_text (appointment, "partnership");
  const char *role = scr_item_get_text (appointment, "role");

  return g_strjoin ("/", partnership != NULL ? partnership : "", role != NULL ? role : "",
                    organisation != NULL ? organisation : "", NULL);
}

static void
index_terms (Terms *terms)
{
  GPtrArray *appointments = terms->maker->appointments;

  for (guint i = 0; i < appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (appointments, i);
      const char *before = scr_item_get_text (appointment, "succeeds");
      const char *until = scr_item_get_text (appointment, "until");
      g_autofree char *key = make_role_key (appointment);
      const char *last = g_hash_table_lookup (terms->last, key);

      if (before != NULL)
        g_hash_table_add (terms->succeeded, (gpointer)before);
      if (until == NULL)
        until = FOR_EVER;
      /* Who only stands in for somebody is no successor. */
      if (scr_item_get_text (appointment, "substitutes") == NULL
          && (last == NULL || strcmp (until, last) > 0))
        g_hash_table_insert (terms->last, g_steal_pointer (&key), (gpointer)until);
    }
}

static void
note_chair (Terms *terms, const char *who, const char *group_id)
{
  ScrItem *appointment = scr_gaps_get_card (terms->maker, who, "appointment");
  ScrItem *group = scr_gaps_get_card (terms->maker, group_id, "group");
  const char *until = appointment != NULL ? scr_item_get_text (appointment, "until") : NULL;
  const char *ends = group != NULL ? scr_item_get_text (group, "until") : NULL;
  gboolean outlasts;

  if (until == NULL || group == NULL)
    return;
  outlasts = ends == NULL || strcmp (ends, until) > 0;
  if (outlasts || !g_hash_table_contains (terms->chairs, who))
    g_hash_table_insert (terms->chairs, (gpointer)who, GINT_TO_POINTER (outlasts));
}

static void
index_chairs (Terms *terms)
{
  GPtrArray *links = terms->maker->links;
  GPtrArray *memberships = terms->maker->chairs;

  for (guint i = 0; i < links->len; i++)
    {
      ScrItem *link = g_ptr_array_index (links, i);

      if (g_strcmp0 (scr_item_get_text (link, "kind"), "link-kind.chairs") == 0)
        note_chair (terms, scr_item_get_text (link, "from_card"), scr_item_get_text (link, "to_card"));
    }
  for (guint i = 0; i < memberships->len; i++)
    {
      ScrItem *membership = g_ptr_array_index (memberships, i);

      note_chair (terms, scr_item_get_text (membership, "member"), scr_item_get_text (membership, "group"));
    }
}

static gboolean
has_successor (Terms *terms, ScrItem *appointment, const char *until)
{
  g_autofree char *key = make_role_key (appointment);
  const char *last = g_hash_table_lookup (terms->last, key);

  return g_hash_table_contains (terms->succeeded, scr_item_get_id (appointment))
         || (last != NULL && strcmp (last, until) > 0);
}

/* Whether what an appointment was for ended no later than it. */
static gboolean
has_role_ended (Terms *terms, ScrItem *appointment, const char *until)
{
  ScrItem *organisation
      = scr_gaps_get_card (terms->maker, scr_item_get_text (appointment, "organisation"), "organisation");
  const char *ends = organisation != NULL ? scr_item_get_text (organisation, "until") : NULL;
  gpointer outlasts;

  if (ends != NULL && strcmp (ends, until) <= 0)
    return TRUE;
  return g_hash_table_lookup_extended (terms->chairs, scr_item_get_id (appointment), NULL, &outlasts)
         && !GPOINTER_TO_INT (outlasts);
}

static void
add_term (ScrGapsMaker *maker, ScrItem *appointment, const char *until)
{
  gboolean is_over = strcmp (until, maker->day) < 0;
  ScrGapFound *found
      = scr_gaps_add (maker, SCR_GAP_TERM_ENDED, appointment, scr_item_get_text (appointment, "partnership"));
  g_autofree char *last = NULL;

  if (!maker->with_words)
    return;
  last = scr_gaps_day (maker, until);
  scr_gaps_tell (
      maker, found,
      is_over
          /* TRANSLATORS: %s is an appointment's title, such as "Independent chair". */
          ? scr_tr (maker->language, "Term ended: %s")
          /* TRANSLATORS: %s is an appointment's title, such as "Independent chair". */
          : scr_tr (maker->language, "Term ends: %s"),
      appointment,
      is_over
          /* TRANSLATORS: %s is a day. */
          ? g_strdup_printf (scr_tr (maker->language, "Ended on %s, and nobody follows"), last)
          /* TRANSLATORS: %s is a day. */
          : g_strdup_printf (scr_tr (maker->language, "Ends on %s, and nobody follows yet"), last));
}

void
scr_gaps_add_terms (ScrGapsMaker *maker)
{
  g_autoptr (GHashTable) succeeded = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) chairs = g_hash_table_new (g_str_hash, g_str_equal);
  Terms terms = {.maker = maker, .succeeded = succeeded, .last = last, .chairs = chairs};

  index_terms (&terms);
  index_chairs (&terms);
  for (guint i = 0; i < maker->appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (maker->appointments, i);
      const char *until = scr_item_get_text (appointment, "until");

      if (until != NULL
          && scr_gap_rule_term (until, has_successor (&terms, appointment, until),
                                has_role_ended (&terms, appointment, until), maker->day))
        add_term (maker, appointment, until);
    }
}

/* --- The same person in a new role --- */

static ScrGapTerm
get_term (ScrItem *appointment)
{
  return (ScrGapTerm) {.role = scr_item_get_text (appointment, "role"),
                       .from = scr_item_get_text (appointment, "from"),
                       .until = scr_item_get_text (appointment, "until")};
}

/* (nullable): what the person of @now was before in the same partnership. */
static ScrItem *
find_role_before (ScrGapsMaker *maker, GPtrArray *of_person, ScrItem *now)
{
  const ScrGapTerm term = get_term (now);
  const char *succeeds = scr_item_get_text (now, "succeeds");

  for (guint i = 0; i < of_person->len; i++)
    {
      ScrItem *before = g_ptr_array_index (of_person, i);
      const ScrGapTerm other = get_term (before);

      if (before != now
          && scr_gap_rule_same_person (&other, &term, g_strcmp0 (succeeds, scr_item_get_id (before)) == 0,
                                       maker->day))
        return before;
    }
  return NULL;
}

static void
add_same_person (ScrGapsMaker *maker, ScrItem *now, ScrItem *before)
{
  ScrGapFound *found = scr_gaps_add (maker, SCR_GAP_SAME_PERSON, now, scr_item_get_text (now, "partnership"));
  g_autofree char *role = NULL;
  g_autofree char *last = NULL;

  if (!maker->with_words)
    return;
  role = scr_format_title (maker->language, maker->source, before);
  last = scr_gaps_day (maker, scr_item_get_text (before, "until"));
  scr_gaps_tell (maker, found,
                 /* TRANSLATORS: %s is the new role, such as "Independent scrutineer". */
                 scr_tr (maker->language, "Same person, new role: %s"), now,
                 /* TRANSLATORS: a role, then a day: "Independent chair of the board until 13 March 2019". */
                 g_strdup_printf (scr_tr (maker->language, "%s until %s"), role, last));
}

/* Appointments by "person/partnership", of those who hold or held a role. */
static GHashTable *
index_people (ScrGapsMaker *maker)
{
  GHashTable *people
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < maker->appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (maker->appointments, i);
      const char *person = scr_item_get_text (appointment, "person");
      g_autofree char *key = NULL;
      GPtrArray *appointments;

      if (person == NULL)
        continue;
      key = scr_gaps_make_key (person, scr_item_get_text (appointment, "partnership"));
      appointments = g_hash_table_lookup (people, key);
      if (appointments == NULL)
        {
          appointments = g_ptr_array_new ();
          g_hash_table_insert (people, g_steal_pointer (&key), appointments);
        }
      g_ptr_array_add (appointments, appointment);
    }
  return people;
}

void
scr_gaps_add_same_person (ScrGapsMaker *maker)
{
  g_autoptr (GHashTable) people = index_people (maker);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *appointments = value;

      for (guint i = 0; i < appointments->len; i++)
        {
          ScrItem *now = g_ptr_array_index (appointments, i);
          ScrItem *before = find_role_before (maker, appointments, now);

          if (before != NULL)
            add_same_person (maker, now, before);
        }
    }
}

/* --- Where the scrutineer may go --- */

void
scr_gaps_add_freedom (ScrGapsMaker *maker)
{
  for (guint i = 0; i < maker->appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (maker->appointments, i);
      ScrGapFound *found;

      if (!scr_gaps_is_scrutineer (appointment)
          || !scr_gap_rule_freedom (scr_gaps_is_in_force (maker, appointment),
                                    scr_item_get_bool (appointment, "freedom_to_roam")))
        continue;
      found = scr_gaps_add (maker, SCR_GAP_NO_FREEDOM, appointment,
                            scr_item_get_text (appointment, "partnership"));
      if (maker->with_words)
        scr_gaps_tell (
            maker, found,
            /* TRANSLATORS: %s is an appointment, such as "Independent scrutineer". */
            scr_tr (maker->language, "No freedom to roam: %s"), appointment,
            g_strdup (scr_tr (maker->language,
                              "Nothing says that any meeting may be attended, and anybody spoken to.")));
    }
}

/* What is known of one place where a scrutineer asked to go. */
typedef struct
{
  ScrItem *about;       /* (owned) */
  ScrItem *appointment; /* (borrowed) */
  ScrItem *refused;     /* (nullable) (borrowed): the latest refusal up to the day */
  const char *opened;   /* (nullable): the last day up to the day on which the door was open */
} Door;

static void
door_free (gpointer data)
{
  Door *door = data;

  g_object_unref (door->about);
  g_free (door);
}

/* (transfer full): the card of a place: itself, a meeting's group, or else the scrutineer. */
static ScrItem *
find_place (ScrGapsMaker *maker, ScrItem *access, ScrItem *appointment)
{
  g_autoptr (ScrItem) place = scr_source_get_referred (maker->source, access, "where");
  ScrItem *group = NULL;

  if (place != NULL && strcmp (scr_item_get_kind (place)->name, "meeting") != 0)
    return g_steal_pointer (&place);
  if (place != NULL)
    group = scr_source_get_referred (maker->source, place, "group");
  return group != NULL ? group : g_object_ref (appointment);
}

static void
note_access (ScrGapsMaker *maker, GHashTable *doors, ScrItem *access, ScrItem *appointment)
{
  const char *result = scr_item_get_text (access, "result");
  const char *day = scr_item_get_text (access, "day");
  g_autoptr (ScrItem) about = find_place (maker, access, appointment);
  g_autofree char *key = scr_gaps_make_key (scr_item_get_id (appointment), scr_item_get_id (about));
  Door *door = g_hash_table_lookup (doors, key);

  if (day != NULL && strcmp (day, maker->day) > 0)
    return;
  if (door == NULL)
    {
      door = g_new0 (Door, 1);
      door->about = g_steal_pointer (&about);
      door->appointment = appointment;
      g_hash_table_insert (doors, g_steal_pointer (&key), door);
    }
  if (g_strcmp0 (result, "access-result.refused") == 0)
    {
      if (door->refused == NULL || g_strcmp0 (day, scr_item_get_text (door->refused, "day")) > 0)
        door->refused = access;
    }
  else if (g_strcmp0 (result, "access-result.granted") == 0 || g_strcmp0 (result, "access-result.part") == 0)
    {
      if (door->opened == NULL || g_strcmp0 (day, door->opened) > 0)
        door->opened = day;
    }
}

static void
add_refused (ScrGapsMaker *maker, Door *door)
{
  const char *reason = scr_item_get_text (door->refused, "reason");
  g_autofree char *day = scr_gaps_day (maker, scr_item_get_text (door->refused, "day"));
  ScrGapFound *found = scr_gaps_add (maker, SCR_GAP_ACCESS_REFUSED, door->about,
                                     scr_item_get_text (door->appointment, "partnership"));

  if (maker->with_words)
    scr_gaps_tell (maker, found,
                   /* TRANSLATORS: %s is what the scrutineer asked for, such as "Attend a workgroup". */
                   scr_tr (maker->language, "Refused: %s"), door->refused,
                   reason != NULL && *day != '\0' ? g_strdup_printf ("%s · %s", day, reason)
                                                  : g_strdup (reason != NULL ? reason : day));
}

void
scr_gaps_add_refused (ScrGapsMaker *maker)
{
  const char *const roles[] = {"role.scrutineer", "role.scrutineer-substitute", NULL};
  const ScrQuery query = {.kind = "access"};
  g_autoptr (GPtrArray) accesses = scr_source_list (maker->source, &query);
  g_autoptr (GHashTable) doors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, door_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < accesses->len; i++)
    {
      ScrItem *access = g_ptr_array_index (accesses, i);
      ScrItem *appointment
          = scr_gaps_get_card (maker, scr_item_get_text (access, "appointment"), "appointment");

      if (appointment != NULL && scr_gaps_has_role (appointment, roles))
        note_access (maker, doors, access, appointment);
    }
  g_hash_table_iter_init (&iter, doors);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Door *door = value;

      if (door->refused != NULL
          && scr_gap_rule_refused (scr_gaps_is_in_force (maker, door->appointment), "access-result.refused",
                                   scr_item_get_text (door->refused, "day"), door->opened, maker->day))
        add_refused (maker, door);
    }
}
