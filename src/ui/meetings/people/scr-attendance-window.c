/* ScrAttendanceWindow - figures of attendance over a programme year. See the header. */
#include "config.h"

#include "scr-attendance-window.h"

#include "scr-attendance-table.h"
#include "scr-calendar-exchange.h"
#include "scr-day.h"
#include "scr-follow.h"
#include "scr-format.h"
#include "scr-labels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Years that are offered at most. */
#define MOST_YEARS 60

enum
{
  SHOW_GROUP_PEOPLE,
  SHOW_ALL_PEOPLE,
  SHOW_GROUPS,
};

struct _ScrAttendanceWindow
{
  AdwWindow parent_instance;

  ScrContext *context;
  char *group;      /* (nullable): whose people are offered first */
  GPtrArray *years; /* (element-type GStrv): first and last day, newest first */
  GtkWidget *year;
  GtkWidget *what;
  GtkWidget *note;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (ScrAttendanceWindow, scr_attendance_window, ADW_TYPE_WINDOW)

static ScrStore *
get_store (ScrAttendanceWindow *self)
{
  return scr_context_get_store (self->context);
}

static void
show_note (ScrAttendanceWindow *self, const ScrAttendanceFigures *figures)
{
  g_autofree char *text = NULL;

  if (figures->groups->len == 0 && figures->n_unrecorded == 0)
    text = g_strdup (_ ("No meeting was held in this year."));
  else if (figures->n_unrecorded > 0)
    text = g_strdup_printf (
        ngettext ("%u meeting was held of which no attendance is recorded: it does not count here.",
                  "%u meetings were held of which no attendance is recorded: they do not count here.",
                  figures->n_unrecorded),
        figures->n_unrecorded);
  gtk_label_set_text (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
}

static guint
get_what (ScrAttendanceWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->what));

  return self->group != NULL ? selected : selected + SHOW_ALL_PEOPLE;
}

static void
refresh (ScrAttendanceWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->year));
  g_autoptr (ScrAttendanceFigures) figures = NULL;
  const char *const *days;

  if (get_store (self) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (selected >= self->years->len)
    return;
  days = self->years->pdata[selected];
  figures = scr_attendance_figures_new (
      SCR_SOURCE (get_store (self)), scr_context_get_partnership (self->context),
      get_what (self) == SHOW_GROUP_PEOPLE ? self->group : NULL, days[0], days[1]);
  show_note (self, figures);
  scr_attendance_table_show (SCR_ATTENDANCE_TABLE (self->table), SCR_SOURCE (get_store (self)),
                             get_what (self) == SHOW_GROUPS ? figures->groups : figures->people);
}

/* --- Exporting --- */

static void
act_export_figures (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrAttendanceWindow *self = SCR_ATTENDANCE_WINDOW (widget);
  g_autofree char *text = scr_attendance_table_dup_csv (SCR_ATTENDANCE_TABLE (self->table));

  if (get_store (self) != NULL)
    scr_calendar_export_table (widget, self->context, text,
                               scr_attendance_table_get_n_rows (SCR_ATTENDANCE_TABLE (self->table)));
}

static void
act_export_meetings (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrAttendanceWindow *self = SCR_ATTENDANCE_WINDOW (widget);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->year));
  const char *const *days = selected < self->years->len ? self->years->pdata[selected] : NULL;

  if (get_store (self) != NULL && days != NULL)
    scr_calendar_export_attendance (
        widget, self->context, get_what (self) == SHOW_GROUP_PEOPLE ? self->group : NULL, days[0], days[1]);
}

static GtkWidget *
make_export (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("These _Figures…"), "attendance.export-figures");
  g_menu_append (menu, _ ("Who Came to Each _Meeting…"), "attendance.export-meetings");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Export"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Export as a table for spreadsheets (CSV)"));
  return button;
}

/* --- Years --- */

/* The first day of which a meeting is known, or @otherwise. */
static char *
find_first_day (ScrSource *source, const char *otherwise)
{
  const ScrQuery query
      = {.kind = "meeting", .conditions = {{"day", SCR_IS_FILLED, NULL, 0}}, .order = "day", .limit = 1};
  g_autoptr (GPtrArray) first = scr_source_list (source, &query);
  const char *day = first->len > 0 ? scr_item_get_text (first->pdata[0], "day") : NULL;

  return g_strdup (day != NULL && strcmp (day, otherwise) < 0 ? day : otherwise);
}

