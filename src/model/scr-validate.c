/* What a field may hold. See the header. */
#include "config.h"

#include "scr-validate.h"

#include "scr-day.h"
#include "scr-error.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-order-key.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (SCR_ERROR, SCR_ERROR_INVALID, format, arguments);
  va_end (arguments);
  return FALSE;
}

static const char *
get_label (const ScrField *field)
{
  return field->label != NULL && *field->label != '\0' ? _ (field->label) : field->name;
}

static gboolean
has_limits (const ScrField *field)
{
  return field->min != 0 || field->max != 0;
}

/* Required texts of blanks only would look empty. */
static gboolean
is_empty (const ScrValue *value)
{
  if (value->type == SCR_VALUE_NONE)
    return TRUE;
  if (value->type != SCR_VALUE_TEXT)
    return FALSE;
  for (const char *p = value->text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
check_characters (const ScrField *field, const char *text, GError **error)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean breaks_line = c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;

      if (field->type == SCR_FIELD_RICH && (c == '\n' || c == '\t'))
        continue;
      if (field->type == SCR_FIELD_TEXT && breaks_line)
        /* TRANSLATORS: %s is a field's label, as in "Title must be one line of text." */
        return refuse (error, _ ("%s must be one line of text."), get_label (field));
      if (g_unichar_iscntrl (c))
        return refuse (error, _ ("%s holds a character that cannot be shown. Take it out."),
                       get_label (field));
    }
  return TRUE;
}

static gboolean
check_text (const ScrField *field, const char *text, GError **error)
{
  guint max = scr_field_get_max_length (field);

  if (!check_characters (field, text, error))
    return FALSE;
  if (g_utf8_strlen (text, -1) > (glong)max)
    return refuse (
        error,
        /* TRANSLATORS: %s is a field's label */
        ngettext ("%s may be at most %u character long.", "%s may be at most %u characters long.", max),
        get_label (field), max);
  return TRUE;
}

static gboolean
check_number (const ScrField *field, double number, GError **error)
{
  g_autofree char *least = NULL, *most = NULL;

  if (!isfinite (number))
    return refuse (error, _ ("Write %s as a number, such as 12 or 1.5."), get_label (field));
  if (!has_limits (field) || (number >= field->min && number <= field->max))
    return TRUE;
  least = scr_format_number (NULL, field->min);
  most = scr_format_number (NULL, field->max);
  /* TRANSLATORS: %1$s is a field's label, the others are numbers */
  return refuse (error, _ ("%1$s must be a number from %2$s to %3$s."), get_label (field), least, most);
}

static gboolean
check_duration (const ScrField *field, double minutes, GError **error)
{
  g_autofree char *least = NULL, *most = NULL;

  if (!isfinite (minutes) || minutes != floor (minutes) || minutes < 0)
    return refuse (error, _ ("Write %s as whole minutes, or as hours and minutes such as 1 h 30 min."),
                   get_label (field));
  if (!has_limits (field) || (minutes >= field->min && minutes <= field->max))
    return TRUE;
  least = scr_format_duration (NULL, field->min);
  most = scr_format_duration (NULL, field->max);
  /* TRANSLATORS: %1$s is a field's label, the others are durations, such as 5 min */
  return refuse (error, _ ("%1$s must be from %2$s to %3$s."), get_label (field), least, most);
}

static gboolean
check_numeric (const ScrField *field, const ScrValue *value, GError **error)
{
  /* A form hands over what it could not read as a number, so that the answer is worded here. */
  double number = value->type == SCR_VALUE_NUMBER ? value->number : NAN;

  switch (field->type)
    {
    case SCR_FIELD_NUMBER:
      return check_number (field, number, error);
    case SCR_FIELD_DURATION:
      return check_duration (field, number, error);
    default:
      return number == 0 || number == 1 || refuse (error, _ ("Answer %s with yes or no."), get_label (field));
    }
}

