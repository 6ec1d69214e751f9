/* ScrMapFilter - what of the map is shown. See the header. */
#include "config.h"

#include "scr-map-filter.h"

#include "scr-choices.h"
#include "scr-follow.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-map-parts.h"
#include "scr-map-saved.h"

#include <glib/gi18n-lib.h>

static const char *const card_kinds[] = {"organisation", "group", "appointment", "person", "partnership", NULL};

/* Of the popover's content, px; the narrowest window is 360. */
#define CONTENT_WIDTH 300
/* Where the text of a check button begins, px. */
#define CHECK_INDENT 30

struct _ScrMapFilter
{
  AdwBin parent_instance;

  ScrContext *context;
  ScrMapFilterState state;
  ScrItem *around; /* (nullable): the card, held so that it can be named */
  gpointer store;  /* (nullable): whose words they are: to tell one record from another, never used */

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *mark;
  GtkWidget *saved;
  GtkWidget *only_around;
  GtkWidget *around_label;
  GtkWidget *steps;
  GtkWidget *gaps_only;
  GtkWidget *hide_ended;
  GtkWidget *coverage;
  GtkWidget *cards; /* box of check buttons, each with its "word" */
  GtkWidget *links;
  GtkWidget *clear;
  char *link_words; /* which kinds of link there are buttons for */
  gboolean showing; /* widgets alter because we do it */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ScrMapFilter, scr_map_filter, ADW_TYPE_BIN)

/* --- Showing --- */

static ScrItem *
find_card (ScrMapFilter *self, const char *id)
{
  ScrStore *store = scr_context_get_store (self->context);

  if (store == NULL || id == NULL)
    return NULL;
  return scr_source_find (SCR_SOURCE (store), scr_kind_get_field (scr_kind_find ("map_view"), "around"), id);
}

/* The selected thing, if it can be a card. */
static ScrItem *
get_selected_card (ScrMapFilter *self)
{
  ScrItem *selected = scr_context_get_selected (self->context);

  if (selected == NULL || !g_strv_contains (card_kinds, scr_item_get_kind (selected)->name))
    return NULL;
  return selected;
}

static void
show_around (ScrMapFilter *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  ScrItem *card = self->around != NULL ? self->around : get_selected_card (self);
  g_autofree char *title = store != NULL && card != NULL ? scr_format_title (NULL, SCR_SOURCE (store), card) : NULL;

  gtk_widget_set_sensitive (self->only_around, card != NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->only_around), self->around != NULL);
  gtk_widget_set_sensitive (self->steps, self->around != NULL);
  gtk_label_set_text (GTK_LABEL (self->around_label),
                      title != NULL ? title : _ ("Select a card on the map first."));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->steps), self->state.steps >= 2 ? 1 : 0);
}

static void
show_words (GtkWidget *box, const char *hidden)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                 !scr_map_words_have (hidden, g_object_get_data (G_OBJECT (child), "word")));
}

/* In words, and with a mark beside them. */
static void
show_button (ScrMapFilter *self)
{
  guint n = scr_map_filter_state_count (&self->state);
  g_autofree char *text = NULL;

  /* TRANSLATORS: on the button of the map's filter: how many of its choices leave something out */
  text = n > 0 ? g_strdup_printf (ngettext ("Filter: %u on", "Filter: %u on", n), n) : g_strdup (_ ("Filter"));
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->mark, n > 0);
  gtk_widget_set_sensitive (self->clear, n > 0);
  gtk_widget_set_tooltip_text (self->button, n > 0 ? _ ("Part of the map is left out") : _ ("What the map shows"));
  scr_map_name (self->button, text);
}

