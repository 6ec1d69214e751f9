#!/usr/bin/env python3
"""What the desktop reads is valid: desktop entry, metainfo, kind of file, settings, manual page."""
import pathlib
import re
import tempfile

from lint import BUILD, ROOT, done, need, report, run

ID = "org.example.Scrutiny"
need("desktop-file-validate", "appstreamcli", "glib-compile-schemas", "update-mime-database")


def check(path, *command):
    """One tool's opinion of one file: any complaint is a finding."""
    status, said = run(*command)
    if status:
        report(path, 0, said.strip())


desktop = BUILD / f"data/{ID}.desktop"
check(desktop, "desktop-file-validate", desktop)
# There is no web page to name: AppStream 1.0 warns of that, where older versions only mention it.
metainfo = f"data/{ID}.metainfo.xml.in"
status, said = run("appstreamcli", "validate", "--no-net", BUILD / f"data/{ID}.metainfo.xml")
complaints = [line for line in said.splitlines() if re.match(r"\s*[EW]: ", line)]
if status and (not complaints or any("url-homepage-missing" not in line for line in complaints)):
    report(metainfo, 0, said.strip())
check(f"data/{ID}.gschema.xml", "glib-compile-schemas", "--strict", "--dry-run", ROOT / "data")

with tempfile.TemporaryDirectory() as folder:
    packages = pathlib.Path(folder, "packages")
    packages.mkdir()
    (packages / f"{ID}.xml").write_bytes((BUILD / f"data/{ID}.xml").read_bytes())
    check(f"data/{ID}.mime.xml.in", "update-mime-database", folder)

# What people read of the program before they start it speaks every language.
languages = (ROOT / "po/LINGUAS").read_text(encoding="utf-8").split()
entry = desktop.read_text(encoding="utf-8")
for language in languages:
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        if re.search(f"^{key}=", entry, re.M) and not re.search(rf"^{key}\[{language}\]=.", entry, re.M):
            report(f"data/{ID}.desktop.in", 0, f"{key} is not translated into {language}")
    for name, element in ((f"{ID}.metainfo.xml", r"name|summary|p|li|caption"), (f"{ID}.xml", "comment")):
        made = (BUILD / "data" / name).read_text(encoding="utf-8")
        plain = len(re.findall(rf"<({element})>", made))
        if len(re.findall(rf'<({element}) xml:lang="{language}">', made)) != plain:
            report(f"data/{name}", 0, f"is not wholly translated into {language}")

# The release that the metainfo speaks of last is the program's version.
version = re.search(r"version: '([^']+)'", (ROOT / "meson.build").read_text(encoding="utf-8"))[1]
release = re.search(r'<release version="([^"]+)"', (ROOT / f"data/{ID}.metainfo.xml.in").read_text(encoding="utf-8"))[1]
if version != release:
    report(f"data/{ID}.metainfo.xml.in", 0, f"its newest release is {release}, the program's version {version}")

# Every option of the program is in the manual page and the other way round (src/app holds the table of options).
manual = (ROOT / "data/scrutiny.1").read_text(encoding="utf-8").replace("\\-", "-")
for source in (ROOT / "src/app").glob("*.c"):
    text = source.read_text(encoding="utf-8")
    for option in re.findall(r'^\s*\{\s*"([a-z-]+)",\s*(?:0|\'.\'),\s*[^}]*G_OPTION_ARG', text, re.M):
        if f"--{option}" not in manual:
            report("data/scrutiny.1", 0, f"says nothing of --{option} ({source.name})")
done()
