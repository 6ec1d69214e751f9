/* What the files of ScrMeetingPage share. */
#pragma once

#include "scr-meeting-page.h"
#include "scr-meeting-steps.h"

G_BEGIN_DECLS

struct _ScrMeetingPage
{
  ScrView parent_instance;

  ScrItem *meeting; /* (nullable) */
  ScrMeetingFacts facts;

  GtkWidget *title;
  GtkWidget *additional;
  GtkWidget *state; /* a pill, for what is cancelled */
  GtkWidget *next;  /* the blue button in the bar */
  GtkWidget *menu_button;
  GtkWidget *foot; /* where it is narrow: the blue button, and all other steps */
  GtkWidget *foot_next;
  GMenu *menu;
  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *stepper;
  GtkWidget *columns;
  GtkWidget *people;
  GtkWidget *agenda;
  GtkWidget *minutes;
  GtkWidget *scrutiny;
};

/* scr-meeting-page-steps.c */
void scr_meeting_page_install_actions (GtkWidgetClass *widget_class);
void scr_meeting_page_update_steps (ScrMeetingPage *self);
gboolean scr_meeting_page_can_edit (ScrMeetingPage *self);

/* scr-meeting-page.c */
void scr_meeting_page_leave (ScrMeetingPage *self);

G_END_DECLS
