/* Which records this process has open. See the header. */
#include "scr-here.h"

#include <glib/gstdio.h>

static GMutex mutex;
static GHashTable *connections; /* "device-inode" -> how many, as a pointer; under the mutex */

static char *
dup_token (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return NULL;
  return g_strdup_printf ("%lu-%lu", (gulong)info.st_dev, (gulong)info.st_ino);
}

/**
 * scr_here_enter:
 *
 * Keeps other threads from opening records until scr_here_leave().
 */
void
scr_here_enter (void)
{
  g_mutex_lock (&mutex);
  if (connections == NULL)
    connections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * scr_here_leave:
 *
 * Lets other threads open records again.
 */
void
scr_here_leave (void)
{
  g_mutex_unlock (&mutex);
}

/**
 * scr_here_is_open:
 * @path: a file
 *
 * Returns: whether this process has a connection to it, under whatever name
 */
gboolean
scr_here_is_open (const char *path)
{
  g_autofree char *token = dup_token (path);

  return token != NULL && g_hash_table_contains (connections, token);
}

/**
 * scr_here_add:
 * @path: a file to which a connection was just made
 *
 * Returns: (transfer full) (nullable): what scr_here_remove() takes when it is closed
 */
char *
scr_here_add (const char *path)
{
  char *token = dup_token (path);

  if (token != NULL)
    g_hash_table_insert (connections, g_strdup (token),
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (connections, token)) + 1));
  return token;
}

/**
 * scr_here_remove:
 * @token: (transfer full) (nullable): of a connection that was just closed
 */
void
scr_here_remove (char *token)
{
  guint left;

  if (token == NULL)
    return;
  scr_here_enter ();
  left = GPOINTER_TO_UINT (g_hash_table_lookup (connections, token)) - 1;
  if (left > 0)
    g_hash_table_insert (connections, g_strdup (token), GUINT_TO_POINTER (left));
  else
    g_hash_table_remove (connections, token);
  scr_here_leave ();
  g_free (token);
}
