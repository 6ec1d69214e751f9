/* ScrRowDuration - a length of time, typed as minutes or as hours and minutes. See the header. */
#include "config.h"

#include "scr-row-duration.h"

#include "scr-format.h"

struct _ScrRowDuration
{
  ScrRowText parent_instance;
};

G_DEFINE_FINAL_TYPE (ScrRowDuration, scr_row_duration, SCR_TYPE_ROW_TEXT)

static gboolean
scr_row_duration_parse (ScrRowText *row, const char *typed, ScrValue *value)
{
  double minutes;

  if (!scr_parse_duration (typed, &minutes))
    return FALSE;
  scr_value_set_number (value, minutes);
  return TRUE;
}

static char *
scr_row_duration_format (ScrRowText *row, const ScrValue *value)
{
  return value->type == SCR_VALUE_NUMBER ? scr_format_duration (NULL, value->number) : g_strdup ("");
}

static void
scr_row_duration_class_init (ScrRowDurationClass *klass)
{
  SCR_ROW_TEXT_CLASS (klass)->parse = scr_row_duration_parse;
  SCR_ROW_TEXT_CLASS (klass)->format = scr_row_duration_format;
}

static void
scr_row_duration_init (ScrRowDuration *self)
{
}
