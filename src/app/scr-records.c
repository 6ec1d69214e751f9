/* Making and opening records. See the header; backups are in scr-backups.c. */
#include "config.h"

#include "scr-app-resources.h"
#include "scr-bundle.h"
#include "scr-minutes-commands.h"
#include "scr-records.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static GBytes *
load_shipped (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/example/Scrutiny/data/", name, NULL);

  return g_resource_lookup_data (scr_app_get_resource (), path, 0, error);
}

static gboolean
seed_bundle (ScrStore *store, const char *name, GError **error)
{
  g_autoptr (GBytes) json = load_shipped (name, error);

  return json != NULL
         && scr_bundle_read_bytes (store, json, SCR_BUNDLE_SHIPPED | SCR_BUNDLE_SEED, "", NULL, error);
}

/* What the file calls a holiday, as people do. What is not here yet is called as in the file. */
static const char *
name_holiday (const char *name)
{
  static const struct
  {
    const char *name;
    const char *title;
  } holidays[] = {
      {"new year", N_ ("New Year’s Day")},
      {"2nd january", N_ ("2 January")},
      {"st patrick", N_ ("St Patrick’s Day")},
      {"good friday", N_ ("Good Friday")},
      {"easter monday", N_ ("Easter Monday")},
      {"early may", N_ ("Early May bank holiday")},
      {"early may ve", N_ ("Early May bank holiday (VE Day)")},
      {"kings coronation", N_ ("Coronation of the King")},
      {"spring", N_ ("Spring bank holiday")},
      {"queens bank holiday", N_ ("State funeral of the Queen")},
      {"queen platinum", N_ ("Platinum Jubilee bank holiday")},
      {"world cup", N_ ("World Cup bank holiday")},
      {"battle boyne", N_ ("Battle of the Boyne")},
      {"summer", N_ ("Summer bank holiday")},
      {"late august", N_ ("Summer bank holiday")},
      {"queen funeral", N_ ("State funeral of the Queen")},
      {"st andrew", N_ ("St Andrew’s Day")},
      {"christmas", N_ ("Christmas Day")},
      {"boxing day", N_ ("Boxing Day")},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++)
    if (g_str_equal (holidays[i].name, name))
      return _ (holidays[i].title);
  return name;
}

/* nation,date,name,note with one head line; our own file, so that a line of the wrong shape is a mistake of
 * ours. */
static gboolean
seed_holidays (ScrStore *store, GError **error)
{
  g_autoptr (GBytes) csv = load_shipped ("bank-holidays.csv", error);
  g_autoptr (ScrEdit) edit = scr_edit_new ("");
  g_auto (GStrv) lines = NULL;

  if (csv == NULL)
    return FALSE;
  lines = g_strsplit (g_bytes_get_data (csv, NULL), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", 4);
      g_autofree char *nation = NULL;
      g_autofree char *id = NULL;

      if (g_strv_length (cells) < 3)
        continue;
      nation = g_strconcat ("nation.", cells[0], NULL);
      id = g_strconcat ("holiday.", cells[0], ".", cells[1], NULL);
      scr_edit_add (edit, "holiday", id);
      scr_edit_set_text (edit, "holiday", id, "title", name_holiday (cells[2]));
      scr_edit_set_text (edit, "holiday", id, "nation", nation);
      scr_edit_set_text (edit, "holiday", id, "day", cells[1]);
      if (cells[3] != NULL)
        scr_edit_set_text (edit, "holiday", id, "note", cells[3]);
    }
  return scr_store_seed (store, edit, error);
}

static gboolean
seed_record (ScrStore *store, const char *title, GError **error)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("");

  scr_edit_add (edit, SCR_KIND_RECORD, SCR_RECORD_ID);
  scr_edit_set_text (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "title", title);
  scr_edit_set_text (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "nation", "nation.england-and-wales");
  scr_edit_set_number (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "year_start", 4);
  return scr_store_seed (store, edit, error);
}

/**
 * scr_record_discard:
 * @store: a record that this process has just made
 *
 * Closes it and removes its file: a record that could not be made whole leaves nothing behind.
 */
