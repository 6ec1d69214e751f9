/* The timeline's tools in the view's bar, and its legend. See scr-timeline-face-private.h.
 *
 * *Show* stays where it is narrow: everything that goes from the bar is in its menu as well.
 */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-labels.h"
#include "scr-overflow-bar.h"
#include "scr-tool-button.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The steps of zoom that have a name, in days across. */
static const struct
{
  int days;
  const char *label;
} steps[] = {
    {7, N_ ("Week")}, {31, N_ ("Month")}, {92, N_ ("Quarter")}, {366, N_ ("Year")}, {1827, N_ ("Five Years")},
};

/* By ScrTimelineLanes. */
static const struct
{
  const char *label;
  const char *button;
} lanes_labels[SCR_LANES_N] = {
    [SCR_LANES_GROUP] = {N_ ("_Groups"), N_ ("Lanes: Groups")},
    [SCR_LANES_PARTNERSHIP] = {N_ ("_Partnerships"), N_ ("Lanes: Partnerships")},
    [SCR_LANES_PRIORITY] = {N_ ("P_riorities"), N_ ("Lanes: Priorities")},
    [SCR_LANES_KIND] = {N_ ("_Kinds"), N_ ("Lanes: Kinds")},
};

/* --- Menus --- */

static GMenu *
new_lanes_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < SCR_LANES_N; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (lanes_labels[i].label), NULL);

      g_menu_item_set_action_and_target (item, "timeline.lanes", "s",
                                         scr_timeline_lanes_get_name ((ScrTimelineLanes)i));
      g_menu_append_item (menu, item);
    }
  return menu;
}

static GMenu *
new_steps_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (steps[i].label), NULL);

      g_menu_item_set_action_and_target (item, "timeline.step", "i", steps[i].days);
      g_menu_append_item (menu, item);
    }
  return menu;
}

static GMenu *
new_rest_section (void)
{
  g_autoptr (GMenu) lanes = new_lanes_menu ();
  g_autoptr (GMenu) zoom = new_steps_menu ();
  GMenu *section = g_menu_new ();

  g_menu_append_submenu (section, _ ("_Lanes"), G_MENU_MODEL (lanes));
  g_menu_append_submenu (section, _ ("_Zoom"), G_MENU_MODEL (zoom));
  g_menu_append (section, _ ("Zoom _In"), "timeline.zoom-in");
  g_menu_append (section, _ ("Zoom _Out"), "timeline.zoom-out");
  g_menu_append (section, _ ("T_oday"), "timeline.today");
  g_menu_append (section, _ ("_Fit Year"), "timeline.fit-year");
  return section;
}

