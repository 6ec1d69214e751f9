/* The menus of a meeting's people. See the header. */
#include "config.h"

#include "scr-people-menu.h"

#include "scr-choices.h"
#include "scr-day.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/**
 * scr_people_list_substitutes:
 * @source: a record
 * @meeting: a meeting of it
 * @who: a person or an appointment
 *
 * Returns: (transfer full) (element-type ScrItem): the appointments that stand in for this one on the
 * meeting's day
 */
GPtrArray *
scr_people_list_substitutes (ScrSource *source, ScrItem *meeting, ScrItem *who)
{
  g_autoptr (GPtrArray) found
      = scr_source_list_by (source, "appointment", "substitutes", scr_item_get_id (who));
  g_autofree char *today = scr_source_dup_today (source);
  const char *day = scr_item_get_text (meeting, "day") != NULL ? scr_item_get_text (meeting, "day") : today;

  for (guint i = found->len; i > 0; i--)
    {
      ScrItem *appointment = g_ptr_array_index (found, i - 1);

      if (!scr_day_is_within (day, scr_item_get_text (appointment, "from"),
                              scr_item_get_text (appointment, "until")))
        g_ptr_array_remove_index (found, i - 1);
    }
  return g_steal_pointer (&found);
}

/* The states that the record knows; a substitute has to be named. */
static GMenuModel *
make_states (ScrSource *source, const ScrAttendee *attendee)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) choices = scr_choices_list (source, "attendance-state", NULL);
  const char *who = scr_item_get_id (attendee->who);

  for (guint i = 0; i < choices->len; i++)
    {
      const char *state = scr_item_get_id (choices->pdata[i]);
      g_autofree char *title = scr_format_title (NULL, source, choices->pdata[i]);

      if (strcmp (state, SCR_ATTENDANCE_SUBSTITUTE) != 0)
        append (menu, title, "people.state", g_variant_new ("(ss)", who, state));
      else if (strcmp (scr_item_get_kind (attendee->who)->name, "organisation") != 0)
        append (menu, _ ("Substitute…"), "people.substitute", g_variant_new_string (who));
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_capacities (ScrSource *source, const char *who)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) choices = scr_choices_list (source, "capacity", NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      g_autofree char *title = scr_format_title (NULL, source, choices->pdata[i]);

      append (menu, title, "people.capacity",
              g_variant_new ("(ss)", who, scr_item_get_id (choices->pdata[i])));
    }
  return G_MENU_MODEL (menu);
}

/**
 * scr_people_menu_new:
 * @source: a record
 * @attendee: one of those expected or recorded
 *
 * Returns: (transfer full): a menu of what can be said of this one
 */
GMenuModel *
scr_people_menu_new (ScrSource *source, const ScrAttendee *attendee)
{
  const char *who = scr_item_get_id (attendee->who);
  GMenu *menu = g_menu_new ();
  GMenu *more = g_menu_new ();
  g_autoptr (GMenuModel) states = make_states (source, attendee);
  g_autoptr (GMenuModel) capacities = make_capacities (source, who);

  g_menu_append_section (menu, NULL, states);
  g_menu_append_submenu (more, _ ("In the _Capacity of"), capacities);
  append (more, _ ("Add _Interest…"), "people.interest", g_variant_new_string (who));
  append (more, _ ("_Open"), "people.open", g_variant_new_string (who));
  if (attendee->entry != NULL || attendee->substitute != NULL)
    append (more, attendee->is_expected ? _ ("_Forget What Is Recorded") : _ ("_Remove"), "people.forget",
            g_variant_new_string (who));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_object_unref (more);
  return G_MENU_MODEL (menu);
}

/**
 * scr_interest_menu_new:
 * @interest: an item of kind "interest"
 *
 * Returns: (transfer full): a menu of what can be done about it
 */
GMenuModel *
scr_interest_menu_new (ScrItem *interest)
{
  const char *id = scr_item_get_id (interest);
  GMenu *menu = g_menu_new ();

  append (menu, scr_item_get_bool (interest, "left") ? _ ("_Stayed for the Item") : _ ("_Left for the Item"),
          "people.left", g_variant_new_string (id));
  append (menu, _ ("_Open"), "people.open", g_variant_new_string (id));
  append (menu, _ ("_Delete"), "people.forget", g_variant_new_string (id));
  return G_MENU_MODEL (menu);
}
