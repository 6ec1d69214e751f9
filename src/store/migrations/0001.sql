-- The first schema: a table for each kind (see src/model/scr-kinds-*.c), and what records, finds and attaches.
-- Released migrations are never altered; what comes later is a further file.

CREATE TABLE "record" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "today" TEXT,
  "nation" TEXT,
  "year_start" REAL,
  "example" REAL,
  "note" TEXT
);
CREATE INDEX "record.deleted" ON "record" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "choice" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "label" TEXT,
  "list" TEXT,
  "help" TEXT,
  "icon" TEXT,
  "tone" TEXT,
  "weight" REAL,
  "from" TEXT,
  "until" TEXT,
  "position" TEXT
);
CREATE INDEX "choice.deleted" ON "choice" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "attachment" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "owner" TEXT,
  "media_type" TEXT,
  "size" REAL,
  "sha256" TEXT,
  "pages" REAL,
  "note" TEXT
);
CREATE INDEX "attachment.owner" ON "attachment" ("owner") WHERE "owner" IS NOT NULL;
CREATE INDEX "attachment.deleted" ON "attachment" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "holiday" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "nation" TEXT,
  "day" TEXT,
  "note" TEXT
);
CREATE INDEX "holiday.deleted" ON "holiday" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "partnership" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "short_title" TEXT,
  "area" TEXT,
  "website" TEXT,
  "vision" TEXT,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "partnership.deleted" ON "partnership" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "arrangement" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT,
  "publish_due" TEXT,
  "published" TEXT,
  "effective_due" TEXT,
  "effective" TEXT,
  "ended" TEXT,
  "guidance" TEXT,
  "summary" TEXT,
  "note" TEXT
);
CREATE INDEX "arrangement.partnership" ON "arrangement" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "arrangement.deleted" ON "arrangement" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "organisation" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "statutory" REAL,
  "sector" TEXT,
  "from" TEXT,
  "until" TEXT,
  "succeeds" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
);
CREATE INDEX "organisation.partnership" ON "organisation" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "organisation.succeeds" ON "organisation" ("succeeds") WHERE "succeeds" IS NOT NULL;
CREATE INDEX "organisation.deleted" ON "organisation" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "group" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "purpose" TEXT,
  "quorum" REAL,
  "from" TEXT,
  "until" TEXT,
  "succeeds" TEXT REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
);
CREATE INDEX "group.partnership" ON "group" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "group.succeeds" ON "group" ("succeeds") WHERE "succeeds" IS NOT NULL;
CREATE INDEX "group.deleted" ON "group" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "email" TEXT,
  "telephone" TEXT,
  "note" TEXT
);
CREATE INDEX "person.organisation" ON "person" ("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "person.deleted" ON "person" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "appointment" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "organisation" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT,
  "until" TEXT,
  "days" REAL,
  "substitutes" TEXT REFERENCES "appointment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "succeeds" TEXT REFERENCES "appointment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "freedom_to_roam" REAL,
  "remit" TEXT,
  "note" TEXT
);
CREATE INDEX "appointment.partnership" ON "appointment" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "appointment.person" ON "appointment" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "appointment.organisation" ON "appointment" ("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "appointment.substitutes" ON "appointment" ("substitutes") WHERE "substitutes" IS NOT NULL;
CREATE INDEX "appointment.succeeds" ON "appointment" ("succeeds") WHERE "succeeds" IS NOT NULL;
CREATE INDEX "appointment.deleted" ON "appointment" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "membership" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "group" TEXT REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "member" TEXT,
  "capacity" TEXT,
  "from" TEXT,
  "until" TEXT,
  "note" TEXT
);
CREATE INDEX "membership.group" ON "membership" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "membership.member" ON "membership" ("member") WHERE "member" IS NOT NULL;
CREATE INDEX "membership.deleted" ON "membership" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "link" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "from_card" TEXT,
  "kind" TEXT,
  "to_card" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT,
  "label" TEXT,
  "from" TEXT,
  "until" TEXT,
  "note" TEXT
);
CREATE INDEX "link.from_card" ON "link" ("from_card") WHERE "from_card" IS NOT NULL;
CREATE INDEX "link.to_card" ON "link" ("to_card") WHERE "to_card" IS NOT NULL;
CREATE INDEX "link.partnership" ON "link" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "link.deleted" ON "link" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "gap" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rule" TEXT,
  "about" TEXT,
  "state" TEXT,
  "owner" TEXT,
  "due" TEXT,
  "reason" TEXT,
  "resolution" TEXT,
  "closed" TEXT,
  "note" TEXT
);
CREATE INDEX "gap.partnership" ON "gap" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "gap.about" ON "gap" ("about") WHERE "about" IS NOT NULL;
CREATE INDEX "gap.owner" ON "gap" ("owner") WHERE "owner" IS NOT NULL;
CREATE INDEX "gap.deleted" ON "gap" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "brief" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "version" TEXT,
  "state" TEXT,
  "agreed" TEXT,
  "agreed_by" TEXT,
  "review" TEXT,
  "term" TEXT,
  "text" TEXT,
  "file" TEXT REFERENCES "attachment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "succeeds" TEXT REFERENCES "brief" ("id") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
);
CREATE INDEX "brief.partnership" ON "brief" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "brief.agreed_by" ON "brief" ("agreed_by") WHERE "agreed_by" IS NOT NULL;
CREATE INDEX "brief.file" ON "brief" ("file") WHERE "file" IS NOT NULL;
CREATE INDEX "brief.succeeds" ON "brief" ("succeeds") WHERE "succeeds" IS NOT NULL;
CREATE INDEX "brief.deleted" ON "brief" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "remit" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "brief" TEXT REFERENCES "brief" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sort" TEXT,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "remit.brief" ON "remit" ("brief") WHERE "brief" IS NOT NULL;
CREATE INDEX "remit.deleted" ON "remit" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "procurement_step" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "brief" TEXT REFERENCES "brief" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT,
  "done" TEXT,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "procurement_step.brief" ON "procurement_step" ("brief") WHERE "brief" IS NOT NULL;
