#!/usr/bin/env python3
"""Every language says everything: nothing missing, untranslated or fuzzy, and every format fits.

The template is made anew, in a folder of its own, by the same tool that translators use.
"""
import pathlib
import tempfile

from lint import ROOT, done, files, need, report, run

need("xgettext", "msgcat", "msgcmp", "msgfmt", "itstool")


def check(catalogue, template, merge):
    """One catalogue against one template; `merge` says what brings it up to date."""
    status, said = run("msgcmp", "--no-fuzzy-matching", catalogue, template)
    if status:
        shown = said.splitlines()
        report(catalogue, 0, f"not complete ({len(shown)} lines; {merge} merges):\n  " + "\n  ".join(shown[:20]))
    status, said = run("msgfmt", "--check", "--output-file=/dev/null", catalogue)
    if status:
        report(catalogue, 0, said)


def languages(folder):
    """What a LINGUAS file names."""
    named = (ROOT / folder / "LINGUAS").read_text(encoding="utf-8").splitlines()
    return [line for line in named if line and not line.startswith("#")]


with tempfile.TemporaryDirectory() as folder:
    status, said = run(ROOT / "tools/update-po", "--into", folder)
    if status:
        report("po", 0, f"the template cannot be made: {said}")
        done()
    for language in languages("po"):
        check(ROOT / "po" / f"{language}.po", pathlib.Path(folder, "scrutiny.pot"), "tools/update-po")
    status, said = run("itstool", "--output", pathlib.Path(folder, "help.pot"), *files("*.page", under=("help/C",)))
    if status:
        report("help", 0, f"the template cannot be made: {said}")
        done()
    for language in languages("help"):
        check(ROOT / "help" / language / f"{language}.po", pathlib.Path(folder, "help.pot"),
              "the target help-scrutiny-update-po")
done()
