/* A dialog that asks for a few fields of an item before something is done with them.
 *
 * What is entered goes into a draft, an item that no record holds; each row says in plain words what is wrong
 * with it. If what is done then fails, the dialog comes again with everything that was entered and the
 * reason. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

/**
 * ScrAskFunc:
 * @draft: what was entered
 * @user_data: as given
 * @error: return location
 *
 * Returns: whether it was done
 */
typedef gboolean (*ScrAskFunc) (ScrItem *draft, gpointer user_data, GError **error);

/**
 * ScrAskNotes:
 * @draft: what was entered so far
 * @user_data: as given
 *
 * Returns: (transfer full) (nullable): what is to be known of it before it is done, a sentence each
 */
typedef GStrv (*ScrAskNotes) (ScrItem *draft, gpointer user_data);

/**
 * ScrAskQuestion:
 * @heading: what is asked, translated
 * @body: (nullable): a sentence under it, translated
 * @accept: the label of what does it, translated, with a mnemonic
 * @destructive: whether that takes something away
 * @fields: names of the fields, separated by spaces
 * @required: (nullable): the one of them without which it cannot be done
 * @notes: (nullable): tells beneath the fields what speaks against them; asked each time they alter
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *accept;
  gboolean destructive;
  const char *fields;
  const char *required;
  ScrAskNotes notes;
} ScrAskQuestion;

GtkWindow *scr_ask (ScrContext *context,
                    GtkWidget *parent,
                    const ScrAskQuestion *question,
                    ScrItem *draft,
                    ScrAskFunc done,
                    gpointer user_data,
                    GDestroyNotify destroy);

G_END_DECLS