CREATE INDEX "procurement_step.deleted" ON "procurement_step" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "access" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "appointment" TEXT REFERENCES "appointment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT,
  "where" TEXT,
  "result" TEXT,
  "reason" TEXT,
  "note" TEXT
);
CREATE INDEX "access.appointment" ON "access" ("appointment") WHERE "appointment" IS NOT NULL;
CREATE INDEX "access.where" ON "access" ("where") WHERE "where" IS NOT NULL;
CREATE INDEX "access.deleted" ON "access" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "role_trait" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "does" REAL,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "role_trait.partnership" ON "role_trait" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "role_trait.deleted" ON "role_trait" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "inspection" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "inspected" TEXT,
  "inspector" TEXT,
  "day" TEXT,
  "judgement" TEXT,
  "note" TEXT
);
CREATE INDEX "inspection.partnership" ON "inspection" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "inspection.inspected" ON "inspection" ("inspected") WHERE "inspected" IS NOT NULL;
CREATE INDEX "inspection.deleted" ON "inspection" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "peer_scrutiny" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "peer" TEXT,
  "state" TEXT,
  "lead" TEXT,
  "day" TEXT,
  "about" TEXT,
  "note" TEXT
);
CREATE INDEX "peer_scrutiny.partnership" ON "peer_scrutiny" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "peer_scrutiny.peer" ON "peer_scrutiny" ("peer") WHERE "peer" IS NOT NULL;
CREATE INDEX "peer_scrutiny.lead" ON "peer_scrutiny" ("lead") WHERE "lead" IS NOT NULL;
CREATE INDEX "peer_scrutiny.deleted" ON "peer_scrutiny" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "meeting" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "day" TEXT,
  "start" TEXT,
  "length" REAL,
  "last_day" TEXT,
  "state" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "series" TEXT REFERENCES "series" ("id") DEFERRABLE INITIALLY DEFERRED,
  "additional" REAL,
  "suggested_by" TEXT,
  "agreed_with" TEXT,
  "scrutineer" REAL,
  "place" TEXT,
  "online" TEXT,
  "pack_due" TEXT,
  "pack_state" TEXT,
  "summary" TEXT,
  "observations" TEXT,
  "note" TEXT
);
CREATE INDEX "meeting.partnership" ON "meeting" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "meeting.group" ON "meeting" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "meeting.priority" ON "meeting" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "meeting.series" ON "meeting" ("series") WHERE "series" IS NOT NULL;
CREATE INDEX "meeting.suggested_by" ON "meeting" ("suggested_by") WHERE "suggested_by" IS NOT NULL;
CREATE INDEX "meeting.agreed_with" ON "meeting" ("agreed_with") WHERE "agreed_with" IS NOT NULL;
CREATE INDEX "meeting.deleted" ON "meeting" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "series" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rule" TEXT,
  "from" TEXT,
  "until" TEXT,
  "note" TEXT
);
CREATE INDEX "series.partnership" ON "series" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "series.group" ON "series" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "series.deleted" ON "series" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "agenda_item" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "under" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "purpose" TEXT,
  "lead" TEXT,
  "minutes" REAL,
  "about" TEXT,
  "carried_from" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT,
  "position" TEXT
);
CREATE INDEX "agenda_item.meeting" ON "agenda_item" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "agenda_item.under" ON "agenda_item" ("under") WHERE "under" IS NOT NULL;
CREATE INDEX "agenda_item.lead" ON "agenda_item" ("lead") WHERE "lead" IS NOT NULL;
CREATE INDEX "agenda_item.about" ON "agenda_item" ("about") WHERE "about" IS NOT NULL;
CREATE INDEX "agenda_item.carried_from" ON "agenda_item" ("carried_from") WHERE "carried_from" IS NOT NULL;
CREATE INDEX "agenda_item.deleted" ON "agenda_item" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "attendance" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "who" TEXT,
  "state" TEXT,
  "capacity" TEXT,
  "substitute_for" TEXT,
  "note" TEXT
);
CREATE INDEX "attendance.meeting" ON "attendance" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "attendance.who" ON "attendance" ("who") WHERE "who" IS NOT NULL;
CREATE INDEX "attendance.substitute_for" ON "attendance" ("substitute_for") WHERE "substitute_for" IS NOT NULL;
CREATE INDEX "attendance.deleted" ON "attendance" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "interest" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "who" TEXT,
  "left" REAL,
  "note" TEXT
);
CREATE INDEX "interest.item" ON "interest" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "interest.who" ON "interest" ("who") WHERE "who" IS NOT NULL;
CREATE INDEX "interest.deleted" ON "interest" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "paper" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT,
  "author" TEXT,
  "due" TEXT,
  "marking" TEXT,
  "file" TEXT REFERENCES "attachment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "paper.meeting" ON "paper" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "paper.item" ON "paper" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "paper.author" ON "paper" ("author") WHERE "author" IS NOT NULL;
