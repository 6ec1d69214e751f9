/* ScrSearchPage - what the search found. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-format.h"
#include "scr-pill.h"
#include "scr-search-page.h"
#include "scr-search-row.h"

#define PAUSE_MILLISECONDS 120
#define MOST_HITS 100
#define FILTER_CHARS 17

struct _ScrSearchPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *filters;
  GtkListBox *kind_list;
  GtkListBox *place_list;
  GtkWidget *place_heading;
  GtkCheckButton *bin_check;
  GtkBox *groups;
  AdwStatusPage *status;
  GtkWidget *first_row;

  ScrContext *context;
  ScrStore *store;
  gulong changed_handler;
  char *words;
  guint pause;
  GPtrArray *hits;   /* (element-type ScrHit) */
  GPtrArray *items;  /* (element-type ScrItem): one for each hit */
  GPtrArray *places; /* (element-type utf8): one for each hit */
  const ScrKind *only_kind;
  char *only_place;
  gboolean filling;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_FOUND,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScrSearchPage, scr_search_page, ADW_TYPE_BIN)

static void
clear_list (GtkWidget *parent)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    if (GTK_IS_LIST_BOX (parent))
      gtk_list_box_remove (GTK_LIST_BOX (parent), child);
    else
      gtk_box_remove (GTK_BOX (parent), child);
}

static void
on_row_activated (ScrSearchPage *self, GtkListBoxRow *row)
{
  ScrItem *item = g_object_get_data (G_OBJECT (row), "item");

  if (item)
    scr_context_open_item (self->context, item);
}

/* The arrows walk on from one group's list into the next. */
static gboolean
on_keynav_failed (ScrSearchPage *self, GtkDirectionType direction, GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_parent (list);
  GtkWidget *next = direction == GTK_DIR_DOWN ? gtk_widget_get_next_sibling (group)
                    : direction == GTK_DIR_UP ? gtk_widget_get_prev_sibling (group)
                                              : NULL;
  GtkWidget *rows = next ? gtk_widget_get_last_child (next) : NULL;

  if (!GTK_IS_LIST_BOX (rows))
    return FALSE;
  gtk_widget_grab_focus (direction == GTK_DIR_DOWN ? gtk_widget_get_first_child (rows)
                                                   : gtk_widget_get_last_child (rows));
  return TRUE;
}

static GtkWidget *
append_group (ScrSearchPage *self, const ScrKind *kind, guint count)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ (kind->plural));
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), scr_count_new (count));
  gtk_box_append (GTK_BOX (group), head);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kind->plural), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (on_keynav_failed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (self->groups, group);
  return list;
}

static gboolean
is_shown (ScrSearchPage *self, guint index)
{
  const ScrHit *hit = self->hits->pdata[index];

  return (self->only_kind == NULL || hit->kind == self->only_kind)
         && (self->only_place == NULL || g_str_equal (self->places->pdata[index], self->only_place));
}

/* Groups stand in the order of their best hit. */
static void
show_groups (ScrSearchPage *self)
{
  g_autoptr (GHashTable) lists = g_hash_table_new (NULL, NULL);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  clear_list (GTK_WIDGET (self->groups));
  self->first_row = NULL;
  for (guint i = 0; i < self->hits->len; i++)
    {
      const ScrHit *hit = self->hits->pdata[i];
      GtkWidget *list = g_hash_table_lookup (lists, hit->kind);
      GtkWidget *row;
      guint count = 0;

      if (!is_shown (self, i))
        continue;
      for (guint n = i; list == NULL && n < self->hits->len; n++)
        count += is_shown (self, n) && ((ScrHit *)self->hits->pdata[n])->kind == hit->kind;
      if (list == NULL)
        {
          list = append_group (self, hit->kind, count);
          g_hash_table_insert (lists, (gpointer)hit->kind, list);
        }
      row = scr_search_row_new (SCR_SOURCE (self->store), hit, self->items->pdata[i], dark, self->narrow);
      g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (self->items->pdata[i]), g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (self->first_row == NULL)
        {
          self->first_row = row;
          gtk_widget_add_css_class (row, "first-result");
        }
    }
}

static GtkWidget *
append_filter (GtkListBox *list, const char *text, guint count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), FILTER_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), FILTER_CHARS);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scr_count_new (count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (list, row);
  return row;
}

