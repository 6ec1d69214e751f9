-- Meetings: time zones, series whose meetings are laid out, a backlog of agenda items, versions of minutes.
ALTER TABLE "record" ADD COLUMN "zone" TEXT;
ALTER TABLE "series" ADD COLUMN "start" TEXT;
ALTER TABLE "series" ADD COLUMN "length" REAL;
ALTER TABLE "series" ADD COLUMN "zone" TEXT;
ALTER TABLE "series" ADD COLUMN "kind" TEXT;
ALTER TABLE "series" ADD COLUMN "place" TEXT;
ALTER TABLE "series" ADD COLUMN "online" TEXT;
ALTER TABLE "series" ADD COLUMN "scrutineer" REAL;
ALTER TABLE "series" ADD COLUMN "template" TEXT REFERENCES "agenda_template" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "series" ADD COLUMN "skipped" TEXT;
ALTER TABLE "series" ADD COLUMN "uid" TEXT;
ALTER TABLE "meeting" ADD COLUMN "zone" TEXT;
ALTER TABLE "meeting" ADD COLUMN "cancel_reason" TEXT;
ALTER TABLE "meeting" ADD COLUMN "occurrence" TEXT;
ALTER TABLE "meeting" ADD COLUMN "uid" TEXT;
ALTER TABLE "meeting" ADD COLUMN "sequence" REAL;
ALTER TABLE "meeting" ADD COLUMN "imported" TEXT;
ALTER TABLE "handover_task" ADD COLUMN "owner" TEXT;
ALTER TABLE "handover_task" ADD COLUMN "due" TEXT;
ALTER TABLE "evidence" ADD COLUMN "item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "delivery" ADD COLUMN "item" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX "series.template" ON "series" ("template") WHERE "template" IS NOT NULL;
CREATE INDEX "handover_task.owner" ON "handover_task" ("owner") WHERE "owner" IS NOT NULL;
CREATE INDEX "evidence.item" ON "evidence" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "delivery.item" ON "delivery" ("item") WHERE "item" IS NOT NULL;

-- What the timeline reads by day, and an import by its identity.
CREATE INDEX "meeting.uid" ON "meeting" ("uid") WHERE "uid" IS NOT NULL;
CREATE INDEX "activity.day" ON "activity" ("day") WHERE "day" IS NOT NULL;
CREATE INDEX "meeting.last_day" ON "meeting" ("last_day") WHERE "last_day" IS NOT NULL;
CREATE INDEX "activity.until" ON "activity" ("until") WHERE "until" IS NOT NULL;

CREATE TABLE "minutes_version" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "number" REAL,
  "state" TEXT,
  "approved" TEXT,
  "approved_by" TEXT,
  "reason" TEXT,
  "text" TEXT,
  "before" TEXT,
  "note" TEXT
);
CREATE INDEX "minutes_version.meeting" ON "minutes_version" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "minutes_version.approved_by" ON "minutes_version" ("approved_by") WHERE "approved_by" IS NOT NULL;
CREATE INDEX "minutes_version.deleted" ON "minutes_version" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "backlog_item" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "group" TEXT REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "purpose" TEXT,
  "lead" TEXT,
  "minutes" REAL,
  "about" TEXT,
  "carried_from" TEXT REFERENCES "agenda_item" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT,
  "note" TEXT
);
CREATE INDEX "backlog_item.group" ON "backlog_item" ("group") WHERE "group" IS NOT NULL;
CREATE INDEX "backlog_item.lead" ON "backlog_item" ("lead") WHERE "lead" IS NOT NULL;
CREATE INDEX "backlog_item.about" ON "backlog_item" ("about") WHERE "about" IS NOT NULL;
CREATE INDEX "backlog_item.carried_from" ON "backlog_item" ("carried_from") WHERE "carried_from" IS NOT NULL;
CREATE INDEX "backlog_item.deleted" ON "backlog_item" ("deleted") WHERE "deleted" IS NOT NULL;
