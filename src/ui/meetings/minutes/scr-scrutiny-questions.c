/* Choosing a question to ask at a meeting: from the question sets, about a priority. See
 * scr-scrutiny-private.h. */
#include "config.h"

#include "scr-scrutiny-private.h"

#include "scr-fold.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-minutes-rows.h"
#include "scr-scrutiny-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  ScrContext *context;
  ScrItem *meeting;
  GPtrArray *questions;  /* (element-type ScrItem), set by set */
  GPtrArray *priorities; /* (element-type ScrItem) */
  GtkWidget *window;
  GtkWidget *search;
  GtkWidget *priority;
  GtkWidget *list;
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *self = data;

  g_object_unref (self->context);
  g_object_unref (self->meeting);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->priorities);
  g_free (self);
}

static GPtrArray *
list_questions (ScrSource *source, const char *partnership)
{
  const ScrQuery query = {.kind = "question_set", .partnership = partnership};
  g_autoptr (GPtrArray) sets = scr_source_list (source, &query);
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sets->len; i++)
    {
      g_autoptr (GPtrArray) of
          = scr_source_list_by (source, "question", "set", scr_item_get_id (g_ptr_array_index (sets, i)));

      for (guint k = 0; k < of->len; k++)
        g_ptr_array_add (questions, g_object_ref (g_ptr_array_index (of, k)));
    }
  return questions;
}

/* --- Narrowing --- */

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  Choosing *self = data;
  ScrItem *question = g_ptr_array_index (self->questions, (guint)gtk_list_box_row_get_index (row));
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *title = scr_item_get_text (question, "title");

  return scr_fold_contains (title != NULL ? title : "", typed);
}

static void
show_set (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  Choosing *self = data;
  ScrItem *question = g_ptr_array_index (self->questions, (guint)gtk_list_box_row_get_index (row));
  ScrItem *earlier = before != NULL
                         ? g_ptr_array_index (self->questions, (guint)gtk_list_box_row_get_index (before))
                         : NULL;
  g_autofree char *set = NULL;
  GtkWidget *label;

  if (earlier != NULL
      && g_strcmp0 (scr_item_get_text (earlier, "set"), scr_item_get_text (question, "set")) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  set = scr_format_field (NULL, SCR_SOURCE (scr_context_get_store (self->context)), question, "set");
  label = scr_label_new_wrapping (set, "heading");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_header (row, label);
}

/* --- Choosing --- */

static void
on_activated (Choosing *self, GtkListBoxRow *row)
{
  ScrStore *store = scr_context_get_store (self->context);
  ScrItem *question = g_ptr_array_index (self->questions, (guint)gtk_list_box_row_get_index (row));
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->priority));
  const char *priority = index > 0 && index <= self->priorities->len
                             ? scr_item_get_id (g_ptr_array_index (self->priorities, index - 1))
                             : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) asking = NULL;

  if (store == NULL)
    return;
  asking = scr_command_plan_asking (store, self->meeting, scr_item_get_id (question), priority, &error);
  if (asking == NULL)
    scr_context_fail (self->context, error);
  else
    scr_context_toast (self->context, scr_store_get_undo_label (store), TRUE);
  gtk_window_close (GTK_WINDOW (self->window));
}

static GtkWidget *
make_priorities (Choosing *self, ScrSource *source)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const char *own = scr_item_get_text (self->meeting, "priority");
  guint selected = 0;
  GtkWidget *drop_down;

  gtk_string_list_append (names, _ ("About no priority"));
  for (guint i = 0; i < self->priorities->len; i++)
    {
      ScrItem *priority = g_ptr_array_index (self->priorities, i);
      g_autofree char *title = scr_format_title (NULL, source, priority);
      /* TRANSLATORS: %s is a priority that a question is about */
      g_autofree char *about = g_strdup_printf (_ ("About %s"), title);

      gtk_string_list_append (names, about);
      if (g_strcmp0 (own, scr_item_get_id (priority)) == 0)
        selected = i + 1;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Priority"),
                                  -1);
  return drop_down;
}

static GtkWidget *
make_list (Choosing *self, ScrSource *source)
{
  GtkWidget *list = scr_minutes_rows_new (_ ("Questions"));

  for (guint i = 0; i < self->questions->len; i++)
    {
      g_autofree char *title = scr_format_title (NULL, source, g_ptr_array_index (self->questions, i));
      g_autofree char *about
          = scr_format_field (NULL, source, g_ptr_array_index (self->questions, i), "about");

      gtk_list_box_append (GTK_LIST_BOX (list),
                           scr_minutes_row_new ("dialog-question-symbolic", title,
                                                about != NULL && *about != '\0' ? about : NULL));
    }
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), is_wanted, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), show_set, self, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list),
                                scr_label_new_wrapping (_ ("No question has these words."), "scr-dim"));
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_activated), self);
  return list;
}

/* Rows go one by one as the window does; nothing is to be told of them then. */
static void
on_destroy (Choosing *self)
{
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
}

static gboolean
on_escape (GtkWidget *window, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static GtkWidget *
make_content (Choosing *self, ScrSource *source)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->priority = make_priorities (self, source);
  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a question"), -1);
  self->list = make_list (self, source);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                            self->list);
  gtk_widget_set_margin_start (inner, 18);
  gtk_widget_set_margin_end (inner, 18);
  gtk_widget_set_margin_top (inner, 12);
  gtk_widget_set_margin_bottom (inner, 18);
  gtk_box_append (GTK_BOX (inner), self->priority);
  gtk_box_append (GTK_BOX (inner), self->search);
  gtk_box_append (GTK_BOX (inner), self->list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), inner);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

/**
 * scr_scrutiny_ask_question:
 * @context: what the window hands to its views
 * @parent: where it is asked
 * @meeting: where the question is to be put
 *
 * Returns: (transfer none): a window that lists the questions, set by set; activating one plans to ask it
 */
GtkWindow *
scr_scrutiny_ask_question (ScrContext *context, GtkWidget *parent, ScrItem *meeting)
{
  ScrSource *source = SCR_SOURCE (scr_context_get_store (context));
  const char *partnership = scr_item_get_text (meeting, "partnership");
  const ScrQuery priorities = {.kind = "priority", .partnership = partnership};
  Choosing *self = g_new0 (Choosing, 1);
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->context = g_object_ref (context);
  self->meeting = g_object_ref (meeting);
  self->questions = list_questions (source, partnership);
  self->priorities = scr_source_list (source, &priorities);
  self->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _ ("Which Question Is to Be Asked?"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 540, 600);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (root));
  adw_window_set_content (ADW_WINDOW (self->window), make_content (self, source));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (self->window, keys);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (on_destroy), self);
  g_object_set_data_full (G_OBJECT (self->list), "choosing", self, choosing_free);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->search);
  return GTK_WINDOW (self->window);
}
