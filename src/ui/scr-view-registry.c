/* The seven views. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-map-view.h"
#include "scr-meetings-view.h"
#include "scr-outline-view.h"
#include "scr-reports-view.h"
#include "scr-today-view.h"
#include "scr-today.h"
#include "scr-view-registry.h"
#include "scr-view.h"

static gboolean
get_needs (ScrSource *source, const char *partnership, ScrBadge *badge)
{
  guint late = 0;
  guint count = scr_today_count_now (source, partnership, &late);

  badge->text = g_strdup_printf ("%u", count);
  badge->tone = late > 0 ? "late" : "soon";
  return count > 0;
}

static gboolean
get_gaps (ScrSource *source, const char *partnership, ScrBadge *badge)
{
  guint count = scr_today_count_gaps (source, partnership);

  badge->text = g_strdup_printf (ngettext ("%u gap", "%u gaps", count), count);
  badge->tone = "soon";
  return count > 0;
}

static gboolean
get_late_disputes (ScrSource *source, const char *partnership, ScrBadge *badge)
{
  guint count = scr_today_count_late_disputes (source, partnership);

  /* TRANSLATORS: how many disputes are late, beside the view's name */
  badge->text = g_strdup_printf (ngettext ("%u late", "%u late", count), count);
  badge->tone = "late";
  return count > 0;
}

static const ScrViewInfo views[] = {
    {"today", N_ ("Today"), "daytime-sunrise-symbolic", scr_today_view_new, get_needs},
    {"map", N_ ("Map"), "emblem-shared-symbolic", scr_map_view_new, get_gaps},
    {"meetings", N_ ("Meetings"), "x-office-calendar-symbolic", scr_meetings_view_new, NULL},
    {"programme", N_ ("Programme"), "view-grid-symbolic", scr_outline_view_new, NULL},
    {"questions", N_ ("Questions"), "dialog-question-symbolic", scr_outline_view_new, NULL},
    {"disputes", N_ ("Disputes"), "view-mirror-symbolic", scr_outline_view_new, get_late_disputes},
    {"reports", N_ ("Reports"), "x-office-document-symbolic", scr_reports_view_new, NULL},
};

/**
 * scr_views_get_all:
 * @n_views: (out): how many there are
 *
 * Returns: (array length=n_views): the views, in the sidebar's order
 */
const ScrViewInfo *
scr_views_get_all (guint *n_views)
{
  *n_views = G_N_ELEMENTS (views);
  return views;
}

/**
 * scr_view_info_find:
 * @id: (nullable): a view's id
 *
 * Returns: (nullable): that view
 */
const ScrViewInfo *
scr_view_info_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].id, id) == 0)
      return &views[i];
  return NULL;
}

/**
 * scr_view_info_create:
 * @self: a view's entry
 * @context: what the window hands to it
 *
 * Returns: (transfer floating): a #ScrView
 */
GtkWidget *
scr_view_info_create (const ScrViewInfo *self, ScrContext *context)
{
  GtkWidget *view = self->create (context, self->id);

  g_object_set (view, "title", _ (self->title), NULL);
  return view;
}

/**
 * scr_view_info_get_badge:
 * @self: a view's entry
 * @source: the record
 * @partnership: (nullable): what the views are narrowed to
 * @badge: (out caller-allocates): the pill beside its name; its text is the caller's to free
 *
 * Returns: whether there is anything to tell; @badge holds no text otherwise
 */
gboolean
scr_view_info_get_badge (const ScrViewInfo *self, ScrSource *source, const char *partnership, ScrBadge *badge)
{
  *badge = (ScrBadge) {NULL, NULL};
  if (self->get_badge == NULL || source == NULL)
    return FALSE;
  if (self->get_badge (source, partnership, badge))
    return TRUE;
  g_clear_pointer (&badge->text, g_free);
  return FALSE;
}
