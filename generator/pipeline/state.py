"""What the last build knew: read at the start of the next, so that it need not find it out again."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from generator.model.piece import Piece
from generator.pipeline.make import Made
from generator.publish.store import digest_of


@dataclass(frozen=True, slots=True)
class Laid:
    """A page that belongs to no brief: the key of its piece, and the piece; of one across briefs its part too
    (`pipeline.outputs.across`)."""

    key: str
    piece: Piece
    part: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What a build came to.

    `base` is what all pages were made by, `made` holds the briefs by slug, `lists` the pages across them, in order,
    and `of` the digest of the records that these were made from; `written` holds the hand-written pages by their
    sources, and `joins` says whether one of them takes in, or stands for, a page across briefs; `found` holds the
    search's indexes by the names of their groups. `wanted` are the digests of all files of the site by their paths,
    and `inputs` the digest of all that they were made from; empty where the build failed or warned.
    """

    base: str = ""
    made: Mapping[str, Made] = field(default_factory=dict)
    of: str = ""
    lists: tuple[Laid, ...] = ()
    written: Mapping[str, Laid] = field(default_factory=dict)
    joins: bool = False
    found: Mapping[str, Laid] = field(default_factory=dict)
    wanted: Mapping[str, str] = field(default_factory=dict)
    inputs: str = ""

    def pieces(self) -> list[tuple[str, Piece]]:
        """Every piece of the site, with its key."""
        laid = (*self.lists, *self.written.values(), *self.found.values())
        briefs = [(each.key, each.piece) for each in self.made.values() if each.piece]
        return [*briefs, *((each.key, each.piece) for each in laid)]

    def keys(self) -> set[str]:
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


def read_state(file: Path) -> State:
    """The state that was kept; an empty one where there is none, or not a whole one."""
    try:
        digest, _, body = file.read_bytes().partition(b"\n")
        if digest.decode("ascii", "replace") == digest_of(body):
            return msgspec.json.decode(body, type=State)
    except (OSError, msgspec.DecodeError):
        pass
    return State()


def keep_state(file: Path, state: State) -> None:
    """Keeps it in place of the last. Raises `OSError`."""
    body = msgspec.json.encode(state)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    part.write_bytes(digest_of(body).encode("ascii") + b"\n" + body)
    part.replace(file)
