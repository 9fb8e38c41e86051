"""A site that MkDocs has written whole becomes a release: byte for byte as if it had been made file by file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from click import ClickException

from generator.publish import disk
from generator.publish.manifest import MANIFEST, line, written
from generator.publish.shelf import Shelf
from generator.publish.stamp import NO_PAGE, digest_of_release, is_page, stamped
from generator.publish.standing import Ready
from generator.publish.store import digest_of


def adopt(shelf: Shelf, commit: str, checks: Iterable[Callable[[Ready], None]] = ()) -> None:
    """Has what was written to `shelf.rolling` be the site. Raises `OSError`, and what a check raises: then the site
    stays as it was."""
    folder = shelf.rolling
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    if MANIFEST in paths:
        raise ClickException(f"{MANIFEST} in the docs folder has the address of the site's own: rename it")
    release = digest_of_release((path, digest_of((folder / path).read_bytes())) for path in paths)
    lines = sorted(_line(folder, path, release) for path in paths)
    disk.pour(folder / MANIFEST, written(release, commit, lines))
    for where, _, names in os.walk(folder):
        for name in ("", *names):
            disk.usual(Path(where, name))
    for check in checks:
        check(Ready(folder, release, paths))
    shelf.publish(release)


# --- Private ---


def _line(folder: Path, path: str, release: str) -> bytes:
    content, at = (folder / path).read_bytes(), NO_PAGE
    if is_page(path):
        content, at = stamped(content, release)
    if at != NO_PAGE:
        disk.write(folder / path, content)
    return line(path, len(content), sha256(content).hexdigest())
