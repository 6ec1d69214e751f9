/* ScrTodayView - what needs a person's attention. See the header. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "scr-commands.h"
#include "scr-fold-box.h"
#include "scr-format.h"
#include "scr-pill.h"
#include "scr-today-list.h"
#include "scr-today-resources.h"
#include "scr-today-view.h"

/* How many rows the long lists begin with, and the short ones beside them. */
#define LONG_LIMIT 25
#define SHORT_LIMIT 4
#define GAPS_LIMIT 2

/* How often to look whether the day has changed, in seconds. */
#define DAY_CHECK 60

#define WIDE_MARGIN 36
#define NARROW_MARGIN 12

struct _ScrTodayView
{
  ScrView parent_instance;

  GtkStack *pages;
  GtkWidget *clamp;
  GtkWidget *sentence;
  GtkLabel *day;
  GtkMenuButton *pinned;
  GtkPopover *pinned_popover;
  GtkWidget *unpin;
  ScrTodayList *now;
  GtkWidget *meetings_section;
  GtkLabel *meetings_title;
  GtkWidget *meetings_when;
  GtkWidget *timeline;
  ScrTodayList *meetings;
  GtkWidget *difference_section;
  GtkBox *difference_heading;
  ScrTodayList *difference;
  GtkWidget *gaps_section;
  GtkBox *gaps_heading;
  ScrTodayList *gaps;
  GtkWidget *coming_section;
  GtkBox *coming_heading;
  ScrTodayList *coming;
  GtkWidget *first_step;

  ScrStore *store;
  GSignalGroup *store_changes; /* of the record that is shown */
  guint refresh_source;
  guint day_source;
  char *shown_day;
};

G_DEFINE_FINAL_TYPE (ScrTodayView, scr_today_view, SCR_TYPE_VIEW)

/* --- Showing --- */

static void
show_sentence (ScrTodayView *self, guint needs)
{
  g_autofree char *text
      = needs == 0
            ? g_strdup (_ ("Nothing needs you today"))
            : g_strdup_printf (ngettext ("%u thing needs you now", "%u things need you now", needs), needs);

  gtk_label_set_text (GTK_LABEL (self->sentence), text);
}

/* That the day is not the real one, on the button that tells more of it. */
static void
show_pinned (ScrTodayView *self, ScrItem *record)
{
  const char *text = scr_item_get_bool (record, "example") ? _ ("Example record, shown as at this day")
                                                           : _ ("Shown as at this day");

  gtk_menu_button_set_label (self->pinned, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pinned), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_day (ScrTodayView *self, const char *today)
{
  g_autoptr (ScrItem) record = scr_source_get (SCR_SOURCE (self->store), SCR_KIND_RECORD, SCR_RECORD_ID);
  g_autofree char *day = scr_format_day (NULL, today, SCR_DAY_FULL);
  gboolean pinned = record != NULL && scr_item_get_text (record, "today") != NULL;

  gtk_label_set_text (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->pinned), pinned);
  if (pinned)
    show_pinned (self, record);
  gtk_widget_set_sensitive (self->unpin, !scr_store_is_read_only (self->store));
  g_free (self->shown_day);
  self->shown_day = g_strdup (today);
}

static void
show_section (GtkWidget *section, GtkBox *heading, ScrTodayList *list, GPtrArray *rows)
{
  g_autofree char *count = g_strdup_printf ("%u", rows->len);

  gtk_widget_set_visible (section, rows->len > 0);
  if (heading != NULL)
    scr_pill_set (gtk_widget_get_last_child (GTK_WIDGET (heading)), "", count, "count");
  scr_today_list_show (list, rows);
}

static gboolean
is_empty (const ScrToday *today)
{
  for (guint i = 0; i < SCR_TODAY_N_SECTIONS; i++)
    if (today->sections[i]->len > 0)
      return FALSE;
  return TRUE;
}

static void
refresh (ScrTodayView *self)
{
  const char *partnership = scr_context_get_partnership (scr_view_get_context (SCR_VIEW (self)));
  g_autoptr (ScrToday) today = NULL;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->store == NULL)
    return;
  today = scr_today_new (NULL, SCR_SOURCE (self->store), partnership);
  show_sentence (self, today->sections[SCR_TODAY_NOW]->len);
  show_day (self, today->day);
  gtk_widget_set_visible (GTK_WIDGET (self->now), today->sections[SCR_TODAY_NOW]->len > 0);
  scr_today_list_show (self->now, today->sections[SCR_TODAY_NOW]);
  show_section (self->meetings_section, NULL, self->meetings, today->sections[SCR_TODAY_MEETINGS]);
  show_section (self->difference_section, self->difference_heading, self->difference,
                today->sections[SCR_TODAY_DIFFERENCE]);
  show_section (self->gaps_section, self->gaps_heading, self->gaps, today->sections[SCR_TODAY_GAPS]);
  show_section (self->coming_section, self->coming_heading, self->coming, today->sections[SCR_TODAY_COMING]);
  gtk_stack_set_visible_child_name (self->pages, is_empty (today) ? "empty" : "needs");
}

static gboolean
refresh_now (gpointer user_data)
{
  ScrTodayView *self = user_data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (ScrTodayView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_now, self);
}

static gboolean
check_day (gpointer user_data)
{
  ScrTodayView *self = user_data;
  g_autofree char *day = self->store != NULL ? scr_source_dup_today (SCR_SOURCE (self->store)) : NULL;

  if (day != NULL && g_strcmp0 (day, self->shown_day) != 0)
    refresh_soon (self);
  return G_SOURCE_CONTINUE;
}

static void
follow_store (ScrTodayView *self, ScrStore *store)
{
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_changes, store);
}

