/* ScrChange - what one action altered. See the header. */
#include "scr-change.h"

#include <string.h>

struct _ScrChange
{
  grefcount references;
  GArray *rows; /* (element-type ScrChangedRow) */
};

G_DEFINE_BOXED_TYPE (ScrChange, scr_change, scr_change_ref, scr_change_unref)

static void
clear_row (gpointer data)
{
  g_free (((ScrChangedRow *) data)->id);
}

/**
 * scr_change_new:
 *
 * Returns: (transfer full): a change of no rows
 */
ScrChange *
scr_change_new (void)
{
  ScrChange *self = g_new0 (ScrChange, 1);

  g_ref_count_init (&self->references);
  self->rows = g_array_new (FALSE, FALSE, sizeof (ScrChangedRow));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

/**
 * scr_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): @self
 */
ScrChange *
scr_change_ref (ScrChange *self)
{
  g_ref_count_inc (&self->references);
  return self;
}

/**
 * scr_change_unref:
 * @self: (transfer full): a change
 */
void
scr_change_unref (ScrChange *self)
{
  if (!g_ref_count_dec (&self->references))
    return;
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * scr_change_add_row:
 * @self: a change that nobody else has seen yet
 * @kind: a kind
 * @id: an item's identity
 * @what: what happened to it
 */
void
scr_change_add_row (ScrChange *self, const ScrKind *kind, const char *id, ScrRowChange what)
{
  ScrChangedRow row = { kind, g_strdup (id), what };

  g_array_append_val (self->rows, row);
}

/**
 * scr_change_get_n_rows:
 * @self: a change
 *
 * Returns: how many rows it altered
 */
guint
scr_change_get_n_rows (const ScrChange *self)
{
  return self->rows->len;
}

/**
 * scr_change_get_row:
 * @self: a change
 * @index: which row, from 0
 *
 * Returns: (transfer none): a row
 */
const ScrChangedRow *
scr_change_get_row (const ScrChange *self, guint index)
{
  return &g_array_index (self->rows, ScrChangedRow, index);
}

/**
 * scr_change_touches_kind:
 * @self: a change
 * @kind: a kind
 *
 * Returns: whether any item of @kind was added, altered or removed
 */
gboolean
scr_change_touches_kind (const ScrChange *self, const ScrKind *kind)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (scr_change_get_row (self, i)->kind == kind)
      return TRUE;
  return FALSE;
}

/**
 * scr_change_touches_item:
 * @self: a change
 * @id: an identity
 *
 * Returns: whether that item was added, altered or removed
 */
gboolean
scr_change_touches_item (const ScrChange *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (strcmp (scr_change_get_row (self, i)->id, id) == 0)
      return TRUE;
  return FALSE;
}
