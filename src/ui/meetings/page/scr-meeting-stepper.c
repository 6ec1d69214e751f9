/* ScrMeetingStepper - how far a meeting has come. See the header. */
#include "config.h"

#include "scr-meeting-stepper.h"

#include "scr-labels.h"
#include "scr-text-scale.h"

#include <glib/gi18n-lib.h>

/* Px. */
#define DISC 36
#define GAP 9         /* between a disc and its words */
#define LEAST_LINE 24 /* between two stages of a row */
#define UPRIGHT_GAP 9
/* The least width of a stage whose words are under its disc. */
#define COLUMN_WIDTH 108

struct _ScrMeetingStepper
{
  GtkWidget parent_instance;

  GPtrArray *discs; /* (element-type GtkWidget): children */
  GPtrArray *texts; /* (element-type GtkWidget): children */
  GPtrArray *lines; /* (element-type GtkWidget): children, one fewer */
  ScrStepperForm form;
};

G_DEFINE_FINAL_TYPE (ScrMeetingStepper, scr_meeting_stepper, GTK_TYPE_WIDGET)

/* --- Sizes --- */

static int
measure_texts (ScrMeetingStepper *self, guint index, GtkOrientation orientation, int for_size, gboolean least)
{
  int minimum, natural;

  gtk_widget_measure (self->texts->pdata[index], orientation, for_size, &minimum, &natural, NULL, NULL);
  return least ? minimum : natural;
}

static int
get_row_width (ScrMeetingStepper *self)
{
  int width = 0;

  for (guint i = 0; i < self->texts->len; i++)
    width += DISC + GAP + measure_texts (self, i, GTK_ORIENTATION_HORIZONTAL, -1, FALSE)
             + (i > 0 ? LEAST_LINE + 2 * GAP : 0);
  return width;
}

static ScrStepperForm
get_form_for (ScrMeetingStepper *self, int width)
{
  double least = COLUMN_WIDTH * scr_text_scale_get (GTK_WIDGET (self)) * MAX (self->texts->len, 1);

  if (width >= get_row_width (self))
    return SCR_STEPPER_ROW;
  return width >= least ? SCR_STEPPER_COLUMNS : SCR_STEPPER_UPRIGHT;
}

static int
get_column_width (ScrMeetingStepper *self, int width)
{
  return width / (int)MAX (self->texts->len, 1);
}

static int
get_height_for (ScrMeetingStepper *self, int width)
{
  ScrStepperForm form = get_form_for (self, width);
  int height = 0;

  for (guint i = 0; i < self->texts->len; i++)
    if (form == SCR_STEPPER_ROW)
      height = MAX (height, MAX (DISC, measure_texts (self, i, GTK_ORIENTATION_VERTICAL, -1, FALSE)));
    else if (form == SCR_STEPPER_COLUMNS)
      height = MAX (height, DISC + GAP / 2
                                + measure_texts (self, i, GTK_ORIENTATION_VERTICAL,
                                                 MAX (get_column_width (self, width) - GAP, 1), FALSE));
    else
      height
          += MAX (DISC, measure_texts (self, i, GTK_ORIENTATION_VERTICAL, MAX (width - DISC - GAP, 1), FALSE))
             + (i > 0 ? UPRIGHT_GAP : 0);
  return height;
}

static void
scr_meeting_stepper_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  ScrMeetingStepper *self = SCR_MEETING_STEPPER (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = get_height_for (self, for_size >= 0 ? for_size : get_row_width (self));
      return;
    }
  *minimum = 0;
  for (guint i = 0; i < self->texts->len; i++)
    *minimum = MAX (*minimum, DISC + GAP + measure_texts (self, i, GTK_ORIENTATION_HORIZONTAL, -1, TRUE));
  *natural = MAX (*minimum, get_row_width (self));
}

static GtkSizeRequestMode
scr_meeting_stepper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- Places --- */

