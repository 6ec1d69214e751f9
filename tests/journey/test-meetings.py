#!/usr/bin/python3
"""Meetings by real pointer and keys: moved on the timeline and in the month, prepared, minuted, followed up."""

import pathlib
import re
import subprocess
import tempfile

from person import PATIENCE, PROGRAM, Atspi, Person, run, settle, wait_for

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="scrutiny-"))
TIMELINE = "What is planned and was done"
BOARD = re.compile(r"^Partnership Board, Wednesday 19 June 2019")


def xdotool(*arguments):
    subprocess.check_call(["xdotool", *[str(argument) for argument in arguments]])


class MeetingsPerson(Person):
    """A person at the meetings of a fresh example."""

    def __init__(self, name):
        self.path = FOLDER / f"{name}.scrutiny"
        if not self.path.exists():
            subprocess.check_call([PROGRAM, f"--example={self.path}"])
        super().__init__(str(self.path))
        self.keys("alt+3")
        settle(1.0)
        self.show("Timeline")
        self.expect(TIMELINE, "list")
        settle(1.0)

    def show(self, face):
        """The last of this name: another view may have a button of that name too."""
        named = [node for node in self.walk() if self.role_of(node) == "push button" and node.get_name() == face]
        self.click(named[-1])
        settle(0.6)

    def history(self):
        lines = subprocess.check_output([PROGRAM, "--history", str(self.path)], text=True).splitlines()
        return [line.split("\t")[-1] for line in lines]

    def expect_change(self, before, words):
        """One change more, and its words."""
        wait_for(f"a change {words!r}", lambda: len(self.history()) == len(before) + 1)
        settle(0.3)
        now = self.history()
        assert len(now) == len(before) + 1, now[:4]
        new = now[0] if now[0] != before[0] else now[-1]
        assert re.search(words, new), f"the change is called {new!r}"

    def expect_nothing(self, before):
        settle(1.0)
        assert self.history() == before, f"something was changed: {self.history()[:2]}"

    def undo(self, before):
        self.keys("ctrl+z")
        wait_for("the change to be undone", lambda: len(self.history()) == len(before))
        settle(0.5)

    def expect_names(self):
        """Of all controls; while a message goes, its button has none any more."""
        wait_for(f"names for {self.unnamed()}", lambda: not self.unnamed(), PATIENCE / 3)

    def middle(self, node):
        node.clear_cache()
        box = node.get_extents(Atspi.CoordType.WINDOW)
        left, top = self.window_origin()
        return left + box.x + box.width // 2, top + box.y + box.height // 2

    def chip(self, name):
        return self.expect(name, "list item", under=self.expect(TIMELINE, "list"))

    def drag(self, node, x, y, release=True):
        """From the middle of something by so many pixels, slowly enough to be a drag."""
        begin = self.middle(node)
        xdotool("mousemove", "--sync", *begin, "mousedown", 1)
        for part in (0.2, 0.6, 1.0):
            xdotool("mousemove", "--sync", round(begin[0] + x * part), round(begin[1] + y * part))
            settle(0.2)
        if release:
            xdotool("mouseup", 1)
        settle(0.6)

    def open_board(self):
        """The page of the board's next meeting."""
        self.click(self.chip(BOARD))
        self.keys("Return")
        self.expect("Agenda", "list")
        settle(0.8)

    def agenda(self):
        """The items as they are read out."""
        rows = self.expect("Agenda", "list")
        rows.clear_cache()
        named = [self.find(re.compile(r"^\d"), "panel", under=rows.get_child_at_index(i))
                 for i in range(rows.get_child_count())]
        return [node.get_name() for node in named if node]

    def agenda_row(self, title):
        rows = self.expect("Agenda", "list")
        return self.expect(re.compile(rf"^[\d.]+ {re.escape(title)}"), "panel", under=rows)


def move_on_the_timeline():
    """A chip goes to another day by the pointer and by keys, and back; Escape puts it back."""
    person = MeetingsPerson("timeline")
    before = person.history()
    person.drag(person.chip(BOARD), 40, 0, release=False)
    person.keys("Escape")
    xdotool("mouseup", 1)
    person.expect_nothing(before)
    person.drag(person.chip(BOARD), 40, 0)
    person.expect_change(before, r"^Move Partnership Board to \d+ June 2019")
    person.expect(re.compile(r"^Moved to \d+ June 2019"))
    person.undo(before)
    person.click(person.chip(BOARD))
    person.keys("ctrl+Right")
    person.expect_change(before, "^Move Partnership Board to 20 June 2019")
    person.undo(before)
    person.chip(BOARD)
    person.expect_names()
    person.close()


