/* What the files of ScrRow share. Nobody else includes this. */
#pragma once

#include "scr-row.h"

G_BEGIN_DECLS

typedef struct
{
  ScrContext *context;
  ScrStore *store; /* the one that the item came from */
  ScrItem *item;
  const ScrField *field;

  GtkWidget *title;
  GtkWidget *body; /* label, content, messages */
  GtkWidget *suffixes;
  GtkWidget *focus; /* what gets the keyboard focus */
  GtkWidget *message;
  GtkWidget *message_icon;
  GtkWidget *message_label;

  char *error;
  char *warning;
  guint pause;
  gboolean editable;
  gboolean draft;      /* the item is not in the record yet: values go into the object alone */
  gboolean dirty;      /* something was entered that is not in the record */
  gboolean showing;    /* the widgets alter because we do it */
  gboolean refused;    /* what was chosen last may not be */
  gboolean committing; /* the item alters because we do it */
} ScrRowPrivate;

ScrRowPrivate *scr_row_get_private (ScrRow *self);

G_END_DECLS
