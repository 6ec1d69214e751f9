/* The timeline as a face of the meetings view, over the example's record and an empty one: lanes, what is
 * hidden, filters, empty states, dialogs, what is remembered. */
#include "ui-support.h"

#include "scr-day.h"
#include "scr-timeline-face.h"
#include "scr-timeline-filter.h"

typedef struct
{
  UiRecord *record;
  ScrTimelineFace *face;
  ScrTimelineCanvas *canvas;
} Fixture;

static void
show (Fixture *self, int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->face = SCR_TIMELINE_FACE (scr_timeline_face_new (self->record->context, "meetings"));
  self->canvas = scr_timeline_face_get_canvas (self->face);
  gtk_box_append (GTK_BOX (box), scr_timeline_face_get_tools (self->face));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->face));
  ui_record_show (self->record, box, width, 800);
}

static void
fixture_init (Fixture *self, gboolean example)
{
  self->record = example ? ui_record_new_example () : ui_record_new ();
  show (self, 1200);
}

static void
fixture_clear (Fixture *self)
{
  g_object_ref (self->face);
  ui_record_hide (self->record);
  ui_settle ();
  g_assert_finalize_object (self->face);
  ui_record_free (self->record);
}

static void
act (Fixture *self, const char *action, const char *format, ...)
{
  g_autofree char *name = g_strconcat ("timeline.", action, NULL);
  GVariant *target = NULL;
  va_list values;

  va_start (values, format);
  if (format != NULL)
    target = g_variant_new_va (format, NULL, &values);
  va_end (values);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->face), name, target));
  ui_settle ();
}

static const ScrTimeline *
get_timeline (Fixture *self)
{
  return scr_timeline_canvas_get_timeline (self->canvas);
}

static guint
count_sort (Fixture *self, ScrTimelineSort sort)
{
  const ScrTimeline *timeline = get_timeline (self);
  guint n = 0;

  for (guint i = 0; i < timeline->entries->len; i++)
    n += scr_timeline_get_entry (timeline, i)->sort == sort ? 1 : 0;
  return n;
}

static const char *
get_page (Fixture *self)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (self->canvas), GTK_TYPE_STACK)));
}

/* --- The example --- */

static void
test_lanes (void)
{
  static const char *const names[] = {"partnership", "priority", "kind", "group"};
  static const char *const fields[] = {"partnership", "priority", "kind", "group"};
  Fixture self;

  fixture_init (&self, TRUE);
  g_assert_cmpstr (get_page (&self), ==, "canvas");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const ScrTimeline *timeline;
      guint n_with_field = 0, n_entries = 0;

      act (&self, "lanes", "s", names[i]);
      timeline = get_timeline (&self);
      g_assert_cmpuint (timeline->lanes->len, >, 1);
      for (guint k = 0; k < timeline->lanes->len; k++)
        {
          const ScrTimelineLane *lane = scr_timeline_get_lane (timeline, k);

          g_assert_cmpstr (lane->title, !=, "");
          n_with_field += g_strcmp0 (lane->field, fields[i]) == 0;
          n_entries += lane->n_entries;
        }
      g_assert_cmpuint (n_with_field, >, 0);
      g_assert_cmpuint (n_entries, ==, timeline->entries->len);
      g_assert_cmpuint (scr_timeline_canvas_get_n_chips (self.canvas), >, 0);
    }
  fixture_clear (&self);
}

