"""A new folder takes an old one's place, or the old one stays."""

from __future__ import annotations

import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.mark import mark
from generator.publish.leftovers import is_left


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A new, empty folder next to `target`, which takes its place when the block ends well.

    When the block raises, the new folder is removed and `target` stays as it was. Both lie in one folder, so
    that the swap is two renames on one file system; if the second fails, the first is undone. What is hidden in
    the old folder (`.git`, `.well-known`) stays, as it does when MkDocs empties one. Raises `OSError`.
    """
    target = target.resolve()
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "this is no folder", str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    _mend(target)
    new = _folder_for(target, "new")
    try:
        new.chmod(0o777 & ~_umask())
        yield new
        _swap(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _folder_for(target: Path, what: str) -> Path:
    name = f".{target.name}.{what}-"
    return Path(tempfile.mkdtemp(prefix=name, suffix=f".{mark()}", dir=target.parent))


def _mend(target: Path) -> None:
    """What somebody left who was ended: half a folder, or one between two renames, which goes back to its place."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*-*.*"):
        if is_left(left.name):
            kept = left / "site"
            if kept.is_dir() and not target.exists():
                kept.rename(target)
            shutil.rmtree(left, ignore_errors=True)


def _swap(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    old = _folder_for(target, "old")
    kept = old / "site"
    try:
        target.rename(kept)
        new.rename(target)
    finally:
        if kept.exists() and not target.exists():
            kept.rename(target)
        if not kept.exists():
            old.rmdir()
    hidden_kept(kept, target)
    shutil.rmtree(old, ignore_errors=True)


def hidden_kept(old: Path, new: Path) -> None:
    """Moves what is hidden at the top of the old folder to the new one, but what is there already."""
    for hidden in old.glob(".*"):
        if not (new / hidden.name).exists():
            hidden.rename(new / hidden.name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
