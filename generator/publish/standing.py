"""The release that a build comes to: an older one made over file by file, which then takes the site's place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from heapq import merge
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec
from click import ClickException

from generator.publish import disk
from generator.publish.manifest import MANIFEST, commit_in, line, told_anew, written
from generator.publish.rows import Row, Rows, again, number_in, put, seen, strangers, take_out
from generator.publish.rows import restamped as restamped_rows
from generator.publish.shelf import Shelf
from generator.publish.stamp import digest_of_release
from generator.publish.store import key_of


@dataclass(frozen=True, slots=True)
class Shard:
    """Some files of a site: their digests by their paths, and where one lies that is put there anew."""

    name: str
    wanted: Mapping[str, str]
    place: Callable[[str], Path]


class Submit(Protocol):
    """Has a function called with these texts by another process; what it gives then is what the function gave."""

    def __call__(self, work: Callable[[str, str], list[str]], /, *given: str) -> Callable[[], list[str]]: ...


class Standing:
    """The releases of a site, and in the cache what is known of their files, so that an edit's cost grows with it.

    Files that are no pages are the same in all releases and in the cache (hard links), where the file system has
    such; a page says of which release it is and is each release's own. A file that was changed in place since is
    noticed by its time and put anew.
    """

    def __init__(self, shelf: Shelf, cache: Path, commit: str = "") -> None:
        self.shelf = shelf
        self._folder = cache / "sites" / key_of(str(shelf.target))
        self._next = self._folder / "next"
        self._commit = commit
        self._seen_through: tuple[str, Callable[[], list[str]]] | None = None

    @property
    def scratch(self) -> Path:
        """A folder for what is made on the way: whoever holds the shelf may use it."""
        return self._folder / "scratch"

    def sweep(self) -> None:
        """Forgets what is known of releases that are no more, and what was left by who was ended."""
        disk.mkdir(self._folder)
        names = {*self.shelf.names()}
        for entry in list(os.scandir(self._folder)):
            if entry.name not in names:
                disk.remove(entry.path)

    def is_of(self, inputs: str) -> bool:
        """Whether the site is the one that was brought of these inputs, as it was then: none of its files was
        touched, and no other is there."""
        live = self.shelf.live()
        if live is None or not inputs or _read(self._folder / live[0] / _INPUTS, str) != inputs:
            return False
        return self._is_untouched(live)

    def tell_commit(self) -> None:
        """Has the site's manifest name the commit of which it would be the same."""
        live = self.shelf.live()
        if live is None or commit_in(live[1]) == self._commit:
            return
        manifest = live[1] / MANIFEST
        disk.replace(manifest, told_anew(manifest.read_bytes(), live[0], self._commit))
        self._know(self._folder / live[0], live[1])

    def see_through(self, ahead: Submit) -> None:
        """Has the release that is to be made over looked through by another process, before it is known into what."""
        if name := self.shelf.oldest():
            look = ahead(_strangers, str(self._folder / name), str(self.shelf.place(name)))
            self._seen_through = name, look

    def bring(
        self, shards: Callable[[], Iterable[Shard]], inputs: str, helpers: Executor | None = None
    ) -> None:
        """Makes the site of these files, of which no two have one path, and notes what it was made from.

        Until all of them are there the site stays as it was. `shards` is asked twice. `helpers` are processes of this
        machine that stamp pages. Raises `OSError`, and what `place` raises.
        """
        wanted = set[int]()
        release = digest_of_release(_noted(shards(), wanted))
        live = self.shelf.live()
        if live and live[0] == release and self._is_untouched(live):
            self.tell_commit()
            _write(self._folder / release / _INPUTS, inputs)
            return
        shutil.rmtree(self._next, ignore_errors=True)
        disk.mkdir(self._next)
        there = self._strange_there()
        before = self.shelf.spare(release)
        rolled = _Rolled(release, before, live, wanted, helpers)
        take_out(str(self.shelf.rolling), there[before] if before in there else self._strange(before))
        self._roll(shards(), rolled)
        _write(self._next / _INPUTS, inputs)
        disk.remove(self._folder / release)
        disk.rename(self._next, self._folder / release)
        self.shelf.publish(release)
        self.sweep()

    # --- Private ---

    def _is_untouched(self, live: tuple[str, Path]) -> bool:
        """Whether the site's files are those that were put there."""
        number = 0
        for file in (self._folder / live[0]).glob("*.json"):
            rows = _read(file, Rows) or {}
            if any(seen(f"{live[1]}/{path}") != row.seen for path, row in rows.items()):
                return False
            number += sum(not path.startswith(".") for path in rows)
        return number_in(str(live[1])) == number

    def _roll(self, shards: Iterable[Shard], by: _Rolled) -> None:
        """Makes the folder over, shard by shard: of no more than one is all held at a time."""
        folder = self.shelf.rolling
        lines: list[Path] = []
        for shard in shards:
            if MANIFEST in shard.wanted:
                raise ClickException(
                    f"{MANIFEST} in the docs folder has the address of the site's own: rename it"
                )
            rows = self._shard(shard, by)
            _write(self._next / f"{shard.name}.json", rows)
            lines.append(self._next / f"{shard.name}.lines")
            disk.write(lines[-1], b"\n".join(sorted(_line(path, row) for path, row in rows.items())))
        for name in self._shards(by.before) - {file.stem for file in lines}:
            take_out(str(folder), by.gone(self._rows(by.before, name)))
        disk.pour(folder / MANIFEST, written(by.release, self._commit, _merged(lines)))
        self._know(self._next, folder)
        for spool in lines:
            disk.unlink(spool)

    def _shard(self, shard: Shard, by: _Rolled) -> Rows:
        """The rows of a shard whose files are in the folder by then."""
        folder, before = str(self.shelf.rolling), self._rows(by.before, shard.name)
        take_out(folder, by.gone(before))
        rows: Rows = {}
        pages = []
        for path, digest in shard.wanted.items():
            own = before.get(path)
            if own and own.digest == digest:
                if own.at >= 0:
                    pages.append((path, own))
                elif seen(f"{folder}/{path}") == own.seen:
                    rows[path] = own
        rows.update(restamped_rows(folder, pages, by.release, by.helpers))
        folders = set[str]()
        rest = [path for path in shard.wanted if path not in rows]
        if by.live and rest:
            old = self._rows(by.live[0], shard.name)
            same = ((path, old[path]) for path in rest if _is_of(old, path, shard.wanted[path]))
            rows.update(again(str(by.live[1]), same, folder, by.release, folders, by.helpers))
        anew = [(path, shard.wanted[path], str(shard.place(path))) for path in rest if path not in rows]
        rows.update(put(anew, folder, by.release, folders, by.helpers))
        return rows

    def _strange(self, before: str) -> list[str]:
        """What is in the folder that is made over and was not put there."""
        return _strangers(str(self._folder / before), str(self.shelf.rolling)) if before else []

    def _strange_there(self) -> dict[str, list[str]]:
        """The same of the release that was looked through, by its name, while it lies where it lay."""
        return {self._seen_through[0]: self._seen_through[1]()} if self._seen_through else {}

    def _shards(self, release: str) -> set[str]:
        """The names of a release's shards."""
        return _shards_in(self._folder / release) if release else set()

    def _know(self, rows: Path, folder: Path) -> None:
        """Notes what the manifest is that lies in a folder."""
        _write(rows / _OWN, {MANIFEST: Row(seen(str(folder / MANIFEST)), "", "")})

    def _rows(self, release: str, shard: str) -> Rows:
        return (_read(self._folder / release / f"{shard}.json", Rows) or {}) if release else {}


