/* ScrGaps - gaps found by rules and gaps noted by people, made one. See the header. */
#include "config.h"

#include "scr-day.h"
#include "scr-gaps-private.h"

#include <string.h>

/* What each rule speaks of. A kept gap that says another rule, or speaks of something else, was noted by
 * hand. */
static const struct
{
  const char *rule;
  const char *kinds;
} rules[] = {
    {SCR_GAP_MISSING_LINK, "link"},
    {SCR_GAP_PARTIAL_LINK, "link"},
    {SCR_GAP_REPORT_RECEIVER, "organisation"},
    {SCR_GAP_CONCERN_RECEIVER, "organisation"},
    {SCR_GAP_NO_LEAD, "organisation"},
    {SCR_GAP_NO_CHAIR, "group"},
    {SCR_GAP_TERM_ENDED, "appointment"},
    {SCR_GAP_SAME_PERSON, "appointment"},
    {SCR_GAP_NO_FREEDOM, "appointment"},
    {SCR_GAP_ACCESS_REFUSED, "organisation group appointment"},
    {SCR_GAP_NEVER_ATTENDED, "group"},
    {SCR_GAP_BRIEF_REVIEW, "brief"},
    {SCR_GAP_NOT_PUBLISHED, "arrangement"},
};

static void
found_free (gpointer data)
{
  ScrGapFound *self = data;

  g_free (self->rule);
  g_clear_object (&self->about);
  g_clear_object (&self->kept);
  g_free (self->partnership);
  g_free (self->place);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->state);
  g_clear_object (&self->owner);
  g_free (self->due);
  g_free (self);
}

/* Whether an item is on the map itself, and not only told of at its partnership. */
static gboolean
is_on_map (ScrItem *item)
{
  const char *const kinds[] = {"link", "organisation", "group", "appointment", "person", "partnership", NULL};

  return g_strv_contains (kinds, scr_item_get_kind (item)->name);
}

/* Adds what a rule found. */
ScrGapFound *
scr_gaps_add (ScrGapsMaker *maker, const char *rule, ScrItem *about, const char *partnership)
{
  ScrGapFound *found = g_new0 (ScrGapFound, 1);
  char *key = scr_gaps_make_key (rule, scr_item_get_id (about));
  GPtrArray *same = g_hash_table_lookup (maker->by_about, key);

  found->rule = g_strdup (rule);
  found->about = g_object_ref (about);
  found->partnership = g_strdup (partnership);
  found->place = g_strdup (is_on_map (about) ? scr_item_get_id (about) : partnership);
  found->is_found = TRUE;
  g_ptr_array_add (maker->gaps->gaps, found);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (maker->by_about, key, same);
    }
  else
    g_free (key);
  g_ptr_array_add (same, found);
  return found;
}

/* Sets the words of what was found: the name of @named stands in the place of "%s". Takes @detail. */
void
scr_gaps_tell (ScrGapsMaker *maker, ScrGapFound *found, const char *title, ScrItem *named, char *detail)
{
  g_autofree char *name = scr_format_title (maker->language, maker->source, named);
  GString *words = g_string_new (title);

  g_string_replace (words, "%s", name, 1);
  found->title = g_string_free (words, FALSE);
  found->detail = detail;
}

/* A day in words; "" for none. */
char *
scr_gaps_day (ScrGapsMaker *maker, const char *day)
{
  return day != NULL ? scr_format_day (maker->language, day, SCR_DAY_LONG) : g_strdup ("");
}

/* --- What people noted --- */

static gboolean
has_state (ScrItem *gap, const char *state)
{
  return g_strcmp0 (scr_item_get_text (gap, "state"), state) == 0;
}

/* Those that are not closed first, so that a closed one does not take what an open one is about. */
static int
compare_kept (gconstpointer a, gconstpointer b)
{
  ScrItem *left = *(ScrItem *const *)a;
  ScrItem *right = *(ScrItem *const *)b;
  int order = has_state (left, "gap-state.closed") - has_state (right, "gap-state.closed");

  return order != 0 ? order : strcmp (scr_item_get_id (left), scr_item_get_id (right));
}

