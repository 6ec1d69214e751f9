/* Kinds that every record has: the record itself, its vocabulary, its holidays, its attached files. */
#include "config.h"

#include "scr-kinds.h"

static const ScrField record_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    {"today", DAY, N_ ("Shown as at"),
     N_ ("Empty means the real day. A pinned day makes deadlines count from it."), NULL, NULL, COLUMN},
    {"nation", CHOICE, N_ ("Bank holidays of"), N_ ("Working days are counted with these holidays."), NULL,
     "nation", 0},
    {"year_start", NUMBER, N_ ("First month of the year"), N_ ("1 is January, 4 is April."), NULL, NULL, 0, 1,
     12},
    {"zone", TEXT, N_ ("Time zone"), N_ ("Such as Europe/London, which is taken if this is empty."), NULL,
     NULL, 0, 0, 60},
    {"example", BOOL, N_ ("Example record"), NULL, NULL, NULL, READ_ONLY},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (record,
                 "record",
                 N_ ("Record"),
                 N_ ("Records"),
                 "folder-symbolic",
                 "",
                 N_ ("The record as a whole."),
                 "title");

static const ScrField choice_fields[] = {
    {"label", TEXT, N_ ("Label"), NULL, NULL, NULL, NAME},
    {"list", TEXT, N_ ("List"), N_ ("The list of choices that this one stands in."), NULL, NULL,
     REQUIRED | READ_ONLY | COLUMN},
    {"help", TEXT, N_ ("Explanation"), NULL, NULL, NULL, SEARCHED, 0, 500},
    {"icon", TEXT, N_ ("Symbol"), NULL, NULL, NULL, HIDDEN},
    {"tone", TEXT, N_ ("Tone"), NULL, NULL, NULL, HIDDEN},
    {"weight", NUMBER, N_ ("Weight"), N_ ("Judgements are compared by it: 0 is the least."), NULL, NULL, 0},
    {"from", DAY, N_ ("Used from"), N_ ("Law and practice change: what was used then stays in old entries."),
     N_ ("When it applies"), NULL, COLUMN},
    {"until", DAY, N_ ("Used until"), NULL, NULL, NULL, COLUMN},
    FIELD_ORDER,
};
SCR_DEFINE_KIND (choice,
                 "choice",
                 N_ ("Choice"),
                 N_ ("Choices"),
                 "view-list-bullet-symbolic",
                 "",
                 N_ ("The words that fields offer: kinds, states, reasons, judgements."),
                 "list position label");

static const ScrField attachment_fields[] = {
    {"title", TEXT, N_ ("File name"), NULL, NULL, NULL, NAME},
    {"owner", REFERENCE, N_ ("Attached to"), NULL, NULL,
     "brief meeting agenda_item paper activity evidence answer dispute challenge report organisation "
     "arrangement "
     "partnership group priority appointment handover decision action",
     PARENT | COLUMN},
    {"media_type", TEXT, N_ ("Kind of file"), NULL, NULL, NULL, READ_ONLY | COLUMN},
    {"size", NUMBER, N_ ("Size in bytes"), NULL, NULL, NULL, READ_ONLY | COLUMN, 0, 1e15},
    {"sha256", TEXT, N_ ("Content hash"), NULL, NULL, NULL, HIDDEN},
    {"pages", NUMBER, N_ ("Pages"), NULL, NULL, NULL, READ_ONLY, 0, 1e6},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (attachment,
                 "attachment",
                 N_ ("Attachment"),
                 N_ ("Attachments"),
                 "mail-attachment-symbolic",
                 "",
                 N_ ("Files that are kept in the record."),
                 "title");

static const ScrField holiday_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    {"nation", CHOICE, N_ ("Nation"), NULL, NULL, "nation", REQUIRED | COLUMN},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, REQUIRED | COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (holiday,
                 "holiday",
                 N_ ("Bank holiday"),
                 N_ ("Bank holidays"),
                 "weather-clear-symbolic",
                 "",
                 N_ ("Days that are no working days."),
                 "day");

const ScrKind *const scr_kinds_core[] = {&record_kind, &choice_kind, &attachment_kind, &holiday_kind, NULL};
