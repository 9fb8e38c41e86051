"""Which entries are indexed together: by year and by a hash of the slug, whatever was built before.

Measured at 1,000 briefs of three years (15,646 entries, 13.7 MB of text, 2 cores): Pagefind indexes a group of 650
entries in 0.4 s, `pack` and all in 0.6 s, and all of them in one run in 14 s. One index of them all would be begun
anew at each edit; many small ones cost a reader the metadata and a chunk of each. With at most 800 entries in a group
on the average, a year of 333 briefs has eight groups.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

from generator.model.entry import Entry

MOST = 800
"""Entries of a group, on the average over its year, above which all groups of that year are halved."""

PAGES = "pages"
"""The groups of what belongs to no brief."""


def groups(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The entries by the name of their group, groups by name and entries by address.

    The name of a group and what is in it depend on the entries alone. All entries of a brief are in one group, and an
    edit moves no other, unless it makes its year's entries more or fewer than a power of two times `MOST`.
    """
    years: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        years[_year(entry)].append(entry)
    found: dict[str, list[Entry]] = defaultdict(list)
    for year, own in years.items():
        parts = _parts(len(own))
        for entry in own:
            found[_name(year, entry, parts)].append(entry)
    return {name: tuple(sorted(found[name], key=lambda entry: entry.address)) for name in sorted(found)}


# --- Private ---

_BRIEF = re.compile(r"briefs/([^/#]+)/")


def _year(entry: Entry) -> str:
    """Four digits; a brief of another age, or without a date, goes with the pages."""
    is_dated = _BRIEF.match(entry.address) and re.fullmatch(r"\d{4}", entry.date[:4])
    return entry.date[:4] if is_dated else PAGES


def _parts(entries: int) -> int:
    parts = 1
    while entries > parts * MOST:
        parts *= 2
    return parts


def _name(year: str, entry: Entry, parts: int) -> str:
    if parts == 1:
        return year
    brief = _BRIEF.match(entry.address)
    digest = sha256((brief[1] if brief else entry.address).encode("utf-8", "surrogatepass")).digest()
    return f"{year}-{int.from_bytes(digest[:4]) % parts}of{parts}"
