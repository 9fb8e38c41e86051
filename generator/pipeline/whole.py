"""All pieces of a site as one: what its files are, and where each lies that is put in the site's folder."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import msgspec

from generator.model.piece import Kept, Leaf, Piece
from generator.pipeline.press import seen_in
from generator.publish.plates import Plates
from generator.publish.search import INDEX
from generator.publish.store import SpoiledError, Store, digest_of


class Whole:
    """A site of these pieces, given by their keys; those of `fresh` were kept in this very build."""

    def __init__(
        self, plates: Plates, store: Store, pieces: Sequence[tuple[str, Piece]], fresh: Collection[str]
    ) -> None:
        self._plates, self._store, self._pieces, self._fresh = plates, store, pieces, fresh
        self._folder = Path(plates.config.site_dir)
        self._places: dict[str, tuple[str, int, Kept]] = {}

    def files(self, more: Mapping[str, bytes]) -> dict[str, str]:
        """The digest of each file of the site, by its path. What stands around the pages is written for that, and
        `more`."""
        wanted = {}
        for _, piece in self._pieces:
            self._plates.note(seen_in(piece))
        around = {**self._plates.sitemap(self._leaves()), **self._index(), **more}
        for path in self._plates.write(around):
            wanted[path] = digest_of((self._folder / path).read_bytes())
        for key, piece in self._pieces:
            for number, kept in enumerate(piece.files):
                wanted[kept.path] = kept.digest
                self._places[kept.path] = key, number, kept
        return wanted

    def place(self, path: str) -> Path:
        """Where a file lies that is to be put in the site. Raises `SpoiledError` where it is not what was kept."""
        if path not in self._places:
            return self._folder / path
        key, number, kept = self._places[path]
        if key not in self._fresh and self._store.content(key, number, kept) is None:
            raise SpoiledError(key)
        return self._store.file(key, number)

    # --- Private ---

    def _leaves(self) -> list[Leaf]:
        """The pages in the order of MkDocs' own builds: the hand-written ones, then ours by their paths."""
        order = {file.src_uri: number for number, file in enumerate(self._plates.handwritten)}
        leaves = [leaf for _, piece in self._pieces for leaf in piece.leaves]
        return sorted(leaves, key=lambda leaf: (order.get(leaf.source, len(order)), leaf.source))

    def _index(self) -> dict[str, bytes]:
        """Material's index of all pages, where the site has it."""
        search = self._plates.search
        if not search.is_there:
            return {}
        for key, _ in self._pieces:
            side = self._store.side(key)
            if side is None:
                raise SpoiledError(key)
            for source, entries in msgspec.json.decode(side, type=dict[str, str]).items():
                search.know(source, entries.encode("utf-8"))
        return {INDEX: search.document(leaf.source for leaf in self._leaves())}