static void
show_state (ScrMapFilter *self)
{
  g_autoptr (ScrItem) around = find_card (self, self->state.around);

  if (around == NULL)
    g_clear_pointer (&self->state.around, g_free);
  g_set_object (&self->around, around);
  self->showing = TRUE;
  show_around (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->gaps_only), self->state.gaps_only);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->hide_ended), self->state.hide_ended);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->coverage), self->state.coverage);
  show_words (self->cards, self->state.hidden_cards);
  show_words (self->links, self->state.hidden_links);
  show_button (self);
  self->showing = FALSE;
  scr_map_saved_set_state (SCR_MAP_SAVED (self->saved), &self->state);
}

static void
tell (ScrMapFilter *self)
{
  show_state (self);
  g_signal_emit (self, changed_signal, 0);
}

/* --- What people alter --- */

static void
on_word_toggled (GtkCheckButton *button, ScrMapFilter *self)
{
  gboolean is_card = gtk_widget_get_parent (GTK_WIDGET (button)) == self->cards;
  char **hidden = is_card ? &self->state.hidden_cards : &self->state.hidden_links;
  g_autofree char *before = NULL;

  if (self->showing)
    return;
  before = g_steal_pointer (hidden);
  *hidden = scr_map_words_set (before, g_object_get_data (G_OBJECT (button), "word"),
                               !gtk_check_button_get_active (button));
  tell (self);
}

static void
on_toggled (ScrMapFilter *self)
{
  if (self->showing)
    return;
  self->state.gaps_only = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->gaps_only));
  self->state.hide_ended = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->hide_ended));
  self->state.coverage = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->coverage));
  tell (self);
}

static void
on_around_toggled (ScrMapFilter *self)
{
  ScrItem *card = get_selected_card (self);

  if (self->showing)
    return;
  g_clear_pointer (&self->state.around, g_free);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only_around)) && card != NULL)
    self->state.around = g_strdup (scr_item_get_id (card));
  tell (self);
}

static void
on_steps (ScrMapFilter *self)
{
  guint steps = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->steps)) + 1;

  if (self->showing || steps == self->state.steps)
    return;
  self->state.steps = steps;
  tell (self);
}

static void
on_view_chosen (ScrMapFilter *self, ScrItem *view)
{
  scr_map_filter_state_read (&self->state, view);
  tell (self);
}

/* --- Making --- */

/* A label that wraps, which a check button's own does not. */
static GtkWidget *
make_check (const char *text, const char *help)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = scr_label_new_wrapping (text, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, help);
  scr_map_name (button, text);
  return button;
}

static GtkWidget *
add_check (ScrMapFilter *self, GtkWidget *box, const char *text)
{
  GtkWidget *button = make_check (text, NULL);

  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_word (ScrMapFilter *self, GtkWidget *box, const char *word, const char *text, const char *help)
{
  GtkWidget *button = make_check (text, help);

  g_object_set_data_full (G_OBJECT (button), "word", g_strdup (word), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (on_word_toggled), self);
  gtk_box_append (GTK_BOX (box), button);
}

static char *
dup_link_words (GPtrArray *choices, ScrSource *source)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      g_autofree char *title = scr_format_title (NULL, source, g_ptr_array_index (choices, i));

      g_string_append_printf (words, "%s %s\n", scr_item_get_id (g_ptr_array_index (choices, i)), title);
    }
  return g_string_free (words, FALSE);
}

/* Made anew only when the list of choices is another: else the keyboard's place would be lost at every change. */
static void
make_links (ScrMapFilter *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (GPtrArray) choices
      = store != NULL ? scr_choices_list (SCR_SOURCE (store), "link-kind", NULL) : NULL;
  g_autofree char *words = dup_link_words (choices, SCR_SOURCE (store));
  GtkWidget *child;

  if (g_strcmp0 (words, self->link_words) == 0)
    return;
  g_free (self->link_words);
  self->link_words = g_steal_pointer (&words);
  while ((child = gtk_widget_get_first_child (self->links)) != NULL)
    gtk_box_remove (GTK_BOX (self->links), child);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      ScrItem *choice = g_ptr_array_index (choices, i);
      g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), choice);

      add_word (self, self->links, scr_item_get_id (choice), title, scr_item_get_text (choice, "help"));
    }
}

