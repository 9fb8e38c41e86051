"""Pages to disk: every file whole or not there."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.mark import HOST, lives, mark


def write(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """The number of files written below `folder`, each under its relative path.

    A file appears under its name only when all of its bytes are written (rename in one folder, POSIX.1-2017
    `rename`), and has the mode of the file in whose place it comes. What somebody left half written there who was
    ended goes. Raises `OSError` with the path.
    """
    count = 0
    swept = set[Path]()
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.parent not in swept:
            _sweep(target.parent)
            swept.add(target.parent)
        _put(target, content)
        count += 1
    return count


# --- Private functions ---

_LEFT = re.compile(rf"\..+?\.(?:{HOST}-(?P<pid>[0-9]+)\.)?part")


def _put(target: Path, content: bytes) -> None:
    """The file with this content. Its part is this process's own: two that write one file don't write into one."""
    part = target.with_name(f".{target.name}.{mark()}.part")
    try:
        part.write_bytes(content)
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _sweep(folder: Path) -> None:
    for entry in os.scandir(folder):
        left = _LEFT.fullmatch(entry.name)
        if left and not (left["pid"] and lives(int(left["pid"]))):
            Path(entry.path).unlink(missing_ok=True)
