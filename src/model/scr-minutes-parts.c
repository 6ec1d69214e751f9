/* What minutes consist of. See the header. */
#include "scr-minutes-parts.h"

#include <string.h>

/* A kind, the field that leads to its meeting, and which of its fields count (NULL: all). */
static const struct
{
  const char *kind;
  const char *way;
  const char *fields[4];
} parts[] = {
    {"meeting", NULL, {"summary", NULL}}, {"agenda_item", "meeting", {NULL}},
    {"attendance", "meeting", {NULL}},    {"decision", "meeting", {NULL}},
    {"interest", "item", {NULL}},         {"action", "meeting", {"title", "meeting", "item", NULL}},
};

static int
find_part (const ScrKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (kind->name, parts[i].kind) == 0)
      return (int)i;
  return -1;
}

/**
 * scr_minutes_have_kind:
 * @kind: a kind
 *
 * Returns: whether minutes consist of such items, or of fields of them
 */
gboolean
scr_minutes_have_kind (const ScrKind *kind)
{
  return find_part (kind) >= 0;
}

/**
 * scr_minutes_have_field:
 * @kind: a kind
 * @field: name of one of its fields
 *
 * Returns: whether that field is part of the minutes
 */
gboolean
scr_minutes_have_field (const ScrKind *kind, const char *field)
{
  int part = find_part (kind);

  if (part < 0 || parts[part].fields[0] == NULL)
    return part >= 0;
  return g_strv_contains (parts[part].fields, field);
}

/**
 * scr_minutes_get_way:
 * @kind: a kind that minutes consist of
 *
 * Returns: (nullable): the field that leads to the meeting, %NULL for the meeting itself
 */
const char *
scr_minutes_get_way (const ScrKind *kind)
{
  int part = find_part (kind);

  return part >= 0 ? parts[part].way : NULL;
}

/**
 * scr_minutes_dup_meeting:
 * @source: where items come from
 * @kind: a kind that minutes consist of
 * @leads_to: (nullable): what the field that leads to the meeting holds
 *
 * Returns: (transfer full) (nullable): identity of the meeting
 */
char *
scr_minutes_dup_meeting (ScrSource *source, const ScrKind *kind, const char *leads_to)
{
  g_autoptr (ScrItem) item = NULL;

  if (g_strcmp0 (scr_minutes_get_way (kind), "item") != 0)
    return g_strdup (leads_to);
  item = scr_source_get (source, "agenda_item", leads_to);
  return item != NULL ? g_strdup (scr_item_get_text (item, "meeting")) : NULL;
}

static void
take (GPtrArray *all, GPtrArray *some)
{
  for (guint i = 0; i < some->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (some, i)));
}

/**
 * scr_minutes_list_parts:
 * @source: where items come from
 * @meeting_id: identity of a meeting
 *
 * Returns: (transfer full) (element-type ScrItem): the meeting and all that its minutes consist of; what
 * others refer to comes first
 */
GPtrArray *
scr_minutes_list_parts (ScrSource *source, const char *meeting_id)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  ScrItem *meeting = scr_source_get (source, "meeting", meeting_id);
  g_autoptr (GPtrArray) items = scr_source_list_by (source, "agenda_item", "meeting", meeting_id);

  if (meeting != NULL)
    g_ptr_array_add (all, meeting);
  take (all, items);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (g_strcmp0 (parts[i].way, "meeting") != 0 || strcmp (parts[i].kind, "agenda_item") == 0)
        continue;
      found = scr_source_list_by (source, parts[i].kind, "meeting", meeting_id);
      take (all, found);
    }
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) found
          = scr_source_list_by (source, "interest", "item", scr_item_get_id (g_ptr_array_index (items, i)));

      take (all, found);
    }
  return all;
}
