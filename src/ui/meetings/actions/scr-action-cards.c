/* The actions of one state as cards. See the header. */
#include "config.h"

#include "scr-action-cards.h"

#include "scr-action-log.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-pill.h"
#include "scr-titles.h"

#include <glib/gi18n-lib.h>

struct _ScrActionCards
{
  ScrOutlineFace parent_instance;

  GtkWidget *list;
  const ScrDues *dues; /* the board's */
  char *state;
  GtkDropTarget *target;
};

enum
{
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrActionCards, scr_action_cards, SCR_TYPE_OUTLINE_FACE)

/**
 * scr_action_show_due:
 * @pill: a pill
 * @dues: the record's today, and what counts as a working day
 * @action: an action
 *
 * Says in @pill when it is due, how late it is, or when it was done.
 */
void
scr_action_show_due (GtkWidget *pill, const ScrDues *dues, ScrItem *action)
{
  const char *tone = NULL;
  g_autofree char *words = scr_action_dup_due_words (NULL, dues, action, &tone);

  scr_pill_set (pill, NULL, words, tone);
}

/* --- A card --- */

/* "from Partnership Board, 14 May" */
static char *
dup_from (ScrSource *source, ScrItem *action)
{
  g_autoptr (ScrItem) meeting = scr_source_get_referred (source, action, "meeting");
  g_autofree char *title = meeting != NULL ? scr_format_title (NULL, source, meeting) : NULL;
  g_autofree char *day = NULL;

  if (meeting == NULL)
    return NULL;
  day = scr_format_day (NULL, scr_item_get_text (meeting, "day"), SCR_DAY_SHORT);
  if (day == NULL || *day == '\0')
    /* TRANSLATORS: %s is the meeting that an action comes from. */
    return g_strdup_printf (_ ("From %s"), title);
  /* TRANSLATORS: the meeting that an action comes from, and its day. */
  return g_strdup_printf (_ ("From %1$s, %2$s"), title, day);
}

static void
show_line (GtkWidget *label, const char *text, GString *spoken)
{
  gboolean shown = text != NULL && *text != '\0';

  gtk_label_set_text (GTK_LABEL (label), shown ? text : "");
  gtk_widget_set_visible (label, shown);
  if (shown)
    g_string_append_printf (spoken, ", %s", text);
}

static void
scr_action_cards_show_cell (ScrOutlineFace *face, GtkListItem *cell)
{
  ScrActionCards *self = SCR_ACTION_CARDS (face);
  ScrSource *source = scr_outline_face_get_source (face);
  GtkWidget *card = gtk_list_item_get_child (cell);
  GtkWidget *title = gtk_widget_get_first_child (card);
  GtkWidget *owner = gtk_widget_get_next_sibling (title);
  GtkWidget *from = gtk_widget_get_next_sibling (owner);
  GtkWidget *pill = gtk_widget_get_last_child (card);
  ScrItem *action = gtk_list_item_get_item (cell);
  g_autofree char *words = scr_format_title (NULL, source, action);
  g_autofree char *who = scr_format_field (NULL, source, action, "owner");
  g_autofree char *where = dup_from (source, action);
  g_autoptr (GString) spoken = g_string_new (words);

  gtk_label_set_text (GTK_LABEL (title), words);
  gtk_widget_set_tooltip_text (title, words);
  show_line (owner, who != NULL && *who != '\0' ? who : _ ("Nobody has it yet"), spoken);
  show_line (from, where, spoken);
  scr_action_show_due (pill, self->dues, action);
  g_string_append_printf (spoken, ", %s", gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (pill))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static gboolean
scr_action_cards_is_touched (ScrOutlineFace *face, GtkListItem *cell, ScrChange *change)
{
  return scr_titles_item_is_touched (gtk_list_item_get_item (cell), change)
         || scr_change_touches_kind (change, scr_kind_find ("meeting"));
}

/* --- Dragging --- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkListItem *cell)
{
  GtkWidget *card = gtk_list_item_get_child (cell);
  GtkWidget *cards = gtk_widget_get_ancestor (card, SCR_TYPE_ACTION_CARDS);
  ScrSource *record = scr_outline_face_get_source (SCR_OUTLINE_FACE (cards));
  g_autoptr (GdkPaintable) picture = NULL;

  if (record == NULL || gtk_list_item_get_item (cell) == NULL || scr_store_is_read_only (SCR_STORE (record)))
    return NULL;
  picture = gtk_widget_paintable_new (card);
  gtk_drag_source_set_icon (source, picture, (int)x, (int)y);
  return gdk_content_provider_new_typed (SCR_TYPE_ITEM, gtk_list_item_get_item (cell));
}

/* Where it came from stays to be seen, pale, until it is dropped. */
static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkListItem *cell)
{
  gtk_widget_add_css_class (gtk_list_item_get_child (cell), "ghost");
}

