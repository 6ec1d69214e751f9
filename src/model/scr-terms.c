/* The terms of partnerships, side by side. See the header. */
#include "config.h"

#include "scr-terms-private.h"

#include "scr-fold.h"
#include "scr-format.h"

#include <string.h>

typedef struct
{
  const ScrLanguage *language;
  ScrSource *source;
  ScrTerms *terms;
  GPtrArray *sides; /* (element-type ScrTermsParty) */
  const char *section;
} Maker;

/* Returns: (transfer full): the text of a row for one side, "" if nothing is recorded */
typedef char *(*MakeText) (Maker *maker, const ScrTermsParty *side);

/* --- Texts --- */

static char *
get_field (Maker *maker, ScrItem *item, const char *field)
{
  return item != NULL ? scr_format_field (maker->language, maker->source, item, field) : g_strdup ("");
}

/* Takes @line. Empty lines and lines that are there already are left out. */
static void
add_line (GString *text, char *line)
{
  g_autofree char *owned = line;

  if (*owned == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, owned);
}

static char *
list_field (Maker *maker, const GPtrArray *items, const char *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    add_line (text, get_field (maker, g_ptr_array_index (items, i), field));
  return g_strdup (text->str);
}

/* A day that was kept, or else the day that it is due. */
static char *
make_day_or_due (Maker *maker, ScrItem *item, const char *field, const char *due_field)
{
  g_autofree char *day = get_field (maker, item, field);
  g_autofree char *due = *day == '\0' ? get_field (maker, item, due_field) : g_strdup ("");

  if (*due == '\0')
    return g_steal_pointer (&day);
  /* TRANSLATORS: %s is a day: something has not been done yet. */
  return g_strdup_printf (scr_tr (maker->language, "due %s"), due);
}

static char *
make_published (Maker *maker, const ScrTermsParty *side)
{
  return make_day_or_due (maker, side->arrangement, "published", "publish_due");
}

static char *
make_in_force (Maker *maker, const ScrTermsParty *side)
{
  return make_day_or_due (maker, side->arrangement, "effective", "effective_due");
}

static char *
make_state (Maker *maker, const ScrTermsParty *side)
{
  const char *from = side->arrangement != NULL ? scr_item_get_text (side->arrangement, "effective") : NULL;

  /* The record keeps the state of today only. */
  if (from != NULL && strcmp (side->day, from) < 0)
    return g_strdup (scr_tr (maker->language, "Not yet in force"));
  return get_field (maker, side->arrangement, "state");
}

static char *
make_guidance (Maker *maker, const ScrTermsParty *side)
{
  return get_field (maker, side->arrangement, "guidance");
}

static char *
make_leads (Maker *maker, const ScrTermsParty *side)
{
  return list_field (maker, side->leads, "title");
}

static char *
make_chairs (Maker *maker, const ScrTermsParty *side)
{
  return list_field (maker, side->chairs, "title");
}

/* The steps that were taken by the day, and whose place was taken. */
static char *
make_how_appointed (Maker *maker, const ScrTermsParty *side)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) steps = NULL;

  if (side->brief != NULL)
    steps = scr_source_list_by (maker->source, "procurement_step", "brief", scr_item_get_id (side->brief));
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const char *done = scr_item_get_text (g_ptr_array_index (steps, i), "done");

      if (done != NULL && strcmp (done, side->day) <= 0)
        add_line (text, get_field (maker, g_ptr_array_index (steps, i), "title"));
    }
  for (guint i = 0; i < side->scrutineers->len; i++)
    {
      g_autofree char *before = get_field (maker, g_ptr_array_index (side->scrutineers, i), "succeeds");

      if (*before != '\0')
        /* TRANSLATORS: %s is an appointment, such as "Independent chair of the board". */
        add_line (text, g_strdup_printf (scr_tr (maker->language, "Succeeds: %s"), before));
    }
  return g_strdup (text->str);
}

static char *
make_scrutineers (Maker *maker, const ScrTermsParty *side)
{
  return list_field (maker, side->scrutineers, "title");
}