/* Each kind of thing is on the example's timeline; hidden it is not, and another face knows of that. */
static void
test_hidden (void)
{
  static const char *const names[SCR_TIMELINE_N_SORTS]
      = {"meetings", "activities", "milestones", "terms", "cycles", "disputes", "inspections", "reports"};
  Fixture self;

  fixture_init (&self, TRUE);
  scr_timeline_canvas_set_zoom (self.canvas, SCR_TIME_MOST_DAYS);
  ui_settle ();
  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    {
      g_autofree char *action = g_strconcat ("show-", names[i], NULL);
      guint n = count_sort (&self, (ScrTimelineSort)i), n_all = get_timeline (&self)->entries->len;

      g_test_message ("%s: %u", names[i], n);
      g_assert_cmpuint (n, >, 0);
      act (&self, action, NULL);
      g_assert_cmpuint (count_sort (&self, (ScrTimelineSort)i), ==, 0);
      g_assert_true (scr_timeline_filter_is_used (scr_timeline_filter_get (self.record->context)));
      act (&self, action, NULL);
      g_assert_cmpuint (count_sort (&self, (ScrTimelineSort)i), ==, n);
      g_assert_cmpuint (get_timeline (&self)->entries->len, ==, n_all);
    }
  act (&self, "show-terms", NULL);
  ui_record_hide (self.record);
  show (&self, 1200);
  g_assert_cmpuint (count_sort (&self, SCR_TIMELINE_TERMS), ==, 0);
  act (&self, "show-all", NULL);
  g_assert_cmpuint (count_sort (&self, SCR_TIMELINE_TERMS), >, 0);
  fixture_clear (&self);
}

static void
test_days (void)
{
  Fixture self;
  int first, last;

  fixture_init (&self, TRUE);
  act (&self, "fit-year", NULL);
  scr_timeline_canvas_get_visible_days (self.canvas, &first, &last);
  g_assert_cmpint (last - first + 1, >=, 365);
  g_assert_cmpint (last - first + 1, <=, 366);
  g_assert_cmpint (first, <=, get_timeline (&self)->today);
  g_assert_cmpint (last, >=, get_timeline (&self)->today);
  /* What comes into view is read. */
  scr_timeline_canvas_set_visible_days (self.canvas, get_timeline (&self)->today - 3000, 60);
  ui_settle ();
  g_assert_cmpint (get_timeline (&self)->from, <=, get_timeline (&self)->today - 3000);
  act (&self, "today", NULL);
  ui_settle ();
  g_assert_cmpint (get_timeline (&self)->until, >=, get_timeline (&self)->today);
  act (&self, "step", "i", 7);
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self.canvas), ==, 7);
  act (&self, "zoom-out", NULL);
  g_assert_cmpfloat (scr_timeline_canvas_get_zoom (self.canvas), >, 7);
  fixture_clear (&self);
}

static void
test_filter (void)
{
  Fixture self;
  guint n;

  fixture_init (&self, TRUE);
  n = get_timeline (&self)->entries->len;
  scr_timeline_filter_set_words (scr_timeline_filter_get (self.record->context), "neglect");
  ui_settle ();
  g_assert_cmpuint (get_timeline (&self)->entries->len, >, 0);
  g_assert_cmpuint (get_timeline (&self)->entries->len, <, n);
  /* Words that are altered while another face has some stay. */
  {
    GtkWidget *other = g_object_ref_sink (scr_timeline_face_new (self.record->context, "meetings"));

    scr_timeline_filter_set_words (scr_timeline_filter_get (self.record->context), "emotional");
    ui_settle ();
    g_assert_cmpstr (scr_timeline_filter_get_words (scr_timeline_filter_get (self.record->context)), ==,
                     "emotional");
    g_assert_finalize_object (other);
  }
  scr_timeline_filter_set_words (scr_timeline_filter_get (self.record->context), "no such words");
  ui_settle ();
  g_assert_cmpstr (get_page (&self), ==, "nothing");
  act (&self, "show-all", NULL);
  g_assert_cmpstr (get_page (&self), ==, "canvas");
  g_assert_cmpuint (get_timeline (&self)->entries->len, ==, n);
  fixture_clear (&self);
}

static void
test_partnership (void)
{
  const ScrQuery query = {.kind = "partnership", .limit = 1};
  Fixture self;
  guint n;

  fixture_init (&self, TRUE);
  n = get_timeline (&self)->entries->len;
  {
    g_autoptr (GPtrArray) ids = scr_source_list_ids (SCR_SOURCE (self.record->store), &query);

    scr_context_set_partnership (self.record->context, g_ptr_array_index (ids, 0));
  }
  ui_settle ();
  g_assert_cmpuint (get_timeline (&self)->entries->len, <, n);
  g_assert_cmpuint (get_timeline (&self)->entries->len, >, 0);
  fixture_clear (&self);
}

