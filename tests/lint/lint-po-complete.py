#!/usr/bin/env python3
"""Every language says everything: nothing missing, untranslated or fuzzy, and every format fits.

The template is made anew, in a folder of its own, by the same tool that translators use.
"""
import pathlib
import tempfile

from lint import ROOT, done, need, report, run

need("xgettext", "msgcat", "msgcmp", "msgfmt")
with tempfile.TemporaryDirectory() as folder:
    status, said = run(ROOT / "tools/update-po", "--into", folder)
    if status:
        report("po", 0, f"the template cannot be made: {said}")
        done()
    for language in (ROOT / "po/LINGUAS").read_text(encoding="utf-8").split():
        catalogue = ROOT / "po" / f"{language}.po"
        status, said = run("msgcmp", "--no-fuzzy-matching", catalogue, pathlib.Path(folder, "scrutiny.pot"))
        if status:
            shown = said.splitlines()
            report(catalogue, 0, f"not complete ({len(shown)} lines; tools/update-po merges):\n  " + "\n  ".join(shown[:20]))
        status, said = run("msgfmt", "--check", "--output-file=/dev/null", catalogue)
        if status:
            report(catalogue, 0, said)
done()
