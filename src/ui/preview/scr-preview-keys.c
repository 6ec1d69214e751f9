/* The keys of ScrPreview. Those that scroll are ScrPageView's.
 *
 * Owns nothing. Main thread.
 */
#include "config.h"

#include "scr-preview-keys.h"

/**
 * scr_preview_class_add_keys:
 * @klass: the class of #ScrPreview
 *
 * Binds the keys that act wherever in the preview the focus is. Ctrl+F is not among them: it searches the
 * record.
 */
void
scr_preview_class_add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *trigger;
    const char *action;
    const char *to;
  } keys[] = {
      {"<Control>plus|<Control>equal|<Control>KP_Add", "preview.zoom-in", NULL},
      {"<Control>minus|<Control>KP_Subtract", "preview.zoom-out", NULL},
      {"<Control>0|<Control>KP_0", "preview.zoom-to", "100"},
      {"<Control>Page_Up|<Control>KP_Page_Up", "preview.previous-page", NULL},
      {"<Control>Page_Down|<Control>KP_Page_Down", "preview.next-page", NULL},
      {"F3|<Control>g", "preview.next-match", NULL},
      {"<Shift>F3|<Shift><Control>g", "preview.previous-match", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GtkShortcut) shortcut = gtk_shortcut_new (
          gtk_shortcut_trigger_parse_string (keys[i].trigger), gtk_named_action_new (keys[i].action));

      if (keys[i].to != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].to));
      gtk_widget_class_add_shortcut (klass, shortcut);
    }
}
