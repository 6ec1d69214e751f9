/* The timeline as a face of the meetings view. See the header. */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-common.h"
#include "scr-day.h"
#include "scr-entry-actions.h"
#include "scr-holidays-read.h"
#include "scr-timeline-face-resources.h"
#include "scr-timeline-words.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/meetings/timeline-face.css"

/* Read beside what is seen, so that a little scrolling needs no reading: as much again on either side, within
 * these. */
#define LEAST_BESIDE 31
#define MOST_BESIDE 186
/* While days go by, reading takes no more than one part in so many of the time. */
#define READING_PART 3

G_DEFINE_FINAL_TYPE (ScrTimelineFace, scr_timeline_face, SCR_TYPE_VIEW)

static ScrContext *
get_context (ScrTimelineFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

gboolean
scr_timeline_face_is_writable (ScrTimelineFace *self)
{
  return self->store != NULL && !scr_store_is_read_only (self->store);
}

/* --- What is read --- */

static gboolean
has_any (ScrTimelineFace *self, const char *kind)
{
  const ScrQuery query = {.kind = kind,
                          .partnership = scr_context_get_partnership (get_context (self)),
                          .conditions = {{"day", SCR_IS_FILLED, NULL, 0}},
                          .order = "day",
                          .limit = 1};
  g_autoptr (GPtrArray) found = scr_source_list_ids (SCR_SOURCE (self->store), &query);

  return found->len > 0;
}

/* An empty record is told what the timeline is for; where a filter leaves nothing, that is told. */
static const char *
choose_page (ScrTimelineFace *self, const ScrTimeline *timeline)
{
  if (timeline->entries->len > 0)
    return "canvas";
  if (timeline->lanes->len == 0 && scr_timeline_filter_is_used (self->filter))
    return "nothing";
  return has_any (self, "meeting") || has_any (self, "activity") ? "canvas" : "empty";
}

static void
choose_days (ScrTimelineFace *self)
{
  int first, last, beside;

  scr_timeline_canvas_get_visible_days (self->canvas, &first, &last);
  beside = CLAMP (last - first + 1, LEAST_BESIDE, MOST_BESIDE);
  self->from = first - beside;
  self->until = last + beside;
}

/* The first time nothing says yet which days are seen. */
static void
choose_first_days (ScrTimelineFace *self)
{
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (self->store));
  int day = 0;

  scr_day_to_number (today, &day);
  self->from = day - MOST_BESIDE;
  self->until = day + MOST_BESIDE;
}

static void
read_days (ScrTimelineFace *self)
{
  ScrTimelineQuery query = {
      .partnership = scr_context_get_partnership (get_context (self)),
      .lanes = self->lanes,
      .from = self->from,
      .until = self->until,
  };
  gint64 began = g_get_monotonic_time ();
  ScrTimeline *timeline;
  const char *page;

  scr_timeline_filter_narrow (self->filter, &query);
  timeline = scr_timeline_new (NULL, SCR_SOURCE (self->store), &query);
  page = choose_page (self, timeline);
  g_clear_handle_id (&self->read_source, g_source_remove);
  self->read_ended = g_get_monotonic_time ();
  self->read_took = self->read_ended - began;
  scr_timeline_canvas_set_editable (self->canvas, scr_timeline_face_is_writable (self));
  scr_timeline_canvas_set_timeline (self->canvas, timeline);
  gtk_stack_set_visible_child_name (self->pages, page);
  scr_timeline_face_update_actions (self);
}

/* Reads what is seen again. */
void
scr_timeline_face_refresh (ScrTimelineFace *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  scr_entry_clashes_clear (&self->clashes);
  if (self->store == NULL)
    {
      g_clear_handle_id (&self->read_source, g_source_remove);
      scr_timeline_canvas_set_timeline (self->canvas, NULL);
      return;
    }
  if (!self->placed)
    {
      choose_first_days (self);
      read_days (self);
      self->placed = TRUE;
      scr_timeline_face_recall_place (self);
    }
  choose_days (self);
  read_days (self);
}

static gboolean
refresh_now (gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  self->refresh_source = 0;
  scr_timeline_face_refresh (self);
  return G_SOURCE_REMOVE;
}

void
scr_timeline_face_refresh_soon (ScrTimelineFace *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_now, self);
}

static gboolean
read_seen (gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  self->read_source = 0;
  choose_days (self);
  read_days (self);
  return G_SOURCE_REMOVE;
}

/* At once where it takes no time; of a large record so that scrolling and zooming go on meanwhile. */
static void
read_seen_soon (ScrTimelineFace *self)
{
  gint64 rest = self->read_ended + self->read_took * (READING_PART - 1) - g_get_monotonic_time ();

  if (self->read_source != 0)
    return;
  if (rest <= 0)
    read_seen (self);
  else
    self->read_source = g_timeout_add ((guint)(rest / 1000) + 1, read_seen, self);
}

