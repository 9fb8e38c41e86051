"""The commit that is checked out where a site's input lies, read from Git's own files: no program is run for it."""

from __future__ import annotations

import re
from pathlib import Path

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def commit_at(folder: Path) -> str:
    """The commit in hex; nothing where no folder upward is a repository, or it has no commit yet.

    Whether files were edited since is not looked at: only Git can tell that (gitrepository-layout(5)).
    """
    for above in (folder, *folder.parents):
        if (repository := _repository(above / ".git")) is not None:
            return _resolved(repository)
    return ""


# --- Private ---


def _repository(place: Path) -> Path | None:
    """The folder of a repository; of a worktree or a submodule its `.git` is a file that names it."""
    if place.is_dir():
        return place
    said = _read(place)
    return place.parent / said.removeprefix("gitdir: ") if said.startswith("gitdir: ") else None


def _resolved(repository: Path) -> str:
    head = _read(repository / "HEAD")
    if not head.startswith("ref: "):
        return head if _ID.fullmatch(head) else ""
    name = head.removeprefix("ref: ")
    common = _read(repository / "commondir")
    for folder in (repository, repository / common) if common else (repository,):
        loose = _read(folder / name)
        if _ID.fullmatch(loose):
            return loose
        for line in _read(folder / "packed-refs").splitlines():
            id_, _, ref = line.partition(" ")
            if ref == name and _ID.fullmatch(id_):
                return id_
    return ""


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
