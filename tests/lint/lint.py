"""What the checks of this folder share: where the source is, its files, and how a finding is told."""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("SCR_SOURCE_ROOT", pathlib.Path(__file__).resolve().parents[2]))
BUILD = pathlib.Path(os.environ.get("SCR_BUILD_ROOT", ROOT / "build"))

findings = 0


def report(path, line, message):
    """Tells one finding; `path` may be absolute or relative to the source."""
    global findings
    findings += 1
    path = pathlib.Path(path)
    if path.is_absolute() and path.is_relative_to(ROOT):
        path = path.relative_to(ROOT)
    print(f"{path}:{line}: {message}" if line else f"{path}: {message}")


def files(*patterns, under=("src", "tests", "data", "help", "po", "tools", ".ci")):
    """The source's files whose names match, in order, never those of a build folder."""
    found = set()
    for folder in under:
        for pattern in patterns:
            found.update(path for path in (ROOT / folder).rglob(pattern)
                         if path.is_file() and "__pycache__" not in path.parts)
    return sorted(found)


def lines(path):
    """The lines of a file, numbered from 1."""
    return enumerate(path.read_text(encoding="utf-8").splitlines(), 1)


def run(*command, **options):
    """Runs a tool; returns its exit status and everything it said."""
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, **options)
    return done.returncode, done.stdout


def need(*tools):
    """Skips the check (meson's 77) on a system without these tools; tools/test always installs them."""
    absent = [tool for tool in tools if not shutil.which(tool)]
    if absent:
        print("not installed:", ", ".join(absent))
        sys.exit(77)


def done():
    """Ends the check: non-zero if anything was found."""
    sys.exit(1 if findings else 0)