def ask_about_what_was_held():
    """A meeting that took place is not moved without a word; a series asks how many are meant."""
    person = MeetingsPerson("timeline")
    before = person.history()
    person.click(person.chip(re.compile("^Partnership Board, Tuesday 14 May 2019")))
    person.keys("ctrl+Right")
    person.expect("Move a Meeting That Took Place?")
    person.keys("Escape")
    person.expect_gone("Move a Meeting That Took Place?")
    person.expect_nothing(before)
    person.click(person.chip(re.compile("^Safeguarding Partnership, Partnership board, Wednesday 3 July 2019")))
    person.keys("ctrl+Right")
    person.expect("Move Which Meetings?")
    person.press(re.compile("This One$"), "push button")
    person.expect_change(before, "^Move Safeguarding Partnership to 4 July 2019")
    person.undo(before)
    # The other answers: a change of the series, and no change.
    for answer, change in (("This and Later$", "^Alter"), ("All of the Series$", "^Alter"), ("Cancel$", None)):
        person.click(person.chip(re.compile("^Safeguarding Partnership, Partnership board, Wednesday 3 July 2019")))
        person.keys("ctrl+Right")
        person.expect("Move Which Meetings?")
        person.press(re.compile(answer), "push button")
        if change:
            person.expect_change(before, change)
            person.chip(re.compile("^Safeguarding Partnership, Partnership board, Thursday 4 July 2019"))
            person.undo(before)
        else:
            person.expect_nothing(before)
    person.close()


def duplicate_and_delete():
    """A copy is on the day that is said, with the agenda; what is deleted comes back."""
    person = MeetingsPerson("timeline")
    before = person.history()
    person.click(person.chip(BOARD))
    person.keys("Menu")
    person.press(re.compile("^Duplicate"), "menu item")
    person.expect("Duplicate the Meeting")
    person.press(re.compile("Duplicate$"), "push button")
    person.expect_change(before, "Partnership Board")
    person.undo(before)
    person.click(person.chip(BOARD))
    person.keys("Delete")
    person.expect_change(before, "^Delete Partnership Board")
    person.undo(before)
    person.chip(BOARD)
    person.close()


def look_at_a_month():
    """The month shows the same, and moves it the same."""
    person = MeetingsPerson("month")
    before = person.history()
    person.show("Month")
    month = person.expect("June 2019", "table")
    settle(0.8)
    board = person.expect(re.compile("^Tri-borough Steering Group, Steering group, Thursday 27 June"), under=month)
    person.click(board)
    person.keys("ctrl+Right")
    person.expect("Move Which Meetings?")
    person.press(re.compile("This One$"), "push button")
    person.expect_change(before, "^Move Tri-borough Steering Group to 28 June 2019")
    person.undo(before)
    person.press("The month after", "push button")
    person.expect("July 2019", "table")
    person.close()


def prepare_a_meeting():
    """An item is added to the agenda, nested, moved and undone; the pack is issued."""
    person = MeetingsPerson("agenda")
    person.open_board()
    before = person.history()
    items = person.agenda()
    person.press("Add Item", "push button")
    person.type("What the schools say")
    person.keys("Return")
    person.keys("Escape")
    person.expect_change(before, "What the schools say")
    added = person.history()
    person.click(person.agenda_row("What the schools say"))
    person.keys("ctrl+Right")
    person.expect_change(added, "What the schools say")
    assert any(re.match(r"9\.1 What the schools say", item) for item in person.agenda()), person.agenda()
    person.keys("ctrl+z")
    person.keys("ctrl+z")
    wait_for("the agenda as it was", lambda: person.agenda() == items)
    person.press(re.compile("^Issue the Pack"), "push button")
    person.press(re.compile("Issue$"), "push button")
    person.expect(re.compile("^Pack issued, .*now"), "list item")
    person.expect_names()
    person.close()


def follow_up():
    """What was agreed at a meeting stands in the log of actions."""
    person = MeetingsPerson("actions")
    person.show("Actions")
    settle(0.8)
    late = person.expect(re.compile("^Send the thresholds findings to the front-door leads"),
                         under=person.expect("Actions: Open", "list"))
    before = person.history()
    person.click(late)
    person.keys("ctrl+Right")
    wait_for("a change", lambda: len(person.history()) == len(before) + 1)
    person.undo(before)
    person.close()


if __name__ == "__main__":
    run(move_on_the_timeline, ask_about_what_was_held, duplicate_and_delete, look_at_a_month, prepare_a_meeting, follow_up)
