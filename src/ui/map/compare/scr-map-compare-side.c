/* One of two maps that are compared. See the header. */
#include "config.h"

#include "scr-map-compare-side.h"

#include "scr-format.h"
#include "scr-gaps.h"
#include "scr-labels.h"
#include "scr-map-day-button.h"
#include "scr-map-parts.h"

#include <glib/gi18n-lib.h>

struct _ScrMapCompareSide
{
  AdwBin parent_instance;

  ScrContext *context;
  gboolean is_right;
  char *partnership; /* (nullable): the record has none */
  char *day;         /* (nullable): NULL is the record's own today */
  GPtrArray *ids;    /* (element-type utf8): of the partnerships that are offered */
  GtkWidget *chooser;
  GtkWidget *day_button;
  GtkWidget *begun;
  ScrMapCanvas *canvas;
  gboolean filling; /* what is offered is being replaced: nobody chooses */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (ScrMapCompareSide, scr_map_compare_side, ADW_TYPE_BIN)

static ScrSource *
get_source (ScrMapCompareSide *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  return store != NULL ? SCR_SOURCE (store) : NULL;
}

static void
on_selected (ScrMapCompareSide *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));

  if (self->filling || selected >= self->ids->len)
    return;
  if (g_strcmp0 (self->partnership, g_ptr_array_index (self->ids, selected)) == 0)
    return;
  g_free (self->partnership);
  self->partnership = g_strdup (g_ptr_array_index (self->ids, selected));
  g_signal_emit (self, chosen_signal, 0);
}

static void
on_day_chosen (ScrMapCompareSide *self, const char *day)
{
  g_free (self->day);
  self->day = g_strdup (day);
  g_signal_emit (self, chosen_signal, 0);
}

/* The first choice: what the window is narrowed to on the left, another partnership on the right. */
static guint
choose_first (ScrMapCompareSide *self)
{
  const char *narrowed = scr_context_get_partnership (self->context);

  for (guint i = 0; i < self->ids->len; i++)
    {
      gboolean is_narrowed = g_strcmp0 (g_ptr_array_index (self->ids, i), narrowed) == 0;

      if (!self->is_right && (narrowed == NULL || is_narrowed))
        return i;
      if (self->is_right && !is_narrowed && (narrowed != NULL || i > 0))
        return i;
    }
  return 0;
}

static void
fill_chooser (ScrMapCompareSide *self)
{
  const ScrQuery query = {.kind = "partnership"};
  g_autoptr (GPtrArray) items = scr_source_list (get_source (self), &query);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  self->filling = TRUE;
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *brief = scr_item_get_text (item, "short_title");

      g_ptr_array_add (self->ids, g_strdup (scr_item_get_id (item)));
      if (brief != NULL)
        gtk_string_list_append (names, brief);
      else
        gtk_string_list_take (names, scr_format_title (NULL, get_source (self), item));
      if (g_strcmp0 (scr_item_get_id (item), self->partnership) == 0)
        selected = i;
    }
  if (selected == GTK_INVALID_LIST_POSITION && self->ids->len > 0)
    selected = choose_first (self);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->chooser), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), selected);
  g_free (self->partnership);
  self->partnership = selected < self->ids->len ? g_strdup (g_ptr_array_index (self->ids, selected)) : NULL;
  gtk_widget_set_sensitive (self->chooser, self->partnership != NULL);
  self->filling = FALSE;
}

/* "begun October 2018", of the arrangement that is in force on the day. */
static void
show_begun (ScrMapCompareSide *self, const char *day)
{
  const ScrQuery query = {.kind = "arrangement",
                          .partnership = self->partnership,
                          .conditions = {{"effective", SCR_AT_MOST, day, 0}}};
  g_autoptr (GPtrArray) items = scr_source_list (get_source (self), &query);
  g_autofree char *month = NULL, *words = NULL;

  for (guint i = 0; i < items->len && month == NULL; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      if (scr_phase_at (scr_item_get_text (item, "effective"), scr_item_get_text (item, "ended"), day)
          == SCR_PHASE_IN_FORCE)
        month = scr_format_day (NULL, scr_item_get_text (item, "effective"), SCR_DAY_MONTH);
    }
  /* TRANSLATORS: %s is a month: since when a partnership's arrangement is in force. */
  words = month != NULL ? g_strdup_printf (_ ("begun %s"), month) : NULL;
  gtk_label_set_text (GTK_LABEL (self->begun), words != NULL ? words : "");
  gtk_widget_set_visible (self->begun, words != NULL);
}

/**
 * scr_map_compare_side_refresh:
 * @self: a side, of a context that has a record
 *
 * Makes the map afresh.
 */
void
scr_map_compare_side_refresh (ScrMapCompareSide *self)
{
  g_autofree char *day = NULL;
  g_autoptr (ScrGaps) gaps = NULL;
  ScrMapQuery query = {0};

  fill_chooser (self);
  day = scr_map_compare_side_dup_day (self);
  scr_map_day_button_set_day (SCR_MAP_DAY_BUTTON (self->day_button), day);
  show_begun (self, day);
  gaps = scr_gaps_new (NULL, get_source (self), self->partnership, day);
  query = (ScrMapQuery) {.partnership = self->partnership, .day = day, .gaps = gaps->at};
  scr_map_canvas_set_map (self->canvas, scr_map_new (NULL, get_source (self), &query), FALSE);
}

