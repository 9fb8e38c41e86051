"""Which model stands where in a document: what keys a mapping may have, and which it must."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias

from generator.model.brief import (
    Annotations,
    Assessment,
    Claim,
    Correction,
    Entry,
    FrontMatter,
    Note,
    Overrule,
    Party,
    Report,
    Selector,
    Together,
    Translation,
)
from generator.model.lock import Lock, LockedQuote, LockedSource
from generator.model.source import Path

ModelAt: TypeAlias = Callable[[Path], type[Entry] | None]
"""The model of the mapping at a path, if one stands there."""

_BRIEF: dict[tuple[str, ...], type[Entry]] = {
    (): Annotations,
    ("claims",): Claim,
    ("claims", "reports", "*"): Report,
    ("claims", "reports", "*", "quote"): Selector,
    ("claims", "reports", "*", "via"): Together,
    ("claims", "reports", "*", "via_quote"): Selector,
    ("claims", "reports", "*", "translation"): Translation,
    ("claims", "overrule"): Overrule,
    ("claims", "assessment"): Assessment,
    ("notes",): Note,
    ("notes", "quote"): Selector,
    ("corrections",): Correction,
}

NAMES: dict[type[Entry], str] = {
    Annotations: "a brief",
    Assessment: "an assessment",
    Claim: "a claim",
    Correction: "a correction",
    FrontMatter: "an article",
    Lock: "a lock",
    LockedQuote: "a locked quote",
    LockedSource: "a locked source",
    Note: "a note",
    Overrule: "an overrule",
    Party: "a party",
    Report: "a report",
    Selector: "a quote",
    Together: "parties side by side",
    Translation: "a translation",
}


def in_brief(path: Path) -> type[Entry] | None:
    """The model at a path of brief.yml."""
    names: list[str] = []
    for step in path:
        if isinstance(step, str):
            names.append("*" if names and names[-1] == "reports" else step)
    return _BRIEF.get(tuple(names))


def in_article(path: Path) -> type[Entry] | None:
    """The model at a path of an article's front matter."""
    return None if path else FrontMatter


def in_lock(path: Path) -> type[Entry] | None:
    """The model at a path of brief.lock.yml."""
    models: dict[int, type[Entry]] = {0: Lock, 2: LockedSource, 4: LockedQuote}
    return models.get(len(path))


def in_parties(path: Path) -> type[Entry] | None:
    """The model at a path of parties.yml."""
    return Party if len(path) == 1 else None


@cache
def keys(model: type[Entry]) -> Mapping[str, bool]:
    """The keys of a model as they are written, each with whether it is required."""
    return {field.alias or name: field.is_required() for name, field in model.model_fields.items()}


def is_required(model: type[Entry] | None, key: str | int) -> bool:
    """Whether a mapping of this model is none without `key`."""
    return model is not None and isinstance(key, str) and keys(model).get(key, False)
