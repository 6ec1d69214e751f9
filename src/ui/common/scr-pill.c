/* Pills. See the header. */
#include "scr-pill.h"

#include "scr-icons.h"

static const struct
{
  const char *tone;
  const char *icon;
} tones[] = {
    {"late", "dialog-warning-symbolic"},
    {"soon", "alarm-symbolic"},
    {"done", "emblem-default-symbolic"},
    {"later", "preferences-system-time-symbolic"},
    {"waiting", "preferences-system-time-symbolic"},
    {"stopped", "media-playback-pause-symbolic"},
};

/**
 * scr_symbol_new:
 * @icon: (nullable): a symbolic icon's name
 *
 * Returns: (transfer floating): an image that only repeats what the words beside it say: screen readers pass
 * over it
 */
GtkWidget *
scr_symbol_new (const char *icon)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", scr_icon_resolve (icon), "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/**
 * scr_tone_get_icon:
 * @tone: (nullable): a tone
 *
 * Returns: (nullable): the symbol that goes with it
 */
const char *
scr_tone_get_icon (const char *tone)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    if (g_strcmp0 (tone, tones[i].tone) == 0)
      return scr_icon_resolve (tones[i].icon);
  return NULL;
}

/**
 * scr_pill_new:
 * @icon: (nullable): a symbol; %NULL for the tone's own, "" for none
 * @text: what it says, translated
 * @tone: (nullable): "late", "soon", "done", "later", "waiting", "stopped" or "plain"
 *
 * Returns: (transfer floating): a pill
 */
GtkWidget *
scr_pill_new (const char *icon, const char *text, const char *tone)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *image = scr_symbol_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 14);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (pill), image);
  gtk_box_append (GTK_BOX (pill), label);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  scr_pill_set (pill, icon, text, tone);
  return pill;
}

/**
 * scr_pill_set:
 * @pill: a pill
 * @icon: (nullable): a symbol; %NULL for the tone's own, "" for none
 * @text: what it says from now on, translated
 * @tone: (nullable): its tone
 */
void
scr_pill_set (GtkWidget *pill, const char *icon, const char *text, const char *tone)
{
  GtkWidget *image = gtk_widget_get_first_child (pill);
  GtkWidget *label = gtk_widget_get_last_child (pill);
  const char *classes[] = {"pill-state", tone && *tone ? tone : "plain", NULL};

  icon = icon ? scr_icon_resolve (icon) : scr_tone_get_icon (tone);
  gtk_widget_set_css_classes (pill, classes);
  gtk_widget_set_visible (image, icon != NULL && *icon != '\0');
  if (icon && *icon)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

/**
 * scr_count_new:
 * @count: how many
 *
 * Returns: (transfer floating): the small grey number beside a heading
 */
GtkWidget *
scr_count_new (guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  GtkWidget *pill = scr_pill_new ("", text, "count");

  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (pill)), PANGO_ELLIPSIZE_NONE);
  return pill;
}
