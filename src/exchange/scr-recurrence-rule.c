/* Reading and writing recurrence rules. See scr-recurrence.h. */
#include "config.h"

#include "scr-recurrence.h"

#include "scr-day.h"
#include "scr-recurrence-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* As long as the field that keeps it. */
#define MAX_LENGTH 500

static const char *const weekday_names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("=;,+-:", *p) == NULL)
      return FALSE;
  return TRUE;
}

/* What libical makes of a rule, refused where it is no rule for meetings. */
gboolean
scr_recurrence_parse (const char *text, struct icalrecurrencetype *rule, GError **error)
{
  g_autofree char *upper = NULL;

  icalrecurrencetype_clear (rule);
  if (text == NULL || *text == '\0')
    return refuse (error, _ ("Say how often the meetings come again."));
  if (strlen (text) > MAX_LENGTH)
    return refuse (error, _ ("This rule is too long."));
  upper = g_ascii_strup (text, -1);
  if (!is_plain (upper))
    return refuse (error, _ ("This is no recurrence rule as calendars write it."));
  if (strstr (upper, "RSCALE=") != NULL || strstr (upper, "SKIP=") != NULL)
    return refuse (error, _ ("This rule counts by a calendar of another kind, which cannot be used here."));
  if (strstr (upper, "FREQ=SECONDLY") != NULL || strstr (upper, "FREQ=MINUTELY") != NULL
      || strstr (upper, "FREQ=HOURLY") != NULL || strstr (upper, "BYHOUR=") != NULL
      || strstr (upper, "BYMINUTE=") != NULL || strstr (upper, "BYSECOND=") != NULL)
    return refuse (error,
                   _ ("Meetings of a series come once a day at most: the rule may not name times of day."));
  *rule = icalrecurrencetype_from_string (upper);
  if (rule->freq < ICAL_DAILY_RECURRENCE || rule->freq > ICAL_YEARLY_RECURRENCE || rule->interval < 1)
    return refuse (error, _ ("This is no recurrence rule as calendars write it."));
  return TRUE;
}

/* --- Reading --- */

/* A weekday with or without its number, "-1TH", or 0. */
static int
read_weekday (const char *text, int *nth)
{
  char *end = NULL;
  long number = strtol (text, &end, 10);

  *nth = (int)number;
  for (guint i = 0; i < G_N_ELEMENTS (weekday_names); i++)
    if (strcmp (end, weekday_names[i]) == 0)
      return (int)i + 1;
  return 0;
}

static gboolean
is_nth (int nth)
{
  return nth == SCR_REPEAT_LAST || (nth >= 1 && nth <= 5);
}

/* "TU,TH" of a rule by weeks */
static gboolean
take_weekdays (ScrRepeat *repeat, const char *value)
{
  g_auto (GStrv) days = g_strsplit (value, ",", -1);
  guint weekdays = 0;

  for (guint i = 0; days[i] != NULL; i++)
    {
      int nth;
      int weekday = read_weekday (days[i], &nth);

      if (weekday == 0 || nth != 0)
        return FALSE;
      weekdays |= 1u << (weekday - 1);
    }
  repeat->weekdays = weekdays;
  return TRUE;
}

/* "-1TH" of a rule by months, or of one by years that names its month; "TH" with a place in the set. */
static gboolean
take_nth_weekday (ScrRepeat *repeat, const char *value, const char *position)
{
  int nth;
  int weekday = read_weekday (value, &nth);

  if (position != NULL && nth == 0)
    nth = atoi (position);
  else if (position != NULL)
    return FALSE;
  if (weekday == 0 || strchr (value, ',') != NULL || !is_nth (nth))
    return FALSE;
  repeat->by = SCR_REPEAT_BY_WEEKDAY;
  repeat->weekday = weekday;
  repeat->nth = nth;
  return TRUE;
}

static gboolean
take_date (ScrRepeat *repeat, const char *value)
{
  int date = atoi (value);

  if (strchr (value, ',') != NULL || (date != SCR_REPEAT_LAST && (date < 1 || date > 31)))
    return FALSE;
  repeat->by = SCR_REPEAT_BY_DATE;
  repeat->date = date;
  return TRUE;
}

static gboolean
take_month (ScrRepeat *repeat, const char *value)
{
  int month = atoi (value);

  if (strchr (value, ',') != NULL || month < 1 || month > 12)
    return FALSE;
  repeat->month = month;
  return TRUE;
}

/* Takes what says on which days; drops from @parts what it understood. */
static void
take_days (ScrRepeat *repeat, GHashTable *parts)
{
  const char *days = g_hash_table_lookup (parts, "BYDAY");
  const char *date = g_hash_table_lookup (parts, "BYMONTHDAY");
  const char *month = g_hash_table_lookup (parts, "BYMONTH");
  const char *position = g_hash_table_lookup (parts, "BYSETPOS");

  if (repeat->unit == SCR_REPEAT_WEEKS && days != NULL && take_weekdays (repeat, days))
    g_hash_table_remove (parts, "BYDAY");
  if (repeat->unit < SCR_REPEAT_MONTHS)
    return;
  if (repeat->unit == SCR_REPEAT_YEARS)
    {
      /* Without a month, days are counted through the year, or come in each month. */
      if (month == NULL || !take_month (repeat, month))
        return;
      g_hash_table_remove (parts, "BYMONTH");
    }
  if (date != NULL && take_date (repeat, date))
    g_hash_table_remove (parts, "BYMONTHDAY");
  else if (date == NULL && days != NULL && take_nth_weekday (repeat, days, position))
    {
      g_hash_table_remove (parts, "BYDAY");
      g_hash_table_remove (parts, "BYSETPOS");
    }
}

