/* ScrMinutesBar - where the minutes of a meeting stand. See the header. */
#include "config.h"

#include "scr-minutes-bar.h"

#include "scr-format.h"
#include "scr-labels.h"
#include "scr-matters-arising.h"
#include "scr-minutes-rows.h"
#include "scr-minutes-commands.h"
#include "scr-minutes-lock.h"
#include "scr-minutes-versions-window.h"

#include <glib/gi18n-lib.h>

struct _ScrMinutesBar
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrItem *meeting; /* (nullable) */

  GtkWidget *words;
  GtkWidget *buttons;
  GtkWidget *approve;
  GtkWidget *correct;
  GtkWidget *discard;
  GtkWidget *versions;
  GtkWidget *matters;
};

G_DEFINE_FINAL_TYPE (ScrMinutesBar, scr_minutes_bar, GTK_TYPE_BOX)

/* --- Words --- */

static char *
tell_approved (ScrSource *source, ScrItem *version)
{
  const char *on = scr_item_get_text (version, "approved");
  g_autofree char *day = on != NULL ? scr_format_day (NULL, on, SCR_DAY_LONG) : NULL;
  g_autofree char *by = scr_format_field (NULL, source, version, "approved_by");

  if (day != NULL && by != NULL && *by != '\0')
    /* TRANSLATORS: of minutes; %1$s is a day, %2$s a group or a person. */
    return g_strdup_printf (_ ("Approved on %1$s by %2$s, and locked. A correction opens them."), day, by);
  if (day != NULL)
    /* TRANSLATORS: of minutes; %s is a day. */
    return g_strdup_printf (_ ("Approved on %s, and locked. A correction opens them."), day);
  return g_strdup (_ ("Approved, and locked. A correction opens them."));
}

static char *
tell (ScrSource *source, ScrItem *meeting, ScrItem *draft, ScrItem *approved, gboolean locked)
{
  if (draft != NULL && approved != NULL)
    /* TRANSLATORS: %s says what is corrected in minutes, and why. */
    return g_strdup_printf (
        _ ("Being corrected: %s. The approved version stands until the correction is approved."),
        scr_item_get_text (draft, "reason") != NULL ? scr_item_get_text (draft, "reason") : "");
  if (locked && approved != NULL)
    return tell_approved (source, approved);
  if (locked)
    return g_strdup (_ ("Approved, and locked. No version was kept; a correction keeps one and opens them."));
  if (scr_meeting_is_ahead (meeting))
    return g_strdup (_ ("The meeting is still ahead."));
  return g_strdup (_ ("A draft until they are approved."));
}

/**
 * scr_minutes_bar_get_words:
 * @self: a bar
 *
 * Returns: (transfer none): what it says
 */
const char *
scr_minutes_bar_get_words (ScrMinutesBar *self)
{
  return gtk_label_get_text (GTK_LABEL (self->words));
}

/* --- Showing --- */

static gboolean
is_cancelled (ScrItem *meeting)
{
  return g_strcmp0 (scr_item_get_text (meeting, "state"), "meeting-state.cancelled") == 0;
}

static gboolean
has_matters (ScrSource *source, ScrItem *meeting)
{
  g_autoptr (GPtrArray) matters = NULL;

  if (!scr_meeting_is_ahead (meeting))
    return FALSE;
  matters = scr_matters_arising_list (source, meeting);
  return matters->len > 0;
}

/**
 * scr_minutes_bar_set:
 * @self: a bar
 * @meeting: (nullable): whose minutes it tells of from now on
 */
