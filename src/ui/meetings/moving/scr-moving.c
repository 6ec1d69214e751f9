/* Moving, cancelling and deleting, with what is asked before. See the header. */
#include "config.h"

#include "scr-moving.h"

#include "scr-ask.h"
#include "scr-day.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-series-commands.h"
#include "scr-series-scope.h"

#include <glib/gi18n-lib.h>

/* --- Moving --- */

/* Copies of what is moved and where to: the timeline may be another by the time that somebody has answered.
 */
typedef struct
{
  ScrContext *context;
  GtkWidget *parent; /* weak */
  ScrStore *store;   /* weak: another record may be open by then */
  ScrTimeline *copy; /* one entry, one lane */
  gboolean has_lane;
  int first;
  int last;
  ScrMovingFunc done; /* (nullable) */
  gpointer user_data;
  GDestroyNotify destroy;
} Moving;

static void
settle (Moving *moving, gboolean moved)
{
  ScrMovingFunc done = moving->done;

  moving->done = NULL;
  if (done != NULL)
    done (moved, moving->user_data);
}

static void
moving_free (gpointer data)
{
  Moving *moving = data;

  settle (moving, FALSE);
  if (moving->destroy != NULL)
    moving->destroy (moving->user_data);
  g_object_unref (moving->context);
  g_clear_weak_pointer (&moving->parent);
  g_clear_weak_pointer (&moving->store);
  scr_timeline_free (moving->copy);
  g_free (moving);
}

static const ScrTimelineEntry *
get_entry (const Moving *moving)
{
  return scr_timeline_get_entry (moving->copy, 0);
}

static const ScrTimelineLane *
get_lane (const Moving *moving)
{
  return moving->has_lane ? scr_timeline_get_lane (moving->copy, 0) : NULL;
}

/* What the toast says: where it is now. */
static char *
describe (const Moving *moving, ScrSeriesScope scope)
{
  const ScrTimelineEntry *entry = get_entry (moving);
  gboolean moved = moving->first != entry->first;
  g_autofree char *day = scr_day_from_number (moved ? moving->first : moving->last);
  g_autofree char *shown = scr_format_day (NULL, day, SCR_DAY_LONG);

  if (moved && scope != SCR_SCOPE_THIS)
    /* TRANSLATORS: of meetings of a series; %s is the day of the one that was dragged */
    return g_strdup_printf (_ ("Moved to %s, and the others of the series with it"), shown);
  if (moved)
    /* TRANSLATORS: %s is a day */
    return g_strdup_printf (_ ("Moved to %s"), shown);
  if (moving->last != entry->last)
    /* TRANSLATORS: %s is a day */
    return g_strdup_printf (_ ("Lasts until %s now"), shown);
  /* TRANSLATORS: %s is a group, a partnership, a priority or a kind */
  return g_strdup_printf (C_ ("to another lane", "Moved to %s"), get_lane (moving)->title);
}

static void
carry_out (ScrSeriesScope scope, gpointer user_data)
{
  Moving *moving = user_data;
  g_autofree char *message = describe (moving, scope);
  g_autoptr (GError) error = NULL;

  if (moving->store == NULL || moving->store != scr_context_get_store (moving->context))
    return;
  if (!scr_command_move_entry_in_series (moving->store, get_entry (moving), get_lane (moving), moving->first,
                                         moving->last, scope, &error))
    {
      scr_context_fail (moving->context, error);
      return;
    }
  scr_context_toast (moving->context, message, TRUE);
  settle (moving, TRUE);
}

static void
on_held_asked (AdwMessageDialog *dialog, const char *response, Moving *moving)
{
  if (g_str_equal (response, "move"))
    carry_out (SCR_SCOPE_THIS, moving);
}

/* What took place stays where it was, unless somebody says that it is recorded wrongly. */
static void
ask_about_held (Moving *moving)
{
  const ScrTimelineEntry *entry = get_entry (moving);
  GtkRoot *root = gtk_widget_get_root (moving->parent);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (moving->store), entry->item);
  g_autofree char *day = scr_day_from_number (entry->first);
  g_autofree char *shown = scr_format_day (NULL, day, SCR_DAY_LONG);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
      entry->sort == SCR_TIMELINE_MEETINGS ? _ ("Move a Meeting That Took Place?") : _ ("Move What Is Over?"),
      NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      entry->sort == SCR_TIMELINE_MEETINGS
          /* TRANSLATORS: a meeting, and a day */
          ? _ ("“%1$s” took place on %2$s. Move it only if it was recorded on the wrong day.")
          /* TRANSLATORS: what is over, such as an activity that was done, and a day */
          : _ ("“%1$s” is over: it was on %2$s. Move it only if it was recorded wrongly."),
      title, shown);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "move", _ ("_Move"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "move", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "scr-moving", moving, moving_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_held_asked), moving);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * scr_moving_move:
 * @context: what the window hands to its views; it has a record that can be written to
 * @parent: a widget of the window that asks
 * @entry: what is moved or stretched
 * @lane: (nullable): into which lane; %NULL stays in its own
 * @first: its first day
 * @last: its last day; %G_MAXINT leaves it without one
 * @done: (nullable): called when it is settled, maybe before this returns
 * @user_data: for @done
 * @destroy: (nullable): frees @user_data, in any case
 *
 * Moves, stretches or puts into another lane.
 */
