/* ScrRowText - a field that is typed on one line; the base of the rows for numbers, days, times and durations. */
#pragma once

#include "scr-row.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_TEXT (scr_row_text_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScrRowText, scr_row_text, SCR, ROW_TEXT, ScrRow)

/**
 * ScrRowTextClass:
 * @parse: what @typed means; %FALSE if it cannot be read. @typed is never empty
 * @format: (transfer full): how a value is written in the row; @value is never empty
 */
struct _ScrRowTextClass
{
  ScrRowClass parent_class;

  gboolean (*parse) (ScrRowText *self, const char *typed, ScrValue *value);
  char *(*format) (ScrRowText *self, const ScrValue *value);
};

GtkEditable *scr_row_text_get_editable (ScrRowText *self);
void scr_row_text_set_typed (ScrRowText *self, const char *typed);
void scr_row_text_add_edit_icon (ScrRowText *self);

G_END_DECLS
