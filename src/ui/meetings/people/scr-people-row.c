/* Rows of the people of a meeting. See the header. */
#include "config.h"

#include "scr-people-row.h"

#include "scr-choices.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-pill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUTTON_KEY "scr-people-button"

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
dup_choice (ScrSource *source, const char *id)
{
  g_autoptr (ScrItem) choice = id != NULL ? scr_source_get (source, SCR_KIND_CHOICE, id) : NULL;

  return choice != NULL ? scr_format_title (NULL, source, choice) : NULL;
}

/* Capacity, and what else is to be known: who stood in, that nobody expected this one, who suggested the
 * meeting. */
static char *
describe (ScrSource *source, ScrItem *meeting, const ScrAttendee *attendee)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *capacity = dup_choice (source, attendee->capacity);

  if (capacity != NULL)
    g_ptr_array_add (parts, capacity);
  if (attendee->substitute != NULL)
    {
      g_autoptr (ScrItem) who = scr_source_get_referred (source, attendee->substitute, "who");
      g_autofree char *title = who != NULL ? scr_format_title (NULL, source, who) : NULL;

      if (title != NULL)
        /* TRANSLATORS: %s is who came instead of somebody. */
        g_ptr_array_add (parts, g_strdup_printf (_ ("in place: %s"), title));
    }
  if (!attendee->is_expected && attendee->counts)
    g_ptr_array_add (parts, g_strdup (_ ("not of the group")));
  if (g_strcmp0 (scr_item_get_text (meeting, "suggested_by"), scr_item_get_id (attendee->who)) == 0)
    g_ptr_array_add (parts, g_strdup (_ ("suggested this meeting")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
make_texts (const char *title, const char *detail)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *dim = scr_label_new_wrapping (detail, "scr-people-detail");

  gtk_widget_add_css_class (dim, "scr-dim");
  gtk_widget_set_visible (dim, detail != NULL && *detail != '\0');
  gtk_box_append (GTK_BOX (texts), scr_label_new_wrapping (title, NULL));
  gtk_box_append (GTK_BOX (texts), dim);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  return texts;
}

/* A pill that opens the menu; the keys and the row's own menu do the same, so Tab does not stop at it. */
static GtkWidget *
make_button (GtkWidget *child, const char *who, const char *label)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "scr-people-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, label);
  name_widget (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", who);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "people.menu");
  return button;
}

static GtkWidget *
make_row (GtkWidget *symbol, GtkWidget *texts, GtkWidget *end, const char *name, ScrItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "scr-people-row");
  gtk_widget_set_valign (symbol, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), texts);
  if (end != NULL)
    gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* On the child, where the accessibility bus looks, and on the row, which has the focus. */
  name_widget (row, name);
  name_widget (box, name);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (row), BUTTON_KEY, end);
  return row;
}

/**
 * scr_people_row_new:
 * @source: a record
 * @meeting: a meeting of it
 * @attendee: one of those expected or recorded
 * @can_edit: whether the state can be altered
 *
 * Returns: (transfer floating): a row with the person as its data "item"
 */
GtkWidget *
scr_people_row_new (ScrSource *source, ScrItem *meeting, const ScrAttendee *attendee, gboolean can_edit)
{
  const char *who = scr_item_get_id (attendee->who);
  g_autoptr (ScrItem) choice
      = attendee->state != NULL ? scr_source_get (source, SCR_KIND_CHOICE, attendee->state) : NULL;
  g_autofree char *title = scr_format_title (NULL, source, attendee->who);
  g_autofree char *detail = describe (source, meeting, attendee);
  g_autofree char *state
      = choice != NULL ? scr_format_title (NULL, source, choice) : g_strdup (_ ("Not recorded"));
  g_autofree char *name
      = g_strjoin (", ", title, *detail != '\0' ? detail : state, *detail != '\0' ? state : NULL, NULL);
  GtkWidget *disc = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *pill = scr_pill_new ("", state, "waiting");
  GtkWidget *image = scr_icon_new_silent (scr_item_get_kind (attendee->who)->icon);

  if (choice != NULL)
    scr_choices_show_pill (pill, source, choice);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (pill)), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (disc, "scr-people-disc");
  if (strcmp (scr_item_get_kind (attendee->who)->name, "organisation") != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), "avatar-default-symbolic");
  gtk_widget_set_hexpand (image, TRUE);
  gtk_widget_set_hexpand (disc, FALSE);
  gtk_widget_set_halign (disc, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (disc), image);
  return make_row (disc, make_texts (title, detail), can_edit ? make_button (pill, who, state) : pill, name,
                   attendee->who);
}

/**
 * scr_interest_row_new:
 * @source: a record
 * @interest: an item of kind "interest"
 * @can_edit: whether it can be altered
 *
 * Returns: (transfer floating): a row with the interest as its data "item"
 */
GtkWidget *
scr_interest_row_new (ScrSource *source, ScrItem *interest, gboolean can_edit)
{
  g_autoptr (ScrItem) item = scr_source_get_referred (source, interest, "item");
  g_autofree char *about = item != NULL ? scr_format_title (NULL, source, item) : g_strdup ("");
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *name = NULL;
  GtkWidget *symbol = scr_icon_new_silent (scr_item_get_kind (interest)->icon);
  GtkWidget *more = scr_icon_new_silent ("view-more-symbolic");

  /* TRANSLATORS: an interest that somebody declared; %s is what it is. */
  title = g_strdup_printf (_ ("Interest: %s"), scr_item_get_text (interest, "title"));
  if (scr_item_get_bool (interest, "left"))
    /* TRANSLATORS: %s is the item of the agenda for which somebody left the room. */
    detail = g_strdup_printf (_ ("%s · left for the item"), about);
  else
    /* TRANSLATORS: %s is the item of the agenda in which somebody declared an interest. */
    detail = g_strdup_printf (_ ("%s · stayed"), about);
  name = g_strjoin (", ", title, detail, NULL);
  gtk_widget_add_css_class (symbol, "scr-people-interest");
  return make_row (
      symbol, make_texts (title, detail),
      can_edit ? make_button (more, scr_item_get_id (interest), _ ("What to do about this interest")) : NULL,
      name, interest);
}

/**
 * scr_people_row_get_button:
 * @row: a row made here
 *
 * Returns: (transfer none) (nullable): what stands at its end, where its menu points to
 */
GtkWidget *
scr_people_row_get_button (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), BUTTON_KEY);
}
