/* What a person does on the timeline becomes commands. See scr-timeline-face-private.h. */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-commands.h"
#include "scr-day.h"
#include "scr-format.h"
#include "scr-meeting-dialog.h"

#include <glib/gi18n-lib.h>

static ScrContext *
get_context (ScrTimelineFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* --- A move that is to be done, or asked about first --- */

/* Copies of what is moved and where to: the timeline may be another by the time that somebody has answered.
 */
typedef struct
{
  ScrTimelineFace *face; /* weak */
  ScrTimeline *copy;     /* one entry, one lane */
  gboolean has_lane;
  int first;
  int last;
} Pending;

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_clear_weak_pointer (&pending->face);
  scr_timeline_free (pending->copy);
  g_free (pending);
}

static Pending *
pending_new (ScrTimelineFace *self,
             const ScrTimelineEntry *entry,
             const ScrTimelineLane *lane,
             int first,
             int last)
{
  Pending *pending = g_new0 (Pending, 1);
  ScrTimelineEntry *copy;

  g_set_weak_pointer (&pending->face, self);
  pending->copy = scr_timeline_new_empty (entry->first, entry->first, entry->first);
  scr_timeline_add_lane (pending->copy, lane != NULL ? lane->id : NULL, lane != NULL ? lane->field : NULL,
                         lane != NULL ? lane->title : "", NULL, NULL);
  copy = scr_timeline_add_entry (pending->copy, entry->item, entry->sort, 0, entry->first, entry->last);
  copy->shape = entry->shape;
  copy->first_field = entry->first_field;
  copy->last_field = entry->last_field;
  copy->held = entry->held;
  pending->has_lane = lane != NULL;
  pending->first = first;
  pending->last = last;
  return pending;
}

/* What the toast says: where it is now. */
static char *
describe (const Pending *pending)
{
  const ScrTimelineEntry *entry = scr_timeline_get_entry (pending->copy, 0);
  gboolean moved = pending->first != entry->first;
  g_autofree char *day = scr_day_from_number (moved ? pending->first : pending->last);
  g_autofree char *shown = scr_format_day (NULL, day, SCR_DAY_LONG);

  if (moved)
    /* TRANSLATORS: %s is a day */
    return g_strdup_printf (_ ("Moved to %s"), shown);
  if (pending->last != entry->last)
    /* TRANSLATORS: %s is a day */
    return g_strdup_printf (_ ("Lasts until %s now"), shown);
  /* TRANSLATORS: %s is a group, a partnership, a priority or a kind */
  return g_strdup_printf (C_ ("to another lane", "Moved to %s"),
                          scr_timeline_get_lane (pending->copy, 0)->title);
}

static void
carry_out (ScrTimelineFace *self, const Pending *pending)
{
  g_autofree char *message = describe (pending);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  if (scr_command_move_entry (self->store, scr_timeline_get_entry (pending->copy, 0),
                              pending->has_lane ? scr_timeline_get_lane (pending->copy, 0) : NULL,
                              pending->first, pending->last, &error))
    scr_context_toast (get_context (self), message, TRUE);
  else
    scr_context_fail (get_context (self), error);
  /* Also what was refused stands where it stood. */
  scr_timeline_face_refresh_soon (self);
}

static void
on_asked (AdwMessageDialog *dialog, const char *response, Pending *pending)
{
  if (pending->face == NULL)
    return;
  if (g_str_equal (response, "move"))
    carry_out (pending->face, pending);
  else
    scr_timeline_face_refresh_soon (pending->face);
}

