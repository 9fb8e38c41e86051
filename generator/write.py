"""Pages to disk: every file whole or not there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """The number of files written below `folder`, each under its relative path.

    A file appears under its name only when all of its bytes are written (rename in one folder, POSIX.1-2017
    `rename`). Raises `OSError` with the path.
    """
    count = 0
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        part.write_bytes(content)
        part.replace(target)
        count += 1
    return count