static void
scr_today_view_context_set (ScrView *view)
{
  ScrTodayView *self = SCR_TODAY_VIEW (view);

  follow_store (self, scr_view_get_store (view));
  refresh (self);
}

/* Narrow: what only adorns is left out, and the sidebar is the way to the timeline. */
static void
on_narrow (ScrTodayView *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));
  int margin = narrow ? NARROW_MARGIN : WIDE_MARGIN;

  gtk_widget_set_margin_start (self->clamp, margin);
  gtk_widget_set_margin_end (self->clamp, margin);
  gtk_widget_remove_css_class (self->sentence, narrow ? "title-1" : "title-2");
  gtk_widget_add_css_class (self->sentence, narrow ? "title-2" : "title-1");
  gtk_label_set_text (self->meetings_title, narrow ? _ ("Meetings") : _ ("Meetings in the next four weeks"));
  gtk_widget_set_visible (self->meetings_when, narrow);
  gtk_widget_set_visible (self->timeline, !narrow);
  scr_today_list_set_compact (self->now, narrow);
  scr_today_list_set_compact (self->meetings, narrow);
}

/* --- Acting --- */

static void
on_opened (ScrTodayView *self, ScrItem *item)
{
  scr_context_open_item (scr_view_get_context (SCR_VIEW (self)), item);
}

static void
on_timeline (ScrTodayView *self)
{
  scr_context_show_view (scr_view_get_context (SCR_VIEW (self)), "meetings");
}

static gboolean
on_more_gaps (ScrTodayView *self)
{
  scr_context_show_view (scr_view_get_context (SCR_VIEW (self)), "map");
  return TRUE;
}

static void
on_unpin (ScrTodayView *self)
{
  ScrContext *context = scr_view_get_context (SCR_VIEW (self));
  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (self->pinned_popover);
  if (scr_command_pin_today (self->store, NULL, &error))
    scr_context_toast (context, _ ("Counted from the real day"), TRUE);
  else
    scr_context_fail (context, error);
}

/* --- Set-up --- */

static char *
describe_more (guint more)
{
  return g_strdup_printf (ngettext ("Show %u more", "Show %u more", more), more);
}

static char *
describe_more_gaps (guint more)
{
  return g_strdup_printf (ngettext ("%u more on the map", "%u more on the map", more), more);
}

static void
scr_today_view_dispose (GObject *object)
{
  ScrTodayView *self = SCR_TODAY_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (scr_today_view_parent_class)->dispose (object);
}

static void
scr_today_view_finalize (GObject *object)
{
  g_free (SCR_TODAY_VIEW (object)->shown_day);
  G_OBJECT_CLASS (scr_today_view_parent_class)->finalize (object);
}

static void
scr_today_view_class_init (ScrTodayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = scr_today_view_dispose;
  object_class->finalize = scr_today_view_finalize;
  SCR_VIEW_CLASS (klass)->context_set = scr_today_view_context_set;

  scr_today_register_resource ();
  g_type_ensure (SCR_TYPE_FOLD_BOX);
  g_type_ensure (SCR_TYPE_TODAY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Scrutiny/today/scr-today-view.ui");
#define BIND(member) gtk_widget_class_bind_template_child (widget_class, ScrTodayView, member)
  BIND (pages);
  BIND (clamp);
  BIND (sentence);
  BIND (day);
  BIND (pinned);
  BIND (pinned_popover);
  BIND (unpin);
  BIND (now);
  BIND (meetings_section);
  BIND (meetings_title);
  BIND (meetings_when);
  BIND (timeline);
  BIND (meetings);
  BIND (difference_section);
  BIND (difference_heading);
  BIND (difference);
  BIND (gaps_section);
  BIND (gaps_heading);
  BIND (gaps);
  BIND (coming_section);
  BIND (coming_heading);
  BIND (coming);
  BIND (first_step);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_timeline);
  gtk_widget_class_bind_template_callback (widget_class, on_unpin);
}

static void
scr_today_view_init (ScrTodayView *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_changes, "changed", G_CALLBACK (refresh_soon), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (self->difference_heading, scr_pill_new ("", "", "count"));
  gtk_box_append (self->gaps_heading, scr_pill_new ("", "", "count"));
  gtk_box_append (self->coming_heading, scr_pill_new ("", "", "count"));
  scr_today_list_set_up (self->now, _ ("What needs you now"), SCR_TODAY_LOOK_NEED, LONG_LIMIT, describe_more);
  scr_today_list_set_up (self->meetings, _ ("Meetings in the next four weeks"), SCR_TODAY_LOOK_MEETING,
                         LONG_LIMIT, describe_more);
  scr_today_list_set_up (self->difference, _ ("No answer yet about the difference made"),
                         SCR_TODAY_LOOK_SMALL, SHORT_LIMIT, describe_more);
  scr_today_list_set_up (self->gaps, _ ("Open gaps in who answers to whom"), SCR_TODAY_LOOK_SMALL, GAPS_LIMIT,
                         describe_more_gaps);
  scr_today_list_set_up (self->coming, _ ("Coming up"), SCR_TODAY_LOOK_SMALL, SHORT_LIMIT, describe_more);
  g_signal_connect_object (self->gaps, "more", G_CALLBACK (on_more_gaps), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (on_narrow), NULL);
  on_narrow (self);
  self->day_source = g_timeout_add_seconds (DAY_CHECK, check_day, self);
}

/**
 * scr_today_view_new:
 * @context: what the window hands to it
 * @id: its id in the registry of views
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
scr_today_view_new (ScrContext *context, const char *id)
{
  ScrTodayView *self = g_object_new (SCR_TYPE_TODAY_VIEW, "context", context, "view-id", id, NULL);

  scr_today_view_context_set (SCR_VIEW (self));
  return GTK_WIDGET (self);
}