static char *
make_substitutes (Maker *maker, const ScrTermsParty *side)
{
  return list_field (maker, side->substitutes, "title");
}

static char *
make_term (Maker *maker, const ScrTermsParty *side)
{
  return get_field (maker, side->brief, "term");
}

static char *
make_in_post (Maker *maker, const ScrTermsParty *side)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < side->scrutineers->len; i++)
    {
      g_autofree char *from = get_field (maker, g_ptr_array_index (side->scrutineers, i), "from");
      g_autofree char *until = get_field (maker, g_ptr_array_index (side->scrutineers, i), "until");

      if (*from != '\0' && *until != '\0')
        /* TRANSLATORS: the first and the last day of a term. */
        add_line (text,
                  g_strdup_printf (scr_tr_context (maker->language, "in post", "%1$s to %2$s"), from, until));
      else if (*from != '\0')
        /* TRANSLATORS: %s is a day. */
        add_line (text, g_strdup_printf (scr_tr_context (maker->language, "in post", "from %s"), from));
      else if (*until != '\0')
        /* TRANSLATORS: %s is a day. */
        add_line (text, g_strdup_printf (scr_tr_context (maker->language, "in post", "until %s"), until));
    }
  return g_strdup (text->str);
}

static char *
make_days (Maker *maker, const ScrTermsParty *side)
{
  return list_field (maker, side->scrutineers, "days");
}

static char *
make_freedom (Maker *maker, const ScrTermsParty *side)
{
  return list_field (maker, side->scrutineers, "freedom_to_roam");
}

static char *
list_remits (Maker *maker, const ScrTermsParty *side, const char *sort)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) remits = NULL;

  if (side->brief == NULL)
    return g_strdup ("");
  remits = scr_source_list_by (maker->source, "remit", "brief", scr_item_get_id (side->brief));
  for (guint i = 0; i < remits->len; i++)
    if (g_strcmp0 (scr_item_get_text (g_ptr_array_index (remits, i), "sort"), sort) == 0)
      add_line (text, get_field (maker, g_ptr_array_index (remits, i), "title"));
  return g_strdup (text->str);
}

static char *
make_rights (Maker *maker, const ScrTermsParty *side)
{
  return list_remits (maker, side, "remit-sort.right");
}

static char *
make_functions (Maker *maker, const ScrTermsParty *side)
{
  return list_remits (maker, side, "remit-sort.function");
}

static char *
make_purposes (Maker *maker, const ScrTermsParty *side)
{
  return list_remits (maker, side, "remit-sort.purpose");
}

static char *
make_brief (Maker *maker, const ScrTermsParty *side)
{
  const char *agreed = side->brief != NULL ? scr_item_get_text (side->brief, "agreed") : NULL;

  if (agreed != NULL && strcmp (side->day, agreed) < 0)
    return g_strdup (scr_tr (maker->language, "Not yet agreed"));
  return get_field (maker, side->brief, "state");
}

static char *
make_agreed (Maker *maker, const ScrTermsParty *side)
{
  g_autofree char *day = get_field (maker, side->brief, "agreed");
  g_autofree char *by = get_field (maker, side->brief, "agreed_by");

  if (*day == '\0' || *by == '\0')
    return *day != '\0' ? g_steal_pointer (&day) : g_steal_pointer (&by);
  /* TRANSLATORS: when something was agreed, and by whom. */
  return g_strdup_printf (scr_tr (maker->language, "%1$s, by %2$s"), day, by);
}

static char *
make_review (Maker *maker, const ScrTermsParty *side)
{
  return get_field (maker, side->brief, "review");
}

/* "Disputes between agencies: Independent scrutineer", of each policy that counts on the day and names one.
 */
