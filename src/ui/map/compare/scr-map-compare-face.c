/* Two maps side by side. See the header. */
#include "config.h"

#include "scr-map-compare-face.h"

#include "scr-follow.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-map-compare-table.h"
#include "scr-map-compare.h"
#include "scr-map-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Narrower than this, one map stands under the other. */
#define NARROW 640

struct _ScrMapCompareFace
{
  AdwBin parent_instance;

  ScrContext *context;
  GtkWidget *bar_slot;
  ScrMapCompareSide *sides[2];
  GHashTable *matches[2]; /* identity of a card or link to that of its match on the other side */
  GtkWidget *count;
  GtkWidget *between;
  GtkWidget *filter;
  ScrMapCompareTable *table;
  GtkWidget *both; /* the sides: one beside the other where there is room */
  guint refresh_source;
  guint turn_source;
  guint fit_tick;
  guint n_frames;   /* until the maps are fitted to where they stand now */
  gboolean syncing; /* the selection is being taken over from the other side */
};

G_DEFINE_FINAL_TYPE (ScrMapCompareFace, scr_map_compare_face, ADW_TYPE_BIN)

static void
free_badge (gpointer badge)
{
  scr_map_badge_free (badge);
}

/* --- Showing --- */

static void
add_badge (GHashTable *badges, const ScrMapCard *card, const ScrMapPair *pair, gboolean on_right)
{
  ScrSameness here = on_right ? SCR_ONLY_RIGHT : SCR_ONLY_LEFT;
  ScrMapBadge *badge = NULL;

  if (pair->sameness == here)
    badge = scr_map_badge_new ("list-add-symbolic", _ ("only here"), "accent");
  else if (pair->sameness == SCR_DIFFERENT)
    badge = scr_map_badge_new ("document-edit-symbolic", C_ ("on a card", "different"), "soon");
  if (badge != NULL)
    g_hash_table_insert (badges, g_strdup (scr_item_get_id (card->item)), badge);
}

static void
show_badges (ScrMapCompareFace *self, const ScrMapComparison *comparison, gboolean on_right)
{
  const ScrMap *map = on_right ? comparison->right : comparison->left;
  g_autoptr (GHashTable) top = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_badge);
  g_autoptr (GHashTable) bottom = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_badge);

  for (guint i = 0; i < map->cards->len; i++)
    {
      const ScrMapCard *card = scr_map_get_card (map, i);
      g_autofree char *gaps = NULL;

      add_badge (top, card, scr_map_comparison_get_card (comparison, on_right, i), on_right);
      if (card->n_gaps == 0)
        continue;
      gaps = g_strdup_printf (ngettext ("%u gap", "%u gaps", card->n_gaps), card->n_gaps);
      g_hash_table_insert (bottom, g_strdup (scr_item_get_id (card->item)),
                           scr_map_badge_new ("dialog-warning-symbolic", gaps, "soon"));
    }
  scr_map_canvas_set_badges (scr_map_compare_side_get_canvas (self->sides[on_right ? 1 : 0]), top, bottom);
}

static void
note_match (ScrMapCompareFace *self, ScrItem *left, ScrItem *right)
{
  g_hash_table_insert (self->matches[0], g_strdup (scr_item_get_id (left)),
                       g_strdup (scr_item_get_id (right)));
  g_hash_table_insert (self->matches[1], g_strdup (scr_item_get_id (right)),
                       g_strdup (scr_item_get_id (left)));
}

static void
note_matches (ScrMapCompareFace *self, const ScrMapComparison *comparison)
{
  g_hash_table_remove_all (self->matches[0]);
  g_hash_table_remove_all (self->matches[1]);
  for (guint i = 0; i < comparison->cards->len; i++)
    {
      const ScrMapPair *pair = g_ptr_array_index (comparison->cards, i);

      if (pair->left >= 0 && pair->right >= 0)
        note_match (self, scr_map_get_card (comparison->left, (guint)pair->left)->item,
                    scr_map_get_card (comparison->right, (guint)pair->right)->item);
    }
  for (guint i = 0; i < comparison->links->len; i++)
    {
      const ScrMapPair *pair = g_ptr_array_index (comparison->links, i);

      if (pair->left >= 0 && pair->right >= 0)
        note_match (self, scr_map_get_link (comparison->left, (guint)pair->left)->item,
                    scr_map_get_link (comparison->right, (guint)pair->right)->item);
    }
}

static gboolean
wants_differences_only (ScrMapCompareFace *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter)) == 0;
}

