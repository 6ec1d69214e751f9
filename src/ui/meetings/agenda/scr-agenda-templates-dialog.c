/* ScrAgendaTemplatesDialog - the agenda templates of a record. See the header. */
#include "config.h"

#include "scr-agenda-templates-dialog.h"

#include "scr-agenda-commands.h"
#include "scr-agenda-list.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-item-list.h"
#include "scr-labels.h"
#include "scr-row-factory.h"
#include "scr-row.h"

#include <glib/gi18n-lib.h>

struct _ScrAgendaTemplatesDialog
{
  AdwWindow parent_instance;

  ScrContext *context;
  ScrStore *store;
  ScrItem *shown; /* (nullable): whose items are edited */
  GtkWidget *stack, *back, *add, *duplicate, *delete;
  GtkWidget *list, *none;
  GtkWidget *form, *agenda;
  ScrItemList *templates;
};

G_DEFINE_FINAL_TYPE (ScrAgendaTemplatesDialog, scr_agenda_templates_dialog, ADW_TYPE_WINDOW)

/* --- One template --- */

static void
flush (ScrAgendaTemplatesDialog *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->form); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    scr_row_flush (SCR_ROW (row));
}

static void
show (ScrAgendaTemplatesDialog *self, ScrItem *item)
{
  gboolean editable = !scr_store_is_read_only (self->store);

  flush (self);
  g_set_object (&self->shown, item);
  for (GtkWidget *row = gtk_widget_get_first_child (self->form); row != NULL && item != NULL;
       row = gtk_widget_get_next_sibling (row))
    scr_row_set_item (SCR_ROW (row), item);
  scr_agenda_list_set_meeting (SCR_AGENDA_LIST (self->agenda), item);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), item != NULL ? "one" : "all");
  gtk_widget_set_visible (self->back, item != NULL);
  gtk_widget_set_visible (self->add, item == NULL && editable);
  gtk_widget_set_visible (self->duplicate, item != NULL && editable);
  gtk_widget_set_visible (self->delete, item != NULL && editable);
}

static void
on_back (ScrAgendaTemplatesDialog *self)
{
  show (self, NULL);
}

static void
finish (ScrAgendaTemplatesDialog *self, ScrItem *made, const GError *error)
{
  if (made == NULL)
    scr_context_fail (self->context, error);
  else
    show (self, made);
}

static void
on_add (ScrAgendaTemplatesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) made = scr_command_add (self->store, "agenda_template", NULL, NULL, NULL, NULL, &error);

  finish (self, made, error);
}

static void
on_duplicate (ScrAgendaTemplatesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) made = NULL;

  flush (self);
  made = scr_command_duplicate_agenda_template (self->store, self->shown, &error);
  finish (self, made, error);
}

static void
on_delete (ScrAgendaTemplatesDialog *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  flush (self);
  g_ptr_array_add (items, g_object_ref (self->shown));
  if (!scr_command_bin (self->store, items, &error))
    {
      scr_context_fail (self->context, error);
      return;
    }
  show (self, NULL);
  scr_context_toast (self->context, _ ("The template is in the bin"), TRUE);
}

/* --- All of them --- */

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  ScrAgendaTemplatesDialog *self = user_data;
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (SCR_SOURCE (self->store), item);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  g_autofree char *kind = scr_format_field (NULL, SCR_SOURCE (self->store), item, "meeting_kind");
  g_autofree char *total = scr_agenda_dup_total (agenda, NULL);
  g_autofree char *subtitle
      = kind != NULL && *kind != '\0' ? g_strdup_printf ("%s · %s", kind, total) : g_strdup (total);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scr_icon_new_silent ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  return row;
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, ScrAgendaTemplatesDialog *self)
{
  show (self, g_object_get_data (G_OBJECT (row), "item"));
}

