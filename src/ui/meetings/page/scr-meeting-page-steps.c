/* What is done with a meeting as a whole: its steps, and duplicating, exporting, deleting. See
 * scr-meeting-page.h. */
#include "config.h"

#include "scr-meeting-page-private.h"

#include "scr-ask.h"
#include "scr-commands.h"
#include "scr-identity.h"
#include "scr-meeting-minutes.h"
#include "scr-meeting-step-commands.h"
#include "scr-meeting-title.h"

#include "scr-meeting-dialog.h"
#include "scr-moving.h"

#include <glib/gi18n-lib.h>

/* By ScrMeetingStep: the parameter of the action "page.step". */
static const char *const step_names[SCR_N_STEPS] = {
    "agree-agenda", "issue-pack", "hold", "draft-minutes", "approve-minutes", "reinstate", "back", "cancel",
};

typedef struct
{
  ScrMeetingPage *page;
  ScrItem *meeting;
  ScrMeetingStep step;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_object_unref (taking->page);
  g_object_unref (taking->meeting);
  g_free (taking);
}

static ScrContext *
get_context (ScrMeetingPage *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* Whether what is shown may be altered. */
gboolean
scr_meeting_page_can_edit (ScrMeetingPage *self)
{
  ScrStore *store = scr_view_get_store (SCR_VIEW (self));

  return self->meeting != NULL && store != NULL && !scr_store_is_read_only (store);
}

static void
tell_done (ScrMeetingPage *self)
{
  scr_context_toast (get_context (self), scr_store_get_undo_label (scr_view_get_store (SCR_VIEW (self))),
                     TRUE);
}

/* --- Steps --- */

static gboolean
take (ScrItem *draft, gpointer data, GError **error)
{
  Taking *taking = data;
  ScrStore *store = scr_view_get_store (SCR_VIEW (taking->page));
  ScrMeetingAsk ask = scr_meeting_step_get_ask (taking->step);
  ScrStepAnswer answer = {NULL, NULL, NULL};

  /* The record was closed meanwhile: there is nothing to ask again about. */
  if (store == NULL)
    return TRUE;
  if (ask == SCR_STEP_ASKS_WITH_WHOM)
    answer.who = scr_item_get_text (draft, "agreed_with");
  else if (ask == SCR_STEP_ASKS_ISSUED)
    answer.day = scr_item_get_text (draft, "issued");
  if (!scr_command_take_step (store, taking->meeting, taking->step, &answer, error))
    return FALSE;
  tell_done (taking->page);
  return TRUE;
}

static ScrAskQuestion
make_question (ScrMeetingStep step)
{
  if (step == SCR_STEP_AGREE_AGENDA)
    return (ScrAskQuestion) {.heading = _ ("Agree the Agenda"),
                             .body = _ ("With whom was it agreed?"),
                             .accept = _ ("_Agree"),
                             .fields = "agreed_with"};
  return (ScrAskQuestion) {.heading = _ ("Issue the Pack"),
                           .body = _ ("On which day did it go out?"),
                           .accept = _ ("_Issue"),
                           .fields = "issued",
                           .required = "issued"};
}

static void
set_draft (ScrItem *draft, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field), &value);
}

/* What is known already is there to be altered. */
static ScrItem *
make_draft (ScrMeetingPage *self, ScrMeetingStep step)
{
  const char *kind = step == SCR_STEP_ISSUE_PACK ? "pack" : "meeting";
  g_autofree char *id = scr_identity_new ();
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (scr_view_get_store (SCR_VIEW (self))));
  ScrItem *draft = scr_item_new (scr_kind_find (kind), id);

  if (step == SCR_STEP_ISSUE_PACK)
    set_draft (draft, "issued", today);
  else if (step == SCR_STEP_AGREE_AGENDA)
    set_draft (draft, "agreed_with", scr_item_get_text (self->meeting, "agreed_with"));
  return draft;
}

static void
take_step (ScrMeetingPage *self, ScrMeetingStep step)
{
  Taking *taking = g_new0 (Taking, 1);
  g_autoptr (ScrItem) draft = NULL;
  g_autoptr (GError) error = NULL;
  ScrAskQuestion question;

  taking->page = g_object_ref (self);
  taking->meeting = g_object_ref (self->meeting);
  taking->step = step;
  if (scr_meeting_step_get_ask (step) == SCR_STEP_ASKS_NOTHING)
    {
      if (!take (NULL, taking, &error))
        scr_context_fail (get_context (self), error);
      taking_free (taking);
      return;
    }
  draft = make_draft (self, step);
  question = make_question (step);
  scr_ask (get_context (self), GTK_WIDGET (self), &question, draft, take, taking, taking_free);
}