static GtkWidget *
add_section (GtkWidget *content, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (content), scr_label_new_wrapping (title, "heading"));
  gtk_box_append (GTK_BOX (content), box);
  scr_map_name (box, title);
  return box;
}

static void
make_only (ScrMapFilter *self, GtkWidget *content)
{
  GtkWidget *box = add_section (content, _ ("Show Only"));
  const char *const steps[] = {_ ("1 step away"), _ ("2 steps away"), NULL};
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->gaps_only = add_check (self, box, _ ("Only where something is missing"));
  self->only_around = make_check (_ ("Only what is tied to the selected card"), NULL);
  g_signal_connect_swapped (self->only_around, "toggled", G_CALLBACK (on_around_toggled), self);
  self->around_label = scr_label_new_wrapping (NULL, "scr-dim");
  gtk_label_set_max_width_chars (GTK_LABEL (self->around_label), 34);
  self->steps = gtk_drop_down_new_from_strings (steps);
  gtk_widget_set_halign (self->steps, GTK_ALIGN_START);
  scr_map_name (self->steps, _ ("Steps away"));
  g_signal_connect_swapped (self->steps, "notify::selected", G_CALLBACK (on_steps), self);
  gtk_box_append (GTK_BOX (box), self->only_around);
  gtk_box_append (GTK_BOX (row), self->around_label);
  gtk_box_append (GTK_BOX (row), self->steps);
  gtk_widget_set_margin_start (row, CHECK_INDENT);
  gtk_box_append (GTK_BOX (box), row);
  self->hide_ended = add_check (self, box, _ ("Hide what has ended"));
}

static GtkWidget *
make_content (ScrMapFilter *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (content, "scr-map-filter");
  gtk_widget_set_size_request (content, CONTENT_WIDTH, -1);
  self->saved = scr_map_saved_new (self->context);
  g_signal_connect_swapped (self->saved, "chosen", G_CALLBACK (on_view_chosen), self);
  gtk_box_append (GTK_BOX (add_section (content, _ ("Saved Views"))), self->saved);
  make_only (self, content);
  self->coverage = add_check (self, add_section (content, _ ("Show as Well")), _ ("Where the scrutineer has been"));
  self->cards = add_section (content, _ ("Cards"));
  for (guint i = 0; card_kinds[i] != NULL; i++)
    add_word (self, self->cards, card_kinds[i], _ (scr_kind_find (card_kinds[i])->plural),
              _ (scr_kind_find (card_kinds[i])->hint));
  self->links = add_section (content, _ ("Links"));
  self->clear = gtk_button_new_with_mnemonic (_ ("Show _All"));
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (scr_map_filter_clear), self);
  gtk_box_append (GTK_BOX (content), self->clear);
  return content;
}

static void
make_popover (ScrMapFilter *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = make_content (self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 560);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
}

static void
on_selected (ScrMapFilter *self)
{
  self->showing = TRUE;
  show_around (self);
  self->showing = FALSE;
}

static void
refresh (gpointer owner)
{
  ScrMapFilter *self = owner;
  gboolean was_around = self->state.around != NULL;
  gpointer store = scr_context_get_store (self->context);

  if (store != self->store)
    scr_map_filter_state_clear (&self->state);
  self->store = store;
  self->showing = TRUE;
  make_links (self);
  self->showing = FALSE;
  show_state (self);
  /* The card around which it was shown is gone. */
  if (was_around && self->state.around == NULL)
    g_signal_emit (self, changed_signal, 0);
}

/* A popover that is open when its window goes would keep it. */
static void
scr_map_filter_unmap (GtkWidget *widget)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (SCR_MAP_FILTER (widget)->button));
  GTK_WIDGET_CLASS (scr_map_filter_parent_class)->unmap (widget);
}

static void
scr_map_filter_dispose (GObject *object)
{
  ScrMapFilter *self = SCR_MAP_FILTER (object);

  g_clear_object (&self->around);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_map_filter_parent_class)->dispose (object);
}

