/* ScrBanner - what happened, what is safe, what to do. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-banner.h"
#include "scr-pill.h"

struct _ScrBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *title;
  GtkLabel *detail;
  GtkButton *button;
};

static guint pressed_signal;
static guint closed_signal;

G_DEFINE_FINAL_TYPE (ScrBanner, scr_banner, GTK_TYPE_WIDGET)

static void
on_pressed (ScrBanner *self)
{
  g_signal_emit (self, pressed_signal, 0);
}

static void
on_closed (ScrBanner *self)
{
  scr_banner_hide (self);
  g_signal_emit (self, closed_signal, 0);
}

static void
scr_banner_dispose (GObject *object)
{
  ScrBanner *self = SCR_BANNER (object);

  if (self->revealer)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  G_OBJECT_CLASS (scr_banner_parent_class)->dispose (object);
}

static void
scr_banner_class_init (ScrBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_banner_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  pressed_signal
      = g_signal_new ("pressed", SCR_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  closed_signal
      = g_signal_new ("closed", SCR_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
scr_banner_init (ScrBanner *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "scr-banner");
  self->title = append_label (texts, "heading");
  self->detail = append_label (texts, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_pressed), self);
  gtk_box_append (self->box, texts);
  gtk_box_append (self->box, GTK_WIDGET (self->button));

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->box));
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * scr_banner_new:
 * @style: "error" or "calm"
 * @icon: a symbolic icon's name
 * @closable: whether it has a cross
 *
 * Returns: (transfer floating): a hidden banner
 */
GtkWidget *
scr_banner_new (const char *style, const char *icon, gboolean closable)
{
  ScrBanner *self = g_object_new (SCR_TYPE_BANNER, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self->box), style);
  gtk_box_prepend (self->box, scr_symbol_new (icon));
  if (closable)
    {
      GtkWidget *cross = gtk_button_new_from_icon_name ("window-close-symbolic");

      gtk_widget_set_tooltip_text (cross, _ ("Close this message"));
      gtk_widget_set_valign (cross, GTK_ALIGN_CENTER);
      g_signal_connect_swapped (cross, "clicked", G_CALLBACK (on_closed), self);
      gtk_box_append (self->box, cross);
    }
  return GTK_WIDGET (self);
}

/**
 * scr_banner_show:
 * @self: a banner
 * @title: what happened, one translated sentence
 * @detail: (nullable): what is safe and what to do
 * @button: (nullable): what the button says; without it there is none
 */
void
scr_banner_show (ScrBanner *self, const char *title, const char *detail, const char *button)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL && *detail != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button)
    gtk_button_set_label (self->button, button);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * scr_banner_hide:
 * @self: a banner
 */
void
scr_banner_hide (ScrBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * scr_banner_is_shown:
 * @self: a banner
 *
 * Returns: whether it says something now
 */
gboolean
scr_banner_is_shown (ScrBanner *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}
