/* Documents to test with. */
#pragma once

#include "scr-document.h"

ScrDocument *sample_new (void);
void sample_add_everything (ScrDocument *document);
ScrDocument *sample_new_long (guint n_chapters);
