-- The map: where cards stand, named views of it, and the tiers at which an organisation answers.
ALTER TABLE "organisation" ADD COLUMN "tiers" TEXT;
ALTER TABLE "link" ADD COLUMN "tier" TEXT;

CREATE TABLE "placement" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "card" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "layout" TEXT,
  "x" REAL,
  "y" REAL
);
CREATE INDEX "placement.card" ON "placement" ("card") WHERE "card" IS NOT NULL;
CREATE INDEX "placement.partnership" ON "placement" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "placement.deleted" ON "placement" ("deleted") WHERE "deleted" IS NOT NULL;

CREATE TABLE "map_view" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "deleted" TEXT,
  "title" TEXT,
  "partnership" TEXT REFERENCES "partnership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "layout" TEXT,
  "hidden_links" TEXT,
  "hidden_cards" TEXT,
  "around" TEXT,
  "steps" REAL,
  "gaps_only" REAL,
  "coverage" REAL,
  "day" TEXT,
  "note" TEXT
);
CREATE INDEX "map_view.partnership" ON "map_view" ("partnership") WHERE "partnership" IS NOT NULL;
CREATE INDEX "map_view.around" ON "map_view" ("around") WHERE "around" IS NOT NULL;
CREATE INDEX "map_view.deleted" ON "map_view" ("deleted") WHERE "deleted" IS NOT NULL;