static GHashTable *
split_parts (const char *rule)
{
  g_autofree char *upper = g_ascii_strup (rule, -1);
  g_auto (GStrv) texts = g_strsplit (upper, ";", -1);
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *equals = strchr (texts[i], '=');

      if (equals != NULL)
        g_hash_table_insert (parts, g_strndup (texts[i], equals - texts[i]), g_strdup (equals + 1));
    }
  return parts;
}

/* In the same order whatever the rule's was, so that equal rules are written alike. */
static char *
join_rest (GHashTable *parts)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (parts), (GCompareFunc)strcmp);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (GList *key = keys; key != NULL; key = key->next)
    g_string_append_printf (rest, "%s%s=%s", rest->len > 0 ? ";" : "", (char *)key->data,
                            (char *)g_hash_table_lookup (parts, key->data));
  return rest->len > 0 ? g_string_free (g_steal_pointer (&rest), FALSE) : NULL;
}

static ScrRepeatUnit
get_unit (const struct icalrecurrencetype *rule)
{
  switch (rule->freq)
    {
    case ICAL_DAILY_RECURRENCE:
      return SCR_REPEAT_DAYS;
    case ICAL_WEEKLY_RECURRENCE:
      return SCR_REPEAT_WEEKS;
    case ICAL_MONTHLY_RECURRENCE:
      return SCR_REPEAT_MONTHS;
    default:
      return SCR_REPEAT_YEARS;
    }
}

/**
 * scr_recurrence_read:
 * @rule: (nullable): a recurrence rule
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it says; what no form shows is kept in its rest
 */
ScrRepeat *
scr_recurrence_read (const char *rule, GError **error)
{
  static const char *const taken[] = {"FREQ", "INTERVAL", "COUNT", "UNTIL"};
  struct icalrecurrencetype parsed;
  g_autoptr (GHashTable) parts = NULL;
  ScrRepeat *repeat;

  if (!scr_recurrence_parse (rule, &parsed, error))
    return NULL;
  parts = split_parts (rule);
  repeat = scr_repeat_new (get_unit (&parsed), (guint)parsed.interval);
  repeat->count = parsed.count > 0 ? (guint)parsed.count : 0;
  if (!icaltime_is_null_time (parsed.until))
    repeat->until = scr_day_from_parts (parsed.until.year, parsed.until.month, parsed.until.day);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    g_hash_table_remove (parts, taken[i]);
  take_days (repeat, parts);
  repeat->rest = join_rest (parts);
  return repeat;
}

/* --- Writing --- */

static void
write_weekdays (GString *text, guint weekdays)
{
  const char *separator = ";BYDAY=";

  for (guint i = 0; i < G_N_ELEMENTS (weekday_names); i++)
    if (weekdays & (1u << i))
      {
        g_string_append_printf (text, "%s%s", separator, weekday_names[i]);
        separator = ",";
      }
}

static void
write_day_of_month (GString *text, const ScrRepeat *repeat)
{
  if (repeat->by == SCR_REPEAT_BY_WEEKDAY)
    g_string_append_printf (text, ";BYDAY=%d%s", repeat->nth,
                            weekday_names[CLAMP (repeat->weekday, 1, 7) - 1]);
  else if (repeat->date != 0)
    g_string_append_printf (text, ";BYMONTHDAY=%d", repeat->date);
}

/**
 * scr_recurrence_write:
 * @repeat: how often
 *
 * Returns: (transfer full): it as a recurrence rule
 */
char *
scr_recurrence_write (const ScrRepeat *repeat)
{
  static const char *const units[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
  GString *text = g_string_new ("FREQ=");

  g_string_append (text, units[repeat->unit]);
  if (repeat->every > 1)
    g_string_append_printf (text, ";INTERVAL=%u", repeat->every);
  if (repeat->unit == SCR_REPEAT_WEEKS)
    write_weekdays (text, repeat->weekdays);
  if (repeat->unit == SCR_REPEAT_YEARS && repeat->month > 0)
    g_string_append_printf (text, ";BYMONTH=%d", repeat->month);
  if (repeat->unit == SCR_REPEAT_MONTHS || (repeat->unit == SCR_REPEAT_YEARS && repeat->month > 0))
    write_day_of_month (text, repeat);
  if (repeat->rest != NULL)
    g_string_append_printf (text, ";%s", repeat->rest);
  if (repeat->until != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (repeat->until, "-", -1);
      g_autofree char *joined = g_strjoinv ("", parts);

      g_string_append_printf (text, ";UNTIL=%s", joined);
    }
  else if (repeat->count > 0)
    g_string_append_printf (text, ";COUNT=%u", repeat->count);
  return g_string_free (text, FALSE);
}
