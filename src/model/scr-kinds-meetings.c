/* Kinds of the meeting timeline: meetings, what is on their agendas, who came, what was decided and done. */
#include "config.h"

#include "scr-kinds.h"

static const ScrField series_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"group", REFERENCE, N_ ("Group"), NULL, NULL, "group", COLUMN},
    {"rule", TEXT, N_ ("How often"),
     N_ ("A recurrence rule as calendars write it, such as FREQ=MONTHLY;BYDAY=1TU."), NULL, NULL, COLUMN, 0,
     500},
    {"from", DAY, N_ ("From"), NULL, NULL, NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    {"start", TIME, N_ ("Starts at"), NULL, N_ ("Its meetings"), NULL, 0},
    {"length", DURATION, N_ ("Length"), NULL, NULL, NULL, 0, 0, 6000},
    FIELD_ZONE,
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "meeting-kind", 0},
    {"place", TEXT, N_ ("Place"), NULL, NULL, NULL, SEARCHED},
    {"online", TEXT, N_ ("Online address"), NULL, NULL, NULL, 0, 0, 500},
    {"scrutineer", BOOL, N_ ("The scrutineer attends"), NULL, NULL, NULL, 0},
    {"template", REFERENCE, N_ ("Agenda template"), NULL, NULL, "agenda_template", 0},
    {"skipped", TEXT, N_ ("Days left out"), NULL, NULL, NULL, HIDDEN, 0, 20000},
    {"uid", TEXT, N_ ("Identity in calendars"), NULL, NULL, NULL, HIDDEN, 0, 1000},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (series,
                 "series",
                 N_ ("Series"),
                 N_ ("Series"),
                 "media-playlist-repeat-symbolic",
                 "meetings",
                 N_ ("Meetings that come again by a rule."),
                 "title");

static const ScrField meeting_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"start", TIME, N_ ("Starts at"), NULL, NULL, NULL, COLUMN},
    {"length", DURATION, N_ ("Length"), N_ ("Such as 90 or 1 h 30."), NULL, NULL, 0, 0, 6000},
    {"last_day", DAY, N_ ("Last day"), N_ ("Only for events of several days."), NULL, NULL, 0},
    FIELD_ZONE,
    {"state", STATUS, N_ ("State"), NULL, NULL, "meeting-state", COLUMN},
    FIELD_PARTNERSHIP,
    {"group", REFERENCE, N_ ("Group"), NULL, N_ ("What kind of meeting"), "group", COLUMN},
    {"kind", CHOICE, N_ ("Kind"), NULL, NULL, "meeting-kind", COLUMN},
    {"priority", REFERENCE, N_ ("Priority"), NULL, NULL, "priority", 0},
    {"series", REFERENCE, N_ ("Series"), NULL, NULL, "series", 0},
    {"additional", BOOL, N_ ("Additional meeting"), N_ ("Outside the usual round."), NULL, NULL, 0},
    {"suggested_by", REFERENCE, N_ ("Suggested by"), NULL, NULL, "person appointment group", 0},
    {"agreed_with", REFERENCE, N_ ("Agenda agreed with"), NULL, NULL, "person appointment group", 0},
    {"scrutineer", BOOL, N_ ("The scrutineer attends"), NULL, NULL, NULL, 0},
    {"place", TEXT, N_ ("Place"), NULL, N_ ("Where"), NULL, SEARCHED | COLUMN},
    {"online", TEXT, N_ ("Online address"), NULL, NULL, NULL, 0, 0, 500},
    {"pack_due", DAY, N_ ("Pack due"), NULL, N_ ("Pack and minutes"), NULL, 0},
    {"pack_state", STATUS, N_ ("Pack"), NULL, NULL, "pack-state", 0},
    {"summary", RICH, N_ ("Minutes"), NULL, NULL, NULL, SEARCHED},
    {"observations", RICH, N_ ("Scrutineer's observations"), NULL, NULL, NULL, SEARCHED},
    {"cancel_reason", TEXT, N_ ("Why it was cancelled"), NULL, NULL, NULL, SEARCHED, 0, 500},
    /* The day that the rule of the series gives, also when the meeting was moved to another. */
    {"occurrence", DAY, N_ ("Day in the series"), NULL, NULL, NULL, HIDDEN},
    {"uid", TEXT, N_ ("Identity in calendars"), NULL, NULL, NULL, HIDDEN, 0, 1000},
    {"sequence", NUMBER, N_ ("Revision in calendars"), NULL, NULL, NULL, HIDDEN, 0, 2147483647},
    /* What its calendar said when it was last imported, a field on each line: tells what was altered here
       since. */
    {"imported", RICH, N_ ("As its calendar had it"), NULL, NULL, NULL, HIDDEN, 0, 2000},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (meeting,
                 "meeting",
                 N_ ("Meeting"),
                 N_ ("Meetings"),
                 "x-office-calendar-symbolic",
                 "meetings",
                 N_ ("Boards, hubs, learning events and every other time people meet."),
                 "day start title");

