/* ScrRowChoice - one of the choices of a list. See the header.
 *
 * The drop-down's model is a list of choices, before them an empty one (without identity) where nothing may be chosen.
 */
#include "config.h"

#include "scr-row-choice.h"

#include "scr-choices.h"
#include "scr-format.h"
#include "scr-icons.h"
#include "scr-pill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From so many choices on, the list can be searched. */
#define SEARCHABLE 10

struct _ScrRowChoice
{
  ScrRow parent_instance;

  GtkWidget *drop_down;
  GListStore *choices; /* (element-type ScrItem) */
  GSignalGroup *store_changes; /* of the record that is shown */
};

G_DEFINE_FINAL_TYPE (ScrRowChoice, scr_row_choice, SCR_TYPE_ROW)

static char *
dup_label (ScrRowChoice *self, ScrItem *choice)
{
  ScrStore *store = scr_row_get_store (SCR_ROW (self));

  if (*scr_item_get_id (choice) == '\0' || store == NULL)
    return g_strdup (_ ("Not set"));
  return scr_format_title (NULL, SCR_SOURCE (store), choice);
}

static char *
dup_search_text (ScrItem *choice)
{
  return g_strdup (scr_item_get_text (choice, "label"));
}

static void
on_setup_shown (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrRowChoice *self)
{
  GtkWidget *child;

  if (scr_row_get_field (SCR_ROW (self))->type == SCR_FIELD_STATUS)
    {
      GtkWidget *pill = scr_pill_new ("", "", NULL);

      child = gtk_stack_new ();
      gtk_stack_set_hhomogeneous (GTK_STACK (child), FALSE);
      gtk_widget_set_halign (pill, GTK_ALIGN_START);
      gtk_stack_add_named (GTK_STACK (child), pill, "pill");
      gtk_stack_add_named (GTK_STACK (child), gtk_label_new (NULL), "label");
    }
  else
    child = gtk_label_new (NULL);
  gtk_list_item_set_child (list_item, child);
}

static void
show_label (ScrRowChoice *self, GtkWidget *label, ScrItem *choice)
{
  g_autofree char *text = dup_label (self, choice);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (*scr_item_get_id (choice) == '\0')
    gtk_widget_add_css_class (label, "scr-dim");
  else
    gtk_widget_remove_css_class (label, "scr-dim");
}

static void
on_bind_shown (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrRowChoice *self)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  ScrItem *choice = gtk_list_item_get_item (list_item);
  gboolean empty = *scr_item_get_id (choice) == '\0';

  if (!GTK_IS_STACK (child))
    {
      show_label (self, child, choice);
      return;
    }
  show_label (self, gtk_stack_get_child_by_name (GTK_STACK (child), "label"), choice);
  if (!empty)
    scr_choices_show_pill (gtk_stack_get_child_by_name (GTK_STACK (child), "pill"),
                           SCR_SOURCE (scr_row_get_store (SCR_ROW (self))), choice);
  gtk_stack_set_visible_child_name (GTK_STACK (child), empty ? "label" : "pill");
}

static void
on_setup_offered (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrRowChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind_offered (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrRowChoice *self)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_next_sibling (icon);
  GtkWidget *check = gtk_widget_get_last_child (box);
  ScrItem *choice = gtk_list_item_get_item (list_item);
  const char *name = scr_icon_resolve (scr_item_get_text (choice, "icon"));

  show_label (self, label, choice);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_visible (icon, name != NULL);
  if (name != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (icon), name);
  gtk_widget_set_opacity (check, gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down)) == choice);
}

static GtkListItemFactory *
make_factory (ScrRowChoice *self, GCallback setup, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, 0);
  g_signal_connect_object (factory, "bind", bind, self, 0);
  return factory;
}

