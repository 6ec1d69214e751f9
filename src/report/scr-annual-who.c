/* The annual report: who scrutinises whom and how, and where the scrutineer has been. */
#include "config.h"

#include "scr-annual.h"

#include <string.h>

static void
add_arrangement (ScrAnnual *self, ScrItem *item)
{
  const ScrLanguage *language = self->language;
  g_autofree char *title = scr_format_title (language, self->source, item);

  scr_document_add_heading (self->document, 3, title);
  scr_annual_add_fact (self, scr_tr (language, "State"), item, "state");
  if (scr_item_get_text (item, "published") != NULL)
    scr_annual_add_fact (self, scr_tr (language, "Published"), item, "published");
  else
    scr_annual_add_fact (self, scr_tr (language, "Publication due"), item, "publish_due");
  if (scr_item_get_text (item, "effective") != NULL)
    scr_annual_add_fact (self, scr_tr (language, "In force from"), item, "effective");
  else
    scr_annual_add_fact (self, scr_tr (language, "In force due"), item, "effective_due");
  if (scr_item_get_text (item, "summary") != NULL)
    scr_document_add_markdown (self->document, scr_item_get_text (item, "summary"));
}

static void
add_remits (ScrAnnual *self, ScrItem *brief)
{
  g_autoptr (GPtrArray) remits = scr_source_list_by (self->source, "remit", "brief", scr_item_get_id (brief));

  if (remits->len == 0)
    {
      scr_annual_add_nothing (
          self, scr_tr (self->language, "The brief’s purposes, functions and rights are not recorded."));
      return;
    }
  scr_document_begin_list (self->document, FALSE, 1);
  for (guint i = 0; i < remits->len; i++)
    {
      ScrItem *remit = g_ptr_array_index (remits, i);
      g_autofree char *sort = scr_annual_text (self, remit, "sort");
      g_autofree char *title = scr_annual_text (self, remit, "title");
      ScrText *text = scr_text_new (NULL);

      scr_text_append_styled (text, SCR_TEXT_BOLD, sort);
      scr_text_append (text, ": ");
      scr_text_append (text, title);
      scr_document_take_item (self->document, text);
    }
  scr_document_end (self->document);
}

static void
add_brief (ScrAnnual *self, ScrItem *brief)
{
  g_autofree char *title = scr_format_title (self->language, self->source, brief);

  scr_document_add_heading (self->document, 3, title);
  scr_annual_add_fact (self, scr_tr (self->language, "State"), brief, "state");
  scr_annual_add_fact (self, scr_tr (self->language, "Agreed"), brief, "agreed");
  scr_annual_add_fact (self, scr_tr (self->language, "Review due"), brief, "review");
  add_remits (self, brief);
}

/**
 * scr_annual_add_arrangements:
 * @self: the report
 *
 * Adds how the partnership works and what it asks of its scrutineer.
 */
void
scr_annual_add_arrangements (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) arrangements = scr_annual_list (self, "arrangement", NULL);
  g_autoptr (GPtrArray) briefs = scr_annual_list (self, "brief", NULL);

  scr_document_add_heading (self->document, 1, scr_tr (language, "The arrangements and the brief"));
  scr_document_add_heading (self->document, 2, scr_tr (language, "How the partnership works"));
  for (guint i = 0; i < arrangements->len; i++)
    add_arrangement (self, g_ptr_array_index (arrangements, i));
  if (arrangements->len == 0)
    scr_annual_add_nothing (self, scr_tr (language, "No arrangement is recorded."));
  scr_document_add_heading (self->document, 2, scr_tr (language, "What is asked of the scrutineer"));
  for (guint i = 0; i < briefs->len; i++)
    add_brief (self, g_ptr_array_index (briefs, i));
  if (briefs->len == 0)
    scr_annual_add_nothing (self, scr_tr (language, "No brief is recorded."));
}

static gboolean
is_scrutineer (ScrItem *appointment)
{
  const char *role = scr_item_get_text (appointment, "role");

  return role != NULL && g_str_has_prefix (role, "role.scrutineer");
}

static GPtrArray *
list_scrutineers (ScrAnnual *self)
{
  GPtrArray *appointments = scr_annual_list (self, "appointment", "from");

  for (guint i = appointments->len; i > 0; i--)
    if (!is_scrutineer (g_ptr_array_index (appointments, i - 1)))
      g_ptr_array_remove_index (appointments, i - 1);
  return appointments;
}

static void
add_scrutineer_table (ScrAnnual *self, GPtrArray *scrutineers)
{
  const ScrLanguage *language = self->language;
  ScrTable *table
      = scr_document_add_table (self->document, scr_tr (language, "Appointments of the scrutineer"));

  scr_table_add_column (table, scr_tr (language, "Appointment"), 3, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "From"), 1.5, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Until"), 1.5, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Days a year"), 1, SCR_ALIGN_END);
  scr_table_add_column (table, scr_tr (language, "Freedom to roam"), 1.2, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  for (guint i = 0; i < scrutineers->len; i++)
    {
      ScrItem *item = g_ptr_array_index (scrutineers, i);

      scr_table_add_row (table);
      scr_annual_add_table_cell (self, table, item, "title");
      scr_annual_add_table_cell (self, table, item, "from");
      scr_annual_add_table_cell (self, table, item, "until");
      scr_annual_add_table_cell (self, table, item, "days");
      scr_annual_add_table_cell (self, table, item, "freedom_to_roam");
    }
}

/**
 * scr_annual_add_scrutineer:
 * @self: the report
 *
 * Adds who the scrutineer is, and where access was asked for.
 */