/* What a template comes to is told anew, and one that has gone is left. */
static void
on_changed (ScrAgendaTemplatesDialog *self)
{
  gtk_widget_set_visible (self->none, g_list_model_get_n_items (G_LIST_MODEL (self->templates)) == 0);
  gtk_widget_set_visible (self->list, !gtk_widget_get_visible (self->none));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->templates), make_row, self, NULL);
  if (self->shown != NULL && scr_item_is_deleted (self->shown))
    show (self, NULL);
}

/* --- The window --- */

static void
scr_agenda_templates_dialog_dispose (GObject *object)
{
  ScrAgendaTemplatesDialog *self = SCR_AGENDA_TEMPLATES_DIALOG (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->templates);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_agenda_templates_dialog_parent_class)->dispose (object);
}

static void
scr_agenda_templates_dialog_class_init (ScrAgendaTemplatesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_agenda_templates_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
scr_agenda_templates_dialog_init (ScrAgendaTemplatesDialog *self)
{
}

static GtkWidget *
make_button (ScrAgendaTemplatesDialog *self,
             GtkWidget *bar,
             const char *icon,
             const char *label,
             GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  if (g_str_equal (icon, "go-previous-symbolic"))
    adw_header_bar_pack_start (ADW_HEADER_BAR (bar), button);
  else
    adw_header_bar_pack_end (ADW_HEADER_BAR (bar), button);
  return button;
}

static GtkWidget *
scroll (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  gtk_widget_set_margin_top (child, 18);
  gtk_widget_set_margin_bottom (child, 18);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_list (ScrAgendaTemplatesDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = gtk_list_box_new ();
  self->none = scr_label_new_wrapping (_ ("There are no templates. A template is an agenda from which "
                                          "meetings begin: add one here, or save the "
                                          "agenda of a meeting as one."),
                                       NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row), self);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->none);
  return scroll (box);
}

static GtkWidget *
make_one (ScrAgendaTemplatesDialog *self)
{
  static const char *const fields[] = {"title", "meeting_kind", "length"};
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->form = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->form), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->form, "boxed-list");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_list_box_append (
        GTK_LIST_BOX (self->form),
        GTK_WIDGET (
            scr_row_new (self->context, scr_kind_get_field (scr_kind_find ("agenda_template"), fields[i]))));
  self->agenda = scr_agenda_list_new (self->context);
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), self->agenda);
  return scroll (box);
}

static gboolean
on_close (ScrAgendaTemplatesDialog *self)
{
  flush (self);
  return FALSE;
}

static void
build (ScrAgendaTemplatesDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = adw_header_bar_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("Agenda Templates"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  self->back = make_button (self, bar, "go-previous-symbolic", _ ("All Templates"), G_CALLBACK (on_back));
  self->add = make_button (self, bar, "list-add-symbolic", _ ("New Template"), G_CALLBACK (on_add));
  self->delete
      = make_button (self, bar, "user-trash-symbolic", _ ("Delete the Template"), G_CALLBACK (on_delete));
  self->duplicate = make_button (self, bar, "edit-copy-symbolic", _ ("Duplicate the Template"),
                                 G_CALLBACK (on_duplicate));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "all");
  gtk_stack_add_named (GTK_STACK (self->stack), make_one (self), "one");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect (self, "close-request", G_CALLBACK (on_close), NULL);
}

/**
 * scr_agenda_templates_dialog_present:
 * @context: what the window hands to its views, with a record
 * @parent: a widget of the window over which it stands
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
scr_agenda_templates_dialog_present (ScrContext *context, GtkWidget *parent)
{
  ScrAgendaTemplatesDialog *self = g_object_new (SCR_TYPE_AGENDA_TEMPLATES_DIALOG, NULL);
  const ScrQuery query = {.kind = "agenda_template"};
  GtkRoot *root = gtk_widget_get_root (parent);

  self->context = g_object_ref (context);
  self->store = g_object_ref (scr_context_get_store (context));
  self->templates = scr_item_list_new (self->store, &query);
  build (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  g_signal_connect_swapped (self->store, "changed", G_CALLBACK (on_changed), self);
  on_changed (self);
  show (self, NULL);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}
