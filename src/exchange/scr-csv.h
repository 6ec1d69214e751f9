/* Tables for spreadsheets (RFC 4180): meetings, who came, how often people come, actions.
 *
 * Columns are the fields as they are described, in words; days as YYYY-MM-DD, lengths in minutes. A cell that
 * a spreadsheet would take for a formula begins with an apostrophe instead. Minutes and observations stay
 * here. Any thread with a source of its own.
 */
#pragma once

#include "scr-calendar-write.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_CSV_MEETINGS,
  SCR_CSV_ATTENDANCE, /* a row for each person at each meeting */
  SCR_CSV_FIGURES,    /* a row for each person in each group: how often present, how often not */
  SCR_CSV_ACTIONS,
  SCR_CSV_N_TABLES,
} ScrCsvTable;

typedef struct
{
  ScrCsvTable table;
  ScrCalendarWhat what;      /* which meetings, or the actions and people of which */
  gboolean for_spreadsheets; /* a mark at the beginning by which spreadsheets know the encoding */
} ScrCsvWhat;

char *scr_csv_dup_cell (const char *text);
gboolean scr_csv_write (ScrStore *store,
                        const ScrCsvWhat *what,
                        GOutputStream *stream,
                        guint *n_rows,
                        ScrProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error);
gboolean scr_csv_write_file (ScrStore *store,
                             const ScrCsvWhat *what,
                             GFile *file,
                             guint *n_rows,
                             ScrProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
