/* The rules that find gaps. See the header. */
#include "config.h"

#include "scr-gap-rules.h"

#include "scr-day.h"
#include "scr-fold.h"

#include <string.h>

/**
 * scr_gap_rule_link:
 * @state: (nullable): a link's state
 * @in_force: whether the link and both its ends are in force on the day
 *
 * A link that is missing, or there in part only (row 24: the police above the Command Unit).
 *
 * Returns: (transfer none) (nullable): the rule that finds it
 */
const char *
scr_gap_rule_link (const char *state, gboolean in_force)
{
  if (!in_force)
    return NULL;
  if (g_strcmp0 (state, "link-state.missing") == 0)
    return SCR_GAP_MISSING_LINK;
  return g_strcmp0 (state, "link-state.partial") == 0 ? SCR_GAP_PARTIAL_LINK : NULL;
}

static gboolean
is_among (const char *tier, const char *const *reached)
{
  g_autofree char *folded = scr_fold (tier);

  for (guint i = 0; reached[i] != NULL; i++)
    {
      g_autofree char *other = scr_fold (reached[i]);

      if (strcmp (g_strstrip (other), folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * scr_gap_rule_receiver:
 * @tiers: (nullable): a statutory partner's tiers, separated by ";"
 * @reached: (array zero-terminated=1): the tiers that something goes to, or that a link already says is
 *   missing; "" is the partner as a whole, with all its tiers
 *
 * To whom the annual report goes, and to whom concerns outside it (row 24), each tier of a partner for
 * itself.
 *
 * Returns: (transfer full) (nullable): the tiers that nothing reaches: none where the partner has no tiers,
 * and nothing reaches it. %NULL if there is no gap
 */
GStrv
scr_gap_rule_receiver (const char *tiers, const char *const *reached)
{
  g_auto (GStrv) names = g_strsplit (tiers != NULL ? tiers : "", ";", -1);
  g_autoptr (GStrvBuilder) missed = g_strv_builder_new ();
  guint n_tiers = 0, n_missed = 0;

  if (is_among ("", reached))
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (*g_strstrip (names[i]) == '\0')
        continue;
      n_tiers++;
      if (is_among (names[i], reached))
        continue;
      g_strv_builder_add (missed, names[i]);
      n_missed++;
    }
  /* Without tiers, whichever tier was named is the partner. */
  if (n_tiers == 0 ? reached[0] != NULL : n_missed == 0)
    return NULL;
  return g_strv_builder_end (missed);
}

/**
 * scr_gap_rule_begun:
 * @state: (nullable): an arrangement's state
 * @effective: (nullable): the day from which it is in force
 * @ended: (nullable): the last day on which it was
 * @day: the day
 *
 * Before an arrangement is in force (rows 1 and 13) nobody need lead in it, or receive its reports.
 *
 * Returns: whether it is in force on the day
 */
gboolean
scr_gap_rule_begun (const char *state, const char *effective, const char *ended, const char *day)
{
  if (effective == NULL
      && (g_strcmp0 (state, "arrangement-state.planned") == 0
          || g_strcmp0 (state, "arrangement-state.published") == 0))
    return FALSE;
  return scr_day_is_within (day, effective, ended);
}

/**
 * scr_gap_rule_lead:
 * @statutory: whether an organisation is a statutory partner
 * @in_force: whether it exists on the day
 * @n_leads: how many lead or delegated partners act for it in a partnership that day, substitutes left out
 *
 * Local authority, health and police each lead in every partnership that they belong to (row 3).
 *
 * Returns: whether there is a gap
 */
gboolean
scr_gap_rule_lead (gboolean statutory, gboolean in_force, guint n_leads)
{
  return statutory && in_force && n_leads == 0;
}

/**
 * scr_gap_rule_chair:
 * @group_kind: (nullable): a choice
 * @in_force: whether the group exists on the day
 * @n_chairs: how many chair it that day: by a link "chairs" in place, or as a member who is chair or joint
 * chair
 *
 * Who chairs must be known (rows 17 and 19). Learning events and business teams are not chaired.
 *
 * Returns: whether there is a gap
 */
gboolean
scr_gap_rule_chair (const char *group_kind, gboolean in_force, guint n_chairs)
{
  static const char *const not_chaired[] = {"group-kind.learning-event", "group-kind.business-team", NULL};

  return in_force && n_chairs == 0 && (group_kind == NULL || !g_strv_contains (not_chaired, group_kind));
}

/**
 * scr_gap_rule_term:
 * @until: (nullable): the last day of an appointment
 * @has_successor: whether somebody succeeds it, or serves longer in the same role for the same organisation
 * @role_ended: whether what it was for ended no later: its organisation, or every group that it chaired
 * @day: the day
 *
 * A term that has ended, or ends within 90 days, and nobody is to follow (row 7).
 *
 * Returns: whether there is a gap
 */
gboolean
scr_gap_rule_term (const char *until, gboolean has_successor, gboolean role_ended, const char *day)
{
  return until != NULL && !has_successor && !role_ended && scr_day_between (day, until) <= SCR_GAP_TERM_DAYS;
}

/**
 * scr_gap_rule_same_person:
 * @before: one role of a person
 * @now: another role of the same person in the same partnership
 * @succeeds: whether @now is said to succeed @before
 * @day: the day
 *
 * The same person now in a new role: people may take it for business as usual (row 18). The old role began no
 * later than the new one, and has ended; the new one is in force.
 *
 * Returns: whether there is a gap
 */
gboolean
scr_gap_rule_same_person (const ScrGapTerm *before, const ScrGapTerm *now, gboolean succeeds, const char *day)
{
  if (g_strcmp0 (before->role, now->role) == 0 || !scr_day_is_within (day, now->from, now->until))
    return FALSE;
  if (before->until == NULL || strcmp (before->until, day) > 0)
    return FALSE;
  return succeeds || before->from == NULL || (now->from != NULL && strcmp (before->from, now->from) <= 0);
}

/**
 * scr_gap_rule_freedom:
 * @in_office: whether an appointment as the scrutineer is in force on the day
 * @freedom_to_roam: whether it may attend any meeting and speak to anybody
 *
 * What enables assurance and challenge is the freedom to roam (row 8).
 *
 * Returns: whether there is a gap
 */
gboolean
scr_gap_rule_freedom (gboolean in_office, gboolean freedom_to_roam)
{
  return in_office && !freedom_to_roam;
}

/**
 * scr_gap_rule_refused:
 * @in_office: whether the scrutineer's appointment is in force on the day
 * @result: (nullable): what came of asking for access
 * @refused: (nullable): the day of it
 * @opened: (nullable): the last day, up to @day, on which the same place was open
 * @day: the day
 *
 * A door that was closed to the scrutineer, and was not opened on that day or later (row 8).
 *
 * Returns: whether there is a gap
 */
gboolean
scr_gap_rule_refused (gboolean in_office,
                      const char *result,
                      const char *refused,
                      const char *opened,
                      const char *day)
{
  if (!in_office || g_strcmp0 (result, "access-result.refused") != 0)
    return FALSE;
  if (refused == NULL)
    return opened == NULL;
  return strcmp (refused, day) <= 0 && (opened == NULL || strcmp (opened, refused) < 0);
}

static gboolean
has_lasted (const char *from, int days, const char *day)
{
  return from == NULL || scr_day_between (from, day) >= days;
}

/**
 * scr_gap_rule_never_attended:
 * @occasions: how often the scrutineer was at a group this year
 * @year_from: the first day of the year
 * @group_from: (nullable): the first day of the group
 * @scrutineer_from: (nullable): the first day of the scrutineer who has been in office longest
 * @day: the day
 *
 * A group that the scrutineer never attended this year (row 20). In the first 90 days nobody can have been
 * everywhere yet.
 *
 * Returns: whether there is a gap
 */
gboolean
scr_gap_rule_never_attended (guint occasions,
                             const char *year_from,
                             const char *group_from,
                             const char *scrutineer_from,
                             const char *day)
{
  return occasions == 0 && has_lasted (year_from, SCR_GAP_NEVER_DAYS, day)
         && has_lasted (group_from, SCR_GAP_NEVER_DAYS, day)
         && has_lasted (scrutineer_from, SCR_GAP_NEVER_DAYS, day);
}

/**
 * scr_gap_rule_review:
 * @state: (nullable): a brief's state
 * @review: (nullable): the day on which its review is due
 * @replaced: whether a later version was agreed by the day
 * @day: the day
 *
 * The role evolves (row 6): a brief that is past its review date. On that day itself it is not.
 *
 * Returns: whether there is a gap
 */
gboolean
scr_gap_rule_review (const char *state, const char *review, gboolean replaced, const char *day)
{
  return review != NULL && !replaced && strcmp (review, day) < 0
         && g_strcmp0 (state, "brief-state.superseded") != 0;
}

/**
 * scr_gap_rule_published:
 * @state: (nullable): an arrangement's state
 * @due: (nullable): the day on which it is to be published
 * @published: (nullable): the day on which it was
 * @ended: (nullable): the day on which it ended
 * @day: the day
 *
 * An arrangement that is overdue for publication (rows 1 and 13). Until the day is past, what a person noted
 * of it stands.
 *
 * Returns: whether there is a gap
 */
ScrGapFinding
scr_gap_rule_published (const char *state,
                        const char *due,
                        const char *published,
                        const char *ended,
                        const char *day)
{
  gboolean is_planned = state == NULL || strcmp (state, "arrangement-state.planned") == 0;

  if (published != NULL ? strcmp (published, day) <= 0 : !is_planned)
    return SCR_GAP_NONE;
  if (ended != NULL && strcmp (ended, day) < 0)
    return SCR_GAP_NONE;
  return due != NULL && strcmp (due, day) < 0 ? SCR_GAP_FOUND : SCR_GAP_EARLY;
}
