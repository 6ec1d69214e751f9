/* Following a record. See the header. */
#include "config.h"

#include "scr-follow.h"

#define GROUP_KEY "scr-follow"

/**
 * scr_follow:
 * @owner: the object that follows; it must live no longer than it wants to be told
 * @context: what the window hands to its views
 * @changed: called with @owner whenever the record, what it holds, or what is narrowed to changed
 *
 * Does not call it at once. Ends when @owner does.
 */
void
scr_follow (gpointer owner, ScrContext *context, ScrFollowFunc changed)
{
  GSignalGroup *group = g_signal_group_new (SCR_TYPE_STORE);

  g_signal_group_connect_object (group, "changed", G_CALLBACK (changed), owner, G_CONNECT_SWAPPED);
  g_object_bind_property (context, "store", group, "target", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (owner), GROUP_KEY, group, g_object_unref);
  g_signal_connect_object (context, "notify::store", G_CALLBACK (changed), owner, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::partnership", G_CALLBACK (changed), owner, G_CONNECT_SWAPPED);
}
