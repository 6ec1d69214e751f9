/* ScrInlineEntry - a few fields of a new item. See the header. */
#include "config.h"

#include "scr-inline-entry.h"

#include "scr-identity.h"
#include "scr-labels.h"
#include "scr-row-factory.h"
#include "scr-row-text.h"

#include <glib/gi18n-lib.h>

struct _ScrInlineEntry
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrItem *draft; /* (nullable) */
  ScrInlineEntryFunc add;
  gpointer user_data;

  GPtrArray *rows; /* (element-type ScrRow) (unowned) */
  GtkWidget *list;
  GtkWidget *message;
};

static guint ended_signal;

G_DEFINE_FINAL_TYPE (ScrInlineEntry, scr_inline_entry, GTK_TYPE_BOX)

static void
tell (ScrInlineEntry *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->message), words != NULL ? words : "");
  gtk_widget_set_visible (self->message, words != NULL);
}

static void
clear (ScrInlineEntry *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ScrRow *row = g_ptr_array_index (self->rows, i);

      scr_row_set_item (row, NULL);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
    }
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->draft);
  tell (self, NULL);
}

static gboolean
flush (ScrInlineEntry *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!scr_row_flush (g_ptr_array_index (self->rows, i)))
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        return FALSE;
      }
  return TRUE;
}

static void
on_add (ScrInlineEntry *self)
{
  g_autoptr (GError) error = NULL;

  if (self->draft == NULL || !flush (self))
    return;
  if (self->add (self->draft, self->user_data, &error))
    scr_inline_entry_end (self);
  else
    {
      tell (self, error != NULL ? error->message : NULL);
      gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
    }
}

/**
 * scr_inline_entry_end:
 * @self: an entry
 *
 * Goes away, with what was entered.
 */
void
scr_inline_entry_end (ScrInlineEntry *self)
{
  if (self->draft == NULL)
    return;
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, ended_signal, 0);
}

/**
 * scr_inline_entry_begin:
 * @self: an entry
 * @kind: a kind's name
 * @fields: names of its fields, separated by spaces
 * @add: makes an item of what was entered
 * @user_data: handed to @add; must live as long as @self
 *
 * Shows empty fields and puts the keyboard into the first.
 */
void
scr_inline_entry_begin (ScrInlineEntry *self,
                        const char *kind,
                        const char *fields,
                        ScrInlineEntryFunc add,
                        gpointer user_data)
{
  g_auto (GStrv) names = g_strsplit (fields, " ", -1);
  g_autofree char *id = scr_identity_new ();
  const ScrKind *described = scr_kind_find (kind);

  clear (self);
  self->draft = scr_item_new (described, id);
  self->add = add;
  self->user_data = user_data;
  for (guint i = 0; names[i] != NULL; i++)
    {
      ScrRow *row = scr_row_new (self->context, scr_kind_get_field (described, names[i]));

      scr_row_set_draft (row, TRUE);
      scr_row_set_item (row, self->draft);
      gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
      if (SCR_IS_ROW_TEXT (row))
        g_signal_connect_object (scr_row_text_get_editable (SCR_ROW_TEXT (row)), "activate",
                                 G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

/**
 * scr_inline_entry_get_row:
 * @self: an entry
 * @field: a field's name
 *
 * Returns: (nullable): the row of that field
 */
GtkWidget *
scr_inline_entry_get_row (ScrInlineEntry *self, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (scr_row_get_field (g_ptr_array_index (self->rows, i))->name, field))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  scr_inline_entry_end (SCR_INLINE_ENTRY (widget));
  return TRUE;
}

static void
scr_inline_entry_dispose (GObject *object)
{
  ScrInlineEntry *self = SCR_INLINE_ENTRY (object);

  if (self->list != NULL)
    clear (self);
  self->list = NULL;
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_inline_entry_parent_class)->dispose (object);
}

static void
scr_inline_entry_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_INLINE_ENTRY (object)->rows);
  G_OBJECT_CLASS (scr_inline_entry_parent_class)->finalize (object);
}

static void
scr_inline_entry_class_init (ScrInlineEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_inline_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_inline_entry_finalize;
  ended_signal
      = g_signal_new ("ended", SCR_TYPE_INLINE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
scr_inline_entry_init (ScrInlineEntry *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add"));

  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New"), -1);
  self->message = scr_label_new_wrapping (NULL, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), add);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (scr_inline_entry_end), self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->message);
  gtk_box_append (GTK_BOX (self), buttons);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * scr_inline_entry_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): an entry that is not shown yet
 */
GtkWidget *
scr_inline_entry_new (ScrContext *context)
{
  ScrInlineEntry *self = g_object_new (SCR_TYPE_INLINE_ENTRY, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
