/* ScrAgendaRows - an agenda as a list model, flat, in the order in which it is shown.
 *
 * Its items are ScrAgendaEntry: one for each item of the agenda, the same as long as the item is there, so
 * that a list keeps what is selected. While a person drags, entries tell the numbers and times of what would
 * come of it, and stay where they are. Main thread. ScrAgendaEntry's signal: "changed".
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-agenda.h"

G_BEGIN_DECLS

#define SCR_TYPE_AGENDA_ENTRY (scr_agenda_entry_get_type ())
G_DECLARE_FINAL_TYPE (ScrAgendaEntry, scr_agenda_entry, SCR, AGENDA_ENTRY, GObject)

/* How many of a kind belong to an item. */
typedef struct
{
  guint decisions, actions, papers, messages, interests;
} ScrAgendaCounts;

struct _ScrAgendaEntry
{
  GObject parent_instance;

  ScrItem *item;
  guint level;
  char *number;
  char *start; /* (nullable) */
  int minutes, own;
  guint n_parts;
  gboolean is_late;
  char *end_above; /* (nullable): the meeting ends above this row */
  char *end_below; /* (nullable): or below it */
  char *overrun;   /* (nullable): what does not fit */
  char *purpose;   /* (nullable): in words */
  char *purpose_icon;
  char *carried;   /* (nullable): from where, in words */
  char *left;      /* (nullable): who left for it, in words */
  char *interests; /* (nullable): who declared what, a line each */
  ScrAgendaCounts counts;

  gpointer face; /* (nullable): the widget that shows it now */
};

#define SCR_TYPE_AGENDA_ROWS (scr_agenda_rows_get_type ())
G_DECLARE_FINAL_TYPE (ScrAgendaRows, scr_agenda_rows, SCR, AGENDA_ROWS, GObject)

ScrAgendaRows *scr_agenda_rows_new (void);
void scr_agenda_rows_show (ScrAgendaRows *self, ScrSource *source, ScrItem *owner);
const ScrAgenda *scr_agenda_rows_get_agenda (ScrAgendaRows *self);
void scr_agenda_rows_preview (ScrAgendaRows *self, const ScrAgenda *outcome);
ScrAgendaEntry *scr_agenda_rows_get_entry (ScrAgendaRows *self, guint position);
int scr_agenda_rows_find (ScrAgendaRows *self, const char *id);

G_END_DECLS
