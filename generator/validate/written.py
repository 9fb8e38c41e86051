"""What an editor wrote, read without trust in its shape: a fault in one entry hides nothing in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model.source import Path, Tree

ABSENT: Final = object()


def entries(tree: Tree, key: str) -> Iterator[tuple[int, dict[str, object]]]:
    """The mappings in the list under a key of the root, with their indexes."""
    listed = tree.value.get(key) if isinstance(tree.value, dict) else None
    for index, entry in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(entry, dict):
            yield index, entry


def text_at(entry: dict[str, object], key: str) -> str | None:
    """The text under a key, if it is one."""
    value = entry.get(key)
    return value if isinstance(value, str) else None


def texts(tree: Tree, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts in the list at `path`, or the lone text there, with their paths; empty ones are told of elsewhere."""
    return texts_in(value_at(tree.value, path), path)


def texts_in(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts in a list, or the lone text, that stands at `path`, with their paths; no empty ones."""
    if isinstance(value, list):
        for index, text in enumerate(value):
            if isinstance(text, str) and text.strip():
                yield (*path, index), text
    elif isinstance(value, str) and value.strip():
        yield path, value


def each(value: object) -> list[tuple[tuple[int, ...], object]]:
    """The items of a list with the ends of their paths, or what stands in its stead with none."""
    if isinstance(value, list):
        return [((index,), item) for index, item in enumerate(value)]
    return [((), value)]


def reports(claim: dict[str, object]) -> dict[str, object]:
    """A claim's reports by source, as written."""
    value = claim.get("reports")
    return value if isinstance(value, dict) else {}


def value_at(value: object, path: Path) -> object:
    """The value at a written path, `None` where nothing stands."""
    for key in path:
        value = step(value, key)
        if value is ABSENT:
            return None
    return value


def step(value: object, key: str | int) -> object:
    """What stands under a key or index, or `ABSENT`."""
    if isinstance(value, dict):
        return value.get(key, ABSENT)
    if isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
        return value[key]
    return ABSENT
