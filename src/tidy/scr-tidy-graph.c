/* Cards, links and places as values and as text. See the header. */
#include "scr-tidy-graph.h"

#include <string.h>

#define MAGIC "scrutiny-tidy 1"
#define MAX_FIELDS 8

static const char *const algorithm_names[] = {"hierarchy", "clusters"};

/**
 * scr_tidy_graph_new:
 * @algorithm: how it is to be laid out
 *
 * Returns: (transfer full): a graph without nodes
 */
ScrTidyGraph *
scr_tidy_graph_new (ScrTidyAlgorithm algorithm)
{
  ScrTidyGraph *self = g_new0 (ScrTidyGraph, 1);

  self->algorithm = algorithm;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (ScrTidyNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (ScrTidyEdge));
  return self;
}

/**
 * scr_tidy_graph_free:
 * @self: (transfer full): a graph
 */
void
scr_tidy_graph_free (ScrTidyGraph *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

/**
 * scr_tidy_graph_add_node:
 * @self: a graph
 * @width: in pixels; what is beyond the limits is brought within
 * @height: in pixels; the same
 * @cluster: a cluster's number or %SCR_TIDY_NO_CLUSTER
 * @hint: lower ones stand above
 *
 * Returns: its index
 */
guint
scr_tidy_graph_add_node (ScrTidyGraph *self, guint width, guint height, int cluster, guint hint)
{
  const ScrTidyNode node = {CLAMP (width, 1, SCR_TIDY_MAX_LENGTH), CLAMP (height, 1, SCR_TIDY_MAX_LENGTH), cluster,
                            MIN (hint, SCR_TIDY_MAX_HINT)};

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

/**
 * scr_tidy_graph_add_edge:
 * @self: a graph
 * @from: index of a node
 * @to: index of a node; may be the same, may come again
 * @weight: how much the two are drawn together; what is beyond the limits is brought within
 * @constrains: whether @from answers to @to
 */
void
scr_tidy_graph_add_edge (ScrTidyGraph *self, guint from, guint to, guint weight, gboolean constrains)
{
  const ScrTidyEdge edge = {from, to, CLAMP (weight, 1, SCR_TIDY_MAX_WEIGHT), constrains != FALSE};

  g_array_append_val (self->edges, edge);
}

/**
 * scr_tidy_graph_write:
 * @self: a graph
 *
 * Returns: (transfer full): its text, as the header describes it
 */
char *
scr_tidy_graph_write (const ScrTidyGraph *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, MAGIC " %s %u %u\n", algorithm_names[self->algorithm], self->nodes->len,
                          self->edges->len);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const ScrTidyNode *node = &g_array_index (self->nodes, ScrTidyNode, i);

      g_string_append_printf (text, "n %u %u ", node->width, node->height);
      if (node->cluster == SCR_TIDY_NO_CLUSTER)
        g_string_append_c (text, '-');
      else
        g_string_append_printf (text, "%d", node->cluster);
      g_string_append_printf (text, " %u\n", node->hint);
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      const ScrTidyEdge *edge = &g_array_index (self->edges, ScrTidyEdge, i);

      g_string_append_printf (text, "e %u %u %u %d\n", edge->from, edge->to, edge->weight, edge->constrains);
    }
  g_string_append (text, "end\n");
  return g_string_free (text, FALSE);
}

/* --- Reading --- */

typedef struct
{
  const char *next;
  const char *end;
  guint number;           /* of the line read last, from 1 */
  char line[SCR_TIDY_MAX_LINE + 1];
  char *fields[MAX_FIELDS];
  guint n_fields;
} Reader;

/* Splits the next line at its spaces. Every line ends in a line feed; no other character than printable ASCII occurs. */
static gboolean
read_line (Reader *reader)
{
  const char *stop = reader->next < reader->end ? memchr (reader->next, '\n', (gsize) (reader->end - reader->next)) : NULL;
  gsize length;
  char *at = reader->line;

  reader->number++;
  if (stop == NULL || stop - reader->next > SCR_TIDY_MAX_LINE)
    return FALSE;
  length = (gsize) (stop - reader->next);
  for (gsize i = 0; i < length; i++)
    if (reader->next[i] < ' ' || reader->next[i] > '~')
      return FALSE;
  memcpy (reader->line, reader->next, length);
  reader->line[length] = '\0';
  reader->next = stop + 1;
  for (reader->n_fields = 0; at != NULL && reader->n_fields < MAX_FIELDS; reader->n_fields++)
    {
      reader->fields[reader->n_fields] = at;
      at = strchr (at, ' ');
      if (at != NULL)
        *at++ = '\0';
    }
  return at == NULL;
}

