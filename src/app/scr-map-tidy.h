/* Tidying the map: asks the program scrutiny-tidy, which asks Graphviz, where the cards of a graph should go.
 *
 * The graph and the answer are plain values (scr-tidy-graph.h): what becomes of them is for scr_command_place_cards().
 * The program is found in the folder that SCRUTINY_LIBEXEC_DIR names, or where Scrutiny was installed to
 * (LIBEXECDIR/scrutiny). Cancelling kills it. Errors are plain sentences; after cancelling G_IO_ERROR_CANCELLED.
 */
#pragma once

#include "scr-error.h"
#include "scr-tidy-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void scr_map_tidy_async (const ScrTidyGraph *graph,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
ScrTidyLayout *scr_map_tidy_finish (GAsyncResult *result, GError **error);
ScrTidyLayout *scr_map_tidy (const ScrTidyGraph *graph, GCancellable *cancellable, GError **error);

G_END_DECLS
