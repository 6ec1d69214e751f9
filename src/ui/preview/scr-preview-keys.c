/* The keys of ScrPreview. Those that scroll are ScrPageView's.
 *
 * Owns nothing. Main thread.
 */
#include "config.h"

#include "scr-preview-keys.h"

typedef struct
{
  const char *trigger;
  const char *action;
  const char *to;
} Key;

static const Key keys[] = {
  { "<Control>plus|<Control>equal|<Control>KP_Add", "preview.zoom-in", NULL },
  { "<Control>minus|<Control>KP_Subtract", "preview.zoom-out", NULL },
  { "<Control>0|<Control>KP_0", "preview.zoom-to", "100" },
  { "<Control>Page_Up|<Control>KP_Page_Up", "preview.previous-page", NULL },
  { "<Control>Page_Down|<Control>KP_Page_Down", "preview.next-page", NULL },
  { "F3|<Control>g", "preview.next-match", NULL },
  { "<Shift>F3|<Shift><Control>g", "preview.previous-match", NULL },
};

typedef struct
{
  const Key *key;
  ScrPreviewGetter get_preview;
} Binding;

static gboolean
on_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  const Binding *binding = user_data;
  g_autoptr (GVariant) to
      = binding->key->to != NULL ? g_variant_ref_sink (g_variant_new_string (binding->key->to)) : NULL;

  return gtk_widget_activate_action_variant (binding->get_preview (widget), binding->key->action, to);
}

/**
 * scr_preview_class_add_keys:
 * @klass: the class of #ScrPreview, or of what holds one
 * @get_preview: which preview of a widget of @klass is meant
 *
 * Binds the keys that act wherever within it the focus is. Ctrl+F is not among them: it searches the record.
 */
void
scr_preview_class_add_keys (GtkWidgetClass *klass, ScrPreviewGetter get_preview)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      Binding *binding = g_new (Binding, 1);
      g_autoptr (GtkShortcut) shortcut = NULL;

      *binding = (Binding){ &keys[i], get_preview };
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                   gtk_callback_action_new (on_key, binding, g_free));
      gtk_widget_class_add_shortcut (klass, shortcut);
    }
}
