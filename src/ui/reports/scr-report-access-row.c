/* ScrReportAccessRow - whether a report is readable by everyone. See the header. */
#include "config.h"

#include "scr-report-access-row.h"

#include <glib/gi18n-lib.h>

#define N_FACTS 4

struct _ScrReportAccessRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *sign;
  GtkWidget *rows[N_FACTS];
  GtkWidget *signs[N_FACTS];
};

G_DEFINE_FINAL_TYPE (ScrReportAccessRow, scr_report_access_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  const char *title;
  const char *use; /* what it is good for */
  gsize offset;    /* in ScrPdfAccess */
} facts[N_FACTS] = {
  { N_ ("Tags"), N_ ("Headings, lists, tables and figures are told as such, in reading order."),
    G_STRUCT_OFFSET (ScrPdfAccess, tagged) },
  { N_ ("Language"), N_ ("A screen reader speaks it in the right language."),
    G_STRUCT_OFFSET (ScrPdfAccess, language) },
  { N_ ("Title"), N_ ("Windows and tabs show its title, not the name of the file."),
    G_STRUCT_OFFSET (ScrPdfAccess, title) },
  { N_ ("Bookmarks"), N_ ("Every section can be gone to directly."), G_STRUCT_OFFSET (ScrPdfAccess, bookmarks) },
};

static void
show_sign (GtkWidget *sign, gboolean good)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (sign), good ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (sign, good ? "warning" : "success");
  gtk_widget_add_css_class (sign, good ? "success" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  good ? _ ("It is there") : _ ("It is missing"), -1);
}

static GtkWidget *
new_sign (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
}

static void
scr_report_access_row_class_init (ScrReportAccessRowClass *klass)
{
}

static void
scr_report_access_row_init (ScrReportAccessRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Readable by everyone"));
  self->sign = new_sign ();
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->sign);
  for (guint i = 0; i < N_FACTS; i++)
    {
      self->rows[i] = adw_action_row_new ();
      self->signs[i] = new_sign ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _ (facts[i].title));
      adw_action_row_add_prefix (ADW_ACTION_ROW (self->rows[i]), self->signs[i]);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->rows[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * scr_report_access_row_show:
 * @self: a row
 * @access: (nullable): what the finished report offers; %NULL if there is none
 */
void
scr_report_access_row_show (ScrReportAccessRow *self, const ScrPdfAccess *access)
{
  gtk_widget_set_visible (GTK_WIDGET (self), access != NULL);
  if (access == NULL)
    return;
  show_sign (self->sign, scr_pdf_access_is_whole (access));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), scr_pdf_access_is_whole (access)
                                                              ? _ ("Tags, language, title and bookmarks checked")
                                                              : _ ("Something is missing in the file"));
  for (guint i = 0; i < N_FACTS; i++)
    {
      gboolean good = G_STRUCT_MEMBER (gboolean, access, facts[i].offset);

      show_sign (self->signs[i], good);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]),
                                   good ? _ (facts[i].use) : _ ("This is missing in the file."));
    }
}
