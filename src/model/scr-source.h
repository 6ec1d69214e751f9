/* ScrSource - where items come from, as seen by code that must not know of SQLite (reports, forms, views).
 *
 * The store implements it; tests may implement it over a table in memory.
 * A source and its items belong to one thread: background work opens a source of its own.
 */
#pragma once

#include "scr-item.h"

G_BEGIN_DECLS

/* What an item's field must satisfy. */
typedef enum
{
  SCR_IS,        /* equal to `text` (or to `number` when `text` is NULL and the field is numeric) */
  SCR_IS_NOT,    /* the contrary; empty fields count as different */
  SCR_IS_EMPTY,  /* holds nothing */
  SCR_IS_FILLED, /* holds something */
  SCR_AT_LEAST,  /* >=: days and times compare as text, in ISO form */
  SCR_AT_MOST,   /* <= */
} ScrTest;

typedef enum
{
  SCR_LIVE, /* what is not in the bin */
  SCR_BIN,  /* only what is in the bin */
  SCR_ALL,
} ScrWhere;

#define SCR_QUERY_MAX_CONDITIONS 6
#define SCR_ANY_ORDER "any"

typedef struct
{
  const char *field; /* a field's name in the queried kind; "meeting.group" is a field of what a reference means */
  ScrTest test;
  const char *text; /* (nullable) */
  double number;
} ScrCondition;

/* A question to a source. Strings are borrowed: they must outlive the call that takes the query.
 * Make one with a designated initialiser: { .kind = "meeting", .partnership = id }. */
typedef struct
{
  const char *kind;
  const char *partnership; /* (nullable): only what belongs to this one or to all */
  ScrWhere where;
  ScrCondition conditions[SCR_QUERY_MAX_CONDITIONS]; /* all must hold; the first without a field ends them */
  const char *contains; /* (nullable): words that the item's searched text and titles must contain, accents folded */
  const char *order;    /* (nullable): field names separated by spaces, "-" descends; NULL is the kind's own order,
                           SCR_ANY_ORDER whichever costs least */
  const char *fields;   /* (nullable): for scr_source_walk(): names of the fields that are wanted, separated by spaces;
                           others may be empty, and no item may be kept */
  guint limit;          /* 0: no limit */
  guint offset;
} ScrQuery;

/* Told an item; returns whether to go on. */
typedef gboolean (*ScrItemFunc) (ScrItem *item, gpointer user_data);

#define SCR_TYPE_SOURCE (scr_source_get_type ())
G_DECLARE_INTERFACE (ScrSource, scr_source, SCR, SOURCE, GObject)

struct _ScrSourceInterface
{
  GTypeInterface parent_iface;

  ScrItem *(*get) (ScrSource *self, const char *kind, const char *id);
  GPtrArray *(*list_ids) (ScrSource *self, const ScrQuery *query);
  GPtrArray *(*list) (ScrSource *self, const ScrQuery *query);
  guint (*count) (ScrSource *self, const ScrQuery *query);
  GPtrArray *(*list_texts) (ScrSource *self, const ScrQuery *query, const char *field);
  gboolean (*walk) (ScrSource *self, const ScrQuery *query, ScrItemFunc func, gpointer user_data);
};

ScrItem *scr_source_get (ScrSource *self, const char *kind, const char *id);
ScrItem *scr_source_get_referred (ScrSource *self, ScrItem *item, const char *field);
ScrItem *scr_source_find (ScrSource *self, const ScrField *field, const char *id);
GPtrArray *scr_source_list_ids (ScrSource *self, const ScrQuery *query);
GPtrArray *scr_source_list (ScrSource *self, const ScrQuery *query);
GPtrArray *scr_source_list_texts (ScrSource *self, const ScrQuery *query, const char *field);
gboolean scr_source_walk (ScrSource *self, const ScrQuery *query, ScrItemFunc func, gpointer user_data);
guint scr_source_count (ScrSource *self, const ScrQuery *query);
GPtrArray *scr_source_list_by (ScrSource *self, const char *kind, const char *field, const char *id);
char *scr_source_dup_today (ScrSource *self);

G_END_DECLS
