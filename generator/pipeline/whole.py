"""All pieces of a site as one: what its files are, and where each lies that is put in the site's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from generator.model.piece import Contents, Kept, Leaf
from generator.model.source import Problem
from generator.pipeline.inspected import Inspected
from generator.pipeline.press import seen_in
from generator.pipeline.state import State
from generator.publish.plates import Plates
from generator.publish.search import INDEX
from generator.publish.standing import Shard
from generator.publish.store import SpoiledError, Store, digest_of

_HELD = 4000
"""Pieces of which the contents are read once, and held; of a larger site they are read when they are asked for."""

AROUND = "around"
"""The shard of what belongs to no brief."""


class Whole:
    """The site of a state. Of the pieces of `before` the files are looked at before they are put anywhere."""

    def __init__(self, plates: Plates, store: Store, before: State) -> None:
        self._plates, self._store, self._state = plates, store, State()
        self._before = before.held()
        self._looked_at = self._before if before.inputs else ()  # else it was not published as it is
        self._folder = Path(plates.config.site_dir)
        self._rest: Sequence[str] = ()
        self._contents: dict[str, Contents] = {}
        self._around: dict[str, bytes] = {}

    def begin(self, state: State) -> None:
        """Does what can be done with the pages alone, while the search is not indexed yet: `state` is without it.
        Raises `SpoiledError`, as `write`."""
        held = state.held()
        if len(held) <= _HELD:
            self._contents = {key: self._store.contents(key) for key in held}
        self._around = {**self._plates.sitemap(self._leaves(state)), **self._index(state)}

    def write(self, state: State, more: Iterable[tuple[str, bytes]]) -> list[Problem]:
        """Writes what stands around the pages, and `more`, to where it lies until it is put in the site; what is
        wrong with the site. Raises `SpoiledError` where a piece is not as it was kept."""
        self._state = state
        held = state.held()
        inspected = Inspected(self._plates, self._store, self._looked_at, held)
        for key in held:
            contents = self._contents.get(key) or self._store.contents(key)
            self._plates.note(seen_in(contents))
            inspected.take(key, contents)
            if len(held) <= _HELD:
                self._contents[key] = contents
        self._rest = self._plates.write(chain(self._around.items(), more))
        inspected.rest(self._rest, self._folder)
        return inspected.problems()

    def shards(self, shard_of: Callable[[str], str]) -> Iterator[Shard]:
        """The files of the site: what belongs to no brief, and those of one shard of briefs after the other."""
        rest = {path: digest_of((self._folder / path).read_bytes()) for path in self._rest}
        yield self._shard(AROUND, [laid.key for laid in self._state.laid()], rest)
        shards: dict[str, list[str]] = {}
        for slug, made in self._state.made.items():
            if made.piece:
                shards.setdefault(shard_of(slug), []).append(made.key)
        for name, own in sorted(shards.items()):
            yield self._shard(f"briefs-{name}", own, {})

    # --- Private ---

    def _shard(self, name: str, pieces: Sequence[str], rest: Mapping[str, str]) -> Shard:
        places: dict[str, tuple[str, int, Kept]] = {}
        others = self._plates.others if name != AROUND else {}
        for key in pieces:
            for number, kept in enumerate((self._contents.get(key) or self._store.contents(key)).files):
                if kept.path not in others:  # below `briefs/` they have given way
                    places[kept.path] = key, number, kept

        def place(path: str) -> Path:
            if path not in places:
                return self._folder / path
            key, number, kept = places[path]
            if key in self._before and self._store.content(key, number, kept) is None:
                raise SpoiledError(key)
            return self._store.file(key, number)

        return Shard(name, {**rest, **{path: kept.digest for path, (_, _, kept) in places.items()}}, place)

    def _leaves(self, state: State) -> list[Leaf]:
        """The pages in the order of MkDocs' own builds: the hand-written ones, then ours by their paths."""
        order = {file.src_uri: number for number, file in enumerate(self._plates.handwritten)}
        leaves = [leaf for _, piece in state.pieces() for leaf in piece.leaves]
        return sorted(leaves, key=lambda leaf: (order.get(leaf.source, len(order)), leaf.source))

    def _index(self, state: State) -> dict[str, bytes]:
        """Material's index of all pages, where the site has it."""
        search = self._plates.search
        if not search.is_there:
            return {}
        for key in state.held():
            side = self._store.side(key)
            if side is None:
                raise SpoiledError(key)
            for source, entries in msgspec.json.decode(side or b"{}", type=dict[str, str]).items():
                search.know(source, entries.encode("utf-8"))
        return {INDEX: search.document(leaf.source for leaf in self._leaves(state))}
