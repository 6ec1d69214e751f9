/* ScrTieList - the items that refer to an item by one field. See the header. */
#include "config.h"

#include "scr-tie-list.h"

#include "scr-commands.h"
#include "scr-format.h"
#include "scr-icons.h"
#include "scr-item-list.h"
#include "scr-labels.h"
#include "scr-new-item.h"
#include "scr-titles.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SHOWN_AT_FIRST 6
/* Rows of a list box are all made: more than these belong in an outline. */
#define SHOWN_MORE 200

struct _ScrTieList
{
  ScrSection parent_instance;

  ScrContext *context;
  ScrStore *store;
  ScrItem *item;
  const ScrKind *kind;
  const ScrField *field;
  ScrItemList *items;
  gboolean ordered; /* by people */
  guint limit;
  guint count;
};

G_DEFINE_FINAL_TYPE (ScrTieList, scr_tie_list, SCR_TYPE_SECTION)

static ScrItem *
get_row_item (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static ScrTieList *
get_list_of (gpointer row)
{
  return SCR_TIE_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), SCR_TYPE_TIE_LIST));
}

static void
focus_item (ScrTieList *self, ScrItem *item)
{
  guint position;
  GtkListBoxRow *row;

  if (!scr_item_list_find (self->items, scr_item_get_id (item), &position))
    return;
  row = gtk_list_box_get_row_at_index (scr_section_get_list (SCR_SECTION (self)), (int) position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The row that moved is another row afterwards: the keyboard stays with the item. */
static void
move (GtkWidget *row, int by)
{
  g_autoptr (ScrTieList) self = g_object_ref (get_list_of (row));
  g_autoptr (ScrItem) item = g_object_ref (get_row_item (row));
  g_autoptr (GError) error = NULL;

  if (!self->ordered || scr_store_is_read_only (self->store))
    return;
  if (!scr_command_move (self->store, item, by, &error))
    scr_context_fail (self->context, error);
  else
    focus_item (self, item);
}

static gboolean
on_move_key (GtkWidget *row, GVariant *arguments, gpointer user_data)
{
  move (row, g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  ScrTieList *self = get_list_of (row);
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "open"))
    scr_context_open_item (self->context, get_row_item (row));
  else
    move (row, g_str_equal (name, "up") ? -1 : 1);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (SCR_TYPE_ITEM, get_row_item (row));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  ScrTieList *self = get_list_of (row);
  ScrItem *dragged = g_value_get_object (value);
  guint from, to;
  g_autoptr (GError) error = NULL;

  if (dragged == NULL || !scr_item_list_find (self->items, scr_item_get_id (dragged), &from)
      || !scr_item_list_find (self->items, scr_item_get_id (get_row_item (row)), &to) || from == to)
    return FALSE;
  if (!scr_command_move (self->store, dragged, (int) to - (int) from, &error))
    {
      scr_context_fail (self->context, error);
      return FALSE;
    }
  return TRUE;
}

static void
add_ordering (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SCR_TYPE_ITEM, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const struct { guint key; int by; } moves[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), row, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), row, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (moves[i].key, GDK_ALT_MASK),
                                         gtk_callback_action_new (on_move_key, NULL, NULL), "i", moves[i].by));
  gtk_widget_add_controller (row, keys);
}

