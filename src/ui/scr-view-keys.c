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

static const ScrViewKey timeline_keys[] = {
    {N_ ("Go to the next thing that way"), "Left Right Up Down"},
    {N_ ("The first, the last of the lane"), "Home End"},
    {N_ ("Earlier or later by a screen"), "Page_Up Page_Down"},
    {N_ ("Show today"), "t"},
    {N_ ("Move by a day, or to another lane"), "<Control>Left <Control>Right <Control>Up <Control>Down"},
    {N_ ("Move by a week"), "<Shift><Control>Left <Shift><Control>Right"},
    {N_ ("Shorten, lengthen"), "<Shift>Left <Shift>Right"},
    {N_ ("Open"), "Return"},
    {N_ ("Reschedule"), "F2"},
    {N_ ("Menu of what is selected"), "Menu <Shift>F10"},
    {N_ ("Zoom in, zoom out"), "<Control>plus <Control>minus"},
    {N_ ("Show a quarter"), "<Control>0"},
    {N_ ("Show the whole programme year"), "<Control>1"},
    {NULL, NULL},
};

static const ScrViewKey month_keys[] = {
    {N_ ("Go to the day before, after, above, beneath"), "Left Right Up Down"},
    {N_ ("Go to the first, the last day of the week"), "Home End"},
    {N_ ("The month before, after"), "Page_Up Page_Down"},
    {N_ ("Show today"), "t"},
    {N_ ("Go through what is on the day"), "Tab <Shift>Tab"},
    {N_ ("Move by a day, by a week"), "<Control>Left <Control>Right <Control>Up <Control>Down"},
    {N_ ("Shorten, lengthen"), "<Shift>Left <Shift>Right"},
    {N_ ("Open; on an empty day, make a meeting"), "Return"},
    {N_ ("Reschedule"), "F2"},
    {N_ ("Menu of what is selected, or of the day"), "Menu <Shift>F10"},
    {NULL, NULL},
};

static const ScrViewKey meeting_keys[] = {
    {N_ ("Rename the meeting"), "F2"},
    {N_ ("Move an item of the agenda"), "<Control>Up <Control>Down"},
    {N_ ("Make it a part, take it out"), "<Control>Right <Control>Left"},
    {N_ ("Present, apologies, substitute, absent"), "p a s x"},
    {N_ ("Bold, italic in minutes"), "<Control>b <Control>i"},
    {N_ ("Move an action to another state"), "<Control>Left <Control>Right"},
    {NULL, NULL},
};

static const ScrViewKeys views[] = {
    {"map", N_ ("Map"), map_keys},
    {"timeline", N_ ("Timeline"), timeline_keys},
    {"month", N_ ("Month"), month_keys},
    {"meeting", N_ ("A meeting"), meeting_keys},
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
