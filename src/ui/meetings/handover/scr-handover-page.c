/* ScrHandoverPage - how the old arrangement hands over to the new. See the header. */
#include "config.h"

#include "scr-handover-page.h"

#include "scr-common.h"
#include "scr-format.h"
#include "scr-handover-commands.h"
#include "scr-handover-pair.h"
#include "scr-handover-resources.h"
#include "scr-handover-tasks.h"
#include "scr-handover.h"
#include "scr-labels.h"
#include "scr-row-factory.h"
#include "scr-section.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/handover/handover.css"

/* More handovers than these belong in the outline. */
#define LISTED 50

static const char *const rich_fields[] = {"room", "acts", "knowledge"};

struct _ScrHandoverPage
{
  AdwBin parent_instance;

  ScrContext *context;
  ScrStore *store;   /* (nullable): of what is shown */
  ScrItem *handover; /* (nullable) */
  GtkWidget *title;
  GtkWidget *details; /* shows it in the details pane */
  GtkWidget *stack;
  GtkWidget *disc;
  GtkWidget *sentence;
  GtkWidget *gap;
  GtkWidget *meetings;
  GtkWidget *roles;
  GtkWidget *tasks;
  ScrRow *rows[G_N_ELEMENTS (rich_fields)];
  GtkWidget *others; /* the handovers that there are */
  GtkWidget *new_button;
};

static guint back_signal;

G_DEFINE_FINAL_TYPE (ScrHandoverPage, scr_handover_page, ADW_TYPE_BIN)

/* --- Showing --- */

static void
show_disc (ScrHandoverPage *self, const ScrHandover *told)
{
  const char *tone = !told->is_joined ? "soon" : told->overlaps ? "late" : "done";
  const char *icon = !told->is_joined ? "alarm-symbolic"
                     : told->overlaps ? "dialog-warning-symbolic"
                                      : "go-next-symbolic";
  const char *const classes[] = {"disc", "big", tone, NULL};

  gtk_widget_set_css_classes (self->disc, (const char **)classes);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->disc), icon);
}

static char *
dup_gap (const ScrHandover *told)
{
  const char *day = told->is_joined ? scr_item_get_text (told->first, "day") : NULL;
  g_autofree char *shown = day != NULL ? scr_format_day (NULL, day, SCR_DAY_FULL) : NULL;

  if (shown == NULL)
    return g_strdup (told->progress);
  return g_strconcat (shown, ". ", told->gap, " ", told->progress, NULL);
}

static void
show_handover (ScrHandoverPage *self)
{
  ScrSource *source = SCR_SOURCE (self->store);
  g_autoptr (ScrHandover) told = scr_handover_new (NULL, source, self->handover);
  g_autofree char *title = scr_format_title (NULL, source, self->handover);
  g_autofree char *gap = dup_gap (told);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
  show_disc (self, told);
  gtk_label_set_text (GTK_LABEL (self->sentence), told->sentence);
  gtk_label_set_text (GTK_LABEL (self->gap), gap);
  scr_handover_pair_show (SCR_HANDOVER_PAIR (self->meetings), self->handover, told);
  scr_handover_pair_show (SCR_HANDOVER_PAIR (self->roles), self->handover, told);
  scr_handover_tasks_set_handover (SCR_HANDOVER_TASKS (self->tasks), self->handover);
  scr_handover_tasks_set_progress (SCR_HANDOVER_TASKS (self->tasks), told->progress);
}

static GtkWidget *
make_other (ScrHandoverPage *self, ScrItem *handover)
{
  ScrSource *source = SCR_SOURCE (self->store);
  g_autoptr (ScrHandover) told = scr_handover_new (NULL, source, handover);
  g_autofree char *title = scr_format_title (NULL, source, handover);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), told->progress);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), scr_icon_new_silent ("go-next-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scr_icon_new_silent ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (handover), g_object_unref);
  return row;
}

