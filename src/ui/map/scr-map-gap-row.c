/* ScrMapGapRow - a row of the list of gaps. See the header. */
#include "config.h"

#include "scr-map-gap-row.h"

#include "scr-fold-box.h"
#include "scr-format.h"
#include "scr-icons.h"
#include "scr-labels.h"
#include "scr-map-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Under this width, in ems, owner and due day go under the title. */
#define FOLD_WIDTH 32

/* What owner and due day get beside the title, px. */
#define END_WIDTH 246

struct _ScrMapGapRow
{
  AdwBin parent_instance;

  ScrMapGap *gap;    /* (nullable) */
  ScrSource *source; /* (nullable) */
  GtkWidget *symbol;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *owner;
  GtkWidget *late;
  GtkWidget *due;
  GtkWidget *button;
};

static guint ask_menu_signal;

G_DEFINE_FINAL_TYPE (ScrMapGapRow, scr_map_gap_row, ADW_TYPE_BIN)

/* By how it stands; the words of the second line say the same. */
static const char *
get_tone (const ScrGapFound *found)
{
  if (found->is_open)
    return strcmp (found->icon, "action-unavailable-symbolic") == 0 ? "missing" : "partial";
  return strcmp (found->state, "gap-state.closed") == 0 ? "done" : "dim";
}

static const char *
get_icon (const ScrGapFound *found)
{
  if (found->is_open)
    return found->icon;
  return strcmp (found->state, "gap-state.closed") == 0 ? "emblem-default-symbolic" : "changes-prevent-symbolic";
}

static void
tell_name (ScrMapGapRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strjoin (", ", gtk_label_get_text (GTK_LABEL (self->title)),
                                     gtk_label_get_text (GTK_LABEL (self->detail)),
                                     gtk_label_get_text (GTK_LABEL (self->owner)),
                                     gtk_label_get_text (GTK_LABEL (self->due)), NULL);

  /* On what the accessibility bus looks at, and on what has the focus. */
  scr_map_name (GTK_WIDGET (self), name);
  if (parent != NULL)
    scr_map_name (parent, name);
}

static void
show_gap (ScrMapGapRow *self)
{
  const ScrGapFound *found = scr_map_gap_get_found (self->gap);
  const char *const classes[] = {"scr-map-symbol", get_tone (found), NULL};
  g_autofree char *detail = scr_map_gap_dup_detail (self->gap, self->source);
  g_autofree char *owner
      = found->owner != NULL ? scr_format_title (NULL, self->source, found->owner) : g_strdup (_ ("no owner"));
  gboolean late;
  g_autofree char *due = scr_map_gap_dup_due (self->gap, &late);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->symbol), scr_icon_resolve (get_icon (found)));
  gtk_widget_set_css_classes (self->symbol, (const char **)classes);
  gtk_label_set_text (GTK_LABEL (self->title), found->title);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  gtk_widget_set_visible (self->detail, *detail != '\0');
  gtk_label_set_text (GTK_LABEL (self->owner), owner);
  gtk_widget_set_tooltip_text (self->owner, owner);
  gtk_label_set_text (GTK_LABEL (self->due), due);
  gtk_widget_set_visible (self->late, late);
  if (late)
    gtk_widget_add_css_class (self->due, "late");
  else
    gtk_widget_remove_css_class (self->due, "late");
  tell_name (self);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ScrMapGapRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, ask_menu_signal, 0, x, y);
}

static void
on_clicked (ScrMapGapRow *self)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);

  point.y = (float)gtk_widget_get_height (self->button);
  if (gtk_widget_compute_point (self->button, GTK_WIDGET (self), &point, &point))
    g_signal_emit (self, ask_menu_signal, 0, (double)point.x, (double)point.y);
}

static void
forget_gap (ScrMapGapRow *self)
{
  if (self->gap != NULL)
    g_signal_handlers_disconnect_by_data (self->gap, self);
  g_clear_object (&self->gap);
  g_clear_object (&self->source);
}

static void
scr_map_gap_row_dispose (GObject *object)
{
  forget_gap (SCR_MAP_GAP_ROW (object));
  G_OBJECT_CLASS (scr_map_gap_row_parent_class)->dispose (object);
}

static void
scr_map_gap_row_class_init (ScrMapGapRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_map_gap_row_dispose;
  ask_menu_signal = g_signal_new ("ask-menu", SCR_TYPE_MAP_GAP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

/* One line each: a tooltip tells an owner's whole name. */
static GtkWidget *
make_end (ScrMapGapRow *self)
{
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *due = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->owner = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->owner), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->owner), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->owner), 18);
  gtk_widget_add_css_class (self->owner, "scr-map-detail");
  gtk_widget_add_css_class (self->owner, "scr-dim");
  self->late = scr_map_symbol_new ("dialog-warning-symbolic", "late");
  self->due = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->due, "scr-map-detail");
  gtk_widget_add_css_class (self->due, "scr-map-due");
  gtk_widget_set_halign (due, GTK_ALIGN_END);
  gtk_widget_set_hexpand (due, TRUE);
  gtk_box_append (GTK_BOX (due), self->late);
  gtk_box_append (GTK_BOX (due), self->due);
  gtk_box_append (GTK_BOX (end), self->owner);
  gtk_box_append (GTK_BOX (end), due);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  return end;
}

static void
scr_map_gap_row_init (ScrMapGapRow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *fold = scr_fold_box_new (FOLD_WIDTH, 12, 3);
  GtkWidget *texts = scr_map_texts_new ("", "");
  GtkGesture *click = gtk_gesture_click_new ();

  self->symbol = scr_map_symbol_new (NULL, NULL);
  self->title = gtk_widget_get_first_child (texts);
  self->detail = gtk_widget_get_last_child (texts);
  self->button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _ ("What to do about this gap"));
  scr_map_name (self->button, _ ("What to do about this gap"));
  /* The menu key does the same: Tab leaves the list rather than going through each row. */
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
  /* The columns of all rows stand under one another. */
  g_object_set (fold, "end-width", END_WIDTH, NULL);
  scr_fold_box_set_start (SCR_FOLD_BOX (fold), texts);
  scr_fold_box_set_end (SCR_FOLD_BOX (fold), make_end (self));
  gtk_widget_set_hexpand (fold, TRUE);
  gtk_widget_add_css_class (content, "scr-map-gap-row");
  gtk_box_append (GTK_BOX (content), self->symbol);
  gtk_box_append (GTK_BOX (content), fold);
  gtk_box_append (GTK_BOX (content), self->button);
  adw_bin_set_child (ADW_BIN (self), content);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * scr_map_gap_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
scr_map_gap_row_new (void)
{
  return g_object_new (SCR_TYPE_MAP_GAP_ROW, NULL);
}

/**
 * scr_map_gap_row_set_gap:
 * @self: a row
 * @gap: (nullable): what it shows from now on
 * @source: (nullable): the record, where there is a gap
 */
void
scr_map_gap_row_set_gap (ScrMapGapRow *self, ScrMapGap *gap, ScrSource *source)
{
  g_return_if_fail (SCR_IS_MAP_GAP_ROW (self));
  forget_gap (self);
  if (gap == NULL)
    return;
  self->gap = g_object_ref (gap);
  self->source = g_object_ref (source);
  g_signal_connect_swapped (gap, "changed", G_CALLBACK (show_gap), self);
  show_gap (self);
}

/**
 * scr_map_gap_row_get_gap:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ScrMapGap *
scr_map_gap_row_get_gap (ScrMapGapRow *self)
{
  g_return_val_if_fail (SCR_IS_MAP_GAP_ROW (self), NULL);
  return self->gap;
}
