"""The file from which the script knows the groups, and when the entries of each are dated."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from generator.model.entry import Entry
from generator.publish.find.pack import Packed
from generator.publish.find.sheet import path

MANIFEST = "search/find.json"
"""Below the top of the site; each group lies beside it, in a folder of its name, and Pagefind in `ENGINE`."""

ENGINE = "engine"
DATES = "dates.json"


def manifest(digests: Mapping[str, str]) -> bytes:
    """The groups by name with their digests, as JSON: so the script asks for no file of a group by an address under
    which a browser may have kept another."""
    return _json({"engine": ENGINE, "groups": dict(sorted(digests.items()))})


def dates(entries: Collection[Entry], packed: Packed) -> bytes:
    """The days of a group's entries in the order of its pages, as JSON: `[["2026-03-04", 13], …]`, a day and of how
    many entries in a row it is. Pagefind itself puts results of several groups in the order of their scores."""
    days = {f"/{path(entry)}": entry.date for entry in entries}
    runs = groupby(_day(days, address) for address in packed.addresses)
    return _json([[day, len([*run])] for day, run in runs])


# --- Private ---


def _day(days: Mapping[str, str], address: str) -> str:
    return days.get(address) or days.get(f"{address}index.html", "")


def _json(value: object | Sequence[object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
