#!/usr/bin/env python3
"""po/POTFILES names every file with a string to translate, none else, sorted."""
import re

from lint import ROOT, done, files, report

MARKED = {
    ".c": re.compile(r'(?<![\w])(N?_|C_|NC_|N?T_|g?ettext|ngettext|N?scr_tr|scr_tr_context|scr_tr_plural)\s*\(\s*"'
                     r'|scr_tr(_context|_plural)?\s*\([^;"]*"'),
    ".ui": re.compile(r'translatable="(yes|true|1)"'),
    ".in": re.compile(r"^(Name|Comment|Keywords|GenericName)=|<(name|summary|p|li|caption|comment)>", re.M),
    ".xml": re.compile(r"<summary>.*</summary>\s*(<description>|</key>)", re.S),
}

listed = [line for line in (ROOT / "po/POTFILES").read_text(encoding="utf-8").splitlines()
          if line and not line.startswith("#")]
if listed != sorted(listed):
    report("po/POTFILES", 0, "not sorted")
for name in sorted({name for name in listed if listed.count(name) > 1}):
    report("po/POTFILES", 0, f"{name} is listed twice")
for name in listed:
    if not (ROOT / name).is_file():
        report("po/POTFILES", 0, f"{name} does not exist")

for path in files("*.c", "*.h", "*.ui", "*.desktop.in", "*.metainfo.xml.in", under=("src", "data")):
    name = str(path.relative_to(ROOT))
    pattern = MARKED.get(".c" if path.suffix == ".h" else path.suffix)
    content = path.read_text(encoding="utf-8")
    content = re.sub(r"/\*.*?\*/", "", content, flags=re.S) if path.suffix in (".c", ".h") else content
    if pattern.search(content) and name not in listed:
        report("po/POTFILES", 0, f"{name} has strings to translate and is not listed")
done()
