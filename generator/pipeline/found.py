"""The indexes of the site's search: of each group as it was before where its entries are the same, or anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import msgspec

from generator.model.entry import Entry
from generator.model.piece import Contents, Piece
from generator.pipeline import keys
from generator.pipeline.crew import Crew
from generator.pipeline.state import Laid
from generator.publish.find import ENGINE, MANIFEST, engine_files, files_of_group, in_order, manifest, named
from generator.publish.store import SpoiledError, Store, kept_of, key_of


@dataclass(frozen=True, slots=True)
class Group:
    """A group to be indexed: the keys of the pieces whose entries it has. Without any it is the engine itself."""

    name: str
    key: str
    pieces: tuple[str, ...]


def found(
    pieces: Sequence[tuple[str, Piece]],
    before: Mapping[str, Laid],
    store: Store,
    language: str,
    crew: Crew,
    *,
    is_whole: bool = True,
) -> dict[str, Laid]:
    """The index of each group by its name, and the engine; where these are not all pieces of the site (`is_whole`) of
    the groups that the others have no part in. Raises `SearchError`, and `SpoiledError` where the entries of a piece
    are gone."""
    dated = [(key, piece) for key, piece in pieces if piece.lot and piece.lot.year]
    wanted = _groups(pieces if is_whole else dated, language) if is_whole or dated else []
    laid = {}
    missing = []
    for group in wanted:
        kept = before.get(group.name)
        if kept and kept.key == group.key:
            laid[group.name] = kept
        elif piece := store.find(group.key):
            laid[group.name] = Laid(group.key, piece)
        else:
            missing.append(group)
    for name, made in crew.spread(partial(index, store, language), missing):
        laid[name] = made
    return {group.name: laid[group.name] for group in wanted}


def index(store: Store, language: str, groups: Sequence[Group]) -> list[tuple[str, Laid]]:
    """Each group indexed and kept, by its name."""
    return [(group.name, _indexed(store, language, group)) for group in groups]


def manifest_of(laid: Mapping[str, Laid]) -> dict[str, bytes]:
    """The file from which the script knows the groups, by its path."""
    return {MANIFEST: manifest({name: each.piece.name for name, each in laid.items() if name != ENGINE})}


# --- Private functions ---


def _groups(pieces: Sequence[tuple[str, Piece]], language: str) -> list[Group]:
    lots = {piece.lot.owner: (key, piece.lot) for key, piece in pieces if piece.lot}
    members: dict[str, list[str]] = {ENGINE: []}
    for owner, name in sorted(named(lot for _, lot in lots.values()).items(), key=lambda pair: pair[::-1]):
        members.setdefault(name, []).append(owner)
    return [
        Group(
            name,
            key_of("found", keys.program(), language, name, *(lots[owner][1].digest for owner in own)),
            tuple(lots[owner][0] for owner in own),
        )
        for name, own in members.items()
    ]


def _indexed(store: Store, language: str, group: Group) -> Laid:
    if group.pieces:
        entries = [entry for key in group.pieces for entry in _entries(store, key)]
        made, digest = files_of_group(in_order(entries), language)
    else:
        made, digest = engine_files(language), ""
    folder = MANIFEST.rpartition("/")[0]
    files = {f"{folder}/{group.name}/{path}": content for path, content in sorted(made.items())}
    piece = Piece(name=digest)
    store.save(group.key, piece, Contents(files=kept_of(files)), files.values())
    return Laid(group.key, piece)


def _entries(store: Store, key: str) -> list[Entry]:
    side = store.side(key)
    if side is None:
        raise SpoiledError(key)
    return msgspec.json.decode(side, type=list[Entry])
