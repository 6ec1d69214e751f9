/* ScrFilterBar - what narrows a list. See the header. */
#include "config.h"

#include "scr-filter-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GtkWidget *drop;
  char *any;
  GPtrArray *ids; /* (element-type utf8): of the entries after the first, which is "any" */
} Choice;

struct _ScrFilterBar
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *choices; /* the drop-downs and the toggle */
  GtkWidget *wide;    /* where they stand in a wide bar */
  GtkWidget *folded;  /* where they stand behind the button */
  GtkWidget *button;
  GtkWidget *toggle; /* (nullable) */
  GtkWidget *clear;
  GArray *offered; /* (element-type Choice) */
  gboolean quiet;  /* being filled: nothing was chosen */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrFilterBar, scr_filter_bar, GTK_TYPE_BOX)

static Choice *
get_choice (ScrFilterBar *self, guint choice)
{
  return &g_array_index (self->offered, Choice, choice);
}

static guint
count_chosen (ScrFilterBar *self)
{
  guint n = scr_filter_bar_get_toggle (self) ? 1 : 0;

  for (guint i = 0; i < self->offered->len; i++)
    n += scr_filter_bar_get_chosen (self, i) != NULL ? 1 : 0;
  return n;
}

static void
update (ScrFilterBar *self)
{
  guint n = count_chosen (self);
  /* TRANSLATORS: a button behind which a list is narrowed; %u tells how many filters are in use */
  g_autofree char *label = n > 0 ? g_strdup_printf (_ ("Filters: %u"), n) : g_strdup (_ ("Filters"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_widget_set_visible (self->clear, scr_filter_bar_is_used (self));
}

static void
on_chosen (ScrFilterBar *self)
{
  if (self->quiet)
    return;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->any);
  g_ptr_array_unref (choice->ids);
}

static void
scr_filter_bar_finalize (GObject *object)
{
  g_array_unref (SCR_FILTER_BAR (object)->offered);
  G_OBJECT_CLASS (scr_filter_bar_parent_class)->finalize (object);
}

static void
scr_filter_bar_class_init (ScrFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_filter_bar_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", SCR_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
scr_filter_bar_init (ScrFilterBar *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->offered = g_array_new (FALSE, TRUE, sizeof (Choice));
  g_array_set_clear_func (self->offered, free_choice);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "scr-filter-bar");

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_chosen), self);
  gtk_box_append (GTK_BOX (self), self->entry);

  self->wide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->wide), self->choices);
  gtk_box_append (GTK_BOX (self), self->wide);

  self->folded = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->folded, "scr-filter-folded");
  gtk_popover_set_child (GTK_POPOVER (popover), self->folded);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_box_append (GTK_BOX (self), self->button);

  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _ ("Clear filters"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clear filters"), -1);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (scr_filter_bar_clear), self);
  gtk_box_append (GTK_BOX (self), self->clear);
  update (self);
}

/**
 * scr_filter_bar_new:
 * @find: what its entry is for, as in "Find in meetings"; translated
 *
 * Returns: (transfer floating): a bar that narrows nothing
 */
GtkWidget *
scr_filter_bar_new (const char *find)
{
  ScrFilterBar *self = g_object_new (SCR_TYPE_FILTER_BAR, NULL);

  g_object_set (self->entry, "placeholder-text", find, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, find, -1);
  return GTK_WIDGET (self);
}

static void
on_name_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_list_item_set_child (list_item, label);
}

static void
on_name_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

/* The button shows as much as there is room for, the list all of it. */
static void
add_short_names (GtkWidget *drop)
{
  GtkListItemFactory *all = g_object_ref (gtk_drop_down_get_factory (GTK_DROP_DOWN (drop)));
  g_autoptr (GtkListItemFactory) cut = gtk_signal_list_item_factory_new ();

  g_signal_connect (cut, "setup", G_CALLBACK (on_name_setup), NULL);
  g_signal_connect (cut, "bind", G_CALLBACK (on_name_bind), NULL);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop), all);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop), cut);
  g_object_unref (all);
}