static char *
make_arbiter (Maker *maker, const ScrTermsParty *side)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) policies = scr_terms_party_list (side, "policy");

  for (guint i = 0; i < policies->len; i++)
    {
      ScrItem *policy = g_ptr_array_index (policies, i);
      g_autoptr (GPtrArray) stages
          = scr_phase_at (scr_item_get_text (policy, "from"), scr_item_get_text (policy, "until"), side->day)
                    == SCR_PHASE_IN_FORCE
                ? scr_source_list_by (maker->source, "stage", "policy", scr_item_get_id (policy))
                : NULL;
      g_autofree char *route = get_field (maker, policy, "route");

      for (guint k = 0; stages != NULL && k < stages->len; k++)
        {
          g_autofree char *arbiter = get_field (maker, g_ptr_array_index (stages, k), "arbiter");

          if (*arbiter != '\0' && *route != '\0')
            /* TRANSLATORS: between whom a dispute is, then who settles it. */
            add_line (text, g_strdup_printf (scr_tr_context (maker->language, "arbiter", "%1$s: %2$s"), route,
                                             arbiter));
          else
            add_line (text, g_steal_pointer (&arbiter));
        }
    }
  return g_strdup (text->str);
}

/* --- Rows --- */

static void
free_row (gpointer data)
{
  ScrTermsRow *row = data;

  g_free (row->section);
  g_free (row->label);
  g_strfreev (row->texts);
  g_free (row);
}

/* Takes @texts. */
static void
take_row (Maker *maker, const char *label, GStrv texts)
{
  ScrTermsRow *row;
  gboolean is_empty = TRUE;

  for (guint i = 0; i < maker->sides->len; i++)
    is_empty = is_empty && *texts[i] == '\0';
  if (is_empty)
    {
      g_strfreev (texts);
      return;
    }
  row = g_new0 (ScrTermsRow, 1);
  row->section = g_strdup (maker->section);
  row->label = g_strdup (label);
  row->texts = texts;
  g_ptr_array_add (maker->terms->rows, row);
}

static void
add_row (Maker *maker, const char *label, MakeText make_text)
{
  GStrv texts = g_new0 (char *, maker->sides->len + 1);

  for (guint i = 0; i < maker->sides->len; i++)
    texts[i] = make_text (maker, g_ptr_array_index (maker->sides, i));
  take_row (maker, label, texts);
}

/* "Learning Hub: takes up one priority at a time"; not in force yet: from when. */
static char *
describe_group (Maker *maker, ScrItem *group, const char *day)
{
  g_autofree char *title = scr_format_title (maker->language, maker->source, group);
  g_autofree char *purpose = get_field (maker, group, "purpose");
  const char *from = scr_item_get_text (group, "from");

  if (from != NULL && strcmp (day, from) < 0)
    {
      g_autofree char *first = scr_format_day (maker->language, from, SCR_DAY_LONG);

      /* TRANSLATORS: a group, then the day on which it begins. */
      return g_strdup_printf (scr_tr (maker->language, "%1$s, from %2$s"), title, first);
    }
  if (*purpose == '\0')
    return g_steal_pointer (&title);
  /* TRANSLATORS: a group, then its purpose. */
  return g_strdup_printf (scr_tr_context (maker->language, "group", "%1$s: %2$s"), title, purpose);
}

static char *
list_groups (Maker *maker, const ScrTermsParty *side, const char *kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < side->groups->len; i++)
    if (g_strcmp0 (scr_item_get_text (g_ptr_array_index (side->groups, i), "kind"), kind) == 0)
      add_line (text, describe_group (maker, g_ptr_array_index (side->groups, i), side->day));
  return g_strdup (text->str);
}

/* A row for each kind of group that there is, in the order of the kinds. */
static void
add_groups (Maker *maker)
{
  const ScrQuery query = {.kind = SCR_KIND_CHOICE, .conditions = {{"list", SCR_IS, "group-kind", 0}}};
  g_autoptr (GPtrArray) kinds = scr_source_list (maker->source, &query);

  for (guint k = 0; k <= kinds->len; k++)
    {
      /* Last those without a kind. */
      ScrItem *kind = k < kinds->len ? g_ptr_array_index (kinds, k) : NULL;
      g_autofree char *label = kind != NULL ? scr_format_title (maker->language, maker->source, kind)
                                            : g_strdup (scr_tr (maker->language, "Group"));
      GStrv texts = g_new0 (char *, maker->sides->len + 1);

      for (guint i = 0; i < maker->sides->len; i++)
        texts[i] = list_groups (maker, g_ptr_array_index (maker->sides, i),
                                kind != NULL ? scr_item_get_id (kind) : NULL);
      take_row (maker, label, texts);
    }
}

