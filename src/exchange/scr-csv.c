/* Tables for spreadsheets. See the header. */
#include "config.h"

#include "scr-csv.h"

#include "scr-file-out.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BATCH 64

typedef struct
{
  ScrStore *store;
  const ScrCsvWhat *what;
  GOutputStream *stream;
  GCancellable *cancellable;
  ScrProgressFunc progress;
  gpointer user_data;
  GString *out;
  gboolean begun;     /* of this row */
  GHashTable *titles; /* (element-type utf8 utf8): of what is referred to */
  guint n_rows;
} Writer;

/* --- Cells --- */

/* Spreadsheets run what begins so, whoever wrote it. */
static gboolean
is_formula (const char *text)
{
  static const char *const wide[] = {"＝", "＋", "－", "＠"};

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;
  return FALSE;
}

/**
 * scr_csv_dup_cell:
 * @text: (nullable): what is in it
 *
 * Returns: (transfer full): the cell as it stands in the file, quoted where it must be
 */
char *
scr_csv_dup_cell (const char *text)
{
  GString *cell;
  gsize length;

  if (text == NULL || *text == '\0')
    return g_strdup ("");
  cell = g_string_new (is_formula (text) ? "'" : NULL);
  g_string_append (cell, text);
  length = cell->len;
  if (strpbrk (cell->str, ",\"\r\n") != NULL || cell->str[0] == ' ' || cell->str[length - 1] == ' ')
    {
      g_string_replace (cell, "\"", "\"\"", 0);
      g_string_prepend_c (cell, '"');
      g_string_append_c (cell, '"');
    }
  return g_string_free (cell, FALSE);
}

static void
put_cell (Writer *writer, const char *text)
{
  g_autofree char *cell = scr_csv_dup_cell (text);

  if (writer->begun)
    g_string_append_c (writer->out, ',');
  g_string_append (writer->out, cell);
  writer->begun = TRUE;
}

static void
put_number (Writer *writer, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (writer->begun)
    g_string_append_c (writer->out, ',');
  g_string_append (writer->out, g_ascii_formatd (text, sizeof text, "%.15g", number));
  writer->begun = TRUE;
}

static void
end_row (Writer *writer)
{
  g_string_append (writer->out, "\r\n");
  writer->begun = FALSE;
}

static const char *
get_title (Writer *writer, const ScrField *field, const char *id)
{
  const char *title = g_hash_table_lookup (writer->titles, id);

  if (title == NULL)
    {
      g_autoptr (ScrItem) item = scr_source_find (SCR_SOURCE (writer->store), field, id);

      title = item != NULL ? scr_format_title (NULL, SCR_SOURCE (writer->store), item) : g_strdup ("");
      g_hash_table_insert (writer->titles, g_strdup (id), (gpointer)title);
    }
  return title;
}

static void
put_value (Writer *writer, const ScrField *field, const ScrValue *value)
{
  if (value->type == SCR_VALUE_NONE)
    put_cell (writer, NULL);
  else if (field->type == SCR_FIELD_BOOL)
    put_cell (writer, value->number != 0 ? _ ("Yes") : _ ("No"));
  else if (value->type == SCR_VALUE_NUMBER)
    put_number (writer, value->number);
  else if (scr_field_is_identity (field))
    put_cell (writer, get_title (writer, field, value->text));
  else
    put_cell (writer, value->text);
}

/* --- Rows --- */

static gboolean
flush (Writer *writer, GError **error)
{
  gboolean ok = g_output_stream_write_all (writer->stream, writer->out->str, writer->out->len, NULL,
                                           writer->cancellable, error);

  g_string_truncate (writer->out, 0);
  return ok;
}

static gboolean
has_column (const ScrKind *kind, const ScrField *field)
{
  if ((field->flags & SCR_FIELD_HIDDEN) || field->type == SCR_FIELD_ORDER)
    return FALSE;
  /* What was said at a meeting and what was observed there are not for tables. */
  return !g_str_equal (kind->name, "meeting")
         || (!g_str_equal (field->name, "summary") && !g_str_equal (field->name, "observations"));
}

static void
put_heads (Writer *writer, const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (has_column (kind, &kind->fields[i]))
      put_cell (writer, _ (kind->fields[i].label));
}

static void
put_item (Writer *writer, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if (has_column (kind, &kind->fields[i]))
      put_value (writer, &kind->fields[i], scr_item_get_value_at (item, i));
}

/* Once in a while. */
static gboolean
go_on (Writer *writer, guint i, guint n, GError **error)
{
  if (i % BATCH != BATCH - 1)
    return TRUE;
  if (writer->progress != NULL)
    writer->progress ((double)i / n, writer->user_data);
  return flush (writer, error);
}

