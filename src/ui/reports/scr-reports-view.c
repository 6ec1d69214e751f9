/* ScrReportsView - the gallery of reports. See the header. */
#include "config.h"

#include "scr-reports-view.h"

#include "scr-outline-view.h"
#include "scr-report-page.h"
#include "scr-report.h"
#include "scr-reports-resources.h"

#include <glib/gi18n-lib.h>

struct _ScrReportsView
{
  ScrView parent_instance;

  GtkStack *pages;
  GtkStack *lists;
  GtkWidget *title;
  GtkBox *gallery;
  AdwBin *kept;
  ScrReportPage *page; /* (nullable): made when a report is first opened */
  GtkWidget *last_row; /* (nullable): gets the focus back when its report is closed */
};

G_DEFINE_FINAL_TYPE (ScrReportsView, scr_reports_view, SCR_TYPE_VIEW)

static gboolean
go_back (ScrView *view)
{
  ScrReportsView *self = SCR_REPORTS_VIEW (view);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "lists") == 0)
    return FALSE;
  gtk_stack_set_visible_child_name (self->pages, "lists");
  if (self->last_row != NULL)
    gtk_widget_grab_focus (self->last_row);
  return TRUE;
}

static void
on_page_back (ScrReportsView *self)
{
  go_back (SCR_VIEW (self));
}

static void
on_narrow_changed (ScrReportsView *self)
{
  /* The header bar says it then. */
  gtk_widget_set_visible (self->title, !scr_view_get_narrow (SCR_VIEW (self)));
  if (self->page != NULL)
    scr_report_page_set_narrow (self->page, scr_view_get_narrow (SCR_VIEW (self)));
}

static void
open_report (ScrReportsView *self, const ScrReport *report, const ScrReportRequest *wanted)
{
  if (self->page == NULL)
    {
      self->page = SCR_REPORT_PAGE (scr_report_page_new (scr_view_get_context (SCR_VIEW (self))));
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->page), "report");
      g_signal_connect_swapped (self->page, "back", G_CALLBACK (on_page_back), self);
      on_narrow_changed (self);
    }
  gtk_stack_set_visible_child_name (self->pages, "report");
  scr_report_page_show (self->page, report, wanted);
}

static void
on_report_activated (AdwActionRow *row, ScrReportsView *self)
{
  self->last_row = GTK_WIDGET (row);
  open_report (self, g_object_get_data (G_OBJECT (row), "report"), NULL);
}

static GtkWidget *
new_row (ScrReportsView *self, const ScrReport *report)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("x-office-document-symbolic");
  GtkWidget *chevron = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (report->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (report->description));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chevron);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (report->title), -1);
  g_object_set_data (G_OBJECT (row), "report", (gpointer)report);
  g_signal_connect (row, "activated", G_CALLBACK (on_report_activated), self);
  return row;
}

/* A heading and a list for each group of the registry, which keeps groups together. */
static void
fill_gallery (ScrReportsView *self)
{
  guint n;
  const ScrReport *reports = scr_reports_get_all (&n);
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || !g_str_equal (reports[i].tab, reports[i - 1].tab))
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, scr_report_get_group (&reports[i]));
          gtk_box_append (self->gallery, GTK_WIDGET (group));
        }
      adw_preferences_group_add (group, new_row (self, &reports[i]));
    }
}

static void
context_set (ScrView *view)
{
  ScrReportsView *self = SCR_REPORTS_VIEW (view);

  go_back (view);
  adw_bin_set_child (self->kept, scr_outline_view_new (scr_view_get_context (view), "reports"));
}

static gboolean
select_item (ScrView *view, ScrItem *item)
{
  ScrReportsView *self = SCR_REPORTS_VIEW (view);
  GtkWidget *outline = adw_bin_get_child (self->kept);

  if (outline == NULL || !scr_view_select_item (SCR_VIEW (outline), item))
    return FALSE;
  go_back (view);
  gtk_stack_set_visible_child_name (self->lists, "kept");
  return TRUE;
}

static void
print (ScrView *view)
{
  ScrReportsView *self = SCR_REPORTS_VIEW (view);

  if (self->page != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "report") == 0)
    scr_report_page_print (self->page);
}

static void
constructed (GObject *object)
{
  ScrReportsView *self = SCR_REPORTS_VIEW (object);

  G_OBJECT_CLASS (scr_reports_view_parent_class)->constructed (object);
  fill_gallery (self);
  context_set (SCR_VIEW (self));
  g_signal_connect_swapped (self, "notify::narrow", G_CALLBACK (on_narrow_changed), self);
}

static void
scr_reports_view_class_init (ScrReportsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ScrViewClass *view_class = SCR_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = constructed;
  view_class->context_set = context_set;
  view_class->select_item = select_item;
  view_class->print = print;
  view_class->go_back = go_back;
  scr_reports_ensure_resources ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Scrutiny/ui/reports/scr-reports-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrReportsView, pages);
  gtk_widget_class_bind_template_child (widget_class, ScrReportsView, lists);
  gtk_widget_class_bind_template_child (widget_class, ScrReportsView, title);
  gtk_widget_class_bind_template_child (widget_class, ScrReportsView, gallery);
  gtk_widget_class_bind_template_child (widget_class, ScrReportsView, kept);
}

static void
scr_reports_view_init (ScrReportsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * scr_reports_view_new:
 * @context: the window's context
 * @view_id: "reports"
 *
 * Returns: (transfer floating): the reports view
 */
GtkWidget *
scr_reports_view_new (ScrContext *context, const char *view_id)
{
  return g_object_new (SCR_TYPE_REPORTS_VIEW, "context", context, "view-id", view_id, NULL);
}

/**
 * scr_reports_view_show_report:
 * @self: the view
 * @wanted: which report, and what of it somebody asked for elsewhere
 */
void
scr_reports_view_show_report (ScrReportsView *self, const ScrReportRequest *wanted)
{
  const ScrReport *report = scr_report_find (wanted->report);

  if (report != NULL && scr_view_get_store (SCR_VIEW (self)) != NULL)
    open_report (self, report, wanted);
}
