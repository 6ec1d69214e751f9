/* ScrMeetingMinutes - the minutes of one item of an agenda, or of a meeting. See the header. */
#include "config.h"

#include "scr-meeting-minutes.h"

#include "scr-agenda.h"
#include "scr-choices.h"
#include "scr-minutes-rows.h"
#include "scr-minutes-bar.h"
#include "scr-minutes-lock.h"
#include "scr-minutes-outcomes.h"
#include "scr-pill.h"
#include "scr-rich-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrMeetingMinutes
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrItem *meeting;      /* (nullable) */
  ScrItem *item;         /* (nullable): of its agenda */
  GSignalGroup *changes; /* of the record */
  guint refreshing;      /* writing what was typed must not come back here before it is done */
  gboolean locked;

  GtkWidget *title;
  GtkWidget *pill;
  ScrMinutesBar *bar;
  GtkWidget *card;
  ScrRichEditor *editor;
  ScrMinutesOutcomes *outcomes;
};

G_DEFINE_FINAL_TYPE (ScrMeetingMinutes, scr_meeting_minutes, GTK_TYPE_BOX)

static ScrStore *
get_store (ScrMeetingMinutes *self)
{
  return scr_context_get_store (self->context);
}

/* --- Showing --- */

static char *
dup_number (ScrMeetingMinutes *self)
{
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (SCR_SOURCE (get_store (self)), self->meeting);
  int index = scr_agenda_find (agenda, scr_item_get_id (self->item));

  return index >= 0 ? g_strdup (scr_agenda_get_row (agenda, (guint)index)->number) : NULL;
}

static void
show_title (ScrMeetingMinutes *self)
{
  g_autofree char *number = self->item != NULL && get_store (self) != NULL ? dup_number (self) : NULL;
  /* TRANSLATORS: heading; %s is the number of an item of an agenda, such as 2.1 */
  g_autofree char *title = number != NULL ? g_strdup_printf (_ ("Minutes of item %s"), number) : NULL;

  gtk_label_set_text (GTK_LABEL (self->title), title != NULL        ? title
                                               : self->item != NULL ? _ ("Minutes of the item")
                                                                    : _ ("Minutes of the meeting"));
}

static void
show_state (ScrMeetingMinutes *self)
{
  g_autoptr (ScrItem) state = scr_source_get (SCR_SOURCE (get_store (self)), SCR_KIND_CHOICE,
                                              self->locked ? SCR_MINUTES_APPROVED : SCR_MINUTES_DRAFT);

  if (state != NULL)
    scr_choices_show_pill (self->pill, SCR_SOURCE (get_store (self)), state);
  else
    scr_pill_set (self->pill, NULL, self->locked ? _ ("Approved") : _ ("Draft"),
                  self->locked ? "done" : "soon");
}

static void
refresh (ScrMeetingMinutes *self)
{
  ScrStore *store = get_store (self);
  gboolean shown = self->meeting != NULL && store != NULL;
  gboolean may;

  gtk_widget_set_visible (self->pill, shown);
  show_title (self);
  scr_minutes_bar_set (self->bar, shown ? self->meeting : NULL);
  if (!shown)
    {
      scr_rich_editor_set (self->editor, NULL, "text", FALSE);
      scr_minutes_outcomes_set (self->outcomes, NULL, NULL, FALSE);
      /* Last: what is hidden has let the keyboard go. */
      gtk_widget_set_visible (self->card, FALSE);
      return;
    }
  gtk_widget_set_visible (self->card, TRUE);
  self->locked = scr_minutes_are_locked (SCR_SOURCE (store), scr_item_get_id (self->meeting));
  may = !self->locked && !scr_store_is_read_only (store);
  show_state (self);
  if (self->item != NULL)
    scr_rich_editor_set (self->editor, self->item, "text", may);
  else
    scr_rich_editor_set (self->editor, self->meeting, "summary", may);
  scr_minutes_outcomes_set (self->outcomes, self->meeting, self->item, self->locked);
}

static gboolean
concerns (ScrChange *change)
{
  static const char *const kinds[]
      = {"meeting",     "agenda_item", "decision", "action",          "evidence",    "person",
         "appointment", "group",       "choice",   "minutes_version", "organisation"};

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (scr_change_touches_kind (change, scr_kind_find (kinds[i])))
      return TRUE;
  return FALSE;
}

