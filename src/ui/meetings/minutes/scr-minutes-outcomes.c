/* ScrMinutesOutcomes - what came of an item of the agenda. See the header. */
#include "config.h"

#include "scr-minutes-outcomes.h"

#include "scr-choices.h"
#include "scr-format.h"
#include "scr-inline-entry.h"
#include "scr-labels.h"
#include "scr-minutes-rows.h"
#include "scr-minutes-commands.h"
#include "scr-pill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrMinutesOutcomes
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrItem *meeting; /* (nullable) */
  ScrItem *item;    /* (nullable): of its agenda */
  gboolean locked;

  GPtrArray *shown; /* (element-type ScrItem) */
  GtkWidget *list;
  GtkWidget *buttons;
  GtkWidget *adders[3];
  ScrInlineEntry *entry;
};

G_DEFINE_FINAL_TYPE (ScrMinutesOutcomes, scr_minutes_outcomes, GTK_TYPE_BOX)

/* Evidence is the scrutineer's: it is no part of the minutes, and may be added when they are locked. */
static const struct
{
  const char *kind;
  const char *field; /* that leads to the meeting */
  const char *icon;
  const char *label;
  const char *button;
  const char *fields; /* that are entered */
} sorts[] = {
    {"decision", "meeting", "scrutiny-done-symbolic", N_ ("Decision"), N_ ("_Decision"), "title"},
    {"action", "meeting", "object-select-symbolic", N_ ("Action"), N_ ("_Action"), "title owner due"},
    {"evidence", "activity", "mail-attachment-symbolic", N_ ("Evidence"), N_ ("_Evidence"), "title"},
};

static ScrStore *
get_store (ScrMinutesOutcomes *self)
{
  return scr_context_get_store (self->context);
}

/* --- Listing --- */

static gboolean
is_wanted (ScrMinutesOutcomes *self, ScrItem *outcome)
{
  return self->item == NULL
         || g_strcmp0 (scr_item_get_text (outcome, "item"), scr_item_get_id (self->item)) == 0;
}

static GPtrArray *
list_outcomes (ScrMinutesOutcomes *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; self->meeting != NULL && get_store (self) != NULL && i < G_N_ELEMENTS (sorts); i++)
    {
      g_autoptr (GPtrArray) found = scr_source_list_by (SCR_SOURCE (get_store (self)), sorts[i].kind,
                                                        sorts[i].field, scr_item_get_id (self->meeting));

      for (guint k = 0; k < found->len; k++)
        if (is_wanted (self, g_ptr_array_index (found, k)))
          g_ptr_array_add (all, g_object_ref (g_ptr_array_index (found, k)));
    }
  return all;
}

static char *
dup_action_words (ScrSource *source, ScrItem *action)
{
  g_autofree char *owner = scr_format_field (NULL, source, action, "owner");
  const char *day = scr_item_get_text (action, "due");
  g_autofree char *due = day != NULL ? scr_format_day (NULL, day, SCR_DAY_LONG) : NULL;

  if (owner != NULL && *owner != '\0' && due != NULL)
    /* TRANSLATORS: of an action: who does it, and its due day */
    return g_strdup_printf (_ ("%1$s · by %2$s"), owner, due);
  if (due != NULL)
    return g_strdup_printf (C_ ("due day", "by %s"), due);
  return g_steal_pointer (&owner);
}

static gsize
find_sort (ScrItem *outcome)
{
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (sorts) && strcmp (sorts[i].kind, scr_item_get_kind (outcome)->name) != 0)
    i++;
  return i;
}

static GtkWidget *
make_row (ScrMinutesOutcomes *self, ScrItem *outcome)
{
  ScrSource *source = SCR_SOURCE (get_store (self));
  gsize sort = find_sort (outcome);
  gboolean is_action = strcmp (sorts[sort].kind, "action") == 0;
  g_autofree char *title = scr_format_title (NULL, source, outcome);
  g_autofree char *words = is_action ? dup_action_words (source, outcome) : NULL;
  /* TRANSLATORS: what came of an item: "Decision · keep one priority for each hub" */
  g_autofree char *heading = g_strdup_printf (_ ("%1$s · %2$s"), _ (sorts[sort].label), title);
  GtkWidget *row = scr_minutes_row_new (sorts[sort].icon, heading, words);
  g_autoptr (ScrItem) state = is_action ? scr_source_get_referred (source, outcome, "state") : NULL;

  if (state != NULL)
    {
      GtkWidget *pill = scr_pill_new ("", "", NULL);

      scr_choices_show_pill (pill, source, state);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (pill)), PANGO_ELLIPSIZE_NONE);
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
    }
  return row;
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

static void
refresh (ScrMinutesOutcomes *self)
{
  GPtrArray *outcomes = list_outcomes (self);
  int focused = are_same (outcomes, self->shown) ? scr_minutes_rows_get_focused (self->list) : -1;

  g_ptr_array_unref (self->shown);
  self->shown = outcomes;
  scr_minutes_rows_clear (self->list);
  for (guint i = 0; i < outcomes->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (outcomes, i)));
  gtk_widget_set_visible (self->list, outcomes->len > 0);
  scr_minutes_rows_focus (self->list, focused);
}

static void
on_activated (ScrMinutesOutcomes *self, GtkListBoxRow *row)
{
  scr_context_set_selected (self->context,
                            g_ptr_array_index (self->shown, (guint)gtk_list_box_row_get_index (row)));
}

