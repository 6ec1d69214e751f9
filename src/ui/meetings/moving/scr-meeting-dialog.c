/* Dialogs that make meetings and give another time. See the header. */
#include "config.h"

#include "scr-meeting-dialog.h"

#include "scr-ask.h"
#include "scr-clashes.h"
#include "scr-day.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-series-commands.h"
#include "scr-series-scope.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  ScrContext *context;
  ScrItem *item;       /* (nullable): what gets another time */
  ScrTimeline *single; /* (nullable): a timeline of it alone */
  ScrSeriesScope scope;
  ScrMeetingDialogMade made;
  gpointer user_data;
  GDestroyNotify destroy;
  char *guessed_title; /* what the dialog filled in by itself, and may fill in again */
  char *guessed_kind;
  gboolean filling;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  if (asked->destroy != NULL)
    asked->destroy (asked->user_data);
  g_object_unref (asked->context);
  g_clear_object (&asked->item);
  g_clear_pointer (&asked->single, scr_timeline_free);
  g_free (asked->guessed_title);
  g_free (asked->guessed_kind);
  g_free (asked);
}

static ScrSource *
get_source (Asked *asked)
{
  return SCR_SOURCE (scr_context_get_store (asked->context));
}

/* --- Drafts --- */

static void
set_text (ScrItem *draft, const char *field, const char *text)
{
  int index = scr_kind_get_field_index (scr_item_get_kind (draft), field);
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint)index, &value);
}

static void
set_number (ScrItem *draft, const char *field, double number)
{
  int index = scr_kind_get_field_index (scr_item_get_kind (draft), field);
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_number (&value, number);
  scr_item_set_value_at (draft, (guint)index, &value);
}

/* A draft that says what @item says. */
static ScrItem *
copy_item (ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  ScrItem *draft = scr_item_new (kind, scr_item_get_id (item));

  for (guint i = 0; i < kind->n_fields; i++)
    scr_item_set_value_at (draft, i, scr_item_get_value_at (item, i));
  return draft;
}

/* What a draft says of times. Borrows. */
static ScrMeetingPlan
read_plan (ScrItem *draft)
{
  double length = scr_item_get_number (draft, "length");

  return (ScrMeetingPlan) {
      .title = scr_item_get_text (draft, "title"),
      .group = scr_item_get_text (draft, "group"),
      .partnership = scr_item_get_text (draft, "partnership"),
      .priority = scr_item_get_text (draft, "priority"),
      .kind = scr_item_get_text (draft, "kind"),
      .day = scr_item_get_text (draft, "day"),
      .last_day = scr_item_get_text (draft, "last_day"),
      .start = scr_item_get_text (draft, "start"),
      .zone = scr_item_get_text (draft, "zone"),
      .length = length > 0 ? length : 0,
      .scrutineer = scr_item_get_bool (draft, "scrutineer"),
  };
}

/* --- What speaks against it --- */

/* The meeting or activity as it is in the draft. */
static GStrv
find_clashes (ScrItem *draft, Asked *asked)
{
  g_autoptr (ScrClashes) clashes = scr_clashes_new_for_item (NULL, get_source (asked), draft);
  ScrClashTime time;

  scr_clash_time_of_item (draft, &time);
  if (time.first == 0 || (time.zone != NULL && !scr_zone_is_valid (time.zone)))
    return NULL;
  return scr_clashes_find (clashes, &time);
}

static GStrv
note_times (ScrItem *draft, gpointer user_data)
{
  const char *kind = scr_item_get_kind (draft)->name;

  if (strcmp (kind, "meeting") != 0 && strcmp (kind, "activity") != 0)
    return NULL;
  return find_clashes (draft, user_data);
}

/* --- A new meeting --- */

/* Whether the dialog may fill a field in: nobody did, or it did itself. */
static gboolean
is_free (ScrItem *draft, const char *field, const char *guessed)
{
  const char *text = scr_item_get_text (draft, field);

  return text == NULL || (guessed != NULL && strcmp (text, guessed) == 0);
}

