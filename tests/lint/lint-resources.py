#!/usr/bin/env python3
"""Every template, icon, style sheet and migration is in a resource bundle, and every bundle's file exists."""
import re
from xml.etree import ElementTree

from lint import ROOT, done, files, report

bundled = set()
for bundle in files("*.gresource.xml", under=("src", "data")):
    for group in ElementTree.parse(bundle).getroot():
        for entry in group.iter("file"):
            name = entry.text.strip()
            # Bundles are made from their own folder, or with "data" or the top as source.
            places = [base / name for base in (bundle.parent, ROOT / "data", ROOT)]
            found = next((place for place in places if place.is_file()), None)
            if found:
                bundled.add(found.resolve())
            else:
                report(bundle, 0, f"names {name}, which does not exist")

for path in files("*.ui", "*.css", "*.sql", under=("src",)) + files("*-symbolic.svg", under=("data/icons/scalable",)):
    if path.resolve() not in bundled:
        report(path, 0, "is in no resource bundle")

# Icons of our own that the source names must exist.
ours = {path.stem for path in files("*.svg", under=("data/icons",))}
for path in files("*.c", "*.h", "*.ui", "*.json", under=("src", "data")):
    for name in re.findall(r'["\'>](scrutiny-[a-z0-9-]+-symbolic)["\'<]', path.read_text(encoding="utf-8")):
        if name not in ours:
            report(path, 0, f"names the icon {name}, which does not exist")
done()
