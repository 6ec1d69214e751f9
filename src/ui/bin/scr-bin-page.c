/* ScrBinPage - what lies in the bin. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-bin-page.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-pill.h"

/* More rows of a kind than anyone reads: the search finds the others. */
#define MOST_ROWS 200

struct _ScrBinPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkBox *groups;
  GtkWidget *empty_button;

  ScrContext *context;
  ScrStore *store;
  gulong changed_handler;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (ScrBinPage, scr_bin_page, ADW_TYPE_BIN)

static GPtrArray *
one_item (ScrItem *item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (item));
  return items;
}

static void
on_restore (GtkButton *button, ScrBinPage *self)
{
  ScrItem *item = g_object_get_data (G_OBJECT (button), "item");
  g_autoptr (GPtrArray) items = one_item (item);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  g_autofree char *message = g_strdup_printf (_ ("“%s” is back in its place"), title);
  g_autoptr (GError) error = NULL;

  if (scr_command_restore (self->store, items, &error))
    scr_context_toast (self->context, message, TRUE);
  else
    scr_context_fail (self->context, error);
}

static void
on_purge_answered (AdwMessageDialog *dialog, const char *answer, ScrBinPage *self)
{
  g_autoptr (GPtrArray) items = one_item (g_object_get_data (G_OBJECT (dialog), "item"));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "purge"))
    return;
  if (!scr_command_purge (self->store, items, &error))
    scr_context_fail (self->context, error);
}

static GtkWidget *
new_question (ScrBinPage *self, const char *heading, const char *body, const char *yes)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "purge", yes, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "purge", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

static void
on_purge (GtkButton *button, ScrBinPage *self)
{
  ScrItem *item = g_object_get_data (G_OBJECT (button), "item");
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s” for good?"), title);
  GtkWidget *dialog = new_question (
      self, heading, _ ("What belongs to it goes with it. Only undoing this change brings it back."),
      _ ("Delete"));

  g_object_set_data_full (G_OBJECT (dialog), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_purge_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_empty_answered (AdwMessageDialog *dialog, const char *answer, ScrBinPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "purge"))
    return;
  if (!scr_command_empty_bin (self->store, &error))
    scr_context_fail (self->context, error);
}

static void
on_empty (ScrBinPage *self)
{
  GtkWidget *dialog
      = new_question (self, _ ("Empty the bin?"),
                      _ ("Everything in it is deleted for good. Only undoing this change brings it back."),
                      _ ("Empty the bin"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_empty_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
new_button (ScrBinPage *self, ScrItem *item, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  gtk_widget_set_sensitive (button, !scr_store_is_read_only (self->store));
  return button;
}

/* When it was put there; an unreadable stamp says nothing. */
static char *
dup_when (ScrItem *item)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (scr_item_get_deleted (item), utc);

  return then ? scr_format_ago (NULL, g_date_time_to_unix (then), g_get_real_time () / G_USEC_PER_SEC)
              : g_strdup ("");
}

static GtkWidget *
new_row (ScrBinPage *self, ScrItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  g_autofree char *when = dup_when (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), scr_symbol_new (scr_item_get_kind (item)->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button (self, item, "edit-undo-symbolic",
                                                               _ ("Restore"), G_CALLBACK (on_restore)));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      new_button (self, item, "user-trash-symbolic", _ ("Delete for good…"), G_CALLBACK (on_purge)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* What went into the bin with its owner comes back with it: only the owner is shown. */
static gboolean
went_along (ScrBinPage *self, ScrItem *item)
{
  const ScrField *parent = scr_kind_get_parent_field (scr_item_get_kind (item));
  g_autoptr (ScrItem) owner
      = parent ? scr_source_find (SCR_SOURCE (self->store), parent, scr_item_get_text (item, parent->name))
               : NULL;

  return owner != NULL && scr_item_is_deleted (owner);
}

static gboolean
append_kind (ScrBinPage *self, const ScrKind *kind)
{
  g_autoptr (GPtrArray) items = scr_source_list (
      SCR_SOURCE (self->store), &(ScrQuery) {.kind = kind->name, .where = SCR_BIN, .limit = MOST_ROWS});
  GtkWidget *group;
  guint shown = 0;

  if (items->len == 0)
    return FALSE;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (kind->plural));
  for (guint i = 0; i < items->len; i++)
    if (!went_along (self, items->pdata[i]))
      {
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (self, items->pdata[i]));
        shown++;
      }
  if (shown > 0)
    gtk_box_append (self->groups, group);
  else
    g_object_unref (g_object_ref_sink (group));
  return shown > 0;
}

static void
refresh (ScrBinPage *self)
{
  GtkWidget *child;
  gboolean filled = FALSE;
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  self->stale = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; self->store != NULL && i < n_kinds; i++)
    filled |= append_kind (self, kinds[i]);
  gtk_stack_set_visible_child_name (self->stack, filled ? "items" : "empty");
  gtk_widget_set_sensitive (self->empty_button, filled && !scr_store_is_read_only (self->store));
}

static void
on_changed (ScrBinPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

static void
scr_bin_page_map (GtkWidget *widget)
{
  ScrBinPage *self = SCR_BIN_PAGE (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (scr_bin_page_parent_class)->map (widget);
}

static void
on_store_set (ScrBinPage *self)
{
  if (self->store)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, scr_context_get_store (self->context));
  if (self->store)
    self->changed_handler = g_signal_connect_swapped (self->store, "changed", G_CALLBACK (on_changed), self);
  on_changed (self);
}

static void
scr_bin_page_dispose (GObject *object)
{
  ScrBinPage *self = SCR_BIN_PAGE (object);

  if (self->store)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_bin_page_parent_class)->dispose (object);
}

static void
scr_bin_page_class_init (ScrBinPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_bin_page_dispose;
  widget_class->map = scr_bin_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Scrutiny/bin/scr-bin-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrBinPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ScrBinPage, groups);
  gtk_widget_class_bind_template_child (widget_class, ScrBinPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, on_empty);
}

static void
scr_bin_page_init (ScrBinPage *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * scr_bin_page_new:
 * @context: where the record is
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
scr_bin_page_new (ScrContext *context)
{
  ScrBinPage *self = g_object_new (SCR_TYPE_BIN_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::store", G_CALLBACK (on_store_set), self, G_CONNECT_SWAPPED);
  on_store_set (self);
  return GTK_WIDGET (self);
}
