"""The cache: each part of the site under the digest of all that it was made from, whole or not there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.mark import mark
from generator.model.piece import Contents, Kept, Piece
from generator.publish import disk
from generator.publish.leftovers import is_left

T = TypeVar("T")

SPARE_PIECES = 400
"""Pieces that no build asked for lately and that are kept all the same: what an undone edit comes back to."""

_HEAD = "piece.json"
_CONTENTS = "contents.json"
_SIDE = "side"
_DIGEST = 16


class SpoiledError(Exception):
    """What is kept of these pieces is not what was kept: they are to be made anew."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Store:
    """Pieces by key, below a folder that may be deleted at any time.

    A piece is a folder that appears under its name only when all of it is written; what is wrong in it by then (a
    file cut short by a crash, or changed in place) is told by its digest, and the piece counts as not there. So any
    number of builds may use one store at once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, key: str) -> Piece | None:
        """The piece, or `None` where there is none that is whole. Its files are looked at by `content`."""
        return self._read(key, _HEAD, Piece)

    def contents(self, key: str) -> Contents:
        """What a piece that was loaded is made of. Raises `SpoiledError` where that is gone or damaged."""
        contents = self._read(key, _CONTENTS, Contents)
        if contents is None:
            raise SpoiledError(key)
        return contents

    def file(self, key: str, number: int) -> Path:
        """Where the file lies that is the `number`th of the piece."""
        return self._place(key) / str(number)

    def content(self, key: str, number: int, kept: Kept) -> bytes | None:
        """The bytes of a file of the piece; `None` where they are not those that were kept."""
        try:
            content = self.file(key, number).read_bytes()
        except OSError:
            return None
        return content if digest_of(content) == kept.digest else None

    def side(self, key: str) -> bytes | None:
        """What was kept beside the files, for the search; `None` where it is gone or damaged."""
        try:
            return unsealed((self._place(key) / _SIDE).read_bytes())
        except OSError:
            return None

    def find(self, key: str) -> Piece | None:
        """The piece, where all of it is there and as it was kept: for who didn't know of it from the last build."""
        return self.load(key) if self.is_whole(key) else None

    def is_whole(self, key: str) -> bool:
        """Whether all of a piece is there, and as it was kept."""
        contents = self._read(key, _CONTENTS, Contents)
        is_there = contents is not None and self.load(key) is not None and self.side(key) is not None
        files = enumerate(contents.files if contents else ())
        return is_there and all(self.content(key, number, kept) is not None for number, kept in files)

    def save(
        self, key: str, piece: Piece, contents: Contents, files: Iterable[bytes], side: bytes = b""
    ) -> None:
        """Keeps a piece with the bytes of its files, in their order. Raises `OSError`."""
        place = self._place(key)
        disk.mkdir(place.parent)
        new = tempfile.mkdtemp(prefix=".new.", suffix=f".{mark()}", dir=place.parent)
        try:
            for number, content in enumerate(files):
                disk.write(f"{new}/{number}", content)
            disk.write(f"{new}/{_SIDE}", sealed(side))
            disk.write(f"{new}/{_CONTENTS}", sealed(msgspec.json.encode(contents)))
            disk.write(f"{new}/{_HEAD}", sealed(msgspec.json.encode(piece)))
            self._put(new, place)
        finally:
            if os.path.isdir(new):  # noqa: PTH112 - as is the writing above, this is done for each piece
                shutil.rmtree(new, ignore_errors=True)

    def drop(self, key: str) -> None:
        """Forgets a piece."""
        shutil.rmtree(self._place(key), ignore_errors=True)

    def prune(self, used: Collection[str]) -> None:
        """Forgets the oldest of the pieces that are not in `used`, but for `SPARE_PIECES` or half as many as are; and
        what is half made by who is no more: a process may outlive its build, and begin a piece after the sweep."""
        unused = []
        for entry in (entry for group in self.folder.glob("??") for entry in os.scandir(group)):
            if entry.name[0] != ".":
                unused += [entry] if entry.name not in used else []
            elif is_left(entry.name):
                disk.remove(entry.path)
        most = max(SPARE_PIECES, len(used) // 2)
        if len(unused) <= most:
            return
        unused.sort(key=_changed, reverse=True)
        for entry in unused[most // 2 :]:
            shutil.rmtree(entry.path, ignore_errors=True)

    # --- Private ---

    def _read(self, key: str, name: str, kind: type[T]) -> T | None:
        try:
            with open(f"{self.folder}/{key[:2]}/{key}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 - for each piece
                body = within(file.readall())
            return None if body is None else msgspec.json.decode(body, type=kind)
        except (OSError, msgspec.DecodeError):
            return None

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _put(self, new: str, place: Path) -> None:
        """Under its name; what is damaged there gives way, and what another build put there meanwhile is as good."""
        try:
            disk.rename(new, place)
        except OSError:
            if not self.is_whole(place.name):
                shutil.rmtree(place, ignore_errors=True)
                disk.rename(new, place)


def digest_of(content: bytes | memoryview) -> str:
    """BLAKE2b-128 (RFC 7693) in hex."""
    return blake2b(content, digest_size=_DIGEST).hexdigest()


def key_of(*parts: bytes | str) -> str:
    """The digest of these, each told from its neighbours by its length."""
    sum_ = blake2b(digest_size=_DIGEST)
    for part in parts:
        given = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        sum_.update(len(given).to_bytes(8, "big") + given)
    return sum_.hexdigest()


def seal(body: bytes) -> bytes:
    """What stands before a body, by which `unsealed` tells whether all of it is there."""
    return digest_of(body).encode("ascii") + b"\n"


def sealed(body: bytes) -> bytes:
    """The body below its seal."""
    return seal(body) + body


def unsealed(content: bytes) -> bytes | None:
    """What was sealed; `None` where a byte of it is another."""
    body = within(content)
    return None if body is None else bytes(body)


def within(content: bytes) -> memoryview | None:
    """The same where it lies, which may be long."""
    end = content.find(b"\n")
    body = memoryview(content)[end + 1 :]
    return body if end >= 0 and content[:end].decode("ascii", "replace") == digest_of(body) else None


def kept_of(contents: Mapping[str, bytes]) -> tuple[Kept, ...]:
    """What is kept of files, by their paths, in that order."""
    return tuple(Kept(path, len(content), digest_of(content)) for path, content in contents.items())


# --- Private ---


def _changed(entry: os.DirEntry[str]) -> float:
    try:
        return entry.stat().st_mtime
    except OSError:
        return 0.0