/* What took place stays where it was, unless somebody says that it is recorded wrongly. */
static void
ask_about_held (ScrTimelineFace *self, Pending *pending)
{
  const ScrTimelineEntry *entry = scr_timeline_get_entry (pending->copy, 0);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), entry->item);
  g_autofree char *day = scr_day_from_number (entry->first);
  g_autofree char *shown = scr_format_day (NULL, day, SCR_DAY_LONG);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
      entry->sort == SCR_TIMELINE_MEETINGS ? _ ("Move a Meeting That Took Place?") : _ ("Move What Is Over?"),
      NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      entry->sort == SCR_TIMELINE_MEETINGS
          /* TRANSLATORS: a meeting, and a day */
          ? _ ("“%1$s” took place on %2$s. Move it only if it was recorded on the wrong day.")
          /* TRANSLATORS: what is over, such as an activity that was done, and a day */
          : _ ("“%1$s” is over: it was on %2$s. Move it only if it was recorded wrongly."),
      title, shown);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "move", _ ("_Move"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "move", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "scr-pending", pending, pending_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_asked), pending);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Moves, stretches or puts into another lane; asks first if it is over and done. */
void
scr_timeline_face_move (ScrTimelineFace *self,
                        const ScrTimelineEntry *entry,
                        const ScrTimelineLane *lane,
                        int first,
                        int last)
{
  Pending *pending;

  if (!scr_timeline_face_is_writable (self) || (lane == NULL && first == entry->first && last == entry->last))
    return;
  pending = pending_new (self, entry, lane, first, last);
  if (entry->held)
    {
      ask_about_held (self, pending);
      return;
    }
  carry_out (self, pending);
  pending_free (pending);
}

static void
on_entry_moved (ScrTimelineFace *self, const ScrTimelineMove *move)
{
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (self->canvas);
  const ScrTimelineLane *lane = move->lane != move->entry->lane && move->lane < timeline->lanes->len
                                    ? scr_timeline_get_lane (timeline, move->lane)
                                    : NULL;

  scr_timeline_face_move (self, move->entry, lane, move->first, move->last);
}

/* --- While dragging --- */

void
scr_timeline_face_forget_clashes (ScrTimelineFace *self)
{
  g_clear_pointer (&self->clashes, scr_clashes_free);
  g_clear_pointer (&self->clashes_of, g_free);
}

static void
ensure_clashes (ScrTimelineFace *self, ScrItem *item)
{
  if (g_strcmp0 (self->clashes_of, scr_item_get_id (item)) == 0)
    return;
  scr_timeline_face_forget_clashes (self);
  self->clashes = scr_clashes_new_for_item (NULL, SCR_SOURCE (self->store), item);
  self->clashes_of = g_strdup (scr_item_get_id (item));
}

/* What the label says beneath the day. */
static void
tell (ScrTimelineCanvas *canvas, const ScrTimelineMove *move, GPtrArray *lines, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const ScrTimelineEntry *entry = move->entry;
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (canvas);
  ScrClashTime time;
  g_auto (GStrv) found = NULL;

  if (self->store == NULL)
    return;
  if (move->lane != entry->lane && move->lane < timeline->lanes->len)
    {
      const ScrTimelineLane *lane = scr_timeline_get_lane (timeline, move->lane);

      if (scr_timeline_lane_takes (lane, entry))
        scr_timeline_lines_add (lines, lane->title, FALSE);
      else
        scr_timeline_lines_add (lines, _ ("This cannot be put there."), TRUE);
    }
  if (entry->held)
    scr_timeline_lines_add (
        lines, entry->sort == SCR_TIMELINE_MEETINGS ? _ ("This meeting took place.") : _ ("This is over."),
        TRUE);
  if (entry->sort != SCR_TIMELINE_MEETINGS && entry->sort != SCR_TIMELINE_ACTIVITIES)
    return;
  ensure_clashes (self, entry->item);
  scr_clash_time_of_item (entry->item, &time);
  time.first = move->first;
  time.last = move->last != G_MAXINT ? move->last : move->first;
  found = scr_clashes_find (self->clashes, &time);
  for (guint i = 0; found[i] != NULL; i++)
    scr_timeline_lines_add (lines, found[i], TRUE);
}

/* --- Making --- */

static void
on_made (ScrItem *meeting, gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  scr_timeline_face_reveal (self, meeting);
  scr_context_set_selected (get_context (self), meeting);
  scr_timeline_canvas_focus_selected (self->canvas);
}