/* Other days are seen: read them, unless they are there already. */
static void
on_viewed (ScrTimelineFace *self, int first, int last)
{
  if (self->store == NULL || !self->placed)
    return;
  if (first < self->from || last > self->until)
    read_seen_soon (self);
  scr_timeline_face_update_tools (self);
  scr_timeline_face_remember (self);
}

/* --- The record --- */

static void
tell_canvas_of_record (ScrTimelineFace *self)
{
  g_autoptr (ScrHolidays) holidays = scr_holidays_read (SCR_SOURCE (self->store));
  g_autofree char *nation = scr_holidays_dup_nation (SCR_SOURCE (self->store));
  g_autoptr (ScrItem) record = scr_source_get (SCR_SOURCE (self->store), SCR_KIND_RECORD, SCR_RECORD_ID);
  double month = record != NULL ? scr_item_get_number (record, "year_start") : 0;

  scr_timeline_canvas_set_holidays (self->canvas, holidays, nation);
  scr_timeline_canvas_set_year_start (self->canvas, month >= 1 && month <= 12 ? (int)month : 4);
}

static void
on_changed (ScrTimelineFace *self, ScrChange *change)
{
  if (scr_change_touches_kind (change, scr_kind_find ("holiday"))
      || scr_change_touches_kind (change, scr_kind_find (SCR_KIND_RECORD)))
    tell_canvas_of_record (self);
  if (scr_change_touches_kind (change, scr_kind_find ("group")))
    scr_timeline_filter_read_groups (self->filter);
  scr_timeline_face_refresh_soon (self);
}

static void
follow_store (ScrTimelineFace *self, ScrStore *store)
{
  if (self->store == store)
    return;
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_changes, store);
  self->placed = FALSE;
  if (store != NULL)
    tell_canvas_of_record (self);
}

static void
scr_timeline_face_context_set (ScrView *view)
{
  ScrTimelineFace *self = SCR_TIMELINE_FACE (view);

  if (self->canvas == NULL)
    return;
  follow_store (self, scr_view_get_store (view));
  if (self->store != NULL)
    scr_timeline_filter_read_groups (self->filter);
  scr_timeline_face_refresh (self);
  scr_timeline_face_update_tools (self);
}

/* --- Selection --- */

static gboolean
is_shown (ScrTimelineFace *self, ScrItem *item)
{
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (self->canvas);

  return timeline != NULL && scr_timeline_find (timeline, scr_item_get_id (item)) >= 0;
}

/* Brings an item into view and selects it. */
void
scr_timeline_face_reveal (ScrTimelineFace *self, ScrItem *item)
{
  int day = scr_entry_find_day (item);

  if (self->store == NULL)
    return;
  scr_timeline_face_refresh (self);
  if (!is_shown (self, item) && day != 0)
    {
      scr_timeline_canvas_show_day (self->canvas, day);
      choose_days (self);
      self->from = MIN (self->from, day - LEAST_BESIDE);
      self->until = MAX (self->until, day + LEAST_BESIDE);
      read_days (self);
    }
  self->syncing = TRUE;
  scr_timeline_canvas_select (self->canvas, scr_item_get_id (item), TRUE);
  self->syncing = FALSE;
  scr_timeline_face_update_actions (self);
}

static gboolean
scr_timeline_face_select_item (ScrView *view, ScrItem *item)
{
  ScrTimelineFace *self = SCR_TIMELINE_FACE (view);

  if (scr_entry_find_day (item) == 0)
    return FALSE;
  scr_timeline_face_reveal (self, item);
  return is_shown (self, item);
}

static gboolean
scr_timeline_face_focus_selected (ScrView *view)
{
  return scr_timeline_canvas_focus_selected (SCR_TIMELINE_FACE (view)->canvas);
}

static void
on_selection_changed (ScrTimelineFace *self)
{
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self->canvas);

  scr_timeline_face_update_actions (self);
  if (!self->syncing)
    scr_context_set_selected (get_context (self), entry != NULL ? entry->item : NULL);
}

/* Something else is shown in the pane: it is selected here if it is seen. */
static void
on_context_selected (ScrTimelineFace *self)
{
  ScrItem *item = scr_context_get_selected (get_context (self));
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self->canvas);

  if (self->syncing || (entry != NULL && entry->item == item))
    return;
  self->syncing = TRUE;
  scr_timeline_canvas_select (self->canvas,
                              item != NULL && is_shown (self, item) ? scr_item_get_id (item) : NULL, FALSE);
  self->syncing = FALSE;
  scr_timeline_face_update_actions (self);
}

static void
scr_timeline_face_new_item (ScrView *view)
{
  ScrTimelineFace *self = SCR_TIMELINE_FACE (view);
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self->canvas);
  g_autofree char *today = self->store != NULL ? scr_source_dup_today (SCR_SOURCE (self->store)) : NULL;
  ScrTimelinePlace place = {.lane = entry != NULL ? (int)entry->lane : -1};

  if (!scr_timeline_face_is_writable (self))
    return;
  scr_day_to_number (today, &place.first);
  place.last = place.first;
  scr_timeline_face_create (self, &place);
}

