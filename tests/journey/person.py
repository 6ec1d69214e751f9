"""A person at the window, for the journeys: starts the program and acts through the accessibility bus alone.

What can be pressed is pressed by its action; what has none (list rows, toggles of the toolkit's own) is clicked where
it stands. States are polled: events of this bus are not reliable. Every wait says what it waited for when it gives up.
"""

import os
import re
import signal
import subprocess
import sys
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = os.environ["SCR_PROGRAM"]
UNNAMED = re.compile(r"^(Gtk|Adw|Scr)[A-Z]|^$")
# What a person acts on; the rest of the tree only holds these.
CONTROLS = {"push button", "toggle button", "text", "entry", "password text", "combo box", "check box", "radio button",
            "list", "list item", "table", "slider", "spin button", "menu item", "page tab", "link", "switch"}
PATIENCE = 30 * float(os.environ.get("SCR_PATIENCE", "1"))


def settle(seconds=0.25):
    """Runs the main loop for a while: values are stale before."""
    loop = GLib.MainLoop()
    GLib.timeout_add(int(seconds * 1000), loop.quit)
    loop.run()


def wait_for(what, condition, patience=PATIENCE):
    """Polls until condition() gives something; raises with what was waited for."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = condition()
        except GLib.Error:
            found = None
        if found:
            return found
        settle()
    raise AssertionError(f"waited in vain for {what}")


class Person:
    """One run of the program."""

    started = []

    def __init__(self, *arguments, environment=None):
        env = dict(os.environ, G_DEBUG="fatal-criticals", **(environment or {}))
        env.pop("GTK_A11Y", None)
        self.process = subprocess.Popen([PROGRAM, *arguments], env=env, stderr=subprocess.PIPE, text=True)
        Person.started.append(self.process)
        self.application = wait_for("the program on the accessibility bus", self._find_application)
        # Keys go nowhere before the window manager has given the window the focus.
        wait_for("the window to have the focus", self._has_focus)
        settle(0.5)

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended at once: {self.process.stderr.read()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def _has_focus(self):
        done = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], capture_output=True, text=True, check=False)
        return done.stdout.strip() == str(self.process.pid)

    # --- Finding ---

    def walk(self, node=None):
        """Every node below, in reading order."""
        node = node or self.application
        stack = [node]
        while stack:
            current = stack.pop()
            yield current
            try:
                children = [current.get_child_at_index(i) for i in range(min(current.get_child_count(), 400))]
            except GLib.Error:
                continue
            stack.extend(child for child in reversed(children) if child)

    @staticmethod
    def is_shown(node):
        try:
            box = node.get_extents(Atspi.CoordType.WINDOW)
        except GLib.Error:
            return False
        return box.width > 0 and box.height > 0

    @staticmethod
    def role_of(node):
        """Later versions of the toolkit say "button" where the baseline says "push button"."""
        role = node.get_role_name()
        return "push button" if role == "button" else role

    def find(self, name=None, role=None, under=None, shown=True):
        """The first node of that name (a text or a compiled expression) and role, or None."""
        for node in self.walk(under):
            try:
                if role and self.role_of(node) not in ([role] if isinstance(role, str) else role):
                    continue
                said = node.get_name() or ""
            except GLib.Error:
                continue
            if name is not None and not (name.search(said) if hasattr(name, "search") else said == name):
                continue
            if shown and not self.is_shown(node):
                continue
            return node
        return None

    def expect(self, name=None, role=None, under=None, shown=True):
        return wait_for(f"{role or 'something'} named {name!r}", lambda: self.find(name, role, under, shown))

    def expect_gone(self, name, role=None):
        wait_for(f"{name!r} to be gone", lambda: self.find(name, role) is None)

    # --- Acting ---

    def press(self, name, role=None, under=None):
        """Presses a control by its action, or clicks it where it has none."""
        node = self.expect(name, role, under)
        if node.get_n_actions() > 0 and node.do_action(0):
            settle()
        else:
            self.click(node)
        return node

    @staticmethod
    def window_origin():
        """Where the content of the program's window starts on the screen."""
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "scrutiny"],
                                capture_output=True, text=True, check=False).stdout.split()
        window = window[-1] if window else subprocess.check_output(["xdotool", "getactivewindow"], text=True).strip()
        shell = subprocess.check_output(["xdotool", "getwindowgeometry", "--shell", window], text=True)
        place = dict(line.split("=") for line in shell.split())
        frame = subprocess.run(["xprop", "-id", window, "_GTK_FRAME_EXTENTS"],
                               capture_output=True, text=True, check=False).stdout
        edges = [int(n) for n in re.findall(r"\d+", frame.split("=")[-1])] if "=" in frame else [0, 0, 0, 0]
        return int(place["X"]) + edges[0], int(place["Y"]) + edges[2]

    def click(self, node):
        box = node.get_extents(Atspi.CoordType.WINDOW)
        left, top = self.window_origin()
        x, y = left + box.x + box.width // 2, top + box.y + box.height // 2
        subprocess.check_call(["xdotool", "mousemove", "--sync", str(x), str(y), "click", "1"])
        settle(0.4)

    @staticmethod
    def keys(*names):
        subprocess.check_call(["xdotool", "key", "--delay", "60", *names])
        settle(0.4)

    @staticmethod
    def type(text):
        subprocess.check_call(["xdotool", "type", "--delay", "15", text])
        settle(0.4)

    def write(self, node, text):
        """Replaces the text of an entry or a text view."""
        if not Atspi.EditableText.set_text_contents(node, text):
            raise AssertionError(f"could not write into {node.get_name()!r}")
        settle(0.4)

    @staticmethod
    def read(node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    # --- Ending ---

    def unnamed(self):
        """Controls that have no name of their own: their toolkit's class name is all that is said of them."""
        found = []
        for node in self.walk():
            try:
                role, name = self.role_of(node), node.get_name() or ""
                # A row without a name of its own is read by what stands in it.
                if role not in CONTROLS or not UNNAMED.match(name) or (role == "list item" and not name):
                    continue
                parent = node.get_parent()
                # What the toolkit puts inside a drop-down, a table or a message speaks through the one that holds it.
                if (self.is_shown(node) and parent.get_role_name() not in ("combo box", "table", "tree table")
                        and parent.get_name() != "AdwToastWidget"):
                    found.append(f"{role} {name} in {parent.get_role_name()} {parent.get_name()}")
            except GLib.Error:
                continue
        return found

    def close(self):
        """Ends the program as a person does, and says if it did not end well."""
        self.keys("ctrl+q")
        try:
            self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            raise AssertionError("the program did not end") from None
        complaints = [line for line in self.process.stderr.read().splitlines()
                      if re.search(r"(WARNING|CRITICAL|ERROR)", line)]
        if self.process.returncode != 0 or complaints:
            raise AssertionError(f"the program ended with {self.process.returncode}: " + "; ".join(complaints))


def run(*journeys):
    """Runs journeys one after the other and tells of them as TAP."""
    print(f"1..{len(journeys)}")
    failed = 0
    for number, journey in enumerate(journeys, 1):
        try:
            journey()
            print(f"ok {number} {journey.__name__}", flush=True)
        except Exception as problem:  # noqa: BLE001: whatever goes wrong is the journey's failure
            failed += 1
            print(f"not ok {number} {journey.__name__}: {problem}", flush=True)
            traceback.print_exc(file=sys.stderr)
        # Whatever went wrong, the next journey starts with no program running.
        for process in Person.started:
            if process.poll() is None:
                process.kill()
                process.wait()
        Person.started.clear()
    sys.exit(1 if failed else 0)
