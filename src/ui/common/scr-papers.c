/* ScrPapers - the files that are attached to an item. See the header. Main thread. */
#include "config.h"

#include "scr-papers.h"

#include "scr-commands.h"
#include "scr-files.h"
#include "scr-item-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _ScrPapers
{
  ScrSection parent_instance;

  ScrContext *context;
  ScrItem *item;
  ScrItemList *attachments;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (ScrPapers, scr_papers, SCR_TYPE_SECTION)

static void
remove_attachment (ScrPapers *self, ScrItem *attachment)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, attachment);
  if (!scr_command_bin (scr_context_get_store (self->context), items, &error))
    {
      scr_context_fail (self->context, error);
      return;
    }
  /* TRANSLATORS: %s is the title of what was deleted */
  message = g_strdup_printf (_ ("“%s” is in the bin"), scr_item_get_text (attachment, "title"));
  scr_context_toast (self->context, message, TRUE);
}

static ScrItem *
get_row_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *row = user_data;
  ScrPapers *self = SCR_PAPERS (gtk_widget_get_ancestor (row, SCR_TYPE_PAPERS));
  g_autoptr (ScrItem) attachment = g_object_ref (get_row_item (row));
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "open"))
    scr_files_open (self->context, attachment);
  else if (g_str_equal (name, "save"))
    scr_files_save_as (self->context, row, attachment);
  else if (g_str_equal (name, "details"))
    scr_context_open_item (self->context, attachment);
  else
    remove_attachment (self, attachment);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Open"), "paper.open");
  g_menu_append (menu, _ ("_Save a Copy…"), "paper.save");
  g_menu_append (menu, _ ("_Details"), "paper.details");
  g_menu_append (menu, _ ("_Remove"), "paper.remove");
  return G_MENU_MODEL (menu);
}

static void
add_actions (GtkWidget *row, gboolean writable)
{
  const GActionEntry entries[] = { { "open", on_action }, { "save", on_action }, { "details", on_action },
                                   { "remove", on_action } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (actions), "remove")), writable);
  gtk_widget_insert_action_group (row, "paper", G_ACTION_GROUP (actions));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  ScrPapers *self = user_data;
  ScrItem *attachment = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu ();
  g_autofree char *subtitle = scr_files_dup_subtitle (attachment);
  g_autofree char *name = NULL;
  const char *title = scr_item_get_text (attachment, "title");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "mail-attachment-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (attachment), g_object_unref);
  add_actions (row, scr_papers_can_add (self));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  /* TRANSLATORS: %s is the title of what the menu is for */
  name = g_strdup_printf (_ ("Menu of %s"), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), more);
  return row;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, ScrPapers *self)
{
  scr_files_open (self->context, get_row_item (GTK_WIDGET (row)));
}

static void
on_files (GListModel *files, gpointer user_data)
{
  scr_papers_add_files (user_data, files);
}

static void
on_add (ScrPapers *self)
{
  scr_files_choose (GTK_WIDGET (self), _ ("Attach Files"), TRUE, on_files, g_object_ref (self), g_object_unref);
}

static void
update_list (ScrPapers *self)
{
  guint n = self->attachments != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->attachments)) : 0;

  gtk_widget_set_visible (GTK_WIDGET (scr_section_get_list (SCR_SECTION (self))), n > 0);
}

static gboolean
takes_papers (ScrItem *item)
{
  const ScrField *owner = scr_kind_get_field (scr_kind_find ("attachment"), "owner");

  return item != NULL && scr_field_refers_to (owner, scr_item_get_kind (item)->name);
}

static void
drop_list (ScrPapers *self)
{
  gtk_list_box_bind_model (scr_section_get_list (SCR_SECTION (self)), NULL, NULL, NULL, NULL);
  if (self->attachments != NULL)
    g_signal_handlers_disconnect_by_data (self->attachments, self);
  g_clear_object (&self->attachments);
}

static void
scr_papers_dispose (GObject *object)
{
  ScrPapers *self = SCR_PAPERS (object);

  if (self->attachments != NULL)
    g_signal_handlers_disconnect_by_data (self->attachments, self);
  g_clear_object (&self->attachments);
  g_clear_object (&self->item);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_papers_parent_class)->dispose (object);
}

static void
scr_papers_class_init (ScrPapersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_papers_dispose;
}

static void
scr_papers_init (ScrPapers *self)
{
  scr_section_set_title (SCR_SECTION (self), _ ("Papers"));
  self->add = scr_section_add_button (SCR_SECTION (self), "list-add-symbolic", _ ("Attach files…"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (scr_section_get_list (SCR_SECTION (self)), "row-activated", G_CALLBACK (on_row_activated), self);
}

/**
 * scr_papers_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): the papers of nothing yet
 */
GtkWidget *
scr_papers_new (ScrContext *context)
{
  ScrPapers *self = g_object_new (SCR_TYPE_PAPERS, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * scr_papers_set_item:
 * @self: papers
 * @item: (nullable): what they are attached to
 *
 * Hidden for kinds that nothing can be attached to.
 */
void
scr_papers_set_item (ScrPapers *self, ScrItem *item)
{
  ScrQuery query = { .kind = "attachment" };

  g_set_object (&self->item, item);
  drop_list (self);
  gtk_widget_set_visible (GTK_WIDGET (self), takes_papers (item));
  gtk_widget_set_visible (self->add, scr_papers_can_add (self));
  if (takes_papers (item))
    {
      query.conditions[0] = (ScrCondition){ "owner", SCR_IS, scr_item_get_id (item), 0 };
      self->attachments = scr_item_list_new (scr_context_get_store (self->context), &query);
      gtk_list_box_bind_model (scr_section_get_list (SCR_SECTION (self)), G_LIST_MODEL (self->attachments), make_row,
                               self, NULL);
      g_signal_connect_swapped (self->attachments, "items-changed", G_CALLBACK (update_list), self);
    }
  update_list (self);
}

/**
 * scr_papers_can_add:
 * @self: papers
 *
 * Returns: whether files can be attached to the item now
 */
gboolean
scr_papers_can_add (ScrPapers *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  return takes_papers (self->item) && store != NULL && !scr_store_is_read_only (store)
         && !scr_item_is_deleted (self->item);
}

/**
 * scr_papers_add_files:
 * @self: papers
 * @files: (element-type GFile): what to attach
 *
 * Takes the files in, in the background; of those that cannot be kept the person is told.
 *
 * Returns: whether that was begun
 */
gboolean
scr_papers_add_files (ScrPapers *self, GListModel *files)
{
  return scr_papers_can_add (self) && scr_files_attach (self->context, self->item, NULL, files);
}
