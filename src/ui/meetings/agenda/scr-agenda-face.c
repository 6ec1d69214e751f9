/* ScrAgendaFace - one row of an agenda. See the header. */
#include "config.h"

#include "scr-agenda-face-private.h"

#include "scr-format.h"
#include "scr-icons.h"
#include "scr-labels.h"
#include "scr-pill.h"

#include <glib/gi18n-lib.h>

enum
{
  TYPED,
  QUICK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrAgendaFace, scr_agenda_face, GTK_TYPE_WIDGET)

/* --- Showing --- */

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_end (GtkWidget *bar, const char *end, const char *overrun)
{
  GtkWidget *words = gtk_widget_get_next_sibling (gtk_widget_get_first_child (bar));

  gtk_widget_set_visible (bar, end != NULL);
  if (end == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (words), end);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (words)), overrun);
}

static void
show_count (GtkWidget *pill, const char *icon, guint n, char *text)
{
  g_autofree char *owned = text;

  gtk_widget_set_visible (pill, n > 0);
  if (n > 0)
    scr_pill_set (pill, icon, owned, "plain");
}

static void
show_counts (ScrAgendaFace *self)
{
  guint n = self->entry->counts.decisions;

  show_count (self->decisions, "object-select-symbolic", n,
              g_strdup_printf (ngettext ("%u decision", "%u decisions", n), n));
  n = self->entry->counts.actions;
  show_count (self->actions, "scrutiny-done-symbolic", n,
              g_strdup_printf (ngettext ("%u action", "%u actions", n), n));
  n = self->entry->counts.messages;
  show_count (self->messages, "media-playlist-repeat-symbolic", n,
              g_strdup_printf (ngettext ("%u key message", "%u key messages", n), n));
  n = self->entry->counts.papers;
  show_count (self->papers, "mail-attachment-symbolic", n,
              g_strdup_printf (ngettext ("%u paper", "%u papers", n), n));
}

/* A pill's word shows the whole of it when the pointer rests there; here it tells more. */
static void
tell_more (GtkWidget *pill, const char *text)
{
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (pill), text);
  gtk_widget_set_tooltip_text (pill, text);
}

/* "Interest declared · Health lead left" */
static void
show_interests (ScrAgendaFace *self)
{
  guint n = self->entry->counts.interests;
  g_autofree char *declared
      = n == 1 ? g_strdup (_ ("Interest declared"))
               : g_strdup_printf (ngettext ("%u interest declared", "%u interests declared", n), n);
  g_autofree char *text
      = self->entry->left != NULL ? g_strconcat (declared, " · ", self->entry->left, NULL) : NULL;

  gtk_widget_set_visible (self->interest, n > 0);
  if (n > 0)
    scr_pill_set (self->interest, "user-available-symbolic", text != NULL ? text : declared, "soon");
  tell_more (self->interest, self->entry->interests);
}

static void
show_purpose (ScrAgendaFace *self)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->purpose));
  GtkWidget *icon = gtk_widget_get_first_child (box);
  const char *word = self->entry->purpose;

  gtk_widget_set_visible (self->purpose, word != NULL || self->editable);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                word != NULL ? scr_icon_resolve (self->entry->purpose_icon) : NULL);
  /* TRANSLATORS: what an item of an agenda is for has not been said. */
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (icon)), word != NULL ? word : _ ("Purpose"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->purpose), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word != NULL ? word : _ ("Purpose"), -1);
  if (word == NULL)
    gtk_widget_add_css_class (self->purpose, "unsaid");
  else
    gtk_widget_remove_css_class (self->purpose, "unsaid");
}

static void
show_length (ScrAgendaFace *self)
{
  gboolean said = self->entry->own >= 0 || self->entry->minutes > 0;
  g_autofree char *text = said ? scr_format_duration (NULL, self->entry->minutes) : NULL;

  gtk_widget_set_visible (self->length, said || self->editable);
  /* TRANSLATORS: how long an item of an agenda takes has not been said. */
  gtk_button_set_label (GTK_BUTTON (self->length), said ? text : _ ("Minutes"));
  if (!said)
    gtk_widget_add_css_class (self->length, "unsaid");
  else
    gtk_widget_remove_css_class (self->length, "unsaid");
}

static void
append_words (GString *name, GtkWidget *pill)
{
  if (gtk_widget_get_visible (pill))
    {
      GtkWidget *label = gtk_widget_get_last_child (pill);

      g_string_append_printf (name, ", %s",
                              GTK_IS_LABEL (label) ? gtk_label_get_text (GTK_LABEL (label)) : "");
    }
}