static gboolean
on_refresh (gpointer user_data)
{
  ScrMeetingMinutes *self = user_data;

  self->refreshing = 0;
  if (self->item != NULL && scr_item_is_deleted (self->item))
    g_clear_object (&self->item);
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (ScrStore *store, ScrChange *change, ScrMeetingMinutes *self)
{
  if (self->meeting != NULL && self->refreshing == 0 && concerns (change))
    self->refreshing = g_idle_add (on_refresh, self);
}

static void
on_store (ScrMeetingMinutes *self)
{
  g_signal_group_set_target (self->changes, get_store (self));
  if (get_store (self) == NULL)
    scr_meeting_minutes_set_meeting (self, NULL);
}

/* --- What it is about --- */

/**
 * scr_meeting_minutes_set_meeting:
 * @self: minutes
 * @meeting: (nullable): whose minutes they are from now on, as a whole
 */
void
scr_meeting_minutes_set_meeting (ScrMeetingMinutes *self, ScrItem *meeting)
{
  if (meeting != self->meeting)
    g_clear_object (&self->item);
  g_set_object (&self->meeting, meeting);
  refresh (self);
}

/**
 * scr_meeting_minutes_set_item:
 * @self: minutes
 * @agenda_item: (nullable): the one item that is shown; %NULL for the meeting as a whole
 */
void
scr_meeting_minutes_set_item (ScrMeetingMinutes *self, ScrItem *agenda_item)
{
  if (agenda_item != NULL && self->meeting != NULL
      && g_strcmp0 (scr_item_get_text (agenda_item, "meeting"), scr_item_get_id (self->meeting)) != 0)
    agenda_item = NULL;
  g_set_object (&self->item, agenda_item);
  refresh (self);
}

/**
 * scr_meeting_minutes_can_approve:
 * @self: minutes
 *
 * Returns: whether the minutes of the meeting may be approved now
 */
gboolean
scr_meeting_minutes_can_approve (ScrMeetingMinutes *self)
{
  return self->meeting != NULL && get_store (self) != NULL && !self->locked
         && !scr_store_is_read_only (get_store (self));
}

/**
 * scr_meeting_minutes_approve:
 * @self: minutes
 *
 * Asks on which day and by whom they were approved.
 */
void
scr_meeting_minutes_approve (ScrMeetingMinutes *self)
{
  if (scr_meeting_minutes_can_approve (self))
    scr_minutes_ask_approve (self->context, GTK_WIDGET (self), self->meeting);
}

/* --- Making --- */

static void
scr_meeting_minutes_dispose (GObject *object)
{
  ScrMeetingMinutes *self = SCR_MEETING_MINUTES (object);

  g_clear_handle_id (&self->refreshing, g_source_remove);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->changes);
  g_clear_object (&self->item);
  g_clear_object (&self->meeting);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_meeting_minutes_parent_class)->dispose (object);
}

static void
scr_meeting_minutes_class_init (ScrMeetingMinutesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_meeting_minutes_dispose;
}

static void
scr_meeting_minutes_init (ScrMeetingMinutes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
}

static void
make (ScrMeetingMinutes *self)
{
  GtkWidget *heading = scr_minutes_heading_new (&self->title);

  self->pill = scr_pill_new ("", "", NULL);
  gtk_box_append (GTK_BOX (heading), self->pill);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "scr-minutes-card");
  self->editor = SCR_RICH_EDITOR (scr_rich_editor_new (self->context, _ ("Write what was said…")));
  self->outcomes = SCR_MINUTES_OUTCOMES (scr_minutes_outcomes_new (self->context));
  self->bar = SCR_MINUTES_BAR (scr_minutes_bar_new (self->context));
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->editor));
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->outcomes));
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->card);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
}

/**
 * scr_meeting_minutes_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): minutes of no meeting
 */
GtkWidget *
scr_meeting_minutes_new (ScrContext *context)
{
  ScrMeetingMinutes *self = g_object_new (SCR_TYPE_MEETING_MINUTES, NULL);

  scr_minutes_rows_ensure ();
  self->context = g_object_ref (context);
  make (self);
  self->changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect_data (self->changes, "changed", G_CALLBACK (on_changed), self, NULL, 0);
  g_signal_connect_swapped (context, "notify::store", G_CALLBACK (on_store), self);
  on_store (self);
  refresh (self);
  return GTK_WIDGET (self);
}
