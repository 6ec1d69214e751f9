#!/usr/bin/env python3
"""An arrow may only go down: model <- store, report <- exchange <- app <- ui (ARCHITECTURE.md); tidy <- app.

The build enforces it as well, by giving each folder only its own dependencies; but on a system where all headers
lie in one folder, a forbidden include would compile. This check does not depend on the system.
"""
import re

from lint import ROOT, done, files, lines, report

BELOW = {
    "model": {"model"},
    "store": {"model", "store"},
    "report": {"model", "report"},
    "exchange": {"model", "store", "exchange"},
    "tidy": {"tidy"},
    "app": {"model", "store", "report", "exchange", "tidy", "app"},
    "ui": {"model", "store", "report", "exchange", "tidy", "app", "ui"},
}
# Headers of others' libraries, and the layers that may include them.
FOREIGN = [
    (r"(gtk|gdk|gsk)/.*|adwaita\.h|poppler\.h", {"ui"}),
    (r"graphviz/.*|gvc\.h|cgraph\.h", {"tidy"}),
    (r"sqlite3\.h", {"store"}),
    (r"qpdf/.*|cmark\.h|cairo.*\.h|pango/.*", {"report", "ui"}),
    (r"qpdf/.*", {"report"}),
    (r"libical/.*|json-glib/.*", {"exchange"}),
]

home = {path.name: path.relative_to(ROOT / "src").parts[0]
        for path in files("*.h", under=("src",)) if len(path.relative_to(ROOT / "src").parts) > 1}

for path in files("*.c", "*.h", under=("src",)):
    parts = path.relative_to(ROOT / "src").parts
    layer = parts[0] if len(parts) > 1 else "ui"
    if layer not in BELOW:
        report(path, 0, f"the folder “{layer}” is no layer")
        continue
    for number, line in lines(path):
        included = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if not included:
            continue
        header = included[1]
        for pattern, layers in FOREIGN:
            if re.fullmatch(pattern, header) and layer not in layers:
                report(path, number, f"{header} may only be included in {', '.join(sorted(layers))}")
        owner = home.get(header.rsplit("/", 1)[-1])
        if owner and owner not in BELOW[layer]:
            report(path, number, f"{header} is of the layer “{owner}”, above “{layer}”")
done()