static void
on_drag_end (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, GtkListItem *cell)
{
  if (gtk_list_item_get_child (cell) != NULL)
    gtk_widget_remove_css_class (gtk_list_item_get_child (cell), "ghost");
}

static void
add_drag (GtkListItem *cell, GtkWidget *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), cell, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), cell, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_drag_end), cell, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, ScrActionCards *self)
{
  ScrItem *action = g_value_get_object (value);

  if (action == NULL || !g_str_equal (scr_item_get_kind (action)->name, "action"))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, action);
  return TRUE;
}

/* --- Making cards --- */

static GtkWidget *
make_line (const char *css_class, int lines)
{
  GtkWidget *label = scr_label_new_wrapping (NULL, css_class);

  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, ScrOutlineFace *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *pill = scr_pill_new ("", "", NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "scr-action-card");
  gtk_box_append (GTK_BOX (card), make_line ("heading", 4));
  gtk_box_append (GTK_BOX (card), make_line ("scr-action-detail", 2));
  gtk_box_append (GTK_BOX (card), make_line ("scr-action-detail", 2));
  gtk_widget_add_css_class (gtk_widget_get_last_child (card), "scr-dim");
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), pill);
  add_drag (cell, card);
  scr_outline_face_set_up_cell (self, cell, card);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, ScrOutlineFace *self)
{
  scr_outline_face_bind (self, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *cell, ScrOutlineFace *self)
{
  scr_outline_face_unbind (self, cell);
}

static void
scr_action_cards_dispose (GObject *object)
{
  ScrActionCards *self = SCR_ACTION_CARDS (object);

  if (self->list != NULL)
    {
      gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
      gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), NULL);
      self->list = NULL;
    }
  g_clear_pointer (&self->state, g_free);
  G_OBJECT_CLASS (scr_action_cards_parent_class)->dispose (object);
}

static void
scr_action_cards_class_init (ScrActionCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_action_cards_dispose;
  SCR_OUTLINE_FACE_CLASS (klass)->show_cell = scr_action_cards_show_cell;
  SCR_OUTLINE_FACE_CLASS (klass)->is_touched = scr_action_cards_is_touched;
  signals[DROPPED] = g_signal_new ("dropped", SCR_TYPE_ACTION_CARDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SCR_TYPE_ITEM);
}

static void
scr_action_cards_init (ScrActionCards *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *frame;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->list = gtk_list_view_new (NULL, factory);
  scr_outline_face_set_list (SCR_OUTLINE_FACE (self), self->list);
  gtk_widget_add_css_class (self->list, "scr-action-cards");
  /* A drop may be anywhere in the column, not on the cards alone. */
  frame = adw_bin_get_child (ADW_BIN (self));
  gtk_widget_add_css_class (frame, "scr-action-frame");
  gtk_widget_set_valign (frame, GTK_ALIGN_FILL);
  gtk_widget_set_vexpand (frame, TRUE);
  self->target = gtk_drop_target_new (SCR_TYPE_ITEM, GDK_ACTION_MOVE);
  g_signal_connect_object (self->target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->target));
  gtk_widget_add_css_class (GTK_WIDGET (self), "scr-action-column");
}

/**
 * scr_action_cards_new:
 * @state: identity of a state
 * @title: its name
 *
 * Returns: (transfer floating): an empty column
 */
GtkWidget *
scr_action_cards_new (const char *state, const char *title)
{
  ScrActionCards *self = g_object_new (SCR_TYPE_ACTION_CARDS, NULL);
  /* TRANSLATORS: a column of the board of actions; %s is a state: "Actions: Done". */
  g_autofree char *name = g_strdup_printf (_ ("Actions: %s"), title);

  self->state = g_strdup (state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * scr_action_cards_set_model:
 * @self: a column
 * @store: (nullable): the record
 * @dues: (nullable): the record's today, and what counts as a working day; has to outlive @self
 * @model: (nullable): its actions
 */
void
scr_action_cards_set_model (ScrActionCards *self,
                            ScrStore *store,
                            const ScrDues *dues,
                            GtkSelectionModel *model)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  scr_outline_face_set_store (SCR_OUTLINE_FACE (self), store);
  self->dues = dues;
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
}

/**
 * scr_action_cards_set_dues:
 * @self: a column
 * @dues: another day, or other holidays
 */
void
scr_action_cards_set_dues (ScrActionCards *self, const ScrDues *dues)
{
  self->dues = dues;
}
