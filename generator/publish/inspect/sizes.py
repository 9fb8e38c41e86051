"""How large a site and its pages may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.piece import Fault

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(k|M|G)?B", re.IGNORECASE)
_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}

WARNED = 0.8
"""The share of a budget from which on there is a warning."""


@dataclass(frozen=True, slots=True)
class Budgets:
    """The most bytes of a page's HTML, and of all files of the site."""

    page: int = 5_000_000
    site: int = 20_000_000_000


def read_budgets(written: object) -> tuple[Budgets, str]:
    """The budgets that a mapping of the configuration sets (`page: 2 MB`), and `""`; or the usual ones, and what is
    wrong, in words for the site's owner."""
    if written is None:
        return Budgets(), ""
    if not isinstance(written, dict) or written.keys() - {"page", "site"}:
        return Budgets(), "this is a mapping with the keys page and site: write `page: 2 MB`"
    sizes = {}
    for name, said in written.items():
        found = _SIZE.fullmatch(said.strip()) if isinstance(said, str) else None
        if not found:
            return Budgets(), f"{name}: “{said}” is no size: write it like 500 kB, 2 MB or 1 GB"
        sizes[name] = int(float(found[1]) * _UNITS[(found[2] or "").lower()])
    return Budgets(**sizes), ""


def over_budget(size: int, budgets: Budgets) -> Iterator[Fault]:
    """What there is to say of a site of so many bytes: a warning before it is an error."""
    if size > budgets.site * WARNED:
        said = f"the site has {size:,} bytes, and {budgets.site:,} are the most"
        is_error = size > budgets.site
        yield Fault("", "site-too-large", said, "see `budgets:` in mkdocs.yml", is_error=is_error)
