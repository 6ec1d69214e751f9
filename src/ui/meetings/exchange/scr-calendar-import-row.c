/* A row of what an import would do. See the header. */
#include "config.h"

#include "scr-calendar-import-row.h"

#include "scr-labels.h"

#include <glib/gi18n-lib.h>

struct _ScrCalendarLine
{
  GObject parent_instance;

  ScrPlanEntry *entry;               /* (nullable): the plan's */
  const ScrCalendarProblem *problem; /* (nullable): the plan's */
};

G_DEFINE_TYPE (ScrCalendarLine, scr_calendar_line, G_TYPE_OBJECT)

static void
scr_calendar_line_class_init (ScrCalendarLineClass *klass)
{
}

static void
scr_calendar_line_init (ScrCalendarLine *self)
{
}

static void
add_line (GPtrArray *lines, ScrPlanEntry *entry, const ScrCalendarProblem *problem)
{
  ScrCalendarLine *line = g_object_new (SCR_TYPE_CALENDAR_LINE, NULL);

  line->entry = entry;
  line->problem = problem;
  g_ptr_array_add (lines, line);
}

/**
 * scr_calendar_lines_new:
 * @plan: a plan; must outlive the list
 *
 * Returns: (transfer full): what a person must look at first, then what is taken, then the rest
 */
GListModel *
scr_calendar_lines_new (const ScrCalendarPlan *plan)
{
  static const ScrPlanSort order[]
      = {SCR_PLAN_CONFLICT, SCR_PLAN_NEW, SCR_PLAN_ALTERED, SCR_PLAN_CANCELLED, SCR_PLAN_OLDER};
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *list = g_list_store_new (SCR_TYPE_CALENDAR_LINE);

  for (guint k = 0; k <= G_N_ELEMENTS (order); k++)
    {
      for (guint i = 0; k < G_N_ELEMENTS (order) && i < plan->entries->len; i++)
        {
          ScrPlanEntry *entry = g_ptr_array_index (plan->entries, i);

          if (entry->sort == order[k])
            add_line (lines, entry, NULL);
        }
    }
  for (guint i = 0; i < plan->read->problems->len; i++)
    add_line (lines, NULL, g_ptr_array_index (plan->read->problems, i));
  for (guint i = 0; i < plan->entries->len; i++)
    {
      ScrPlanEntry *entry = g_ptr_array_index (plan->entries, i);

      if (entry->sort == SCR_PLAN_SAME)
        add_line (lines, entry, NULL);
    }
  g_list_store_splice (list, 0, 0, lines->pdata, lines->len);
  return G_LIST_MODEL (list);
}

/* --- As widgets --- */

typedef struct
{
  ScrSource *source;
  GCallback toggled;
  gpointer user_data;
} Making;

typedef struct
{
  GtkWidget *check;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *sort;
  gulong handler;
} Parts;

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, Making *making)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Parts *parts = g_new0 (Parts, 1);

  parts->check = gtk_check_button_new ();
  parts->title = scr_label_new_wrapping ("", "heading");
  parts->detail = scr_label_new_wrapping ("", "dim-label");
  parts->sort = gtk_label_new ("");
  gtk_widget_set_valign (parts->check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (parts->sort, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (parts->sort, "caption-heading");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_margin_start (row, 6);
  gtk_widget_set_margin_end (row, 6);
  gtk_box_append (GTK_BOX (texts), parts->title);
  gtk_box_append (GTK_BOX (texts), parts->detail);
  gtk_box_append (GTK_BOX (row), parts->check);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), parts->sort);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
}

static char *
dup_detail (ScrSource *source, const ScrPlanEntry *entry)
{
  g_autofree char *when = scr_calendar_dup_when (entry, FALSE);
  GString *text = g_string_new (when);

  for (guint i = 0; i < SCR_PLAN_N_FIELDS; i++)
    if (entry->altered & (1u << i))
      {
        g_autofree char *change = scr_calendar_dup_change (source, entry, i);

        g_string_append_printf (text, "\n%s", change);
      }
  if (entry->why != NULL)
    g_string_append_printf (text, "\n%s", entry->why);
  for (guint i = 0; entry->event->told != NULL && i < entry->event->told->len; i++)
    g_string_append_printf (text, "\n%s", (char *)g_ptr_array_index (entry->event->told, i));
  return g_string_free (text, FALSE);
}

static void
on_toggled (GtkCheckButton *check, ScrPlanEntry *entry)
{
  Making *making = g_object_get_data (G_OBJECT (check), "making");

  entry->is_chosen = gtk_check_button_get_active (check);
  ((void (*) (gpointer))making->toggled) (making->user_data);
}

static void
show_entry (Parts *parts, Making *making, ScrPlanEntry *entry)
{
  g_autofree char *detail = dup_detail (making->source, entry);

  gtk_label_set_text (GTK_LABEL (parts->title), entry->event->title);
  gtk_label_set_text (GTK_LABEL (parts->detail), detail);
  gtk_label_set_text (GTK_LABEL (parts->sort), scr_plan_sort_get_label (entry->sort));
  gtk_widget_set_sensitive (parts->check, entry->sort != SCR_PLAN_SAME);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check), entry->is_chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->event->title, -1);
  g_object_set_data (G_OBJECT (parts->check), "making", making);
  parts->handler = g_signal_connect (parts->check, "toggled", G_CALLBACK (on_toggled), entry);
}

static void
show_problem (Parts *parts, const ScrCalendarProblem *problem)
{
  g_autofree char *text = scr_calendar_dup_problem (problem);

  gtk_label_set_text (GTK_LABEL (parts->title),
                      problem->title != NULL ? problem->title : _ ("Part of the file"));
  gtk_label_set_text (GTK_LABEL (parts->detail), text);
  gtk_label_set_text (GTK_LABEL (parts->sort), _ ("Not taken"));
  gtk_widget_set_sensitive (parts->check, FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Cannot be taken"), -1);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, Making *making)
{
  Parts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  ScrCalendarLine *line = gtk_list_item_get_item (list_item);

  if (line->entry != NULL)
    show_entry (parts, making, line->entry);
  else
    show_problem (parts, line->problem);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, Making *making)
{
  Parts *parts = g_object_get_data (G_OBJECT (list_item), "parts");

  g_clear_signal_handler (&parts->handler, parts->check);
}

static void
making_free (gpointer data, GClosure *closure)
{
  Making *making = data;

  g_object_unref (making->source);
  g_free (making);
}

/**
 * scr_calendar_line_factory_new:
 * @source: the record
 * @toggled: called with @user_data when a meeting was chosen, or no longer is
 * @user_data: for @toggled
 *
 * Returns: (transfer full): what makes rows of lines
 */
GtkListItemFactory *
scr_calendar_line_factory_new (ScrSource *source, GCallback toggled, gpointer user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Making *making = g_new0 (Making, 1);

  making->source = g_object_ref (source);
  making->toggled = toggled;
  making->user_data = user_data;
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), making);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), making);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (on_unbind), making, making_free, 0);
  return factory;
}
