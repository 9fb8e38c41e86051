"""`manifest.json`: which release a site is, what it was made from and by, and the SHA-256 of each of its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from generator import __version__

MANIFEST = "manifest.json"
"""At the top of the site; it tells of all files but itself."""

_TOP = re.compile(rb'\A\{\n"release": "([0-9a-f]{32})",\n')
_FILES = b'"files": {\n'
_BESIDE = ("mkdocs", "mkdocs-material", "pagefind")
"""What the bytes of a site come from besides ourselves."""


def head(release: str, commit: str) -> bytes:
    """What stands before the files. `commit` may be empty: then there is none."""
    about: Mapping[str, object] = {
        "release": release,
        "source": {"commit": commit} if commit else {},
        "versions": versions(),
    }
    lines = (f'"{key}": {msgspec.json.encode(value).decode()},\n' for key, value in about.items())
    return b"{\n" + "".join(lines).encode("utf-8") + _FILES


def line(path: str, size: int, sha256: str) -> bytes:
    """One file; lines are sorted as bytes."""
    return b'%b: {"sha256": "%b", "size": %d}' % (msgspec.json.encode(path), sha256.encode("ascii"), size)


def written(release: str, commit: str, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The manifest of these lines, which are sorted, in parts."""
    yield head(release, commit)
    parts: list[bytes] = []
    end = b""
    for each in lines:
        parts += (end, each)
        end = b",\n"
        if len(parts) > _AT_ONCE:
            yield b"".join(parts)
            parts = []
    yield b"".join(parts) + b"\n}\n}\n"


def release_in(folder: Path) -> str:
    """The release that the manifest in a folder names; nothing where there is none."""
    return _named(_TOP, folder)


def commit_in(folder: Path) -> str:
    """The commit that the manifest in a folder names; nothing where there is none."""
    return _named(_COMMIT, folder)


def told_anew(content: bytes, release: str, commit: str) -> bytes:
    """A manifest of the same files with another head."""
    return head(release, commit) + content.partition(_FILES)[2]


def versions() -> dict[str, str]:
    """What makes a site's bytes, in which version, as far as it is installed."""
    found = {"annotated-briefs": __version__}
    for name in _BESIDE:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


# --- Private ---

_COMMIT = re.compile(rb'\n"source": \{"commit":"([0-9a-f]+)"\},\n')
_FAR = 1024
_AT_ONCE = 4096


def _named(pattern: re.Pattern[bytes], folder: Path) -> str:
    """What the head of the manifest in a folder says at a place; nothing where it doesn't, or there is none."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            found = pattern.search(file.read(_FAR))
    except OSError:
        return ""
    return found[1].decode("ascii") if found else ""
