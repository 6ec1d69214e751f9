#!/usr/bin/python3
"""Leaving in the middle of typing: what was typed last is in the record, or the person is asked."""

import pathlib
import signal
import subprocess
import tempfile

from person import PATIENCE, PROGRAM, Person, run, settle, wait_for

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="scrutiny-"))
TITLE = "Preparatory conversation"


def new_example(name):
    path = FOLDER / f"{name}.scrutiny"
    subprocess.check_call([PROGRAM, f"--example={path}"])
    return path


def history(path):
    return subprocess.check_output([PROGRAM, "--history", str(path)], text=True).splitlines()


def begin_typing(path, field, text):
    """Opens an activity and types at the end of a field; returns before the pause after which it would be kept."""
    person = Person(str(path))
    person.keys("alt+4")
    person.click(person.expect(TITLE, "label"))
    person.keys("Return")
    person.click(person.expect(field, ("text", "entry")))
    person.keys("End")
    subprocess.check_call(["xdotool", "type", "--delay", "5", text])
    return person


def end_by_signal():
    """The session ends: what was typed last is written, as one change, and the program ends well."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        path = new_example(f"signal-{number}")
        before = len(history(path))
        person = begin_typing(path, "Title", " zebra")
        person.process.send_signal(number)
        assert person.process.wait(timeout=PATIENCE) == 0, "the program did not end well"
        assert len(history(path)) == before + 1, history(path)[:3]
        assert "zebra" in subprocess.check_output([PROGRAM, "--search=zebra", str(path)], text=True)
        subprocess.check_call([PROGRAM, "--check", str(path)], stdout=subprocess.DEVNULL)


def close_at_once():
    """Closing the window writes what was typed last."""
    path = new_example("close")
    before = len(history(path))
    person = begin_typing(path, "Title", " zebra")
    person.close()
    assert len(history(path)) == before + 1, history(path)[:3]
    assert "zebra" in subprocess.check_output([PROGRAM, "--search=zebra", str(path)], text=True)


def undo_from_another_field():
    """In a field where nothing was typed the undo keys mean the record; where something was, that comes first."""
    path = new_example("undo")
    before = len(history(path))
    person = begin_typing(path, "Title", " zebra")
    person.keys("Tab")
    wait_for("the title to be kept", lambda: len(history(path)) == before + 1)
    person.click(person.expect("Day", ("text", "entry")))
    person.keys("ctrl+z")
    wait_for("the title to be undone", lambda: len(history(path)) == before)
    person.keys("ctrl+y")
    wait_for("the title to be redone", lambda: len(history(path)) == before + 1)
    person.keys("End")
    person.type("s")
    person.keys("ctrl+z")
    settle(1)
    assert len(history(path)) == before + 1, "undoing what was typed altered the record"
    person.keys("ctrl+z")
    wait_for("the title to be undone again", lambda: len(history(path)) == before)
    person.close()


if __name__ == "__main__":
    run(end_by_signal, close_at_once, undo_from_another_field)