static void
scr_map_compare_side_dispose (GObject *object)
{
  ScrMapCompareSide *self = SCR_MAP_COMPARE_SIDE (object);

  self->filling = TRUE;
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_map_compare_side_parent_class)->dispose (object);
}

static void
scr_map_compare_side_finalize (GObject *object)
{
  ScrMapCompareSide *self = SCR_MAP_COMPARE_SIDE (object);

  g_free (self->partnership);
  g_free (self->day);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (scr_map_compare_side_parent_class)->finalize (object);
}

static void
scr_map_compare_side_class_init (ScrMapCompareSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_map_compare_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_map_compare_side_finalize;
  chosen_signal = g_signal_new ("chosen", SCR_TYPE_MAP_COMPARE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
scr_map_compare_side_init (ScrMapCompareSide *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/* Chooser and day side by side where there is room, else one under the other. */
static GtkWidget *
make_head (ScrMapCompareSide *self)
{
  GtkWidget *head = gtk_flow_box_new ();
  GtkWidget *const parts[] = {self->chooser, self->day_button, self->begun};

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (head), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (head), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (head), 3);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_flow_box_insert (GTK_FLOW_BOX (head), parts[i], -1);
      /* The parts inside are what is gone through. */
      gtk_widget_set_focusable (gtk_widget_get_parent (parts[i]), FALSE);
      gtk_widget_set_halign (parts[i], GTK_ALIGN_START);
      gtk_widget_set_valign (parts[i], GTK_ALIGN_CENTER);
    }
  gtk_widget_set_margin_start (head, 12);
  gtk_widget_set_margin_end (head, 12);
  gtk_widget_set_margin_top (head, 6);
  gtk_widget_set_margin_bottom (head, 6);
  return head;
}

/**
 * scr_map_compare_side_new:
 * @context: what the window hands to its views
 * @is_right: whether it is the right side
 *
 * Returns: (transfer floating): a side that shows nothing before scr_map_compare_side_refresh()
 */
GtkWidget *
scr_map_compare_side_new (ScrContext *context, gboolean is_right)
{
  ScrMapCompareSide *self = g_object_new (SCR_TYPE_MAP_COMPARE_SIDE, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->context = g_object_ref (context);
  self->is_right = is_right;
  self->chooser = gtk_drop_down_new (NULL, NULL);
  scr_map_name (self->chooser, is_right ? _ ("Partnership on the right") : _ ("Partnership on the left"));
  self->day_button
      = scr_map_day_button_new (context, is_right ? _ ("Day on the right") : _ ("Day on the left"));
  self->begun = scr_label_new_wrapping (NULL, "scr-dim");
  self->canvas = SCR_MAP_CANVAS (scr_map_canvas_new ());
  scr_map_canvas_set_editable (self->canvas, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self->canvas), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_button, "chosen", G_CALLBACK (on_day_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), make_head (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->canvas));
  adw_bin_set_child (ADW_BIN (self), content);
  return GTK_WIDGET (self);
}

/**
 * scr_map_compare_side_get_canvas:
 * @self: a side
 *
 * Returns: (transfer none): its canvas
 */
ScrMapCanvas *
scr_map_compare_side_get_canvas (ScrMapCompareSide *self)
{
  return self->canvas;
}

/**
 * scr_map_compare_side_get_partnership:
 * @self: a side
 *
 * Returns: (nullable): identity of the partnership; %NULL if the record has none
 */
const char *
scr_map_compare_side_get_partnership (ScrMapCompareSide *self)
{
  return self->partnership;
}

/**
 * scr_map_compare_side_dup_day:
 * @self: a side, of a context that has a record
 *
 * Returns: (transfer full): the day that it shows
 */
char *
scr_map_compare_side_dup_day (ScrMapCompareSide *self)
{
  return self->day != NULL ? g_strdup (self->day) : scr_source_dup_today (get_source (self));
}

/**
 * scr_map_compare_side_dup_name:
 * @self: a side, of a context that has a record
 * @with_day: whether the day tells it from the other side
 *
 * Returns: (transfer full): what the side is called
 */
char *
scr_map_compare_side_dup_name (ScrMapCompareSide *self, gboolean with_day)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->chooser)));
  const char *name = selected < self->ids->len ? gtk_string_list_get_string (names, selected) : _ ("All");
  g_autofree char *day = scr_map_compare_side_dup_day (self);
  g_autofree char *words = scr_format_day (NULL, day, SCR_DAY_LONG);

  if (!with_day)
    return g_strdup (name);
  /* TRANSLATORS: a partnership, then the day on which it is looked at. */
  return g_strdup_printf (C_ ("side", "%1$s, %2$s"), name, words);
}

/**
 * scr_map_compare_side_choose:
 * @self: a side
 * @partnership: (nullable): identity of a partnership
 * @day: (nullable): a day; %NULL is the record's own today
 *
 * Takes effect with the next scr_map_compare_side_refresh(); nobody is told.
 */
void
scr_map_compare_side_choose (ScrMapCompareSide *self, const char *partnership, const char *day)
{
  g_autofree char *chosen = g_strdup (partnership), *chosen_day = g_strdup (day);

  g_free (self->partnership);
  self->partnership = g_steal_pointer (&chosen);
  g_free (self->day);
  self->day = g_steal_pointer (&chosen_day);
}