static gboolean
read_number (const Reader *reader, guint field, guint64 min, guint64 max, guint64 *number)
{
  /* No sign, no space, no hexadecimal: GLib refuses them in base 10. */
  return g_ascii_string_to_unsigned (reader->fields[field], 10, min, max, number, NULL);
}

static gboolean
read_node (Reader *reader, ScrTidyGraph *graph)
{
  guint64 width;
  guint64 height;
  guint64 cluster = 0;
  guint64 hint;
  gboolean in_cluster;

  if (!read_line (reader) || reader->n_fields != 5 || strcmp (reader->fields[0], "n") != 0)
    return FALSE;
  in_cluster = strcmp (reader->fields[3], "-") != 0;
  if (!read_number (reader, 1, 1, SCR_TIDY_MAX_LENGTH, &width)
      || !read_number (reader, 2, 1, SCR_TIDY_MAX_LENGTH, &height)
      || (in_cluster && !read_number (reader, 3, 0, SCR_TIDY_MAX_CLUSTERS - 1, &cluster))
      || !read_number (reader, 4, 0, SCR_TIDY_MAX_HINT, &hint))
    return FALSE;
  scr_tidy_graph_add_node (graph, (guint) width, (guint) height, in_cluster ? (int) cluster : SCR_TIDY_NO_CLUSTER,
                           (guint) hint);
  return TRUE;
}

static gboolean
read_edge (Reader *reader, ScrTidyGraph *graph)
{
  guint64 from;
  guint64 to;
  guint64 weight;
  guint64 constrains;

  if (graph->nodes->len == 0 || !read_line (reader) || reader->n_fields != 5 || strcmp (reader->fields[0], "e") != 0)
    return FALSE;
  if (!read_number (reader, 1, 0, graph->nodes->len - 1, &from)
      || !read_number (reader, 2, 0, graph->nodes->len - 1, &to)
      || !read_number (reader, 3, 1, SCR_TIDY_MAX_WEIGHT, &weight) || !read_number (reader, 4, 0, 1, &constrains))
    return FALSE;
  scr_tidy_graph_add_edge (graph, (guint) from, (guint) to, (guint) weight, constrains == 1);
  return TRUE;
}

static gboolean
read_end (Reader *reader)
{
  return read_line (reader) && reader->n_fields == 1 && strcmp (reader->fields[0], "end") == 0
         && reader->next == reader->end;
}

/* The first line, up to where the two sorts differ. */
static gboolean
read_magic (Reader *reader, guint n_fields)
{
  return read_line (reader) && reader->n_fields == n_fields && strcmp (reader->fields[0], "scrutiny-tidy") == 0
         && strcmp (reader->fields[1], "1") == 0;
}

static gboolean
read_graph (Reader *reader, ScrTidyGraph *graph)
{
  guint64 n_nodes;
  guint64 n_edges;

  if (!read_magic (reader, 5) || !read_number (reader, 3, 0, SCR_TIDY_MAX_NODES, &n_nodes)
      || !read_number (reader, 4, 0, SCR_TIDY_MAX_EDGES, &n_edges))
    return FALSE;
  if (strcmp (reader->fields[2], algorithm_names[SCR_TIDY_CLUSTERS]) == 0)
    graph->algorithm = SCR_TIDY_CLUSTERS;
  else if (strcmp (reader->fields[2], algorithm_names[SCR_TIDY_HIERARCHY]) != 0)
    return FALSE;
  for (guint i = 0; i < n_nodes; i++)
    if (!read_node (reader, graph))
      return FALSE;
  for (guint i = 0; i < n_edges; i++)
    if (!read_edge (reader, graph))
      return FALSE;
  return read_end (reader);
}