/* Also when the month altered it. */
static void
on_filter_changed (ScrTimelineFace *self)
{
  scr_timeline_face_refresh_soon (self);
  scr_timeline_face_update_tools (self);
}

/* --- Set-up --- */

static GtkWidget *
new_status (const char *icon, const char *title, const char *text, const char *button, const char *action)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *first = gtk_button_new_with_mnemonic (button);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (first), action);
  gtk_widget_set_halign (first, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (first, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), first);
  return page;
}

static void
build (ScrTimelineFace *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *seen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *canvas = scr_timeline_canvas_new ();

  self->canvas = SCR_TIMELINE_CANVAS (canvas);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_widget_set_vexpand (canvas, TRUE);
  gtk_widget_set_hexpand (canvas, TRUE);
  gtk_box_append (GTK_BOX (seen), canvas);
  gtk_box_append (GTK_BOX (seen), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (seen), scr_timeline_face_new_legend (self));
  gtk_stack_add_named (self->pages, seen, "canvas");
  gtk_stack_add_named (
      self->pages,
      new_status (
          "x-office-calendar-symbolic", _ ("No Meetings Yet"),
          _ ("The timeline shows when everybody meets: boards, hubs, activities, terms and what is due, "
             "each group in a lane of its own. Begin with a first meeting."),
          _ ("_New Meeting"), "timeline.new"),
      "empty");
  gtk_stack_add_named (self->pages,
                       new_status ("edit-find-symbolic", _ ("Nothing to Show"),
                                   _ ("What is hidden or filtered out leaves nothing on the timeline."),
                                   _ ("_Show Everything"), "timeline.show-all"),
                       "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  self->words = scr_timeline_words_new (self->filter);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
scr_timeline_face_dispose (GObject *object)
{
  ScrTimelineFace *self = SCR_TIMELINE_FACE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->remember_source, g_source_remove);
  g_clear_handle_id (&self->read_source, g_source_remove);
  scr_entry_clashes_clear (&self->clashes);
  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  g_clear_object (&self->tools);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (scr_timeline_face_parent_class)->dispose (object);
}

static void
scr_timeline_face_constructed (GObject *object)
{
  ScrTimelineFace *self = SCR_TIMELINE_FACE (object);

  G_OBJECT_CLASS (scr_timeline_face_parent_class)->constructed (object);
  scr_common_add_style (STYLE_PATH);
  self->settings = g_object_ref (scr_context_get_settings (scr_view_get_context (SCR_VIEW (self))));
  self->filter = scr_timeline_filter_get (scr_view_get_context (SCR_VIEW (self)));
  build (self);
  scr_timeline_face_recall (self);
  scr_timeline_face_add_actions (self);
  scr_timeline_face_build_tools (self);
  scr_timeline_face_connect_canvas (self);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "viewed", G_CALLBACK (on_viewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
scr_timeline_face_class_init (ScrTimelineFaceClass *klass)
{
  ScrViewClass *view_class = SCR_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = scr_timeline_face_constructed;
  G_OBJECT_CLASS (klass)->dispose = scr_timeline_face_dispose;
  view_class->context_set = scr_timeline_face_context_set;
  view_class->select_item = scr_timeline_face_select_item;
  view_class->focus_selected = scr_timeline_face_focus_selected;
  view_class->new_item = scr_timeline_face_new_item;
  scr_timeline_face_register_resource ();
}

static void
scr_timeline_face_init (ScrTimelineFace *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_changes, "changed", G_CALLBACK (on_changed), self);
}

/**
 * scr_timeline_face_new:
 * @context: what the window hands to its views
 * @view_id: the id of the view that it is a face of
 *
 * Returns: (transfer floating): the face
 */
GtkWidget *
scr_timeline_face_new (ScrContext *context, const char *view_id)
{
  ScrTimelineFace *self = g_object_new (SCR_TYPE_TIMELINE_FACE, "context", context, "view-id", view_id, NULL);

  g_signal_connect_object (context, "notify::selected", G_CALLBACK (on_context_selected), self,
                           G_CONNECT_SWAPPED);
  scr_timeline_face_context_set (SCR_VIEW (self));
  return GTK_WIDGET (self);
}

/**
 * scr_timeline_face_get_tools:
 * @self: a timeline
 *
 * Returns: (transfer none): what it wants in the view's bar: lanes, what is shown, zoom
 */
GtkWidget *
scr_timeline_face_get_tools (ScrTimelineFace *self)
{
  return self->tools;
}

/**
 * scr_timeline_face_get_canvas:
 * @self: a timeline
 *
 * Returns: (transfer none): its canvas
 */
ScrTimelineCanvas *
scr_timeline_face_get_canvas (ScrTimelineFace *self)
{
  return self->canvas;
}
