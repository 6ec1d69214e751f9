-- Rows of a record of schema version 1: all that a person can leave in one. Its schema is migrations/0001.sql, which is
-- never altered once it is released. Read by test-migrations.c.

INSERT INTO "record" ("id", "title")
  VALUES ('record', 'Record of version 1');
INSERT INTO "attachment" ("id", "title", "owner", "media_type", "size", "sha256")
  VALUES ('a4aa9482-bb21-4937-9ea4-bbe8fca8ecd4', 'paper.txt', 'dd5e27e9-fa83-4aef-b33c-6ffea7bee1c1', 'text/plain', 39.0, 'a105082f8d1d02271d2bf910e9b64f32a30ebba86440a0f7e33ccf4779f61abe');
INSERT INTO "partnership" ("id", "title")
  VALUES ('07710f14-d634-4ee2-a0e4-39e181b2e4a5', 'Bexley and Greenwich');
INSERT INTO "group" ("id", "title", "partnership")
  VALUES ('9df75c22-9297-40f2-ba35-167ae7051c4b', 'Executive', '07710f14-d634-4ee2-a0e4-39e181b2e4a5');
INSERT INTO "meeting" ("id", "title", "day", "partnership")
  VALUES ('58733d39-9041-4457-a4e8-1679506fc8cb', 'Łódź visit', '2019-06-12', '07710f14-d634-4ee2-a0e4-39e181b2e4a5');
INSERT INTO "agenda_item" ("id", "title", "meeting")
  VALUES ('dd5e27e9-fa83-4aef-b33c-6ffea7bee1c1', 'Neglect', '58733d39-9041-4457-a4e8-1679506fc8cb');
INSERT INTO "agenda_item" ("id", "deleted", "title", "meeting")
  VALUES ('d6d90500-ded5-4fe8-a4c0-939be44d3829', '2019-06-11T09:00:00.000000Z', 'Withdrawn paper', '58733d39-9041-4457-a4e8-1679506fc8cb');
INSERT INTO "change" ("seq", "id", "label", "author", "at", "state", "changeset")
  VALUES (6, '248e732d-4fb7-428a-934a-502f843d19ac', 'Delete Withdrawn paper', 'Partnership manager', 1560243600, 0, X'540C0100000000000000000000006167656E64615F6974656D001700032464366439303530302D646564352D346665382D613463302D393339626534346433383239050000000000000000000000031B323031392D30362D31315430393A30303A30302E3030303030305A00000000000000000000');
INSERT INTO "change" ("seq", "id", "label", "author", "at", "state", "changeset")
  VALUES (8, '046dd8fe-e2ab-432b-ad27-ea5e075aa9da', 'Title of Bexley', 'Partnership manager', 1560243600, 0, X'5409010000000000000000706172746E657273686970001700032430373731306631342D643633342D346565322D613065342D3339653138316232653461350003064265786C6579000000000000000003144265786C657920616E6420477265656E77696368000000000000');
INSERT INTO "change_item" ("item", "change", "kind")
  VALUES ('07710f14-d634-4ee2-a0e4-39e181b2e4a5', 8, 'partnership');
INSERT INTO "change_item" ("item", "change", "kind")
  VALUES ('d6d90500-ded5-4fe8-a4c0-939be44d3829', 6, 'agenda_item');
INSERT INTO "file" ("number", "sha256", "size")
  VALUES (1, 'a105082f8d1d02271d2bf910e9b64f32a30ebba86440a0f7e33ccf4779f61abe', 39);
INSERT INTO "file_part" ("file", "part", "data")
  VALUES (1, 0, X'41207061706572206F66207468726565206C696E65732E0A5365636F6E642E0A54686972642E0A');
INSERT INTO "search_text" ("number", "item", "kind", "title", "body", "folded", "place")
  VALUES (1, 'record', 'record', 'Record of version 1', '', '', '');
INSERT INTO "search_text" ("number", "item", "kind", "title", "body", "folded", "place")
  VALUES (3, '9df75c22-9297-40f2-ba35-167ae7051c4b', 'group', 'Executive', '', '', '07710f14d6344ee2a0e439e181b2e4a5');
INSERT INTO "search_text" ("number", "item", "kind", "title", "body", "folded", "place")
  VALUES (4, '58733d39-9041-4457-a4e8-1679506fc8cb', 'meeting', 'Łódź visit', '', 'lodz', '07710f14d6344ee2a0e439e181b2e4a5');
INSERT INTO "search_text" ("number", "item", "kind", "title", "body", "folded", "place")
  VALUES (5, 'dd5e27e9-fa83-4aef-b33c-6ffea7bee1c1', 'agenda_item', 'Neglect', '', '', '07710f14d6344ee2a0e439e181b2e4a5');
INSERT INTO "search_text" ("number", "item", "kind", "title", "body", "folded", "place")
  VALUES (6, 'd6d90500-ded5-4fe8-a4c0-939be44d3829', 'agenda_item', 'Withdrawn paper', '', '', '07710f14d6344ee2a0e439e181b2e4a5');
INSERT INTO "search_text" ("number", "item", "kind", "title", "body", "folded", "place")
  VALUES (7, 'a4aa9482-bb21-4937-9ea4-bbe8fca8ecd4', 'attachment', 'paper.txt', '', '', '07710f14d6344ee2a0e439e181b2e4a5');
INSERT INTO "search_text" ("number", "item", "kind", "title", "body", "folded", "place")
  VALUES (8, '07710f14-d634-4ee2-a0e4-39e181b2e4a5', 'partnership', 'Bexley and Greenwich', '', '', '07710f14d6344ee2a0e439e181b2e4a5');
INSERT INTO search (search) VALUES ('rebuild');
PRAGMA application_id=1396920916;
PRAGMA user_version=1;
