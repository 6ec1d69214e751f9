/* ScrAgendaRows - an agenda as a list model. See the header. */
#include "config.h"

#include "scr-agenda-rows.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>

/* --- An entry --- */

G_DEFINE_FINAL_TYPE (ScrAgendaEntry, scr_agenda_entry, G_TYPE_OBJECT)

static guint changed_signal;

static void
clear (ScrAgendaEntry *self)
{
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->end_above, g_free);
  g_clear_pointer (&self->end_below, g_free);
  g_clear_pointer (&self->overrun, g_free);
}

static void
clear_words (ScrAgendaEntry *self)
{
  g_clear_pointer (&self->purpose, g_free);
  g_clear_pointer (&self->purpose_icon, g_free);
  g_clear_pointer (&self->carried, g_free);
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->interests, g_free);
}

static void
scr_agenda_entry_finalize (GObject *object)
{
  ScrAgendaEntry *self = SCR_AGENDA_ENTRY (object);

  clear (self);
  clear_words (self);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (scr_agenda_entry_parent_class)->finalize (object);
}

static void
scr_agenda_entry_class_init (ScrAgendaEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_agenda_entry_finalize;
  changed_signal = g_signal_new ("changed", SCR_TYPE_AGENDA_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
scr_agenda_entry_init (ScrAgendaEntry *self)
{
}

/* What follows from where it stands. */
static void
place (ScrAgendaEntry *self, const ScrAgenda *agenda, const ScrAgendaRow *row)
{
  gboolean is_last = row == scr_agenda_get_row (agenda, agenda->rows->len - 1);
  gboolean ends_above
      = agenda->first_late >= 0 && row == scr_agenda_get_row (agenda, (guint)agenda->first_late);
  gboolean ends_below = agenda->over > 0 && agenda->first_late < 0 && is_last;

  clear (self);
  self->level = row->level;
  self->number = g_strdup (row->number);
  self->start = scr_agenda_dup_start (row, NULL);
  self->minutes = row->minutes;
  self->own = row->own;
  self->n_parts = row->n_parts;
  self->is_late = row->is_late;
  if (ends_above)
    self->end_above = scr_agenda_dup_end (agenda, NULL);
  if (ends_below)
    self->end_below = scr_agenda_dup_end (agenda, NULL);
  if (ends_above || ends_below)
    self->overrun = scr_agenda_dup_overrun (agenda, NULL);
}

/* "from Partnership Board, 14 May 2019": the meeting from which it was carried. */
static char *
dup_carried (ScrSource *source, ScrItem *item)
{
  gboolean may = scr_kind_get_field (scr_item_get_kind (item), "carried_from") != NULL;
  g_autoptr (ScrItem) from = may ? scr_source_get_referred (source, item, "carried_from") : NULL;
  g_autoptr (ScrItem) meeting = from != NULL ? scr_source_get_referred (source, from, "meeting") : NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;

  if (meeting == NULL)
    return NULL;
  title = scr_format_title (NULL, source, meeting);
  day = scr_format_day (NULL, scr_item_get_text (meeting, "day"), SCR_DAY_LONG);
  if (day == NULL || *day == '\0')
    /* TRANSLATORS: an item of an agenda was carried forward. %s is a meeting. */
    return g_strdup_printf (_ ("Carried forward from %s"), title);
  /* TRANSLATORS: an item of an agenda was carried forward. %1$s is a meeting, %2$s its day. */
  return g_strdup_printf (_ ("Carried forward from %1$s, %2$s"), title, day);
}

/* "Health lead: chairs a charity that bids, left for the item" */
static char *
dup_interest (ScrSource *source, ScrItem *interest)
{
  g_autofree char *who = scr_format_field (NULL, source, interest, "who");
  const char *title = scr_item_get_text (interest, "title");

  if (scr_item_get_bool (interest, "left"))
    /* TRANSLATORS: an interest: %1$s is who declared it, %2$s what it is. */
    return g_strdup_printf (_ ("%1$s: %2$s. Left for the item."), who != NULL ? who : "",
                            title != NULL ? title : "");
  /* TRANSLATORS: an interest: %1$s is who declared it, %2$s what it is. */
  return g_strdup_printf (_ ("%1$s: %2$s. Stayed."), who != NULL ? who : "", title != NULL ? title : "");
}

static void
describe_left (ScrAgendaEntry *self, ScrSource *source, GPtrArray *left)
{
  g_autofree char *who
      = left->len == 1 ? scr_format_field (NULL, source, g_ptr_array_index (left, 0), "who") : NULL;

  if (who != NULL && *who != '\0')
    /* TRANSLATORS: %s is who left the room for an item of the agenda. */
    self->left = g_strdup_printf (_ ("%s left"), who);
  else if (left->len > 0)
    self->left = g_strdup_printf (ngettext ("%u person left", "%u people left", left->len), (guint)left->len);
}

static void
describe_interests (ScrAgendaEntry *self, ScrSource *source)
{
  g_autoptr (GPtrArray) interests = NULL;
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!g_str_equal (scr_item_get_kind (self->item)->name, "agenda_item"))
    return;
  interests = scr_source_list_by (source, "interest", "item", scr_item_get_id (self->item));
  self->counts.interests = interests->len;
  if (interests->len == 0)
    return;
  for (guint i = 0; i < interests->len; i++)
    {
      ScrItem *interest = g_ptr_array_index (interests, i);

      if (scr_item_get_bool (interest, "left"))
        g_ptr_array_add (left, interest);
      g_ptr_array_add (lines, dup_interest (source, interest));
    }
  describe_left (self, source, left);
  g_ptr_array_add (lines, NULL);
  self->interests = g_strjoinv ("\n", (char **)lines->pdata);
}

static void
describe (ScrAgendaEntry *self, ScrSource *source)
{
  g_autoptr (ScrItem) purpose = scr_source_get_referred (source, self->item, "purpose");

  clear_words (self);
  describe_interests (self, source);
  if (purpose != NULL)
    {
      self->purpose = scr_format_field (NULL, source, self->item, "purpose");
      self->purpose_icon = g_strdup (scr_item_get_text (purpose, "icon"));
    }
  self->carried = dup_carried (source, self->item);
}

/* --- The list --- */

struct _ScrAgendaRows
{
  GObject parent_instance;

  ScrAgenda *agenda; /* (nullable) */
  GPtrArray *entries;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrAgendaRows,
                               scr_agenda_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *list)
{
  return SCR_TYPE_AGENDA_ENTRY;
}

static guint
get_n_items (GListModel *list)
{
  return SCR_AGENDA_ROWS (list)->entries->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  ScrAgendaEntry *entry = scr_agenda_rows_get_entry (SCR_AGENDA_ROWS (list), position);

  return entry != NULL ? g_object_ref (entry) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
scr_agenda_rows_finalize (GObject *object)
{
  ScrAgendaRows *self = SCR_AGENDA_ROWS (object);

  g_clear_pointer (&self->agenda, scr_agenda_free);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (scr_agenda_rows_parent_class)->finalize (object);
}

static void
scr_agenda_rows_class_init (ScrAgendaRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_agenda_rows_finalize;
}

static void
scr_agenda_rows_init (ScrAgendaRows *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * scr_agenda_rows_new:
 *
 * Returns: (transfer full): an empty list
 */
ScrAgendaRows *
scr_agenda_rows_new (void)
{
  return g_object_new (SCR_TYPE_AGENDA_ROWS, NULL);
}

/* How many decisions, actions, papers and key messages each item has: one query a kind, however long the
 * agenda is. */
static void
count (ScrSource *source, ScrItem *owner, const char *kind, gsize member, GHashTable *entries)
{
  const ScrQuery query = {.kind = kind, .conditions = {{"meeting", SCR_IS, scr_item_get_id (owner), 0}}};
  g_autoptr (GPtrArray) items = scr_source_list (source, &query);

  for (guint i = 0; i < items->len; i++)
    {
      const char *id = scr_item_get_text (g_ptr_array_index (items, i), "item");
      ScrAgendaEntry *entry = id != NULL ? g_hash_table_lookup (entries, id) : NULL;

      if (entry != NULL)
        G_STRUCT_MEMBER (guint, &entry->counts, member)++;
    }
}

static void
count_all (ScrAgendaRows *self, ScrSource *source, ScrItem *owner)
{
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      ScrAgendaEntry *entry = g_ptr_array_index (self->entries, i);

      entry->counts = (ScrAgendaCounts) {0};
      g_hash_table_insert (entries, (gpointer)scr_item_get_id (entry->item), entry);
    }
  if (owner == NULL || !g_str_equal (scr_item_get_kind (owner)->name, "meeting"))
    return;
  count (source, owner, "decision", G_STRUCT_OFFSET (ScrAgendaCounts, decisions), entries);
  count (source, owner, "action", G_STRUCT_OFFSET (ScrAgendaCounts, actions), entries);
  count (source, owner, "paper", G_STRUCT_OFFSET (ScrAgendaCounts, papers), entries);
  count (source, owner, "delivery", G_STRUCT_OFFSET (ScrAgendaCounts, messages), entries);
}

/* Takes over the entries of items that are still there, and tells only what is different. */
static void
replace_entries (ScrAgendaRows *self)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->entries);
  guint n = self->agenda != NULL ? self->agenda->rows->len : 0, same = 0, end = 0;

  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < old->len; i++)
    {
      ScrAgendaEntry *entry = g_ptr_array_index (old, i);

      g_hash_table_insert (kept, (gpointer)scr_item_get_id (entry->item), entry);
    }
  for (guint i = 0; i < n; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (self->agenda, i);
      ScrAgendaEntry *entry = g_hash_table_lookup (kept, row->id);

      entry = entry != NULL ? g_object_ref (entry) : g_object_new (SCR_TYPE_AGENDA_ENTRY, NULL);
      g_set_object (&entry->item, row->item);
      place (entry, self->agenda, row);
      g_ptr_array_add (self->entries, entry);
    }
  while (same < MIN (n, old->len) && self->entries->pdata[same] == old->pdata[same])
    same++;
  while (end < MIN (n, old->len) - same
         && self->entries->pdata[n - 1 - end] == old->pdata[old->len - 1 - end])
    end++;
  if (old->len != n || same < n)
    g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - end, n - same - end);
}