void
scr_moving_move (ScrContext *context,
                 GtkWidget *parent,
                 const ScrTimelineEntry *entry,
                 const ScrTimelineLane *lane,
                 int first,
                 int last,
                 ScrMovingFunc done,
                 gpointer user_data,
                 GDestroyNotify destroy)
{
  Moving *moving = g_new0 (Moving, 1);

  moving->context = g_object_ref (context);
  g_set_weak_pointer (&moving->parent, parent);
  g_set_weak_pointer (&moving->store, scr_context_get_store (context));
  moving->copy = scr_timeline_new_single (entry, lane);
  moving->has_lane = lane != NULL;
  moving->first = first;
  moving->last = last;
  moving->done = done;
  moving->user_data = user_data;
  moving->destroy = destroy;
  if (entry->held)
    ask_about_held (moving);
  else if (scr_series_move_concerns_others (entry, lane, first))
    scr_series_ask_scope (parent, entry->item, _ ("Move Which Meetings?"), carry_out, moving, moving_free);
  else
    {
      carry_out (SCR_SCOPE_THIS, moving);
      moving_free (moving);
    }
}

/* --- Cancelling and deleting --- */

typedef struct
{
  ScrContext *context;
  GtkWidget *parent; /* weak */
  ScrItem *item;
  ScrSeriesScope scope;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->context);
  g_object_unref (act->item);
  g_clear_weak_pointer (&act->parent);
  g_free (act);
}

static Act *
act_new (ScrContext *context, GtkWidget *parent, ScrItem *item, ScrSeriesScope scope)
{
  Act *act = g_new0 (Act, 1);

  act->context = g_object_ref (context);
  act->item = g_object_ref (item);
  act->scope = scope;
  g_set_weak_pointer (&act->parent, parent);
  return act;
}

static gboolean
cancel (ScrItem *draft, gpointer user_data, GError **error)
{
  Act *act = user_data;
  ScrStore *store = scr_context_get_store (act->context);

  /* The record was closed meanwhile: there is nothing to ask again about. */
  if (store == NULL)
    return TRUE;
  if (!scr_command_cancel_in_series (store, act->item, scr_item_get_text (draft, "cancel_reason"), act->scope,
                                     error))
    return FALSE;
  scr_context_toast (
      act->context,
      act->scope == SCR_SCOPE_THIS ? _ ("The meeting is cancelled") : _ ("The meetings are cancelled"), TRUE);
  return TRUE;
}

static const char *
get_cancel_heading (ScrSeriesScope scope)
{
  if (scope == SCR_SCOPE_LATER)
    return _ ("Cancel This and Later Meetings?");
  return scope == SCR_SCOPE_ALL ? _ ("Cancel All Meetings of the Series?") : _ ("Cancel the Meeting?");
}

static void
ask_why (ScrSeriesScope scope, gpointer user_data)
{
  Act *act = user_data;
  ScrStore *store = scr_context_get_store (act->context);
  g_autofree char *title = store != NULL ? scr_format_title (NULL, SCR_SOURCE (store), act->item) : NULL;
  /* TRANSLATORS: %s is a meeting */
  g_autofree char *body
      = g_strdup_printf (_ ("“%s” stays in the record, and calendars are told that it is cancelled."), title);
  const ScrAskQuestion question = {
      .heading = get_cancel_heading (scope),
      .body = body,
      .accept = scope == SCR_SCOPE_THIS ? _ ("Ca_ncel the Meeting") : _ ("Ca_ncel the Meetings"),
      .destructive = TRUE,
      .fields = "cancel_reason",
      .required = "cancel_reason",
  };
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (scr_kind_find ("meeting"), id);

  if (store != NULL && act->parent != NULL)
    scr_ask (act->context, act->parent, &question, draft, cancel,
             act_new (act->context, act->parent, act->item, scope), act_free);
}

/**
 * scr_moving_cancel:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @meeting: what will not be held
 *
 * Asks why, and cancels the meeting, or those of its series.
 */
void
scr_moving_cancel (ScrContext *context, GtkWidget *parent, ScrItem *meeting)
{
  scr_series_ask_scope (parent, meeting, _ ("Cancel Which Meetings?"), ask_why,
                        act_new (context, parent, meeting, SCR_SCOPE_THIS), act_free);
}

static void delete (ScrSeriesScope scope, gpointer user_data)
{
  Act *act = user_data;
  ScrStore *store = scr_context_get_store (act->context);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (store == NULL)
    return;
  title = scr_format_title (NULL, SCR_SOURCE (store), act->item);
  g_ptr_array_add (items, act->item);
  done = scope == SCR_SCOPE_THIS ? scr_command_bin (store, items, &error)
                                 : scr_command_delete_in_series (store, act->item, scope, &error);
  if (!done)
    {
      scr_context_fail (act->context, error);
      return;
    }
  if (scr_context_get_selected (act->context) == act->item)
    scr_context_set_selected (act->context, NULL);
  message = scope == SCR_SCOPE_THIS
                /* TRANSLATORS: %s is the title of what was deleted */
                ? g_strdup_printf (_ ("“%s” is in the bin"), title)
                /* TRANSLATORS: %s is the title of one of several meetings */
                : g_strdup_printf (_ ("Meetings of the series “%s” are in the bin"), title);
  scr_context_toast (act->context, message, TRUE);
}

/**
 * scr_moving_delete:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @item: what goes into the bin
 *
 * Of a meeting of a series it is asked first of how many; one that was held goes alone.
 */
void
scr_moving_delete (ScrContext *context, GtkWidget *parent, ScrItem *item)
{
  Act *act = act_new (context, parent, item, SCR_SCOPE_THIS);

  if (g_str_equal (scr_item_get_kind (item)->name, "meeting") && !scr_series_meeting_was_held (item))
    {
      scr_series_ask_scope (parent, item, _ ("Delete Which Meetings?"), delete, act, act_free);
      return;
    }
  delete (SCR_SCOPE_THIS, act);
  act_free (act);
}
