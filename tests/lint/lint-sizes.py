#!/usr/bin/env python3
"""A file has one subject: 600 lines at the most, and more than 400 is said aloud."""
from lint import done, files, lines, report

for path in files("*.c", "*.h", "*.py", "*.ui", "*.css"):
    length = sum(1 for _ in lines(path))
    if length > 600:
        report(path, 0, f"{length} lines: split it by subject (600 at the most)")
    elif length > 400:
        print(f"note: {path.name} has {length} lines")
done()
