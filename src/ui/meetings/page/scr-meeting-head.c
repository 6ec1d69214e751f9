/* ScrMeetingHead - what, when, where, with whom. See the header. */
#include "config.h"

#include "scr-meeting-head.h"

#include "scr-format.h"
#include "scr-labels.h"
#include "scr-wrap-box.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)

struct _ScrMeetingHead
{
  AdwBin parent_instance;

  ScrContext *context;
  ScrItem *meeting;     /* (nullable) */
  GtkWidget *facts;     /* day, time, place, group, kind */
  GtkWidget *agreement; /* who suggested it, with whom it was agreed */
};

G_DEFINE_FINAL_TYPE (ScrMeetingHead, scr_meeting_head, ADW_TYPE_BIN)

static ScrSource *
get_source (ScrMeetingHead *self)
{
  return SCR_SOURCE (scr_context_get_store (self->context));
}

static GtkWidget *
make_fact (const char *icon, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "scr-meeting-fact");
  gtk_box_append (GTK_BOX (box), scr_icon_new_silent (icon));
  gtk_box_append (GTK_BOX (box), scr_label_new_wrapping (text, NULL));
  return box;
}

static void
add_fact (ScrMeetingHead *self, const char *icon, const char *text)
{
  if (text != NULL && *text != '\0')
    scr_wrap_box_append (SCR_WRAP_BOX (self->facts), make_fact (icon, text));
}

/* A fact that leads somewhere. */
static GtkWidget *
add_button (ScrMeetingHead *self, const char *icon, const char *text, const char *tooltip)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_fact (icon, text));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "scr-meeting-link");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  scr_wrap_box_append (SCR_WRAP_BOX (self->facts), button);
  return button;
}

/* --- When --- */

static void
add_day (ScrMeetingHead *self)
{
  const char *day = scr_item_get_text (self->meeting, "day");
  const char *last = scr_item_get_text (self->meeting, "last_day");
  g_autofree char *first_text = day != NULL ? scr_format_day (NULL, day, SCR_DAY_FULL) : NULL;
  g_autofree char *last_text = last != NULL ? scr_format_day (NULL, last, SCR_DAY_FULL) : NULL;
  g_autofree char *both = NULL;

  if (first_text != NULL && last_text != NULL && strcmp (last, day) > 0)
    /* TRANSLATORS: days: from, to. */
    both = g_strdup_printf (_ ("%1$s to %2$s"), first_text, last_text);
  add_fact (self, "x-office-calendar-symbolic",
            both != NULL ? both : (first_text != NULL ? first_text : _ ("No day yet")));
}

/* "14:00 to 16:00", without the end if no length is known. */
static char *
describe_times (ScrItem *meeting)
{
  double length = scr_item_get_number (meeting, "length");
  int start;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!scr_time_to_minutes (scr_item_get_text (meeting, "start"), &start))
    return NULL;
  from = g_strdup_printf ("%d:%02d", start / 60, start % 60);
  if (!(length > 0))
    return g_steal_pointer (&from);
  start = (int)fmod (start + floor (length), DAY_MINUTES);
  to = g_strdup_printf ("%d:%02d", start / 60, start % 60);
  /* TRANSLATORS: times of day: from, to. */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}

/* The zone is told when it is not the record's own. */
static char *
describe_zone (ScrMeetingHead *self)
{
  g_autofree char *own = scr_zone_dup_of_record (get_source (self));
  g_autofree char *zone = scr_zone_dup_of_item (get_source (self), self->meeting);
  g_autofree char *short_name = NULL;
  const char *day = scr_item_get_text (self->meeting, "day");
  int minutes = 0;
  gint64 instant;

  if (strcmp (own, zone) == 0)
    return NULL;
  if (day == NULL || !scr_time_to_minutes (scr_item_get_text (self->meeting, "start"), &minutes)
      || !scr_zone_to_unix (zone, day, minutes, &instant))
    return g_steal_pointer (&zone);
  short_name = scr_zone_dup_abbreviation (zone, instant);
  /* TRANSLATORS: a time zone, and how it is abbreviated on that day: "Europe/Paris (CEST)" */
  return g_strdup_printf (_ ("%1$s (%2$s)"), zone, short_name);
}

static void
add_time (ScrMeetingHead *self)
{
  g_autofree char *times = describe_times (self->meeting);
  double length = scr_item_get_number (self->meeting, "length");
  g_autofree char *duration = length > 0 ? scr_format_duration (NULL, length) : NULL;
  g_autofree char *zone = describe_zone (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (times != NULL)
    g_ptr_array_add (parts, times);
  if (zone != NULL)
    g_ptr_array_add (parts, zone);
  if (duration != NULL)
    g_ptr_array_add (parts, duration);
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **)parts->pdata);
  add_fact (self, "preferences-system-time-symbolic", text);
}

/* --- Where --- */

static void
on_address_response (AdwMessageDialog *dialog, const char *response, ScrMeetingHead *self)
{
  const char *address = g_object_get_data (G_OBJECT (dialog), "address");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), address);
  else if (g_str_equal (response, "open"))
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, address, GDK_CURRENT_TIME);
}