/**
 * scr_filter_bar_add_choice:
 * @self: a bar
 * @any: what it says while nothing is chosen: "Any group"
 * @name: what is chosen: "Group"
 *
 * Returns: the number of the new drop-down
 */
guint
scr_filter_bar_add_choice (ScrFilterBar *self, const char *any, const char *name)
{
  const char *const names[] = {any, NULL};
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  Choice choice = {.any = g_strdup (any), .ids = g_ptr_array_new_with_free_func (g_free)};

  choice.drop = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (names)), text);
  add_short_names (choice.drop);
  gtk_widget_set_tooltip_text (choice.drop, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice.drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (choice.drop, "notify::selected", G_CALLBACK (on_chosen), self);
  gtk_box_append (GTK_BOX (self->choices), choice.drop);
  g_array_append_val (self->offered, choice);
  return self->offered->len - 1;
}

/**
 * scr_filter_bar_add_toggle:
 * @self: a bar without a toggle
 * @label: what is left while it is pressed, translated
 */
void
scr_filter_bar_add_toggle (ScrFilterBar *self, const char *label)
{
  self->toggle = gtk_toggle_button_new_with_label (label);
  g_signal_connect_swapped (self->toggle, "toggled", G_CALLBACK (on_chosen), self);
  gtk_box_append (GTK_BOX (self->choices), self->toggle);
}

/**
 * scr_filter_bar_append:
 * @self: a bar
 * @widget: what always stands at its end
 */
void
scr_filter_bar_append (ScrFilterBar *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self), widget);
}

static gboolean
are_same (Choice *choice, GPtrArray *ids, GPtrArray *labels)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (choice->drop));

  if (choice->ids->len != ids->len)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (strcmp (g_ptr_array_index (choice->ids, i), g_ptr_array_index (ids, i)) != 0
        || strcmp (gtk_string_list_get_string (GTK_STRING_LIST (model), i + 1), g_ptr_array_index (labels, i))
               != 0)
      return FALSE;
  return TRUE;
}

/**
 * scr_filter_bar_offer:
 * @self: a bar
 * @choice: number of a drop-down
 * @ids: (element-type utf8): identities of what it offers; copied
 * @labels: (element-type utf8): their words; copied
 *
 * What was chosen stays so if it is still offered; if it is not, nothing is chosen, and "changed" tells.
 */
void
scr_filter_bar_offer (ScrFilterBar *self, guint choice, GPtrArray *ids, GPtrArray *labels)
{
  Choice *offered = get_choice (self, choice);
  g_autofree char *chosen = g_strdup (scr_filter_bar_get_chosen (self, choice));
  g_autoptr (GtkStringList) model = NULL;

  if (are_same (offered, ids, labels))
    return;
  model = gtk_string_list_new (NULL);
  gtk_string_list_append (model, offered->any);
  g_ptr_array_set_size (offered->ids, 0);
  for (guint i = 0; i < ids->len; i++)
    {
      g_ptr_array_add (offered->ids, g_strdup (g_ptr_array_index (ids, i)));
      gtk_string_list_append (model, g_ptr_array_index (labels, i));
    }
  self->quiet = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (offered->drop), G_LIST_MODEL (model));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (offered->drop), ids->len > 12);
  scr_filter_bar_choose (self, choice, chosen);
  self->quiet = FALSE;
  if (chosen != NULL && scr_filter_bar_get_chosen (self, choice) == NULL)
    on_chosen (self);
}

/**
 * scr_filter_bar_show_choice:
 * @self: a bar
 * @choice: number of a drop-down
 * @shown: whether it makes sense now; what is not shown does not count
 */
void
scr_filter_bar_show_choice (ScrFilterBar *self, guint choice, gboolean shown)
{
  gtk_widget_set_visible (get_choice (self, choice)->drop, shown);
  update (self);
}

