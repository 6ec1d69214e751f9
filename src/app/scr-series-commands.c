/* Series of meetings: making, extending, altering. See the header; what happens to single meetings is in
 * scr-series-exceptions.c. */
#include "config.h"

#include "scr-series-private.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-meeting-commands.h"
#include "scr-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Laying out --- */

static char *
dup_first_choice (ScrStore *store, const char *list)
{
  const ScrQuery query
      = {.kind = SCR_KIND_CHOICE, .conditions = {{"list", SCR_IS, list, 0}}, .order = "position", .limit = 1};
  g_autoptr (GPtrArray) ids = scr_source_list_ids (SCR_SOURCE (store), &query);

  return ids->len > 0 ? g_strdup (g_ptr_array_index (ids, 0)) : NULL;
}

/* Copies the items of a template as an agenda. Returns whether there were any. */
gboolean
scr_series_lay_out_agenda (ScrStore *store, ScrEdit *edit, const char *meeting, const char *template_id)
{
  static const char *const fields[] = {"title", "purpose", "minutes", "about", "position"};
  const ScrQuery query
      = {.kind = "template_item", .conditions = {{"template", SCR_IS, template_id, 0}}, .order = "position"};
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  if (template_id == NULL)
    return FALSE;
  items = scr_source_list (SCR_SOURCE (store), &query);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (ids, (gpointer)scr_item_get_id (items->pdata[i]), scr_identity_new ());
  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *id = g_hash_table_lookup (ids, scr_item_get_id (item));
      const char *under = scr_item_get_text (item, "under");

      scr_edit_add (edit, "agenda_item", id);
      scr_edit_set_text (edit, "agenda_item", id, "meeting", meeting);
      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        if (scr_item_get_value (item, fields[f])->type != SCR_VALUE_NONE)
          scr_edit_set_value (edit, "agenda_item", id, fields[f], scr_item_get_value (item, fields[f]));
      if (under != NULL)
        scr_edit_set_text (edit, "agenda_item", id, "under", g_hash_table_lookup (ids, under));
    }
  return items->len > 0;
}

static void
add_meeting (ScrStore *store, ScrEdit *edit, ScrItem *draft, const char *series, const char *day)
{
  g_autofree char *id = scr_identity_new ();
  g_autofree char *state = dup_first_choice (store, "meeting-state");
  g_autofree char *pack = dup_first_choice (store, "pack-state");
  const char *const *shared = scr_series_list_fields ();

  scr_edit_add (edit, "meeting", id);
  for (guint i = 0; shared[i] != NULL; i++)
    if (scr_item_get_value (draft, shared[i])->type != SCR_VALUE_NONE)
      scr_edit_set_value (edit, "meeting", id, shared[i], scr_item_get_value (draft, shared[i]));
  scr_edit_set_text (edit, "meeting", id, "day", day);
  scr_edit_set_text (edit, "meeting", id, "occurrence", day);
  scr_edit_set_text (edit, "meeting", id, "series", series);
  scr_edit_set_text (edit, "meeting", id, "state", state);
  scr_edit_set_text (edit, "meeting", id, "pack_state", pack);
  scr_series_lay_out_agenda (store, edit, id, scr_item_get_text (draft, "template"));
}

/* A field follows where the meeting has what the series had: what was altered by hand stays. */
static gboolean
follow_fields (ScrEdit *edit, ScrItem *meeting, ScrItem *old, ScrItem *draft)
{
  const char *const *shared = scr_series_list_fields ();
  gboolean altered = FALSE;

  for (guint i = 0; old != NULL && shared[i] != NULL; i++)
    {
      const ScrValue *was = scr_item_get_value (old, shared[i]);
      const ScrValue *is = scr_item_get_value (meeting, shared[i]);
      const ScrValue *to = scr_item_get_value (draft, shared[i]);

      if (scr_value_equal (was, to) || !scr_value_equal (was, is))
        continue;
      scr_edit_set_value (edit, "meeting", scr_item_get_id (meeting), shared[i], to);
      altered = TRUE;
    }
  return altered;
}

static gboolean
has_agenda (ScrStore *store, ScrItem *meeting)
{
  const ScrQuery query
      = {.kind = "agenda_item", .conditions = {{"meeting", SCR_IS, scr_item_get_id (meeting), 0}}};

  return scr_source_count (SCR_SOURCE (store), &query) > 0;
}

