"""The indexes of all groups as few files: what a reader fetches at once of each of them stands in one.

As Pagefind has it, each group is a folder of its own: at 1,000 briefs (24 groups, 15,646 entries) a first query asked
for 108 files, and the site had 19,000. Here it asks for 19, and the site has 2,200. `reader.js` gives Pagefind's
worker what it asks for out of these:

- `heads-<digest>.pf_heads`: of each group what its metadata are made of, gzip over JSON.
- `shelves/<name>-<digest>.pf_shelf`: the chunks of all groups that have the words of a shelf, or the values of a
  filter, each packed as before: after their number, the bytes of each (32 bits, the lowest first), in the order of
  the groups, none where a group has nothing there.
- `<group>/<digest>-<n>.pf_texts`: the texts of eight entries, gzip over JSON.
- `dates-<digest>.json`: the days of each group's entries.
- `find.json`: the groups, and what the above are called by.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from generator.publish.find.pack import Group, Program, gzipped
from generator.publish.find.shelves import bounds_of, level_of

FOLDER = "search"
MANIFEST = f"{FOLDER}/find.json"
"""Below the top of the site; each group lies beside it, in a folder of its name, and Pagefind in `ENGINE`."""

ENGINE = "engine"
WORKER = "pagefind-worker.js"

READER = (Path(__file__).parent / "reader.js").read_bytes()
"""What stands before Pagefind's worker."""


def joined(program: Program, groups: Mapping[str, Group], level: int) -> Iterator[tuple[str, bytes]]:
    """The files that all groups have in common, with their paths below the site, each made when it is asked for: of a
    large site all of them are as much as all groups. `level` is that of their shelves."""
    every = dict(sorted(groups.items()))
    shelves: dict[str, dict[str, object]] = {}
    for name in sorted({name for group in every.values() for name in group.parts}):
        content = _shelf([group.parts.get(name, b"") for group in every.values()])
        shelves[name] = {"digest": _name(content)}
        if not name.startswith("filter-"):
            shelves[name]["bounds"] = bounds_of(name, level)
        yield f"{FOLDER}/shelves/{name}-{_name(content)}.pf_shelf", content
    heads = gzipped(_json({**_said(program), "groups": _heads(every), "shelves": shelves}))
    dates = _json({group.digest: group.days for group in every.values()})
    digests = {name: group.digest for name, group in every.items()}
    manifest = {"engine": ENGINE, "heads": _name(heads), "dates": _name(dates), "groups": digests}
    yield f"{FOLDER}/heads-{_name(heads)}.pf_heads", heads
    yield f"{FOLDER}/dates-{_name(dates)}.json", dates
    yield MANIFEST, _json(manifest)


def level_for(sizes: Mapping[str, int]) -> int:
    """The level of the shelves of a site of these numbers of entries by the years of their briefs; those without a
    year count where there are no others, so that they need not be known before the rest is indexed."""
    dated = sum(number for year, number in sizes.items() if year)
    return level_of(dated or sum(sizes.values()))


# --- Private ---


def _heads(groups: Mapping[str, Group]) -> dict[str, object]:
    return {
        name: {
            "digest": group.digest,
            "pages": group.lengths,
            "words": [part for part in group.parts if not part.startswith("filter-")],
            "filters": [part.removeprefix("filter-") for part in group.parts if part.startswith("filter-")],
            "fields": group.fields,
        }
        for name, group in groups.items()
    }


def _said(program: Program) -> dict[str, object]:
    return {
        "version": program.version,
        "language": program.language,
        "program": program.name,
        "include_characters": program.characters,
    }


def _shelf(parts: Iterable[bytes]) -> bytes:
    own = list(parts)
    return struct.pack(f"<{len(own) + 1}I", len(own), *map(len, own)) + b"".join(own)


def _name(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
