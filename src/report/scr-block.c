/* ScrBlock - one piece of a report's content. See the header. */
#include "scr-block.h"

static void
free_child (gpointer data)
{
  scr_block_free (data);
}

/* Takes @text (nullable). */
ScrBlock *
scr_block_new (ScrBlockType type, ScrText *text)
{
  ScrBlock *self = g_new0 (ScrBlock, 1);

  self->type = type;
  self->text = text;
  return self;
}

void
scr_block_free (ScrBlock *self)
{
  if (self == NULL)
    return;
  scr_text_free (self->text);
  scr_table_free (self->table);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self->alternative);
  g_free (self->anchor);
  g_free (self);
}

void
scr_block_take_child (ScrBlock *self, ScrBlock *child)
{
  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func (free_child);
  g_ptr_array_add (self->children, child);
}

gboolean
scr_block_is_container (const ScrBlock *self)
{
  switch (self->type)
    {
    case SCR_BLOCK_ROOT:
    case SCR_BLOCK_LIST:
    case SCR_BLOCK_ITEM:
    case SCR_BLOCK_NOTE:
    case SCR_BLOCK_QUOTE:
      return TRUE;
    default:
      return FALSE;
    }
}
