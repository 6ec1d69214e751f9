/* THE table of actions: menus, shortcuts, the shortcuts window and a test are all made from it.
 *
 * Constant. What an action does is in scr-application-actions.c ("app.") or scr-window-actions.c ("win.").
 * Shortcuts live in a GtkShortcutController that a window has in its bubble phase, so that a focused text
 * widget takes first what it knows itself (Ctrl+Z, Delete, Alt+arrows);
 * gtk_application_set_accels_for_action() would take the key away from it. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;   /* with its scope: "app.new", "win.undo" */
  const char *target; /* (nullable): a text that the action is activated with */
  const char *label;  /* N_(), as a menu says it */
  const char *accels; /* (nullable): shortcuts, separated by spaces, the one to show first */
  const char *menu;   /* (nullable): the section of a menu where it stands */
  const char *group;  /* (nullable): N_(), the heading under which the shortcuts window lists it */
} ScrAction;

const ScrAction *scr_actions_get_all (guint *n_actions);
GMenuModel *scr_actions_new_section (const char *menu);
GMenuModel *scr_actions_new_main_menu (GMenuModel *recent);
GtkEventController *scr_actions_new_controller (void);
GtkWidget *scr_actions_new_shortcuts_window (void);
char *scr_actions_dup_tooltip (const char *name);

G_END_DECLS
