/* ScrRichEditor - CommonMark text of an item. See the header. */
#include "config.h"

#include "scr-rich-editor.h"

#include "scr-labels.h"
#include "scr-rich-text.h"
#include "scr-row-factory.h"
#include "scr-row-rich.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrRichEditor
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrItem *item;         /* (nullable) */
  const ScrField *field; /* (nullable) */
  gboolean editable;
  char *empty; /* what is said where nothing is written yet */

  GtkWidget *stack;
  GtkWidget *view; /* formatted */
  GtkWidget *placeholder;
  GtkWidget *editor;
  GtkWidget *list; /* holds the row */
  ScrRow *row;     /* (nullable): of `field` */
  guint leaving;
  guint settling;
};

G_DEFINE_FINAL_TYPE (ScrRichEditor, scr_rich_editor, GTK_TYPE_BOX)

static const struct
{
  ScrRichMark mark;
  const char *icon;
  const char *label;
  guint key; /* with Ctrl; 0: none */
} tools[] = {
    {SCR_RICH_BOLD, "format-text-bold-symbolic", N_ ("Bold (Ctrl+B)"), GDK_KEY_b},
    {SCR_RICH_ITALIC, "format-text-italic-symbolic", N_ ("Italic (Ctrl+I)"), GDK_KEY_i},
    {SCR_RICH_LIST, "view-list-bullet-symbolic", N_ ("List"), 0},
    {SCR_RICH_HEADING, NULL, N_ ("Heading"), 0},
};

/* --- Showing --- */

static const char *
get_text (ScrRichEditor *self)
{
  return self->item != NULL ? scr_item_get_text (self->item, self->field->name) : NULL;
}

/* What waits in the row, because it could not be written, is shown as it was typed. */
static gboolean
is_unwritten (ScrRichEditor *self)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (self->row == NULL || self->item == NULL)
    return FALSE;
  SCR_ROW_GET_CLASS (self->row)->read (self->row, &value);
  return !scr_value_equal (&value, scr_item_get_value (self->item, self->field->name));
}

static gboolean
on_settle (gpointer user_data)
{
  ScrRichEditor *self = user_data;

  self->settling = 0;
  gtk_widget_queue_resize (self->view);
  return G_SOURCE_REMOVE;
}

/* A text view knows its height only after it has laid its lines out, which it does by and by; what it tells
 * while it is given its place is not heard. */
static void
settle (ScrRichEditor *self)
{
  if (self->settling == 0 && self->context != NULL)
    self->settling = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 5, on_settle, self, NULL);
}

static void
show_formatted (ScrRichEditor *self)
{
  const char *text = get_text (self);

  scr_rich_text_show (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text);
  /* First: a stack shows nothing that is not visible. */
  gtk_widget_set_visible (self->placeholder, text == NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), text != NULL ? self->view : self->placeholder);
  if (text != NULL)
    settle (self);
}

static void
update_shown (ScrRichEditor *self)
{
  if (!scr_rich_editor_is_editing (self))
    show_formatted (self);
}

static gboolean
on_left (gpointer user_data)
{
  ScrRichEditor *self = user_data;

  self->leaving = 0;
  if (scr_rich_editor_is_editing (self) && !is_unwritten (self)
      && !(gtk_widget_get_state_flags (self->editor) & GTK_STATE_FLAG_FOCUS_WITHIN))
    show_formatted (self);
  return G_SOURCE_REMOVE;
}

/* The row writes what was typed as it loses the focus; only then is it known whether all of it is kept. */
static void
on_focus_leave (ScrRichEditor *self)
{
  /* Going away, it is left too. */
  if (self->leaving == 0 && self->context != NULL)
    self->leaving = g_idle_add (on_left, self);
}

/* --- Editing --- */

/**
 * scr_rich_editor_edit:
 * @self: an editor
 *
 * Begins to edit, if the text may be altered.
 */
