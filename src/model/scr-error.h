/* ScrError - what can go wrong with a record, in one domain.
 *
 * Every message of this domain is a plain sentence, already translated, fit to be shown to a person.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SCR_ERROR (scr_error_quark ())

typedef enum
{
  SCR_ERROR_FAILED,
  SCR_ERROR_NOT_A_RECORD, /* the file is something else, or nothing */
  SCR_ERROR_NEWER,        /* made by a newer version of the application */
  SCR_ERROR_DAMAGED,      /* is a record, but its content is not sound */
  SCR_ERROR_HOSTILE,      /* holds what no record of ours ever holds (triggers, views) */
  SCR_ERROR_NOT_FOUND,    /* no such file, or no such item */
  SCR_ERROR_UNREADABLE,   /* may not be read */
  SCR_ERROR_READ_ONLY,    /* may be read but not written */
  SCR_ERROR_DISK_FULL,
  SCR_ERROR_BUSY,      /* open for writing in another process */
  SCR_ERROR_INVALID,   /* a value breaks its field's limits */
  SCR_ERROR_CONFLICT,  /* a later change stands in the way */
  SCR_ERROR_USAGE,     /* the command line makes no sense */
  SCR_ERROR_CANCELLED,
} ScrErrorCode;

GQuark scr_error_quark (void);

G_END_DECLS
