/* Kinds of the reports view: reports that are kept, and to whom they went. */
#include "config.h"

#include "scr-kinds.h"

static const ScrField report_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"kind", TEXT, N_ ("Kind of report"), NULL, NULL, NULL, READ_ONLY, 0, 60},
    {"version", TEXT, N_ ("Version"), NULL, NULL, NULL, COLUMN, 0, 40},
    {"state", STATUS, N_ ("State"), NULL, NULL, "report-state", COLUMN},
    {"made", DAY, N_ ("Made on"), NULL, NULL, NULL, COLUMN},
    {"from", DAY, N_ ("Period from"), NULL, NULL, NULL, COLUMN},
    {"until", DAY, N_ ("Period until"), NULL, NULL, NULL, COLUMN},
    {"due", DAY, N_ ("Due day"), NULL, NULL, NULL, COLUMN},
    {"marking", CHOICE, N_ ("Marking"), NULL, NULL, "marking", COLUMN},
    {"language", TEXT, N_ ("Language"), NULL, NULL, NULL, READ_ONLY, 0, 20},
    {"file", FILE_, N_ ("File"), NULL, NULL, NULL, 0},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (report,
                 "report",
                 N_ ("Report"),
                 N_ ("Reports"),
                 "x-office-document-symbolic",
                 "reports",
                 N_ ("Reports that are kept in the record, with to whom they went."),
                 "-made title");

static const ScrField submission_fields[] = {
    {"report", REFERENCE, N_ ("Report"), NULL, NULL, "report", REQUIRED | PARENT | TITLE | COLUMN},
    {"to", REFERENCE, N_ ("To"), NULL, NULL, "organisation person appointment group partnership",
     REQUIRED | TITLE | COLUMN},
    {"day", DAY, N_ ("Sent on"), NULL, NULL, NULL, COLUMN},
    {"due", DAY, N_ ("Due day"), NULL, NULL, NULL, COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "submission-state", COLUMN},
    {"acknowledged", DAY, N_ ("Acknowledged on"), NULL, NULL, NULL, COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (submission,
                 "submission",
                 N_ ("Submission"),
                 N_ ("Submissions"),
                 "document-send-symbolic",
                 "reports",
                 N_ ("To whom a report went, when, and whether it was acknowledged."),
                 "report day");

const ScrKind *const scr_kinds_reports[] = {&report_kind, &submission_kind, NULL};
