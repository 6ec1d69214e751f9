/* ScrRow - one field of a form: its label, its value to be edited, and in plain words what is wrong with it.
 *
 * The base of scr-row-text, -rich, -number, -day, -time, -duration, -choice, -bool, -reference and -file. What a person
 * enters is validated as they go and written by scr_command_set_value() at every pause and on leaving; what is not
 * valid stays as it was typed, with the reason under it, and alters nothing. A change from elsewhere (undo) is shown
 * at once. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW (scr_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScrRow, scr_row, SCR, ROW, AdwPreferencesRow)

/**
 * ScrRowClass:
 * @build: make the widgets: called once, when field and context are known
 * @show: show @value in them
 * @read: read what they say now; what cannot be read is given as the text that was typed
 * @set_editable: let them be altered, or not
 * @item_set: (nullable): another item is shown from now on
 */
struct _ScrRowClass
{
  AdwPreferencesRowClass parent_class;

  void (*build) (ScrRow *self);
  void (*show) (ScrRow *self, const ScrValue *value);
  void (*read) (ScrRow *self, ScrValue *value);
  void (*set_editable) (ScrRow *self, gboolean editable);
  void (*item_set) (ScrRow *self);
};

const ScrField *scr_row_get_field (ScrRow *self);
ScrContext *scr_row_get_context (ScrRow *self);
ScrItem *scr_row_get_item (ScrRow *self);
void scr_row_set_item (ScrRow *self, ScrItem *item);
void scr_row_set_draft (ScrRow *self, gboolean draft);
ScrStore *scr_row_get_store (ScrRow *self);
gboolean scr_row_get_editable (ScrRow *self);
void scr_row_update_editable (ScrRow *self);
const char *scr_row_get_error (ScrRow *self);
const char *scr_row_get_warning (ScrRow *self);
gboolean scr_row_flush (ScrRow *self);

/* For the classes of rows, and for scr-row-factory. */
void scr_row_construct (ScrRow *self, ScrContext *context, const ScrField *field);
void scr_row_set_content (ScrRow *self, GtkWidget *content, GtkWidget *focus);
void scr_row_add_suffix (ScrRow *self, GtkWidget *suffix);
GtkWidget *scr_row_add_button (ScrRow *self, const char *icon, const char *label, GCallback clicked);
void scr_row_edited (ScrRow *self, gboolean at_once);
void scr_row_take_value (ScrRow *self, const ScrValue *value);
void scr_row_set_warning (ScrRow *self, const char *warning);
void scr_row_refresh (ScrRow *self);

G_END_DECLS
