/* ScrSeriesDialog - a series of meetings, made or altered. See the header.
 *
 * What is entered goes into a draft, an item that no record holds; the plan that is shown is made from it at
 * every pause. Nothing is written before the person says so.
 */
#include "config.h"

#include "scr-series-dialog.h"

#include "scr-common.h"
#include "scr-day.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-recurrence.h"
#include "scr-repeat-form.h"
#include "scr-row-factory.h"
#include "scr-series-commands.h"
#include "scr-series-dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A pause in typing, ms, after which the plan is made anew. */
#define PAUSE 150

static const char *const when_fields[] = {"from", "until", "start", "length", NULL};
static const char *const what_fields[]
    = {"title", "group", "partnership", "kind", "place", "online", "scrutineer", "template", NULL};

struct _ScrSeriesDialog
{
  AdwWindow parent_instance;

  ScrContext *context;
  ScrStore *store;
  ScrItem *series;  /* (nullable): what is altered */
  ScrItem *meeting; /* (nullable): from which on, or what becomes the first */
  ScrItem *draft;
  gboolean rule_edited; /* until then a rule stays as it was written */
  guint pause;
  GPtrArray *rows; /* (element-type ScrRow) (unowned) */
  GtkWidget *sentence;
  GtkWidget *plan_words;
  GtkWidget *error;
  GtkWidget *form;
  GtkWidget *far;
  GtkWidget *scope; /* (nullable) */
  GtkWidget *dates;
  GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (ScrSeriesDialog, scr_series_dialog, ADW_TYPE_WINDOW)

/* --- What is entered --- */

static ScrSeriesScope
get_scope (ScrSeriesDialog *self)
{
  return self->scope != NULL && adw_combo_row_get_selected (ADW_COMBO_ROW (self->scope)) == 0
             ? SCR_SCOPE_LATER
             : SCR_SCOPE_ALL;
}

static char *
add_years (const char *day, int years)
{
  int year, month, date;
  char *end;

  if (!scr_day_get_parts (day, &year, &month, &date))
    return NULL;
  end = scr_day_from_parts (year + years, month, date);
  return end != NULL ? end : scr_day_from_parts (year + years, month, date - 1);
}

/* The last day for which meetings are laid out. */
static char *
dup_until (ScrSeriesDialog *self)
{
  guint years = adw_combo_row_get_selected (ADW_COMBO_ROW (self->far));
  g_autofree char *end = NULL;
  g_autofree char *today = NULL;
  const char *from = scr_item_get_text (self->draft, "from");

  if (self->series != NULL)
    {
      end = scr_series_dup_end (self->store, self->series, FALSE);
      return add_years (end, (int)years);
    }
  today = scr_source_dup_today (SCR_SOURCE (self->store));
  return add_years (from != NULL && strcmp (from, today) > 0 ? from : today, (int)years + 1);
}

static void
take_rule (ScrSeriesDialog *self)
{
  g_autofree char *rule = NULL;

  if (!self->rule_edited && scr_item_get_text (self->draft, "rule") != NULL)
    return;
  rule = scr_recurrence_write (scr_repeat_form_get_repeat (SCR_REPEAT_FORM (self->form)));
  if (g_strcmp0 (rule, scr_item_get_text (self->draft, "rule")) != 0)
    scr_series_draft_set (self->draft, "rule", rule);
}

static gboolean
rows_are_valid (ScrSeriesDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (scr_row_get_error (g_ptr_array_index (self->rows, i)) != NULL)
      return FALSE;
  return TRUE;
}

/* --- What it would do --- */

static void
show_error (ScrSeriesDialog *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (gtk_widget_get_parent (self->error), message != NULL);
}

static void
update (ScrSeriesDialog *self)
{
  g_autofree char *until = NULL;
  g_autofree char *words = NULL;
  g_autofree char *plan_words = NULL;
  g_autoptr (ScrSeriesPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  take_rule (self);
  until = dup_until (self);
  words = scr_recurrence_dup_words (NULL, scr_item_get_text (self->draft, "rule"),
                                    scr_item_get_text (self->draft, "from"));
  gtk_label_set_text (GTK_LABEL (self->sentence), words);
  plan = scr_series_plan_for (self->store, self->series, self->meeting, self->draft, get_scope (self), until,
                              &error);
  plan_words = plan != NULL ? scr_series_plan_to_words (NULL, plan) : NULL;
  gtk_label_set_text (GTK_LABEL (self->plan_words), plan_words != NULL ? plan_words : "");
  gtk_widget_set_visible (self->plan_words, plan_words != NULL);
  show_error (self, error != NULL ? error->message : NULL);
  scr_series_dates_show (SCR_SERIES_DATES (self->dates), plan, self->draft);
  gtk_widget_set_sensitive (self->apply, plan != NULL && rows_are_valid (self));
}

static gboolean
on_pause (gpointer user_data)
{
  ScrSeriesDialog *self = user_data;

  self->pause = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (ScrSeriesDialog *self)
{
  if (self->pause == 0)
    self->pause = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_form_changed (ScrSeriesDialog *self)
{
  self->rule_edited = TRUE;
  queue_update (self);
}

/* Later meetings begin with the one that was chosen; all with the first. */
static void
on_scope (ScrSeriesDialog *self)
{
  const char *from = get_scope (self) == SCR_SCOPE_LATER ? scr_series_meeting_get_occurrence (self->meeting)
                                                         : scr_item_get_text (self->series, "from");

  scr_series_draft_set (self->draft, "from", from);
  queue_update (self);
}

static void
on_apply (ScrSeriesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) series = NULL;
  g_autofree char *until = NULL;
  gboolean flushed = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    flushed = scr_row_flush (g_ptr_array_index (self->rows, i)) && flushed;
  if (!flushed)
    return;
  update (self);
  until = dup_until (self);
  series = self->series == NULL
               ? scr_command_make_series (self->store, self->draft, self->meeting, until, &error)
               : scr_command_alter_series (self->store, self->series, self->meeting, self->draft,
                                           get_scope (self), until, &error);
  if (series == NULL)
    {
      /* All stays as it was entered. */
      show_error (self, error->message);
      return;
    }
  scr_context_toast (self->context, gtk_label_get_text (GTK_LABEL (self->plan_words)), TRUE);
  scr_context_set_selected (self->context, series);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Making --- */

static GtkWidget *
make_bar (ScrSeriesDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  self->apply = gtk_button_new_with_mnemonic (self->series == NULL ? _ ("_Lay Out") : _ ("_Alter"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->apply);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (on_apply), self);
  return bar;
}

static GtkWidget *
make_head (ScrSeriesDialog *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *error = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->sentence = scr_label_new_wrapping (NULL, "title-2");
  self->plan_words = scr_label_new_wrapping (NULL, "scr-dim");
  self->error = scr_label_new_wrapping (NULL, "error");
  gtk_box_append (GTK_BOX (error), scr_icon_new_silent ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (error), self->error);
  gtk_box_append (GTK_BOX (head), self->sentence);
  gtk_box_append (GTK_BOX (head), self->plan_words);
  gtk_box_append (GTK_BOX (head), error);
  return head;
}

static GtkWidget *
make_combo (ScrSeriesDialog *self, const char *title, const char *const *choices, GCallback changed)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_swapped (row, "notify::selected", changed, self);
  return row;
}

static GtkWidget *
make_rows (ScrSeriesDialog *self, const char *title, const char *const *fields)
{
  const ScrKind *kind = scr_item_get_kind (self->draft);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_widget_add_css_class (group, "scr-form");
  for (guint i = 0; fields[i] != NULL; i++)
    {
      ScrRow *row = scr_row_new (self->context, scr_kind_get_field (kind, fields[i]));

      scr_row_set_draft (row, TRUE);
      scr_row_set_item (row, self->draft);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
  return group;
}

static GtkWidget *
make_when (ScrSeriesDialog *self)
{
  const char *const years[] = {_ ("One year ahead"), _ ("Two years ahead"), _ ("Three years ahead"), NULL};
  const char *const further[]
      = {_ ("As far as it goes now"), _ ("One year further"), _ ("Two years further"), NULL};
  const char *const scopes[] = {_ ("This meeting and later ones"), _ ("All meetings of the series"), NULL};
  GtkWidget *group = make_rows (self, _ ("When"), when_fields);

  self->far
      = make_combo (self, _ ("Lay out"), self->series == NULL ? years : further, G_CALLBACK (queue_update));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->far);
  if (self->series == NULL || self->meeting == NULL)
    return group;
  self->scope = make_combo (self, _ ("What is altered"), scopes, G_CALLBACK (on_scope));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->scope);
  return group;
}

static GtkWidget *
make_content (ScrSeriesDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->form = scr_repeat_form_new ();
  self->dates = scr_series_dates_new (self->context);
  gtk_box_append (GTK_BOX (content), make_head (self));
  gtk_box_append (GTK_BOX (content), self->form);
  gtk_box_append (GTK_BOX (content), make_when (self));
  gtk_box_append (GTK_BOX (content), make_rows (self, _ ("Its meetings"), what_fields));
  gtk_box_append (GTK_BOX (content), self->dates);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_bottom (content, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_form_changed), self, G_CONNECT_SWAPPED);
  return scrolled;
}

/* What the rule leaves to the first day, so that the rows have something to show. */
static void
fill_days (ScrRepeat *repeat, const char *from)
{
  g_autoptr (ScrRepeat) likely = scr_repeat_new_from_day (repeat->unit, 1, repeat->by, from);

  if (scr_repeat_is_special (repeat))
    return;
  if (repeat->weekdays == 0)
    repeat->weekdays = 1u << (MAX (scr_day_get_weekday (from), 1) - 1);
  if (repeat->by == SCR_REPEAT_BY_DATE)
    {
      repeat->weekday = likely->weekday;
      repeat->nth = likely->nth;
    }
  if (repeat->date == 0)
    repeat->date = likely->date;
  if (repeat->month == 0)
    repeat->month = likely->month;
}

static void
fill_form (ScrSeriesDialog *self)
{
  const char *rule = scr_item_get_text (self->draft, "rule");
  const char *from = scr_item_get_text (self->draft, "from");
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (self->store));
  g_autoptr (ScrRepeat) repeat = rule != NULL ? scr_recurrence_read (rule, NULL) : NULL;

