/* ScrPreviewSidebar - the way through the previewed PDF: its pages as thumbnails, or its bookmarks.
 *
 * Owns the two list models. Always holds: the selected thumbnail is that of the page one is on, and selecting
 * one that way is not reported as a choice. A new version of the document keeps the rows, so that nothing
 * flashes. Main thread.
 */
#include "config.h"

#include "scr-preview-sidebar.h"

#include <glib/gi18n-lib.h>

#include "scr-page-picture.h"

struct _ScrPreviewSidebar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *switcher;
  GtkToggleButton *pages_button;
  GtkToggleButton *outline_button;
  GtkStack *stack;
  GtkScrolledWindow *pages_scroller;
  GtkListView *pages_list;
  GtkListView *outline_list;

  ScrPreviewWorker *worker;
  ScrPreviewContents *contents;
  ScrOutlineItem *outline; /* above the headings in the list */
  GtkStringList *pages;    /* "1", "2" ... */
  GtkSingleSelection *selection;
  GPtrArray *bound; /* of ScrPagePicture, not owned: those that have a row */
  gboolean following;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrPreviewSidebar, scr_preview_sidebar, GTK_TYPE_WIDGET)

static void
on_page_setup (GtkSignalListItemFactory *factory, GtkListItem *item, ScrPreviewSidebar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  ScrPagePicture *picture = scr_page_picture_new_thumbnail (self->worker);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (GTK_WIDGET (picture), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (picture), "thumbnail");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (picture));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_page_bound (GtkSignalListItemFactory *factory, GtkListItem *item, ScrPreviewSidebar *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *picture = gtk_widget_get_first_child (box);
  const char *number = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *name = g_strdup_printf (_ ("Page %s"), number);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  scr_page_picture_set_page (SCR_PAGE_PICTURE (picture), self->contents, gtk_list_item_get_position (item));
  g_ptr_array_add (self->bound, picture);
}

static void
on_page_unbound (GtkSignalListItemFactory *factory, GtkListItem *item, ScrPreviewSidebar *self)
{
  GtkWidget *picture = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  scr_page_picture_set_page (SCR_PAGE_PICTURE (picture), NULL, 0);
  g_ptr_array_remove (self->bound, picture);
}

static void
on_page_selected (ScrPreviewSidebar *self)
{
  guint page = gtk_single_selection_get_selected (self->selection);

  if (!self->following && page != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, page, 0.0);
}

/* Rows are of about the same height, so how far one has scrolled tells which thumbnails are wanted first. */
static void
on_pages_scrolled (ScrPreviewSidebar *self, GtkAdjustment *adjustment)
{
  double upper = MAX (gtk_adjustment_get_upper (adjustment), 1);
  double middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->pages));

  if (self->worker != NULL)
    scr_preview_worker_set_thumbnail_focus (self->worker, (guint)(middle / upper * n_pages));
}

static void
on_heading_setup (GtkSignalListItemFactory *factory, GtkListItem *item, ScrPreviewSidebar *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
on_heading_bound (GtkSignalListItemFactory *factory, GtkListItem *item, ScrPreviewSidebar *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (ScrOutlineItem) heading = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (gtk_tree_expander_get_child (expander)),
                       scr_outline_item_get_title (heading));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scr_outline_item_get_title (heading), -1);
}

static void
on_heading_activated (GtkListView *list, guint position, ScrPreviewSidebar *self)
{
  g_autoptr (GtkTreeListRow) row
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  g_autoptr (ScrOutlineItem) heading = gtk_tree_list_row_get_item (row);

  if (scr_outline_item_get_page (heading) >= 0)
    g_signal_emit (self, signals[CHOSEN], 0, (guint)scr_outline_item_get_page (heading),
                   scr_outline_item_get_top (heading));
}

static void
on_switched (ScrPreviewSidebar *self)
{
  gboolean pages = gtk_toggle_button_get_active (self->pages_button);

  gtk_stack_set_visible_child_name (self->stack, pages ? "pages" : "outline");
}

static void
scr_preview_sidebar_dispose (GObject *object)
{
  ScrPreviewSidebar *self = SCR_PREVIEW_SIDEBAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->worker);
  g_clear_object (&self->contents);
  g_clear_object (&self->outline);
  g_clear_object (&self->selection);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (scr_preview_sidebar_parent_class)->dispose (object);
}

static void
scr_preview_sidebar_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_PREVIEW_SIDEBAR (object)->bound);
  G_OBJECT_CLASS (scr_preview_sidebar_parent_class)->finalize (object);
}

