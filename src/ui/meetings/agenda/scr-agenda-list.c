/* ScrAgendaList - the agenda of a meeting or of a template. See the header. */
#include "config.h"

#include "scr-agenda-list-private.h"

#include "scr-agenda-commands.h"
#include "scr-agenda-resources.h"
#include "scr-commands.h"
#include "scr-common.h"
#include "scr-labels.h"
#include "scr-minutes-lock.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/agenda/agenda.css"

enum
{
  ITEM_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrAgendaList, scr_agenda_list, GTK_TYPE_BOX)

static gboolean
is_meeting (ScrAgendaList *self)
{
  return self->meeting != NULL && g_str_equal (scr_item_get_kind (self->meeting)->name, "meeting");
}

/* --- Showing --- */

static guint
count_backlog (ScrAgendaList *self)
{
  const char *group = is_meeting (self) ? scr_item_get_text (self->meeting, "group") : NULL;
  const ScrQuery query = {.kind = "backlog_item", .conditions = {{"group", SCR_IS, group, 0}}};

  return group != NULL ? scr_source_count (SCR_SOURCE (self->store), &query) : 0;
}

static void
show_empty (ScrAgendaList *self, gboolean empty)
{
  guint waiting = empty ? count_backlog (self) : 0;
  g_autofree char *text = g_strdup_printf (_ ("Take from the Backlog (%u)"), waiting);

  gtk_widget_set_visible (self->empty, empty && !gtk_widget_get_visible (self->adder));
  gtk_widget_set_visible (self->templates, self->editable && is_meeting (self));
  gtk_widget_set_visible (self->first, self->editable);
  gtk_widget_set_visible (self->backlog, self->editable && waiting > 0);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->backlog), text);
}

static void
refresh (ScrAgendaList *self)
{
  const ScrAgenda *agenda;
  g_autofree char *total = NULL;

  if (self->store == NULL || self->refreshing)
    return;
  self->refreshing = TRUE;
  scr_agenda_rows_show (self->rows, SCR_SOURCE (self->store), self->meeting);
  self->refreshing = FALSE;
  agenda = scr_agenda_rows_get_agenda (self->rows);
  self->editable
      = self->meeting != NULL && !scr_store_is_read_only (self->store) && !scr_item_is_deleted (self->meeting)
        && !(is_meeting (self)
             && scr_minutes_are_locked (SCR_SOURCE (self->store), scr_item_get_id (self->meeting)));
  scr_agenda_card_set_editable (SCR_AGENDA_CARD (self->card), self->editable);
  total = agenda != NULL && agenda->rows->len > 0 ? scr_agenda_dup_total (agenda, NULL) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->total), total);
  gtk_widget_set_visible (self->add, self->editable);
  gtk_widget_set_visible (self->more, is_meeting (self) && self->store != NULL);
  if (!self->editable)
    gtk_widget_set_visible (self->adder, FALSE);
  gtk_widget_set_visible (self->card, agenda != NULL && agenda->rows->len > 0);
  show_empty (self, agenda == NULL || agenda->rows->len == 0);
  scr_agenda_list_update_actions (self);
}

/* After a command: tells what failed, or shows what was made. */
void
scr_agenda_list_finish (ScrAgendaList *self, ScrItem *made, const GError *error)
{
  if (error != NULL)
    scr_context_fail (self->context, error);
  else if (made != NULL)
    scr_agenda_card_select (SCR_AGENDA_CARD (self->card), scr_item_get_id (made));
}

/* --- Adding, one after another --- */

void
scr_agenda_list_show_adder (ScrAgendaList *self, ScrItem *beside, gboolean inside)
{
  const char *title = beside != NULL ? scr_item_get_text (beside, "title") : NULL;
  g_autofree char *where = NULL;

  if (!self->editable)
    return;
  g_free (self->beside);
  self->beside = beside != NULL ? g_strdup (scr_item_get_id (beside)) : NULL;
  self->inside = inside;
  if (title != NULL && inside)
    /* TRANSLATORS: %s is an item of an agenda. */
    where = g_strdup_printf (_ ("New part of “%s”"), title);
  else if (title != NULL)
    /* TRANSLATORS: %s is an item of an agenda. */
    where = g_strdup_printf (_ ("New item after “%s”"), title);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->field), where != NULL ? where : _ ("New item"));
  gtk_widget_set_visible (self->adder, TRUE);
  show_empty (self, FALSE);
  gtk_widget_grab_focus (self->field);
}

static void
hide_adder (ScrAgendaList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->field), "");
  gtk_widget_set_visible (self->adder, FALSE);
  refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Return adds it and waits for the next, which comes after it; an empty line ends it. */
