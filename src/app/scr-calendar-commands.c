/* Calendars in. See the header. */
#include "config.h"

#include "scr-calendar-commands.h"

#include "scr-store-worker.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the work, as progress tells it: planning is quicker than reading. */
#define READING_SHARE 0.8

typedef struct
{
  ScrProgressFunc progress;
  gpointer user_data;
} Sharing;

static void
report_reading (double fraction, gpointer user_data)
{
  const Sharing *sharing = user_data;

  sharing->progress (fraction * READING_SHARE, sharing->user_data);
}

static void
report_planning (double fraction, gpointer user_data)
{
  const Sharing *sharing = user_data;

  sharing->progress (READING_SHARE + fraction * (1 - READING_SHARE), sharing->user_data);
}

static ScrCalendarPlan *
plan_with (ScrStore *store, GFile *file, const Sharing *sharing, GCancellable *cancellable, GError **error)
{
  g_autofree char *zone = scr_zone_dup_of_record (SCR_SOURCE (store));
  gboolean told = sharing->progress != NULL;
  ScrCalendarRead *read = scr_calendar_read_file (file, zone, told ? report_reading : NULL, (gpointer)sharing,
                                                  cancellable, error);

  if (read == NULL)
    return NULL;
  return scr_calendar_plan_new (SCR_SOURCE (store), read, told ? report_planning : NULL, (gpointer)sharing,
                                cancellable, error);
}

/**
 * scr_calendar_plan_file:
 * @record: path of the record
 * @file: a calendar file
 * @progress: (nullable): told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Reads with a store of its own: any thread, also while a window has the record open.
 *
 * Returns: (nullable): what taking in the file would do
 */
ScrCalendarPlan *
scr_calendar_plan_file (const char *record,
                        GFile *file,
                        ScrProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  const Sharing sharing = {progress, user_data};
  g_autoptr (ScrStore) store = scr_store_open (record, SCR_STORE_READ_ONLY | SCR_STORE_WORKER, error);
  ScrCalendarPlan *plan = NULL;

  if (store == NULL)
    return NULL;
  plan = plan_with (store, file, &sharing, cancellable, error);
  scr_store_close (store);
  return plan;
}

/* --- Writing --- */

typedef struct
{
  ScrStore *store;
  ScrEdit *edit;
  const ScrCalendarPlan *plan;
  const ScrCalendarTarget *target;
  GHashTable *partnerships; /* (element-type utf8 utf8): of groups; "" where there is none */
  GHashTable *made;         /* (element-type utf8): series that are in the edit */
} Importing;

/* The record may have altered since the plan was made. */
static gboolean
is_as_planned (ScrStore *store, const ScrPlanEntry *entry)
{
  g_autoptr (ScrItem) meeting = NULL;

  if (entry->meeting == NULL)
    return TRUE;
  meeting = scr_source_get (SCR_SOURCE (store), "meeting", entry->meeting);
  return meeting != NULL && scr_item_is_deleted (meeting) == entry->is_in_bin
         && g_strcmp0 (scr_item_get_text (meeting, "day"), entry->before[SCR_PLAN_DAY]) == 0
         && g_strcmp0 (scr_item_get_text (meeting, "start"), entry->before[SCR_PLAN_START]) == 0
         && g_strcmp0 (scr_item_get_text (meeting, "state"), entry->before[SCR_PLAN_STATE]) == 0;
}

static void
set_field (Importing *importing, const char *kind, const char *id, const char *field, const char *value)
{
  if (g_str_equal (field, "length") && value != NULL)
    scr_edit_set_number (importing->edit, kind, id, field, g_ascii_strtod (value, NULL));
  else
    scr_edit_set_text (importing->edit, kind, id, field, value);
}

static const char *
get_partnership (Importing *importing, const char *group)
{
  const char *partnership;

  if (group == NULL)
    return importing->target->partnership;
  partnership = g_hash_table_lookup (importing->partnerships, group);
  if (partnership == NULL)
    {
      g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (importing->store), "group", group);
      const char *found = item != NULL ? scr_item_get_text (item, "partnership") : NULL;

      if (found == NULL)
        found = importing->target->partnership;
      partnership = g_strdup (found != NULL ? found : "");
      g_hash_table_insert (importing->partnerships, g_strdup (group), (gpointer)partnership);
    }
  return *partnership != '\0' ? partnership : NULL;
}

