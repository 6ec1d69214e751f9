/* ScrTodayList - one part of the Today view. See the header. */
#include "config.h"

#include "scr-today-list.h"

/* Where texts begin after a bare symbol: its 16 px and the space behind it. */
#define SMALL_INDENT 28

struct _ScrTodayList
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkWidget *more; /* (nullable): the last row, if there are more than are shown */
  GPtrArray *rows; /* (nullable) (element-type ScrTodayRow) */
  ScrTodayLook look;
  ScrTodayMoreFunc describe_more;
  guint limit;
  guint step;
  gboolean compact;
};

static guint opened_signal;
static guint more_signal;

G_DEFINE_FINAL_TYPE (ScrTodayList, scr_today_list, GTK_TYPE_WIDGET)

static ScrTodayListRow *
get_row (ScrTodayList *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)index);

  return row != NULL && SCR_IS_TODAY_LIST_ROW (row) ? SCR_TODAY_LIST_ROW (row) : NULL;
}

/* The row that has the keyboard's focus, or -1. */
static int
find_focus (ScrTodayList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)))
    return -1;
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static int
find_item (ScrTodayList *self, ScrItem *item)
{
  ScrTodayListRow *row;

  for (guint i = 0; item != NULL && (row = get_row (self, i)) != NULL; i++)
    if (scr_today_list_row_get_item (row) == item)
      return (int)i;
  return -1;
}

static void
give_focus (ScrTodayList *self, ScrItem *item, int index)
{
  int found = find_item (self, item);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, found >= 0 ? found : index);

  /* The last row was taken away: its neighbour is the one before. */
  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_row (ScrTodayList *self, const ScrTodayRow *row, guint index)
{
  GtkWidget *widget = scr_today_list_row_new (row, self->look);

  scr_today_list_row_set_compact (SCR_TODAY_LIST_ROW (widget), self->compact);
  gtk_list_box_insert (self->list, widget, (int)index);
}

/* Keeps the rows that show the same as before; replaces the others from the first that differs. */
static void
update_rows (ScrTodayList *self)
{
  guint count = self->rows != NULL ? MIN (self->rows->len, self->limit) : 0;
  guint more = self->rows != NULL ? self->rows->len - count : 0;
  guint kept = 0;
  GtkListBoxRow *row;

  while (kept < count && get_row (self, kept) != NULL
         && scr_today_list_row_shows (get_row (self, kept), g_ptr_array_index (self->rows, kept)))
    kept++;
  while ((row = gtk_list_box_get_row_at_index (self->list, (int)kept)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->more = NULL;
  for (guint i = kept; i < count; i++)
    add_row (self, g_ptr_array_index (self->rows, i), i);
  if (more > 0)
    {
      g_autofree char *text = self->describe_more (more);
      gboolean leads_away = g_signal_has_handler_pending (self, more_signal, 0, FALSE);

      self->more = scr_today_more_row_new (text, leads_away ? "go-next-symbolic" : "pan-down-symbolic",
                                           self->look == SCR_TODAY_LOOK_SMALL ? SMALL_INDENT : 0);
      gtk_list_box_append (self->list, self->more);
    }
}

static void
refresh (ScrTodayList *self)
{
  int focus = find_focus (self);
  ScrTodayListRow *focused = focus >= 0 ? get_row (self, (guint)focus) : NULL;
  g_autoptr (ScrItem) item = NULL;

  if (focused != NULL)
    item = g_object_ref (scr_today_list_row_get_item (focused));
  update_rows (self);
  if (focus >= 0)
    give_focus (self, item, focus);
}

static void
on_row_activated (ScrTodayList *self, GtkWidget *row)
{
  gboolean handled = FALSE;

  if (row != self->more)
    {
      g_signal_emit (self, opened_signal, 0, scr_today_list_row_get_item (SCR_TODAY_LIST_ROW (row)));
      return;
    }
  g_signal_emit (self, more_signal, 0, &handled);
  if (handled)
    return;
  self->limit += self->step;
  refresh (self);
}

static void
scr_today_list_dispose (GObject *object)
{
  ScrTodayList *self = SCR_TODAY_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  G_OBJECT_CLASS (scr_today_list_parent_class)->dispose (object);
}

static void
scr_today_list_class_init (ScrTodayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_today_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  opened_signal = g_signal_new ("opened", SCR_TYPE_TODAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, SCR_TYPE_ITEM);
  more_signal = g_signal_new ("more", SCR_TYPE_TODAY_LIST, G_SIGNAL_RUN_LAST, 0,
                              g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
}

static void
scr_today_list_init (ScrTodayList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->limit = self->step = G_MAXINT;
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

/**
 * scr_today_list_set_up:
 * @self: a list
 * @name: what it is called for screen readers, translated
 * @look: how its rows look
 * @limit: how many it shows, and how many more each time that more are asked for
 * @describe_more: (nullable): says how many more there are; not needed without a limit
 */
void
scr_today_list_set_up (ScrTodayList *self,
                       const char *name,
                       ScrTodayLook look,
                       guint limit,
                       ScrTodayMoreFunc describe_more)
{
  g_return_if_fail (SCR_IS_TODAY_LIST (self));
  g_return_if_fail (limit > 0);
  self->look = look;
  self->limit = self->step = limit;
  self->describe_more = describe_more;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * scr_today_list_show:
 * @self: a list that is set up
 * @rows: (nullable) (element-type ScrTodayRow): what it tells from now on
 */
void
scr_today_list_show (ScrTodayList *self, GPtrArray *rows)
{
  g_return_if_fail (SCR_IS_TODAY_LIST (self));
  if (rows != NULL)
    g_ptr_array_ref (rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  refresh (self);
}

/**
 * scr_today_list_set_compact:
 * @self: a list
 * @compact: whether to leave out what only adorns its rows
 */
void
scr_today_list_set_compact (ScrTodayList *self, gboolean compact)
{
  ScrTodayListRow *row;

  g_return_if_fail (SCR_IS_TODAY_LIST (self));
  self->compact = compact;
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    scr_today_list_row_set_compact (row, compact);
}

/**
 * scr_today_list_get_n_rows:
 * @self: a list
 *
 * Returns: how many things it tells of, shown or not
 */
guint
scr_today_list_get_n_rows (ScrTodayList *self)
{
  g_return_val_if_fail (SCR_IS_TODAY_LIST (self), 0);
  return self->rows != NULL ? self->rows->len : 0;
}