CREATE INDEX "paper.file" ON "paper" ("file") WHERE "file" IS NOT NULL;
CREATE INDEX "paper.deleted" ON "paper" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "pack" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "version" TEXT,
  "issued" TEXT,
  "marking" TEXT,
  "file" TEXT REFERENCES "attachment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
);
CREATE INDEX "pack.meeting" ON "pack" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "pack.file" ON "pack" ("file") WHERE "file" IS NOT NULL;
CREATE INDEX "pack.deleted" ON "pack" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "decision" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "decision.meeting" ON "decision" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "decision.item" ON "decision" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "decision.deleted" ON "decision" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "action" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "owner" TEXT,
  "due" TEXT,
  "state" TEXT,
  "done" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "proof" TEXT,
  "note" TEXT
);
CREATE INDEX "action.partnership" ON "action" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "action.owner" ON "action" ("owner") WHERE "owner" IS NOT NULL;
CREATE INDEX "action.meeting" ON "action" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "action.item" ON "action" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "action.priority" ON "action" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "action.deleted" ON "action" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "key_message" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "why" TEXT,
  "from" TEXT,
  "until" TEXT,
  "note" TEXT
);
CREATE INDEX "key_message.partnership" ON "key_message" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "key_message.deleted" ON "key_message" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "delivery" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "message" TEXT REFERENCES "key_message" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT,
  "by" TEXT,
  "reaction" TEXT
);
CREATE INDEX "delivery.message" ON "delivery" ("message") WHERE "message" IS NOT NULL;
CREATE INDEX "delivery.meeting" ON "delivery" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "delivery.by" ON "delivery" ("by") WHERE "by" IS NOT NULL;
CREATE INDEX "delivery.deleted" ON "delivery" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "handover" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "last_meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "first_meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from_role" TEXT,
  "to_role" TEXT,
  "acts" TEXT,
  "room" TEXT,
  "knowledge" TEXT,
  "note" TEXT
);
CREATE INDEX "handover.partnership" ON "handover" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "handover.last_meeting" ON "handover" ("last_meeting") WHERE "last_meeting" IS NOT NULL;
CREATE INDEX "handover.first_meeting" ON "handover" ("first_meeting") WHERE "first_meeting" IS NOT NULL;
CREATE INDEX "handover.from_role" ON "handover" ("from_role") WHERE "from_role" IS NOT NULL;
CREATE INDEX "handover.to_role" ON "handover" ("to_role") WHERE "to_role" IS NOT NULL;
CREATE INDEX "handover.deleted" ON "handover" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "handover_task" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "handover" TEXT REFERENCES "handover" ("id") DEFERRABLE INITIALLY DEFERRED,
  "done" REAL,
  "position" TEXT
);
CREATE INDEX "handover_task.handover" ON "handover_task" ("handover") WHERE "handover" IS NOT NULL;
CREATE INDEX "handover_task.deleted" ON "handover_task" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "agenda_template" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "meeting_kind" TEXT,
  "length" REAL,
  "note" TEXT
);
CREATE INDEX "agenda_template.deleted" ON "agenda_template" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "template_item" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "template" TEXT REFERENCES "agenda_template" ("id") DEFERRABLE INITIALLY DEFERRED,
  "under" TEXT REFERENCES "template_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "purpose" TEXT,
  "minutes" REAL,
  "about" TEXT,
  "position" TEXT
);
CREATE INDEX "template_item.template" ON "template_item" ("template") WHERE "template" IS NOT NULL;
CREATE INDEX "template_item.under" ON "template_item" ("under") WHERE "under" IS NOT NULL;
CREATE INDEX "template_item.about" ON "template_item" ("about") WHERE "about" IS NOT NULL;
CREATE INDEX "template_item.deleted" ON "template_item" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "activity" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "kind" TEXT,
  "state" TEXT,
  "day" TEXT,
  "until" TEXT,
  "days" REAL,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "year" TEXT REFERENCES "year" ("id") DEFERRABLE INITIALLY DEFERRED,
  "purpose" TEXT REFERENCES "remit" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "who" TEXT,
  "follows" TEXT REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED,
  "findings" TEXT,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "activity.partnership" ON "activity" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "activity.priority" ON "activity" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "activity.year" ON "activity" ("year") WHERE "year" IS NOT NULL;
