/* What pops up on the map: menus, a name to be typed, a new card. See scr-map-view.h. */
#include "config.h"

#include "scr-map-view-private.h"

#include "scr-choices.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-map-commands.h"

#include <glib/gi18n-lib.h>

static ScrContext *
get_context (ScrMapView *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

static gboolean
unparent_soon (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Its action still runs after it has closed. */
static void
on_closed (GtkPopover *popover)
{
  GtkWidget *canvas = gtk_widget_get_parent (GTK_WIDGET (popover));

  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_soon, g_object_ref (popover), g_object_unref);
  if (canvas != NULL)
    gtk_widget_child_focus (canvas, GTK_DIR_TAB_FORWARD);
}

/* The canvas, or the table in its stead. */
static GtkWidget *
get_shown (ScrMapView *self)
{
  gboolean table = g_strcmp0 (gtk_stack_get_visible_child_name (self->shown), "outline") == 0;

  return table ? GTK_WIDGET (self->tree) : GTK_WIDGET (self->canvas);
}

/* Shows @popover at a place of the canvas; it goes when it is closed. */
void
scr_map_view_popup (ScrMapView *self, GtkPopover *popover, const GdkRectangle *where)
{
  gtk_widget_set_parent (GTK_WIDGET (popover), get_shown (self));
  gtk_popover_set_pointing_to (popover, where);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (popover);
}

void
scr_map_view_popup_menu (ScrMapView *self, GMenuModel *menu, const GdkRectangle *where)
{
  scr_map_view_popup (self, GTK_POPOVER (gtk_popover_menu_new_from_model (menu)), where);
}

/* Where the keyboard is, px of the canvas. */
void
scr_map_view_get_current_place (ScrMapView *self, GdkRectangle *where)
{
  ScrItem *item = scr_map_canvas_get_current (self->canvas);
  int card
      = item != NULL ? scr_map_find_card (scr_map_canvas_get_map (self->canvas), scr_item_get_id (item)) : -1;
  double zoom = scr_map_canvas_get_zoom (self->canvas);
  const ScrBox *box;
  ScrBox visible;

  scr_map_canvas_get_visible (self->canvas, &visible);
  *where = (GdkRectangle) {gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2,
                           gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2, 1, 1};
  if (get_shown (self) != GTK_WIDGET (self->canvas))
    *where = (GdkRectangle) {48, 48, 1, 1};
  if (card < 0 || get_shown (self) != GTK_WIDGET (self->canvas))
    return;
  box = scr_map_canvas_get_box (self->canvas, (guint)card);
  *where = (GdkRectangle) {(int)((box->x - visible.x) * zoom), (int)((box->y - visible.y) * zoom),
                           (int)(box->width * zoom), (int)(box->height * zoom)};
}

/* Selects what was just made, as soon as the map has it. */
void
scr_map_view_reveal (ScrMapView *self, ScrItem *item)
{
  scr_map_view_refresh (self);
  scr_map_canvas_select (self->canvas, scr_item_get_id (item), TRUE);
}

/* --- Menus --- */

static void
append (GMenu *menu, const char *label, const char *action)
{
  g_menu_append (menu, label, action);
}

static GMenuModel *
make_move_menu (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Left"), "map.move::left");
  append (menu, _ ("_Right"), "map.move::right");
  append (menu, _ ("_Up"), "map.move::up");
  append (menu, _ ("_Down"), "map.move::down");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_state_menu (ScrMapView *self)
{
  g_autoptr (GPtrArray) states = scr_choices_list (SCR_SOURCE (self->store), "link-state", NULL);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < states->len; i++)
    {
      g_autoptr (GMenuItem) item
          = g_menu_item_new (scr_item_get_text (g_ptr_array_index (states, i), "label"), NULL);

      g_menu_item_set_action_and_target (item, "map.link-state", "s",
                                         scr_item_get_id (g_ptr_array_index (states, i)));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
fill_item_menu (ScrMapView *self, GMenu *menu, ScrItem *one)
{
  gboolean link = one != NULL && g_str_equal (scr_item_get_kind (one)->name, "link");
  g_autoptr (GMenuModel) moves = make_move_menu ();
  g_autoptr (GMenuModel) states = make_state_menu (self);
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  if (one != NULL)
    append (first, _ ("_Open"), "map.open");
  if (one != NULL && !link)
    {
      append (first, _ ("Re_name…"), "map.rename");
      append (first, _ ("_Link to…"), "map.link-to");
    }
  if (one != NULL && g_str_equal (scr_item_get_kind (one)->name, "group"))
    append (first, _ ("_When the scrutineer was there…"), "map.occasions");
  if (link)
    g_menu_append_submenu (first, _ ("_State"), states);
  else
    g_menu_append_submenu (first, _ ("_Move"), moves);
  append (last, _ ("Show what is _selected"), "map.fit-selection");
  append (last, _ ("_Delete"), "map.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
}

static void
fill_empty_menu (GMenu *menu)
{
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  append (first, _ ("New _organisation"), "map.new::organisation");
  append (first, _ ("New _group"), "map.new::group");
  append (first, _ ("New person in a _role"), "map.new::appointment");
  append (last, _ ("_Tidy"), "map.tidy::hierarchy");
  append (last, _ ("Show the _whole map"), "map.fit-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
}

/* For what is selected, or for the empty place where it was asked for. */
void
scr_map_view_show_menu (ScrMapView *self, const GdkRectangle *where)
{
  g_autoptr (GPtrArray) items = scr_map_canvas_list_selected (self->canvas);
  g_autoptr (GMenu) menu = g_menu_new ();
  ScrBox visible;

  scr_map_canvas_get_visible (self->canvas, &visible);
  self->has_menu_place = items->len == 0 && get_shown (self) == GTK_WIDGET (self->canvas);
  self->menu_x = visible.x + where->x / scr_map_canvas_get_zoom (self->canvas);
  self->menu_y = visible.y + where->y / scr_map_canvas_get_zoom (self->canvas);
  scr_map_view_update_actions (self);
  if (items->len > 0)
    fill_item_menu (self, menu, items->len == 1 ? g_ptr_array_index (items, 0) : NULL);
  else
    fill_empty_menu (menu);
  scr_map_view_popup_menu (self, G_MENU_MODEL (menu), where);
}

/* --- Names to be typed --- */

typedef struct
{
  ScrMapView *view;
  ScrItem *item; /* (nullable): what is renamed; NULL for a new card */
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *problem;
  GtkWidget *kinds; /* (nullable): of a new card */
  double x;
  double y;
} Asking;

static const char *const card_kinds[] = {"organisation", "group", "appointment"};

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->item);
  g_free (asking);
}

/* What was typed stays; the sentence tells what is wrong with it. */
static void
show_problem (Asking *asking, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (asking->problem), error->message);
  gtk_widget_set_visible (asking->problem, TRUE);
  gtk_widget_add_css_class (asking->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (asking->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
finish_name (Asking *asking, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (scr_command_set_text (asking->view->store, asking->item, "title", name, &error))
    gtk_popover_popdown (GTK_POPOVER (asking->popover));
  else
    show_problem (asking, error);
}

static void
finish_card (Asking *asking, const char *name)
{
  ScrMapView *self = asking->view;
  const char *kind = card_kinds[gtk_drop_down_get_selected (GTK_DROP_DOWN (asking->kinds))];
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) item = scr_command_add_card (self->store, kind, *name != '\0' ? name : NULL,
                                                   scr_context_get_partnership (get_context (self)),
                                                   self->layout, asking->x, asking->y, &error);

  if (item == NULL)
    {
      show_problem (asking, error);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (asking->popover));
  scr_map_view_reveal (self, item);
}

static void
on_done (Asking *asking)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (asking->entry))));

  if (asking->item != NULL)
    finish_name (asking, name);
  else
    finish_card (asking, name);
}