static void
scr_map_filter_finalize (GObject *object)
{
  scr_map_filter_state_clear (&SCR_MAP_FILTER (object)->state);
  g_free (SCR_MAP_FILTER (object)->link_words);
  G_OBJECT_CLASS (scr_map_filter_parent_class)->finalize (object);
}

static void
scr_map_filter_class_init (ScrMapFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_map_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_map_filter_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = scr_map_filter_unmap;
  changed_signal
      = g_signal_new ("changed", SCR_TYPE_MAP_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  scr_map_ensure ();
}

static void
scr_map_filter_init (ScrMapFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->state = (ScrMapFilterState)SCR_MAP_FILTER_STATE_INIT;
  self->button = gtk_menu_button_new ();
  self->mark = scr_map_symbol_new ("radio-checked-symbolic", "on");
  self->label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * scr_map_filter_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): the button with its popover; it shows all
 */
GtkWidget *
scr_map_filter_new (ScrContext *context)
{
  ScrMapFilter *self = g_object_new (SCR_TYPE_MAP_FILTER, NULL);

  self->context = g_object_ref (context);
  make_popover (self);
  scr_follow (self, context, refresh);
  g_signal_connect_object (context, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * scr_map_filter_get_state:
 * @self: a filter
 *
 * Returns: (transfer none): what is to be shown, until the next change
 */
const ScrMapFilterState *
scr_map_filter_get_state (ScrMapFilter *self)
{
  g_return_val_if_fail (SCR_IS_MAP_FILTER (self), NULL);
  return &self->state;
}

/**
 * scr_map_filter_set_state:
 * @self: a filter
 * @state: what is shown from now on; it is copied. Does not emit "changed"
 */
void
scr_map_filter_set_state (ScrMapFilter *self, const ScrMapFilterState *state)
{
  g_return_if_fail (SCR_IS_MAP_FILTER (self));
  scr_map_filter_state_copy (&self->state, state);
  show_state (self);
}

/**
 * scr_map_filter_set_shown:
 * @self: a filter
 * @day: (nullable): the day on which the map is shown; %NULL is the record's own
 * @layout: (nullable): its layout
 *
 * Tells what a saved view is to keep. Does not emit "changed".
 */
void
scr_map_filter_set_shown (ScrMapFilter *self, const char *day, const char *layout)
{
  g_return_if_fail (SCR_IS_MAP_FILTER (self));
  g_free (self->state.day);
  g_free (self->state.layout);
  self->state.day = g_strdup (day);
  self->state.layout = g_strdup (layout);
  scr_map_saved_set_state (SCR_MAP_SAVED (self->saved), &self->state);
}

/**
 * scr_map_filter_choose:
 * @self: a filter
 * @view: an item of kind "map_view"
 *
 * Shows it, as if a person had chosen it.
 */
void
scr_map_filter_choose (ScrMapFilter *self, ScrItem *view)
{
  g_return_if_fail (SCR_IS_MAP_FILTER (self));
  scr_map_saved_choose (SCR_MAP_SAVED (self->saved), view);
  on_view_chosen (self, view);
}

/**
 * scr_map_filter_clear:
 * @self: a filter
 *
 * Shows all, as if a person had asked for it; day, layout and coverage stay.
 */
void
scr_map_filter_clear (ScrMapFilter *self)
{
  g_return_if_fail (SCR_IS_MAP_FILTER (self));
  g_clear_pointer (&self->state.hidden_links, g_free);
  g_clear_pointer (&self->state.hidden_cards, g_free);
  g_clear_pointer (&self->state.around, g_free);
  self->state.steps = 1;
  self->state.gaps_only = self->state.hide_ended = FALSE;
  tell (self);
}

/**
 * scr_map_filter_popup:
 * @self: a filter
 */
void
scr_map_filter_popup (ScrMapFilter *self)
{
  g_return_if_fail (SCR_IS_MAP_FILTER (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
