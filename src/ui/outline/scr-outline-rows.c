/* ScrOutlineRows - the items of a kind as a plain list of rows. See the header. */
#include "config.h"

#include "scr-outline-rows.h"

#include "scr-choices.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-pill.h"
#include "scr-titles.h"

#include <glib/gi18n-lib.h>

struct _ScrOutlineRows
{
  ScrOutlineFace parent_instance;

  const ScrField *status; /* (nullable): the kind's first state */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (ScrOutlineRows, scr_outline_rows, SCR_TYPE_OUTLINE_FACE)

static void
scr_outline_rows_show_cell (ScrOutlineFace *face, GtkListItem *list_item)
{
  ScrOutlineRows *self = SCR_OUTLINE_ROWS (face);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  GtkWidget *pill = gtk_widget_get_last_child (box);
  ScrItem *item = gtk_list_item_get_item (list_item);
  ScrSource *source = scr_outline_face_get_source (face);
  g_autofree char *text = scr_format_title (NULL, source, item);
  g_autofree char *summary
      = scr_titles_dup_summary (source, item, self->status != NULL ? self->status->name : NULL);
  g_autoptr (ScrItem) choice
      = self->status != NULL ? scr_source_get_referred (source, item, self->status->name) : NULL;

  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_label_set_text (GTK_LABEL (subtitle), summary);
  gtk_widget_set_visible (subtitle, *summary != '\0');
  scr_choices_show_pill (pill, source, choice);
}

static gboolean
scr_outline_rows_is_touched (ScrOutlineFace *face, GtkListItem *list_item, ScrChange *change)
{
  return scr_titles_item_is_touched (gtk_list_item_get_item (list_item), change);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrOutlineFace *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *pill = scr_pill_new ("", "", NULL);

  gtk_widget_add_css_class (box, "scr-outline-row");
  gtk_box_append (GTK_BOX (box), scr_label_new_wrapping (NULL, "heading"));
  gtk_box_append (GTK_BOX (box), scr_label_new_wrapping (NULL, "scr-row-title"));
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), pill);
  scr_outline_face_set_up_cell (self, list_item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrOutlineFace *self)
{
  scr_outline_face_bind (self, list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrOutlineFace *self)
{
  scr_outline_face_unbind (self, list_item);
}

static void
scr_outline_rows_dispose (GObject *object)
{
  ScrOutlineRows *self = SCR_OUTLINE_ROWS (object);

  if (self->list != NULL)
    {
      gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
      gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), NULL);
      self->list = NULL;
    }
  G_OBJECT_CLASS (scr_outline_rows_parent_class)->dispose (object);
}

static void
scr_outline_rows_class_init (ScrOutlineRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_outline_rows_dispose;
  SCR_OUTLINE_FACE_CLASS (klass)->show_cell = scr_outline_rows_show_cell;
  SCR_OUTLINE_FACE_CLASS (klass)->is_touched = scr_outline_rows_is_touched;
}

static void
scr_outline_rows_init (ScrOutlineRows *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  scr_outline_face_set_list (SCR_OUTLINE_FACE (self), self->list);
}

/**
 * scr_outline_rows_show_kind:
 * @self: a list
 * @store: the record
 * @kind: the kind whose items it shows from now on
 *
 * Forgets the model.
 */
void
scr_outline_rows_show_kind (ScrOutlineRows *self, ScrStore *store, const ScrKind *kind)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  scr_outline_face_set_store (SCR_OUTLINE_FACE (self), store);
  self->status = NULL;
  for (guint i = 0; i < kind->n_fields && self->status == NULL; i++)
    if (kind->fields[i].type == SCR_FIELD_STATUS)
      self->status = &kind->fields[i];
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kind->plural), -1);
}

/**
 * scr_outline_rows_set_model:
 * @self: a list
 * @model: (nullable): the items
 */
void
scr_outline_rows_set_model (ScrOutlineRows *self, GtkSelectionModel *model)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
}