/* The part of a drop-down that has the keyboard must say both what it is for and what is chosen. */
static void
name_button (ScrRowChoice *self)
{
  ScrItem *choice = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));
  GtkWidget *button = gtk_widget_get_first_child (self->drop_down);
  const char *field = _ (scr_row_get_field (SCR_ROW (self))->label);
  g_autofree char *label = choice != NULL ? dup_label (self, choice) : g_strdup (_ ("Not set"));
  g_autofree char *name = NULL;

  if (button == NULL)
    return;
  /* TRANSLATORS: %1$s is a field's label and %2$s what is chosen in it, read by screen readers: "Kind: Deep dive" */
  name = g_strdup_printf (_ ("%1$s: %2$s"), field, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_selected (ScrRowChoice *self)
{
  name_button (self);
  scr_row_edited (SCR_ROW (self), TRUE);
}

static void
scr_row_choice_build (ScrRow *row)
{
  ScrRowChoice *self = SCR_ROW_CHOICE (row);
  g_autoptr (GtkListItemFactory) shown
      = make_factory (self, G_CALLBACK (on_setup_shown), G_CALLBACK (on_bind_shown));
  g_autoptr (GtkListItemFactory) offered
      = make_factory (self, G_CALLBACK (on_setup_offered), G_CALLBACK (on_bind_offered));
  GtkExpression *expression
      = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_search_text), NULL, NULL);

  self->choices = g_list_store_new (SCR_TYPE_ITEM);
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->choices)), expression);
  gtk_widget_add_css_class (self->drop_down, "scr-row-choice");
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), shown);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), offered);
  scr_row_set_content (row, self->drop_down, self->drop_down);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

static guint
find_choice (ScrRowChoice *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScrItem) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (strcmp (scr_item_get_id (choice), id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Nothing can be chosen where nothing is wrong with it, or where it is so already. */
static gboolean
offers_empty (const ScrField *field, const char *chosen)
{
  return !(field->flags & SCR_FIELD_REQUIRED) || chosen == NULL;
}

static gboolean
is_same (ScrRowChoice *self, GPtrArray *offered)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->choices)) != offered->len)
    return FALSE;
  for (guint i = 0; i < offered->len; i++)
    {
      g_autoptr (ScrItem) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (strcmp (scr_item_get_id (choice), scr_item_get_id (g_ptr_array_index (offered, i))) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
offer (ScrRowChoice *self, const char *chosen)
{
  const ScrField *field = scr_row_get_field (SCR_ROW (self));
  g_autoptr (GPtrArray) offered
      = scr_choices_list (SCR_SOURCE (scr_row_get_store (SCR_ROW (self))), field->of, chosen);

  if (offers_empty (field, chosen))
    g_ptr_array_insert (offered, 0, scr_item_new (scr_kind_find (SCR_KIND_CHOICE), ""));
  if (!is_same (self, offered))
    g_list_store_splice (self->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->choices)), offered->pdata,
                         offered->len);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop_down), offered->len >= SEARCHABLE);
}

static void
scr_row_choice_show (ScrRow *row, const ScrValue *value)
{
  ScrRowChoice *self = SCR_ROW_CHOICE (row);
  const char *chosen = value->type == SCR_VALUE_TEXT ? value->text : NULL;

  offer (self, chosen);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), find_choice (self, chosen != NULL ? chosen : ""));
  name_button (self);
}

static void
scr_row_choice_read (ScrRow *row, ScrValue *value)
{
  ScrItem *choice = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (SCR_ROW_CHOICE (row)->drop_down));

  scr_value_set_text (value, choice != NULL ? scr_item_get_id (choice) : NULL);
}

static void
scr_row_choice_set_editable (ScrRow *row, gboolean editable)
{
  gtk_widget_set_sensitive (SCR_ROW_CHOICE (row)->drop_down, editable);
}

static void
on_store_changed (ScrStore *store, ScrChange *change, ScrRowChoice *self)
{
  if (scr_row_get_item (SCR_ROW (self)) != NULL
      && scr_change_touches_kind (change, scr_kind_find (SCR_KIND_CHOICE)))
    scr_row_refresh (SCR_ROW (self));
}

static void
scr_row_choice_item_set (ScrRow *row)
{
  g_signal_group_set_target (SCR_ROW_CHOICE (row)->store_changes, scr_row_get_store (row));
}

static void
scr_row_choice_dispose (GObject *object)
{
  ScrRowChoice *self = SCR_ROW_CHOICE (object);

  g_clear_object (&self->store_changes);
  G_OBJECT_CLASS (scr_row_choice_parent_class)->dispose (object);
  g_clear_object (&self->choices);
}

static void
scr_row_choice_class_init (ScrRowChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_row_choice_dispose;
  SCR_ROW_CLASS (klass)->build = scr_row_choice_build;
  SCR_ROW_CLASS (klass)->show = scr_row_choice_show;
  SCR_ROW_CLASS (klass)->read = scr_row_choice_read;
  SCR_ROW_CLASS (klass)->set_editable = scr_row_choice_set_editable;
  SCR_ROW_CLASS (klass)->item_set = scr_row_choice_item_set;
}

static void
scr_row_choice_init (ScrRowChoice *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect (self->store_changes, "changed", G_CALLBACK (on_store_changed), self);
}