static const ScrField agenda_item_fields[] = {
    {"title", TEXT, N_ ("Item"), NULL, NULL, NULL, NAME, 0, 500},
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", REQUIRED | PARENT | COLUMN},
    {"under", REFERENCE, N_ ("Under"), N_ ("The item that this one is part of."), NULL, "agenda_item",
     PARENT},
    {"purpose", CHOICE, N_ ("Purpose"), NULL, NULL, "item-purpose", COLUMN},
    {"lead", REFERENCE, N_ ("Lead"), NULL, NULL, "person appointment organisation group", COLUMN},
    {"minutes", DURATION, N_ ("Length"), NULL, NULL, NULL, COLUMN, 0, 6000},
    {"about", REFERENCE, N_ ("About"), NULL, NULL, "group priority measure question", 0},
    {"carried_from", REFERENCE, N_ ("Carried forward from"), NULL, NULL, "agenda_item", 0},
    {"text", RICH, N_ ("Minutes"), NULL, N_ ("What was said"), NULL, SEARCHED},
    FIELD_ORDER,
};
SCR_DEFINE_KIND (agenda_item,
                 "agenda_item",
                 N_ ("Agenda item"),
                 N_ ("Agenda items"),
                 "view-list-symbolic",
                 "meetings",
                 N_ ("What is on the agenda, item by item."),
                 "meeting position");