static void
add_menu (GtkWidget *row, const char *title)
{
  const GActionEntry entries[] = { { "open", on_action }, { "up", on_action }, { "down", on_action } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = NULL;
  GtkWidget *button = gtk_menu_button_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (row, "tie", G_ACTION_GROUP (actions));
  g_menu_append (menu, _ ("_Open"), "tie.open");
  g_menu_append (menu, _ ("Move _Up"), "tie.up");
  g_menu_append (menu, _ ("Move _Down"), "tie.down");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* TRANSLATORS: %s is the title of what the menu is for */
  name = g_strdup_printf (_ ("Menu of %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_item (ScrTieList *self, GtkWidget *row)
{
  ScrItem *item = get_row_item (row);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  g_autofree char *summary = scr_titles_dup_summary (SCR_SOURCE (self->store), item, self->field->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  ScrTieList *self = user_data;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  show_item (self, row);
  if (self->ordered && !scr_store_is_read_only (self->store))
    {
      GtkWidget *handle = scr_icon_new_silent ("list-drag-handle-symbolic");

      gtk_widget_add_css_class (handle, "scr-dim");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
      add_ordering (row);
      add_menu (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }
  else
    {
      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), scr_icon_resolve (self->kind->icon));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), scr_icon_new_silent ("go-next-symbolic"));
    }
  return row;
}

static void
update_count (ScrTieList *self)
{
  const ScrQuery query = { .kind = self->kind->name,
                           .conditions = { { self->field->name, SCR_IS, scr_item_get_id (self->item), 0 } } };
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *label = NULL;

  self->count = scr_source_count (SCR_SOURCE (self->store), &query);
  scr_section_set_count (SCR_SECTION (self), self->count);
  gtk_widget_set_visible (GTK_WIDGET (scr_section_get_list (SCR_SECTION (self))), shown > 0);
  if (self->count > shown && self->limit < SHOWN_MORE)
    {
      if (self->count <= SHOWN_MORE)
        label = g_strdup_printf (ngettext ("Show all %u", "Show all %u", self->count), self->count);
      else
        label = g_strdup_printf (_ ("Show %u of %u"), SHOWN_MORE, self->count);
    }
  scr_section_set_footer (SCR_SECTION (self), label);
}

static void
on_show_all (ScrTieList *self)
{
  self->limit = SHOWN_MORE;
  scr_item_list_set_limit (self->items, self->limit);
  update_count (self);
}

/* The list itself follows the record; rows that stay are told anew, for their titles may say what changed. */
static void
on_store_changed (ScrStore *store, ScrChange *change, ScrTieList *self)
{
  GtkListBox *list = scr_section_get_list (SCR_SECTION (self));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    show_item (self, GTK_WIDGET (row));
  if (scr_change_touches_kind (change, self->kind))
    update_count (self);
}

static void
on_made (ScrItem *item, gpointer user_data)
{
  ScrTieList *self = user_data;

  scr_context_open_item (self->context, item);
}

static void
on_add (ScrTieList *self)
{
  scr_new_item_begin (self->context, GTK_WIDGET (self), self->kind->name, NULL, self->field->name,
                      scr_item_get_id (self->item), on_made, g_object_ref (self), g_object_unref);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, ScrTieList *self)
{
  scr_context_open_item (self->context, get_row_item (row));
}

static void
scr_tie_list_dispose (GObject *object)
{
  ScrTieList *self = SCR_TIE_LIST (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_object (&self->item);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_tie_list_parent_class)->dispose (object);
}

static void
scr_tie_list_class_init (ScrTieListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_tie_list_dispose;
}

static void
scr_tie_list_init (ScrTieList *self)
{
  self->limit = SHOWN_AT_FIRST;
}

static const ScrField *
find_order_field (const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SCR_FIELD_ORDER)
      return &kind->fields[i];
  return NULL;
}

static guint
count_fields_to (const ScrKind *kind, const ScrKind *referred)
{
  guint n = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    n += kind->fields[i].type == SCR_FIELD_REFERENCE && scr_field_refers_to (&kind->fields[i], referred->name);
  return n;
}

/**
 * scr_tie_dup_title:
 * @referred: the kind that is referred to
 * @kind: the kind that refers
 * @field: by which field
 *
 * Returns: (transfer full): the plural of @kind, with the field's label where several fields may refer
 */
char *
scr_tie_dup_title (const ScrKind *referred, const ScrKind *kind, const ScrField *field)
{
  if (count_fields_to (kind, referred) < 2)
    return g_strdup (_ (kind->plural));
  /* TRANSLATORS: %1$s are things, %2$s is the field by which they refer to this: "Links: From" */
  return g_strdup_printf (_ ("%1$s: %2$s"), _ (kind->plural), _ (field->label));
}

static void
add_add_button (ScrTieList *self)
{
  g_autofree char *label = NULL;
  GtkWidget *add;

  /* TRANSLATORS: %s is the label of a kind of thing, such as "Meeting" */
  label = g_strdup_printf (_ ("New: %s"), _ (self->kind->label));
  add = scr_section_add_button (SCR_SECTION (self), "list-add-symbolic", label);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
}

/**
 * scr_tie_list_new:
 * @context: what the window hands to its views
 * @item: what is referred to
 * @kind: the kind that refers to it
 * @field: by which field
 *
 * Returns: (transfer floating): a list that follows the record
 */
GtkWidget *
scr_tie_list_new (ScrContext *context, ScrItem *item, const ScrKind *kind, const ScrField *field)
{
  ScrTieList *self = g_object_new (SCR_TYPE_TIE_LIST, NULL);
  const ScrField *order = find_order_field (kind);
  g_autofree char *title = scr_tie_dup_title (scr_item_get_kind (item), kind, field);
  ScrQuery query = { .kind = kind->name, .conditions = { { field->name, SCR_IS, scr_item_get_id (item), 0 } } };

  self->context = g_object_ref (context);
  self->store = g_object_ref (scr_context_get_store (context));
  self->item = g_object_ref (item);
  self->kind = kind;
  self->field = field;
  /* Only siblings have an order among themselves. */
  self->ordered = order != NULL && field == scr_kind_get_parent_field (kind);
  query.limit = self->limit;
  query.order = self->ordered ? order->name : NULL;
  self->items = scr_item_list_new (self->store, &query);
  scr_section_set_title (SCR_SECTION (self), title);
  if (!scr_store_is_read_only (self->store) && !scr_item_is_deleted (item))
    add_add_button (self);
  gtk_list_box_bind_model (scr_section_get_list (SCR_SECTION (self)), G_LIST_MODEL (self->items), make_row, self,
                           NULL);
  g_signal_connect (scr_section_get_list (SCR_SECTION (self)), "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (scr_section_get_footer (SCR_SECTION (self)), "clicked", G_CALLBACK (on_show_all), self);
  g_signal_connect (self->store, "changed", G_CALLBACK (on_store_changed), self);
  update_count (self);
  return GTK_WIDGET (self);
}

/**
 * scr_tie_list_get_kind:
 * @self: a list
 *
 * Returns: (transfer none): the kind that refers
 */
const ScrKind *
scr_tie_list_get_kind (ScrTieList *self)
{
  return self->kind;
}

/**
 * scr_tie_list_get_field:
 * @self: a list
 *
 * Returns: (transfer none): the field by which it refers
 */
const ScrField *
scr_tie_list_get_field (ScrTieList *self)
{
  return self->field;
}

/**
 * scr_tie_list_get_items:
 * @self: a list
 *
 * Returns: (transfer none): the items that are shown
 */
GListModel *
scr_tie_list_get_items (ScrTieList *self)
{
  return G_LIST_MODEL (self->items);
}

/**
 * scr_tie_list_get_count:
 * @self: a list
 *
 * Returns: how many items there are, shown or not
 */
guint
scr_tie_list_get_count (ScrTieList *self)
{
  return self->count;
}
