/* ScrMapSaved - the saved views of the map. See the header. */
#include "config.h"

#include "scr-map-saved.h"

#include "scr-ask.h"
#include "scr-command-draft.h"
#include "scr-command-update.h"
#include "scr-commands.h"
#include "scr-follow.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-labels.h"
#include "scr-map-parts.h"

#include <glib/gi18n-lib.h>

struct _ScrMapSaved
{
  AdwBin parent_instance;

  ScrContext *context;
  ScrMapFilterState state;
  ScrItem *chosen; /* (nullable) */
  GtkWidget *list;
  GtkWidget *none;
  GtkWidget *update;
  GtkWidget *remove;
  GtkWidget *save;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (ScrMapSaved, scr_map_saved, ADW_TYPE_BIN)

static gboolean
differs (ScrMapSaved *self)
{
  g_auto (ScrMapFilterState) kept = SCR_MAP_FILTER_STATE_INIT;

  if (self->chosen == NULL)
    return FALSE;
  scr_map_filter_state_read (&kept, self->chosen);
  return !scr_map_filter_state_is_kept_equal (&kept, &self->state);
}

static void
update_buttons (ScrMapSaved *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  gboolean writable = store != NULL && !scr_store_is_read_only (store);

  gtk_widget_set_sensitive (self->save, writable);
  gtk_widget_set_visible (self->update, self->chosen != NULL);
  gtk_widget_set_visible (self->remove, self->chosen != NULL);
  gtk_widget_set_sensitive (self->update, writable && differs (self));
  gtk_widget_set_sensitive (self->remove, writable);
}

static ScrItem *
get_row_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

/* A tick and the word tell which one is shown. */
static GtkWidget *
make_row (ScrMapSaved *self, ScrItem *view)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (scr_context_get_store (self->context)), view);
  gboolean chosen = view == self->chosen;
  const char *detail = !chosen ? NULL : differs (self) ? _ ("Chosen, and altered since") : _ ("Shown now");
  GtkWidget *row = scr_map_list_row_new (chosen ? "object-select-symbolic" : "view-reveal-symbolic", NULL,
                                         title, detail);

  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (view), g_object_unref);
  return row;
}

static void
refresh (gpointer owner)
{
  ScrMapSaved *self = owner;
  ScrStore *store = scr_context_get_store (self->context);
  const ScrQuery query = {.kind = "map_view", .partnership = scr_context_get_partnership (self->context)};
  g_autoptr (GPtrArray) views = store != NULL ? scr_source_list (SCR_SOURCE (store), &query) : NULL;
  gboolean found = FALSE;
  GtkWidget *child;

  for (guint i = 0; views != NULL && i < views->len; i++)
    found = found || g_ptr_array_index (views, i) == self->chosen;
  if (!found)
    g_clear_object (&self->chosen);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; views != NULL && i < views->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (views, i)));
  gtk_widget_set_visible (self->list, views != NULL && views->len > 0);
  gtk_widget_set_visible (self->none, views == NULL || views->len == 0);
  update_buttons (self);
}

static void
focus_chosen (ScrMapSaved *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (get_row_item (row) == self->chosen)
      gtk_widget_grab_focus (row);
}

static void
on_row_activated (ScrMapSaved *self, GtkListBoxRow *row)
{
  g_autoptr (ScrItem) view = g_object_ref (get_row_item (GTK_WIDGET (row)));

  g_set_object (&self->chosen, view);
  g_signal_emit (self, chosen_signal, 0, view);
  refresh (self);
  focus_chosen (self);
}

/* --- Commands --- */

static void
set_draft_text (ScrItem *draft, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (text != NULL)
    scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field), &value);
}

static gboolean
save (ScrItem *draft, gpointer owner, GError **error)
{
  ScrMapSaved *self = owner;
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (ScrItem) view = NULL;

  /* The record was closed meanwhile: there is nothing to ask again about. */
  if (store == NULL)
    return TRUE;
  view = scr_command_add_draft (store, draft, error);
  if (view == NULL)
    return FALSE;
  g_set_object (&self->chosen, view);
  refresh (self);
  return TRUE;
}

