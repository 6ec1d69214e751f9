/* ScrPreview - shows an exported PDF file: pages, thumbnails, headings, search, zoom.
 *
 * Owns the worker and the search, and hands them to its view and its sidebar. Always holds: what is shown is
 * one version of one file, or a message that says why nothing is. Main thread.
 */
#include "config.h"

#include "scr-preview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "scr-page-view.h"
#include "scr-preview-bar.h"
#include "scr-preview-finder.h"
#include "scr-preview-keys.h"
#include "scr-preview-resources.h"
#include "scr-preview-sidebar.h"

struct _ScrPreview
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwFlap *flap;
  GtkEntry *page_entry;
  GtkLabel *n_pages_label;
  GtkSpinner *spinner;
  ScrPreviewFinder *finder;
  GtkWidget *zoom_button;
  GtkLabel *zoom_label;
  GtkStack *stack;
  ScrPreviewSidebar *sidebar;
  ScrPageView *view;
  AdwStatusPage *message;

  ScrPreviewWorker *worker;
  ScrPreviewSearch *search;
  GCancellable *opening;
  char *file;
  guint n_pages;
};

enum
{
  PROP_PAGE = 1,
  PROP_N_PAGES,
  PROP_FILE,
  PROP_BUSY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ScrPreview, scr_preview, GTK_TYPE_WIDGET)

static void
update_page (ScrPreview *self)
{
  guint page = scr_preview_get_page (self);
  g_autofree char *number = page > 0 ? g_strdup_printf ("%u", page) : g_strdup ("");
  g_autofree char *of = self->n_pages > 0 ? g_strdup_printf (_ ("of %u"), self->n_pages) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
  gtk_label_set_label (self->n_pages_label, of);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_entry), self->n_pages > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page_entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, of,
                                  -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-page", page > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-page", page > 0 && page < self->n_pages);
  if (page > 0)
    {
      scr_preview_sidebar_set_page (self->sidebar, page - 1);
      scr_preview_finder_set_page (self->finder, page - 1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
set_n_pages (ScrPreview *self, guint n_pages)
{
  static const char *const actions[] = {"preview.zoom-in", "preview.zoom-out",   "preview.zoom-to",
                                        "preview.search",  "preview.next-match", "preview.previous-match"};

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], n_pages > 0);
  gtk_widget_set_sensitive (self->zoom_button, n_pages > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->finder), n_pages > 0);
  if (self->n_pages != n_pages)
    {
      self->n_pages = n_pages;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
    }
  update_page (self);
}

static void
on_page_typed (ScrPreview *self)
{
  guint64 page;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (self->page_entry)), 10, 1, G_MAXUINT,
                                  &page, NULL))
    scr_preview_set_page (self, (guint)page);
  update_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_page_chosen (ScrPreview *self, guint page, double down)
{
  scr_page_view_set_page (self->view, page, down);
}

static void
on_zoom_moved (ScrPreview *self)
{
  int percent = (int)round (scr_page_view_get_zoom (self->view) * 100);
  g_autofree char *shown = g_strdup_printf (_ ("%d %%"), percent);
  g_autofree char *name = g_strdup_printf (_ ("Size of the pages: %d %%"), percent);

  gtk_label_set_label (self->zoom_label, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_match_chosen (ScrPreview *self)
{
  ScrPageArea area;
  guint page;

  if (scr_preview_search_get_current (self->search, &page, &area))
    scr_page_view_reveal (self->view, page, &area);
}

static void
on_search_left (ScrPreview *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Actions. */

static void
step_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScrPreview *self = SCR_PREVIEW (widget);
  guint page = scr_page_view_get_page (self->view);

  if (strcmp (action, "preview.next-page") == 0)
    scr_page_view_set_page (self->view, page + 1, 0);
  else if (page > 0)
    scr_page_view_set_page (self->view, page - 1, 0);
}

static void
step_match (GtkWidget *widget, const char *action, GVariant *parameter)
{
  scr_preview_finder_step (SCR_PREVIEW (widget)->finder, strcmp (action, "preview.next-match") == 0 ? 1 : -1);
}

static void
begin_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (SCR_PREVIEW (widget)->finder));
}

static void
step_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  scr_page_view_zoom_step (SCR_PREVIEW (widget)->view, strcmp (action, "preview.zoom-in") == 0 ? 1 : -1);
}

static void
zoom_to (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScrPreview *self = SCR_PREVIEW (widget);
  const char *to = g_variant_get_string (parameter, NULL);
  double percent;

  if (strcmp (to, "fit-width") == 0)
    scr_page_view_set_fit (self->view, SCR_PAGE_FIT_WIDTH);
  else if (strcmp (to, "fit-page") == 0)
    scr_page_view_set_fit (self->view, SCR_PAGE_FIT_PAGE);
  else if ((percent = g_ascii_strtod (to, NULL)) > 0)
    scr_page_view_set_zoom (self->view, percent / 100);
}

/* Opening. */