/* A group brings its name, its kind of meeting and its partnership. */
static void
fill_from_group (ScrItem *draft, Asked *asked)
{
  const char *group_id = scr_item_get_text (draft, "group");
  g_autoptr (ScrItem) group
      = group_id != NULL ? scr_source_get (get_source (asked), "group", group_id) : NULL;

  if (group == NULL || asked->filling)
    return;
  asked->filling = TRUE;
  if (is_free (draft, "title", asked->guessed_title))
    {
      g_free (asked->guessed_title);
      asked->guessed_title = scr_format_title (NULL, get_source (asked), group);
      set_text (draft, "title", asked->guessed_title);
    }
  if (is_free (draft, "kind", asked->guessed_kind))
    {
      g_free (asked->guessed_kind);
      asked->guessed_kind = scr_meeting_dup_kind_of_group (get_source (asked), group_id);
      set_text (draft, "kind", asked->guessed_kind);
    }
  if (g_strcmp0 (scr_item_get_text (draft, "partnership"), scr_item_get_text (group, "partnership")) != 0)
    set_text (draft, "partnership", scr_item_get_text (group, "partnership"));
  asked->filling = FALSE;
}

static GStrv
note_new (ScrItem *draft, gpointer user_data)
{
  Asked *asked = user_data;

  if (asked->filling)
    return NULL;
  fill_from_group (draft, asked);
  return find_clashes (draft, asked);
}

static gboolean
make_meeting (ScrItem *draft, gpointer user_data, GError **error)
{
  Asked *asked = user_data;
  const ScrMeetingPlan plan = read_plan (draft);
  g_autoptr (ScrItem) meeting
      = scr_command_make_meeting (scr_context_get_store (asked->context), &plan, error);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (meeting == NULL)
    return FALSE;
  title = scr_format_title (NULL, get_source (asked), meeting);
  /* TRANSLATORS: %s is a meeting */
  message = g_strdup_printf (_ ("“%s” is on the timeline"), title);
  scr_context_toast (asked->context, message, TRUE);
  if (asked->made != NULL)
    asked->made (meeting, asked->user_data);
  return TRUE;
}

/**
 * scr_meeting_dialog_new_meeting:
 * @context: what the window hands to its views; it has a record that can be written to
 * @parent: a widget of the window that asks
 * @begin: (nullable): what is known already
 * @made: (nullable): called with the new meeting
 * @user_data: for @made
 * @destroy: (nullable): frees @user_data, in any case
 *
 * Asks for title, group, kind, day, time and length, and makes a proposed meeting of it.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
scr_meeting_dialog_new_meeting (ScrContext *context,
                                GtkWidget *parent,
                                const ScrMeetingPlan *begin,
                                ScrMeetingDialogMade made,
                                gpointer user_data,
                                GDestroyNotify destroy)
{
  static const ScrMeetingPlan nothing;
  const ScrMeetingPlan *plan = begin != NULL ? begin : &nothing;
  const ScrAskQuestion question = {
      .heading = _ ("New Meeting"),
      .accept = _ ("_Make"),
      .fields = plan->last_day != NULL ? "title group kind day last_day start length scrutineer"
                                       : "title group kind day start length scrutineer",
      .required = "day",
      .notes = note_new,
  };
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (scr_kind_find ("meeting"), id);
  Asked *asked = g_new0 (Asked, 1);

  asked->context = g_object_ref (context);
  asked->made = made;
  asked->user_data = user_data;
  asked->destroy = destroy;
  set_text (draft, "title", plan->title);
  set_text (draft, "group", plan->group);
  set_text (draft, "partnership", plan->partnership);
  set_text (draft, "priority", plan->priority);
  set_text (draft, "kind", plan->kind);
  set_text (draft, "day", plan->day);
  set_text (draft, "last_day", plan->last_day);
  set_text (draft, "start", plan->start);
  set_text (draft, "zone", plan->zone);
  if (plan->length > 0)
    set_number (draft, "length", plan->length);
  set_number (draft, "scrutineer", plan->scrutineer ? 1 : 0);
  fill_from_group (draft, asked);
  return scr_ask (context, parent, &question, draft, make_meeting, asked, asked_free);
}

/* --- Another time --- */

/* What is neither meeting nor activity has its days in fields of its own. */
static gboolean
move_single (ScrItem *draft, Asked *asked, GError **error)
{
  const ScrTimelineEntry *entry = scr_timeline_get_entry (asked->single, 0);
  const char *until = entry->last_field != NULL ? scr_item_get_text (draft, entry->last_field) : NULL;
  int first, last;

  if (!scr_day_to_number (scr_item_get_text (draft, entry->first_field), &first))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say on which day it is."));
      return FALSE;
    }
  if (entry->last_field == NULL)
    last = first;
  else if (!scr_day_to_number (until, &last))
    last = G_MAXINT;
  if (last < first)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("The last day is before the first."));
      return FALSE;
    }
  return scr_command_move_entry (scr_context_get_store (asked->context), entry, NULL, first, last, error);
}