/* "between Bexley and Greenwich on 12 June 2019"; the names have the days in them where these differ. */
static void
show_between (ScrMapCompareFace *self, const char *left, const char *right, const char *day)
{
  g_autofree char *words = scr_format_day (NULL, day, SCR_DAY_LONG);
  g_autofree char *between
      /* TRANSLATORS: two partnerships, then the day. */
      = day != NULL ? g_strdup_printf (_ ("between %1$s and %2$s on %3$s"), left, right, words)
                    /* TRANSLATORS: two sides: partnerships with their days. */
                    : g_strdup_printf (_ ("between %1$s and %2$s"), left, right);

  gtk_label_set_text (GTK_LABEL (self->between), between);
}

static void
compare (ScrMapCompareFace *self, ScrSource *source)
{
  g_autofree char *left_day = scr_map_compare_side_dup_day (self->sides[0]);
  g_autofree char *right_day = scr_map_compare_side_dup_day (self->sides[1]);
  gboolean same_day = g_str_equal (left_day, right_day);
  g_autofree char *left = scr_map_compare_side_dup_name (self->sides[0], !same_day);
  g_autofree char *right = scr_map_compare_side_dup_name (self->sides[1], !same_day);
  const ScrTermsSide sides[] = {{scr_map_compare_side_get_partnership (self->sides[0]), left_day},
                                {scr_map_compare_side_get_partnership (self->sides[1]), right_day}};
  g_autoptr (ScrMapComparison) comparison = scr_map_compare (
      NULL, source, scr_map_canvas_get_map (scr_map_compare_side_get_canvas (self->sides[0])), left,
      scr_map_canvas_get_map (scr_map_compare_side_get_canvas (self->sides[1])), right);
  g_autoptr (ScrTerms) terms = scr_terms_new (NULL, source, sides, G_N_ELEMENTS (sides));
  g_autofree char *said = NULL;
  guint count;

  show_badges (self, comparison, FALSE);
  show_badges (self, comparison, TRUE);
  note_matches (self, comparison);
  count = scr_map_compare_table_show (self->table, terms, left, right, wants_differences_only (self));
  said = g_strdup_printf (ngettext ("%u difference", "%u differences", count), count);
  gtk_label_set_text (GTK_LABEL (self->count), said);
  show_between (self, left, right, same_day ? left_day : NULL);
}

/**
 * scr_map_compare_face_refresh:
 * @self: the face
 *
 * Makes both maps and the table afresh.
 */
void
scr_map_compare_face_refresh (ScrMapCompareFace *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_widget_set_sensitive (GTK_WIDGET (self), store != NULL);
  if (store == NULL)
    {
      for (guint i = 0; i < 2; i++)
        scr_map_canvas_set_map (scr_map_compare_side_get_canvas (self->sides[i]), NULL, FALSE);
      return;
    }
  scr_map_compare_side_refresh (self->sides[0]);
  scr_map_compare_side_refresh (self->sides[1]);
  compare (self, SCR_SOURCE (store));
}

static gboolean
refresh_now (gpointer user_data)
{
  ScrMapCompareFace *self = user_data;

  self->refresh_source = 0;
  scr_map_compare_face_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
refresh_soon (gpointer owner)
{
  ScrMapCompareFace *self = owner;

  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_now, self);
}

/* --- Two canvases as one --- */

/* The other shows the same place at the same size; it tells so as well, and then nothing is left to do. */
static void
on_viewed (ScrMapCompareFace *self, ScrMapCanvas *canvas)
{
  ScrMapCanvas *left = scr_map_compare_side_get_canvas (self->sides[0]);
  ScrMapCanvas *other = canvas == left ? scr_map_compare_side_get_canvas (self->sides[1]) : left;
  double zoom = scr_map_canvas_get_zoom (canvas), x, y;
  ScrBox here, there;

  if (gtk_widget_get_width (GTK_WIDGET (other)) == 0)
    return;
  if (fabs (zoom - scr_map_canvas_get_zoom (other)) > 1e-6)
    scr_map_canvas_set_zoom (other, zoom);
  scr_map_canvas_get_visible (canvas, &here);
  scr_map_canvas_get_visible (other, &there);
  x = here.x + here.width / 2;
  y = here.y + here.height / 2;
  if (fabs (x - there.x - there.width / 2) > 0.5 || fabs (y - there.y - there.height / 2) > 0.5)
    scr_map_canvas_show_place (other, x, y);
}