void
scr_rich_editor_edit (ScrRichEditor *self)
{
  if (self->item == NULL || !self->editable || self->row == NULL || !scr_row_get_editable (self->row))
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->editor);
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
finish (ScrRichEditor *self)
{
  if (!scr_row_flush (self->row))
    return;
  show_formatted (self);
  gtk_widget_grab_focus (get_text (self) != NULL ? self->view : self->placeholder);
}

static void
on_tool (GtkButton *button, ScrRichEditor *self)
{
  scr_rich_text_toggle (scr_rich_editor_get_buffer (self),
                        GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mark")));
}

static gboolean
on_key_editing (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType state,
                ScrRichEditor *self)
{
  if (key == GDK_KEY_Escape)
    {
      finish (self);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    if (tools[i].key != 0 && gdk_keyval_to_lower (key) == tools[i].key)
      {
        scr_rich_text_toggle (scr_rich_editor_get_buffer (self), tools[i].mark);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_key_formatted (GtkEventControllerKey *keys,
                  guint key,
                  guint code,
                  GdkModifierType state,
                  ScrRichEditor *self)
{
  if (!self->editable || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_F2)
    return GDK_EVENT_PROPAGATE;
  scr_rich_editor_edit (self);
  return GDK_EVENT_STOP;
}

/* A press that selects words to copy does not begin to edit. */
static void
on_released (GtkGestureClick *click, int n_press, double x, double y, ScrRichEditor *self)
{
  if (!gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))))
    scr_rich_editor_edit (self);
}

/* --- What it is about --- */

static void
disconnect_item (ScrRichEditor *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

/* A row belongs to one field; it goes with it. */
static void
take_row (ScrRichEditor *self, const ScrField *field)
{
  if (self->row != NULL && self->field == field)
    return;
  if (self->row != NULL)
    {
      scr_row_set_item (self->row, NULL);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (self->row));
      self->row = NULL;
    }
  self->field = field;
  if (field == NULL)
    return;
  self->row = scr_row_new (self->context, field);
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->row));
}

static void
update_editable (ScrRichEditor *self)
{
  gboolean can
      = self->editable && self->row != NULL && self->item != NULL && scr_row_get_editable (self->row);

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->placeholder))),
                      can ? self->empty : _ ("Nothing is written here."));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->placeholder), GTK_ACCESSIBLE_PROPERTY_LABEL,
      gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->placeholder)))), -1);
  gtk_widget_set_sensitive (self->placeholder, can);
  gtk_widget_set_cursor_from_name (self->view, can ? "text" : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->field != NULL ? _ (self->field->label) : "",
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE, -1);
}

/* What is hidden with the keyboard in it is never let go of (GTK 4.8): the keyboard leaves first. */
static void
give_keyboard_up (ScrRichEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_root_set_focus (root, NULL);
}

/**
 * scr_rich_editor_set:
 * @self: an editor
 * @item: (nullable): whose text it shows from now on
 * @field: a field of it that holds CommonMark
 * @editable: whether it may be altered
 *
 * What was being typed for another is written first.
 */