static const ScrField backlog_item_fields[] = {
    {"title", TEXT, N_ ("Item"), NULL, NULL, NULL, NAME, 0, 500},
    {"group", REFERENCE, N_ ("Group"), N_ ("Whose next meeting it waits for."), NULL, "group",
     REQUIRED | PARENT | COLUMN},
    {"purpose", CHOICE, N_ ("Purpose"), NULL, NULL, "item-purpose", COLUMN},
    {"lead", REFERENCE, N_ ("Lead"), NULL, NULL, "person appointment organisation group", COLUMN},
    {"minutes", DURATION, N_ ("Length"), NULL, NULL, NULL, COLUMN, 0, 6000},
    {"about", REFERENCE, N_ ("About"), NULL, NULL, "group priority measure question", 0},
    {"carried_from", REFERENCE, N_ ("Carried forward from"), NULL, NULL, "agenda_item", COLUMN},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (backlog_item,
                 "backlog_item",
                 N_ ("Backlog item"),
                 N_ ("Backlog"),
                 "document-open-recent-symbolic",
                 "meetings",
                 N_ ("What waits for a later meeting of its group."),
                 "group position");

static const ScrField attendance_fields[] = {
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", REQUIRED | PARENT | TITLE | COLUMN},
    {"who", REFERENCE, N_ ("Who"), NULL, NULL, "person appointment organisation", REQUIRED | TITLE | COLUMN},
    {"state", STATUS, N_ ("Attendance"), NULL, NULL, "attendance-state", COLUMN},
    {"capacity", CHOICE, N_ ("In the capacity of"), NULL, NULL, "capacity", COLUMN},
    {"substitute_for", REFERENCE, N_ ("Substitute for"), NULL, NULL, "person appointment", 0},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (attendance,
                 "attendance",
                 N_ ("Attendance"),
                 N_ ("Attendance"),
                 "system-users-symbolic",
                 "meetings",
                 N_ ("Who was present, who sent apologies, who stood in for whom."),
                 "meeting who");

static const ScrField interest_fields[] = {
    {"title", TEXT, N_ ("Interest"), NULL, NULL, NULL, NAME, 0, 500},
    {"item", REFERENCE, N_ ("Agenda item"), NULL, NULL, "agenda_item", REQUIRED | PARENT | COLUMN},
    {"who", REFERENCE, N_ ("Declared by"), NULL, NULL, "person appointment organisation", REQUIRED | COLUMN},
    {"left", BOOL, N_ ("Left for the item"), NULL, NULL, NULL, COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (interest,
                 "interest",
                 N_ ("Interest"),
                 N_ ("Interests"),
                 "user-available-symbolic",
                 "meetings",
                 N_ ("Interests declared, item by item."),
                 "item who");

static const ScrField paper_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", REQUIRED | PARENT | COLUMN},
    {"item", REFERENCE, N_ ("Agenda item"), NULL, NULL, "agenda_item", COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "paper-state", COLUMN},
    {"author", REFERENCE, N_ ("From"), NULL, NULL, "person appointment organisation group", COLUMN},
    {"due", DAY, N_ ("Due day"), NULL, NULL, NULL, COLUMN},
    {"marking", CHOICE, N_ ("Marking"), NULL, NULL, "marking", 0},
    {"file", FILE_, N_ ("File"), NULL, NULL, NULL, 0},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (paper,
                 "paper",
                 N_ ("Paper"),
                 N_ ("Papers"),
                 "mail-attachment-symbolic",
                 "meetings",
                 N_ ("Papers that people should have read before they meet."),
                 "meeting position title");

static const ScrField pack_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", REQUIRED | PARENT | COLUMN},
    {"version", TEXT, N_ ("Version"), NULL, NULL, NULL, COLUMN, 0, 40},
    {"issued", DAY, N_ ("Issued"), NULL, NULL, NULL, COLUMN},
    {"marking", CHOICE, N_ ("Marking"), NULL, NULL, "marking", COLUMN},
    {"file", FILE_, N_ ("File"), NULL, NULL, NULL, 0},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (pack,
                 "pack",
                 N_ ("Pack"),
                 N_ ("Packs"),
                 "package-x-generic-symbolic",
                 "meetings",
                 N_ ("Everything for one meeting, in one document."),
                 "meeting -issued");

/* The minutes of a meeting as they stood when they were approved, or stand now; a correction is a further
 * version. */
static const ScrField minutes_version_fields[] = {
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", REQUIRED | PARENT | TITLE | COLUMN},
    {"number", NUMBER, N_ ("Version"), NULL, NULL, NULL, READ_ONLY | COLUMN, 1, 10000},
    {"state", STATUS, N_ ("State"), NULL, NULL, "minutes-state", READ_ONLY | COLUMN},
    {"approved", DAY, N_ ("Approved on"), NULL, NULL, NULL, READ_ONLY | COLUMN},
    {"approved_by", REFERENCE, N_ ("Approved by"), NULL, NULL, "group person appointment",
     READ_ONLY | COLUMN},
    {"reason", TEXT, N_ ("What was corrected, and why"), NULL, NULL, NULL, READ_ONLY | SEARCHED, 0, 500},
    {"text", RICH, N_ ("Minutes"), NULL, NULL, NULL, READ_ONLY | SEARCHED, 0, 2000000},
    /* Of a correction: what the minutes consisted of when it was begun (scr-minutes-content). */
    {"before", RICH, N_ ("Content before the correction"), NULL, NULL, NULL, HIDDEN, 0, 8000000},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (minutes_version,
                 "minutes_version",
                 N_ ("Version of minutes"),
                 N_ ("Versions of minutes"),
                 "document-edit-symbolic",
                 "meetings",
                 N_ ("Minutes as they were approved. A correction is a new version."),
                 "meeting -number");

static const ScrField decision_fields[] = {
    {"title", TEXT, N_ ("Decision"), NULL, NULL, NULL, NAME, 0, 500},
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", REQUIRED | PARENT | COLUMN},
    {"item", REFERENCE, N_ ("Agenda item"), NULL, NULL, "agenda_item", COLUMN},
    FIELD_ORDER,
    FIELD_NOTE,
};
SCR_DEFINE_KIND (decision,
                 "decision",
                 N_ ("Decision"),
                 N_ ("Decisions"),
                 "object-select-symbolic",
                 "meetings",
                 N_ ("What was decided."),
                 "meeting position");

static const ScrField action_fields[] = {
    {"title", TEXT, N_ ("Action"), NULL, NULL, NULL, NAME, 0, 500},
    FIELD_PARTNERSHIP,
    {"owner", REFERENCE, N_ ("Owner"), NULL, NULL, "person appointment organisation group", COLUMN},
    {"due", DAY, N_ ("Due day"), NULL, NULL, NULL, COLUMN},
    {"state", STATUS, N_ ("State"), NULL, NULL, "action-state", COLUMN},
    {"done", DAY, N_ ("Done"), NULL, NULL, NULL, 0},
    {"meeting", REFERENCE, N_ ("From the meeting"), NULL, N_ ("Where it comes from"), "meeting", COLUMN},
    {"item", REFERENCE, N_ ("Agenda item"), NULL, NULL, "agenda_item", 0},
    {"priority", REFERENCE, N_ ("Priority"), NULL, NULL, "priority", 0},
    {"proof", TEXT, N_ ("How we know it is done"), NULL, NULL, NULL, SEARCHED, 0, 500},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (action,
                 "action",
                 N_ ("Action"),
                 N_ ("Actions"),
                 "emblem-default-symbolic",
                 "meetings",
                 N_ ("Who does what by when."),
                 "due title");

static const ScrField key_message_fields[] = {
    {"title", TEXT, N_ ("Message"), NULL, NULL, NULL, NAME, 0, 500},
    FIELD_PARTNERSHIP,
    {"why", RICH, N_ ("Why it is repeated"), NULL, NULL, NULL, SEARCHED},
    {"from", DAY, N_ ("From"), NULL, NULL, NULL, COLUMN},
    {"until", DAY, N_ ("Until"), NULL, NULL, NULL, COLUMN},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (key_message,
                 "key_message",
                 N_ ("Key message"),
                 N_ ("Key messages"),
                 "chat-message-new-symbolic",
                 "meetings",
                 N_ ("What is said again and again until everybody has heard it."),
                 "title");

static const ScrField delivery_fields[] = {
    {"message", REFERENCE, N_ ("Message"), NULL, NULL, "key_message", REQUIRED | PARENT | TITLE | COLUMN},
    {"meeting", REFERENCE, N_ ("Meeting"), NULL, NULL, "meeting", TITLE | COLUMN},
    {"item", REFERENCE, N_ ("Agenda item"), NULL, NULL, "agenda_item", 0},
    {"day", DAY, N_ ("Day"), NULL, NULL, NULL, COLUMN},
    {"by", REFERENCE, N_ ("Said by"), NULL, NULL, "person appointment", COLUMN},
    {"reaction", TEXT, N_ ("Reaction"), NULL, NULL, NULL, SEARCHED | COLUMN, 0, 500},
};
SCR_DEFINE_KIND (delivery,
                 "delivery",
                 N_ ("Delivery"),
                 N_ ("Deliveries"),
                 "mail-send-symbolic",
                 "meetings",
                 N_ ("When and where a key message was given."),
                 "message day");

static const ScrField handover_fields[] = {
    {"title", TEXT, N_ ("Title"), NULL, NULL, NULL, NAME},
    FIELD_PARTNERSHIP,
    {"last_meeting", REFERENCE, N_ ("Last meeting of the old"), NULL, N_ ("Meetings that it joins"),
     "meeting", COLUMN},
    {"first_meeting", REFERENCE, N_ ("First meeting of the new"), NULL, NULL, "meeting", COLUMN},
    {"from_role", REFERENCE, N_ ("Role that ends"), NULL, NULL, "appointment group", 0},
    {"to_role", REFERENCE, N_ ("Role that begins"), NULL, NULL, "appointment group", 0},
    {"acts", RICH, N_ ("Symbolic acts"), NULL, N_ ("How it is shown"), NULL, SEARCHED},
    {"room", RICH, N_ ("Room plan"), NULL, NULL, NULL, SEARCHED},
    {"knowledge", RICH, N_ ("Knowledge to keep"), NULL, NULL, NULL, SEARCHED},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (handover,
                 "handover",
                 N_ ("Handover"),
                 N_ ("Handovers"),
                 "go-next-symbolic",
                 "meetings",
                 N_ ("How the old arrangement hands over to the new one."),
                 "title");

static const ScrField handover_task_fields[] = {
    {"title", TEXT, N_ ("Task"), NULL, NULL, NULL, NAME, 0, 500},
    {"handover", REFERENCE, N_ ("Handover"), NULL, NULL, "handover", REQUIRED | PARENT | COLUMN},
    {"done", BOOL, N_ ("Done"), NULL, NULL, NULL, COLUMN},
    {"owner", REFERENCE, N_ ("Owner"), NULL, NULL, "person appointment organisation group", COLUMN},
    {"due", DAY, N_ ("Due day"), NULL, NULL, NULL, COLUMN},
    FIELD_ORDER,
};
SCR_DEFINE_KIND (handover_task,
                 "handover_task",
                 N_ ("Handover task"),
                 N_ ("Handover checklist"),
                 "object-select-symbolic",
                 "meetings",
                 N_ ("What must not be forgotten when one arrangement follows another."),
                 "handover position");

static const ScrField agenda_template_fields[] = {
    {"title", TEXT, N_ ("Name"), NULL, NULL, NULL, NAME},
    {"meeting_kind", CHOICE, N_ ("For meetings of this kind"), NULL, NULL, "meeting-kind", COLUMN},
    {"length", DURATION, N_ ("Length"), NULL, NULL, NULL, COLUMN, 0, 6000},
    FIELD_NOTE,
};
SCR_DEFINE_KIND (agenda_template,
                 "agenda_template",
                 N_ ("Agenda template"),
                 N_ ("Agenda templates"),
                 "document-new-symbolic",
                 "meetings",
                 N_ ("Agendas to begin from."),
                 "title");

static const ScrField template_item_fields[] = {
    {"title", TEXT, N_ ("Item"), NULL, NULL, NULL, NAME, 0, 500},
    {"template", REFERENCE, N_ ("Agenda template"), NULL, NULL, "agenda_template",
     REQUIRED | PARENT | COLUMN},
    {"under", REFERENCE, N_ ("Under"), NULL, NULL, "template_item", PARENT},
    {"purpose", CHOICE, N_ ("Purpose"), NULL, NULL, "item-purpose", COLUMN},
    {"minutes", DURATION, N_ ("Length"), NULL, NULL, NULL, COLUMN, 0, 6000},
    {"about", REFERENCE, N_ ("About"), NULL, NULL, "group measure", 0},
    FIELD_ORDER,
};
SCR_DEFINE_KIND (template_item,
                 "template_item",
                 N_ ("Template item"),
                 N_ ("Template items"),
                 "view-list-symbolic",
                 "meetings",
                 N_ ("The items of an agenda template."),
                 "template position");

const ScrKind *const scr_kinds_meetings[] = {
    &meeting_kind,         &series_kind,   &agenda_item_kind,   &backlog_item_kind,
    &attendance_kind,      &interest_kind, &paper_kind,         &pack_kind,
    &minutes_version_kind, &decision_kind, &action_kind,        &key_message_kind,
    &delivery_kind,        &handover_kind, &handover_task_kind, &agenda_template_kind,
    &template_item_kind,   NULL,
};
