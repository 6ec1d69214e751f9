/* Any bytes as a calendar file: read, laid out, and compared with a record that has a few meetings. */
#include "record-maker.h"

#include "scr-calendar-plan.h"

#include <stdint.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static ScrStore *store;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autofree char *folder = maker_folder_new ();

  store = maker_create (folder);
  g_free (maker_add (store, "group", "Board", NULL));
  g_free (
      maker_add (store, "meeting", "Board", "uid", "1@test", "day", "2019-06-12", "start", "10:00", NULL));
  g_free (maker_add (store, "meeting", "Hub", "uid", "2@test", "day", "2019-03-31", "zone", "Asia/Kolkata",
                     NULL));
  g_free (maker_add (store, "series", "Every month", "uid", "3@test", NULL));
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  ScrCalendarRead *read = scr_calendar_read (stream, size, "Europe/London", NULL, NULL, NULL, NULL);
  g_autoptr (ScrCalendarPlan) plan = NULL;

  if (read == NULL)
    return 0;
  plan = scr_calendar_plan_new (SCR_SOURCE (store), read, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      g_autofree char *base = scr_plan_entry_dup_base (g_ptr_array_index (plan->entries, i));

      g_assert_true (g_utf8_validate (base, -1, NULL));
    }
  return 0;
}
