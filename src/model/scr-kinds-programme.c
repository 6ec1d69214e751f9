/* Kinds of the work programme: years, cycles, priorities and the scrutiny planned for them. */
#include "config.h"

#include "scr-kinds.h"

static const ScrField year_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"from", DAY, N_ ("From"), NULL, NULL, NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    {"days", NUMBER, N_ ("Days contracted"), NULL, NULL, NULL, COLUMN, 0, 366},
    {"state", STATUS, N_ ("State"), NULL, NULL, "proposal-state", COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (year,
                 "year",
                 N_ ("Programme year"),
                 N_ ("Programme years"),
                 "x-office-calendar-symbolic",
                 "programme",
                 N_ ("The years that the work programme is planned in."),
                 "from title");

static const ScrField priority_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "priority-kind", COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "priority-state", COLUMN},
    {"year", REFERENCE, N_ ("Programme year"), NULL, NULL, "year", COLUMN},
    {"lead", REFERENCE, N_ ("Lead"), NULL, NULL, "person appointment organisation", COLUMN},
    {"why", RICH, N_ ("Why it was chosen"), NULL, N_ ("How it was chosen"), NULL, SEARCHED},
    {"how", RICH, N_ ("How it was chosen"), NULL, NULL, NULL, SEARCHED},
    {"resource", RICH, N_ ("Time and resource"), NULL, NULL, NULL, SEARCHED},
    {"benefits", RICH, N_ ("Hoped-for benefits"), N_ ("For children and families."),
     N_ ("What it should change"), NULL, SEARCHED},
    {"success", RICH, N_ ("Measures of success"), NULL, NULL, NULL, SEARCHED},
    {"baseline", RICH, N_ ("Baseline"), NULL, NULL, NULL, SEARCHED},
    {"progress", RICH, N_ ("Progress"), NULL, NULL, NULL, SEARCHED},
    {"completed", DAY, N_ ("Initial work completed"), NULL, NULL, NULL, COLUMN},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (priority,
                 "priority",
                 N_ ("Priority"),
                 N_ ("Priorities"),
                 "starred-symbolic",
                 "programme",
                 N_ ("What the partnership chose to put its time into, and why."),
                 "partnership position title");

static const ScrField cycle_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"group", REFERENCE, N_ ("Learning hub"), NULL, NULL, "group", COLUMN},
    {"priority", REFERENCE, N_ ("Priority"), NULL, NULL, "priority", COLUMN},
    {"from", DAY, N_ ("From"), NULL, NULL, NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (cycle,
                 "cycle",
                 N_ ("Cycle"),
                 N_ ("Cycles"),
                 "media-playlist-repeat-symbolic",
                 "programme",
                 N_ ("A learning hub's turn with one priority."),
                 "from title");

static const ScrField activity_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "activity-kind", REQUIRED | COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "activity-state", COLUMN},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, 0},
    {"days", NUMBER, N_ ("Days"), N_ ("How much of the contracted time it takes, such as 0.5 or 1."), NULL,
     NULL, COLUMN, 0, 366},
    FIELD_PARTNERSHIP,
    {"priority", REFERENCE, N_ ("Priority"), NULL, N_ ("What it serves"), "priority", COLUMN},
    {"year", REFERENCE, N_ ("Programme year"), NULL, NULL, "year", 0},
    {"purpose", REFERENCE, N_ ("Purpose of the brief"), NULL, NULL, "remit", 0},
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", 0},
    {"group", REFERENCE, N_ ("Group"), NULL, NULL, "group", 0},
    {"who", REFERENCE, N_ ("Who does it"), NULL, NULL, "person appointment", COLUMN},
    {"follows", REFERENCE, N_ ("Activity it follows"), NULL, NULL, "activity", 0},
    {"findings", RICH, N_ ("Findings"), NULL, N_ ("What came of it"), NULL, SEARCHED},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (activity,
                 "activity",
                 N_ ("Activity"),
                 N_ ("Activities"),
                 "view-grid-symbolic",
                 "programme",
                 N_ ("One piece of scrutiny: a conversation, a visit, a deep dive, a report."),
                 "day title");

static const ScrField agreement_fields[] = {
    {"activity", REFERENCE, N_ ("Activity"), NULL, NULL, "activity", PARENT | TITLE | COLUMN | REQUIRED},
    {"by", REFERENCE, N_ ("Agreed by"), NULL, NULL, "organisation person appointment",
     TITLE | COLUMN | REQUIRED},
    {"day", DAY, N_ ("Day"), N_ ("Empty means not yet."), NULL, NULL, COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (agreement,
                 "agreement",
                 N_ ("Agreement"),
                 N_ ("Agreed by"),
                 "emblem-ok-symbolic",
                 "programme",
                 N_ ("Which partner lead agreed to which activity."),
                 "activity by");

static const ScrField activity_template_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    {"set", TEXT, N_ ("Programme"), N_ ("Templates of the same programme are laid out together."), NULL, NULL,
     COLUMN},
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "activity-kind", REQUIRED | COLUMN},
    {"days", NUMBER, N_ ("Days"), NULL, NULL, NULL, COLUMN, 0, 366},
    {"share", NUMBER, N_ ("When in the cycle"), N_ ("0 is its first day, 1 its last."), NULL, NULL, COLUMN, 0,
     1},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (activity_template,
                 "activity_template",
                 N_ ("Activity template"),
                 N_ ("Activity templates"),
                 "document-new-symbolic",
                 "programme",
                 N_ ("The usual activities of a programme."),
                 "set position title");

static const ScrField mechanism_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"state", STATUS, N_ ("State"), NULL, NULL, "proposal-state", COLUMN},
    {"for", RICH, N_ ("What speaks for it"), NULL, NULL, NULL, SEARCHED},
    {"against", RICH, N_ ("What speaks against it"), NULL, NULL, NULL, SEARCHED},
    {"source", TEXT, N_ ("Where it was seen"), NULL, NULL, NULL, SEARCHED},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (mechanism,
                 "mechanism",
                 N_ ("Mechanism"),
                 N_ ("Mechanisms"),
                 "system-run-symbolic",
                 "programme",
                 N_ ("Other ways of doing scrutiny that partners may want to consider."),
                 "title");

const ScrKind *const scr_kinds_programme[] = {
    &activity_kind,  &priority_kind,          &year_kind,      &cycle_kind,
    &agreement_kind, &activity_template_kind, &mechanism_kind, NULL,
};
