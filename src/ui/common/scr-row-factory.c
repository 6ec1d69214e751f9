/* Which class of row a field's type asks for. See the header. */
#include "config.h"

#include "scr-row-factory.h"

#include "scr-common.h"
#include "scr-row-bool.h"
#include "scr-row-choice.h"
#include "scr-row-day.h"
#include "scr-row-duration.h"
#include "scr-row-file.h"
#include "scr-row-number.h"
#include "scr-row-reference.h"
#include "scr-row-rich.h"
#include "scr-row-text.h"
#include "scr-row-time.h"

static GType
get_type_for (const ScrField *field)
{
  switch (field->type)
    {
    case SCR_FIELD_RICH:
      return SCR_TYPE_ROW_RICH;
    case SCR_FIELD_NUMBER:
      return SCR_TYPE_ROW_NUMBER;
    case SCR_FIELD_DAY:
      return SCR_TYPE_ROW_DAY;
    case SCR_FIELD_TIME:
      return SCR_TYPE_ROW_TIME;
    case SCR_FIELD_DURATION:
      return SCR_TYPE_ROW_DURATION;
    case SCR_FIELD_CHOICE:
    case SCR_FIELD_STATUS:
      return SCR_TYPE_ROW_CHOICE;
    case SCR_FIELD_BOOL:
      return SCR_TYPE_ROW_BOOL;
    case SCR_FIELD_REFERENCE:
      return SCR_TYPE_ROW_REFERENCE;
    case SCR_FIELD_FILE:
      return SCR_TYPE_ROW_FILE;
    default:
      return SCR_TYPE_ROW_TEXT;
    }
}

/**
 * scr_row_new:
 * @context: what the window hands to its views
 * @field: the field that the row is for
 *
 * Returns: (transfer floating): a row without an item
 */
ScrRow *
scr_row_new (ScrContext *context, const ScrField *field)
{
  ScrRow *self;

  scr_common_ensure ();
  self = g_object_new (get_type_for (field), NULL);
  scr_row_construct (self, context, field);
  return self;
}
