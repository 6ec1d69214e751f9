/* What a person is told of an error. See the header. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-problem.h"

typedef struct
{
  ScrErrorCode code;
  const char *title;
  const char *advice;
  const char *icon;
} Words;

static const Words opening[] = {
    {SCR_ERROR_NOT_A_RECORD, N_ ("This file is not a record"),
     N_ ("It was left as it is. Records are files whose names end in “.scrutiny”."),
     "dialog-question-symbolic"},
    {SCR_ERROR_NEWER, N_ ("This record was made by a newer Scrutiny"),
     N_ ("It was left as it is. Update Scrutiny on this computer, then open it again."),
     "software-update-available-symbolic"},
    {SCR_ERROR_DAMAGED, N_ ("This record is damaged"),
     N_ ("It was left as it is. A backup of an earlier day can take its place."), "dialog-error-symbolic"},
    {SCR_ERROR_HOSTILE, N_ ("This file holds what no record holds"),
     N_ ("It was not opened, because it could do harm. Ask whoever gave it to you for another copy."),
     "security-low-symbolic"},
    {SCR_ERROR_NOT_FOUND, N_ ("This record is not there any more"),
     N_ ("It may have been moved, renamed or deleted, or lie on a disk that is not connected."),
     "edit-find-symbolic"},
    {SCR_ERROR_UNREADABLE, N_ ("You may not read this record"),
     N_ ("Ask whoever keeps this file to let you read it."), "changes-prevent-symbolic"},
    {SCR_ERROR_READ_ONLY, N_ ("This record may be read but not written"),
     N_ ("Save a copy to go on with it."), "changes-prevent-symbolic"},
    {SCR_ERROR_DISK_FULL, N_ ("The disk is full"),
     N_ ("Nothing was lost. Free some space, then open it again."), "drive-harddisk-symbolic"},
    {SCR_ERROR_BUSY, N_ ("This record is open elsewhere"),
     N_ ("Close it there, or open it here for reading only."), "changes-prevent-symbolic"},
    {SCR_ERROR_FAILED, N_ ("This record could not be opened"), N_ ("It was left as it is."),
     "dialog-error-symbolic"},
};

/* A record that nobody has opened here can hardly have gone: the name is more likely wrong. */
static const Words unknown[] = {
    {SCR_ERROR_NOT_FOUND, N_ ("There is no such record"),
     N_ ("Check the name and the folder, or choose another record."), "edit-find-symbolic"},
};

static const Words changing[] = {
    {SCR_ERROR_DISK_FULL, N_ ("The disk is full. Your last change is not kept"),
     N_ ("Everything before it is safe. Free some space, then try again."), "dialog-error-symbolic"},
    {SCR_ERROR_READ_ONLY, N_ ("This record is open for reading only"),
     N_ ("Your last change is not kept. Save a copy to go on with it."), "changes-prevent-symbolic"},
    {SCR_ERROR_CONFLICT, N_ ("A later change stands in the way"),
     N_ ("Nothing was altered. Undo that one first."), "dialog-error-symbolic"},
    {SCR_ERROR_BUSY, N_ ("The record is in use. Your last change is not kept"),
     N_ ("Everything before it is safe. Try again in a moment."), "dialog-error-symbolic"},
    {SCR_ERROR_FAILED, N_ ("Your last change is not kept"), NULL, "dialog-error-symbolic"},
};

/* The table's last entry is for every code that it does not name. */
static void
find_words (const Words *table, guint n_words, const GError *error, ScrProblem *problem)
{
  const Words *words = &table[n_words - 1];

  for (guint i = 0; i < n_words; i++)
    if (g_error_matches (error, SCR_ERROR, table[i].code))
      words = &table[i];
  *problem = (ScrProblem) {_ (words->title), words->advice ? _ (words->advice) : NULL, words->icon};
}

/**
 * scr_problem_of_opening:
 * @error: why a record could not be opened
 * @known: whether it was opened here before
 * @problem: (out caller-allocates): what to say
 */
void
scr_problem_of_opening (const GError *error, gboolean known, ScrProblem *problem)
{
  if (!known && g_error_matches (error, SCR_ERROR, SCR_ERROR_NOT_FOUND))
    find_words (unknown, G_N_ELEMENTS (unknown), error, problem);
  else
    find_words (opening, G_N_ELEMENTS (opening), error, problem);
}

/**
 * scr_problem_of_change:
 * @error: why a command did not succeed
 * @problem: (out caller-allocates): what to say; without advice, the error's own message is the advice
 */
void
scr_problem_of_change (const GError *error, ScrProblem *problem)
{
  find_words (changing, G_N_ELEMENTS (changing), error, problem);
}
