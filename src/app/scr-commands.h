/* Every user command that alters a record. Widgets and the command line never write otherwise.
 *
 * Each command is one labelled change. On failure nothing is altered and the error says why in a plain
 * sentence. Main thread, with the thread's own store; what begins with scr_command_begin_ may be any thread's.
 */
#pragma once

#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

char *scr_command_dup_value_label (ScrStore *store, ScrItem *item, const char *field);
gboolean scr_command_set_value (ScrStore *store,
                                ScrItem *item,
                                const char *field,
                                const ScrValue *value,
                                gboolean typing,
                                GError **error);
gboolean
scr_command_set_text (ScrStore *store, ScrItem *item, const char *field, const char *text, GError **error);
ScrEdit *scr_command_prepare_add (ScrStore *store,
                                  const char *kind,
                                  const char *label,
                                  const char *title,
                                  const char *partnership,
                                  const char *preset_field,
                                  const char *preset_id,
                                  char **id);
ScrItem *scr_command_add (ScrStore *store,
                          const char *kind,
                          const char *title,
                          const char *partnership,
                          const char *preset_field,
                          const char *preset_id,
                          GError **error);
ScrItem *scr_command_duplicate (ScrStore *store, ScrItem *item, GError **error);
gboolean scr_command_bin (ScrStore *store, GPtrArray *items, GError **error);
gboolean scr_command_restore (ScrStore *store, GPtrArray *items, GError **error);
gboolean scr_command_purge (ScrStore *store, GPtrArray *items, GError **error);
gboolean scr_command_empty_bin (ScrStore *store, GError **error);
gboolean scr_command_move (ScrStore *store, ScrItem *item, int by, GError **error);
ScrEdit *scr_command_begin_attach (ScrStore *store,
                                   const ScrKind *kind,
                                   const char *owner,
                                   const char *field,
                                   GFile *file,
                                   ScrProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean scr_command_continue_attach (ScrStore *store,
                                      ScrEdit *edit,
                                      const ScrKind *kind,
                                      const char *owner,
                                      const char *field,
                                      GFile *file,
                                      ScrProgressFunc progress,
                                      gpointer user_data,
                                      GCancellable *cancellable,
                                      GError **error);
gboolean scr_command_attach (ScrStore *store,
                             ScrItem *owner,
                             const char *field,
                             GFile *file,
                             GCancellable *cancellable,
                             GError **error);
gboolean scr_command_pin_today (ScrStore *store, const char *day, GError **error);

G_END_DECLS
