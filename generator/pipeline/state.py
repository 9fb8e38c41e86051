"""What the last build knew: read at the start of the next, so that it need not find it out again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from generator.model.findings import Origin, Outlet, Told
from generator.model.piece import Piece
from generator.pipeline.make import Made
from generator.publish import disk
from generator.publish.store import seal, within

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Laid:
    """A page that belongs to no brief: the key of its piece, and the piece; of one across briefs its part too
    (`pipeline.outputs.across`). `of` is the digest of all that it was made from, as far as that was known before;
    empty where it is to be made anew each time."""

    key: str
    piece: Piece
    part: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What a build came to.

    `base` is what all pages were made by, `made` holds the briefs by slug, `lists` the pages across them, in order,
    and `of` the digest of the records that these were made from; `written` holds the hand-written pages by their
    sources, and `joins` says whether one of them takes in, or stands for, a page across briefs; `found` holds the
    search's indexes by the names of their groups. `inputs` is the digest of all that the site was made from; empty
    where the build failed or warned.
    """

    base: str = ""
    made: Mapping[str, Made] = field(default_factory=dict)
    of: str = ""
    lists: tuple[Laid, ...] = ()
    written: Mapping[str, Laid] = field(default_factory=dict)
    joins: bool = False
    found: Mapping[str, Laid] = field(default_factory=dict)
    inputs: str = ""

    def pieces(self) -> list[tuple[str, Piece]]:
        """Every piece of the site, with its key."""
        briefs = [(each.key, each.piece) for each in self.made.values() if each.piece]
        return [*briefs, *((each.key, each.piece) for each in self.laid())]

    def laid(self) -> tuple[Laid, ...]:
        """What belongs to no brief."""
        return (*self.lists, *self.written.values(), *self.found.values())

    def held(self) -> set[str]:
        """Under what all of it is kept."""
        return {key for key, _ in self.pieces()}

    def without(self, spoiled: Collection[str]) -> State:
        """The same, as if these keys had never been."""
        return replace(
            self,
            made={slug: made for slug, made in self.made.items() if made.key not in spoiled},
            of="",
            lists=tuple(laid for laid in self.lists if laid.key not in spoiled),
            written={source: laid for source, laid in self.written.items() if laid.key not in spoiled},
            found={name: laid for name, laid in self.found.items() if laid.key not in spoiled},
            inputs="",
        )


class States:
    """Where the state is kept: the briefs of each year in a file of their own, which is written when one of them
    changes, and all else in another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, Mapping[str, Made]] = {}
        self._known: dict[object, object] = {}

    def read(self) -> State:
        """The state that was kept; what of it is damaged, is not there."""
        state = _read(self._folder / _SITE, State) or State()
        files = sorted(self._folder.glob("made-*.json"))
        is_large = sum(file.stat().st_size for file in files) > _LARGE
        for file in files:
            made = _read(file, dict[str, Made]) or {}
            if is_large:
                made = {slug: sharing(each, self._known) for slug, each in made.items()}
            self._kept[file.stem.removeprefix("made-")] = made
        return replace(state, made={slug: made for own in self._kept.values() for slug, made in own.items()})

    def keep(self, state: State, year_of: Callable[[str], str]) -> None:
        """Keeps it in place of the last; `year_of` gives a brief's year by its slug. Raises `OSError`."""
        years: dict[str, dict[str, Made]] = {}
        for slug, made in state.made.items():
            years.setdefault(year_of(slug), {})[slug] = made
        for name in self._kept.keys() - years.keys():
            disk.unlink(self._folder / f"made-{name}.json")
        for name, own in years.items():
            if not _are_the_same(own, self._kept.get(name)):
                _write(self._folder / f"made-{name}.json", own)
        _write(self._folder / _SITE, replace(state, made={}))
        self._kept = dict(years)


def sharing(made: Made, known: dict[object, object]) -> Made:
    """The same, with what its record says of a party, and the ids in it, as one value with all that say it: most of a
    record is that."""
    record = made.record
    if record is None:
        return made
    ids = {claim: claim for claim in record.claims}
    shared = replace(
        record,
        parties=tuple(_one(known, party) for party in record.parties),
        outlets=tuple(_outlet(outlet, ids, known) for outlet in record.outlets),
        origins=tuple(
            Origin(_one(known, each.party), ids.get(each.claim, each.claim), _one(known, each.outlets))
            for each in record.origins
        ),
    )
    return replace(made, record=shared)


# --- Private ---

_SITE = "site.json"

_LARGE = 32_000_000
"""Bytes of what is known of briefs, beyond which that takes more memory than what else is done with it."""


def _one(known: dict[object, object], value: T) -> T:
    """The first of the values that equal this one."""
    return cast(T, known.setdefault(value, value))


def _outlet(outlet: Outlet, ids: Mapping[str, str], known: dict[object, object]) -> Outlet:
    told = (Told(ids.get(t.claim, t.claim), t.alone, t.denied, t.unchecked) for t in outlet.claims)
    return replace(outlet, party=_one(known, outlet.party), claims=tuple(told))


def _are_the_same(made: Mapping[str, Made], before: Mapping[str, Made] | None) -> bool:
    """Whether these are the very values that were read or kept before."""
    return (
        before is not None
        and made.keys() == before.keys()
        and all(made[slug] is before[slug] for slug in made)
    )


def _read(file: Path, kind: type[T]) -> T | None:
    try:
        body = within(file.read_bytes())
        return None if body is None else msgspec.json.decode(body, type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def _write(file: Path, value: object) -> None:
    disk.mkdir(file.parent)
    body = msgspec.json.encode(value)
    disk.replace(file, seal(body), body)
