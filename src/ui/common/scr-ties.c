/* ScrTies - what an item is tied to. See the header. */
#include "config.h"

#include "scr-ties.h"

#include "scr-format.h"
#include "scr-icons.h"
#include "scr-labels.h"
#include "scr-new-item.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _ScrTies
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrStore *store; /* (nullable) */
  GSignalGroup *store_changes; /* of the record that is shown */
  ScrItem *item;
  ScrSection *out;    /* what the item refers to */
  GtkWidget *add;     /* menu of what may refer to it */
  GPtrArray *lists;   /* (element-type ScrTieList) (unowned) */
  guint n_out;
};

G_DEFINE_FINAL_TYPE (ScrTies, scr_ties, GTK_TYPE_BOX)

/* Papers are a part of the pane of their own. */
static gboolean
is_relation (const ScrKind *kind, const ScrField *field, const ScrKind *referred)
{
  return field->type == SCR_FIELD_REFERENCE && !(field->flags & SCR_FIELD_HIDDEN)
         && g_strcmp0 (kind->name, "attachment") != 0 && scr_field_refers_to (field, referred->name);
}

static guint
count_relation (ScrTies *self, const ScrKind *kind, const ScrField *field)
{
  const ScrQuery query
      = { .kind = kind->name, .conditions = { { field->name, SCR_IS, scr_item_get_id (self->item), 0 } } };

  return scr_source_count (SCR_SOURCE (self->store), &query);
}

static ScrTieList *
find_list (ScrTies *self, const ScrKind *kind, const ScrField *field)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (scr_tie_list_get_kind (g_ptr_array_index (self->lists, i)) == kind
        && scr_tie_list_get_field (g_ptr_array_index (self->lists, i)) == field)
      return g_ptr_array_index (self->lists, i);
  return NULL;
}

/* --- What the item refers to --- */

static void
add_out_row (ScrTies *self, const ScrField *field)
{
  g_autoptr (ScrItem) referred = scr_source_get_referred (SCR_SOURCE (self->store), self->item, field->name);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (referred == NULL)
    return;
  title = scr_format_title (NULL, SCR_SOURCE (self->store), referred);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (field->label));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), scr_icon_resolve (scr_item_get_kind (referred)->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scr_icon_new_silent ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_steal_pointer (&referred), g_object_unref);
  gtk_list_box_append (scr_section_get_list (self->out), row);
  self->n_out++;
}

static void
show_out (ScrTies *self)
{
  const ScrKind *kind = scr_item_get_kind (self->item);

  scr_section_clear (self->out);
  self->n_out = 0;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SCR_FIELD_REFERENCE
        && !(kind->fields[i].flags & (SCR_FIELD_PARTNERSHIP | SCR_FIELD_HIDDEN)))
      add_out_row (self, &kind->fields[i]);
  gtk_widget_set_visible (GTK_WIDGET (scr_section_get_list (self->out)), self->n_out > 0);
}

static void
on_out_activated (GtkListBox *list, GtkListBoxRow *row, ScrTies *self)
{
  scr_context_open_item (self->context, g_object_get_data (G_OBJECT (row), "item"));
}

/* --- What refers to the item --- */

/* What belongs to the item always has its list, the rest once there is something. */
static gboolean
wants_list (ScrTies *self, const ScrKind *kind, const ScrField *field)
{
  return ((field->flags & SCR_FIELD_PARENT) && strchr (field->of, ' ') == NULL)
         || count_relation (self, kind, field) > 0;
}

static void
add_list (ScrTies *self, const ScrKind *kind, const ScrField *field)
{
  GtkWidget *list = scr_tie_list_new (self->context, self->item, kind, field);

  gtk_box_append (GTK_BOX (self), list);
  g_ptr_array_add (self->lists, list);
}

typedef void (*RelationFunc) (ScrTies *self, const ScrKind *kind, const ScrField *field, gpointer user_data);

static void
for_each_relation (ScrTies *self, RelationFunc func, gpointer user_data)
{
  const ScrKind *referred = scr_item_get_kind (self->item);
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      if (is_relation (kinds[k], &kinds[k]->fields[f], referred))
        func (self, kinds[k], &kinds[k]->fields[f], user_data);
}

static void
add_list_if_wanted (ScrTies *self, const ScrKind *kind, const ScrField *field, gpointer change)
{
  if (change != NULL && !scr_change_touches_kind (change, kind))
    return;
  if (find_list (self, kind, field) == NULL && wants_list (self, kind, field))
    add_list (self, kind, field);
}