/* Asks for what a meeting at a place needs. */
void
scr_timeline_face_create (ScrTimelineFace *self, const ScrTimelinePlace *place)
{
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (self->canvas);
  const ScrTimelineLane *lane
      = timeline != NULL && place->lane >= 0 && place->lane < (int)timeline->lanes->len
            ? scr_timeline_get_lane (timeline, (guint)place->lane)
            : NULL;
  g_autofree char *day = scr_day_from_number (place->first);
  g_autofree char *last_day = place->last > place->first ? scr_day_from_number (place->last) : NULL;
  ScrMeetingPlan plan = {
      .day = day,
      .last_day = last_day,
      .partnership = scr_context_get_partnership (get_context (self)),
      .group = self->group,
  };

  if (!scr_timeline_face_is_writable (self))
    return;
  if (lane != NULL && lane->field != NULL)
    {
      const char **target = g_str_equal (lane->field, "group")         ? &plan.group
                            : g_str_equal (lane->field, "partnership") ? &plan.partnership
                            : g_str_equal (lane->field, "priority")    ? &plan.priority
                                                                       : &plan.kind;

      *target = lane->id;
    }
  scr_meeting_dialog_new_meeting (get_context (self), GTK_WIDGET (self), &plan, on_made, g_object_ref (self),
                                  g_object_unref);
}

static void
on_create_at (ScrTimelineFace *self, const ScrTimelinePlace *place)
{
  scr_timeline_face_create (self, place);
}

/* --- The rest --- */

void
scr_timeline_face_reschedule (ScrTimelineFace *self, const ScrTimelineEntry *entry)
{
  if (!scr_timeline_face_is_writable (self) || entry->first_field == NULL)
    return;
  scr_meeting_dialog_reschedule (get_context (self), GTK_WIDGET (self), entry);
}

static void
on_reschedule_asked (ScrTimelineFace *self, ScrItem *item)
{
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self->canvas);

  if (entry != NULL && entry->item == item && entry->movable)
    scr_timeline_face_reschedule (self, entry);
}

void
scr_timeline_face_delete (ScrTimelineFace *self, ScrItem *item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (!scr_timeline_face_is_writable (self))
    return;
  title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  /* TRANSLATORS: %s is the title of what was deleted */
  message = g_strdup_printf (_ ("“%s” is in the bin"), title);
  g_ptr_array_add (items, item);
  if (!scr_command_bin (self->store, items, &error))
    {
      scr_context_fail (get_context (self), error);
      return;
    }
  scr_context_set_selected (get_context (self), NULL);
  scr_context_toast (get_context (self), message, TRUE);
}

/* A dispute's log is append-only, and the dispute has a page of its own. */
static void
on_delete_asked (ScrTimelineFace *self, ScrItem *item)
{
  if (g_str_equal (scr_item_get_kind (item)->name, "dispute"))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    scr_timeline_face_delete (self, item);
}

/* A meeting has a page; what lives in another view is shown there. */
static void
on_entry_opened (ScrTimelineFace *self, ScrItem *item)
{
  const char *kind = scr_item_get_kind (item)->name;

  if (!g_str_equal (kind, "meeting")
      || !gtk_widget_activate_action (GTK_WIDGET (self), "meetings.open", "(ss)", kind,
                                      scr_item_get_id (item)))
    scr_context_open_item (get_context (self), item);
}

void
scr_timeline_face_connect_canvas (ScrTimelineFace *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } signals[] = {
      {"entry-moved", G_CALLBACK (on_entry_moved)},
      {"create-at", G_CALLBACK (on_create_at)},
      {"menu-asked", G_CALLBACK (scr_timeline_face_show_menu)},
      {"reschedule-asked", G_CALLBACK (on_reschedule_asked)},
      {"delete-asked", G_CALLBACK (on_delete_asked)},
      {"entry-opened", G_CALLBACK (on_entry_opened)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->canvas, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
  scr_timeline_canvas_set_tell (self->canvas, tell, self);
}
