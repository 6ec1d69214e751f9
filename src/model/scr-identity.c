/* Identities of items. See the header. */
#include "scr-identity.h"

#include <string.h>

/* Any fixed text would do: it keeps our named identities apart from those of other programs. */
#define NAMESPACE "org.example.Scrutiny:"

/**
 * scr_identity_new:
 *
 * Returns: (transfer full): a random identity
 */
char *
scr_identity_new (void)
{
  return g_uuid_string_random ();
}

/**
 * scr_identity_from_name:
 * @name: a symbolic name, as shipped bundles use them
 *
 * The same name always gives the same identity (as RFC 4122 section 4.3 does it, with SHA-1), so that the
 * shipped example means the same things in every copy.
 *
 * Returns: (transfer full): an identity
 */
char *
scr_identity_from_name (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 d[20];
  gsize length = sizeof d;

  g_checksum_update (checksum, (const guchar *) NAMESPACE, -1);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, d, &length);
  d[6] = (d[6] & 0x0f) | 0x50;
  d[8] = (d[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", d[0], d[1], d[2],
                          d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13], d[14], d[15]);
}

/**
 * scr_identity_is_valid:
 * @id: (nullable): a text from elsewhere
 *
 * Returns: whether it may serve as an identity: 1 to 64 characters of a-z, 0-9, "-" and "."
 */
gboolean
scr_identity_is_valid (const char *id)
{
  gsize length = id != NULL ? strlen (id) : 0;

  return length >= 1 && length <= 64 && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-.") == length;
}
