#!/usr/bin/env python3
"""Every XML, SVG, template and help page is well formed; help pages link to pages that exist; JSON is JSON."""
import json
import re
from xml.etree import ElementTree

from lint import ROOT, done, files, report

GTK_BANNED = re.compile(r'class="(GtkTreeView|GtkComboBox\w*|GtkDialog|GtkEntryCompletion|GtkStatusbar|GtkInfoBar)"')

for path in files("*.xml", "*.xml.in", "*.svg", "*.ui", "*.page"):
    try:
        ElementTree.parse(path)
    except ElementTree.ParseError as error:
        report(path, error.position[0], str(error))
for path in files("*.json", under=("data", "tests")):
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        report(path, 0, str(error))

for path in files("*.ui", under=("src",)):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if GTK_BANNED.search(line):
            report(path, number, "a widget that this program does not use (ARCHITECTURE.md)")

pages = {path.stem: path for path in files("*.page", under=("help/C",))}
for name, path in pages.items():
    tree = ElementTree.parse(path).getroot()
    if tree.get("id") != name:
        report(path, 0, f"its id is “{tree.get('id')}”, its name “{name}”")
    for element in tree.iter():
        target = element.get("xref")
        if target and element.tag.endswith("link") and target.split("#")[0] not in pages:
            report(path, 0, f"links to “{target}”, which does not exist")
# F1 opens the page of the view that is shown.
registry = (ROOT / "src/ui/scr-view-registry.c").read_text(encoding="utf-8")
for view in re.findall(r'^    \{"([a-z]+)", N_ \(', registry, re.M):
    if view not in pages:
        report("src/ui/scr-view-registry.c", 0, f"the view “{view}” has no page of help")
built = (ROOT / "help/meson.build").read_text(encoding="utf-8")
for name in pages:
    if f"'{name}.page'" not in built:
        report("help/meson.build", 0, f"{name}.page is not listed")
done()
