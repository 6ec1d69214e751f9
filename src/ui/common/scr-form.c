/* ScrForm - all fields of an item. See the header. */
#include "config.h"

#include "scr-form.h"

#include "scr-common.h"
#include "scr-row-factory.h"

#include <glib/gi18n-lib.h>

struct _ScrForm
{
  AdwBin parent_instance;

  ScrContext *context;
  ScrItem *item;
  const ScrKind *kind;
  GtkWidget *box;
  GPtrArray *rows; /* (element-type ScrRow) (unowned) */
};

G_DEFINE_FINAL_TYPE (ScrForm, scr_form, ADW_TYPE_BIN)

static gboolean
is_shown (const ScrField *field)
{
  return !(field->flags & SCR_FIELD_HIDDEN) && field->type != SCR_FIELD_ORDER;
}

static void
drop_rows (ScrForm *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->rows->len; i++)
    scr_row_set_item (g_ptr_array_index (self->rows, i), NULL);
  g_ptr_array_set_size (self->rows, 0);
  while (self->box != NULL && (child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->kind = NULL;
}

/* A group without a heading is named after the kind of thing it describes. */
static void
name_list (GtkWidget *row, const char *label)
{
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);

  if (list == NULL)
    return;
  /* Newer libadwaita lets the group's heading speak for the list, even when it is empty. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (label), -1);
}

static void
make_rows (ScrForm *self, const ScrKind *kind)
{
  GtkWidget *group = NULL;

  self->kind = kind;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];
      ScrRow *row;

      if (!is_shown (field))
        continue;
      if (group == NULL || field->group != NULL)
        {
          group = adw_preferences_group_new ();
          if (field->group != NULL)
            adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (field->group));
          gtk_box_append (GTK_BOX (self->box), group);
        }
      row = scr_row_new (self->context, field);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
      if (i == 0 && field->group == NULL)
        name_list (GTK_WIDGET (row), kind->label);
      g_ptr_array_add (self->rows, row);
    }
}

static void
scr_form_dispose (GObject *object)
{
  ScrForm *self = SCR_FORM (object);

  drop_rows (self);
  self->box = NULL;
  g_clear_object (&self->item);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_form_parent_class)->dispose (object);
}

static void
scr_form_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_FORM (object)->rows);
  G_OBJECT_CLASS (scr_form_parent_class)->finalize (object);
}

static void
scr_form_class_init (ScrFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_form_finalize;
}

static void
scr_form_init (ScrForm *self)
{
  scr_common_ensure ();
  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "scr-form");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * scr_form_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a form without an item
 */
GtkWidget *
scr_form_new (ScrContext *context)
{
  ScrForm *self = g_object_new (SCR_TYPE_FORM, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * scr_form_set_item:
 * @self: a form
 * @item: (nullable): the item to show; what was entered for the one before is written first
 */
void
scr_form_set_item (ScrForm *self, ScrItem *item)
{
  if (self->item == item)
    return;
  if (item == NULL || scr_item_get_kind (item) != self->kind)
    drop_rows (self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  if (self->kind == NULL)
    make_rows (self, scr_item_get_kind (item));
  for (guint i = 0; i < self->rows->len; i++)
    scr_row_set_item (g_ptr_array_index (self->rows, i), item);
}

/**
 * scr_form_get_item:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the item that it shows
 */
ScrItem *
scr_form_get_item (ScrForm *self)
{
  return self->item;
}

/**
 * scr_form_get_row:
 * @self: a form
 * @field: a field's name
 *
 * Returns: (transfer none) (nullable): the row of that field, if it is shown
 */
ScrRow *
scr_form_get_row (ScrForm *self, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (scr_row_get_field (g_ptr_array_index (self->rows, i))->name, field))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/**
 * scr_form_flush:
 * @self: a form
 *
 * Writes at once what was entered and is not yet written.
 *
 * Returns: whether the record holds all that the form says
 */
gboolean
scr_form_flush (ScrForm *self)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    all = scr_row_flush (g_ptr_array_index (self->rows, i)) && all;
  return all;
}

/**
 * scr_form_focus_first:
 * @self: a form
 *
 * Gives the keyboard to the first field that can be edited.
 */
void
scr_form_focus_first (ScrForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (scr_row_get_editable (g_ptr_array_index (self->rows, i)))
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        return;
      }
}
