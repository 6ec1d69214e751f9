/* A record for tests of commands, and what "changed" told of it. Each test program includes this once. */
#pragma once

#include "record-maker.h"

#include "scr-commands.h"

typedef struct
{
  char *folder;
  ScrStore *store;
  guint n_changes; /* that "changed" told of */
  guint n_rows;    /* of the last one */
} Fixture;

static void
on_changed (ScrStore *store, ScrChange *change, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_changes++;
  fixture->n_rows = scr_change_get_n_rows (change);
}

static G_GNUC_UNUSED void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  maker_folder_free (fixture->folder);
}

/* --- An agenda, for tests of what stands in an order --- */

static G_GNUC_UNUSED GPtrArray *
add_agenda (Fixture *fixture, guint n, char **meeting)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  *meeting = maker_add (fixture->store, "meeting", "Meeting", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      g_ptr_array_add (
          items, scr_command_add (fixture->store, "agenda_item", title, NULL, "meeting", *meeting, NULL));
    }
  return items;
}

static G_GNUC_UNUSED char *
get_order (Fixture *fixture, const char *meeting)
{
  const ScrQuery query
      = {.kind = "agenda_item", .conditions = {{"meeting", SCR_IS, meeting, 0}}, .order = "position"};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (fixture->store), &query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s ", scr_item_get_text (g_ptr_array_index (items, i), "title"));
  return g_string_free (text, FALSE);
}

static G_GNUC_UNUSED void
assert_order (Fixture *fixture, const char *meeting, const char *expected)
{
  g_autofree char *order = get_order (fixture, meeting);

  g_assert_cmpstr (order, ==, expected);
}
