#!/usr/bin/env python3
"""The checker must find what is wrong: each case here spoils good data in one way."""
import copy
import os
import pathlib
import sys
import unittest

from checks import check_all, check_coverage
from descriptions import read_descriptions

ROOT = pathlib.Path(os.environ.get("SCR_SOURCE_ROOT", pathlib.Path(__file__).resolve().parent.parent.parent))
KINDS = read_descriptions(ROOT)


def choices():
    lists = {}
    for fields in KINDS.values():
        lists.update({f.of: f.type for f in fields.values() if f.type in ("CHOICE", "STATUS")})
    for name, kind in lists.items():
        for position, key in (("b", "one"), ("c", "two")):
            tone = {"tone": "done"} if kind == "STATUS" else {}
            yield {"id": f"{name}.{key}", "list": name, "label": "One", **tone, "position": position}


GOOD = {
    "format": "scrutiny-bundle", "version": 1, "files": {},
    "items": {
        "choice": list(choices()),
        "partnership": [{"id": "@here", "title": "Here", "position": "b"}],
        "group": [{"id": "@board", "title": "Board", "partnership": "@here", "kind": "group-kind.one",
                   "from": "2019-01-01", "until": "2019-12-31"}],
        "meeting": [{"id": "@meeting", "title": "Meeting", "day": "2019-06-12", "start": "14:00", "length": 60,
                     "scrutineer": True, "group": "@board", "state": "meeting-state.one"}],
        "agenda_item": [{"id": "@item", "title": "Item", "meeting": "@meeting", "position": "b"},
                        {"id": "@other", "title": "Other", "meeting": "@meeting", "position": "c"}],
    },
}


def spoilt(spoil):
    bundle = copy.deepcopy(GOOD)
    spoil(bundle["items"])
    return list(check_all({"test": bundle}, KINDS))


def setting(kind, field, value):
    return lambda items: items[kind][0].update({field: value})


def approve(version=True, day="2019-06-13", meeting=True):
    """Minutes that are approved, in part."""
    def spoil(items):
        items["choice"] += [{"id": "meeting-state.minutes-approved", "list": "meeting-state", "label": "One",
                             "tone": "done", "position": "d"},
                            {"id": "minutes-state.approved", "list": "minutes-state", "label": "One",
                             "tone": "done", "position": "d"}]
        if meeting:
            items["meeting"][0]["state"] = "meeting-state.minutes-approved"
        if version:
            items["minutes_version"] = [{"id": "@version", "meeting": "@meeting", "number": 1,
                                         "state": "minutes-state.approved", "approved": day}]
    return spoil


class Descriptions(unittest.TestCase):
    def test_are_read_whole(self):
        self.assertGreaterEqual(len(KINDS), 55)
        self.assertEqual(KINDS["link"]["from_card"].of.split(), ["organisation", "group", "appointment", "person", "partnership"])
        self.assertIn("REQUIRED", KINDS["question"]["set"].flags)
        self.assertEqual(KINDS["question"]["title"].greatest_length, 500)
        self.assertEqual(KINDS["meeting"]["partnership"].of, "partnership")
        self.assertEqual(KINDS["activity_template"]["share"].high, 1)
        self.assertEqual(KINDS["brief"]["file"].type, "FILE")


class Checker(unittest.TestCase):
    def test_good_data_passes(self):
        self.assertEqual(spoilt(lambda items: None), [])
        self.assertEqual(spoilt(approve()), [])

    def test_finds_what_is_wrong(self):
        cases = {
            "unknown kind": lambda items: items.update(castle=[{"id": "@castle"}]),
            "unknown field": setting("meeting", "colour", "red"),
            "required field": lambda items: items["meeting"][0].pop("title"),
            "dangling reference": setting("meeting", "group", "@nowhere"),
            "reference of a wrong kind": setting("meeting", "group", "@here"),
            "choice of another list": setting("meeting", "state", "meeting-kind.one"),
            "choice that is none": setting("meeting", "state", "meeting-state.three"),
            "day that is none": setting("meeting", "day", "2019-02-30"),
            "time that is none": setting("meeting", "start", "24:00"),
            "length below its limit": setting("meeting", "length", -1),
            "length in parts of a minute": setting("meeting", "length", 1.5),
            "yes as a word": setting("meeting", "scrutineer", "yes"),
            "text that is too long": setting("meeting", "title", "x" * 201),
            "text of blanks": setting("meeting", "title", " "),
            "an e-mail address": setting("meeting", "title", "Write to somebody@example.org"),
            "order key that ends in 0": setting("agenda_item", "position", "b0"),
            "two at one place": setting("agenda_item", "position", "c"),
            "end before beginning": setting("group", "until", "2018-01-01"),
            "approved minutes of which no version is kept": approve(version=False),
            "minutes approved before the meeting": approve(day="2019-06-11"),
            "a version of minutes that are not approved": approve(meeting=False),
            "same id twice": setting("group", "id", "@here"),
            "id of another form": setting("group", "id", "board"),
            "choice outside its list": setting("choice", "id", "elsewhere.one"),
            "list of one choice": lambda items: items["choice"].pop(),
            "tone that is none": lambda items: next(c for c in items["choice"] if "tone" in c).update(tone="red"),
        }
        for name, spoil in cases.items():
            with self.subTest(name):
                self.assertTrue(spoilt(spoil))

    def test_finds_a_gap_in_coverage(self):
        rows = {str(row): {"ids": ["@here"]} for row in range(30)}
        self.assertEqual(list(check_coverage({"test": GOOD}, rows)), [])
        self.assertTrue(list(check_coverage({"test": GOOD}, {**rows, "7": {"ids": []}})))
        self.assertTrue(list(check_coverage({"test": GOOD}, {**rows, "7": {"ids": ["@gone"]}})))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
