/* What the tests of widgets share: a record in a folder of its own, and the main loop. */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  ScrStore *store;
  ScrContext *context;
  GtkWidget *window; /* (nullable) */
  GPtrArray *toasts;   /* (element-type utf8) */
  GPtrArray *failures; /* (element-type utf8) */
  ScrItem *opened;     /* (nullable): what was asked to be opened last */
} UiRecord;

void ui_init (int *argc, char ***argv);
UiRecord *ui_record_new (void);
UiRecord *ui_record_new_example (void);
void ui_record_make_read_only (UiRecord *record);
void ui_record_free (UiRecord *record);
ScrItem *ui_record_add (UiRecord *record, const char *kind, const char *title);
ScrItem *ui_record_add_any (UiRecord *record, const ScrKind *kind);
void ui_record_set (UiRecord *record, ScrItem *item, const char *field, const char *text);
GtkWidget *ui_record_show (UiRecord *record, GtkWidget *child, int width, int height);
void ui_record_hide (UiRecord *record);

void ui_settle (void);
GtkWidget *ui_find_type (GtkWidget *root, GType type);
GtkWidget *ui_find_button (GtkWidget *root, const char *label);
GtkWidget *ui_find_text (GtkWidget *root, const char *text);

/* Words for xdotool, under tools/with-display --wm. */
void ui_act (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
