"""A whole `briefs build` in which one operation on files fails, or is the last thing that the process does.

`python -m tests.faults.breaking OPERATIONS NUMBER AT ARGUMENTS…`: the AT-th of the operations (with commas between)
fails with this error number, or with 0 kills the process. How many there were is printed at the end.
"""

from __future__ import annotations

import sys

import pytest

from generator.cli import main
from tests.faults.scene import Counted, failing, killed

if __name__ == "__main__":
    operations, number, at, *arguments = sys.argv[1:]
    then = failing(int(number)) if int(number) else killed
    counted = Counted(tuple(operations.split(",")), int(at), then)
    counted.install(pytest.MonkeyPatch())
    sys.argv[:] = ["briefs", *arguments]
    try:
        main()
    finally:
        print(f"{counted.count} operations")
