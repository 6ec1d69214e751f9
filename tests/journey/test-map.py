#!/usr/bin/python3
"""The partnership map by real pointer and keys: every deed is one change, told in words, undone and kept."""

import pathlib
import re
import sqlite3
import subprocess
import tempfile
import time

from person import PATIENCE, PROGRAM, Atspi, GLib, Person, run, settle, wait_for

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="scrutiny-"))
POLICE = "Metropolitan Police"
BOARD = "Partnership Board"
GROUP = "Working Group"
PARTNERSHIPS = ["Bexley", "Greenwich", "Lewisham"]
# How a card is read out: its name, what it is, its links, what is missing. The day may stand in what it is.
CARD = re.compile(r"^.+, (Organisation|Person|Group|Partnership)( · [^,]+)?, \d+ links?(, \d+ gaps?|, not yet)?$")


def xdotool(*arguments):
    subprocess.check_call(["xdotool", *[str(argument) for argument in arguments]])


class MapPerson(Person):
    """A person at the map of one record."""

    def __init__(self, path, partnership=None):
        super().__init__(str(path))
        self.path = path
        self.keys("alt+2")
        self.canvas = self.expect("Map", "list")
        if partnership:
            self.choose_partnership(partnership)

    def choose_partnership(self, name):
        self.click(self.expect("Partnership to show", "combo box"))
        self.keys("Home", *["Down"] * (PARTNERSHIPS.index(name) + 1), "Return")
        wait_for(f"the map of {name}", lambda: not self.find_card("Lewisham CCG"))
        settle(0.6)

    # --- The record, from outside ---

    def history(self):
        lines = subprocess.check_output([PROGRAM, "--history", str(self.path)], text=True).splitlines()
        return [line.split("\t")[-1] for line in lines]

    def places(self):
        """Where the cards of the record stand, by layout and card."""
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as record:
            rows = record.execute('SELECT layout, partnership, card, x, y FROM placement WHERE deleted IS NULL')
            return {row[:3]: row[3:] for row in rows}

    def expect_change(self, before, words):
        """One change more, and its words."""
        wait_for(f"a change {words!r}", lambda: len(self.history()) == len(before) + 1)
        settle(0.3)
        now = self.history()
        assert len(now) == len(before) + 1, now[:4]
        new = now[0] if now[0] != before[0] else now[-1]
        assert re.search(words, new), f"the change is called {new!r}"

    def undo(self, before):
        self.keys("ctrl+z")
        wait_for("the change to be undone", lambda: len(self.history()) == len(before))

    # --- The map ---

    def cards(self):
        self.canvas.clear_cache()
        nodes = [self.canvas.get_child_at_index(i) for i in range(self.canvas.get_child_count())]
        return [node for node in nodes if node and self.role_of(node) == "list item" and self.is_shown(node)]

    def find_card(self, title):
        for node in self.cards():
            try:
                name = node.get_name() or ""
                if name.startswith(title + ",") and CARD.match(name):
                    return node
            except GLib.Error:
                continue
        return None

    def card(self, title):
        return wait_for(f"the card {title!r}", lambda: self.find_card(title))

    def has_state(self, node, state):
        node.clear_cache()
        return node.get_state_set().contains(state)

    def focused(self):
        """What has the keyboard: the beginning of its name."""
        for i in range(self.canvas.get_child_count()):
            node = self.canvas.get_child_at_index(i)
            if node and self.has_state(node, Atspi.StateType.FOCUSED):
                return node.get_name()
        return None

    def expect_focus(self, title):
        wait_for(f"the keyboard to be at {title!r}, not at {self.focused()!r}",
                 lambda: (self.focused() or "").startswith(title), PATIENCE / 3)

    def selected(self):
        return sorted(node.get_name().split(",")[0] for node in self.cards()
                      if self.has_state(node, Atspi.StateType.SELECTED))

    def zoom(self):
        for node in self.walk():
            found = re.match(r"^(\d+) %$", node.get_name() or "") if self.role_of(node) == "label" else None
            if found:
                return int(found.group(1)) / 100
        raise AssertionError("the map's size is not told")

    def origin(self):
        """Of the window's content on the screen: the toolkit draws a border where there is no compositor."""
        window = subprocess.check_output(["xdotool", "getactivewindow"], text=True).strip()
        shell = subprocess.check_output(["xdotool", "getwindowgeometry", "--shell", window], text=True)
        place = {key: int(value) for key, value in (line.split("=") for line in shell.split())}
        frame = self.application.get_child_at_index(0).get_extents(Atspi.CoordType.WINDOW)
        return (place["X"] + (place["WIDTH"] - frame.width) // 2, place["Y"] + (place["HEIGHT"] - frame.height) // 2)

    def box(self, node):
        """Where a card's words stand on the screen; its size is told as it is at 100 %."""
        area = node.get_extents(Atspi.CoordType.WINDOW)
        left, top = self.origin()
        return left + area.x, top + area.y, area.width * self.zoom(), area.height * self.zoom()

    def middle(self, title):
        x, y, width, height = self.box(self.card(title))
        return round(x + width / 2), round(y + height / 2)

    def enter(self):
        """Gives the keyboard to the map, by a click where nothing is."""
        area = self.canvas.get_extents(Atspi.CoordType.WINDOW)
        left, top = self.origin()
        xdotool("mousemove", "--sync", left + area.x + 9, top + area.y + area.height - 9, "click", 1)
        settle(0.4)

    def look_at(self, title):
        """Finds a card by typing its name, in its own size and in the middle of the view."""
        self.enter()
        self.go_to(title)
        self.keys("ctrl+2")
        settle(0.4)

    def go_to(self, title):
        settle(1.1)
        self.type(title.lower())
        self.expect_focus(title)

    def drag(self, begin, end, held=(), drop=True):
        xdotool("mousemove", "--sync", *begin)
        settle(0.2)
        for key in held:
            xdotool("keydown", key)
        xdotool("mousedown", 1)
        for step in range(1, 11):
            xdotool("mousemove", round(begin[0] + (end[0] - begin[0]) * step / 10),
                    round(begin[1] + (end[1] - begin[1]) * step / 10))
            time.sleep(0.03)
        settle(0.2)
        if drop:
            xdotool("mouseup", 1)
        for key in held:
            xdotool("keyup", key)
        settle(0.4)

    def choose(self, label):
        """A choice of the menu that is open."""
        self.press(re.compile(label), ("push button", "menu item", "radio button", "check box", "check menu item"))


def new_example(name):
    path = FOLDER / f"{name}.scrutiny"
    subprocess.check_call([PROGRAM, f"--example={path}"])
    return path


def near(a, b, reach=3):
    return all(abs(i - j) <= reach for i, j in zip(a, b))


def every_card_is_named():
    """Each card says what it is and how it is tied; nothing is read out that is not on the map."""
    person = MapPerson(new_example("names"))
    assert person.find_card(POLICE).get_name() == f"{POLICE}, Organisation · 2 tiers, 4 links, 3 gaps"
    assert len(person.cards()) == 50, len(person.cards())
    for node in person.cards():
        assert CARD.match(node.get_name()), node.get_name()
    person.look_at(BOARD)
    listed = [person.canvas.get_child_at_index(i) for i in range(person.canvas.get_child_count())]
    assert all(person.is_shown(node) for node in listed), "cards out of sight are read out"
    assert len(listed) < 50, "cards that nobody sees have widgets"
    person.close()


def drag_a_card():
    """One change, undone, done again, and there after a restart."""
    path = new_example("drag")
    person = MapPerson(path, "Bexley")
    person.look_at(BOARD)
    before, places, begin = person.history(), person.places(), person.middle(BOARD)
    person.drag(begin, (begin[0] + 66, begin[1] + 120))
    person.expect_change(before, f"^Move.* {BOARD}$")
    end = person.middle(BOARD)
    assert near(end, (begin[0] + 66, begin[1] + 120), 8), (begin, end)
    moved = person.places()
    assert moved != places
    person.undo(before)
    assert person.places() == places
    wait_for("the card to stand where it stood", lambda: near(person.middle(BOARD), begin))
    person.keys("ctrl+shift+z")
    wait_for("the card to be moved again", lambda: near(person.middle(BOARD), end))
    person.close()

    person = MapPerson(path, "Bexley")
    assert person.places() == moved
    person.look_at(BOARD)
    person.keys("ctrl+z")
    wait_for("the change to be undone after a restart", lambda: person.places() == places)
    person.close()


def drag_two_cards():
    """A rubber band takes two; both go as one change. Escape puts them back, and there is no change."""
    person = MapPerson(new_example("two"), "Bexley")
    person.look_at(BOARD)
    first, second = person.middle(BOARD), person.middle(GROUP)
    assert abs(first[1] - second[1]) < 30, (first, second)
    x, y, width, height = person.box(person.card(GROUP))
    person.drag((first[0] - 10, first[1] - 54), (round(x + 20), second[1] + 20), held=["shift"])
    assert person.selected() == [BOARD, GROUP], person.selected()
    before, places = person.history(), person.places()
    person.drag(first, (first[0] + 36, first[1] + 60))
    person.expect_change(before, "^Move")
    shift = [person.middle(title)[1] - old[1] for title, old in ((BOARD, first), (GROUP, second))]
    assert shift[0] == shift[1] and shift[0] > 40, shift
    person.undo(before)
    wait_for("both to stand where they stood", lambda: near(person.middle(GROUP), second))
    assert person.places() == places

    person.drag(first, (first[0] + 90, first[1] + 60), drop=False)
    assert not near(person.middle(BOARD), first), "the card does not follow the pointer"
    person.keys("Escape")
    wait_for("the card to be back", lambda: near(person.middle(BOARD), first))
    xdotool("mouseup", 1)
    settle(0.6)
    assert near(person.middle(BOARD), first)
    assert len(person.history()) == len(before) and person.places() == places
    # A click on one of several leaves that one.
    xdotool("mousemove", "--sync", *second, "click", 1)
    settle(0.6)
    assert person.selected() == [GROUP], person.selected()
    person.close()


def draw_a_link():
    """From the dot on a card's edge to another card; what it is is chosen then. One link, one change."""
    person = MapPerson(new_example("draw"), "Bexley")
    person.look_at(BOARD)
    links, other = person.card(BOARD).get_name(), person.middle(GROUP)
    before = person.history()
    x, y, width, height = person.box(person.card(BOARD))
    bottom = (round(x + width / 2), round(y + height + 5))
    person.drag(bottom, other)
    assert len(person.history()) == len(before), "linked without asking"
    person.choose("^scrutinises$")
    person.expect_change(before, f"^Link.* {BOARD} to {GROUP}$")
    wait_for("the card to tell of the link", lambda: person.card(BOARD).get_name() != links)
    person.undo(before)
    wait_for("the card to tell of its links as before", lambda: person.card(BOARD).get_name() == links)
    # Asked, and not answered: no link.
    person.drag(bottom, other)
    person.keys("Escape")
    settle(0.6)
    assert len(person.history()) == len(before)
    person.close()


def link_by_keys():
    """Link to… without a pointer, by its own key and from the menu of the menu key."""
    person = MapPerson(new_example("keys"), "Bexley")
    person.look_at(BOARD)
    for way in (["ctrl+l"], ["Menu"]):
        before = person.history()
        person.keys(*way)
        if way == ["Menu"]:
            person.choose("^Link to…$")
        settle(0.4)
        # Neither the letters nor Delete are for the map while somebody types.
        person.type("learning hub")
        person.keys("BackSpace", "Delete")
        person.type("b")
        settle(0.6)
        person.keys("Return")
        settle(0.6)
        person.choose("^supports$")
        person.expect_change(before, f"^Link.* {BOARD} to Learning Hub$")
        person.undo(before)
        person.look_at(BOARD)
    person.close()


def walk_by_keys():
    """Arrows walk, letters find, Control moves, Alt steps through the links, Tab goes in and out in one stop."""
    person = MapPerson(new_example("walk"), "Bexley")
    person.look_at(BOARD)
    person.keys("Right")
    person.expect_focus(GROUP)
    person.keys("Left")
    person.expect_focus(BOARD)
    before, begin = person.history(), person.middle(BOARD)
    person.keys("ctrl+Right")
    person.expect_change(before, f"^Move.* {BOARD}$")
    assert near(person.middle(BOARD), (begin[0] + 6, begin[1]), 1), (begin, person.middle(BOARD))
    person.undo(before)
    person.keys("ctrl+shift+Down")
    person.expect_change(before, f"^Move.* {BOARD}$")
    assert near(person.middle(BOARD), (begin[0], begin[1] + 60), 1), (begin, person.middle(BOARD))
    person.undo(before)
    person.expect_focus(BOARD)

    named = set()
    for _ in range(7):
        person.keys("alt+Down")
        name = person.focused()
        assert name and len(name.split(", ")) >= 3 and BOARD in name, f"the link is called {name!r}"
        named.add(name)
    assert len(named) == 7, named
    person.keys("alt+Up", "alt+Down", "Escape")
    person.expect_focus(BOARD)

    person.keys("Tab")
    settle(0.4)
    assert person.focused() is None, f"Tab does not leave the map: {person.focused()}"
    person.keys("shift+Tab")
    person.expect_focus(BOARD)
    person.keys("shift+Tab")
    settle(0.4)
    assert person.focused() is None, f"Shift+Tab does not leave the map: {person.focused()}"
    person.keys("Tab")
    person.expect_focus(BOARD)
    person.close()


def rename_delete_create():
    """F2, Delete and a double click on empty space: each one change, undone."""
    person = MapPerson(new_example("cards"), "Bexley")
    person.look_at("Learning Hub")
    before = person.history()
    person.keys("F2")
    # F2 and Delete are the entry's own while it has the keyboard.
    person.keys("ctrl+a", "Delete", "F2")
    person.type("Learning Circle")
    person.keys("Return")
    person.card("Learning Circle")
    assert len(person.history()) == len(before) + 1
    person.expect_focus("Learning Circle")
    person.undo(before)
    person.card("Learning Hub")

    person.expect_focus("Learning Hub")
    person.keys("Delete")
    person.expect_change(before, "Learning Hub")
    wait_for("the card to be gone", lambda: not person.find_card("Learning Hub"))
    person.keys("ctrl+z")
    person.card("Learning Hub")
    assert len(person.history()) == len(before)
    # The keyboard did not leave the map.
    person.keys("Right")
    assert person.focused(), "the keyboard left the map with the card"

    person.look_at(BOARD)
    x, y = person.middle(BOARD)
    empty = (x - 60, y + 72)
    xdotool("mousemove", "--sync", *empty, "click", "--repeat", 2, "--delay", 80, 1)
    settle(0.8)
    person.type("Zebra Group")
    person.keys("Return")
    person.card("Zebra Group")
    assert len(person.history()) == len(before) + 1, person.history()[:3]
    assert near(person.middle("Zebra Group"), empty, 12), (empty, person.middle("Zebra Group"))
    assert person.card("Zebra Group").get_name().startswith("Zebra Group, Group")
    person.undo(before)
    wait_for("the new card to be gone", lambda: not person.find_card("Zebra Group"))
    person.close()


def look_closer():
    """The wheel goes nearer round the pointer, and no further than it may."""
    person = MapPerson(new_example("zoom"), "Bexley")
    x, y = person.middle(BOARD)
    begin = person.zoom()
    xdotool("mousemove", "--sync", x, y)
    for _ in range(3):
        xdotool("click", 4)
    settle(0.6)
    assert person.zoom() > begin * 1.5, (begin, person.zoom())
    assert near(person.middle(BOARD), (x, y), 8), ((x, y), person.middle(BOARD))
    for _ in range(16):
        xdotool("click", 4)
    settle(0.6)
    assert person.zoom() == 3, person.zoom()
    for _ in range(30):
        xdotool("click", 5)
    settle(0.6)
    assert person.zoom() == 0.1, person.zoom()
    person.enter()
    person.keys("ctrl+1")
    assert person.zoom() == begin, (begin, person.zoom())
    person.close()


def tidy_the_map():
    """Laid out anew by Graphviz: one change, undone."""
    person = MapPerson(new_example("tidy"), "Bexley")
    before, places = person.history(), person.places()
    person.press(re.compile("Tidy$"), "push button")
    person.expect_change(before, "^Tidy the map$")
    assert person.places() != places
    person.undo(before)
    assert person.places() == places
    person.close()


def details(person):
    return {node.get_name() for node in person.cards()}


def step_until(person, key, wanted):
    """Steps from mark to mark until a card says what is wanted."""
    for _ in range(24):
        if any(name.startswith(wanted) for name in details(person)):
            return
        person.keys(key)
    raise AssertionError(f"no day shows {wanted!r}")


def focus_slider(person):
    """Tab from the map leads to the slider."""
    person.enter()
    person.keys("Tab")
    slider = person.expect("Shown as at", "slider")
    wait_for("the slider to have the keyboard", lambda: person.has_state(slider, Atspi.StateType.FOCUSED))


def show_another_day():
    """The slider's keys: Bexley before its launch and after; Greenwich the day before its handover and on it."""
    person = MapPerson(new_example("days"), "Bexley")
    assert any(name.startswith(f"{BOARD}, Group · since October 2018") for name in details(person))
    focus_slider(person)
    step_until(person, "Page_Down", f"{BOARD}, Group · from 1 October 2018")
    early = details(person)
    step_until(person, "Page_Up", f"{BOARD}, Group · since October 2018")
    person.keys(*["Right"] * 31)
    late = details(person)
    assert early != late and not any("from 1 October 2018" in name for name in late), late
    person.keys(*["Left"] * 32)
    wait_for("the day before the launch", lambda: any(
        name.startswith(f"{BOARD}, Group · from 1 October 2018") for name in details(person)))
    person.close()

    person = MapPerson(new_example("handover"), "Greenwich")
    old, new = "Safeguarding Children Board, Group", "Safeguarding Partnership, Group"
    focus_slider(person)
    step_until(person, "Page_Down", f"{new} · from")
    assert any(name.startswith(f"{old} · until") or name.startswith(f"{old} · since") or name.startswith(f"{old},")
               for name in details(person)), details(person)
    step_until(person, "Page_Up", f"{new} · since")
    assert any(name.startswith(f"{old} · ended") for name in details(person)), details(person)
    person.keys("Left")
    wait_for("the day before the handover", lambda: any(name.startswith(f"{new} · from") for name in details(person))
             and not any(name.startswith(f"{old} · ended") for name in details(person)))
    person.close()


def tab_to(person, name):
    """What stands in a popover is told in the popover's own coordinates: keys find it."""
    for _ in range(40):
        node = person.find(name, "check box")
        if node and person.has_state(node, Atspi.StateType.FOCUSED):
            return
        person.keys("Tab")
    raise AssertionError(f"Tab does not come to {name!r}")


def leave_out_kinds():
    """The filter hides kinds of card, says so, and shows them again."""
    person = MapPerson(new_example("filter"), "Bexley")
    assert person.find_card(POLICE)
    person.press("Filter", ("push button", "toggle button"))
    tab_to(person, "Organisations")
    person.keys("space")
    wait_for("organisations to be hidden", lambda: not person.find_card(POLICE))
    assert person.find_card(BOARD)
    person.keys("Escape")
    person.expect("Filter: 1 on", ("push button", "toggle button"))
    person.press("Filter: 1 on", ("push button", "toggle button"))
    person.press(re.compile("Show All$"), "push button")
    person.card(POLICE)
    person.keys("Escape")
    person.close()


if __name__ == "__main__":
    run(every_card_is_named, drag_a_card, drag_two_cards, draw_a_link, link_by_keys, walk_by_keys,
        rename_delete_create, look_closer, tidy_the_map, show_another_day, leave_out_kinds)
