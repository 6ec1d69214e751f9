/* What a person can do in the meetings view as a whole. See scr-meetings-view.h. */
#include "config.h"

#include "scr-meetings-view-private.h"

#include "scr-agenda-templates-dialog.h"
#include "scr-attendance-window.h"
#include "scr-calendar-exchange.h"
#include "scr-new-item.h"
#include "scr-series-dialog.h"

static ScrContext *
get_context (ScrMeetingsView *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* The meeting whose page is shown, or which is selected. */
static ScrItem *
get_meeting (ScrMeetingsView *self)
{
  ScrItem *item = scr_meetings_view_get_paged (self);

  if (item == NULL)
    item = scr_context_get_selected (get_context (self));
  return item != NULL && g_str_equal (scr_item_get_kind (item)->name, "meeting") ? item : NULL;
}

static void
on_face (GSimpleAction *action, GVariant *face, gpointer user_data)
{
  ScrMeetingsView *self = user_data;

  scr_meetings_view_close_pages (self);
  scr_meetings_view_show_face (self, g_variant_get_string (face, NULL));
}

static void
on_open (GSimpleAction *action, GVariant *what, gpointer user_data)
{
  ScrMeetingsView *self = user_data;
  ScrStore *store = scr_view_get_store (SCR_VIEW (self));
  const char *kind, *id;
  g_autoptr (ScrItem) item = NULL;

  g_variant_get (what, "(&s&s)", &kind, &id);
  if (store != NULL && scr_kind_find (kind) != NULL)
    item = scr_source_get (SCR_SOURCE (store), kind, id);
  if (item == NULL)
    return;
  if (scr_meetings_view_open (self, item))
    scr_context_set_selected (get_context (self), NULL);
  else
    scr_context_open_item (get_context (self), item);
}

static void
on_new (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_view_new_item (SCR_VIEW (user_data));
}

static void
on_new_series (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMeetingsView *self = user_data;

  scr_series_dialog_present (GTK_WIDGET (self), get_context (self), NULL);
}

static void
on_repeat (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMeetingsView *self = user_data;

  if (get_meeting (self) != NULL)
    scr_series_dialog_present (GTK_WIDGET (self), get_context (self), get_meeting (self));
}

static void
on_handover_made (ScrItem *item, gpointer user_data)
{
  scr_meetings_view_open (SCR_MEETINGS_VIEW (user_data), item);
}

static void
on_new_handover (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMeetingsView *self = user_data;

  scr_new_item_begin (get_context (self), GTK_WIDGET (self), "handover", NULL, NULL, NULL, on_handover_made,
                      g_object_ref (self), g_object_unref);
}

static void
on_attendance (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMeetingsView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  scr_attendance_window_show (get_context (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              get_meeting (self));
}

static void
on_templates (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_agenda_templates_dialog_present (get_context (user_data), GTK_WIDGET (user_data));
}

static void
on_import (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_calendar_import_present (GTK_WIDGET (user_data), get_context (user_data), NULL);
}

static void
on_export (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_calendar_export_present (GTK_WIDGET (user_data), get_context (user_data), get_meeting (user_data));
}

static void
on_export_csv (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_calendar_export_present_csv (GTK_WIDGET (user_data), get_context (user_data));
}

static void
enable (ScrMeetingsView *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* Only what makes sense here and now. */
void
scr_meetings_view_update_actions (ScrMeetingsView *self)
{
  static const char *const writing[] = {"new", "new-series", "new-handover", "import"};
  ScrStore *store = scr_view_get_store (SCR_VIEW (self));
  gboolean writable = store != NULL && !scr_store_is_read_only (store);

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    enable (self, writing[i], writable);
  enable (self, "repeat", writable && get_meeting (self) != NULL);
  enable (self, "export", store != NULL);
  enable (self, "export-csv", store != NULL);
  enable (self, "attendance", store != NULL);
  enable (self, "templates", store != NULL);
}

void
scr_meetings_view_add_actions (ScrMeetingsView *self)
{
  const GActionEntry entries[] = {
      {"face", on_face, "s", "'lists'", NULL},
      {"open", on_open, "(ss)", NULL, NULL},
      {"new", on_new, NULL, NULL, NULL},
      {"new-series", on_new_series, NULL, NULL, NULL},
      {"repeat", on_repeat, NULL, NULL, NULL},
      {"new-handover", on_new_handover, NULL, NULL, NULL},
      {"attendance", on_attendance, NULL, NULL, NULL},
      {"templates", on_templates, NULL, NULL, NULL},
      {"import", on_import, NULL, NULL, NULL},
      {"export", on_export, NULL, NULL, NULL},
      {"export-csv", on_export_csv, NULL, NULL, NULL},
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "meetings", G_ACTION_GROUP (self->actions));
}
