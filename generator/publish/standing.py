"""The site's folder: brought to what a build came to file by file, in a second folder that then takes its place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import TypeAlias, TypeVar

import msgspec
from filelock import FileLock

from generator.publish.store import key_of
from generator.publish.swap import beside, hidden_kept

Rows: TypeAlias = dict[str, tuple[str, str]]
"""What each file of a folder was when it was put there, and the digest of its content, by its path."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some files of a site: their digests by their paths, and where one lies that is put there anew."""

    name: str
    wanted: Mapping[str, str]
    place: Callable[[str], Path]


class Standing:
    """The site that stands at `target`, and the one before it, which the next is made of.

    Both share the files that are the same in both (hard links, with each other and with the cache), so that what an
    edit costs grows with what it changes. A file that was changed in place since is noticed by its time and put
    anew. Where the cache lies on another device than the site, files are copied and nothing is shared.
    """

    def __init__(self, target: Path, cache: Path) -> None:
        self.target = target.resolve()
        self._folder = cache / "sites" / key_of(str(self.target))
        self._live, self._last, self._next = (self._folder / name for name in ("live", "last", "next"))
        self._spare, self._out = self._folder / "spare", self._folder / "out"

    @contextmanager
    def held(self) -> Iterator[None]:
        """While nobody else builds to this target with this cache; waits for who does."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self._folder / "lock"):
            self._mend()
            yield

    def is_of(self, inputs: str) -> bool:
        """Whether the site is the one that was brought of these inputs, as it was then: none of its files was
        touched, and no other is there."""
        if not inputs or _read(self._live / _INPUTS, str) != inputs:
            return False
        number = 0
        for file in self._live.glob("*.json"):
            rows = _read(file, Rows) or {}
            if any(_seen(f"{self.target}/{path}") != seen for path, (seen, _) in rows.items()):
                return False
            number += len(rows)
        return _number_in(str(self.target)) == number

    def bring(self, shards: Iterable[Shard], inputs: str) -> None:
        """Makes the site of these files, of which no two have one path, and notes what it was made from.

        Until all of them are there, the site stays as it was. Raises `OSError`, and what `place` raises.
        """
        self.target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self._next, ignore_errors=True)
        self._next.mkdir()
        if self.target.parent.stat().st_dev == self._folder.stat().st_dev:
            self._roll(shards)
            self._swap()
        else:
            with beside(self.target) as folder:
                for shard in shards:
                    for path in shard.wanted:
                        _copy(shard.place(path), folder / path)
        _write(self._next / _INPUTS, inputs)
        shutil.rmtree(self._last, ignore_errors=True)
        if self._live.exists():
            self._live.rename(self._last)
        self._next.rename(self._live)

    # --- Private ---

    def _roll(self, shards: Iterable[Shard]) -> None:
        """Brings the spare folder to these files, shard by shard: of no more than one is all held at a time."""
        self._spare.mkdir(mode=0o777, exist_ok=True)
        wanted, folders = set[int](), set[str]()
        for shard in shards:
            before = _rows(self._last, shard.name)
            rows: Rows = {}
            live: Rows | None = None
            for path, digest in shard.wanted.items():
                own = before.get(path)
                if own and own[1] == digest and _seen(f"{self._spare}/{path}") == own[0]:
                    rows[path] = own
                else:
                    live = _rows(self._live, shard.name) if live is None else live
                    source = self._shared(path, digest, live) or shard.place(path)
                    rows[path] = _link(source, self._spare, path, folders), digest
                wanted.add(hash(path))
            _write(self._next / f"{shard.name}.json", rows)
        _is_empty_but(str(self._spare), "", lambda path: hash(path) in wanted)

    def _shared(self, path: str, digest: str, live: Rows) -> Path | None:
        """The file of the site that stands, where it has this content and nobody touched it."""
        row, file = live.get(path), self.target / path
        return file if row and row[1] == digest and _seen(str(file)) == row[0] else None

    def _swap(self) -> None:
        if not self.target.exists():
            self._spare.rename(self.target)
            return
        self.target.rename(self._out)
        try:
            self._spare.rename(self.target)
        except OSError:
            self._out.rename(self.target)
            raise
        hidden_kept(self._out, self.target)
        self._out.rename(self._spare)

    def _mend(self) -> None:
        """What a build left that was killed while it put the new site in the old one's place."""
        if not self._out.exists():
            return
        if not self.target.exists():
            self._out.rename(self.target)
        elif self._spare.exists():
            shutil.rmtree(self._out, ignore_errors=True)
        else:
            hidden_kept(self._out, self.target)
            self._out.rename(self._spare)


# --- Private functions ---

_INPUTS = "inputs"

T = TypeVar("T")


def _rows(folder: Path, name: str) -> Rows:
    return _read(folder / f"{name}.json", Rows) or {}


def _read(file: Path, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def _write(file: Path, value: object) -> None:
    file.write_bytes(msgspec.json.encode(value))


def _seen(path: str) -> str:
    """A file's size in bytes, its modification time in nanoseconds, and its inode; nothing where it is none."""
    try:
        stat = os.lstat(path)
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}" if S_ISREG(stat.st_mode) else ""


def _is_empty_but(folder: str, prefix: str, keeps: Callable[[str], bool]) -> bool:
    """Whether no file is left in a folder of a site once each that `keeps` does not want is removed, and each folder
    that is empty then; what is hidden at its top is none of the site's."""
    is_empty = True
    for entry in list(os.scandir(folder)):
        path = prefix + entry.name
        if not prefix and entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if _is_empty_but(entry.path, f"{path}/", keeps):
                os.rmdir(entry.path)  # noqa: PTH106 - for each of a site's folders
                continue
        elif not keeps(path):
            os.unlink(entry.path)  # noqa: PTH108
            continue
        is_empty = False
    return is_empty


def _number_in(folder: str, *, is_top: bool = True) -> int:
    """How many files are in a folder of a site and below it."""
    number = 0
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return 0
    for entry in entries:
        if not is_top or not entry.name.startswith("."):
            is_folder = entry.is_dir(follow_symlinks=False)
            number += _number_in(entry.path, is_top=False) if is_folder else 1
    return number


def _link(source: Path, top: Path, path: str, folders: set[str]) -> str:
    """Puts a file at `path` below `top`, and what it is there then; notes its folder."""
    folder, at = path.rpartition("/")[0], f"{top}/{path}"
    if folder not in folders:
        _open(top, folder)
        folders.add(folder)
    try:
        os.link(source, at)
    except FileExistsError:
        shutil.rmtree(at) if os.path.isdir(at) and not os.path.islink(at) else os.unlink(at)  # noqa: PTH108, PTH112, PTH114
        os.link(source, at)
    return _seen(at)


def _open(top: Path, folder: str) -> None:
    """Has a folder below `top`, where a file may have been."""
    at = top
    for name in folder.split("/") if folder else ():
        at = at / name
        if at.is_symlink() or at.is_file():
            at.unlink()
    at.mkdir(parents=True, exist_ok=True)


def _copy(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
