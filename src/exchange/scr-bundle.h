/* Bundles: a whole record as documented JSON (see data/README.md), out and in.
 *
 * A bundle holds every item, also those in the bin, and the content of every attached file; out, in and out
 * again gives the same bytes. What comes in is hostile until checked: size, depth, kinds, fields, types,
 * limits and references, and nothing is altered unless all of it is in order. Any thread with a store of its
 * own.
 */
#pragma once

#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_BUNDLE_PLAIN = 0,
  SCR_BUNDLE_SHIPPED = 1 << 0, /* ours: its texts are looked up in the interface's language */
  SCR_BUNDLE_SEED = 1 << 1,    /* leave no change: what a new record begins with */
} ScrBundleFlags;

gboolean scr_bundle_write (ScrStore *store, const char *path, GCancellable *cancellable, GError **error);
gboolean scr_bundle_read (ScrStore *store, const char *path, GCancellable *cancellable, GError **error);
gboolean scr_bundle_read_bytes (ScrStore *store,
                                GBytes *json,
                                ScrBundleFlags flags,
                                const char *label,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