static gboolean
reschedule (ScrItem *draft, gpointer user_data, GError **error)
{
  Asked *asked = user_data;
  const char *kind = scr_item_get_kind (draft)->name;
  ScrMeetingPlan times = {0};
  gboolean done;

  if (strcmp (kind, "meeting") == 0)
    times = read_plan (draft);
  else if (strcmp (kind, "activity") == 0)
    {
      times.day = scr_item_get_text (draft, "day");
      times.last_day = scr_item_get_text (draft, "until");
    }
  done = times.day != NULL || asked->single == NULL ? scr_command_reschedule_in_series (
             scr_context_get_store (asked->context), asked->item, &times, asked->scope, error)
                                                    : move_single (draft, asked, error);
  if (done)
    scr_context_toast (asked->context, _ ("Rescheduled"), TRUE);
  return done;
}

static void
ask_for_times (ScrContext *context,
               GtkWidget *parent,
               ScrItem *item,
               const char *fields,
               const char *required,
               ScrTimeline *single,
               ScrSeriesScope scope)
{
  gboolean is_meeting = strcmp (scr_item_get_kind (item)->name, "meeting") == 0;
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (scr_context_get_store (context)), item);
  g_autofree char *body = is_meeting && scr_series_meeting_was_held (item) ? g_strdup_printf (
                              /* TRANSLATORS: %s is a meeting */
                              _ ("“%s” took place. Alter its time only if it was recorded wrongly."), title)
                                                                           : g_strdup (title);
  const ScrAskQuestion question = {
      .heading = scope == SCR_SCOPE_THIS    ? _ ("Reschedule")
                 : scope == SCR_SCOPE_LATER ? _ ("Reschedule This and Later Meetings")
                                            : _ ("Reschedule All Meetings of the Series"),
      .body = body,
      .accept = _ ("_Reschedule"),
      .fields = fields,
      .required = required,
      .notes = note_times,
  };
  g_autoptr (ScrItem) draft = copy_item (item);
  Asked *asked = g_new0 (Asked, 1);

  asked->context = g_object_ref (context);
  asked->item = g_object_ref (item);
  asked->single = single;
  asked->scope = scope;
  scr_ask (context, parent, &question, draft, reschedule, asked, asked_free);
}

typedef struct
{
  ScrContext *context;
  GtkWidget *parent; /* weak */
  ScrItem *meeting;
} Scoping;

static void
scoping_free (gpointer data)
{
  Scoping *scoping = data;

  g_object_unref (scoping->context);
  g_object_unref (scoping->meeting);
  g_clear_weak_pointer (&scoping->parent);
  g_free (scoping);
}

static void
on_scope (ScrSeriesScope scope, gpointer user_data)
{
  Scoping *scoping = user_data;

  if (scoping->parent != NULL && scr_context_get_store (scoping->context) != NULL)
    ask_for_times (scoping->context, scoping->parent, scoping->meeting, "day start length last_day zone",
                   "day", NULL, scope);
}

/**
 * scr_meeting_dialog_reschedule_meeting:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @meeting: what gets another time
 *
 * Of a meeting of a series it is asked first of how many the new time is to hold.
 */
void
scr_meeting_dialog_reschedule_meeting (ScrContext *context, GtkWidget *parent, ScrItem *meeting)
{
  Scoping *scoping = g_new0 (Scoping, 1);

  scoping->context = g_object_ref (context);
  scoping->meeting = g_object_ref (meeting);
  g_set_weak_pointer (&scoping->parent, parent);
  if (scr_series_meeting_was_held (meeting))
    {
      on_scope (SCR_SCOPE_THIS, scoping);
      scoping_free (scoping);
      return;
    }
  scr_series_ask_scope (parent, meeting, _ ("Reschedule Which Meetings?"), on_scope, scoping, scoping_free);
}

/**
 * scr_meeting_dialog_reschedule:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @entry: what gets other days: anything on the timeline that says where they are kept
 */
void
scr_meeting_dialog_reschedule (ScrContext *context, GtkWidget *parent, const ScrTimelineEntry *entry)
{
  g_autofree char *fields = NULL;

  g_return_if_fail (entry->first_field != NULL);
  if (entry->sort == SCR_TIMELINE_MEETINGS)
    {
      scr_meeting_dialog_reschedule_meeting (context, parent, entry->item);
      return;
    }
  if (entry->last_field != NULL)
    fields = g_strjoin (" ", entry->first_field, entry->last_field, NULL);
  else
    fields = g_strdup (entry->first_field);
  ask_for_times (context, parent, entry->item, fields, entry->first_field,
                 scr_timeline_new_single (entry, NULL), SCR_SCOPE_THIS);
}
