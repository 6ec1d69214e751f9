/* THE table of actions. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-actions.h"
#include "scr-view-keys.h"

#define RECORD N_ ("Record")
#define CHANGES N_ ("Changes")
#define THINGS N_ ("The selected thing")
#define PLACES N_ ("Views")
#define GENERAL N_ ("General")

/* Sections of the main menu: "open", "here", "keep", "bin", "about"; of the selected thing's: "item". */
static const ScrAction actions[] = {
    {"app.new", NULL, N_ ("New record…"), "<Shift><Control>n", "open", RECORD},
    {"app.open", NULL, N_ ("Open…"), "<Control>o", "open", RECORD},
    {"app.example", NULL, N_ ("Explore the example"), NULL, "open", NULL},
    {"win.item-new", NULL, N_ ("New item…"), "<Control>n", "here", THINGS},
    {"win.undo", NULL, N_ ("Undo"), "<Control>z", NULL, CHANGES},
    {"win.redo", NULL, N_ ("Redo"), "<Shift><Control>z <Control>y", "here", CHANGES},
    {"win.print", NULL, N_ ("Print…"), "<Control>p", "here", GENERAL},
    {"win.save-copy", NULL, N_ ("Save a copy…"), "<Shift><Control>s", "keep", RECORD},
    {"win.restore-backup", NULL, N_ ("Restore a backup…"), NULL, "keep", NULL},
    {"win.bundle-out", NULL, N_ ("Export as a bundle…"), NULL, "keep", NULL},
    {"app.bundle-in", NULL, N_ ("Import a bundle…"), NULL, "keep", NULL},
    {"win.bin", NULL, N_ ("Bin"), "<Control>Delete", "bin", PLACES},
    {"app.preferences", NULL, N_ ("Preferences"), "<Control>comma", "about", GENERAL},
    {"win.shortcuts", NULL, N_ ("Keyboard shortcuts"), "<Control>question", "about", GENERAL},
    {"win.help", NULL, N_ ("Help"), "F1", "about", GENERAL},
    {"app.about", NULL, N_ ("About Scrutiny"), NULL, "about", NULL},
    {"win.item-duplicate", NULL, N_ ("Duplicate"), "<Control>d", "item", THINGS},
    {"win.item-up", NULL, N_ ("Move up"), "<Alt>Up", "item", THINGS},
    {"win.item-down", NULL, N_ ("Move down"), "<Alt>Down", "item", THINGS},
    {"win.item-delete", NULL, N_ ("Put into the bin"), "Delete", "item", THINGS},
    {"win.view", "today", N_ ("Today"), "<Alt>1", NULL, PLACES},
    {"win.view", "map", N_ ("Map"), "<Alt>2", NULL, PLACES},
    {"win.view", "meetings", N_ ("Meetings"), "<Alt>3", NULL, PLACES},
    {"win.view", "programme", N_ ("Programme"), "<Alt>4", NULL, PLACES},
    {"win.view", "questions", N_ ("Questions"), "<Alt>5", NULL, PLACES},
    {"win.view", "disputes", N_ ("Disputes"), "<Alt>6", NULL, PLACES},
    {"win.view", "reports", N_ ("Reports"), "<Alt>7", NULL, PLACES},
    {"win.find", NULL, N_ ("Search"), "<Control>f", NULL, PLACES},
    {"win.back", NULL, N_ ("Back"), "<Alt>Left", NULL, PLACES},
    {"win.sidebar", NULL, N_ ("Show or hide the list of views"), "F9", NULL, PLACES},
    {"win.menu", NULL, N_ ("Main menu"), "F10", NULL, GENERAL},
    {"win.close", NULL, N_ ("Close the window"), "<Control>w", NULL, GENERAL},
    {"app.quit", NULL, N_ ("Quit"), "<Control>q", NULL, GENERAL},
};

/**
 * scr_actions_get_all:
 * @n_actions: (out): how many there are
 *
 * Returns: (array length=n_actions): the table
 */
const ScrAction *
scr_actions_get_all (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

static char *
dup_first_accel (const ScrAction *action)
{
  return action->accels ? g_strndup (action->accels, strcspn (action->accels, " ")) : NULL;
}

static GMenuItem *
new_menu_item (const ScrAction *action)
{
  GMenuItem *item = g_menu_item_new (_ (action->label), NULL);
  g_autofree char *accel = dup_first_accel (action);

  if (action->target)
    g_menu_item_set_action_and_target (item, action->name, "s", action->target);
  else
    g_menu_item_set_detailed_action (item, action->name);
  if (accel)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  return item;
}

/**
 * scr_actions_new_section:
 * @menu: a section's name, as in the table: "item" for what can be done with the selected thing
 *
 * Returns: (transfer full): the actions of this section
 */
GMenuModel *
scr_actions_new_section (const char *menu)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].menu, menu) == 0)
      {
        g_autoptr (GMenuItem) item = new_menu_item (&actions[i]);

        g_menu_append_item (section, item);
      }
  return G_MENU_MODEL (section);
}