/**
 * scr_filter_bar_choose:
 * @self: a bar
 * @choice: number of a drop-down
 * @id: (nullable): identity of what it offers; %NULL is any
 */
void
scr_filter_bar_choose (ScrFilterBar *self, guint choice, const char *id)
{
  Choice *offered = get_choice (self, choice);
  guint place = 0;

  if (id != NULL && g_ptr_array_find_with_equal_func (offered->ids, id, g_str_equal, &place))
    place++;
  else
    place = 0;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (offered->drop), place);
}

/**
 * scr_filter_bar_get_chosen:
 * @self: a bar
 * @choice: number of a drop-down
 *
 * Returns: (transfer none) (nullable): identity of what was chosen, %NULL for any
 */
const char *
scr_filter_bar_get_chosen (ScrFilterBar *self, guint choice)
{
  Choice *offered = get_choice (self, choice);
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (offered->drop));

  if (!gtk_widget_get_visible (offered->drop) || place == 0 || place > offered->ids->len)
    return NULL;
  return g_ptr_array_index (offered->ids, place - 1);
}

/**
 * scr_filter_bar_get_toggle:
 * @self: a bar
 *
 * Returns: whether its toggle is pressed
 */
gboolean
scr_filter_bar_get_toggle (ScrFilterBar *self)
{
  return self->toggle != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}

/**
 * scr_filter_bar_set_toggle:
 * @self: a bar with a toggle
 * @on: whether it is pressed
 */
void
scr_filter_bar_set_toggle (ScrFilterBar *self, gboolean on)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), on);
}

/**
 * scr_filter_bar_get_words:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): the words that are looked for, %NULL if none
 */
const char *
scr_filter_bar_get_words (ScrFilterBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return *words != '\0' ? words : NULL;
}

/**
 * scr_filter_bar_set_words:
 * @self: a bar
 * @words: (nullable): what is looked for from now on
 *
 * As if typed, but at once.
 */
void
scr_filter_bar_set_words (ScrFilterBar *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words != NULL ? words : "");
  on_chosen (self);
}

/**
 * scr_filter_bar_set_narrow:
 * @self: a bar
 * @narrow: whether the drop-downs stand behind a button
 */
void
scr_filter_bar_set_narrow (ScrFilterBar *self, gboolean narrow)
{
  GtkWidget *from = narrow ? self->wide : self->folded;
  GtkWidget *to = narrow ? self->folded : self->wide;

  gtk_widget_set_visible (self->wide, !narrow);
  gtk_widget_set_visible (self->button, narrow);
  if (gtk_widget_get_parent (self->choices) != from)
    return;
  g_object_ref (self->choices);
  gtk_box_remove (GTK_BOX (from), self->choices);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_append (GTK_BOX (to), self->choices);
  g_object_unref (self->choices);
}

/**
 * scr_filter_bar_is_used:
 * @self: a bar
 *
 * Returns: whether it leaves anything out
 */
gboolean
scr_filter_bar_is_used (ScrFilterBar *self)
{
  return count_chosen (self) > 0 || scr_filter_bar_get_words (self) != NULL;
}

/**
 * scr_filter_bar_clear:
 * @self: a bar
 *
 * Leaves nothing out from now on.
 */
void
scr_filter_bar_clear (ScrFilterBar *self)
{
  if (!scr_filter_bar_is_used (self))
    return;
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  for (guint i = 0; i < self->offered->len; i++)
    scr_filter_bar_choose (self, i, NULL);
  if (self->toggle != NULL)
    scr_filter_bar_set_toggle (self, FALSE);
  self->quiet = FALSE;
  on_chosen (self);
}

/**
 * scr_filter_bar_focus_words:
 * @self: a bar
 */
void
scr_filter_bar_focus_words (ScrFilterBar *self)
{
  gtk_widget_grab_focus (self->entry);
}
