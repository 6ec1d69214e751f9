/* The day of a meeting as a tile. See the header. */
#include "scr-date-tile.h"

#include "scr-day.h"
#include "scr-format.h"

/**
 * scr_date_tile_set:
 * @tile: a tile
 * @day: (nullable): the day that it shows from now on; %NULL leaves it empty
 */
void
scr_date_tile_set (GtkWidget *tile, const char *day)
{
  GtkWidget *weekday = gtk_widget_get_first_child (tile);
  GtkWidget *number = gtk_widget_get_next_sibling (weekday);
  GtkWidget *month = gtk_widget_get_last_child (tile);
  g_autofree char *weekday_text = NULL;
  g_autofree char *number_text = NULL;
  g_autofree char *month_text = NULL;
  int day_of_month;

  if (day != NULL && scr_day_get_parts (day, NULL, NULL, &day_of_month))
    {
      weekday_text = scr_format_weekday (NULL, day, TRUE);
      number_text = g_strdup_printf ("%d", day_of_month);
      month_text = scr_format_month_short (NULL, day);
    }
  gtk_label_set_text (GTK_LABEL (weekday), weekday_text != NULL ? weekday_text : "");
  gtk_label_set_text (GTK_LABEL (number), number_text != NULL ? number_text : "");
  gtk_label_set_text (GTK_LABEL (month), month_text != NULL ? month_text : "");
}

/**
 * scr_date_tile_new:
 * @day: (nullable): the day that it shows
 *
 * Returns: (transfer floating): a tile
 */
GtkWidget *
scr_date_tile_new (const char *day)
{
  static const char *const styles[] = {"scr-dim", "day", "scr-dim"};
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (tile, "date-tile");
  gtk_widget_set_valign (tile, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_widget_add_css_class (label, styles[i]);
      gtk_box_append (GTK_BOX (tile), label);
    }
  scr_date_tile_set (tile, day);
  return tile;
}