/* What is selected on one side is shown in full, and its match is selected on the other. */
static void
on_selection_changed (ScrMapCompareFace *self, ScrMapCanvas *canvas)
{
  guint side = canvas == scr_map_compare_side_get_canvas (self->sides[0]) ? 0 : 1;
  ScrMapCanvas *other = scr_map_compare_side_get_canvas (self->sides[1 - side]);
  g_autoptr (GPtrArray) items = NULL;
  ScrItem *item;
  const char *match;

  if (self->syncing)
    return;
  items = scr_map_canvas_list_selected (canvas);
  item = items->len == 1 ? g_ptr_array_index (items, 0) : NULL;
  match = item != NULL ? g_hash_table_lookup (self->matches[side], scr_item_get_id (item)) : NULL;
  self->syncing = TRUE;
  if (match != NULL)
    scr_map_canvas_select (other, match, FALSE);
  else
    scr_map_canvas_select_none (other);
  self->syncing = FALSE;
  scr_context_set_selected (self->context, item);
}

/* Once the sides have their new places. */
static gboolean
fit_when_turned (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ScrMapCompareFace *self = SCR_MAP_COMPARE_FACE (widget);

  if (self->n_frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->fit_tick = 0;
  scr_map_canvas_fit_all (scr_map_compare_side_get_canvas (self->sides[0]));
  return G_SOURCE_REMOVE;
}

static gboolean
turn (gpointer user_data)
{
  ScrMapCompareFace *self = user_data;
  GtkOrientation wanted = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW ? GTK_ORIENTATION_VERTICAL
                                                                            : GTK_ORIENTATION_HORIZONTAL;

  self->turn_source = 0;
  if (wanted == gtk_orientable_get_orientation (GTK_ORIENTABLE (self->both)))
    return G_SOURCE_REMOVE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->both), wanted);
  self->n_frames = 1;
  if (self->fit_tick == 0)
    self->fit_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_when_turned, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* Not at once: widgets are being given their places. */
static void
on_resized (ScrMapCompareFace *self)
{
  if (self->turn_source == 0)
    self->turn_source = g_idle_add (turn, self);
}

/* --- What a person does --- */

/**
 * scr_map_compare_face_swap:
 * @self: the face
 *
 * What is on the left comes to the right, and the other way.
 */
void
scr_map_compare_face_swap (ScrMapCompareFace *self)
{
  g_autofree char *left = NULL, *right = NULL, *left_day = NULL, *right_day = NULL;

  if (scr_context_get_store (self->context) == NULL)
    return;
  left = g_strdup (scr_map_compare_side_get_partnership (self->sides[0]));
  right = g_strdup (scr_map_compare_side_get_partnership (self->sides[1]));
  left_day = scr_map_compare_side_dup_day (self->sides[0]);
  right_day = scr_map_compare_side_dup_day (self->sides[1]);
  scr_map_compare_side_choose (self->sides[0], right, right_day);
  scr_map_compare_side_choose (self->sides[1], left, left_day);
  scr_map_compare_face_refresh (self);
}

/* The report's page has the preview, printing and exporting. */
static void
on_report_clicked (ScrMapCompareFace *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (ScrReportRequest) wanted = NULL;

  if (store == NULL)
    return;
  wanted = scr_report_request_new (scr_store_get_path (store), "comparison");
  wanted->partnership = g_strdup (scr_map_compare_side_get_partnership (self->sides[0]));
  wanted->compare_with = g_strdup (scr_map_compare_side_get_partnership (self->sides[1]));
  wanted->day = scr_map_compare_side_dup_day (self->sides[0]);
  wanted->compare_day = scr_map_compare_side_dup_day (self->sides[1]);
  scr_context_show_report (self->context, wanted);
}

/* --- The widget --- */

static void
scr_map_compare_face_dispose (GObject *object)
{
  ScrMapCompareFace *self = SCR_MAP_COMPARE_FACE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->turn_source, g_source_remove);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_map_compare_face_parent_class)->dispose (object);
}

static void
scr_map_compare_face_finalize (GObject *object)
{
  ScrMapCompareFace *self = SCR_MAP_COMPARE_FACE (object);

  g_hash_table_unref (self->matches[0]);
  g_hash_table_unref (self->matches[1]);
  G_OBJECT_CLASS (scr_map_compare_face_parent_class)->finalize (object);
}

static void
scr_map_compare_face_class_init (ScrMapCompareFaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_map_compare_face_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_map_compare_face_finalize;
}