static void
show_contents (ScrPreview *self, ScrPreviewContents *contents)
{
  scr_page_view_set_contents (self->view, contents);
  scr_preview_sidebar_set_contents (self->sidebar, contents);
  scr_preview_search_set_contents (self->search, contents);
  gtk_stack_set_visible_child_name (self->stack, contents != NULL ? "pages" : "nothing");
  set_n_pages (self, contents != NULL ? scr_preview_contents_get_n_pages (contents) : 0);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrPreviewContents) contents = scr_preview_worker_open_finish (result, &error);
  ScrPreview *self;

  /* Cancelled: another file was set, or the widget is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = SCR_PREVIEW (data);
  g_clear_object (&self->opening);
  if (contents != NULL)
    show_contents (self, contents);
  else
    scr_preview_show_message (self, _ ("The PDF Cannot Be Shown"), error->message);
}

static void
scr_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrPreview *self = SCR_PREVIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, scr_preview_get_page (self));
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, self->n_pages);
      break;
    case PROP_FILE:
      g_value_set_string (value, self->file);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, scr_preview_get_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
scr_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScrPreview *self = SCR_PREVIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      scr_preview_set_page (self, g_value_get_uint (value));
      break;
    case PROP_FILE:
      scr_preview_set_file (self, g_value_get_string (value));
      break;
    case PROP_BUSY:
      scr_preview_set_busy (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
scr_preview_dispose (GObject *object)
{
  ScrPreview *self = SCR_PREVIEW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->search);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (scr_preview_parent_class)->dispose (object);
}

static void
scr_preview_finalize (GObject *object)
{
  g_free (SCR_PREVIEW (object)->file);
  G_OBJECT_CLASS (scr_preview_parent_class)->finalize (object);
}

static gboolean
scr_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SCR_PREVIEW (widget)->view));
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/example/Scrutiny/preview/scr-preview.ui");
  gtk_widget_class_bind_template_child (klass, ScrPreview, box);
  gtk_widget_class_bind_template_child (klass, ScrPreview, flap);
  gtk_widget_class_bind_template_child (klass, ScrPreview, page_entry);
  gtk_widget_class_bind_template_child (klass, ScrPreview, n_pages_label);
  gtk_widget_class_bind_template_child (klass, ScrPreview, spinner);
  gtk_widget_class_bind_template_child (klass, ScrPreview, finder);
  gtk_widget_class_bind_template_child (klass, ScrPreview, zoom_button);
  gtk_widget_class_bind_template_child (klass, ScrPreview, zoom_label);
  gtk_widget_class_bind_template_child (klass, ScrPreview, stack);
  gtk_widget_class_bind_template_child (klass, ScrPreview, sidebar);
  gtk_widget_class_bind_template_child (klass, ScrPreview, view);
  gtk_widget_class_bind_template_child (klass, ScrPreview, message);
  gtk_widget_class_bind_template_callback (klass, update_page);
  gtk_widget_class_bind_template_callback (klass, on_page_typed);
  gtk_widget_class_bind_template_callback (klass, on_page_chosen);
  gtk_widget_class_bind_template_callback (klass, on_zoom_moved);
  gtk_widget_class_bind_template_callback (klass, on_match_chosen);
  gtk_widget_class_bind_template_callback (klass, on_search_left);
}

static GtkWidget *
get_itself (GtkWidget *widget)
{
  return widget;
}

static void
scr_preview_class_init (ScrPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = scr_preview_get_property;
  object_class->set_property = scr_preview_set_property;
  object_class->dispose = scr_preview_dispose;
  object_class->finalize = scr_preview_finalize;
  widget_class->grab_focus = scr_preview_grab_focus;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PAGES]
      = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /* Named here, so that static linking keeps the templates and their types. */
  scr_preview_get_resource ();
  g_type_ensure (SCR_TYPE_PREVIEW_BAR);
  g_type_ensure (SCR_TYPE_PREVIEW_FINDER);
  g_type_ensure (SCR_TYPE_PREVIEW_SIDEBAR);
  g_type_ensure (SCR_TYPE_PAGE_VIEW);

  gtk_widget_class_set_css_name (widget_class, "scr-preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "preview.previous-page", NULL, step_page);
  gtk_widget_class_install_action (widget_class, "preview.next-page", NULL, step_page);
  gtk_widget_class_install_action (widget_class, "preview.search", NULL, begin_search);
  gtk_widget_class_install_action (widget_class, "preview.next-match", NULL, step_match);
  gtk_widget_class_install_action (widget_class, "preview.previous-match", NULL, step_match);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, step_zoom);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, step_zoom);
  gtk_widget_class_install_action (widget_class, "preview.zoom-to", "s", zoom_to);
  scr_preview_class_add_keys (widget_class, get_itself);
}

/* Once a display: the application's own style sheet does not know the preview. */
static void
ensure_style (GdkDisplay *display)
{
  static const char key[] = "scr-preview-style";
  g_autoptr (GtkCssProvider) provider = NULL;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/example/Scrutiny/preview/preview.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data (G_OBJECT (display), key, (gpointer)key);
}