void
scr_annual_add_scrutineer (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) scrutineers = list_scrutineers (self);
  g_autoptr (GPtrArray) access = scr_annual_list_in_period (self, "access", "day");
  guint refused = 0;

  scr_document_add_heading (self->document, 2, scr_tr (language, "Who scrutinises"));
  if (scrutineers->len > 0)
    add_scrutineer_table (self, scrutineers);
  else
    scr_annual_add_nothing (self, scr_tr (language, "No scrutineer is recorded."));
  for (guint i = 0; i < access->len; i++)
    if (g_strcmp0 (scr_item_get_text (g_ptr_array_index (access, i), "result"), "access-result.refused") == 0)
      refused++;
  if (access->len > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          scr_tr_plural (language, "The access log of the period has %u entry; access was refused %u times.",
                         "The access log of the period has %u entries; access was refused %u times.",
                         access->len),
          access->len, refused);

      scr_document_add_paragraph (self->document, sentence);
    }
}

/* --- Coverage --- */

typedef struct
{
  guint held;
  guint attended;
  const char *last; /* day, borrowed from the meeting */
} Coverage;

static gboolean
was_attended (ScrAnnual *self, ScrItem *meeting, GHashTable *scrutineers)
{
  g_autoptr (GPtrArray) attendance
      = scr_source_list_by (self->source, "attendance", "meeting", scr_item_get_id (meeting));

  for (guint i = 0; i < attendance->len; i++)
    {
      ScrItem *row = g_ptr_array_index (attendance, i);
      const char *who = scr_item_get_text (row, "who");
      const char *state = scr_item_get_text (row, "state");

      if (who != NULL && g_hash_table_contains (scrutineers, who)
          && (g_strcmp0 (state, "attendance-state.present") == 0
              || g_strcmp0 (state, "attendance-state.substitute") == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_held (ScrItem *meeting)
{
  const char *state = scr_item_get_text (meeting, "state");

  return g_strcmp0 (state, "meeting-state.held") == 0 || g_strcmp0 (state, "meeting-state.minutes-draft") == 0
         || g_strcmp0 (state, "meeting-state.minutes-approved") == 0;
}

static GHashTable *
make_scrutineer_set (GPtrArray *scrutineers)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scrutineers->len; i++)
    {
      ScrItem *item = g_ptr_array_index (scrutineers, i);

      g_hash_table_add (set, (gpointer)scr_item_get_id (item));
      if (scr_item_get_text (item, "person") != NULL)
        g_hash_table_add (set, (gpointer)scr_item_get_text (item, "person"));
    }
  return set;
}

static GHashTable *
count_coverage (ScrAnnual *self, GPtrArray *meetings, GHashTable *scrutineers)
{
  GHashTable *by_group = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *meeting = g_ptr_array_index (meetings, i);
      const char *group = scr_item_get_text (meeting, "group");
      Coverage *coverage;

      if (group == NULL || !was_held (meeting))
        continue;
      coverage = g_hash_table_lookup (by_group, group);
      if (coverage == NULL)
        {
          coverage = g_new0 (Coverage, 1);
          g_hash_table_insert (by_group, (gpointer)group, coverage);
        }
      coverage->held++;
      if (was_attended (self, meeting, scrutineers))
        {
          coverage->attended++;
          coverage->last = scr_item_get_text (meeting, "day");
        }
    }
  return by_group;
}

static void
add_coverage_row (ScrAnnual *self, ScrTable *table, ScrItem *group, const Coverage *coverage)
{
  const ScrLanguage *language = self->language;
  g_autofree char *title = scr_format_title (language, self->source, group);
  g_autofree char *held = g_strdup_printf ("%u", coverage->held);
  g_autofree char *attended = g_strdup_printf ("%u", coverage->attended);
  g_autofree char *last
      = coverage->last != NULL ? scr_format_day (language, coverage->last, SCR_DAY_LONG) : NULL;

  scr_table_add_row (table);
  scr_table_add_cell (table, title);
  scr_table_add_cell (table, held);
  scr_table_add_cell (table, attended);
  scr_table_add_cell (table, last != NULL ? last : scr_tr (language, "Never"));
}

/**
 * scr_annual_add_attendance:
 * @self: the report
 *
 * Adds where the scrutineer has been: for each group, how many meetings were held and how many were attended.
 */
void
scr_annual_add_attendance (ScrAnnual *self)
{
  const ScrLanguage *language = self->language;
  g_autoptr (GPtrArray) meetings = scr_annual_list_in_period (self, "meeting", "day");
  g_autoptr (GPtrArray) scrutineers = list_scrutineers (self);
  g_autoptr (GPtrArray) groups = scr_annual_list (self, "group", NULL);
  g_autoptr (GHashTable) set = make_scrutineer_set (scrutineers);
  g_autoptr (GHashTable) coverage = count_coverage (self, meetings, set);
  ScrTable *table;

  scr_document_add_heading (self->document, 2, scr_tr (language, "Where the scrutineer has been"));
  if (g_hash_table_size (coverage) == 0)
    {
      scr_annual_add_nothing (self, scr_tr (language, "No meeting of the period is recorded as held."));
      return;
    }
  table = scr_document_add_table (self->document, scr_tr (language, "Meetings held and attended, by group"));
  scr_table_add_column (table, scr_tr (language, "Group"), 3, SCR_ALIGN_START);
  scr_table_add_column (table, scr_tr (language, "Held"), 0.8, SCR_ALIGN_END);
  scr_table_add_column (table, scr_tr (language, "Attended"), 0.9, SCR_ALIGN_END);
  scr_table_add_column (table, scr_tr (language, "Last attended"), 1.5, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  for (guint i = 0; i < groups->len; i++)
    {
      ScrItem *group = g_ptr_array_index (groups, i);
      const Coverage *counted = g_hash_table_lookup (coverage, scr_item_get_id (group));

      if (counted != NULL)
        add_coverage_row (self, table, group, counted);
    }
}
