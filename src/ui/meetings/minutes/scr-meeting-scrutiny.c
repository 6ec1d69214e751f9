/* ScrMeetingScrutiny - what the scrutineer does at a meeting. See the header. */
#include "config.h"

#include "scr-meeting-scrutiny.h"

#include "scr-inline-entry.h"
#include "scr-labels.h"
#include "scr-minutes-rows.h"
#include "scr-minutes-commands.h"
#include "scr-rich-editor.h"
#include "scr-scrutiny-commands.h"
#include "scr-scrutiny-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  ADD_QUESTION,
  ADD_MESSAGE,
  ADD_EVIDENCE,
  ADD_CHALLENGE,
  N_ADDERS,
};

struct _ScrMeetingScrutiny
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrItem *meeting;      /* (nullable) */
  ScrItem *item;         /* (nullable): of its agenda, selected beside */
  GSignalGroup *changes; /* of the record */
  guint refreshing;      /* rows may not go while one of them is acting */

  GPtrArray *shown; /* (element-type ScrItem) */
  GtkWidget *content;
  GtkWidget *list;
  GtkWidget *none;
  GtkWidget *buttons;
  GtkWidget *adders[N_ADDERS];
  ScrInlineEntry *entry;
  ScrRichEditor *observations;
};

G_DEFINE_FINAL_TYPE (ScrMeetingScrutiny, scr_meeting_scrutiny, GTK_TYPE_BOX)

static const char *const adders[N_ADDERS] = {
    N_ ("_Question"),
    N_ ("Key _Message"),
    N_ ("_Evidence"),
    N_ ("_Challenge"),
};

static ScrStore *
get_store (ScrMeetingScrutiny *self)
{
  return scr_context_get_store (self->context);
}

static gboolean
may_edit (ScrMeetingScrutiny *self)
{
  return self->meeting != NULL && get_store (self) != NULL && !scr_store_is_read_only (get_store (self))
         && !scr_item_is_deleted (self->meeting);
}

/* --- What can be done with a question --- */

static ScrItem *
get_item (ScrMeetingScrutiny *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);

  return g_ptr_array_index (self->shown, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
on_asked (GtkCheckButton *check, ScrMeetingScrutiny *self)
{
  g_autoptr (GError) error = NULL;

  if (!scr_command_mark_asked (get_store (self), get_item (self, GTK_WIDGET (check)),
                               gtk_check_button_get_active (check), &error))
    scr_context_fail (self->context, error);
  else
    scr_context_toast (self->context, scr_store_get_undo_label (get_store (self)), TRUE);
}

static void
on_answer (GtkButton *button, ScrMeetingScrutiny *self)
{
  scr_scrutiny_ask_answer (self->context, GTK_WIDGET (self), get_item (self, GTK_WIDGET (button)));
}

static void
add_asking_acts (ScrMeetingScrutiny *self, GtkWidget *row, ScrItem *asking)
{
  g_autoptr (ScrItem) answer = scr_scrutiny_find_answer (SCR_SOURCE (get_store (self)), asking);
  GtkWidget *acts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("mail-replied-symbolic");

  /* What was answered was asked. */
  if (answer == NULL)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_ ("Asked"));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), scr_item_get_text (asking, "day") != NULL);
      g_signal_connect (check, "toggled", G_CALLBACK (on_asked), self);
      gtk_box_append (GTK_BOX (acts), check);
    }
  gtk_widget_set_tooltip_text (button, _ ("Note the Answer…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note the Answer…"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_answer), self);
  gtk_box_append (GTK_BOX (acts), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), acts);
}

/* --- Showing --- */

