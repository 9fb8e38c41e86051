"""The files of a new site: it builds at once, and its one brief shows what the format can say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

EXAMPLE = "orrin-dam"
"""The slug of the brief that comes with it."""

_DOTTED = ("gitignore", "pre-commit-config.yaml", "vscode")
"""Names that have a dot before them in the site, and none here, where they would mean something to us."""


def new_site(name: str, version: str) -> dict[str, bytes]:
    """The files by their path below the site's folder. `name` is what the site is called at first, `version` ours."""
    words = {"NAME-OF-THE-SITE": json.dumps(name, ensure_ascii=False), "VERSION-OF-THE-PROGRAM": version}
    found = {}
    for path, file in _walked(files(__name__) / "files", PurePosixPath()):
        text = file.read_text(encoding="utf-8")
        for word, said in words.items():
            text = text.replace(word, said)
        found[path.as_posix()] = text.encode("utf-8")
    return found


# --- Private functions ---


def _walked(folder: Traversable, below: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = below / (f".{entry.name}" if entry.name in _DOTTED else entry.name)
        if entry.is_dir():
            yield from _walked(entry, path)
        else:
            yield path, entry
