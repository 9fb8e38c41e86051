"""The site's folder: brought to what a build came to file by file, in a second folder that then takes its place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import msgspec
from filelock import FileLock

from generator.publish.store import key_of
from generator.publish.swap import beside, hidden_kept

Seen: TypeAlias = tuple[int, int, int]
"""A file's size in bytes, its modification time in nanoseconds, and its inode."""

Rows: TypeAlias = dict[str, tuple[Seen, str]]
"""What each file of a folder was when it was put there, with the digest of its content."""


class Standing:
    """The site that stands at `target`, and the one before it, which the next is made of.

    Both share the files that are the same in both (hard links, with each other and with the cache), so that what an
    edit costs grows with what it changes. A file that was changed in place since is noticed by its time and put
    anew. Where the cache lies on another device than the site, files are copied and nothing is shared.
    """

    def __init__(self, target: Path, cache: Path) -> None:
        self.target = target.resolve()
        self._folder = cache / "sites" / key_of(str(self.target))

    @contextmanager
    def held(self) -> Iterator[None]:
        """While nobody else builds to this target with this cache; waits for who does."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self._folder / "lock"):
            self._mend()
            yield

    def is_as(self, wanted: Mapping[str, str]) -> bool:
        """Whether the site is made of these files, of which the digests are given, and of no others."""
        rows = self._rows("live")
        if rows.keys() != wanted.keys() or any(rows[path][1] != digest for path, digest in wanted.items()):
            return False
        return _seen_in(self.target)[0] == {path: seen for path, (seen, _) in rows.items()}

    def bring(self, wanted: Mapping[str, str], place: Callable[[str], Path]) -> None:
        """Makes the site of these files; `place` gives where one lies that is put there anew, and may raise.

        Until all of them are there, the site stays as it was. Raises `OSError`.
        """
        if not self._is_shared:
            with beside(self.target) as folder:
                for path in wanted:
                    _copy(place(path), folder / path)
            self._keep("live", {})
            return
        spare = self._folder / "spare"
        rows = self._roll(spare, wanted, place)
        (self._folder / "spare.json").unlink(missing_ok=True)
        (self._folder / "live.json").replace(self._folder / "spare.json") if self._has("live") else None
        self._swap(spare)
        self._keep("live", rows)

    # --- Private ---

    @property
    def _is_shared(self) -> bool:
        self.target.parent.mkdir(parents=True, exist_ok=True)
        return self.target.parent.stat().st_dev == self._folder.stat().st_dev

    def _has(self, name: str) -> bool:
        return (self._folder / f"{name}.json").exists()

    def _roll(self, spare: Path, wanted: Mapping[str, str], place: Callable[[str], Path]) -> Rows:
        """`spare` with these files, and what each of them is."""
        spare.mkdir(mode=0o777, exist_ok=True)
        there, folders = _seen_in(spare)
        for path in there.keys() - wanted.keys():
            os.unlink(spare / path)  # noqa: PTH108 - done for every file of a site, as what follows is
        _drop_empty(spare, folders, wanted)
        rows = {path: row for path, row in self._whole("spare", there).items() if row[1] == wanted.get(path)}
        missing = wanted.keys() - rows.keys()
        live = self._whole("live", _seen_in(self.target)[0]) if missing else {}
        for path in missing:
            digest, row = wanted[path], live.get(path)
            source = self.target / path if row and row[1] == digest else place(path)
            rows[path] = (_link(source, spare, path, folders, replaces=path in there), digest)
        return rows

    def _whole(self, name: str, there: Mapping[str, Seen]) -> Rows:
        """What was noted of the files of a folder that are as they were then."""
        return {path: row for path, row in self._rows(name).items() if there.get(path) == row[0]}

    def _swap(self, spare: Path) -> None:
        out = self._folder / "out"
        if not self.target.exists():
            spare.rename(self.target)
            return
        self.target.rename(out)
        try:
            spare.rename(self.target)
        except OSError:
            out.rename(self.target)
            raise
        hidden_kept(out, self.target)
        out.rename(spare)

    def _mend(self) -> None:
        """What a build left that was killed while it put the new site in the old one's place."""
        out, spare = self._folder / "out", self._folder / "spare"
        if not out.exists():
            return
        if not self.target.exists():
            out.rename(self.target)
        elif spare.exists():
            shutil.rmtree(out, ignore_errors=True)
        else:
            hidden_kept(out, self.target)
            out.rename(spare)

    def _rows(self, name: str) -> Rows:
        try:
            return msgspec.json.decode((self._folder / f"{name}.json").read_bytes(), type=Rows)
        except (OSError, msgspec.DecodeError):
            return {}

    def _keep(self, name: str, rows: Rows) -> None:
        new = self._folder / f".{name}.json.part"
        new.write_bytes(msgspec.json.encode(rows))
        new.replace(self._folder / f"{name}.json")


# --- Private functions ---


def _seen(stat: os.stat_result) -> Seen:
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def _seen_in(folder: Path) -> tuple[dict[str, Seen], set[str]]:
    """Every file below `folder`, by its path, and the folders; what is hidden at its top is none of the site's."""
    files: dict[str, Seen] = {}
    folders: set[str] = set()
    waiting = [(str(folder), "")]
    while waiting:
        where, path = waiting.pop()
        try:
            entries = list(os.scandir(where))
        except FileNotFoundError:
            continue
        for entry in entries:
            if not path and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.add(path + entry.name)
                waiting.append((entry.path, f"{path}{entry.name}/"))
            else:
                files[path + entry.name] = _seen(entry.stat(follow_symlinks=False))
    return files, folders


def _link(source: Path, top: Path, path: str, folders: set[str], *, replaces: bool) -> Seen:
    """Puts a file at `path` below `top`, and what it is there then; notes its folder."""
    folder, at = path.rpartition("/")[0], f"{top}/{path}"
    if folder not in folders:
        os.makedirs(f"{top}/{folder}", exist_ok=True)  # noqa: PTH103
        folders.add(folder)
    if replaces:
        os.unlink(at)  # noqa: PTH108
    os.link(source, at)
    return _seen(os.stat(at))  # noqa: PTH116


def _drop_empty(folder: Path, folders: Iterable[str], wanted: Iterable[str]) -> None:
    """Removes the folders in which no file is wanted."""
    needed = {""}
    for path in wanted:
        above = path.rpartition("/")[0]
        while above not in needed:
            needed.add(above)
            above = above.rpartition("/")[0]
    for path in sorted(folders, reverse=True):
        if path not in needed:
            shutil.rmtree(folder / path, ignore_errors=True)


def _copy(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
