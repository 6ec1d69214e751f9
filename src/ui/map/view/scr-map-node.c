/* One row of the map as a table. See the header. */
#include "config.h"

#include "scr-map-node.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrMapNode
{
  GObject parent_instance;

  ScrItem *item;
  GListStore *links; /* (nullable) (element-type ScrMapNode): of a card */
  char *texts[SCR_MAP_NODE_N_TEXTS];
  char *days[2]; /* (nullable): from and until, to sort by */
  guint n_gaps;
};

G_DEFINE_FINAL_TYPE (ScrMapNode, scr_map_node, G_TYPE_OBJECT)

static void
scr_map_node_finalize (GObject *object)
{
  ScrMapNode *self = SCR_MAP_NODE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->links);
  for (guint i = 0; i < SCR_MAP_NODE_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->days[0]);
  g_free (self->days[1]);
  G_OBJECT_CLASS (scr_map_node_parent_class)->finalize (object);
}

static void
scr_map_node_class_init (ScrMapNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_map_node_finalize;
}

static void
scr_map_node_init (ScrMapNode *self)
{
}

static const char *
get_phase_words (ScrPhase phase)
{
  switch (phase)
    {
    case SCR_PHASE_ENDED:
      return _ ("Ended");
    case SCR_PHASE_NOT_YET:
      return _ ("Not yet in force");
    default:
      return _ ("In force");
    }
}

static char *
format_day (const char *day)
{
  return day != NULL ? scr_format_day (NULL, day, SCR_DAY_LONG) : g_strdup ("");
}

static void
set_days (ScrMapNode *self, const char *from, const char *until)
{
  self->days[0] = g_strdup (from);
  self->days[1] = g_strdup (until);
  self->texts[SCR_MAP_NODE_FROM] = format_day (from);
  self->texts[SCR_MAP_NODE_UNTIL] = format_day (until);
}

static void
set_gaps (ScrMapNode *self, guint n_gaps)
{
  self->n_gaps = n_gaps;
  self->texts[SCR_MAP_NODE_GAPS]
      = n_gaps > 0 ? g_strdup_printf (ngettext ("%u gap", "%u gaps", n_gaps), n_gaps) : g_strdup ("");
}

/* As seen from the card: an arrow tells which way the link goes. */
static ScrMapNode *
new_link (const ScrMap *map, const ScrMapLink *link, guint card)
{
  ScrMapNode *self = g_object_new (SCR_TYPE_MAP_NODE, NULL);
  gboolean outward = link->from == card;
  const ScrMapCard *other = scr_map_get_card (map, outward ? link->to : link->from);

  self->item = g_object_ref (link->item);
  if (outward)
    /* TRANSLATORS: a link of a card in a table: what it is and to whom, as in "accountable to → Council". */
    self->texts[SCR_MAP_NODE_NAME] = g_strdup_printf (_ ("%1$s → %2$s"), link->label, other->title);
  else
    /* TRANSLATORS: a link to a card in a table: from whom and what it is, as in "Lead → accountable to". */
    self->texts[SCR_MAP_NODE_NAME] = g_strdup_printf (C_ ("from", "%1$s → %2$s"), other->title, link->label);
  self->texts[SCR_MAP_NODE_WHAT] = g_strdup (_ ("Link"));
  set_days (self, scr_item_get_text (link->item, "from"), scr_item_get_text (link->item, "until"));
  self->texts[SCR_MAP_NODE_STATE]
      = g_strdup (link->phase != SCR_PHASE_IN_FORCE ? get_phase_words (link->phase)
                  : link->state == SCR_LINK_MISSING ? _ ("Missing")
                  : link->state == SCR_LINK_PARTIAL ? _ ("Partial")
                                                    : _ ("In place"));
  set_gaps (self, link->n_gaps);
  return self;
}

/**
 * scr_map_node_new_card:
 * @map: a map
 * @index: index of a card
 *
 * Returns: (transfer full): the row of that card, with those of its links
 */
ScrMapNode *
scr_map_node_new_card (const ScrMap *map, guint index)
{
  ScrMapNode *self = g_object_new (SCR_TYPE_MAP_NODE, NULL);
  const ScrMapCard *card = scr_map_get_card (map, index);

  self->item = g_object_ref (card->item);
  self->texts[SCR_MAP_NODE_NAME] = g_strdup (card->title);
  self->texts[SCR_MAP_NODE_WHAT] = g_strdup (card->detail);
  set_days (self, card->from, card->until);
  self->texts[SCR_MAP_NODE_STATE] = g_strdup (get_phase_words (card->phase));
  set_gaps (self, card->n_gaps);
  if (card->links->len == 0)
    return self;
  self->links = g_list_store_new (SCR_TYPE_MAP_NODE);
  for (guint i = 0; i < card->links->len; i++)
    {
      g_autoptr (ScrMapNode) link
          = new_link (map, scr_map_get_link (map, g_array_index (card->links, guint, i)), index);

      g_list_store_append (self->links, link);
    }
  return self;
}

/**
 * scr_map_node_get_item:
 * @self: a row
 *
 * Returns: (transfer none): the card or the link
 */
ScrItem *
scr_map_node_get_item (ScrMapNode *self)
{
  return self->item;
}

/**
 * scr_map_node_get_links:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the rows of a card's links; %NULL for a link, and for a card without
 * any
 */
GListModel *
scr_map_node_get_links (ScrMapNode *self)
{
  return self->links != NULL ? G_LIST_MODEL (self->links) : NULL;
}

/**
 * scr_map_node_get_text:
 * @self: a row
 * @text: which of its columns
 *
 * Returns: what stands there, "" for nothing
 */
const char *
scr_map_node_get_text (ScrMapNode *self, ScrMapNodeText text)
{
  return self->texts[text];
}

/**
 * scr_map_node_compare:
 * @self: a row
 * @other: a row
 * @text: the column by which rows are sorted
 *
 * Days sort by the calendar and gaps by their number, whatever their words are.
 *
 * Returns: as strcmp() does
 */
int
scr_map_node_compare (ScrMapNode *self, ScrMapNode *other, ScrMapNodeText text)
{
  if (text == SCR_MAP_NODE_FROM || text == SCR_MAP_NODE_UNTIL)
    return g_strcmp0 (self->days[text - SCR_MAP_NODE_FROM], other->days[text - SCR_MAP_NODE_FROM]);
  if (text == SCR_MAP_NODE_GAPS)
    return (self->n_gaps > other->n_gaps) - (self->n_gaps < other->n_gaps);
  return g_utf8_collate (self->texts[text], other->texts[text]);
}
