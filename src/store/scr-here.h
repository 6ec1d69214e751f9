/* Which records this process has open. Private to store/.
 *
 * POSIX drops all of a process's locks on a file when the process closes any descriptor of it. SQLite counts
 * on its locks to know who else has a record open; so nobody here may open such a file by other means than
 * SQLite while a connection to it stands. This is a fact of the whole process, and so is this table. Any
 * thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void scr_here_enter (void);
void scr_here_leave (void);

/* Between enter and leave only. */
gboolean scr_here_is_open (const char *path);
char *scr_here_add (const char *path);

void scr_here_remove (char *token);

G_END_DECLS
