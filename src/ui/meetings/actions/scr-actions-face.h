/* ScrActionsFace - the action log across all meetings: as a board whose columns are states, and as a table.
 *
 * Holds identities. What is dragged between columns is also moved by Ctrl+Left and Ctrl+Right and by the
 * menu. Goes to an action's meeting by the action "meetings.open", which the view provides. Main thread.
 */
#pragma once

#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_ACTIONS_FACE (scr_actions_face_get_type ())
G_DECLARE_FINAL_TYPE (ScrActionsFace, scr_actions_face, SCR, ACTIONS_FACE, ScrView)

GtkWidget *scr_actions_face_new (ScrContext *context, const char *view_id);
GtkWidget *scr_actions_face_get_tools (ScrActionsFace *self);

guint scr_actions_face_get_n_columns (ScrActionsFace *self);
GListModel *scr_actions_face_get_column (ScrActionsFace *self, guint column);
void scr_actions_face_set_table (ScrActionsFace *self, gboolean table);

G_END_DECLS