static const char *
get_group (const Importing *importing, const ScrPlanEntry *entry)
{
  return importing->target->guess_group && entry->group != NULL ? entry->group : importing->target->group;
}

/* What meetings and series share. */
static void
set_place (Importing *importing, const char *kind, const char *id, const ScrPlanEntry *entry)
{
  const char *group = get_group (importing, entry);
  const char *partnership = get_partnership (importing, group);

  if (group != NULL)
    scr_edit_set_text (importing->edit, kind, id, "group", group);
  if (partnership != NULL)
    scr_edit_set_text (importing->edit, kind, id, "partnership", partnership);
  if (entry->kind != NULL)
    scr_edit_set_text (importing->edit, kind, id, "kind", entry->kind);
}

/* A series comes with the first of its meetings that is taken in. */
static void
make_series (Importing *importing, const ScrPlanEntry *entry)
{
  static const ScrPlanField shared[]
      = {SCR_PLAN_TITLE, SCR_PLAN_START, SCR_PLAN_LENGTH, SCR_PLAN_ZONE, SCR_PLAN_PLACE, SCR_PLAN_ONLINE};
  const ScrPlanSeries *series = g_hash_table_lookup (importing->plan->made, entry->event->related);

  if (series == NULL || !g_str_equal (series->id, entry->series)
      || !g_hash_table_add (importing->made, g_strdup (series->id)))
    return;
  scr_edit_add (importing->edit, "series", series->id);
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    if (entry->after[shared[i]] != NULL)
      set_field (importing, "series", series->id, scr_plan_field_get_name (shared[i]),
                 entry->after[shared[i]]);
  set_place (importing, "series", series->id, entry);
  scr_edit_set_text (importing->edit, "series", series->id, "uid", series->said->uid);
  scr_edit_set_text (importing->edit, "series", series->id, "rule", series->said->event->rule);
  scr_edit_set_text (importing->edit, "series", series->id, "from", series->said->first);
  if (series->said->skipped != NULL)
    scr_edit_set_text (importing->edit, "series", series->id, "skipped", series->said->skipped);
}

static const char *
add_meeting (Importing *importing, const ScrPlanEntry *entry)
{
  const char *id;

  if (entry->series != NULL && entry->event->related != NULL)
    make_series (importing, entry);
  id = scr_edit_add (importing->edit, "meeting", NULL);
  for (guint i = 0; i < SCR_PLAN_N_FIELDS; i++)
    if (entry->after[i] != NULL)
      set_field (importing, "meeting", id, scr_plan_field_get_name (i), entry->after[i]);
  if (entry->event->note != NULL)
    scr_edit_set_text (importing->edit, "meeting", id, "note", entry->event->note);
  if (entry->series != NULL)
    {
      scr_edit_set_text (importing->edit, "meeting", id, "series", entry->series);
      if (entry->event->occurrence != NULL)
        scr_edit_set_text (importing->edit, "meeting", id, "occurrence", entry->event->occurrence);
    }
  set_place (importing, "meeting", id, entry);
  return id;
}

static void
alter_meeting (Importing *importing, const ScrPlanEntry *entry)
{
  if (entry->is_in_bin)
    scr_edit_restore (importing->edit, "meeting", entry->meeting);
  for (guint i = 0; i < SCR_PLAN_N_FIELDS; i++)
    if (entry->altered & (1u << i))
      set_field (importing, "meeting", entry->meeting, scr_plan_field_get_name (i), entry->after[i]);
}

