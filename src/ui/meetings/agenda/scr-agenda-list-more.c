/* What an agenda takes from elsewhere and gives to elsewhere: templates, backlog, next meeting, papers. See
 * scr-agenda-list.h. */
#include "config.h"

#include "scr-agenda-list-private.h"

#include "scr-agenda-commands.h"
#include "scr-agenda-templates-dialog.h"
#include "scr-files.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-ask.h"
#include "scr-next-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An agenda, and an item of it, while a person is asked. */
typedef struct
{
  ScrAgendaList *self;
  ScrItem *item;
} Asked;

static Asked *
asked_new (ScrAgendaList *self, ScrItem *item)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->self = g_object_ref (self);
  asked->item = g_object_ref (item);
  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->self);
  g_object_unref (asked->item);
  g_free (asked);
}

/* --- The next meeting --- */

static void
tell_carried (ScrAgendaList *self, ScrItem *meeting)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), meeting);
  g_autofree char *day = scr_format_day (NULL, scr_item_get_text (meeting, "day"), SCR_DAY_LONG);
  /* TRANSLATORS: %1$s is a meeting, %2$s its day. */
  g_autofree char *text = g_strdup_printf (_ ("Carried forward to %1$s, %2$s"), title, day);

  scr_context_toast (self->context, text, TRUE);
}

static gboolean
on_day_given (ScrItem *draft, gpointer user_data, GError **error)
{
  Asked *asked = user_data;
  g_autoptr (ScrItem) made = scr_command_carry_to_new_meeting (asked->self->store, asked->item,
                                                               scr_item_get_text (draft, "day"), error);
  g_autoptr (ScrItem) meeting = NULL;

  if (made == NULL)
    return FALSE;
  meeting = scr_source_get_referred (SCR_SOURCE (asked->self->store), made, "meeting");
  tell_carried (asked->self, meeting);
  return TRUE;
}

static void
offer_new_meeting (ScrAgendaList *self, ScrItem *item)
{
  const ScrAskQuestion question = {
      .heading = _ ("Make the next meeting?"),
      .body = _ ("There is no later meeting of this group. A new one like this is made, with the item on its "
                 "agenda."),
      .accept = _ ("_Make the Meeting"),
      .fields = "day",
      .required = "day",
  };
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (scr_kind_find ("meeting"), id);

  scr_ask (self->context, GTK_WIDGET (self), &question, draft, on_day_given, asked_new (self, item),
           asked_free);
}

/* Carries @item to the next meeting of the group; offers to make one if there is none. */
void
scr_agenda_list_carry (ScrAgendaList *self, ScrItem *item)
{
  g_autoptr (ScrItem) next = scr_next_meeting_find (SCR_SOURCE (self->store), self->meeting);
  g_autoptr (ScrItem) made = NULL;
  g_autoptr (GError) error = NULL;

  if (next == NULL)
    {
      offer_new_meeting (self, item);
      return;
    }
  made = scr_command_carry_forward (self->store, item, next, &error);
  if (made == NULL)
    scr_context_fail (self->context, error);
  else
    tell_carried (self, next);
}

/* --- Papers --- */

static void
on_files (GListModel *files, gpointer user_data)
{
  Asked *asked = user_data;
  ScrStore *store = asked->self->store;
  GStrv ids = NULL;
  ScrEdit *edit;

  if (store == NULL || g_list_model_get_n_items (files) == 0 || scr_item_is_deleted (asked->item))
    return;
  edit = scr_command_prepare_papers (store, asked->item, files, &ids);
  scr_files_attach_new (asked->self->context, edit, scr_kind_find ("paper"), ids, "file", files);
}

/* Lets files be chosen that become papers of @item, as one change. */
void
scr_agenda_list_add_papers (ScrAgendaList *self, ScrItem *item)
{
  scr_files_choose (GTK_WIDGET (self), _ ("Add Papers"), TRUE, on_files, asked_new (self, item), asked_free);
}

/* --- Templates and backlog --- */

static void
append_choices (ScrAgendaList *self,
                GMenu *menu,
                const char *action,
                const ScrQuery *query,
                const char *first_kind)
{
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (self->store), query);
  guint n_first = 0;

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
      g_autoptr (GMenuItem) entry = g_menu_item_new (NULL, NULL);
      /* An underscore is no mnemonic here. */
      g_auto (GStrv) pieces = g_strsplit (title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", pieces);

      g_menu_item_set_label (entry, label);
      g_menu_item_set_action_and_target (entry, action, "s", scr_item_get_id (item));
      /* Those that fit the meeting's kind come first. */
      if (first_kind != NULL && g_strcmp0 (scr_item_get_text (item, "meeting_kind"), first_kind) == 0)
        g_menu_insert_item (menu, (int)n_first++, entry);
      else
        g_menu_append_item (menu, entry);
    }
}