CREATE INDEX "activity.purpose" ON "activity" ("purpose") WHERE "purpose" IS NOT NULL;
CREATE INDEX "activity.meeting" ON "activity" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "activity.group" ON "activity" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "activity.who" ON "activity" ("who") WHERE "who" IS NOT NULL;
CREATE INDEX "activity.follows" ON "activity" ("follows") WHERE "follows" IS NOT NULL;
CREATE INDEX "activity.deleted" ON "activity" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "priority" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "state" TEXT,
  "year" TEXT REFERENCES "year" ("id") DEFERRABLE INITIALLY DEFERRED,
  "lead" TEXT,
  "why" TEXT,
  "how" TEXT,
  "resource" TEXT,
  "benefits" TEXT,
  "success" TEXT,
  "baseline" TEXT,
  "progress" TEXT,
  "completed" TEXT,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "priority.partnership" ON "priority" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "priority.year" ON "priority" ("year") WHERE "year" IS NOT NULL;
CREATE INDEX "priority.lead" ON "priority" ("lead") WHERE "lead" IS NOT NULL;
CREATE INDEX "priority.deleted" ON "priority" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "year" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT,
  "until" TEXT,
  "days" REAL,
  "state" TEXT,
  "note" TEXT
);
CREATE INDEX "year.partnership" ON "year" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "year.deleted" ON "year" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "cycle" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT,
  "until" TEXT,
  "note" TEXT
);
CREATE INDEX "cycle.partnership" ON "cycle" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "cycle.group" ON "cycle" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "cycle.priority" ON "cycle" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "cycle.deleted" ON "cycle" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "agreement" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "activity" TEXT REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED,
  "by" TEXT,
  "day" TEXT,
  "note" TEXT
);
CREATE INDEX "agreement.activity" ON "agreement" ("activity") WHERE "activity" IS NOT NULL;
CREATE INDEX "agreement.by" ON "agreement" ("by") WHERE "by" IS NOT NULL;
CREATE INDEX "agreement.deleted" ON "agreement" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "activity_template" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "set" TEXT,
  "kind" TEXT,
  "days" REAL,
  "share" REAL,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "activity_template.deleted" ON "activity_template" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "mechanism" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT,
  "for" TEXT,
  "against" TEXT,
  "source" TEXT,
  "note" TEXT
);
CREATE INDEX "mechanism.partnership" ON "mechanism" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "mechanism.deleted" ON "mechanism" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "question" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "set" TEXT REFERENCES "question_set" ("id") DEFERRABLE INITIALLY DEFERRED,
  "about" TEXT,
  "prompt" TEXT,
  "position" TEXT
);
CREATE INDEX "question.set" ON "question" ("set") WHERE "set" IS NOT NULL;
CREATE INDEX "question.deleted" ON "question" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "question_set" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stage" TEXT,
  "source" TEXT,
  "offered" REAL,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "question_set.partnership" ON "question_set" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "question_set.deleted" ON "question_set" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "asking" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "question" TEXT REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "forum" TEXT,
  "of" TEXT,
  "by" TEXT,
  "note" TEXT
);
CREATE INDEX "asking.question" ON "asking" ("question") WHERE "question" IS NOT NULL;
CREATE INDEX "asking.partnership" ON "asking" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "asking.priority" ON "asking" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "asking.forum" ON "asking" ("forum") WHERE "forum" IS NOT NULL;
CREATE INDEX "asking.of" ON "asking" ("of") WHERE "of" IS NOT NULL;
CREATE INDEX "asking.by" ON "asking" ("by") WHERE "by" IS NOT NULL;
CREATE INDEX "asking.deleted" ON "asking" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "answer" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "asking" TEXT REFERENCES "asking" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT,
  "judgement" TEXT,
  "about" TEXT,
  "by" TEXT,
  "text" TEXT,
  "response" TEXT
);
CREATE INDEX "answer.asking" ON "answer" ("asking") WHERE "asking" IS NOT NULL;
CREATE INDEX "answer.by" ON "answer" ("by") WHERE "by" IS NOT NULL;
CREATE INDEX "answer.deleted" ON "answer" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "measure" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "about" TEXT,
  "unit" TEXT,
  "better" TEXT,
  "baseline" REAL,
  "baseline_day" TEXT,
  "target" REAL,
  "forecast" REAL,
  "story" TEXT,
  "note" TEXT
);
CREATE INDEX "measure.partnership" ON "measure" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "measure.priority" ON "measure" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "measure.deleted" ON "measure" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "data_point" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "measure" TEXT REFERENCES "measure" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT,
  "value" REAL,
  "note" TEXT
);
CREATE INDEX "data_point.measure" ON "data_point" ("measure") WHERE "measure" IS NOT NULL;
CREATE INDEX "data_point.deleted" ON "data_point" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "evidence" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "answer" TEXT REFERENCES "answer" ("id") DEFERRABLE INITIALLY DEFERRED,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "activity" TEXT,
  "kind" TEXT,
  "about" TEXT,
  "day" TEXT,
  "text" TEXT
);
CREATE INDEX "evidence.partnership" ON "evidence" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "evidence.answer" ON "evidence" ("answer") WHERE "answer" IS NOT NULL;
CREATE INDEX "evidence.priority" ON "evidence" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "evidence.activity" ON "evidence" ("activity") WHERE "activity" IS NOT NULL;
CREATE INDEX "evidence.deleted" ON "evidence" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "voice" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "of" TEXT,
  "rung" TEXT,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "answer" TEXT REFERENCES "answer" ("id") DEFERRABLE INITIALLY DEFERRED,
  "activity" TEXT,
  "day" TEXT,
  "heard" REAL,
  "text" TEXT,
  "influence" TEXT
);
CREATE INDEX "voice.partnership" ON "voice" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "voice.priority" ON "voice" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "voice.answer" ON "voice" ("answer") WHERE "answer" IS NOT NULL;
CREATE INDEX "voice.activity" ON "voice" ("activity") WHERE "activity" IS NOT NULL;
CREATE INDEX "voice.deleted" ON "voice" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "challenge" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT,
  "theme" TEXT,
  "state" TEXT,
  "to" TEXT,
  "priority" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT,
  "response" TEXT,
  "response_day" TEXT,
  "impact" TEXT
);
CREATE INDEX "challenge.partnership" ON "challenge" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "challenge.to" ON "challenge" ("to") WHERE "to" IS NOT NULL;
CREATE INDEX "challenge.priority" ON "challenge" ("priority") WHERE "priority" IS NOT NULL;
CREATE INDEX "challenge.meeting" ON "challenge" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "challenge.deleted" ON "challenge" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "dispute" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "reference" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "policy" TEXT REFERENCES "policy" ("id") DEFERRABLE INITIALLY DEFERRED,
  "raised_by" TEXT,
  "raised_with" TEXT,
  "reason" TEXT,
  "need" TEXT,
  "opened" TEXT,
  "state" TEXT,
  "stage" TEXT REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT,
  "closed" TEXT,
  "outcome" TEXT,
  "learning" TEXT
);
CREATE INDEX "dispute.partnership" ON "dispute" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "dispute.policy" ON "dispute" ("policy") WHERE "policy" IS NOT NULL;
CREATE INDEX "dispute.raised_by" ON "dispute" ("raised_by") WHERE "raised_by" IS NOT NULL;
CREATE INDEX "dispute.raised_with" ON "dispute" ("raised_with") WHERE "raised_with" IS NOT NULL;
CREATE INDEX "dispute.stage" ON "dispute" ("stage") WHERE "stage" IS NOT NULL;
CREATE INDEX "dispute.deleted" ON "dispute" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "event" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "dispute" TEXT REFERENCES "dispute" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT,
  "kind" TEXT,
  "stage" TEXT REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
  "by" TEXT,
  "corrects" TEXT REFERENCES "event" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT,
  "position" TEXT
);
CREATE INDEX "event.dispute" ON "event" ("dispute") WHERE "dispute" IS NOT NULL;
CREATE INDEX "event.stage" ON "event" ("stage") WHERE "stage" IS NOT NULL;
CREATE INDEX "event.by" ON "event" ("by") WHERE "by" IS NOT NULL;
CREATE INDEX "event.corrects" ON "event" ("corrects") WHERE "corrects" IS NOT NULL;
CREATE INDEX "event.deleted" ON "event" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "policy" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "route" TEXT,
  "nation" TEXT,
  "from" TEXT,
  "until" TEXT,
  "immediate" TEXT,
  "note" TEXT
);
CREATE INDEX "policy.partnership" ON "policy" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "policy.deleted" ON "policy" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "stage" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "policy" TEXT REFERENCES "policy" ("id") DEFERRABLE INITIALLY DEFERRED,
  "working_days" REAL,
  "handler" TEXT,
  "arbiter" TEXT,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "stage.policy" ON "stage" ("policy") WHERE "policy" IS NOT NULL;
