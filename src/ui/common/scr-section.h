/* ScrSection - a heading with its buttons over a boxed list: what the parts of the details pane are made of. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_SECTION (scr_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScrSection, scr_section, SCR, SECTION, GtkBox)

struct _ScrSectionClass
{
  GtkBoxClass parent_class;
};

GtkWidget *scr_section_new (const char *title);
void scr_section_set_title (ScrSection *self, const char *title);
const char *scr_section_get_title (ScrSection *self);
void scr_section_set_count (ScrSection *self, guint count);
void scr_section_add_header (ScrSection *self, GtkWidget *widget);
GtkWidget *scr_section_add_button (ScrSection *self, const char *icon, const char *label);
GtkListBox *scr_section_get_list (ScrSection *self);
void scr_section_clear (ScrSection *self);
void scr_section_set_footer (ScrSection *self, const char *label);
GtkWidget *scr_section_get_footer (ScrSection *self);

G_END_DECLS