void
scr_agenda_list_append_templates (ScrAgendaList *self, GMenu *menu)
{
  const ScrQuery query = {.kind = "agenda_template", .limit = 40};

  if (self->store != NULL && self->meeting != NULL)
    append_choices (self, menu, "agenda.template", &query, scr_item_get_text (self->meeting, "kind"));
}

void
scr_agenda_list_append_backlog (ScrAgendaList *self, GMenu *menu)
{
  const char *group = self->meeting != NULL ? scr_item_get_text (self->meeting, "group") : NULL;
  const ScrQuery query = {
      .kind = "backlog_item", .conditions = {{"group", SCR_IS, group, 0}}, .order = "position", .limit = 40};

  if (self->store != NULL && group != NULL)
    append_choices (self, menu, "agenda.take", &query, NULL);
}

static void
show_templates (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  scr_agenda_list_append_templates (user_data, menu);
  g_menu_append (menu, _ ("Agenda _Templates…"), "agenda.templates");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
show_backlog (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  scr_agenda_list_append_backlog (user_data, menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
show_more (GtkMenuButton *button, gpointer user_data)
{
  ScrAgendaList *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) templates = g_menu_new ();
  g_autoptr (GMenu) waiting = g_menu_new ();

  if (self->editable)
    {
      scr_agenda_list_append_templates (self, templates);
      scr_agenda_list_append_backlog (self, waiting);
      g_menu_append_submenu (menu, _ ("Add from a _Template"), G_MENU_MODEL (templates));
      if (g_menu_model_get_n_items (G_MENU_MODEL (waiting)) > 0)
        g_menu_append_submenu (menu, _ ("Take from the _Backlog"), G_MENU_MODEL (waiting));
    }
  g_menu_append (menu, _ ("_Save as a Template…"), "agenda.save-template");
  g_menu_append (menu, _ ("Agenda T_emplates…"), "agenda.templates");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* The menu of the heading. */
GtkWidget *
scr_agenda_list_make_more (ScrAgendaList *self)
{
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-symbolic");
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->more, _ ("Templates and Backlog"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Templates and Backlog"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), show_more, self, NULL);
  return self->more;
}

static void
on_template (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrAgendaList *self = user_data;
  g_autoptr (ScrItem) chosen
      = scr_source_get (SCR_SOURCE (self->store), "agenda_template", g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (chosen != NULL && !scr_command_apply_agenda_template (self->store, self->meeting, chosen, &error))
    scr_context_fail (self->context, error);
}

static void
on_take (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrAgendaList *self = user_data;
  g_autoptr (ScrItem) chosen
      = scr_source_get (SCR_SOURCE (self->store), "backlog_item", g_variant_get_string (parameter, NULL));
  g_autoptr (ScrItem) made = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen == NULL)
    return;
  made = scr_command_take_from_backlog (self->store, self->meeting, chosen, &error);
  scr_agenda_list_finish (self, made, error);
}

static gboolean
on_template_named (ScrItem *draft, gpointer user_data, GError **error)
{
  Asked *asked = user_data;
  g_autoptr (ScrItem) made = scr_command_save_agenda_template (asked->self->store, asked->item,
                                                               scr_item_get_text (draft, "title"), error);

  if (made == NULL)
    return FALSE;
  scr_context_toast (asked->self->context, _ ("The agenda is kept as a template"), TRUE);
  return TRUE;
}

static void
on_save_template (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrAgendaList *self = user_data;
  const ScrAskQuestion question = {
      .heading = _ ("Save as a Template"),
      .body = _ ("Other meetings can begin from it. Who leads what is not kept."),
      .accept = _ ("_Save"),
      .fields = "title",
      .required = "title",
  };
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (scr_kind_find ("agenda_template"), id);

  if (self->meeting != NULL)
    scr_ask (self->context, GTK_WIDGET (self), &question, draft, on_template_named,
             asked_new (self, self->meeting), asked_free);
}

static void
on_templates (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrAgendaList *self = user_data;

  scr_agenda_templates_dialog_present (self->context, GTK_WIDGET (self));
}

void
scr_agenda_list_add_more_actions (ScrAgendaList *self)
{
  const GActionEntry entries[] = {
      {"template", on_template, "s"},
      {"take", on_take, "s"},
      {"save-template", on_save_template},
      {"templates", on_templates},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->templates), show_templates, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->backlog), show_backlog, self, NULL);
}