static void
show_kinds (ScrSearchPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *chosen = append_filter (self->kind_list, _ ("Everything"), self->hits->len);

  for (guint i = 0; i < self->hits->len; i++)
    {
      const ScrKind *kind = ((ScrHit *)self->hits->pdata[i])->kind;
      GtkWidget *row;
      guint count = 0;

      if (!g_hash_table_add (seen, (gpointer)kind))
        continue;
      for (guint n = i; n < self->hits->len; n++)
        count += ((ScrHit *)self->hits->pdata[n])->kind == kind;
      row = append_filter (self->kind_list, _ (kind->plural), count);
      g_object_set_data (G_OBJECT (row), "kind", (gpointer)kind);
      if (kind == self->only_kind)
        chosen = row;
    }
  gtk_list_box_select_row (self->kind_list, GTK_LIST_BOX_ROW (chosen));
}

static void
show_places (ScrSearchPage *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *chosen = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      gpointer place = self->places->pdata[i];
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, place));

      g_hash_table_insert (counts, place, GUINT_TO_POINTER (before + 1));
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      const char *place = self->places->pdata[i];
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, place));
      GtkWidget *row;

      if (count == 0 || *place == '\0')
        continue;
      g_hash_table_remove (counts, place);
      row = append_filter (self->place_list, place, count);
      g_object_set_data_full (G_OBJECT (row), "place", g_strdup (place), g_free);
      if (g_strcmp0 (place, self->only_place) == 0)
        chosen = row;
    }
  if (chosen)
    gtk_list_box_select_row (self->place_list, GTK_LIST_BOX_ROW (chosen));
  gtk_widget_set_visible (self->place_heading,
                          gtk_widget_get_first_child (GTK_WIDGET (self->place_list)) != NULL);
}

static void
show_filters (ScrSearchPage *self)
{
  self->filling = TRUE;
  clear_list (GTK_WIDGET (self->kind_list));
  clear_list (GTK_WIDGET (self->place_list));
  show_kinds (self);
  show_places (self);
  self->filling = FALSE;
}

static void
show_status (ScrSearchPage *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* The record's own vocabulary and the like come after the things that people work with. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const ScrHit *const *first = a;
  const ScrHit *const *second = b;

  return (*(*first)->kind->view == '\0') - (*(*second)->kind->view == '\0');
}

/* A hit whose thing has gone since is left out. */
static void
take_hits (ScrSearchPage *self, GPtrArray *hits)
{
  /* GLib's sorting of pointer arrays keeps the order of equals: within each half the best stays first. */
  g_ptr_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len;)
    {
      const ScrHit *hit = hits->pdata[i];
      ScrItem *item = scr_source_get (SCR_SOURCE (self->store), hit->kind->name, hit->id);
      char *place;

      if (item == NULL)
        {
          g_ptr_array_remove_index (hits, i);
          continue;
        }
      place = scr_format_partnership (NULL, SCR_SOURCE (self->store), item);
      g_ptr_array_add (self->items, item);
      g_ptr_array_add (self->places, place ? place : g_strdup (""));
      i++;
    }
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = hits;
}

/**
 * scr_search_page_search_now:
 * @self: the page
 *
 * Searches without waiting for a pause in typing.
 */
void
scr_search_page_search_now (ScrSearchPage *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = NULL;
  gboolean with_bin = gtk_check_button_get_active (self->bin_check);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->places, 0);
  if (self->store && self->words && *self->words)
    hits = scr_store_search (self->store, self->words, scr_context_get_partnership (self->context), with_bin,
                             MOST_HITS, &error);
  if (error)
    show_status (self, _ ("The search did not succeed"), error->message);
  else if (hits == NULL)
    show_status (self, _ ("Search in everything"), _ ("Type a word, or the beginning of one."));
  else if (hits->len == 0)
    {
      show_status (self, _ ("Nothing found"),
                   with_bin ? _ ("Try fewer or shorter words.")
                            : _ ("Try fewer or shorter words, or look in the bin too."));
      take_hits (self, hits);
    }
  else
    {
      take_hits (self, hits);
      show_filters (self);
      show_groups (self);
      gtk_stack_set_visible_child_name (self->stack, "results");
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOUND]);
}

static gboolean
on_pause (gpointer user_data)
{
  ScrSearchPage *self = user_data;

  self->pause = 0;
  scr_search_page_search_now (self);
  return G_SOURCE_REMOVE;
}

static void
search_soon (ScrSearchPage *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MILLISECONDS, on_pause, self);
}

static void
on_changed (ScrSearchPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    search_soon (self);
}

static void
on_store_set (ScrSearchPage *self)
{
  if (self->store)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, scr_context_get_store (self->context));
  if (self->store)
    self->changed_handler = g_signal_connect_swapped (self->store, "changed", G_CALLBACK (on_changed), self);
  scr_search_page_search_now (self);
}

