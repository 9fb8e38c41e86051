"""The files of a release: each put in its place or found there as it was put, and what it is noted by."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import chain
from pathlib import Path
from stat import S_ISREG
from typing import TypeAlias

import msgspec

from generator.publish import disk
from generator.publish.stamp import LENGTH, NO_PAGE, is_page, is_stamped, stamped


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file as it was when it was put there (`seen`), the digest of its content without a release's, the SHA-256 of
    all of it, and where in it the release's digest begins, if it is a page."""

    seen: str
    digest: str
    sha256: str
    at: int = NO_PAGE


Rows: TypeAlias = dict[str, Row]
"""The files of a folder by their paths."""


def seen(path: str) -> str:
    """A file's size in bytes, its modification time in nanoseconds, and its inode; nothing where it is none."""
    try:
        return _seen(os.lstat(path))
    except OSError:
        return ""


def restamped(folder: str, pages: Sequence[tuple[str, Row]], release: str) -> Iterator[tuple[str, Row]]:
    """Of these pages of the folder those that are as they were put there, stamped with this release.

    Only the digest is written, in place: nobody is served the folder, and no other place has the page's file.
    """
    size = max(1, len(pages) // _AT_ONCE)
    parts = [pages[start : start + size] for start in range(0, len(pages), size)]
    if len(pages) < _FEW:
        return iter(_restamped(folder, pages, release))
    with ThreadPoolExecutor(_THREADS) as threads:  # reading, writing and digesting let each other go on
        return chain.from_iterable(list(threads.map(lambda part: _restamped(folder, part, release), parts)))


def put(
    source: Path, folder: str, path: str, digest: str, release: str, folders: set[str], known: Row | None
) -> Row:
    """Puts a file at `path` below the folder, and what it is there then; notes its folder in `folders`.

    A page becomes a file of its own. `known` tells of one of the same content.
    """
    above, at = path.rpartition("/")[0], f"{folder}/{path}"
    if above not in folders:
        _open(folder, above)
        folders.add(above)
    if is_page(path):
        content, place = stamped(source.read_bytes(), release)
        if place != NO_PAGE:
            disk.write(at, content)
            return Row(seen(at), digest, sha256(content).hexdigest(), place)
    disk.usual(source)
    disk.link(source, at)
    return Row(seen(at), digest, known.sha256 if known else sha256(source.read_bytes()).hexdigest())


def without(folder: str, keeps: Callable[[str], bool], prefix: str = "") -> bool:
    """Whether no file is left in a folder once each that `keeps` does not want is removed, and each folder that is
    empty then."""
    is_empty = True
    for entry in list(os.scandir(folder)):
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if without(entry.path, keeps, f"{path}/"):
                disk.rmdir(entry.path)
                continue
        elif not keeps(path):
            disk.unlink(entry.path)
            continue
        is_empty = False
    return is_empty


def number_in(folder: str, *, is_top: bool = True) -> int:
    """How many files are in a folder of a site and below it; what is hidden at its top is none of the site's."""
    number = 0
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return 0
    for entry in entries:
        if not is_top or not entry.name.startswith("."):
            is_folder = entry.is_dir(follow_symlinks=False)
            number += number_in(entry.path, is_top=False) if is_folder else 1
    return number


# --- Private ---

_THREADS, _AT_ONCE, _FEW = 2, 64, 100
_OPEN = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def _seen(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}" if S_ISREG(stat.st_mode) else ""


def _restamped(folder: str, pages: Iterable[tuple[str, Row]], release: str) -> list[tuple[str, Row]]:
    done = []
    for path, row in pages:
        if new := _stamped_again(f"{folder}/{path}", row, release.encode("ascii")):
            done.append((path, new))
    return done


def _stamped_again(at: str, row: Row, release: bytes) -> Row | None:
    try:
        file = os.open(at, _OPEN)
    except OSError:
        return None  # it is put anew
    try:
        stat = os.fstat(file)
        content = os.read(file, stat.st_size)
        if _seen(stat) != row.seen or stat.st_nlink != 1 or not is_stamped(content, row.at):
            return None
        disk.stamp(file, at, release, row.at)
        sum_ = sha256(content[: row.at])
        sum_.update(release)
        sum_.update(memoryview(content)[row.at + LENGTH :])
        return Row(_seen(os.fstat(file)), row.digest, sum_.hexdigest(), row.at)
    finally:
        os.close(file)


def _open(top: str, folder: str) -> None:
    """Has a folder below `top`, where a file may have been, or a link that leads out of it."""
    at = top
    for name in folder.split("/") if folder else ():
        at = f"{at}/{name}"
        if os.path.islink(at):  # noqa: PTH114
            disk.unlink(at)
        disk.mkdir(at)
