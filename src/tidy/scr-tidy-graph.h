/* ScrTidyGraph - cards and links to be laid out, as plain values; ScrTidyLayout, where the cards go; and the text in
 * which both travel between Scrutiny and scrutiny-tidy.
 *
 * The program that lays out reads this on its standard input, one entry a line, fields separated by one space, numbers
 * in decimal digits without sign, at most SCR_TIDY_MAX_LINE characters a line:
 *
 *     scrutiny-tidy 1 hierarchy NODES EDGES       or "clusters"; how many lines of each sort follow
 *     n WIDTH HEIGHT CLUSTER HINT                 a card, in the order of their indices; CLUSTER is "-" for none
 *     e FROM TO WEIGHT CONSTRAINS                 a link: two indices, and 1 if `to` must stand above `from`, else 0
 *     end
 *
 * and writes on its standard output:
 *
 *     scrutiny-tidy 1 NODES MICROSECONDS          how long Graphviz itself took
 *     p X Y                                       the top left corner of each card, in the same order
 *     end
 *
 * Names and labels never travel: a card is its size. Lengths are in pixels at 100 %. What reads here trusts nothing:
 * anything else than the above is an error. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SCR_TIDY_MAX_NODES 20000
#define SCR_TIDY_MAX_EDGES 100000
#define SCR_TIDY_MAX_LENGTH 40000  /* of a card's side */
#define SCR_TIDY_MAX_CLUSTERS 1000
#define SCR_TIDY_MAX_HINT 15
#define SCR_TIDY_MAX_WEIGHT 100
#define SCR_TIDY_MAX_POSITION 100000000
#define SCR_TIDY_MAX_LINE 80
#define SCR_TIDY_MAX_BYTES (8 * 1024 * 1024)

#define SCR_TIDY_GRID 6 /* positions are multiples of this */
#define SCR_TIDY_GAP 60 /* at the least between cards that are linked */

#define SCR_TIDY_NO_CLUSTER (-1)

typedef enum
{
  SCR_TIDY_HIERARCHY, /* who is answered to stands above */
  SCR_TIDY_CLUSTERS,  /* the cards of each cluster together, each cluster a hierarchy */
} ScrTidyAlgorithm;

typedef struct
{
  guint width;  /* 1 to SCR_TIDY_MAX_LENGTH */
  guint height; /* the same */
  int cluster;  /* 0 to SCR_TIDY_MAX_CLUSTERS - 1, or SCR_TIDY_NO_CLUSTER; clusters are placed in this order */
  guint hint;   /* 0 to SCR_TIDY_MAX_HINT: lower ones stand above, where links leave that open */
} ScrTidyNode;

typedef struct
{
  guint from;          /* index of a node */
  guint to;            /* the same; may be `from` */
  guint weight;        /* 1 to SCR_TIDY_MAX_WEIGHT: how much the two are drawn together */
  gboolean constrains; /* `from` answers to `to`, which stands above it unless there is a cycle */
} ScrTidyEdge;

typedef struct
{
  ScrTidyAlgorithm algorithm;
  GArray *nodes; /* (element-type ScrTidyNode) */
  GArray *edges; /* (element-type ScrTidyEdge): in any order, also several between the same nodes */
} ScrTidyGraph;

typedef struct
{
  int x;
  int y;
} ScrTidyPoint;

typedef struct
{
  GArray *points;       /* (element-type ScrTidyPoint): top left corner of each node, multiples of SCR_TIDY_GRID */
  gint64 graphviz_time; /* microseconds that Graphviz itself took */
  gint64 total_time;    /* microseconds from asking to having, filled in by who asked */
} ScrTidyLayout;

ScrTidyGraph *scr_tidy_graph_new (ScrTidyAlgorithm algorithm);
void scr_tidy_graph_free (ScrTidyGraph *self);
guint scr_tidy_graph_add_node (ScrTidyGraph *self, guint width, guint height, int cluster, guint hint);
void scr_tidy_graph_add_edge (ScrTidyGraph *self, guint from, guint to, guint weight, gboolean constrains);
char *scr_tidy_graph_write (const ScrTidyGraph *self);
ScrTidyGraph *scr_tidy_graph_read (const char *text, gsize length, char **problem);

ScrTidyLayout *scr_tidy_layout_new (guint n_nodes);
void scr_tidy_layout_free (ScrTidyLayout *self);
char *scr_tidy_layout_write (const ScrTidyLayout *self);
ScrTidyLayout *scr_tidy_layout_read (const char *text, gsize length, char **problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrTidyGraph, scr_tidy_graph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrTidyLayout, scr_tidy_layout_free)

G_END_DECLS
