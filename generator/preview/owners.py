"""Whose a path of the site is: a brief's, or a part's of what belongs to no brief."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pipeline import Desk
from generator.pipeline.outputs import STEADY

_FOLDERS = ("briefs", "embed")
_FILES = {"index.html": "index.md", "feed.xml": "feed", "feed.json": "feed"}

PARTS = (
    "index.md", "briefs", "tags", "outlets", "parties", "archive", "corrections", "method", "about", "imprint",
    "search", "feed", "robots.txt", "card.png",
)  # fmt: skip
"""The parts of what belongs to no brief, by the names that `pipeline.outputs.across` gives them."""


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """A brief by its slug, or a part by its name."""

    name: str
    is_brief: bool

    @property
    def needs_records(self) -> bool:
        """Whether every brief must have been looked at before its pages are true."""
        return not self.is_brief and self.name not in STEADY


def owner_of(path: str, desk: Desk) -> Owner | None:
    """Whose page or file lies at a path below the top of the site; `None` where it is neither's."""
    first, _, rest = path.partition("/")
    second, is_below, _ = rest.partition("/")
    if first in _FOLDERS and is_below and (slug := desk.owner(second)):
        return Owner(slug, is_brief=True)
    name = _FILES.get(path, first)
    return Owner(name, is_brief=False) if name in PARTS else None