static gboolean
check_day (const ScrField *field, const char *day, GError **error)
{
  if (scr_day_is_valid (day))
    return TRUE;
  if (scr_day_is_past_range (day))
    /* TRANSLATORS: %1$s is a field's label, the others are years */
    return refuse (error, _ ("%1$s must be a day between the years %2$d and %3$d."), get_label (field),
                   SCR_DAY_FIRST_YEAR, SCR_DAY_LAST_YEAR);
  /* TRANSLATORS: %s is a field's label. Write the day as people write it in your language. */
  return refuse (error, _ ("%s: write the day as 12 June 2019."), get_label (field));
}

static gboolean
check_textual (const ScrField *field, const ScrValue *value, GError **error)
{
  const char *text = value->type == SCR_VALUE_TEXT ? value->text : NULL;

  if (text == NULL)
    return refuse (error, _ ("%s must be a text, not a number."), get_label (field));
  switch (field->type)
    {
    case SCR_FIELD_DAY:
      return check_day (field, text, error);
    case SCR_FIELD_TIME:
      return scr_time_is_valid (text)
             /* TRANSLATORS: %s is a field's label */
             || refuse (error, _ ("%s: write the time as 14:30."), get_label (field));
    case SCR_FIELD_ORDER:
      return scr_order_key_is_valid (text)
             /* TRANSLATORS: %s is a field's label */
             || refuse (error, _ ("%s is not a place in an order."), get_label (field));
    case SCR_FIELD_CHOICE:
    case SCR_FIELD_STATUS:
    case SCR_FIELD_REFERENCE:
    case SCR_FIELD_FILE:
      return scr_identity_is_valid (text)
             /* TRANSLATORS: %s is a field's label */
             || refuse (error, _ ("%s: choose one from the list."), get_label (field));
    default:
      return check_text (field, text, error);
    }
}

/**
 * scr_validate_value:
 * @field: a field
 * @value: what it is to hold. What a person typed and nothing could read (as a day, a time, a number) may be
 * given as text too, and gets a message that says how to write it
 * @error: return location, #SCR_ERROR_INVALID
 *
 * Returns: whether @field may hold @value
 */
gboolean
scr_validate_value (const ScrField *field, const ScrValue *value, GError **error)
{
  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  if (value->type == SCR_VALUE_TEXT && !g_utf8_validate (value->text, -1, NULL))
    return refuse (error, _ ("%s holds a character that cannot be shown. Take it out."), get_label (field));
  if ((field->flags & SCR_FIELD_REQUIRED) && is_empty (value))
    /* TRANSLATORS: %s is a field's label, as in "Title may not be empty." */
    return refuse (error, _ ("%s may not be empty."), get_label (field));
  if (value->type == SCR_VALUE_NONE)
    return TRUE;
  return scr_field_is_numeric (field) ? check_numeric (field, value, error)
                                      : check_textual (field, value, error);
}

static gboolean
row_sets_field (const ScrRowEdit *row, guint index)
{
  for (guint i = 0; i < row->fields->len; i++)
    if (g_array_index (row->fields, guint, i) == index)
      return TRUE;
  return FALSE;
}

/**
 * scr_validate_row:
 * @row: what is to be done to one item
 * @error: return location, #SCR_ERROR_INVALID
 *
 * Looks at every value that @row sets, and, when it makes an item, for required fields that it leaves out.
 *
 * Returns: whether @row may be carried out
 */
gboolean
scr_validate_row (const ScrRowEdit *row, GError **error)
{
  const ScrValue nothing = SCR_VALUE_INIT;

  g_return_val_if_fail (row != NULL && row->kind != NULL, FALSE);
  if (!scr_identity_is_valid (row->id))
    /* TRANSLATORS: %s is a kind of thing, such as "Meeting" */
    return refuse (error, _ ("%s: this is not the identity of an item."), _ (row->kind->label));
  for (guint i = 0; i < row->fields->len; i++)
    {
      guint index = g_array_index (row->fields, guint, i);

      g_return_val_if_fail (index < row->kind->n_fields, FALSE);
      if (!scr_validate_value (&row->kind->fields[index], &g_array_index (row->values, ScrValue, i), error))
        return FALSE;
    }
  if (row->op != SCR_OP_ADD)
    return TRUE;
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (!row_sets_field (row, i) && !scr_validate_value (&row->kind->fields[i], &nothing, error))
      return FALSE;
  return TRUE;
}
