"""Whether two YAML texts say the same: values, how they are written, comments and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import yaml

from generator.layout.pieces import Gap, pieces, scannable


def is_same(one: str, other: str) -> bool:
    """Whether the two have equal events (structure, values, plain or quoted or block), equal comments between the
    same tokens, on the same lines, and blank lines at the same places."""
    try:
        return _equal(_events(one), _events(other)) and _equal(_written(one), _written(other))
    except yaml.MarkedYAMLError:
        return False


# --- Private functions ---


def _equal(one: Iterator[object], other: Iterator[object]) -> bool:
    return all(a == b for a, b in zip_longest(one, other))


def _events(text: str) -> Iterator[object]:
    for event in yaml.parse(scannable(text), yaml.CSafeLoader):
        names = ("anchor", "tag", "value", "style", "flow_style", "implicit")
        yield type(event), [getattr(event, name, None) for name in names]


def _written(text: str) -> Iterator[object]:
    is_first = True
    for piece in pieces(text):
        yield _said(piece.gap, is_first=is_first, is_last=piece.kind == "StreamEnd")
        yield piece.kind, piece.value, piece.style
        is_first = False


def _said(gap: Gap, *, is_first: bool, is_last: bool) -> tuple[object, ...]:
    """The comments of a gap with its paragraphs. At the edges of a text a blank line parts nothing."""
    said: list[str | None] = []
    for comment in gap.lines:
        if comment is not None:
            said.append(comment.text)
        elif said[-1:] != [None] and (said or not is_first):
            said.append(None)
    if is_last and said[-1:] == [None]:
        said.pop()
    return gap.trailing, *said, gap.breaks or is_last
