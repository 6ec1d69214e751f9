/* A further meeting like another, on another day. See scr-moving.h. */
#include "config.h"

#include "scr-moving.h"

#include "scr-agenda-commands.h"
#include "scr-ask.h"
#include "scr-clashes.h"
#include "scr-commands.h"
#include "scr-identity.h"
#include "scr-next-meeting.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScrContext *context;
  ScrItem *item;
  ScrMovingMade made; /* (nullable) */
  gpointer user_data;
  GDestroyNotify destroy;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  if (copying->destroy != NULL)
    copying->destroy (copying->user_data);
  g_object_unref (copying->context);
  g_object_unref (copying->item);
  g_free (copying);
}

static ScrStore *
get_store (Copying *copying)
{
  return scr_context_get_store (copying->context);
}

/* What the copy would be: the meeting's own time and people on the day that is proposed. */
static ScrItem *
make_draft (ScrSource *source, ScrItem *meeting)
{
  static const char *const fields[]
      = {"title", "start", "length", "zone", "partnership", "group", "kind", "scrutineer"};
  const ScrKind *kind = scr_item_get_kind (meeting);
  g_autofree char *id = scr_identity_new ();
  ScrItem *draft = scr_item_new (kind, id);
  g_auto (ScrValue) day = SCR_VALUE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (kind, fields[i]),
                           scr_item_get_value (meeting, fields[i]));
  scr_value_take_text (&day, scr_next_meeting_propose_day (source, meeting));
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (kind, "day"), &day);
  return draft;
}

/* What speaks against the day. */
static GStrv
note_day (ScrItem *draft, gpointer user_data)
{
  Copying *copying = user_data;
  g_autoptr (ScrClashes) clashes = NULL;
  ScrClashTime time;

  scr_clash_time_of_item (draft, &time);
  if (get_store (copying) == NULL || time.first == 0)
    return NULL;
  clashes = scr_clashes_new_for_item (NULL, SCR_SOURCE (get_store (copying)), draft);
  return scr_clashes_find (clashes, &time);
}

static void
tell_made (Copying *copying, ScrItem *made)
{
  scr_context_toast (copying->context, scr_store_get_undo_label (get_store (copying)), TRUE);
  if (copying->made != NULL)
    copying->made (made, copying->user_data);
}

static gboolean
copy (ScrItem *draft, gpointer user_data, GError **error)
{
  Copying *copying = user_data;
  ScrStore *store = get_store (copying);
  g_autoptr (ScrItem) made = NULL;

  /* The record was closed meanwhile. */
  if (store == NULL)
    return TRUE;
  made = scr_command_duplicate_meeting (store, copying->item, scr_item_get_text (draft, "day"), error);
  if (made != NULL)
    tell_made (copying, made);
  return made != NULL;
}

static void
ask_for_day (Copying *copying, GtkWidget *parent)
{
  const ScrAskQuestion question = {
      .heading = _ ("Duplicate the Meeting"),
      .body = _ ("A proposed meeting of the same group, at the same place, with the same agenda. On which "
                 "day is it?"),
      .accept = _ ("_Duplicate"),
      .fields = "day",
      .required = "day",
      .notes = note_day,
  };
  g_autoptr (ScrItem) draft = make_draft (SCR_SOURCE (get_store (copying)), copying->item);

  scr_ask (copying->context, parent, &question, draft, copy, copying, copying_free);
}

static void
copy_at_once (Copying *copying)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) made = scr_command_duplicate (get_store (copying), copying->item, &error);

  if (made != NULL)
    tell_made (copying, made);
  else
    scr_context_fail (copying->context, error);
  copying_free (copying);
}

/**
 * scr_moving_duplicate:
 * @context: what the window hands to its views; it has a record that can be written to
 * @parent: a widget of the window that asks
 * @item: what is to be there twice
 * @made: (nullable): called with the copy; never when the person changed their mind
 * @user_data: for @made
 * @destroy: (nullable): frees @user_data, in any case
 *
 * Asks on which day a meeting's copy is, which has the same agenda; anything else is copied at once.
 */
void
scr_moving_duplicate (ScrContext *context,
                      GtkWidget *parent,
                      ScrItem *item,
                      ScrMovingMade made,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  Copying *copying = g_new0 (Copying, 1);

  copying->context = g_object_ref (context);
  copying->item = g_object_ref (item);
  copying->made = made;
  copying->user_data = user_data;
  copying->destroy = destroy;
  if (g_str_equal (scr_item_get_kind (item)->name, "meeting"))
    ask_for_day (copying, parent);
  else
    copy_at_once (copying);
}
