/* What the timeline and the month leave out. See the header. */
#include "config.h"

#include "scr-timeline-filter.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>

#define SETTING "timeline-hidden"
#define DATA_KEY "scr-timeline-filter"

/* By ScrTimelineSort. */
static const struct
{
  const char *name;
  const char *label;
} sorts[SCR_TIMELINE_N_SORTS] = {
    [SCR_TIMELINE_MEETINGS] = {"meetings", N_ ("_Meetings")},
    [SCR_TIMELINE_ACTIVITIES] = {"activities", N_ ("_Activities")},
    [SCR_TIMELINE_MILESTONES] = {"milestones", N_ ("M_ilestones of arrangements")},
    [SCR_TIMELINE_TERMS] = {"terms", N_ ("_Terms of appointment")},
    [SCR_TIMELINE_CYCLES] = {"cycles", N_ ("_Cycles of the learning hub")},
    [SCR_TIMELINE_DISPUTES] = {"disputes", N_ ("_Disputes")},
    [SCR_TIMELINE_INSPECTIONS] = {"inspections", N_ ("I_nspections")},
    [SCR_TIMELINE_REPORTS] = {"reports", N_ ("_Reports due")},
};

struct _ScrTimelineFilter
{
  GObject parent_instance;

  ScrContext *context; /* whose it is: it outlives the filter */
  guint hidden;
  char *group; /* (nullable): only this one's */
  char *words; /* (nullable): only what has these */
  GMenu *groups;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (ScrTimelineFilter, scr_timeline_filter, G_TYPE_OBJECT)

static void
tell (ScrTimelineFilter *self)
{
  g_signal_emit_by_name (self, "changed");
}

static GSimpleAction *
find_action (ScrTimelineFilter *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

/* --- What is hidden --- */

static void
remember (ScrTimelineFilter *self)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    if (self->hidden & (1u << i))
      g_ptr_array_add (hidden, (gpointer)sorts[i].name);
  g_ptr_array_add (hidden, NULL);
  scr_settings_set_strv (scr_context_get_settings (self->context), SETTING,
                         (const char *const *)hidden->pdata);
}

static void
recall (ScrTimelineFilter *self)
{
  g_auto (GStrv) hidden = scr_settings_dup_strv (scr_context_get_settings (self->context), SETTING);

  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    if (g_strv_contains ((const char *const *)hidden, sorts[i].name))
      self->hidden |= 1u << i;
}

static void
on_show (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  ScrTimelineFilter *self = user_data;

  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", sorts[i].name, NULL);

      if (!g_str_equal (name, g_action_get_name (G_ACTION (action))))
        continue;
      if (g_variant_get_boolean (state))
        self->hidden &= ~(1u << i);
      else
        self->hidden |= 1u << i;
    }
  g_simple_action_set_state (action, state);
  remember (self);
  tell (self);
}

/* --- Groups and words --- */

static void
on_group (GSimpleAction *action, GVariant *group, gpointer user_data)
{
  ScrTimelineFilter *self = user_data;
  const char *id = g_variant_get_string (group, NULL);

  g_free (self->group);
  self->group = *id != '\0' ? g_strdup (id) : NULL;
  g_simple_action_set_state (action, group);
  tell (self);
}

static void
on_show_all (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrTimelineFilter *self = user_data;

  self->hidden = 0;
  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", sorts[i].name, NULL);

      g_simple_action_set_state (find_action (self, name), g_variant_new_boolean (TRUE));
    }
  g_clear_pointer (&self->group, g_free);
  g_simple_action_set_state (find_action (self, "group"), g_variant_new_string (""));
  g_clear_pointer (&self->words, g_free);
  remember (self);
  tell (self);
}

/**
 * scr_timeline_filter_set_words:
 * @self: a filter
 * @words: (nullable): only what has these is shown; blank for all
 */
