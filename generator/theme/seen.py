"""What a finished page shows of itself that a style sheet may ask for: its classes, colours and custom properties."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .sheet import asked_for

# Each pattern begins with what it looks for, letter by letter, and looks at what stands before it only then: so it is
# searched for as a text is, and an expression that begins with `\b` is tried at every letter of a page.
_CLASS = re.compile(r"""class(?<!\wclass)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_CHOICES = (
    re.compile(r'data-md-color-(?<!\wdata-md-color-)(?:primary|accent)="?[\w-]+'),
    re.compile(r'dir(?<!\wdir)="?[\w-]+'),
)
_TABLE = re.compile(r"""<table\b[^>]*?\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


@dataclass(frozen=True, slots=True)
class Seen:
    """What pages show that style sheets may ask for.

    `words` are the classes, and Material's colours and directions (`data-md-color-primary=white`, `dir=rtl`);
    `tables` the classes that tables have; `asked` the custom properties that are named where they aren't set.
    For the headers that the site is served with: `scripts` are the digests in the pages' policies, `tops` the first
    steps of their addresses (`briefs/`, `index.html`).
    """

    words: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    scripts: frozenset[str] = frozenset()
    tops: frozenset[str] = frozenset()

    def __or__(self, other: Seen) -> Seen:
        """What both show."""
        return Seen(
            self.words | other.words,
            self.tables | other.tables,
            self.asked | other.asked,
            self.scripts | other.scripts,
            self.tops | other.tops,
        )


def seen(html: str) -> Seen:
    """What one page shows."""
    return Seen(words_of_page(html), tables_of_page(html), frozenset(asked_for(html)))


def tables_of_page(html: str) -> frozenset[str]:
    """Each class that a table of a page has."""
    return _each(set(_TABLE.findall(html)))


def words_of_page(html: str) -> frozenset[str]:
    """Each class in a page, each colour of the palette and each direction."""
    choices = {choice.replace('"', "") for pattern in _CHOICES for choice in set(pattern.findall(html))}
    return _each(set(_CLASS.findall(html))) | choices


# --- Private ---


def _each(found: set[tuple[str, ...]]) -> frozenset[str]:
    """The words of attributes, of which one form of three was met."""
    return frozenset(word for forms in found for word in "".join(forms).split())
