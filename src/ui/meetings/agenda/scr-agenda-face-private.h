/* What the files of ScrAgendaFace share. */
#pragma once

#include "scr-agenda-face.h"

G_BEGIN_DECLS

struct _ScrAgendaFace
{
  GtkWidget parent_instance;

  ScrAgendaEntry *entry;
  GtkWidget *end_above, *end_below; /* bars that say where the meeting ends */
  GtkWidget *handle;
  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *entry_field; /* (nullable): while the title is typed */
  GtkWidget *carried, *interest, *messages, *minutes_pill, *decisions, *actions, *papers;
  GtkWidget *purpose, *length; /* buttons */
  GtkWidget *start;
  gboolean editable;
  gboolean leaving; /* the title is being taken, or given up */
};

/* scr-agenda-face-layout.c */
void scr_agenda_face_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline);
void scr_agenda_face_size_allocate (GtkWidget *widget, int width, int height, int baseline);
GtkSizeRequestMode scr_agenda_face_get_request_mode (GtkWidget *widget);

G_END_DECLS
