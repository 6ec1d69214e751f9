/* The keys of single views. See the header. */
#include "config.h"

#include "scr-view-keys.h"

#include <glib/gi18n.h>

static const ScrViewKey map_keys[] = {
    {N_ ("Go to the next card that way"), "Left Right Up Down"},
    {N_ ("Step through the links of the card"), "<Alt>Down <Alt>Up"},
    {N_ ("Move what is selected"), "<Control>Left <Control>Right <Control>Up <Control>Down"},
    {N_ ("Show the card or link in full"), "Return"},
    {N_ ("Rename the card"), "F2"},
    {N_ ("Link the card to another"), "<Control>l"},
    {N_ ("Menu of the card or link"), "Menu <Shift>F10"},
    {N_ ("Zoom in, zoom out"), "<Control>plus <Control>minus"},
    {N_ ("Show at its own size"), "<Control>0"},
    {N_ ("Show the whole map"), "<Control>1"},
    {N_ ("Show what is selected"), "<Control>2"},
    {NULL, NULL},
};

static const ScrViewKeys views[] = {
    {"map", N_ ("Map"), map_keys},
};

/**
 * scr_view_keys_get_all:
 * @n_views: (out): how many views have keys of their own
 *
 * Returns: (array length=n_views): their keys, in the sidebar's order
 */
const ScrViewKeys *
scr_view_keys_get_all (guint *n_views)
{
  *n_views = G_N_ELEMENTS (views);
  return views;
}