static void
alter_meeting (ScrStore *store,
               ScrEdit *edit,
               const ScrSeriesStep *step,
               ScrItem *old,
               ScrItem *draft,
               const char *series)
{
  const char *id = scr_item_get_id (step->meeting);
  const char *template_id = scr_item_get_text (draft, "template");
  gboolean altered = FALSE;

  scr_edit_set_text (edit, "meeting", id, "series", series);
  if (step->what != SCR_SERIES_OWN)
    scr_edit_set_text (edit, "meeting", id, "occurrence", step->occurrence);
  if (step->what == SCR_SERIES_HELD || step->what == SCR_SERIES_CANCELLED)
    return;
  if (step->what == SCR_SERIES_SHIFT)
    {
      scr_edit_set_text (edit, "meeting", id, "day", step->day);
      altered = TRUE;
    }
  altered = follow_fields (edit, step->meeting, old, draft) || altered;
  if (altered)
    scr_meeting_count_revision (edit, step->meeting);
  if (old != NULL && g_strcmp0 (scr_item_get_text (old, "template"), template_id) != 0
      && !has_agenda (store, step->meeting))
    scr_series_lay_out_agenda (store, edit, id, template_id);
}

void
scr_series_carry_out (ScrStore *store,
                      ScrEdit *edit,
                      const ScrSeriesPlan *plan,
                      ScrItem *old,
                      ScrItem *draft,
                      const char *series)
{
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const ScrSeriesStep *step = g_ptr_array_index (plan->steps, i);

      if (step->what == SCR_SERIES_ADD)
        add_meeting (store, edit, draft, series, step->day);
      else if (step->what == SCR_SERIES_REMOVE)
        scr_edit_bin (edit, "meeting", scr_item_get_id (step->meeting));
      else
        alter_meeting (store, edit, step, old, draft, series);
    }
}

void
scr_series_write (ScrEdit *edit, ScrItem *draft, const char *id)
{
  const ScrKind *kind = scr_item_get_kind (draft);

  for (guint i = 0; i < kind->n_fields; i++)
    scr_edit_set_value (edit, "series", id, kind->fields[i].name, scr_item_get_value_at (draft, i));
}

static gboolean
has_title (ScrItem *draft, GError **error)
{
  const char *title = scr_item_get_text (draft, "title");

  if (title != NULL && *title != '\0')
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Give the series a name."));
  return FALSE;
}

/* --- Commands --- */

/**
 * scr_command_make_series:
 * @store: the record
 * @draft: what the series holds
 * @meeting: (nullable): a meeting that becomes one of it, on whatever day it is
 * @until: the last day for which meetings are laid out
 * @error: return location
 *
 * Makes a series with its meetings.
 *
 * Returns: (transfer full) (nullable): the series
 */
ScrItem *
scr_command_make_series (ScrStore *store, ScrItem *draft, ScrItem *meeting, const char *until, GError **error)
{
  g_autoptr (ScrSeriesPlan) plan = NULL;
  g_autofree char *label = NULL;
  const char *id = scr_item_get_id (draft);
  g_autoptr (ScrEdit) edit = NULL;

  if (!has_title (draft, error))
    return NULL;
  plan = scr_series_plan_for (store, NULL, meeting, draft, SCR_SCOPE_ALL, until, error);
  if (plan == NULL)
    return NULL;
  /* TRANSLATORS: name of a change; %s is the name of a series of meetings. */
  label = scr_series_dup_label (store, _ ("Lay out the series %s"), draft);
  edit = scr_edit_new (label);
  scr_edit_add (edit, "series", id);
  scr_series_write (edit, draft, id);
  if (meeting != NULL)
    {
      const char *day = scr_series_meeting_get_occurrence (meeting);
      g_autoptr (GPtrArray) days = scr_series_list_days (draft, until, NULL);
      g_autofree char *skipped = NULL;

      /* One on a day that the rule does not give comes besides. */
      if (day != NULL && days != NULL && !g_ptr_array_find_with_equal_func (days, day, g_str_equal, NULL))
        {
          skipped = scr_skipped_add_extra (scr_item_get_text (draft, "skipped"), day);
          scr_edit_set_text (edit, "series", id, "skipped", skipped);
        }
    }
  scr_series_carry_out (store, edit, plan, NULL, draft, id);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "series", id);
}

/**
 * scr_command_extend_series:
 * @store: the record
 * @series: a series
 * @until: the last day for which meetings are laid out
 * @error: return location
 *
 * Makes the meetings that are missing. Where none is, nothing is written.
 *
 * Returns: whether all are there
 */
gboolean
scr_command_extend_series (ScrStore *store, ScrItem *series, const char *until, GError **error)
{
  g_autoptr (ScrItem) draft = scr_series_draft_new (store, series);
  g_autoptr (ScrSeriesPlan) plan
      = scr_series_plan_for (store, series, NULL, series, SCR_SCOPE_ALL, until, error);
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (plan == NULL)
    return FALSE;
  if (plan->n[SCR_SERIES_ADD] == 0)
    return TRUE;
  /* TRANSLATORS: name of a change; %s is the name of a series of meetings. */
  label = scr_series_dup_label (store, _ ("Lay out more of %s"), series);
  edit = scr_edit_new (label);
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const ScrSeriesStep *step = g_ptr_array_index (plan->steps, i);

      if (step->what == SCR_SERIES_ADD)
        add_meeting (store, edit, draft, scr_item_get_id (series), step->day);
      else if (scr_item_get_text (step->meeting, "occurrence") == NULL)
        scr_edit_set_text (edit, "meeting", scr_item_get_id (step->meeting), "occurrence", step->occurrence);
    }
  return scr_store_apply (store, edit, error);
}

