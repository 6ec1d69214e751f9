/* Icons by name. See the header. */
#include "scr-icons.h"

static const struct
{
  const char *dropped;
  const char *ours; /* in data/icons */
} replaced[] = {
    {"emblem-shared-symbolic", "scrutiny-shared-symbolic"},
    {"emblem-default-symbolic", "scrutiny-done-symbolic"},
    {"emblem-ok-symbolic", "scrutiny-ok-symbolic"},
};

/**
 * scr_icon_resolve:
 * @name: (nullable): a symbolic icon's name
 *
 * Returns: (nullable): the name under which the icon is certain to be found
 */
const char *
scr_icon_resolve (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (replaced); i++)
    if (g_str_equal (name, replaced[i].dropped))
      return replaced[i].ours;
  return name;
}
