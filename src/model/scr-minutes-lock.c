/* Approved minutes are not altered. See the header. */
#include "config.h"

#include "scr-minutes-lock.h"

#include "scr-format.h"
#include "scr-minutes-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEETING_APPROVED "meeting-state.minutes-approved"

typedef struct
{
  ScrSource *source;
  const ScrEdit *edit;
  GHashTable *known; /* meeting's identity -> whether it is locked */
  GHashTable *open;  /* meetings that get a further version by this edit */
} Check;

/* --- Versions --- */

static gboolean
has_state (ScrItem *version, const char *state)
{
  return g_strcmp0 (scr_item_get_text (version, "state"), state) == 0;
}

/**
 * scr_minutes_get_version:
 * @source: where it comes from
 * @meeting_id: identity of a meeting
 * @state: one of the states of minutes, such as %SCR_MINUTES_APPROVED
 *
 * Returns: (transfer full) (nullable): the newest version of its minutes in that state
 */
ScrItem *
scr_minutes_get_version (ScrSource *source, const char *meeting_id, const char *state)
{
  const ScrQuery query = {
      .kind = "minutes_version",
      .conditions = {{"meeting", SCR_IS, meeting_id, 0}, {"state", SCR_IS, state, 0}},
  };
  g_autoptr (GPtrArray) found = scr_source_list (source, &query);
  ScrItem *newest = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      ScrItem *version = g_ptr_array_index (found, i);

      if (newest == NULL || scr_item_get_number (version, "number") > scr_item_get_number (newest, "number"))
        newest = version;
    }
  return newest != NULL ? g_object_ref (newest) : NULL;
}

/* A meeting's versions as far as they count: none, approved ones, or a draft that opens them. A draft without
 * a number was added by hand and begins nothing. */
static void
look_at_versions (ScrSource *source, const char *meeting_id, gboolean *approved, gboolean *draft)
{
  g_autoptr (GPtrArray) versions = scr_source_list_by (source, "minutes_version", "meeting", meeting_id);

  *approved = *draft = FALSE;
  for (guint i = 0; i < versions->len; i++)
    {
      ScrItem *version = g_ptr_array_index (versions, i);

      *draft = *draft
               || (has_state (version, SCR_MINUTES_DRAFT) && scr_item_get_number (version, "number") >= 1);
      *approved = *approved || has_state (version, SCR_MINUTES_APPROVED)
                  || has_state (version, SCR_MINUTES_CORRECTED);
    }
}

/**
 * scr_minutes_are_locked:
 * @source: where it comes from
 * @meeting_id: (nullable): identity of a meeting
 *
 * Returns: whether its minutes are approved and no correction is begun
 */
gboolean
scr_minutes_are_locked (ScrSource *source, const char *meeting_id)
{
  g_autoptr (ScrItem) meeting = scr_source_get (source, "meeting", meeting_id);
  gboolean approved, draft;

  if (meeting == NULL)
    return FALSE;
  look_at_versions (source, meeting_id, &approved, &draft);
  return !draft && (approved || g_strcmp0 (scr_item_get_text (meeting, "state"), MEETING_APPROVED) == 0);
}

/**
 * scr_minutes_hold_locked:
 * @source: where it comes from
 * @item: an item of any kind
 * @field: name of one of its fields
 *
 * Returns: whether that field is part of minutes that are locked: a form shows it and does not let it be
 * altered
 */
gboolean
scr_minutes_hold_locked (ScrSource *source, ScrItem *item, const char *field)
{
  const ScrKind *kind = scr_item_get_kind (item);
  const char *way;
  g_autofree char *meeting_id = NULL;

  if (!scr_minutes_have_kind (kind) || !scr_minutes_have_field (kind, field))
    return FALSE;
  way = scr_minutes_get_way (kind);
  meeting_id = way != NULL ? scr_minutes_dup_meeting (source, kind, scr_item_get_text (item, way))
                           : g_strdup (scr_item_get_id (item));
  return scr_minutes_are_locked (source, meeting_id);
}

/**
 * scr_minutes_check_state:
 * @source: where it comes from
 * @item: an item of any kind
 * @field: name of one of its fields
 * @value: what a person chose for it
 * @error: return location
 *
 * Refuses that a meeting is said to have approved minutes where no version of them is kept.
 *
 * Returns: whether it may be set by hand
 */
gboolean
scr_minutes_check_state (ScrSource *source,
                         ScrItem *item,
                         const char *field,
                         const ScrValue *value,
                         GError **error)
{
  gboolean approved, draft;

  if (strcmp (scr_item_get_kind (item)->name, "meeting") != 0 || strcmp (field, "state") != 0
      || value->type != SCR_VALUE_TEXT || strcmp (value->text, MEETING_APPROVED) != 0
      || g_strcmp0 (scr_item_get_text (item, "state"), MEETING_APPROVED) == 0)
    return TRUE;
  look_at_versions (source, scr_item_get_id (item), &approved, &draft);
  if (approved && !draft)
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_READ_ONLY,
                       _ ("Minutes are approved on the page of the meeting, by “Approve Minutes…”: there a "
                          "version of them is kept."));
  return FALSE;
}

