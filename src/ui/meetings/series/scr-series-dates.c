/* ScrSeriesDates - the days of a series, with what speaks against each. See the header. */
#include "config.h"

#include "scr-series-dates.h"

#include "scr-clashes.h"
#include "scr-day.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-pill.h"
#include "scr-zone.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Who lays out a year sees it all; what is more is told as a number. */
#define SHOWN 24

struct _ScrSeriesDates
{
  ScrSection parent_instance;

  ScrContext *context;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (ScrSeriesDates, scr_series_dates, SCR_TYPE_SECTION)

/* What becomes of it: a word and its tone. */
static const char *
get_word (ScrSeriesWhat what, const char **tone)
{
  switch (what)
    {
    case SCR_SERIES_ADD:
      *tone = "accent";
      return _ ("New");
    case SCR_SERIES_SHIFT:
      *tone = "accent";
      return _ ("Moves here");
    case SCR_SERIES_HELD:
      *tone = "done";
      return _ ("Held");
    case SCR_SERIES_BY_HAND:
      *tone = "plain";
      return _ ("Moved by hand");
    case SCR_SERIES_CANCELLED:
      *tone = "stopped";
      return _ ("Cancelled");
    case SCR_SERIES_REMOVE:
      *tone = "late";
      return _ ("Goes into the bin");
    case SCR_SERIES_OWN:
      *tone = "soon";
      return _ ("Stays, outside the rule");
    case SCR_SERIES_KEEP:
    case SCR_SERIES_N_WHATS:
    default:
      *tone = "plain";
      return _ ("Stays");
    }
}

static const char *
get_icon (ScrSeriesWhat what)
{
  switch (what)
    {
    case SCR_SERIES_ADD:
      return "list-add-symbolic";
    case SCR_SERIES_SHIFT:
      return "go-next-symbolic";
    case SCR_SERIES_REMOVE:
      return "list-remove-symbolic";
    case SCR_SERIES_OWN:
      return "dialog-warning-symbolic";
    case SCR_SERIES_KEEP:
    case SCR_SERIES_BY_HAND:
      return "object-select-symbolic";
    case SCR_SERIES_HELD:
    case SCR_SERIES_CANCELLED:
    case SCR_SERIES_N_WHATS:
    default:
      return NULL;
    }
}

static gboolean
matters (ScrSeriesWhat what)
{
  return what == SCR_SERIES_ADD || what == SCR_SERIES_SHIFT || what == SCR_SERIES_KEEP;
}

/* What its meetings are to be, with @id of the one that is there already: no meeting clashes with itself. */
static ScrClashes *
make_clashes (ScrSource *source, ScrItem *draft, const char *id)
{
  const ScrClashSubject subject = {.id = id,
                                   .group = scr_item_get_text (draft, "group"),
                                   .partnership = scr_item_get_text (draft, "partnership"),
                                   .scrutineer = scr_item_get_bool (draft, "scrutineer")};

  return scr_clashes_new (NULL, source, &subject);
}

/* What speaks against a day, a sentence a line. */
static char *
dup_warnings (ScrSeriesDates *self, const ScrSeriesStep *step, ScrItem *draft)
{
  ScrSource *source = SCR_SOURCE (scr_context_get_store (self->context));
  const char *zone = scr_item_get_text (draft, "zone");
  double length = scr_item_get_number (draft, "length");
  g_autoptr (ScrClashes) clashes = NULL;
  g_auto (GStrv) sentences = NULL;
  ScrClashTime time = {.start = -1, .length = length > 0 ? (int)length : 0, .zone = zone};

  if (!scr_day_to_number (step->day, &time.first) || (zone != NULL && !scr_zone_is_valid (zone)))
    return g_strdup ("");
  time.last = time.first;
  if (!scr_time_to_minutes (scr_item_get_text (draft, "start"), &time.start))
    time.start = -1;
  clashes = make_clashes (source, draft, step->meeting != NULL ? scr_item_get_id (step->meeting) : NULL);
  sentences = scr_clashes_find (clashes, &time);
  return sentences != NULL ? g_strjoinv ("\n", sentences) : g_strdup ("");
}

static GtkWidget *
make_row (ScrSeriesDates *self, const ScrSeriesStep *step, ScrItem *draft)
{
  g_autofree char *day = scr_format_day (NULL, step->day, SCR_DAY_FULL);
  g_autofree char *warnings = matters (step->what) ? dup_warnings (self, step, draft) : g_strdup ("");
  const char *tone;
  const char *word = get_word (step->what, &tone);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = scr_pill_new (get_icon (step->what), word, tone);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), warnings);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (*warnings != '\0')
    {
      GtkWidget *icon = scr_icon_new_silent ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  return row;
}

/**
 * scr_series_dates_show:
 * @self: a list
 * @plan: (nullable): what it shows
 * @draft: what the series is to hold
 */
void
scr_series_dates_show (ScrSeriesDates *self, const ScrSeriesPlan *plan, ScrItem *draft)
{
  GtkListBox *list = scr_section_get_list (SCR_SECTION (self));
  guint n = plan != NULL ? plan->steps->len : 0;
  g_autofree char *more = NULL;

  scr_section_clear (SCR_SECTION (self));
  for (guint i = 0; i < MIN (n, SHOWN); i++)
    gtk_list_box_append (list, make_row (self, g_ptr_array_index (plan->steps, i), draft));
  scr_section_set_count (SCR_SECTION (self), n);
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
  gtk_widget_set_visible (self->more, n > SHOWN);
  more = n > SHOWN ? g_strdup_printf (ngettext ("And %u more.", "And %u more.", n - SHOWN), n - SHOWN) : NULL;
  gtk_label_set_text (GTK_LABEL (self->more), more != NULL ? more : "");
}

static void
scr_series_dates_dispose (GObject *object)
{
  g_clear_object (&SCR_SERIES_DATES (object)->context);
  G_OBJECT_CLASS (scr_series_dates_parent_class)->dispose (object);
}

static void
scr_series_dates_class_init (ScrSeriesDatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_series_dates_dispose;
}

static void
scr_series_dates_init (ScrSeriesDates *self)
{
  scr_section_set_title (SCR_SECTION (self), _ ("Its days"));
  self->more = scr_label_new_wrapping (NULL, "scr-dim");
  gtk_box_append (GTK_BOX (self), self->more);
}

/**
 * scr_series_dates_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
scr_series_dates_new (ScrContext *context)
{
  ScrSeriesDates *self = g_object_new (SCR_TYPE_SERIES_DATES, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
