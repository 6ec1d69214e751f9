/* What the parts of scr-series-commands share. Private to app/. */
#pragma once

#include "scr-series-commands.h"

G_BEGIN_DECLS

const char *const *scr_series_list_fields (void);
GPtrArray *scr_series_list_days (ScrItem *draft, const char *until, GError **error);
const char *scr_series_get_cut (ScrItem *meeting, ScrSeriesScope scope);
GPtrArray *scr_series_list_meetings (ScrStore *store, ScrItem *series, const char *from);
gboolean
scr_series_lay_out_agenda (ScrStore *store, ScrEdit *edit, const char *meeting, const char *template_id);
gboolean scr_series_has_earlier (ScrStore *store, ScrItem *series, const char *day);
void scr_series_split (ScrStore *store, ScrEdit *edit, ScrItem *series, ScrItem *draft, const char *day);
void scr_series_write (ScrEdit *edit, ScrItem *draft, const char *id);
void scr_series_carry_out (ScrStore *store,
                           ScrEdit *edit,
                           const ScrSeriesPlan *plan,
                           ScrItem *old,
                           ScrItem *draft,
                           const char *series);
char *scr_series_dup_label (ScrStore *store, const char *words, ScrItem *item);

G_END_DECLS
