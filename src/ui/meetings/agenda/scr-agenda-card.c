/* ScrAgendaCard - the rows of an agenda. See the header. */
#include "config.h"

#include "scr-agenda-card-private.h"

#include <glib/gi18n-lib.h>

enum
{
  SELECTED,
  MOVED,
  MENU,
  TYPED,
  QUICK,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrAgendaCard, scr_agenda_card, GTK_TYPE_WIDGET)

void
scr_agenda_card_tell_moved (ScrAgendaCard *self, guint row, ScrAgendaSpot *spot)
{
  g_signal_emit (self, signals[MOVED], 0, row, spot);
}

/* The row at a place of this widget; %NULL where there is none, or what is there acts by itself. */
ScrAgendaFace *
scr_agenda_card_find_face (ScrAgendaCard *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *face = picked != NULL ? gtk_widget_get_ancestor (picked, SCR_TYPE_AGENDA_FACE) : NULL;

  /* The list's own row may be a little larger than what it shows. */
  if (face == NULL && picked != NULL && SCR_IS_AGENDA_FACE (gtk_widget_get_first_child (picked)))
    face = gtk_widget_get_first_child (picked);
  return face != NULL ? SCR_AGENDA_FACE (face) : NULL;
}

/* --- Rows --- */

static ScrAgendaCard *
get_card (GtkWidget *face)
{
  return SCR_AGENDA_CARD (gtk_widget_get_ancestor (face, SCR_TYPE_AGENDA_CARD));
}

static void
on_typed (ScrAgendaFace *face, const char *title, gpointer unused)
{
  g_signal_emit (get_card (GTK_WIDGET (face)), signals[TYPED], 0, scr_agenda_face_get_entry (face), title);
}

static void
on_quick (ScrAgendaFace *face, const char *field, gpointer unused)
{
  g_signal_emit (get_card (GTK_WIDGET (face)), signals[QUICK], 0, scr_agenda_face_get_entry (face), field);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *row, ScrAgendaCard *self)
{
  GtkWidget *face = scr_agenda_face_new ();

  g_signal_connect (face, "typed", G_CALLBACK (on_typed), NULL);
  g_signal_connect (face, "quick", G_CALLBACK (on_quick), NULL);
  gtk_list_item_set_child (row, face);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *row, ScrAgendaCard *self)
{
  ScrAgendaFace *face = SCR_AGENDA_FACE (gtk_list_item_get_child (row));

  scr_agenda_face_set_editable (face, self->editable);
  scr_agenda_face_set_entry (face, gtk_list_item_get_item (row));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *row, ScrAgendaCard *self)
{
  GtkWidget *face = gtk_list_item_get_child (row);

  gtk_widget_remove_css_class (face, "dragged");
  scr_agenda_face_set_entry (SCR_AGENDA_FACE (face), NULL);
}

static void
on_selected (ScrAgendaCard *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_activate (ScrAgendaCard *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, scr_agenda_rows_get_entry (self->rows, position));
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ScrAgendaCard *self)
{
  ScrAgendaFace *face = scr_agenda_card_find_face (self, x, y);

  if (face == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0, scr_agenda_face_get_entry (face), x, y);
}

/* --- The widget --- */

/* How high all rows are together at a width. GtkListView of GTK 4.8 does not ask its rows for a width, as it
 * expects to be scrolled; here it stands in a page that scrolls as a whole. Rows without a widget are taken
 * for average. */
static int
measure_rows (ScrAgendaCard *self, int width)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n_known = 0;
  int sum = 0, height;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      sum += height;
      n_known++;
    }
  return n_known > 0 && n > n_known ? (int)MIN ((gint64)sum * n / n_known, G_MAXINT / 4) : sum;
}

static void
scr_agenda_card_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  ScrAgendaCard *self = SCR_AGENDA_CARD (widget);

  gtk_widget_measure (self->list, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_rows (self, for_size);
}

static void
scr_agenda_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrAgendaCard *self = SCR_AGENDA_CARD (widget);

  gtk_widget_size_allocate (self->list, &(GtkAllocation) {0, 0, width, height}, baseline);
  scr_agenda_card_allocate_drag (self);
}

static GtkSizeRequestMode
scr_agenda_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
scr_agenda_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (scr_agenda_card_parent_class)->snapshot (widget, snapshot);
  scr_agenda_card_draw_drag (SCR_AGENDA_CARD (widget), snapshot);
}

static void
scr_agenda_card_dispose (GObject *object)
{
  ScrAgendaCard *self = SCR_AGENDA_CARD (object);

  if (self->list != NULL)
    scr_agenda_card_stop_drag (self);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->ring, gtk_widget_unparent);
  g_clear_pointer (&self->told, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (scr_agenda_card_parent_class)->dispose (object);
}

static gboolean
scr_agenda_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SCR_AGENDA_CARD (widget)->list);
}