static void
add_offer (ScrTies *self, const ScrKind *kind, const ScrField *field, gpointer user_data)
{
  g_autofree char *title = scr_tie_dup_title (scr_item_get_kind (self->item), kind, field);
  g_autofree char *target = g_strconcat (kind->name, " ", field->name, NULL);
  g_autoptr (GMenuItem) offer = NULL;

  if (find_list (self, kind, field) != NULL)
    return;
  offer = g_menu_item_new (title, NULL);
  g_menu_item_set_action_and_target (offer, "ties.new", "s", target);
  g_menu_append_item (user_data, offer);
}

static void
update_offers (ScrTies *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean writable = !scr_store_is_read_only (self->store) && !scr_item_is_deleted (self->item);

  for_each_relation (self, add_offer, menu);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->add, writable && g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->out), self->n_out > 0 || gtk_widget_get_visible (self->add));
}

static void
on_made (ScrItem *item, gpointer user_data)
{
  scr_context_open_item (SCR_TIES (user_data)->context, item);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrTies *self = user_data;
  g_auto (GStrv) words = g_strsplit (g_variant_get_string (parameter, NULL), " ", 2);

  scr_new_item_begin (self->context, GTK_WIDGET (self), words[0], NULL, words[1], scr_item_get_id (self->item),
                      on_made, g_object_ref (self), g_object_unref);
}

static gboolean
touches_what_is_shown (ScrTies *self, ScrChange *change)
{
  GtkWidget *row;

  if (scr_change_touches_item (change, scr_item_get_id (self->item)))
    return TRUE;
  for (row = gtk_widget_get_first_child (GTK_WIDGET (scr_section_get_list (self->out))); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      ScrItem *referred = g_object_get_data (G_OBJECT (row), "item");

      if (referred != NULL && scr_change_touches_item (change, scr_item_get_id (referred)))
        return TRUE;
    }
  return FALSE;
}

static void
on_store_changed (ScrStore *store, ScrChange *change, ScrTies *self)
{
  guint n_lists = self->lists->len;

  if (self->item == NULL)
    return;
  if (touches_what_is_shown (self, change))
    show_out (self);
  for_each_relation (self, add_list_if_wanted, change);
  if (self->lists->len != n_lists)
    update_offers (self);
}

static void
follow (ScrTies *self, ScrStore *store)
{
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_changes, store);
}

static void
scr_ties_dispose (GObject *object)
{
  ScrTies *self = SCR_TIES (object);

  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  g_clear_object (&self->item);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_ties_parent_class)->dispose (object);
}

static void
scr_ties_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_TIES (object)->lists);
  G_OBJECT_CLASS (scr_ties_parent_class)->finalize (object);
}

static void
scr_ties_class_init (ScrTiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_ties_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_ties_finalize;
}

static void
scr_ties_init (ScrTies *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect (self->store_changes, "changed", G_CALLBACK (on_store_changed), self);
  const GActionEntry entries[] = { { "new", on_new, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->lists = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->out = SCR_SECTION (scr_section_new (_ ("Tied to")));
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _ ("Add something tied to this"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add something tied to this"), -1);
  scr_section_add_header (self->out, self->add);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->out));
  g_signal_connect (scr_section_get_list (self->out), "row-activated", G_CALLBACK (on_out_activated), self);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "ties", G_ACTION_GROUP (actions));
}

/**
 * scr_ties_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): the ties of nothing yet
 */
GtkWidget *
scr_ties_new (ScrContext *context)
{
  ScrTies *self = g_object_new (SCR_TYPE_TIES, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * scr_ties_set_item:
 * @self: ties
 * @item: (nullable): whose ties are shown
 */
void
scr_ties_set_item (ScrTies *self, ScrItem *item)
{
  for (guint i = 0; i < self->lists->len; i++)
    gtk_box_remove (GTK_BOX (self), g_ptr_array_index (self->lists, i));
  g_ptr_array_set_size (self->lists, 0);
  scr_section_clear (self->out);
  g_set_object (&self->item, item);
  follow (self, item != NULL ? scr_context_get_store (self->context) : NULL);
  if (item == NULL)
    return;
  show_out (self);
  for_each_relation (self, add_list_if_wanted, NULL);
  update_offers (self);
}

/**
 * scr_ties_get_list:
 * @self: ties
 * @kind: a kind's name
 * @field: one of its fields
 *
 * Returns: (transfer none) (nullable): the list of the items of @kind that refer to the item by @field
 */
ScrTieList *
scr_ties_get_list (ScrTies *self, const char *kind, const char *field)
{
  const ScrKind *described = scr_kind_find (kind);

  return find_list (self, described, scr_kind_get_field (described, field));
}

/**
 * scr_ties_get_n_out:
 * @self: ties
 *
 * Returns: how many items the item refers to
 */
guint
scr_ties_get_n_out (ScrTies *self)
{
  return self->n_out;
}