static GMenuModel *
new_show_menu (ScrTimelineFace *self)
{
  g_autoptr (GMenu) rest = new_rest_section ();
  GMenu *menu = g_menu_new ();

  scr_timeline_filter_append_to_menu (self->filter, menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

/* --- The bar --- */

static GtkWidget *
new_menu_button (const char *label, GMenuModel *menu, const char *tooltip)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, tooltip);
  /* The label stands in the button within; this one is read out as well. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
new_zoom_box (ScrTimelineFace *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GMenu) menu = new_steps_menu ();
  GtkWidget *step = new_menu_button (_ ("Quarter"), G_MENU_MODEL (menu), _ ("How much time lies across"));

  self->step_button = GTK_MENU_BUTTON (step);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), scr_tool_button_new (_ ("Zoom out"), "zoom-out-symbolic",
                                                      _ ("More time at once (Ctrl+−)"), "timeline.zoom-out"));
  gtk_box_append (GTK_BOX (box), step);
  gtk_box_append (GTK_BOX (box), scr_tool_button_new (_ ("Zoom in"), "zoom-in-symbolic",
                                                      _ ("Less time at once (Ctrl++)"), "timeline.zoom-in"));
  return box;
}

void
scr_timeline_face_build_tools (ScrTimelineFace *self)
{
  ScrOverflowBar *bar = SCR_OVERFLOW_BAR (scr_overflow_bar_new (12));
  g_autoptr (GMenu) lanes = new_lanes_menu ();
  g_autoptr (GMenuModel) show = NULL;
  GtkWidget *lanes_button = new_menu_button ("", G_MENU_MODEL (lanes), _ ("What the lanes stand for"));
  GtkWidget *show_button;

  show = new_show_menu (self);
  show_button = new_menu_button (_ ("Show"), show, _ ("What is shown, and how"));
  self->lanes_button = GTK_MENU_BUTTON (lanes_button);
  self->show_button = GTK_MENU_BUTTON (show_button);
  gtk_widget_add_css_class (lanes_button, "flat");
  gtk_widget_add_css_class (show_button, "flat");
  scr_overflow_bar_append (bar, lanes_button, 3);
  scr_overflow_bar_append (bar, show_button, 0);
  scr_overflow_bar_append (
      bar, scr_tool_button_new (_ ("Today"), NULL, _ ("Bring today into view"), "timeline.today"), 1);
  scr_overflow_bar_append (bar, new_zoom_box (self), 2);
  scr_overflow_bar_append (
      bar,
      scr_tool_button_new (_ ("Fit Year"), NULL, _ ("Show the whole programme year"), "timeline.fit-year"),
      4);
  self->tools = g_object_ref_sink (GTK_WIDGET (bar));
  gtk_widget_insert_action_group (self->tools, "timeline", G_ACTION_GROUP (self->actions));
  scr_timeline_face_update_tools (self);
}

/* The step that is nearest to what lies across. */
static guint
find_step (double days)
{
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    if (fabs (log (days / steps[i].days)) < fabs (log (days / steps[best].days)))
      best = i;
  return best;
}

/* The buttons say what is chosen. */
void
scr_timeline_face_update_tools (ScrTimelineFace *self)
{
  guint step;

  if (self->lanes_button == NULL)
    return;
  step = find_step (MAX (scr_timeline_canvas_get_zoom (self->canvas), 1));
  gtk_menu_button_set_label (self->lanes_button, _ (lanes_labels[self->lanes].button));
  gtk_menu_button_set_label (self->step_button, _ (steps[step].label));
  gtk_menu_button_set_label (self->show_button,
                             scr_timeline_filter_is_used (self->filter) ? _ ("Show: Some") : _ ("Show"));
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "step")),
      g_variant_new_int32 (steps[step].days));
}

/* --- The legend --- */

/* A sign and its word. */
static GtkWidget *
new_sign (const char *icon, const char *css_class, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = icon != NULL ? scr_icon_new_silent (icon) : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (word);

  if (css_class != NULL)
    gtk_widget_add_css_class (sign, css_class);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "scr-dim");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

GtkWidget *
scr_timeline_face_new_legend (ScrTimelineFace *self)
{
  GtkWidget *legend = scr_overflow_bar_new (18);
  ScrOverflowBar *bar = SCR_OVERFLOW_BAR (legend);
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->hint = gtk_label_new (_ ("Drag to move · double-click to make a meeting · Esc puts back"));
  gtk_widget_add_css_class (self->hint, "scr-dim");
  gtk_widget_set_hexpand (rest, TRUE);
  gtk_widget_add_css_class (legend, "scr-timeline-legend");
  scr_overflow_bar_append (bar, new_sign ("scrutiny-done-symbolic", NULL, _ ("held")), 0);
  scr_overflow_bar_append (bar, new_sign ("system-users-symbolic", NULL, _ ("to come")), 1);
  scr_overflow_bar_append (bar, new_sign ("scrutiny-milestone-symbolic", NULL, _ ("met")), 2);
  scr_overflow_bar_append (bar, new_sign ("scrutiny-milestone-due-symbolic", NULL, _ ("due, not yet met")),
                           3);
  scr_overflow_bar_append (bar, new_sign (NULL, "scr-timeline-hatch", _ ("bank holiday")), 4);
  scr_overflow_bar_append (bar, new_sign ("action-unavailable-symbolic", NULL, _ ("cancelled")), 5);
  scr_overflow_bar_append (bar, rest, 0);
  scr_overflow_bar_append (bar, self->hint, 6);
  return legend;
}
