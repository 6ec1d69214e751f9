/* ScrMeetingStepper - how far a meeting has come: a disc and two lines of words for each of its stages.
 *
 * In a row where there is room for it, else with the words under the discs, else upright. Shows only: what
 * can be done next is offered by the page. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-meeting-steps.h"

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_STEPPER (scr_meeting_stepper_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingStepper, scr_meeting_stepper, SCR, MEETING_STEPPER, GtkWidget)

typedef enum
{
  SCR_STEPPER_ROW,
  SCR_STEPPER_COLUMNS,
  SCR_STEPPER_UPRIGHT,
} ScrStepperForm;

GtkWidget *scr_meeting_stepper_new (void);
void scr_meeting_stepper_set_stages (ScrMeetingStepper *self, GPtrArray *stages);
ScrStepperForm scr_meeting_stepper_get_form (ScrMeetingStepper *self);

G_END_DECLS
