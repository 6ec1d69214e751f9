/* The tables of kinds, by area. Private to model/: everything else asks scr-kind.h. */
#pragma once

#include "scr-kind.h"

#define SCR_DEFINE_KIND(ident, name_, label_, plural_, icon_, view_, hint_, order_)                                \
  const ScrKind ident = { name_, label_, plural_, icon_, view_, hint_, order_, ident##_fields,                     \
                          G_N_ELEMENTS (ident##_fields) }

extern const ScrKind *const scr_kinds_core[];      /* record, choice, attachment, holiday */
extern const ScrKind *const scr_kinds_map[];
extern const ScrKind *const scr_kinds_meetings[];
extern const ScrKind *const scr_kinds_programme[];
extern const ScrKind *const scr_kinds_questions[];
extern const ScrKind *const scr_kinds_disputes[];
extern const ScrKind *const scr_kinds_reports[];
