/* ScrText - a run of words in a report, with what is emphasised, linked, marked as a status or set beside a
 * symbol.
 *
 * Owns its words and targets. Always holds: valid UTF-8 without characters that paper cannot show; styles
 * cover whole characters, in order, without overlap. A plain value: any one thread at a time.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SCR_TEXT_PLAIN = 0,
  SCR_TEXT_BOLD = 1 << 0,
  SCR_TEXT_ITALIC = 1 << 1,
  SCR_TEXT_CODE = 1 << 2,
  SCR_TEXT_DIM = 1 << 3,
} ScrTextStyle;

/* The tone of a status word or of a note: the words say it too, colour is never alone. */
typedef enum
{
  SCR_TONE_NEUTRAL,
  SCR_TONE_INFORMATION,
  SCR_TONE_GOOD,
  SCR_TONE_WARNING,
  SCR_TONE_BAD,
} ScrTone;

/* Small symbols that stand before the words which say the same. */
typedef enum
{
  SCR_SYMBOL_NONE,
  SCR_SYMBOL_JUDGEMENT_0, /* five discs, from a dashed ring to a full disc */
  SCR_SYMBOL_JUDGEMENT_1,
  SCR_SYMBOL_JUDGEMENT_2,
  SCR_SYMBOL_JUDGEMENT_3,
  SCR_SYMBOL_JUDGEMENT_4,
  SCR_SYMBOL_UP,
  SCR_SYMBOL_SAME,
  SCR_SYMBOL_DOWN,
  SCR_SYMBOL_DONE,
  SCR_SYMBOL_WARNING,
  SCR_SYMBOL_MISSING,
  SCR_SYMBOL_WAITING,
} ScrSymbol;

/* A stretch of the text, in bytes. */
typedef struct
{
  gsize start;
  gsize end;
  ScrTextStyle style;
  gboolean is_status;
  ScrTone tone;
  ScrSymbol symbol;
  char *target; /* (nullable): an address, or "#" and the anchor of a heading */
} ScrTextSpan;

typedef struct _ScrText ScrText;

ScrText *scr_text_new (const char *words);
ScrText *scr_text_copy (const ScrText *self);
void scr_text_free (ScrText *self);

void scr_text_append (ScrText *self, const char *words);
void scr_text_append_styled (ScrText *self, ScrTextStyle style, const char *words);
void scr_text_append_link (ScrText *self, const char *words, const char *target);
void scr_text_append_status (ScrText *self, ScrTone tone, const char *words);
void scr_text_append_symbol (ScrText *self, ScrSymbol symbol);
void scr_text_append_line_break (ScrText *self);
void scr_text_append_full (ScrText *self, ScrTextStyle style, const char *words, const char *target);

const char *scr_text_get_words (const ScrText *self);
gsize scr_text_get_length (const ScrText *self);
gboolean scr_text_is_empty (const ScrText *self);
const ScrTextSpan *scr_text_get_spans (const ScrText *self, guint *n_spans);
char *scr_text_dup_readable (const ScrText *self);

#define SCR_TYPE_TEXT (scr_text_get_type ())
GType scr_text_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrText, scr_text_free)

G_END_DECLS
