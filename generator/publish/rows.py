"""The files of a release: each put in its place or found there as it was put, and what it is noted by."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG
from typing import TypeAlias, TypeVar

import msgspec

from generator.publish import disk
from generator.publish.stamp import LENGTH, NO_PAGE, is_page, is_stamped, stamped

T = TypeVar("T")


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


def restamped(
    folder: str, pages: Sequence[tuple[str, Row]], release: str, helpers: Executor | None = None
) -> Iterator[tuple[str, Row]]:
    """Of these pages of the folder those that are as they were put there, stamped with this release.

    Only the digest is written, in place: nobody is served the folder, and no other place has the page's file.
    """
    return _all_of(pages, partial(_stamped_again, folder, release.encode("ascii")), helpers)


def again(
    old: str,
    files: Iterable[tuple[str, Row]],
    folder: str,
    release: str,
    folders: set[str],
    helpers: Executor | None = None,
) -> Iterator[tuple[str, Row]]:
    """Of these files of an older release, in `old`, those that are as they were put there, put into the folder too;
    notes their folders in `folders`. A page becomes a file of its own, stamped with this release."""
    linked: list[tuple[str, Row]] = []
    pages: list[tuple[str, Row]] = []
    for path, row in files:
        _open(folder, path.rpartition("/")[0], folders)
        if row.at != NO_PAGE:
            pages.append((path, row))
        elif _is_as_put(f"{old}/{path}", row):
            disk.link(f"{old}/{path}", f"{folder}/{path}")
            linked.append((path, msgspec.structs.replace(row, seen=seen(f"{folder}/{path}"))))
    copied = partial(_copied, old, folder, release.encode("ascii"))
    return chain(linked, _all_of(pages, copied, helpers))


def put(
    files: Sequence[tuple[str, str, str]],
    folder: str,
    release: str,
    folders: set[str],
    helpers: Executor | None = None,
) -> Iterator[tuple[str, Row]]:
    """Puts files into the folder, each given by its path there, its digest and where it lies, and what they are there
    then; notes their folders in `folders`. A page becomes a file of its own."""
    for path, _, _ in files:
        _open(folder, path.rpartition("/")[0], folders)
    if helpers is None or len(files) < _FEW:
        return iter(_put(folder, release, files))
    done = helpers.map(partial(_put_beside, folder, release), _parts(files))
    return chain.from_iterable(msgspec.msgpack.decode(each, type=_Pages) for each in list(done))


def strangers(folder: str, known: Collection[int], prefix: str = "") -> Iterator[str]:
    """The paths of what is in a folder and below it and was not put there: files of whose paths `known` has no hash,
    and folders with nothing in them."""
    entries = list(os.scandir(folder))
    if not entries and prefix:
        yield prefix[:-1]
    for entry in entries:
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from strangers(entry.path, known, f"{path}/")
        elif hash(path) not in known:
            yield path


def take_out(folder: str, paths: Iterable[str]) -> None:
    """Removes these files, or empty folders, from a folder, and what has nothing in it then."""
    for path in paths:
        at = f"{folder}/{path}"
        try:
            above = path if S_ISDIR(os.lstat(at).st_mode) else path.rpartition("/")[0]
        except (FileNotFoundError, NotADirectoryError):
            continue
        if above != path:
            disk.unlink(at)
        while above and not os.listdir(f"{folder}/{above}"):  # noqa: PTH208
            disk.rmdir(f"{folder}/{above}")
            above = above.rpartition("/")[0]


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

_Do: TypeAlias = Callable[[str, Row], Row | None]
_Pages: TypeAlias = list[tuple[str, Row]]
_THREADS, _AT_ONCE, _FEW = 2, 16, 100
_READ = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_OPEN = os.O_RDWR | _READ


def _seen(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}" if S_ISREG(stat.st_mode) else ""


def _all_of(
    pages: Sequence[tuple[str, Row]], do: _Do, helpers: Executor | None = None
) -> Iterator[tuple[str, Row]]:
    """What becomes of these pages, but for those of which nothing does: they are put anew."""
    if len(pages) < _FEW:
        return iter(_done(do, pages))
    parts = _parts(pages)
    if helpers:
        done = list(helpers.map(partial(_done_beside, do), map(msgspec.msgpack.encode, parts)))
        return chain.from_iterable(msgspec.msgpack.decode(each, type=_Pages) for each in done)
    with ThreadPoolExecutor(_THREADS) as threads:  # reading, writing and digesting let each other go on
        return chain.from_iterable(list(threads.map(partial(_done, do), parts)))


def _parts(every: Sequence[T]) -> list[Sequence[T]]:
    """What is done at a time of all of it."""
    size = max(1, len(every) // _AT_ONCE)
    return [every[start : start + size] for start in range(0, len(every), size)]


def _put_beside(folder: str, release: str, files: Sequence[tuple[str, str, str]]) -> bytes:
    return msgspec.msgpack.encode(_put(folder, release, files))


def _put(folder: str, release: str, files: Iterable[tuple[str, str, str]]) -> list[tuple[str, Row]]:
    return [
        (path, _put_one(Path(source), f"{folder}/{path}", digest, release)) for path, digest, source in files
    ]


def _put_one(source: Path, at: str, digest: str, release: str) -> Row:
    if is_page(at):
        content, place = stamped(source.read_bytes(), release)
        if place != NO_PAGE:
            disk.write(at, content)
            return Row(seen(at), digest, sha256(content).hexdigest(), place)
    disk.usual(source)
    disk.link(source, at)
    return Row(seen(at), digest, sha256(source.read_bytes()).hexdigest())


def _done(do: _Do, pages: Sequence[tuple[str, Row]]) -> list[tuple[str, Row]]:
    return [(path, new) for path, row in pages if (new := do(path, row))]


def _done_beside(do: _Do, pages: bytes) -> bytes:
    """The same of pages as msgspec writes them, in a quarter of the time that `pickle` takes for them."""
    return msgspec.msgpack.encode(_done(do, msgspec.msgpack.decode(pages, type=_Pages)))


def _stamped_again(folder: str, release: bytes, path: str, row: Row) -> Row | None:
    at = f"{folder}/{path}"
    try:
        file = os.open(at, _OPEN)
    except OSError:
        return None  # it is put anew
    try:
        content = _as_put(file, row, links=1)
        if content is None:
            return None
        disk.stamp(file, at, release, row.at)
        sum_ = sha256(content[: row.at])
        sum_.update(release)
        sum_.update(memoryview(content)[row.at + LENGTH :])
        return Row(_seen(os.fstat(file)), row.digest, sum_.hexdigest(), row.at)
    finally:
        os.close(file)


def _copied(old: str, folder: str, release: bytes, path: str, row: Row) -> Row | None:
    """The page of another release, stamped with this one, as a file of its own."""
    at = f"{folder}/{path}"
    try:
        file = os.open(f"{old}/{path}", os.O_RDONLY | _READ)
    except OSError:
        return None
    try:
        content = _as_put(file, row)
    finally:
        os.close(file)
    if content is None:
        return None
    new = b"".join((content[: row.at], release, content[row.at + LENGTH :]))
    disk.write(at, new)
    return Row(seen(at), row.digest, sha256(new).hexdigest(), row.at)


def _as_put(file: int, row: Row, links: int = 0) -> bytes | None:
    """What is in a page; nothing where that isn't what was put there, or where it has more names than it may."""
    stat = os.fstat(file)
    content = os.read(file, stat.st_size)
    is_own = not links or stat.st_nlink == links
    return content if is_own and _seen(stat) == row.seen and is_stamped(content, row.at) else None


def _is_as_put(path: str, row: Row) -> bool:
    """Whether a file that is no page is the one that was put there, with the mode of what is published."""
    try:
        stat = os.lstat(path)
    except OSError:
        return False
    return S_IMODE(stat.st_mode) == disk.FILE and _seen(stat) == row.seen


def _open(top: str, folder: str, folders: set[str]) -> None:
    """Has a folder below `top`, with those above it, where a file may have been, or a link that leads out of it."""
    if folder and folder not in folders:
        _open(top, folder.rpartition("/")[0], folders)
        disk.own(f"{top}/{folder}")
        folders.add(folder)