static char *
name_year (const char *from, const char *until)
{
  g_autofree char *first = scr_format_day (NULL, from, SCR_DAY_MONTH);
  g_autofree char *last = scr_format_day (NULL, until, SCR_DAY_MONTH);

  /* TRANSLATORS: a programme year, from its first month to its last: "October 2018 to September 2019" */
  return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

/* From the year of the record's today, or of the meeting, back to that of the first meeting. */
static void
list_years (ScrAttendanceWindow *self, const char *shown, GtkStringList *names, guint *selected)
{
  ScrSource *source = SCR_SOURCE (get_store (self));
  g_autoptr (ScrItem) record = scr_source_get (source, SCR_KIND_RECORD, SCR_RECORD_ID);
  double month = record != NULL ? scr_item_get_number (record, "year_start") : 1;
  g_autofree char *today = scr_source_dup_today (source);
  g_autofree char *first = find_first_day (source, today);
  const char *newest = shown != NULL && strcmp (shown, today) > 0 ? shown : today;

  for (int back = 0; back < MOST_YEARS; back++)
    {
      char *from = NULL;
      char *until = NULL;
      char **days;

      if (!scr_programme_year_get (month >= 1 ? (int)month : 1, newest, -back, &from, &until))
        break;
      days = g_new0 (char *, 3);
      days[0] = from;
      days[1] = until;
      g_ptr_array_add (self->years, days);
      gtk_string_list_take (names, name_year (from, until));
      if (scr_day_is_within (shown != NULL ? shown : today, from, until))
        *selected = self->years->len - 1;
      if (strcmp (from, first) <= 0)
        break;
    }
}

/* --- Making --- */

static GtkWidget *
make_drop_down (GtkStringList *names, guint selected, const char *label)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return drop_down;
}

static GtkWidget *
make_what (ScrAttendanceWindow *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (ScrItem) group
      = self->group != NULL ? scr_source_get (SCR_SOURCE (get_store (self)), "group", self->group) : NULL;

  if (group != NULL)
    gtk_string_list_take (names, scr_format_title (NULL, SCR_SOURCE (get_store (self)), group));
  gtk_string_list_append (names, _ ("People of all groups"));
  gtk_string_list_append (names, _ ("Groups"));
  return make_drop_down (names, 0, _ ("Whose attendance"));
}

static void
fill (ScrAttendanceWindow *self, const char *shown)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chooser = gtk_flow_box_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkStringList *names = gtk_string_list_new (NULL);
  guint selected = 0;

  list_years (self, shown, names, &selected);
  self->year = make_drop_down (names, selected, _ ("Year"));
  self->what = make_what (self);
  self->note = scr_label_new_wrapping (NULL, "scr-dim");
  self->table = scr_attendance_table_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (chooser), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (chooser), 2);
  gtk_flow_box_append (GTK_FLOW_BOX (chooser), self->year);
  gtk_flow_box_append (GTK_FLOW_BOX (chooser), self->what);
  for (GtkWidget *child = gtk_widget_get_first_child (chooser); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_widget_add_css_class (chooser, "scr-people-chooser");
  gtk_widget_add_css_class (self->note, "scr-people-note");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_export ());
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), chooser);
  gtk_box_append (GTK_BOX (content), self->note);
  gtk_box_append (GTK_BOX (content), self->table);
  adw_window_set_content (ADW_WINDOW (self), content);
  g_signal_connect_swapped (self->year, "notify::selected", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (self->what, "notify::selected", G_CALLBACK (refresh), self);
}

static void
scr_attendance_window_dispose (GObject *object)
{
  ScrAttendanceWindow *self = SCR_ATTENDANCE_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  G_OBJECT_CLASS (scr_attendance_window_parent_class)->dispose (object);
}

static void
scr_attendance_window_class_init (ScrAttendanceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_attendance_window_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "attendance.export-figures", NULL,
                                   act_export_figures);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "attendance.export-meetings", NULL,
                                   act_export_meetings);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
scr_attendance_window_init (ScrAttendanceWindow *self)
{
  self->years = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
}

/**
 * scr_attendance_window_show:
 * @context: what the window hands to its views
 * @parent: (nullable): the window that it stands before
 * @meeting: (nullable): a meeting whose year and group are shown first
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
scr_attendance_window_show (ScrContext *context, GtkWindow *parent, ScrItem *meeting)
{
  ScrAttendanceWindow *self = g_object_new (
      SCR_TYPE_ATTENDANCE_WINDOW, "transient-for", parent, "modal", parent != NULL, "destroy-with-parent",
      TRUE, "title", _ ("Attendance over a Year"), "default-width", 780, "default-height", 540, NULL);

  self->context = g_object_ref (context);
  self->group = meeting != NULL ? g_strdup (scr_item_get_text (meeting, "group")) : NULL;
  fill (self, meeting != NULL ? scr_item_get_text (meeting, "day") : NULL);
  scr_follow (self, context, (ScrFollowFunc)refresh);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}
