/* ScrKind - the description of a kind of thing: its fields, their types, labels, limits and what they refer to.
 *
 * From this one table come the GObject type (scr-item), the SQL (store), the form, search, CSV columns,
 * the wording of history and report fields. Descriptions are constant tables in scr-kinds-<area>.c; they never
 * change at run time and may be read from any thread.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ScrFieldType:
 * @SCR_FIELD_TEXT: one line of text; `max` is its greatest length in characters (200 if 0)
 * @SCR_FIELD_RICH: CommonMark text of several lines (100,000 characters if `max` is 0)
 * @SCR_FIELD_NUMBER: a number between `min` and `max` (no limits if both are 0)
 * @SCR_FIELD_DAY: a day, "YYYY-MM-DD"
 * @SCR_FIELD_TIME: a time of day, "HH:MM"
 * @SCR_FIELD_DURATION: minutes, a whole number
 * @SCR_FIELD_CHOICE: identity of a `choice` item whose list is `of`
 * @SCR_FIELD_STATUS: a choice whose list is `of`, shown as a pill: its symbol and word, never colour alone
 * @SCR_FIELD_BOOL: yes or no
 * @SCR_FIELD_REFERENCE: identity of an item of one of the kinds named, separated by spaces, in `of`
 * @SCR_FIELD_FILE: identity of an `attachment` item
 * @SCR_FIELD_ORDER: a fractional key (scr-order-key) that keeps siblings in the order people gave them
 */
typedef enum
{
  SCR_FIELD_TEXT,
  SCR_FIELD_RICH,
  SCR_FIELD_NUMBER,
  SCR_FIELD_DAY,
  SCR_FIELD_TIME,
  SCR_FIELD_DURATION,
  SCR_FIELD_CHOICE,
  SCR_FIELD_STATUS,
  SCR_FIELD_BOOL,
  SCR_FIELD_REFERENCE,
  SCR_FIELD_FILE,
  SCR_FIELD_ORDER,
} ScrFieldType;

/**
 * ScrFieldFlags:
 * @SCR_FIELD_REQUIRED: may not be empty
 * @SCR_FIELD_SEARCHED: its text is found by the search
 * @SCR_FIELD_TITLE: part of the item's title; several are joined by ", "
 * @SCR_FIELD_PARENT: the item belongs to what it refers to: binned with it, filtered by its partnership
 * @SCR_FIELD_PARTNERSHIP: says to which partnership the item belongs; empty means all
 * @SCR_FIELD_HIDDEN: kept, but shown in no form (order keys, imported identities)
 * @SCR_FIELD_COLUMN: a column of the outline
 * @SCR_FIELD_READ_ONLY: set by commands, shown but not typed
 */
typedef enum
{
  SCR_FIELD_NO_FLAGS = 0,
  SCR_FIELD_REQUIRED = 1 << 0,
  SCR_FIELD_SEARCHED = 1 << 1,
  SCR_FIELD_TITLE = 1 << 2,
  SCR_FIELD_PARENT = 1 << 3,
  SCR_FIELD_PARTNERSHIP = 1 << 4,
  SCR_FIELD_HIDDEN = 1 << 5,
  SCR_FIELD_COLUMN = 1 << 6,
  SCR_FIELD_READ_ONLY = 1 << 7,
} ScrFieldFlags;

typedef struct
{
  const char *name; /* SQL column and GObject property: lower case, words joined by "_" */
  ScrFieldType type;
  const char *label; /* untranslated, marked with N_() */
  const char *help;  /* (nullable): one sentence under the row, marked with N_() */
  const char *group; /* (nullable): heading of the part of the form where this field begins a new group, N_() */
  const char *of;    /* (nullable): list of choices, or kinds referred to */
  ScrFieldFlags flags;
  double min;
  double max;
} ScrField;

typedef struct
{
  const char *name;   /* SQL table: singular, "agenda_item" */
  const char *label;  /* "Agenda item", N_() */
  const char *plural; /* "Agenda items", N_() */
  const char *icon;   /* symbolic icon's name */
  const char *view;   /* id of the view where it lives: today map meetings programme questions disputes reports,
                         or "" for kinds that are reached through others only */
  const char *hint;   /* what this kind is for, one sentence for its empty page, N_() */
  const char *order;  /* field names, separated by spaces, in which lists are sorted; a leading "-" descends */
  const ScrField *fields;
  guint n_fields;
} ScrKind;

/* The kinds' own constants for the two names that code needs everywhere. */
#define SCR_KIND_RECORD "record"
#define SCR_KIND_CHOICE "choice"
/* Identity of the one item of kind "record". */
#define SCR_RECORD_ID "record"

const ScrKind *const *scr_kinds_get_all (guint *n_kinds);
const ScrKind *scr_kind_find (const char *name);
int scr_kind_index (const ScrKind *kind);

const ScrField *scr_kind_get_field (const ScrKind *kind, const char *name);
int scr_kind_get_field_index (const ScrKind *kind, const char *name);
const ScrField *scr_kind_get_parent_field (const ScrKind *kind);
const ScrField *scr_kind_get_partnership_field (const ScrKind *kind);
gboolean scr_field_refers_to (const ScrField *field, const char *kind_name);
gboolean scr_field_is_numeric (const ScrField *field);
gboolean scr_field_is_identity (const ScrField *field);
guint scr_field_get_max_length (const ScrField *field);

G_END_DECLS
