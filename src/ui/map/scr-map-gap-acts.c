/* What people do about a gap. See the header. */
#include "config.h"

#include "scr-map-gap-acts.h"

#include "scr-ask.h"
#include "scr-gap-commands.h"
#include "scr-identity.h"

#include <glib/gi18n-lib.h>

/* By ScrMapGapAct. */
static const struct
{
  const char *name;
  const char *label;
} acts[SCR_MAP_GAP_N_ACTS] = {
    {"open", N_ ("_Open")},
    {"settle", N_ ("_Settle…")},
    {"accept", N_ ("_Accept…")},
    {"close", N_ ("_Close…")},
    {"reopen", N_ ("_Reopen")},
};

typedef struct
{
  ScrContext *context;
  ScrMapGap *gap;
  ScrMapGapAct act;
} Doing;

static void
doing_free (gpointer data)
{
  Doing *doing = data;

  g_object_unref (doing->context);
  g_object_unref (doing->gap);
  g_free (doing);
}

/**
 * scr_map_gap_can:
 * @context: what the window hands to its views
 * @gap: (nullable): a gap
 * @act: something to do about it
 *
 * Returns: whether it can be done now
 */
gboolean
scr_map_gap_can (ScrContext *context, ScrMapGap *gap, ScrMapGapAct act)
{
  ScrStore *store = scr_context_get_store (context);
  const ScrGapFound *found = gap != NULL ? scr_map_gap_get_found (gap) : NULL;

  if (found == NULL || store == NULL)
    return FALSE;
  if (act == SCR_MAP_GAP_OPEN)
    return found->kept != NULL || found->about != NULL;
  if (scr_store_is_read_only (store))
    return FALSE;
  return act == SCR_MAP_GAP_REOPEN ? !found->is_open : found->is_open;
}

static ScrItem *
command (const Doing *doing, ScrStore *store, ScrItem *draft, GError **error)
{
  const ScrGapFound *found = scr_map_gap_get_found (doing->gap);

  if (doing->act == SCR_MAP_GAP_SETTLE)
    return scr_command_assign_gap (store, found, scr_item_get_text (draft, "owner"),
                                   scr_item_get_text (draft, "due"), error);
  if (doing->act == SCR_MAP_GAP_ACCEPT)
    return scr_command_accept_gap (store, found, scr_item_get_text (draft, "reason"), error);
  if (doing->act == SCR_MAP_GAP_CLOSE)
    return scr_command_close_gap (store, found, scr_item_get_text (draft, "resolution"), error);
  return scr_command_reopen_gap (store, found, error);
}

static void
note_change (gboolean *changed)
{
  *changed = TRUE;
}

/* What was as it should be already is no change, and is not told of. */
static gboolean
run (ScrItem *draft, gpointer data, GError **error)
{
  Doing *doing = data;
  ScrStore *store = scr_context_get_store (doing->context);
  g_autoptr (ScrItem) kept = NULL;
  gboolean changed = FALSE;
  gulong handler;

  /* The record was closed meanwhile: there is nothing to ask again about. */
  if (store == NULL)
    return TRUE;
  handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (note_change), &changed);
  kept = command (doing, store, draft, error);
  g_signal_handler_disconnect (store, handler);
  if (kept != NULL && changed)
    scr_context_toast (doing->context, scr_store_get_undo_label (store), TRUE);
  return kept != NULL;
}

static ScrAskQuestion
make_question (const ScrGapFound *found, ScrMapGapAct act)
{
  if (act == SCR_MAP_GAP_SETTLE)
    return (ScrAskQuestion) {
        .heading = _ ("Who Settles It?"), .body = found->title, .accept = _ ("_Settle"), .fields = "owner due"};
  if (act == SCR_MAP_GAP_ACCEPT)
    return (ScrAskQuestion) {.heading = _ ("Accept the Gap?"),
                             .body = found->title,
                             .accept = _ ("_Accept"),
                             .fields = "reason",
                             .required = "reason"};
  return (ScrAskQuestion) {.heading = _ ("How Was It Settled?"),
                           .body = found->title,
                           .accept = _ ("_Close"),
                           .fields = "resolution",
                           .required = found->is_gone ? NULL : "resolution"};
}