/* (nullable): what rules found that has the rule of a kept gap and is about the same. */
static GPtrArray *
find_same (ScrGapsMaker *maker, ScrItem *gap)
{
  const char *rule = scr_item_get_text (gap, "rule");
  const char *about = scr_item_get_text (gap, "about");
  g_autofree char *key = NULL;

  if (rule == NULL || about == NULL)
    return NULL;
  key = scr_gaps_make_key (rule, about);
  return g_hash_table_lookup (maker->by_about, key);
}

/* Ties a kept gap to what a rule found. One that says no partnership speaks of the finding in each. */
static gboolean
tie (ScrGapsMaker *maker, ScrItem *gap, gboolean exactly)
{
  GPtrArray *same = find_same (maker, gap);
  const char *partnership = scr_item_get_text (gap, "partnership");
  gboolean is_tied = FALSE;

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      ScrGapFound *found = g_ptr_array_index (same, i);

      if (found->kept != NULL
          || (exactly ? g_strcmp0 (partnership, found->partnership) != 0
                      : !scr_gaps_is_of (partnership, found->partnership)))
        continue;
      if (is_tied)
        /* Said already: what neither is found nor kept is left out. */
        found->is_found = FALSE;
      else
        found->kept = g_object_ref (gap);
      is_tied = TRUE;
    }
  return is_tied;
}

/* Whether a kept gap is one that a rule would find if it were still there. */
static gboolean
is_by_rule (ScrItem *gap, ScrItem *about)
{
  const char *rule = scr_item_get_text (gap, "rule");

  if (rule == NULL || scr_item_get_text (gap, "about") == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].rule, rule) == 0)
      {
        g_auto (GStrv) kinds = g_strsplit (rules[i].kinds, " ", -1);

        return about == NULL || g_strv_contains ((const char *const *)kinds, scr_item_get_kind (about)->name);
      }
  return FALSE;
}

/* A kept gap that no finding was left for. */
static void
add_kept (ScrGapsMaker *maker, ScrItem *gap)
{
  ScrGapFound *found = g_new0 (ScrGapFound, 1);

  found->rule = g_strdup (scr_item_get_text (gap, "rule"));
  found->about = scr_source_get_referred (maker->source, gap, "about");
  found->kept = g_object_ref (gap);
  if (find_same (maker, gap) != NULL)
    /* Kept twice. */
    found->is_found = TRUE;
  else
    found->is_gone = is_by_rule (gap, found->about) && !has_state (gap, "gap-state.closed");
  found->place
      = g_strdup (found->about != NULL && is_on_map (found->about) ? scr_item_get_id (found->about)
                                                                   : scr_item_get_text (gap, "partnership"));
  g_ptr_array_add (maker->gaps->gaps, found);
}

/* What is kept, in place of what the rule says. */
static void
take_over (ScrGapsMaker *maker, ScrGapFound *found, gboolean was_tied)
{
  ScrItem *gap = found->kept;

  found->state = g_strdup (scr_item_get_text (gap, "state"));
  found->owner = scr_source_get_referred (maker->source, gap, "owner");
  found->due = g_strdup (scr_item_get_text (gap, "due"));
  if (scr_item_get_text (gap, "partnership") != NULL || !was_tied)
    {
      g_free (found->partnership);
      found->partnership = g_strdup (scr_item_get_text (gap, "partnership"));
    }
  if (was_tied && found->is_found && has_state (gap, "gap-state.closed"))
    {
      found->is_again = TRUE;
      g_clear_pointer (&found->state, g_free);
    }
}

