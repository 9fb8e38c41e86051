"""What may stand at a place of a file: by the model of the mapping that it belongs to, and by the key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Any, Literal, get_args, get_origin

from generator.lsp.site import Desk
from generator.model.brief import (
    Annotations,
    Claim,
    Correction,
    Entry,
    FrontMatter,
    Note,
    Party,
    Report,
    Selector,
    Together,
)
from generator.model.source import Path
from generator.validate.shape import ModelAt, in_article, in_brief, in_parties


class Kind(Enum):
    """What a value refers to, or is taken from."""

    SOURCE = auto()
    PARTY = auto()
    BRIEF = auto()
    CLAIM = auto()
    QUOTE = auto()
    WORD = auto()
    """One of a closed list."""
    TEXT = auto()
    """The editor's own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A value: the path of the mapping that it belongs to, its key there, the mapping's model, and what it is.

    The report that is written as a bare text has the key of its source.
    """

    mapping: Path
    key: str
    model: type[Entry] | None
    kind: Kind


_KINDS: dict[tuple[type[Entry], str], Kind] = {
    (Annotations, "sources"): Kind.SOURCE,
    (Annotations, "related"): Kind.BRIEF,
    (Annotations, "supersedes"): Kind.BRIEF,
    (Claim, "unchecked"): Kind.SOURCE,
    (Note, "source"): Kind.SOURCE,
    (Note, "quote"): Kind.QUOTE,
    (Report, "quote"): Kind.QUOTE,
    (Report, "via_quote"): Kind.QUOTE,
    (Report, "via"): Kind.PARTY,
    (Selector, "exact"): Kind.QUOTE,
    (Together, "together"): Kind.PARTY,
    (Correction, "claim"): Kind.CLAIM,
    (FrontMatter, "outlet"): Kind.PARTY,
    (FrontMatter, "based_on"): Kind.PARTY,
    (Party, "part_of"): Kind.PARTY,
}


def models(desk: Desk) -> ModelAt:
    """The model of each mapping of a file."""
    if desk.is_register:
        return in_parties
    return in_article if desk.source else in_brief


def asked(desk: Desk, path: Path) -> Asked | None:
    """What the value at a written path is; nothing where no value of the format stands."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    if not path:
        return None
    *above, key = path
    mapping, key = tuple(above), str(key)
    if desk.is_brief and is_reports(mapping):
        return Asked(mapping, key, None, Kind.QUOTE)
    model = models(desk)(mapping)
    if model is None:
        return None
    kind = _KINDS.get((model, key)) or (Kind.WORD if words(model, key) else Kind.TEXT)
    return Asked(mapping, key, model, kind)


def is_reports(path: Path) -> bool:
    """Whether the mapping at a path has sources for its keys."""
    return len(path) == 3 and path[0] == "claims" and path[2] == "reports"


def is_list(path: Path) -> bool:
    """Whether a list of mappings stands at a path of brief.yml."""
    return len(path) == 1 and path[0] in ("claims", "notes", "corrections")


@cache
def words(model: type[Entry], key: str) -> tuple[str, ...]:
    """The words that a key may take, in the order of the format; none where any text will do."""
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            return tuple(_literals(field.annotation))
    return ()


# --- Private functions ---


def _literals(annotation: Any) -> Iterator[str]:
    if annotation is bool:
        yield from ("true", "false")
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _literals(part)