static void
place (ScrMeetingStepper *self, GtkWidget *child, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation) {x, y, width, height}, -1);
}

/* The line after a stage, 2 px thick. */
static void
place_line (ScrMeetingStepper *self, guint index, int x, int y, int width, int height)
{
  if (index < self->lines->len)
    place (self, self->lines->pdata[index], x, y, MAX (width, 2), MAX (height, 2));
}

/* The width that is left is shared by the lines between the stages. */
static void
allocate_row (ScrMeetingStepper *self, int width, int height)
{
  guint n = self->texts->len;
  int rest = n > 1 ? (width - get_row_width (self)) / (int)(n - 1) : 0;
  int x = 0;

  for (guint i = 0; i < n; i++)
    {
      int natural = measure_texts (self, i, GTK_ORIENTATION_HORIZONTAL, -1, FALSE);
      int tall = measure_texts (self, i, GTK_ORIENTATION_VERTICAL, natural, FALSE);

      place (self, self->discs->pdata[i], x, (height - DISC) / 2, DISC, DISC);
      place (self, self->texts->pdata[i], x + DISC + GAP, MAX ((height - tall) / 2, 0), natural, tall);
      place_line (self, i, x + DISC + 2 * GAP + natural, height / 2 - 1, LEAST_LINE + rest, 2);
      x += DISC + GAP + natural + LEAST_LINE + 2 * GAP + rest;
    }
}

static void
allocate_columns (ScrMeetingStepper *self, int width, int height)
{
  int column = get_column_width (self, width);

  for (guint i = 0; i < self->texts->len; i++)
    {
      place (self, self->discs->pdata[i], (int)i * column, 0, DISC, DISC);
      place (self, self->texts->pdata[i], (int)i * column, DISC + GAP / 2, MAX (column - GAP, 1),
             MAX (height - DISC - GAP / 2, 1));
      place_line (self, i, (int)i * column + DISC + GAP, DISC / 2 - 1, column - DISC - 2 * GAP, 2);
    }
}

static void
allocate_upright (ScrMeetingStepper *self, int width)
{
  int y = 0;

  for (guint i = 0; i < self->texts->len; i++)
    {
      int left = MAX (width - DISC - GAP, 1);
      int tall = measure_texts (self, i, GTK_ORIENTATION_VERTICAL, left, FALSE);
      int height = MAX (DISC, tall);

      place (self, self->discs->pdata[i], 0, y, DISC, DISC);
      place (self, self->texts->pdata[i], DISC + GAP, y + (height - tall) / 2, left, tall);
      place_line (self, i, DISC / 2 - 1, y + DISC + 2, 2, height - DISC + UPRIGHT_GAP - 4);
      y += height + UPRIGHT_GAP;
    }
}

static void
scr_meeting_stepper_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMeetingStepper *self = SCR_MEETING_STEPPER (widget);

  self->form = get_form_for (self, width);
  if (self->form == SCR_STEPPER_ROW)
    allocate_row (self, width, height);
  else if (self->form == SCR_STEPPER_COLUMNS)
    allocate_columns (self, width, height);
  else
    allocate_upright (self, width);
}

/* --- Stages --- */

static void
clear (ScrMeetingStepper *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->discs, 0);
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_set_size (self->lines, 0);
}

static GtkWidget *
make_disc (const ScrMeetingStage *stage, guint number)
{
  static const char *const classes[] = {"done", "now", "to-come", "stopped"};
  GtkWidget *disc = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *sign;

  if (stage->look == SCR_STAGE_DONE)
    sign = scr_icon_new_silent ("object-select-symbolic");
  else if (stage->look == SCR_STAGE_STOPPED)
    sign = scr_icon_new_silent ("action-unavailable-symbolic");
  else
    sign = gtk_label_new (text);
  gtk_widget_set_hexpand (sign, TRUE);
  gtk_widget_add_css_class (disc, "scr-step-disc");
  gtk_widget_add_css_class (disc, classes[stage->look]);
  gtk_box_append (GTK_BOX (disc), sign);
  return disc;
}