static void
on_field_activate (ScrAgendaList *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->field));
  g_autoptr (ScrItem) beside = NULL;
  g_autoptr (ScrItem) item = NULL;
  g_autoptr (GError) error = NULL;

  if (*typed == '\0')
    {
      hide_adder (self);
      return;
    }
  if (self->beside != NULL)
    beside = scr_source_get (SCR_SOURCE (self->store),
                             scr_agenda_get_item_kind (scr_item_get_kind (self->meeting)), self->beside);
  item = scr_command_add_agenda_item (self->store, self->meeting, typed, beside,
                                      self->inside ? SCR_AGENDA_INSIDE : SCR_AGENDA_AFTER, &error);
  if (item == NULL)
    {
      scr_context_fail (self->context, error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->field), "");
  if (self->beside != NULL)
    {
      g_free (self->beside);
      self->beside = g_strdup (scr_item_get_id (item));
    }
  self->inside = FALSE;
}

static gboolean
on_field_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, ScrAgendaList *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  hide_adder (self);
  return GDK_EVENT_STOP;
}

/* --- What a person does in the rows --- */

static void
on_selected (ScrAgendaList *self)
{
  ScrAgendaEntry *entry = scr_agenda_card_get_selected (SCR_AGENDA_CARD (self->card));

  scr_agenda_list_update_actions (self);
  if (self->refreshing)
    return;
  /* Details that are already open follow; else they wait until they are asked for, as they may cover the
   * page. */
  if (entry != NULL && scr_context_get_selected (self->context) != NULL)
    scr_context_set_selected (self->context, entry->item);
  g_signal_emit (self, signals[ITEM_SELECTED], 0, entry != NULL ? entry->item : NULL);
}

static void
on_activated (ScrAgendaList *self, ScrAgendaEntry *entry)
{
  scr_context_set_selected (self->context, entry->item);
}

static void
on_moved (ScrAgendaList *self, guint row, ScrAgendaSpot *spot)
{
  const ScrAgenda *agenda = scr_agenda_rows_get_agenda (self->rows);
  g_autofree char *id = g_strdup (scr_agenda_get_row (agenda, row)->id);
  g_autoptr (GError) error = NULL;

  if (!scr_command_move_agenda_item (self->store, agenda, row, spot, &error))
    scr_context_fail (self->context, error);
  else
    scr_agenda_card_focus (SCR_AGENDA_CARD (self->card), id);
}

static void
on_typed (ScrAgendaList *self, ScrAgendaEntry *entry, const char *title)
{
  g_autoptr (GError) error = NULL;

  if (!scr_command_set_text (self->store, entry->item, "title", title, &error))
    scr_context_fail (self->context, error);
}

static void
on_quick (ScrAgendaList *self, ScrAgendaEntry *entry, const char *field)
{
  scr_agenda_list_popup_quick (self, entry, field);
}

static void
on_menu (ScrAgendaList *self, ScrAgendaEntry *entry, double x, double y)
{
  scr_agenda_card_select (SCR_AGENDA_CARD (self->card), scr_item_get_id (entry->item));
  scr_agenda_list_popup_menu (self, x, y);
}

/* --- The widget --- */

static void
set_store (ScrAgendaList *self, ScrStore *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_swapped (store, "changed", G_CALLBACK (refresh), self);
}

static void
scr_agenda_list_dispose (GObject *object)
{
  ScrAgendaList *self = SCR_AGENDA_LIST (object);

  set_store (self, NULL);
  self->refreshing = TRUE;
  g_clear_object (&self->meeting);
  g_clear_object (&self->rows);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);
  g_clear_pointer (&self->beside, g_free);
  G_OBJECT_CLASS (scr_agenda_list_parent_class)->dispose (object);
}

static void
scr_agenda_list_class_init (ScrAgendaListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_agenda_list_dispose;
  signals[ITEM_SELECTED] = g_signal_new ("item-selected", SCR_TYPE_AGENDA_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, SCR_TYPE_ITEM);
}