void
scr_minutes_bar_set (ScrMinutesBar *self, ScrItem *meeting)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (ScrItem) draft = NULL;
  g_autoptr (ScrItem) approved = NULL;
  g_autofree char *words = NULL;
  gboolean locked, may;

  g_set_object (&self->meeting, meeting);
  gtk_widget_set_visible (GTK_WIDGET (self), meeting != NULL && store != NULL);
  if (meeting == NULL || store == NULL)
    return;
  draft = scr_minutes_get_version (SCR_SOURCE (store), scr_item_get_id (meeting), SCR_MINUTES_DRAFT);
  approved = scr_minutes_get_version (SCR_SOURCE (store), scr_item_get_id (meeting), SCR_MINUTES_APPROVED);
  locked = scr_minutes_are_locked (SCR_SOURCE (store), scr_item_get_id (meeting));
  may = !scr_store_is_read_only (store) && !scr_item_is_deleted (meeting);
  words = tell (SCR_SOURCE (store), meeting, draft, approved, locked);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_button_set_label (GTK_BUTTON (self->approve), draft != NULL && approved != NULL
                                                        ? _ ("_Approve Correction…")
                                                        : _ ("_Approve Minutes…"));
  gtk_widget_set_visible (self->approve,
                          may && !locked && !is_cancelled (meeting) && !scr_meeting_is_ahead (meeting));
  gtk_widget_set_visible (self->correct, may && locked);
  gtk_widget_set_visible (self->discard, may && draft != NULL && approved != NULL);
  gtk_widget_set_visible (self->versions, approved != NULL);
  gtk_widget_set_visible (self->matters, may && has_matters (SCR_SOURCE (store), meeting));
}

/* --- Doing --- */

static void
on_approve (ScrMinutesBar *self)
{
  scr_minutes_ask_approve (self->context, GTK_WIDGET (self), self->meeting);
}

static void
on_correct (ScrMinutesBar *self)
{
  scr_minutes_ask_correct (self->context, GTK_WIDGET (self), self->meeting);
}

static void
on_discard (ScrMinutesBar *self)
{
  scr_minutes_ask_discard (self->context, GTK_WIDGET (self), self->meeting);
}

static void
on_versions (ScrMinutesBar *self)
{
  scr_minutes_versions_show (self->context, GTK_WIDGET (self), self->meeting);
}

static void
on_matters (ScrMinutesBar *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) item = scr_command_add_matters_arising (store, self->meeting, &error);

  if (item == NULL)
    scr_context_fail (self->context, error);
  else
    scr_context_toast (self->context, scr_store_get_undo_label (store), TRUE);
}

static void
scr_minutes_bar_dispose (GObject *object)
{
  ScrMinutesBar *self = SCR_MINUTES_BAR (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_minutes_bar_parent_class)->dispose (object);
}

static void
scr_minutes_bar_class_init (ScrMinutesBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_minutes_bar_dispose;
}

static GtkWidget *
add_button (ScrMinutesBar *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  scr_minutes_button_bar_add (self->buttons, button);
  return button;
}

static void
scr_minutes_bar_init (ScrMinutesBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->words = scr_label_new_wrapping (NULL, "scr-dim");
  self->buttons = scr_minutes_button_bar_new ();
  gtk_box_append (GTK_BOX (self), self->words);
  gtk_box_append (GTK_BOX (self), self->buttons);
  self->approve = add_button (self, _ ("_Approve Minutes…"), G_CALLBACK (on_approve));
  self->correct = add_button (self, _ ("_Correct…"), G_CALLBACK (on_correct));
  self->discard = add_button (self, _ ("_Discard Correction…"), G_CALLBACK (on_discard));
  self->versions = add_button (self, _ ("_Versions…"), G_CALLBACK (on_versions));
  self->matters = add_button (self, _ ("Add _Matters Arising"), G_CALLBACK (on_matters));
}

/**
 * scr_minutes_bar_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a bar without a meeting
 */
GtkWidget *
scr_minutes_bar_new (ScrContext *context)
{
  ScrMinutesBar *self = g_object_new (SCR_TYPE_MINUTES_BAR, NULL);

  self->context = g_object_ref (context);
  scr_minutes_bar_set (self, NULL);
  return GTK_WIDGET (self);
}
