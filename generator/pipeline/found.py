"""The indexes of the site's search: of each group as it was before where its entries are the same, or anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import msgspec

from generator.model.entry import Entry
from generator.model.piece import Contents, Lot, Piece
from generator.pipeline import keys
from generator.pipeline.crew import Crew
from generator.pipeline.state import Laid
from generator.publish.find import (
    ENGINE,
    FOLDER,
    Program,
    by_year,
    engine_files,
    in_order,
    joined,
    level_for,
    named,
    packed_group,
)  # fmt: skip
from generator.publish.find import Group as Indexed
from generator.publish.store import SpoiledError, Store, kept_of, key_of


@dataclass(frozen=True, slots=True)
class Group:
    """A group to be indexed: the level of its shelves, and the keys of the pieces of its entries. Without any it
    is the engine itself."""

    name: str
    key: str
    level: int
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
    for name, made in crew.spread(partial(index, store, language), missing, apart=True):
        laid[name] = made
    return {group.name: laid[group.name] for group in wanted}


def index(store: Store, language: str, groups: Sequence[Group]) -> list[tuple[str, Laid]]:
    """Each group indexed and kept, by its name."""
    return [(group.name, _indexed(store, language, group)) for group in groups]


def in_common(
    laid: Mapping[str, Laid], pieces: Iterable[tuple[str, Piece]], store: Store
) -> Iterator[tuple[str, bytes]]:
    """The files that all groups have in common, with their paths, each made when it is asked for. Raises
    `SpoiledError` then where what is known of a group is gone."""
    program = msgspec.msgpack.decode(_side(store, laid[ENGINE].key), type=Program)
    known = {
        name: msgspec.msgpack.decode(_side(store, each.key), type=Indexed)
        for name, each in laid.items()
        if name != ENGINE
    }
    yield from joined(program, known, level_for(by_year(piece.lot for _, piece in pieces if piece.lot)))


# --- Private functions ---


def _groups(pieces: Sequence[tuple[str, Piece]], language: str) -> list[Group]:
    lots = {piece.lot.owner: (key, piece.lot) for key, piece in pieces if piece.lot}
    level = level_for(by_year(lot for _, lot in lots.values()))
    members: dict[str, list[str]] = {ENGINE: []}
    for owner, name in sorted(named(lot for _, lot in lots.values()).items(), key=lambda pair: pair[::-1]):
        members.setdefault(name, []).append(owner)
    return [
        Group(name, _key(name, language, level, [lots[owner][1] for owner in own]), level, _keys(lots, own))
        for name, own in members.items()
    ]


def _keys(lots: Mapping[str, tuple[str, Lot]], owners: Iterable[str]) -> tuple[str, ...]:
    return tuple(lots[owner][0] for owner in owners)


def _key(name: str, language: str, level: int, lots: Iterable[Lot]) -> str:
    """The key of a group, or of the engine, which is the same however finely words are shelved."""
    shelved = "" if name == ENGINE else str(level)
    return key_of("found", keys.program(), language, shelved, name, *(lot.digest for lot in lots))


def _indexed(store: Store, language: str, group: Group) -> Laid:
    known: Indexed | Program
    if group.pieces:
        entries = [entry for key in group.pieces for entry in _entries(store, key)]
        packed = packed_group(in_order(entries), language, group.level)
        made, known = packed.texts, packed.group
    else:
        made, known = engine_files(language)
    files = {f"{FOLDER}/{group.name}/{path}": content for path, content in sorted(made.items())}
    piece, contents = Piece(), Contents(files=kept_of(files))
    store.save(group.key, piece, contents, files.values(), msgspec.msgpack.encode(known))
    return Laid(group.key, piece)


def _entries(store: Store, key: str) -> list[Entry]:
    return msgspec.json.decode(_side(store, key), type=list[Entry])


def _side(store: Store, key: str) -> bytes:
    side = store.side(key)
    if side is None:
        raise SpoiledError(key)
    return side