static void
show_others (ScrHandoverPage *self)
{
  const ScrQuery query
      = {.kind = "handover", .partnership = scr_context_get_partnership (self->context), .limit = LISTED};
  g_autoptr (GPtrArray) handovers
      = self->store != NULL ? scr_source_list (SCR_SOURCE (self->store), &query) : g_ptr_array_new ();

  gtk_label_set_text (GTK_LABEL (self->title), _ ("Handovers"));
  gtk_widget_set_tooltip_text (self->title, NULL);
  scr_section_clear (SCR_SECTION (self->others));
  for (guint i = 0; i < handovers->len; i++)
    gtk_list_box_append (scr_section_get_list (SCR_SECTION (self->others)),
                         make_other (self, handovers->pdata[i]));
  gtk_widget_set_visible (self->others, handovers->len > 0);
  gtk_widget_set_sensitive (self->new_button, self->store != NULL && !scr_store_is_read_only (self->store));
}

static void
refresh (ScrHandoverPage *self)
{
  gtk_widget_set_visible (self->details, self->handover != NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->handover != NULL ? "handover" : "none");
  if (self->handover != NULL)
    show_handover (self);
  else
    show_others (self);
}

static void
on_store_changed (ScrStore *store, ScrChange *change, ScrHandoverPage *self)
{
  if (self->handover != NULL && scr_item_is_deleted (self->handover))
    scr_handover_page_show (self, NULL);
  else
    refresh (self);
}

static void
set_store (ScrHandoverPage *self, ScrStore *store)
{
  if (self->store == store)
    return;
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect (store, "changed", G_CALLBACK (on_store_changed), self);
}

/* Another record: nothing of the last one stays. */
static void
on_context_store (ScrHandoverPage *self)
{
  scr_handover_page_show (self, NULL);
}

/* --- What a person does --- */

static void
on_back (ScrHandoverPage *self)
{
  g_signal_emit (self, back_signal, 0);
}

static void
on_details (ScrHandoverPage *self)
{
  scr_context_set_selected (self->context, self->handover);
}

static void
on_other_activated (GtkListBox *list, GtkListBoxRow *row, ScrHandoverPage *self)
{
  g_autoptr (ScrItem) handover = g_object_ref (g_object_get_data (G_OBJECT (row), "item"));

  scr_handover_page_show (self, handover);
}

/**
 * scr_handover_page_make:
 * @self: a page
 *
 * Makes a handover in the partnership that the context is narrowed to, and shows it.
 */
void
scr_handover_page_make (ScrHandoverPage *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) handover = NULL;

  if (store == NULL)
    return;
  handover
      = scr_command_make_handover (store, scr_context_get_partnership (self->context), NULL, NULL, &error);
  if (handover == NULL)
    {
      scr_context_fail (self->context, error);
      return;
    }
  scr_handover_page_show (self, handover);
  /* Its name waits there. */
  scr_context_set_selected (self->context, handover);
}

/**
 * scr_handover_page_show:
 * @self: a page
 * @handover: (nullable): what it shows from now on; %NULL lists those that there are
 */
void
scr_handover_page_show (ScrHandoverPage *self, ScrItem *handover)
{
  set_store (self, scr_context_get_store (self->context));
  g_set_object (&self->handover, handover);
  for (guint i = 0; i < G_N_ELEMENTS (rich_fields); i++)
    scr_row_set_item (self->rows[i], handover);
  if (handover == NULL)
    scr_handover_tasks_set_handover (SCR_HANDOVER_TASKS (self->tasks), NULL);
  refresh (self);
}

/**
 * scr_handover_page_get_handover:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ScrItem *
scr_handover_page_get_handover (ScrHandoverPage *self)
{
  return self->handover;
}

/* --- Making --- */

static GtkWidget *
make_bar (ScrHandoverPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->title = gtk_label_new (NULL);
  self->details = gtk_button_new_from_icon_name ("document-properties-symbolic");
  gtk_widget_add_css_class (bar, "scr-view-bar");
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (back, _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back"), -1);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->details, "flat");
  gtk_widget_set_valign (self->details, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->details, _ ("Name, partnership and note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name, partnership and note"), -1);
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), self->title);
  gtk_box_append (GTK_BOX (bar), self->details);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (on_back), self);
  g_signal_connect_swapped (self->details, "clicked", G_CALLBACK (on_details), self);
  return bar;
}

