"""Pages to disk: every file whole or not there."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path


def write(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """The number of files written below `folder`, each under its relative path.

    A file appears under its name only when all of its bytes are written (rename in one folder, POSIX.1-2017
    `rename`), and has the mode of the file in whose place it comes. Raises `OSError` with the path.
    """
    count = 0
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        part.write_bytes(content)
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
        count += 1
    return count
