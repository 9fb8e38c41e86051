"""What is inserted for a key: the key, and under it what `model.meanings` has of its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.lsp.asked import is_list
from generator.model.brief import Entry
from generator.model.meanings import KEYS
from generator.model.source import Path

Body: TypeAlias = object
"""A text, a list or a mapping of these, with places to fill in (LSP 3.17, "Snippet Syntax")."""

_PLACE = re.compile(r"\$\d+|\$\{\d+(?::[^}]*|\|[^}]*\|)?\}")
STEP = 2


def snippet(key: str, body: Body, column: int, *, in_flow: bool) -> str:
    """A key at `column` with its value; lines below the first are indented."""
    if in_flow:
        return f"{key}: {_flow(body)}"
    return "\n".join(_block(key, body, column))[column:]


def bare(key: str, body: Body, column: int, *, in_flow: bool) -> str:
    """The same for a client that knows no snippets: the key, and where its value will stand."""
    nests = isinstance(body, dict) or (isinstance(body, list) and body and isinstance(body[0], dict))
    return f"{key}:\n{' ' * (column + STEP)}" if nests and not in_flow else f"{key}: "


def body_of(model: type[Entry], key: str) -> Body:
    """What is offered under a key of a mapping."""
    meaning = KEYS[model][key]
    return "$1" if meaning.snippet is None else meaning.snippet


def item_of(model: type[Entry], path: Path) -> Mapping[str, Body] | None:
    """An item of the list at a path, where mappings stand in it."""
    body = body_of(model, str(path[-1])) if is_list(path) else None
    return body[0] if isinstance(body, list) and isinstance(body[0], dict) else None


def item(body: Mapping[str, Body], column: int) -> str:
    """An item with its dash, at `column`."""
    lines = [line for key, value in body.items() for line in _block(key, value, column + STEP)]
    return "- " + "\n".join(lines)[column + STEP :]


def without_places(text: str) -> str:
    """A snippet without its places to fill in."""
    return _PLACE.sub("", text)


# --- Private functions ---


def _block(key: str, body: Body, column: int) -> Iterator[str]:
    margin = " " * column
    if isinstance(body, dict):
        yield f"{margin}{key}:"
        for name, value in body.items():
            yield from _block(name, value, column + STEP)
    elif isinstance(body, list) and body and isinstance(body[0], dict):
        yield f"{margin}{key}:"
        yield f"{margin}  {item(body[0], column + STEP)}"
    else:
        first, *more = _flow(body).split("\n")
        yield f"{margin}{key}: {first}"
        yield from (margin + line for line in more)


def _flow(body: Body) -> str:
    if isinstance(body, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in body.items()) + "}"
    if isinstance(body, list):
        return "[" + ", ".join(_flow(value) for value in body) + "]"
    return str(body)