static void
on_kind_selected (ScrSearchPage *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  self->only_kind = g_object_get_data (G_OBJECT (row), "kind");
  g_clear_pointer (&self->only_place, g_free);
  self->filling = TRUE;
  gtk_list_box_unselect_all (self->place_list);
  self->filling = FALSE;
  show_groups (self);
}

static void
on_place_selected (ScrSearchPage *self, GtkListBoxRow *row)
{
  if (self->filling)
    return;
  g_free (self->only_place);
  self->only_place = row ? g_strdup (g_object_get_data (G_OBJECT (row), "place")) : NULL;
  show_groups (self);
}

static void
scr_search_page_dispose (GObject *object)
{
  ScrSearchPage *self = SCR_SEARCH_PAGE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->store)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->only_place, g_free);
  G_OBJECT_CLASS (scr_search_page_parent_class)->dispose (object);
}

static void
scr_search_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_FOUND)
    g_value_set_int (value, scr_search_page_get_found (SCR_SEARCH_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_search_page_class_init (ScrSearchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = scr_search_page_dispose;
  object_class->get_property = scr_search_page_get_property;
  properties[PROP_FOUND]
      = g_param_spec_int ("found", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Scrutiny/search/scr-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ScrSearchPage, filters);
  gtk_widget_class_bind_template_child (widget_class, ScrSearchPage, kind_list);
  gtk_widget_class_bind_template_child (widget_class, ScrSearchPage, place_list);
  gtk_widget_class_bind_template_child (widget_class, ScrSearchPage, place_heading);
  gtk_widget_class_bind_template_child (widget_class, ScrSearchPage, bin_check);
  gtk_widget_class_bind_template_child (widget_class, ScrSearchPage, groups);
  gtk_widget_class_bind_template_child (widget_class, ScrSearchPage, status);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_place_selected);
  gtk_widget_class_bind_template_callback (widget_class, scr_search_page_search_now);
}

static void
scr_search_page_init (ScrSearchPage *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * scr_search_page_new:
 * @context: where the record is
 *
 * Returns: (transfer floating): a page without words
 */
GtkWidget *
scr_search_page_new (ScrContext *context)
{
  ScrSearchPage *self = g_object_new (SCR_TYPE_SEARCH_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::store", G_CALLBACK (on_store_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::partnership", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_store_set (self);
  return GTK_WIDGET (self);
}

/**
 * scr_search_page_set_words:
 * @self: the page
 * @words: what was typed
 *
 * Searches after a short pause. The narrowing to a kind or a place ends with the words it was chosen for.
 */
void
scr_search_page_set_words (ScrSearchPage *self, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  if (g_strcmp0 (self->words, stripped) == 0)
    return;
  g_free (self->words);
  self->words = g_steal_pointer (&stripped);
  self->only_kind = NULL;
  g_clear_pointer (&self->only_place, g_free);
  search_soon (self);
}

/**
 * scr_search_page_get_found:
 * @self: the page
 *
 * Returns: how many things were found, or -1 while there are no words
 */
int
scr_search_page_get_found (ScrSearchPage *self)
{
  return self->hits ? (int)self->hits->len : -1;
}

/**
 * scr_search_page_activate_first:
 * @self: the page
 *
 * Opens the best hit: what Enter in the search entry does.
 *
 * Returns: whether there was one
 */
gboolean
scr_search_page_activate_first (ScrSearchPage *self)
{
  if (self->pause)
    scr_search_page_search_now (self);
  if (self->hits == NULL || self->hits->len == 0 || self->first_row == NULL)
    return FALSE;
  on_row_activated (self, GTK_LIST_BOX_ROW (self->first_row));
  return TRUE;
}

/**
 * scr_search_page_focus_first:
 * @self: the page
 *
 * Goes from the search entry into the results.
 *
 * Returns: whether there are any
 */
gboolean
scr_search_page_focus_first (ScrSearchPage *self)
{
  if (self->pause)
    scr_search_page_search_now (self);
  if (self->hits == NULL || self->hits->len == 0 || self->first_row == NULL)
    return FALSE;
  return gtk_widget_grab_focus (self->first_row);
}

/**
 * scr_search_page_set_narrow:
 * @self: the page
 * @narrow: whether there is room for the results alone
 */
void
scr_search_page_set_narrow (ScrSearchPage *self, gboolean narrow)
{
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  gtk_widget_set_visible (self->filters, !narrow);
  if (self->hits != NULL)
    show_groups (self);
}