static void
act_step (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPage *self = SCR_MEETING_PAGE (widget);
  const char *wanted = g_variant_get_string (target, NULL);

  if (!scr_meeting_page_can_edit (self))
    return;
  for (int step = 0; step < SCR_N_STEPS; step++)
    if (g_str_equal (wanted, step_names[step])
        && scr_meeting_step_is_sensible (&self->facts, (ScrMeetingStep)step))
      {
        /* Approving is asked for by the minutes, which show what is approved. */
        if (step == SCR_STEP_APPROVE_MINUTES)
          scr_meeting_minutes_approve (SCR_MEETING_MINUTES (self->minutes));
        /* And cancelling may be of others of a series too. */
        else if (step == SCR_STEP_CANCEL)
          scr_moving_cancel (get_context (self), widget, self->meeting);
        else
          take_step (self, (ScrMeetingStep)step);
        return;
      }
}

/* --- Other acts --- */

static void
act_reschedule (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPage *self = SCR_MEETING_PAGE (widget);

  if (scr_meeting_page_can_edit (self))
    scr_meeting_dialog_reschedule_meeting (get_context (self), widget, self->meeting);
}

static void
show_copy (ScrItem *copy, gpointer user_data)
{
  scr_meeting_page_show (user_data, copy);
}

static void
act_duplicate (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPage *self = SCR_MEETING_PAGE (widget);

  if (scr_meeting_page_can_edit (self))
    scr_moving_duplicate (get_context (self), widget, self->meeting, show_copy, g_object_ref (self),
                          g_object_unref);
}

static void
act_delete (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPage *self = SCR_MEETING_PAGE (widget);

  if (scr_meeting_page_can_edit (self))
    scr_moving_delete (get_context (self), widget, self->meeting);
}

static void
act_details (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPage *self = SCR_MEETING_PAGE (widget);

  if (self->meeting != NULL)
    scr_context_set_selected (get_context (self), self->meeting);
}

static void
act_rename (GtkWidget *widget, const char *name, GVariant *target)
{
  scr_meeting_title_begin (SCR_MEETING_TITLE (SCR_MEETING_PAGE (widget)->title));
}

static void
act_back (GtkWidget *widget, const char *name, GVariant *target)
{
  scr_meeting_page_leave (SCR_MEETING_PAGE (widget));
}

/* --- What is offered --- */

static void
append_step (ScrMeetingPage *self, GMenu *menu, ScrMeetingStep step)
{
  g_autofree char *label = scr_meeting_step_dup_label (NULL, &self->facts, step);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "page.step", "s", step_names[step]);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
fill_menu (ScrMeetingPage *self, ScrMeetingStep next)
{
  GMenu *steps = g_menu_new ();
  GMenu *acts = g_menu_new ();
  GMenu *rest = g_menu_new ();
  gboolean can_edit = scr_meeting_page_can_edit (self);

  g_menu_remove_all (self->menu);
  for (int step = 0; can_edit && step < SCR_N_STEPS; step++)
    if (step != (int)next && scr_meeting_step_is_sensible (&self->facts, (ScrMeetingStep)step))
      append_step (self, steps, (ScrMeetingStep)step);
  if (can_edit)
    {
      g_menu_append (acts, _ ("Re_name"), "page.rename");
      g_menu_append (acts, _ ("_Reschedule…"), "page.reschedule");
      g_menu_append (acts, _ ("D_uplicate…"), "page.duplicate");
      g_menu_append (acts,
                     scr_item_get_text (self->meeting, "series") != NULL ? _ ("Alter the _Series…")
                                                                         : _ ("Re_peat…"),
                     "meetings.repeat");
    }
  g_menu_append (acts, _ ("_Export as Calendar File…"), "meetings.export");
  g_menu_append (rest, _ ("_Show Details"), "page.details");
  if (can_edit)
    g_menu_append (rest, _ ("_Delete"), "page.delete");
  append_section (self->menu, steps);
  append_section (self->menu, acts);
  append_section (self->menu, rest);
}

static void
show_next (GtkWidget *button, const char *label, ScrMeetingStep step)
{
  gtk_widget_set_visible (button, label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", step_names[step]);
}

/* Reads where the meeting stands, and offers what is sensible now. */
void
scr_meeting_page_update_steps (ScrMeetingPage *self)
{
  ScrMeetingStep next = SCR_N_STEPS;
  g_autofree char *label = NULL;
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));

  if (self->meeting == NULL)
    return;
  scr_meeting_facts_read (&self->facts, SCR_SOURCE (scr_view_get_store (SCR_VIEW (self))), self->meeting);
  if (scr_meeting_page_can_edit (self))
    next = scr_meeting_get_next_step (&self->facts);
  if (next != SCR_N_STEPS)
    label = scr_meeting_step_dup_label (NULL, &self->facts, next);
  show_next (self->next, narrow ? NULL : label, next);
  show_next (self->foot_next, label, next);
  gtk_widget_set_visible (self->foot, narrow && label != NULL);
  fill_menu (self, next);
}

/* Installs the actions of the page, and its keys. */
void
scr_meeting_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.step", "s", act_step);
  gtk_widget_class_install_action (widget_class, "page.reschedule", NULL, act_reschedule);
  gtk_widget_class_install_action (widget_class, "page.duplicate", NULL, act_duplicate);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, act_delete);
  gtk_widget_class_install_action (widget_class, "page.details", NULL, act_details);
  gtk_widget_class_install_action (widget_class, "page.rename", NULL, act_rename);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, act_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "page.details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.back", NULL);
}
