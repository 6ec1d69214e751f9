/* A further meeting like the one that is shown, on another day. See scr-meeting-page.h. */
#include "config.h"

#include "scr-meeting-page-private.h"

#include "scr-agenda-commands.h"
#include "scr-ask.h"
#include "scr-clashes.h"
#include "scr-identity.h"
#include "scr-next-meeting.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScrMeetingPage *page;
  ScrItem *meeting;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_object_unref (copying->page);
  g_object_unref (copying->meeting);
  g_free (copying);
}

static ScrStore *
get_store (Copying *copying)
{
  return scr_view_get_store (SCR_VIEW (copying->page));
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

static gboolean
copy (ScrItem *draft, gpointer user_data, GError **error)
{
  Copying *copying = user_data;
  ScrMeetingPage *page = copying->page;
  ScrStore *store = get_store (copying);
  g_autoptr (ScrItem) made = NULL;

  /* The record was closed meanwhile. */
  if (store == NULL)
    return TRUE;
  made = scr_command_duplicate_meeting (store, copying->meeting, scr_item_get_text (draft, "day"), error);
  if (made == NULL)
    return FALSE;
  scr_context_toast (scr_view_get_context (SCR_VIEW (page)), scr_store_get_undo_label (store), TRUE);
  if (page->meeting == copying->meeting)
    scr_meeting_page_show (page, made);
  return TRUE;
}

/* Asks on which day, makes a meeting with the same agenda, and shows it. */
void
scr_meeting_page_duplicate (ScrMeetingPage *self)
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
  Copying *copying = g_new0 (Copying, 1);
  g_autoptr (ScrItem) draft = make_draft (SCR_SOURCE (scr_view_get_store (SCR_VIEW (self))), self->meeting);

  copying->page = g_object_ref (self);
  copying->meeting = g_object_ref (self->meeting);
  scr_ask (scr_view_get_context (SCR_VIEW (self)), GTK_WIDGET (self), &question, draft, copy, copying,
           copying_free);
}
