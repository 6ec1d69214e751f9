/* ScrPartnershipChooser - narrows every view to one partnership. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-format.h"
#include "scr-partnership-chooser.h"

struct _ScrPartnershipChooser
{
  GtkWidget parent_instance;

  ScrContext *context;
  ScrStore *store;
  gulong changed_handler;
  GtkDropDown *drop_down;
  GtkStringList *names; /* the first is "All partnerships" */
  GPtrArray *ids;       /* (element-type utf8): of the others, one less than names */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ScrPartnershipChooser, scr_partnership_chooser, GTK_TYPE_WIDGET)

static void
show_chosen (ScrPartnershipChooser *self)
{
  const char *chosen = scr_context_get_partnership (self->context);
  guint index = 0;

  for (guint i = 0; chosen != NULL && i < self->ids->len; i++)
    if (g_str_equal (self->ids->pdata[i], chosen))
      index = i + 1;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->drop_down, index);
  self->filling = FALSE;
}

static void
fill (ScrPartnershipChooser *self)
{
  g_autoptr (GPtrArray) items = NULL;
  const char *chosen = scr_context_get_partnership (self->context);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  gboolean found = chosen == NULL;

  if (self->store)
    items = scr_source_list (SCR_SOURCE (self->store), &(ScrQuery) {.kind = "partnership"});
  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (names, g_strdup (_ ("All partnerships")));
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      ScrItem *item = items->pdata[i];

      g_ptr_array_add (names, scr_format_title (NULL, SCR_SOURCE (self->store), item));
      g_ptr_array_add (self->ids, g_strdup (scr_item_get_id (item)));
      found |= g_strcmp0 (scr_item_get_id (item), chosen) == 0;
    }
  self->filling = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *)names->pdata);
  self->filling = FALSE;
  /* The one that was chosen may have gone to the bin. */
  if (!found)
    scr_context_set_partnership (self->context, NULL);
  show_chosen (self);
}

static void
on_changed (ScrPartnershipChooser *self, ScrChange *change)
{
  if (scr_change_touches_kind (change, scr_kind_find ("partnership")))
    fill (self);
}

static void
on_store_set (ScrPartnershipChooser *self)
{
  if (self->store)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, scr_context_get_store (self->context));
  if (self->store)
    self->changed_handler = g_signal_connect_swapped (self->store, "changed", G_CALLBACK (on_changed), self);
  fill (self);
}

static void
on_selected (ScrPartnershipChooser *self)
{
  guint index = gtk_drop_down_get_selected (self->drop_down);

  if (self->filling || index == GTK_INVALID_LIST_POSITION)
    return;
  scr_context_set_partnership (self->context, index > 0 ? self->ids->pdata[index - 1] : NULL);
}

static void
scr_partnership_chooser_dispose (GObject *object)
{
  ScrPartnershipChooser *self = SCR_PARTNERSHIP_CHOOSER (object);

  if (self->store)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  if (self->drop_down)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;
  g_clear_object (&self->names);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  G_OBJECT_CLASS (scr_partnership_chooser_parent_class)->dispose (object);
}

static void
scr_partnership_chooser_class_init (ScrPartnershipChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_partnership_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
scr_partnership_chooser_init (ScrPartnershipChooser *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_string_list_new (NULL);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->names)), NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), _ ("Partnership to show"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Partnership to show"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
}

/**
 * scr_partnership_chooser_new:
 * @context: what it narrows
 *
 * Returns: (transfer floating): a chooser
 */
GtkWidget *
scr_partnership_chooser_new (ScrContext *context)
{
  ScrPartnershipChooser *self = g_object_new (SCR_TYPE_PARTNERSHIP_CHOOSER, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::store", G_CALLBACK (on_store_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::partnership", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  on_store_set (self);
  return GTK_WIDGET (self);
}

/**
 * scr_partnership_chooser_get_name:
 * @self: a chooser
 *
 * Returns: (transfer none): the name of what is shown, "All partnerships" at first
 */
const char *
scr_partnership_chooser_get_name (ScrPartnershipChooser *self)
{
  return gtk_string_list_get_string (self->names, gtk_drop_down_get_selected (self->drop_down));
}
