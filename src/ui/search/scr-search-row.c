/* One result of the search. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-format.h"
#include "scr-pill.h"
#include "scr-search-row.h"

/* What a store puts around the words that matched. */
#define MARK_BEGIN '\002'
#define MARK_END '\003'
/* Beside the words, the place gets no more than this. */
#define PLACE_CHARS 30

/**
 * scr_search_dup_markup:
 * @text: a hit's title or snippet
 * @dark: whether it stands on a dark ground
 *
 * Returns: (transfer full): the same for a label, with the words that matched bold on yellow
 */
char *
scr_search_dup_markup (const char *text, gboolean dark)
{
  GString *markup = g_string_new (NULL);
  g_autofree char *clean = g_utf8_make_valid (text, -1);
  gboolean open = FALSE;

  for (const char *c = clean; *c; c = g_utf8_next_char (c))
    {
      g_autofree char *escaped = NULL;

      if (*c == MARK_BEGIN && !open)
        g_string_append_printf (markup,
                                "<span weight=\"bold\" background=\"#f5c211\" background_alpha=\"%s\">",
                                dark ? "35%" : "40%");
      else if (*c == MARK_END && open)
        g_string_append (markup, "</span>");
      if (*c == MARK_BEGIN || *c == MARK_END)
        {
          open = *c == MARK_BEGIN;
          continue;
        }
      escaped = g_markup_escape_text (*c == '\n' ? " " : c, *c == '\n' ? 1 : g_utf8_next_char (c) - c);
      g_string_append (markup, escaped);
    }
  if (open)
    g_string_append (markup, "</span>");
  return g_string_free (markup, FALSE);
}

static GtkWidget *
new_label (const char *markup, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "scr-dim");
    }
  return label;
}

/* "Greenwich · 8 July 2019": where it belongs, and the day it speaks of. */
static char *
dup_place (ScrSource *source, ScrItem *item)
{
  static const char *const days[] = {"day", "due", "from", "until"};
  g_autofree char *partnership = scr_format_partnership (NULL, source, item);
  const ScrKind *kind = scr_item_get_kind (item);
  g_autofree char *day = NULL;

  for (guint i = 0; day == NULL && i < G_N_ELEMENTS (days); i++)
    {
      const ScrField *field = scr_kind_get_field (kind, days[i]);

      if (field && field->type == SCR_FIELD_DAY && scr_item_get_text (item, days[i]))
        day = scr_format_day (NULL, scr_item_get_text (item, days[i]), SCR_DAY_LONG);
    }
  if (partnership && *partnership && day && *day)
    return g_strdup_printf ("%s · %s", partnership, day);
  return g_strdup (partnership && *partnership ? partnership : day ? day : "");
}

/**
 * scr_search_row_new:
 * @source: the record
 * @hit: what was found
 * @item: the thing itself
 * @dark: whether the style is dark
 * @narrow: whether the place stands under the words, for want of room beside them
 *
 * Returns: (transfer floating): a row of a boxed list
 */
GtkWidget *
scr_search_row_new (ScrSource *source, const ScrHit *hit, ScrItem *item, gboolean dark, gboolean narrow)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = scr_symbol_new (hit->kind->icon);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = scr_search_dup_markup (hit->title, dark);
  g_autofree char *snippet = scr_search_dup_markup (hit->snippet ? hit->snippet : "", dark);
  g_autofree char *place = dup_place (source, item);
  g_autofree char *spoken = scr_format_title (NULL, source, item);
  GtkWidget *where = new_label ("", "caption");

  gtk_widget_add_css_class (image, "disc");
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), new_label (title, NULL));
  if (*snippet)
    gtk_box_append (GTK_BOX (texts), new_label (snippet, "caption"));
  gtk_label_set_text (GTK_LABEL (where), place);
  gtk_widget_set_tooltip_text (where, place);
  if (!narrow)
    {
      gtk_label_set_xalign (GTK_LABEL (where), 1);
      gtk_label_set_wrap (GTK_LABEL (where), FALSE);
      gtk_label_set_width_chars (GTK_LABEL (where), MIN (g_utf8_strlen (place, -1), PLACE_CHARS));
      gtk_label_set_max_width_chars (GTK_LABEL (where), PLACE_CHARS);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "scr-result");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_visible (where, *place != '\0');
  gtk_box_append (GTK_BOX (narrow ? texts : box), where);
  if (hit->in_bin)
    gtk_box_append (GTK_BOX (box), scr_pill_new ("user-trash-symbolic", _ ("In the bin"), "plain"));
  gtk_box_append (GTK_BOX (box), scr_symbol_new ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  return row;
}