/**
 * scr_actions_new_main_menu:
 * @recent: the records opened lately, as a menu
 *
 * Returns: (transfer full): the menu of the header bar
 */
GMenuModel *
scr_actions_new_main_menu (GMenuModel *recent)
{
  static const char *const sections[] = {"open", "here", "keep", "bin", "about"};
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenuModel) section = scr_actions_new_section (sections[i]);

      if (i == 0)
        g_menu_append_submenu (G_MENU (section), _ ("Recent records"), recent);
      g_menu_append_section (menu, NULL, section);
    }
  return G_MENU_MODEL (menu);
}

/**
 * scr_actions_new_controller:
 *
 * Returns: (transfer full): every shortcut of the table, to be added to a window
 */
GtkEventController *
scr_actions_new_controller (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) accels = g_strsplit (actions[i].accels ? actions[i].accels : "", " ", -1);

      for (guint n = 0; accels[n] != NULL; n++)
        {
          GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[n]),
                                                    gtk_named_action_new (actions[i].name));

          if (actions[i].target)
            gtk_shortcut_set_arguments (shortcut, g_variant_new_string (actions[i].target));
          gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
        }
    }
  return controller;
}

static void
append_shortcut (GString *ui, const char *label, const char *accels)
{
  g_autofree char *title = g_markup_escape_text (label, -1);
  g_autofree char *keys = g_markup_escape_text (accels, -1);

  g_string_append_printf (ui,
                          "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
                          "<property name='accelerator'>%s</property></object></child>",
                          title, keys);
}

/* The keys of one view: a section of its own, as the first fills its page. */
static void
append_view (GString *ui, const ScrViewKeys *keys)
{
  g_autofree char *title = g_markup_escape_text (_ (keys->title), -1);

  g_string_append_printf (
      ui,
      "<child><object class='GtkShortcutsSection'><property name='section-name'>%s</property>"
      "<property name='title'>%s</property><property name='max-height'>20</property><child>"
      "<object class='GtkShortcutsGroup'><property name='title'>%s</property>",
      keys->id, title, title);
  for (guint i = 0; keys->keys[i].label != NULL; i++)
    append_shortcut (ui, _ (keys->keys[i].label), keys->keys[i].accels);
  g_string_append (ui, "</object></child></object></child>");
}

static void
append_group (GString *ui, const char *group)
{
  g_autofree char *title = g_markup_escape_text (_ (group), -1);

  g_string_append_printf (ui, "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
                          title);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].group, group) == 0 && actions[i].accels)
      append_shortcut (ui, _ (actions[i].label), actions[i].accels);
  g_string_append (ui, "</object></child>");
}

/**
 * scr_actions_new_shortcuts_window:
 *
 * GTK 4.8 has no call that adds to a shortcuts window, so its description is written for a builder.
 *
 * Returns: (transfer none): a window with every shortcut, which GTK owns until it is closed
 */
GtkWidget *
scr_actions_new_shortcuts_window (void)
{
  static const char *const groups[] = {PLACES, THINGS, CHANGES, RECORD, GENERAL};
  g_autoptr (GString) ui = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (_ ("Everywhere"), -1);
  g_autoptr (GtkBuilder) builder = NULL;
  guint n_views;
  const ScrViewKeys *views = scr_view_keys_get_all (&n_views);

  g_string_append_printf (ui,
                          "<interface><object class='GtkShortcutsWindow' id='window'><property "
                          "name='modal'>1</property><child>"
                          "<object class='GtkShortcutsSection'><property name='section-name'>all</property>"
                          "<property name='title'>%s</property><property name='max-height'>20</property>",
                          title);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    append_group (ui, groups[i]);
  g_string_append (ui, "</object></child>");
  for (guint i = 0; i < n_views; i++)
    append_view (ui, &views[i]);
  g_string_append (ui, "</object></interface>");
  builder = gtk_builder_new_from_string (ui->str, ui->len);
  g_object_set (gtk_builder_get_object (builder, "window"), "section-name", "all", NULL);
  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}

/**
 * scr_actions_dup_tooltip:
 * @name: an action of the table
 *
 * Returns: (transfer full): its label with its shortcut, "Search (Ctrl+F)"
 */
char *
scr_actions_dup_tooltip (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      {
        g_autofree char *accel = dup_first_accel (&actions[i]);
        g_autofree char *shown = NULL;
        GdkModifierType modifiers;
        guint key;

        if (accel == NULL || !gtk_accelerator_parse (accel, &key, &modifiers))
          return g_strdup (_ (actions[i].label));
        shown = gtk_accelerator_get_label (key, modifiers);
        /* TRANSLATORS: an action and its keyboard shortcut: "Search (Ctrl+F)" */
        return g_strdup_printf (_ ("%s (%s)"), _ (actions[i].label), shown);
      }
  g_return_val_if_reached (NULL);
}
