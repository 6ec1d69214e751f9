/* ScrSettings - what the application remembers, whether or not its GSettings schema is installed.
 *
 * Owns the GSettings of org.example.Scrutiny. A key that the schema lacks (or all, without the schema) is
 * kept in memory with its default, so that the program works from a build folder and in a test. Main thread.
 * Signal: "changed::KEY" after a key was altered.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SCR_TYPE_SETTINGS (scr_settings_get_type ())
G_DECLARE_FINAL_TYPE (ScrSettings, scr_settings, SCR, SETTINGS, GObject)

ScrSettings *scr_settings_new (void);

char *scr_settings_dup_string (ScrSettings *self, const char *key);
void scr_settings_set_string (ScrSettings *self, const char *key, const char *value);
int scr_settings_get_int (ScrSettings *self, const char *key);
void scr_settings_set_int (ScrSettings *self, const char *key, int value);
double scr_settings_get_double (ScrSettings *self, const char *key);
void scr_settings_set_double (ScrSettings *self, const char *key, double value);
gboolean scr_settings_get_boolean (ScrSettings *self, const char *key);
void scr_settings_set_boolean (ScrSettings *self, const char *key, gboolean value);
GStrv scr_settings_dup_strv (ScrSettings *self, const char *key);
void scr_settings_set_strv (ScrSettings *self, const char *key, const char *const *value);

G_END_DECLS
