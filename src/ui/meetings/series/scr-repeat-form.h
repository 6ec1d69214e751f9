/* ScrRepeatForm - how often a series comes again, entered in plain words: every so many weeks, on which days.
 *
 * A group of rows over a ScrRepeat. What of a rule no row shows is told, and kept until it is dropped. Main
 * thread. Signal: "changed": the person altered it.
 */
#pragma once

#include <adwaita.h>

#include "scr-repeat.h"

G_BEGIN_DECLS

#define SCR_TYPE_REPEAT_FORM (scr_repeat_form_get_type ())
G_DECLARE_FINAL_TYPE (ScrRepeatForm, scr_repeat_form, SCR, REPEAT_FORM, AdwBin)

GtkWidget *scr_repeat_form_new (void);
void scr_repeat_form_set_repeat (ScrRepeatForm *self, const ScrRepeat *repeat);
const ScrRepeat *scr_repeat_form_get_repeat (ScrRepeatForm *self);

G_END_DECLS