static void
scr_map_compare_face_init (ScrMapCompareFace *self)
{
  for (guint i = 0; i < 2; i++)
    self->matches[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GtkWidget *
make_bar (ScrMapCompareFace *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *swap = gtk_button_new_with_mnemonic (_ ("S_wap sides"));

  self->bar_slot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (self->bar_slot, TRUE);
  gtk_widget_add_css_class (swap, "flat");
  gtk_widget_set_valign (swap, GTK_ALIGN_CENTER);
  g_signal_connect_object (swap, "clicked", G_CALLBACK (scr_map_compare_face_swap), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->bar_slot);
  gtk_box_append (GTK_BOX (bar), swap);
  gtk_widget_add_css_class (bar, "scr-view-bar");
  return bar;
}

static GtkWidget *
make_sides (ScrMapCompareFace *self)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkSizeGroup *group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_set_size_request (sides, -1, 180);
  for (guint i = 0; i < 2; i++)
    {
      ScrMapCanvas *canvas;

      self->sides[i] = SCR_MAP_COMPARE_SIDE (scr_map_compare_side_new (self->context, i == 1));
      canvas = scr_map_compare_side_get_canvas (self->sides[i]);
      g_signal_connect_object (self->sides[i], "chosen", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (canvas, "viewed", G_CALLBACK (on_viewed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (canvas, "selection-changed", G_CALLBACK (on_selection_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_hexpand (GTK_WIDGET (self->sides[i]), TRUE);
      gtk_size_group_add_widget (group, GTK_WIDGET (self->sides[i]));
      if (i == 1)
        gtk_box_append (GTK_BOX (sides), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
      gtk_box_append (GTK_BOX (sides), GTK_WIDGET (self->sides[i]));
    }
  g_object_unref (group);
  self->both = sides;
  return sides;
}

static GtkWidget *
make_head (ScrMapCompareFace *self)
{
  GtkWidget *head = gtk_flow_box_new (), *actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *report = gtk_button_new_with_mnemonic (_ ("_Make a report"));
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const choices[] = {_ ("Differences only"), _ ("All points"), NULL};

  self->count = scr_label_new_wrapping (NULL, "heading");
  self->between = scr_label_new_wrapping (NULL, "scr-dim");
  self->filter = gtk_drop_down_new_from_strings (choices);
  scr_map_name (self->filter, _ ("Which points are shown"));
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (refresh_soon), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (report, "flat");
  g_signal_connect_object (report, "clicked", G_CALLBACK (on_report_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (words), self->count);
  gtk_box_append (GTK_BOX (words), self->between);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->filter, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (report, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (actions), self->filter);
  gtk_box_append (GTK_BOX (actions), report);
  gtk_widget_set_halign (actions, GTK_ALIGN_END);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (head), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (head), 2);
  gtk_flow_box_insert (GTK_FLOW_BOX (head), words, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (head), actions, -1);
  /* The parts inside are what is gone through. */
  gtk_widget_set_focusable (gtk_widget_get_parent (words), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_parent (actions), FALSE);
  gtk_widget_set_margin_start (head, 24);
  gtk_widget_set_margin_end (head, 12);
  gtk_widget_set_margin_top (head, 6);
  gtk_widget_set_margin_bottom (head, 6);
  return head;
}

/**
 * scr_map_compare_face_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): the face, of the record that is open
 */
GtkWidget *
scr_map_compare_face_new (ScrContext *context)
{
  ScrMapCompareFace *self = g_object_new (SCR_TYPE_MAP_COMPARE_FACE, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *ruler = gtk_drawing_area_new ();

  scr_map_ensure ();
  self->context = g_object_ref (context);
  self->table = SCR_MAP_COMPARE_TABLE (scr_map_compare_table_new ());
  gtk_paned_set_start_child (GTK_PANED (paned), make_sides (self));
  gtk_box_append (GTK_BOX (below), make_head (self));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->table));
  gtk_widget_set_size_request (below, -1, 150);
  gtk_paned_set_end_child (GTK_PANED (paned), below);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_vexpand (paned, TRUE);
  /* It draws nothing: it tells how wide there is room. */
  g_signal_connect_object (ruler, "resize", G_CALLBACK (on_resized), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), ruler);
  gtk_box_append (GTK_BOX (content), make_bar (self));
  gtk_box_append (GTK_BOX (content), paned);
  adw_bin_set_child (ADW_BIN (self), content);
  scr_follow (self, context, refresh_soon);
  scr_map_compare_face_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * scr_map_compare_face_add_to_bar:
 * @self: the face
 * @widget: what comes to the start of its bar, such as what switches between faces
 */
void
scr_map_compare_face_add_to_bar (ScrMapCompareFace *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->bar_slot), widget);
}

/**
 * scr_map_compare_face_get_side:
 * @self: the face
 * @on_right: which one
 *
 * Returns: (transfer none): that side
 */
ScrMapCompareSide *
scr_map_compare_face_get_side (ScrMapCompareFace *self, gboolean on_right)
{
  return self->sides[on_right ? 1 : 0];
}

/**
 * scr_map_compare_face_get_n_rows:
 * @self: the face
 *
 * Returns: how many points its table shows
 */
guint
scr_map_compare_face_get_n_rows (ScrMapCompareFace *self)
{
  return scr_map_compare_table_get_n_rows (self->table);
}