static gboolean
put_meetings (Writer *writer, GError **error)
{
  g_autoptr (GPtrArray) ids = scr_calendar_list_ids (SCR_SOURCE (writer->store), &writer->what->what);

  put_heads (writer, scr_kind_find ("meeting"));
  end_row (writer);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (ScrItem) item
          = scr_source_get (SCR_SOURCE (writer->store), "meeting", g_ptr_array_index (ids, i));

      if (item != NULL)
        {
          put_item (writer, item);
          end_row (writer);
          writer->n_rows++;
        }
      if (!go_on (writer, i, ids->len, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_attendance_of (Writer *writer, ScrItem *meeting)
{
  const ScrKind *kind = scr_item_get_kind (meeting);
  g_autoptr (GPtrArray) list
      = scr_source_list_by (SCR_SOURCE (writer->store), "attendance", "meeting", scr_item_get_id (meeting));

  for (guint i = 0; i < list->len; i++)
    {
      const ScrField *group = scr_kind_get_field (kind, "group");

      put_cell (writer, scr_item_get_text (meeting, "day"));
      put_value (writer, group, scr_item_get_value (meeting, "group"));
      put_item (writer, g_ptr_array_index (list, i));
      end_row (writer);
      writer->n_rows++;
    }
  return TRUE;
}

static gboolean
put_attendance (Writer *writer, GError **error)
{
  g_autoptr (GPtrArray) ids = scr_calendar_list_ids (SCR_SOURCE (writer->store), &writer->what->what);

  put_cell (writer, _ ("Day"));
  put_cell (writer, _ ("Group"));
  put_heads (writer, scr_kind_find ("attendance"));
  end_row (writer);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (ScrItem) meeting
          = scr_source_get (SCR_SOURCE (writer->store), "meeting", g_ptr_array_index (ids, i));

      if (meeting != NULL)
        put_attendance_of (writer, meeting);
      if (!go_on (writer, i, ids->len, error))
        return FALSE;
    }
  return TRUE;
}

/* --- How often people come --- */

static const char *const states[] = {"attendance-state.present", "attendance-state.substitute",
                                     "attendance-state.apologies", "attendance-state.absent"};

typedef struct
{
  char *group; /* title */
  char *who;   /* title */
  guint counts[G_N_ELEMENTS (states)];
  guint other; /* invited, or nothing said */
} Figure;

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  g_free (figure->group);
  g_free (figure->who);
  g_free (figure);
}

static void
count_one (Writer *writer, GHashTable *figures, ScrItem *meeting, ScrItem *attendance)
{
  const char *group = scr_item_get_text (meeting, "group");
  const char *who = scr_item_get_text (attendance, "who");
  const char *state = scr_item_get_text (attendance, "state");
  g_autofree char *key = g_strconcat (group != NULL ? group : "", " ", who != NULL ? who : "", NULL);
  Figure *figure = g_hash_table_lookup (figures, key);

  if (figure == NULL)
    {
      figure = g_new0 (Figure, 1);
      if (group != NULL)
        figure->group
            = g_strdup (get_title (writer, scr_kind_get_field (scr_item_get_kind (meeting), "group"), group));
      if (who != NULL)
        figure->who
            = g_strdup (get_title (writer, scr_kind_get_field (scr_item_get_kind (attendance), "who"), who));
      g_hash_table_insert (figures, g_steal_pointer (&key), figure);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (state, states[i]) == 0)
      {
        figure->counts[i]++;
        return;
      }
  figure->other++;
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const Figure *first = a, *second = b;
  int order = g_strcmp0 (first->group, second->group);

  return order != 0 ? order : g_strcmp0 (first->who, second->who);
}

static void
put_figure (Writer *writer, const Figure *figure)
{
  guint all = figure->other;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    all += figure->counts[i];
  put_cell (writer, figure->group);
  put_cell (writer, figure->who);
  put_number (writer, all);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    put_number (writer, figure->counts[i]);
  put_number (writer, figure->other);
  /* A substitute's own presence counts as presence. */
  put_number (writer, (100 * (figure->counts[0] + figure->counts[1]) + all / 2) / all);
  end_row (writer);
  writer->n_rows++;
}

static gboolean
put_figures (Writer *writer, GError **error)
{
  g_autoptr (GPtrArray) ids = scr_calendar_list_ids (SCR_SOURCE (writer->store), &writer->what->what);
  g_autoptr (GHashTable) figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, figure_free);
  g_autoptr (GList) sorted = NULL;
  const char *const heads[] = {N_ ("Group"),
                               N_ ("Who"),
                               N_ ("Meetings"),
                               N_ ("Present"),
                               N_ ("Substitute"),
                               N_ ("Apologies"),
                               N_ ("Absent"),
                               N_ ("Not said, or invited"),
                               N_ ("Present, per cent")};

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    put_cell (writer, _ (heads[i]));
  end_row (writer);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (writer->store), "meeting", id);
      g_autoptr (GPtrArray) list
          = scr_source_list_by (SCR_SOURCE (writer->store), "attendance", "meeting", id);

      for (guint k = 0; meeting != NULL && k < list->len; k++)
        count_one (writer, figures, meeting, g_ptr_array_index (list, k));
      if (!go_on (writer, i, ids->len, error))
        return FALSE;
    }
  sorted = g_list_sort (g_hash_table_get_values (figures), compare_figures);
  for (GList *l = sorted; l != NULL; l = l->next)
    put_figure (writer, l->data);
  return TRUE;
}

