"""What is left of a document without its faults, so that the rest can be checked in the same run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from generator.model.brief import Entry
from generator.model.source import Location, Path, Tree
from generator.validate.shape import ModelAt, is_required
from generator.validate.written import value_at

_STAND_INS: dict[str, str] = {
    "title": "…",
    "summary": "…",
    "date": "2000-01-01",
    "outlet": "unidentified",
    "claim": "…",
    "name": "…",
}
"""Values for required keys whose own are refused. They are never shown: a brief with an error is not built."""

_LISTS = ("claims", "notes", "corrections")


def without(value: object, faults: Iterable[Path], model_at: ModelAt) -> object:
    """A copy of a document without the entries that the written paths `faults` lead to.

    The smallest entry that may be absent goes: an optional key, a source's reports, a claim, a note. An entry
    of a list of these becomes `None`, so that the others keep their places; see `closed_up`.
    """
    copy = deepcopy(value)
    for path in sorted(faults, key=len, reverse=True):
        _cut(copy, path, model_at)
    return copy


def closed_up(tree: Tree, value: object) -> Tree:
    """A tree of `value` without the `None`s and empty claims that `without` left, its places renumbered."""
    if not isinstance(value, dict):
        return tree
    value, moved = dict(value), {}
    for name in _LISTS:
        entries = value.get(name)
        if isinstance(entries, list):
            kept = [index for index, entry in enumerate(entries) if _is_left(name, entry)]
            value[name] = [entries[index] for index in kept]
            if len(kept) < len(entries):
                moved[name] = {old: new for new, old in enumerate(kept)}
    if not moved:
        return Tree(tree.file, value, tree.values, tree.keys)
    return Tree(tree.file, value, _renumbered(tree.values, moved), _renumbered(tree.keys, moved))


# --- Private functions ---


def _is_left(name: str, entry: object) -> bool:
    return entry is not None and not (
        name == "claims" and isinstance(entry, dict) and entry.get("reports") == {}
    )


def _renumbered(places: Mapping[Path, Location], moved: dict[str, dict[int, int]]) -> dict[Path, Location]:
    renumbered: dict[Path, Location] = {}
    for path, place in places.items():
        name, index = (path[0], path[1]) if len(path) > 1 else (None, None)
        if name not in moved or not isinstance(index, int):
            renumbered[path] = place
        elif index in moved[str(name)]:
            renumbered[(str(name), moved[str(name)][index], *path[2:])] = place
    return renumbered


def _cut(value: object, path: Path, model_at: ModelAt) -> None:
    while path:
        above, step = value_at(value, path[:-1]), path[-1]
        if isinstance(above, list) and path[:-1] in {(name,) for name in _LISTS} and isinstance(step, int):
            above[step] = None
            return
        if isinstance(above, dict) and isinstance(step, str) and _cut_key(above, path, model_at(path[:-1])):
            return
        path = path[:-1]


def _cut_key(above: dict[str, object], path: Path, model: type[Entry] | None) -> bool:
    """Takes the key that `path` ends in out of its mapping, or gives it a value that passes."""
    key = str(path[-1])
    if path[-2:-1] != ("reports",) and model is None:
        return False
    if not is_required(model, key):
        above.pop(key, None)
        return True
    if key == "id":
        above[key] = "-".join(str(step) for step in path[:-1])
        return True
    if key in _STAND_INS and len(path) <= 3:
        above[key] = _STAND_INS[key]
        return True
    return False
