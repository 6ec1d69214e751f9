#!/usr/bin/env python3
"""What no source file may hold: unfinished work, white space at line ends, tabs in C, goto, a missing head comment."""
import re

from lint import ROOT, done, files, lines, report

# Written in two pieces so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")

SOURCES = files("*.c", "*.h", "*.py", "*.ui", "*.css", "*.sql", "*.xml", "*.in", "*.page", "meson.build", "*.sh")
SOURCES += [path for path in files("*", under=("tools", ".ci")) if path not in SOURCES]
SOURCES += [ROOT / name for name in ("meson.build", "README.md", "ARCHITECTURE.md") if (ROOT / name).exists()]

for path in SOURCES:
    content = path.read_text(encoding="utf-8")
    if content and not content.endswith("\n"):
        report(path, 0, "no line end at the end of the file")
    for number, line in lines(path):
        if UNFINISHED.search(line):
            report(path, number, "unfinished work")
        if line != line.rstrip():
            report(path, number, "white space at the end of the line")
        if path.suffix in (".c", ".h"):
            if "\t" in line:
                report(path, number, "a tab")
            if re.match(r"\s*goto\s+\w+\s*;", line):
                report(path, number, "goto")
            if len(line) > 130:
                report(path, number, f"{len(line)} columns (110 is the measure, 130 the limit)")
    if path.suffix in (".c", ".h") and content.count("\n") > 5 and not content.startswith("/*"):
        report(path, 1, "no comment at the head: what the file owns, what always holds, on which thread")
    if path.suffix == ".h" and "#pragma once" not in content and "#ifndef" not in content:
        report(path, 1, "no #pragma once")
done()
