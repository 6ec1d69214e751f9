/* ScrJobBar - how far long work has come. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-job-bar.h"

/* Work that is over sooner, in milliseconds, is not shown: what comes and goes at once only makes the window
 * jump. */
#define SHOW_AFTER 300

struct _ScrJobBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *hint;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  GCancellable *cancellable; /* of the job that runs, or NULL */
  guint show_source;
  gboolean warned; /* who leaves was told that this job still runs */
};

G_DEFINE_FINAL_TYPE (ScrJobBar, scr_job_bar, GTK_TYPE_WIDGET)

/**
 * scr_job_bar_cancel:
 * @self: a bar
 *
 * Ends early what runs, as its button does.
 */
void
scr_job_bar_cancel (ScrJobBar *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel, FALSE);
}

static void
scr_job_bar_dispose (GObject *object)
{
  ScrJobBar *self = SCR_JOB_BAR (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_job_bar_parent_class)->dispose (object);
}

static void
scr_job_bar_class_init (ScrJobBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_job_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
scr_job_bar_init (ScrJobBar *self)
{
  GtkWidget *heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->hint = new_label (NULL, "caption");
  self->title = new_label (NULL, "heading");
  self->detail = new_label (NULL, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "scr-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_box_append (GTK_BOX (heads), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (heads), GTK_WIDGET (self->detail));
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, -1);
  gtk_box_append (GTK_BOX (texts), heads);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->hint));
  gtk_widget_set_hexpand (texts, TRUE);

  self->cancel = gtk_button_new_with_label (_ ("Cancel"));
  gtk_widget_set_valign (self->cancel, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (scr_job_bar_cancel), self);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_widget_add_css_class (self->box, "scr-job-bar");
  gtk_box_append (GTK_BOX (self->box), texts);
  gtk_box_append (GTK_BOX (self->box), self->cancel);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * scr_job_bar_new:
 *
 * Returns: (transfer floating): a hidden bar
 */
GtkWidget *
scr_job_bar_new (void)
{
  return g_object_new (SCR_TYPE_JOB_BAR, NULL);
}

static gboolean
show (gpointer user_data)
{
  ScrJobBar *self = user_data;

  self->show_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

/* In a dialog, nothing else can be done meanwhile. */
static void
show_hint (ScrJobBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean is_modal = GTK_IS_WINDOW (root) && gtk_window_get_modal (GTK_WINDOW (root));

  gtk_label_set_text (self->hint, is_modal ? _ ("Cancel leaves nothing half made.")
                                           : _ ("You can go on working. Cancel leaves nothing half made."));
}

/**
 * scr_job_bar_begin:
 * @self: a bar without a job
 * @title: what is being done, translated
 *
 * Returns: (transfer full): what Cancel cancels
 */
GCancellable *
scr_job_bar_begin (ScrJobBar *self, const char *title)
{
  g_return_val_if_fail (self->cancellable == NULL, NULL);

  self->cancellable = g_cancellable_new ();
  self->warned = FALSE;
  show_hint (self);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (self->cancel, TRUE);
  self->show_source = g_timeout_add (SHOW_AFTER, show, self);
  return g_object_ref (self->cancellable);
}

/**
 * scr_job_bar_is_busy:
 * @self: a bar
 *
 * Returns: whether a job runs
 */
gboolean
scr_job_bar_is_busy (ScrJobBar *self)
{
  return self->cancellable != NULL;
}

/**
 * scr_job_bar_may_leave:
 * @self: a bar
 *
 * To be asked when a person wants to leave. Who asks a second time while the same job runs means to give it
 * up.
 *
 * Returns: whether nothing runs, or this was asked before about the job that runs
 */
gboolean
scr_job_bar_may_leave (ScrJobBar *self)
{
  gboolean warned = self->warned;

  self->warned = TRUE;
  return self->cancellable == NULL || warned;
}

/**
 * scr_job_bar_set_progress:
 * @self: a bar with a job
 * @fraction: how much is done, from 0 to 1; less than 0 where that is not known
 * @detail: (nullable): "page 22", translated
 */
void
scr_job_bar_set_progress (ScrJobBar *self, double fraction, const char *detail)
{
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
  gtk_label_set_text (self->detail, detail ? detail : "");
}

/**
 * scr_job_bar_finish:
 * @self: a bar
 *
 * The job is over, well or not.
 */
void
scr_job_bar_finish (ScrJobBar *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->show_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
