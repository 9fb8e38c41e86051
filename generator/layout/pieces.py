"""A YAML text as pieces: each token that has a width, with all that stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

_PAIR = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_SHORT = 40
_HEADER = re.compile(r"[|>](?:[+-]?([1-9])?|([1-9])[+-])(?![^\s])")


class Comment(NamedTuple):
    """A comment from its `#` on, and the column that it stood at, from 0."""

    text: str
    column: int


class Gap(NamedTuple):
    """What stands between two pieces: white space and comments.

    `trailing` is the comment on the line of the piece before, after `spaces` of them. `lines` are the lines between:
    a comment, or `None` for a blank line. `breaks`: whether the next piece begins a line.
    """

    trailing: str = ""
    spaces: int = 0
    lines: tuple[Comment | None, ...] = ()
    breaks: bool = False


class Piece(NamedTuple):
    """One token: its `kind` is the token's name in PyYAML without `Token`, or `Block` for a `|` or `>` scalar.

    `closes` counts the block collections that end before it; `opens` tells whether one begins with it. `value` and
    `style` are a scalar's. `column` counts from 0, in code points.
    """

    kind: str
    text: str
    column: int
    gap: Gap
    closes: int = 0
    opens: bool = False
    is_key: bool = False
    value: str | None = None
    style: str | None = None


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text in order; the last, of kind `StreamEnd`, has the end of the text for its gap.

    Line ends are `\\n`. Raises `yaml.MarkedYAMLError` where the text is no YAML.
    """
    end, closes, opens, is_key = 0, 0, False, False
    old: list[int] = []
    for token in yaml.scan(scannable(text), yaml.CSafeLoader):
        kind = type(token).__name__.removesuffix("Token")
        start = token.start_mark.index
        if kind == "BlockEnd":
            closes += 1
            old.pop()
        elif kind.startswith("Block") and kind.endswith("Start"):
            opens = True
            old.append(token.start_mark.column)
        elif kind == "Key" and start == token.end_mark.index:
            is_key = True
        elif kind != "StreamStart":
            gap = _gap(text[end:start], is_first=not end)
            stop = (
                _end_of_block(text, start, old[-1] if old else 0)
                if _is_block(token)
                else token.end_mark.index
            )
            yield _piece(token, kind, text[start:stop], gap, (closes, opens, is_key))
            end, closes, opens, is_key = stop, 0, False, False


def scannable(text: str) -> str:
    """The text as the parser takes it, each place where it was: with two characters for private use in place of each
    surrogate pair as JSON writes them (`\\ud83d\\ude00`), which it refuses."""
    return _PAIR.sub(_stood_in, text) if "\\u" in text else text


def indent_of_block(text: str, parent: int) -> tuple[int, int]:
    """The column at which the lines of a `|` or `>` scalar begin, and how far its header says they stand beyond
    `parent`, the column of the collection that it is in (YAML 1.2, 8.1.1.1); 0 where the header leaves it to them."""
    match = _HEADER.match(text)
    said = int(match[1] or match[2] or 0) if match else 0
    if said:
        return parent + said, said
    widest = parent + 1
    for line in text.split("\n")[1:]:
        widest = max(widest, len(line) - len(line.lstrip(" ")))
        if line.strip(" "):
            break
    return widest, 0


# --- Private functions ---


def _stood_in(pair: re.Match[str]) -> str:
    return "".join(f"\\u{int(half, 16) + 0x800:04x}" for half in pair.groups())


def _is_block(token: Any) -> bool:
    return isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")


def _piece(token: Any, kind: str, text: str, gap: Gap, found: tuple[int, bool, bool]) -> Piece:
    column = token.start_mark.column
    if not isinstance(token, yaml.ScalarToken):
        return Piece(kind, text, column, gap, *found)
    return Piece("Block" if _is_block(token) else kind, text, column, gap, *found, token.value, token.style)


def _gap(between: str, *, is_first: bool) -> Gap:
    return _short_gap(between, is_first) if len(between) < _SHORT else _any_gap(between, is_first)


def _any_gap(between: str, is_first: bool) -> Gap:
    first, *lines = between.split("\n")
    if is_first:
        first, lines = "", [first, *lines]
    *whole, last = lines or [""]
    if last.strip(" \t"):  # a comment at the very end, which no line end closes
        whole.append(last)
    comments = tuple(Comment(said, _indent(line)) if (said := line.strip(" \t")) else None for line in whole)
    return Gap(first.strip(" \t"), _indent(first), comments, bool(lines))


_short_gap = lru_cache(maxsize=256)(_any_gap)
"""Most are alike: nothing, a space, a line end with some."""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _end_of_block(text: str, start: int, parent: int) -> int:
    """Where a `|` or `>` scalar ends, without the line end that closes it; blank lines below are its own with `+`."""
    stop = text.find("\n", start)
    if stop < 0:
        return len(text)
    header = text[start:stop]
    end = at = stop
    indent, _ = indent_of_block(text[start:], parent)
    keeps = "+" in header.split("#")[0]
    while 0 <= at < len(text) - 1:
        following = text.find("\n", at + 1)
        line = text[at + 1 : len(text) if following < 0 else following]
        is_own = bool(line[indent:]) and not line[:indent].strip(" ")
        if not is_own and line.strip(" "):
            break
        at = at + 1 + len(line)
        if is_own or keeps:
            end = at
    return end