/* What a screen reader says of the row: all that is seen of it. */
static void
name (ScrAgendaFace *self)
{
  g_autoptr (GString) text = g_string_new (self->entry->number);

  g_string_append_printf (text, " %s", gtk_label_get_text (GTK_LABEL (self->title)));
  if (self->entry->purpose != NULL)
    g_string_append_printf (text, ", %s", self->entry->purpose);
  if (self->entry->minutes > 0)
    g_string_append_printf (text, ", %s", gtk_button_get_label (GTK_BUTTON (self->length)));
  if (self->entry->start != NULL)
    g_string_append_printf (text, ", %s", self->entry->start);
  append_words (text, self->interest);
  append_words (text, self->messages);
  append_words (text, self->decisions);
  append_words (text, self->actions);
  append_words (text, self->minutes_pill);
  append_words (text, self->papers);
  if (self->entry->carried != NULL)
    g_string_append_printf (text, ", %s", self->entry->carried);
  if (self->entry->is_late)
    /* TRANSLATORS: an item of an agenda begins when the meeting is over. */
    g_string_append_printf (text, ", %s", _ ("after the end of the meeting"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show (ScrAgendaFace *self)
{
  ScrAgendaEntry *entry = self->entry;
  const char *title = scr_item_get_text (entry->item, "title");
  gboolean said = scr_kind_get_field (scr_item_get_kind (entry->item), "text") != NULL
                  && scr_item_get_text (entry->item, "text") != NULL;

  show_end (self->end_above, entry->end_above, entry->overrun);
  show_end (self->end_below, entry->end_below, entry->overrun);
  gtk_label_set_text (GTK_LABEL (self->number), entry->number);
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  show_text (self->start, entry->start);
  set_class (GTK_WIDGET (self), "top", entry->level == 0);
  set_class (self->start, "late", entry->is_late);
  gtk_widget_set_visible (self->carried, entry->carried != NULL);
  tell_more (self->carried, entry->carried);
  show_interests (self);
  show_counts (self);
  gtk_widget_set_visible (
      self->minutes_pill,
      said && entry->counts.decisions + entry->counts.actions + entry->counts.messages == 0);
  show_purpose (self);
  show_length (self);
  name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- Typing the title --- */

/* Ends it; takes what was typed if @take. */
static void
leave (ScrAgendaFace *self, gboolean take)
{
  g_autofree char *typed = NULL;
  gboolean had_focus;

  if (self->leaving || self->entry_field == NULL)
    return;
  self->leaving = TRUE;
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry_field))));
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  if (had_focus)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  g_clear_pointer (&self->entry_field, gtk_widget_unparent);
  gtk_widget_set_visible (self->title, TRUE);
  self->leaving = FALSE;
  if (take && *typed != '\0' && g_strcmp0 (typed, gtk_label_get_text (GTK_LABEL (self->title))) != 0)
    g_signal_emit (self, signals[TYPED], 0, typed);
}

static void
on_activate (ScrAgendaFace *self)
{
  leave (self, TRUE);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, ScrAgendaFace *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  leave (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
on_focus_left (GtkEventControllerFocus *focus, ScrAgendaFace *self)
{
  leave (self, TRUE);
}

/**
 * scr_agenda_face_edit_title:
 * @self: a row
 *
 * Puts an entry in the place of its title.
 */
void
scr_agenda_face_edit_title (ScrAgendaFace *self)
{
  GtkEventController *keys, *focus;

  if (!self->editable || self->entry == NULL || self->entry_field != NULL)
    return;
  keys = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  self->entry_field = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry_field), gtk_label_get_text (GTK_LABEL (self->title)));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry_field), 500);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry_field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the item"), -1);
  g_signal_connect_swapped (self->entry_field, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry_field, keys);
  gtk_widget_add_controller (self->entry_field, focus);
  gtk_widget_set_parent (self->entry_field, GTK_WIDGET (self));
  gtk_widget_set_visible (self->title, FALSE);
  gtk_widget_grab_focus (self->entry_field);
}

/* --- Making --- */

static void
on_purpose (ScrAgendaFace *self)
{
  g_signal_emit (self, signals[QUICK], 0, "purpose");
}

static void
on_length (ScrAgendaFace *self)
{
  g_signal_emit (self, signals[QUICK], 0, "minutes");
}

static GtkWidget *
add (ScrAgendaFace *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static GtkWidget *
make_end (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *end = scr_label_new_wrapping (NULL, NULL);
  GtkWidget *overrun = scr_label_new_wrapping (NULL, NULL);

  gtk_widget_add_css_class (bar, "scr-agenda-end");
  gtk_widget_set_hexpand (end, TRUE);
  gtk_label_set_xalign (GTK_LABEL (overrun), 1);
  gtk_box_append (GTK_BOX (bar), scr_icon_new_silent ("alarm-symbolic"));
  gtk_box_append (GTK_BOX (bar), end);
  gtk_box_append (GTK_BOX (bar), overrun);
  return bar;
}

static GtkWidget *
make_purpose (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), scr_icon_new_silent (NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  return button;
}

static GtkWidget *
make_length (void)
{
  GtkWidget *button = gtk_button_new_with_label ("");
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  return button;
}

static void
style_button (GtkWidget *button, const char *tooltip)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "scr-agenda-button");
  gtk_widget_set_tooltip_text (button, tooltip);
}

