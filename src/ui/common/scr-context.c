/* ScrContext - what the window hands to its views. See the header. */
#include "scr-context.h"

struct _ScrContext
{
  GObject parent_instance;

  ScrStore *store;
  char *partnership;
  ScrItem *selected;
  ScrJobBar *job_bar; /* (nullable), weak: the window's */
  ScrUnwritten *unwritten;
  ScrSettings *settings; /* (nullable) until somebody asks */
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_PARTNERSHIP,
  PROP_SELECTED,
  N_PROPS,
};

enum
{
  OPEN_ITEM,
  SHOW_VIEW,
  SHOW_REPORT,
  TOAST,
  FAILED,
  RETRY,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrContext, scr_context, G_TYPE_OBJECT)

static void
scr_context_dispose (GObject *object)
{
  ScrContext *self = SCR_CONTEXT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->selected);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->job_bar);
  g_clear_pointer (&self->partnership, g_free);
  g_clear_pointer (&self->unwritten, scr_unwritten_free);
  G_OBJECT_CLASS (scr_context_parent_class)->dispose (object);
}

static void
scr_context_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrContext *self = SCR_CONTEXT (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_PARTNERSHIP:
      g_value_set_string (value, self->partnership);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_context_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ScrContext *self = SCR_CONTEXT (object);

  switch (prop_id)
    {
    case PROP_STORE:
      scr_context_set_store (self, g_value_get_object (value));
      break;
    case PROP_PARTNERSHIP:
      scr_context_set_partnership (self, g_value_get_string (value));
      break;
    case PROP_SELECTED:
      scr_context_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_context_class_init (ScrContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = scr_context_dispose;
  object_class->get_property = scr_context_get_property;
  object_class->set_property = scr_context_set_property;
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, SCR_TYPE_STORE, flags);
  properties[PROP_PARTNERSHIP] = g_param_spec_string ("partnership", NULL, NULL, NULL, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, SCR_TYPE_ITEM, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_ITEM] = g_signal_new ("open-item", SCR_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, SCR_TYPE_ITEM);
  signals[SHOW_VIEW] = g_signal_new ("show-view", SCR_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOW_REPORT] = g_signal_new ("show-report", SCR_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TOAST] = g_signal_new ("toast", SCR_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", SCR_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[RETRY]
      = g_signal_new ("retry", SCR_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
scr_context_init (ScrContext *self)
{
  self->unwritten = scr_unwritten_new ();
}

/**
 * scr_context_new:
 *
 * Returns: (transfer full): a context without a record
 */
ScrContext *
scr_context_new (void)
{
  return g_object_new (SCR_TYPE_CONTEXT, NULL);
}

/**
 * scr_context_get_store:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the open record
 */
ScrStore *
scr_context_get_store (ScrContext *self)
{
  return self->store;
}

/**
 * scr_context_set_store:
 * @self: a context
 * @store: (nullable): the record that is open from now on
 *
 * Nothing is selected and nothing narrowed afterwards.
 */
void
scr_context_set_store (ScrContext *self, ScrStore *store)
{
  if (self->store == store)
    return;
  scr_context_set_selected (self, NULL);
  scr_context_set_partnership (self, NULL);
  scr_unwritten_clear (self->unwritten);
  g_set_object (&self->store, store);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * scr_context_get_partnership:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): the partnership that every view is narrowed to, or %NULL for all
 */
const char *
scr_context_get_partnership (ScrContext *self)
{
  return self->partnership;
}

/**
 * scr_context_set_partnership:
 * @self: a context
 * @partnership: (nullable): identity of the partnership to narrow every view to, or %NULL for all
 */
void
scr_context_set_partnership (ScrContext *self, const char *partnership)
{
  if (g_strcmp0 (self->partnership, partnership) == 0)
    return;
  g_free (self->partnership);
  self->partnership = g_strdup (partnership);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTNERSHIP]);
}

/**
 * scr_context_get_selected:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): what the details pane shows
 */
ScrItem *
scr_context_get_selected (ScrContext *self)
{
  return self->selected;
}

/**
 * scr_context_set_selected:
 * @self: a context
 * @item: (nullable): what the details pane is to show
 */
void
scr_context_set_selected (ScrContext *self, ScrItem *item)
{
  if (g_set_object (&self->selected, item))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * scr_context_get_settings:
 * @self: a context
 *
 * Returns: (transfer none): what the application remembers
 */
ScrSettings *
scr_context_get_settings (ScrContext *self)
{
  if (self->settings == NULL)
    self->settings = scr_settings_new ();
  return self->settings;
}

/**
 * scr_context_set_settings:
 * @self: a context
 * @settings: what the application remembers
 */
void
scr_context_set_settings (ScrContext *self, ScrSettings *settings)
{
  g_set_object (&self->settings, settings);
}

/**
 * scr_context_get_job_bar:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): where long work is shown
 */
ScrJobBar *
scr_context_get_job_bar (ScrContext *self)
{
  return self->job_bar;
}

/**
 * scr_context_set_job_bar:
 * @self: a context
 * @bar: (nullable): where long work is shown; not kept alive
 */
void
scr_context_set_job_bar (ScrContext *self, ScrJobBar *bar)
{
  g_set_weak_pointer (&self->job_bar, bar);
}

/**
 * scr_context_get_unwritten:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): what was entered and is not in the record; %NULL when the window is
 * gone
 */
ScrUnwritten *
scr_context_get_unwritten (ScrContext *self)
{
  return self->unwritten;
}

/**
 * scr_context_open_item:
 * @self: a context
 * @item: a thing to show where it lives
 */
void
scr_context_open_item (ScrContext *self, ScrItem *item)
{
  g_signal_emit (self, signals[OPEN_ITEM], 0, item);
}

/**
 * scr_context_show_view:
 * @self: a context
 * @view: id of a view
 */
void
scr_context_show_view (ScrContext *self, const char *view)
{
  g_signal_emit (self, signals[SHOW_VIEW], 0, view);
}

/**
 * scr_context_show_report:
 * @self: a context
 * @wanted: which report, and what is asked of it; its path does not count
 */
void
scr_context_show_report (ScrContext *self, const ScrReportRequest *wanted)
{
  g_signal_emit (self, signals[SHOW_REPORT], 0, wanted);
}

/**
 * scr_context_toast:
 * @self: a context
 * @message: a translated sentence
 * @with_undo: whether the toast offers to undo the last change
 */
void
scr_context_toast (ScrContext *self, const char *message, gboolean with_undo)
{
  g_signal_emit (self, signals[TOAST], 0, message, with_undo);
}

/**
 * scr_context_fail:
 * @self: a context
 * @error: why a command did not succeed
 *
 * Lets the window tell the person, in a banner that says what is safe and what to do.
 */
void
scr_context_fail (ScrContext *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/**
 * scr_context_retry:
 * @self: a context
 *
 * Lets whoever holds a change that could not be written try again.
 */
void
scr_context_retry (ScrContext *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}