/* Ends the old series before @day, and gives the draft what is left of the days left out and of the number of
 * times. */
void
scr_series_split (ScrStore *store, ScrEdit *edit, ScrItem *series, ScrItem *draft, const char *day)
{
  const char *id = scr_item_get_id (series);
  const char *from = scr_item_get_text (series, "from");
  g_autofree char *before = scr_day_add (day, -1);
  g_autofree char *early = scr_skipped_from (scr_item_get_text (series, "skipped"), NULL, before);
  g_autofree char *late = scr_skipped_from (scr_item_get_text (series, "skipped"), day, NULL);
  g_autoptr (ScrRepeat) repeat = scr_recurrence_read (scr_item_get_text (draft, "rule"), NULL);
  g_autoptr (ScrRepeat) was = scr_recurrence_read (scr_item_get_text (series, "rule"), NULL);
  g_autoptr (GPtrArray) done = NULL;
  g_autofree char *rule = NULL;

  scr_edit_set_text (edit, "series", id, "until", before);
  scr_edit_set_text (edit, "series", id, "skipped", early);
  scr_series_draft_set (draft, "skipped", late);
  scr_series_draft_set (draft, "uid", NULL);
  if (repeat == NULL || was == NULL || repeat->count == 0 || repeat->count != was->count || from == NULL)
    return;
  done = scr_recurrence_list_days (scr_item_get_text (series, "rule"), from, NULL, from, before, was->count,
                                   NULL, NULL);
  repeat->count = done != NULL && done->len < was->count ? was->count - done->len : 1;
  rule = scr_recurrence_write (repeat);
  scr_series_draft_set (draft, "rule", rule);
}

/* Whether anything of the series lies before the meeting: if not, "this and later" is all. */
gboolean
scr_series_has_earlier (ScrStore *store, ScrItem *series, const char *day)
{
  g_autoptr (GPtrArray) meetings = scr_series_list_meetings (store, series, NULL);

  return meetings->len > 0
         && g_strcmp0 (scr_series_meeting_get_occurrence (g_ptr_array_index (meetings, 0)), day) < 0;
}

/**
 * scr_command_alter_series:
 * @store: the record
 * @series: a series
 * @meeting: (nullable): one of its meetings: from which on, if @scope is that one and later
 * @draft: what the series is to hold; its identity is that of the new series, if one begins
 * @scope: that one and later, or all
 * @until: the last day for which meetings are laid out
 * @error: return location
 *
 * Alters the rule or what the meetings have in common. From one meeting on, the old series ends before it,
 * and a new one begins. Meetings that were held stay as they were, fields that were altered by hand keep what
 * they hold, and agendas are left alone.
 *
 * Returns: (transfer full) (nullable): the series that has the later meetings now
 */
ScrItem *
scr_command_alter_series (ScrStore *store,
                          ScrItem *series,
                          ScrItem *meeting,
                          ScrItem *draft,
                          ScrSeriesScope scope,
                          const char *until,
                          GError **error)
{
  const char *cut = scr_series_get_cut (meeting, scope);
  gboolean splits = cut != NULL && scr_series_has_earlier (store, series, cut);
  const char *id = splits ? scr_item_get_id (draft) : scr_item_get_id (series);
  g_autoptr (ScrItem) old = scr_series_draft_new (store, series);
  g_autoptr (ScrSeriesPlan) plan = NULL;
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (!has_title (draft, error))
    return NULL;
  /* TRANSLATORS: name of a change; %s is the name of a series of meetings. */
  label = scr_series_dup_label (store, splits ? _ ("Alter later meetings of %s") : _ ("Alter the series %s"),
                                series);
  edit = scr_edit_new (label);
  if (splits)
    {
      scr_series_split (store, edit, series, draft, cut);
      if (g_strcmp0 (scr_item_get_text (draft, "from"), scr_item_get_text (series, "from")) == 0)
        scr_series_draft_set (draft, "from", cut);
      scr_edit_add (edit, "series", id);
    }
  plan = scr_series_plan_for (store, series, meeting, draft, splits ? scope : SCR_SCOPE_ALL, until, error);
  if (plan == NULL)
    return NULL;
  scr_series_write (edit, draft, id);
  scr_series_carry_out (store, edit, plan, old, draft, id);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "series", id);
}