/* --- Actions --- */

/* An action belongs to the span by its due day. */
static gboolean
put_actions (Writer *writer, GError **error)
{
  const ScrCalendarWhat *what = &writer->what->what;
  ScrQuery query = {.kind = "action", .partnership = what->partnership, .contains = what->contains};
  g_autoptr (GPtrArray) ids = NULL;
  guint n = 0;

  if (what->meeting != NULL)
    query.conditions[n++] = (ScrCondition) {"meeting", SCR_IS, what->meeting, 0};
  if (what->from != NULL)
    query.conditions[n++] = (ScrCondition) {"due", SCR_AT_LEAST, what->from, 0};
  if (what->until != NULL)
    query.conditions[n++] = (ScrCondition) {"due", SCR_AT_MOST, what->until, 0};
  ids = scr_source_list_ids (SCR_SOURCE (writer->store), &query);
  put_heads (writer, scr_kind_find ("action"));
  end_row (writer);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (ScrItem) item
          = scr_source_get (SCR_SOURCE (writer->store), "action", g_ptr_array_index (ids, i));
      g_autoptr (ScrItem) meeting
          = item != NULL ? scr_source_get_referred (SCR_SOURCE (writer->store), item, "meeting") : NULL;

      if (item != NULL
          && (what->group == NULL
              || (meeting != NULL && g_strcmp0 (scr_item_get_text (meeting, "group"), what->group) == 0)))
        {
          put_item (writer, item);
          end_row (writer);
          writer->n_rows++;
        }
      if (!go_on (writer, i, ids->len, error))
        return FALSE;
    }
  return TRUE;
}

/* --- All --- */

/**
 * scr_csv_write:
 * @store: a record
 * @what: which table of which meetings
 * @stream: where it goes
 * @n_rows: (out): how many rows there are, without the heads
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether all was written
 */
gboolean
scr_csv_write (ScrStore *store,
               const ScrCsvWhat *what,
               GOutputStream *stream,
               guint *n_rows,
               ScrProgressFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  static gboolean (*const tables[SCR_CSV_N_TABLES]) (Writer *, GError **)
      = {put_meetings, put_attendance, put_figures, put_actions};
  Writer writer = {.store = store,
                   .what = what,
                   .stream = stream,
                   .cancellable = cancellable,
                   .progress = progress,
                   .user_data = user_data,
                   .out = g_string_sized_new (64 * 1024),
                   .titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free)};
  gboolean ok;

  g_return_val_if_fail (what->table < SCR_CSV_N_TABLES, FALSE);
  if (what->for_spreadsheets)
    g_string_append (writer.out, "\357\273\277");
  ok = tables[what->table](&writer, error) && flush (&writer, error);
  *n_rows = writer.n_rows;
  g_string_free (writer.out, TRUE);
  g_hash_table_unref (writer.titles);
  return ok;
}

typedef struct
{
  ScrStore *store;
  const ScrCsvWhat *what;
  guint *n_rows;
  ScrProgressFunc progress;
  gpointer user_data;
} Filing;

static gboolean
write_into (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Filing *filing = user_data;

  return scr_csv_write (filing->store, filing->what, stream, filing->n_rows, filing->progress,
                        filing->user_data, cancellable, error);
}

/**
 * scr_csv_write_file:
 * @store: a record
 * @what: which table of which meetings
 * @file: where it goes; replaced whole or not at all
 * @n_rows: (out): how many rows there are, without the heads
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
scr_csv_write_file (ScrStore *store,
                    const ScrCsvWhat *what,
                    GFile *file,
                    guint *n_rows,
                    ScrProgressFunc progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  Filing filing = {store, what, n_rows, progress, user_data};

  return scr_file_out (file, scr_store_get_path (store), write_into, &filing, cancellable, error);
}
