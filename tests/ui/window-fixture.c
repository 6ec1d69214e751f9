/* A window of the application over a record in a folder of its own. See the header. */
#include "window-fixture.h"

#include "scr-records.h"

#include <glib/gstdio.h>

/* libadwaita keeps what was registered to the end, and a bus knows one application of a name: all tests share
 * it. */
static ScrApplication *
get_application (void)
{
  static ScrApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = scr_application_new ();
      g_application_set_flags (G_APPLICATION (application),
                               G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

/* @example: with the example record; otherwise without any. */
WindowFixture *
window_fixture_new (gboolean example)
{
  WindowFixture *self = g_new0 (WindowFixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("scrutiny-window-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "example.scrutiny", NULL);
  self->application = get_application ();
  self->settings = g_object_ref (scr_application_get_settings (self->application));
  self->window = scr_window_new (GTK_APPLICATION (self->application), self->settings);
  if (example)
    {
      self->store = scr_record_create_example (self->path, &error);
      g_assert_no_error (error);
      scr_window_show_record (self->window, self->store, SCR_WRITABLE);
    }
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1300, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_settle ();
  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Also shows that a closed window is gone, and its record with it. */
void
window_fixture_free (WindowFixture *self)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  for (guint i = 0; window != NULL && i < 20; i++)
    ui_settle ();
  g_assert_null (window);
  if (self->store)
    g_assert_finalize_object (self->store);
  g_clear_object (&self->settings);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/* Activates an action with its detailed name, as a menu would: "win.view::map". */
void
window_fixture_act (WindowFixture *self, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (action, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->window), name, target));
  ui_settle ();
}

gboolean
window_fixture_can (WindowFixture *self, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action);
}

void
window_fixture_resize (WindowFixture *self, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  for (guint i = 0; i < 5; i++)
    ui_settle ();
}
