/* ScrRowFile - a file that is kept in the record. See the header. */
#include "config.h"

#include "scr-row-file.h"

#include "scr-files.h"

#include <glib/gi18n-lib.h>

struct _ScrRowFile
{
  ScrRow parent_instance;

  GtkWidget *button; /* shows the file's name; opens it, or asks for one */
  GtkWidget *label;
  GtkWidget *subtitle;
  GtkWidget *choose;
  GtkWidget *save;
  GtkWidget *clear;
  char *id; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ScrRowFile, scr_row_file, SCR_TYPE_ROW)

static ScrItem *
find_attachment (ScrRowFile *self)
{
  ScrStore *store = scr_row_get_store (SCR_ROW (self));

  return store != NULL ? scr_source_get (SCR_SOURCE (store), "attachment", self->id) : NULL;
}

static void
show_file (ScrRowFile *self)
{
  g_autoptr (ScrItem) attachment = find_attachment (self);
  gboolean editable = scr_row_get_editable (SCR_ROW (self));
  const char *title = attachment != NULL ? scr_item_get_text (attachment, "title") : NULL;
  g_autofree char *subtitle = attachment != NULL ? scr_files_dup_subtitle (attachment) : NULL;
  g_autofree char *name = NULL;

  if (title == NULL)
    title = _ ("No file");
  gtk_label_set_text (GTK_LABEL (self->label), title);
  gtk_widget_set_tooltip_text (self->label, title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL);
  gtk_widget_set_visible (self->choose, editable);
  gtk_widget_set_visible (self->save, attachment != NULL);
  gtk_widget_set_visible (self->clear, attachment != NULL && editable);
  gtk_widget_set_sensitive (self->button, attachment != NULL || editable);
  /* TRANSLATORS: %1$s is a field's label and %2$s what is chosen in it, read by screen readers: "Kind: Deep dive" */
  name = g_strdup_printf (_ ("%1$s: %2$s"), _ (scr_row_get_field (SCR_ROW (self))->label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_files (GListModel *files, gpointer user_data)
{
  ScrRowFile *self = user_data;
  ScrItem *item = scr_row_get_item (SCR_ROW (self));

  if (item != NULL && scr_row_get_store (SCR_ROW (self)) != NULL)
    scr_files_attach (scr_row_get_context (SCR_ROW (self)), item, scr_row_get_field (SCR_ROW (self))->name, files);
}

static void
on_choose (ScrRowFile *self)
{
  scr_files_choose (GTK_WIDGET (self), _ ("Attach a File"), FALSE, on_files, g_object_ref (self), g_object_unref);
}

static void
on_button (ScrRowFile *self)
{
  g_autoptr (ScrItem) attachment = find_attachment (self);

  if (attachment != NULL)
    scr_files_open (scr_row_get_context (SCR_ROW (self)), attachment);
  else
    on_choose (self);
}

static void
on_save (ScrRowFile *self)
{
  g_autoptr (ScrItem) attachment = find_attachment (self);

  if (attachment != NULL)
    scr_files_save_as (scr_row_get_context (SCR_ROW (self)), GTK_WIDGET (self), attachment);
}

static void
on_clear (ScrRowFile *self)
{
  const ScrValue nothing = SCR_VALUE_INIT;

  scr_row_take_value (SCR_ROW (self), &nothing);
}

static void
scr_row_file_build (ScrRow *row)
{
  ScrRowFile *self = SCR_ROW_FILE (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_MIDDLE);
  self->subtitle = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->subtitle, "scr-row-title");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->subtitle);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "scr-row-reference");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_button), self);
  scr_row_set_content (row, self->button, self->button);
  self->clear = scr_row_add_button (row, "edit-clear-symbolic", _ ("Clear"), G_CALLBACK (on_clear));
  self->save = scr_row_add_button (row, "document-save-symbolic", _ ("Save a copy…"), G_CALLBACK (on_save));
  self->choose
      = scr_row_add_button (row, "mail-attachment-symbolic", _ ("Choose a file…"), G_CALLBACK (on_choose));
}

static void
scr_row_file_show (ScrRow *row, const ScrValue *value)
{
  ScrRowFile *self = SCR_ROW_FILE (row);

  g_free (self->id);
  self->id = g_strdup (value->type == SCR_VALUE_TEXT ? value->text : NULL);
  show_file (self);
}

static void
scr_row_file_read (ScrRow *row, ScrValue *value)
{
  scr_value_set_text (value, SCR_ROW_FILE (row)->id);
}

static void
scr_row_file_set_editable (ScrRow *row, gboolean editable)
{
  show_file (SCR_ROW_FILE (row));
}

static void
scr_row_file_finalize (GObject *object)
{
  g_free (SCR_ROW_FILE (object)->id);
  G_OBJECT_CLASS (scr_row_file_parent_class)->finalize (object);
}

static void
scr_row_file_class_init (ScrRowFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_row_file_finalize;
  SCR_ROW_CLASS (klass)->build = scr_row_file_build;
  SCR_ROW_CLASS (klass)->show = scr_row_file_show;
  SCR_ROW_CLASS (klass)->read = scr_row_file_read;
  SCR_ROW_CLASS (klass)->set_editable = scr_row_file_set_editable;
}

static void
scr_row_file_init (ScrRowFile *self)
{
}
