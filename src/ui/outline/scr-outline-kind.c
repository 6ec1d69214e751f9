/* ScrOutlineKind - one kind among those that a view shows. See the header. */
#include "config.h"

#include "scr-outline-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrOutlineKind
{
  GObject parent_instance;

  const ScrKind *kind;
  guint count;
};

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScrOutlineKind, scr_outline_kind, G_TYPE_OBJECT)

static void
scr_outline_kind_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrOutlineKind *self = SCR_OUTLINE_KIND (object);

  if (prop_id == PROP_TEXT)
    /* TRANSLATORS: %1$s are things, %2$u how many there are, as in "Disputes (6)" */
    g_value_take_string (value, g_strdup_printf (_ ("%1$s (%2$u)"), _ (self->kind->plural), self->count));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_outline_kind_class_init (ScrOutlineKindClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = scr_outline_kind_get_property;
  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
scr_outline_kind_init (ScrOutlineKind *self)
{
}

/**
 * scr_outline_kind_new:
 * @kind: a kind
 *
 * Returns: (transfer full): an entry that counts none yet
 */
ScrOutlineKind *
scr_outline_kind_new (const ScrKind *kind)
{
  ScrOutlineKind *self = g_object_new (SCR_TYPE_OUTLINE_KIND, NULL);

  self->kind = kind;
  return self;
}

/**
 * scr_outline_kind_get_kind:
 * @self: an entry
 *
 * Returns: (transfer none): its kind
 */
const ScrKind *
scr_outline_kind_get_kind (ScrOutlineKind *self)
{
  return self->kind;
}

/**
 * scr_outline_kind_get_count:
 * @self: an entry
 *
 * Returns: how many items there were when it counted last
 */
guint
scr_outline_kind_get_count (ScrOutlineKind *self)
{
  return self->count;
}

/**
 * scr_outline_kind_set_count:
 * @self: an entry
 * @count: how many items there are
 */
void
scr_outline_kind_set_count (ScrOutlineKind *self, guint count)
{
  if (count == self->count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * scr_outline_kind_count:
 * @self: an entry
 * @store: (nullable): the record
 * @partnership: (nullable): what the view is narrowed to
 */
void
scr_outline_kind_count (ScrOutlineKind *self, ScrStore *store, const char *partnership)
{
  const ScrQuery query = { .kind = self->kind->name, .partnership = partnership };

  scr_outline_kind_set_count (self, store != NULL ? scr_source_count (SCR_SOURCE (store), &query) : 0);
}

/* What may ask something of somebody soon. */
static const char *const today_kinds[]
    = { "action", "meeting", "dispute", "gap", "activity", "appointment", "report", NULL };

/**
 * scr_outline_kinds_list:
 * @view_id: a view's id
 *
 * Returns: (transfer full): the kinds of that view as ScrOutlineKind; of "today" those that have a due day
 */
GListModel *
scr_outline_kinds_list (const char *view_id)
{
  GListStore *entries = g_list_store_new (SCR_TYPE_OUTLINE_KIND);
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint i = 0; strcmp (view_id, "today") == 0 && today_kinds[i] != NULL; i++)
    {
      g_autoptr (ScrOutlineKind) entry = scr_outline_kind_new (scr_kind_find (today_kinds[i]));

      g_list_store_append (entries, entry);
    }
  for (guint i = 0; i < n_kinds; i++)
    if (strcmp (kinds[i]->view, view_id) == 0)
      {
        g_autoptr (ScrOutlineKind) entry = scr_outline_kind_new (kinds[i]);

        g_list_store_append (entries, entry);
      }
  return G_LIST_MODEL (entries);
}

static void
on_setup_kind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind_kind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GBinding *binding = g_object_bind_property (gtk_list_item_get_item (list_item), "text",
                                              gtk_list_item_get_child (list_item), "label", G_BINDING_SYNC_CREATE);

  g_object_set_data (G_OBJECT (list_item), "binding", binding);
}

static void
on_unbind_kind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_binding_unbind (g_object_steal_data (G_OBJECT (list_item), "binding"));
}

/**
 * scr_outline_kinds_make_factory:
 *
 * Returns: (transfer full): what shows entries in a drop-down, following their counts
 */
GtkListItemFactory *
scr_outline_kinds_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_kind), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_kind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_kind), NULL);
  return factory;
}
