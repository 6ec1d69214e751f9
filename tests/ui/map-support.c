/* What the tests of what stands beside the map share. See the header. */
#include "map-support.h"

/* Hides @widget, shows that nothing keeps it, and frees the record. */
void
map_finish (UiRecord *record, GtkWidget *widget)
{
  g_object_ref (widget);
  ui_record_hide (record);
  g_assert_finalize_object (widget);
  ui_record_free (record);
}

/* The dialog over the test's window. */
GtkWidget *
map_find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}
