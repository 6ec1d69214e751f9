/* ScrChooser - a popover that finds an item by typing, or makes one. See the header. */
#include "config.h"

#include "scr-chooser.h"

#include "scr-format.h"
#include "scr-labels.h"
#include "scr-icons.h"
#include "scr-new-item.h"
#include "scr-titles.h"

#include <glib/gi18n-lib.h>

/* How many of a kind are listed: who looks for others types more. */
#define LISTED 40

struct _ScrChooser
{
  GtkPopover parent_instance;

  ScrContext *context;
  char *kinds;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *scrolled;
  GtkWidget *nothing;
  GtkWidget *makers; /* a button for each kind that can be made */
  guint n_found;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrChooser, scr_chooser, GTK_TYPE_POPOVER)

static void
choose (ScrChooser *self, ScrItem *item)
{
  g_autoptr (ScrItem) held = g_object_ref (item);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, held);
}

static const char *
get_typed (ScrChooser *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
on_made (ScrItem *item, gpointer user_data)
{
  choose (user_data, item);
}

static void
on_make (GtkButton *button, ScrChooser *self)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "kind");
  g_autofree char *title = g_strstrip (g_strdup (get_typed (self)));

  gtk_popover_popdown (GTK_POPOVER (self));
  scr_new_item_begin (self->context, GTK_WIDGET (self), kind, *title != '\0' ? title : NULL, NULL, NULL, on_made,
                      g_object_ref (self), g_object_unref);
}

static void
label_makers (ScrChooser *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (get_typed (self)));

  for (GtkWidget *button = gtk_widget_get_first_child (self->makers); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      const ScrKind *kind = scr_kind_find (g_object_get_data (G_OBJECT (button), "kind"));
      GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
      g_autofree char *text = NULL;

      if (*typed == '\0')
        /* TRANSLATORS: %s is a kind of thing: "New: Organisation…" */
        text = g_strdup_printf (_ ("New: %s…"), _ (kind->label));
      else
        /* TRANSLATORS: %1$s is a kind of thing, %2$s the title that was typed */
        text = g_strdup_printf (_ ("New: %1$s “%2$s”"), _ (kind->label), typed);
      gtk_label_set_text (GTK_LABEL (label), text);
    }
}

static void
add_maker (ScrChooser *self, const ScrKind *kind)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), scr_icon_new_silent ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind->name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_make), self, 0);
  gtk_box_append (GTK_BOX (self->makers), button);
}

static GtkWidget *
make_item_row (ScrChooser *self, ScrItem *item)
{
  ScrSource *source = SCR_SOURCE (scr_context_get_store (self->context));
  g_autofree char *title = scr_format_title (NULL, source, item);
  g_autofree char *subtitle = scr_titles_dup_subtitle (source, item);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), scr_icon_resolve (scr_item_get_kind (item)->icon));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  return row;
}

static void
clear_list (ScrChooser *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
find (ScrChooser *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (GPtrArray) found = NULL;

  clear_list (self);
  label_makers (self);
  if (store == NULL)
    return;
  found = scr_titles_find (SCR_SOURCE (store), self->kinds, get_typed (self), LISTED);
  self->n_found = found->len;
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_item_row (self, g_ptr_array_index (found, i)));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_widget_set_visible (self->scrolled, found->len > 0);
  gtk_widget_set_visible (self->nothing, found->len == 0);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, ScrChooser *self)
{
  choose (self, g_object_get_data (G_OBJECT (row), "item"));
}

/* Return in the entry takes the row that is marked. */
static void
on_entry_activate (ScrChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    choose (self, g_object_get_data (G_OBJECT (row), "item"));
}

/* Up and Down move the mark while the entry keeps the keyboard, so that one can go on typing. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, ScrChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (key != GDK_KEY_Down && key != GDK_KEY_Up && key != GDK_KEY_KP_Down && key != GDK_KEY_KP_Up)
    return GDK_EVENT_PROPAGATE;
  index += key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : -1;
  row = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index) : NULL;
  if (row != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
      graphene_rect_t bounds;

      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
        gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
    }
  return GDK_EVENT_STOP;
}

static void
scr_chooser_dispose (GObject *object)
{
  ScrChooser *self = SCR_CHOOSER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->kinds, g_free);
  G_OBJECT_CLASS (scr_chooser_parent_class)->dispose (object);
}

static void
scr_chooser_class_init (ScrChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", SCR_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  SCR_TYPE_ITEM);
}

static void
scr_chooser_init (ScrChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "scr-chooser");
  gtk_widget_set_size_request (box, 300, -1);
  self->entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Type to find"), -1);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was found"),
                                  -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  self->nothing = gtk_label_new (_ ("Nothing has this title."));
  gtk_widget_add_css_class (self->nothing, "scr-dim");
  gtk_widget_set_margin_top (self->nothing, 12);
  gtk_widget_set_margin_bottom (self->nothing, 12);
  self->makers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), self->makers);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (find), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entry_activate), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * scr_chooser_new:
 * @context: what the window hands to its views
 * @kinds: names of the kinds to choose from, separated by spaces
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
scr_chooser_new (ScrContext *context, const char *kinds)
{
  ScrChooser *self = g_object_new (SCR_TYPE_CHOOSER, NULL);
  ScrStore *store = scr_context_get_store (context);
  g_auto (GStrv) names = g_strsplit (kinds, " ", -1);

  self->context = g_object_ref (context);
  self->kinds = g_strdup (kinds);
  for (guint i = 0; names[i] != NULL && store != NULL && !scr_store_is_read_only (store); i++)
    add_maker (self, scr_kind_find (names[i]));
  return GTK_WIDGET (self);
}

/**
 * scr_chooser_begin:
 * @self: a chooser
 * @typed: (nullable): what was already typed
 *
 * Finds afresh, and gives the keyboard to the entry.
 */
void
scr_chooser_begin (ScrChooser *self, const char *typed)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed != NULL ? typed : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  find (self);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * scr_chooser_get_n_found:
 * @self: a chooser
 *
 * Returns: how many items it lists
 */
guint
scr_chooser_get_n_found (ScrChooser *self)
{
  return self->n_found;
}