static GtkWidget *
make_head (ScrHandoverPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->disc = scr_icon_new_silent (NULL);
  gtk_widget_set_valign (self->disc, GTK_ALIGN_START);
  self->sentence = scr_label_new_wrapping (NULL, "title-2");
  self->gap = scr_label_new_wrapping (NULL, "scr-dim");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->sentence);
  gtk_box_append (GTK_BOX (texts), self->gap);
  gtk_box_append (GTK_BOX (head), self->disc);
  gtk_box_append (GTK_BOX (head), texts);
  return head;
}

static GtkWidget *
make_texts (ScrHandoverPage *self)
{
  const ScrKind *kind = scr_kind_find ("handover");
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("How it is shown, and what is kept"));
  gtk_widget_add_css_class (group, "scr-form");
  for (guint i = 0; i < G_N_ELEMENTS (rich_fields); i++)
    {
      self->rows[i] = scr_row_new (self->context, scr_kind_get_field (kind, rich_fields[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->rows[i]));
    }
  return group;
}

static GtkWidget *
scroll (GtkWidget *content)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_widget_add_css_class (content, "handover-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_content (ScrHandoverPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->meetings = scr_handover_pair_new (self->context, "last_meeting", "first_meeting");
  self->roles = scr_handover_pair_new (self->context, "from_role", "to_role");
  self->tasks = scr_handover_tasks_new (self->context);
  gtk_box_append (GTK_BOX (content), make_head (self));
  gtk_box_append (GTK_BOX (content), self->meetings);
  gtk_box_append (GTK_BOX (content), self->roles);
  gtk_box_append (GTK_BOX (content), self->tasks);
  gtk_box_append (GTK_BOX (content), make_texts (self));
  return scroll (content);
}

static GtkWidget *
make_none (ScrHandoverPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "go-next-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("From the Old to the New"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (status),
      _ ("A handover joins the last meeting of the old arrangement and the first of the "
         "new, and keeps what must not be forgotten."));
  self->new_button = gtk_button_new_with_mnemonic (_ ("_New Handover"));
  gtk_widget_set_halign (self->new_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->new_button, "pill");
  gtk_widget_add_css_class (self->new_button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), self->new_button);
  self->others = scr_section_new (_ ("Handovers"));
  gtk_box_append (GTK_BOX (content), status);
  gtk_box_append (GTK_BOX (content), self->others);
  g_signal_connect_swapped (self->new_button, "clicked", G_CALLBACK (scr_handover_page_make), self);
  g_signal_connect_object (scr_section_get_list (SCR_SECTION (self->others)), "row-activated",
                           G_CALLBACK (on_other_activated), self, 0);
  return scroll (content);
}

static void
scr_handover_page_dispose (GObject *object)
{
  ScrHandoverPage *self = SCR_HANDOVER_PAGE (object);

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  set_store (self, NULL);
  g_clear_object (&self->handover);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_handover_page_parent_class)->dispose (object);
}

static void
scr_handover_page_class_init (ScrHandoverPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_handover_page_dispose;
  back_signal
      = g_signal_new ("back", SCR_TYPE_HANDOVER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
scr_handover_page_init (ScrHandoverPage *self)
{
}

/**
 * scr_handover_page_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a page that lists the handovers that there are
 */
GtkWidget *
scr_handover_page_new (ScrContext *context)
{
  ScrHandoverPage *self = g_object_new (SCR_TYPE_HANDOVER_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  scr_common_ensure ();
  if (!g_resources_get_info (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    scr_handover_register_resource ();
  scr_common_add_style (STYLE_PATH);
  self->context = g_object_ref (context);
  self->stack = gtk_stack_new ();
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_stack_add_named (GTK_STACK (self->stack), make_content (self), "handover");
  gtk_stack_add_named (GTK_STACK (self->stack), make_none (self), "none");
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (context, "notify::store", G_CALLBACK (on_context_store), self);
  scr_handover_page_show (self, NULL);
  return GTK_WIDGET (self);
}