/* The dialog takes the popover's place. */
static void
leave_popover (ScrMapSaved *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_save (ScrMapSaved *self)
{
  const ScrAskQuestion question = {.heading = _ ("Save View"),
                                   .body = _ ("What the map shows now is kept by this name."),
                                   .accept = _ ("_Save"),
                                   .fields = "title",
                                   .required = "title"};
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (scr_kind_find ("map_view"), id);

  scr_map_filter_state_write (&self->state, draft);
  set_draft_text (draft, "partnership", scr_context_get_partnership (self->context));
  leave_popover (self);
  scr_ask (self->context, GTK_WIDGET (self), &question, draft, save, g_object_ref (self), g_object_unref);
}

static void
on_update (ScrMapSaved *self)
{
  const ScrKind *kind = scr_item_get_kind (self->chosen);
  g_autoptr (ScrItem) draft = scr_item_new (kind, scr_item_get_id (self->chosen));
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    scr_item_set_value_at (draft, i, scr_item_get_value_at (self->chosen, i));
  scr_map_filter_state_write (&self->state, draft);
  if (!scr_command_update (scr_context_get_store (self->context), self->chosen, draft, &error))
    {
      scr_context_fail (self->context, error);
      return;
    }
  title = scr_format_title (NULL, SCR_SOURCE (scr_context_get_store (self->context)), self->chosen);
  /* TRANSLATORS: %s is the name of a saved view of the map */
  message = g_strdup_printf (_ ("View updated: %s"), title);
  scr_context_toast (self->context, message, TRUE);
  gtk_widget_grab_focus (self->save);
}

static void
on_remove (ScrMapSaved *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title
      = scr_format_title (NULL, SCR_SOURCE (scr_context_get_store (self->context)), self->chosen);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_ptr_array_add (items, g_object_ref (self->chosen));
  gtk_widget_grab_focus (self->save);
  if (!scr_command_bin (scr_context_get_store (self->context), items, &error))
    {
      scr_context_fail (self->context, error);
      return;
    }
  /* TRANSLATORS: %s is the name of a saved view of the map */
  message = g_strdup_printf (_ ("View deleted: %s"), title);
  scr_context_toast (self->context, message, TRUE);
}

/* --- The widget --- */

static void
scr_map_saved_dispose (GObject *object)
{
  ScrMapSaved *self = SCR_MAP_SAVED (object);

  g_clear_object (&self->chosen);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_map_saved_parent_class)->dispose (object);
}

static void
scr_map_saved_finalize (GObject *object)
{
  scr_map_filter_state_clear (&SCR_MAP_SAVED (object)->state);
  G_OBJECT_CLASS (scr_map_saved_parent_class)->finalize (object);
}

static void
scr_map_saved_class_init (ScrMapSavedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_map_saved_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_map_saved_finalize;
  chosen_signal = g_signal_new ("chosen", SCR_TYPE_MAP_SAVED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, SCR_TYPE_ITEM);
  scr_map_ensure ();
}

static GtkWidget *
add_button (ScrMapSaved *self,
            GtkWidget *grid,
            const char *label,
            int column,
            int row,
            int width,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_grid_attach (GTK_GRID (grid), button, column, row, width, 1);
  return button;
}

static void
scr_map_saved_init (ScrMapSaved *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_grid_new ();

  self->state = (ScrMapFilterState)SCR_MAP_FILTER_STATE_INIT;
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "scr-map-saved-list");
  scr_map_name (self->list, _ ("Saved views"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  self->none = scr_label_new_wrapping (_ ("No view is saved yet."), "scr-dim");
  /* Large text puts the buttons under one another. */
  gtk_grid_set_column_homogeneous (GTK_GRID (buttons), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (buttons), 6);
  gtk_grid_set_row_spacing (GTK_GRID (buttons), 6);
  self->save = add_button (self, buttons, _ ("_Save View…"), 0, 0, 2, G_CALLBACK (on_save));
  self->update = add_button (self, buttons, _ ("_Update"), 0, 1, 1, G_CALLBACK (on_update));
  self->remove = add_button (self, buttons, _ ("_Delete"), 1, 1, 1, G_CALLBACK (on_remove));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * scr_map_saved_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): the saved views of what the context is narrowed to
 */
GtkWidget *
scr_map_saved_new (ScrContext *context)
{
  ScrMapSaved *self = g_object_new (SCR_TYPE_MAP_SAVED, NULL);

  self->context = g_object_ref (context);
  scr_follow (self, context, refresh);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * scr_map_saved_set_state:
 * @self: the saved views
 * @state: what the map shows now; it is copied
 */
void
scr_map_saved_set_state (ScrMapSaved *self, const ScrMapFilterState *state)
{
  gboolean differed = differs (self);

  g_return_if_fail (SCR_IS_MAP_SAVED (self));
  scr_map_filter_state_copy (&self->state, state);
  if (differs (self) != differed)
    refresh (self);
}

/**
 * scr_map_saved_get_chosen:
 * @self: the saved views
 *
 * Returns: (transfer none) (nullable): the one that was chosen last, whether or not it was altered since
 */
ScrItem *
scr_map_saved_get_chosen (ScrMapSaved *self)
{
  g_return_val_if_fail (SCR_IS_MAP_SAVED (self), NULL);
  return self->chosen;
}

/**
 * scr_map_saved_choose:
 * @self: the saved views
 * @view: (nullable): the one that is shown from now on; does not emit "chosen"
 */
void
scr_map_saved_choose (ScrMapSaved *self, ScrItem *view)
{
  g_return_if_fail (SCR_IS_MAP_SAVED (self));
  if (g_set_object (&self->chosen, view))
    refresh (self);
}
