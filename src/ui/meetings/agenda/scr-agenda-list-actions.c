/* Actions, menu, keys and popovers of an agenda. See scr-agenda-list.h. */
#include "config.h"

#include "scr-agenda-list-private.h"

#include "scr-agenda-commands.h"
#include "scr-agenda-face.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-row.h"
#include "scr-row-factory.h"

#include <glib/gi18n-lib.h>

static ScrAgendaEntry *
get_entry (ScrAgendaList *self)
{
  return scr_agenda_card_get_selected (SCR_AGENDA_CARD (self->card));
}

/* --- Popovers --- */

static gboolean
unparent_soon (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Its action still runs after it has closed. The keyboard goes back to the row: a popover that keeps it would
 * never be let go of. */
static void
on_closed (GtkPopover *popover, ScrAgendaList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (popover)));
  ScrAgendaEntry *entry = get_entry (self);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)))
    {
      if (entry != NULL && entry->face != NULL)
        gtk_widget_grab_focus (gtk_widget_get_parent (entry->face));
      else
        gtk_widget_child_focus (self->card, GTK_DIR_TAB_FORWARD);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_soon, g_object_ref (popover), g_object_unref);
}

static void
popup (ScrAgendaList *self, GtkWidget *popover, const GdkRectangle *at)
{
  gtk_widget_set_parent (popover, self->frame);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_quick_closed (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    scr_row_flush (SCR_ROW (row));
}

/* Purpose, lead, minutes and what it is about, as rows of the form; @field has the keyboard. */
void
scr_agenda_list_popup_quick (ScrAgendaList *self, ScrAgendaEntry *entry, const char *field)
{
  static const char *const fields[] = {"purpose", "minutes", "lead", "about"};
  GtkWidget *popover = gtk_popover_new (), *list = gtk_list_box_new (), *first = NULL;
  GtkWidget *at = entry->face != NULL ? GTK_WIDGET (entry->face) : self->card;
  graphene_rect_t bounds;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (popover, "scr-agenda-quick");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const ScrField *described = scr_kind_get_field (scr_item_get_kind (entry->item), fields[i]);
      ScrRow *row = described != NULL ? scr_row_new (self->context, described) : NULL;

      if (row == NULL)
        continue;
      scr_row_set_item (row, entry->item);
      gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
      if (g_str_equal (fields[i], field))
        first = GTK_WIDGET (row);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_quick_closed), list, G_CONNECT_SWAPPED);
  if (!gtk_widget_compute_bounds (at, self->frame, &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  popup (self, popover,
         &(GdkRectangle) {(int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                          (int)bounds.size.height});
  if (first != NULL)
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
}

void
scr_agenda_list_popup_menu (ScrAgendaList *self, double x, double y)
{
  ScrAgendaEntry *entry = get_entry (self);
  gboolean has_meeting = g_str_equal (scr_item_get_kind (entry->item)->name, "agenda_item");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) carry = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (edit, _ ("_Details"), "agenda.details");
  g_menu_append (edit, _ ("_Rename"), "agenda.rename");
  g_menu_append (edit, _ ("_Purpose, Minutes and Lead…"), "agenda.quick");
  g_menu_append (edit, _ ("_Add an Item After"), "agenda.add-after");
  g_menu_append (edit, _ ("Add a Par_t"), "agenda.add-inside");
  g_menu_append (move, _ ("Move _Up"), "agenda.up");
  g_menu_append (move, _ ("Move D_own"), "agenda.down");
  g_menu_append (move, _ ("Make It a Part of the Item _Before"), "agenda.in");
  g_menu_append (move, _ ("Move O_ut a Level"), "agenda.out");
  g_menu_append (carry, _ ("_Carry Forward to the Next Meeting"), "agenda.carry");
  g_menu_append (carry, _ ("Put on the _Backlog"), "agenda.backlog");
  if (has_meeting)
    g_menu_append (rest, _ ("Add _Files as Papers…"), "agenda.papers");
  g_menu_append (rest, _ ("D_uplicate"), "agenda.duplicate");
  g_menu_append (rest, _ ("De_lete"), "agenda.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  if (has_meeting)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (carry));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  popup (self, popover, &(GdkRectangle) {(int)x, (int)y, 1, 1});
}

/* --- Actions --- */

static void
step (ScrAgendaList *self, ScrAgendaStep which)
{
  ScrAgendaEntry *entry = get_entry (self);
  const ScrAgenda *agenda = scr_agenda_rows_get_agenda (self->rows);
  g_autofree char *id = entry != NULL ? g_strdup (scr_item_get_id (entry->item)) : NULL;
  int row = agenda != NULL ? scr_agenda_find (agenda, id) : -1;
  g_autoptr (GError) error = NULL;
  ScrAgendaSpot spot;

  if (!self->editable || row < 0 || !scr_agenda_find_step (agenda, (guint)row, which, &spot))
    return;
  if (!scr_command_move_agenda_item (self->store, agenda, (guint)row, &spot, &error))
    scr_context_fail (self->context, error);
  else
    scr_agenda_card_focus (SCR_AGENDA_CARD (self->card), id);
}

static void
put_on_backlog (ScrAgendaList *self, ScrItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) made = scr_command_put_on_backlog (self->store, item, &error);

  if (made == NULL)
    scr_context_fail (self->context, error);
  else
    scr_context_toast (self->context, _ ("It waits in the backlog of the group"), TRUE);
}

static void
bin (ScrAgendaList *self, ScrItem *item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, item);
  if (!scr_command_bin (self->store, items, &error))
    {
      scr_context_fail (self->context, error);
      return;
    }
  text = g_strdup_printf (_ ("“%s” is in the bin"), title);
  scr_context_toast (self->context, text, TRUE);
}

