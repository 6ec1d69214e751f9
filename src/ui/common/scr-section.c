/* ScrSection - a heading with its buttons over a boxed list. See the header. Main thread. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "scr-section.h"

#include "scr-pill.h"

typedef struct
{
  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *list;
  GtkWidget *footer;
} ScrSectionPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (ScrSection, scr_section, GTK_TYPE_BOX)

static ScrSectionPrivate *
get_private (ScrSection *self)
{
  return scr_section_get_instance_private (self);
}

static void
scr_section_class_init (ScrSectionClass *klass)
{
}

static void
scr_section_init (ScrSection *self)
{
  ScrSectionPrivate *priv = get_private (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  priv->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (priv->header, "scr-section-header");
  priv->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->title), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->title), TRUE);
  gtk_widget_set_hexpand (priv->title, TRUE);
  gtk_widget_add_css_class (priv->title, "heading");
  priv->count = scr_pill_new ("", "", "count");
  gtk_widget_set_visible (priv->count, FALSE);
  gtk_box_append (GTK_BOX (priv->header), priv->title);
  gtk_box_append (GTK_BOX (priv->header), priv->count);
  priv->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (priv->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (priv->list, "boxed-list");
  priv->footer = gtk_button_new ();
  gtk_widget_set_halign (priv->footer, GTK_ALIGN_START);
  gtk_widget_add_css_class (priv->footer, "flat");
  gtk_widget_add_css_class (priv->footer, "scr-link-button");
  gtk_widget_set_visible (priv->footer, FALSE);
  gtk_box_append (GTK_BOX (self), priv->header);
  gtk_box_append (GTK_BOX (self), priv->list);
  gtk_box_append (GTK_BOX (self), priv->footer);
}

/**
 * scr_section_new:
 * @title: its heading, translated
 *
 * Returns: (transfer floating): a section with an empty list
 */
GtkWidget *
scr_section_new (const char *title)
{
  ScrSection *self = g_object_new (SCR_TYPE_SECTION, NULL);

  scr_section_set_title (self, title);
  return GTK_WIDGET (self);
}

/**
 * scr_section_set_title:
 * @self: a section
 * @title: its heading, translated; the list's name for assistive technology too
 */
void
scr_section_set_title (ScrSection *self, const char *title)
{
  ScrSectionPrivate *priv = get_private (self);

  gtk_label_set_text (GTK_LABEL (priv->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL && *title != '\0' ? title : _ ("Fields"), -1);
}

/**
 * scr_section_get_title:
 * @self: a section
 *
 * Returns: (transfer none): its heading
 */
const char *
scr_section_get_title (ScrSection *self)
{
  return gtk_label_get_text (GTK_LABEL (get_private (self)->title));
}

/**
 * scr_section_set_count:
 * @self: a section
 * @count: the number beside its heading; 0 hides it
 */
void
scr_section_set_count (ScrSection *self, guint count)
{
  ScrSectionPrivate *priv = get_private (self);
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_widget_set_visible (priv->count, count > 0);
  scr_pill_set (priv->count, "", text, "count");
}

/**
 * scr_section_add_header:
 * @self: a section
 * @widget: a widget for the end of its heading
 */
void
scr_section_add_header (ScrSection *self, GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (get_private (self)->header), widget);
}

/**
 * scr_section_add_button:
 * @self: a section
 * @icon: a symbolic icon's name
 * @label: what the button does, translated
 *
 * Returns: (transfer none): a flat button at the end of its heading
 */
GtkWidget *
scr_section_add_button (ScrSection *self, const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  scr_section_add_header (self, button);
  return button;
}

/**
 * scr_section_get_list:
 * @self: a section
 *
 * Returns: (transfer none): its list
 */
GtkListBox *
scr_section_get_list (ScrSection *self)
{
  return GTK_LIST_BOX (get_private (self)->list);
}

/**
 * scr_section_clear:
 * @self: a section whose list is not bound to a model
 */
void
scr_section_clear (ScrSection *self)
{
  ScrSectionPrivate *priv = get_private (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (priv->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (priv->list), row);
}

/**
 * scr_section_set_footer:
 * @self: a section
 * @label: (nullable): what the button under the list says, as in "Show all 24"; %NULL hides it
 */
void
scr_section_set_footer (ScrSection *self, const char *label)
{
  ScrSectionPrivate *priv = get_private (self);

  gtk_widget_set_visible (priv->footer, label != NULL);
  gtk_button_set_label (GTK_BUTTON (priv->footer), label != NULL ? label : "");
}

/**
 * scr_section_get_footer:
 * @self: a section
 *
 * Returns: (transfer none): the button under the list
 */
GtkWidget *
scr_section_get_footer (ScrSection *self)
{
  return get_private (self)->footer;
}