static void
scr_agenda_face_dispose (GObject *object)
{
  ScrAgendaFace *self = SCR_AGENDA_FACE (object);
  GtkWidget *child;

  scr_agenda_face_set_entry (self, NULL);
  self->entry_field = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (scr_agenda_face_parent_class)->dispose (object);
}

static void
scr_agenda_face_class_init (ScrAgendaFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_agenda_face_dispose;
  widget_class->measure = scr_agenda_face_measure;
  widget_class->size_allocate = scr_agenda_face_size_allocate;
  widget_class->get_request_mode = scr_agenda_face_get_request_mode;
  signals[TYPED] = g_signal_new ("typed", SCR_TYPE_AGENDA_FACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[QUICK] = g_signal_new ("quick", SCR_TYPE_AGENDA_FACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "agendarow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
scr_agenda_face_init (ScrAgendaFace *self)
{
  self->end_above = add (self, make_end ());
  self->handle = add (self, scr_icon_new_silent ("list-drag-handle-symbolic"));
  self->number = add (self, gtk_label_new (NULL));
  self->title = add (self, scr_label_new_wrapping (NULL, "scr-agenda-title"));
  self->carried = add (self, scr_pill_new ("go-next-symbolic", _ ("carried"), "plain"));
  self->interest = add (self, scr_pill_new ("user-available-symbolic", "", "soon"));
  self->messages = add (self, scr_pill_new (NULL, "", "plain"));
  self->decisions = add (self, scr_pill_new (NULL, "", "plain"));
  self->actions = add (self, scr_pill_new (NULL, "", "plain"));
  /* TRANSLATORS: what was said on an item of an agenda is written down. */
  self->minutes_pill = add (self, scr_pill_new ("document-edit-symbolic", _ ("minutes"), "plain"));
  self->papers = add (self, scr_pill_new (NULL, "", "plain"));
  self->purpose = add (self, make_purpose ());
  self->length = add (self, make_length ());
  self->start = add (self, gtk_label_new (NULL));
  self->end_below = add (self, make_end ());
  gtk_widget_add_css_class (self->handle, "scr-agenda-handle");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (self->number, "scr-agenda-number");
  gtk_widget_add_css_class (self->start, "numeric");
  gtk_widget_add_css_class (self->start, "scr-agenda-start");
  gtk_widget_add_css_class (self->length, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->number), 0);
  style_button (self->purpose, _ ("What the item is for"));
  style_button (self->length, _ ("How long it takes"));
  g_signal_connect_swapped (self->purpose, "clicked", G_CALLBACK (on_purpose), self);
  g_signal_connect_swapped (self->length, "clicked", G_CALLBACK (on_length), self);
}

/**
 * scr_agenda_face_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
scr_agenda_face_new (void)
{
  return g_object_new (SCR_TYPE_AGENDA_FACE, NULL);
}

/**
 * scr_agenda_face_set_entry:
 * @self: a row
 * @entry: (nullable): what it shows from now on
 */
void
scr_agenda_face_set_entry (ScrAgendaFace *self, ScrAgendaEntry *entry)
{
  leave (self, FALSE);
  if (self->entry != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->entry, show, self);
      if (self->entry->face == self)
        self->entry->face = NULL;
    }
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  entry->face = self;
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (show), self);
  show (self);
}

/**
 * scr_agenda_face_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ScrAgendaEntry *
scr_agenda_face_get_entry (ScrAgendaFace *self)
{
  return self->entry;
}

/**
 * scr_agenda_face_set_editable:
 * @self: a row
 * @editable: whether it may be altered; what has not been said is then offered
 */
void
scr_agenda_face_set_editable (ScrAgendaFace *self, gboolean editable)
{
  self->editable = editable;
  gtk_widget_set_visible (self->handle, editable);
  gtk_widget_set_can_target (self->purpose, editable);
  gtk_widget_set_focusable (self->purpose, editable);
  gtk_widget_set_can_target (self->length, editable);
  gtk_widget_set_focusable (self->length, editable);
  if (self->entry != NULL)
    show (self);
}

/**
 * scr_agenda_face_is_editing:
 * @self: a row
 *
 * Returns: whether its title is being typed
 */
gboolean
scr_agenda_face_is_editing (ScrAgendaFace *self)
{
  return self->entry_field != NULL;
}

/**
 * scr_agenda_face_get_row_top:
 * @self: a row
 *
 * Returns: where the row itself begins, under the bar that says that the meeting ends there
 */
int
scr_agenda_face_get_row_top (ScrAgendaFace *self)
{
  return gtk_widget_get_visible (self->end_above) ? gtk_widget_get_height (self->end_above) : 0;
}

/**
 * scr_agenda_face_get_button:
 * @self: a row
 * @field: "purpose" or "minutes"
 *
 * Returns: (transfer none): the button that says it
 */
GtkWidget *
scr_agenda_face_get_button (ScrAgendaFace *self, const char *field)
{
  return g_str_equal (field, "purpose") ? self->purpose : self->length;
}