void
scr_record_discard (ScrStore *store)
{
  static const char *const suffixes[] = {"", "-wal", "-shm"};
  g_autofree char *path = g_strdup (scr_store_get_path (store));

  scr_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

/* A file's name without its ending, made fit for a title. */
static char *
dup_title_from_path (const char *path)
{
  const ScrField *field = scr_kind_get_field (scr_kind_find (SCR_KIND_RECORD), "title");
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = NULL;
  GString *title = g_string_new (NULL);
  char *dot = strrchr (name, '.');
  guint n = 0;

  if (dot != NULL && dot > name)
    *dot = '\0';
  shown = g_filename_display_name (name);
  for (const char *p = shown; *p != '\0' && n < scr_field_get_max_length (field);
       p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (title, g_unichar_iscntrl (c) || g_unichar_isspace (c) ? ' ' : c);
    }
  g_strstrip (title->str);
  if (*title->str == '\0')
    g_string_assign (title, _ ("Record"));
  return g_string_free (title, FALSE);
}

/**
 * scr_record_create:
 * @path: a file that does not exist
 * @title: (nullable): the record's title; %NULL takes the file's name
 * @error: return location; nothing is left behind then
 *
 * Makes a record with the vocabulary, the holidays and the templates that every record begins with.
 *
 * Returns: (transfer full) (nullable): the open record
 */
ScrStore *
scr_record_create (const char *path, const char *title, GError **error)
{
  g_autoptr (ScrStore) store = scr_store_open (path, SCR_STORE_CREATE, error);
  g_autofree char *base = dup_title_from_path (path);

  if (store == NULL)
    return NULL;
  if (!seed_bundle (store, "vocabulary.json", error)
      || !seed_record (store, title != NULL && *title != '\0' ? title : base, error)
      || !seed_holidays (store, error) || !seed_bundle (store, "templates.json", error))
    {
      scr_record_discard (store);
      return NULL;
    }
  return g_steal_pointer (&store);
}

/**
 * scr_record_create_example:
 * @path: a file that does not exist
 * @error: return location; nothing is left behind then
 *
 * Makes the example record: a new record and, in one change, Bexley, Greenwich and Lewisham, in the
 * interface's language. Undoing never takes that one away.
 *
 * Returns: (transfer full) (nullable): the open record
 */
ScrStore *
scr_record_create_example (const char *path, GError **error)
{
  g_autoptr (ScrStore) store = scr_record_create (path, NULL, error);
  g_autoptr (GBytes) json = store != NULL ? load_shipped ("example/example.json", error) : NULL;

  if (store == NULL)
    return NULL;
  if (json == NULL
      || !scr_bundle_read_bytes (store, json, SCR_BUNDLE_SHIPPED, _ ("Load the example"), NULL, error)
      || !scr_command_write_shipped_versions (store, error) || !scr_store_set_beginning (store, error))
    {
      scr_record_discard (store);
      return NULL;
    }
  return g_steal_pointer (&store);
}

/**
 * scr_record_open:
 * @path: a record
 * @read_only: whether it is only to be read
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the open record
 */
ScrStore *
scr_record_open (const char *path, gboolean read_only, GError **error)
{
  return scr_store_open (path, read_only ? SCR_STORE_READ_ONLY : SCR_STORE_DEFAULT, error);
}

/**
 * scr_record_dup_default_folder:
 *
 * Returns: (transfer full): where new records are offered to be kept
 */
char *
scr_record_dup_default_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

/**
 * scr_record_dup_example_path:
 *
 * Returns: (transfer full): where the example is kept, in the user's data folder, which this makes
 */
char *
scr_record_dup_example_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "scrutiny", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "example.scrutiny", NULL);
}

/**
 * scr_record_dup_title:
 * @store: a record
 *
 * Returns: (transfer full): its title
 */
char *
scr_record_dup_title (ScrStore *store)
{
  g_autoptr (ScrItem) record = scr_source_get (SCR_SOURCE (store), SCR_KIND_RECORD, SCR_RECORD_ID);

  if (record != NULL && scr_item_get_text (record, "title") != NULL)
    return g_strdup (scr_item_get_text (record, "title"));
  return g_path_get_basename (scr_store_get_path (store));
}
