/* ScrWelcomePage - the first page. See the header. */
#include "config.h"

#include "scr-pill.h"
#include "scr-welcome-page.h"

#define SHOWN_RECORDS 5

struct _ScrWelcomePage
{
  AdwBin parent_instance;

  GtkWidget *recent_box;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (ScrWelcomePage, scr_welcome_page, ADW_TYPE_BIN)

static void
scr_welcome_page_class_init (ScrWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Scrutiny/scr-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrWelcomePage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, ScrWelcomePage, recent_list);
}

static void
scr_welcome_page_init (ScrWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();
  g_autofree char *shown
      = g_str_has_prefix (folder, home) ? g_strconcat ("~", folder + strlen (home), NULL) : g_strdup (folder);

  if (g_str_has_suffix (name, ".scrutiny"))
    name[strlen (name) - strlen (".scrutiny")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scr_symbol_new ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/**
 * scr_welcome_page_set_recent:
 * @self: the page
 * @paths: the records opened lately, newest first
 */
void
scr_welcome_page_set_recent (ScrWelcomePage *self, const char *const *paths)
{
  GtkWidget *row;
  guint shown = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; paths[i] != NULL && shown < SHOWN_RECORDS; i++)
    if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      {
        gtk_list_box_append (self->recent_list, new_row (paths[i]));
        shown++;
      }
  gtk_widget_set_visible (self->recent_box, shown > 0);
}
