/* What the tests of widgets share. See the header. */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-identity.h"
#include "scr-records.h"

#include <glib/gstdio.h>
#include <string.h>

void
ui_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

static void
on_toast (ScrContext *context, const char *message, gboolean with_undo, UiRecord *record)
{
  g_ptr_array_add (record->toasts, g_strdup (message));
}

static void
on_failed (ScrContext *context, const GError *error, UiRecord *record)
{
  g_ptr_array_add (record->failures, g_strdup (error->message));
}

/* As the window does it. */
static void
on_open_item (ScrContext *context, ScrItem *item, UiRecord *record)
{
  g_set_object (&record->opened, item);
  scr_context_set_selected (context, item);
}

static UiRecord *
make (gboolean example)
{
  UiRecord *record = g_new0 (UiRecord, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  record->folder = g_dir_make_tmp ("scrutiny-ui-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (record->folder, "test.scrutiny", NULL);
  record->store
      = example ? scr_record_create_example (path, &error) : scr_record_create (path, "Test record", &error);
  g_assert_no_error (error);
  record->context = scr_context_new ();
  record->toasts = g_ptr_array_new_with_free_func (g_free);
  record->failures = g_ptr_array_new_with_free_func (g_free);
  scr_context_set_store (record->context, record->store);
  g_signal_connect (record->context, "toast", G_CALLBACK (on_toast), record);
  g_signal_connect (record->context, "failed", G_CALLBACK (on_failed), record);
  g_signal_connect (record->context, "open-item", G_CALLBACK (on_open_item), record);
  return record;
}

UiRecord *
ui_record_new (void)
{
  return make (FALSE);
}

UiRecord *
ui_record_new_example (void)
{
  return make (TRUE);
}

/* Opens the record again for reading only. */
void
ui_record_make_read_only (UiRecord *record)
{
  g_autofree char *path = g_strdup (scr_store_get_path (record->store));
  g_autoptr (GError) error = NULL;

  scr_context_set_store (record->context, NULL);
  scr_store_close (record->store);
  g_clear_object (&record->store);
  record->store = scr_store_open (path, SCR_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  scr_context_set_store (record->context, record->store);
}

/* Also shows that nothing keeps the context or the record alive. */
void
ui_record_free (UiRecord *record)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  ui_record_hide (record);
  g_clear_object (&record->opened);
  scr_context_set_store (record->context, NULL);
  g_assert_finalize_object (record->context);
  scr_store_close (record->store);
  g_assert_finalize_object (record->store);
  dir = g_dir_open (record->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (record->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (record->folder);
  g_ptr_array_unref (record->toasts);
  g_ptr_array_unref (record->failures);
  g_free (record->folder);
  g_free (record);
}

ScrItem *
ui_record_add (UiRecord *record, const char *kind, const char *title)
{
  g_autoptr (GError) error = NULL;
  ScrItem *item = scr_command_add (record->store, kind, title, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return item;
}

static void
set_required (UiRecord *record, ScrEdit *edit, const ScrKind *kind, const char *id, const ScrField *field)
{
  g_autoptr (ScrItem) referred = NULL;
  g_auto (GStrv) kinds = NULL;

  if (field->type == SCR_FIELD_REFERENCE)
    {
      kinds = g_strsplit (field->of, " ", -1);
      referred = ui_record_add_any (record, scr_kind_find (kinds[0]));
      scr_edit_set_text (edit, kind->name, id, field->name, scr_item_get_id (referred));
    }
  else if (field->type == SCR_FIELD_CHOICE || field->type == SCR_FIELD_STATUS)
    {
      const ScrQuery query = { .kind = SCR_KIND_CHOICE, .conditions = { { "list", SCR_IS, field->of, 0 } } };
      g_autoptr (GPtrArray) ids = scr_source_list_ids (SCR_SOURCE (record->store), &query);

      g_assert_cmpuint (ids->len, >, 0);
      scr_edit_set_text (edit, kind->name, id, field->name, g_ptr_array_index (ids, 0));
    }
  else if (field->type == SCR_FIELD_DAY)
    scr_edit_set_text (edit, kind->name, id, field->name, "2019-06-12");
  else if (scr_field_is_numeric (field))
    scr_edit_set_number (edit, kind->name, id, field->name, field->min);
  else
    scr_edit_set_text (edit, kind->name, id, field->name, field->label);
}

/* Adds an item of any kind, with what it cannot be without. */
ScrItem *
ui_record_add_any (UiRecord *record, const ScrKind *kind)
{
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrEdit) edit = scr_edit_new ("Add for the test");
  g_autoptr (GError) error = NULL;

  if (strcmp (kind->name, SCR_KIND_RECORD) == 0)
    return scr_source_get (SCR_SOURCE (record->store), SCR_KIND_RECORD, SCR_RECORD_ID);
  scr_edit_add (edit, kind->name, id);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & SCR_FIELD_REQUIRED)
      set_required (record, edit, kind, id, &kind->fields[i]);
  scr_store_apply (record->store, edit, &error);
  g_assert_no_error (error);
  return scr_source_get (SCR_SOURCE (record->store), kind->name, id);
}

void
ui_record_set (UiRecord *record, ScrItem *item, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  scr_command_set_text (record->store, item, field, text, &error);
  g_assert_no_error (error);
}

GtkWidget *
ui_record_show (UiRecord *record, GtkWidget *child, int width, int height)
{
  ui_record_hide (record);
  record->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (record->window), width, height);
  gtk_window_set_child (GTK_WINDOW (record->window), child);
  gtk_window_present (GTK_WINDOW (record->window));
  ui_settle ();
  return child;
}

void
ui_record_hide (UiRecord *record)
{
  if (record->window == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (record->window));
  record->window = NULL;
  ui_settle ();
}

static gboolean
stop (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets what is due happen: idle work, and a few frames. */
void
ui_settle (void)
{
  gboolean stopped = FALSE;

  g_timeout_add (60, stop, &stopped);
  while (!stopped || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

GtkWidget *
ui_find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first button of that label that can be seen. */
GtkWidget *
ui_find_button (GtkWidget *root, const char *label)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first label that can be seen and holds @text. */
GtkWidget *
ui_find_text (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* --- As a person --- */

static void
on_ended (GObject *process, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *(gboolean *)done = TRUE;
}

static gboolean
set_true (gpointer flag)
{
  *(gboolean *)flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* What came of it has arrived when this returns. */
void
ui_act (const char *format, ...)
{
  g_autofree char *line = NULL, *whole = NULL;
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean done = FALSE, rested = FALSE;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  whole = g_strconcat ("xdotool ", line, NULL);
  argv = g_strsplit (whole, " ", -1);
  process = g_subprocess_newv ((const char *const *)argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_async (process, NULL, on_ended, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_timeout_add (250, set_true, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}