static void
scr_preview_init (ScrPreview *self)
{
  ensure_style (gtk_widget_get_display (GTK_WIDGET (self)));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->worker = scr_preview_worker_new ();
  self->search = scr_preview_search_new (self->worker);
  scr_page_view_set_sources (self->view, self->worker, self->search);
  scr_preview_sidebar_set_worker (self->sidebar, self->worker);
  scr_preview_finder_set_search (self->finder, self->search);
  on_zoom_moved (self);
  set_n_pages (self, 0);
}

/**
 * scr_preview_new:
 *
 * Returns: (transfer floating): a preview of nothing
 */
GtkWidget *
scr_preview_new (void)
{
  return g_object_new (SCR_TYPE_PREVIEW, NULL);
}

/**
 * scr_preview_set_file:
 * @self: a preview
 * @path: (nullable): a PDF file, or %NULL for nothing
 *
 * Shows @path, read anew even if it is the path shown already. Page, place, zoom and search stay, so that
 * another version of the same report is shown where one was; the old pages stay until the new ones are drawn.
 * Before showing something else altogether set %NULL.
 */
void
scr_preview_set_file (ScrPreview *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_return_if_fail (SCR_IS_PREVIEW (self));

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (g_strcmp0 (self->file, path) != 0)
    {
      g_free (self->file);
      self->file = g_steal_pointer (&copy);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
    }
  if (self->file == NULL)
    {
      show_contents (self, NULL);
      return;
    }
  self->opening = g_cancellable_new ();
  scr_preview_worker_open (self->worker, self->file, self->opening, on_opened, self);
}

/**
 * scr_preview_get_file:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the path it shows or is about to show
 */
const char *
scr_preview_get_file (ScrPreview *self)
{
  return self->file;
}

/**
 * scr_preview_get_page:
 * @self: a preview
 *
 * Returns: the number of the page one is on, from 1; 0 while nothing is shown
 */
guint
scr_preview_get_page (ScrPreview *self)
{
  g_return_val_if_fail (SCR_IS_PREVIEW (self), 0);

  return self->n_pages > 0 ? scr_page_view_get_page (self->view) + 1 : 0;
}

/**
 * scr_preview_set_page:
 * @self: a preview
 * @page: a page's number, from 1; one past the end leads to the last
 */
void
scr_preview_set_page (ScrPreview *self, guint page)
{
  g_return_if_fail (SCR_IS_PREVIEW (self));

  if (self->n_pages > 0 && page > 0)
    scr_page_view_set_page (self->view, page - 1, 0);
}

/**
 * scr_preview_get_n_pages:
 * @self: a preview
 *
 * Returns: how many pages are shown, 0 while nothing is
 */
guint
scr_preview_get_n_pages (ScrPreview *self)
{
  return self->n_pages;
}

/**
 * scr_preview_get_busy:
 * @self: a preview
 *
 * Returns: whether a new version is being written
 */
gboolean
scr_preview_get_busy (ScrPreview *self)
{
  return gtk_spinner_get_spinning (self->spinner);
}

/**
 * scr_preview_set_busy:
 * @self: a preview
 * @busy: whether a new version is being written
 *
 * Shows a spinner beside the page's number; what is shown stays.
 */
void
scr_preview_set_busy (ScrPreview *self, gboolean busy)
{
  g_return_if_fail (SCR_IS_PREVIEW (self));

  if (scr_preview_get_busy (self) == busy)
    return;
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * scr_preview_get_show_sidebar:
 * @self: a preview
 *
 * Returns: whether thumbnails or headings are shown
 */
gboolean
scr_preview_get_show_sidebar (ScrPreview *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}

/**
 * scr_preview_set_show_sidebar:
 * @self: a preview
 * @show: whether to show thumbnails or headings
 */
void
scr_preview_set_show_sidebar (ScrPreview *self, gboolean show)
{
  g_return_if_fail (SCR_IS_PREVIEW (self));

  adw_flap_set_reveal_flap (self->flap, show);
}

/**
 * scr_preview_show_message:
 * @self: a preview
 * @title: what is the matter, in a few words
 * @explanation: (nullable): why, in a plain sentence
 *
 * Shows words in the place of the pages, until a file is set. The place one was at is kept for it.
 */
void
scr_preview_show_message (ScrPreview *self, const char *title, const char *explanation)
{
  g_autofree char *markup = explanation != NULL ? g_markup_escape_text (explanation, -1) : NULL;

  g_return_if_fail (SCR_IS_PREVIEW (self));

  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, markup);
  gtk_stack_set_visible_child_name (self->stack, "message");
  set_n_pages (self, 0);
}

/**
 * scr_preview_get_message:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the title of the message shown in the place of the pages, %NULL if
 * none is
 */
const char *
scr_preview_get_message (ScrPreview *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "message") != 0)
    return NULL;
  return adw_status_page_get_title (self->message);
}

/**
 * scr_preview_is_ready:
 * @self: a preview
 *
 * Returns: whether all that is in sight is drawn, and no file is being opened
 */
gboolean
scr_preview_is_ready (ScrPreview *self)
{
  return self->opening == NULL && self->n_pages > 0 && scr_page_view_is_ready (self->view);
}
