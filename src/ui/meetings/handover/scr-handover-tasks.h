/* ScrHandoverTasks - the checklist of a handover: ticked, added, put in order, each with who does it by when.
 *
 * Rows move by drag, by Ctrl+Up and Ctrl+Down, and by their menu; Delete puts one into the bin. A row shows
 * its task in the details pane. Main thread.
 */
#pragma once

#include "scr-context.h"
#include "scr-section.h"

G_BEGIN_DECLS

#define SCR_TYPE_HANDOVER_TASKS (scr_handover_tasks_get_type ())
G_DECLARE_FINAL_TYPE (ScrHandoverTasks, scr_handover_tasks, SCR, HANDOVER_TASKS, GtkBox)

GtkWidget *scr_handover_tasks_new (ScrContext *context);
void scr_handover_tasks_set_handover (ScrHandoverTasks *self, ScrItem *handover);
void scr_handover_tasks_set_progress (ScrHandoverTasks *self, const char *words);

G_END_DECLS