static GtkWidget *
add_kinds (GtkWidget *box, const char *kind)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *kinds;
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (card_kinds); i++)
    {
      gtk_string_list_append (labels,
                              i == 2 ? _ ("Person in a role") : _ (scr_kind_find (card_kinds[i])->label));
      chosen = g_str_equal (card_kinds[i], kind) ? i : chosen;
    }
  kinds = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Kind of card"),
                                  -1);
  gtk_box_append (GTK_BOX (box), kinds);
  return kinds;
}

static GtkWidget *
add_problem (GtkWidget *box)
{
  GtkWidget *problem = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (problem), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (problem), 30);
  gtk_widget_add_css_class (problem, "error");
  gtk_widget_set_visible (problem, FALSE);
  gtk_box_append (GTK_BOX (box), problem);
  return problem;
}

static Asking *
ask (ScrMapView *self, const char *kind, const char *name, const char *button_label)
{
  Asking *asking = g_new0 (Asking, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *button = gtk_button_new_with_mnemonic (button_label);

  asking->view = self;
  asking->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (asking->popover), "asking", asking, free_asking);
  if (kind != NULL)
    asking->kinds = add_kinds (box, kind);
  asking->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (asking->entry), name != NULL ? name : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (asking->entry), _ ("Name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"),
                                  -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (asking->entry), 24);
  gtk_box_append (GTK_BOX (box), asking->entry);
  asking->problem = add_problem (box);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (asking->popover), box);
  g_signal_connect_swapped (asking->entry, "activate", G_CALLBACK (on_done), asking);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_done), asking);
  return asking;
}

static void
show_asking (ScrMapView *self, Asking *asking, const GdkRectangle *where)
{
  scr_map_view_popup (self, GTK_POPOVER (asking->popover), where);
  gtk_widget_grab_focus (asking->entry);
}

void
scr_map_view_ask_name (ScrMapView *self, ScrItem *item)
{
  Asking *asking = ask (self, NULL, scr_item_get_text (item, "title"), _ ("Re_name"));
  GdkRectangle where;

  asking->item = g_object_ref (item);
  scr_map_view_get_current_place (self, &where);
  show_asking (self, asking, &where);
}

/* @x, @y: where its middle is to stand, px of the map. */
void
scr_map_view_ask_new_card (ScrMapView *self, const char *kind, double x, double y)
{
  Asking *asking = ask (self, kind, NULL, _ ("_Add"));
  double zoom = scr_map_canvas_get_zoom (self->canvas);
  ScrBox visible;

  asking->x = x;
  asking->y = y;
  self->has_menu_place = FALSE;
  scr_map_canvas_get_visible (self->canvas, &visible);
  show_asking (self, asking,
               &(GdkRectangle) {(int)((x - visible.x) * zoom), (int)((y - visible.y) * zoom), 1, 1});
}
