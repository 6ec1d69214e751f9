/* The tables of kinds, by area. Private to model/: everything else asks scr-kind.h. */
#pragma once

#include "scr-kind.h"

#include <glib/gi18n-lib.h>

#define SCR_DEFINE_KIND(ident, name_, label_, plural_, icon_, view_, hint_, order_)                                 \
  static const ScrKind ident##_kind = { name_,  label_, plural_,        icon_,                                     \
                                        view_,  hint_,  order_,         ident##_fields,                            \
                                        G_N_ELEMENTS (ident##_fields) }

/* Short names, for the tables alone. */
#define TEXT SCR_FIELD_TEXT
#define RICH SCR_FIELD_RICH
#define NUMBER SCR_FIELD_NUMBER
#define DAY SCR_FIELD_DAY
#define TIME SCR_FIELD_TIME
#define DURATION SCR_FIELD_DURATION
#define CHOICE SCR_FIELD_CHOICE
#define STATUS SCR_FIELD_STATUS
#define BOOL SCR_FIELD_BOOL
#define REFERENCE SCR_FIELD_REFERENCE
#define FILE_ SCR_FIELD_FILE
#define ORDER SCR_FIELD_ORDER

#define REQUIRED SCR_FIELD_REQUIRED
#define SEARCHED SCR_FIELD_SEARCHED
#define TITLE SCR_FIELD_TITLE
#define PARENT SCR_FIELD_PARENT
#define HIDDEN SCR_FIELD_HIDDEN
#define COLUMN SCR_FIELD_COLUMN
#define READ_ONLY SCR_FIELD_READ_ONLY
#define NAME (REQUIRED | SEARCHED | TITLE | COLUMN)

/* Fields that many kinds share. */
#define FIELD_PARTNERSHIP                                                                                           \
  {                                                                                                                 \
    "partnership", REFERENCE, N_ ("Partnership"), N_ ("Empty means all partnerships of the record."), NULL,         \
        "partnership", SCR_FIELD_PARTNERSHIP | COLUMN                                                               \
  }
#define FIELD_ORDER                                                                                                 \
  {                                                                                                                 \
    "position", ORDER, N_ ("Position"), NULL, NULL, NULL, HIDDEN                                                    \
  }
#define FIELD_ZONE                                                                                                  \
  {                                                                                                                 \
    "zone", TEXT, N_ ("Time zone"), N_ ("Such as Europe/London. Empty means the record's own."), NULL, NULL, 0, 0,  \
        60                                                                                                          \
  }
#define FIELD_NOTE                                                                                                  \
  {                                                                                                                 \
    "note", RICH, N_ ("Note"), NULL, N_ ("Notes"), NULL, SEARCHED                                                   \
  }

extern const ScrKind *const scr_kinds_core[]; /* record, choice, attachment, holiday */
extern const ScrKind *const scr_kinds_map[];
extern const ScrKind *const scr_kinds_meetings[];
extern const ScrKind *const scr_kinds_programme[];
extern const ScrKind *const scr_kinds_questions[];
extern const ScrKind *const scr_kinds_disputes[];
extern const ScrKind *const scr_kinds_reports[];