static void
tell_entries (ScrAgendaRows *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    g_signal_emit (g_ptr_array_index (self->entries, i), changed_signal, 0);
}

/**
 * scr_agenda_rows_show:
 * @self: a list
 * @source: the record
 * @owner: (nullable): the meeting or template whose agenda it shows
 *
 * Reads it anew.
 */
void
scr_agenda_rows_show (ScrAgendaRows *self, ScrSource *source, ScrItem *owner)
{
  g_clear_pointer (&self->agenda, scr_agenda_free);
  if (owner != NULL)
    self->agenda = scr_agenda_new (source, owner);
  replace_entries (self);
  count_all (self, source, owner);
  for (guint i = 0; i < self->entries->len; i++)
    describe (g_ptr_array_index (self->entries, i), source);
  tell_entries (self);
}

/**
 * scr_agenda_rows_get_agenda:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the agenda as it is
 */
const ScrAgenda *
scr_agenda_rows_get_agenda (ScrAgendaRows *self)
{
  return self->agenda;
}

/**
 * scr_agenda_rows_preview:
 * @self: a list
 * @outcome: (nullable): the same items as they would be after a move; %NULL shows again what is
 *
 * Rows stay where they are, with the numbers and times of the outcome.
 */
void
scr_agenda_rows_preview (ScrAgendaRows *self, const ScrAgenda *outcome)
{
  const ScrAgenda *agenda = outcome != NULL ? outcome : self->agenda;
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; agenda != NULL && i < agenda->rows->len; i++)
    g_hash_table_insert (rows, scr_agenda_get_row (agenda, i)->id, (gpointer)scr_agenda_get_row (agenda, i));
  for (guint i = 0; i < self->entries->len; i++)
    {
      ScrAgendaEntry *entry = g_ptr_array_index (self->entries, i);
      const ScrAgendaRow *row = g_hash_table_lookup (rows, scr_item_get_id (entry->item));
      guint level = entry->level;

      if (row == NULL)
        continue;
      place (entry, agenda, row);
      /* It is still drawn where it stands. */
      if (outcome != NULL)
        entry->level = level;
    }
  tell_entries (self);
}

/**
 * scr_agenda_rows_get_entry:
 * @self: a list
 * @position: a row
 *
 * Returns: (transfer none) (nullable): its entry
 */
ScrAgendaEntry *
scr_agenda_rows_get_entry (ScrAgendaRows *self, guint position)
{
  return position < self->entries->len ? g_ptr_array_index (self->entries, position) : NULL;
}

/**
 * scr_agenda_rows_find:
 * @self: a list
 * @id: (nullable): identity of an item
 *
 * Returns: its row, or -1
 */
int
scr_agenda_rows_find (ScrAgendaRows *self, const char *id)
{
  return self->agenda != NULL ? scr_agenda_find (self->agenda, id) : -1;
}
