/* ScrRowReference - what a field refers to. See the header. */
#include "config.h"

#include "scr-row-reference.h"

#include "scr-chooser.h"
#include "scr-format.h"
#include "scr-labels.h"

#include <glib/gi18n-lib.h>

struct _ScrRowReference
{
  ScrRow parent_instance;

  GtkWidget *button; /* shows the title; opens the chooser */
  GtkWidget *label;
  GtkWidget *open;
  GtkWidget *clear;
  char *id;            /* (nullable): what is chosen */
  GtkWidget *popover;  /* (nullable) */
  GSignalGroup *store_changes; /* of the record that is shown */
};

G_DEFINE_FINAL_TYPE (ScrRowReference, scr_row_reference, SCR_TYPE_ROW)

static ScrItem *
find_chosen (ScrRowReference *self)
{
  ScrStore *store = scr_row_get_store (SCR_ROW (self));

  if (self->id == NULL || store == NULL)
    return NULL;
  return scr_source_find (SCR_SOURCE (store), scr_row_get_field (SCR_ROW (self)), self->id);
}

static void
show_title (ScrRowReference *self)
{
  g_autoptr (ScrItem) item = find_chosen (self);
  const ScrField *field = scr_row_get_field (SCR_ROW (self));
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (item != NULL)
    title = scr_format_title (NULL, SCR_SOURCE (scr_row_get_store (SCR_ROW (self))), item);
  else
    title = g_strdup (self->id != NULL ? _ ("No longer in the record") : _ ("Not set"));
  gtk_label_set_text (GTK_LABEL (self->label), title);
  if (item == NULL)
    gtk_widget_add_css_class (self->label, "scr-dim");
  else
    gtk_widget_remove_css_class (self->label, "scr-dim");
  /* TRANSLATORS: %1$s is a field's label and %2$s what is chosen in it, read by screen readers: "Kind: Deep dive" */
  name = g_strdup_printf (_ ("%1$s: %2$s"), _ (field->label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->open, item != NULL);
  gtk_widget_set_visible (self->clear, self->id != NULL && scr_row_get_editable (SCR_ROW (self))
                                           && !(field->flags & SCR_FIELD_REQUIRED));
}

static void
on_open (ScrRowReference *self)
{
  g_autoptr (ScrItem) item = find_chosen (self);

  if (item != NULL)
    scr_context_open_item (scr_row_get_context (SCR_ROW (self)), item);
}

static void
on_clear (ScrRowReference *self)
{
  scr_row_reference_choose (self, NULL);
}

static void
on_chosen (ScrChooser *chooser, ScrItem *item, ScrRowReference *self)
{
  scr_row_reference_choose (self, item);
  gtk_widget_grab_focus (self->button);
}

static gboolean
is_open (ScrRowReference *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

/* Made when first opened: a form has many references. */
static void
open_chooser (ScrRowReference *self, const char *typed)
{
  if (self->popover == NULL)
    {
      self->popover
          = scr_chooser_new (scr_row_get_context (SCR_ROW (self)), scr_row_get_field (SCR_ROW (self))->of);
      gtk_widget_set_parent (self->popover, self->button);
      g_signal_connect_object (self->popover, "chosen", G_CALLBACK (on_chosen), self, 0);
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
  scr_chooser_begin (SCR_CHOOSER (self->popover), typed);
}

static void
on_clicked (ScrRowReference *self)
{
  open_chooser (self, NULL);
}

/* Typing on the closed row begins to look for what is typed. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, ScrRowReference *self)
{
  gunichar character = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  if (is_open (self) || !scr_row_get_editable (SCR_ROW (self)))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down && (state & GDK_ALT_MASK))
    {
      open_chooser (self, NULL);
      return GDK_EVENT_STOP;
    }
  if (!g_unichar_isalnum (character) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (character, text);
  open_chooser (self, text);
  return GDK_EVENT_STOP;
}

static void
scr_row_reference_build (ScrRow *row)
{
  ScrRowReference *self = SCR_ROW_REFERENCE (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = scr_icon_new_silent ("pan-down-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), arrow);
  /* Not a menu button: that one does not let its text wrap. */
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "scr-row-reference");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
  scr_row_set_content (row, self->button, self->button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  self->clear = scr_row_add_button (row, "edit-clear-symbolic", _ ("Clear"), G_CALLBACK (on_clear));
  self->open = scr_row_add_button (row, "go-next-symbolic", _ ("Open"), G_CALLBACK (on_open));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (self->button, keys);
}

static void
scr_row_reference_show (ScrRow *row, const ScrValue *value)
{
  ScrRowReference *self = SCR_ROW_REFERENCE (row);

  g_free (self->id);
  self->id = g_strdup (value->type == SCR_VALUE_TEXT ? value->text : NULL);
  show_title (self);
}

static void
scr_row_reference_read (ScrRow *row, ScrValue *value)
{
  scr_value_set_text (value, SCR_ROW_REFERENCE (row)->id);
}

/* A popover that still has the keyboard when its parent goes would never be let go of. */
static void
close_chooser (ScrRowReference *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!is_open (self))
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->popover))
    gtk_widget_grab_focus (self->button);
  gtk_widget_hide (self->popover);
}

static void
scr_row_reference_set_editable (ScrRow *row, gboolean editable)
{
  ScrRowReference *self = SCR_ROW_REFERENCE (row);

  if (!editable)
    close_chooser (self);
  gtk_widget_set_sensitive (self->button, editable);
  show_title (self);
}

/* The title of what is referred to may have changed; what else changed costs one look by identity. */
static void
on_store_changed (ScrStore *store, ScrChange *change, ScrRowReference *self)
{
  if (self->id != NULL && scr_change_touches_item (change, self->id))
    show_title (self);
}

static void
scr_row_reference_item_set (ScrRow *row)
{
  g_signal_group_set_target (SCR_ROW_REFERENCE (row)->store_changes, scr_row_get_store (row));
}

static void
scr_row_reference_dispose (GObject *object)
{
  ScrRowReference *self = SCR_ROW_REFERENCE (object);

  g_clear_object (&self->store_changes);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_row_reference_parent_class)->dispose (object);
}

static void
scr_row_reference_finalize (GObject *object)
{
  ScrRowReference *self = SCR_ROW_REFERENCE (object);

  g_free (self->id);
  G_OBJECT_CLASS (scr_row_reference_parent_class)->finalize (object);
}

static void
scr_row_reference_class_init (ScrRowReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_row_reference_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_row_reference_finalize;
  SCR_ROW_CLASS (klass)->build = scr_row_reference_build;
  SCR_ROW_CLASS (klass)->show = scr_row_reference_show;
  SCR_ROW_CLASS (klass)->read = scr_row_reference_read;
  SCR_ROW_CLASS (klass)->set_editable = scr_row_reference_set_editable;
  SCR_ROW_CLASS (klass)->item_set = scr_row_reference_item_set;
}

static void
scr_row_reference_init (ScrRowReference *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect (self->store_changes, "changed", G_CALLBACK (on_store_changed), self);
}

/**
 * scr_row_reference_choose:
 * @self: a row
 * @item: (nullable): what it is to refer to
 */
void
scr_row_reference_choose (ScrRowReference *self, ScrItem *item)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, item != NULL ? scr_item_get_id (item) : NULL);
  scr_row_take_value (SCR_ROW (self), &value);
}