static void
import_entry (Importing *importing, const ScrPlanEntry *entry)
{
  g_autofree char *base = scr_plan_entry_dup_base (entry);
  const char *id = entry->meeting;

  if (id == NULL)
    id = add_meeting (importing, entry);
  else
    alter_meeting (importing, entry);
  scr_edit_set_text (importing->edit, "meeting", id, "uid", entry->event->uid);
  scr_edit_set_number (importing->edit, "meeting", id, "sequence", entry->event->sequence);
  scr_edit_set_text (importing->edit, "meeting", id, "imported", base);
}

static char *
make_label (const char *name, guint n)
{
  /* TRANSLATORS: name of a change; %2$s is a file's name. */
  return g_strdup_printf (
      ngettext ("Import %1$u meeting from “%2$.80s”", "Import %1$u meetings from “%2$.80s”", n), n, name);
}

/* What is chosen as an edit; NULL with @error set if the record is not as it was. */
static ScrEdit *
make_edit (ScrStore *store,
           const ScrCalendarPlan *plan,
           const ScrCalendarTarget *target,
           const char *name,
           guint n,
           GError **error)
{
  g_autofree char *label = make_label (name, n);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);
  g_autoptr (GHashTable) partnerships = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Importing importing = {store, edit, plan, target, partnerships, made};

  for (guint i = 0; i < plan->entries->len; i++)
    {
      const ScrPlanEntry *entry = g_ptr_array_index (plan->entries, i);

      if (!entry->is_chosen)
        continue;
      if (!is_as_planned (store, entry))
        {
          g_set_error (error, SCR_ERROR, SCR_ERROR_CONFLICT,
                       _ ("“%s” was altered here while you chose. Read the file again."),
                       entry->before[SCR_PLAN_TITLE]);
          return NULL;
        }
      import_entry (&importing, entry);
    }
  return g_steal_pointer (&edit);
}

/**
 * scr_command_import_calendar:
 * @store: the record
 * @plan: what of a file is new or altered; what of it is chosen is taken in
 * @target: where new meetings go
 * @name: the file's name, for the change's
 * @n_imported: (out): how many meetings were taken in; 0 is no failure
 * @error: return location
 *
 * Returns: whether what was chosen is in the record
 */
gboolean
scr_command_import_calendar (ScrStore *store,
                             const ScrCalendarPlan *plan,
                             const ScrCalendarTarget *target,
                             const char *name,
                             guint *n_imported,
                             GError **error)
{
  guint n = scr_calendar_plan_count_chosen (plan);
  g_autoptr (ScrEdit) edit = make_edit (store, plan, target, name, n, error);

  *n_imported = 0;
  if (edit == NULL || (n > 0 && !scr_store_apply (store, edit, error)))
    return FALSE;
  *n_imported = n;
  return TRUE;
}

/**
 * scr_command_import_calendar_in_worker:
 * @record: path of the record
 * @author: (nullable): who does it
 * @plan: as for scr_command_import_calendar(); nobody may alter it meanwhile
 * @target: where new meetings go
 * @name: the file's name, for the change's
 * @n_imported: (out): how many meetings were taken in
 * @cancellable: (nullable): ends it early
 * @error: return location; nothing was altered then
 *
 * The same from any thread, with a store of its own, also while a window has the record open.
 *
 * Returns: (transfer full) (nullable): what the window's store is to take over, with scr_store_take_over()
 */
ScrChange *
scr_command_import_calendar_in_worker (const char *record,
                                       const char *author,
                                       const ScrCalendarPlan *plan,
                                       const ScrCalendarTarget *target,
                                       const char *name,
                                       guint *n_imported,
                                       GCancellable *cancellable,
                                       GError **error)
{
  g_autoptr (ScrStore) store = scr_store_open (record, SCR_STORE_WORKER, error);
  guint n = scr_calendar_plan_count_chosen (plan);
  g_autoptr (ScrEdit) edit = NULL;
  ScrChange *change = NULL;

  *n_imported = 0;
  if (store == NULL)
    return NULL;
  scr_store_set_author (store, author);
  edit = make_edit (store, plan, target, name, n, error);
  if (edit != NULL)
    change = scr_store_apply_in_worker (store, edit, cancellable, error);
  if (change != NULL)
    *n_imported = n;
  scr_store_close (store);
  return change;
}
