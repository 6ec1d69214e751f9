#include "scr-kinds.h"

const ScrKind *const scr_kinds_reports[] = { NULL };
