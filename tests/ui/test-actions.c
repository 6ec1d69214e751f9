/* The table of actions: no shortcut twice, every action there, every label filled, menus and shortcuts window
 * made. */
#include "window-fixture.h"

#include "scr-actions.h"
#include "scr-view-registry.h"

static void
test_shortcuts (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_actions;
  const ScrAction *actions = scr_actions_get_all (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      g_auto (GStrv) accels = g_strsplit (actions[i].accels ? actions[i].accels : "", " ", -1);

      for (guint n = 0; accels[n] != NULL; n++)
        {
          GdkModifierType modifiers;
          guint key;

          g_test_message ("%s %s", actions[i].name, accels[n]);
          g_assert_true (gtk_accelerator_parse (accels[n], &key, &modifiers));
          g_assert_cmpuint (key, !=, 0);
          g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (key, modifiers)));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 20);
}

static void
test_labels (void)
{
  guint n_actions;
  const ScrAction *actions = scr_actions_get_all (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      g_autofree char *tooltip = scr_actions_dup_tooltip (actions[i].name);

      g_assert_cmpstr (actions[i].label, !=, "");
      g_assert_nonnull (tooltip);
      /* A shortcut that no window lists cannot be found. */
      g_assert_true (actions[i].accels == NULL || actions[i].group != NULL);
      g_assert_true (actions[i].accels != NULL || actions[i].menu != NULL);
    }
}

static void
test_exist (void)
{
  WindowFixture *f = window_fixture_new (TRUE);
  guint n_actions;
  const ScrAction *actions = scr_actions_get_all (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      gboolean of_window = g_str_has_prefix (actions[i].name, "win.");
      GActionGroup *group = of_window ? G_ACTION_GROUP (f->window) : G_ACTION_GROUP (f->application);
      const GVariantType *type;

      g_test_message ("%s", actions[i].name);
      g_assert_true (of_window || g_str_has_prefix (actions[i].name, "app."));
      g_assert_true (g_action_group_has_action (group, actions[i].name + 4));
      type = g_action_group_get_action_parameter_type (group, actions[i].name + 4);
      if (actions[i].target)
        g_assert_true (type != NULL && g_variant_type_equal (type, G_VARIANT_TYPE_STRING));
      else
        g_assert_null (type);
    }
  window_fixture_free (f);
}

static void
test_views (void)
{
  guint n_views, n_actions, found = 0;
  const ScrViewInfo *views = scr_views_get_all (&n_views);
  const ScrAction *actions = scr_actions_get_all (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    if (g_str_equal (actions[i].name, "win.view"))
      {
        g_autofree char *accel = g_strdup_printf ("<Alt>%u", found + 1);

        g_assert_cmpuint (found, <, n_views);
        g_assert_cmpstr (actions[i].target, ==, views[found].id);
        g_assert_cmpstr (actions[i].label, ==, views[found].title);
        g_assert_cmpstr (actions[i].accels, ==, accel);
        found++;
      }
  g_assert_cmpuint (found, ==, n_views);
}

static guint
count_items (GMenuModel *menu)
{
  guint count = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      count += section ? count_items (section) : submenu == NULL;
    }
  return count;
}

static void
test_menus (void)
{
  g_autoptr (GMenu) recent = g_menu_new ();
  g_autoptr (GMenuModel) menu = scr_actions_new_main_menu (G_MENU_MODEL (recent));
  g_autoptr (GMenuModel) item = scr_actions_new_section ("item");
  guint n_actions, in_menus = 0;
  const ScrAction *actions = scr_actions_get_all (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    in_menus += actions[i].menu != NULL;
  g_assert_cmpuint (count_items (item), >, 0);
  g_assert_cmpuint (count_items (menu) + count_items (item), ==, in_menus);
}

/* Text widgets must get a key before the window does. */
static void
test_controller (void)
{
  g_autoptr (GtkEventController) controller = scr_actions_new_controller ();

  g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_BUBBLE);
  g_assert_cmpint (gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (controller)), ==,
                   GTK_SHORTCUT_SCOPE_LOCAL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (controller)), >, 20);
}

static void
test_shortcuts_window (void)
{
  GtkWidget *window = scr_actions_new_shortcuts_window ();

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  g_assert_nonnull (ui_find_text (window, "Keyboard shortcuts"));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/actions/shortcuts", test_shortcuts);
  g_test_add_func ("/actions/labels", test_labels);
  g_test_add_func ("/actions/exist", test_exist);
  g_test_add_func ("/actions/views", test_views);
  g_test_add_func ("/actions/menus", test_menus);
  g_test_add_func ("/actions/controller", test_controller);
  g_test_add_func ("/actions/shortcuts-window", test_shortcuts_window);
  return g_test_run ();
}
