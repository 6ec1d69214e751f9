/* ScrAttendance - who is expected at a meeting and who came, whether there is a quorum, and figures over a
 * year.
 *
 * Where it comes from: issue 4, "People"; product.md, "Meetings". Expected is who belongs to the meeting's
 * group on its day, in the capacity that the membership says, and the scrutineer if the meeting says so. A
 * quorum counts members (also those who chair), in person or by a substitute; advisers, observers, support,
 * guests and the scrutineer do not count. Plain values that read a source and write nothing. The source's
 * thread.
 *
 * Always holds: nobody is listed twice; a seat that is filled by both its holder and a substitute counts
 * once.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

/* Identities of the choices in the list "attendance-state". */
#define SCR_ATTENDANCE_INVITED "attendance-state.invited"
#define SCR_ATTENDANCE_PRESENT "attendance-state.present"
#define SCR_ATTENDANCE_APOLOGIES "attendance-state.apologies"
#define SCR_ATTENDANCE_SUBSTITUTE "attendance-state.substitute"
#define SCR_ATTENDANCE_ABSENT "attendance-state.absent"

typedef struct
{
  ScrItem *who;         /* person, appointment or organisation */
  ScrItem *entry;       /* (nullable): the attendance of this one, if it is recorded */
  ScrItem *substitute;  /* (nullable): the attendance of who stood in */
  const char *state;    /* (nullable): interned; of the entry, but "substitute" if somebody stood in */
  const char *capacity; /* (nullable): interned; as recorded, else as the membership says */
  gboolean is_expected; /* by membership, or as the scrutineer */
  gboolean counts;      /* for the quorum */
} ScrAttendee;

typedef struct
{
  GPtrArray *people; /* (element-type ScrAttendee): who chairs, members, others; within by title */
  guint n_recorded;  /* of whom something else than "invited" is known */
  guint n_members;   /* whose presence counts */
  guint n_present;   /* of them, in person or by a substitute */
  guint quorum;      /* how many must be present; 0: none is set */
} ScrAttendance;

gboolean scr_capacity_counts (const char *capacity);
ScrAttendance *scr_attendance_new (ScrSource *source, ScrItem *meeting);
void scr_attendance_free (ScrAttendance *self);
const ScrAttendee *scr_attendance_find (const ScrAttendance *self, const char *who);
gboolean scr_attendee_is_present (const ScrAttendee *self);

gboolean scr_quorum_is_met (guint quorum, guint n_present);
char *scr_quorum_dup_words (const ScrLanguage *language, guint quorum, guint n_members, guint n_present);
char *scr_attendance_dup_words (const ScrLanguage *language, const ScrAttendance *self);

/* Figures over a year: scr-attendance-figures.c */
typedef struct
{
  ScrItem *group; /* (nullable): of meetings without one */
  ScrItem *who;   /* (nullable): the group as a whole */
  guint meetings; /* held, with somebody's attendance recorded */
  guint quorate;  /* of those, where there was a quorum; groups that have one only */
  guint expected;
  guint filled; /* of the times expected: in person or by a substitute */
  guint present;
  guint substituted;
  guint apologies;
  guint absent;
  guint unknown; /* expected, but nothing is recorded */
} ScrAttendanceFigure;

typedef struct
{
  char *from;
  char *until;
  GPtrArray *groups;  /* (element-type ScrAttendanceFigure) */
  GPtrArray *people;  /* (element-type ScrAttendanceFigure): one for each person and group */
  guint n_unrecorded; /* meetings held of which no attendance is recorded: they count nowhere */
} ScrAttendanceFigures;

ScrAttendanceFigures *scr_attendance_figures_new (ScrSource *source,
                                                  const char *partnership,
                                                  const char *group,
                                                  const char *from,
                                                  const char *until);
void scr_attendance_figures_free (ScrAttendanceFigures *self);
int scr_attendance_figure_get_percent (const ScrAttendanceFigure *self);

gboolean scr_programme_year_get (int first_month, const char *day, int ahead, char **from, char **until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrAttendance, scr_attendance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrAttendanceFigures, scr_attendance_figures_free)

G_END_DECLS