CREATE INDEX "stage.arbiter" ON "stage" ("arbiter") WHERE "arbiter" IS NOT NULL;
CREATE INDEX "stage.deleted" ON "stage" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "report" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "version" TEXT,
  "state" TEXT,
  "made" TEXT,
  "from" TEXT,
  "until" TEXT,
  "due" TEXT,
  "marking" TEXT,
  "language" TEXT,
  "file" TEXT REFERENCES "attachment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
);
CREATE INDEX "report.partnership" ON "report" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "report.file" ON "report" ("file") WHERE "file" IS NOT NULL;
CREATE INDEX "report.deleted" ON "report" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "submission" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "report" TEXT REFERENCES "report" ("id") DEFERRABLE INITIALLY DEFERRED,
  "to" TEXT,
  "day" TEXT,
  "due" TEXT,
  "state" TEXT,
  "acknowledged" TEXT,
  "note" TEXT
);
CREATE INDEX "submission.report" ON "submission" ("report") WHERE "report" IS NOT NULL;
CREATE INDEX "submission.to" ON "submission" ("to") WHERE "to" IS NOT NULL;
CREATE INDEX "submission.deleted" ON "submission" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE INDEX "meeting.day" ON "meeting" ("day", "start");
CREATE INDEX "choice.list" ON "choice" ("list", "position");