/* --- What an edit does --- */

/* What a row sets a field to, NULL if it leaves it alone. */
static const ScrValue *
find_set (const ScrRowEdit *row, const char *field)
{
  for (guint i = 0; i < row->fields->len; i++)
    if (strcmp (row->kind->fields[g_array_index (row->fields, guint, i)].name, field) == 0)
      return &g_array_index (row->values, ScrValue, i);
  return NULL;
}

static const char *
get_set_text (const ScrRowEdit *row, const char *field)
{
  const ScrValue *value = find_set (row, field);

  return value != NULL && value->type == SCR_VALUE_TEXT ? value->text : NULL;
}

static gboolean
alters_field (const ScrRowEdit *row, ScrItem *before, const char *field)
{
  const ScrValue *value = find_set (row, field);

  return value != NULL && !scr_value_equal (value, scr_item_get_value (before, field));
}

/* Whether a row alters what is part of the minutes. */
static gboolean
alters_part (const ScrRowEdit *row, ScrItem *before)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (scr_minutes_have_field (row->kind, row->kind->fields[i].name)
        && alters_field (row, before, row->kind->fields[i].name))
      return TRUE;
  return FALSE;
}

/* A bundle takes an item out of the bin and puts it back as it was there: nothing has come of it. */
static gboolean
goes_back_into_bin (Check *check, guint index)
{
  const ScrRowEdit *row = scr_edit_get_row (check->edit, index);

  for (guint i = index + 1; i < scr_edit_get_n_rows (check->edit); i++)
    {
      const ScrRowEdit *later = scr_edit_get_row (check->edit, i);

      if (later->op == SCR_OP_BIN && later->kind == row->kind && strcmp (later->id, row->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_locked (Check *check, const char *meeting_id)
{
  gpointer known;
  gboolean locked;

  if (meeting_id == NULL || g_hash_table_contains (check->open, meeting_id))
    return FALSE;
  if (g_hash_table_lookup_extended (check->known, meeting_id, NULL, &known))
    return GPOINTER_TO_INT (known);
  locked = scr_minutes_are_locked (check->source, meeting_id);
  g_hash_table_insert (check->known, g_strdup (meeting_id), GINT_TO_POINTER (locked));
  return locked;
}

static gboolean
refuse (Check *check, const char *meeting_id, GError **error)
{
  g_autoptr (ScrItem) meeting = scr_source_get (check->source, "meeting", meeting_id);
  g_autofree char *title = scr_format_title (NULL, check->source, meeting);

  g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY,
               /* TRANSLATORS: %s is the title of a meeting. */
               _ ("The minutes of %s are approved. Begin a correction to alter them."), title);
  return FALSE;
}

/* --- The parts of minutes --- */

/* Whether a row does anything to the minutes that @before is a part of. */
static gboolean
touches (Check *check, guint index, ScrItem *before)
{
  const ScrRowEdit *row = scr_edit_get_row (check->edit, index);
  gboolean in_bin = scr_item_is_deleted (before);

  switch (row->op)
    {
    case SCR_OP_SET:
      return !in_bin && alters_part (row, before);
    case SCR_OP_BIN:
    case SCR_OP_PURGE:
      return !in_bin;
    case SCR_OP_RESTORE:
      return in_bin && !goes_back_into_bin (check, index);
    default:
      return FALSE;
    }
}

static gboolean
check_part (Check *check, guint index, GError **error)
{
  const ScrRowEdit *row = scr_edit_get_row (check->edit, index);
  const char *way = scr_minutes_get_way (row->kind);
  g_autoptr (ScrItem) before
      = row->op == SCR_OP_ADD ? NULL : scr_source_get (check->source, row->kind->name, row->id);
  g_autofree char *from
      = before != NULL ? scr_minutes_dup_meeting (check->source, row->kind, scr_item_get_text (before, way))
                       : NULL;
  g_autofree char *into = scr_minutes_dup_meeting (check->source, row->kind, get_set_text (row, way));

  if (before != NULL && is_locked (check, from) && touches (check, index, before))
    return refuse (check, from, error);
  /* What is new there, or comes from another meeting. */
  if (into != NULL && g_strcmp0 (into, from) != 0 && (before == NULL || !scr_item_is_deleted (before))
      && is_locked (check, into))
    return refuse (check, into, error);
  return TRUE;
}

/* The meeting itself goes into the bin and comes back as it is. */
static gboolean
check_meeting (Check *check, const ScrRowEdit *row, GError **error)
{
  g_autoptr (ScrItem) before
      = row->op == SCR_OP_SET ? scr_source_get (check->source, row->kind->name, row->id) : NULL;
  gboolean approved, draft;

  if (before == NULL || !is_locked (check, row->id))
    return TRUE;
  if (alters_part (row, before))
    return refuse (check, row->id, error);
  if (!alters_field (row, before, "state"))
    return TRUE;
  look_at_versions (check->source, row->id, &approved, &draft);
  return approved && g_strcmp0 (get_set_text (row, "state"), MEETING_APPROVED) != 0
             ? refuse (check, row->id, error)
             : TRUE;
}

/* --- Versions themselves --- */

/* Whether this edit approves another version of that meeting. */
static gboolean
approves_another (Check *check, const char *meeting_id, const char *except)
{
  for (guint i = 0; i < scr_edit_get_n_rows (check->edit); i++)
    {
      const ScrRowEdit *row = scr_edit_get_row (check->edit, i);
      g_autoptr (ScrItem) before = NULL;

      if (strcmp (row->kind->name, "minutes_version") != 0 || strcmp (row->id, except) == 0
          || g_strcmp0 (get_set_text (row, "state"), SCR_MINUTES_APPROVED) != 0)
        continue;
      if (g_strcmp0 (get_set_text (row, "meeting"), meeting_id) == 0)
        return TRUE;
      before = scr_source_get (check->source, "minutes_version", row->id);
      if (before != NULL && g_strcmp0 (scr_item_get_text (before, "meeting"), meeting_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_kept_version (Check *check, const ScrRowEdit *row, ScrItem *before, GError **error)
{
  static const char *const kept[] = {"meeting", "number", "approved", "approved_by", "reason", "text"};
  const char *meeting_id = scr_item_get_text (before, "meeting");

  if (row->op == SCR_OP_BIN || row->op == SCR_OP_PURGE)
    return refuse (check, meeting_id, error);
  if (row->op != SCR_OP_SET)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (alters_field (row, before, kept[i]))
      return refuse (check, meeting_id, error);
  if (alters_field (row, before, "state")
      && !(g_strcmp0 (get_set_text (row, "state"), SCR_MINUTES_CORRECTED) == 0
           && approves_another (check, meeting_id, row->id)))
    return refuse (check, meeting_id, error);
  return TRUE;
}

/* A correction ends by being approved or discarded: discarding puts everything back and removes it for good.
 * Put into the bin, it would leave its alterations in minutes that count as approved. */
static gboolean
check_correction (Check *check, const ScrRowEdit *row, ScrItem *before, GError **error)
{
  gboolean approved, draft;
  const char *state = get_set_text (row, "state");

  if (row->op != SCR_OP_BIN && !(row->op == SCR_OP_SET && alters_field (row, before, "state")))
    return TRUE;
  look_at_versions (check->source, scr_item_get_text (before, "meeting"), &approved, &draft);
  if (!approved || (row->op == SCR_OP_SET && g_strcmp0 (state, SCR_MINUTES_APPROVED) == 0))
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_READ_ONLY,
                       _ ("Approve the correction of these minutes, or discard it."));
  return FALSE;
}

static gboolean
check_version (Check *check, const ScrRowEdit *row, GError **error)
{
  g_autoptr (ScrItem) before
      = row->op == SCR_OP_ADD ? NULL : scr_source_get (check->source, row->kind->name, row->id);

  if (before == NULL || scr_item_is_deleted (before))
    return TRUE;
  if (has_state (before, SCR_MINUTES_DRAFT))
    return check_correction (check, row, before, error);
  if (has_state (before, SCR_MINUTES_APPROVED) || has_state (before, SCR_MINUTES_CORRECTED))
    return check_kept_version (check, row, before, error);
  return TRUE;
}

static gboolean
check_row (Check *check, guint index, GError **error)
{
  const ScrRowEdit *row = scr_edit_get_row (check->edit, index);

  if (strcmp (row->kind->name, "minutes_version") == 0)
    return check_version (check, row, error);
  if (strcmp (row->kind->name, "meeting") == 0)
    return check_meeting (check, row, error);
  return !scr_minutes_have_kind (row->kind) || check_part (check, index, error);
}

/* Meetings that get a correction begun, or a version that was approved elsewhere. */
static void
find_open (Check *check)
{
  for (guint i = 0; i < scr_edit_get_n_rows (check->edit); i++)
    {
      const ScrRowEdit *row = scr_edit_get_row (check->edit, i);
      const char *meeting_id = get_set_text (row, "meeting");
      const char *state = get_set_text (row, "state");

      if (row->op == SCR_OP_ADD && strcmp (row->kind->name, "minutes_version") == 0 && meeting_id != NULL
          && find_set (row, "number") != NULL
          && (g_strcmp0 (state, SCR_MINUTES_DRAFT) == 0 || g_strcmp0 (state, SCR_MINUTES_APPROVED) == 0))
        g_hash_table_add (check->open, (char *)meeting_id);
    }
}

/**
 * scr_minutes_check_edit:
 * @source: the record as it is before the edit
 * @edit: what is to be done
 * @error: return location
 *
 * An edit that sets fields to what they hold already alters nothing, and passes; so does one that adds a
 * version: the beginning of a correction, or minutes that were approved in another copy of the record.
 *
 * Returns: whether @edit leaves approved minutes as they are
 */
gboolean
scr_minutes_check_edit (ScrSource *source, const ScrEdit *edit, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  Check check = {source, edit, known, open};

  find_open (&check);
  for (guint i = 0; i < scr_edit_get_n_rows (edit); i++)
    if (!check_row (&check, i, error))
      return FALSE;
  return TRUE;
}
