/* Keys that one view has of its own and no action stands behind, as the shortcuts window tells them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *label;  /* N_() */
  const char *accels; /* as GtkShortcutsShortcut takes them */
} ScrViewKey;

typedef struct
{
  const char *id;
  const char *title;      /* N_() */
  const ScrViewKey *keys; /* ended by an entry without a label */
} ScrViewKeys;

const ScrViewKeys *scr_view_keys_get_all (guint *n_views);

G_END_DECLS
