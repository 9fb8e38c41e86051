"""Files of a site, asked as the server asks them, without a server."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.lsp.nodes import At
from generator.lsp.places import Sites
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk


def desk_at(root: Path, name: str, text: str | None = None) -> tuple[Desk, Sheet]:
    """A file of the site at `root`, with a text typed over it."""
    desk = Sites().desk(root / name)
    assert desk is not None
    if text is not None:
        desk.site.type(name, text)
    sheet = desk.sheet
    assert sheet is not None
    return desk, sheet


def written(root: Path, files: Mapping[str, str]) -> Path:
    """A site on disk."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return root


def place_of(text: str, offset: int) -> At:
    """The line and column of an offset."""
    before = text[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)