static void
refresh (ScrMeetingScrutiny *self)
{
  ScrStore *store = get_store (self);
  int focused = scr_minutes_rows_get_focused (self->list);
  gboolean shown = self->meeting != NULL && store != NULL;

  g_ptr_array_unref (self->shown);
  self->shown = shown ? scr_scrutiny_list (SCR_SOURCE (store), self->meeting)
                      : g_ptr_array_new_with_free_func (g_object_unref);
  scr_minutes_rows_clear (self->list);
  for (guint i = 0; i < self->shown->len; i++)
    {
      ScrItem *item = g_ptr_array_index (self->shown, i);
      GtkWidget *row = scr_scrutiny_row_new (SCR_SOURCE (store), self->meeting, item);

      if (may_edit (self) && strcmp (scr_item_get_kind (item)->name, "asking") == 0)
        add_asking_acts (self, row, item);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  gtk_widget_set_visible (self->list, self->shown->len > 0);
  gtk_widget_set_visible (self->none, self->shown->len == 0);
  gtk_widget_set_visible (self->buttons,
                          may_edit (self) && !gtk_widget_get_visible (GTK_WIDGET (self->entry)));
  scr_rich_editor_set (self->observations, shown ? self->meeting : NULL, "observations", may_edit (self));
  /* Last: what is hidden has let the keyboard go. */
  gtk_widget_set_visible (self->content, shown);
  scr_minutes_rows_focus (self->list, focused);
}

static gboolean
on_refresh (gpointer user_data)
{
  ScrMeetingScrutiny *self = user_data;

  self->refreshing = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static gboolean
concerns (ScrChange *change)
{
  static const char *const kinds[]
      = {"meeting",  "asking",    "answer",   "question", "delivery", "key_message",
         "evidence", "challenge", "priority", "choice",   "group"};

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (scr_change_touches_kind (change, scr_kind_find (kinds[i])))
      return TRUE;
  return FALSE;
}

static void
on_changed (ScrStore *store, ScrChange *change, ScrMeetingScrutiny *self)
{
  if (self->meeting != NULL && self->refreshing == 0 && concerns (change))
    self->refreshing = g_idle_add (on_refresh, self);
}

static void
on_store (ScrMeetingScrutiny *self)
{
  g_signal_group_set_target (self->changes, get_store (self));
  if (get_store (self) == NULL)
    scr_meeting_scrutiny_set_meeting (self, NULL);
}

static void
on_activated (ScrMeetingScrutiny *self, GtkListBoxRow *row)
{
  scr_context_set_selected (self->context,
                            g_ptr_array_index (self->shown, (guint)gtk_list_box_row_get_index (row)));
}

/* --- Adding --- */

static gboolean
on_add (ScrItem *draft, gpointer user_data, GError **error)
{
  ScrMeetingScrutiny *self = user_data;
  const char *words = scr_item_get_text (draft, "title");
  g_autoptr (ScrItem) made = NULL;

  if (!may_edit (self))
    return TRUE;
  if (strcmp (scr_item_get_kind (draft)->name, "evidence") == 0)
    made = scr_command_minute_evidence (get_store (self), self->meeting, NULL, words, error);
  else
    made = scr_command_raise_challenge (get_store (self), self->meeting, words,
                                        scr_item_get_text (draft, "to"), error);
  if (made == NULL)
    return FALSE;
  scr_context_toast (self->context, scr_store_get_undo_label (get_store (self)), TRUE);
  return TRUE;
}

static void
on_adder (GtkButton *button, ScrMeetingScrutiny *self)
{
  if (self->adders[ADD_QUESTION] == GTK_WIDGET (button))
    scr_scrutiny_ask_question (self->context, GTK_WIDGET (self), self->meeting);
  else if (self->adders[ADD_MESSAGE] == GTK_WIDGET (button))
    scr_scrutiny_ask_message (self->context, GTK_WIDGET (self), self->meeting, self->item);
  else
    {
      gboolean evidence = self->adders[ADD_EVIDENCE] == GTK_WIDGET (button);

      scr_inline_entry_begin (self->entry, evidence ? "evidence" : "challenge",
                              evidence ? "title" : "title to", on_add, self);
      gtk_widget_set_visible (self->buttons, FALSE);
    }
}

static void
on_ended (ScrMeetingScrutiny *self)
{
  gtk_widget_set_visible (self->buttons, may_edit (self));
  gtk_widget_grab_focus (self->adders[ADD_EVIDENCE]);
}

/**
 * scr_meeting_scrutiny_set_meeting:
 * @self: scrutiny
 * @meeting: (nullable): the meeting that it is about from now on
 */
void
scr_meeting_scrutiny_set_meeting (ScrMeetingScrutiny *self, ScrItem *meeting)
{
  if (meeting != self->meeting)
    {
      scr_inline_entry_end (self->entry);
      g_clear_object (&self->item);
    }
  g_set_object (&self->meeting, meeting);
  refresh (self);
}

/**
 * scr_meeting_scrutiny_set_item:
 * @self: scrutiny
 * @agenda_item: (nullable): the item of the agenda at which a key message is told from now on
 */
void
scr_meeting_scrutiny_set_item (ScrMeetingScrutiny *self, ScrItem *agenda_item)
{
  g_set_object (&self->item, agenda_item);
}

/**
 * scr_meeting_scrutiny_get_n_rows:
 * @self: scrutiny
 *
 * Returns: how many things it lists
 */
guint
scr_meeting_scrutiny_get_n_rows (ScrMeetingScrutiny *self)
{
  return self->shown->len;
}

/* --- Making --- */

static void
scr_meeting_scrutiny_dispose (GObject *object)
{
  ScrMeetingScrutiny *self = SCR_MEETING_SCRUTINY (object);

  g_clear_handle_id (&self->refreshing, g_source_remove);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->changes);
  g_clear_object (&self->item);
  g_clear_object (&self->meeting);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_meeting_scrutiny_parent_class)->dispose (object);
}

