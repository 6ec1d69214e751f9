/* ScrUndoButton - undo, by name. See the header. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "scr-format.h"
#include "scr-undo-button.h"

#define SHOWN_CHANGES 10
/* Undone changes stand in the same list: enough is asked for to find ten that are not. */
#define ASKED_CHANGES 60

struct _ScrUndoButton
{
  GtkWidget parent_instance;

  ScrContext *context;
  GtkWidget *box;
  GtkWidget *arrow;
  GtkWidget *popover;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ScrUndoButton, scr_undo_button, GTK_TYPE_WIDGET)

static void
append_entry (ScrUndoButton *self, const ScrHistoryEntry *entry)
{
  g_autofree char *ago = scr_format_ago (NULL, entry->at, g_get_real_time () / G_USEC_PER_SEC);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (entry->label);
  GtkWidget *when = gtk_label_new (ago);
  gint64 *change = g_new (gint64, 1);

  *change = entry->change;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_tooltip_text (label, entry->label);
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_widget_add_css_class (when, "caption");
  gtk_widget_add_css_class (when, "scr-dim");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), when);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->label, -1);
  g_object_set_data_full (G_OBJECT (row), "change", change, g_free);
  gtk_list_box_append (self->list, row);
}

static void
fill (ScrUndoButton *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (GPtrArray) changes = store ? scr_store_list_changes (store, ASKED_CHANGES) : NULL;
  GtkWidget *row;
  guint shown = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; changes != NULL && i < changes->len && shown < SHOWN_CHANGES; i++)
    {
      const ScrHistoryEntry *entry = changes->pdata[i];

      if (entry->undone || !entry->can_undo)
        continue;
      append_entry (self, entry);
      shown++;
    }
}

static void
on_row_activated (ScrUndoButton *self, GtkListBoxRow *row)
{
  const gint64 *change = g_object_get_data (G_OBJECT (row), "change");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-until", "x", *change);
}

/* What is chosen and every later change is undone: all of them are marked while one is pointed at. */
static void
mark_until (ScrUndoButton *self, GtkListBoxRow *until)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  gboolean marked = until != NULL;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (marked)
        gtk_widget_add_css_class (row, "marked");
      else
        gtk_widget_remove_css_class (row, "marked");
      if (row == GTK_WIDGET (until))
        marked = FALSE;
    }
}

static void
on_motion (ScrUndoButton *self, double x, double y)
{
  mark_until (self, gtk_list_box_get_row_at_y (self->list, (int)y));
}

static void
on_leave (ScrUndoButton *self)
{
  mark_until (self, NULL);
}

static void
scr_undo_button_dispose (GObject *object)
{
  ScrUndoButton *self = SCR_UNDO_BUTTON (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_undo_button_parent_class)->dispose (object);
}

static void
scr_undo_button_class_init (ScrUndoButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_undo_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_popover (ScrUndoButton *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Undo back to and including"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "scr-undo-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The last changes"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), motion);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_margin_start (heading, 6);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (fill), self);
  return self->popover;
}

static void
scr_undo_button_init (ScrUndoButton *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo");
  self->arrow = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->arrow), "pan-down-symbolic");
  gtk_widget_add_css_class (self->arrow, "scr-arrow");
  gtk_widget_set_tooltip_text (self->arrow, _ ("The last changes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The last changes"), -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->arrow), new_popover (self));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_box_append (GTK_BOX (self->box), self->arrow);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
on_undo_label (ScrUndoButton *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  const char *label = store ? scr_store_get_undo_label (store) : NULL;
  GtkWidget *button = gtk_widget_get_first_child (self->box);
  /* TRANSLATORS: what the undo button will undo: "Undo: Change of day" */
  g_autofree char *tooltip = label ? g_strdup_printf (_ ("Undo: %s"), label) : g_strdup (_ ("Undo"));

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_sensitive (self->arrow, label != NULL && !scr_store_is_read_only (store));
}

static void
on_store_set (ScrUndoButton *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  if (store)
    g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (on_undo_label), self,
                             G_CONNECT_SWAPPED);
  on_undo_label (self);
}

/**
 * scr_undo_button_new:
 * @context: where the record is
 *
 * Returns: (transfer floating): the button with its list
 */
GtkWidget *
scr_undo_button_new (ScrContext *context)
{
  ScrUndoButton *self = g_object_new (SCR_TYPE_UNDO_BUTTON, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::store", G_CALLBACK (on_store_set), self, G_CONNECT_SWAPPED);
  on_store_set (self);
  return GTK_WIDGET (self);
}

/**
 * scr_undo_button_set_compact:
 * @self: the button
 * @compact: whether there is no room for the list's arrow
 */
void
scr_undo_button_set_compact (ScrUndoButton *self, gboolean compact)
{
  gtk_widget_set_visible (self->arrow, !compact);
}
