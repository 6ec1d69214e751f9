/* What can be done with an entry of the timeline. See the header. */
#include "config.h"

#include "scr-entry-actions.h"

#include "scr-day.h"
#include "scr-meeting-commands.h"
#include "scr-meeting-dialog.h"
#include "scr-moving.h"

#include <glib/gi18n-lib.h>

#define DATA_KEY "scr-entry-face"

/* What an action is given: the group lives no longer than its face. */
typedef struct
{
  ScrView *face;
  const ScrEntryFace *deeds;
} Holder;

static const ScrTimelineEntry *
get_selected (const Holder *holder)
{
  return holder->deeds->get_selected (holder->face);
}

static ScrContext *
get_context (const Holder *holder)
{
  return scr_view_get_context (holder->face);
}

/**
 * scr_entry_find_day:
 * @item: a thing
 *
 * Returns: the day on which it is to be looked for; 0 for none
 */
int
scr_entry_find_day (ScrItem *item)
{
  static const char *const fields[] = {"day", "from", "opened", "published", "publish_due", "due"};
  int day;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (scr_kind_get_field (scr_item_get_kind (item), fields[i]) != NULL
        && scr_day_to_number (scr_item_get_text (item, fields[i]), &day))
      return day;
  return 0;
}

/* --- The actions --- */

/**
 * scr_entry_open:
 * @face: a face of the meetings view
 * @item: a thing
 *
 * A meeting has a page; what lives in another view is shown there.
 */
void
scr_entry_open (ScrView *face, ScrItem *item)
{
  const char *kind = scr_item_get_kind (item)->name;

  if (!g_str_equal (kind, "meeting")
      || !gtk_widget_activate_action (GTK_WIDGET (face), "meetings.open", "(ss)", kind,
                                      scr_item_get_id (item)))
    scr_context_open_item (scr_view_get_context (face), item);
}

static void
on_open (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  const Holder *holder = user_data;
  const ScrTimelineEntry *entry = get_selected (holder);
  g_autoptr (ScrItem) item = entry != NULL ? g_object_ref (entry->item) : NULL;

  if (item != NULL)
    scr_entry_open (holder->face, item);
}

static void
on_reschedule (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  const Holder *holder = user_data;
  const ScrTimelineEntry *entry = get_selected (holder);

  if (entry != NULL && entry->first_field != NULL)
    scr_meeting_dialog_reschedule (get_context (holder), GTK_WIDGET (holder->face), entry);
}

static void
on_cancel (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  const Holder *holder = user_data;
  const ScrTimelineEntry *entry = get_selected (holder);

  if (entry != NULL && entry->sort == SCR_TIMELINE_MEETINGS)
    scr_moving_cancel (get_context (holder), GTK_WIDGET (holder->face), entry->item);
}

static void
on_reinstate (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  const Holder *holder = user_data;
  const ScrTimelineEntry *entry = get_selected (holder);
  g_autoptr (GError) error = NULL;

  if (entry == NULL || entry->sort != SCR_TIMELINE_MEETINGS)
    return;
  if (!scr_command_reinstate_meeting (scr_view_get_store (holder->face), entry->item, &error))
    scr_context_fail (get_context (holder), error);
  else
    scr_context_toast (get_context (holder), _ ("The meeting is proposed again"), TRUE);
}

typedef struct
{
  ScrView *face;
  const ScrEntryFace *deeds;
} Showing;

static void
showing_free (gpointer data)
{
  Showing *showing = data;

  g_object_unref (showing->face);
  g_free (showing);
}

static void
show_copy (ScrItem *copy, gpointer user_data)
{
  const Showing *showing = user_data;

  showing->deeds->reveal (showing->face, copy);
  scr_context_set_selected (scr_view_get_context (showing->face), copy);
}

static void
on_duplicate (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  const Holder *holder = user_data;
  const ScrTimelineEntry *entry = get_selected (holder);
  Showing *showing;

  if (entry == NULL)
    return;
  showing = g_new0 (Showing, 1);
  showing->face = g_object_ref (holder->face);
  showing->deeds = holder->deeds;
  scr_moving_duplicate (get_context (holder), GTK_WIDGET (holder->face), entry->item, show_copy, showing,
                        showing_free);
}

static void
on_delete (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  const Holder *holder = user_data;
  const ScrTimelineEntry *entry = get_selected (holder);

  if (entry != NULL)
    scr_moving_delete (get_context (holder), GTK_WIDGET (holder->face), entry->item);
}

/* --- Which can be done --- */