/* An address came from somebody: where it leads is told first, and only web addresses are opened. */
static void
on_online (GtkButton *button, ScrMeetingHead *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const char *address = scr_item_get_text (self->meeting, "online");
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;
  gboolean is_web = g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
  GtkWidget *dialog;

  if (address == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   is_web ? _ ("Open This Address?") : _ ("Where the Meeting Is"), address);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy", _ ("C_opy"),
                                    NULL);
  if (is_web)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "open", _ ("_Open in the Browser"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), is_web ? "open" : "copy");
  g_object_set_data_full (G_OBJECT (dialog), "address", g_strdup (address), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_address_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_place (ScrMeetingHead *self)
{
  const char *online = scr_item_get_text (self->meeting, "online");

  add_fact (self, "mark-location-symbolic", scr_item_get_text (self->meeting, "place"));
  if (online != NULL && *online != '\0')
    g_signal_connect (add_button (self, "camera-web-symbolic", _ ("Online…"), online), "clicked",
                      G_CALLBACK (on_online), self);
}

/* --- What it belongs to --- */

static void
on_referred (GtkButton *button, ScrMeetingHead *self)
{
  ScrItem *item = g_object_get_data (G_OBJECT (button), "item");

  if (g_str_equal (scr_item_get_kind (item)->name, "handover"))
    gtk_widget_activate_action (GTK_WIDGET (self), "meetings.open", "(ss)", "handover",
                                scr_item_get_id (item));
  else
    scr_context_set_selected (self->context, item);
}

static void
add_item (ScrMeetingHead *self, ScrItem *item, const char *icon, const char *text, const char *tooltip)
{
  GtkWidget *button = add_button (self, icon, text, tooltip);

  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (item), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_referred), self);
}

static void
add_referred (ScrMeetingHead *self, const char *field, const char *tooltip)
{
  g_autoptr (ScrItem) item = scr_source_get_referred (get_source (self), self->meeting, field);
  g_autofree char *title = item != NULL ? scr_format_title (NULL, get_source (self), item) : NULL;

  if (title != NULL)
    add_item (self, item, scr_item_get_kind (item)->icon, title, tooltip);
}

static void
add_kind (ScrMeetingHead *self)
{
  g_autoptr (ScrItem) kind = scr_source_get_referred (get_source (self), self->meeting, "kind");
  g_autofree char *title = kind != NULL ? scr_format_title (NULL, get_source (self), kind) : NULL;
  const char *icon = kind != NULL ? scr_item_get_text (kind, "icon") : NULL;

  add_fact (self, icon != NULL ? icon : "view-list-symbolic", title);
}

/* The handover that joins this meeting to another. */
static void
add_handovers (ScrMeetingHead *self)
{
  const char *const fields[] = {"last_meeting", "first_meeting"};

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GPtrArray) found
          = scr_source_list_by (get_source (self), "handover", fields[i], scr_item_get_id (self->meeting));

      for (guint k = 0; k < found->len; k++)
        {
          g_autofree char *title = scr_format_title (NULL, get_source (self), found->pdata[k]);
          /* TRANSLATORS: %s is the title of a handover. */
          g_autofree char *text = g_strdup_printf (_ ("Handover: %s"), title);

          add_item (self, found->pdata[k], "go-next-symbolic", text,
                    i == 0 ? _ ("This is the last meeting of the old arrangement")
                           : _ ("This is the first meeting of the new arrangement"));
        }
    }
}

/* --- Who wanted it --- */

static char *
dup_who (ScrMeetingHead *self, const char *field)
{
  g_autoptr (ScrItem) who = scr_source_get_referred (get_source (self), self->meeting, field);

  return who != NULL ? scr_format_title (NULL, get_source (self), who) : NULL;
}

static void
show_agreement (ScrMeetingHead *self)
{
  g_autofree char *suggested = dup_who (self, "suggested_by");
  g_autofree char *agreed = dup_who (self, "agreed_with");
  g_autofree char *text = NULL;

  if (suggested != NULL && agreed != NULL)
    /* TRANSLATORS: %1$s suggested a meeting, its agenda was agreed with %2$s: people, roles or groups. */
    text = g_strdup_printf (_ ("Suggested by: %1$s. Agenda agreed with: %2$s."), suggested, agreed);
  else if (suggested != NULL)
    /* TRANSLATORS: %s is who suggested a meeting. */
    text = g_strdup_printf (_ ("Suggested by: %s."), suggested);
  else if (agreed != NULL)
    /* TRANSLATORS: %s is with whom an agenda was agreed. */
    text = g_strdup_printf (_ ("Agenda agreed with: %s."), agreed);
  gtk_label_set_text (GTK_LABEL (self->agreement), text != NULL ? text : "");
  gtk_widget_set_visible (self->agreement, text != NULL);
}

static void
scr_meeting_head_dispose (GObject *object)
{
  ScrMeetingHead *self = SCR_MEETING_HEAD (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_meeting_head_parent_class)->dispose (object);
}

static void
scr_meeting_head_class_init (ScrMeetingHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_meeting_head_dispose;
}

static void
scr_meeting_head_init (ScrMeetingHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->facts = scr_wrap_box_new (24, 6);
  self->agreement = scr_label_new_wrapping (NULL, "scr-dim");
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_box_append (GTK_BOX (box), self->agreement);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * scr_meeting_head_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a head that shows no meeting yet
 */
GtkWidget *
scr_meeting_head_new (ScrContext *context)
{
  ScrMeetingHead *self = g_object_new (SCR_TYPE_MEETING_HEAD, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * scr_meeting_head_set_meeting:
 * @self: a head
 * @meeting: (nullable): what it shows from now on; the same again shows what changed
 */
void
scr_meeting_head_set_meeting (ScrMeetingHead *self, ScrItem *meeting)
{
  g_return_if_fail (SCR_IS_MEETING_HEAD (self));
  g_set_object (&self->meeting, meeting);
  scr_wrap_box_clear (SCR_WRAP_BOX (self->facts));
  gtk_widget_set_visible (self->agreement, FALSE);
  if (meeting == NULL || scr_context_get_store (self->context) == NULL)
    return;
  add_day (self);
  add_time (self);
  add_place (self);
  add_referred (self, "group", _ ("Show the group"));
  add_kind (self);
  add_referred (self, "series", _ ("Show the series"));
  add_handovers (self);
  show_agreement (self);
}
