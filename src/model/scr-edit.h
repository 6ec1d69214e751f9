/* ScrEdit - what one user action is to do: a label and a list of row operations.
 *
 * A plain value built by commands and applied by a store as one transaction and one change. It checks nothing:
 * the store validates every value against its description before anything is written.
 */
#pragma once

#include "scr-kind.h"
#include "scr-value.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_OP_ADD,     /* make a row, with the values set on it */
  SCR_OP_SET,     /* alter fields of a row */
  SCR_OP_BIN,     /* put into the bin, with all that belongs to it */
  SCR_OP_RESTORE, /* take out of the bin, with all that went there at the same time */
  SCR_OP_PURGE,   /* remove for good, with all that belongs to it */
} ScrOp;

typedef struct
{
  ScrOp op;
  const ScrKind *kind;
  char *id;
  GArray *fields;   /* (element-type guint): indices into kind->fields */
  GArray *values;   /* (element-type ScrValue): one for each of them */
  char *stamp;      /* (nullable): for SCR_OP_BIN of this row alone, as of an earlier time */
} ScrRowEdit;

typedef struct _ScrEdit ScrEdit;

ScrEdit *scr_edit_new (const char *label);
void scr_edit_free (ScrEdit *self);

const char *scr_edit_get_label (const ScrEdit *self);
void scr_edit_set_merge_key (ScrEdit *self, const char *key);
const char *scr_edit_get_merge_key (const ScrEdit *self);

const char *scr_edit_add (ScrEdit *self, const char *kind, const char *id);
void scr_edit_set_text (ScrEdit *self, const char *kind, const char *id, const char *field, const char *text);
void scr_edit_set_number (ScrEdit *self, const char *kind, const char *id, const char *field, double number);
void scr_edit_set_value (ScrEdit *self, const char *kind, const char *id, const char *field, const ScrValue *value);
void scr_edit_bin (ScrEdit *self, const char *kind, const char *id);
void scr_edit_bin_as_of (ScrEdit *self, const char *kind, const char *id, const char *stamp);
void scr_edit_restore (ScrEdit *self, const char *kind, const char *id);
void scr_edit_purge (ScrEdit *self, const char *kind, const char *id);

guint scr_edit_get_n_rows (const ScrEdit *self);
const ScrRowEdit *scr_edit_get_row (const ScrEdit *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrEdit, scr_edit_free)

G_END_DECLS