/* The dim line of a kept gap: what a person needs to know first. Takes what the rule says. */
static char *
describe_kept (ScrGapsMaker *maker, ScrGapFound *found, char *by_rule)
{
  g_autofree char *rest = by_rule;
  g_autofree char *closed = scr_gaps_day (maker, scr_item_get_text (found->kept, "closed"));
  const char *reason = scr_item_get_text (found->kept, "reason");

  if (found->is_again)
    return *closed != '\0'
               /* TRANSLATORS: %s is a day. */
               ? g_strdup_printf (scr_tr (maker->language, "Closed on %s, and found again"), closed)
               : g_strdup (scr_tr (maker->language, "Closed, and found again"));
  if (found->is_gone)
    return g_strdup (scr_tr (maker->language, "No longer found: it can be closed"));
  if (g_strcmp0 (found->state, "gap-state.closed") == 0 && *closed != '\0')
    /* TRANSLATORS: %s is a day. */
    return g_strdup_printf (scr_tr (maker->language, "Closed on %s"), closed);
  if (g_strcmp0 (found->state, "gap-state.accepted") == 0 && reason != NULL)
    return g_strdup (reason);
  if (rest != NULL)
    return g_steal_pointer (&rest);
  return scr_format_field (maker->language, maker->source, found->kept, "rule");
}

static void
merge_kept (ScrGapsMaker *maker)
{
  const ScrQuery query = {.kind = "gap"};
  g_autoptr (GPtrArray) kept = scr_source_list (maker->source, &query);
  guint n_found = maker->gaps->gaps->len;

  g_ptr_array_sort (kept, compare_kept);
  for (guint i = 0; i < kept->len;)
    if (tie (maker, g_ptr_array_index (kept, i), TRUE))
      g_ptr_array_remove_index (kept, i);
    else
      i++;
  for (guint i = 0; i < kept->len; i++)
    if (!tie (maker, g_ptr_array_index (kept, i), FALSE))
      add_kept (maker, g_ptr_array_index (kept, i));
  for (guint i = 0; i < maker->gaps->gaps->len; i++)
    {
      ScrGapFound *found = g_ptr_array_index (maker->gaps->gaps, i);

      if (found->kept != NULL)
        take_over (maker, found, i < n_found);
    }
}

/* --- What is listed --- */

/* On another day than the record's own, what rules do not find did not exist, or does not any more. */
static gboolean
is_listed (ScrGapFound *found, const char *partnership, gboolean is_today)
{
  if (found->kept == NULL ? !found->is_found : found->is_gone && !is_today)
    return FALSE;
  return scr_gaps_is_of (partnership, found->partnership);
}

static void
finish (ScrGapsMaker *maker, ScrGapFound *found)
{
  if (found->state == NULL)
    found->state = g_strdup ("gap-state.open");
  found->is_open
      = strcmp (found->state, "gap-state.accepted") != 0 && strcmp (found->state, "gap-state.closed") != 0;
  found->icon = g_strcmp0 (found->rule, SCR_GAP_MISSING_LINK) == 0 ? "action-unavailable-symbolic"
                                                                   : "dialog-warning-symbolic";
  if (maker->with_words && found->kept != NULL)
    {
      g_free (found->title);
      found->title = scr_format_title (maker->language, maker->source, found->kept);
      found->detail = describe_kept (maker, found, found->detail);
    }
}

static guint
get_rank (const ScrGapFound *found)
{
  return found->is_open ? 0 : strcmp (found->state, "gap-state.accepted") == 0 ? 1 : 2;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const ScrGapFound *left = *(const ScrGapFound *const *)a;
  const ScrGapFound *right = *(const ScrGapFound *const *)b;
  int order = (int)get_rank (left) - (int)get_rank (right);

  if (order != 0)
    return order;
  /* Those without a due day come last. */
  if ((left->due == NULL) != (right->due == NULL))
    return left->due == NULL ? 1 : -1;
  order = g_strcmp0 (left->due, right->due);
  if (order == 0)
    order = (left->kept == NULL) - (right->kept == NULL);
  return order != 0 ? order : g_strcmp0 (left->title, right->title);
}

