/* ScrPreviewFinder - the entry that finds words in the previewed PDF, with "4 of 11" and the ways to and fro.
 *
 * Always holds: the count shown is that of the search. Main thread.
 */
#include "config.h"

#include "scr-preview-finder.h"

#include <glib/gi18n-lib.h>

struct _ScrPreviewFinder
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *entry;
  GtkLabel *label;
  GtkWidget *buttons;

  ScrPreviewSearch *search;
  guint page;     /* the one a person is on: a new search begins there */
  guint position; /* of the match reported last */
};

enum
{
  CHOSEN,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrPreviewFinder, scr_preview_finder, GTK_TYPE_WIDGET)

static void
show_count (ScrPreviewFinder *self)
{
  guint n_matches = scr_preview_search_get_n_matches (self->search);
  gboolean searching = *scr_preview_search_get_text (self->search) != '\0';
  g_autofree char *count = NULL;

  if (n_matches > 0)
    /* TRANSLATORS: the number of the place found, and of how many; it must be short. */
    count = g_strdup_printf (_ ("%u of %u"), scr_preview_search_get_position (self->search), n_matches);
  else if (scr_preview_search_is_running (self->search))
    count = g_strdup ("…");
  else
    count = g_strdup (_ ("not found"));

  gtk_label_set_label (self->label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->label), searching);
  gtk_widget_set_visible (self->buttons, n_matches > 0);
  if (searching)
    gtk_widget_add_css_class (self->entry, "counted");
  else
    gtk_widget_remove_css_class (self->entry, "counted");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  searching ? count : "", -1);
}

static void
on_search_moved (ScrPreviewFinder *self)
{
  guint position = scr_preview_search_get_position (self->search);

  show_count (self);
  if (position != self->position && position > 0)
    g_signal_emit (self, signals[CHOSEN], 0);
  self->position = position;
}

/* Begins a search for what is typed; returns whether it was not the one going on. */
static gboolean
start (ScrPreviewFinder *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (self->search == NULL || strcmp (typed, scr_preview_search_get_text (self->search)) == 0)
    return FALSE;
  self->position = 0;
  scr_preview_search_set_text (self->search, typed, self->page);
  return TRUE;
}

static void
on_changed (ScrPreviewFinder *self)
{
  start (self);
}

/* Enter pressed before the entry's own pause is over begins the search; pressed again it goes on. */
static void
on_activated (ScrPreviewFinder *self)
{
  if (!start (self))
    scr_preview_finder_step (self, 1);
}

static void
on_next (ScrPreviewFinder *self)
{
  scr_preview_finder_step (self, 1);
}

static void
on_previous (ScrPreviewFinder *self)
{
  scr_preview_finder_step (self, -1);
}

static void
on_stopped (ScrPreviewFinder *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  start (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
scr_preview_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SCR_PREVIEW_FINDER (widget)->entry);
}

static void
scr_preview_finder_dispose (GObject *object)
{
  ScrPreviewFinder *self = SCR_PREVIEW_FINDER (object);

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_preview_finder_parent_class)->dispose (object);
}

static void
scr_preview_finder_class_init (ScrPreviewFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_preview_finder_dispose;
  widget_class->grab_focus = scr_preview_finder_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", SCR_TYPE_PREVIEW_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", SCR_TYPE_PREVIEW_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "scr-preview-finder");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Scrutiny/preview/scr-preview-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewFinder, overlay);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewFinder, label);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewFinder, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_stopped);
}

static void
scr_preview_finder_init (ScrPreviewFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * scr_preview_finder_set_search:
 * @self: a new finder
 * @search: what it drives
 */
void
scr_preview_finder_set_search (ScrPreviewFinder *self, ScrPreviewSearch *search)
{
  g_return_if_fail (self->search == NULL);

  self->search = g_object_ref (search);
  g_signal_connect_swapped (search, "changed", G_CALLBACK (on_search_moved), self);
}

/**
 * scr_preview_finder_set_page:
 * @self: a finder
 * @page: index from 0 of the page a person is on
 */
void
scr_preview_finder_set_page (ScrPreviewFinder *self, guint page)
{
  self->page = page;
}

/**
 * scr_preview_finder_step:
 * @self: a finder
 * @step: 1 for the next match, -1 for the previous one
 *
 * Goes to another match; with nothing to find yet, asks for words.
 */
void
scr_preview_finder_step (ScrPreviewFinder *self, int step)
{
  if (*scr_preview_search_get_text (self->search) == '\0')
    gtk_widget_grab_focus (self->entry);
  else
    scr_preview_search_move (self->search, step);
}
