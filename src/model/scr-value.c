/* ScrValue - one field's content. See the header. */
#include "scr-value.h"

#include <string.h>

/**
 * scr_value_clear:
 * @value: a value
 *
 * Makes @value hold nothing.
 */
void
scr_value_clear (ScrValue *value)
{
  if (value->type == SCR_VALUE_TEXT)
    g_free (value->text);
  value->type = SCR_VALUE_NONE;
  value->text = NULL;
}

/**
 * scr_value_take_text:
 * @value: a value
 * @text: (transfer full) (nullable): UTF-8 text; %NULL and "" both mean nothing
 */
void
scr_value_take_text (ScrValue *value, char *text)
{
  scr_value_clear (value);
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  value->type = SCR_VALUE_TEXT;
  value->text = text;
}

/**
 * scr_value_set_text:
 * @value: a value
 * @text: (nullable): UTF-8 text; %NULL and "" both mean nothing
 */
void
scr_value_set_text (ScrValue *value, const char *text)
{
  scr_value_take_text (value, g_strdup (text));
}

/**
 * scr_value_set_number:
 * @value: a value
 * @number: any number
 */
void
scr_value_set_number (ScrValue *value, double number)
{
  scr_value_clear (value);
  value->type = SCR_VALUE_NUMBER;
  value->number = number;
}

/**
 * scr_value_copy:
 * @target: an initialised value
 * @source: another one
 */
void
scr_value_copy (ScrValue *target, const ScrValue *source)
{
  switch (source->type)
    {
    case SCR_VALUE_TEXT:
      scr_value_set_text (target, source->text);
      break;
    case SCR_VALUE_NUMBER:
      scr_value_set_number (target, source->number);
      break;
    case SCR_VALUE_NONE:
    default:
      scr_value_clear (target);
      break;
    }
}

/**
 * scr_value_equal:
 * @a: a value
 * @b: a value
 *
 * Returns: whether both hold the same
 */
gboolean
scr_value_equal (const ScrValue *a, const ScrValue *b)
{
  if (a->type != b->type)
    return FALSE;
  if (a->type == SCR_VALUE_TEXT)
    return strcmp (a->text, b->text) == 0;
  if (a->type == SCR_VALUE_NUMBER)
    return a->number == b->number;
  return TRUE;
}
