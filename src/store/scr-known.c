/* Which records are known to be sound. See the header.
 *
 * A small key file in the user's state folder, readable by its owner alone, holds for each record the device, inode,
 * size and time of its last change when we closed it. Anything that touched the file since makes it unknown again.
 */
#include "scr-known.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static char *
dup_state_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "scrutiny", "known-records", NULL);
}

static char *
dup_fingerprint (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return NULL;
  return g_strdup_printf ("%lu-%lu-%ld-%ld.%09ld", (gulong) info.st_dev, (gulong) info.st_ino, (glong) info.st_size,
                          (glong) info.st_mtim.tv_sec, (glong) info.st_mtim.tv_nsec);
}

static char *
dup_key (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);
}

/**
 * scr_known_is_sound:
 * @path: a record
 *
 * Returns: whether it is as we left it when we last closed it
 */
gboolean
scr_known_is_sound (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *state = dup_state_path ();
  g_autofree char *key = dup_key (path);
  g_autofree char *now = dup_fingerprint (path);
  g_autofree char *then = NULL;

  if (!g_key_file_load_from_file (file, state, G_KEY_FILE_NONE, NULL))
    return FALSE;
  then = g_key_file_get_string (file, "sound", key, NULL);
  return now != NULL && g_strcmp0 (now, then) == 0;
}

/**
 * scr_known_remember:
 * @path: a record that was just closed and was sound
 *
 * Failing to remember only makes the next opening slower, so nothing is said of it.
 */
void
scr_known_remember (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *state = dup_state_path ();
  g_autofree char *folder = g_path_get_dirname (state);
  g_autofree char *key = dup_key (path);
  g_autofree char *now = dup_fingerprint (path);
  g_autofree char *data = NULL;
  gsize length;

  if (now == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  g_key_file_load_from_file (file, state, G_KEY_FILE_NONE, NULL);
  g_key_file_set_string (file, "sound", key, now);
  data = g_key_file_to_data (file, &length, NULL);
  g_file_set_contents_full (state, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