/* A drop is one change, which can be undone; the timeline shows it each time. */
static void
test_moves (void)
{
  g_autofree char *id = NULL;
  const ScrTimelineEntry *entry = NULL;
  g_autoptr (GError) error = NULL;
  Fixture self;
  int first;

  fixture_init (&self, TRUE);
  for (guint i = 0; entry == NULL; i++)
    if (scr_timeline_get_entry (get_timeline (&self), i)->sort == SCR_TIMELINE_MEETINGS
        && !scr_timeline_get_entry (get_timeline (&self), i)->held
        && scr_item_get_text (scr_timeline_get_entry (get_timeline (&self), i)->item, "series") == NULL)
      entry = scr_timeline_get_entry (get_timeline (&self), i);
  id = g_strdup (scr_item_get_id (entry->item));
  first = entry->first;
  scr_timeline_canvas_select (self.canvas, id, TRUE);
  act (&self, "move", "i", 7);
  ui_settle ();
  entry = scr_timeline_canvas_get_selected (self.canvas);
  g_assert_nonnull (entry);
  g_assert_cmpint (entry->first, ==, first + 7);
  g_assert_cmpuint (self.record->toasts->len, ==, 1);
  g_assert_true (scr_store_undo (self.record->store, &error));
  g_assert_no_error (error);
  ui_settle ();
  g_assert_cmpint (scr_timeline_canvas_get_selected (self.canvas)->first, ==, first);
  fixture_clear (&self);
}

/* --- An empty record --- */

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static void
test_empty (void)
{
  Fixture self;
  ScrItem *meeting;
  guint n;

  fixture_init (&self, FALSE);
  g_assert_cmpstr (get_page (&self), ==, "empty");
  n = count_windows ();
  act (&self, "new", NULL);
  g_assert_cmpuint (count_windows (), ==, n + 1);
  {
    g_autoptr (GtkWindow) dialog = g_list_model_get_item (gtk_window_get_toplevels (), n);

    gtk_window_destroy (dialog);
  }
  ui_settle ();
  /* The first meeting brings the timeline. */
  meeting = ui_record_add (self.record, "meeting", "Partnership board");
  {
    g_autofree char *today = scr_source_dup_today (SCR_SOURCE (self.record->store));

    ui_record_set (self.record, meeting, "day", today);
  }
  ui_settle ();
  g_assert_cmpstr (get_page (&self), ==, "canvas");
  g_assert_nonnull (scr_timeline_canvas_get_chip (self.canvas, scr_item_get_id (meeting)));
  g_object_unref (meeting);
  fixture_clear (&self);
}

static void
test_read_only (void)
{
  Fixture self;

  self.record = ui_record_new_example ();
  ui_record_make_read_only (self.record);
  show (&self, 360);
  g_assert_cmpstr (get_page (&self), ==, "canvas");
  g_assert_cmpuint (scr_timeline_canvas_get_n_chips (self.canvas), >, 0);
  scr_view_new_item (SCR_VIEW (self.face));
  ui_settle ();
  scr_context_set_store (self.record->context, NULL);
  ui_settle ();
  g_assert_null (get_timeline (&self));
  scr_context_set_store (self.record->context, self.record->store);
  fixture_clear (&self);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/timeline-face/lanes", test_lanes);
  g_test_add_func ("/timeline-face/hidden", test_hidden);
  g_test_add_func ("/timeline-face/days", test_days);
  g_test_add_func ("/timeline-face/filter", test_filter);
  g_test_add_func ("/timeline-face/partnership", test_partnership);
  g_test_add_func ("/timeline-face/moves", test_moves);
  g_test_add_func ("/timeline-face/empty", test_empty);
  g_test_add_func ("/timeline-face/read-only", test_read_only);
  return g_test_run ();
}
