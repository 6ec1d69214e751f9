/* The month's tools in the view's bar: the month before and after, which month, Today, what is shown. See
 * scr-month-face-private.h.
 *
 * *Show* stays where it is narrow: everything that goes from the bar is in its menu as well.
 */
#include "config.h"

#include "scr-month-face-private.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-overflow-bar.h"
#include "scr-time-scale.h"
#include "scr-tool-button.h"

#include <glib/gi18n-lib.h>

#define N_MONTHS 12
#define COLUMNS 3

/* --- Which month --- */

static void
on_month_chosen (GtkButton *button, ScrMonthFace *self)
{
  int month = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "month")), first;
  g_autofree char *day = scr_day_from_parts (self->year, month, 1);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
  if (scr_day_to_number (day, &first))
    scr_month_grid_show_day (self->grid, first);
  scr_month_grid_focus_day (self->grid);
}

static void
show_year (ScrMonthFace *self)
{
  const ScrMonth *seen = scr_month_grid_get_month (self->grid);
  g_autofree char *year = g_strdup_printf ("%d", self->year);

  for (guint i = 0; i < G_N_ELEMENTS (self->bars); i++)
    {
      gtk_label_set_text (GTK_LABEL (self->bars[i].year), year);
      for (GtkWidget *child = gtk_widget_get_first_child (self->bars[i].months); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          int month = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "month"));

          if (self->year == seen->year && month == seen->month)
            gtk_widget_add_css_class (child, "month-seen");
          else
            gtk_widget_remove_css_class (child, "month-seen");
        }
    }
}

static void
step_year (ScrMonthFace *self, int years)
{
  self->year = CLAMP (self->year + years, SCR_DAY_FIRST_YEAR, SCR_DAY_LAST_YEAR);
  show_year (self);
}

static void
on_year_before (ScrMonthFace *self)
{
  step_year (self, -1);
}

static void
on_year_after (ScrMonthFace *self)
{
  step_year (self, 1);
}

static void
on_chooser_opened (ScrMonthFace *self)
{
  self->year = scr_month_grid_get_month (self->grid)->year;
  show_year (self);
}

static GtkWidget *
new_months (ScrMonthFace *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (int i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *day = scr_day_from_parts (2019, i + 1, 1);
      g_autofree char *name = scr_format_month_short (NULL, day);
      g_autofree char *whole = scr_format_month (NULL, day);
      GtkWidget *button = gtk_button_new_with_label (name);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, whole);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
      g_object_set_data (G_OBJECT (button), "month", GINT_TO_POINTER (i + 1));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_month_chosen), self, 0);
      gtk_grid_attach (GTK_GRID (grid), button, i % COLUMNS, i / COLUMNS, 1, 1);
    }
  return grid;
}

static GtkWidget *
new_year_button (ScrMonthFace *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_chooser (ScrMonthFace *self, ScrMonthTools *tools)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkCenterBox *years = GTK_CENTER_BOX (gtk_center_box_new ());

  tools->year = gtk_label_new (NULL);
  gtk_widget_add_css_class (tools->year, "heading");
  gtk_widget_add_css_class (tools->year, "numeric");
  gtk_center_box_set_start_widget (
      years,
      new_year_button (self, "go-previous-symbolic", _ ("The year before"), G_CALLBACK (on_year_before)));
  gtk_center_box_set_center_widget (years, tools->year);
  gtk_center_box_set_end_widget (
      years, new_year_button (self, "go-next-symbolic", _ ("The year after"), G_CALLBACK (on_year_after)));
  tools->months = new_months (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (years));
  gtk_box_append (GTK_BOX (box), tools->months);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_chooser_opened), self, G_CONNECT_SWAPPED);
  return popover;
}

static GtkWidget *
new_month_box (ScrMonthFace *self, ScrMonthTools *tools)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_menu_button_new ();

  tools->month = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_popover (tools->month, new_chooser (self, tools));
  gtk_widget_set_tooltip_text (button, _ ("Choose a month"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), scr_tool_button_new (_ ("The month before"), "go-previous-symbolic",
                                                      _ ("The month before (Page Up)"), "timeline.before"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), scr_tool_button_new (_ ("The month after"), "go-next-symbolic",
                                                      _ ("The month after (Page Down)"), "timeline.after"));
  return box;
}