/* --- Adding --- */

static ScrItem *
add (ScrMinutesOutcomes *self, ScrItem *draft, GError **error)
{
  const char *kind = scr_item_get_kind (draft)->name;
  const char *item = self->item != NULL ? scr_item_get_id (self->item) : NULL;
  const char *words = scr_item_get_text (draft, "title");

  if (strcmp (kind, "decision") == 0)
    return scr_command_minute_decision (get_store (self), self->meeting, item, words, error);
  if (strcmp (kind, "action") == 0)
    return scr_command_minute_action (get_store (self), self->meeting, item, words,
                                      scr_item_get_text (draft, "owner"), scr_item_get_text (draft, "due"),
                                      error);
  return scr_command_minute_evidence (get_store (self), self->meeting, item, words, error);
}

static gboolean
on_add (ScrItem *draft, gpointer user_data, GError **error)
{
  ScrMinutesOutcomes *self = user_data;
  g_autoptr (ScrItem) made = NULL;

  if (get_store (self) == NULL || self->meeting == NULL)
    return TRUE;
  made = add (self, draft, error);
  if (made == NULL)
    return FALSE;
  scr_context_toast (self->context, scr_store_get_undo_label (get_store (self)), TRUE);
  return TRUE;
}

/**
 * scr_minutes_outcomes_begin:
 * @self: a list
 * @kind: "decision", "action" or "evidence"
 *
 * Begins to enter one of them.
 */
void
scr_minutes_outcomes_begin (ScrMinutesOutcomes *self, const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (strcmp (sorts[i].kind, kind) == 0)
      scr_inline_entry_begin (self->entry, kind, sorts[i].fields, on_add, self);
  gtk_widget_set_visible (self->buttons, FALSE);
}

static void
on_adder (GtkButton *button, ScrMinutesOutcomes *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (self->adders[i] == GTK_WIDGET (button))
      scr_minutes_outcomes_begin (self, sorts[i].kind);
}

static void
update_buttons (ScrMinutesOutcomes *self)
{
  gboolean may
      = self->meeting != NULL && get_store (self) != NULL && !scr_store_is_read_only (get_store (self));

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    gtk_widget_set_visible (self->adders[i],
                            may && (!self->locked || strcmp (sorts[i].kind, "evidence") == 0));
  gtk_widget_set_visible (self->buttons, may && !gtk_widget_get_visible (GTK_WIDGET (self->entry)));
}

static void
on_ended (ScrMinutesOutcomes *self)
{
  update_buttons (self);
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (gtk_widget_get_visible (self->adders[i]))
      {
        gtk_widget_grab_focus (self->adders[i]);
        break;
      }
}

/**
 * scr_minutes_outcomes_set:
 * @self: a list
 * @meeting: (nullable): whose outcomes it shows from now on
 * @agenda_item: (nullable): the one item that they came of; %NULL shows all of the meeting
 * @locked: whether the minutes are approved
 */
void
scr_minutes_outcomes_set (ScrMinutesOutcomes *self, ScrItem *meeting, ScrItem *agenda_item, gboolean locked)
{
  if (meeting != self->meeting || agenda_item != self->item || (locked && !self->locked))
    scr_inline_entry_end (self->entry);
  g_set_object (&self->meeting, meeting);
  g_set_object (&self->item, agenda_item);
  self->locked = locked;
  refresh (self);
  update_buttons (self);
}

/**
 * scr_minutes_outcomes_get_n_shown:
 * @self: a list
 *
 * Returns: how many rows it has
 */
guint
scr_minutes_outcomes_get_n_shown (ScrMinutesOutcomes *self)
{
  return self->shown->len;
}

static void
scr_minutes_outcomes_dispose (GObject *object)
{
  ScrMinutesOutcomes *self = SCR_MINUTES_OUTCOMES (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->item);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_minutes_outcomes_parent_class)->dispose (object);
}

static void
scr_minutes_outcomes_finalize (GObject *object)
{
  g_ptr_array_unref (SCR_MINUTES_OUTCOMES (object)->shown);
  G_OBJECT_CLASS (scr_minutes_outcomes_parent_class)->finalize (object);
}

static void
scr_minutes_outcomes_class_init (ScrMinutesOutcomesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_minutes_outcomes_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_minutes_outcomes_finalize;
}

static void
scr_minutes_outcomes_init (ScrMinutesOutcomes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * scr_minutes_outcomes_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
scr_minutes_outcomes_new (ScrContext *context)
{
  ScrMinutesOutcomes *self = g_object_new (SCR_TYPE_MINUTES_OUTCOMES, NULL);

  self->context = g_object_ref (context);
  self->list = scr_minutes_rows_new (_ ("What came of it"));
  gtk_widget_set_visible (self->list, FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  self->entry = SCR_INLINE_ENTRY (scr_inline_entry_new (context));
  g_signal_connect_swapped (self->entry, "ended", G_CALLBACK (on_ended), self);
  self->buttons = scr_minutes_button_bar_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      self->adders[i] = scr_minutes_adder_new (_ (sorts[i].button));
      g_signal_connect (self->adders[i], "clicked", G_CALLBACK (on_adder), self);
      scr_minutes_button_bar_add (self->buttons, self->adders[i]);
    }
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), self->buttons);
  update_buttons (self);
  return GTK_WIDGET (self);
}
