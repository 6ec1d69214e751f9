#!/usr/bin/env python3
"""Checks the shipped data against the descriptions of kinds, and the example against the table of coverage."""
import json
import os
import pathlib
import sys

from checks import check_all, check_coverage, check_holidays
from descriptions import read_descriptions

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(os.environ.get("SCR_SOURCE_ROOT", HERE.parent.parent))
BUNDLES = ("vocabulary.json", "templates.json", "example/example.json")


def main():
    bundles = {name: json.loads((ROOT / "data" / name).read_text(encoding="utf-8")) for name in BUNDLES}
    coverage = json.loads((HERE / "coverage.json").read_text(encoding="utf-8"))
    kinds = read_descriptions(ROOT)
    problems = [*check_all(bundles, kinds), *check_coverage(bundles, coverage),
                *check_holidays(ROOT / "data/bank-holidays.csv", bundles)]
    unused = set(kinds) - {kind for bundle in bundles.values() for kind in bundle["items"]} - {"holiday", "attachment"}
    problems += [f"the example shows no {kind}" for kind in sorted(unused)]
    for problem in problems:
        print(problem, file=sys.stderr)
    items = sum(len(rows) for bundle in bundles.values() for rows in bundle["items"].values())
    print(f"{items} items of {len(kinds)} kinds, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
