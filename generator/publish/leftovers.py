"""What builds left in the cache that were ended: swept by the next one, but never what is of a process that lives."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.publish import disk


def sweep(cache: Path) -> None:
    """Removes what is half made in the cache, by processes of this machine that are no more."""
    folders = (cache, cache / "state", *cache.glob("pieces/??"), *cache.glob("templates/*"))
    for entry in (entry for folder in folders for entry in _in(folder)):
        made = _MADE.fullmatch(entry.name)
        if made and made["host"] in (disk.HOST, None) and not _lives(int(made["pid"])):
            disk.remove(entry.path)


# --- Private ---

_MADE = re.compile(r"(?:site-|\..+\.(?:(?P<host>[0-9A-Za-z]+)-)?)(?P<pid>[0-9]+)(?:\.part)?")


def _in(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        yield from os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return


def _lives(pid: int) -> bool:
    """Whether there is a process of this number: perhaps another one, by now."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
