/* ScrItem - one thing of a record. See the header. */
#include "scr-item.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char *id;
  char *deleted; /* (nullable): when it was put into the bin, ISO 8601 in UTC */
  ScrValue *values;
} ScrItemPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_DELETED,
  PROP_FIRST_FIELD,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ScrItem, scr_item, G_TYPE_OBJECT)

static ScrItemPrivate *
get_private (ScrItem *self)
{
  return scr_item_get_instance_private (self);
}

static void
scr_item_finalize (GObject *object)
{
  ScrItem *self = SCR_ITEM (object);
  ScrItemPrivate *priv = get_private (self);
  const ScrKind *kind = scr_item_get_kind (self);

  for (guint i = 0; priv->values != NULL && i < kind->n_fields; i++)
    scr_value_clear (&priv->values[i]);
  g_free (priv->values);
  g_free (priv->id);
  g_free (priv->deleted);
  G_OBJECT_CLASS (scr_item_parent_class)->finalize (object);
}

static void
scr_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrItem *self = SCR_ITEM (object);
  ScrItemPrivate *priv = get_private (self);
  const ScrKind *kind = scr_item_get_kind (self);
  const ScrField *field;

  if (prop_id == PROP_ID)
    {
      g_value_set_string (value, priv->id);
      return;
    }
  if (prop_id == PROP_DELETED)
    {
      g_value_set_string (value, priv->deleted);
      return;
    }
  if (prop_id - PROP_FIRST_FIELD >= kind->n_fields)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  field = &kind->fields[prop_id - PROP_FIRST_FIELD];
  if (field->type == SCR_FIELD_BOOL)
    g_value_set_boolean (value, scr_item_get_bool (self, field->name));
  else if (scr_field_is_numeric (field))
    g_value_set_double (value, scr_item_get_number (self, field->name));
  else
    g_value_set_string (value, scr_item_get_text (self, field->name));
}

static void
scr_item_class_init (ScrItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_item_finalize;
  G_OBJECT_CLASS (klass)->get_property = scr_item_get_property;
}

static void
scr_item_init (ScrItem *self)
{
}

static void
kind_class_init (gpointer g_class, gpointer class_data)
{
  GObjectClass *object_class = G_OBJECT_CLASS (g_class);
  const ScrKind *kind = class_data;
  /* Names are not static: GObject spells "due_day" as "due-day", and finds it by either. */
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  SCR_ITEM_CLASS (g_class)->kind = kind;
  /* Each kind's class installs its own: GObject numbers properties per class. */
  object_class->get_property = scr_item_get_property;
  g_object_class_install_property (object_class, PROP_ID, g_param_spec_string ("id", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_DELETED,
                                   g_param_spec_string ("deleted", NULL, NULL, NULL, flags));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];
      GParamSpec *pspec;

      if (field->type == SCR_FIELD_BOOL)
        pspec = g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
      else if (scr_field_is_numeric (field))
        pspec = g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
      else
        pspec = g_param_spec_string (field->name, NULL, NULL, NULL, flags);
      g_object_class_install_property (object_class, PROP_FIRST_FIELD + i, pspec);
    }
}

static void
kind_instance_init (GTypeInstance *instance, gpointer g_class)
{
  ScrItemPrivate *priv = get_private (SCR_ITEM (instance));

  priv->values = g_new0 (ScrValue, MAX (SCR_ITEM_CLASS (g_class)->kind->n_fields, 1));
}

/**
 * scr_item_get_type_for:
 * @kind: a kind
 *
 * The GObject type of the items of @kind, registered on first use. Any thread.
 *
 * Returns: a type derived from #ScrItem
 */
GType
scr_item_get_type_for (const ScrKind *kind)
{
  static GMutex mutex;
  g_autofree char *name = g_strconcat ("ScrItem-", kind->name, NULL);
  GType type = g_type_from_name (name);
  GTypeInfo info = { 0 };

  if (type != 0)
    return type;
  g_mutex_lock (&mutex);
  type = g_type_from_name (name);
  if (type == 0)
    {
      info.class_size = sizeof (ScrItemClass);
      info.class_init = kind_class_init;
      info.class_data = kind;
      info.instance_size = sizeof (ScrItem);
      info.instance_init = kind_instance_init;
      type = g_type_register_static (SCR_TYPE_ITEM, name, &info, 0);
    }
  g_mutex_unlock (&mutex);
  return type;
}

/**
 * scr_item_new:
 * @kind: a kind
 * @id: its identity
 *
 * Returns: (transfer full): an item whose fields are empty
 */
ScrItem *
scr_item_new (const ScrKind *kind, const char *id)
{
  ScrItem *self = g_object_new (scr_item_get_type_for (kind), NULL);

  get_private (self)->id = g_strdup (id);
  return self;
}

