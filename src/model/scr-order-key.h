/* Fractional keys: texts that keep siblings in the order people gave them, so that a move alters one row.
 *
 * A key is the digits, to the base 62, of a fraction between 0 and 1: sorted by plain byte comparison, never
 * ending in "0" (or nothing would fit before it). Two copies of a record may give two siblings the same key;
 * whoever sorts breaks the tie by identity, and scr_order_key_between() then says that there is no room.
 * Pure functions; any thread.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* No key is longer, in characters. */
#define SCR_ORDER_KEY_MAX 99

gboolean scr_order_key_is_valid (const char *key);
char *scr_order_key_between (const char *before, const char *after);
gboolean scr_order_key_needs_rebalance (const char *key);
GStrv scr_order_keys_spread (guint n);

G_END_DECLS