static void
set_draft_text (ScrItem *draft, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (text == NULL)
    return;
  scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field), &value);
}

/* What is known of it already is there to be altered. */
static ScrItem *
make_draft (const ScrGapFound *found)
{
  g_autofree char *id = scr_identity_new ();
  ScrItem *draft = scr_item_new (scr_kind_find ("gap"), id);

  set_draft_text (draft, "owner", found->owner != NULL ? scr_item_get_id (found->owner) : NULL);
  set_draft_text (draft, "due", found->due);
  if (found->kept != NULL)
    set_draft_text (draft, "resolution", scr_item_get_text (found->kept, "resolution"));
  return draft;
}

/**
 * scr_map_gap_do:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @gap: a gap
 * @act: what to do about it; scr_map_gap_can() says whether it can be done
 */
void
scr_map_gap_do (ScrContext *context, GtkWidget *parent, ScrMapGap *gap, ScrMapGapAct act)
{
  const ScrGapFound *found = scr_map_gap_get_found (gap);
  ScrAskQuestion question;
  g_autoptr (ScrItem) draft = NULL;
  g_autoptr (GError) error = NULL;
  Doing *doing;

  g_return_if_fail (scr_map_gap_can (context, gap, act));
  if (act == SCR_MAP_GAP_OPEN)
    {
      scr_context_open_item (context, found->kept != NULL ? found->kept : found->about);
      return;
    }
  doing = g_new0 (Doing, 1);
  doing->context = g_object_ref (context);
  doing->gap = g_object_ref (gap);
  doing->act = act;
  if (act == SCR_MAP_GAP_REOPEN)
    {
      if (!run (NULL, doing, &error))
        scr_context_fail (context, error);
      doing_free (doing);
      return;
    }
  draft = make_draft (found);
  question = make_question (found, act);
  scr_ask (context, parent, &question, draft, run, doing, doing_free);
}

/* --- Actions and menu --- */

typedef struct
{
  ScrMapGapActFunc asked;
  gpointer owner;
  ScrMapGapAct act;
} Asked;

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Asked *asked = data;

  asked->asked (asked->act, asked->owner);
}

static void
free_asked (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * scr_map_gap_actions_new:
 * @asked: called when a person asks for one of them
 * @owner: for @asked; it must live as long as the actions
 *
 * Returns: (transfer full): an action for each thing that can be done about a gap
 */
GActionGroup *
scr_map_gap_actions_new (ScrMapGapActFunc asked, gpointer owner)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  for (guint i = 0; i < SCR_MAP_GAP_N_ACTS; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (acts[i].name, NULL);
      Asked *data = g_new0 (Asked, 1);

      data->asked = asked;
      data->owner = owner;
      data->act = (ScrMapGapAct)i;
      g_signal_connect_data (action, "activate", G_CALLBACK (on_action), data, free_asked, 0);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  return G_ACTION_GROUP (actions);
}

/**
 * scr_map_gap_actions_update:
 * @actions: from scr_map_gap_actions_new()
 * @context: what the window hands to its views
 * @gap: (nullable): the gap that is selected
 *
 * Enables what can be done about it.
 */
void
scr_map_gap_actions_update (GActionMap *actions, ScrContext *context, ScrMapGap *gap)
{
  for (guint i = 0; i < SCR_MAP_GAP_N_ACTS; i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, acts[i].name)),
                                 scr_map_gap_can (context, gap, (ScrMapGapAct)i));
}

/**
 * scr_map_gap_menu_new:
 * @parent: the widget that has the actions as "gap", and lays the menu out
 *
 * Returns: (transfer none): a menu of them; @parent unparents it
 */
GtkWidget *
scr_map_gap_menu_new (GtkWidget *parent)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  for (guint i = 0; i < SCR_MAP_GAP_N_ACTS; i++)
    {
      g_autofree char *name = g_strconcat ("gap.", acts[i].name, NULL);

      g_menu_append (menu, _ (acts[i].label), name);
    }
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, parent);
  return popover;
}
