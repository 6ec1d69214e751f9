/* The dialog that asks for a few fields, wherever it stands: it is on its way from the map to the shared
 * widgets. Main thread. */
#pragma once

#if __has_include("scr-map-ask.h")
#include "scr-map-ask.h"

#define scr_ask scr_map_ask
typedef ScrMapQuestion ScrAskQuestion;
#else
#include "scr-ask.h"
#endif
