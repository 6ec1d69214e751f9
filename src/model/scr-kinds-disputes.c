/* Kinds of the dispute-resolution log: policies with their stages, disputes and their append-only events. */
#include "config.h"

#include "scr-kinds.h"

static const ScrField policy_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"route", CHOICE, N_ ("For disputes between"), NULL, NULL, "dispute-route", COLUMN},
    {"nation", CHOICE, N_ ("Bank holidays of"), NULL, NULL, "nation", 0},
    {"from", DAY, N_ ("From"), NULL, NULL, NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    {"immediate", RICH, N_ ("When a child may be at immediate risk"),
     N_ ("Immediate harm bypasses every stage."), NULL, NULL, SEARCHED},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (policy,
                 "policy",
                 N_ ("Policy"),
                 N_ ("Policies"),
                 "text-x-generic-symbolic",
                 "disputes",
                 N_ ("How disagreements are escalated, stage by stage."),
                 "title");

static const ScrField stage_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    {"policy", REFERENCE, N_ ("Policy"), NULL, NULL, "policy", REQUIRED | PARENT | COLUMN},
    {"working_days", NUMBER, N_ ("Working days to answer"), N_ ("Empty means no limit."), NULL, NULL, COLUMN,
     0, 365},
    {"handler", TEXT, N_ ("Handled by"), NULL, NULL, NULL, SEARCHED | COLUMN},
    {"arbiter", REFERENCE, N_ ("Arbiter"), N_ ("Only for the last stage."), NULL,
     "appointment person group organisation", COLUMN},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (stage,
                 "stage",
                 N_ ("Stage"),
                 N_ ("Stages"),
                 "go-up-symbolic",
                 "disputes",
                 N_ ("The steps of a policy, each with its deadline."),
                 "policy position");

static const ScrField dispute_fields[] = {
    {"reference", TEXT, N_ ("Reference"), NULL, NULL, NULL, REQUIRED | SEARCHED | TITLE | COLUMN, 0, 40},
    {"title", TEXT, N_ ("About"), N_ ("No child's name, no address, no date of birth."), NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"policy", REFERENCE, N_ ("Policy"), NULL, NULL, "policy", 0},
    {"raised_by", REFERENCE, N_ ("Raised by"), NULL, N_ ("Parties"), "organisation person appointment",
     COLUMN},
    {"raised_with", REFERENCE, N_ ("Raised with"), NULL, NULL, "organisation person appointment", COLUMN},
    {"reason", CHOICE, N_ ("Reason"), NULL, NULL, "dispute-reason", COLUMN},
    {"need", CHOICE, N_ ("Level of need"), NULL, NULL, "need-level", 0},
    {"opened", DAY, N_ ("Opened"), NULL, N_ ("Where it stands"), NULL, COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "dispute-state", COLUMN},
    {"stage", REFERENCE, N_ ("Stage"), NULL, NULL, "stage", COLUMN},
    {"due", DAY, N_ ("Due day"), NULL, NULL, NULL, COLUMN},
    {"closed", DAY, N_ ("Closed"), NULL, NULL, NULL, 0},
    {"outcome", CHOICE, N_ ("Outcome"), NULL, N_ ("How it ended"), "dispute-outcome", 0},
    {"learning", RICH, N_ ("Learning"), NULL, NULL, NULL, SEARCHED},
};
SCR_DEFINE_KIND (dispute,
                 "dispute",
                 N_ ("Dispute"),
                 N_ ("Disputes"),
                 "view-mirror-symbolic",
                 "disputes",
                 N_ ("Disagreements between agencies, followed until they are resolved."),
                 "due reference");

static const ScrField event_fields[] = {
    {"title", TEXT, N_ ("What happened"), NULL, NULL, NULL, NAME, 0, 500},
    {"dispute", REFERENCE, N_ ("Dispute"), NULL, NULL, "dispute", REQUIRED | PARENT | COLUMN},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "event-kind", COLUMN},
    {"stage", REFERENCE, N_ ("Stage"), NULL, NULL, "stage", COLUMN},
    {"by", REFERENCE, N_ ("By"), NULL, NULL, "person appointment organisation", COLUMN},
    {"corrects", REFERENCE, N_ ("Corrects the entry"), NULL, NULL, "event", 0},
    {"text", RICH, N_ ("In full"), NULL, NULL, NULL, SEARCHED},
    FIELD_ORDER,
};
SCR_DEFINE_KIND (event,
                 "event",
                 N_ ("Event"),
                 N_ ("Events"),
                 "view-list-symbolic",
                 "disputes",
                 N_ ("The log of a dispute. A mistake is corrected by a further entry."),
                 "dispute position day");

const ScrKind *const scr_kinds_disputes[] = {&dispute_kind, &event_kind, &policy_kind, &stage_kind, NULL};
