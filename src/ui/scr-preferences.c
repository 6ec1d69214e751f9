/* The preferences. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-commands.h"
#include "scr-format.h"
#include "scr-preferences.h"

struct _ScrPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwEntryRow *author_row;
  GtkSpinButton *text_spin;
  AdwComboRow *scheme_row;
  AdwComboRow *language_row;
  GtkWidget *record_group;
  AdwEntryRow *title_row;
  AdwComboRow *nation_row;
  AdwActionRow *today_row;
  GtkWidget *unpin_button;

  ScrSettings *settings;
  ScrContext *context;
  GStrv languages;    /* codes; the row's first entry, the system's own, is not among them */
  GPtrArray *nations; /* (element-type ScrItem): choices */
  gboolean filling;
};

static const char *const schemes[] = {"default", "light", "dark"};

G_DEFINE_FINAL_TYPE (ScrPreferences, scr_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static ScrItem *
get_record (ScrPreferences *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  return store ? scr_source_get (SCR_SOURCE (store), SCR_KIND_RECORD, SCR_RECORD_ID) : NULL;
}

static void
write_record (ScrPreferences *self, const char *field, const char *text)
{
  g_autoptr (ScrItem) record = get_record (self);
  g_autoptr (GError) error = NULL;

  if (record != NULL
      && !scr_command_set_text (scr_context_get_store (self->context), record, field, text, &error))
    {
      scr_context_fail (self->context, error);
      adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (error->message));
    }
}

static void
on_author_applied (ScrPreferences *self)
{
  scr_settings_set_string (self->settings, "author", gtk_editable_get_text (GTK_EDITABLE (self->author_row)));
}

static void
on_text_size (ScrPreferences *self)
{
  if (!self->filling)
    scr_settings_set_double (self->settings, "text-size", gtk_spin_button_get_value (self->text_spin) / 100);
}

static void
on_scheme (ScrPreferences *self)
{
  guint index = adw_combo_row_get_selected (self->scheme_row);

  if (!self->filling && index < G_N_ELEMENTS (schemes))
    scr_settings_set_string (self->settings, "color-scheme", schemes[index]);
}

static void
on_language (ScrPreferences *self)
{
  guint index = adw_combo_row_get_selected (self->language_row);

  if (!self->filling && index != GTK_INVALID_LIST_POSITION)
    scr_settings_set_string (self->settings, "language", index > 0 ? self->languages[index - 1] : "");
}

static void
on_title_applied (ScrPreferences *self)
{
  write_record (self, "title", gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
}

static void
on_nation (ScrPreferences *self)
{
  guint index = adw_combo_row_get_selected (self->nation_row);

  if (!self->filling && self->nations != NULL && index < self->nations->len)
    write_record (self, "nation", scr_item_get_id (self->nations->pdata[index]));
}

static void
show_today (ScrPreferences *self)
{
  g_autoptr (ScrItem) record = get_record (self);
  const char *today = record ? scr_item_get_text (record, "today") : NULL;
  g_autofree char *day = today ? scr_format_day (NULL, today, SCR_DAY_FULL) : g_strdup (_ ("The real day"));

  adw_action_row_set_subtitle (self->today_row, day);
  gtk_widget_set_visible (self->unpin_button, today != NULL);
}

static void
on_unpin (ScrPreferences *self)
{
  g_autoptr (GError) error = NULL;

  if (!scr_command_pin_today (scr_context_get_store (self->context), NULL, &error))
    scr_context_fail (self->context, error);
  show_today (self);
}

static void
fill_languages (ScrPreferences *self)
{
  g_autofree char *chosen = scr_settings_dup_string (self->settings, "language");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint index = 0;

  self->languages = scr_languages_list ();
  gtk_string_list_append (names, _ ("The system’s own"));
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = scr_language_dup_name (self->languages[i]);

      gtk_string_list_append (names, name);
      if (g_str_equal (self->languages[i], chosen))
        index = i + 1;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, index);
}

static void
fill_nations (ScrPreferences *self, ScrItem *record)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint index = GTK_INVALID_LIST_POSITION;

  self->nations = scr_source_list (
      SCR_SOURCE (store), &(ScrQuery) {.kind = SCR_KIND_CHOICE,
                                       .conditions = {{.field = "list", .test = SCR_IS, .text = "nation"}}});
  for (guint i = 0; i < self->nations->len; i++)
    {
      g_autofree char *name = scr_format_title (NULL, SCR_SOURCE (store), self->nations->pdata[i]);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (scr_item_get_id (self->nations->pdata[i]), scr_item_get_text (record, "nation")) == 0)
        index = i;
    }
  adw_combo_row_set_model (self->nation_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->nation_row, index);
}

static void
fill (ScrPreferences *self)
{
  g_autofree char *author = scr_settings_dup_string (self->settings, "author");
  g_autofree char *scheme = scr_settings_dup_string (self->settings, "color-scheme");
  g_autoptr (ScrItem) record = get_record (self);

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->author_row), *author ? author : g_get_real_name ());
  gtk_spin_button_set_value (self->text_spin, scr_settings_get_double (self->settings, "text-size") * 100);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], scheme))
      adw_combo_row_set_selected (self->scheme_row, i);
  fill_languages (self);
  gtk_widget_set_visible (self->record_group, record != NULL);
  if (record)
    {
      const char *title = scr_item_get_text (record, "title");

      gtk_widget_set_sensitive (self->record_group,
                                !scr_store_is_read_only (scr_context_get_store (self->context)));
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), title ? title : "");
      fill_nations (self, record);
      show_today (self);
    }
  self->filling = FALSE;
}

static void
scr_preferences_dispose (GObject *object)
{
  ScrPreferences *self = SCR_PREFERENCES (object);

  self->filling = TRUE;
  g_clear_object (&self->settings);
  g_clear_object (&self->context);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->nations, g_ptr_array_unref);
  G_OBJECT_CLASS (scr_preferences_parent_class)->dispose (object);
}

static void
scr_preferences_class_init (ScrPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Scrutiny/scr-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, author_row);
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, text_spin);
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, record_group);
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, title_row);
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, nation_row);
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, today_row);
  gtk_widget_class_bind_template_child (widget_class, ScrPreferences, unpin_button);
  gtk_widget_class_bind_template_callback (widget_class, on_author_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_text_size);
  gtk_widget_class_bind_template_callback (widget_class, on_scheme);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_title_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_nation);
  gtk_widget_class_bind_template_callback (widget_class, on_unpin);
}

static void
scr_preferences_init (ScrPreferences *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * scr_preferences_new:
 * @settings: what the application remembers
 * @context: where the record is, if one is open
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
scr_preferences_new (ScrSettings *settings, ScrContext *context)
{
  ScrPreferences *self = g_object_new (SCR_TYPE_PREFERENCES, NULL);

  self->settings = g_object_ref (settings);
  self->context = g_object_ref (context);
  fill (self);
  return GTK_WIDGET (self);
}
