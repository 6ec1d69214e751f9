/* Who came to a meeting. See the header. */
#include "config.h"

#include "scr-people-commands.h"

#include "scr-command-draft.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a change is called: @words with the title of somebody (%1$s) and of the meeting (%2$s). */
static ScrEdit *
begin (ScrStore *store, const char *words, ScrItem *who, ScrItem *meeting)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), who);
  GString *text = g_string_new (words);
  g_autofree char *label = NULL;

  g_string_replace (text, "%2$s", scr_item_get_text (meeting, "title"), 1);
  g_string_replace (text, "%1$s", title, 1);
  label = g_string_free (text, FALSE);
  return scr_edit_new (label);
}

/* Records @who, who was not yet; the identity belongs to @edit. */
static const char *
add_entry (ScrEdit *edit, ScrItem *meeting, ScrItem *who, const char *state, const char *capacity)
{
  const char *id = scr_edit_add (edit, "attendance", NULL);

  scr_edit_set_text (edit, "attendance", id, "meeting", scr_item_get_id (meeting));
  scr_edit_set_text (edit, "attendance", id, "who", scr_item_get_id (who));
  scr_edit_set_text (edit, "attendance", id, "state", state);
  scr_edit_set_text (edit, "attendance", id, "capacity", capacity);
  return id;
}

static void
put_entry (ScrEdit *edit, ScrItem *meeting, ScrItem *who, const ScrAttendee *known, const char *state)
{
  if (known == NULL || known->entry == NULL)
    add_entry (edit, meeting, who, state, known != NULL ? known->capacity : NULL);
  else
    {
      const char *id = scr_item_get_id (known->entry);

      scr_edit_set_text (edit, "attendance", id, "state", state);
      /* Whoever is told to be there in person stands in for nobody. */
      if (scr_item_get_text (known->entry, "substitute_for") != NULL)
        scr_edit_set_text (edit, "attendance", id, "substitute_for", NULL);
    }
}

static void
drop_substitute (ScrEdit *edit, const ScrAttendee *known)
{
  if (known != NULL && known->substitute != NULL)
    scr_edit_bin (edit, "attendance", scr_item_get_id (known->substitute));
}

/**
 * scr_command_set_attendance:
 * @store: the record
 * @meeting: a meeting of it
 * @who: a person, appointment or organisation
 * @state: identity of a choice in the list "attendance-state", but for "substitute"
 * @error: return location
 *
 * Whoever stood in until now does so no longer.
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_set_attendance (ScrStore *store,
                            ScrItem *meeting,
                            ScrItem *who,
                            const char *state,
                            GError **error)
{
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (SCR_SOURCE (store), meeting);
  const ScrAttendee *known = scr_attendance_find (attendance, scr_item_get_id (who));
  /* TRANSLATORS: name of a change; %1$s is a person or role, %2$s a meeting. */
  g_autoptr (ScrEdit) edit = begin (store, _ ("Attendance of %1$s at %2$s"), who, meeting);

  g_return_val_if_fail (g_strcmp0 (state, SCR_ATTENDANCE_SUBSTITUTE) != 0, FALSE);
  put_entry (edit, meeting, who, known, state);
  drop_substitute (edit, known);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_set_capacity:
 * @store: the record
 * @meeting: a meeting of it
 * @who: a person, appointment or organisation
 * @capacity: identity of a choice in the list "capacity"
 * @error: return location
 *
 * At this meeting alone: the membership of the group stays as it is.
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_set_capacity (ScrStore *store,
                          ScrItem *meeting,
                          ScrItem *who,
                          const char *capacity,
                          GError **error)
{
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (SCR_SOURCE (store), meeting);
  const ScrAttendee *known = scr_attendance_find (attendance, scr_item_get_id (who));
  /* TRANSLATORS: name of a change; %1$s is a person or role, %2$s a meeting. */
  g_autoptr (ScrEdit) edit = begin (store, _ ("Capacity of %1$s at %2$s"), who, meeting);

  if (known == NULL || known->entry == NULL)
    add_entry (edit, meeting, who, SCR_ATTENDANCE_INVITED, capacity);
  else
    scr_edit_set_text (edit, "attendance", scr_item_get_id (known->entry), "capacity", capacity);
  if (known != NULL && known->substitute != NULL)
    scr_edit_set_text (edit, "attendance", scr_item_get_id (known->substitute), "capacity", capacity);
  return scr_store_apply (store, edit, error);
}

static gboolean
check_substitute (const ScrAttendance *attendance, ScrItem *who, ScrItem *substitute, GError **error)
{
  const ScrAttendee *other = scr_attendance_find (attendance, scr_item_get_id (substitute));
  const char *const wrong[] = {
      _ ("An organisation has no substitute: record who came instead."),
      _ ("Nobody can stand in for themselves."),
      _ ("Who is present in person cannot stand in for somebody else."),
  };
  int which = -1;

  if (strcmp (scr_item_get_kind (who)->name, "organisation") == 0)
    which = 0;
  else if (strcmp (scr_item_get_id (who), scr_item_get_id (substitute)) == 0)
    which = 1;
  else if (other != NULL && other->counts && g_strcmp0 (other->state, SCR_ATTENDANCE_PRESENT) == 0)
    which = 2;
  if (which >= 0)
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, wrong[which]);
  return which < 0;
}

