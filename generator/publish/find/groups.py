"""Which entries are indexed together: by year and by a hash of the slug, whatever was built before.

Measured at 1,000 briefs of three years (15,646 entries, 13.7 MB of text, 2 cores): Pagefind takes 0.02 s to start
and 0.6 ms for an entry, and all of them in one run take 14 s. One index of them all would be begun anew at each
edit; many small ones cost a reader the metadata and a chunk of each: with twice as many groups a first query is 3 %
longer (254 KB for 246), and no later (1.2 s). With at most 400 entries in a group on the average, a year of 333
briefs has sixteen groups.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from generator.model.entry import Entry
from generator.model.piece import Lot

MOST = 400
"""Entries of a group, on the average over its year, above which all groups of that year are halved."""

PAGES = "pages"
"""The groups of what belongs to no brief."""


def lot_of(entries: Sequence[Entry]) -> Lot:
    """The lot that these entries are, one at least: all of one brief, or of one page."""
    first = entries[0]
    brief = _BRIEF.match(first.address)
    year = first.date[:4] if brief and re.fullmatch(r"\d{4}", first.date[:4]) else ""
    return Lot(brief[1] if brief else first.address, year, len(entries))


def named(lots: Iterable[Lot]) -> dict[str, str]:
    """The name of the group of each lot, by its owner.

    It depends on the lots alone. An edit moves no other, unless it makes its year's entries more or fewer than a
    power of two times `MOST`.
    """
    every = list(lots)
    sizes = by_year(every)
    return {lot.owner: _name(lot, _parts(sizes[lot.year])) for lot in every}


def groups(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The entries by the name of their group, groups by name and entries by address."""
    owned: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        owned[lot_of([entry]).owner].append(entry)
    names = named(map(lot_of, owned.values()))
    found: dict[str, list[Entry]] = defaultdict(list)
    for owner, own in owned.items():
        found[names[owner]] += own
    return {name: in_order(found[name]) for name in sorted(found)}


def by_year(lots: Iterable[Lot]) -> Counter[str]:
    """How many entries there are of each year."""
    sizes: Counter[str] = Counter()
    for lot in lots:
        sizes[lot.year] += lot.entries
    return sizes


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of a group as they are indexed: by their addresses."""
    return tuple(sorted(entries, key=lambda entry: entry.address))


# --- Private ---

_BRIEF = re.compile(r"briefs/([^/#]+)/")


def _parts(entries: int) -> int:
    parts = 1
    while entries > parts * MOST:
        parts *= 2
    return parts


def _name(lot: Lot, parts: int) -> str:
    shelf = lot.year or PAGES
    if parts == 1:
        return shelf
    digest = sha256(lot.owner.encode("utf-8", "surrogatepass")).digest()
    return f"{shelf}-{int.from_bytes(digest[:4]) % parts}of{parts}"
