/* ScrHandoverPair - the old beside the new. See the header. */
#include "config.h"

#include "scr-handover-pair.h"

#include "scr-chooser.h"
#include "scr-choices.h"
#include "scr-format.h"
#include "scr-handover-commands.h"
#include "scr-icons.h"
#include "scr-labels.h"
#include "scr-pill.h"
#include "scr-section.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A card asks for no more, px: two stand side by side where there is room for both. */
#define CARD_WIDTH 270
#define CARD_CHARS 30

typedef struct
{
  const char *field;
  GtkWidget *section;
  GtkWidget *choose; /* a button that opens the chooser */
  GtkWidget *clear;
} Card;

struct _ScrHandoverPair
{
  AdwBin parent_instance;

  ScrContext *context;
  ScrItem *handover; /* (nullable) */
  gboolean meetings;
  Card cards[2];
};

G_DEFINE_FINAL_TYPE (ScrHandoverPair, scr_handover_pair, ADW_TYPE_BIN)

static Card *
get_card (ScrHandoverPair *self, gpointer widget)
{
  return &self->cards[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "card"))];
}

static void
set_card (gpointer widget, guint index)
{
  g_object_set_data (G_OBJECT (widget), "card", GUINT_TO_POINTER (index));
}

static ScrStore *
get_store (ScrHandoverPair *self)
{
  return scr_context_get_store (self->context);
}

/* --- What a person does --- */

static void
choose (ScrHandoverPair *self, Card *card, ScrItem *item)
{
  g_autoptr (GError) error = NULL;

  if (self->handover != NULL
      && !scr_command_choose_for_handover (get_store (self), self->handover, card->field, item, &error))
    scr_context_fail (self->context, error);
}

static void
on_chosen (ScrChooser *chooser, ScrItem *item, ScrHandoverPair *self)
{
  choose (self, get_card (self, chooser), item);
}

static void
on_chooser_shown (ScrChooser *chooser)
{
  scr_chooser_begin (chooser, NULL);
}

static void
on_clear (GtkButton *button, ScrHandoverPair *self)
{
  choose (self, get_card (self, button), NULL);
}

static void
open_item (ScrHandoverPair *self, ScrItem *item)
{
  if (self->meetings
      && gtk_widget_activate_action (GTK_WIDGET (self), "meetings.open", "(ss)", "meeting",
                                     scr_item_get_id (item)))
    return;
  if (self->meetings)
    scr_context_open_item (self->context, item);
  else
    scr_context_set_selected (self->context, item);
}

static void
make_meeting (ScrHandoverPair *self, Card *card)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) meeting
      = scr_command_make_handover_meeting (get_store (self), self->handover, card->field, &error);

  if (meeting == NULL)
    scr_context_fail (self->context, error);
  else
    scr_context_set_selected (self->context, meeting);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, ScrHandoverPair *self)
{
  ScrItem *item = g_object_get_data (G_OBJECT (row), "item");
  Card *card = get_card (self, list);

  if (item != NULL)
    open_item (self, item);
  else if (self->meetings)
    make_meeting (self, card);
  else
    gtk_menu_button_popup (GTK_MENU_BUTTON (card->choose));
}

/* --- Showing --- */

static char *
dup_times (ScrItem *meeting)
{
  const char *start = scr_item_get_text (meeting, "start");
  double length = scr_item_get_number (meeting, "length");
  g_autofree char *end = NULL;
  int minutes;

  if (!scr_time_to_minutes (start, &minutes))
    return NULL;
  if (isnan (length) || minutes + length >= 24 * 60)
    return g_strdup (start);
  end = scr_time_from_minutes (minutes + (int)length);
  /* TRANSLATORS: when a meeting begins and ends: "10:00 to 12:00". */
  return g_strdup_printf (_ ("%1$s to %2$s"), start, end);
}

static char *
dup_meeting_words (ScrSource *source, ScrItem *meeting)
{
  const char *day = scr_item_get_text (meeting, "day");
  g_autofree char *shown
      = day != NULL ? scr_format_day (NULL, day, SCR_DAY_FULL) : g_strdup (_ ("No day yet"));
  g_autofree char *times = dup_times (meeting);
  g_autofree char *group = scr_format_field (NULL, source, meeting, "group");
  GString *text = g_string_new (shown);

  if (times != NULL)
    g_string_append_printf (text, "\n%s", times);
  if (group != NULL && *group != '\0')
    g_string_append_printf (text, "\n%s", group);
  return g_string_free (text, FALSE);
}

static char *
dup_role_words (ScrSource *source, ScrItem *role, const char *words)
{
  g_autofree char *person = NULL;

  if (strcmp (scr_item_get_kind (role)->name, "appointment") == 0)
    person = scr_format_field (NULL, source, role, "person");
  return person != NULL && *person != '\0' ? g_strconcat (person, "\n", words, NULL) : g_strdup (words);
}

static GtkWidget *
make_row (ScrHandoverPair *self, ScrItem *item, const char *words)
{
  ScrSource *source = SCR_SOURCE (get_store (self));
  g_autofree char *title = scr_format_title (NULL, source, item);
  g_autofree char *subtitle
      = self->meetings ? dup_meeting_words (source, item) : dup_role_words (source, item, words);
  const char *icon = self->meetings ? "x-office-calendar-symbolic" : scr_item_get_kind (item)->icon;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), scr_icon_new_silent (icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scr_icon_new_silent ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  return row;
}

