/* A card of the map as a widget. See the header. */
#include "config.h"

#include "scr-map-card-face.h"

#include "scr-icons.h"
#include "scr-pill.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* design/README.md, "map card": 54 high, 156 to 234 wide. Wider with larger text. */
#define LEAST_WIDTH 156
#define MOST_WIDTH 234
/* Places are kept for cards of this width at most: wider ones would cover others. Their tooltips say the
 * rest. */
#define MOST_WIDENING 1.3
/* Beside the words: 12 before the symbol, 30 of it, 9 between, 12 after, and the bar. */
#define BESIDE 69
#define HANDLE 10

struct _ScrMapCardFace
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *words;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *top;    /* (nullable): pill over the upper corner at the end */
  GtkWidget *bottom; /* (nullable): pill over the lower corner at the end */
  const char *shape;
  const char *phase;
  gboolean handles;
};

G_DEFINE_FINAL_TYPE (ScrMapCardFace, scr_map_card_face, GTK_TYPE_WIDGET)

/**
 * scr_map_badge_new:
 * @icon: a symbolic icon's name; static
 * @text: its word
 * @tone: a tone of pills; static
 *
 * Returns: (transfer full): what a pill on a card tells
 */
ScrMapBadge *
scr_map_badge_new (const char *icon, const char *text, const char *tone)
{
  ScrMapBadge *self = g_new0 (ScrMapBadge, 1);

  self->icon = icon;
  self->text = g_strdup (text);
  self->tone = tone;
  return self;
}

/**
 * scr_map_badge_free:
 * @self: a badge
 */
void
scr_map_badge_free (ScrMapBadge *self)
{
  g_free (self->text);
  g_free (self);
}

/* --- Size and drawing --- */

static void
scr_map_card_face_measure_size (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  ScrMapCardFace *self = SCR_MAP_CARD_FACE (widget);
  int icon, words;

  gtk_widget_measure (self->icon, orientation, -1, NULL, &icon, NULL, NULL);
  gtk_widget_measure (self->words, orientation, -1, NULL, &words, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = icon + 9 + words;
  else
    *natural = MAX (icon, words);
  /* Its canvas decides. */
  *minimum = 0;
}

static void
allocate_corner (GtkWidget *pill, int end, int y, gboolean rtl, int width)
{
  GtkRequisition size;
  int x;

  if (pill == NULL)
    return;
  gtk_widget_get_preferred_size (pill, NULL, &size);
  x = rtl ? width - end : end - size.width;
  gtk_widget_size_allocate (pill, &(GtkAllocation) {x, y - size.height / 2, size.width, size.height}, -1);
}

static void
scr_map_card_face_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMapCardFace *self = SCR_MAP_CARD_FACE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkRequisition icon;
  int rest;

  gtk_widget_get_preferred_size (self->icon, NULL, &icon);
  rest = MAX (width - icon.width - 9, 0);
  gtk_widget_size_allocate (
      self->icon,
      &(GtkAllocation) {rtl ? width - icon.width : 0, (height - icon.height) / 2, icon.width, icon.height},
      -1);
  gtk_widget_size_allocate (self->words, &(GtkAllocation) {rtl ? 0 : icon.width + 9, 0, rest, height}, -1);
  allocate_corner (self->top, width + 18, -12, rtl, width);
  allocate_corner (self->bottom, width + 18, height + 9, rtl, width);
}

static void
snapshot_handle (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y)
{
  GskRoundedRect dot;

  gsk_rounded_rect_init_from_rect (
      &dot, &GRAPHENE_RECT_INIT ((float)x - HANDLE / 2.0f, (float)y - HANDLE / 2.0f, HANDLE, HANDLE),
      HANDLE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, color, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

/* In the coordinates of the content: the dots lie on the middle of each edge of the whole card. */
static void
scr_map_card_face_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScrMapCardFace *self = SCR_MAP_CARD_FACE (widget);
  const GdkRGBA accent = {0.21f, 0.52f, 0.89f, 1};
  graphene_rect_t outer;

  GTK_WIDGET_CLASS (scr_map_card_face_parent_class)->snapshot (widget, snapshot);
  if (!self->handles || !gtk_widget_compute_bounds (widget, widget, &outer))
    return;
  snapshot_handle (snapshot, &accent, outer.origin.x, outer.origin.y + outer.size.height / 2);
  snapshot_handle (snapshot, &accent, outer.origin.x + outer.size.width,
                   outer.origin.y + outer.size.height / 2);
  snapshot_handle (snapshot, &accent, outer.origin.x + outer.size.width / 2, outer.origin.y);
  snapshot_handle (snapshot, &accent, outer.origin.x + outer.size.width / 2,
                   outer.origin.y + outer.size.height);
}

static void
scr_map_card_face_dispose (GObject *object)
{
  ScrMapCardFace *self = SCR_MAP_CARD_FACE (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->top, gtk_widget_unparent);
  g_clear_pointer (&self->bottom, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_map_card_face_parent_class)->dispose (object);
}

static void
scr_map_card_face_class_init (ScrMapCardFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_map_card_face_dispose;
  widget_class->measure = scr_map_card_face_measure_size;
  widget_class->size_allocate = scr_map_card_face_size_allocate;
  widget_class->snapshot = scr_map_card_face_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mapcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkLabel *
add_line (ScrMapCardFace *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->words), label);
  return GTK_LABEL (label);
}