/**
 * scr_command_set_substitute:
 * @store: the record
 * @meeting: a meeting of it
 * @who: a person or appointment who sends apologies
 * @substitute: a person or appointment who stands in
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_set_substitute (ScrStore *store,
                            ScrItem *meeting,
                            ScrItem *who,
                            ScrItem *substitute,
                            GError **error)
{
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (SCR_SOURCE (store), meeting);
  const ScrAttendee *known = scr_attendance_find (attendance, scr_item_get_id (who));
  const ScrAttendee *other = scr_attendance_find (attendance, scr_item_get_id (substitute));
  /* TRANSLATORS: name of a change; %1$s is a person or role, %2$s a meeting. */
  g_autoptr (ScrEdit) edit = begin (store, _ ("Substitute for %1$s at %2$s"), who, meeting);
  const char *capacity = known != NULL ? known->capacity : NULL;
  const char *id;

  if (!check_substitute (attendance, who, substitute, error))
    return FALSE;
  put_entry (edit, meeting, who, known, SCR_ATTENDANCE_APOLOGIES);
  drop_substitute (edit, known);
  if (other != NULL && other->entry != NULL)
    {
      id = scr_item_get_id (other->entry);
      scr_edit_set_text (edit, "attendance", id, "state", SCR_ATTENDANCE_SUBSTITUTE);
    }
  else
    id = add_entry (edit, meeting, substitute, SCR_ATTENDANCE_SUBSTITUTE, capacity);
  scr_edit_set_text (edit, "attendance", id, "substitute_for", scr_item_get_id (who));
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_forget_attendance:
 * @store: the record
 * @meeting: a meeting of it
 * @who: a person, appointment or organisation whose attendance is recorded
 * @error: return location
 *
 * Puts what is recorded of this one, and of who stood in, into the bin. Who is expected stays listed.
 *
 * Returns: whether it is done
 */
gboolean
scr_command_forget_attendance (ScrStore *store, ScrItem *meeting, ScrItem *who, GError **error)
{
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (SCR_SOURCE (store), meeting);
  const ScrAttendee *known = scr_attendance_find (attendance, scr_item_get_id (who));
  /* TRANSLATORS: name of a change; %1$s is a person or role, %2$s a meeting. */
  g_autoptr (ScrEdit) edit = begin (store, _ ("Remove the attendance of %1$s at %2$s"), who, meeting);

  if (known == NULL || (known->entry == NULL && known->substitute == NULL))
    return TRUE;
  if (known->entry != NULL)
    scr_edit_bin (edit, "attendance", scr_item_get_id (known->entry));
  drop_substitute (edit, known);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_all_present:
 * @store: the record
 * @meeting: a meeting of it
 * @error: return location
 *
 * Whoever is expected, and of whom nothing else is recorded yet, was present. Apologies stay apologies.
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_all_present (ScrStore *store, ScrItem *meeting, GError **error)
{
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (SCR_SOURCE (store), meeting);
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  /* TRANSLATORS: name of a change; %s is a meeting. */
  label = g_strdup_printf (_ ("All present at %s"), scr_item_get_text (meeting, "title"));
  edit = scr_edit_new (label);
  for (guint i = 0; i < attendance->people->len; i++)
    {
      const ScrAttendee *attendee = attendance->people->pdata[i];

      if (attendee->state == NULL || strcmp (attendee->state, SCR_ATTENDANCE_INVITED) == 0)
        put_entry (edit, meeting, attendee->who, attendee, SCR_ATTENDANCE_PRESENT);
    }
  return scr_edit_get_n_rows (edit) == 0 || scr_store_apply (store, edit, error);
}

/**
 * scr_command_add_attendee:
 * @store: the record
 * @meeting: a meeting of it
 * @who: a person, appointment or organisation who is not expected
 * @capacity: identity of a choice in the list "capacity"
 * @error: return location
 *
 * Who is added before the day is invited, afterwards was present.
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_add_attendee (ScrStore *store,
                          ScrItem *meeting,
                          ScrItem *who,
                          const char *capacity,
                          GError **error)
{
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (SCR_SOURCE (store), meeting);
  const ScrAttendee *known = scr_attendance_find (attendance, scr_item_get_id (who));
  const char *day = scr_item_get_text (meeting, "day");
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));
  gboolean has_come = day != NULL && strcmp (day, today) <= 0;
  /* TRANSLATORS: name of a change; %1$s is a person or role, %2$s a meeting. */
  g_autoptr (ScrEdit) edit = begin (store, _ ("Add %1$s to %2$s"), who, meeting);

  if (known != NULL)
    {
      g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), who);

      g_set_error (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("%s is listed already."), title);
      return FALSE;
    }
  add_entry (edit, meeting, who, has_come ? SCR_ATTENDANCE_PRESENT : SCR_ATTENDANCE_INVITED, capacity);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_add_interest:
 * @store: the record
 * @draft: an item of kind "interest" that the record does not hold
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the interest as it is kept
 */
ScrItem *
scr_command_add_interest (ScrStore *store, ScrItem *draft, GError **error)
{
  const char *title = scr_item_get_text (draft, "title");

  if (scr_item_get_text (draft, "who") == NULL || scr_item_get_text (draft, "item") == NULL || title == NULL
      || *title == '\0')
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("Say who declares an interest, in which item, and what it is."));
      return NULL;
    }
  return scr_command_add_draft (store, draft, error);
}
