/* What is known of a partnership on a day. See scr-terms-private.h. */
#include "config.h"

#include "scr-terms-private.h"

#include <string.h>

static gboolean
is_over (ScrItem *item, const char *until_field, const char *day)
{
  const char *until = scr_item_get_text (item, until_field);

  return until != NULL && strcmp (day, until) >= 0;
}

/**
 * scr_terms_party_list:
 * @self: a self
 * @kind: a kind's name
 *
 * Returns: (transfer full) (element-type ScrItem): what belongs to the partnership, or to all
 */
GPtrArray *
scr_terms_party_list (const ScrTermsParty *self, const char *kind)
{
  const ScrQuery query = {.kind = kind, .partnership = self->partnership};

  return scr_source_list (self->source, &query);
}

/* In force on the day before not yet in force; not yet before ended; of two, the later in the first case, the
 * earlier in the second. */
static ScrItem *
choose_arrangement (const ScrTermsParty *self)
{
  g_autoptr (GPtrArray) items = scr_terms_party_list (self, "arrangement");
  ScrItem *current = NULL, *next = NULL, *last = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *from = scr_item_get_text (item, "effective");

      if (is_over (item, "ended", self->day))
        last = item;
      else if (from != NULL && strcmp (from, self->day) <= 0)
        current = item;
      else if (next == NULL)
        next = item;
    }
  current = current != NULL ? current : next != NULL ? next : last;
  return current != NULL ? g_object_ref (current) : NULL;
}

/* The brief agreed last by the day; where none was agreed, one that is being made. What another took the
 * place of counts only until that was agreed. */
static ScrItem *
choose_brief (const ScrTermsParty *self)
{
  g_autoptr (GPtrArray) items = scr_terms_party_list (self, "brief");
  ScrItem *agreed = NULL, *other = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *day = scr_item_get_text (item, "agreed");

      if (day != NULL && strcmp (day, self->day) <= 0)
        {
          if (agreed == NULL || strcmp (scr_item_get_text (agreed, "agreed"), day) < 0)
            agreed = item;
        }
      else if (other == NULL || g_strcmp0 (scr_item_get_text (other, "state"), "brief-state.superseded") == 0)
        other = item;
    }
  agreed = agreed != NULL ? agreed : other;
  return agreed != NULL ? g_object_ref (agreed) : NULL;
}

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
sort_appointments (ScrTermsParty *self)
{
  g_autoptr (GPtrArray) items = scr_terms_party_list (self, "appointment");

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *role = scr_item_get_text (item, "role");
      gboolean is_substitute = scr_item_get_text (item, "substitutes") != NULL;
      GPtrArray *list = NULL;

      if (role == NULL || is_over (item, "until", self->day))
        continue;
      if (strcmp (role, "role.scrutineer-substitute") == 0
          || (is_substitute && g_str_has_prefix (role, "role.scrutineer")))
        list = self->substitutes;
      else if (strcmp (role, "role.scrutineer") == 0)
        list = self->scrutineers;
      else if (!is_substitute
               && (strcmp (role, "role.lead-partner") == 0 || strcmp (role, "role.delegated-partner") == 0))
        list = self->leads;
      else if (strcmp (role, "role.independent-chair") == 0 || strcmp (role, "role.partnership-chair") == 0)
        list = self->chairs;
      if (list != NULL)
        g_ptr_array_add (list, g_object_ref (item));
    }
}

/**
 * scr_terms_party_new:
 * @source: the record
 * @side: a partnership on a day, whose texts must outlive the result
 *
 * Returns: (transfer full): what is known of it
 */
ScrTermsParty *
scr_terms_party_new (ScrSource *source, const ScrTermsSide *side)
{
  ScrTermsParty *self = g_new0 (ScrTermsParty, 1);

  self->source = source;
  self->partnership = side->partnership;
  self->day = side->day;
  self->arrangement = choose_arrangement (self);
  self->brief = choose_brief (self);
  self->scrutineers = new_items ();
  self->substitutes = new_items ();
  self->leads = new_items ();
  self->chairs = new_items ();
  self->groups = scr_terms_party_list (self, "group");
  sort_appointments (self);
  for (guint i = self->groups->len; i > 0; i--)
    {
      ScrItem *group = g_ptr_array_index (self->groups, i - 1);

      /* What the partnerships share tells nothing of a difference. */
      if (is_over (group, "until", self->day) || scr_item_get_text (group, "partnership") == NULL)
        g_ptr_array_remove_index (self->groups, i - 1);
    }
  return self;
}

/**
 * scr_terms_party_free:
 * @self: a side
 */
void
scr_terms_party_free (ScrTermsParty *self)
{
  g_clear_object (&self->arrangement);
  g_clear_object (&self->brief);
  g_ptr_array_unref (self->scrutineers);
  g_ptr_array_unref (self->substitutes);
  g_ptr_array_unref (self->leads);
  g_ptr_array_unref (self->chairs);
  g_ptr_array_unref (self->groups);
  g_free (self);
}
