/* ScrMapGap - a gap as an object. See the header. */
#include "config.h"

#include "scr-map-gap.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrMapGap
{
  GObject parent_instance;

  ScrGaps **gaps; /* (reference counted): what @found belongs to */
  const ScrGapFound *found;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ScrMapGap, scr_map_gap, G_TYPE_OBJECT)

static void
clear_gaps (gpointer box)
{
  scr_gaps_free (*(ScrGaps **)box);
}

static void
release_gaps (gpointer box)
{
  g_rc_box_release_full (box, clear_gaps);
}

static void
scr_map_gap_finalize (GObject *object)
{
  g_clear_pointer (&SCR_MAP_GAP (object)->gaps, release_gaps);
  G_OBJECT_CLASS (scr_map_gap_parent_class)->finalize (object);
}

static void
scr_map_gap_class_init (ScrMapGapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_map_gap_finalize;
  changed_signal = g_signal_new ("changed", SCR_TYPE_MAP_GAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
scr_map_gap_init (ScrMapGap *self)
{
}

/**
 * scr_map_gaps_wrap:
 * @gaps: (transfer full): gaps; they live as long as any of what is returned
 *
 * Returns: (transfer full) (element-type ScrMapGap): each of them, in their order
 */
GPtrArray *
scr_map_gaps_wrap (ScrGaps *gaps)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  ScrGaps **box = g_rc_box_new (ScrGaps *);

  *box = gaps;
  for (guint i = 0; i < gaps->gaps->len; i++)
    {
      ScrMapGap *row = g_object_new (SCR_TYPE_MAP_GAP, NULL);

      row->gaps = g_rc_box_acquire (box);
      row->found = g_ptr_array_index (gaps->gaps, i);
      g_ptr_array_add (rows, row);
    }
  release_gaps (box);
  return rows;
}

/**
 * scr_map_gap_get_found:
 * @self: a gap
 *
 * Returns: (transfer none): what it tells of, until it changes
 */
const ScrGapFound *
scr_map_gap_get_found (ScrMapGap *self)
{
  g_return_val_if_fail (SCR_IS_MAP_GAP (self), NULL);
  return self->found;
}

static const char *
get_id (ScrItem *item)
{
  return item != NULL ? scr_item_get_id (item) : NULL;
}

/**
 * scr_map_gap_is_same:
 * @self: a gap
 * @other: another, perhaps of another time
 *
 * Returns: whether both are the same gap
 */
gboolean
scr_map_gap_is_same (ScrMapGap *self, ScrMapGap *other)
{
  const ScrGapFound *a = self->found, *b = other->found;

  if (a->kept != NULL && b->kept != NULL)
    return g_str_equal (scr_item_get_id (a->kept), scr_item_get_id (b->kept));
  return g_strcmp0 (a->rule, b->rule) == 0 && g_strcmp0 (get_id (a->about), get_id (b->about)) == 0
         && g_strcmp0 (a->partnership, b->partnership) == 0 && g_strcmp0 (a->place, b->place) == 0
         && (a->kept != b->kept || g_str_equal (a->title, b->title));
}

/**
 * scr_map_gap_is_shown:
 * @self: a gap
 * @shown: which gaps a list shows
 *
 * Returns: whether it is one of them
 */
gboolean
scr_map_gap_is_shown (ScrMapGap *self, ScrMapGapsShown shown)
{
  gboolean closed = strcmp (self->found->state, "gap-state.closed") == 0;

  switch (shown)
    {
    case SCR_MAP_GAPS_OPEN:
      return self->found->is_open;
    case SCR_MAP_GAPS_ACCEPTED:
      return !self->found->is_open && !closed;
    case SCR_MAP_GAPS_CLOSED:
      return !self->found->is_open && closed;
    case SCR_MAP_GAPS_ALL:
    default:
      return TRUE;
    }
}

/**
 * scr_map_gaps_are_same:
 * @list: a list of ScrMapGap
 * @rows: (element-type ScrMapGap): others
 *
 * Returns: whether both are the same gaps in the same order
 */
gboolean
scr_map_gaps_are_same (GListModel *list, GPtrArray *rows)
{
  if (g_list_model_get_n_items (list) != rows->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (ScrMapGap) row = g_list_model_get_item (list, i);

      if (!scr_map_gap_is_same (row, g_ptr_array_index (rows, i)))
        return FALSE;
    }
  return TRUE;
}

/**
 * scr_map_gaps_describe_none:
 * @shown: which gaps a list shows
 *
 * Returns: (transfer none): a sentence that says that there are none of them
 */
const char *
scr_map_gaps_describe_none (ScrMapGapsShown shown)
{
  if (shown == SCR_MAP_GAPS_ACCEPTED)
    return _ ("No gap is accepted.");
  if (shown == SCR_MAP_GAPS_CLOSED)
    return _ ("No gap is closed.");
  return _ ("Nothing is missing: it is settled who answers to whom.");
}

/**
 * scr_map_gap_speaks_of:
 * @self: a gap
 * @item: an item
 *
 * Returns: whether it is about @item, shows at it, or is kept in it
 */
gboolean
scr_map_gap_speaks_of (ScrMapGap *self, ScrItem *item)
{
  return self->found->about == item || self->found->kept == item
         || g_strcmp0 (self->found->place, scr_item_get_id (item)) == 0;
}

/**
 * scr_map_gap_take_from:
 * @self: a gap
 * @newer: the same gap as it is now
 *
 * Tells of what @newer tells of from now on.
 */
void
scr_map_gap_take_from (ScrMapGap *self, ScrMapGap *newer)
{
  ScrGaps **gaps = g_rc_box_acquire (newer->gaps);

  release_gaps (self->gaps);
  self->gaps = gaps;
  self->found = newer->found;
  g_signal_emit (self, changed_signal, 0);
}

static void
append_choice (GString *detail, ScrSource *source, const char *id)
{
  g_autoptr (ScrItem) choice = id != NULL ? scr_source_get (source, SCR_KIND_CHOICE, id) : NULL;
  g_autofree char *title = choice != NULL ? scr_format_title (NULL, source, choice) : NULL;

  if (title != NULL)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", title);
}

/**
 * scr_map_gap_dup_detail:
 * @self: a gap
 * @source: the record
 *
 * Returns: (transfer full): the dim line of its row: which kind of gap, how it stands, and what more is known
 */
char *
scr_map_gap_dup_detail (ScrMapGap *self, ScrSource *source)
{
  const ScrGapFound *found = self->found;
  GString *detail = g_string_new (NULL);

  append_choice (detail, source, found->rule);
  if (!found->is_open || strcmp (found->state, "gap-state.open") != 0)
    append_choice (detail, source, found->state);
  if (found->is_again)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", _ ("found again"));
  if (found->is_gone && found->rule != NULL && found->is_open)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", _ ("not found any more: it can be closed"));
  if (*found->detail != '\0')
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", found->detail);
  return g_string_free (detail, FALSE);
}

/**
 * scr_map_gap_dup_due:
 * @self: a gap
 * @late: (out): whether its day is past and it is open
 *
 * Returns: (transfer full): its due day in words
 */
char *
scr_map_gap_dup_due (ScrMapGap *self, gboolean *late)
{
  const char *day = (*self->gaps)->day;
  const char *due = self->found->due;
  g_autofree char *words = NULL;

  *late = due != NULL && self->found->is_open && strcmp (due, day) < 0;
  if (due == NULL)
    return g_strdup (_ ("no due day"));
  words = scr_format_day (NULL, due, strncmp (due, day, 4) == 0 ? SCR_DAY_SHORT : SCR_DAY_LONG);
  /* TRANSLATORS: %s is the day by which it was due */
  return *late ? g_strdup_printf (_ ("%s, late"), words) : g_steal_pointer (&words);
}
