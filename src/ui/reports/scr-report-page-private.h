/* What the files of ScrReportPage share. Private to ui/reports/. */
#pragma once

#include "scr-preview.h"
#include "scr-report-job.h"
#include "scr-report-options.h"
#include "scr-report-page.h"

G_BEGIN_DECLS

struct _ScrReportPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title_label;
  GtkStack *state_stack;
  GtkSpinner *spinner;
  GtkToggleButton *options_toggle;
  GtkWidget *keep_button;
  GtkWidget *submit_button;
  GtkWidget *print_button;
  GtkWidget *more_button;
  GtkWidget *export_button;
  GtkBox *body;
  ScrReportOptionsPane *options;
  ScrPreview *preview;

  ScrContext *context;
  ScrStore *store; /* (nullable): the one whose changes are followed */
  GSignalGroup *store_changes;
  ScrReportJob *job;
  const ScrReport *report;       /* (nullable) */
  ScrItem *kept;                 /* (nullable): the file that is shown, as it is kept in the record */
  GtkFileChooserNative *chooser; /* (nullable): while it is open */
  guint request_source;
  gboolean narrow;
};

void scr_report_page_install_actions (GtkWidgetClass *widget_class);
void scr_report_page_update_actions (ScrReportPage *self);

G_END_DECLS