static void
scr_preview_sidebar_class_init (ScrPreviewSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_preview_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_preview_sidebar_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", SCR_TYPE_PREVIEW_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scr-preview-sidebar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Scrutiny/preview/scr-preview-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewSidebar, switcher);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewSidebar, pages_button);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewSidebar, outline_button);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewSidebar, pages_scroller);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewSidebar, pages_list);
  gtk_widget_class_bind_template_child (widget_class, ScrPreviewSidebar, outline_list);
  gtk_widget_class_bind_template_callback (widget_class, on_page_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_page_bound);
  gtk_widget_class_bind_template_callback (widget_class, on_page_unbound);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_bound);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
}

static void
scr_preview_sidebar_init (ScrPreviewSidebar *self)
{
  GtkAdjustment *adjustment;

  self->bound = g_ptr_array_new ();
  self->pages = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->pages)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->pages_list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_page_selected), self,
                           G_CONNECT_SWAPPED);
  adjustment = gtk_scrolled_window_get_vadjustment (self->pages_scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_pages_scrolled), self,
                           G_CONNECT_SWAPPED);
}

/**
 * scr_preview_sidebar_set_worker:
 * @self: a new sidebar
 * @worker: who draws the thumbnails
 */
void
scr_preview_sidebar_set_worker (ScrPreviewSidebar *self, ScrPreviewWorker *worker)
{
  g_set_object (&self->worker, worker);
}

static GListModel *
get_children (gpointer item, gpointer data)
{
  GListModel *children = scr_outline_item_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
update_outline (ScrPreviewSidebar *self)
{
  ScrOutlineItem *top = self->contents != NULL ? scr_preview_contents_get_outline (self->contents) : NULL;
  GListModel *outline = top != NULL ? scr_outline_item_get_children (top) : NULL;
  g_autoptr (GtkNoSelection) model = NULL;

  /* The same headings on other pages: the list stays as it is, and where one had scrolled. */
  if (top != NULL && self->outline != NULL && scr_outline_item_follow (self->outline, top))
    return;
  g_set_object (&self->outline, top);
  if (outline != NULL)
    model = gtk_no_selection_new (G_LIST_MODEL (
        gtk_tree_list_model_new (g_object_ref (outline), FALSE, TRUE, get_children, NULL, NULL)));
  gtk_list_view_set_model (self->outline_list, GTK_SELECTION_MODEL (model));
  gtk_widget_set_visible (self->switcher, outline != NULL);
  if (outline == NULL)
    gtk_toggle_button_set_active (self->pages_button, TRUE);
}

static void
update_pages (ScrPreviewSidebar *self)
{
  guint had = g_list_model_get_n_items (G_LIST_MODEL (self->pages));
  guint has = self->contents != NULL ? scr_preview_contents_get_n_pages (self->contents) : 0;

  if (has < had)
    gtk_string_list_splice (self->pages, has, had - has, NULL);
  for (guint i = 0; i < self->bound->len; i++)
    {
      ScrPagePicture *picture = g_ptr_array_index (self->bound, i);

      scr_page_picture_set_page (picture, self->contents, scr_page_picture_get_page (picture));
    }
  if (has > had)
    {
      g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
      g_auto (GStrv) added = NULL;

      for (guint page = had; page < has; page++)
        {
          g_autofree char *number = g_strdup_printf ("%u", page + 1);

          g_strv_builder_add (numbers, number);
        }
      added = g_strv_builder_end (numbers);
      gtk_string_list_splice (self->pages, had, 0, (const char *const *)added);
    }
}

/**
 * scr_preview_sidebar_set_contents:
 * @self: a sidebar
 * @contents: (nullable): what to show; %NULL for nothing
 */
void
scr_preview_sidebar_set_contents (ScrPreviewSidebar *self, ScrPreviewContents *contents)
{
  if (!g_set_object (&self->contents, contents))
    return;
  self->following = TRUE;
  update_pages (self);
  update_outline (self);
  self->following = FALSE;
}

/**
 * scr_preview_sidebar_set_page:
 * @self: a sidebar
 * @page: index from 0
 *
 * Selects the thumbnail of the page one is on, and brings it into sight.
 */
void
scr_preview_sidebar_set_page (ScrPreviewSidebar *self, guint page)
{
  if (page >= g_list_model_get_n_items (G_LIST_MODEL (self->pages)))
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, page);
  self->following = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->pages_list), "list.scroll-to-item", "u", page);
}
