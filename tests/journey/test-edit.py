#!/usr/bin/python3
"""From the example to paper, as a person goes: open, look, alter, undo, restart, undo again, export, read the PDF."""

import os
import pathlib
import re
import subprocess
import tempfile

from person import PROGRAM, Person, run, settle, wait_for

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="scrutiny-"))
EXAMPLE = FOLDER / "example.scrutiny"
TITLE = "Preparatory conversation"
ALTERED = "Preparatory conversation with the manager"


def history():
    return subprocess.check_output([PROGRAM, "--history", str(EXAMPLE)], text=True).splitlines()


def explore_the_example():
    """A first start offers the example; choosing it shows the example."""
    person = Person()
    person.expect("Welcome to Scrutiny")
    person.press("Explore the example", "push button")
    person.expect(re.compile("Tri-borough record"), "label")
    person.close()


def open_programme(person):
    person.keys("alt+4")
    person.expect(re.compile("^Programme$"), "label")
    return person.expect(TITLE, "label")


def write_title(person, text):
    field = person.expect("Title", ("text", "entry"))
    person.write(field, text)
    settle(1.0)


def edit_undo_and_restart():
    """What is altered is kept at once; undo brings it back, also after a restart."""
    subprocess.check_call([PROGRAM, f"--example={EXAMPLE}"])
    before = len(history())
    person = Person(str(EXAMPLE))
    person.click(open_programme(person))
    person.keys("Return")
    write_title(person, ALTERED)
    wait_for("the change to be kept", lambda: len(history()) == before + 1)
    person.expect(ALTERED, "label")
    person.keys("Escape")
    person.keys("ctrl+z")
    wait_for("the change to be undone", lambda: len(history()) == before)
    person.keys("ctrl+shift+z")
    wait_for("the change to be redone", lambda: len(history()) == before + 1)
    person.close()

    person = Person(str(EXAMPLE))
    person.keys("alt+4")
    person.expect(ALTERED, "label")
    person.keys("ctrl+z")
    wait_for("the change to be undone after a restart", lambda: len(history()) == before)
    person.expect_gone(ALTERED, "label")
    person.close()


def every_control_has_a_name():
    """A walk of each view's tree finds no control that only its class speaks for."""
    person = Person(str(EXAMPLE))
    for view in range(1, 8):
        person.keys(f"alt+{view}")
        settle(0.8)
        unnamed = person.unnamed()
        assert not unnamed, f"view {view}: {unnamed[:6]}"
    person.click(open_programme(person))
    person.keys("Return")
    settle(0.8)
    unnamed = person.unnamed()
    assert not unnamed, f"details: {unnamed[:6]}"
    person.close()


def export_the_annual_report():
    """The report is shown, exported by its file dialog, and says what the record says."""
    target = FOLDER / "annual.pdf"
    person = Person(str(EXAMPLE))
    person.keys("alt+7")
    person.click(person.expect("Annual scrutiny report", "label"))
    wait_for("the export to be offered",
             lambda: person.find(re.compile("Export"), "push button").get_state_set().contains(
                 __import__("gi").repository.Atspi.StateType.SENSITIVE))
    person.press(re.compile("Export"), "push button")
    settle(1.0)
    person.keys("ctrl+a")
    person.type(str(target))
    person.keys("Return")
    wait_for("the exported file", target.exists)
    person.close()
    text = subprocess.check_output(["pdftotext", "-layout", str(target), "-"], text=True)
    for said in ("Annual scrutiny report", "What difference was made", "Little is known of the difference made",
                 "The right service through conversation", "Gaps in governance"):
        assert said in text, f"the report does not say {said!r}"


def search_finds_and_opens():
    """Words typed into the search find things; Enter opens the first."""
    person = Person(str(EXAMPLE))
    person.keys("ctrl+f")
    settle(0.5)
    person.type("threshold")
    person.expect(re.compile("Front-door review|thresholds"), shown=True)
    person.keys("Down", "Return")
    settle(1.0)
    person.expect("Details", "label")
    person.close()


if __name__ == "__main__":
    os.environ.setdefault("SCR_PATIENCE", "1")
    run(explore_the_example, edit_undo_and_restart, every_control_has_a_name, export_the_annual_report,
        search_finds_and_opens)