-- Changes: one row for each action, with the SQLite session changeset that undoes and redoes it.
-- state: 0 done, 1 undone, 2 undone and overtaken by later work, 3 the beginning, which is not undone.
-- reverts: the change that this one takes back.
CREATE TABLE "change" (
  "seq" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "author" TEXT,
  "at" INTEGER NOT NULL,
  "merge_key" TEXT,
  "state" INTEGER NOT NULL DEFAULT 0,
  "reverts" INTEGER,
  "changeset" BLOB NOT NULL
);
CREATE INDEX "change.reverts" ON "change" ("reverts") WHERE "reverts" IS NOT NULL;
CREATE INDEX "change.state" ON "change" ("state", "seq");
CREATE TABLE "change_item" (
  "item" TEXT NOT NULL,
  "change" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  PRIMARY KEY ("item", "change", "kind")
) WITHOUT ROWID;

-- Search: the searched text of every item, and its index. folded: words as people without the keys for them type them.
-- place: the partnership that it belongs to, as one word.
CREATE TABLE "search_text" (
  "number" INTEGER PRIMARY KEY,
  "item" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "folded" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  UNIQUE ("item", "kind")
);
CREATE VIRTUAL TABLE "search" USING fts5 (title, body, folded, place, content='search_text', content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='2 3');

-- Attached files, kept once by content, in parts that stream. sha256 is empty while a file is being written.
CREATE TABLE "file" (
  "number" INTEGER PRIMARY KEY,
  "sha256" TEXT UNIQUE,
  "size" INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE "file_part" (
  "file" INTEGER NOT NULL,
  "part" INTEGER NOT NULL,
  "data" BLOB NOT NULL,
  PRIMARY KEY ("file", "part")
);