static GtkWidget *
make_texts (const ScrMeetingStage *stage)
{
  static const char *const classes[] = {"done", "now", "to-come", "stopped"};
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *title = scr_label_new_wrapping (stage->title, "scr-step-title");
  GtkWidget *detail = scr_label_new_wrapping (stage->detail, "scr-step-detail");
  g_autofree char *name = scr_meeting_stage_dup_name (NULL, stage);

  gtk_widget_add_css_class (texts, classes[stage->look]);
  gtk_widget_add_css_class (texts, "scr-step-texts");
  gtk_widget_set_visible (detail, *stage->detail != '\0');
  gtk_label_set_lines (GTK_LABEL (detail), 3);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (detail), 24);
  gtk_widget_set_tooltip_text (texts, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (texts), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), detail);
  return texts;
}

static void
scr_meeting_stepper_dispose (GObject *object)
{
  clear (SCR_MEETING_STEPPER (object));
  G_OBJECT_CLASS (scr_meeting_stepper_parent_class)->dispose (object);
}

static void
scr_meeting_stepper_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_MEETING_STEPPER (object)->discs);
  g_ptr_array_unref (SCR_MEETING_STEPPER (object)->texts);
  g_ptr_array_unref (SCR_MEETING_STEPPER (object)->lines);
  G_OBJECT_CLASS (scr_meeting_stepper_parent_class)->finalize (object);
}

static void
scr_meeting_stepper_class_init (ScrMeetingStepperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_meeting_stepper_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_meeting_stepper_finalize;
  widget_class->measure = scr_meeting_stepper_measure;
  widget_class->size_allocate = scr_meeting_stepper_size_allocate;
  widget_class->get_request_mode = scr_meeting_stepper_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "meetingstepper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
scr_meeting_stepper_init (ScrMeetingStepper *self)
{
  self->discs = g_ptr_array_new ();
  self->texts = g_ptr_array_new ();
  self->lines = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How far the meeting has come"), -1);
}

/**
 * scr_meeting_stepper_new:
 *
 * Returns: (transfer floating): a stepper without stages
 */
GtkWidget *
scr_meeting_stepper_new (void)
{
  return g_object_new (SCR_TYPE_MEETING_STEPPER, NULL);
}

/**
 * scr_meeting_stepper_set_stages:
 * @self: a stepper
 * @stages: (element-type ScrMeetingStage): what it shows from now on, first to last
 */
void
scr_meeting_stepper_set_stages (ScrMeetingStepper *self, GPtrArray *stages)
{
  g_return_if_fail (SCR_IS_MEETING_STEPPER (self));
  clear (self);
  for (guint i = 0; i < stages->len; i++)
    {
      g_ptr_array_add (self->discs, make_disc (stages->pdata[i], i + 1));
      g_ptr_array_add (self->texts, make_texts (stages->pdata[i]));
      gtk_widget_set_parent (self->discs->pdata[i], GTK_WIDGET (self));
      gtk_widget_set_parent (self->texts->pdata[i], GTK_WIDGET (self));
    }
  for (guint i = 1; i < stages->len; i++)
    {
      GtkWidget *line = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "can-target", FALSE, NULL);

      gtk_widget_add_css_class (line, "scr-step-line");
      g_ptr_array_add (self->lines, line);
      gtk_widget_set_parent (line, GTK_WIDGET (self));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * scr_meeting_stepper_get_form:
 * @self: a stepper
 *
 * Returns: how its stages are laid out as it is now
 */
ScrStepperForm
scr_meeting_stepper_get_form (ScrMeetingStepper *self)
{
  g_return_val_if_fail (SCR_IS_MEETING_STEPPER (self), SCR_STEPPER_ROW);
  return self->form;
}
