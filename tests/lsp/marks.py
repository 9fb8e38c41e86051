"""A site's files with the cursor in them."""

from __future__ import annotations

from ..acceptance.broken.port import BRIEF, FILES
from .editor import CURSOR


def marked(old: str, new: str, name: str = BRIEF) -> str:
    """A file with one place typed anew; the cursor is in it."""
    assert old in FILES[name], old
    return FILES[name].replace(old, new, 1)


def within(text: str, name: str = BRIEF) -> str:
    """A file as it is, the cursor within the first place where a text stands."""
    assert text in FILES[name], text
    middle = len(text) // 2
    return FILES[name].replace(text, text[:middle] + CURSOR + text[middle:], 1)