void
scr_timeline_filter_set_words (ScrTimelineFilter *self, const char *words)
{
  const char *wanted = words != NULL && *words != '\0' ? words : NULL;

  if (g_strcmp0 (wanted, self->words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (wanted);
  tell (self);
}

/**
 * scr_timeline_filter_get_words:
 * @self: a filter
 *
 * Returns: (nullable): only what has these is shown
 */
const char *
scr_timeline_filter_get_words (ScrTimelineFilter *self)
{
  return self->words;
}

/**
 * scr_timeline_filter_get_group:
 * @self: a filter
 *
 * Returns: (nullable): identity of the one group whose things are shown
 */
const char *
scr_timeline_filter_get_group (ScrTimelineFilter *self)
{
  return self->group;
}

/**
 * scr_timeline_filter_read_groups:
 * @self: a filter whose context has a record
 *
 * Reads the groups that can be chosen; one that was chosen and is there no more is so no longer.
 */
void
scr_timeline_filter_read_groups (ScrTimelineFilter *self)
{
  ScrSource *source = SCR_SOURCE (scr_context_get_store (self->context));
  const ScrQuery query = {.kind = "group", .partnership = scr_context_get_partnership (self->context)};
  g_autoptr (GPtrArray) groups = scr_source_list (source, &query);
  g_autoptr (GMenuItem) all = g_menu_item_new (_ ("All Groups"), NULL);
  gboolean found = FALSE;

  g_menu_remove_all (self->groups);
  g_menu_item_set_action_and_target (all, "timeline.group", "s", "");
  g_menu_append_item (self->groups, all);
  for (guint i = 0; i < groups->len; i++)
    {
      ScrItem *group = g_ptr_array_index (groups, i);
      g_autofree char *title = scr_format_title (NULL, source, group);
      g_autofree char *partnership = scr_format_partnership (NULL, source, group);
      g_autofree char *label
          = partnership != NULL ? g_strdup_printf ("%s · %s", title, partnership) : g_strdup (title);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      /* Not as a mnemonic: a name may have an underscore. */
      g_menu_item_set_attribute (item, "label", "s", label);
      g_menu_item_set_action_and_target (item, "timeline.group", "s", scr_item_get_id (group));
      g_menu_append_item (self->groups, item);
      found |= g_strcmp0 (self->group, scr_item_get_id (group)) == 0;
    }
  if (self->group != NULL && !found)
    g_action_change_state (G_ACTION (find_action (self, "group")), g_variant_new_string (""));
}

/* --- What is asked of it --- */

/**
 * scr_timeline_filter_narrow:
 * @self: a filter
 * @query: (inout): what is read; borrows from @self
 */
void
scr_timeline_filter_narrow (ScrTimelineFilter *self, ScrTimelineQuery *query)
{
  query->hidden = self->hidden;
  query->group = self->group;
  query->contains = self->words;
}

/**
 * scr_timeline_filter_is_used:
 * @self: a filter
 *
 * Returns: whether it leaves anything out
 */
gboolean
scr_timeline_filter_is_used (ScrTimelineFilter *self)
{
  return self->hidden != 0 || self->group != NULL || self->words != NULL;
}

/**
 * scr_timeline_filter_add_actions:
 * @self: a filter
 * @map: a face's actions, which are "timeline.…"
 *
 * Both faces have the very same actions, so that the menus of both tell the same.
 */
void
scr_timeline_filter_add_actions (ScrTimelineFilter *self, GActionMap *map)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (guint i = 0; names[i] != NULL; i++)
    g_action_map_add_action (map, G_ACTION (find_action (self, names[i])));
}

/**
 * scr_timeline_filter_append_to_menu:
 * @self: a filter
 * @menu: a menu, which gets sections for what can be left out; the face has "timeline.words"
 */
void
scr_timeline_filter_append_to_menu (ScrTimelineFilter *self, GMenu *menu)
{
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) filters = g_menu_new ();

  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    {
      g_autofree char *action = g_strconcat ("timeline.show-", sorts[i].name, NULL);

      g_menu_append (shown, _ (sorts[i].label), action);
    }
  g_menu_append_submenu (filters, _ ("Only One _Group"), G_MENU_MODEL (self->groups));
  g_menu_append (filters, _ ("Only with the _Words…"), "timeline.words");
  g_menu_append (filters, _ ("Show _Everything"), "timeline.show-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shown));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (filters));
}

/* --- Set-up --- */

/* Another record has other groups. */
static void
on_store (ScrTimelineFilter *self)
{
  if (self->group != NULL)
    g_action_change_state (G_ACTION (find_action (self, "group")), g_variant_new_string (""));
}

static void
add_sorts (ScrTimelineFilter *self)
{
  for (guint i = 0; i < SCR_TIMELINE_N_SORTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", sorts[i].name, NULL);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          name, NULL, g_variant_new_boolean ((self->hidden & (1u << i)) == 0));

      g_signal_connect_object (action, "change-state", G_CALLBACK (on_show), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

static void
scr_timeline_filter_finalize (GObject *object)
{
  ScrTimelineFilter *self = SCR_TIMELINE_FILTER (object);

  g_free (self->group);
  g_free (self->words);
  g_object_unref (self->groups);
  g_object_unref (self->actions);
  G_OBJECT_CLASS (scr_timeline_filter_parent_class)->finalize (object);
}

static void
scr_timeline_filter_class_init (ScrTimelineFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_timeline_filter_finalize;
  g_signal_new ("changed", SCR_TYPE_TIMELINE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
scr_timeline_filter_init (ScrTimelineFilter *self)
{
  self->groups = g_menu_new ();
  self->actions = g_simple_action_group_new ();
}

static ScrTimelineFilter *
make (ScrContext *context)
{
  ScrTimelineFilter *self = g_object_new (SCR_TYPE_TIMELINE_FILTER, NULL);
  g_autoptr (GSimpleAction) group
      = g_simple_action_new_stateful ("group", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_autoptr (GSimpleAction) all = g_simple_action_new ("show-all", NULL);

  self->context = context;
  recall (self);
  add_sorts (self);
  g_signal_connect_object (group, "change-state", G_CALLBACK (on_group), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (group));
  g_signal_connect_object (all, "activate", G_CALLBACK (on_show_all), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (all));
  g_signal_connect_object (context, "notify::store", G_CALLBACK (on_store), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * scr_timeline_filter_get:
 * @context: what the window hands to its views
 *
 * Returns: (transfer none): the window's filter
 */
ScrTimelineFilter *
scr_timeline_filter_get (ScrContext *context)
{
  ScrTimelineFilter *self = g_object_get_data (G_OBJECT (context), DATA_KEY);

  if (self == NULL)
    {
      self = make (context);
      g_object_set_data_full (G_OBJECT (context), DATA_KEY, self, g_object_unref);
    }
  return self;
}
