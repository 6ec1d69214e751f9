/* ScrError - the one error domain. See the header. */
#include "scr-error.h"

G_DEFINE_QUARK (scr-error-quark, scr_error)