static void
add_rows (Maker *maker)
{
  const ScrLanguage *language = maker->language;

  maker->section = scr_tr (language, "The scrutineer");
  add_row (maker, scr_tr (language, "Scrutineer"), make_scrutineers);
  add_row (maker, scr_tr (language, "How appointed"), make_how_appointed);
  add_row (maker, scr_tr (language, "Term"), make_term);
  add_row (maker, scr_tr (language, "In post"), make_in_post);
  add_row (maker, scr_tr (language, "Days a year"), make_days);
  add_row (maker, scr_tr (language, "Substitutes"), make_substitutes);
  add_row (maker, scr_tr (language, "Freedom to roam"), make_freedom);
  add_row (maker, scr_tr (language, "Right to attend and to hear"), make_rights);
  maker->section = scr_tr (language, "The brief");
  add_row (maker, scr_tr (language, "State of the brief"), make_brief);
  add_row (maker, scr_tr (language, "Agreed"), make_agreed);
  add_row (maker, scr_tr (language, "Review due"), make_review);
  add_row (maker, scr_tr (language, "Purposes"), make_purposes);
  add_row (maker, scr_tr (language, "Functions"), make_functions);
  maker->section = scr_tr (language, "The arrangement");
  add_row (maker, scr_tr (language, "State"), make_state);
  add_row (maker, scr_tr (language, "Published"), make_published);
  add_row (maker, scr_tr (language, "In force from"), make_in_force);
  add_row (maker, scr_tr (language, "Guidance it follows"), make_guidance);
  add_row (maker, scr_tr (language, "Leads of the partners"), make_leads);
  add_row (maker, scr_tr (language, "Chair"), make_chairs);
  add_row (maker, scr_tr (language, "Final arbiter of disputes"), make_arbiter);
  maker->section = scr_tr (language, "Groups");
  add_groups (maker);
}

static void
free_party (gpointer data)
{
  scr_terms_party_free (data);
}

/**
 * scr_terms_new:
 * @language: (nullable): what labels are in
 * @source: the record
 * @sides: (array length=n_sides): partnerships, each on a day
 * @n_sides: how many
 *
 * Returns: (transfer full): their terms
 */
ScrTerms *
scr_terms_new (const ScrLanguage *language, ScrSource *source, const ScrTermsSide *sides, guint n_sides)
{
  ScrTerms *self = g_new0 (ScrTerms, 1);
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (free_party);
  Maker maker = {language, source, self, read, NULL};

  self->n_sides = n_sides;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < n_sides; i++)
    g_ptr_array_add (read, scr_terms_party_new (source, &sides[i]));
  add_rows (&maker);
  return self;
}

/**
 * scr_terms_free:
 * @self: terms
 */
void
scr_terms_free (ScrTerms *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * scr_terms_row_compare:
 * @row: a row
 * @left: a side
 * @right: another side
 *
 * Returns: how the texts of the two sides compare; case and accents do not count
 */
ScrSameness
scr_terms_row_compare (const ScrTermsRow *row, guint left, guint right)
{
  g_autofree char *a = scr_fold (row->texts[left]);
  g_autofree char *b = scr_fold (row->texts[right]);

  if (*row->texts[left] == '\0' || *row->texts[right] == '\0')
    return *row->texts[left] != '\0' ? SCR_ONLY_LEFT : *row->texts[right] != '\0' ? SCR_ONLY_RIGHT : SCR_SAME;
  return strcmp (a, b) == 0 ? SCR_SAME : SCR_DIFFERENT;
}