/* Leaves out what is not listed, counts what is open, and sorts. */
static void
select_listed (ScrGapsMaker *maker, const char *partnership)
{
  ScrGaps *self = maker->gaps;
  g_autofree char *today = scr_source_dup_today (maker->source);
  gboolean is_today = g_strcmp0 (today, self->day) == 0;
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->gaps);

  self->gaps = g_ptr_array_new_with_free_func (found_free);
  for (guint i = 0; i < all->len; i++)
    {
      ScrGapFound *found = g_ptr_array_index (all, i);

      if (!is_listed (found, partnership, is_today))
        continue;
      all->pdata[i] = NULL;
      finish (maker, found);
      g_ptr_array_add (self->gaps, found);
      if (!found->is_open)
        continue;
      self->n_open++;
      if (found->place != NULL)
        g_hash_table_insert (self->at, found->place,
                             GUINT_TO_POINTER (scr_gaps_count_at (self, found->place) + 1));
    }
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    if (all->pdata[i] != NULL)
      found_free (all->pdata[i]);
  if (maker->with_words)
    g_ptr_array_sort (self->gaps, compare_found);
}

static ScrGaps *
make (const ScrLanguage *language,
      ScrSource *source,
      const char *partnership,
      const char *day,
      gboolean with_words)
{
  ScrGaps *self = g_new0 (ScrGaps, 1);
  ScrGapsMaker maker
      = {.gaps = self, .language = language, .source = source, .day = day, .with_words = with_words};

  self->day = g_strdup (day);
  self->gaps = g_ptr_array_new_with_free_func (found_free);
  self->at = g_hash_table_new (g_str_hash, g_str_equal);
  scr_gaps_read (&maker);
  scr_gaps_add_links (&maker);
  scr_gaps_add_receivers (&maker);
  scr_gaps_add_leads (&maker);
  scr_gaps_add_chairs (&maker);
  scr_gaps_add_terms (&maker);
  scr_gaps_add_same_person (&maker);
  scr_gaps_add_freedom (&maker);
  scr_gaps_add_refused (&maker);
  scr_gaps_add_never_attended (&maker);
  scr_gaps_add_reviews (&maker);
  scr_gaps_add_unpublished (&maker);
  merge_kept (&maker);
  select_listed (&maker, partnership);
  scr_gaps_forget (&maker);
  return self;
}

/**
 * scr_gaps_new:
 * @language: (nullable): language of the words
 * @source: a record
 * @partnership: (nullable): only what concerns this one
 * @day: the day that is looked at: the record's today, or that of the date slider
 *
 * Returns: (transfer full): the gaps of that day
 */
ScrGaps *
scr_gaps_new (const ScrLanguage *language, ScrSource *source, const char *partnership, const char *day)
{
  g_return_val_if_fail (SCR_IS_SOURCE (source), NULL);
  g_return_val_if_fail (scr_day_is_valid (day), NULL);
  return make (language, source, partnership, day, TRUE);
}

/**
 * scr_gaps_free:
 * @self: (nullable): gaps
 */
void
scr_gaps_free (ScrGaps *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->at);
  g_ptr_array_unref (self->gaps);
  g_free (self->day);
  g_free (self);
}

/**
 * scr_gaps_count_at:
 * @self: gaps
 * @card: identity of a card of the map
 *
 * A gap in a link shows at the card that the link goes to; one in a brief or an arrangement at its
 * partnership.
 *
 * Returns: how many open gaps show there
 */
guint
scr_gaps_count_at (const ScrGaps *self, const char *place)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->at, place));
}

/**
 * scr_gaps_count_open:
 * @source: a record
 * @partnership: (nullable): only what concerns this one
 * @day: the day that is looked at
 *
 * The same number as scr_gaps_new() has in `n_open`, without making words.
 *
 * Returns: how many gaps are neither accepted nor closed
 */
guint
scr_gaps_count_open (ScrSource *source, const char *partnership, const char *day)
{
  g_autoptr (ScrGaps) self = NULL;

  g_return_val_if_fail (SCR_IS_SOURCE (source), 0);
  g_return_val_if_fail (scr_day_is_valid (day), 0);
  self = make (NULL, source, partnership, day, FALSE);
  return self->n_open;
}