void
scr_rich_editor_set (ScrRichEditor *self, ScrItem *item, const char *field, gboolean editable)
{
  const ScrField *wanted = item != NULL ? scr_kind_get_field (scr_item_get_kind (item), field) : NULL;
  gboolean same = item == self->item && (item == NULL || wanted == self->field);
  g_autofree char *signal = g_strconcat ("notify::", field, NULL);

  self->editable = editable;
  if (!same)
    {
      if (item == NULL)
        give_keyboard_up (self);
      disconnect_item (self);
      if (wanted != NULL)
        take_row (self, wanted);
      else if (self->row != NULL)
        scr_row_set_item (self->row, NULL);
      if (item != NULL)
        {
          self->item = g_object_ref (item);
          g_signal_connect_object (item, signal, G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
          scr_row_set_item (self->row, item);
        }
    }
  else if (self->row != NULL)
    scr_row_update_editable (self->row);
  update_editable (self);
  if (!same || !self->editable)
    {
      if (is_unwritten (self) && self->editable)
        gtk_stack_set_visible_child (GTK_STACK (self->stack), self->editor);
      else
        show_formatted (self);
    }
}

/**
 * scr_rich_editor_is_editing:
 * @self: an editor
 *
 * Returns: whether the text is shown as it is typed
 */
gboolean
scr_rich_editor_is_editing (ScrRichEditor *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->editor;
}

/**
 * scr_rich_editor_get_buffer:
 * @self: an editor that shows an item
 *
 * Returns: (transfer none): the text that is typed
 */
GtkTextBuffer *
scr_rich_editor_get_buffer (ScrRichEditor *self)
{
  return scr_row_rich_get_buffer (SCR_ROW_RICH (self->row));
}

/**
 * scr_rich_editor_dup_shown:
 * @self: an editor
 *
 * Returns: (transfer full): the words as they are shown formatted
 */
char *
scr_rich_editor_dup_shown (ScrRichEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* --- Making --- */

static void
make_view (ScrRichEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *label = scr_label_new_wrapping (NULL, "scr-dim");

  self->view = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view), 3);
  gtk_widget_add_css_class (self->view, "scr-rich-shown");
  g_signal_connect_swapped (self->view, "map", G_CALLBACK (settle), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_formatted), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));

  self->placeholder = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->placeholder), label);
  gtk_widget_add_css_class (self->placeholder, "flat");
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  g_signal_connect_swapped (self->placeholder, "clicked", G_CALLBACK (scr_rich_editor_edit), self);
}

static GtkWidget *
make_tools (ScrRichEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      /* TRANSLATORS: on a small button that makes a line a heading: its first letter */
      GtkWidget *button = tools[i].icon != NULL ? gtk_button_new_from_icon_name (tools[i].icon)
                                                : gtk_button_new_with_label (C_ ("heading", "H"));

      gtk_widget_set_tooltip_text (button, _ (tools[i].label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (tools[i].label), -1);
      gtk_widget_add_css_class (button, "flat");
      /* The words that are to be marked stay selected, and the text being typed. */
      gtk_widget_set_focus_on_click (button, FALSE);
      g_object_set_data (G_OBJECT (button), "mark", GUINT_TO_POINTER (tools[i].mark));
      g_signal_connect (button, "clicked", G_CALLBACK (on_tool), self);
      gtk_box_append (GTK_BOX (bar), button);
    }
  return bar;
}

static void
make_editor (ScrRichEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  gtk_box_append (GTK_BOX (self->editor), make_tools (self));
  gtk_box_append (GTK_BOX (self->editor), self->list);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_editing), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->editor, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (self->editor, focus);
}

static void
scr_rich_editor_dispose (GObject *object)
{
  ScrRichEditor *self = SCR_RICH_EDITOR (object);

  g_clear_handle_id (&self->leaving, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->row != NULL)
    scr_row_set_item (self->row, NULL);
  self->row = NULL;
  disconnect_item (self);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_rich_editor_parent_class)->dispose (object);
}

static void
scr_rich_editor_finalize (GObject *object)
{
  g_free (SCR_RICH_EDITOR (object)->empty);
  G_OBJECT_CLASS (scr_rich_editor_parent_class)->finalize (object);
}

static void
scr_rich_editor_class_init (ScrRichEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_rich_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_rich_editor_finalize;
}

static void
scr_rich_editor_init (ScrRichEditor *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  make_view (self);
  make_editor (self);
  gtk_stack_add_child (GTK_STACK (self->stack), self->placeholder);
  gtk_stack_add_child (GTK_STACK (self->stack), self->view);
  gtk_stack_add_child (GTK_STACK (self->stack), self->editor);
  gtk_box_append (GTK_BOX (self), self->stack);
}

/**
 * scr_rich_editor_new:
 * @context: what the window hands to its views
 * @empty: what invites to write where nothing is written yet, translated
 *
 * Returns: (transfer floating): an editor without an item
 */
GtkWidget *
scr_rich_editor_new (ScrContext *context, const char *empty)
{
  ScrRichEditor *self = g_object_new (SCR_TYPE_RICH_EDITOR, NULL);

  self->context = g_object_ref (context);
  self->empty = g_strdup (empty);
  update_editable (self);
  return GTK_WIDGET (self);
}