/* --- The bars --- */

static GMenuModel *
new_show_menu (ScrMonthFace *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  scr_timeline_filter_append_to_menu (self->filter, menu);
  g_menu_append (rest, _ ("The Month _Before"), "timeline.before");
  g_menu_append (rest, _ ("The Month _After"), "timeline.after");
  g_menu_append (rest, _ ("T_oday"), "timeline.today");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_show_button (ScrMonthFace *self, ScrMonthTools *tools)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = new_show_menu (self);

  tools->show = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_menu_model (tools->show, menu);
  gtk_widget_set_tooltip_text (button, _ ("What is shown, and how"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is shown, and how"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* In the view's bar. Where that has no room all of it goes: it stands above the days then. */
static GtkWidget *
new_bar (ScrMonthFace *self, ScrMonthTools *tools)
{
  ScrOverflowBar *bar = SCR_OVERFLOW_BAR (scr_overflow_bar_new (12));
  GtkWidget *today = scr_tool_button_new (_ ("Today"), NULL, _ ("Bring today into view"), "timeline.today");

  scr_overflow_bar_append (bar, new_show_button (self, tools), 2);
  scr_overflow_bar_append (bar, today, 1);
  scr_overflow_bar_append (bar, new_month_box (self, tools), 0);
  return GTK_WIDGET (bar);
}

static GtkWidget *
new_narrow_bar (ScrMonthFace *self, ScrMonthTools *tools)
{
  ScrOverflowBar *bar = SCR_OVERFLOW_BAR (scr_overflow_bar_new (6));
  GtkWidget *today = scr_tool_button_new (_ ("Today"), NULL, _ ("Bring today into view"), "timeline.today");
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (rest, TRUE);
  scr_overflow_bar_append (bar, new_month_box (self, tools), 0);
  scr_overflow_bar_append (bar, rest, 0);
  scr_overflow_bar_append (bar, today, 1);
  scr_overflow_bar_append (bar, new_show_button (self, tools), 0);
  gtk_menu_button_set_icon_name (tools->show, "view-more-symbolic");
  return GTK_WIDGET (bar);
}

void
scr_month_face_build_tools (ScrMonthFace *self)
{
  self->tools = g_object_ref_sink (new_bar (self, &self->bars[0]));
  gtk_widget_insert_action_group (self->tools, "timeline", G_ACTION_GROUP (self->actions));
  adw_bin_set_child (ADW_BIN (self->head), new_narrow_bar (self, &self->bars[1]));
  scr_month_face_update_tools (self);
}

/* Which of the two bars is seen. */
void
scr_month_face_show_bar (ScrMonthFace *self)
{
  gtk_widget_set_visible (self->head, self->compact);
  for (GtkWidget *child = gtk_widget_get_first_child (self->tools); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, !self->compact);
}

/* The buttons say what is shown: the shorter name of a month where there is little room. */
void
scr_month_face_update_tools (ScrMonthFace *self)
{
  const ScrMonth *month = scr_month_grid_get_month (self->grid);
  g_autofree char *day = scr_day_from_number (month->month_first);
  g_autofree char *whole = scr_time_format (NULL, SCR_TIME_MONTH, month->month_first, 1, SCR_TIME_WHOLE);
  g_autofree char *name = scr_format_month_short (NULL, day);
  g_autofree char *brief = g_strdup_printf ("%s %d", name, month->year);

  if (self->tools == NULL)
    return;
  gtk_menu_button_set_label (self->bars[0].month, whole);
  gtk_menu_button_set_label (self->bars[1].month, scr_view_get_narrow (SCR_VIEW (self)) ? brief : whole);
  for (guint i = 0; i < G_N_ELEMENTS (self->bars); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->bars[i].month), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    whole, -1);
  gtk_menu_button_set_label (self->bars[0].show,
                             scr_timeline_filter_is_used (self->filter) ? _ ("Show: Some") : _ ("Show"));
}
