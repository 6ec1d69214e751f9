/* A record for tests of calendars, and files in memory. Each test program includes this once. */
#pragma once

#include "record-maker.h"

#include "scr-calendar-plan.h"
#include "scr-calendar-write.h"

#include <string.h>

typedef struct
{
  char *folder;
  ScrStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  maker_folder_free (fixture->folder);
}

/* The choices that meetings need here, as data/vocabulary.json names them. */
static G_GNUC_UNUSED void
add_choices (ScrStore *store)
{
  static const char *const choices[][2] = {
      {"meeting-state.proposed", "Proposed"},
      {"meeting-state.agenda-agreed", "Agenda agreed"},
      {"meeting-state.held", "Held"},
      {"meeting-state.cancelled", "Cancelled"},
      {"meeting-kind.board", "Partnership board"},
      {"meeting-kind.learning-hub", "Learning hub"},
      {"attendance-state.present", "Present"},
      {"attendance-state.apologies", "Apologies"},
      {"attendance-state.substitute", "Substitute"},
      {"attendance-state.absent", "Absent"},
      {"attendance-state.invited", "Invited"},
      {"action-state.open", "Open"},
  };
  ScrEdit *edit = scr_edit_new ("Choices");

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *list = g_strndup (choices[i][0], strcspn (choices[i][0], "."));

      scr_edit_add (edit, SCR_KIND_CHOICE, choices[i][0]);
      scr_edit_set_text (edit, SCR_KIND_CHOICE, choices[i][0], "list", list);
      scr_edit_set_text (edit, SCR_KIND_CHOICE, choices[i][0], "label", choices[i][1]);
    }
  maker_apply (store, edit);
}

static G_GNUC_UNUSED char *
write_some (ScrStore *store, const ScrCalendarWhat *what, ScrCalendarWritten *written)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  scr_calendar_write (store, what, stream, written, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static G_GNUC_UNUSED char *
write_all (ScrStore *store)
{
  ScrCalendarWritten written;

  return write_some (store, &(ScrCalendarWhat) {0}, &written);
}

static G_GNUC_UNUSED ScrCalendarRead *
read_bytes (const char *bytes, gsize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize)length, NULL);
  g_autoptr (GError) error = NULL;
  ScrCalendarRead *read = scr_calendar_read (stream, length, "Europe/London", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return read;
}

static G_GNUC_UNUSED ScrCalendarRead *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

static G_GNUC_UNUSED ScrCalendarPlan *
plan_text (ScrStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  ScrCalendarPlan *plan
      = scr_calendar_plan_new (SCR_SOURCE (store), read_text (text), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

/* A calendar with what is given in it. */
static G_GNUC_UNUSED char *
calendar (const char *content)
{
  return g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n", content,
                      "END:VCALENDAR\r\n", NULL);
}

/* A calendar of one event with these lines, each ended by \n. */
static G_GNUC_UNUSED char *
event (const char *lines)
{
  g_autofree char *content
      = g_strconcat ("BEGIN:VEVENT\r\nUID:1@test\r\nSUMMARY:Board\r\n", lines, "END:VEVENT\r\n", NULL);

  return calendar (content);
}