static void
make_heading (ScrAgendaList *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = scr_label_new_wrapping (_ ("Agenda"), "title-4");
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  /* Where there is little room the total takes more lines, and no word is broken. */
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD);
  gtk_widget_set_hexpand (title, TRUE);
  self->total = scr_label_new_wrapping (NULL, "scr-agenda-total");
  gtk_label_set_xalign (GTK_LABEL (self->total), 1);
  self->add = gtk_button_new ();
  gtk_box_append (GTK_BOX (content), scr_icon_new_silent ("list-add-symbolic"));
  self->add_words = gtk_label_new (_ ("Add Item"));
  gtk_box_append (GTK_BOX (content), self->add_words);
  gtk_button_set_child (GTK_BUTTON (self->add), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add Item"),
                                  -1);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _ ("Add Item"));
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (scr_agenda_list_begin_adding), self);
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), self->total);
  gtk_box_append (GTK_BOX (heading), self->add);
  gtk_box_append (GTK_BOX (heading), scr_agenda_list_make_more (self));
  gtk_box_append (GTK_BOX (self), heading);
}

static void
make_adder (ScrAgendaList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->adder = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->field = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->field), 500);
  gtk_widget_set_hexpand (self->field, TRUE);
  gtk_widget_add_css_class (self->adder, "scr-agenda-adder");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New item"),
                                  -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_field_key), self);
  gtk_widget_add_controller (self->field, keys);
  g_signal_connect_swapped (self->field, "activate", G_CALLBACK (on_field_activate), self);
  gtk_box_append (GTK_BOX (self->adder), self->field);
  gtk_widget_set_visible (self->adder, FALSE);
}

static void
make_empty (ScrAgendaList *self)
{
  self->empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->empty, "scr-agenda-empty");
  self->empty_text = scr_label_new_wrapping (
      _ ("There is no agenda yet. It says what is spoken of, in which order, for how long, and what for."),
      NULL);
  self->templates = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->templates), _ ("Begin from a Template"));
  self->first = gtk_button_new_with_label (_ ("Add the First Item"));
  self->backlog = gtk_menu_button_new ();
  g_signal_connect_swapped (self->first, "clicked", G_CALLBACK (scr_agenda_list_begin_adding), self);
  gtk_box_append (GTK_BOX (self->empty), self->empty_text);
  gtk_box_append (GTK_BOX (self->empty), self->templates);
  gtk_box_append (GTK_BOX (self->empty), self->first);
  gtk_box_append (GTK_BOX (self->empty), self->backlog);
}

static void
scr_agenda_list_init (ScrAgendaList *self)
{
  scr_common_ensure ();
  if (!g_resources_get_info (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    scr_agenda_register_resource ();
  scr_common_add_style (STYLE_PATH);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->rows = scr_agenda_rows_new ();
  make_heading (self);
  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->frame, "card");
  self->card = scr_agenda_card_new (self->rows);
  make_adder (self);
  make_empty (self);
  gtk_box_append (GTK_BOX (self->frame), self->card);
  gtk_box_append (GTK_BOX (self->frame), self->adder);
  gtk_box_append (GTK_BOX (self->frame), self->empty);
  gtk_box_append (GTK_BOX (self), self->frame);
  g_signal_connect_swapped (self->card, "selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->card, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->card, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (self->card, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->card, "quick", G_CALLBACK (on_quick), self);
  g_signal_connect_swapped (self->card, "menu", G_CALLBACK (on_menu), self);
  scr_agenda_list_add_actions (self);
}

/**
 * scr_agenda_list_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): an agenda that shows no meeting yet
 */
GtkWidget *
scr_agenda_list_new (ScrContext *context)
{
  ScrAgendaList *self = g_object_new (SCR_TYPE_AGENDA_LIST, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * scr_agenda_list_set_meeting:
 * @self: an agenda
 * @meeting: (nullable): the meeting, or the agenda template, whose agenda it shows from now on
 */
void
scr_agenda_list_set_meeting (ScrAgendaList *self, ScrItem *meeting)
{
  set_store (self, scr_context_get_store (self->context));
  if (g_set_object (&self->meeting, meeting))
    gtk_widget_set_visible (self->adder, FALSE);
  refresh (self);
}

/**
 * scr_agenda_list_select:
 * @self: an agenda
 * @id: (nullable): identity of an item; %NULL selects none
 */
void
scr_agenda_list_select (ScrAgendaList *self, const char *id)
{
  scr_agenda_card_select (SCR_AGENDA_CARD (self->card), id);
}

/**
 * scr_agenda_list_set_narrow:
 * @self: an agenda
 * @narrow: whether there is room for symbols alone
 */
void
scr_agenda_list_set_narrow (ScrAgendaList *self, gboolean narrow)
{
  gtk_widget_set_visible (self->add_words, !narrow);
}

/**
 * scr_agenda_list_begin_adding:
 * @self: an agenda
 *
 * Lets items be typed, one after another, at the end.
 */
void
scr_agenda_list_begin_adding (ScrAgendaList *self)
{
  scr_agenda_list_show_adder (self, NULL, FALSE);
}
