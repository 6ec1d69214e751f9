#!/usr/bin/python3
"""The command line as a person types it: every option, every exit code of the manual page, one plain sentence each.

Runs without a display. Tells of itself as TAP.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

PROGRAM = os.path.join(os.environ["SCR_BUILD_ROOT"], "src", "scrutiny")
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="scrutiny-"))
EXAMPLE = FOLDER / "example.scrutiny"
failures = []
count = 0


def run(*arguments, language=None):
    env = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")}
    env.update(LC_ALL="C.UTF-8", HOME=str(FOLDER), XDG_DATA_HOME=str(FOLDER / "data"), XDG_STATE_HOME=str(FOLDER / "state"))
    if language:
        env["LANGUAGE"] = language
    return subprocess.run([PROGRAM, *map(str, arguments)], env=env, capture_output=True, text=True, timeout=120)


def check(name, holds, said=""):
    global count
    count += 1
    print(f"{'ok' if holds else 'not ok'} {count} {name}", flush=True)
    if not holds:
        failures.append(name)
        print(f"# {said}", file=sys.stderr)


def refuses(name, code, *arguments):
    """Ends with that code, one sentence on the error output, nothing on the other."""
    done = run(*arguments)
    lines = done.stderr.strip().splitlines()
    check(name, done.returncode == code and len(lines) == 1 and not done.stdout and not re.search("CRITICAL|WARNING", done.stderr),
          f"{done.returncode}: {done.stdout}{done.stderr}")


def text_of(pdf):
    return subprocess.check_output(["pdftotext", "-layout", str(pdf), "-"], text=True)


done = run("--version")
check("the version", done.returncode == 0 and done.stdout.startswith("Scrutiny "), done.stdout)
done = run("--help")
check("the help names every option", done.returncode == 0 and all(f"--{option}" in done.stdout for option in (
    "report", "output", "partnership", "language", "text-size", "day", "compare-with", "compare-day", "page-size", "tiled", "layout", "list-reports", "example", "bundle-out", "bundle-in", "export-calendar", "import-calendar",
    "check", "search", "history", "version")), done.stdout)
done = run("--list-reports")
rows = [line.split("\t") for line in done.stdout.splitlines()]
check("the list of reports", done.returncode == 0 and rows and all(len(row) == 3 and all(row) for row in rows)
      and "annual" in [row[0] for row in rows], done.stdout)
done = run("--list-reports", language="cy")
check("its groups in another language", "annual\tCraffu\tAdroddiad craffu blynyddol\n" in done.stdout, done.stdout)

done = run(f"--example={EXAMPLE}")
check("the example", done.returncode == 0 and EXAMPLE.exists() and EXAMPLE.stat().st_mode & 0o777 == 0o600, done.stderr)
refuses("the example is not written over", 1, f"--example={EXAMPLE}")
done = run("--check", EXAMPLE)
check("it is sound", done.returncode == 0, done.stderr)
done = run("--search=threshold", EXAMPLE)
check("words are found", done.returncode == 0 and "thresholds" in done.stdout.lower(), done.stdout)
done = run("--search=nothinglikethis", EXAMPLE)
check("nothing found is no failure", done.returncode == 0 and not done.stdout, done.stdout)
done = run("--history", EXAMPLE)
check("the history", done.returncode == 0 and len(done.stdout.splitlines()) == 1, done.stdout)

first, second = FOLDER / "one.json", FOLDER / "two.json"
copy = FOLDER / "copy.scrutiny"
run(f"--bundle-out={first}", EXAMPLE)
done = run(f"--bundle-in={first}", copy)
run(f"--bundle-out={second}", copy)
check("a bundle out, in and out again is the same", done.returncode == 0 and first.read_bytes() == second.read_bytes(), done.stderr)
check("a bundle is JSON that says what it is", json.loads(first.read_text())["format"] == "scrutiny-bundle")
spoiled = FOLDER / "spoiled.json"
spoiled.write_text(first.read_text().replace('"position"', '"no_such_field"', 1))
refuses("a spoiled bundle", 1, f"--bundle-in={spoiled}", FOLDER / "never.scrutiny")
check("leaves no record behind", not list(FOLDER.glob("never.scrutiny*")))

pdf = FOLDER / "annual.pdf"
done = run("--report=annual", f"--output={pdf}", EXAMPLE)
check("the annual report", done.returncode == 0 and "Annual scrutiny report" in text_of(pdf), done.stderr)
done = run("--report=annual", f"--output={pdf}", "--partnership=bexley", "--text-size=18", EXAMPLE)
check("of one partnership, in large print", done.returncode == 0 and "Greenwich Safeguarding" not in text_of(pdf), done.stderr)
welsh = FOLDER / "cymraeg.pdf"
done = run("--report=annual", f"--output={welsh}", "--language=cy", EXAMPLE)
check("in another language than the interface's",
      done.returncode == 0 and "Mehefin 2019" in text_of(welsh) and "What difference was made" not in text_of(welsh),
      done.stderr + text_of(welsh)[:2000])
nothing = FOLDER / "nothing.json"
nothing.write_text('{"format": "scrutiny-bundle", "version": 1, "items": {}}')
bare = FOLDER / "bare.scrutiny"
calendar = FOLDER / "meetings.ics"
done = run(f"--export-calendar={calendar}", EXAMPLE)
check("the meetings as a calendar", done.returncode == 0 and calendar.read_text().startswith("BEGIN:VCALENDAR"), done.stderr)
done = run(f"--import-calendar={calendar}", copy)
check("which is the same when it comes in again", done.returncode == 0 and "0 meetings were taken in" in done.stdout, done.stdout + done.stderr)
refuses("a calendar that is none", 3, f"--import-calendar={first}", copy)
refuses("a calendar that is not there", 7, f"--import-calendar={FOLDER}/none.ics", copy)

run(f"--bundle-in={nothing}", bare)
done = run("--report=annual", f"--output={pdf}", bare)
said = " ".join(text_of(pdf).split()) if done.returncode == 0 else ""
check("of a record that holds nothing, which it says", all(sentence in said for sentence in (
    "No answer is recorded.", "No arrangement is recorded.", "No brief is recorded.", "No scrutineer is recorded.",
    "No activity of the period is recorded.", "No priority is recorded.", "No challenge was raised in the period.",
    "No dispute was opened in the period.", "No gap is open.", "It is not recorded to whom reports go.")),
      done.stderr + said[:2000])
done = run("--report=comparison", f"--output={pdf}", EXAMPLE)
said = " ".join(text_of(pdf).split()) if done.returncode == 0 else ""
check("arrangements side by side", "Bexley, Greenwich and Lewisham on 12 June 2019" in said and "Only in Greenwich" in said,
      done.stderr + said[:2000])
done = run("--report=comparison", f"--output={pdf}", "--partnership=greenwich", "--day=2019-03-12", "--compare-day=2019-03-13", EXAMPLE)
said = " ".join(text_of(pdf).split()) if done.returncode == 0 else ""
check("one partnership on two days", "Greenwich, 12 March 2019 and Greenwich, 13 March 2019" in said and "Only in Lewisham" not in said,
      done.stderr + said[:2000])
refuses("a day that is none", 2, "--report=comparison", f"--output={pdf}", "--day=yesterday", EXAMPLE)
refuses("another partnership that is none", 7, "--report=comparison", f"--output={pdf}", "--compare-with=nowhere", EXAMPLE)
refuses("an option of another report", 2, "--report=annual", f"--output={pdf}", "--day=2019-06-12", EXAMPLE)
refuses("a picture of what is none", 2, "--report=annual", f"--output={FOLDER}/annual.svg", EXAMPLE)
check("and none is written", not (FOLDER / "annual.svg").exists())
def page_of(pdf_file):
    said_of = subprocess.check_output(["pdfinfo", str(pdf_file)], text=True)
    return re.search(r"Page size: +([\d.]+) x ([\d.]+)", said_of).groups(), int(re.search(r"Pages: +(\d+)", said_of)[1])


done = run("--report=map", f"--output={pdf}", "--partnership=greenwich", "--page-size=A3", EXAMPLE)
check("the map on one page", done.returncode == 0 and page_of(pdf) == (("1190.55", "841.89"), 1)
      and "Metropolitan Police" in text_of(pdf) and "annual report: missing" in text_of(pdf), done.stderr)
done = run("--report=map", f"--output={pdf}", "--partnership=bexley", "--day=2018-09-30", EXAMPLE)
check("on another day", "from 1 October 2018" in " ".join(text_of(pdf).split()), done.stderr)
done = run("--report=map", f"--output={pdf}", "--tiled", "--layout=clusters", EXAMPLE)
check("on several sheets", done.returncode == 0 and page_of(pdf)[1] > 2, done.stderr)
svg = FOLDER / "map.svg"
done = run("--report=map", f"--output={svg}", "--partnership=greenwich", "--language=cy", EXAMPLE)
picture = xml.etree.ElementTree.parse(svg).getroot() if done.returncode == 0 else None
check("as a picture whose text is text", picture is not None and picture.get("lang") == "cy" and picture.get("dir") == "ltr"
      and "Metropolitan Police" in [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")], done.stderr)
refuses("a page size that is none", 2, "--report=map", f"--output={pdf}", "--page-size=A9", EXAMPLE)
refuses("a layout that is none", 2, "--report=map", f"--output={pdf}", "--layout=heap", EXAMPLE)
refuses("a page size of another report", 2, "--report=annual", f"--output={pdf}", "--page-size=A3", EXAMPLE)
refuses("a report that is none", 2, "--report=nonsense", f"--output={pdf}", EXAMPLE)
refuses("a report without a place", 2, "--report=annual", EXAMPLE)
refuses("a partnership that is none", 7, "--report=annual", f"--output={pdf}", "--partnership=nowhere", EXAMPLE)
refuses("a folder that is none", 7, "--report=annual", f"--output={FOLDER}/none/a.pdf", EXAMPLE)

refuses("an unknown option", 2, "--no-such-option")
refuses("no record named", 2, "--check")
refuses("no such file", 7, "--check", FOLDER / "nothing.scrutiny")
text = FOLDER / "text.scrutiny"
text.write_text("This is no record.\n" * 50)
refuses("no record", 3, "--check", text)
newer = FOLDER / "newer.scrutiny"
data = bytearray(EXAMPLE.read_bytes())
data[60:64] = (9999).to_bytes(4, "big")
newer.write_bytes(data)
refuses("a newer record", 4, "--check", newer)
damaged = FOLDER / "damaged.scrutiny"
data = bytearray(EXAMPLE.read_bytes())
data[8192:65536] = b"\xa5" * (65536 - 8192)
damaged.write_bytes(data)
refuses("a damaged record", 3, "--check", damaged)
before = damaged.read_bytes()
run("--check", damaged)
check("is not written to", damaged.read_bytes() == before)
done = run("--check", "--nonsense", language="cy")
check("messages follow the interface's language", done.returncode == 2)

print(f"1..{count}")
sys.exit(1 if failures else 0)
