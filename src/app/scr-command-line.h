/* The command line: everything that needs no window. Runs without a display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit codes, as the manual page documents them. */
typedef enum
{
  SCR_EXIT_OK = 0,
  SCR_EXIT_FAILED = 1,
  SCR_EXIT_USAGE = 2,
  SCR_EXIT_NOT_A_RECORD = 3,
  SCR_EXIT_NEWER = 4,
  SCR_EXIT_NOT_WRITABLE = 5,
  SCR_EXIT_BUSY = 6,
  SCR_EXIT_NOT_FOUND = 7,
} ScrExit;

int scr_command_line_run (int argc, char **argv, gboolean *handled);

G_END_DECLS
