/* A calendar file that is dropped on the meetings view is offered for import, as its menu's Import does. */
#include "config.h"

#include "scr-meetings-view-private.h"

#include "scr-calendar-exchange.h"

static gboolean
is_calendar (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return folded != NULL && g_str_has_suffix (folded, ".ics");
}

static gboolean
may_import (ScrMeetingsView *self)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "import");
}

static GdkDragAction
on_enter (GtkDropTarget *target, double x, double y, ScrMeetingsView *self)
{
  return may_import (self) ? GDK_ACTION_COPY : 0;
}

/* The first of several: each is a change of its own, seen before. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, ScrMeetingsView *self)
{
  if (!may_import (self))
    return FALSE;
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    if (is_calendar (l->data))
      {
        scr_calendar_import_present (GTK_WIDGET (self), scr_view_get_context (SCR_VIEW (self)), l->data);
        return TRUE;
      }
  return FALSE;
}

void
scr_meetings_view_add_drop (ScrMeetingsView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