  if (from == NULL)
    scr_series_draft_set (self->draft, "from", from = today);
  if (repeat == NULL)
    repeat = scr_repeat_new_from_day (SCR_REPEAT_MONTHS, 1, SCR_REPEAT_BY_WEEKDAY, from);
  fill_days (repeat, from);
  scr_repeat_form_set_repeat (SCR_REPEAT_FORM (self->form), repeat);
}

static void
scr_series_dialog_dispose (GObject *object)
{
  ScrSeriesDialog *self = SCR_SERIES_DIALOG (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->series);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_series_dialog_parent_class)->dispose (object);
}

static void
scr_series_dialog_class_init (ScrSeriesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_series_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
scr_series_dialog_init (ScrSeriesDialog *self)
{
  self->rows = g_ptr_array_new ();
}

/* What is to be shown: a series, one of its meetings, a meeting that is to become a series, or nothing yet.
 */
static void
take_item (ScrSeriesDialog *self, ScrItem *item)
{
  if (item != NULL && strcmp (scr_item_get_kind (item)->name, "series") == 0)
    self->series = g_object_ref (item);
  else if (item != NULL)
    {
      self->meeting = g_object_ref (item);
      self->series = scr_source_get_referred (SCR_SOURCE (self->store), item, "series");
    }
  self->draft = scr_series_draft_new (self->store, self->series != NULL ? self->series : self->meeting);
  if (item == NULL)
    scr_series_draft_set (self->draft, "partnership", scr_context_get_partnership (self->context));
}

/**
 * scr_series_dialog_present:
 * @parent: a widget of the window that asks
 * @context: what the window hands to its views, with a record
 * @item: (nullable): a series, or a meeting: one of a series is altered from there on, another becomes a
 * series; %NULL begins a new one
 *
 * Returns: (transfer none): the dialog
 */
ScrSeriesDialog *
scr_series_dialog_present (GtkWidget *parent, ScrContext *context, ScrItem *item)
{
  ScrSeriesDialog *self = g_object_new (SCR_TYPE_SERIES_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  scr_common_ensure ();
  self->context = g_object_ref (context);
  self->store = g_object_ref (scr_context_get_store (context));
  take_item (self, item);
  gtk_window_set_title (GTK_WINDOW (self),
                        self->series != NULL ? _ ("Series of Meetings") : _ ("New Series"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 720);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), make_content (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  fill_form (self);
  if (self->scope != NULL)
    on_scope (self);
  g_signal_connect_swapped (self->draft, "notify", G_CALLBACK (queue_update), self);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * scr_series_extend:
 * @context: what the window hands to its views, with a record
 * @series: a series
 *
 * Lays out another year, and says what was done.
 */
void
scr_series_extend (ScrContext *context, ScrItem *series)
{
  ScrStore *store = scr_context_get_store (context);
  g_autofree char *until = scr_series_dup_end (store, series, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrSeriesPlan) plan
      = scr_series_plan_for (store, series, NULL, series, SCR_SCOPE_ALL, until, &error);
  guint n = plan != NULL ? plan->n[SCR_SERIES_ADD] : 0;
  g_autofree char *message = NULL;

  if (plan == NULL || !scr_command_extend_series (store, series, until, &error))
    {
      scr_context_fail (context, error);
      return;
    }
  if (n == 0)
    scr_context_toast (context, _ ("The series has come to its end: no further meeting is due"), FALSE);
  else
    {
      message = g_strdup_printf (ngettext ("%u meeting is added", "%u meetings are added", n), n);
      scr_context_toast (context, message, TRUE);
    }
}