static void
duplicate (ScrAgendaList *self, ScrItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) made = scr_command_duplicate_agenda_item (self->store, item, &error);

  scr_agenda_list_finish (self, made, error);
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrAgendaList *self = user_data;
  ScrAgendaEntry *entry = get_entry (self);
  const char *name = g_action_get_name (G_ACTION (action));
  g_autoptr (ScrItem) item = entry != NULL ? g_object_ref (entry->item) : NULL;

  if (item == NULL)
    return;
  if (g_str_equal (name, "details"))
    scr_context_set_selected (self->context, item);
  else if (g_str_equal (name, "rename"))
    scr_agenda_card_edit_title (SCR_AGENDA_CARD (self->card), scr_item_get_id (item));
  else if (g_str_equal (name, "quick"))
    scr_agenda_list_popup_quick (self, entry, "purpose");
  else if (g_str_equal (name, "add-after"))
    scr_agenda_list_show_adder (self, item, FALSE);
  else if (g_str_equal (name, "add-inside"))
    scr_agenda_list_show_adder (self, item, TRUE);
  else if (g_str_equal (name, "up"))
    step (self, SCR_AGENDA_UP);
  else if (g_str_equal (name, "down"))
    step (self, SCR_AGENDA_DOWN);
  else if (g_str_equal (name, "in"))
    step (self, SCR_AGENDA_IN);
  else if (g_str_equal (name, "out"))
    step (self, SCR_AGENDA_OUT);
  else if (g_str_equal (name, "carry"))
    scr_agenda_list_carry (self, item);
  else if (g_str_equal (name, "backlog"))
    put_on_backlog (self, item);
  else if (g_str_equal (name, "papers"))
    scr_agenda_list_add_papers (self, item);
  else if (g_str_equal (name, "duplicate"))
    duplicate (self, item);
  else
    bin (self, item);
}

/* What can be done is told by what is selected. */
void
scr_agenda_list_update_actions (ScrAgendaList *self)
{
  static const char *const moves[] = {"up", "down", "in", "out"};
  static const char *const edits[] = {"rename", "quick", "add-after", "duplicate", "delete"};
  static const char *const always[] = {"details", "carry", "backlog", "papers"};
  ScrAgendaEntry *entry = get_entry (self);
  const ScrAgenda *agenda = scr_agenda_rows_get_agenda (self->rows);
  int row = entry != NULL && agenda != NULL ? scr_agenda_find (agenda, scr_item_get_id (entry->item)) : -1;
  GActionMap *map = G_ACTION_MAP (self->actions);
  ScrAgendaSpot spot;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, moves[i])),
                                 self->editable && row >= 0
                                     && scr_agenda_find_step (agenda, (guint)row, (ScrAgendaStep)i, &spot));
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, edits[i])),
                                 self->editable && row >= 0);
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (map, always[i])),
        row >= 0 && (i == 0 || (self->store != NULL && !scr_store_is_read_only (self->store))));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "add-inside")),
                               self->editable && row >= 0
                                   && scr_agenda_get_row (agenda, (guint)row)->level < SCR_AGENDA_LEVELS - 1);
}

/* --- Keys --- */

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, ScrAgendaList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkModifierType pressed = state & gtk_accelerator_get_default_mod_mask ();
  ScrAgendaEntry *entry = get_entry (self);
  graphene_point_t at = GRAPHENE_POINT_INIT (12, 24);

  if (entry == NULL || GTK_IS_EDITABLE (focus))
    return GDK_EVENT_PROPAGATE;
  if (pressed == GDK_CONTROL_MASK && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    step (self, key == GDK_KEY_Up ? SCR_AGENDA_UP : SCR_AGENDA_DOWN);
  else if (pressed == GDK_CONTROL_MASK && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    step (self, (key == GDK_KEY_Right) != mirrored ? SCR_AGENDA_IN : SCR_AGENDA_OUT);
  else if (pressed == 0 && key == GDK_KEY_F2)
    scr_agenda_card_edit_title (SCR_AGENDA_CARD (self->card), scr_item_get_id (entry->item));
  else if (pressed == 0 && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete) && self->editable)
    bin (self, entry->item);
  else if ((pressed == 0 && key == GDK_KEY_Menu) || (pressed == GDK_SHIFT_MASK && key == GDK_KEY_F10))
    {
      if (entry->face != NULL)
        (void)!gtk_widget_compute_point (entry->face, self->frame, &at, &at);
      scr_agenda_list_popup_menu (self, at.x, at.y);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
scr_agenda_list_add_actions (ScrAgendaList *self)
{
  const GActionEntry entries[] = {
      {"details", on_action},    {"rename", on_action}, {"quick", on_action},   {"add-after", on_action},
      {"add-inside", on_action}, {"up", on_action},     {"down", on_action},    {"in", on_action},
      {"out", on_action},        {"carry", on_action},  {"backlog", on_action}, {"duplicate", on_action},
      {"delete", on_action},     {"papers", on_action},
  };
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "agenda", G_ACTION_GROUP (self->actions));
  scr_agenda_list_add_more_actions (self);
  /* Before the list itself, which takes Ctrl and arrows for walking without selecting. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->card, keys);
}