static void
scr_map_card_face_init (ScrMapCardFace *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->icon, "symbol");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  self->title = add_line (self, "title");
  self->detail = add_line (self, "detail");
}

/**
 * scr_map_card_face_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
scr_map_card_face_new (void)
{
  return g_object_new (SCR_TYPE_MAP_CARD_FACE, NULL);
}

/* --- What it shows --- */

static const char *
get_shape (ScrCardSort sort)
{
  static const char *const shapes[] = {"organisation", "person", "group", "partnership"};

  return shapes[sort];
}

static const char *
get_phase (ScrPhase phase)
{
  static const char *const phases[] = {"in-force", "ended", "not-yet"};

  return phases[phase];
}

static void
exchange_class (ScrMapCardFace *self, const char **old, const char *css_class)
{
  if (*old == css_class)
    return;
  if (*old != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), *old);
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  *old = css_class;
}

static void
show_badge (ScrMapCardFace *self, GtkWidget **pill, const ScrMapBadge *badge)
{
  if (badge == NULL)
    {
      g_clear_pointer (pill, gtk_widget_unparent);
      return;
    }
  if (*pill == NULL)
    {
      *pill = scr_pill_new (badge->icon, badge->text, badge->tone);
      gtk_widget_add_css_class (*pill, "on-card");
      gtk_widget_set_parent (*pill, GTK_WIDGET (self));
    }
  else
    scr_pill_set (*pill, badge->icon, badge->text, badge->tone);
}

/* "Metropolitan Police, organisation, 3 links, 1 gap" */
static char *
describe (const ScrMapCard *card, const ScrMapBadge *top, const ScrMapBadge *bottom)
{
  GString *words = g_string_new (NULL);
  g_autofree char *links
      = g_strdup_printf (ngettext ("%u link", "%u links", card->links->len), card->links->len);

  /* TRANSLATORS: a card of the map: its name, what it is, how many links it has. */
  g_string_append_printf (words, _ ("%1$s, %2$s, %3$s"), card->title, card->detail, links);
  if (top != NULL)
    g_string_append_printf (words, ", %s", top->text);
  if (bottom != NULL)
    g_string_append_printf (words, ", %s", bottom->text);
  return g_string_free (words, FALSE);
}

/**
 * scr_map_card_face_show:
 * @self: a card
 * @card: what it shows from now on
 * @top: (nullable): the pill at its upper corner
 * @bottom: (nullable): the pill at its lower corner
 */
void
scr_map_card_face_show (ScrMapCardFace *self,
                        const ScrMapCard *card,
                        const ScrMapBadge *top,
                        const ScrMapBadge *bottom)
{
  g_autofree char *words = describe (card, top, bottom);

  exchange_class (self, &self->shape, get_shape (card->sort));
  exchange_class (self, &self->phase, get_phase (card->phase));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                scr_icon_resolve (scr_item_get_kind (card->item)->icon));
  gtk_label_set_text (self->title, card->title);
  gtk_label_set_text (self->detail, card->detail);
  show_badge (self, &self->top, top);
  show_badge (self, &self->bottom, bottom);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
}

static void
set_class (ScrMapCardFace *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/**
 * scr_map_card_face_set_selected:
 * @self: a card
 * @selected: whether it is selected
 */
void
scr_map_card_face_set_selected (ScrMapCardFace *self, gboolean selected)
{
  set_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * scr_map_card_face_set_handles:
 * @self: a card
 * @shown: whether it shows where links may be drawn from
 */
void
scr_map_card_face_set_handles (ScrMapCardFace *self, gboolean shown)
{
  if (self->handles == shown)
    return;
  self->handles = shown;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * scr_map_card_face_set_dragged:
 * @self: a card
 * @dragged: whether it is being dragged
 */
void
scr_map_card_face_set_dragged (ScrMapCardFace *self, gboolean dragged)
{
  set_class (self, "dragged", dragged);
}

static double
measure_words (GtkLabel *label, const char *words)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (label), words);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/**
 * scr_map_card_face_measure:
 * @self: a card in a window, whose letters are measured
 * @card: a card of a map
 *
 * Without showing it: a large map is measured by one widget.
 *
 * Returns: how wide it is to be, px
 */
double
scr_map_card_face_measure (ScrMapCardFace *self, const ScrMapCard *card)
{
  double words = fmax (measure_words (self->title, card->title), measure_words (self->detail, card->detail));
  int height;
  double scale;

  gtk_widget_measure (self->words, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  scale = fmax (1, height / 36.0);
  return ceil (CLAMP (words + BESIDE, LEAST_WIDTH, MOST_WIDTH * fmin (scale, MOST_WIDENING)) / 6) * 6;
}
