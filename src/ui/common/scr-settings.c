/* ScrSettings - what the application remembers. See the header. */
#include "config.h"

#include "scr-settings.h"

/* The schema's keys with its defaults, for when it is not installed. */
static const struct
{
  const char *key;
  const char *value;
} defaults[] = {
    {"window-width", "1360"},
    {"window-height", "860"},
    {"window-maximized", "false"},
    {"show-sidebar", "true"},
    {"pane-width", "348"},
    {"last-record", "''"},
    {"last-view", "'today'"},
    {"recent-records", "@as []"},
    {"text-size", "1.0"},
    {"color-scheme", "'default'"},
    {"language", "''"},
    {"author", "''"},
    {"meetings-face", "'timeline'"},
    {"meetings-list-with", "0"},
    {"actions-face", "'board'"},
    {"timeline-lanes", "'group'"},
    {"timeline-hidden", "@as []"},
    {"timeline-zoom", "150.0"},
    {"timeline-start", "0.0"},
    {"timeline-record", "''"},
    {"month-shown", "''"},
    {"month-record", "''"},
};

struct _ScrSettings
{
  GObject parent_instance;

  GSettings *settings; /* NULL without the schema */
  GSettingsSchema *schema;
  GHashTable *memory; /* key -> GVariant */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ScrSettings, scr_settings, G_TYPE_OBJECT)

static gboolean
is_kept (ScrSettings *self, const char *key)
{
  return self->settings != NULL && g_settings_schema_has_key (self->schema, key);
}

static GVariant *
get_value (ScrSettings *self, const char *key)
{
  if (is_kept (self, key))
    return g_settings_get_value (self->settings, key);
  return g_variant_ref (g_hash_table_lookup (self->memory, key));
}

/* A value that the schema's range refuses stays as it was: what is remembered is a convenience, never worth a
 * stop. */
static void
set_value (ScrSettings *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GVariant) before = get_value (self, key);

  if (g_variant_equal (before, owned))
    return;
  if (is_kept (self, key))
    {
      g_autoptr (GSettingsSchemaKey) schema_key = g_settings_schema_get_key (self->schema, key);

      if (g_settings_schema_key_range_check (schema_key, owned))
        g_settings_set_value (self->settings, key, owned);
      return; /* GSettings tells of the change */
    }
  g_hash_table_insert (self->memory, g_strdup (key), g_steal_pointer (&owned));
  g_signal_emit (self, changed_signal, g_quark_from_string (key), key);
}

static void
on_kept_changed (ScrSettings *self, const char *key)
{
  g_signal_emit (self, changed_signal, g_quark_from_string (key), key);
}

static void
scr_settings_finalize (GObject *object)
{
  ScrSettings *self = SCR_SETTINGS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->schema, g_settings_schema_unref);
  g_clear_pointer (&self->memory, g_hash_table_unref);
  G_OBJECT_CLASS (scr_settings_parent_class)->finalize (object);
}

static void
scr_settings_class_init (ScrSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_settings_finalize;
  changed_signal = g_signal_new ("changed", SCR_TYPE_SETTINGS, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
scr_settings_init (ScrSettings *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  self->memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_variant_unref);
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      GVariant *value = g_variant_parse (NULL, defaults[i].value, NULL, NULL, NULL);

      g_hash_table_insert (self->memory, g_strdup (defaults[i].key), value);
    }
  if (source)
    self->schema = g_settings_schema_source_lookup (source, SCR_APPLICATION_ID, TRUE);
  if (self->schema)
    {
      self->settings = g_settings_new_full (self->schema, NULL, NULL);
      g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_kept_changed), self,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * scr_settings_new:
 *
 * Returns: (transfer full): what the application remembers
 */
ScrSettings *
scr_settings_new (void)
{
  return g_object_new (SCR_TYPE_SETTINGS, NULL);
}

/**
 * scr_settings_dup_string:
 * @self: the settings
 * @key: a key of text or of an enumeration
 *
 * Returns: (transfer full): its value
 */
char *
scr_settings_dup_string (ScrSettings *self, const char *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_dup_string (value, NULL);
}

/**
 * scr_settings_set_string:
 * @self: the settings
 * @key: a key of text or of an enumeration
 * @value: its value from now on
 */
void
scr_settings_set_string (ScrSettings *self, const char *key, const char *value)
{
  set_value (self, key, g_variant_new_string (value ? value : ""));
}

/**
 * scr_settings_get_int:
 * @self: the settings
 * @key: a key of a whole number
 *
 * Returns: its value
 */
int
scr_settings_get_int (ScrSettings *self, const char *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_int32 (value);
}

/**
 * scr_settings_set_int:
 * @self: the settings
 * @key: a key of a whole number
 * @value: its value from now on
 */
void
scr_settings_set_int (ScrSettings *self, const char *key, int value)
{
  set_value (self, key, g_variant_new_int32 (value));
}

/**
 * scr_settings_get_double:
 * @self: the settings
 * @key: a key of a number
 *
 * Returns: its value
 */
double
scr_settings_get_double (ScrSettings *self, const char *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_double (value);
}

/**
 * scr_settings_set_double:
 * @self: the settings
 * @key: a key of a number
 * @value: its value from now on
 */
void
scr_settings_set_double (ScrSettings *self, const char *key, double value)
{
  set_value (self, key, g_variant_new_double (value));
}

/**
 * scr_settings_get_boolean:
 * @self: the settings
 * @key: a key of yes or no
 *
 * Returns: its value
 */
gboolean
scr_settings_get_boolean (ScrSettings *self, const char *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_boolean (value);
}

/**
 * scr_settings_set_boolean:
 * @self: the settings
 * @key: a key of yes or no
 * @value: its value from now on
 */
void
scr_settings_set_boolean (ScrSettings *self, const char *key, gboolean value)
{
  set_value (self, key, g_variant_new_boolean (value));
}

/**
 * scr_settings_dup_strv:
 * @self: the settings
 * @key: a key of several texts
 *
 * Returns: (transfer full): its value
 */
GStrv
scr_settings_dup_strv (ScrSettings *self, const char *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_dup_strv (value, NULL);
}

/**
 * scr_settings_set_strv:
 * @self: the settings
 * @key: a key of several texts
 * @value: its value from now on
 */
void
scr_settings_set_strv (ScrSettings *self, const char *key, const char *const *value)
{
  set_value (self, key, g_variant_new_strv (value, -1));
}
