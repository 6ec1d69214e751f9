/* One process at a time writes a record. See the header.
 *
 * SQLite's own locks last for a transaction; this one lasts as long as the record is open. It is not on the record
 * itself: closing any descriptor of that file would drop SQLite's locks too.
 */
#include "config.h"

#include "scr-lock.h"

#include "scr-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _ScrLock
{
  char *path;
  int fd;
};

/* The file may have been removed by its last holder between our opening and our locking it. */
static gboolean
is_still_there (int fd, const char *path)
{
  struct stat ours;
  GStatBuf theirs;

  return fstat (fd, &ours) == 0 && g_stat (path, &theirs) == 0 && ours.st_ino == theirs.st_ino;
}

/**
 * scr_lock_take:
 * @path: a record
 * @error: return location; %SCR_ERROR_BUSY if another process holds it
 *
 * Returns: (transfer full) (nullable): the lock
 */
ScrLock *
scr_lock_take (const char *path, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, "-lock", NULL);

  for (;;)
    {
      int fd = g_open (lock_path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
      ScrLock *self;

      if (fd < 0)
        {
          g_set_error (error, SCR_ERROR, errno == ENOSPC ? SCR_ERROR_DISK_FULL : SCR_ERROR_READ_ONLY,
                       _ ("The folder of “%s” may not be written to. Save a copy to go on working."), path);
          return NULL;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          close (fd);
          g_set_error (error, SCR_ERROR, SCR_ERROR_BUSY, _ ("“%s” is open in another window or program."), path);
          return NULL;
        }
      if (!is_still_there (fd, lock_path))
        {
          close (fd);
          continue;
        }
      self = g_new0 (ScrLock, 1);
      self->path = g_steal_pointer (&lock_path);
      self->fd = fd;
      return self;
    }
}

/**
 * scr_lock_free:
 * @self: (nullable): a lock
 *
 * Lets go of it and removes its file.
 */
void
scr_lock_free (ScrLock *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