static void
scr_meeting_scrutiny_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_MEETING_SCRUTINY (object)->shown);
  G_OBJECT_CLASS (scr_meeting_scrutiny_parent_class)->finalize (object);
}

static void
scr_meeting_scrutiny_class_init (ScrMeetingScrutinyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_meeting_scrutiny_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_meeting_scrutiny_finalize;
}

static void
scr_meeting_scrutiny_init (ScrMeetingScrutiny *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
make_lists (ScrMeetingScrutiny *self)
{
  self->list = scr_minutes_rows_new (_ ("Scrutiny here"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  self->none = scr_label_new_wrapping (
      _ ("What the scrutineer asks here, the key messages told, evidence gathered and challenges raised. "
         "Begin with a question to ask."),
      "scr-dim");
  self->entry = SCR_INLINE_ENTRY (scr_inline_entry_new (self->context));
  g_signal_connect_swapped (self->entry, "ended", G_CALLBACK (on_ended), self);
  self->buttons = scr_minutes_button_bar_new ();
  for (guint i = 0; i < N_ADDERS; i++)
    {
      self->adders[i] = scr_minutes_adder_new (_ (adders[i]));
      g_signal_connect (self->adders[i], "clicked", G_CALLBACK (on_adder), self);
      scr_minutes_button_bar_add (self->buttons, self->adders[i]);
    }
}

static void
make (ScrMeetingScrutiny *self)
{
  GtkWidget *title;
  GtkWidget *heading = scr_minutes_heading_new (&title);
  GtkWidget *seen = scr_label_new_wrapping (_ ("Observations"), "heading");
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_label_set_text (GTK_LABEL (title), _ ("Scrutiny here"));
  make_lists (self);
  self->observations = SCR_RICH_EDITOR (scr_rich_editor_new (self->context, _ ("Write what you observed…")));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "scr-minutes-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->observations));
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self->content), self->none);
  gtk_box_append (GTK_BOX (self->content), self->list);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->content), self->buttons);
  gtk_box_append (GTK_BOX (self->content), seen);
  gtk_box_append (GTK_BOX (self->content), card);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->content);
}

/**
 * scr_meeting_scrutiny_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): scrutiny of no meeting
 */
GtkWidget *
scr_meeting_scrutiny_new (ScrContext *context)
{
  ScrMeetingScrutiny *self = g_object_new (SCR_TYPE_MEETING_SCRUTINY, NULL);

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
