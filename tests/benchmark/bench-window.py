#!/usr/bin/python3
"""How long it takes until the window is there, and how much memory the program has used by then.

The reference is GNOME Text Editor, started in the same way, turn by turn with ours on the same display; each figure is
the best of several starts. Prints a line for each figure; nothing is asserted.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.join(os.environ["SCR_BUILD_ROOT"], "src", "scrutiny")
STARTS = 5
LIMIT_MEMORY = 150.0


def start(command, window_class):
    """Starts a program on a bus of its own; gives seconds until its window is mapped, and its peak memory in MiB."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while subprocess.run(["xdotool", "search", "--onlyvisible", "--class", window_class],
                         capture_output=True, check=False).stdout == b"":
        if process.poll() is not None or time.monotonic() - begin > 60:
            raise SystemExit(f"{command[0]} did not show a window")
    seconds = time.monotonic() - begin
    time.sleep(1.5)
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        peak = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    process.terminate()
    process.wait()
    time.sleep(0.3)
    return seconds, peak


def tell(name, ours, reference, limit):
    ratio = ours / reference if reference else 0
    print(f"benchmark: {name} ours={ours:.3f} reference={reference:.3f} ratio={ratio:.2f} limit={limit:g}", flush=True)


def main():
    folder = tempfile.mkdtemp(prefix="scrutiny-")
    example = os.path.join(folder, "example.scrutiny")
    subprocess.check_call([PROGRAM, f"--example={example}"])
    text = os.path.join(folder, "text.txt")
    with open(text, "w", encoding="utf-8") as file:
        file.write("A few words.\n")
    editor = shutil.which("gnome-text-editor")
    ours, theirs = [], []
    for _ in range(STARTS):
        ours.append(start([PROGRAM, example], "scrutiny"))
        if editor:
            theirs.append(start([editor, "--standalone", text], "texteditor|text-editor"))
    best = min(seconds for seconds, _ in ours)
    tell("window-with-example-seconds", best, min((s for s, _ in theirs), default=0), 1)
    tell("peak-memory-with-example-mib", min(peak for _, peak in ours), LIMIT_MEMORY, 1)
    if theirs:
        tell("peak-memory-beside-text-editor-mib", min(peak for _, peak in ours), min(peak for _, peak in theirs), 1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