static GtkWidget *
make_empty_row (ScrHandoverPair *self, gboolean editable)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), !editable        ? _ ("Not recorded")
                                                            : self->meetings ? _ ("Make the meeting")
                                                                             : _ ("Choose the role"));
  if (editable && self->meetings)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                 _ ("Or choose one that is already planned, by the pencil."));
  if (editable)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), scr_icon_new_silent ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), editable);
  return row;
}

/* Text takes the lines that it needs, but does not ask for a wide card. */
static void
limit_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_max_width_chars (GTK_LABEL (widget), CARD_CHARS);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    limit_labels (child);
}

static void
show_card (ScrHandoverPair *self, Card *card, ScrItem *item, const char *words)
{
  gboolean editable = self->handover != NULL && !scr_store_is_read_only (get_store (self))
                      && !scr_item_is_deleted (self->handover);
  GtkWidget *row = item != NULL ? make_row (self, item, words) : make_empty_row (self, editable);
  GtkListBox *list = scr_section_get_list (SCR_SECTION (card->section));
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (list)) != NULL;

  scr_section_clear (SCR_SECTION (card->section));
  limit_labels (row);
  gtk_list_box_append (list, row);
  gtk_widget_set_visible (card->choose, editable);
  gtk_widget_set_visible (card->clear, editable && item != NULL);
  if (had_focus)
    gtk_widget_grab_focus (row);
}

/**
 * scr_handover_pair_show:
 * @self: a pair
 * @handover: the handover
 * @told: what there is to say of it
 */
void
scr_handover_pair_show (ScrHandoverPair *self, ScrItem *handover, const ScrHandover *told)
{
  g_set_object (&self->handover, handover);
  if (self->meetings)
    {
      show_card (self, &self->cards[0], told->last, NULL);
      show_card (self, &self->cards[1], told->first, NULL);
    }
  else
    {
      show_card (self, &self->cards[0], told->from, told->from_words);
      show_card (self, &self->cards[1], told->to, told->to_words);
    }
}

/* --- Making --- */

static void
scr_handover_pair_dispose (GObject *object)
{
  ScrHandoverPair *self = SCR_HANDOVER_PAIR (object);

  g_clear_object (&self->handover);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_handover_pair_parent_class)->dispose (object);
}

static void
scr_handover_pair_class_init (ScrHandoverPairClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_handover_pair_dispose;
}

static void
scr_handover_pair_init (ScrHandoverPair *self)
{
}

static GtkWidget *
make_choose_button (ScrHandoverPair *self, const ScrField *field, guint index)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *chooser = scr_chooser_new (self->context, field->of);
  g_autofree char *name = NULL;

  /* TRANSLATORS: %s is what is to be chosen: "Choose: First meeting of the new". */
  name = g_strdup_printf (_ ("Choose: %s"), _ (field->label));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_card (chooser, index);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_chosen), self, 0);
  g_signal_connect (chooser, "show", G_CALLBACK (on_chooser_shown), NULL);
  return button;
}

static void
make_card (ScrHandoverPair *self, GtkWidget *flow, guint index, const char *field_name)
{
  const ScrField *field = scr_kind_get_field (scr_kind_find ("handover"), field_name);
  Card *card = &self->cards[index];
  g_autofree char *clear = NULL;
  GtkListBox *list;

  card->field = field->name;
  card->section = scr_section_new (_ (field->label));
  list = scr_section_get_list (SCR_SECTION (card->section));
  /* TRANSLATORS: %s is what was chosen: "Take away: First meeting of the new". */
  clear = g_strdup_printf (_ ("Take away: %s"), _ (field->label));
  card->clear = scr_section_add_button (SCR_SECTION (card->section), "list-remove-symbolic", clear);
  card->choose = make_choose_button (self, field, index);
  scr_section_add_header (SCR_SECTION (card->section), card->choose);
  set_card (card->clear, index);
  set_card (list, index);
  g_signal_connect_object (card->clear, "clicked", G_CALLBACK (on_clear), self, 0);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  gtk_widget_set_size_request (card->section, CARD_WIDTH, -1);
  gtk_widget_set_valign (card->section, GTK_ALIGN_START);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), card->section, -1);
  /* What is in the card is what is gone through. */
  gtk_widget_set_focusable (gtk_widget_get_parent (card->section), FALSE);
}

/**
 * scr_handover_pair_new:
 * @context: what the window hands to its views
 * @old_field: the field of a handover that is shown first: "last_meeting" or "from_role"
 * @new_field: the one beside it
 *
 * Returns: (transfer floating): two empty cards
 */
GtkWidget *
scr_handover_pair_new (ScrContext *context, const char *old_field, const char *new_field)
{
  ScrHandoverPair *self = g_object_new (SCR_TYPE_HANDOVER_PAIR, NULL);
  GtkWidget *flow = gtk_flow_box_new ();

  self->context = g_object_ref (context);
  self->meetings = g_str_has_suffix (old_field, "_meeting");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 24);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->meetings ? _ ("Meetings that it joins") : _ ("Roles"), -1);
  make_card (self, flow, 0, old_field);
  make_card (self, flow, 1, new_field);
  adw_bin_set_child (ADW_BIN (self), flow);
  return GTK_WIDGET (self);
}
