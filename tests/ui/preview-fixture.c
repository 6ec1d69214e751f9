/* A window with a preview in it, and how to drive it. */
#include "preview-fixture.h"

GtkWidget *
preview_find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = preview_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
preview_set_up (PreviewFixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("preview-XXXXXX", NULL);
  g_assert_nonnull (f->folder);
  f->window = gtk_window_new ();
  f->preview = SCR_PREVIEW (g_object_ref_sink (scr_preview_new ()));
  f->view = SCR_PAGE_VIEW (preview_find (GTK_WIDGET (f->preview), SCR_TYPE_PAGE_VIEW));
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->preview));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 800, 700);
  gtk_window_present (GTK_WINDOW (f->window));
}

void
preview_tear_down (PreviewFixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->folder);

  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->preview);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->folder);
}

gboolean
preview_too_late (gpointer data)
{
  g_error ("waited in vain for: %s", (const char *)data);
  return G_SOURCE_REMOVE;
}

gboolean
preview_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
preview_open_pages (PreviewFixture *f, const char *name, guint n_pages)
{
  g_autofree char *path = preview_files_make (f->folder, name, n_pages, WORDS);

  scr_preview_set_file (f->preview, path);
  WAIT_UNTIL (scr_preview_is_ready (f->preview) && scr_preview_get_n_pages (f->preview) == n_pages);
}

double
preview_get_value (PreviewFixture *f)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->view)));
}

static gboolean
has_trigger (GtkShortcutTrigger *trigger, GtkShortcutTrigger *wanted)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return has_trigger (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), wanted)
           || has_trigger (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), wanted);
  return gtk_shortcut_trigger_equal (trigger, wanted);
}

/* Presses a key on a widget: does what the widget's class has bound to it. */
void
preview_press (gpointer widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (key);

  g_assert_nonnull (wanted);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (!has_trigger (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                       gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }
  g_error ("the key %s is not bound", key);
}
