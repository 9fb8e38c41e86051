"""What is hidden at the top of a site and is none of ours (`.git`, `.well-known`) goes along with each release."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.publish import disk
from generator.publish.manifest import MANIFEST


def carry(old: Path, new: Path) -> list[str]:
    """The names that `new` has of `old` by then, in place of what it had of others: files are linked, so that both
    have them until `drop`."""
    for name in _foreign(new):
        disk.remove(new / name)
    carried = [name for name in _foreign(old) if not os.path.lexists(new / name)]
    for name in carried:
        _linked(old / name, new / name)
    return carried


def drop(old: Path, names: list[str]) -> None:
    """Leaves to the new release what was carried there."""
    for name in names:
        disk.remove(old / name)


# --- Private ---


def _foreign(folder: Path) -> list[str]:
    """What is hidden at the top of a release and doesn't stand in its manifest."""
    try:
        hidden = sorted(entry.name for entry in os.scandir(folder) if entry.name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return []
    own = _manifest(folder) if hidden else b""
    return [name for name in hidden if b'\n"%b' % os.fsencode(name) not in own]


def _manifest(folder: Path) -> bytes:
    try:
        return (folder / MANIFEST).read_bytes()
    except OSError:
        return b""


def _linked(old: Path, new: Path) -> None:
    if old.is_symlink():
        disk.symlink(str(old.readlink()), new)
    elif old.is_dir():
        disk.mkdir(new)
        for entry in os.scandir(old):
            _linked(Path(entry.path), new / entry.name)
        shutil.copystat(old, new)
    else:
        disk.link(old, new)
