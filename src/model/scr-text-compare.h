/* ScrTextLine - two texts line by line: what stays, what went, what is new.
 *
 * For people who ask what a correction altered. Pure; any thread.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SCR_LINE_SAME,
  SCR_LINE_REMOVED,
  SCR_LINE_ADDED,
} ScrLineChange;

typedef struct
{
  ScrLineChange change;
  char *words;
} ScrTextLine;

GPtrArray *scr_text_compare (const char *before, const char *after);
guint scr_text_count_changes (const GPtrArray *lines);

G_END_DECLS