static void
scr_agenda_card_class_init (ScrAgendaCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_agenda_card_dispose;
  widget_class->measure = scr_agenda_card_measure;
  widget_class->size_allocate = scr_agenda_card_size_allocate;
  widget_class->get_request_mode = scr_agenda_card_get_request_mode;
  widget_class->snapshot = scr_agenda_card_snapshot;
  widget_class->grab_focus = scr_agenda_card_grab_focus;
  signals[SELECTED] = g_signal_new ("selected", SCR_TYPE_AGENDA_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", SCR_TYPE_AGENDA_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
  signals[MENU] = g_signal_new ("menu", SCR_TYPE_AGENDA_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, SCR_TYPE_AGENDA_ENTRY, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[TYPED] = g_signal_new ("typed", SCR_TYPE_AGENDA_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, SCR_TYPE_AGENDA_ENTRY, G_TYPE_STRING);
  signals[QUICK] = g_signal_new ("quick", SCR_TYPE_AGENDA_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, SCR_TYPE_AGENDA_ENTRY, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", SCR_TYPE_AGENDA_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, SCR_TYPE_AGENDA_ENTRY);
  gtk_widget_class_set_css_name (widget_class, "agendacard");
}

static GtkWidget *
add_sign (ScrAgendaCard *self, GtkWidget *sign, const char *css_class)
{
  gtk_widget_add_css_class (sign, css_class);
  gtk_widget_set_can_target (sign, FALSE);
  gtk_widget_set_visible (sign, FALSE);
  gtk_widget_set_parent (sign, GTK_WIDGET (self));
  return sign;
}

static void
scr_agenda_card_init (ScrAgendaCard *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "scr-agenda-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Agenda"),
                                  -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  self->line = add_sign (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "scr-agenda-line");
  self->ring = add_sign (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "scr-agenda-ring");
  self->told = add_sign (self, gtk_label_new (NULL), "scr-agenda-told");
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  scr_agenda_card_add_drag (self);
}

/**
 * scr_agenda_card_new:
 * @rows: what it shows
 *
 * Returns: (transfer floating): the rows of an agenda
 */
GtkWidget *
scr_agenda_card_new (ScrAgendaRows *rows)
{
  ScrAgendaCard *self = g_object_new (SCR_TYPE_AGENDA_CARD, NULL);

  self->rows = g_object_ref (rows);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  return GTK_WIDGET (self);
}

/**
 * scr_agenda_card_set_editable:
 * @self: the rows
 * @editable: whether they may be altered
 */
void
scr_agenda_card_set_editable (ScrAgendaCard *self, gboolean editable)
{
  self->editable = editable;
  if (!editable)
    scr_agenda_card_stop_drag (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      ScrAgendaEntry *entry = scr_agenda_rows_get_entry (self->rows, i);

      if (entry->face != NULL)
        scr_agenda_face_set_editable (entry->face, editable);
    }
}

/**
 * scr_agenda_card_get_selected:
 * @self: the rows
 *
 * Returns: (transfer none) (nullable): the entry that is selected
 */
ScrAgendaEntry *
scr_agenda_card_get_selected (ScrAgendaCard *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * scr_agenda_card_select:
 * @self: the rows
 * @id: (nullable): identity of an item; %NULL selects none
 *
 * Returns: whether it is there
 */
gboolean
scr_agenda_card_select (ScrAgendaCard *self, const char *id)
{
  int row = scr_agenda_rows_find (self->rows, id);

  gtk_single_selection_set_selected (self->selection, row >= 0 ? (guint)row : GTK_INVALID_LIST_POSITION);
  return row >= 0;
}

/**
 * scr_agenda_card_get_face:
 * @self: the rows
 * @id: (nullable): identity of an item
 *
 * Returns: (transfer none) (nullable): the widget that shows it now
 */
GtkWidget *
scr_agenda_card_get_face (ScrAgendaCard *self, const char *id)
{
  int row = scr_agenda_rows_find (self->rows, id);
  ScrAgendaEntry *entry = row >= 0 ? scr_agenda_rows_get_entry (self->rows, (guint)row) : NULL;

  return entry != NULL ? entry->face : NULL;
}

/**
 * scr_agenda_card_focus:
 * @self: the rows
 * @id: identity of an item
 *
 * Selects it and gives it the keyboard.
 */
void
scr_agenda_card_focus (ScrAgendaCard *self, const char *id)
{
  int row = scr_agenda_rows_find (self->rows, id);
  GtkWidget *face;

  if (row < 0)
    return;
  scr_agenda_card_select (self, id);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint)row);
  face = scr_agenda_card_get_face (self, id);
  if (face != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (face));
}

/**
 * scr_agenda_card_edit_title:
 * @self: the rows
 * @id: identity of an item
 *
 * Lets its title be typed.
 */
void
scr_agenda_card_edit_title (ScrAgendaCard *self, const char *id)
{
  GtkWidget *face = scr_agenda_card_get_face (self, id);

  if (face != NULL && self->editable)
    scr_agenda_face_edit_title (SCR_AGENDA_FACE (face));
}

/**
 * scr_agenda_card_is_dragging:
 * @self: the rows
 *
 * Returns: whether a row is being dragged
 */
gboolean
scr_agenda_card_is_dragging (ScrAgendaCard *self)
{
  return self->picture != NULL;
}
