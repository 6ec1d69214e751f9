/* ScrFoldBox - two widgets side by side, one under the other where there is too little width.
 *
 * Folds by its own width, told in ems, so that large text folds earlier. Owns both children. Main thread.
 * Properties: "start" and "end" (nullable widgets), "fold-width" (ems under which it folds; 0: where the two
 * do not fit side by side), "end-width" (px that @end gets beside @start; 0: its natural width), "spacing"
 * (px between them side by side), "row-spacing" (px between them when folded). Folded, @end gets all the
 * width, and its own alignment tells what it does with it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_FOLD_BOX (scr_fold_box_get_type ())
G_DECLARE_FINAL_TYPE (ScrFoldBox, scr_fold_box, SCR, FOLD_BOX, GtkWidget)

GtkWidget *scr_fold_box_new (double fold_width, int spacing, int row_spacing);
void scr_fold_box_set_start (ScrFoldBox *self, GtkWidget *start);
void scr_fold_box_set_end (ScrFoldBox *self, GtkWidget *end);
gboolean scr_fold_box_get_folded (ScrFoldBox *self);

G_END_DECLS