/**
 * scr_tidy_graph_read:
 * @text: what should be the text of a graph; not trusted
 * @length: its bytes
 * @problem: (out) (transfer full): on failure, which line is wrong, in English, for whoever runs the program by hand
 *
 * Returns: (transfer full) (nullable): the graph, %NULL if the text is anything else
 */
ScrTidyGraph *
scr_tidy_graph_read (const char *text, gsize length, char **problem)
{
  g_autoptr (ScrTidyGraph) graph = scr_tidy_graph_new (SCR_TIDY_HIERARCHY);
  Reader reader = {text, text + length, 0};

  if (length <= SCR_TIDY_MAX_BYTES && read_graph (&reader, graph))
    return g_steal_pointer (&graph);
  *problem = g_strdup_printf ("line %u is missing, out of bounds or not understood", reader.number);
  return NULL;
}

/* --- The answer --- */

/**
 * scr_tidy_layout_new:
 * @n_nodes: how many nodes there are
 *
 * Returns: (transfer full): a layout with all nodes at the origin
 */
ScrTidyLayout *
scr_tidy_layout_new (guint n_nodes)
{
  ScrTidyLayout *self = g_new0 (ScrTidyLayout, 1);

  self->points = g_array_sized_new (FALSE, TRUE, sizeof (ScrTidyPoint), n_nodes);
  g_array_set_size (self->points, n_nodes);
  return self;
}

/**
 * scr_tidy_layout_free:
 * @self: (transfer full): a layout
 */
void
scr_tidy_layout_free (ScrTidyLayout *self)
{
  g_array_unref (self->points);
  g_free (self);
}

/**
 * scr_tidy_layout_write:
 * @self: a layout
 *
 * Returns: (transfer full): its text, as the header describes it
 */
char *
scr_tidy_layout_write (const ScrTidyLayout *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, MAGIC " %u %" G_GINT64_FORMAT "\n", self->points->len, self->graphviz_time);
  for (guint i = 0; i < self->points->len; i++)
    {
      const ScrTidyPoint *point = &g_array_index (self->points, ScrTidyPoint, i);

      g_string_append_printf (text, "p %d %d\n", point->x, point->y);
    }
  g_string_append (text, "end\n");
  return g_string_free (text, FALSE);
}

static gboolean
read_point (Reader *reader, ScrTidyPoint *point)
{
  guint64 x;
  guint64 y;

  if (!read_line (reader) || reader->n_fields != 3 || strcmp (reader->fields[0], "p") != 0
      || !read_number (reader, 1, 0, SCR_TIDY_MAX_POSITION, &x)
      || !read_number (reader, 2, 0, SCR_TIDY_MAX_POSITION, &y) || x % SCR_TIDY_GRID != 0 || y % SCR_TIDY_GRID != 0)
    return FALSE;
  *point = (ScrTidyPoint) {(int) x, (int) y};
  return TRUE;
}

/**
 * scr_tidy_layout_read:
 * @text: what should be the text of a layout; not trusted
 * @length: its bytes
 * @problem: (out) (transfer full): on failure, which line is wrong, in English
 *
 * Returns: (transfer full) (nullable): the layout, %NULL if the text is anything else
 */
ScrTidyLayout *
scr_tidy_layout_read (const char *text, gsize length, char **problem)
{
  g_autoptr (ScrTidyLayout) layout = NULL;
  Reader reader = {text, text + length, 0};
  guint64 n_nodes = 0;
  guint64 time = 0;
  gboolean sound = read_magic (&reader, 4) && read_number (&reader, 2, 0, SCR_TIDY_MAX_NODES, &n_nodes)
                   && read_number (&reader, 3, 0, G_MAXINT64, &time);

  layout = scr_tidy_layout_new ((guint) n_nodes);
  layout->graphviz_time = (gint64) time;
  for (guint i = 0; sound && i < n_nodes; i++)
    sound = read_point (&reader, &g_array_index (layout->points, ScrTidyPoint, i));
  if (sound && read_end (&reader))
    return g_steal_pointer (&layout);
  *problem = g_strdup_printf ("line %u is missing, out of bounds or not understood", reader.number);
  return NULL;
}