# --- Private functions ---


@dataclass(frozen=True, slots=True)
class _Rolled:
    """What a release is made of: the one before that is made over, and the one that is served. `wanted` has the hash
    of each of its paths."""

    release: str
    before: str
    live: tuple[str, Path] | None
    wanted: Collection[int]
    helpers: Executor | None

    def gone(self, rows: Rows) -> list[str]:
        """The files that the release does not have any more."""
        return [path for path in rows if hash(path) not in self.wanted]


def _noted(shards: Iterable[Shard], wanted: set[int]) -> Iterator[tuple[str, str]]:
    """The paths and digests of all files, whose hashes are in `wanted` then."""
    for shard in shards:
        wanted.update(map(hash, shard.wanted))
        yield from shard.wanted.items()


_INPUTS = "inputs"
_OWN = "manifest.own.json"

T = TypeVar("T")


def _strangers(known: str, folder: str) -> list[str]:
    """What is in a release's folder and was not put there, as far as the folder `known` tells."""
    paths = {hash(MANIFEST)}
    for name in _shards_in(Path(known)):
        paths.update(map(hash, _read(Path(known, f"{name}.json"), Rows) or {}))
    return [*strangers(folder, paths)]


def _shards_in(known: Path) -> set[str]:
    return {file.stem for file in known.glob("*.json") if file.name != _OWN}


def _is_of(rows: Rows, path: str, digest: str) -> bool:
    """Whether there is a row of a file, and of this content."""
    return path in rows and rows[path].digest == digest


def _line(path: str, row: Row) -> bytes:
    return line(path, int(row.seen.partition(" ")[0]), row.sha256)


def _merged(files: Iterable[Path]) -> Iterator[bytes]:
    """The lines of these sorted files in order."""
    return (each.rstrip(b"\n") for each in merge(*map(_lines, files)) if each)


def _lines(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        for each in opened:
            yield each.rstrip(b"\n")


def _read(file: Path, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def _write(file: Path, value: object) -> None:
    disk.replace(file, msgspec.json.encode(value))