/**
 * scr_item_get_kind:
 * @self: an item
 *
 * Returns: (transfer none): its description
 */
const ScrKind *
scr_item_get_kind (ScrItem *self)
{
  return SCR_ITEM_GET_CLASS (self)->kind;
}

/**
 * scr_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): its identity
 */
const char *
scr_item_get_id (ScrItem *self)
{
  return get_private (self)->id;
}

/**
 * scr_item_get_deleted:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): when it was put into the bin, or %NULL if it is not there
 */
const char *
scr_item_get_deleted (ScrItem *self)
{
  return get_private (self)->deleted;
}

/**
 * scr_item_is_deleted:
 * @self: an item
 *
 * Returns: whether it lies in the bin
 */
gboolean
scr_item_is_deleted (ScrItem *self)
{
  return get_private (self)->deleted != NULL;
}

/**
 * scr_item_get_value_at:
 * @self: an item
 * @index: place of a field in its kind
 *
 * Returns: (transfer none): the field's content, never %NULL
 */
const ScrValue *
scr_item_get_value_at (ScrItem *self, guint index)
{
  static const ScrValue none = SCR_VALUE_INIT;

  g_return_val_if_fail (index < scr_item_get_kind (self)->n_fields, &none);
  return &get_private (self)->values[index];
}

/**
 * scr_item_get_value:
 * @self: an item
 * @field: a field of its kind
 *
 * Returns: (transfer none): the field's content, never %NULL
 */
const ScrValue *
scr_item_get_value (ScrItem *self, const char *field)
{
  static const ScrValue none = SCR_VALUE_INIT;
  int index = scr_kind_get_field_index (scr_item_get_kind (self), field);

  g_return_val_if_fail (index >= 0, &none);
  return scr_item_get_value_at (self, (guint) index);
}

/**
 * scr_item_get_text:
 * @self: an item
 * @field: a field that is not numeric
 *
 * Returns: (transfer none) (nullable): its text, or %NULL if it is empty
 */
const char *
scr_item_get_text (ScrItem *self, const char *field)
{
  const ScrValue *value = scr_item_get_value (self, field);

  return value->type == SCR_VALUE_TEXT ? value->text : NULL;
}

/**
 * scr_item_get_number:
 * @self: an item
 * @field: a numeric field
 *
 * Returns: its number (minutes for durations), or NaN if it is empty
 */
double
scr_item_get_number (ScrItem *self, const char *field)
{
  const ScrValue *value = scr_item_get_value (self, field);

  return value->type == SCR_VALUE_NUMBER ? value->number : NAN;
}

/**
 * scr_item_get_bool:
 * @self: an item
 * @field: a yes/no field
 *
 * Returns: whether it says yes; an empty field says no
 */
gboolean
scr_item_get_bool (ScrItem *self, const char *field)
{
  const ScrValue *value = scr_item_get_value (self, field);

  return value->type == SCR_VALUE_NUMBER && value->number != 0;
}

/**
 * scr_item_set_value_at:
 * @self: an item
 * @index: place of a field in its kind
 * @value: what the field holds now
 *
 * For stores: takes over a committed value and notifies when it differs.
 */
void
scr_item_set_value_at (ScrItem *self, guint index, const ScrValue *value)
{
  ScrItemPrivate *priv = get_private (self);

  g_return_if_fail (index < scr_item_get_kind (self)->n_fields);
  if (scr_value_equal (&priv->values[index], value))
    return;
  scr_value_copy (&priv->values[index], value);
  g_object_notify (G_OBJECT (self), scr_item_get_kind (self)->fields[index].name);
}

/**
 * scr_item_take_value_at:
 * @self: an item that is being made: nobody was given it yet
 * @index: place of a field in its kind
 * @value: what the field holds; holds nothing afterwards
 *
 * For stores: like scr_item_set_value_at(), without a copy or a notification.
 */
void
scr_item_take_value_at (ScrItem *self, guint index, ScrValue *value)
{
  ScrItemPrivate *priv = get_private (self);

  g_return_if_fail (index < scr_item_get_kind (self)->n_fields);
  scr_value_clear (&priv->values[index]);
  priv->values[index] = *value;
  *value = (ScrValue) SCR_VALUE_INIT;
}

/**
 * scr_item_set_deleted:
 * @self: an item
 * @stamp: (nullable): when it was put into the bin, or %NULL
 *
 * For stores: takes over the committed state.
 */
void
scr_item_set_deleted (ScrItem *self, const char *stamp)
{
  ScrItemPrivate *priv = get_private (self);

  if (g_strcmp0 (priv->deleted, stamp) == 0)
    return;
  g_free (priv->deleted);
  priv->deleted = g_strdup (stamp);
  g_object_notify (G_OBJECT (self), "deleted");
}
