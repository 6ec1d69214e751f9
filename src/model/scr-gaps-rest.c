/* Gaps: groups that the scrutineer never attended, briefs past their review, arrangements not published. */
#include "config.h"

#include "scr-coverage.h"
#include "scr-gaps-private.h"

#include <string.h>

/* --- Groups never attended --- */

/* (nullable): the scrutineer of a partnership who has been in office longest on the day. */
static ScrItem *
find_first_scrutineer (ScrGapsMaker *maker, const char *partnership)
{
  ScrItem *first = NULL;

  for (guint i = 0; i < maker->appointments->len; i++)
    {
      ScrItem *appointment = g_ptr_array_index (maker->appointments, i);

      if (!scr_gaps_is_scrutineer (appointment) || !scr_gaps_is_in_force (maker, appointment)
          || !scr_gaps_is_of (scr_item_get_text (appointment, "partnership"), partnership))
        continue;
      /* No first day sorts before any. */
      if (first == NULL
          || g_strcmp0 (scr_item_get_text (appointment, "from"), scr_item_get_text (first, "from")) < 0)
        first = appointment;
    }
  return first;
}

static void
add_never (ScrGapsMaker *maker, const ScrGroupCoverage *covered, const char *partnership)
{
  g_autofree char *from = NULL;
  ScrGapFound *found = scr_gaps_add (maker, SCR_GAP_NEVER_ATTENDED, covered->group, partnership);

  if (!maker->with_words)
    return;
  from = scr_gaps_day (maker, covered->from);
  scr_gaps_tell (
      maker, found,
      /* TRANSLATORS: %s is a group. */
      scr_tr (maker->language, "Never attended this year: %s"), covered->group,
      /* TRANSLATORS: %s is a day. */
      g_strdup_printf (scr_tr (maker->language, "The scrutineer has not been there since %s"), from));
}

void
scr_gaps_add_never_attended (ScrGapsMaker *maker)
{
  /* All partnerships, so that what is found for one is a part of what is found for all. */
  g_autoptr (ScrCoverage) coverage = scr_coverage_new (maker->language, maker->source, NULL, maker->day);
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < coverage->never->len; i++)
    {
      const ScrGroupCoverage *covered = g_ptr_array_index (coverage->never, i);
      const char *partnership = scr_item_get_text (covered->group, "partnership");
      const char *key = partnership != NULL ? partnership : "";
      gpointer first;

      if (!g_hash_table_lookup_extended (firsts, key, NULL, &first))
        {
          first = find_first_scrutineer (maker, partnership);
          g_hash_table_insert (firsts, (gpointer)key, first);
        }
      if (first != NULL
          && scr_gap_rule_never_attended (covered->occasions->len, covered->from,
                                          scr_item_get_text (covered->group, "from"),
                                          scr_item_get_text (first, "from"), maker->day))
        add_never (maker, covered, partnership);
    }
}

/* --- Briefs and arrangements --- */

/* Identities of the briefs that a later version, agreed by the day, replaces. */
static GHashTable *
list_replaced (ScrGapsMaker *maker, GPtrArray *briefs)
{
  GHashTable *replaced = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < briefs->len; i++)
    {
      ScrItem *brief = g_ptr_array_index (briefs, i);
      const char *before = scr_item_get_text (brief, "succeeds");
      const char *agreed = scr_item_get_text (brief, "agreed");

      if (before != NULL && agreed != NULL && strcmp (agreed, maker->day) <= 0)
        g_hash_table_add (replaced, (gpointer)before);
    }
  return replaced;
}

void
scr_gaps_add_reviews (ScrGapsMaker *maker)
{
  const ScrQuery query = {.kind = "brief"};
  g_autoptr (GPtrArray) briefs = scr_source_list (maker->source, &query);
  g_autoptr (GHashTable) replaced = list_replaced (maker, briefs);

  for (guint i = 0; i < briefs->len; i++)
    {
      ScrItem *brief = g_ptr_array_index (briefs, i);
      const char *review = scr_item_get_text (brief, "review");
      g_autofree char *day = NULL;
      ScrGapFound *found;

      if (!scr_gap_rule_review (scr_item_get_text (brief, "state"), review,
                                g_hash_table_contains (replaced, scr_item_get_id (brief)), maker->day))
        continue;
      found = scr_gaps_add (maker, SCR_GAP_BRIEF_REVIEW, brief, scr_item_get_text (brief, "partnership"));
      day = scr_gaps_day (maker, review);
      if (maker->with_words)
        scr_gaps_tell (maker, found,
                       /* TRANSLATORS: %s is a brief's title. */
                       scr_tr (maker->language, "Past its review date: %s"), brief,
                       /* TRANSLATORS: %s is a day. */
                       g_strdup_printf (scr_tr (maker->language, "The review was due on %s"), day));
    }
}

static void
tell_unpublished (ScrGapsMaker *maker, ScrGapFound *found, ScrItem *arrangement, gboolean overdue)
{
  const char *due = scr_item_get_text (arrangement, "publish_due");
  g_autofree char *day = scr_gaps_day (maker, due);
  char *detail;

  if (due == NULL)
    detail = g_strdup (scr_tr (maker->language, "No day is set for publication."));
  else if (overdue)
    /* TRANSLATORS: %s is a day. */
    detail = g_strdup_printf (scr_tr (maker->language, "Publication was due on %s"), day);
  else
    /* TRANSLATORS: %s is a day. */
    detail = g_strdup_printf (scr_tr (maker->language, "Publication is due on %s"), day);
  /* TRANSLATORS: %s is an arrangement's title. */
  scr_gaps_tell (maker, found, scr_tr (maker->language, "Not published: %s"), arrangement, detail);
}

void
scr_gaps_add_unpublished (ScrGapsMaker *maker)
{
  for (guint i = 0; i < maker->arrangements->len; i++)
    {
      ScrItem *arrangement = g_ptr_array_index (maker->arrangements, i);
      ScrGapFinding finding = scr_gap_rule_published (
          scr_item_get_text (arrangement, "state"), scr_item_get_text (arrangement, "publish_due"),
          scr_item_get_text (arrangement, "published"), scr_item_get_text (arrangement, "ended"), maker->day);
      ScrGapFound *found;

      if (finding == SCR_GAP_NONE)
        continue;
      found = scr_gaps_add (maker, SCR_GAP_NOT_PUBLISHED, arrangement,
                            scr_item_get_text (arrangement, "partnership"));
      found->is_found = finding == SCR_GAP_FOUND;
      if (maker->with_words)
        tell_unpublished (maker, found, arrangement, finding == SCR_GAP_FOUND);
    }
}
