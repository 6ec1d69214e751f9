/* The seven views, in the order of the sidebar.
 *
 * Constant. The number beside a view's name is worked out here and not by the view, which is made only when
 * it is first shown. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;       /* "4 gaps" */
  const char *tone; /* of a pill */
} ScrBadge;

typedef struct _ScrViewInfo
{
  const char *id;
  const char *title; /* N_() */
  const char *icon;
  GtkWidget *(*create) (ScrContext *context, const char *id);                          /* makes a ScrView */
  gboolean (*get_badge) (ScrSource *source, const char *partnership, ScrBadge *badge); /* (nullable) */
} ScrViewInfo;

const ScrViewInfo *scr_views_get_all (guint *n_views);
const ScrViewInfo *scr_view_info_find (const char *id);
GtkWidget *scr_view_info_create (const ScrViewInfo *self, ScrContext *context);
gboolean scr_view_info_get_badge (const ScrViewInfo *self,
                                  ScrSource *source,
                                  const char *partnership,
                                  ScrBadge *badge);

G_END_DECLS
