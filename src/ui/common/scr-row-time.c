/* ScrRowTime - a time of day, typed as people write it. See the header. */
#include "config.h"

#include "scr-row-time.h"

#include "scr-format.h"

struct _ScrRowTime
{
  ScrRowText parent_instance;
};

G_DEFINE_FINAL_TYPE (ScrRowTime, scr_row_time, SCR_TYPE_ROW_TEXT)

static gboolean
scr_row_time_parse (ScrRowText *row, const char *typed, ScrValue *value)
{
  char *time = NULL;

  if (!scr_parse_time (typed, &time))
    return FALSE;
  scr_value_take_text (value, time);
  return TRUE;
}

static char *
scr_row_time_format (ScrRowText *row, const ScrValue *value)
{
  return g_strdup (value->type == SCR_VALUE_TEXT ? value->text : "");
}

static void
scr_row_time_class_init (ScrRowTimeClass *klass)
{
  SCR_ROW_TEXT_CLASS (klass)->parse = scr_row_time_parse;
  SCR_ROW_TEXT_CLASS (klass)->format = scr_row_time_format;
}

static void
scr_row_time_init (ScrRowTime *self)
{
}
