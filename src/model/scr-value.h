/* ScrValue - one field's content: nothing, a text, or a number.
 *
 * A plain value. Which of the three a field holds follows from its type: see scr_field_is_numeric().
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SCR_VALUE_NONE,
  SCR_VALUE_TEXT,
  SCR_VALUE_NUMBER,
} ScrValueType;

typedef struct
{
  ScrValueType type;
  union
  {
    char *text; /* owned */
    double number;
  };
} ScrValue;

#define SCR_VALUE_INIT { SCR_VALUE_NONE, { NULL } }

void scr_value_set_text (ScrValue *value, const char *text);
void scr_value_take_text (ScrValue *value, char *text);
void scr_value_set_number (ScrValue *value, double number);
void scr_value_copy (ScrValue *target, const ScrValue *source);
void scr_value_clear (ScrValue *value);
gboolean scr_value_equal (const ScrValue *a, const ScrValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScrValue, scr_value_clear)

G_END_DECLS