static void
enable (GSimpleActionGroup *group, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * scr_entry_actions_update:
 * @group: a face's actions
 * @entry: (nullable): what is selected
 * @is_writable: whether the record can be altered
 *
 * Lets only that be done that makes sense for what is selected.
 */
void
scr_entry_actions_update (GSimpleActionGroup *group, const ScrTimelineEntry *entry, gboolean is_writable)
{
  gboolean movable = is_writable && entry != NULL && entry->movable;
  gboolean meeting = is_writable && entry != NULL && entry->sort == SCR_TIMELINE_MEETINGS;
  gboolean cancelled
      = meeting && g_strcmp0 (scr_item_get_text (entry->item, "state"), "meeting-state.cancelled") == 0;

  enable (group, "open", entry != NULL);
  enable (group, "reschedule", movable);
  enable (group, "move", movable);
  enable (group, "stretch", movable && entry->stretchable);
  enable (group, "to-lane", movable);
  enable (group, "cancel", meeting && !cancelled && !entry->held);
  enable (group, "reinstate", cancelled);
  enable (group, "duplicate", meeting || (movable && entry->sort == SCR_TIMELINE_ACTIVITIES));
  enable (group, "delete", is_writable && entry != NULL && entry->sort != SCR_TIMELINE_DISPUTES);
}

/**
 * scr_entry_actions_add:
 * @group: a face's actions, "timeline.…"
 * @face: the face
 * @deeds: what is asked of the face; must live as long as it
 */
void
scr_entry_actions_add (GSimpleActionGroup *group, ScrView *face, const ScrEntryFace *deeds)
{
  static const GActionEntry entries[] = {
      {"open", on_open, NULL, NULL, NULL, {0}},
      {"reschedule", on_reschedule, NULL, NULL, NULL, {0}},
      {"cancel", on_cancel, NULL, NULL, NULL, {0}},
      {"reinstate", on_reinstate, NULL, NULL, NULL, {0}},
      {"duplicate", on_duplicate, NULL, NULL, NULL, {0}},
      {"delete", on_delete, NULL, NULL, NULL, {0}},
  };
  Holder *holder = g_new (Holder, 1);

  *holder = (Holder) {face, deeds};
  g_object_set_data_full (G_OBJECT (group), DATA_KEY, holder, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), holder);
}

/* --- The menu --- */

static void
append_with (GMenu *menu, const char *label, const char *action, int target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", target);
  g_menu_append_item (menu, item);
}

static GMenu *
new_moves_section (const ScrTimelineEntry *entry)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("_Reschedule…"), "timeline.reschedule");
  append_with (section, _ ("A _Day Earlier"), "timeline.move", -1);
  append_with (section, _ ("A Day _Later"), "timeline.move", 1);
  append_with (section, _ ("A _Week Earlier"), "timeline.move", -7);
  append_with (section, _ ("A Week L_ater"), "timeline.move", 7);
  if (entry->stretchable)
    {
      append_with (section, _ ("Lon_ger by a Day"), "timeline.stretch", 1);
      append_with (section, _ ("_Shorter by a Day"), "timeline.stretch", -1);
    }
  return section;
}

static GMenu *
new_rest_section (const ScrTimelineEntry *entry)
{
  GMenu *section = g_menu_new ();

  if (entry->sort == SCR_TIMELINE_MEETINGS)
    {
      gboolean cancelled
          = g_strcmp0 (scr_item_get_text (entry->item, "state"), "meeting-state.cancelled") == 0;

      if (cancelled)
        g_menu_append (section, _ ("_Hold After All"), "timeline.reinstate");
      else
        g_menu_append (section, _ ("_Cancel the Meeting…"), "timeline.cancel");
    }
  if (entry->sort == SCR_TIMELINE_MEETINGS || entry->sort == SCR_TIMELINE_ACTIVITIES)
    g_menu_append (section, entry->sort == SCR_TIMELINE_MEETINGS ? _ ("D_uplicate…") : _ ("D_uplicate"),
                   "timeline.duplicate");
  g_menu_append (section, _ ("De_lete"), "timeline.delete");
  return section;
}

/**
 * scr_entry_menu_new:
 * @entry: an entry
 * @lanes: (nullable): the lanes that would take it, as a menu
 * @is_writable: whether the record can be altered
 *
 * Returns: (transfer full): every drag of the entry as an item, and what else can be done with it
 */
GMenu *
scr_entry_menu_new (const ScrTimelineEntry *entry, GMenu *lanes, gboolean is_writable)
{
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) moves = new_moves_section (entry);
  g_autoptr (GMenu) rest = new_rest_section (entry);
  GMenu *menu = g_menu_new ();

  g_menu_append (first, _ ("_Open"), "timeline.open");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (!is_writable)
    return menu;
  if (lanes != NULL && g_menu_model_get_n_items (G_MENU_MODEL (lanes)) > 0)
    g_menu_append_submenu (moves, _ ("To Another La_ne"), G_MENU_MODEL (lanes));
  if (entry->movable)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return menu;
}

static gboolean
unparent_soon (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Its action still runs after it has closed. */
static void
on_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_soon, g_object_ref (popover), g_object_unref);
}

/**
 * scr_entry_menu_pop_up:
 * @widget: where it pops up
 * @menu: a menu
 * @where: at what, px of @widget
 */
void
scr_entry_menu_pop_up (GtkWidget *widget, GMenuModel *menu, const GdkRectangle *where)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), where);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
